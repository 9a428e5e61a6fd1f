"""Every output that shows occurrences, read with a real parser of its kind, as {id: Shown}."""

import datetime
import html.parser
import json
import re
from dataclasses import dataclass

import feedparser
import icalendar
import mf2py
import recurring_ical_events
import rpde

MARKS = {"【已调整】": "moved", "【已取消】": "cancelled", "【已延期】": "postponed"}
ROLES = {"continues", "moved-away"}
ICS_STATUS = {"scheduled": "CONFIRMED", "moved": "CONFIRMED", "cancelled": "CANCELLED", "postponed": "TENTATIVE"}


@dataclass(frozen=True)
class Shown:
    start: str
    end: str
    status: str
    place: str
    title: str


def unmarked(title):
    """(status, title without its mark)."""
    title = title.removeprefix("【加场】")
    for mark, status in MARKS.items():
        if title.startswith(mark):
            return status, title[len(mark):]
    return "scheduled", title


def envelope(path):
    return json.loads(path.read_text(encoding="utf-8"))


def feed(path):
    return {
        one["id"]: Shown(one["startsAt"], one["endsAt"], one["status"], one["venueName"] or "", one["title"])
        for one in envelope(path)["data"]
    }


# Calendars


def moment(value, offset="+08:00"):
    """An iCalendar DATE or DATE-TIME as the feeds write it."""
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    return f"{value.isoformat()}T00:00:00{offset}"


def event(component):
    status, title = unmarked(str(component["SUMMARY"]))
    assert str(component["STATUS"]) == ICS_STATUS[status]
    return Shown(
        moment(component["DTSTART"].dt), moment(component["DTEND"].dt), status,
        str(component.get("LOCATION", "")).split("，")[0], title)


def expanded_calendar(path):
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(one["UID"]).rsplit("@", 1)[0]: event(one) for one in calendar.walk("VEVENT")}


def rule_calendar(path, first, last):
    """What another program makes of the rules, EXDATEs, RDATEs and overrides between two moments."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    found = {}
    for one in recurring_ical_events.of(calendar, keep_recurrence_attributes=False).between(first, last):
        uid = str(one["UID"]).rsplit("@", 1)[0]
        # Single ones that are moved into a calendar by themselves carry their whole id.
        if not re.search(r"_\d{8}T\d{4}$", uid):
            original = one["RECURRENCE-ID"].dt if "RECURRENCE-ID" in one else one["DTSTART"].dt
            uid += "_" + (original.strftime("%Y%m%dT%H%M") if isinstance(original, datetime.datetime) else original.strftime("%Y%m%dT0000"))
        assert uid not in found, uid
        found[uid] = event(one)
    return found


# RSS


def rss(path):
    parsed = feedparser.parse(path.read_bytes())
    assert not parsed.bozo, parsed.get("bozo_exception")
    found = {}
    for entry in parsed.entries:
        if entry.id.endswith("-empty"):
            continue
        status, title = unmarked(entry.title)
        assert entry.tags[0].term == status
        title = re.sub(r" (?:\d+年)?\d+月\d+日.*$", "", title)
        found[entry.id] = Shown(entry.ev_startdate, entry.ev_enddate, status, entry.get("ev_location", ""), title)
    return found


# Signage software


def xibo(path):
    def stamp(text):
        return text.replace(" ", "T") + "+08:00"

    return {
        row["id"]: Shown(stamp(row["from"]), stamp(row["until"]), row["status"], row["place"], row["title"])
        for row in envelope(path)["data"] if row["id"] != "empty"
    }


def concerto(path):
    """{id: (status, title)} of an array of contents."""
    found = {}
    for one in envelope(path):
        if one["name"] != "empty":
            found[one["name"]] = unmarked(re.match(r"<h1>(.*?)</h1>", one["text"])[1])
    return found


# Pages


class Occurrences(html.parser.HTMLParser):
    """The list entries with `data-id`, and JSON-LD."""

    def __init__(self):
        super().__init__()
        self.entries = []
        self.linked = []
        self.field = None
        self.structured = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        classes = (attributes.get("class") or "").split()
        if tag == "li" and "data-id" in attributes:
            # What is as it was planned has no status among its classes.
            self.entries.append(
                {"id": attributes["data-id"], "status": next((name for name in classes if name in ICS_STATUS), "scheduled"),
                 "role": next((name for name in classes if name in ROLES), "starts"), "title": "", "place": ""})
        elif tag == "time" and "dt-start" in classes and self.entries:
            self.entries[-1]["start"] = attributes["datetime"]
        elif tag == "data" and "dt-end" in classes and self.entries:
            self.entries[-1]["end"] = attributes["value"]
        elif tag == "data" and "p-name" in classes and self.entries:
            self.entries[-1]["title"] = attributes["value"]
        elif tag == "p" and classes and self.entries:
            self.field = {"title": "title"}.get(classes[0])
        elif tag in ("span", "a") and {"place", "p-location"} & set(classes) and self.entries:
            self.field = "place"
        elif tag == "script" and attributes.get("type") == "application/ld+json":
            self.structured = ""

    def handle_endtag(self, tag):
        if tag == "script" and self.structured is not None:
            self.linked += json.loads(self.structured)["@graph"]
            self.structured = None
        if tag in ("span", "a", "p") and not (tag == "span" and self.field == "title"):
            self.field = None

    def handle_data(self, data):
        if self.structured is not None:
            self.structured += data
        elif self.field in ("title", "place"):
            self.entries[-1][self.field] += data.strip()


def page(path, role="starts"):
    parser = Occurrences()
    parser.feed(path.read_text(encoding="utf-8"))
    found = {}
    for one in parser.entries:
        if one["role"] == role:
            shown = Shown(one["start"], one["end"], one["status"], one["place"], one["title"])
            assert found.setdefault(one["id"], shown) == shown, one["id"]
    return found


def days(public):
    return sorted(path for path in (public / "schedule").iterdir() if re.fullmatch(r"\d{4}-\d\d-\d\d", path.name))


def microformats(path):
    """Each `h-event` of a page."""
    parsed = mf2py.parse(doc=path.read_text(encoding="utf-8"))
    found = []

    def walk(items):
        for item in items:
            if "h-event" in item["type"]:
                said = {key: value[0] for key, value in item["properties"].items()}
                # The parser writes offsets without their colon.
                start, end = (re.sub(r"(\d\d)(\d\d)$", r"\1:\2", said[name]) for name in ("start", "end"))
                found.append(Shown(start, end, "", said.get("location", ""), said["name"]))
            walk(item.get("children", []))

    walk(parsed["items"])
    return found


def opportunities(public):
    """What a program has that copied OpenActive's feeds: sessions with what their series says of them."""
    series, sessions, events = (rpde.Copy(name).read(public) for name in ("session-series", "scheduled-sessions", "events"))
    by_address = {data["@id"]: data for data in series.values()}
    found = {}
    for key, data in {**sessions, **events}.items():
        whole = {**by_address[data["superEvent"]], **data} if "superEvent" in data else data
        place = whole["location"]
        # A place without an identity is the unit: none was stated.
        found[key] = Shown(
            whole["startDate"], whole["endDate"], LINKED_STATUS[whole["eventStatus"].rsplit("/", 1)[1]],
            place["name"] if "@id" in place else "", whole["name"])
    return found


LINKED_STATUS = {"EventScheduled": "scheduled", "EventRescheduled": "moved", "EventCancelled": "cancelled", "EventPostponed": "postponed"}


def structured_data(path):
    parser = Occurrences()
    parser.feed(path.read_text(encoding="utf-8"))
    series = next((one for one in parser.linked if one["@type"] == "EventSeries"), {})
    # A place that is the series' own is named there; a date without a status takes place as planned.
    places = {"": {"name": ""}} | {place["@id"]: place for place in [series.get("location", {})] if "@id" in place}

    def name(place):
        return place["name"] if "name" in place else places[place.get("@id", "")]["name"]

    return {
        one["@id"].split("#")[1]: Shown(
            one["startDate"], one["endDate"], LINKED_STATUS[one.get("eventStatus", "/EventScheduled").rsplit("/", 1)[1]],
            name(one.get("location", {})), one["name"])
        for one in parser.linked if one["@type"] == "Event"
    }


def screen(path):
    """{id: [item]} of the items that stand for occurrences at their own time; those of the build's day that are over are never shown."""
    found = {}
    feed = envelope(path)
    for item in feed["items"]:
        if "startsAt" in item and "-on-" not in item["id"] and not item["id"].startswith("shift-") and item["until"] > feed["generatedAt"]:
            found.setdefault(item["id"], []).append(item)
    return found
