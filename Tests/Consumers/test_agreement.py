"""Promise 5: an occurrence has the same time, place and status wherever it is shown."""

import json
import re

import icalendar
from support import NOW

STATUS = {"CONFIRMED": {"scheduled", "moved"}, "CANCELLED": {"cancelled"}, "TENTATIVE": {"postponed"}}


def feed(public):
    return {one["id"]: one for one in json.loads((public / "feeds/v1/activities.json").read_text())["data"]}


def test_calendar_and_feed_agree(public):
    calendar = icalendar.Calendar.from_ical((public / "calendar/expanded/all.ics").read_bytes())
    events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    expected = feed(public)
    running = {uid: event for uid, event in events.items() if event["DTEND"].dt.isoformat() > NOW}
    assert set(running) == set(expected)
    for uid, event in running.items():
        one = expected[uid]
        assert (event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()) == (one["startsAt"], one["endsAt"])
        assert one["status"] in STATUS[str(event["STATUS"])]
        assert str(event.get("LOCATION", "")).split("，")[0] == (one["venueName"] or "")


def items(page):
    """(start, end, status, title, place) of each occurrence of a page."""
    found = []
    for item in re.findall(r'<li class="occurrence.*?</li>', page, re.DOTALL):
        head = re.match(r'<li class="occurrence (\w+)" data-until="([^"]+)" data-start="([^"]+)">', item)
        title = re.search(r'<p class="title"><a href="/activities/([^/]+)/">', item)
        place = re.search(r'<p class="where"><a href="[^"]*">([^<]*)</a>', item)
        found.append((head[3], head[2], head[1], title[1], place[1] if place else None))
    return sorted(found, key=str)


def test_the_schedules_days_show_what_the_feed_says(public):
    expected = feed(public).values()
    days = sorted(path for path in (public / "schedule").iterdir() if re.fullmatch(r"\d{4}-\d\d-\d\d", path.name))
    assert len(days) == 20
    for day in days:
        shown = [one for one in items((day / "index.html").read_text()) if one[1] > NOW]
        said = sorted(
            ((o["startsAt"], o["endsAt"], o["status"], o["activityId"], o["venueName"]) for o in expected if o["startsAt"][:10] == day.name),
            key=str)
        assert shown == said, day.name


def test_screens_show_what_the_feed_says(public):
    expected = feed(public)
    for path in (public / "feeds/v1/screens").glob("*.json"):
        lines = [line for line in json.loads(path.read_text())["data"] if line["section"] != "notice"]
        assert lines
        for line in lines:
            one = expected[line["id"]]
            assert (line["title"], line["status"], line["place"]) == (one["title"], one["status"], one["venueName"])
            assert line["showUntil"] <= one["endsAt"]
            assert one["startsAt"][11:16] in line["when"] or one["allDay"]
