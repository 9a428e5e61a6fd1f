"""Figures add up: in the sample's feeds each total is what the rows below it come to, and pages say the same."""

import csv
import json
import re

import pytest
from support import ROOT, build, change_rows, check, done, problems, tiny, tiny_original  # noqa: F401

# DOMAIN.md's figures, each with the units whose figures come to it.
FACTS = {
    "quanxi-buildings": (12, 5), "building-tenants": (512, 5), "building-organisations": (29, 5), "building-members": (1074, 5),
    "demo-classrooms": (20, 6), "demo-practice-points": (6, 6), "demo-teams": (672, 17), "demo-posts": (3156, 17), "demo-deeds": (7178, 17),
    "liudi-grids": (140, 11), "liudi-microgrids": (1120, 11), "demo-service-halls": (11, 11), "demo-medical-desks": (4, 4), "demo-help-desks": (36, 11),
    "demo-day-care": (9, 9), "demo-study-rooms": (11, 9), "demo-veteran-rooms": (10, 10), "demo-youth-studios": (5, 5),
    "demo-centres-built": (6, 6), "demo-centres-upgraded": (4, 4),
    "liudi-grid-branches": (69, 11), "liudi-grid-heads": (74, 11), "liudi-grid-officers": (569, 11), "liudi-dedicated-grids": (25, 11),
    "jinping-building-area": (270000, 8), "jinping-building-grids": (63, 8),
}


@pytest.fixture(scope="module")
def measures(public):
    return {measure["id"]: measure for measure in json.loads((public / "feeds/v1/measures.json").read_text())["data"]}


def rows():
    """The sample's own rows, the newest of each unit, without the program."""
    newest = {}
    with open(ROOT / "content/data/measured.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["measure_id"], row["unit_id"])
            newest[key] = max(newest.get(key, ("", 0.0)), (row["as_of"], float(row["value"])))
    return newest


def test_every_total_is_what_its_rows_come_to(measures):
    sums = 0
    for measure in measures.values():
        values = {value["unitId"]: value for value in measure["values"]}
        for value in values.values():
            assert value["isStated"] or value["parts"], value
            if not value["parts"]:
                continue
            sums += 1
            assert measure["total"] == "sum"
            assert value["value"] == sum(part["value"] for part in value["parts"])
            assert value["asOf"] == max(part["asOf"] for part in value["parts"])
            # A part is that unit's own figure.
            for part in value["parts"]:
                assert (part["value"], part["asOf"]) == (values[part["unitId"]]["value"], values[part["unitId"]]["asOf"])
    assert sums > 40


@pytest.mark.parametrize("measure, fact", FACTS.items())
def test_the_facts_add_up_from_rows(measures, measure, fact):
    """From the rows as they were written: nobody wrote the totals."""
    found = measures[measure]
    assert (found["value"], len(found["values"][0]["parts"])) == fact
    lowest = [value for (name, unit), (_, value) in rows().items() if name == measure and unit != found["unitId"]]
    assert sum(lowest) == fact[0]
    assert not found["values"][0]["isStated"]


def test_counts_are_those_of_the_units_that_are_counted(measures):
    """12 buildings are the twelve that have tenants; 17 sub-districts, 6 of them pilots, are those that have classrooms or deeds."""
    with open(ROOT / "content/data/unit.csv", encoding="utf-8", newline="") as file:
        levels = {row["id"]: row["level"] for row in csv.DictReader(file)}

    def counted(measure, level):
        return sum(levels[value["unitId"]] == level for value in measures[measure]["values"])

    assert counted("building-tenants", "building") == measures["quanxi-buildings"]["value"] == 12
    assert counted("demo-deeds", "subdistrict") == measures["demo-subdistricts-covered"]["value"] == 17
    assert counted("demo-classrooms", "subdistrict") == measures["demo-pilot-subdistricts"]["value"] == 6
    assert counted("liudi-grid-officers", "community") == measures["liudi-communities"]["value"] == 11
    assert counted("jinping-building-area", "building") == measures["jinping-office-buildings"]["value"] == 8


def test_feeds_and_pages_say_the_same(public, measures):
    """metrics.json has the same figures one by one, and the page of each unit all of its own."""
    metrics = {metric["id"]: metric for metric in json.loads((public / "feeds/v1/metrics.json").read_text())["data"]}
    nested = {value["id"]: (measure, value) for measure in measures.values() for value in measure["values"]}
    assert set(metrics) == set(nested)
    for name, (measure, value) in nested.items():
        metric = metrics[name]
        assert all(metric[key] == value[key] for key in ("unitId", "unitName", "value", "asOf", "note")), name
        assert (metric["title"], metric["suffix"]) == (measure["title"], measure["suffix"])
        page = (public / f"units/{value['unitId']}/index.html").read_text()
        number = re.escape(f"{value['value']:,.1f}".removesuffix(".0"))
        if value["unitId"] == measure["unitId"]:
            said = rf"<b>{number}</b>(<span class=\"suffix\">[^<]*</span>)?<span class=\"metric-title\">{measure['title']}<"
        else:
            said = rf"<li><span>{measure['title']}</span><b>{number}[ <]"
        assert re.search(said, page), name


def test_a_change_is_said_with_its_day(public, measures):
    tenants = measures["building-tenants"]["values"][0]
    assert (tenants["previousAsOf"], tenants["change"], tenants["tone"]) == ("2026-07-31", tenants["value"] - tenants["previousValue"], "better")
    page = (public / "units/quanxi/index.html").read_text()
    assert f"比7月31日增加{tenants['change']}家，向好" in page
    assert "比2026年9月减少1分钟，向好" in page and "比2026年9月增加0.4个百分点，向好" in page
    history = [point for point in json.loads((public / "feeds/v1/metric-history.json").read_text())["data"] if point["metricId"] == "building-tenants"]
    assert [point["value"] for point in history][-2:] == [tenants["previousValue"], tenants["value"]] and len(history) == 3


def test_a_chart_is_told_to_those_who_dont_see_it(public):
    page = (public / "units/quanxi/index.html").read_text()
    charts = re.findall(r'<svg class="chart"[^>]*role="img"><title>([^<]+)</title><desc>([^<]+)</desc>', page)
    assert len(charts) == page.count('<svg class="chart"') > 3
    assert any(title.startswith("当月受理事项") and "从268件（2025年10月31日）到312件（2026年10月31日）" in text for title, text in charts)
    # All of its values stand in the table beside it.
    for value in ("214", "341", "312"):
        assert f'<td class="number">{value}</td>' in page


def test_a_total_that_rows_contradict_is_not_published(tiny):
    """SYSTEMS.md: 600 stated, 512 in the rows below, is an error with both figures, at the total's row."""
    change_rows(tiny, """
        INSERT INTO unit(id,parent_id,level,name) VALUES('east','yard','building','东楼'),('west','yard','building','西楼');
        INSERT INTO measure(id,unit_id,title,suffix,total) VALUES('tenants','yard','入驻单位','家','sum');
        INSERT INTO measured(measure_id,unit_id,as_of,value) VALUES
          ('tenants','yard','2026-10-01',600), ('tenants','east','2026-10-31',320), ('tenants','west','2026-10-30',192);
    """)
    result = check(tiny)
    place = "measured[measure_id=tenants,unit_id=yard,as_of=2026-10-01].value"
    assert result.returncode == 1 and problems(result.stderr) == [f"content/activities.sqlite:{place}: error[data.measure-total]"]
    assert "600" in result.stderr and "512" in result.stderr
    assert build(tiny).returncode == 1 and not (tiny / "public").exists()
    change_rows(tiny, "DELETE FROM measured WHERE unit_id='yard' AND measure_id='tenants';")
    done(build(tiny))
    found = {value["id"]: value["value"] for measure in json.loads((tiny / "public/feeds/v1/measures.json").read_text())["data"] for value in measure["values"]}
    assert found == {"doors": 3, "tenants": 512, "tenants.east": 320, "tenants.west": 192}
