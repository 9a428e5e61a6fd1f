"""The ledger: figures are what the rows say, page and feed agree, and nothing of a case but its approved text is in any output."""

import csv
import datetime
import html
import json
import math
import re
import zipfile
from collections import Counter

import pytest
from search_index import Index
from support import ROOT, build, change_rows, done, gongshi, tiny, tiny_original, write  # noqa: F401

MOMENT = "2026-11-21T00:00"
FIRST, END = "2025-11-01", "2026-11-01"
LEAST = 5
PAGE = """\
---
title: 办件台账
kind: list
layout: ledger
unit: {unit}
---
数字。

```ledger
unit: {unit}
```
"""


def rows(name):
    with open(ROOT / f"content/data/{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def feed(public):
    return {record["id"]: record for record in json.loads((public / "feeds/v1/ledger.json").read_text())["data"]}


def page(public, path):
    return (public / path / "index.html").read_text(encoding="utf-8")


def text(markup):
    return html.unescape(re.sub(r"<[^>]*>", "", markup)).strip()


# Agreement with the rows


def before(time):
    return time if time and time < MOMENT else ""


def in_period(time):
    return bool(before(time)) and FIRST <= time < END


def minutes(start, end):
    return int((datetime.datetime.fromisoformat(end) - datetime.datetime.fromisoformat(start)).total_seconds() // 60)


def rounded_up(value):
    step = 5 if value <= 60 else 60 if value <= 2880 else 144
    return max(1, math.ceil(value / step)) * step


class Count:
    """All figures of some cases, worked out anew."""

    def __init__(self, cases):
        cases = [case for case in cases if before(case["reported_at"])]
        self.accepted = [case for case in cases if in_period(case["accepted_at"])]
        self.closed = [case for case in cases if in_period(case["closed_at"])]
        self.open = [case for case in cases if not before(case["closed_at"])]
        self.overdue = [case for case in self.open if case["due_on"] and case["due_on"] < MOMENT[:10]]
        self.rated = [case for case in cases if in_period(case["rated_at"])]
        self.promised = [case for case in cases if in_period(case["reported_at"]) and case["promised_minutes"] and before(case["accepted_at"])]
        self.times = sorted(
            [minutes(case["reported_at"], case["closed_at"]) for case in self.closed] + [minutes(case["reported_at"], MOMENT) for case in self.open]
        )

    def share(self, part, whole):
        """The exact share, in percent."""
        return 100 * len([case for case in whole if part(case)]) / len(whole)


def below(unit):
    children = {}
    for row in rows("unit"):
        children.setdefault(row["parent_id"], []).append(row["id"])
    found = [unit]
    for one in found:
        found += children.get(one, [])
    return found


@pytest.mark.parametrize("unit", ["quanxi", "fudong", "songtai", "beihuai", "yongding", "lianmeng", "fudong-1", "huijin", "fudong-1-a"])
def test_figures_are_what_the_rows_say(public, unit):
    units = set(below(unit))
    count = Count([case for case in rows("help_case") if case["unit_id"] in units])
    records = feed(public)

    def value(figure):
        return records[f"{unit}/{figure}"]["value"]

    for figure in ("accepted", "closed", "open", "overdue"):
        exact = len(getattr(count, figure))
        assert value(figure) in (exact, None), figure
        # What is few is not told, and what is none is.
        assert value(figure) == 0 if exact == 0 else exact >= LEAST or value(figure) is None, figure
    for figure, share, whole in (
        ("satisfied", count.share(lambda case: int(case["rating"]) >= 4, count.rated), count.rated),
        ("on-time", count.share(lambda case: minutes(case["reported_at"], case["accepted_at"]) <= int(case["promised_minutes"]), count.promised), count.promised),
    ):
        if value(figure) is not None and share < 100:
            step = share - value(figure)
            assert 0 <= step < 25 and step * len(whole) / 100 < len(whole) / 4 + LEAST, figure
    for figure, hundredths in (("median", 50), ("90th-percentile", 90)):
        rank = math.ceil(hundredths * len(count.times) / 100)
        told = rank > LEAST and len(count.times) - rank >= LEAST
        assert value(figure) == (rounded_up(count.times[rank - 1]) if told else None), figure


def test_the_sub_district_tells_all_its_figures(public):
    records = feed(public)
    assert all(records[f"quanxi/{figure}"]["value"] for figure in ("accepted", "closed", "open", "overdue", "satisfied", "on-time", "median", "90th-percentile"))


def test_parts_add_up_and_none_is_small(public):
    records = feed(public).values()
    parts = [record for record in records if record["grouping"]]
    assert {record["unitId"] for record in parts} == {"quanxi"}
    totals = {record["figure"]: record["value"] for record in records if record["unitId"] == "quanxi" and not record["grouping"]}
    for figure, grouping in (("accepted", "category"), ("accepted", "channel"), ("accepted", "month"), ("closed", "disposition"), ("closed", "month")):
        values = [record["value"] for record in parts if (record["figure"], record["grouping"]) == (figure, grouping)]
        assert sum(values) == totals[figure] and all(value == 0 or value >= LEAST for value in values), (figure, grouping)


def test_the_rare_categories_of_the_sample_stand_together(public):
    names = Counter(case["category"] for case in rows("help_case") if in_period(case["accepted_at"]))
    rare = {name for name, count in names.items() if count < LEAST}
    assert rare
    shown = {record["group"]: record["value"] for record in feed(public).values() if record["grouping"] == "category"}
    assert not rare & set(shown) and shown["others"] >= LEAST
    files = [file for file in public.rglob("*") if file.is_file()]
    for name in ("鸽子扰民", "信报箱"):
        assert name in rare
        assert not [file for file in files if name.encode() in file.read_bytes()], name


def test_each_definition_stands_on_the_page_below_its_figure(public):
    ledger = page(public, "lists/ledger").partition('class="group ledger"')[2]
    records = feed(public)
    counted = dict(re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", ledger.partition('class="definitions"')[2], re.S))
    for figure in ("accepted", "closed", "open", "overdue", "satisfied", "on-time", "median", "90th-percentile"):
        [item] = re.findall(rf'<li class="ledger-{figure}[^"]*">(.*?)</li>', ledger, re.S)
        assert records[f"quanxi/{figure}"]["text"] in text(item)
        [label] = [label for label in counted if text(label) in text(item)]
        assert text(counted[label]) == records[f"quanxi/{figure}"]["definition"]
    tables = re.findall(r'<table class="ledger-parts" id="([^"]+)">(.*?)</table>', ledger, re.S)
    assert len(tables) == 5
    for key, table in tables:
        figure, grouping = key.split("-")
        shown = [(text(label), text(value)) for label, value in re.findall(r'<th scope="row">(.*?)</th>.*?<td class="number">(.*?)</td>', table, re.S)]
        assert shown == [(record["groupLabel"], record["text"]) for record in records.values() if (record["figure"], record["grouping"]) == (figure, grouping)]
    # A story's steps are the matter's own, and lead to it.
    [path] = re.findall(r'<div class="ledger-path">(.*?)</div>', ledger, re.S)
    assert 'href="/lists/done/#matter-deed-racks"' in path and path.count("<time ") == 6


def test_the_ledger_says_the_same_as_what_is_kept_month_by_month(public):
    """The figures that are kept by the month come from the rows."""
    kept = {(row["measure_id"], row["as_of"][:7]): float(row["value"]) for row in rows("measured")}
    cases = rows("help_case")
    months = sorted({case["accepted_at"][:7] for case in cases if in_period(case["accepted_at"])})
    assert len(months) == 12
    for month in months:
        accepted = [case for case in cases if case["accepted_at"].startswith(month)]
        closed = [case for case in cases if case["closed_at"].startswith(month)]
        rated = [case for case in cases if case["rated_at"].startswith(month)]
        assert len(accepted) == kept["quanxi-cases-accepted", month]
        assert len(closed) == kept["quanxi-cases-closed", month]
        assert round(100 * len([case for case in rated if int(case["rating"]) >= 4]) / len(rated), 1) == kept["quanxi-cases-satisfied", month]


def test_the_ledger_is_found_by_search_and_shown_on_a_screen(public):
    index = Index(public)
    assert ("page", "/lists/ledger/") in {hit[:2] for hit in index.scan("办件台账")}
    # What is told is found too.
    assert ("page", "/lists/ledger/") in {hit[:2] for hit in index.scan("椅脚粘了毛毡")}
    screen = json.loads((public / "feeds/v1/screens/quanxi-lobby.json").read_text())
    [slide] = [slide for slide in screen["data"] if "台账" in slide["title"]]
    items = [screen["items"][number] for number in slide["items"]]
    records = feed(public)
    assert [item["value"] for item in items[:5]] == [records[f"quanxi/{figure}"]["text"] for figure in ("accepted", "closed", "open", "overdue", "satisfied")]


# Nothing of a case


def test_only_the_ledger_and_a_check_see_cases():
    homes = {str(file.relative_to(ROOT / "Sources")) for file in (ROOT / "Sources").rglob("*.swift") if "HelpCaseRecord" in file.read_text(encoding="utf-8")}
    assert homes == {
        "Activities/Records/HelpCaseRecord.swift", "Community/Checks/CaseCheck.swift", "Community/CommunityBuilder.swift",
        "Community/Ledger/CaseCount.swift", "Community/Ledger/Ledger.swift", "Community/Ledger/LedgerBuilder.swift",
    }


MARKERS = {
    "id": "qqmarkeridqq",
    "category": "标记类别七",
    "reported": "2025-12-17",
    "accepted": "2025-12-18",
    "due": "2025-12-19",
    "closed": "2025-12-20",
    "rated": "2025-12-22",
    "approved": "2025-12-23",
    "minute": "03:47",
    "promise": "7919",
    "unapproved": "不该出现的文字",
}
TOLD = "批准讲给大家听"
COLUMNS = "id,unit_id,category,channel,disposition,reported_at,accepted_at,due_on,closed_at,rated_at,promised_minutes,rating,public_text,approved_on"


def marked(number, text="NULL", approved="NULL"):
    marks = MARKERS
    return (
        f"('{marks['id']}-{number}','yard-1','{marks['category']}','meeting','declined','{marks['reported']}T{marks['minute']}',"
        f"'{marks['accepted']}T{marks['minute']}','{marks['due']}','{marks['closed']}T{marks['minute']}','{marks['rated']}T{marks['minute']}',"
        f"{marks['promise']},2,{text},{approved})"
    )


def plain(number):
    return f"('plain-{number}','yard-1','环境','phone','station','2026-10-05T09:00','2026-10-05T09:10','2026-10-08','2026-10-05T10:00','2026-10-05T11:00',15,5,NULL,NULL)"


def everything(public):
    """The bytes of every file, of the files in packages, and the search index's texts, which it keeps in a code of its own."""
    yield "search index", "\n".join("\n".join(record) for record in Index(public).records).encode()
    for file in sorted(public.rglob("*")):
        if not file.is_file():
            continue
        yield str(file.relative_to(public)), file.read_bytes()
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as package:
                for name in package.namelist():
                    yield f"{file.name}!{name}", package.read(name)


@pytest.fixture
def marked_site(tiny):
    """A page, a block, a screen; cases enough for figures, and four with a mark in each column: one has a text that is told, one a text that is not approved yet."""
    write(tiny, "content/lists/ledger.md", PAGE.format(unit="yard"))
    write(tiny, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\nplaylist:\n  - {slide: list, layout: ledger, unit: yard}\n")
    cases = [plain(number) for number in range(30)] + [
        marked(1), marked(2, f"'{TOLD}'", f"'{MARKERS['approved']}'"), marked(3, f"'{MARKERS['unapproved']}'", "'2026-11-22'"), marked(4),
    ]
    change_rows(tiny, f"INSERT INTO help_case({COLUMNS}) VALUES {','.join(cases)};")
    return tiny


def test_nothing_of_a_case_but_its_approved_text_is_in_any_output(marked_site):
    done(build(marked_site))
    outputs = dict(everything(marked_site / "public"))
    assert any("!" in name for name in outputs) and any(name.endswith(".ics") for name in outputs)
    found = {
        mark: [name for name, data in outputs.items() if text.encode() in data or json.dumps(text).strip('"').encode() in data]
        for mark, text in MARKERS.items()
    }
    assert found == {mark: [] for mark in MARKERS}
    day = datetime.date.fromisoformat(MARKERS["reported"])
    assert not [name for name, data in outputs.items() if f"{day.year}年{day.month}月{day.day}日".encode() in data]
    # It would have been found: what may be told is.
    told = {name for name, data in outputs.items() if TOLD.encode() in data}
    assert {"lists/ledger/index.html", "feeds/v1/screens/lobby.json", "search index"} <= told
    assert any("!" in name for name in told)


def test_what_has_a_mark_is_counted(marked_site):
    done(build(marked_site))
    records = feed(marked_site / "public")
    assert records["yard/accepted"]["value"] == 34
    # The four of one category are few: the one other category joins them, and there is nothing left to tell apart.
    assert not [record for record in records.values() if record["grouping"] == "category"]


def test_a_text_without_approval_publishes_nothing(marked_site):
    done(build(marked_site))
    change_rows(marked_site, f"INSERT INTO help_case({COLUMNS}) VALUES {marked(5, chr(39) + MARKERS['unapproved'] + chr(39))};")
    result = build(marked_site)
    assert result.returncode == 1
    assert any("help_case" in line and f"{MARKERS['id']}-5" in line for line in result.stderr.splitlines()), result.stderr
    assert not [name for name, data in everything(marked_site / "public") if MARKERS["unapproved"].encode() in data]


def test_a_month_is_kept_as_rows(tiny):
    """What the command prints is imported as it stands."""
    change_rows(tiny, f"INSERT INTO help_case({COLUMNS}) VALUES {','.join(plain(number) for number in range(30))};")
    result = done(gongshi("ledger", "yard", "--month", "2026-10", "--site", tiny))
    lines = result.stdout.lstrip("\ufeff").split()
    assert lines[:3] == ["measure_id,unit_id,as_of,value", "yard-cases-accepted,yard,2026-10-31,30", "yard-cases-closed,yard,2026-10-31,30"]
    # What is none in a month is none; what the ledger would not tell is left out.
    assert "yard-cases-satisfied,yard,2026-10-31,100" in lines
    assert gongshi("ledger", "yard", "--month", "2026-13", "--site", tiny).returncode == 2
    assert gongshi("ledger", "nowhere", "--month", "2026-10", "--site", tiny).returncode == 1


def test_a_few_cases_are_told_as_a_few(tiny):
    write(tiny, "content/lists/ledger.md", PAGE.format(unit="yard"))
    change_rows(tiny, f"INSERT INTO help_case({COLUMNS}) VALUES {','.join(plain(number) for number in range(4))};")
    done(build(tiny))
    records = feed(tiny / "public")
    assert {key: record["value"] for key, record in records.items() if record["value"] is not None} == {
        f"{unit}/{figure}": 0 for unit in ("yard", "yard-1") for figure in ("open", "overdue")
    }
    shown = page(tiny / "public", "lists/ledger")
    assert "ledger-parts" not in shown and "不足 5 件" in text(shown)
