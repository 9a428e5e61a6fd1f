"""python-dateutil, asked in such a way that it answers as RFC 5545 has it.

Where dateutil differs, the rule or its start is written in an equivalent form in which it doesn't. `DIFFERENCES` holds one case each, with
the days worked out by hand; test_recurrence.py makes sure that the cases are still needed.
"""

import datetime
import itertools
import re
import types
import warnings
from dataclasses import dataclass, replace

import dateutil.rrule
from dateutil.rrule import rrulestr
from rules import DAYS, Rule

# What never takes place dateutil looks for until the year 9999. No test asks for times after 2060.
dateutil.rrule.datetime = types.SimpleNamespace(**{**vars(datetime), "MAXYEAR": 2060})

warnings.filterwarnings("ignore", message="Using both 'count' and 'until'")


@dataclass
class Difference:
    reason: str
    rule: Rule
    start: str
    until: str
    days: list[str]


DIFFERENCES = [
    # §3.3.10: “Each BYDAY value can also be preceded by a positive (+n) or negative (-n) integer”: a list of days, of which each says for
    # itself what it names. dateutil keeps the days that both a value with and one without a number name.
    Difference(
        "BYDAY with and without a number", Rule("MONTHLY", days=["MO", "2TU"]), "2026-11-02", "2026-12-01",
        ["2026-11-02", "2026-11-09", "2026-11-10", "2026-11-16", "2026-11-23", "2026-11-30"]),
    # §3.3.10: BYSETPOS “operates on a set of recurrence instances in one interval of the recurrence rule. For example, in a WEEKLY rule,
    # the interval would be one week”: the first week begins before a start on its Wednesday, and its first day is its Monday, which
    # does not count. dateutil begins that week at the start, and takes the Wednesday.
    Difference(
        "BYSETPOS in a week begun before the start", Rule("WEEKLY", days=["MO", "WE", "FR"], positions=[1, 3]), "2026-11-18", "2026-12-01",
        ["2026-11-20", "2026-11-23", "2026-11-27", "2026-11-30"]),
    # §3.3.10: UNTIL “MUST have the same value type as the "DTSTART" property”, and bounds the rule “in an inclusive manner”. A date beside
    # a start with a time is against the first; calendars that send it mean the whole day. dateutil reads midnight, and leaves the day out.
    Difference(
        "UNTIL as a date", Rule("DAILY", until=datetime.datetime(2026, 11, 20), until_form="date"), "2026-11-18", "2026-12-01",
        ["2026-11-18", "2026-11-19", "2026-11-20"]),
]


def series(rule, start, last):
    """What dateutil says of the text as it stands, up to `last`, one by one."""
    if rule.until_form == "utc" and rule.until:
        # It wants both times with zones or none.
        rule = replace(rule, until_form="local")
    series = rrulestr(rule.text, dtstart=start)
    return iter(series.replace(until=min(last, series._until or last)))


def occurrences(rule, start, last):
    """What RFC 5545 says, up to `last`, one by one."""
    asked, begin = replace(rule, days=numbered(rule), count=None), start
    if rule.until and rule.until_form == "date":
        asked = replace(asked, until=rule.until.replace(hour=23, minute=59), until_form="local")
    if rule.frequency == "WEEKLY" and rule.positions:
        # From the first day of the week on; what lies before the start is taken away again.
        asked = replace(asked, days=rule.days or [DAYS[start.weekday()]])
        begin -= datetime.timedelta(days=(start.weekday() - DAYS.index(rule.week_start or "MO")) % 7)
    return itertools.islice((time for time in series(asked, begin, last) if time >= start), rule.count)


def between(rule, start, windows, length):
    """What RFC 5545 says in windows of that length."""
    if rule.count or rule.frequency in ("MONTHLY", "YEARLY"):
        return [time for time in occurrences(rule, start, windows[-1] + length) if any(day <= time < day + length for day in windows)]
    # Days and weeks are all alike: dateutil, which looks at each, may begin whole intervals later.
    step = datetime.timedelta(days=(rule.interval or 1) * (7 if rule.frequency == "WEEKLY" else 1))
    later = [start + max(0, (day - start) // step - 1) * step for day in windows]
    return [time for day, begin in zip(windows, later) for time in occurrences(rule, begin, day + length) if day <= time < day + length]


def first(rule, begin, last):
    """The first occurrence from `begin` on of the rule without its end; None where there is none up to `last`. A day of the month or year
    that the rule leaves open is the begin's."""
    return next(occurrences(replace(rule, count=None, until=None), begin, last), None)


def numbered(rule):
    """BYDAY with a number before each day, where some have one."""
    if not any(re.match(r"-?\d", day) for day in rule.days) or all(re.match(r"-?\d", day) for day in rule.days):
        return rule.days
    most = 53 if rule.frequency == "YEARLY" and not rule.months else 5
    return [f"{n}{day}" if day in DAYS else day for day in rule.days for n in (range(1, most + 1) if day in DAYS else [""])]
