"""Generated rules, expanded by the program and by python-dateutil: the same occurrences."""

import csv
import datetime
import json
import random

from dateutil.rrule import rrulestr
from support import NOW, build, done, gongshi

SEED = 20261121
COUNT = 3000
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
FIRST, LAST = datetime.datetime(2026, 11, 16), datetime.datetime(2027, 1, 21)


def rule(random):
    """A rule that calendars really send, and odder ones."""
    frequency = random.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY"])
    parts = [f"FREQ={frequency}"]
    if random.random() < 0.5:
        parts.append(f"INTERVAL={random.choice([1, 2, 2, 3, 4, 6, 13])}")
    if random.random() < 0.25:
        parts.append("BYMONTH=" + ",".join(map(str, sorted(random.sample(range(1, 13), random.randint(1, 4))))))
    days = random.sample(DAYS, random.randint(1, 3))
    if frequency in ("MONTHLY", "YEARLY") and random.random() < 0.5:
        days = [f"{random.choice([1, 2, 3, 4, -1, -2])}{day}" for day in days]
    if random.random() < 0.6:
        parts.append("BYDAY=" + ",".join(days))
    if frequency != "WEEKLY" and random.random() < 0.35 and not any(day[0] in "-1234" for day in days):
        parts.append("BYMONTHDAY=" + ",".join(map(str, random.sample([*range(1, 32), -1, -2, -5], random.randint(1, 3)))))
    if frequency in ("MONTHLY", "YEARLY") and len(parts) > 2 and any(part.startswith("BY") for part in parts) and random.random() < 0.25:
        parts.append(f"BYSETPOS={random.choice([1, 2, -1, -2])}")
    if random.random() < 0.3:
        parts.append(f"WKST={random.choice(DAYS)}")
    end = random.random()
    if end < 0.2:
        parts.append(f"COUNT={random.randint(1, 400)}")
    elif end < 0.4:
        parts.append(f"UNTIL={datetime.date(2026, 11, 20) + datetime.timedelta(days=random.randint(0, 60)):%Y%m%d}T235900")
    return ";".join(parts)


def test_the_program_and_dateutil_agree(site, tmp_path):
    print("seed", SEED)
    source = random.Random(SEED)
    rows, expected = [], set()
    while len(rows) < COUNT:
        text = rule(source)
        begin = datetime.datetime(2021, 1, 1, 9, 30) + datetime.timedelta(days=source.randint(0, 2150))
        # The first day that the rule itself produces, so that the start is an occurrence.
        start = next(iter(rrulestr(text.replace(text[text.find(";COUNT"):], "") if "COUNT" in text else text, dtstart=begin)), None)
        if start is None:
            continue
        name = f"rule-{len(rows)}"
        rows.append([name, text, start])
        for time in rrulestr(text, dtstart=start).between(FIRST, LAST, inc=True):
            if FIRST <= time < LAST:
                expected.add((name, time.isoformat()))
    assert len(expected) > COUNT

    directory = tmp_path / "rules"
    (directory / "content/data").mkdir(parents=True)
    (directory / "themes").symlink_to(site / "themes")
    (directory / "content/site.yaml").write_text("title: 规则\nbaseURL: https://rules.example.cn\nhorizonDays: 60\n")
    (directory / "content/data/unit.csv").write_text("id,level,name\nquan,community,泉\n")
    with open(directory / "content/data/activity.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "title", "kind", "unit_id", "starts_at", "ends_at", "rrule", "updated_at"])
        for name, text, start in rows:
            end = start + datetime.timedelta(minutes=30)
            writer.writerow([name, name, "other", "quan", f"{start:%Y-%m-%dT%H:%M}", f"{end:%Y-%m-%dT%H:%M}", text, "2020-01-01T00:00"])
    done(gongshi("activities", "init", "--site", directory))
    done(gongshi("activities", "import", "--site", directory, directory / "content/data", "--apply"))
    listed = done(gongshi("activities", "list", "--site", directory, "--at", "2026-11-16T00:00:00+08:00"))
    found = {(fields[3], fields[0] + ":00") for fields in (line.split("\t") for line in listed.stdout.splitlines())}
    last = (datetime.datetime(2026, 11, 16) + datetime.timedelta(days=61)).isoformat()
    rules = {name: (text, start) for name, text, start in rows}
    differences = {(name, time) for name, time in found ^ expected if time < last}
    shown = [(rules[name], time, "ours" if (name, time) in found else "dateutil's") for name, time in sorted(differences)]
    assert shown == []
