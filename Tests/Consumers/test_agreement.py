"""Promise 5: an occurrence has the same id, time, place and status wherever it is shown, over the sample and over generated communities."""

import dataclasses
import datetime
import random

import outputs
import pytest
from support import NOW, build, change_rows, done, edit, tiny_site, write


def agreed(public, now=NOW):
    """Compares all outputs of a release; gives what the feed says."""
    main = public / "feeds/v1/activities.json"
    expected = outputs.feed(main)
    about = outputs.envelope(main)
    first = datetime.datetime.fromisoformat(about["generatedAt"])
    monday = (first - datetime.timedelta(days=first.weekday())).replace(hour=0, minute=0, second=0, tzinfo=None)
    last = datetime.datetime.fromisoformat(about["validUntil"]).replace(tzinfo=None)

    # The expanded calendar has all of the window: those that are over as well.
    window = outputs.expanded_calendar(public / "calendar/expanded/all.ics")
    running = {key: one for key, one in window.items() if datetime.datetime.fromisoformat(one.end) > first}
    assert running == expected

    def inside(shown):
        return {
            key: one for key, one in shown.items()
            if datetime.datetime.fromisoformat(one.start).replace(tzinfo=None) < last
            and datetime.datetime.fromisoformat(one.end).replace(tzinfo=None) > monday
        }

    for rules in sorted((public / "calendar").rglob("*.ics")):
        name = rules.relative_to(public / "calendar")
        if name.parts[0] == "expanded":
            continue
        single = outputs.expanded_calendar(public / "calendar/expanded" / name)
        assert inside(outputs.rule_calendar(rules, monday, last)) == inside(single), name
        assert all(window[key] == one for key, one in single.items()), name

    assert outputs.rss(public / "feeds/rss/activities.xml") == expected

    assert outputs.xibo(public / "feeds/xibo/activities.json") == expected
    assert outputs.concerto(public / "feeds/concerto/activities.json") == {
        key: (one.status, one.title) for key, one in expected.items() if one.start[:10] < last.date().isoformat()}

    if (public / "feeds/openactive").exists():
        # Today's that are over leave it at midnight.
        today = {key: one for key, one in window.items() if one.end > datetime.datetime.fromisoformat(now).replace(hour=0, minute=0, second=0).isoformat()}
        assert outputs.opportunities(public) == today
        marked = {one for day in outputs.days(public) if day.name >= monday.date().isoformat() for one in outputs.microformats(day / "index.html")}
        named = {dataclasses.replace(one, status="") for one in window.values()}
        assert marked == {one for one in named if monday.date().isoformat() <= one.start[:10] < last.date().isoformat()}

    pages = {}
    for day in outputs.days(public):
        if day.name >= monday.date().isoformat():
            pages |= outputs.page(day / "index.html")
    # A day's page shows what begins within the window; what began before it stands on its first day as running on.
    assert pages == {key: one for key, one in window.items() if one.start[:10] >= monday.date().isoformat() and one.start[:10] < last.date().isoformat()}
    assert outputs.page(public / "schedule/index.html") == pages

    shown, linked = {}, {}
    for path in sorted((public / "activities").glob("*/index.html")):
        shown |= outputs.page(path)
        linked |= outputs.structured_data(path)
    assert shown == window
    assert linked == window

    for path in sorted((public / "feeds/v1/activities").rglob("*.json")):
        part = outputs.feed(path)
        assert all(expected[key] == one for key, one in part.items()), path
        name = path.relative_to(public / "feeds/v1/activities").with_suffix("")
        page = outputs.page(public / "schedule" / name / "index.html")
        calendar = outputs.expanded_calendar(public / "calendar/expanded" / name.with_suffix(".ics"))
        assert {key for key in calendar if key in expected} == set(part), name
        assert set(page) <= set(calendar), name

    for path in sorted((public / "feeds/v1/screens").glob("*.json")):
        for key, lines in outputs.screen(path).items():
            one = expected[key]
            for line in lines:
                assert (line["title"], line["status"], line.get("place", "")) == (one.title, one.status, one.place)
                assert (line["startsAt"], line["endsAt"]) == (one.start, one.end)
                assert line["until"] <= one.end
    return expected


def test_the_sample_agrees(public):
    expected = agreed(public)
    assert {one.status for one in expected.values()} == {"scheduled", "moved", "cancelled"}


def test_what_was_moved_to_another_day_is_shown_where_it_was_to_be(public):
    """Whoever comes on the day that was announced first reads where it has gone."""
    moved = {one["id"]: one for one in outputs.envelope(public / "feeds/v1/activities.json")["data"] if one["originalStartsAt"]}
    away = {}
    for day in outputs.days(public):
        for key, one in outputs.page(day / "index.html", role="moved-away").items():
            assert one.start[:10] == day.name
            away[key] = one.start
    expected = {key: one["originalStartsAt"] for key, one in moved.items() if one["originalStartsAt"][:10] != one["startsAt"][:10]}
    last = outputs.days(public)[-1].name
    assert {key: start for key, start in expected.items() if start[:10] <= last}.items() <= away.items()
    assert len(expected) >= 4
    lines = {line["id"] for line in outputs.envelope(public / "feeds/v1/screens/quanxi-lobby.json")["items"]}
    assert {f"{key}-moved-away" for key, start in expected.items() if start > NOW and start[:10] <= last} <= lines


# Generated communities

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def rule(random):
    by_day = ",".join(random.sample(DAYS, random.randint(1, 4)))
    end = random.choice(["", "", f";COUNT={random.randint(1, 400)}", f";UNTIL=2026{random.randint(1, 12):02}{random.randint(1, 28):02}"])
    return random.choice([
        f"FREQ=DAILY;INTERVAL={random.randint(1, 9)}{end}",
        f"FREQ=WEEKLY;INTERVAL={random.randint(1, 3)};BYDAY={by_day}{end}",
        f"FREQ=WEEKLY;INTERVAL=2;BYDAY={by_day};WKST={random.choice(['MO', 'SU'])}{end}",
        f"FREQ=MONTHLY;BYMONTHDAY={random.choice([1, 10, 25, 28, -1, -3])}{end}",
        f"FREQ=MONTHLY;BYDAY={random.choice(['1SA', '2WE', '-1FR', '3TH'])}{end}",
        f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={random.choice(['1', '-1', '1,-1'])}{end}",
        f"FREQ=YEARLY;BYMONTH={random.randint(1, 12)};BYMONTHDAY={random.randint(1, 28)}{end}",
    ])


def community(random):
    """SQL of some dozen activities with every kind of change."""
    from dateutil.rrule import rrulestr

    rows = ["INSERT INTO unit(id,parent_id,level,name) VALUES('yard',NULL,'community','小院'),('yard-1','yard','grid','第一网格');",
            "INSERT INTO venue(id,unit_id,name) VALUES('hall','yard','会客厅'),('yard-room','yard-1','活动室');"]
    form = "%Y-%m-%dT%H:%M"
    for number in range(24):
        kind = random.choice(["hour", "hour", "hour", "night", "day", "days"])
        minute = {"night": 22 * 60, "day": 0, "days": 0}.get(kind, random.randrange(6 * 60, 21 * 60, 5))
        length = {"night": 480, "day": 1440, "days": 1440 * random.randint(2, 4)}.get(kind, random.choice([30, 60, 90, 150]))
        start = datetime.datetime(2026, random.randint(1, 11), random.randint(1, 28)) + datetime.timedelta(minutes=minute)
        text = rule(random) if random.random() < 0.8 else None
        while text and not rrulestr(text.replace("UNTIL=2026", "UNTIL=2027").split(";COUNT")[0], dtstart=start).after(start, inc=True):
            text = rule(random)
        if text:
            # The first day that the rule gives is the series' start.
            until = text.replace("UNTIL=2026", "UNTIL=2027") if "UNTIL" in text else text
            start = rrulestr(until.split(";COUNT")[0], dtstart=start).after(start, inc=True)
            text = until
            # One ends before the next begins, or the series is refused.
            near = list(rrulestr(text.split(";COUNT")[0], dtstart=start)[:40])
            if any(later - earlier < datetime.timedelta(minutes=length) for earlier, later in zip(near, near[1:])):
                length = 1440 if minute == 0 else 30
        length = datetime.timedelta(minutes=length)
        rows.append(
            "INSERT INTO activity(id,title,kind,unit_id,venue_id,starts_at,ends_at,rrule,capacity,fee_yuan,audience,status,on_holiday,updated_at) VALUES"
            f"('a{number}','活动{number}','culture','{random.choice(['yard', 'yard-1'])}',{random.choice(['NULL', repr('hall'), repr('yard-room')])},"
            f"'{start:{form}}','{start + length:{form}}',{repr(text) if text else 'NULL'},{random.choice(['NULL', '20'])},{random.choice(['NULL', '0.0', '15.0'])},"
            f"'{random.choice(['居民', '老年居民', '党员'])}','{random.choice(['scheduled'] * 9 + ['cancelled', 'postponed'])}',"
            f"'{random.choice(['held', 'held', 'skipped', 'next-workday'])}','2026-11-01T08:00');")
        near = [start] if not text else list(rrulestr(text, dtstart=start).between(datetime.datetime(2026, 11, 10), datetime.datetime(2026, 12, 12), inc=True))
        used = set()
        for occurs in random.sample(near, min(len(near), random.randint(0, 3))):
            used.add(occurs)
            what = random.choice(["cancelled", "moved", "moved", "place", "ended" if text else "cancelled"])
            if what == "place" and number % 2:
                what = "topic"
            new = occurs + datetime.timedelta(days=random.choice([-9, -1, 0, 0, 1, 3, 40]), minutes=random.choice([0, 30, 300]))
            if what == "ended" and "ended" in used:
                what = "cancelled"
            used.add(what)
            values = {
                "cancelled": "'cancelled',NULL,NULL,NULL", "ended": "'ended',NULL,NULL,NULL", "place": "'moved',NULL,NULL,'yard-room'", "topic": "'topic',NULL,NULL,NULL",
                "moved": f"'moved','{new:{form}}','{new + random.choice([length, length * 2]):{form}}',{random.choice(['NULL', repr('hall')])}",
            }[what]
            title = f"'第{number}讲'" if what == "topic" or number % 3 == 0 else "NULL"
            rows.append(
                "INSERT INTO activity_change(activity_id,occurs_at,change,starts_at,ends_at,venue_id,title,note) VALUES"
                f"('a{number}','{occurs:{form}}',{values},{title},'通知');")
        extra = datetime.datetime(2026, 11, random.randint(14, 30), 5, random.choice([1, 2, 3]))
        if random.random() < 0.4 and kind == "hour":
            values = random.choice([
                "'added',NULL,NULL,NULL,NULL", f"'added','{extra:{form}}','{extra + length * 2:{form}}','hall','加一场'",
                f"'added','{extra + datetime.timedelta(days=1):{form}}','{extra + datetime.timedelta(days=1) + length:{form}}',NULL,'又改了'",
                f"'cancelled','{extra:{form}}','{extra + length:{form}}',NULL,'不加了'",
            ])
            rows.append(f"INSERT INTO activity_change(activity_id,occurs_at,change,starts_at,ends_at,venue_id,note) VALUES('a{number}','{extra:{form}}',{values});")
    return "\n".join(rows)


HOLIDAYS = """\
year: 2026
source: 测试
holidays:
  - name: 测试节
    days: [2026-11-24, 2026-11-25, 2026-11-26]
    workdays: [2026-11-22]
"""


@pytest.mark.parametrize("seed", range(12))
def test_generated_communities_agree(tmp_path, seed):
    chosen = random.Random(seed)
    site = tiny_site(tmp_path / "site", rows="")
    for name in ("pages/about.md", "notices/gate.md", "venues/hall.md"):
        (site / "content" / name).unlink()
    write(site, "content/index.md", "---\ntitle: 首页\nkind: page\n---\n小院。\n")
    write(site, "content/holidays/2026.yaml", HOLIDAYS)
    edit(site, "content/site.yaml", "unit: yard\n", "unit: yard\nlicense: https://creativecommons.org/licenses/by/4.0/\n")
    change_rows(site, community(chosen))
    at = chosen.choice([NOW, "2026-11-23T00:00:00+08:00", "2026-11-25T23:59:00+08:00", "2026-11-27T05:30:00+08:00"])
    done(build(site, at=at))
    assert len(agreed(site / "public", at)) > 10
