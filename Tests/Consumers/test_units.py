"""Units and those who answer for them: page, feed and search agree, figures are what rows come to, a district's tree stays readable."""

import collections
import csv
import datetime
import html.parser
import json
import re

import pytest
from support import NOW, ROOT, build, change_rows, check, done, problems, tiny, tiny_original, write  # noqa: F401

BASE = "https://quanxi.example.cn"
LEVELS = {"subdistrict": "subdistricts", "community": "communities", "grid": "grids", "microgrid": "microgrids", "building": "buildings"}
LARGEST = 60_000


def feed(public, name):
    return json.loads((public / f"feeds/v1/{name}.json").read_text())["data"]


def rows(name):
    with open(ROOT / f"content/data/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Outline(html.parser.HTMLParser):
    """The text of each element with an id, all links with their text, and the ids in their order."""

    VOID = {"br", "img", "meta", "link", "input", "hr", "path"}

    def __init__(self, text):
        super().__init__()
        self.stack, self.texts, self.links, self.ids = [], collections.defaultdict(str), [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if attributes.get("id"):
            self.ids.append(attributes["id"])
        if tag == "a":
            self.links.append([attributes.get("href"), ""])
        if tag not in self.VOID:
            self.stack.append((tag, attributes.get("id")))

    def handle_endtag(self, tag):
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, text):
        for _, name in self.stack:
            if name:
                self.texts[name] += text
        if self.links and any(tag == "a" for tag, _ in self.stack):
            self.links[-1][1] += text


def page(public, url):
    """A page, by its address with or without the site's and an anchor."""
    path = url.removeprefix(BASE).split("#")[0].strip("/")
    return Outline((public / path / "index.html").read_text(encoding="utf-8"))


# Agreement


def test_each_unit_is_where_the_feed_says(public):
    units = feed(public, "units")
    assert [unit["id"] for unit in units] and {unit["id"] for unit in units} == {row["id"] for row in rows("unit")}
    pages = {}
    for unit in units:
        address, _, anchor = unit["url"].partition("#")
        found = pages.setdefault(address, None) or pages.update({address: page(public, address)}) or pages[address]
        if anchor:
            assert unit["name"] in found.texts[anchor], unit["id"]
        else:
            assert address == f"{BASE}/units/{unit['id']}/"
    assert sum("#" in unit["url"] for unit in units) > 1100
    # A building's grids stand on its page, each with its head.
    assert next(unit for unit in units if unit["id"] == "jinping-jiahe-2")["url"] == f"{BASE}/units/jinping-jiahe/#unit-jinping-jiahe-2"


def test_each_post_stands_on_its_units_page_as_in_the_feed(public):
    posts = feed(public, "posts")
    assert len(posts) == len(rows("post"))
    turns = collections.defaultdict(list)
    for turn in feed(public, "rosters"):
        turns[turn["rosterId"]].append(turn)
    for post in posts:
        address, _, anchor = post["url"].partition("#")
        text = page(public, address).texts[anchor]
        assert post["title"] in text and (post["duties"] or "") in text and (post["phone"] or "") in text, post["id"]
        assert (post["holder"] is None) == (post["rosterId"] is not None)
        if post["holder"]:
            assert post["holder"] in text
        else:
            assert all(turn["holder"] in text for turn in turns[post["rosterId"]][:4])


def test_a_number_is_dialled_where_it_can_be(public):
    """A masked number is text; every other is a link of its digits."""
    for post in feed(public, "posts"):
        if post["phone"] and "*" in post["phone"]:
            assert post["phoneUrl"] is None
        elif post["phone"]:
            number, _, inner = post["phone"].partition("转")
            assert post["phoneUrl"] == "tel:" + number.replace("-", "") + (f";ext={inner}" if inner else "")
    outline = page(public, "/units/huijin/")
    assert ["tel:053100001324", "0531-0000-1324"] in outline.links
    masked = [post for post in feed(public, "posts") if post["phone"] and "*" in post["phone"]]
    assert masked
    for post in masked:
        outline = page(public, post["url"])
        assert post["phone"] in outline.texts[post["url"].partition("#")[2]]
        assert not any(text == post["phone"] for _, text in outline.links)


# Figures


def below():
    """Each unit's own chain upwards, itself first, from the rows."""
    parents = {row["id"]: row["parent_id"] for row in rows("unit")}

    def chain(unit):
        while unit:
            yield unit
            unit = parents[unit]

    return {unit: list(chain(unit)) for unit in parents}


def test_totals_are_what_the_rows_come_to(public):
    chains, counts = below(), collections.defaultdict(collections.Counter)
    for row in rows("unit"):
        for above in chains[row["id"]][1:]:
            counts[above][LEVELS.get(row["level"], "districts")] += 1
    for row in rows("venue"):
        for above in chains[row["unit_id"]]:
            counts[above]["venues"] += 1
    for row in rows("post"):
        for above in chains[row["unit_id"]]:
            counts[above]["posts"] += 1
            counts[above]["people"] += int(row["people"] or 1)
    for unit in feed(public, "units"):
        for name in [*LEVELS.values(), "venues", "posts", "people"]:
            assert unit[name] == counts[unit["id"]][name], (unit["id"], name)


def test_the_facts_add_up_from_units_and_posts(public):
    """DOMAIN's S1, S5 and S10: the measures that say so and the rows come to the same, community by community."""
    chains, measures = below(), {measure["id"]: measure for measure in feed(public, "measures")}
    units = {unit["id"]: unit for unit in feed(public, "units")}
    assert [units["liudi"][name] for name in ("communities", "grids", "microgrids")] == [11, 140, 1120]
    people = collections.Counter()
    for row in rows("post"):
        for above in chains[row["unit_id"]]:
            people[above, row["title"]] += int(row["people"] or 1)
    assert (people["liudi", "网格长"], people["liudi", "网格员"]) == (74, 569)
    assert people["jinping", "三级网格长"] == 63 and people["jinping", "二级网格长"] == 8 and people["jinping", "一级网格长"] == 1
    for measure, figure in [
        ("liudi-grids", lambda unit: units[unit]["grids"]), ("liudi-microgrids", lambda unit: units[unit]["microgrids"]),
        ("liudi-grid-heads", lambda unit: people[unit, "网格长"]), ("liudi-grid-officers", lambda unit: people[unit, "网格员"]),
        ("jinping-building-grids", lambda unit: units[unit]["grids"]),
    ]:
        for value in measures[measure]["values"]:
            assert value["value"] == figure(value["unitId"]), (measure, value["unitId"])


def test_one_head_and_six_officers(public):
    for building in ("huijin", "yunding", "dingxin"):
        posts = [post for post in feed(public, "posts") if post["unitId"] == building]
        assert [post["title"] for post in posts][0] == "楼长" and posts[0]["rosterId"] and len(posts) == 7
        assert len({post["duties"] for post in posts}) == 7 and all(post["holder"] for post in posts[1:])


# The tree


def test_no_page_of_units_is_large(public):
    sizes = {path: path.stat().st_size for path in (public / "units").rglob("index.html")}
    assert max(sizes.values()) <= LARGEST, max(sizes, key=sizes.get)


def test_the_tree_opens_without_script(public):
    text = (public / "units/index.html").read_text(encoding="utf-8")
    assert text.count("<details") == text.count("</details>") == 4
    outline = page(public, "/units/")
    assert ["/units/liudi/", "柳堤街道"] in outline.links
    assert len(outline.links) < 300


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    """A function: a site with a district of so many communities, grids and micro-grids, in an order of ids that is none of numbers."""
    from support import tiny_site

    def made(communities, grids, parts):
        site = tmp_path_factory.mktemp("district")
        tiny_site(site)
        sql = ["BEGIN;"]

        def unit(name, parent, level, title):
            sql.append(f"INSERT INTO unit(id,parent_id,level,name) VALUES('{name}',{parent},'{level}','{title}');")

        unit("large", "NULL", "subdistrict", "大街道")
        for c in range(1, communities + 1):
            unit(f"c{c}", "'large'", "community", f"第{c}社区")
        for g in range(1, grids + 1):
            unit(f"g{g}", f"'c{g % communities + 1}'", "grid", f"第{g}网格")
            sql.append(f"INSERT INTO post(id,unit_id,title,holder,phone) VALUES('p{g}','g{g}','网格长','社区工作者','0531-0000-1210');")
            for m in range(1, parts + 1):
                unit(f"g{g}-{m}", f"'g{g}'", "microgrid", f"{m}号楼微网格")
        change_rows(site, "\n".join([*sql, "COMMIT;"]))
        done(build(site))
        return site / "public"

    return made


def test_a_large_district_is_read_on_a_phone(district):
    public = district(11, 140, 8)
    sizes = {path.relative_to(public): path.stat().st_size for path in (public / "units").rglob("index.html")}
    assert max(sizes.values()) <= LARGEST
    # A page for each community and grid and none for a micro-grid; schedules and calendars for none of them.
    assert 152 <= len(sizes) <= 158
    assert not [path for path in public.glob("schedule/unit/*/") if re.match(r"[cg]\d", path.name)]
    assert not [path for path in public.glob("calendar/unit/*") if re.match(r"[cg]\d", path.name)]
    numbers = [int(re.search(r"第(\d+)网格", text)[1]) for link, text in page(public, "/units/c1/").links if re.match(r"/units/g\d+/", link or "")]
    assert numbers == sorted(numbers) and len(numbers) >= 12
    houses = [name for name in page(public, "/units/g11/").ids if name.startswith("unit-")]
    assert houses == [f"unit-g11-{number}" for number in range(1, 9)]


def test_micro_grids_cost_no_files(district):
    few, many = district(2, 12, 1), district(2, 12, 11)
    assert sum(path.is_file() for path in many.rglob("*")) - sum(path.is_file() for path in few.rglob("*")) < 30


# Time, text, search


def test_a_roster_turns_by_the_readers_clock(open_page):
    """The head of a building changes with the month, on a page that was built before."""
    turns = {}
    for day in ("2026-11-21", "2026-12-01"):
        opened = open_page("/units/huijin/", at=datetime.datetime.fromisoformat(f"{day}T10:00:00+08:00"))
        current = opened.evaluate(
            "Array.from(document.querySelectorAll('#post-huijin-head .turn.is-current')).map(function (turn) { return turn.textContent; })")
        assert len(current) == 1
        turns[day] = current[0]
    assert "餐饮公司" in turns["2026-12-01"] and "餐饮公司" not in turns["2026-11-21"]


HOSTILE = "<script>alert(1)</script>\"'&"


def test_hostile_text_in_each_column_is_shown_as_text(tiny):
    quoted = HOSTILE.replace("'", "''")
    change_rows(
        tiny,
        f"""INSERT INTO post(id,unit_id,title,position,holder,people,duties)
          SELECT 'bad',id,'{quoted}',1,'{quoted}',3,'{quoted}' FROM unit WHERE parent_id IS NULL LIMIT 1;
        INSERT INTO unit(id,parent_id,level,name,phone) SELECT 'mean',id,'grid','{quoted}','{quoted}' FROM unit WHERE parent_id IS NULL LIMIT 1;""")
    done(build(tiny))
    shown = 0
    for path in (tiny / "public/units").rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        assert "<script>alert" not in text
        shown += text.count("&lt;script&gt;alert(1)&lt;/script&gt;")
    assert shown >= 5
    assert [post["title"] for post in feed(tiny / "public", "posts")] == [HOSTILE]


@pytest.mark.parametrize("column, value, code", [
    ("holder", "张伟", "privacy.person-name"), ("title", "网格长 李娜", "privacy.person-name"), ("phone", "138 1234 5678", "privacy.mobile-number"),
    ("phone", "见公示栏", "data.wrong-value"), ("duties", "找13812345678", "privacy.mobile-number"),
])
def test_what_must_not_be_published_stops_a_build(tiny, column, value, code):
    values = {"title": "网格长", "holder": "社区工作者", "duties": "走访", "phone": "0531-0000-1210", column: value}
    change_rows(
        tiny,
        "INSERT INTO post(id,unit_id,title,holder,duties,phone) SELECT 'p',id,"
        + ",".join(f"'{values[name]}'" for name in ("title", "holder", "duties", "phone")) + " FROM unit LIMIT 1;")
    result = check(tiny)
    assert result.returncode == 1
    assert any(code in line and f"post[id=p].{column}" in line for line in problems(result.stderr))


def test_a_unit_has_one_text(tiny):
    unit = next(iter(feed_of_rows(tiny)))
    for name in ("a", "b"):
        write(tiny, f"content/pages/{name}.md", f"---\ntitle: 介绍\nkind: page\nunit: {unit}\naboutUnit: true\n---\n正文{name}\n")
    result = check(tiny)
    assert result.returncode == 1 and any("content/pages/b.md" in line and "page.duplicate-url" in line for line in problems(result.stderr))


def feed_of_rows(site):
    import sqlite3

    connection = sqlite3.connect(site / "content/activities.sqlite")
    with connection:
        return [row[0] for row in connection.execute("SELECT id FROM unit WHERE parent_id IS NULL")]
