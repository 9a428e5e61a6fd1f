"""Microformats 2 in both themes, read by a parser: dates as `h-event`, units as `h-card`, notices as `h-entry`; each says what the feeds say."""

import json
import shutil

import mf2py
import outputs
import pytest
from support import build, done, edit

BASE = "https://quanxi.example.cn"
# Of the week in which the sample is published.
MONDAY = "2026-11-16"


@pytest.fixture(scope="module", params=["default", "bulletin"])
def themed(request, site, public, tmp_path_factory):
    if request.param == "default":
        return public
    copy = tmp_path_factory.mktemp("bulletin") / "site"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("public", ".public.gongshi"))
    edit(copy, "content/site.yaml", "theme: default", "theme: bulletin")
    done(build(copy))
    return copy / "public"


def feed(public, name):
    return json.loads((public / f"feeds/v1/{name}.json").read_text(encoding="utf-8"))["data"]


def items(path, kind):
    found = []

    def walk(nodes):
        for node in nodes:
            if kind in node["type"]:
                found.append(node)
            walk(node.get("children", []))
            for values in node["properties"].values():
                walk(value for value in values if isinstance(value, dict) and "type" in value)

    walk(mf2py.parse(doc=path.read_text(encoding="utf-8"), url=BASE + "/")["items"])
    return found


def test_dates_are_events(themed):
    window = outputs.expanded_calendar(themed / "calendar/expanded/all.ics")
    expected = {(one.start, one.end, one.title, one.place) for one in window.values()}
    # The parser takes seconds for the longest pages: a few of each kind, and each day of the window once.
    days = [day for day in outputs.days(themed) if day.name >= MONDAY]
    some = [page for kind in ("units", "venues", "activities") for page in sorted((themed / kind).glob("*/index.html"))[:8]]
    shown = {page: set(outputs.microformats(page)) for page in [themed / "index.html", *some, *(day / "index.html" for day in days)]}
    for page, found in shown.items():
        # What is longer ago than the calendar goes back stands on its series' page.
        assert {(one.start, one.end, one.title, one.place) for one in found if one.start[:10] >= MONDAY} <= expected, page
    assert len({page.parts[-3] for page, found in shown.items() if found}) >= 3
    # Every date of the window is one on its day's page.
    told = {(one.start, one.end, one.title, one.place) for day in days for one in shown[day / "index.html"]}
    assert {one for one in expected if MONDAY <= one[0][:10] <= days[-1].name} == told and len(told) > 100


def test_units_are_cards(themed):
    units = {one["name"]: one for one in feed(themed, "units")}
    posts = feed(themed, "posts")
    numbers = {one["phone"] for one in [*units.values(), *posts] if one["phone"]}
    named = 0
    for path in (themed / "units").glob("*/index.html"):
        cards = [one for one in items(path, "h-card") if one["properties"].get("name", [""])[0] in units]
        own = f"/units/{path.parent.name}/"
        assert any(units[one["properties"]["name"][0]]["url"] == BASE + own for one in cards), path
        for card in cards:
            said = card["properties"]
            unit = units[said["name"][0]]
            for number in said.get("tel", []):
                assert number.removeprefix("tel:") in numbers | {one.replace("-", "") for one in numbers} | {"+86" + one.replace("-", "")[1:] for one in numbers}, (path, number)
            if "url" in said:
                assert said["url"][0].split("#")[0] == unit["url"].split("#")[0]
            named += 1
    assert named > 20


def test_notices_are_entries(themed):
    notices = {one["url"]: one for one in feed(themed, "notices")}
    for url, notice in notices.items():
        (entry,) = items(themed / url.removeprefix(BASE + "/") / "index.html", "h-entry")
        said = entry["properties"]
        assert said["name"] == [notice["title"]] and said["published"] == [notice["date"]]
        assert said["content"][0]["value"] and [one["properties"]["name"][0] for one in said.get("author", [])] == [name for name in [notice["unitName"]] if name]
    other = next((themed / "venues").glob("*/index.html"))
    assert items(other, "h-entry") == []
