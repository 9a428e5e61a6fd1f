"""The sample: something for every day of the almanac, fit to stand on a wall, and the field's facts as rows."""

import csv
import datetime

import pytest
import yaml
from support import ROOT


def test_the_almanac_has_every_day_of_the_year():
    with open(ROOT / "content/data/almanac.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    leap_year = [datetime.date(2024, 1, 1) + datetime.timedelta(days) for days in range(366)]
    assert [row["month_day"] for row in rows] == [day.strftime("%m-%d") for day in leap_year]
    assert len({row["title"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)
    for row in rows:
        assert 0 < len(row["title"]) <= 22 and 0 < len(row["text"]) <= 60, row
        assert not set(row["title"] + row["text"]) & set("\"'`,;:!?()"), row
        # A year has the day it names, and is past.
        month, day = map(int, row["month_day"].split("-"))
        assert not row["year"] or datetime.date(int(row["year"]), month, day) < datetime.date(2026, 1, 1), row


def rows(table):
    with open(ROOT / f"content/data/{table}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def count(table, **where):
    return sum(all(row[name] == value for name, value in where.items()) for row in rows(table))


def newest(measure):
    """Of its own unit, as it is written."""
    unit = next(row["unit_id"] for row in rows("measure") if row["id"] == measure)
    return max((row["as_of"], float(row["value"])) for row in rows("measured") if (row["measure_id"], row["unit_id"]) == (measure, unit))[1]


def days_early(matter):
    row = next(row for row in rows("matter") if row["id"] == matter)
    return (datetime.date.fromisoformat(row["due_on"]) - datetime.date.fromisoformat(row["done_on"])).days


def front(path):
    """What a page's front matter says."""
    return yaml.safe_load((ROOT / f"content/{path}.md").read_text(encoding="utf-8").split("---")[1])


def rule(activity):
    return next(row["rrule"] for row in rows("activity") if row["id"] == activity)


def starts(activity):
    return next(row["starts_at"][11:] for row in rows("activity") if row["id"] == activity)


# What the field's facts are in rows; those that add up over units are in test_measures.
FACTS = {
    "S1 office buildings and shops": (lambda: [newest("jinping-office-buildings"), sum(float(row["value"]) for row in rows("measured") if row["measure_id"] == "jinping-shops" and row["unit_id"] != "jinping") >= 4000], [8, True]),
    "S1 five service lists": (lambda: sorted(row["id"] for row in rows("list") if row["id"].removeprefix("menu-") in ("party", "information", "safety", "disputes", "business")), sorted(f"menu-{name}" for name in ("party", "information", "safety", "disputes", "business"))),
    "S1 monthly discussion, quarterly joint meeting": (lambda: [rule(f"huijin-{name}").split(";")[0] for name in ("monthly-discussion", "quarterly-joint")], ["FREQ=MONTHLY", "FREQ=MONTHLY"]),
    "S2 offices among the premises": (lambda: [front("brands/songtai")["premises"][name] for name in ("area", "offices")], [2500, 150]),
    "S2 a reading class by the week, homework at half past four": (lambda: [rule("songtai-reading-class").split(";")[0], rule("songtai-homework"), starts("songtai-homework")], ["FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "16:30"]),
    "S4 one head and six officers": (lambda: [count("roster", id="huijin-head", period="month"), sum(int(row["people"]) for row in rows("post") if row["unit_id"] == "huijin" and not row["roster_id"])], [1, 6]),
    "S5 the hall, joint activities, the answer, the tai chi team": (lambda: [newest(name) for name in ("quanxi-hall-area", "quanxi-joint-activities", "quanxi-response-minutes", "lianmeng-taichi-members")], [3500, 240, 15, 200]),
    "S8 five topics of the council": (lambda: [{"yd-gate", "yd-parking", "yd-charging", "yd-falling", "yd-school"} - {row["id"] for row in rows("matter") if row["list_id"] == "yongding-topics"}], [set()]),
    "S9 a motto, 1+12": (lambda: [bool(front("brands/beihuai-huaiyuan")["motto"]), [part["count"] for part in front("brands/beihuai-huaiyuan")["method"]["parts"]], rule("beihuai-college-study").split(";")[0]], [True, [1, 12], "FREQ=MONTHLY"]),
    "S12 five zones, by the month": (lambda: [[zone["name"] for zone in front("venues/yunding-702")["zones"]], rule("yunding-monthly-theme").split(";")[0]], [["视频学习区", "图书区", "咖啡区", "健身区", "休息区"], "FREQ=MONTHLY"]),
    "S13 three platforms, four forces, five goals": (lambda: [[part["count"] for part in front("pages/grid-method")["method"]["parts"]]], [[3, 4, 5]]),
    "S13 teams for news, mutual help, sweeping, mediation, performing": (lambda: [{row["page"] for row in rows("team") if row["unit_id"] == "lianmeng"} >= {f"/teams/{name}/" for name in ("news-team", "mutual-help", "sweeping", "mediation", "performing")}], [True]),
    "S2 premises and activities of partners": (lambda: [newest(f"songtai-{name}") for name in ("premises", "partner-activities", "partner-visits")], [2500, 30, 1000]),
    "S3 pilots and sub-districts": (lambda: [newest("demo-pilot-subdistricts"), newest("demo-subdistricts-covered")], [6, 17]),
    "S3 six convenience projects": (lambda: [row["title"] for row in rows("matter") if row["list_id"] == "six-projects"], ["义服务", "享绿意", "暖心餐", "乐课堂", "友邻坊", "颐养院"]),
    "S5 grids and micro-grids": (lambda: [count("unit", level="grid") >= 140, count("unit", level="microgrid") >= 1120], [True, True]),
    "S6 eight teams of lecturers": (lambda: [newest("fudong-lecture-teams"), sum(row["id"].startswith("lecture-") for row in rows("team"))], [8, 8]),
    "S7 twelve partner units": (lambda: [newest("beihuai-partner-units"), len({row["provider"] for row in rows("offer") if row["list_id"] == "beihuai-resources"})], [12, 12]),
    "S7 volunteers in tens": (lambda: [newest("beihuai-volunteers") <= sum(int(row["members"]) for row in rows("team") if row["id"].startswith("beihuai-group-")), count("team", type="x") + sum(row["id"].startswith("beihuai-group-") for row in rows("team"))], [True, 10]),
    "S9 books and money given": (lambda: [next((row["quantity"], row["cost_yuan"]) for row in rows("matter") if row["id"] == "deed-books")], [("3000", "80000")]),
    "S11 brands that are polished, with their results": (lambda: [count("matter", list_id="brand-polishing"), sum(bool(row["outcome"]) for row in rows("matter") if row["list_id"] == "brand-polishing")], [6, 3]),
    "S13 ten requests, all closed": (lambda: [count("matter", list_id="lianmeng-requests", phase="done"), count("matter", list_id="lianmeng-requests"), newest("lianmeng-requests-closed")], [10, 10, 10]),
    "S14 what is owed": (lambda: [count("duty")], [15]),
    "certificates by kind": (lambda: [newest("quanxi-certified-assistant"), newest("quanxi-certified-social")], [78, 38]),
    "done before the day that was set": (lambda: [days_early("deed-ramp"), days_early("deed-lamps")], [20, 30]),
}


@pytest.mark.parametrize("fact", FACTS)
def test_the_fields_facts_are_rows(fact):
    found, wanted = FACTS[fact]
    assert found() == wanted
