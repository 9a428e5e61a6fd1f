"""Calendars as icalendar, recurring-ical-events and a strict linter read them."""

import datetime
import json

import icalendar
import pytest
import recurring_ical_events
from calendar_lint import problems

GOOD = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nCALSCALE:GREGORIAN\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n"
    "X-PUBLISHED-TTL:PT1H\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:a\r\n"
    "DTSTAMP:20261101T010000Z\r\nSEQUENCE:0\r\nDTSTART;TZID=Asia/Shanghai:20261125T140000\r\n"
    "DTEND;TZID=Asia/Shanghai:20261125T150000\r\nSUMMARY:课\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
).encode()


@pytest.mark.parametrize(
    "before, after",
    [
        (b"UID:a\r\n", b""), (b"DTSTAMP:20261101T010000Z\r\n", b""), (b"UID:a\r\n", b"UID:a\n"),
        (b"SUMMARY:", b"SUMMARY:" + b"x" * 80), ("课".encode(), "课".encode()[:1] + b"\r\n " + "课".encode()[1:]),
        (b"TZID:Asia/Shanghai", b"TZID:Asia/Tokyo"), (b"UID:a", b"UID:" + b"a" * 60 + b"\r\n " + b"b" * 70 + b"\r\n " + b"c" * 74),
        (b"SUMMARY:", b"SUMMARY:x\r\nSUMMARY:"), (b"SUMMARY:", b"RRULE:FREQ=DAILY;UNTIL=20261231T000000\r\nSUMMARY:"),
        (b"SUMMARY:", b"RRULE:FREQ=DAILY;UNTIL=20261231\r\nSUMMARY:"),
        (b"SUMMARY:", b"SUMMARY:\x07"),
    ],
)
def test_the_linter_can_fail(before, after):
    assert problems(GOOD) == []
    assert problems(GOOD.replace(before, after)) != []


def test_every_calendar_passes_the_linter(public):
    files = sorted(public.rglob("*.ics"))
    assert len(files) > 400
    assert {str(file): problems(file.read_bytes()) for file in files if problems(file.read_bytes())} == {}


def test_icalendar_reads_every_calendar_without_errors(public):
    for file in sorted(public.rglob("*.ics")):
        for component in icalendar.Calendar.from_ical(file.read_bytes()).walk():
            assert component.errors == [], file


def occurrences(path, first, last, cancelled):
    """(start, end, place) of all that a calendar has between two days, sorted."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    found = recurring_ical_events.of(calendar, keep_recurrence_attributes=False).between(first, last)
    return sorted(
        (event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat(), str(event.get("LOCATION", "")), str(event["SUMMARY"]))
        for event in found
        if (str(event.get("STATUS")) == "CANCELLED") == cancelled
    )


@pytest.mark.parametrize("cancelled", [False, True])
def test_rules_and_single_instances_say_the_same(public, cancelled):
    """The RRULE form, expanded by another program, holds the occurrences of the expanded form; cancelled ones too."""
    valid = json.loads((public / "feeds/v1/activities.json").read_text())["validUntil"]
    first, last = datetime.datetime(2026, 11, 16), datetime.datetime.fromisoformat(valid).replace(tzinfo=None)
    for name in ["all"] + [f"track/{track}" for track in ("theory", "practice", "remote")] + ["unit/songtai", "venue/songtai-bookshop"]:
        rules = occurrences(public / f"calendar/{name}.ics", first, last, cancelled)
        single = occurrences(public / f"calendar/expanded/{name}.ics", first, last, cancelled)
        assert rules == single, name
        assert name != "all" or len(rules) > (150 if not cancelled else 5)
