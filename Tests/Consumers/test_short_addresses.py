"""Codes on walls have a short address, whose page leads on: on any server of files, below a path too, without a script, and for as long as the thing is there."""

import io
import json
import re
import shutil

import pytest
import zxingcpp
from PIL import Image, ImageFilter
from support import NOW, build, change_rows, done, edit, gongshi, tiny, tiny_original, write  # noqa: F401

REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')


def codes_of(public):
    for file in sorted((public / "feeds/v1/screens").glob("*.json")):
        yield from json.loads(file.read_text(encoding="utf-8"))["codes"]


def page_of(public, short, path=""):
    """The file of a short address: the host in capitals is the host."""
    place = re.fullmatch(rf"https?://[^/]+{path}/(Q/[2-9B-Z]{{4}}/)", short)
    assert place, short
    return (public / place[1] / "index.html").read_text(encoding="utf-8")


def test_each_code_of_the_sample_leads_to_what_it_says(public):
    """By a page that leads on by itself, has a link for those whom it doesn't lead, and is in no map."""
    short = {code["short"]: code for code in codes_of(public) if "short" in code}
    assert len(short) > 10
    listed = (public / "sitemap.xml").read_text(encoding="utf-8") + (public / "feeds/v1/index.json").read_text(encoding="utf-8")
    for address, code in short.items():
        page = page_of(public, address)
        target = REFRESH.search(page)[1]
        assert "https://quanxi.example.cn" + target == code["url"] and f'<a href="{target}">' in page
        assert '<meta name="robots" content="noindex">' in page and f'<link rel="canonical" href="{code["url"]}">' in page
        # Version 2: 25 modules.
        assert code["size"] == 25 and len(address) < len(code["url"])
    assert "/Q/" not in listed


def test_few_files(public):
    """What slides may show a code of, and not each place and each matter of a district."""
    pages = list((public / "Q").rglob("index.html"))
    assert len({code["url"] for code in codes_of(public)}) < len(pages) < 100
    assert sum(page.stat().st_size for page in pages) < 100_000


def test_a_telephone_is_led_there(open_page, public):
    """Without scripts; the address as it was scanned."""
    code = next(code for code in codes_of(public) if code["url"].endswith("/brands/quanxi/"))
    page = open_page("/Q/" + code["short"].split("/Q/")[1], java_script_enabled=False)
    page.wait_for_url("**/brands/quanxi/")
    assert page.inner_text("h1") == "泉润万家"


@pytest.fixture
def walled(tiny):  # noqa: F811
    """A small site with a brand on its wall."""
    write(tiny, "content/brands/root.md", "---\ntitle: 小院一家\nkind: brand\nunit: yard\n---\n一家亲。\n")
    write(tiny, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\nplaylist:\n  - {slide: brand, brand: root}\n")
    return tiny


def brand_code(site):
    return next(code for code in codes_of(site / "public") if "/brands/" in code["url"])


def test_below_a_path(walled):
    (walled / "content/brands/root.md").rename(walled / "content/brands/root-and-branch.md")
    edit(walled, "content/screens/lobby.yaml", "brand: root", "brand: root-and-branch")
    done(build(walled, "--base-url", "https://example.org/community/"))
    code = brand_code(walled)
    assert code["short"].startswith("https://EXAMPLE.ORG/community/Q/") and code["url"] == "https://example.org/community/brands/root-and-branch/"
    assert REFRESH.search(page_of(walled / "public", code["short"], "/community"))[1] == "/community/brands/root-and-branch/"


def test_it_stays_where_its_page_moves(walled):
    """The same wall, the same paper; and it is gone with its page, without a warning for what nobody wrote."""
    done(build(walled))
    before = brand_code(walled)["short"]
    edit(walled, "content/brands/root.md", "unit: yard", "unit: yard\naliases: [/brands/root/]")
    (walled / "content/brands/root.md").rename(walled / "content/brands/trunk.md")
    edit(walled, "content/screens/lobby.yaml", "brand: root", "brand: trunk")
    done(build(walled))
    assert brand_code(walled)["short"] == before
    assert REFRESH.search(page_of(walled / "public", before))[1] == "/brands/trunk/"
    (walled / "content/brands/trunk.md").unlink()
    write(walled, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\n")
    result = done(build(walled))
    assert not (walled / "public/Q" / before.split("/")[-2]).exists() and "/Q/" not in result.stderr


def test_a_site_without_screens_has_none(walled):
    (walled / "content/screens/lobby.yaml").unlink()
    done(build(walled))
    assert not (walled / "public/Q").exists()


@pytest.mark.parametrize("path", ["content/pages/q.md", "content/notices/q.md"])
def test_a_page_called_q_stands_beside_them(walled, path):
    """`/q/` is another place than `/Q/`, and on a disk that takes them for one nothing is in the other's way."""
    write(walled, path, "---\ntitle: 问答\nkind: " + ("page" if "pages" in path else "notice\ndate: 2026-11-20") + "\n---\n问。\n")
    done(build(walled))
    assert (walled / "public/Q").is_dir() and not (walled / "public/Q/index.html").exists()


def test_what_a_page_says_is_escaped(walled):
    edit(walled, "content/brands/root.md", "小院一家", "'<b>\"一&家'")
    done(build(walled))
    page = page_of(walled / "public", brand_code(walled)["short"])
    assert "<title>&lt;b&gt;&quot;一&amp;家</title>" in page and "<b>" not in page


LONG = "https://live.example.cn/rooms/" + "0123456789" * 8


def test_a_long_address_elsewhere_is_led_to(walled):
    """A platform's own address of 110 characters is a code of 41 modules; by the site's own it is one of 25."""
    change_rows(walled, f"UPDATE activity SET online_url='{LONG}' WHERE id='tea';")
    write(walled, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\nplaylist:\n  - {slide: live}\n")
    done(build(walled, "--at", "2026-11-24T09:00:00+08:00"))
    code = next(code for code in codes_of(walled / "public") if code["url"] == LONG)
    assert code["size"] == 25
    page = page_of(walled / "public", code["short"])
    assert REFRESH.search(page)[1] == LONG and "canonical" not in page


def picture(svg_path, side, pixels):
    """The code, so many pixels wide."""
    image = Image.new("L", (side * 8, side * 8), 255)
    for column, row, width in svg_path:
        image.paste(0, (column * 8, row * 8, (column + width) * 8, (row + 1) * 8))
    return image.resize((pixels, pixels), Image.LANCZOS).filter(ImageFilter.GaussianBlur(0.5))


def runs(code):
    size, bits = code["size"], "".join(f"{int(digit, 16):04b}" for digit in code["modules"])
    return [(column + 4, row + 4, 1) for row in range(size) for column in range(size) if bits[row * size + column] == "1"]


def smallest(code):
    """How few pixels wide a code may be, with its quiet zone, and still be read."""
    for pixels in range(28, 120):
        if zxingcpp.read_barcodes(picture(runs(code), code["size"] + 8, pixels)):
            return pixels
    return None


def test_it_is_read_from_further_away(walled):
    """The same code on the same wall, with the long address and with the short one: how small it may be in a camera's picture."""
    done(build(walled))
    short = brand_code(walled)
    long = "https://yard.example.cn/brands/neighbours-for-neighbours/"
    change_rows(walled, f"UPDATE activity SET online_url='{long}' WHERE id='tea';")
    write(walled, "content/screens/other.yaml", "id: other\ntitle: 另一块屏\nplaylist:\n  - {slide: live}\n")
    done(build(walled, "--at", "2026-11-24T09:00:00+08:00"))
    plain = next(code for code in codes_of(walled / "public") if code["url"] == long)
    assert (short["size"], plain["size"]) == (25, 33)
    assert smallest(short) <= smallest(plain) * 0.85
