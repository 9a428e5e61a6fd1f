"""Posters for the notice board: made by a real Chromium, read as a PDF reader and a telephone read them."""

import re
import shutil

import pypdfium2
import pytest
import zxingcpp
from support import NOW, build, done, edit, environment, gongshi, tiny, tiny_original, tree, write  # noqa: F401

BASE = "https://quanxi.example.cn"


def printed(site, *arguments):
    return gongshi("print", "--site", site, "--at", NOW, *arguments)


def sheets(path):
    document = pypdfium2.PdfDocument(path)
    return [(round(width / 72 * 25.4), round(height / 72 * 25.4)) for width, height in (page.get_size() for page in document)]


def text(path):
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)).replace("\r\n", "")


@pytest.mark.parametrize("paper, size", [("a4", (210, 297)), ("A3", (297, 420))])
def test_a_notice_is_one_sheet_that_a_telephone_opens(site, tmp_path, paper, size):
    poster = tmp_path / "poster.pdf"
    done(printed(site, "/notices/power-cut-1126/", "--paper", paper, "--to", poster))
    assert sheets(poster) == [size]
    assert "计划停电" in text(poster) and "7号楼、8号楼" in text(poster).replace(" ", "")
    page = pypdfium2.PdfDocument(poster)[0].render(scale=3).to_pil().convert("L")
    codes = zxingcpp.read_barcodes(page)
    assert [code.text for code in codes] == [BASE + "/notices/power-cut-1126/"]


def test_several_pages_go_into_a_directory(site, tmp_path):
    result = done(printed(site, "/schedule/2026-11-26/", "content/menus/convenience.md", "--to", tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["menus-convenience.pdf", "schedule-2026-11-26.pdf"]
    assert "menus-convenience.pdf" in result.stdout
    # What is cancelled or moved says so on paper, which nobody's clock changes.
    day = text(tmp_path / "schedule-2026-11-26.pdf")
    assert "已取消" in day and "改到" in day
    # What is folded on the page is open.
    assert "首单先做后付" in text(tmp_path / "menus-convenience.pdf").replace(" ", "")


def test_the_html_needs_nothing_else_and_runs_nothing(site, tmp_path):
    page = tmp_path / "poster.html"
    done(printed(site, "/venues/quanxi-hall/", "--to", page))
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html and "<link" not in html and not re.search(r'\son[a-z]+="', html)
    sources = re.findall(r'\ssrc="([^"]{0,30})', html)
    assert sources and all(source.startswith("data:image/") for source in sources)
    folds = re.findall(r"<details\b[^>]*>", html)
    assert 'class="poster a4 large"' in html and folds and all(re.search(r"\sopen\b", fold) for fold in folds)


def test_a_theme_says_how_its_posters_look(site, tmp_path):
    """The second theme: a notice is one sheet of it too, and what is for the screen alone stays away."""
    shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("public", ".*"))
    edit(tmp_path / "site", "content/site.yaml", "theme: default", "theme: bulletin")
    poster, day = tmp_path / "poster.pdf", tmp_path / "day.pdf"
    done(printed(tmp_path / "site", "/notices/power-cut-1126/", "--to", poster))
    done(printed(tmp_path / "site", "/schedule/2026-11-26/", "--to", day))
    assert sheets(poster) == [(210, 297)]
    assert "按条件查看" not in text(day) and "太极晨练" in text(day)


def test_nothing_is_fetched_and_what_is_missing_is_said(tiny, tmp_path):
    edit(tiny, "content/site.yaml", "unit: yard", "unit: yard\nremoteImages: [pictures.example]")
    edit(tiny, "content/notices/lift.md", "请走楼梯。", "请走楼梯。![图](https://pictures.example/lift.png)")
    result = done(printed(tiny, "/notices/lift/", "--to", tmp_path / "x.html"))
    html = (tmp_path / "x.html").read_text(encoding="utf-8")
    assert "pictures.example/lift.png" in result.stderr and "content/images/" in result.stderr
    assert "pictures.example" not in html and "default-src 'none'" in html


def test_printing_publishes_and_writes_nothing_else(tiny, tmp_path):
    done(build(tiny))
    before = tree(tiny)
    done(printed(tiny, "/notices/gate/", "--to", tmp_path / "x.pdf"))
    assert tree(tiny) == before


@pytest.mark.parametrize("arguments, status, message", [
    (["/notices/gat/"], 2, "did you mean “/notices/gate/”"),
    (["content/notices/gat.md"], 2, "did you mean “content/notices/gate.md”"),
    (["/feeds/v1/index.json"], 2, "there is no public page"),
    (["/notices/gate/", "--paper", "a5"], 2, "the paper is a4 or a3, not “a5”"),
    (["/notices/gate/", "--to", "poster.doc"], 2, "--to ends in .pdf or .html"),
    (["/notices/gate/", "/notices/lift/", "--to", "x.pdf"], 2, "several pages go into a directory"),
    (["/notices/gate/", "--browser", "/bin/false"], 3, "/bin/false made no PDF; write --to notices-gate.html"),
    ([], 2, ""),
])
def test_what_can_not_be_printed_is_said(tiny, tmp_path, arguments, status, message):
    result = gongshi("print", "--site", tiny, "--at", NOW, *arguments, cwd=tmp_path)
    assert result.returncode == status and message in result.stderr, result.stderr
    assert list(tmp_path.glob("*.pdf")) + list(tmp_path.glob("*.html")) == []


def test_without_a_browser_the_way_out_is_said(tiny, tmp_path):
    result = gongshi("print", "--site", tiny, "--at", NOW, "/notices/gate/", cwd=tmp_path, env=environment(PATH=str(tmp_path)))
    assert result.returncode == 3 and "no Chromium, Chrome or Edge was found" in result.stderr and "--to notices-gate.html" in result.stderr


def test_pages_with_errors_are_not_printed(tiny, tmp_path):
    write(tiny, "content/notices/bad.md", "---\ntitle: 坏\nkind: notice\ndate: 2026-13-01\n---\n文\n")
    result = printed(tiny, "/notices/gate/", "--to", tmp_path / "x.pdf")
    assert result.returncode == 1 and "no poster was made" in result.stderr
