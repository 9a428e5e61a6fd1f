"""What a page's head announces is there and is what it is said to be; and whatever is published for programs is announced by a page."""

import collections
import html.parser
import json
import re
import urllib.request

import pytest
from serving import documented_server
from support import NOW, build, done, edit, tiny, tiny_original  # noqa: F401

# Reached from another file, not from a page: further pages of a list, parts of a feed and of the index.
WITHIN = re.compile(r"feeds/(openactive|hsds)/[^/]+/.+\.json|feeds/v1/(index/|[a-z-]+/all/).+\.json")


class Head(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.alternates = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "link" and "alternate" in attributes.get("rel", "").split():
            self.alternates.append(attributes)


def announced(public):
    """{page: its alternates}"""
    pages = [path for path in public.rglob("index.html") if path.relative_to(public).parts[0] not in ("screens", "Q")]
    return {"/" + str(path.parent.relative_to(public)).lstrip("."): Head(path).alternates for path in pages}


def index(public):
    whole = json.loads((public / "feeds/v1/index.json").read_text(encoding="utf-8"))
    files = list(whole["feeds"])
    for part in whole.get("parts", []):
        files += json.loads((public / part["url"][1:]).read_text(encoding="utf-8"))["feeds"]
    return {one["url"]: one["mediaType"] for one in files}


def test_each_leads_to_a_file_of_its_type(public, tmp_path_factory):
    """The type is the index's, and the one that the documented server answers with."""
    types = index(public) | {"/feeds/v1/index.json": "application/json", "/feeds/v1/release.json": "application/json"}
    pages = announced(public)
    for page, alternates in pages.items():
        assert len({one["href"] for one in alternates}) == len(alternates), page
        # The newest notices: where notices stand, and on the page that people give to a feed reader.
        assert ({"/feed.json", "/atom.xml"} <= {one["href"] for one in alternates}) == bool(re.match("/(notices(/[^/]+)?)?$", page)), page
        for one in alternates:
            assert (public / one["href"][1:]).is_file(), f"{page}: {one['href']}"
            assert types[one["href"]].partition(";")[0] == one["type"] and one["title"], f"{page}: {one}"
    by_type = {one["type"]: one["href"] for alternates in pages.values() for one in alternates}
    assert {"application/atom+xml", "application/feed+json", "application/rss+xml", "text/calendar", "application/json"} <= set(by_type)
    with documented_server("nginx.conf", public, tmp_path_factory.mktemp("nginx")) as (address, _):
        for mediatype, href in by_type.items():
            with urllib.request.urlopen(address + href, timeout=20) as answer:
                assert answer.headers["Content-Type"].partition(";")[0] == mediatype, href


def test_every_feed_is_announced(public):
    told = {one["href"] for alternates in announced(public).values() for one in alternates}
    published = {url for url in index(public) if not WITHIN.fullmatch(url[1:])}
    assert len(published) > 100
    assert published - told == set()


@pytest.mark.parametrize("page, expected", [
    ("/schedule", {"/calendar/all.ics", "/calendar/expanded/all.ics", "/feeds/v1/activities.json", "/feeds/rss/activities.xml"}),
    ("/notices", {"/feeds/v1/notices.json", "/feeds/rss/notices.xml", "/atom.xml", "/feed.json"}),
    ("/schedule/venue/quanxi-hall", {"/calendar/venue/quanxi-hall.ics", "/calendar/expanded/venue/quanxi-hall.ics", "/feeds/v1/activities/venue/quanxi-hall.json"}),
    ("/menus", {"/feeds/v1/services.json", "/feeds/hsds/services.json"}),
    ("/units", {"/feeds/v1/units.json", "/feeds/hsds/organizations.json"}),
])
def test_pages_announce_what_says_the_same(public, page, expected):
    assert expected <= {one["href"] for one in announced(public)[page]}


def test_the_page_of_data_lists_all_of_the_site(public):
    """With the licence, for people and as a Dataset."""
    text = (public / "feeds/index.html").read_text(encoding="utf-8")
    license = "https://creativecommons.org/licenses/by/4.0/"
    assert f'href="{license}"' in text
    listed = set(re.findall(r'<li><a href="([^"]+)" type=', text))
    assert {"/feeds/v1/index.json", "/feeds/hsds/services.json", "/feeds/openactive/events.json", "/calendar/all.ics", "/atom.xml", "/feeds/cap.xml", "/feeds/xibo/notices.json"} <= listed
    graph = [node for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S) for node in json.loads(block)["@graph"]]
    dataset = next(node for node in graph if node["@type"] == "Dataset")
    base = "https://quanxi.example.cn"
    assert dataset["license"] == license and {one["contentUrl"] for one in dataset["distribution"]} == {base + url for url in listed}
    types = index(public) | {"/feeds/v1/index.json": "application/json", "/feeds/v1/release.json": "application/json"}
    for one in dataset["distribution"]:
        url = one["contentUrl"].removeprefix(base)
        exchange = re.fullmatch(r"/feeds/openactive/(session-series|scheduled-sessions|events)\.json", url)
        assert one["encodingFormat"] == ("application/vnd.openactive.rpde+json; version=1" if exchange else types[url].partition(";")[0])
        assert ("additionalType" in one) == bool(exchange)
    # Every page leads there.
    assert 'href="/feeds/"' in (public / "index.html").read_text(encoding="utf-8")


def test_without_a_licence_the_page_says_so(tiny):
    done(build(tiny))
    text = (tiny / "public/feeds/index.html").read_text(encoding="utf-8")
    assert "没有写明许可" in text and '"license"' not in text and "openactive" not in text


def test_below_a_path(tiny):
    edit(tiny, "content/site.yaml", "baseURL: https://yard.example.cn", "baseURL: https://example.org/yard/")
    done(build(tiny))
    counts = collections.Counter(one["href"].startswith("/yard/") for alternates in announced(tiny / "public").values() for one in alternates)
    assert counts[True] > 10 and counts[False] == 0
