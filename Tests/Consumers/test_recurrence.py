"""Generated rules, expanded by the program and by python-dateutil: the same occurrences."""

import csv
import datetime
import random

import oracle
import pytest
from oracle import DIFFERENCES
from rules import begin, generated
from support import NOW, done, gongshi

SEED = 20261121
COUNT = 5200
# Each by itself, so that workers share them: as one test they were what the others waited for.
PARTS = 8
# Mondays: windows soon after the start, over a 29 February, over a new year, and long after it.
WINDOWS = [datetime.datetime(2026, 11, 16), datetime.datetime(2028, 1, 3), datetime.datetime(2029, 12, 10), datetime.datetime(2032, 1, 12)]
LENGTH = datetime.timedelta(days=61)


@pytest.fixture
def rules(site, tmp_path):
    """An empty site for rules."""
    directory = tmp_path / "rules"
    (directory / "content/data").mkdir(parents=True)
    (directory / "themes").symlink_to(site / "themes")
    (directory / "content/site.yaml").write_text("title: 规则\nbaseURL: https://rules.example.cn\nhorizonDays: 60\n")
    (directory / "content/data/unit.csv").write_text("id,level,name\nquan,community,泉\n")
    done(gongshi("activities", "init", "--site", directory))
    return directory


def fill(directory, rows):
    """Brings `(name, rule's text, start)` into the site's database."""
    with open(directory / "content/data/activity.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "title", "kind", "unit_id", "starts_at", "ends_at", "rrule", "updated_at"])
        for name, text, start in rows:
            end = start + datetime.timedelta(minutes=30)
            writer.writerow([name, name, "other", "quan", f"{start:%Y-%m-%dT%H:%M}", f"{end:%Y-%m-%dT%H:%M}", text, "2020-01-01T00:00"])
    return gongshi("activities", "import", "--at", NOW, "--site", directory, directory / "content/data", "--apply")


def listing(directory, day):
    return gongshi("activities", "list", "--site", directory, "--at", f"{day:%Y-%m-%d}T00:00:00+08:00")


def listed(directory, day):
    """`(name, time)` of what the program lists in the window from that day on."""
    fields = [line.split("\t") for line in done(listing(directory, day)).stdout.splitlines()]
    times = {(name, datetime.datetime.fromisoformat(start)) for start, _, _, name, *_ in fields}
    return {(name, time) for name, time in times if day <= time < day + LENGTH}


@pytest.mark.parametrize("part", range(PARTS))
def test_the_program_and_dateutil_agree(rules, part):
    seed = SEED + part
    print("seed", seed)
    source = random.Random(seed)
    rows, expected = {}, {day: set() for day in WINDOWS}
    while len(rows) < COUNT // PARTS:
        rule, day = generated(source, WINDOWS), begin(source)
        # The first day that the rule itself produces, so that the start is an occurrence.
        start = oracle.first(rule, day, day + datetime.timedelta(days=9 * 366))
        if start is None or (rule.until and start > rule.until):
            continue
        name = f"rule-{len(rows)}"
        rows[name] = (rule.text, start)
        for time in oracle.between(rule, start, WINDOWS, LENGTH):
            for window in WINDOWS:
                if window <= time < window + LENGTH:
                    expected[window].add((name, time))
    assert all(len(times) > COUNT // PARTS for times in expected.values())
    done(fill(rules, [(name, text, start) for name, (text, start) in rows.items()]))
    for window in WINDOWS:
        ours = listed(rules, window)
        differences = sorted(ours ^ expected[window])
        assert [(*rows[name], time, "ours" if (name, time) in ours else "dateutil's") for name, time in differences] == []


@pytest.mark.parametrize("case", DIFFERENCES, ids=lambda case: case.reason)
def test_where_dateutil_differs_the_program_does_as_rfc_5545_says(rules, case):
    start, last, *right = [
        datetime.datetime.fromisoformat(day) + datetime.timedelta(hours=10) for day in [case.start, case.until, *case.days]]
    assert list(oracle.occurrences(case.rule, start, last)) == right
    assert list(oracle.series(case.rule, start, last)) != right, "dateutil does as RFC 5545 says now"
    # The program wants the start to be an occurrence; the days after it are the same.
    done(fill(rules, [("rule", case.rule.text, right[0])]))
    assert sorted(time for _, time in listed(rules, WINDOWS[0]) if time <= last) == [time for time in right if time >= WINDOWS[0]]


@pytest.mark.parametrize(
    "text, reason",
    [
        ("FREQ=HOURLY", "not supported"),
        ("FREQ=MINUTELY;INTERVAL=15", "not supported"),
        ("FREQ=SECONDLY", "not supported"),
        ("FREQ=DAILY;BYHOUR=9,15", "not supported"),
        ("FREQ=DAILY;BYMINUTE=30", "not supported"),
        ("FREQ=DAILY;BYSECOND=0", "not supported"),
        ("FREQ=YEARLY;BYYEARDAY=100,-1", "not supported"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "not supported"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "not supported"),
        ("FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD", "not supported"),
        ("FREQ=WEEKLY;BYDAY=2TU", "not allowed with this frequency"),
        ("FREQ=DAILY;BYDAY=2TU", "not allowed with this frequency"),
        ("FREQ=WEEKLY;BYMONTHDAY=13", "not allowed with this frequency"),
        ("FREQ=MONTHLY;BYSETPOS=1", "not allowed with this frequency"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261231", "COUNT and UNTIL exclude each other"),
        ("FREQ=WEEKLY;BYEASTER=0", "there is no such part"),
    ],
)
def test_what_is_refused_says_why(rules, text, reason):
    imported = fill(rules, [("rule", text, datetime.datetime(2026, 11, 17, 10))])
    refused = imported if imported.returncode else listing(rules, WINDOWS[0])
    assert refused.returncode == 1 and reason in refused.stderr
