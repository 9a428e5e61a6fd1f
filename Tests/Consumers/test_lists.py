"""Lists: feeds and pages agree, the reader's clock says what waits and what is late, workbooks offer the words, menus move over."""

import csv
import html.parser
import json
import re
import shutil
import sqlite3

import openpyxl
import pytest
from support import NOW, build, change_rows, done, edit, gongshi, problems, tiny, tiny_original, write  # noqa: F401

BASE = "https://quanxi.example.cn"


def feed(public, name):
    """The records; of a large site's feed, those of its parts."""
    whole = json.loads((public / f"feeds/v1/{name}.json").read_text())
    parts = [json.loads((public / f"feeds/{part['url'].split('/feeds/', 1)[1]}").read_text()) for part in whole.get("parts", [])]
    return [record for one in parts or [whole] for record in one["data"]]


class Elements(html.parser.HTMLParser):
    """The elements of a page that have an id: their attributes and their text."""

    VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

    def __init__(self, text):
        super().__init__()
        self.open, self.attributes, self.texts = [], {}, {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        own = dict(attributes).get("id")
        if own:
            self.attributes[own], self.texts[own] = dict(attributes), ""
        if tag not in self.VOID:
            self.open.append((tag, own))

    def handle_endtag(self, tag):
        while tag not in self.VOID and self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        for _, own in self.open:
            if own:
                self.texts[own] += text


def page(public, url):
    return Elements((public / url.lstrip("/") / "index.html").read_text())


# Agreement


@pytest.mark.parametrize("name", ["offers", "matters"])
def test_everything_in_the_feed_stands_where_the_feed_says(public, name):
    shown = [item for item in feed(public, name) if item["url"]]
    assert len(shown) > 50
    pages = {}
    for item in shown:
        path, _, anchor = item["url"].removeprefix(BASE).partition("#")
        if path not in pages:
            pages[path] = page(public, path)
        # What only a block of a text shows has no address of its own there.
        text, attributes = pages[path].texts[anchor or "main"], pages[path].attributes[anchor or "main"]
        assert item["title"] in text, item["id"]
        if name == "matters":
            assert item["phaseLabel"] in text, item["id"]
        if anchor and item.get("dueOn") and item["phase"] in ("raised", "taken", "doing"):
            assert attributes["data-due"] == item["dueOn"]


def test_a_call_for_volunteers_says_who_calls_and_how_many_are_wanted(public):
    """In the words of a call: nobody “provides” it, and whoever comes last is told that it is full."""
    calls = [offer for offer in feed(public, "offers") if offer["of"] == "volunteer"]
    assert len(calls) > 2 and any(call["remaining"] for call in calls)
    for call in calls:
        path, _, anchor = call["url"].removeprefix(BASE).partition("#")
        text = re.sub(r"[\s：]+", "", page(public, path).texts[anchor])
        assert "招募" + re.sub(r"\s", "", call["provider"]) in text and "提供" + call["provider"] not in text
        left = "" if call["remaining"] is None else f"还有{call['remaining']:g}{call['per'] or ''}" if call["remaining"] else "已约满"
        assert left in text, (left, text)


def test_a_list_counts_what_stands_on_it(public):
    matters, offers = feed(public, "matters"), feed(public, "offers")
    lists = feed(public, "lists")
    assert {item["listId"] for item in matters + offers} <= {item["id"] for item in lists}
    for item in lists:
        own = [matter["phase"] for matter in matters if matter["listId"] == item["id"]]
        assert {phase: item[phase] for phase in ("raised", "taken", "doing", "done", "dropped")} == {
            phase: own.count(phase) for phase in ("raised", "taken", "doing", "done", "dropped")}
        assert item["offers"] == sum(offer["listId"] == item["id"] for offer in offers)
        assert (item["offers"] == 0) if item["shape"] == "matter" else not own


def test_every_list_of_the_sample_has_a_page_or_a_block(public, site):
    assert "list.not-shown" not in gongshi("check", "--site", site, "--at", NOW).stderr


def test_a_resource_gives_no_more_than_it_has(public):
    for offer in feed(public, "offers"):
        if offer["quantity"] is not None:
            assert 0 <= offer["remaining"] <= offer["quantity"], offer["id"]


def test_what_is_done_has_an_owner_an_outcome_and_days(public):
    matters = feed(public, "matters")
    done_ones = [matter for matter in matters if matter["phase"] == "done"]
    assert len(done_ones) > 20
    for matter in done_ones:
        assert matter["owner"] and matter["outcome"] and matter["doneOn"] <= NOW[:10]
    # The ten requests of S13 are all closed; the drying racks of S9 took what their days say.
    assert sum(matter["listId"] == "lianmeng-requests" and matter["phase"] == "done" for matter in matters) == 10


# The reader's clock


def notes(browser_page, url):
    browser_page.goto(url)
    return {
        item["id"]: (item["note"], item["late"]) for item in browser_page.evaluate(
            """() => Array.prototype.map.call(document.querySelectorAll('.matter'), function (node) {
                 return {id: node.id, note: node.querySelector('.counted').textContent, late: node.classList.contains('is-late')};
               })""")}


@pytest.fixture
def reader(browser):
    opened = []

    def at(time):
        context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
        opened.append(context)
        one = context.new_page()
        one.clock.install(time=time)
        return one

    yield at
    for context in opened:
        context.close()


def test_what_waits_and_what_is_late_go_by_the_readers_clock(server, public, reader):
    open_ones = {matter["id"]: matter for matter in feed(public, "matters") if matter["phase"] in ("raised", "taken", "doing")}
    url = f"{server}/lists/beihuai/"
    for day in ("2026-11-21", "2026-12-04"):
        shown = notes(reader(f"{day}T12:00:00+08:00"), url)
        own = {key.removeprefix("matter-"): value for key, value in shown.items() if key.removeprefix("matter-") in open_ones}
        assert len(own) > 3
        for key, (note, late) in own.items():
            due, raised = open_ones[key]["dueOn"], open_ones[key]["raisedOn"]
            assert late == bool(due and due < day), key
            if late:
                assert note == f"已超期 {days(due, day)} 天"
            elif open_ones[key]["phase"] == "raised":
                assert note == f"已等 {days(raised, day)} 天"
            else:
                assert note == ""


def days(first, last):
    from datetime import date
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def test_an_offer_leaves_with_its_last_day(tiny, reader):
    lists_of(tiny)
    done(build(tiny))
    from serving import files_served
    with files_served(tiny / "public") as files:
        for time, shown in (("2026-11-25T23:59:30+08:00", True), ("2026-11-26T00:00:30+08:00", False)):
            one = reader(time)
            one.goto(f"{files.address}/lists/offers/")
            assert one.locator("#offer-hair-cut").is_visible() == shown


# Import, export, matching


def lists_of(site):
    write(site, "content/lists/offers.md", "---\ntitle: 服务\nkind: list\nlayout: menu\nlist: shop\n---\n")
    sheet = site / "shop.xlsx"
    book = openpyxl.Workbook()
    lists = book.active
    lists.title = "清单"
    unit = sqlite3.connect(site / "content/activities.sqlite").execute("SELECT id FROM unit LIMIT 1").fetchone()[0]
    lists.append(["清单编号", "形式", "清单名称", "内容", "单位"])
    lists.append(["shop", "供给", "便民服务", "服务", unit])
    words = book.create_sheet("清单用词")
    words.append(["清单", "用途", "词语编号", "词语", "顺序"])
    words.append(["便民服务", "类别", "hair", "理发", 1])
    offers = book.create_sheet("供给")
    offers.append(["供给编号", "清单", "名称", "类别", "价格", "每", "电话", "截止日期", "暂停", "办理时限"])
    offers.append(["hair-cut", "便民服务", "老年理发", "理发", "15元", "次", "0531-0000-1200", "2026-11-25", "否", "2个工作日"])
    book.save(sheet)
    done(gongshi("activities", "import", "--site", site, "--at", NOW, sheet, "--apply"))


def test_a_worker_writes_words_not_codes(tiny):
    lists_of(tiny)
    row = sqlite3.connect(tiny / "content/activities.sqlite").execute(
        "SELECT list_id, category, fee_yuan, per, paused, limit_days, updated_at FROM offer").fetchall()
    assert row == [("shop", "hair", 15.0, "次", 0, 2, "2026-11-21T09:00")]


def test_a_word_that_the_list_lacks_is_named_with_those_it_has(tiny):
    lists_of(tiny)
    (tiny / "offer.csv").write_text("供给编号,清单,名称,类别\ndye,shop,染发,理法\n", encoding="utf-8-sig")
    result = gongshi("activities", "import", "--site", tiny, "--at", NOW, tiny / "offer.csv", "--language", "zh")
    assert result.returncode == 1
    assert "清单“便民服务”没有类别“理法”" in result.stderr and "是不是想写“理发”" in result.stderr
    assert "offer.csv:2:4" in result.stderr


def test_import_keeps_the_time_of_what_does_not_change(site, tmp_path):
    """A second import of the same changes nothing; a changed row gets the time of the import."""
    text = (site / "content/data/matter.csv").read_text("utf-8-sig")
    assert "updated_at" in text
    lines = list(csv.DictReader(text.splitlines()))
    lines[0]["title"] += "！"
    for line in lines:
        line.pop("updated_at")
    changed = tmp_path / "matter.csv"
    with changed.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, lines[0].keys())
        writer.writeheader()
        writer.writerows(lines)
    own = tmp_path / "own"
    shutil.copytree(site / "content", own / "content")
    result = gongshi("activities", "import", "--site", own, "--at", "2026-11-22T10:00:00+08:00", "--apply", changed)
    done(result)
    assert f"matter: 0 added, 1 changed, {len(lines) - 1} unchanged" in result.stdout
    before, after = (
        dict(sqlite3.connect(one / "content/activities.sqlite").execute("SELECT id, updated_at FROM matter")) for one in (site, own))
    assert after == {**before, lines[0]["id"]: "2026-11-22T10:00"} != before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_workbook_offers_words_and_reads_back(site, tmp_path, language):
    file = tmp_path / "all.xlsx"
    done(gongshi("activities", "export", "--site", site, "--language", language, file))
    book = openpyxl.load_workbook(file)
    sheet = book["事项" if language == "zh" else "matter"]
    header = [cell.value for cell in sheet[1]]
    choices = {}
    for validation in sheet.data_validations.dataValidation:
        column = openpyxl.utils.cell.column_index_from_string(re.match("[A-Z]+", str(validation.sqref)).group())
        choices[header[column - 1]] = values(book, validation.formula1)
    units = [row[0].value for row in book["单位" if language == "zh" else "unit"].iter_rows(min_row=2)]
    if language == "zh":
        assert choices["阶段"][:5] == ["待认领", "已认领", "办理中", "已办结", "不办理"]
        assert "设施维修" in choices["类别"] and len(choices["单位"]) == len(units)
        assert "设施维修" in {row[header.index("类别")].value for row in sheet.iter_rows(min_row=2)}
    else:
        assert choices["phase"][:5] == ["raised", "taken", "doing", "done", "dropped"] and choices["unit_id"] == units
    result = gongshi("activities", "import", "--site", site, "--at", NOW, file)
    done(result)
    assert not re.search(r"[1-9]\d* (added|changed)", result.stdout)
    assert result.stderr == ""


def values(book, formula):
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    name, cells = formula.rsplit("!", 1)
    return [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]


def test_a_menus_services_move_into_a_list(tiny):
    write(tiny, "content/menus/home.md", (
        "---\ntitle: 便民菜单\nkind: menu\ncategory: convenience\nunit: quan\nservices:\n"
        "- {id: cut, title: 理发, price: 15元/次, feeYuan: 15, provider: 理发店, howTo: 打电话}\n"
        "- {id: fix, title: 修理, price: 面议}\n---\n正文\n"))
    unit = sqlite3.connect(tiny / "content/activities.sqlite").execute("SELECT id FROM unit LIMIT 1").fetchone()[0]
    edit(tiny, "content/menus/home.md", "unit: quan", f"unit: {unit}")
    menu = tiny / "content/menus/home.md"
    done(build(tiny))
    before = [(item["id"], item["title"], item["feeYuan"], item["howTo"]) for item in feed(tiny / "public", "services") if item["menuId"] == "home"]
    result = gongshi("activities", "import", "--site", tiny, "--at", NOW, menu, "--apply")
    done(result)
    assert "list: menu-home" in result.stderr
    menu.write_text(re.sub(r"services:\n(- .*\n)+", "list: menu-home\n", menu.read_text()))
    done(build(tiny))
    after = [(item["id"], item["title"], item["feeYuan"], item["howTo"]) for item in feed(tiny / "public", "services") if item["menuId"] == "home"]
    assert after == before == [("cut", "理发", 15, "打电话"), ("fix", "修理", None, None)]
    rows = sqlite3.connect(tiny / "content/activities.sqlite").execute("SELECT per, conditions FROM offer ORDER BY id").fetchall()
    assert rows == [("次", None), (None, "面议")]


def test_a_page_without_services_is_no_menu_to_move(tiny):
    write(tiny, "content/note.md", "---\ntitle: 说明\nkind: page\n---\n正文\n")
    result = gongshi("activities", "import", "--site", tiny, "--at", NOW, tiny / "content/note.md")
    assert result.returncode == 1 and "import.no-services" in result.stderr


def test_what_fits_is_proposed_with_its_reason_and_what_nobody_has_is_said(site):
    result = gongshi("lists", "match", "--site", site, "--at", NOW, "--format", "json")
    done(result)
    demands = json.loads(result.stdout)
    met = [demand for demand in demands if demand["proposals"]]
    unmet = [demand for demand in demands if not demand["proposals"]]
    assert met and unmet
    assert all(proposal["reasons"] for demand in met for proposal in demand["proposals"])
    assert all(demand["obstacles"] for demand in unmet)
    # A leaking shed goes to no street-lamp team, and lamps find the team that has none left.
    assert any("used up" in text for demand in unmet for text in demand["obstacles"])
    text = gongshi("lists", "match", "--site", site, "--at", NOW, "--language", "zh").stdout
    assert "还没有资源能满足的" in text and f"共 {len(demands)} 件需求" in text
    assert gongshi("lists", "match", "--site", site, "--at", NOW, "--format", "yaml").returncode == 2


# Size


def test_a_long_list_is_divided_and_no_page_is_too_much_for_a_phone(tiny):
    lists_of(tiny)
    unit = sqlite3.connect(tiny / "content/activities.sqlite").execute("SELECT id FROM unit LIMIT 1").fetchone()[0]
    rows = "".join(
        f"INSERT INTO matter(id, list_id, title, phase, owner, raised_on, done_on, outcome, updated_at) VALUES('m-{n}', 'big', '事项{n}', "
        + (f"'raised', NULL, '2026-01-01', NULL, NULL, " if n % 3 else f"'done', '物业', '2024-01-01', '{2024 + n % 2}-06-01', '办好了', ")
        + "'2026-11-20T17:00');\n" for n in range(3000))
    change_rows(tiny, f"INSERT INTO list VALUES('big', 'matter', '大清单', 'demand', '{unit}', NULL);\n{rows}")
    write(tiny, "content/lists/big.md", "---\ntitle: 大清单\nkind: list\nlayout: board\nlist: big\n---\n")
    done(build(tiny))
    pages = sorted((tiny / "public/lists/big").rglob("index.html"))
    assert len(pages) > 30
    assert max(path.stat().st_size for path in pages) < 150_000
    found = set()
    for path in pages:
        found |= {own for own in Elements(path.read_text()).attributes if own.startswith("matter-")}
    assert len(found) == 3000
    for item in feed(tiny / "public", "matters")[::97]:
        path, _, anchor = item["url"].partition("/lists/")[2].partition("#")
        assert anchor in page(tiny / "public", "/lists/" + path).texts
