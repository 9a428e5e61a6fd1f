"""Every page of every kind of slide, lying and upright, filled in four ways: nothing cut off, covered, small, faint or lost, and all codes readable."""

import datetime
import html
import io
import json
import re
import shutil
from unittest.mock import ANY

import pytest
import zxingcpp
from english_site import make_english_site
from PIL import Image, ImageFilter
from screen_walk import open_screen, walk
from screens_site import FILLINGS, KINDS, ORIENTATIONS, SUMMARY, screens
from support import NOW, build, change_rows, done, tiny, tiny_original, write  # noqa: F401

SIZES = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
CODED = ("live", "brand", "venue", "alert", "cover", "team")
MIDDAY = "2026-11-24T12:10:00+08:00"
START = datetime.datetime.fromisoformat(NOW)


@pytest.fixture
def tiny_screen(tiny, screen_sites):
    """Publishes a small site with one screen of the test's own; the address of its page."""

    def publish(text):
        write(tiny, "content/screens/lobby.yaml", f"id: lobby\ntitle: 门厅屏\n{text}")
        done(build(tiny))
        screen_sites.public[str(tiny)] = tiny / "public"
        return f"{screen_sites.address(str(tiny))}/screens/lobby/"

    return publish


def feed_of(sites, name, screen):
    sites.address(name)
    return json.loads((sites.public[name] / f"feeds/v1/screens/{screen}.json").read_text(encoding="utf-8"))


def items_of(feed, slide, at=START):
    """The items of a slide that show at a moment."""
    chosen = next(one for one in feed["data"] if one["id"] == slide)
    items = [feed["items"][number] for number in chosen["items"]]
    return chosen, [one for one in items if slide == "cover" or datetime.datetime.fromisoformat(one["from"]) <= at < datetime.datetime.fromisoformat(one["until"])]


def said(feed, slide, item, at=START):
    """All that an item says, in order."""
    words = feed["screen"]["words"]
    get = lambda *names: [item.get(name, "") for name in names]  # noqa: E731
    goes_on = "startsAt" in item and item.get("status") not in ("cancelled", "postponed") and item["startsAt"] <= at.isoformat() < item["endsAt"]
    head = [words["now"] if goes_on else "", *get("mark", "title", "chip")]
    match slide["layout"]:
        case "rows":
            return [*get("when"), *head, *get("line", "text", "side")]
        case "cards" if "code" in item:
            return [*get("when"), *head, *get("line", "text")]
        case "cards":
            return [*get("title", "mark", "now"), words["next"] if "next" in item else "", *get("next", "text")]
        case "figures":
            return get("title", "value", "suffix", "line")
        case "numerals":
            return [*get("value", "title", "text"), *item.get("lines", [])]
        case "weather" if "mark" in item:
            return get("title", "text", "line")
        case "weather" if "when" in item:
            return get("when", "title", "value", "suffix", "line")
        case "weather":
            return get("value", "suffix", "title", "line", "chip", "text")
        case "countdown":
            return get("title", "value", "suffix", "line")
        case "sheets":
            return []
        case "leaf":
            return get("chip", "title", "text")
        case "poster":
            return [*get("title", "chip", "line", "value", "text"), *item.get("lines", [])]
        case "alert":
            return [*get("title"), *item.get("lines", []), *get("text", "line")]
        case "text":
            return [html.unescape(re.sub(r"<th\b.*?</th>|<[^>]*>", "", item["html"], flags=re.DOTALL))]


def bare(text):
    """Without spaces and the dots between parts, for which space is left instead."""
    return re.sub(r"[\s·]+", "", text)


def expected(feed, slide):
    chosen, items = items_of(feed, slide)
    if not items:
        return bare(chosen["empty"])
    return bare("".join(part for item in items for part in said(feed, chosen, item)))


def look_at(engine, sites, name, screen, size, at=NOW, see=None, pages_of=None):
    """What is wrong with each of a screen's pages, and with all of them together; `see` is called with each page's picture that has codes, `pages_of`
    gets how many pages each slide has."""
    page = open_screen(engine, f"{sites.address(name)}/screens/{screen}/", *size, at)
    feed = feed_of(sites, name, screen)
    wrong, texts = {}, {}
    for shown in walk(page):
        place = f"{screen} {shown.slide} {shown.number}/{shown.of}"
        if shown.faults:
            wrong[place] = shown.faults
        texts.setdefault((shown.slide, shown.of), {})[shown.number] = shown.text
        if see and shown.codes:
            see(place, feed, shown, Image.open(io.BytesIO(page.screenshot())))
    if pages_of is not None:
        pages_of |= {slide: of for slide, of in texts}
    for (slide, of), pages in texts.items():
        # A walk may begin in the midst of a slide.
        if sorted(pages) != list(range(1, of + 1)):
            wrong[f"{screen} {slide}"] = ["pages passed over", sorted(pages), of]
        text = bare("".join(pages[number] for number in sorted(pages)))
        if name != "sample" and text != expected(feed, slide):
            wrong[f"{screen} {slide}"] = ["lost or doubled", text, expected(feed, slide)]
        # What to do stands on an alert's first page: whole, whatever the length of the title; of one that is longer than a page, the beginning.
        if slide.startswith("alert") and 1 in pages:
            _, items = items_of(feed, slide)
            for line in items[0].get("lines", []):
                if bare(line)[:30 if name == "long" else None] not in bare(pages[1]):
                    wrong[f"{screen} {slide} 1"] = ["what to do is not on the first page", pages[1]]
    return wrong


def far_estimates(feed, measured, at=NOW):
    """How long a slide is on was reckoned before it was measured: where that is far from its pages."""
    far = {}
    first = next(stretch for stretch in reversed(feed["timeline"]) if stretch["from"] <= at)
    for number, seconds in feed["rounds"][first["round"]]:
        slide = feed["data"][number]
        estimate, pages = seconds / slide["seconds"], measured.get(slide["id"], 0)
        if abs(estimate - pages) > max(1, 0.35 * pages):
            far[slide["id"]] = (estimate, pages)
    return far


class Codes:
    """Reads the codes of pictures, near and far."""

    def __init__(self, far=True):
        self.far, self.wrong, self.read = far, {}, set()

    def __call__(self, place, feed, shown, picture):
        known = {code.get("short", code["url"]) for code in feed["codes"]}
        near = picture.convert("L")
        pictures = {"near": near}
        if self.far:
            pictures["far"] = near.resize((near.width // 3, near.height // 3), Image.LANCZOS).filter(ImageFilter.GaussianBlur(0.6))
        for distance, seen in pictures.items():
            # Part of a code may look like a smaller one of digits.
            found = [code.text for code in zxingcpp.read_barcodes(seen) if code.text.startswith("https://")]
            if len(found) != shown.codes or not set(found) <= known:
                self.wrong[f"{place} {distance}"] = (shown.codes, found)
            self.read |= set(found)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("filling", FILLINGS)
def test_every_page_is_whole(modern_engine, screen_sites, filling, orientation):
    wrong, codes = {}, Codes()
    for screen in screens(filling):
        if f"-{orientation}-" in screen:
            kind = screen.split(f"-{orientation}")[0]
            see = codes if kind in CODED and filling != "long" else None
            wrong |= look_at(modern_engine, screen_sites, filling, screen, SIZES[orientation], see=see)
    assert wrong == {}
    assert codes.wrong == {}
    if filling == "normal":
        coded = [feed_of(screen_sites, filling, f"{kind}-{orientation}-{filling}") for kind in CODED]
        shown = [(feed, item) for feed in coded for slide in feed["data"] for item in items_of(feed, slide["id"])[1] if "code" in item]
        said = [feed["codes"][item["code"]] for feed, item in shown]
        assert codes.read >= {code.get("short", code["url"]) for code in said}


@pytest.mark.parametrize("size", [(1280, 720), (3840, 2160), (720, 1280), (1366, 768)], ids=str)
def test_other_sizes(modern_engine, screen_sites, size):
    """Also where the window's shape is not quite the screen's."""
    orientation = "landscape" if size[0] > size[1] else "portrait"
    wrong, codes = {}, Codes(far=False)
    for filling, kinds in {"normal": ("today", "figures", "almanac", *CODED), "long": ("week", "brand", "notices", "text")}.items():
        for kind in kinds:
            see = codes if filling == "normal" and kind in CODED else None
            wrong |= look_at(modern_engine, screen_sites, filling, f"{kind}-{orientation}-{filling}", size, see=see)
    assert wrong == {}
    assert codes.wrong == {}


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("filling", ["normal", "long"])
def test_in_an_old_engine(old_engine, screen_sites, filling, orientation):
    wrong = {}
    for kind in KINDS:
        wrong |= look_at(old_engine, screen_sites, filling, f"{kind}-{orientation}-{filling}", SIZES[orientation])
    assert wrong == {}


@pytest.mark.parametrize("screen, at", [
    *((screen, at) for screen in ("quanxi-lobby", "songtai-lift") for at in (NOW, MIDDAY, "2026-12-20T09:00:00+08:00")),
    ("quanxi-lobby", "2026-11-24T14:10:00+08:00"),
])
def test_the_sample(modern_engine, screen_sites, screen, at):
    """A whole round by day, one over midday, the afternoon's, and the evergreen one of a feed that has run out, with its note."""
    codes = Codes()
    orientation = "landscape" if screen == "quanxi-lobby" else "portrait"
    measured = {}
    wrong = look_at(modern_engine, screen_sites, "sample", screen, SIZES[orientation], at=at, see=codes, pages_of=measured)
    assert wrong == {}
    assert codes.wrong == {}
    assert codes.read or at == MIDDAY
    # Two recordings, each whole, also beside a band.
    assert measured.get("videos", 1) == 1
    if at < "2026-12-05":
        far = far_estimates(feed_of(screen_sites, "sample", screen), measured, at)
        assert len(far) <= 1, far


@pytest.mark.parametrize("screen", ["quanxi-lobby", "songtai-lift"])
def test_whoever_waits_three_minutes_has_seen_all_and_today_soon(screen_sites, screen):
    """Rounds of the sample's first three days: at most 180 seconds; where there is a day's list, it comes again as every third slide."""
    feed = feed_of(screen_sites, "sample", screen)
    stretches = [one for one in feed["timeline"] if one["from"] < "2026-11-24" and not one.get("interruption")]
    rounds = [feed["rounds"][number] for number in {one["round"] for one in stretches}]
    assert len(rounds) > 2
    recurring = 0
    for turns in rounds:
        kinds = [feed["data"][slide]["kind"] for slide, _ in turns]
        assert sum(seconds for _, seconds in turns) <= 180, list(zip(kinds, turns))
        if "today" in kinds:
            places = [number for number, kind in enumerate(kinds) if kind == "today"]
            assert all(b - a == 3 for a, b in zip(places, places[1:])) and len(kinds) - places[-1] <= 3, kinds
            recurring += len(places) > 1
        for slide, seconds in turns:
            if feed["data"][slide]["kind"] in ("live", "videos"):
                assert feed["data"][slide]["seconds"] >= 12
    assert recurring > 1


def ordered(first, last, text="第{}条"):
    return [f"{number}. {text.format(number)}" for number in range(first, last + 1)]


# A list that begins at 3, one in a quotation whose first entry is longer than a page, one in a list, and one of four digits.
LISTS = [
    *ordered(3, 30), "", *(f"> {line}" for line in [f"1. 第1条{SUMMARY * 3}", "2. 第2条"]), "", "- 外", *(f"  {line}" for line in ordered(1, 40)), "",
    "***", "", *ordered(998, 1001, "第{}条，" + SUMMARY[:60]),
]
# The number that a browser draws beside each entry of an ordered list (HTML §4.4.8), nothing where its mark is taken away, and its text.
NUMBERS = r"""function () {
  return Array.prototype.map.call(document.querySelectorAll('.layer.shown ol > li'), function (item) {
    var list = item.parentNode, number = item.hasAttribute('value') ? item.value : list.start + Array.prototype.indexOf.call(list.children, item);
    return [getComputedStyle(item).listStyleType === 'none' ? null : number, item.textContent.trim()];
  });
}"""
# Whether a number of so many digits has room before the entries of its list, and is not cut off.
ROOM = r"""function () {
  return Array.prototype.every.call(document.querySelectorAll('.layer.shown ol'), function (list) {
    var size = parseFloat(getComputedStyle(list.firstElementChild).fontSize);
    return parseFloat(getComputedStyle(list).paddingLeft) > (String(list.lastElementChild.value).length * 0.56 + 0.5) * size;
  });
}"""


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_entries_keep_their_numbers_over_pages(engine, tiny_screen, orientation):
    """Each number once, at the beginning of its entry, also in quotations and lists within lists; a list may begin anywhere."""
    text = "".join(f"      {line}\n" for line in LISTS)
    address = tiny_screen(f"orientation: {orientation}\nplaylist:\n  - slide: text\n    text: |\n{text}")
    page = open_screen(engine, address, *SIZES[orientation], NOW)
    pages = {}
    for shown in walk(page):
        assert shown.faults == []
        assert page.evaluate(ROOM)
        pages[shown.number] = page.evaluate(NUMBERS)
    entries = [entry for number in sorted(pages) for entry in pages[number]]
    numbered = [(number, text) for number, text in entries if number is not None]
    assert len(pages) > 4
    assert [number for number, _ in numbered] == [*range(3, 31), 1, 2, *range(1, 41), *range(998, 1002)]
    assert [text.split("条")[0] for _, text in numbered] == [f"第{number}" for number, _ in numbered]
    assert len(entries) > len(numbered), "a long entry goes on without a mark"


@pytest.fixture(scope="module")
def english_sites(tmp_path_factory, screen_sites):
    screen_sites.public["english"] = make_english_site(tmp_path_factory.mktemp("english")) / "public"
    return screen_sites


# Noon of a day with two names, and after the feed has run out.
@pytest.mark.parametrize("at", [NOW, "2026-11-23T12:00:00+08:00", "2027-03-01T12:00:00+08:00"])
@pytest.mark.parametrize("screen", ["landscape", "portrait", "urgent"])
def test_an_english_screen_says_nothing_in_chinese(modern_engine, english_sites, screen, at):
    """On none of its pages, nor in its note once no newer feed was heard of for ten minutes."""
    page = open_screen(modern_engine, f"{english_sites.address('english')}/screens/{screen}/", *SIZES["portrait" if screen == "portrait" else "landscape"], at)
    said, faults = {}, {}
    for shown in walk(page):
        said[shown.slide, shown.number] = page.evaluate("document.getElementById('stage').textContent")
        if shown.faults:
            faults[shown.slide, shown.number] = shown.faults
    page.evaluate("fakeClock.advance(601000)")
    said["note"] = page.evaluate("document.getElementById('stale').textContent")
    assert said["note"] == ("Updated 21 Nov 09:00" if at < "2027" else "Awaiting an update; please follow notices on site")
    assert {place: text for place, text in said.items() if re.search("[\u2e80-\u9fff\uff00-\uffef]", text)} == {}
    assert faults == {}


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_a_heading_stays_with_what_it_is_over(engine, tiny_screen, orientation):
    """Before a text longer than a page, a table, a list; also two headings, one below the other."""
    table = ["| 服务 | 电话 |", "|:--|--:|", *(f"| {number} | 0531-0000-1200 |" for number in range(30))]
    lines = ["## 一", "", SUMMARY * 2, "", "## 二", "", "### 二之一", "", *ordered(1, 25), "", "## 三", "", *table, "", "## 四", "", SUMMARY[:90], "", "## 五", "", SUMMARY]
    text = "".join(f"      {line}\n" for line in lines)
    address = tiny_screen(f"orientation: {orientation}\nplaylist:\n  - slide: text\n    text: |\n{text}")
    page = open_screen(engine, address, *SIZES[orientation], NOW)
    last = {}
    for shown in walk(page):
        assert shown.faults == []
        last[shown.number] = page.evaluate("document.querySelector('.layer.shown .area').lastElementChild.nodeName")
    assert len(last) > 4 and not {number for number, name in last.items() if name in ("H2", "H3")}


def weekly(measure, values):
    """Rows of a figure for so many weeks, the last of them this one."""
    days = [datetime.date(2026, 11, 15) - datetime.timedelta(weeks=number) for number in range(len(values))][::-1]
    history = ",".join(f"('{measure}','yard','{day}',{value})" for day, value in zip(days, values))
    return (f"INSERT INTO measure(id,unit_id,title) VALUES('{measure}','yard','{measure}');"
            f"INSERT INTO measured(measure_id,unit_id,as_of,value) VALUES{history};")


CHARTS = {
    "a few": [23456, 8000, 12345], "below nothing": [1200, -800, 0, 2400, -1600, 300.5], "all below": [-5, -10, -2.5],
    "many": [10000 + 37 * number * number % 9000 for number in range(45)],
    "many, some below": [(-1) ** number * (1000 + 977 * number % 6000) for number in range(60)],
    "large": [123456789 + 1111111 * number for number in range(12)], "nothing": [0, 0, 0],
}
# Where the bars of a chart lie, from the line of nothing upwards, and its numbers and names: [place in order, text, distance from the bar].
BARS = r"""function () {
  var chart = document.querySelector('.layer.shown .bars'), frame = chart.getBoundingClientRect(), zero = (chart.querySelector('.zero') || chart).getBoundingClientRect().bottom;
  function seen(name) {
    return Array.prototype.map.call(chart.querySelectorAll(name), function (label, number) {
      var box = label.getBoundingClientRect(), bar = chart.querySelectorAll('i')[number].getBoundingClientRect();
      return getComputedStyle(label).visibility === 'hidden' || !label.offsetWidth ? null : [number, label.textContent,
        Math.max(bar.top - box.bottom, box.top - bar.bottom) / frame.height];
    }).filter(Boolean);
  }
  return {
    bars: Array.prototype.map.call(chart.querySelectorAll('i'), function (bar) {
      var box = bar.getBoundingClientRect();
      return [(zero - box.bottom) / frame.height, (zero - box.top) / frame.height];
    }),
    numbers: seen('.top'), names: seen('.foot')
  };
}"""


@pytest.fixture(scope="module")
def charts(tmp_path_factory, tiny_original, screen_sites):  # noqa: F811
    """A site with a screen for each chart, lying and upright."""
    site = tmp_path_factory.mktemp("charts") / "site"
    shutil.copytree(tiny_original, site)
    change_rows(site, "".join(weekly(f"chart-{number}", values) for number, values in enumerate(CHARTS.values())))
    for orientation in ORIENTATIONS:
        for number in range(len(CHARTS)):
            id = f"{orientation}-{number}"
            write(site, f"content/screens/{id}.yaml", f"id: {id}\ntitle: 门厅屏\norientation: {orientation}\nplaylist:\n  - {{slide: figures, chart: [chart-{number}]}}\n")
    done(build(site))
    screen_sites.public["charts"] = site / "public"
    return lambda orientation, number: f"{screen_sites.address('charts')}/screens/{orientation}-{number}/"


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_charts_are_right_and_legible(engine, charts, orientation):
    """Bars as long as what they stand for, up or down; numbers as cards write them, as many as have room, the last among them."""
    for number, values in enumerate(CHARTS.values()):
        check_chart(open_screen(engine, charts(orientation, number), *SIZES[orientation], NOW), values)


def check_chart(page, values):
    assert [shown.faults for shown in walk(page)] == [[]]
    chart = page.evaluate(BARS)
    span = max(*values, 0) - min(*values, 0) or 1
    for value, (low, high) in zip(values, chart["bars"], strict=True):
        # A bar of nothing is still seen.
        wanted = (min(value / span, 0), max(value / span, 0.01 if value >= 0 else 0))
        assert (low, high) == pytest.approx(wanted, abs=0.012), (value, low, high)
    for labels in (chart["numbers"], chart["names"]):
        assert labels[-1][0] == len(values) - 1 and len(labels) >= min(len(values), 2 if max(values) > 1e6 else 3)
    assert len({later[0] - earlier[0] for earlier, later in zip(chart["names"], chart["names"][1:])}) <= 1
    assert chart["numbers"] == [[number, f"{values[number]:,}", ANY] for number, *_ in chart["numbers"]]
    # Over its own bar, or below it, and not over a longer one beside it; the last stands at the end, in the last bar's colour.
    for number, _, distance in chart["numbers"][:-1]:
        assert 0 <= distance < 0.06, (values[number], distance)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_a_long_name_stays_beside_its_code(engine, tiny, tiny_screen, orientation):  # noqa: F811
    """Two lessons whose names don't fit below each other or side by side: each has a page, with its whole name and its code."""
    names = [f"{word}夜校第八讲：老年人智能手机使用中常见的四十个问题和这一年里居民自己总结出来的办法以及家里人怎么帮忙" for word in ("周六", "周日")]
    change_rows(tiny, "".join(
        f"INSERT INTO activity(id,title,kind,unit_id,venue_id,starts_at,ends_at,online_url,updated_at) VALUES('long-{number}','{name}','meeting','yard','hall',"
        f"'2026-11-21T1{number}:00','2026-11-21T1{number}:50','https://live.example.cn/{number}','2026-11-01T08:00');" for number, name in enumerate(names)))
    address = tiny_screen(f"orientation: {orientation}\nplaylist:\n  - {{slide: live}}\n")
    page = open_screen(engine, address, *SIZES[orientation], NOW)
    pages = {}
    for shown in walk(page):
        assert shown.faults == []
        pages[shown.number] = (shown.codes, [name for name in names if bare(name) in bare(shown.text)])
    assert [pages[number] for number in sorted(pages)] == [(1, [names[0]]), (1, [names[1]])]
