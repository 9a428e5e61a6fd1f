"""Texts that nobody would write but somebody will paste: through a whole site, nothing that acts comes out, and nothing breaks."""

import json
import random
import shutil
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from search_index import Index
from support import build, check, done, problems, tiny, tiny_original, write  # noqa: F401

SEED = 20261121
# What a text may not hold at all: the page is refused, with its place.
REFUSED = [
    "[x](javascript:alert(1))", "[x](JAVA&#115;CRIPT:alert(1))", "<javascript:alert(1)>", "[x](data:text/html,<script>alert(1)</script>)", "[x](vbscript:x)", "[x](//elsewhere.example/)",
    "![x](https://elsewhere.example/x.png)", "\u202e", "\u2066", "\ufffe", "\u0085", "&#x202e;",
]
PIECES = [
    "**", "*", "_", "~~", "`", "```\n", "![", "[", "](", ")", "[^1]", "\n\n[^1]: ", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "\"'><b>", "</main></body>",
    "{{title}}", "{{{title}}}", "]]>", "<!--", "-->", "<![CDATA[", "&lt;script&gt;", "&#60;script&#62;", "\\", "\n", "\n\n", "    ", "# ", "## ", "- ", "- [ ] ", "> ", "1. ", "| 甲 | 乙 |\n|---|---|\n| ",
    "甲", "社区", "“", "”", "——", "……", "（", "）", "\"\u0301", "<\u0338", ">\u0301", "&\u0301", "\u200b", "\u2028", "\u2029", "👨‍👩‍👧", "𠮷", "\U00010a50", "ﷺ", "한국",
]


class Acting(HTMLParser):
    """Whatever acts in a page beside the theme's and the program's own scripts."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            plain = "".join(character for character in value or "" if character > " ").lower()
            if name.startswith("on") or name in ("href", "src", "action", "formaction") and plain.startswith(("javascript:", "vbscript:", "data:text", "file:")):
                self.found.append((tag, name, value))
        if tag in ("iframe", "object", "embed", "base"):
            self.found.append(tag)
        if tag == "script" and not dict(attributes).get("src", "/assets/").startswith("/assets/"):
            self.found.append(tag)

    handle_startendtag = handle_starttag


def hostile(random_, pieces):
    return "".join(random_.choice(PIECES) * (random_.choice([1, 1, 1, 1, 40])) for _ in range(pieces))


@pytest.fixture(scope="module")
def public(tiny_original, tmp_path_factory):
    site = tmp_path_factory.mktemp("hostile") / "site"
    shutil.copytree(tiny_original, site)
    random_ = random.Random(SEED)
    for number in range(120):
        title = json.dumps(hostile(random_, 4).replace("\n", " ").strip()[:60] or "甲", ensure_ascii=random_.random() < 0.5)
        if any(sign in title for sign in ("\\u202e", "\\u2066", "\u202e", "\u2066", "\\ufffe", "\ufffe", "\\u2028", "\\u2029", "\u2028", "\u2029", "\\ud8", "\\u200b", "\u200b")):
            title = "甲"
        write(site, f"content/notices/h-{number}.md", f"---\ntitle: {title}\nkind: notice\ndate: 2026-11-20\n---\n{hostile(random_, 60)}\n")
    result = build(site)
    if result.returncode:
        # What is refused is named; without these pages the rest is published.
        named = {line.split(":")[0] for line in problems(result.stderr) if "error[" in line}
        assert named and all(name.startswith("content/notices/h-") for name in named), result.stderr[-2000:]
        for name in named:
            (site / name).unlink()
        done(build(site))
    left = list((site / "content/notices").glob("h-*.md"))
    assert len(left) > 40
    return site / "public"


def test_no_page_acts(public):
    pages = 0
    for path in public.rglob("*.html"):
        if "screens" in path.parts:
            continue
        assert Acting(path.read_text(encoding="utf-8")).found == [], path
        pages += 1
    assert pages > 60


def test_every_feed_is_read(public):
    for path in public.rglob("*.json"):
        value = json.loads(path.read_text(encoding="utf-8"))
        for item in value.get("items", []) if isinstance(value, dict) else []:
            if isinstance(item, dict) and "content_html" in item:
                assert Acting(item["content_html"]).found == []
    for path in public.rglob("*.xml"):
        # Without an alert there is none in it.
        if path.name != "cap.xml" or path.stat().st_size:
            ElementTree.parse(path)
    assert len(Index(public).records) > 40


def test_no_screen_acts(public):
    for path in (public / "feeds/v1/screens").glob("*.json"):
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            if item.get("html"):
                assert Acting(item["html"]).found == []


@pytest.mark.parametrize("value", ['"\\ud800"', '"a\\udc00b"', '"\\0"', '"\\x00"', '"\\u202e甲"'])
def test_what_is_no_text_is_named(tiny, value):
    """Lone surrogates and characters that nobody sees, by YAML's escapes: the page and its line are named, and nothing crashes."""
    write(tiny, "content/notices/x.md", f"---\ntitle: {value}\nkind: notice\ndate: 2026-11-20\n---\n甲\n")
    result = check(tiny)
    assert result.returncode == 1
    assert any(line.startswith("content/notices/x.md:") for line in problems(result.stderr)), result.stderr


def test_what_no_text_may_hold_is_named_with_its_place(tiny):
    for number, piece in enumerate(REFUSED):
        write(tiny, f"content/notices/r-{number:02}.md", f"---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\n---\n一行\n\n乙{piece}丙\n")
    result = check(tiny)
    named = {line.split(":")[0] + ":" + line.split(":")[1] for line in problems(result.stderr) if "error[" in line}
    assert named == {f"content/notices/r-{number:02}.md:8" for number in range(len(REFUSED))}, result.stderr


def test_megabytes_in_one_line(tiny):
    """A page of a megabyte without a line break is published like any other."""
    write(tiny, "content/notices/x.md", "---\ntitle: 长\nkind: notice\ndate: 2026-11-20\nsummary: 短\n---\n" + "社区**“活动”**" * 40_000 + "\n")
    done(build(tiny))
    assert (tiny / "public/notices/x/index.html").stat().st_size > 1_000_000
