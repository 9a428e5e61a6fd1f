"""Atom, JSON Feed and the site map, as their readers take them."""

import json
import re
from xml.etree import ElementTree

import feedparser


def test_feedparser_reads_the_atom_feed(public):
    feed = feedparser.parse(str(public / "atom.xml"))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10" and feed.feed.id and feed.feed.updated and feed.feed.title == "泉溪公示"
    assert 10 < len(feed.entries) <= 50
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    for entry in feed.entries:
        assert entry.title and entry.updated_parsed and entry.content[0].value
    dates = [entry.updated for entry in feed.entries]
    assert dates == sorted(dates, reverse=True)


def test_the_json_feed_has_what_version_1_1_asks_for(public):
    feed = json.loads((public / "feed.json").read_text())
    assert feed["version"] == "https://jsonfeed.org/version/1.1" and feed["title"]
    assert feed["feed_url"].endswith("/feed.json") and feed["items"]
    for item in feed["items"]:
        assert item["id"] and item["url"] and (item["content_html"] or item["content_text"])
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00", item["date_published"])


def test_entries_link_absolutely(public):
    feed = json.loads((public / "feed.json").read_text())
    links = [link for item in feed["items"] for link in re.findall(r'(?:href|src)="([^"]*)"', item["content_html"])]
    assert links and all(link.startswith(("https://", "http://", "mailto:", "tel:")) for link in links)


def test_both_feeds_hold_the_same_current_notices(public):
    feed = json.loads((public / "feed.json").read_text())
    notices = json.loads((public / "feeds/v1/notices.json").read_text())["data"]
    atom = feedparser.parse(str(public / "atom.xml"))
    assert {item["url"] for item in feed["items"]} == {notice["url"] for notice in notices} == {e.link for e in atom.entries}


def test_what_is_expired_due_or_a_draft_is_in_no_feed(public, site):
    everything = "".join((public / name).read_text() for name in ("feed.json", "atom.xml", "feeds/v1/notices.json"))
    pages = {path.stem: path.read_text() for path in (site / "content/notices").glob("*.md")}
    hidden = [
        slug for slug, text in pages.items()
        if "draft: true" in text
        or any(match[1] < "2026-11-21" for match in re.finditer(r"expiresAt: (\d{4}-\d\d-\d\d)", text))
        or any(match[1] > "2026-11-21" for match in re.finditer(r"publishAt: (\d{4}-\d\d-\d\d)", text))
    ]
    assert len(hidden) >= 8
    assert [slug for slug in hidden if f"/notices/{slug}/" in everything] == []


def test_the_site_map_is_one(public):
    root = ElementTree.parse(public / "sitemap.xml").getroot()
    assert root.tag == "{http://www.sitemaps.org/schemas/sitemap/0.9}urlset"
    assert all(url[0].text.startswith("https://quanxi.example.cn/") for url in root)
    assert "Sitemap: https://quanxi.example.cn/sitemap.xml" in (public / "robots.txt").read_text()
