"""Other programs' players, as far as they decide what stays on a screen; each after its own source.

Xibo CMS (lib/XTR/RemoteDataSetFetchTask, lib/Factory/DataSetFactory, lib/Connector/CapConnector), Concerto (app/models/remote_feed, content),
MagicMirror (defaultmodules/newsfeed, and its calendar as it was in issue 2111).
"""

import datetime
import hashlib
import json
import re
from xml.etree import ElementTree

import feedparser
import icalendar
from dateutil.rrule import rrulestr


def strip_tags(text):
    """PHP's: a `<` before white space is text, any other begins a tag that ends at `>`, or never."""
    return re.sub(r"<(?=\S)[^>]*(?:>|$)", "", text)


class XiboDataSet:
    """A Remote DataSet: rows append unless it is truncated, which happens only when there is something new to add."""

    NUMBER, DATE = 2, 3
    ALWAYS, NEVER, HOURLY = 1, 0, 3600

    def __init__(self, columns, clear_rate=ALWAYS, truncate_on_empty=False, row_limit=10_000, limit_policy="stop"):
        """`columns` has (remote field, data type) by heading; `clear_rate` in seconds."""
        assert not {"id"} & set(columns), "the table's own key is called so"
        self.columns, self.clear_rate, self.truncate_on_empty = columns, clear_rate, truncate_on_empty
        self.row_limit, self.limit_policy = row_limit, limit_policy
        self.rows, self.last_clear, self.cache_key = [], 0, None

    def sync(self, body, now, last_modified=None):
        """`now` in Unix seconds; `last_modified` as the server writes it, or nothing."""
        key = last_modified or hashlib.md5(body).hexdigest()
        if key == self.cache_key:
            return
        self.cache_key = key
        data = json.loads(body)["data"]
        assert isinstance(data, list)
        is_due = self.clear_rate != 0 and now >= self.last_clear + self.clear_rate
        before = len(self.rows)
        if not data:
            if self.truncate_on_empty and is_due:
                self.clear(now)
            return
        if is_due:
            self.clear(now)
        # The limit looks at how many rows there were before the truncation.
        if before + len(data) >= self.row_limit:
            if self.limit_policy == "stop":
                return
            if self.limit_policy == "truncate":
                self.clear(now)
            else:
                del self.rows[: len(data)]
        self.rows += [self.entry(row) for row in data]

    def clear(self, now):
        self.rows, self.last_clear = [], now

    def entry(self, row):
        found = {}
        for heading, (field, kind) in self.columns.items():
            value = row.get(field)
            if value is None:
                continue
            if kind == self.DATE:
                try:
                    found[heading] = datetime.datetime.strptime(value, "%Y-%m-%d %H:%M:%S")
                except ValueError:
                    continue  # the cell is dropped
            else:
                found[heading] = strip_tags(str(value))
        return found

    def shown(self, now):
        """With the widget's filter `ends > NOW()`, by the display's local clock."""
        return [row for row in self.rows if row["ends"] > now]


class XiboCAP:
    """The CAP connector: one alert, an item for each area of each of its infos; an empty body is “no alerts”."""

    def read(self, body):
        """(status for the schedule's criteria, items)"""
        if not body:
            return "No Alerts", []
        root = ElementTree.fromstring(body)
        name = "{urn:oasis:names:tc:emergency:cap:1.2}"

        def text(node, tag):
            found = node.find(f".//{name}{tag}")
            return "" if found is None else found.text

        items = []
        for info in root.iter(f"{name}info"):
            fields = ("event", "urgency", "severity", "certainty", "effective", "expires", "senderName", "headline", "description",
                      "instruction", "contact")
            item = {field: text(info, field) for field in fields}
            items += [item | {"areaDesc": text(area, "areaDesc")} for area in info.iter(f"{name}area")] or [item]
        return ("Actual Alerts" if text(root, "status") == "Actual" else "Test Alerts"), items


class ConcertoFeed:
    """A remote feed: what has a known type and name is changed in place, what is no longer there is destroyed."""

    def __init__(self):
        self.contents, self.made, self.changed = {}, 0, 0

    def refresh(self, body):
        items = json.loads(body)
        if not isinstance(items, list):
            return
        contents = {}
        for item in items:
            key = (item["type"], item["name"])
            assert key not in contents, "it would be renamed"
            assert item["type"] == "RichText" and item["render_as"] in ("plaintext", "html") and item["text"].strip()
            self.made += key not in self.contents
            self.changed += key in self.contents and self.contents[key] != item
            contents[key] = item
        self.contents = contents

    def shown(self, now):
        """`active`: started before now, ending after now."""
        return {
            name: one["text"] for (_, name), one in self.contents.items()
            if datetime.datetime.fromisoformat(one["start_time"]) < now < datetime.datetime.fromisoformat(one["end_time"])
        }


class MirrorNews:
    """The newsfeed: items without title or pubDate are passed over; none at all leave the old ones where they are."""

    def __init__(self, interval=300):
        self.items, self.interval = [], interval

    def fetch(self, body):
        parsed = feedparser.parse(body, sanitize_html=False)
        self.interval = max(self.interval, min(int(parsed.feed.get("ttl", 0)) * 60, 86_400))
        items = [(one.title, strip_tags(one.get("description", ""))) for one in parsed.entries if one.get("title") and one.get("published")]
        if items:
            self.items = items


def mirror_calendar(body, now, days=14):
    """{(title, start)}: the calendar as of issue 2111: an instance by a rule that begins earlier in the day than the zone is ahead of
    Greenwich comes out a day early; single events are right. Cancelled events are shown like others."""
    last = now + datetime.timedelta(days=days)
    found = set()
    for event in icalendar.Calendar.from_ical(body).walk("VEVENT"):
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        if not isinstance(start, datetime.datetime):
            start, end = (datetime.datetime.combine(day, datetime.time(), now.tzinfo) for day in (start, end))
        starts = [start]
        if "RRULE" in event:
            rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=start)
            starts = rule.between(now - datetime.timedelta(days=2), last)
            if start.hour * 60 <= start.utcoffset().total_seconds() / 60:
                starts = [one - datetime.timedelta(days=1) for one in starts]
        found |= {(str(event["SUMMARY"]), one) for one in starts if one + (end - start) > now and one < last}
    return found
