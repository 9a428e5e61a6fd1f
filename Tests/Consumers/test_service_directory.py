"""HSDS 3.0: what a site says of its services is valid by the specification's own schemas, names everything by UUIDs that stay, and says what the other feeds say."""

import json
import re
import uuid

import jsonschema
import pytest
import referencing
import referencing.jsonschema
from support import NOW, ROOT, build, change_rows, done, edit, tiny, tiny_original, write  # noqa: F401

SCHEMAS = {file.name: json.loads(file.read_text(encoding="utf-8")) for file in (ROOT / "Tests/Consumers/fixtures/hsds-3.0").glob("*.json")}
REGISTRY = referencing.Registry().with_resources(
    (name, referencing.Resource.from_contents(schema, default_specification=referencing.jsonschema.DRAFT202012)) for name, schema in SCHEMAS.items())
# Links between tables, which nesting makes needless in JSON.
NESTED = {"organization": "organization", "location": "location", "taxonomy_term": "taxonomy_term", "taxonomy_detail": "taxonomy"}


def validator(name):
    return jsonschema.Draft202012Validator({"$ref": f"{name}.json"}, registry=REGISTRY, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def pages(public, name):
    """The pages of a list, checked as HSDS's API has them."""
    first = json.loads((public / f"feeds/hsds/{name}.json").read_text(encoding="utf-8"))
    found = [first] + [json.loads((public / f"feeds/hsds/{name}/{number}.json").read_text(encoding="utf-8")) for number in range(2, first["total_pages"] + 1)]
    for number, page in enumerate(found, 1):
        assert page["page_number"] == number and page["total_pages"] == len(found) and page["size"] == len(page["contents"])
        assert (page["first_page"], page["last_page"]) == (number == 1, number == len(found)) and page["empty"] == (page["contents"] == [])
        assert page["total_items"] == first["total_items"]
    entries = [entry for page in found for entry in page["contents"]]
    assert len(entries) == first["total_items"] == len({entry["id"] for entry in entries})
    return entries


def objects(value, kind):
    """Every object with the name of its schema."""
    yield kind, value
    for key, member in value.items():
        items = SCHEMAS[f"{kind}.json"]["properties"][key].get("items", {})
        if isinstance(member, dict):
            yield from objects(member, NESTED[key])
        elif isinstance(member, list):
            for one in member:
                yield from objects(one, items["$ref"].removesuffix(".json"))


def feed(public, name):
    return json.loads((public / f"feeds/v1/{name}.json").read_text(encoding="utf-8"))["data"]


@pytest.fixture(scope="module")
def services(public):
    return pages(public, "services")


@pytest.fixture(scope="module")
def organizations(public):
    return pages(public, "organizations")


def test_the_schemas_are_what_checks():
    """They refuse what is wrong, or the next test says nothing."""
    whole = {"id": str(uuid.uuid4()), "name": "理发", "status": "active"}
    assert validator("service").is_valid(whole)
    for wrong in ({"name": "理发", "status": "active"}, {**whole, "status": "open"}, {**whole, "phones": [{"id": str(uuid.uuid4())}]}, {**whole, "organization": {"id": 1}}):
        assert not validator("service").is_valid(wrong), wrong


@pytest.mark.parametrize("name", ["service", "organization"])
def test_entries_are_valid(name, public):
    entries = pages(public, f"{name}s")
    assert len(entries) > 20
    check = validator(name)
    for entry in entries:
        assert [error.message for error in check.iter_errors(entry)] == [], entry["name"]


def test_names_are_the_specifications_and_ids_are_uuids(services, organizations):
    kinds = {}
    for kind, one in [pair for name, entries in (("service", services), ("organization", organizations)) for entry in entries for pair in objects(entry, name)]:
        assert set(one) <= set(SCHEMAS[f"{kind}.json"]["properties"]), kind
        assert uuid.UUID(one["id"]).version == 5 and str(uuid.UUID(one["id"])) == one["id"]
        # One id is one thing, wherever it stands.
        told = kinds.setdefault(kind, {}).setdefault(one["id"], one)
        if kind not in ("service", "organization"):
            assert told == one
    assert set(kinds) == {"service", "organization", "location", "service_at_location", "schedule", "phone", "address", "service_area", "cost_option", "required_document", "contact", "attribute", "taxonomy_term", "taxonomy"}
    every = [key for found in kinds.values() for key in found]
    assert len(every) == len(set(every))
    known = set(kinds["organization"])
    assert {one["parent_organization_id"] for one in organizations if "parent_organization_id" in one} <= known
    assert {one["organization"]["id"] for one in services} <= known
    assert {one["id"] for one in kinds["location"].values()} == {place["id"] for one in organizations for place in one.get("locations", [])}


def test_they_say_what_the_feeds_say(public, services):
    lists = {one["id"]: one for one in feed(public, "lists")}
    offers = [one for one in feed(public, "offers") if one["of"] in ("service", "lecture", "resource")] + feed(public, "services")
    by_id = {one["id"]: one for one in offers}
    assert lists
    expected = {str(uuid.uuid5(uuid.NAMESPACE_URL, f"tag:quanxi.example.cn,2026:/hsds/service/{key}")): one for key, one in by_id.items()}
    assert {one["id"] for one in services} == set(expected)
    venues = {one["id"]: one for one in feed(public, "venues")}
    for entry in services:
        one = expected[entry["id"]]
        assert entry["name"] == one["title"]
        assert [cost["amount"] for cost in entry.get("cost_options", [])] == [value for value in [one["feeYuan"]] if value is not None]
        assert [phone["number"] for phone in entry.get("phones", [])] == [value for value in [one["phone"]] if value]
        assert entry.get("application_process") == one.get("orderBy", one.get("howTo"))
        if one.get("venueId"):
            place = entry["service_at_locations"][0]["location"]
            venue = venues[one["venueId"]]
            assert (place["name"], place.get("latitude"), place["url"]) == (venue["name"], venue["latitude"], venue["url"])
    assert {entry["status"] for entry in services} >= {"active"}
    assert any(entry.get("service_at_locations") for entry in services) and any(entry.get("required_documents") for entry in services)


def test_places_and_hours_are_those_of_the_venues(public, organizations):
    venues = {one["url"]: one for one in feed(public, "venues")}
    places = [place for one in organizations for place in one.get("locations", [])]
    assert len(places) == len(feed(public, "venues"))
    assert {one["name"] for one in organizations} >= {one["name"] for one in feed(public, "units")} | {one["title"] for one in feed(public, "partners")}
    weekly = 0
    for place in places:
        venue = next(one for one in feed(public, "venues") if one["name"] == place["name"] and one["latitude"] == place.get("latitude"))
        assert place["url"] in venues and (place["location_type"] == "virtual") == (venue["type"] == "online")
        assert [one["address_1"] for one in place.get("addresses", [])] == [value for value in [venue["address"]] if value]
        assert bool(place.get("schedules")) == bool(venue["openingHours"])
        for hours in place.get("schedules", []):
            if "freq" in hours:
                weekly += 1
                assert re.fullmatch(r"(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*", hours["byday"])
                assert re.fullmatch(r"[0-2]\d:[0-5]\d\+08:00", hours["opens_at"]) and (venue["openingHours"] == "24/7" or hours["opens_at"][:5] in venue["openingHours"])
    assert weekly > 20


def test_no_person_is_in_it(public):
    """Roles, offices and office numbers; what names a person in HSDS is not even there."""
    text = "".join(file.read_text(encoding="utf-8") for file in (public / "feeds/hsds").rglob("*.json"))
    for contact in re.findall(r'"contacts":(\[.*?\])', text):
        assert all(set(one) == {"id", "department"} for one in json.loads(contact))
    assert '"email"' not in text and '"attention"' not in text
    assert set(re.findall(r'"number":"([^"]*)"', text)) <= {number for name in ("units", "venues", "offers", "services", "partners") for one in feed(public, name) for number in (one.get("phone"), one.get("contact")) if number}


def test_what_cannot_be_had_says_so_and_days_are_told_ahead(tiny):
    """Without a rebuild a copy knows from when until when: statuses go by the day, and the days stand beside them."""
    write(tiny, "content/menus/m.md", "---\ntitle: 菜单\nkind: menu\ncategory: convenience\nlist: m\n---\n")
    change_rows(tiny, """
        INSERT INTO list(id,shape,title,of,unit_id) VALUES('m','offer','菜单','service','yard');
        INSERT INTO offer(id,list_id,title,available_from,available_until,paused,order_by,updated_at) VALUES
        ('now','m','现在能办','2026-11-01','2026-12-31',0,'打电话','2026-11-01T08:00'),('later','m','以后能办','2026-12-01',NULL,0,'打电话','2026-11-01T08:00'),
        ('paused','m','暂停','2026-11-01',NULL,1,'打电话','2026-11-01T08:00'),('over','m','办完了','2026-10-01','2026-11-20',0,'打电话','2026-11-01T08:00'),
        ('today','m','今天最后一天','2026-10-01','2026-11-21',0,'打电话','2026-11-01T08:00');""")
    done(build(tiny))
    found = {entry["name"]: entry for entry in pages(tiny / "public", "services")}
    assert {name: entry["status"] for name, entry in found.items() if name in ("现在能办", "以后能办", "暂停", "办完了", "今天最后一天")} == {
        "现在能办": "active", "以后能办": "inactive", "暂停": "temporarily closed", "今天最后一天": "active"}
    assert [(one.get("valid_from"), one.get("valid_to")) for one in found["现在能办"]["schedules"]] == [("2026-11-01", "2026-12-31")]
    # The site says no region: an address is not made up, the street stands in words.
    places = [place for one in pages(tiny / "public", "organizations") for place in one.get("locations", [])]
    assert places and all("addresses" not in place for place in places)
    before = found["现在能办"]
    change_rows(tiny, "UPDATE offer SET title='现在还能办' WHERE id='now';")
    done(build(tiny, at="2026-11-21T10:00:00+08:00"))
    after = next(entry for entry in pages(tiny / "public", "services") if entry["id"] == before["id"])
    assert (after["name"], after["last_modified"]) == ("现在还能办", "2026-11-21T10:00:00+08:00") and before["last_modified"] < after["last_modified"]
