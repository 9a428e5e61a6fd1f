"""What pages tell programs in schema.org's words: it parses, says nothing that the vocabulary lacks, and agrees with the feeds."""

import json
import re

import pytest

BASE = "https://quanxi.example.cn"
MARKUP = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)

# Which properties schema.org (release 29, data/schema.ttl) has for a type, itself or by those above it; of these the ones that pages use.
THING = {"name", "url", "description", "image"}
PLACE = THING | {"address", "telephone", "geo", "openingHoursSpecification", "amenityFeature", "maximumAttendeeCapacity"}
EVENT = THING | {"startDate", "endDate", "eventStatus", "previousStartDate", "location", "organizer", "superEvent", "isAccessibleForFree"}
VOCABULARY = {
    "BreadcrumbList": {"itemListElement"}, "ItemList": THING | {"itemListElement"}, "ListItem": {"item", "position", "name"},
    "WebSite": THING | {"inLanguage", "publisher", "potentialAction"}, "SearchAction": {"target", "query-input"},
    "Article": THING | {"headline", "datePublished", "expires", "publisher"},
    "Place": PLACE, "CivicStructure": PLACE, "GeoCoordinates": {"latitude", "longitude"},
    "OpeningHoursSpecification": {"dayOfWeek", "opens", "closes"}, "LocationFeatureSpecification": {"name", "value"},
    "Organization": THING | {"telephone", "address"}, "GovernmentOrganization": THING | {"telephone", "address", "parentOrganization"},
    "GovernmentService": THING | {"provider", "offers", "availableChannel"}, "ServiceChannel": {"serviceLocation"}, "Offer": {"price", "priceCurrency"},
    "Event": EVENT, "EventSeries": EVENT,
    "Dataset": THING | {"license", "inLanguage", "isAccessibleForFree", "publisher", "distribution"},
    "DataDownload": {"name", "additionalType", "encodingFormat", "contentUrl"},
}
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def graphs(page):
    blocks = [json.loads(text) for text in MARKUP.findall(page.read_text(encoding="utf-8"))]
    assert all(block["@context"] == "https://schema.org" for block in blocks)
    return [node for block in blocks for node in block["@graph"]]


def nodes(value):
    """All objects in it."""
    if isinstance(value, dict):
        yield value
        for member in value.values():
            yield from nodes(member)
    elif isinstance(value, list):
        for member in value:
            yield from nodes(member)


@pytest.fixture(scope="module")
def pages(public):
    """The graph of each page, by its path on the site."""
    return {"/" + str(page.parent.relative_to(public)).lstrip(".") + ("" if page.parent == public else "/"): graphs(page) for page in public.rglob("index.html") if not {"screens", "Q"} & {*page.relative_to(public).parts}}


def of_type(pages, path, name):
    found = [node for node in pages[path] if node["@type"] == name]
    assert len(found) == 1, f"{path}: {len(found)} of {name}"
    return found[0]


def test_only_what_the_vocabulary_has_is_said(pages):
    seen = set()
    for path, graph in pages.items():
        for node in nodes(graph):
            if set(node) == {"@id"}:
                continue
            properties = {key for key in node if not key.startswith("@")}
            assert properties <= VOCABULARY[node["@type"]], f"{path}: {node['@type']} has no {properties - VOCABULARY[node['@type']]}"
            seen.add(node["@type"])
    assert seen == set(VOCABULARY), "each type is used somewhere in the sample"


def test_each_page_but_the_first_tells_the_way_to_it(pages, public):
    """Two steps or more, the page last, whose address is its own. Nothing leads to an activity that is over."""
    over = set()
    for path, graph in pages.items():
        trails = [node for node in graph if node["@type"] == "BreadcrumbList"]
        if path == "/":
            assert trails == []
            continue
        if path.startswith("/activities/") and not trails:
            assert graph == []
            over.add(path)
            continue
        assert len(trails) == 1, path
        steps = trails[0]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1)) and len(steps) >= 2
        assert all(step["name"] for step in steps) and "item" not in steps[-1]
        visible = re.search(r'<nav class="crumbs".*?</nav>', (public / path[1:] / "index.html").read_text(encoding="utf-8"), re.S)[0]
        assert [f'href="{step["item"].removeprefix(BASE)}"' in visible for step in steps[:-1]] == [True] * (len(steps) - 1), path
        for step in steps[:-1]:
            assert step["item"].startswith(BASE) and (public / step["item"].removeprefix(BASE + "/") / "index.html").is_file(), step
    feed = json.loads((public / "feeds/v1/activities.json").read_text(encoding="utf-8"))["data"]
    assert over and not over & {entry["url"].removeprefix(BASE) for entry in feed}


def test_a_place_has_the_hours_that_the_feed_has(pages, public):
    feed = json.loads((public / "feeds/v1/venues.json").read_text(encoding="utf-8"))
    hours = {venue["id"]: venue.get("openingHours") for venue in feed["data"]}
    assert hours["quanxi-hall"] is not None
    places = [node for graph in pages.values() for node in graph if node["@type"] == "CivicStructure"]
    assert len(places) > 10
    assert sum("openingHoursSpecification" in place for place in places) > 8
    for place in places:
        for specification in place.get("openingHoursSpecification", []):
            assert set(specification["dayOfWeek"]) <= set(DAYS)
            assert re.fullmatch(r"[0-2]\d:[0-5]\d", specification["opens"]) and re.fullmatch(r"[0-2]\d:[0-5]\d", specification["closes"])
    study = of_type(pages, "/venues/beihuai-study/", "CivicStructure")
    assert study["openingHoursSpecification"] == [{"@type": "OpeningHoursSpecification", "dayOfWeek": DAYS, "opens": "08:00", "closes": "22:00"}]
    assert study["geo"] == {"@type": "GeoCoordinates", "latitude": 36.6704, "longitude": 117.0218}


def test_a_menu_tells_what_each_service_costs(pages, public):
    feed = json.loads((public / "feeds/v1/services.json").read_text(encoding="utf-8"))["data"]
    menu = of_type(pages, "/menus/convenience/", "ItemList")
    services = {entry["item"]["@id"].split("#offer-")[1]: entry["item"] for entry in menu["itemListElement"]}
    assert len(services) > 4
    for service in feed:
        if service["id"] in services and service.get("feeYuan") is not None:
            assert services[service["id"]]["offers"] == {"@type": "Offer", "price": service["feeYuan"], "priceCurrency": "CNY"}
            assert services[service["id"]]["name"] == service["title"]
    page = (public / "menus/convenience/index.html").read_text(encoding="utf-8")
    assert all(f'id="offer-{identifier}"' in page for identifier in services)


def test_a_notice_tells_until_when_it_holds(pages):
    notice = of_type(pages, "/notices/power-cut-1126/", "Article")
    assert notice["datePublished"] == "2026-11-20T00:00:00+08:00" and notice["expires"] == "2026-11-26T18:30:00+08:00"


def test_the_dates_of_a_series_belong_to_it_and_agree_with_the_feed(pages, public):
    feed = json.loads((public / "feeds/v1/activities.json").read_text(encoding="utf-8"))["data"]
    starts = {entry["id"]: entry for entry in feed}
    events = [(path, node) for path, graph in pages.items() for node in graph if node["@type"] == "Event"]
    series = {path: node for path, graph in pages.items() for node in graph if node["@type"] == "EventSeries"}
    assert len(events) > 100 and series
    status = {"scheduled": "EventScheduled", "moved": "EventRescheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed"}
    compared = 0
    for path, event in events:
        if "superEvent" in event:
            assert event["superEvent"]["@id"] == series[path]["@id"]
        # What is said by reference is said on the page.
        said = {node["@id"] for node in nodes(pages[path]) if "@id" in node and len(node) > 1}
        for name in ("location", "organizer", "superEvent"):
            assert name not in event or "name" in event[name] or event[name]["@id"] in said, (path, name)
        entry = starts.get(event["@id"].split("#")[1])
        if entry is not None:
            compared += 1
            assert (event["startDate"], event["endDate"]) == (entry["startsAt"], entry["endsAt"])
            assert event.get("eventStatus", "https://schema.org/EventScheduled") == "https://schema.org/" + status[entry["status"]]
    assert compared > 100
