"""No broken internal link, over every output: pages, styles, feeds, calendars, maps."""

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

BASE = "https://quanxi.example.cn"


class Links(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for key, value in attributes:
            if key in ("href", "src", "data-feed") and value is not None:
                self.links.append(value)
            if key == "id":
                self.ids.add(value)

    handle_startendtag = handle_starttag


def addresses(value):
    """All texts in a JSON value that are addresses of this site."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "content_html":
                yield from Links(inner).links
            # Behind its # a name, of a date for one, which is no place on the page.
            yield from addresses(inner.partition("#")[0] if key == "@id" else inner)
    elif isinstance(value, list):
        for inner in value:
            yield from addresses(inner)
    elif isinstance(value, str) and value.startswith(BASE + "/"):
        yield value


def links_of(public):
    """The links that lead nowhere, each with where it stands, and how many there are in all."""
    files = {"/" + str(path.relative_to(public)) for path in public.rglob("*") if path.is_file()}
    pages = {path: Links((public / path[1:]).read_text()) for path in files if path.endswith(".html")}
    broken, seen = [], 0

    def check(link, source):
        nonlocal seen
        url = "/" + source[1:].removesuffix("index.html")
        parts = urlsplit(urljoin(BASE + url, link))
        if parts.scheme == "webcal":
            parts = parts._replace(scheme="https")
        if parts.scheme not in ("http", "https") or parts.netloc != urlsplit(BASE).netloc:
            return
        seen += 1
        path = unquote(parts.path)
        target = path + "index.html" if path.endswith("/") else path
        if target not in files:
            broken.append((source, link))
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            broken.append((source, link))

    for path in sorted(files):
        file = public / path[1:]
        if path.endswith(".html"):
            for link in pages[path].links:
                check(link, path)
        elif path.endswith(".json"):
            document = json.loads(file.read_text())
            for link in addresses(document):
                check(link, path)
            if path == "/feeds/v1/index.json":
                for feed in document["feeds"]:
                    check(feed["url"], path)
        elif path.endswith((".xml", ".txt")):
            for link in re.findall(re.escape(BASE) + r"[^\s<\"&]*", file.read_text()):
                check(link, path)
        elif path.endswith(".ics"):
            unfolded = file.read_bytes().replace(b"\r\n ", b"").decode()
            for link in re.findall(r"^URL:(.*?)\r?$", unfolded, re.MULTILINE):
                check(link, path)
        elif path.endswith(".css"):
            for link in re.findall(r"url\(['\"]?([^)'\"]+)", file.read_text()):
                check(link, path)
    return broken, seen


def test_every_internal_link_leads_to_a_file_of_the_release(public):
    broken, seen = links_of(public)
    assert broken == []
    assert seen > 5000


def test_the_site_map_names_every_page_but_those_for_keepers(public):
    names = ElementTree.parse(public / "sitemap.xml").getroot()
    found = {loc.text.removeprefix(BASE) for loc in names.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages = {"/" + str(path.relative_to(public)).removesuffix("index.html") for path in public.rglob("*.html")}
    assert found == {page for page in pages if page not in ("/404.html", "/search/", "/status/") and not page.startswith(("/screens/", "/Q/"))}
