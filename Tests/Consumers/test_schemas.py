"""Feeds are what their published schemas and the contract say, judged by a JSON Schema validator."""

import copy
import datetime
import hashlib
import json
import subprocess
import sys

import jsonschema
import pytest
from support import NOW, ROOT, build, change_rows, done, tiny, tiny_original  # noqa: F401

ENVELOPE = [
    "$schema", "schemaVersion", "generation", "generatedAt", "validFrom", "validUntil", "timeZone", "utcOffsetMinutes",
]
OCCURRENCE = (
    "id activityId title kind track status startsAt endsAt startsAtLocal endsAtLocal allDay unitId unitName venueId venueName "
    "address host audience summary capacity enrolled remaining feeYuan points onlineUrl signupUrl url updatedAt"
).split()
FEEDS = ["activities", "notices", "services", "venues", "brands", "metrics", "rosters", "shifts", "metric-history", "measures", "honours", "almanac", "lists", "offers", "matters", "ledger", "duties", "units", "posts", "addresses", "teams", "points", "councils", "partners", "videos"]


def load(path):
    return json.loads(path.read_text())


def validator(public, name):
    schema = load(public / f"feeds/v1/schema/{name}.json")
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def feeds(public):
    files = [(name, public / f"feeds/v1/{name}.json") for name in FEEDS + ["index", "release"]]
    return files + [("screen", path) for path in sorted((public / "feeds/v1/screens").glob("*.json"))]


def test_schemas_are_schemas(public):
    paths = sorted((public / "feeds/v1/schema").glob("*.json"))
    assert {path.stem for path in paths} == set(FEEDS) | {"index", "release", "screen", "weather"}
    for path in paths:
        jsonschema.Draft202012Validator.check_schema(load(path))
        assert load(path)["$id"].endswith(f"/feeds/v1/schema/{path.name}")


def test_feeds_are_valid(public):
    for name, path in feeds(public):
        document = load(path)
        assert document["$schema"] == load(public / f"feeds/v1/schema/{name}.json")["$id"]
        validator(public, name).validate(document)
        assert len(document[{"index": "feeds", "release": "updated"}.get(name, "data")]) > 0, path


def test_check_jsonschema_accepts_them_too(public):
    """Another program, with its own reading of the schemas from their files."""
    for name, path in feeds(public):
        schema = public / f"feeds/v1/schema/{name}.json"
        result = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, path], capture_output=True, text=True)
        assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("name", FEEDS)
def test_damaged_feeds_are_refused(public, name):
    document = load(public / f"feeds/v1/{name}.json")
    for damage in (
        lambda d: d.pop("validUntil"), lambda d: d.update(generatedAt="yesterday"), lambda d: d["data"][0].pop("id"),
        lambda d: d["data"][0].update({next(iter(d["data"][0])): 7}), lambda d: d.update(data={}),
    ):
        broken = copy.deepcopy(document)
        damage(broken)
        assert not validator(public, name).is_valid(broken)


def test_the_envelope_is_the_contracts(public):
    for name, path in feeds(public):
        document = load(path)
        assert list(document)[: len(ENVELOPE)] == ENVELOPE, path
        assert document["generatedAt"] == document["validFrom"] == NOW
        assert document["schemaVersion"] == "1.1"
        assert (document["timeZone"], document["utcOffsetMinutes"]) == ("Asia/Shanghai", 480)
        span = datetime.datetime.fromisoformat(document["validUntil"]) - datetime.datetime.fromisoformat(NOW)
        assert span >= datetime.timedelta(days=14)
        assert document["generation"] == datetime.datetime.fromisoformat(NOW).timestamp()


def test_occurrences_are_flat_and_complete(public):
    for element in load(public / "feeds/v1/activities.json")["data"]:
        assert list(element)[: len(OCCURRENCE)] == OCCURRENCE
        assert not any(isinstance(value, (dict, list)) for value in element.values())
        assert element["startsAt"][:19] == element["startsAtLocal"].replace(" ", "T")
        assert element["endsAt"] > NOW
        assert element["remaining"] == (None if None in (element["capacity"], element["enrolled"]) else max(0, element["capacity"] - element["enrolled"]))


def members(schema, path=""):
    """(path, its schema) of every member that a schema knows, in objects and lists alike."""
    for name, member in schema.get("properties", {}).items():
        yield f"{path}/{name}", member
        yield from members(member, f"{path}/{name}")
    if "items" in schema:
        yield from members(schema["items"], path)


def written(document, path=""):
    """The paths of all members of a document."""
    if isinstance(document, dict):
        for name, value in document.items():
            yield f"{path}/{name}"
            yield from written(value, f"{path}/{name}")
    elif isinstance(document, list):
        for value in document:
            yield from written(value, path)


def test_every_member_of_every_feed_is_described(public):
    """In words that a stranger understands; and nothing is published that no schema knows."""
    count = 0
    for file in sorted((public / "feeds/v1/schema").glob("*.json")):
        described = dict(members(load(file)))
        count += len(described)
        assert {path: member.get("description", "") for path, member in described.items() if len(member.get("description", "")) < 6} == {}, file.name
        # What a site reads has a schema too, and is in no release.
        of = {"screen": list((public / "feeds/v1/screens").glob("*.json")), "weather": [ROOT / "content/data/weather.json"]}
        feeds = of.get(file.stem, [public / f"feeds/v1/{file.name}"])
        for feed in feeds:
            assert set(written(load(feed))) - set(described) == set(), feed
    assert count > 280


def test_the_index_lists_every_feed_with_its_digest(public):
    listed = {feed["url"]: feed for feed in load(public / "feeds/v1/index.json")["feeds"]}
    expected = {"/feed.json", "/atom.xml", "/feeds/cap.xml"} | {f"/feeds/v1/{name}.json" for name in FEEDS}
    expected |= {"/" + str(path.relative_to(public)) for path in public.rglob("*.ics")}
    for folder in ("feeds/v1/screens", "feeds/v1/activities", "feeds/rss", "feeds/xibo", "feeds/concerto", "feeds/hsds", "feeds/openactive"):
        expected |= {"/" + str(path.relative_to(public)) for path in (public / folder).rglob("*") if path.is_file()}
    assert set(listed) == expected
    for url, feed in listed.items():
        data = (public / url[1:]).read_bytes()
        assert (feed["sha256"], feed["bytes"]) == (hashlib.sha256(data).hexdigest(), len(data))


def test_feeds_of_what_a_site_does_not_have_are_empty_and_valid(tiny):
    done(build(tiny))
    for name in ("metric-history", "honours", "almanac"):
        document = load(tiny / f"public/feeds/v1/{name}.json")
        assert document["data"] == []
        validator(tiny / "public", name).validate(document)


def test_the_almanac_has_every_day_up_to_the_horizon(public):
    document = load(public / "feeds/v1/almanac.json")
    first = datetime.date.fromisoformat(NOW[:10])
    end = datetime.date.fromisoformat(document["validUntil"][:10])
    days = [(first + datetime.timedelta(days)).isoformat() for days in range((end - first).days)]
    assert sorted({entry["date"] for entry in document["data"]}) == days
    for entry in document["data"]:
        assert entry["id"] == f"{entry['entryId']}-{entry['date']}"
        assert entry["yearsAgo"] is None if entry["year"] is None else entry["yearsAgo"] == first.year - entry["year"] > 0


def test_a_figures_history_ends_with_its_value(public):
    metrics = {metric["id"]: metric for metric in load(public / "feeds/v1/metrics.json")["data"]}
    series = {}
    for point in load(public / "feeds/v1/metric-history.json")["data"]:
        series.setdefault(point["metricId"], []).append((point["asOf"], point["value"]))
    # Seven of the sub-district and the district, and three of each of the twelve buildings, of what they come to in five communities and in all.
    assert len(series) == 7 + 3 * (12 + 5 + 1)
    for metric, points in series.items():
        assert points == sorted(set(points)) and len(points) > 1
        assert points[-1] == (metrics[metric]["asOf"], metrics[metric]["value"])


def test_honours_are_newest_first_and_none_is_ahead(tiny):
    change_rows(tiny, """
        INSERT INTO honour(id,unit_id,title,awarded_by,awarded_on) VALUES
          ('year','yard','奖','区里','2025'),('day','yard','奖','区里','2025-03-04'),('today','yard','奖','区里','2026-11-21'),
          ('ahead','yard','奖','区里','2026-12'),('month','yard','奖','区里','2024-02');
    """)
    done(build(tiny))
    found = load(tiny / "public/feeds/v1/honours.json")["data"]
    assert [honour["awardedOn"] for honour in found] == ["2026-11-21", "2025-03-04", "2025", "2024-02"]
