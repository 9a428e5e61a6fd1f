"""The finder: an address as people type it is answered alike by the program, by the script and by the feed, without a network."""

import csv
import datetime
import gzip
import html.parser
import json
import random
import re
import sqlite3
import urllib.parse

import openpyxl
import pytest
from browser_files import modules  # noqa: F401
from serving import files_served
from support import NOW, ROOT, build, check, done, gongshi, problems, tiny, tiny_original, write  # noqa: F401

SEED = 20261121
PAGE = "lists/find-my-grid"
BASE = "https://quanxi.example.cn"
CASES = json.loads((ROOT / "Tests/FinderTests/Fixtures/answers.json").read_text(encoding="utf-8"))
HOSTILE = '<img src=x onerror="window.hit=1">'


def feed(public, name="addresses"):
    return json.loads((public / f"feeds/v1/{name}.json").read_text())["data"]


def holds(row, number):
    return row["first"] <= number <= row["last"] and (row["side"] == "both" or (number % 2 == 1) == (row["side"] == "odd"))


# The table of cases: the script says what the program's own tests say


def column(values):
    """A column of a table as pages have it: of each value how much is as at the beginning of the one before, and the rest (`TextColumn`)."""
    lines, before = [], ""
    for value in map(str, values):
        same = next((place for place, (one, other) in enumerate(zip(value, before)) if one != other), min(len(value), len(before)))
        lines.append(chr(35 + same) + "#" + value[same:])
        before = value
    return "\n".join(lines)


def book_of(cases):
    """The places and rows of the table as pages have them; initials and the order of roads are the program's, so they are written down here."""
    initials = {"嵩台路": "stl", "府东街": "fdj", "解放路": "jfl", "经七纬十二路": "jqwsel", "经七路": "jql", "和平里": "hpl"}
    units, places = {"汇锦大厦": "hjds"}, cases["places"]
    roads = ["府东街", "和平里", "解放路", "经七路", "经七纬十二路", "嵩台路"]
    rows = [[roads.index(road.replace(" ", "")), first, last, side, place, *([building] if building else [])] for road, first, last, side, building, place in cases["ranges"]]
    return {
        "roads": [[road, initials[road]] for road in roads],
        "places": {
            "name": column(name for name, *_ in places), "short": column(short for _, short, *_ in places), "initials": column(units.get(name, "") for name, *_ in places),
            "level": column(rank for _, _, rank, _ in places), "ranks": [0, 1, 2, 3, 4], "parent": column("" if parent is None else parent for *_, parent in places),
            "url": column("" for _ in places), "venue": column("" for _ in places), "contacts": [],
        },
        "ranges": sorted(rows, key=lambda row: (*row[:4], row[5] if len(row) > 5 else "", row[4])),
    }


SUMMARY = """function (book, answer) {
  function name(place) { return book.places[place].name; }
  function address(one) { return (one.road === null ? '' : book.roads[one.road].name) + (one.number === null ? '' : one.number) + (one.building === null ? '' : '/' + one.building); }
  var parts = [answer.kind];
  if (answer.place !== null) { parts.push('@' + name(answer.place)); }
  if (answer.road !== null) { parts.push(address(answer)); }
  answer.also.forEach(function (place) { parts.push('+' + name(place)); });
  answer.choices.forEach(function (one) { parts.push('?' + address(one) + (one.place === null ? '' : '@' + name(one.place))); });
  answer.near.forEach(function (row) { parts.push('~' + book.ranges[row].first + '-' + book.ranges[row].last); });
  answer.offices.forEach(function (place) { parts.push('!' + name(place)); });
  return parts.join(' ');
}"""


def test_the_script_answers_as_the_table_says(modules):  # noqa: F811
    page = modules("finder/text", "finder/book")
    assert page.ask("function (all) { return all.map(addressText); }", [text for text, _ in CASES["folded"]]) == [folded for _, folded in CASES["folded"]]
    numbers = page.ask("function (all) { return all.map(function (one) { var it = houseNumber(addressText(one)); return [it.number, it.building]; }); }", [one[0] for one in CASES["numbers"]])
    assert numbers == [one[1:] for one in CASES["numbers"]]
    answers = page.ask(
        f"function (data, all) {{ var book = new AddressBook(data), say = {SUMMARY}; return all.map(function (one) {{ return say(book, book.answer(one)); }}); }}",
        book_of(CASES), [text for text, _ in CASES["answers"]])
    assert [(text, said, answer) for (text, said), answer in zip(CASES["answers"], answers) if said != answer] == []


# Two thousand ranges: the program, the script and the feed agree


COLUMNS = ["unit_id", "road", "first", "last", "side", "building"]


def many_ranges(random_, count, roads):
    """Rows of communities, grids, micro-grids and buildings without an overlap in a level."""
    units = {"community": [f"c{n}" for n in range(4)], "grid": [f"g{n}" for n in range(30)], "microgrid": [f"m{n}" for n in range(60)], "building": [f"b{n}" for n in range(20)]}
    rows = []
    while len(rows) < count:
        road, level = random_.choice(roads), random_.choice(["grid", "grid", "grid", "microgrid", "building", "community"])
        first = random_.randrange(1, 900)
        side = random_.choice(["both", "odd", "even"])
        if side != "both":
            first += (first % 2 == 1) != (side == "odd")
        last = first + 2 * random_.randrange(0, 12)
        building = f"{random_.randrange(1, 9)}号楼" if random_.random() < 0.2 else ""
        row = dict(zip(COLUMNS, [random_.choice(units[level]), road, first, last, side, building]))
        rows.append((level, row))
    kept, taken = [], {}
    for level, row in rows:
        group = taken.setdefault((level, row["road"], row["building"]), set())
        numbers = {number for number in range(row["first"], row["last"] + 1) if holds(row, number)}
        if not numbers & group:
            group |= numbers
            kept.append(row)
    return units, kept


def site_with(directory, units, rows, layout=True):
    write(directory, "content/units.csv", "id,parent_id,level,name\n" + "ward,,subdistrict,某街道\n" + "".join(
        f"{unit},{'ward' if level == 'community' else 'c' + str(int(unit[1:]) % 4)},{level},{unit.upper()}单元\n" for level in units for unit in units[level]))
    with open(directory / "content/rows.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    for name, table in (("units", "unit"), ("rows", "unit_address")):
        (directory / f"content/{name}.csv").rename(directory / f"{table}.csv")
        done(gongshi("activities", "import", "--site", directory, "--at", NOW, directory / f"{table}.csv", "--apply"))
    if layout:
        write(directory, "content/lists/find.md", "---\ntitle: 找网格\nkind: list\nlayout: finder\n---\n写门牌号。\n")
    done(build(directory))
    return directory / "public"


LEVELS = ["building", "microgrid", "grid", "community"]


def wanted(rows, road, number, building):
    """What the feed says of an address, by its own description: its unit, or None."""
    fitting = [row for row in rows if row["road"] == road and holds(row, number)]
    named = [row for row in fitting if building and row["building"] == building]
    fitting = named or [row for row in fitting if row["building"] is None]
    return min(fitting, key=lambda row: LEVELS.index(row["level"]))["unitId"] if fitting else None


def test_program_script_and_feed_agree_on_two_thousand_ranges(tiny, modules):  # noqa: F811
    print(f"seed {SEED}")
    random_ = random.Random(SEED)
    roads = ["嵩台路", "嵩台东路", "东嵩台路", "经七路", "经七纬十二路", "府东街", "府街", "和平里", "一马路", "十一马路", "联湖大道", "槐荫巷"] + [f"纬{n}路" for n in "一二三四五六七八九十"] + [f"新城{n}街" for n in range(1, 30)]
    units, rows = many_ranges(random_, 3400, roads)
    assert len(rows) > 2000
    public = site_with(tiny, units, rows)
    published = feed(public)
    assert len(published) == len(rows)
    addresses = []
    for row in published:
        for number in {row["first"], row["last"], (row["first"] + row["last"]) // 2, row["last"] + 1}:
            addresses.append((row["road"], number, row["building"] if random_.random() < 0.8 else None))
    forms = ["{road}{number}号{building}", "{road} {number} {building}", "某市某区{road}{number}号院{building}2单元501", "{road}{number}-1号{building}", "{road}{number}號，{building}"]
    texts = [random_.choice(forms).format(road=road, number=number, building=building or "") for road, number, building in addresses]
    # And what nobody would type.
    parts = ["嵩台", "路", "35号", "府东街", "6", "号楼", "3", "g12", "单元", "-", " ", "三十", "东", "，", "经七", "stl", "\u200b", "９", "院", "第"]
    strange = ["".join(random_.choice(parts) for _ in range(random_.randrange(1, 7))) for _ in range(1500)]
    program = [json.loads(line) for line in done(gongshi("find", "--site", tiny, "--format", "json", input="\n".join(texts + strange) + "\n", any_day=True)).stdout.splitlines()]
    assert len(program) == len(texts) + len(strange)
    data = json.loads((public / "search/addresses.json").read_text())
    shaped = """function (data, all) {
      var book = new AddressBook(data);
      function id(place) {
        if (place === null) { return null; }
        /* What has no page of its own has a place on the one above. */
        var url = book.rows[place][6], own = url.indexOf('#unit-');
        return own < 0 ? url.split('/')[2] : url.slice(own + 6);
      }
      function road(one) { return one === null ? null : book.roads[one].name; }
      return all.map(function (text) {
        var it = book.answer(text);
        return { kind: it.kind, unitId: id(it.place), road: road(it.road), number: it.number, building: it.building, also: it.also.map(id),
          choices: it.choices.map(function (one) { return { unitId: id(one.place), road: road(one.road), number: one.number, building: one.building }; }),
          near: it.near.map(function (row) { var range = book.ranges[row]; return [road(range.road), range.first, range.last, id(range.place)]; }), offices: it.offices.map(id) };
      });
    }"""
    script = modules("finder/text", "finder/book").ask(shaped, data, texts + strange)
    wrong = [(text, one, other) for text, one, other in zip(texts + strange, program, script) if {key: one.get(key) for key in other} != other]
    assert wrong == []
    by_road = {}
    for row in published:
        by_road.setdefault(row["road"], []).append(row)
    found = [one["unitId"] if one["kind"] == "found" else None for one in program[: len(texts)]]
    differ = [(text, got, expected) for text, got, expected in zip(texts, found, (wanted(by_road[road], road, number, building) for road, number, building in addresses)) if got != expected]
    assert differ == []
    assert sum(one is not None for one in found) > 5000 and len({one["kind"] for one in program}) == 6


# The page


@pytest.fixture
def finder(open_page):
    page = open_page(f"/{PAGE}/")

    def ask(text):
        page.evaluate("""text => {
          const form = document.querySelector('[data-finder] form')
          form.elements.q.value = text
          form.querySelector('button').click()
        }""", text)
        return page.evaluate("""() => {
          const box = document.querySelector('[data-answer]'), unit = box.querySelector('.finder-unit a')
          return { kind: box.getAttribute('data-answer'), unit: unit && unit.getAttribute('href'), text: box.innerText, phones: [...box.querySelectorAll('a.phone')].map(a => a.getAttribute('href')) }
        }""")

    ask.page = page
    return ask


def test_each_address_of_the_feed_is_found_on_the_page(finder, public):
    rows = feed(public)
    assert len(rows) >= 40
    for row in rows:
        others = [other for other in rows if other["road"] == row["road"]]
        for number in {row["first"], row["last"]}:
            answer = finder(f"{row['road']}{number}号{row['building'] or ''}")
            assert answer["kind"] == "found" and answer["unit"] == f"/units/{wanted(others, row['road'], number, row['building'])}/", row
    assert finder.page.problems == []


@pytest.mark.parametrize(("text", "unit"), [
    ("嵩台路35号", "songtai-2"), ("嵩台路 35", "songtai-2"), ("嵩台路３５号", "songtai-2"), ("嵩台路三十五号", "songtai-2"), ("济南市示范区嵩台路35号3号楼2单元501", "songtai-2"),
    ("嵩台路35-1号", "songtai-2"), ("嵩台路35号院", "songtai-2"), ("府东街6号院内西楼", "fudong-1"), ("府东街6号2号楼", "fudong-1-b"), ("汇锦大厦", "huijin"), ("永汀南街55号", "yongding"), ("stl35", "songtai-2"),
])
def test_as_people_type_it(finder, text, unit):
    answer = finder(text)
    assert answer["unit"] == f"/units/{unit}/"
    assert answer["phones"] and all(re.fullmatch(r"tel:05310000\d{4}(;ext=\d+)?", phone) for phone in answer["phones"])


def test_who_has_no_answer_is_told_what_to_do(finder):
    answer = finder("嵩台路999号")
    assert answer["kind"] == "unlisted" and "嵩台路还没有登记 999 号" in answer["text"] and "tel:053100001202" in answer["phones"]
    assert finder("35号")["kind"] == "choices"
    assert finder("嵩合路35号")["kind"] == "unknown"
    page = finder.page
    assert page.locator("[data-office] a").get_attribute("href") == "tel:053100001200" and page.locator("[data-office]").is_visible()
    page.get_by_role("link", name="嵩台路", exact=True).click()
    assert page.locator("[data-answer]").get_attribute("data-answer") == "road" and page.url.endswith("?q=" + urllib.parse.quote("嵩台路"))


def test_it_answers_while_it_is_typed_in_both_engines(engine, server):
    page = engine.open(f"{server}/{PAGE}/", 390, 844, since=NOW)
    page.wait_for("!document.querySelector('[data-finder] form').hidden")
    page.evaluate("""function () {
      var field = document.querySelector('#finder-q');
      field.value = '嵩台路三十五号';
      field.dispatchEvent(new Event('input'));
    }""")
    page.wait_for("document.querySelector('[data-answer]').getAttribute('data-answer') === 'found'")
    assert "嵩台第二网格" in page.evaluate("function () { return document.querySelector('[data-answer]').textContent; }")
    assert page.evaluate("function () { return document.querySelector('[data-answer]').getAttribute('aria-live'); }") == "polite"
    assert page.evaluate("function () { return decodeURIComponent(location.search); }") == "?q=嵩台路三十五号"


def test_a_link_opens_an_answer_and_none_is_hidden_from_back(open_page):
    page = open_page(f"/{PAGE}/?q=%E6%B1%87%E9%94%A6%E5%A4%A7%E5%8E%A6")
    assert page.locator(".finder-unit a").get_attribute("href") == "/units/huijin/"
    assert page.locator("#finder-q").input_value() == "汇锦大厦"
    broken = open_page(f"/{PAGE}/?q=%E6%B1")
    assert broken.problems == []


def test_it_works_when_the_network_is_gone(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time=datetime.datetime.fromisoformat(NOW))
    page.goto(f"{server}/{PAGE}/")
    context.set_offline(True)
    page.fill("#finder-q", "北槐巷9号")
    page.wait_for_selector(".finder-answer[data-answer=found]")
    assert page.locator(".finder-unit a").inner_text() == "北槐第一网格"
    context.close()


def test_a_saved_copy_works_and_leads_back_to_the_site(browser, public, tmp_path):
    """As a browser saves a whole page: what it needs beside it, addressed from there."""
    text = (public / PAGE / "index.html").read_text()
    script = re.search(r'src="(/assets/finder\.[0-9a-f]+\.js)"', text)[1]
    (tmp_path / "finder.js").write_bytes((public / script.lstrip("/")).read_bytes())
    (tmp_path / "copy.html").write_text(text.replace(script, "finder.js"))
    page = browser.new_page()
    page.goto((tmp_path / "copy.html").as_uri())
    page.fill("#finder-q", "联湖大道88号")
    page.wait_for_selector(".finder-answer[data-answer=found]")
    assert page.locator(".finder-unit a").get_attribute("href") == BASE + "/units/yunding/"
    page.close()


class Roads(html.parser.HTMLParser):
    """The rows of the list by road: (road, numbers, link)."""

    def __init__(self, text):
        super().__init__()
        self.inside, self.summary, self.span, self.rows, self.road, self.numbers = False, False, False, [], "", ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.inside = self.inside or "finder-roads" in attributes.get("class", "").split()
        if self.inside and tag in ("summary", "span"):
            setattr(self, tag, True)
            setattr(self, "road" if tag == "summary" else "numbers", "")
        if self.inside and tag == "a":
            self.rows.append((self.road, self.numbers, attributes["href"]))

    def handle_endtag(self, tag):
        if tag in ("summary", "span"):
            setattr(self, tag, False)
        self.inside = self.inside and tag != "section"

    def handle_data(self, text):
        if self.summary:
            self.road += text
        if self.span:
            self.numbers += text


def test_without_script_all_addresses_stand_by_road(public, open_page):
    def numbers(row):
        side = {"both": "", "odd": "（单号）", "even": "（双号）"}[row["side"]]
        one = row["first"] == row["last"]
        return (f"{row['first']}号" if one else f"{row['first']}–{row['last']}号") + (row["building"] or "") + ("" if one else side)

    listed = Roads((public / PAGE / "index.html").read_text()).rows
    assert sorted(listed) == sorted((row["road"], numbers(row), f"/units/{row['unitId']}/") for row in feed(public))
    page = open_page(f"/{PAGE}/", java_script_enabled=False)
    assert not page.locator("[data-finder] form").is_visible() and page.locator("[data-office] a").is_visible()
    page.locator("summary", has_text="嵩台路").click()
    assert page.get_by_role("link", name="嵩台第二网格").first.is_visible()


def test_a_phone_shows_it_without_sideways_scrolling(open_page):
    page = open_page(f"/{PAGE}/?q=%E5%BA%9C%E4%B8%9C%E8%A1%976%E5%8F%B7", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for target in page.locator(".finder a, .finder button, .finder input").all():
        if target.is_visible():
            assert target.bounding_box()["height"] >= 44


# Other people's text


def test_hostile_text_is_text(tiny, browser):  # noqa: F811
    units = {"community": ["c0", "c1", "c2", "c3"]}
    rows = [dict(zip(COLUMNS, ["c0", f"{HOSTILE[:30]}路", 1, 9, "both", "</script><b>"])), dict(zip(COLUMNS, ["c0", "$&{road}路", 1, 9, "both", ""]))]
    public = site_with(tiny, units, rows)
    with files_served(public) as server:
        page = browser.new_page()
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        for text in (HOSTILE, "</script><script>window.hit=1</script>", "$&{road}路5号", "imgsrcxonerrorwindow路5号", "%", "\u0000"):
            page.goto(f"{server.address}/lists/find/?q={urllib.parse.quote(text)}")
            page.wait_for_selector("[data-answer]", state="attached")
            page.wait_for_function("document.querySelector('#finder-q').value !== ''")
        assert page.evaluate("window.hit") is None and errors == []
        assert page.locator(".finder img, .finder b b, .finder script").count() == 0
        page.goto(f"{server.address}/lists/find/?q={urllib.parse.quote('$&{road}路5号')}")
        assert page.locator(".finder-unit .finder-address").inner_text().startswith("$&{road}路5号")
        page.close()


# How large it gets


def test_five_thousand_ranges_fit_on_a_phone(tiny, browser):  # noqa: F811
    """The bound that FinderCheck warns beyond: what travels, and how soon it answers. 140 grids and 1,120 micro-grids are a whole sub-district."""
    units = {"community": [f"c{n}" for n in range(4)], "grid": [f"g{n}" for n in range(140)], "microgrid": [f"m{n}" for n in range(1120)]}
    rows = [dict(zip(COLUMNS, [f"m{n % 1120}", f"第{n // 50}大街", 1 + 4 * (n % 50), 3 + 4 * (n % 50), "odd", ""])) for n in range(5000)]
    public = site_with(tiny, units, rows)
    page_bytes = (public / "lists/find/index.html").read_bytes()
    assert len(page_bytes) < 900_000 and len(gzip.compress(page_bytes)) < 90_000, (len(page_bytes), len(gzip.compress(page_bytes)))
    assert not problems(check(tiny).stderr)
    with files_served(public) as server:
        page = browser.new_page()
        page.goto(f"{server.address}/lists/find/?q={urllib.parse.quote('第99大街1号')}")
        assert page.locator(".finder-unit a").inner_text() == "M470单元"
        page.close()


# The search


@pytest.mark.parametrize("text", ["嵩台路35号", "嵩台路 35 号", "嵩台路３５号", "嵩台路三十五号", "示范区嵩台路35号3号楼2单元501", "嵩台路35-1号", "嵩台路35号院"])
def test_the_search_gives_the_grid_first(open_page, text):
    page = open_page(f"/search/?q={urllib.parse.quote(text)}")
    page.wait_for_selector("[data-results][data-state=done]")
    assert page.locator("[data-results] a").first.get_attribute("href") == "/units/songtai-2/"
    assert re.search(r" 0531-0000-\d{4}", page.locator("[data-units]").inner_text())
    assert re.search(r"找到 \d+ 条", page.locator("[data-status]").inner_text()) and page.problems == []


@pytest.mark.parametrize("text", ["嵩台路", "12345", "2026", "35", "社区", "3号楼", "7:30"])
def test_what_is_no_address_is_searched_as_before(open_page, text):
    page = open_page(f"/search/?q={urllib.parse.quote(text)}")
    page.wait_for_selector("[data-results][data-state=done]")
    assert page.locator("[data-units]").count() == 0


def test_the_search_works_without_the_addresses(browser, server):
    """The file can't be had: the rest is found."""
    page = browser.new_page()
    page.route("**/search/addresses.json*", lambda route: route.abort())
    page.goto(f"{server}/search/?q={urllib.parse.quote('0531-0000-1202')}")
    page.wait_for_selector("[data-results][data-state=done]")
    assert page.locator("[data-results] a").count() > 0 and page.locator("[data-units]").count() == 0
    page.close()


def test_the_old_engines_search_finds_it(old_engine, server):
    page = old_engine.open(f"{server}/search/?q={urllib.parse.quote('府东街6号1号楼')}", since=NOW)
    page.wait_for("document.querySelector('[data-results]').getAttribute('data-state') === 'done'")
    assert page.evaluate("function () { return document.querySelector('[data-results] a').getAttribute('href'); }") == "/units/fudong-1-a/"


# Spreadsheets, the database and the command line


def test_a_worker_writes_words_not_codes(tiny):
    unit = sqlite3.connect(tiny / "content/activities.sqlite").execute("SELECT name FROM unit LIMIT 1").fetchone()[0]
    (tiny / "门牌.csv").write_text(f"网格,路名,起号,止号,单双号,楼栋\n{unit},嵩台路,33号,71号,单号,\n{unit},嵩台路,72,72,,3号楼\n", encoding="utf-8-sig")
    done(gongshi("activities", "import", "--site", tiny, "--at", NOW, tiny / "门牌.csv", "--apply"))
    rows = sqlite3.connect(tiny / "content/activities.sqlite").execute("SELECT road, first, last, side, building FROM unit_address ORDER BY first").fetchall()
    assert rows == [("嵩台路", 33, 71, "odd", ""), ("嵩台路", 72, 72, "both", "3号楼")]


def test_the_database_refuses_what_is_no_range(tiny):
    database = sqlite3.connect(tiny / "content/activities.sqlite")
    unit = database.execute("SELECT id FROM unit LIMIT 1").fetchone()[0]
    good = {"unit_id": unit, "road": "嵩台路", "first": 1, "last": 9, "side": "odd", "building": ""}
    for column, value in (("road", ""), ("first", 0), ("first", 11), ("last", 100000), ("last", 8), ("side", "left"), ("side", "even"), ("first", "一"), ("building", None)):
        row = {**good, column: value}
        with pytest.raises(sqlite3.IntegrityError):
            database.execute(f"INSERT INTO unit_address({','.join(row)}) VALUES(?,?,?,?,?,?)", tuple(row.values()))
    database.execute("INSERT INTO unit_address VALUES(?,?,?,?,?,?)", tuple(good.values()))
    database.close()


def test_a_workbook_offers_what_there_is_and_comes_back(site, tmp_path):
    file = tmp_path / "all.xlsx"
    done(gongshi("activities", "export", "--site", site, "--language", "zh", file))
    sheet = openpyxl.load_workbook(file)["门牌"]
    assert [cell.value for cell in sheet[1]] == ["单位", "路名", "起号", "止号", "单双号", "楼栋"]
    offered = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert len(offered) == 2
    result = done(gongshi("activities", "import", "--site", site, "--at", NOW, file))
    count = len(list(csv.reader(open(ROOT / "content/data/unit_address.csv", encoding="utf-8-sig")))) - 1
    assert f"unit_address: 0 added, 0 changed, {count} unchanged" in result.stdout


def test_an_overlap_stops_the_build_and_names_both(tiny):
    units = {"community": ["c0", "c1", "c2", "c3"]}
    site_with(tiny, units, [dict(zip(COLUMNS, ["c0", "嵩台路", 1, 59, "odd", ""]))])
    with sqlite3.connect(tiny / "content/activities.sqlite") as database:
        database.execute("INSERT INTO unit_address VALUES('c1', '嵩台 路', 33, 71, 'both', '')")
    result = check(tiny, "--language", "zh")
    assert result.returncode == 1
    line = next(line for line in result.stderr.splitlines() if "data.address-overlap" in line)
    assert "C0单元的嵩台路 1–59 号（单号）" in line and "C1单元的嵩台 路 33–71 号" in line and "data.road-forms" in result.stderr


def test_the_command_line_answers(site):
    result = done(gongshi("find", "--site", site, "嵩台路35号", "哪里都不是9号", any_day=True))
    first, second = result.stdout.splitlines()
    assert first.split("\t")[1].endswith("嵩台社区 › 嵩台第二网格") and re.search(r" 0531-0000-\d{4}", first)
    assert second == "哪里都不是9号\t?"


# Screens


def test_screens_say_how_to_find_ones_grid(public):
    for screen, unit in (("songtai-lift", "嵩台"), ("quanxi-lobby", "府东")):
        programme = json.loads((public / f"feeds/v1/screens/{screen}.json").read_text())
        said = json.dumps(programme, ensure_ascii=False)
        assert f"{BASE}/{PAGE}/" in said and "写上您家的路名和门牌号" in said and f"{unit}一格：" in said and re.search(r" 0531-0000-\d{4}", said)
