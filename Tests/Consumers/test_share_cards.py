"""What a chat shows beside a link: each page's Open Graph names, its picture, and what stands on a card, read back by tesseract."""

import collections
import html.parser
import io
import re
import shutil
import subprocess

import pytest
from PIL import Image
from support import ROOT, build, check, done, edit, environment, problems, tiny, tiny_original, tree, write  # noqa: F401

WIDTH, HEIGHT = 1200, 630
# The square in the middle, which WeChat shows.
LEFT, RIGHT = (WIDTH - HEIGHT) // 2, (WIDTH + HEIGHT) // 2
UNSHARED = ("404.html", "search/index.html", "status/index.html")
FLEETING = re.compile("今天|今日|现在|正在|目前|报名中|进行中|开放中|明天")


class Head(html.parser.HTMLParser):
    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.names, self.canonical, self.described = {}, None, None
        self.feed(page.split("</head>")[0])

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "meta" and ("property" in attributes or attributes.get("name", "").startswith("twitter:")):
            name = attributes.get("property") or attributes["name"]
            assert name not in self.names, name
            self.names[name] = attributes["content"]
        if tag == "meta" and attributes.get("name") == "description":
            self.described = attributes["content"]
        if tag == "link" and attributes.get("rel") == "canonical":
            self.canonical = attributes["href"]


def heads(public):
    return {
        str(file.relative_to(public)): Head(file.read_text(encoding="utf-8")) for file in sorted(public.rglob("*.html"))
        if not re.search(r"^(screens|feeds|Q)/", str(file.relative_to(public)))}


def file_of(public, address, base):
    assert address.startswith(base + "/"), address
    return public / address[len(base) + 1 :]


def card(public, path, base="https://yard.example.cn"):
    return file_of(public, heads(public)[path].names["og:image"], base)


def read(picture):
    """The title, as another program reads it: without blanks."""
    data = io.BytesIO()
    Image.open(picture).convert("L").crop((330, 185, 880, 482)).save(data, "png")
    seen = subprocess.run(["tesseract", "stdin", "stdout", "-l", "chi_sim", "--psm", "6"], input=data.getvalue(), capture_output=True, check=True, env=environment(OMP_THREAD_LIMIT="1"))
    return re.sub(r"\s", "", seen.stdout.decode())


def recognised(words, seen):
    """How much of it was read, in its order."""
    at, found, letters = 0, 0, re.sub(r"\W", "", words)
    text = re.sub(r"\W", "", seen)
    for letter in letters:
        place = text.find(letter, at)
        if place >= 0:
            at, found = place + 1, found + 1
    return found / len(letters)


def ink_rows(picture):
    """From which row to which there is ink on the paper, line by line."""
    image = Image.open(picture).convert("L").crop((344, 190, 856, 478))
    dark = [image.crop((0, y, image.width, y + 1)).getextrema()[0] < 128 for y in range(image.height)]
    lines, start = [], None
    for y, is_dark in enumerate([*dark, False]):
        if is_dark and start is None:
            start = y
        if not is_dark and start is not None:
            lines.append((start, y))
            start = None
    return lines


def test_each_page_says_what_a_chat_shows(public):
    found = heads(public)
    assert len(found) > 150
    kinds, own = set(), 0
    shared = collections.Counter(head.names.get("og:image") for head in found.values())
    for path, head in found.items():
        names = head.names
        # Its title and its address chats take from `title` and `link rel=canonical`; what is no article is a website by default.
        assert names["og:description"] == head.described is not None and head.canonical, path
        assert names.get("og:type", "website") in ("article", "website"), path
        kinds.add(names.get("og:type", "website"))
        if path in UNSHARED:
            assert "og:image" not in names, path
            continue
        picture = Image.open(file_of(public, names["og:image"], "https://quanxi.example.cn"))
        # What many pages show says no more of itself; a picture of one page does.
        if "og:image:alt" in names:
            assert picture.size == (int(names["og:image:width"]), int(names["og:image:height"])), path
            assert names["og:image:alt"] and names["twitter:card"] == "summary_large_image" and names["og:title"] and names["og:site_name"], path
            own += 1
        else:
            assert shared[names["og:image"]] > 1 and "/images/share/" in names["og:image"] and "og:title" not in names, path
        # WeChat leaves out what is smaller.
        assert min(picture.size) >= 300, path
    assert kinds == {"article", "website"} and own > 60
    assert found["notices/north-gate-opening/index.html"].names["og:image"].endswith("/images/notice-north-gate.png")


def test_cards_are_small_and_say_all_in_the_square(public):
    cards = sorted((public / "images/share").iterdir())
    assert len(cards) > 60
    named = {head.names.get("og:image", "").rsplit("/", 1)[-1] for head in heads(public).values()}
    for file in cards:
        # None is made for nobody.
        assert file.name in named
        assert file.stat().st_size <= 60_000, file
        image = Image.open(file).convert("RGB")
        assert image.format is None and image.size == (WIDTH, HEIGHT)
        ground = image.getpixel((600, 5))
        # Beside the square there is the board alone: no letter is cut.
        for box in ((0, 0, LEFT, HEIGHT), (RIGHT, 0, WIDTH, HEIGHT)):
            colours = image.crop(box).getcolors(64)
            assert colours and all(max(abs(a - b) for a, b in zip(colour, ground)) < 70 for _, colour in colours), file
        assert ink_rows(file), file


def test_what_cards_say_stays_true(public):
    for path, head in heads(public).items():
        # What people wrote is theirs.
        said = head.names.get("og:image:alt", "")
        for own in (head.names.get("og:title", ""), head.names["og:description"]):
            said = said.replace(own, "")
        assert not FLEETING.search(said), path
    # Days have their years.
    alt = heads(public)["notices/power-cut-1126/index.html"].names["og:image:alt"]
    assert re.search("2026年1?1月", alt), alt


@pytest.mark.parametrize("path,words", [
    ("notices/power-cut-1126", None), ("venues/yunding-702", "云顶中心702室党群服务站"), ("index.html", "泉溪公示"), ("schedule", None),
    ("menus/safety", None), ("units/quanxi", "泉溪街道"),
])
def test_a_reader_reads_the_title(public, path, words):
    head = heads(public)[path if path.endswith(".html") else f"{path}/index.html"]
    seen = read(file_of(public, head.names["og:image"], "https://quanxi.example.cn"))
    title = words or head.names["og:title"]
    assert recognised(title, seen) >= 0.7, (title, seen)


HOSTILE = {
    "long": ("很长的标题" * 60, None),
    "emoji": ("🎉端午🧧活动👨‍👩‍👧通知", "端午活动通知"),
    "arabic": ("مرحبا بالعالم", "小院公示"),
    "mixed": ("社区 مرحبا 活动", "小院公示"),
    "word": ("Donaudampfschifffahrtsgesellschaftskapitaenswitwe" * 3, None),
    "marks": ("《（“关于‘北门’的公告”）》", "关于北门的公告"),
    "markup": ("<script>alert(1)</script>&amp;", "script"),
    "rare": ("𠮷𩸽龘靐齉", None),
}


@pytest.fixture(scope="module")
def hostile(tiny_original, tmp_path_factory):  # noqa: F811
    site = tmp_path_factory.mktemp("hostile") / "site"
    shutil.copytree(tiny_original, site)
    for name, (title, _) in HOSTILE.items():
        text = title.replace('"', '\\"')
        write(site, f"content/notices/{name}.md", f'---\ntitle: "{text}"\nkind: notice\ndate: 2026-11-20\n---\n文\n')
    done(build(site))
    return site / "public"


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_titles(hostile, name):
    title, words = HOSTILE[name]
    file = card(hostile, f"notices/{name}/index.html")
    assert file.stat().st_size <= 60_000
    lines = ink_rows(file)
    assert lines and len(lines) <= 6
    if words:
        seen = read(file)
        assert recognised(words, seen) >= 0.7, seen
    if name == "arabic":
        # Not a letter of what would stand in pieces.
        assert not re.search("[A-Za-z]{6}", read(file))


def test_no_font_is_one_warning_and_no_tofu(tiny, tmp_path):  # noqa: F811
    """The same pages, with the mark on each card."""
    done(build(tiny))
    pages = {path: value for path, value in tree(tiny / "public").items() if path.endswith(".html")}
    empty = tmp_path / "fonts"
    empty.mkdir()
    nothing = environment(GONGSHI_FONTS=str(empty))
    result = done(build(tiny, "--output", tmp_path / "bare", env=nothing))
    assert problems(result.stderr) == ["content/site.yaml: warning[share-card.no-font]"]
    assert problems(check(tiny, env=nothing).stderr) == ["content/site.yaml: warning[share-card.no-font]"]
    assert {path: value for path, value in tree(tmp_path / "bare").items() if path.endswith(".html")} == pages
    cards = {file.read_bytes() for file in (tmp_path / "bare/images/share").iterdir()}
    assert len(cards) == 1
    bare = Image.open(io.BytesIO(cards.pop())).convert("RGB")
    # The mark in the middle; nothing where a title would stand.
    assert bare.getpixel((515, 315)) != bare.getpixel((350, 315)) == (255, 255, 255)
    assert len(bare.crop((344, 440, 856, 590)).getcolors()) == 1
    # A site that wants none has none, and is not warned.
    write(tiny, "content/site.yaml", (tiny / "content/site.yaml").read_text(encoding="utf-8") + "shareCards: {pages: 0}\n")
    result = done(build(tiny, "--output", tmp_path / "none", env=nothing))
    assert not problems(result.stderr) and not (tmp_path / "none/images/share").exists()
    assert "og:image" not in Head((tmp_path / "none/index.html").read_text(encoding="utf-8")).names


def test_a_named_font(tiny, tmp_path):  # noqa: F811
    settings = (tiny / "content/site.yaml").read_text(encoding="utf-8")
    write(tiny, "content/site.yaml", settings + "shareCards:\n  font: fonts/none.otf\n")
    result = build(tiny)
    assert result.returncode == 1 and "share-card.font" in result.stderr
    write(tiny, "content/site.yaml", settings + "分享图:\n  字体: /usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc\n")
    done(build(tiny, "--output", tmp_path / "serif"))
    write(tiny, "content/site.yaml", settings)
    done(build(tiny, "--output", tmp_path / "sans"))
    serif, sans = ({file.name: file.read_bytes() for file in (tmp_path / name / "images/share").iterdir()} for name in ("serif", "sans"))
    assert serif.keys() == sans.keys() and all(serif[name] != sans[name] for name in serif)


def test_same_inputs_same_bytes(tiny, tmp_path):  # noqa: F811
    done(build(tiny, "--jobs", "1"))
    done(build(tiny, "--jobs", "8", "--output", tmp_path / "other"))
    assert tree(tiny / "public") == tree(tmp_path / "other")
    # What was kept is what is drawn.
    kept = tiny / ".public.gongshi-pictures"
    assert any(file.name.endswith(".card") for file in kept.iterdir())
    shutil.rmtree(kept)
    shutil.rmtree(tiny / "public")
    shutil.rmtree(tiny / ".public.gongshi")
    done(build(tiny))
    assert tree(tiny / "public") == tree(tmp_path / "other")


def test_a_font_is_an_input(tiny, tmp_path):  # noqa: F811
    """A release that stands is made anew when a font comes. [0077]"""
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    env = environment(GONGSHI_FONTS=str(fonts))
    done(build(tiny, env=env))
    before = tree(tiny / "public/images/share")
    shutil.copy("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", fonts)
    result = done(build(tiny, env=env))
    after = tree(tiny / "public/images/share")
    assert not problems(result.stderr)
    assert before.keys() == after.keys() and all(before[name] != after[name] for name in before)


def test_below_a_path(tiny, tmp_path):  # noqa: F811
    done(build(tiny, "--base-url", "https://example.org/yard/", "--output", tmp_path / "public"))
    for path, head in heads(tmp_path / "public").items():
        if path not in UNSHARED:
            assert file_of(tmp_path / "public", head.names["og:image"], "https://example.org/yard").is_file(), path


def test_a_bounded_number(tiny, tmp_path):  # noqa: F811
    """An archive costs nothing: what is over has its section's card; and of what is current so many have their own as the site says."""
    for number in range(40):
        write(tiny, f"content/notices/n{number}.md", f"---\ntitle: 第{number}号公告\nkind: notice\ndate: 2026-11-{number % 20 + 1:02}\n---\n文\n")
    for number in range(40):
        write(tiny, f"content/notices/old{number}.md", f"---\ntitle: 过期{number}\nkind: notice\ndate: 2026-10-01\nexpiresAt: 2026-10-20\n---\n文\n")
    done(build(tiny))
    found = heads(tiny / "public")

    def image(path):
        return found[path].names["og:image"]

    section = image("notices/index.html")
    assert {image(f"notices/old{number}/index.html") for number in range(40)} == {section}
    own = {image(f"notices/n{number}/index.html") for number in range(40)}
    assert len(own) == 40 and section not in own
    before = len(list((tiny / "public/images/share").iterdir()))
    write(tiny, "content/site.yaml", (tiny / "content/site.yaml").read_text(encoding="utf-8") + "shareCards: {pages: 12}\n")
    done(build(tiny))
    # Sections and home have theirs in any case.
    assert len(list((tiny / "public/images/share").iterdir())) <= before - 28
    found = heads(tiny / "public")
    assert section in {image(f"notices/n{number}/index.html") for number in range(40)}


def test_another_theme_has_them_in_its_colours(site, tmp_path):
    shutil.copytree(site / "content", tmp_path / "content")
    shutil.copytree(ROOT / "themes/bulletin", tmp_path / "themes/bulletin")
    edit(tmp_path, "content/site.yaml", "theme: default", "theme: bulletin")
    done(build(tmp_path))
    public = tmp_path / "public"
    head = heads(public)["venues/yunding-702/index.html"]
    image = Image.open(file_of(public, head.names["og:image"], "https://quanxi.example.cn")).convert("RGB")
    assert image.getpixel((600, 5)) == (0x1B, 0x2F, 0xB3)
    assert head.names["og:type"] == "article" and head.names["og:description"] and head.names["og:site_name"]
