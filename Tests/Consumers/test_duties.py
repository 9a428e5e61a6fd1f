"""Duties: the catalogue agrees with its feed, the reader's clock says what is late, staff are told what is due."""

import csv
import datetime
import html.parser
import json
import re
import sqlite3

import pytest
from serving import files_served
from support import NOW, ROOT, build, change_rows, check, done, gongshi, problems, tiny, tiny_original, write  # noqa: F401

BASE = "https://quanxi.example.cn"
TODAY = NOW[:10]


def feed(public, name="duties"):
    return json.loads((public / f"feeds/v1/{name}.json").read_text())["data"]


class Cards(html.parser.HTMLParser):
    """The text of each card and the days at its lines, by the card's id; and the links of each quarter."""

    def __init__(self, text):
        super().__init__()
        self.card, self.quarter, self.texts, self.dues, self.links = None, None, {}, {}, {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "duty" in attributes.get("class", "").split():
            self.card = attributes["id"]
            self.texts[self.card], self.dues[self.card] = "", []
        if "quarter" in attributes.get("class", "").split():
            self.quarter, self.card = attributes["id"].removeprefix("quarter-"), None
            self.links[self.quarter] = []
        if self.card and "data-due" in attributes:
            self.dues[self.card].append(attributes["data-due"])
        if self.quarter and tag == "a":
            self.links[self.quarter].append(attributes["href"])

    def handle_endtag(self, tag):
        if tag == "section":
            self.card = self.quarter = None

    def handle_data(self, text):
        if self.card:
            self.texts[self.card] += text


def cards(public, url="lists/disclosure"):
    return Cards((public / url / "index.html").read_text())


def quarter(day):
    return f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}"


def unmet(duty, day=TODAY):
    return [period for period in duty["periods"] if period["metOn"] is None or period["metOn"] > day]


def late(duty, day=TODAY):
    return [period["period"] for period in unmet(duty, day) if period["dueOn"] and period["dueOn"] < day]


# Agreement


def test_the_catalogue_says_what_the_feed_says(public):
    page = cards(public)
    duties = feed(public)
    assert len(duties) >= 15
    assert {f"duty-{duty['id']}" for duty in duties} == set(page.texts)
    for duty in duties:
        text = page.texts[f"duty-{duty['id']}"]
        for said in (duty["title"], duty["basis"], duty["responsible"]):
            assert said in text, duty["id"]
        assert duty["url"] == f"{BASE}/lists/disclosure/#duty-{duty['id']}"
        # A line for what is late, and one for what is due next; where something is planned, or no day can be told, it has no day.
        dues = page.dues[f"duty-{duty['id']}"]
        overdue = [period["dueOn"] for period in unmet(duty) if period["dueOn"] and period["dueOn"] < TODAY]
        assert dues[: len(overdue)] == overdue and len(dues) <= len(overdue) + 1
        assert set(dues[len(overdue):]) <= {duty["nextDueOn"]}


def test_each_quarter_lists_what_was_published_in_it(public):
    page = cards(public)
    links = {}
    for duty in feed(public):
        for one in duty["met"]:
            if one["on"] <= TODAY:
                links.setdefault(quarter(one["on"]), []).append(one["url"].removeprefix(BASE))
    assert set(page.links) == set(links) and quarter(TODAY) in links
    for name, expected in links.items():
        shown = [link for link in page.links[name] if not link.startswith("/feeds/")]
        assert len(shown) == min(40, len(expected)) and set(shown) <= set(expected)
    assert all((public / link.strip("/") / "index.html").exists() for every in links.values() for link in every)


def test_what_a_notice_meets_is_dated_as_the_notice(public):
    dates = {notice["url"]: notice["date"] for notice in feed(public, "notices")}
    told = [one for duty in feed(public) if duty["metBy"] == "notice" for one in duty["met"]]
    assert sum(one["url"] in dates for one in told) > 5
    assert all(dates.get(one["url"], one["on"]) == one["on"] for one in told)


def test_working_days_are_counted_by_the_holidays(public):
    """The third quarter's accounts are due ten working days after September 30: October 1 to 7 are off, Saturday, October 10 is worked."""
    accounts = {period["period"]: period for duty in feed(public) if duty["id"] == "bh-accounts" for period in duty["periods"]}
    assert accounts["2026-Q2"]["dueOn"] == "2026-07-14" and accounts["2026-Q3"]["dueOn"] == "2026-10-20"
    # The next one's run into 2027.
    assert accounts["2026-Q4"]["dueOn"] is None


def test_the_samples_one_late_duty(public, site):
    assert {duty["id"]: late(duty) for duty in feed(public) if late(duty)} == {"yd-revenue": ["2026-Q3"]}
    found = [line for line in problems(check(site).stderr) if "[duty." in line]
    assert len(found) == 1 and "yd-revenue" in found[0] and "warning[duty.late]" in found[0]


# The reader's clock


@pytest.fixture
def reader(browser):
    opened = []

    def at(time, width=390):
        context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": width, "height": 800})
        opened.append(context)
        one = context.new_page()
        one.clock.install(time=time)
        return one

    yield at
    for context in opened:
        context.close()


@pytest.mark.parametrize("day", ["2026-11-21", "2026-12-01"])
def test_what_is_late_goes_by_the_readers_clock(server, public, reader, day):
    page = reader(f"{day}T12:00:00+08:00")
    page.goto(f"{server}/lists/disclosure/")
    shown = page.evaluate(
        """() => Array.prototype.map.call(document.querySelectorAll('.owed'), function (line) {
             return [line.parentNode.id, line.getAttribute('data-due'), line.classList.contains('is-late'), line.querySelector('.counted').textContent];
           })""")
    assert len(shown) > 10
    for _, due, is_late, note in shown:
        assert is_late == bool(due and due < day)
        if is_late:
            days = (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(due)).days
            assert note == f"已超期 {days} 天"
        else:
            assert note == ""
    count = sum(is_late for _, _, is_late, _ in shown)
    assert page.locator(".tally-overdue b").text_content() == str(count)
    # The allowances of October were published; nothing else falls due in between but what the sample plans.
    assert "duty-yd-revenue" in {card for card, _, is_late, _ in shown if is_late}


def test_a_monthly_duty_becomes_late_without_a_rebuild(tiny, reader):
    owed(tiny, "month")
    done(build(tiny))
    with files_served(tiny / "public") as files:
        for time, is_late in (("2026-11-30T23:59:00+08:00", False), ("2026-12-01T00:01:00+08:00", True)):
            page = reader(time)
            page.goto(f"{files.address}/lists/owed/")
            assert ("is-late" in page.locator(".owed").first.get_attribute("class")) == is_late
            assert page.locator(".tally-overdue b").text_content() == str(int(is_late))


def test_a_phone_needs_no_scrolling_sideways(server, reader):
    page = reader(NOW, width=360)
    page.goto(f"{server}/lists/disclosure/")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


# Staff


def owed(site, cadence, means="notice", starts="2026-11-01"):
    unit = sqlite3.connect(site / "content/activities.sqlite").execute("SELECT id FROM unit LIMIT 1").fetchone()[0]
    change_rows(site, (
        "INSERT INTO duty(id,unit_id,title,cadence,met_by,starts_on) "
        f"VALUES('accounts','{unit}','收支','{cadence}','{means}','{starts}')"))
    write(site, "content/lists/owed.md", "---\ntitle: 公开目录\nkind: list\nlayout: disclosure\n---\n")


def test_staff_are_told_what_is_late_due_and_done(site, public):
    result = done(gongshi("duties", "--site", site, "--at", NOW, "--format", "json"))
    told = json.loads(result.stdout)
    duties = {duty["id"]: duty for duty in feed(public)}
    assert [(entry["dutyId"], entry["period"]) for entry in told["late"]] == [("yd-revenue", "2026-Q3")]
    limit = (datetime.date.fromisoformat(TODAY) + datetime.timedelta(14)).isoformat()
    assert {entry["dutyId"] for entry in told["due"]} == {
        id for id, duty in duties.items() if duty["nextDueOn"] and duty["nextDueOn"] <= limit}
    assert {entry["dutyId"]: entry["on"] for entry in told["done"]} == {
        id: duty["lastOn"] for id, duty in duties.items() if duty["lastOn"]}
    text = done(gongshi("duties", "--site", site, "--at", NOW, "--language", "zh")).stdout
    assert "永汀社区 · 小区公共收益收支（2026年第三季度） — 应在 2026-10-20 前，已逾期 32 天 [yd-revenue]" in text


def test_a_unit_has_its_own_and_those_below_it(site):
    def units(*arguments):
        told = json.loads(done(gongshi("duties", "--site", site, "--at", NOW, "--format", "json", *arguments)).stdout)
        return {entry["unitId"] for entries in told.values() for entry in entries}

    assert units("--unit", "songtai") == {"songtai", "huijin"} < units("--unit", "quanxi") == units()
    result = gongshi("duties", "--site", site, "--at", NOW, "--unit", "songtaii")
    assert result.returncode == 2 and "songtai" in result.stderr


def test_publishing_it_late_ends_the_warning_and_says_that_it_was_late(tiny):
    owed(tiny, "month", starts="2026-10-01")
    assert "warning[duty.late]" in check(tiny).stderr
    unit = sqlite3.connect(tiny / "content/activities.sqlite").execute("SELECT id FROM unit LIMIT 1").fetchone()[0]
    write(tiny, "content/notices/paper.md", (
        f"---\ntitle: 十月收支\nkind: notice\nunit: {unit}\ndate: 2026-11-20\nduty: accounts\ndutyPeriod: 2026年10月\n---\n正文\n"))
    result = done(build(tiny))
    assert "duty.late" not in result.stderr
    assert "逾期补办" in (tiny / "public/lists/owed/index.html").read_text()
    assert [period["metOn"] for period in feed(tiny / "public")[0]["periods"]][:2] == ["2026-11-20", None]


# Spreadsheets and the database


def test_a_worker_writes_words_not_codes(tiny):
    unit = sqlite3.connect(tiny / "content/activities.sqlite").execute("SELECT name FROM unit LIMIT 1").fetchone()[0]
    (tiny / "公开目录.csv").write_text(
        "事项编号,单位,公开事项,依据,公开周期,公开时限,公开形式,责任单位,顺序\n"
        f"accounts,{unit},收支,居委会组织法,每季度,10个工作日,公告,居委会,1\n"
        f"changes,{unit},维修资金,民法典,有变动时,,公告,物业,2\n", encoding="utf-8-sig")
    done(gongshi("activities", "import", "--site", tiny, "--at", NOW, tiny / "公开目录.csv", "--apply"))
    rows = sqlite3.connect(tiny / "content/activities.sqlite").execute(
        "SELECT id, cadence, within_workdays, met_by, responsible FROM duty ORDER BY id").fetchall()
    assert rows == [("accounts", "quarter", 10, "notice", "居委会"), ("changes", "on-change", None, "notice", "物业")]


def test_the_database_refuses_what_is_no_cadence(tiny):
    unit = sqlite3.connect(tiny / "content/activities.sqlite").execute("SELECT id FROM unit LIMIT 1").fetchone()[0]
    for column, value in (("cadence", "week"), ("met_by", "letter"), ("within_workdays", 0), ("starts_on", "2026-02-30")):
        row = {"id": "a", "unit_id": unit, "title": "收支", "cadence": "month", "met_by": "notice", column: value}
        with pytest.raises(sqlite3.IntegrityError), sqlite3.connect(tiny / "content/activities.sqlite") as database:
            database.execute(f"INSERT INTO duty({','.join(row)}) VALUES({','.join('?' * len(row))})", tuple(row.values()))


def test_the_samples_rows_come_back_as_they_were(site, tmp_path):
    file = tmp_path / "all.xlsx"
    done(gongshi("activities", "export", "--site", site, "--language", "zh", file))
    result = done(gongshi("activities", "import", "--site", site, "--at", NOW, file))
    assert re.search(r"duty: 0 added, 0 changed, \d+ unchanged", result.stdout)
    with open(ROOT / "content/data/duty.csv", encoding="utf-8-sig", newline="") as rows:
        assert len(list(csv.DictReader(rows))) == len(feed_rows(site))


def feed_rows(site):
    return sqlite3.connect(site / "content/activities.sqlite").execute("SELECT id FROM duty").fetchall()


# Screens


def test_the_lobbys_screen_shows_what_was_published_this_quarter(public):
    screen = json.loads((public / "feeds/v1/screens/quanxi-lobby.json").read_text())
    said = json.dumps(screen, ensure_ascii=False)
    assert "2026年第四季度已公开" in said and "duty-bh-allowance-2026-11-05" in said
    assert "duty-bh-accounts-2026-07-13" not in said


@pytest.mark.parametrize("units, categories", [(1, ["物业", "收支"]), (1, ["收支"]), (13, ["物业", "收支"])], ids=["of one unit", "under one heading", "of thirteen"])
def test_a_catalogue_of_hundreds_comes_in_pages(tiny, units, categories):  # noqa: F811
    """No page holds more than a telephone takes; each duty stands once, where the feed says; the tallies count all."""
    rows = [f"INSERT INTO unit(id,name,level,parent_id) VALUES('grid-{n}','第{n}网格','grid','yard')" for n in range(1, units)]
    for number in range(260):
        unit = "yard" if number % units == 0 else f"grid-{number % units}"
        rows.append(
            "INSERT INTO duty(id,unit_id,title,category,position,cadence,within_workdays,met_by) "
            f"VALUES('duty-{number}','{unit}','公开事项{number}','{categories[number % len(categories)]}',{number + 1},'quarter',5,'notice')")
    change_rows(tiny, ";".join(rows))
    write(tiny, "content/lists/catalogue.md", "---\ntitle: 公开目录\nkind: list\nlayout: disclosure\nunit: yard\n---\n该公开的都在这里。\n")
    done(build(tiny))
    public = tiny / "public"
    found = {}
    for file in sorted((public / "lists/catalogue").rglob("index.html")):
        text = file.read_text(encoding="utf-8")
        assert len(text.encode()) < 150_000, file
        for anchor in re.findall(r'id="(duty-[^"]+)"', text):
            found[anchor] = "/" + str(file.parent.relative_to(public)) + "/#" + anchor
    assert len(found) == 260
    told = {duty["url"].removeprefix("https://" + duty["url"].split("/")[2]) for duty in feed(public) if "url" in duty}
    assert told == set(found.values())
    top = (public / "lists/catalogue/index.html").read_text(encoding="utf-8")
    assert "<b>260</b>" in top and 'id="duty-' not in top
    links = re.findall(r'href="(/lists/catalogue/[^"]+)"', top)
    assert len(links) == (len(categories) if units == 1 else units)
    # From there each of its pages is come to.
    seen = set()
    while links:
        link = links.pop()
        if link not in seen:
            seen.add(link)
            links += re.findall(r'href="(/lists/catalogue/[^"#]+)"', (public / link[1:] / "index.html").read_text(encoding="utf-8"))
    assert {url.split("#")[0] for url in found.values()} == seen
