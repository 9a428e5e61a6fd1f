"""Promise 1, same inputs, same bytes: whatever the number of jobs, the order of the files, the place, the locale or the clock."""

import os
import random
import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from support import NOW, ROOT, build, done, environment, forget_number, gongshi, tree


def copied_in_order(source, target, names, chooser):
    """Copies files one by one in the order given, so that the file system lists them otherwise, each with another time."""
    for name in names:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, target / name)
        moment = chooser.randrange(1_000_000_000, 1_700_000_000)
        os.utime(target / name, (moment, moment))


def rewritten(source, target):
    """The same rows in a new file, put in from the last to the first, with a past of rows that were deleted."""
    old = sqlite3.connect(source)
    tables = old.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC").fetchall()
    new = sqlite3.connect(target)
    new.execute("PRAGMA foreign_keys = OFF")
    for _, sql in tables:
        new.execute(sql)
    for name, _ in tables:
        if not old.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (name,)).fetchone():
            continue
        rows = old.execute(f"SELECT * FROM {name}").fetchall()[::-1]
        marks = ",".join("?" * len(rows[0])) if rows else ""
        for _ in range(2):
            new.execute(f"DELETE FROM {name}")
            new.executemany(f"INSERT INTO {name} VALUES({marks})" if rows else "SELECT 1", rows)
    for pragma in ("user_version", "application_id"):
        new.execute(f"PRAGMA {pragma} = {old.execute(f'PRAGMA {pragma}').fetchone()[0]}")
    new.commit()
    new.close()
    old.close()


@pytest.fixture(scope="module")
def twins(tmp_path_factory):
    """The sample community twice: as it is, and with everything turned round that must not matter."""
    seed = 7
    print(f"seed {seed}")
    chooser = random.Random(seed)
    root = tmp_path_factory.mktemp("twins")
    first, second = root / "first", root / "a deeper place/second"
    names = sorted(
        str(Path(directory, name).relative_to(ROOT))
        for top in ("content", "themes")
        for directory, _, files in os.walk(ROOT / top)
        for name in files
        if ".sqlite" not in name
    )
    copied_in_order(ROOT, first, names, chooser)
    done(gongshi("activities", "init", "--site", first))
    done(gongshi("activities", "import", "--at", NOW, "--site", first, first / "content/data", "--apply"))
    shuffled = names[:]
    chooser.shuffle(shuffled)
    copied_in_order(ROOT, second, shuffled, chooser)
    rewritten(first / "content/activities.sqlite", second / "content/activities.sqlite")
    return first, second


@pytest.fixture(scope="module")
def expected(twins, tmp_path_factory):
    """The first twin, built with one job."""
    output = tmp_path_factory.mktemp("expected") / "public"
    done(build(twins[0], "--output", output, "--jobs", "1"))
    files = tree(output)
    assert len(files) > 500
    return files


@pytest.mark.parametrize("jobs", [1, 2, 3, 16])
def test_the_number_of_jobs_and_the_order_of_files_and_rows_do_not_matter(twins, expected, tmp_path, jobs):
    """Files made in another order with other times, rows in another order, other jobs: every byte equal."""
    done(build(twins[1], "--output", tmp_path / "public", "--jobs", jobs))
    assert tree(tmp_path / "public") == expected


@pytest.mark.parametrize(
    "changes",
    [
        {"LANG": "zh_CN.UTF-8", "TZ": "America/New_York"},
        {"LC_ALL": "C", "LANG": None, "TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": ":nonsense", "HOME": "/nonexistent"},
        {"LANG": None, "TZ": None, "HOME": None, "USER": None, "TMPDIR": "/nonexistent"},
    ],
    ids=["New York", "Kiritimati", "Turkish", "bare"],
)
def test_locale_and_time_zone_do_not_matter(twins, expected, tmp_path, changes):
    """Nothing of the machine gets into the files."""
    done(build(twins[0], "--output", tmp_path / "public", env=environment(**changes)))
    assert tree(tmp_path / "public") == expected


def test_the_working_directory_and_the_way_the_site_is_named_do_not_matter(twins, expected, tmp_path):
    """From within, by a relative path, by an absolute one with a slash."""
    site = twins[1]
    runs = [
        (["build", "--at", NOW, "--output", tmp_path / "within"], site),
        (["build", "--at", NOW, "--site", f"../{site.name}", "--output", tmp_path / "relative"], site),
        (["build", "--at", NOW, "--site", f"{site}/", "--output", tmp_path / "absolute"], "/"),
    ]
    for arguments, directory in runs:
        done(gongshi(*arguments, cwd=directory))
        assert tree(arguments[-1]) == expected


def test_what_was_published_before_does_not_matter(twins, expected, tmp_path):
    """Over an older release, over a newer one, over itself: as into an empty place, but for a feed's and services' times, which never go back."""
    fresh = tmp_path / "fresh"
    done(build(twins[0], "--output", fresh, at=NOW))
    for at in ("2026-11-10T08:00:00+08:00", NOW, "2026-12-24T18:00:00+08:00", NOW, NOW):
        forget_number(tmp_path / "public")
        done(build(twins[0], "--output", tmp_path / "public", at=at))
    # Copies of what went are told where there was something before: test_openactive holds them.
    found = {path: data for path, data in tree(tmp_path / "public").items() if not path.startswith("feeds/openactive/")}
    assert found.keys() == {path for path in expected if not path.startswith("feeds/openactive/")} and {path for path in found if found[path] != expected[path]} <= {"atom.xml", "feeds/hsds/services.json", "feeds/v1/index.json"}
    atoms = [(folder / "atom.xml").read_text(encoding="utf-8") for folder in (tmp_path / "public", fresh)]
    assert len({re.sub("<updated>[^<]*</updated>", "", atom, count=1) for atom in atoms}) == 1
    assert re.search("<updated>([^<]*)<", atoms[0])[1] > re.search("<updated>([^<]*)<", atoms[1])[1]


def test_the_same_instant_in_another_zone_is_the_same(twins, expected, tmp_path):
    """--at is a moment, not a text."""
    done(build(twins[0], "--output", tmp_path / "public", at="2026-11-21T01:00:00Z"))
    assert tree(tmp_path / "public") == expected


def test_no_path_of_this_machine_is_in_the_files(twins, tmp_path):
    """Where the site lies is nobody's business."""
    done(build(twins[0], "--output", tmp_path / "public"))
    for file in (tmp_path / "public").rglob("*"):
        assert not file.is_file() or str(twins[0]).encode() not in file.read_bytes(), file


def test_another_moment_gives_other_bytes(twins, expected, tmp_path):
    """These tests can fail: --at is an input."""
    done(build(twins[0], "--output", tmp_path / "public", at="2026-11-21T09:01:00+08:00"))
    assert tree(tmp_path / "public") != expected
