"""The database belongs to other programs too: the worst it can do is stop a build with a clear message."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from support import (  # noqa: F401
    GONGSHI,
    NOW,
    build,
    change_rows,
    check,
    database,
    digest,
    done,
    environment,
    gongshi,
    in_own_mounts,
    problems,
    tiny,
    tiny_original,
    tree,
)

PLACE = "content/activities.sqlite"


def without_wal(site):
    """Nothing but the one file, as after a clean close or a copy."""
    change_rows(site, "PRAGMA journal_mode = DELETE;")
    return database(site)


def missing(site):
    without_wal(site).unlink()


def overwritten_in_the_middle(site):
    file = without_wal(site)
    data = bytearray(file.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 8192] = b"\xa5" * 8192
    file.write_bytes(data)


def truncated(site):
    file = without_wal(site)
    file.write_bytes(file.read_bytes()[:30_000])


def newer(site):
    change_rows(site, "PRAGMA user_version = 99;")


def older(site):
    change_rows(site, "PRAGMA user_version = 0;")


def of_another_program(site):
    missing(site)
    change_rows(site, "CREATE TABLE song(id INTEGER PRIMARY KEY, title TEXT); INSERT INTO song(title) VALUES('茉莉花');")


def of_another_program_with_a_version(site):
    of_another_program(site)
    change_rows(site, "PRAGMA user_version = 7;")


def of_another_program_with_like_names(site):
    of_another_program(site)
    change_rows(site, "CREATE TABLE activity(id, name); CREATE TABLE unit(id, name); PRAGMA user_version = 2;")


def a_text(site):
    missing(site)
    database(site).write_text("这是一封信，不是数据库。\n" * 200, encoding="utf-8")


def a_short_text(site):
    missing(site)
    database(site).write_text("信\n", encoding="utf-8")


def empty(site):
    missing(site)
    database(site).touch()


def a_directory(site):
    missing(site)
    database(site).mkdir()


def a_link_to_nothing(site):
    missing(site)
    database(site).symlink_to("nowhere.sqlite")


UNUSABLE = [
    (missing, "missing"),
    (overwritten_in_the_middle, "corrupt"),
    (truncated, "corrupt"),
    (newer, "newer-schema"),
    (older, "older-schema"),
    (of_another_program, "not-gongshi"),
    (of_another_program_with_a_version, "not-gongshi"),
    (of_another_program_with_like_names, "not-gongshi"),
    (a_text, "not-sqlite"),
    (a_short_text, "not-sqlite"),
    (empty, "not-gongshi"),
    (a_directory, "unreadable"),
    (a_link_to_nothing, "unreadable"),
]


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs another user")
@pytest.mark.parametrize("verb", [["check"], ["activities", "init"]], ids=" ".join)
def test_a_database_that_may_not_be_opened_is_the_machines_failure(tiny, verb):
    """Nothing is wrong with the site: status 3 and the reason."""
    for place in (tiny, *tiny.parents[:-1]):
        place.chmod(0o755)
    database(tiny).chmod(0o600)
    result = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", GONGSHI, *verb, "--site", tiny, "--language", "zh"],
        capture_output=True,
        text=True,
        env=environment(),
    )
    assert result.returncode == 3 and "没有权限" in result.stderr, result.stderr


def test_init_leaves_other_programs_databases_alone(tiny):
    """Not a byte is changed, not even to WAL mode."""
    of_another_program(tiny)
    before = digest(without_wal(tiny).read_bytes())
    result = gongshi("activities", "init", "--site", tiny)
    assert (result.returncode, problems(result.stderr)) == (1, [f"{PLACE}: error[database.not-gongshi]"])
    assert digest(database(tiny).read_bytes()) == before


def test_init_adopts_any_version_number(tiny):
    """Tables are told by their columns; a number that is none is no crash."""
    for version in (-3, 0, -2147483648):
        change_rows(tiny, f"PRAGMA user_version = {version};")
        done(gongshi("activities", "init", "--site", tiny))
        done(check(tiny))


def test_a_missing_column_is_named(tiny):
    """What a program that made the tables itself forgot."""
    change_rows(tiny, "ALTER TABLE unit DROP COLUMN short_name; DROP TABLE roster_swap;")
    result = check(tiny)
    assert problems(result.stderr) == [f"{PLACE}: error[database.incomplete]"]
    assert "roster_swap, unit.short_name" in result.stderr


@pytest.mark.parametrize(("spoil", "code"), UNUSABLE, ids=[spoil.__name__ for spoil, _ in UNUSABLE])
def test_a_database_that_cannot_be_used_stops_the_build(tiny, spoil, code):
    """One diagnostic with a fixed code and a hint, exit 1; public/ and the file are untouched."""
    done(build(tiny))
    before = tree(tiny / "public")
    spoil(tiny)
    file = digest(database(tiny).read_bytes()) if database(tiny).is_file() else None
    result = build(tiny)
    assert (result.returncode, problems(result.stderr)) == (1, [f"{PLACE}: error[database.{code}]"]), result.stderr
    assert "  help: " in result.stderr
    assert tree(tiny / "public") == before
    assert file == (digest(database(tiny).read_bytes()) if database(tiny).is_file() else None)


def test_what_is_said_of_a_damaged_file_is_one_line(tiny):
    """SQLite's own report has several lines; a diagnostic has one, and its hint."""
    overwritten_in_the_middle(tiny)
    lines = check(tiny).stderr.splitlines()
    assert len(lines) == 3 and lines[1].startswith("  help: "), lines


def holding(site, script):
    """Another process that runs a script in the database and keeps the connection open until its input is closed. (In this process,
    reading the file would give up the locks: POSIX.)"""
    code = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "for line in sys.argv[2].split(';'): connection.execute(line)\n"
        "print('held', flush=True)\nsys.stdin.read()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, database(site), script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    return process


@pytest.mark.parametrize(
    "script",
    ["BEGIN EXCLUSIVE", "BEGIN EXCLUSIVE; UPDATE unit SET phone = '0531-0000-1200'"],
    ids=["before writing", "while writing"],
)
def test_a_database_locked_by_another_program_is_said_to_be(tiny, script):
    """Without WAL a writer shuts readers out: after a few seconds the build says so, and succeeds when the writer is done."""
    done(build(tiny))
    before = tree(tiny / "public")
    without_wal(tiny)
    writer = holding(tiny, script)
    result = build(tiny)
    writer.communicate()
    assert (result.returncode, problems(result.stderr)) == (1, [f"{PLACE}: error[database.locked]"]), result.stderr
    assert tree(tiny / "public") == before
    done(build(tiny))


def test_a_writer_in_wal_mode_keeps_no_reader_waiting(tiny):
    """An open transaction that locks and writes is not seen and not waited for."""
    change_rows(tiny, "PRAGMA journal_mode = WAL;")
    writer = holding(tiny, "BEGIN IMMEDIATE; UPDATE unit SET name = '还没有写完'")
    result = build(tiny)
    writer.communicate()
    done(result)
    assert "还没有写完" not in (tiny / "public/units/yard/index.html").read_text(encoding="utf-8")


def test_builds_see_one_moment_while_another_program_writes(tiny):
    """Rows that are committed together are published together: a writer moves two activities from day to day in one transaction each,
    and no build sees the one without the other."""
    change_rows(
        tiny,
        """
        PRAGMA journal_mode = WAL;
        INSERT INTO activity(id,title,kind,unit_id,venue_id,starts_at,ends_at,updated_at) VALUES
          ('left','左 0','other','yard','hall','2026-11-22T09:00','2026-11-22T10:00','2026-11-01T08:00'),
          ('right','右 0','other','yard','hall','2026-11-22T09:00','2026-11-22T10:00','2026-11-01T08:00');
    """,
    )
    code = (
        "import sqlite3, sys, threading\n"
        "stop = threading.Event()\n"
        "threading.Thread(target=lambda: (sys.stdin.read(), stop.set())).start()\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA synchronous = OFF')\n"
        "count = 0\n"
        "while not stop.is_set():\n"
        "    count += 1\n"
        "    day = f'2026-11-{22 + count % 5}T{8 + count % 7:02}'\n"
        "    connection.execute('BEGIN IMMEDIATE')\n"
        "    for id, title in (('left', '左'), ('right', '右')):\n"
        "        values = (f'{title} {count}', day + ':00', day + ':30', id)\n"
        "        connection.execute('UPDATE activity SET title = ?, starts_at = ?, ends_at = ? WHERE id = ?', values)\n"
        "    connection.execute('COMMIT')\n"
        "    if count == 1: print('writing', flush=True)\n"
        "print(count)\n"
    )
    writer = subprocess.Popen(
        [sys.executable, "-c", code, database(tiny)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout.readline() == "writing\n"
    results, seen = [], []
    for _ in range(20):
        results.append(build(tiny))
        items = json.loads((tiny / "public/feeds/v1/activities.json").read_text(encoding="utf-8"))["data"]
        moments = {item["activityId"]: (item["title"].split()[-1], item["startsAt"]) for item in items}
        seen.append((moments["left"], moments["right"]))
    written = int(writer.communicate()[0])
    for result in results:
        done(result)
    print(f"{written} transactions during {len(seen)} builds")
    assert written > len(seen)
    assert all(left == right for left, right in seen), seen
    assert len(set(seen)) > 1


def test_reading_never_changes_the_database(tiny):
    """build, check and list leave the file's bytes as they are, in WAL mode too."""
    for mode in ("DELETE", "WAL"):
        change_rows(tiny, f"PRAGMA journal_mode = {mode};")
        before = database(tiny).read_bytes()
        done(build(tiny))
        done(check(tiny))
        assert database(tiny).read_bytes() == before


def test_a_database_in_wal_mode_is_read_where_nothing_may_be_written(tiny):
    """As content that is mounted read-only into a container: SQLite's shared memory can't be made there."""
    change_rows(tiny, "PRAGMA journal_mode = WAL; UPDATE unit SET phone = phone;")
    assert not Path(f"{database(tiny)}-shm").exists()
    script = 'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1" && "$0" build --site "$2" --at "$3" --output "$4"'
    result = in_own_mounts(script, tiny / "content", tiny, NOW, tiny / "public")
    assert result.returncode == 0, result.stderr
    assert "recovered" not in result.stderr


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs another user")
def test_who_may_read_a_site_may_check_it(tiny):
    """An account that may read and not write, as the web server's or another keeper's, whatever mode the database is in."""
    for place in (tiny, *tiny.parents[:-1]):
        place.chmod(0o755)
    gongshi("activities", "init", "--site", tiny)
    # WAL mode, as its header says.
    assert database(tiny).read_bytes()[18:20] == b"\2\2"
    before = digest(database(tiny).read_bytes())
    result = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", GONGSHI, "check", "--site", tiny, "--at", NOW], env=environment(TMPDIR="/tmp"),
        capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert digest(database(tiny).read_bytes()) == before and not Path(str(database(tiny)) + "-wal").exists()


def test_commits_that_are_still_in_the_wal_are_read(tiny):
    """A writer that is still open has its commits in the -wal file only."""
    change_rows(tiny, "PRAGMA journal_mode = WAL;")
    writer = holding(tiny, "PRAGMA wal_autocheckpoint = 0; UPDATE unit SET name = '新名字' WHERE id = 'yard'")
    before = database(tiny).read_bytes()
    result = build(tiny)
    assert database(tiny).read_bytes() == before
    writer.communicate()
    done(result)
    assert "新名字" in (tiny / "public/units/yard/index.html").read_text(encoding="utf-8")


# Wrong rows


def row(table, **values):
    """A statement that puts a row in."""
    texts = ",".join("NULL" if value is None else f"'{value}'" for value in values.values())
    return f"INSERT INTO {table}({','.join(values)}) VALUES({texts});"


def activity(id, **values):
    """A good activity but for what is given."""
    good = {
        "title": "甲",
        "kind": "sport",
        "unit_id": "yard",
        "venue_id": "hall",
        "starts_at": "2026-11-22T07:00",
        "ends_at": "2026-11-22T08:00",
        "updated_at": "2026-11-01T08:00",
    }
    return row("activity", id=id, **{**good, **values})


def change(activity, time, kind, venue=None):
    return row("activity_change", activity_id=activity, occurs_at=time, change=kind, venue_id=venue)


def attendance(activity, time, enrolled):
    return row("attendance", activity_id=activity, occurs_at=time, enrolled=enrolled)


def measure(id, unit="yard", **values):
    return row("measure", id=id, unit_id=unit, title="窗", **values)


def honour(id, unit="yard", day="2025-06"):
    return row("honour", id=id, unit_id=unit, title="奖", awarded_by="区里", awarded_on=day)


def almanac(id, day="12-04", year=None, unit=None):
    return row("almanac", id=id, month_day=day, year=year, title="日", unit_id=unit)


def measured(measure, day="2026-10-31", value="2", unit="yard"):
    return row("measured", measure_id=measure, unit_id=unit, as_of=day, value=value)


MISSING = "error[data.missing-reference]"
WRONG = "error[data.wrong-value]"
NO_OCCURRENCE = "error[data.no-such-occurrence]"
MONDAY = "2026-11-23T08:00"

WRONG_ROWS = {
    activity("a-unit", unit_id="ghost"): f"activity[id=a-unit].unit_id: {MISSING}",
    activity("a-venue", venue_id="ghost"): f"activity[id=a-venue].venue_id: {MISSING}",
    activity("a-time", starts_at="2026-11-31T07:00"): f"activity[id=a-time].starts_at: {WRONG}",
    activity("a-form", ends_at="22.11.2026"): f"activity[id=a-form].ends_at: {WRONG}",
    activity("a-end", ends_at="2026-11-22T06:00"): f"activity[id=a-end].ends_at: {WRONG}",
    activity("a-rule", rrule="FREQ=WEEKLI"): f"activity[id=a-rule].rrule: {WRONG}",
    activity("a-start", rrule="FREQ=WEEKLY;BYDAY=MO"): f"activity[id=a-start].starts_at: {WRONG}",
    activity("a-kind", kind="party"): f"activity[id=a-kind].kind: {WRONG}",
    activity("A b"): f"activity[id=A b].id: {WRONG}",
    activity("a-link", signup_url="javascript:alert(1)"): f"activity[id=a-link].signup_url: {WRONG}",
    activity("a-page", page="/nowhere/", starts_at="2026-11-22T20:00", ends_at="2026-11-22T21:00"): "activity[id=a-page].page: error[link.broken]",
    change("tai-chi", MONDAY, "cancelled"): f"activity_change[activity_id=tai-chi,occurs_at={MONDAY}].occurs_at: {NO_OCCURRENCE}",
    change("ghost", MONDAY, "cancelled"): f"activity_change[activity_id=ghost,occurs_at={MONDAY}].activity_id: {MISSING}",
    change("tai-chi", "2026-11-24T07:00", "moved", "ghost"): (
        f"activity_change[activity_id=tai-chi,occurs_at=2026-11-24T07:00].venue_id: {MISSING}"
    ),
    attendance("tea", MONDAY, 12): f"attendance[activity_id=tea,occurs_at={MONDAY}].occurs_at: {NO_OCCURRENCE}",
    measure("m-unit", unit="ghost"): f"measure[id=m-unit].unit_id: {MISSING}",
    measured("ghost"): f"measured[measure_id=ghost,unit_id=yard,as_of=2026-10-31].measure_id: {MISSING}",
    measured("doors", day="2026-10-32"): f"measured[measure_id=doors,unit_id=yard,as_of=2026-10-32].as_of: {WRONG}",
    measured("doors", day="15.11.2026"): f"measured[measure_id=doors,unit_id=yard,as_of=15.11.2026].as_of: {WRONG}",
    measure("m-total", total="mean"): f"measure[id=m-total].total: {WRONG}",
    measure("m-better", better="most"): f"measure[id=m-better].better: {WRONG}",
    row("unit", id="u-shop", parent_id="yard", level="building", name="铺") + measure("m-sum", total="sum")
    + measured("m-sum", value="600") + measured("m-sum", value="512", unit="u-shop"): (
        "measured[measure_id=m-sum,unit_id=yard,as_of=2026-10-31].value: error[data.measure-total]"
    ),
    measure("m-below", unit="u-shop") + measured("m-below"): (
        "measured[measure_id=m-below,unit_id=yard,as_of=2026-10-31].unit_id: error[data.measured-outside]"
    ),
    honour("h-unit", unit="ghost"): f"honour[id=h-unit].unit_id: {MISSING}",
    honour("h-date", day="2025-13"): f"honour[id=h-date].awarded_on: {WRONG}",
    almanac("l-unit", unit="ghost"): f"almanac[id=l-unit].unit_id: {MISSING}",
    almanac("l-day", day="02-30"): f"almanac[id=l-day].month_day: {WRONG}",
    almanac("l-leap", day="02-29", year=2023): f"almanac[id=l-leap].month_day: {WRONG}",
    almanac("l-year", year=-44): f"almanac[id=l-year].year: {WRONG}",
    row("unit", id="u-parent", parent_id="ghost", level="grid", name="格"): f"unit[id=u-parent].parent_id: {MISSING}",
    row("unit", id="u-level", parent_id="yard", level="galaxy", name="格"): f"unit[id=u-level].level: {WRONG}",
    row("venue", id="v-unit", unit_id="ghost", name="屋"): f"venue[id=v-unit].unit_id: {MISSING}",
}
# What CHECKs keep out of a column and a reader must not guess at.
UNREADABLE_ROWS = {
    change("tea", "2026-11-25T14:00", "vanished"): (
        f"activity_change[activity_id=tea,occurs_at=2026-11-25T14:00].change: {WRONG}"
    ),
    activity("a-places", capacity="many"): f"activity[id=a-places].capacity: {WRONG}",
    activity("a-fee", fee_yuan="free"): f"activity[id=a-fee].fee_yuan: {WRONG}",
    attendance("tai-chi", "2026-11-26T07:00", "many"): (
        f"attendance[activity_id=tai-chi,occurs_at=2026-11-26T07:00].enrolled: {WRONG}"
    ),
    attendance("tai-chi", "2026-11-27T07:00", -4): (
        f"attendance[activity_id=tai-chi,occurs_at=2026-11-27T07:00].enrolled: {WRONG}"
    ),
    measured("doors", value="three"): f"measured[measure_id=doors,unit_id=yard,as_of=2026-10-31].value: {WRONG}",
    almanac("l-words", year="去年"): f"almanac[id=l-words].year: {WRONG}",
}


def test_rows_broken_by_other_programs_are_all_named(tiny):
    """By table, row and column, all in one run, whatever checks the other program switched off; nothing is published."""
    done(build(tiny))
    before = tree(tiny / "public")
    change_rows(tiny, "".join(WRONG_ROWS))
    result = build(tiny)
    assert (result.returncode, problems(result.stderr)) == (1, sorted(f"{PLACE}:{place}" for place in WRONG_ROWS.values()))
    assert tree(tiny / "public") == before


@pytest.mark.parametrize(("statement", "place"), UNREADABLE_ROWS.items(), ids=UNREADABLE_ROWS.values())
def test_a_value_that_no_check_would_allow_is_not_guessed_at(tiny, statement, place):
    """An unknown change is no cancellation, a word is no number, and nothing is no 0."""
    change_rows(tiny, statement)
    result = check(tiny)
    assert (result.returncode, problems(result.stderr)) == (1, [f"{PLACE}:{place}"]), result.stderr + result.stdout


def test_two_wrong_columns_of_one_row_are_both_named(tiny):
    """All problems in one run."""
    change_rows(tiny, activity("a-two", kind="party", rrule="FREQ=WEEKLI"))
    assert problems(check(tiny).stderr) == [
        f"{PLACE}:activity[id=a-two].kind: error[data.wrong-value]",
        f"{PLACE}:activity[id=a-two].rrule: error[data.wrong-value]",
    ]


def test_a_wrong_row_is_not_blamed_on_the_page_that_names_it(tiny):
    """A page that names a row which is there, but wrong, is right."""
    change_rows(tiny, "UPDATE activity SET starts_at = 'soon' WHERE id = 'tai-chi';")
    assert problems(check(tiny).stderr) == [f"{PLACE}:activity[id=tai-chi].starts_at: error[data.wrong-value]"]


def test_units_in_a_circle_are_named(tiny):
    """A unit below itself."""
    change_rows(tiny, "INSERT INTO unit(id,parent_id,level,name) VALUES('u-1','u-2','grid','甲'),('u-2','u-1','grid','乙');")
    assert problems(check(tiny).stderr) == [f"{PLACE}:unit[id=u-{n}].parent_id: error[data.unit-cycle]" for n in (1, 2)]


def test_the_hint_for_a_wrong_occurrence_names_the_nearest(tiny):
    """What a person who mistyped an hour needs to hear."""
    change_rows(tiny, change("tai-chi", MONDAY, "cancelled"))
    assert "the nearest is 2026-11-23T07:00" in check(tiny).stderr


def test_content_of_rows_is_never_markup(tiny):
    """No script from data (Promise 4)."""
    change_rows(
        tiny,
        """
        UPDATE activity SET title = '<script>alert(1)</script>', summary = '"><img src=x onerror=alert(1)>' WHERE id = 'tea';
    """,
    )
    done(build(tiny))
    page = (tiny / "public/activities/tea/index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page and "<img src=x" not in page
