"""Points: every total is reckoned anew from the rows, and no number of a few people is in any byte that is published."""

import csv
import datetime
import html.parser
import json
import re
import shutil
import sqlite3
from collections import defaultdict

import openpyxl
import pytest
from support import NOW, ROOT, build, change_rows, check, done, gongshi, problems, tiny, tiny_original, write  # noqa: F401

BASE = "https://quanxi.example.cn"
LEAST = 5


def rows(name):
    with (ROOT / f"content/data/{name}.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def feed(public, name="points"):
    return json.loads((public / f"feeds/v1/{name}.json").read_text())["data"]


class Tree:
    def __init__(self, units):
        self.parent = {unit["id"]: unit["parent_id"] or None for unit in units}

    def chain(self, unit):
        while unit:
            yield unit
            unit = self.parent[unit]

    def below(self, unit):
        return [one for one in self.parent if unit in self.chain(one)]


def sums(tree, totals):
    """What each unit and month comes to with all units below: (earned, spent, people)."""
    found = defaultdict(lambda: (0, 0, 0))
    for row in totals:
        for unit in tree.chain(row["unit_id"]):
            now = found[unit, row["month"]]
            found[unit, row["month"]] = tuple(a + int(b) for a, b in zip(now, (row["earned"], row["spent"], row["people"]), strict=True))
    return found


def told(points):
    return {
        (one["unitId"], one["month"]): (one["earned"], one["spent"], one["people"])
        for one in points if one["kind"] == "total" and one["told"]}


# The sample


def test_totals_are_reckoned_anew_from_the_rows(public):
    tree = Tree(rows("unit"))
    expected, points = sums(tree, rows("points_total")), feed(public)
    found = told(points)
    assert len(found) > 40
    assert found == {key: expected[key] for key in found}
    # What has numbers at all stands in the feed, told or not.
    months = {month for _, month in found}
    assert {(one["unitId"], one["month"]) for one in points if one["kind"] == "total"} == {
        key for key, value in expected.items() if value[2] and key[1] in months}


def test_nothing_small_is_told_nor_follows_from_what_is(public):
    """Of every unit less those that are told directly below it, in every month."""
    tree, found = Tree(rows("unit")), told(feed(public))
    for (unit, month), (_, _, people) in found.items():
        parts = [found[one, month][2] for one, parent in tree.parent.items() if parent == unit and (one, month) in found]
        assert people >= LEAST and (people == sum(parts) or people - sum(parts) >= LEAST), (unit, month)
    # The sample has a building with three of them, so that this is no empty word.
    assert any(int(row["people"]) < LEAST for row in rows("points_total"))
    assert ("huijin", "2026-01") not in found and ("huijin", "2026-08") in found


def test_the_notice_of_the_third_quarter_agrees(public):
    found = told(feed(public))
    quarter = [found["quanxi", month] for month in ("2026-07", "2026-08", "2026-09")]
    text = (public / "notices/quanxi-points-q3/index.html").read_text()
    assert str(sum(one[0] for one in quarter)) in text and str(sum(one[1] for one in quarter)) in text


class Page(html.parser.HTMLParser):
    """Each month's rows, and the rules."""

    def __init__(self, text):
        super().__init__()
        self.months, self.rules, self.cells, self.month, self.depth, self.text = {}, [], None, None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        names = (attributes.get("class") or "").split()
        if tag == "details" and (attributes.get("id") or "").startswith("month-"):
            self.month = attributes["id"].removeprefix("month-")
            self.months[self.month] = []
        if tag == "tr" and self.month:
            self.months[self.month].append([])
        if tag in ("th", "td") and self.month and self.months[self.month]:
            self.months[self.month][-1].append("")
            self.cells = self.months[self.month][-1]
        if tag == "ul":
            self.depth = "points-rules" in names
        if tag == "li" and self.depth:
            self.rules.append("")

    def handle_endtag(self, tag):
        if tag in ("th", "td"):
            self.cells = None
        if tag == "details":
            self.month = None
        if tag == "ul":
            self.depth = False

    def handle_data(self, text):
        if self.cells is not None:
            self.cells[-1] += text
        elif self.depth and self.rules:
            self.rules[-1] += text


def test_the_page_shows_what_the_feed_says(public):
    page, points = Page((public / "lists/points/index.html").read_text()), feed(public)
    names = {unit["id"]: unit["short_name"] or unit["name"] for unit in rows("unit")}
    tree = Tree(rows("unit"))
    shown = {"quanxi", *(one for one, parent in tree.parent.items() if parent == "quanxi")}
    for month, lines in page.months.items():
        own = [one for one in points if one["kind"] == "total" and one["month"] == month and one["unitId"] in shown]
        assert len(lines) == len(own) + 1
        for line, one in zip(lines[1:], own, strict=True):
            assert line[0] in (names[one["unitId"]], one["unitName"])
            said = [f"{one[name]:,}" for name in ("people", "earned", "spent")] if one["told"] else ["不单列"]
            assert line[1:] == said
    assert list(page.months) == sorted({one["month"] for one in points if one["kind"] == "total"}, reverse=True)


def test_rules_say_their_caps_in_words_everywhere(public):
    rules = [one for one in feed(public) if one["kind"] == "rule" and one["unitId"] == "quanxi"]
    words = {"day": "每天", "week": "每周", "month": "每月", "quarter": "每季度", "year": "每年"}
    assert len(rules) == sum(row["unit_id"] == "quanxi" for row in rows("points_rule"))
    screen = (public / "feeds/v1/screens/quanxi-lobby.json").read_text()
    for path in ("lists/points", "classroom/points"):
        lines = Page((public / path / "index.html").read_text()).rules
        assert len(lines) == len(rules)
        for line, rule in zip(lines, rules, strict=True):
            cap = f"{words[rule['capPeriod']]}最多 {rule['cap']} 分" if rule["cap"] else "不封顶"
            for said in (rule["title"], f"{rule['points']} 分/{rule['per']}", cap):
                assert said in line and said in screen


@pytest.mark.parametrize(("language", "cap", "none"), [
    ("zh-Hans", "每周最多 9 分", "不封顶"), ("zh-Hant", "每週最多 9 分", "不封頂"), ("en", "at most 9 a week", "no limit")])
def test_caps_in_all_languages(tiny, language, cap, none):
    write(tiny, "content/site.yaml", (tiny / "content/site.yaml").read_text() + f"\nlanguage: {language}\n")
    change_rows(tiny, RULE + "('a','yard','甲',2,'次',9,'week',1,NULL),('b','yard','乙',2,'次',NULL,NULL,2,NULL);")
    write(tiny, "content/pages/how.md", "---\ntitle: How\nkind: page\n---\n\n```points\nunit: yard\n```\n")
    done(build(tiny))
    text = (tiny / "public/how/index.html").read_text()
    assert cap in text and none in text


def test_rewards_say_what_is_left(public):
    text = (public / "lists/points/index.html").read_text()
    offers = {one["id"]: one for one in feed(public, "offers")}
    own = [row for row in rows("offer") if row["list_id"] == "points-rewards"]
    assert own
    for row in own:
        left = int(row["quantity"]) - int(row["taken"])
        assert offers[row["id"]]["remaining"] == left
        card = re.search(rf'id="offer-{row["id"]}".*?</li>', text, re.S)[0]
        assert re.search(rf"还有 {left} " if left else "已约满|已换完|没有了", card), row["id"]


def test_the_next_day_of_exchange_is_the_reader_s(open_page):
    """The 28th until it is over, then nothing that is over."""
    for now, shown in (("2026-11-22T09:00+08:00", 1), ("2026-11-28T11:29+08:00", 1), ("2026-11-28T11:31+08:00", 0)):
        page = open_page("/lists/points/", datetime.datetime.fromisoformat(now))
        assert page.locator(".next-one > li:visible").count() == shown
        assert page.locator(".next .empty").is_visible() == (shown == 0)


@pytest.mark.parametrize("path", ["/teams/", "/lists/points/", "/councils/yongding-sunshine/"])
def test_nothing_is_wider_than_a_phone(open_page, path):
    page = open_page(path, width=360)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_volunteer_calls_say_what_is_left_and_end_with_their_day(public):
    offers = {one["id"]: one for one in feed(public, "offers")}
    calls = [row for row in rows("offer") if row["list_id"] == "volunteer-calls"]
    text = (public / "lists/volunteers/index.html").read_text()
    for row in calls:
        card = re.search(rf'id="offer-{row["id"]}"(.*?)</li>', text, re.S)[1]
        assert row["provider"] in card
        if row["quantity"]:
            assert offers[row["id"]]["remaining"] == int(row["quantity"]) - int(row["taken"])
        if row["available_until"]:
            assert "data-until=" in card


def test_the_six_projects_are_whole(public):
    text = (public / "lists/six-projects/index.html").read_text()
    matters = [one for one in feed(public, "matters") if one["listId"] == "six-projects"]
    assert {one["title"] for one in matters} == {"义服务", "享绿意", "暖心餐", "乐课堂", "友邻坊", "颐养院"}
    for one in matters:
        card = re.search(rf'id="matter-{one["id"]}".*?</li>', text, re.S)[0]
        assert one["title"] in card and one["phaseLabel"] in card and one["owner"] in card
        assert f"{one['quantityDone']:g}/{one['quantity']:g}" in card


# What must not leak


def planted(tmp_path):
    """The sample with a unit of three people in one month, whose numbers stand nowhere else."""
    site = tmp_path / "site"
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, site / name, ignore=shutil.ignore_patterns("*.sqlite*"))
    path = site / "content/data/points_total.csv"
    lines = path.read_text().splitlines()
    lines = [line for line in lines if not line.startswith("yongding,2026-09")] + ["yongding,2026-09,7474747,6161616,3"]
    path.write_text("\n".join(lines) + "\n")
    done(gongshi("activities", "init", "--site", site))
    done(gongshi("activities", "import", "--at", NOW, "--site", site, site / "content/data", "--apply"))
    done(build(site))
    return site


def test_no_byte_tells_of_three_people(tmp_path):
    site = planted(tmp_path)
    public = site / "public"
    for path in public.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            for number in (b"7474747", b"7,474,747", b"6161616", b"6,161,616"):
                assert number not in data, (path, number)
    tree = Tree(rows("unit"))
    with (site / "content/data/points_total.csv").open() as file:
        totals = list(csv.DictReader(file))
    expected, found = sums(tree, totals), told(feed(public))
    assert ("yongding", "2026-09") not in found and ("quanxi", "2026-09") in found and ("yongding", "2026-08") in found
    # Nor does it follow from the whole: what is left of it is of five people or more, and not theirs alone.
    parts = [found[unit, "2026-09"] for unit in tree.parent if tree.parent[unit] == "quanxi" and (unit, "2026-09") in found]
    left = [whole - sum(part[index] for part in parts) for index, whole in enumerate(expected["quanxi", "2026-09"])]
    assert left[2] >= LEAST and left[0] != 7474747 and left[1] != 6161616
    # Nor from a sum over months, of which there is none.
    year = sum(value[0] for (unit, _), value in expected.items() if unit == "yongding")
    assert str(year).encode() not in (public / "feeds/v1/points.json").read_bytes()


# Bad input


RULE = "INSERT INTO points_rule(id,unit_id,title,points,per,cap,cap_period,position,note) VALUES"
TOTAL = "INSERT INTO points_total(unit_id,month,earned,spent,people) VALUES"
HOSTILE = "<script>alert(1)</script>&\"'{{x}}"


@pytest.mark.parametrize(("column", "value"), [
    ("points", "0"), ("points", "'two'"), ("per", "''"), ("cap", "1"), ("cap", "NULL"), ("cap_period", "'fortnight'"), ("cap_period", "NULL"),
    ("title", "NULL"), ("unit_id", "'nowhere'"), ("position", "0"), ("note", "'找 138 1234 5678'"), ("id", "'A'"),
])
def test_bad_rules_are_named(tiny, column, value):
    values = {"id": "'a'", "unit_id": "'yard'", "title": "'听课'", "points": "2", "per": "'次'", "cap": "8", "cap_period": "'week'", "position": "1", "note": "NULL", column: value}
    if value == "NULL" and column == "title":
        connection = sqlite3.connect(tiny / "content/activities.sqlite")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(f"INSERT INTO points_rule({','.join(values)}) VALUES({','.join(values.values())})")
        connection.close()
        return
    change_rows(tiny, f"INSERT INTO points_rule({','.join(values)}) VALUES({','.join(values.values())});")
    found = problems(check(tiny).stderr)
    assert any("points_rule" in line and ("error" in line) for line in found), found


@pytest.mark.parametrize(("values", "code"), [
    ("('yard','2026-13',1,0,9)", "data.wrong-value"), ("('yard','2026-1',1,0,9)", "data.wrong-value"), ("('yard','2026-10-01',1,0,9)", "data.wrong-value"),
    ("('yard','2026-10',-1,0,9)", "data.wrong-value"), ("('yard','2026-10',1.5,0,9)", "data.wrong-value"), ("('yard','2026-10',10,0,0)", "data.wrong-value"),
    ("('yard','2026-10',0,0,9)", "data.wrong-value"), ("('yard','2026-10',10,11,9)", "data.points-overspent"), ("('yard','2027-01',10,0,9)", "data.points-ahead"),
])
def test_bad_totals_are_named(tiny, values, code):
    change_rows(tiny, TOTAL + values + ";")
    found = problems(check(tiny).stderr)
    assert any("points_total" in line and f"[{code}]" in line for line in found), found


def test_hostile_text_does_no_harm(tiny):
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    change_rows(tiny, f"{RULE} ('a','yard',{quoted},2,{quoted},9,'week',1,{quoted});{TOTAL} ('yard','2026-09',900,30,40),('yard','2026-10',800,30,40);"
        f"UPDATE unit SET name={quoted} WHERE id='yard';INSERT INTO list(id,shape,title,of,unit_id) VALUES('gifts','offer',{quoted},'reward','yard');"
        f"INSERT INTO offer(id,list_id,title,points,per,quantity,updated_at) VALUES('soap','gifts',{quoted},20,{quoted},4,'2026-11-01T08:00');")
    write(tiny, "content/lists/gifts.md", "---\ntitle: 兑换\nkind: list\nlayout: exchange\nlist: [gifts]\nunit: yard\n---\n")
    write(tiny, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\nplaylist: [{slide: list, list: gifts}]\n")
    done(build(tiny))
    text = (tiny / "public/lists/gifts/index.html").read_text()
    assert "&lt;script&gt;" in text and Page(text).months["2026-10"][1][1:] == ["40", "800", "30"]
    for path in (tiny / "public").rglob("*.html"):
        assert "<script>alert" not in path.read_text(), path


# Sheets


def test_sheets_take_what_they_give(site, tmp_path):
    book = tmp_path / "积分.xlsx"
    done(gongshi("activities", "export", "--site", site, "--language", "zh", book))
    sheets = openpyxl.load_workbook(book)
    for name, header, words in (
        ("队伍", "队伍类型", "政策宣讲"), ("积分规则", "封顶周期", "每季度"), ("积分汇总", "月份", None)):
        sheet = sheets[name]
        headers = [cell.value for cell in sheet[1]]
        assert header in headers
        if words:
            column = openpyxl.utils.get_column_letter(headers.index(header) + 1)
            choices = [one.formula1 for one in sheet.data_validations.dataValidation if column in str(one.sqref)]
            assert choices
            assert any(sheet.cell(row, headers.index(header) + 1).value == words for row in range(2, sheet.max_row + 1))
    result = done(gongshi("activities", "import", "--at", NOW, "--site", site, book))
    for table in ("team", "points_rule", "points_total"):
        line = next(line for line in result.stdout.splitlines() if line.startswith(f"{table}:"))
        assert "0 added, 0 changed" in line


def test_a_month_may_be_written_as_people_do(tiny, tmp_path):
    sheet = tmp_path / "积分汇总.csv"
    sheet.write_text("单位,月份,发出积分,兑换积分,人数\n小院,2026年9月,900分,30,40人\n小院,2026/10,800,0,38\n", encoding="utf-8")
    done(gongshi("activities", "import", "--at", NOW, "--site", tiny, sheet, "--apply"))
    rows = sqlite3.connect(tiny / "content/activities.sqlite").execute("SELECT * FROM points_total").fetchall()
    assert rows == [("yard", "2026-09", 900, 30, 40), ("yard", "2026-10", 800, 0, 38)]
