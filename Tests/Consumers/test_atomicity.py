"""Promise 3, whole or not at all: whoever reads `public` sees one complete release, whenever a build is killed."""

import ctypes
import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from support import GONGSHI, LATER, NOW, build, change_rows, digest, done, edit, environment, gongshi, tiny_site, tree, write

RANDOM_KILLS = 60
LITTER = {"history", "files", "files-home", "kept", "lock", "previous", "standing"}


class Sites:
    """One portal, published by turns from two sites whose files all differ, and what each of the two releases is."""

    def __init__(self, root):
        self.output = root / "portal/public"
        self.state = root / "portal/.public.gongshi"
        self.directories = {"A": tiny_site(root / "A"), "B": root / "B"}
        for number in range(40):
            write(
                self.directories["A"],
                f"content/notices/n-{number}.md",
                f"""\
---
title: 公告 {number}
kind: notice
date: 2026-11-{1 + number % 20:02}
---
第 {number} 件事。
""",
            )
        shutil.copytree(self.directories["A"], self.directories["B"])
        for mark, site in self.directories.items():
            edit(site, "content/site.yaml", "小院公示", f"小院公示{mark}")
            edit(site, "content/screens/lobby.yaml", "门厅屏", f"门厅屏{mark}")
            edit(site, "content/notices/gate.md", "北门开放", f"北门开放{mark}")
            edit(site, "content/venues/hall.md", "会客厅", f"会客厅{mark}")
            edit(site, "content/menus/convenience.md", "理发", f"理发{mark}")
            change_rows(site, f"UPDATE activity SET title = title || '{mark}'; UPDATE measure SET title = title || '{mark}';")
            # Each has files that the other lacks.
            write(site, f"content/pages/only-{mark.lower()}.md", f"---\ntitle: 只在{mark}\nkind: page\n---\n只在{mark}。\n")
        self.at = {"A": NOW, "B": LATER}
        self.files = {}
        for mark, site in self.directories.items():
            elsewhere = root / f"whole-{mark}"
            done(build(site, "--output", elsewhere, at=self.at[mark]))
            self.files[mark] = tree(elsewhere)

    def forget(self):
        """What was published when dates what is published next: each release here is as the first, so that it is known byte for byte."""
        (self.state / "history").unlink(missing_ok=True)

    def start(self, mark):
        self.forget()
        return subprocess.Popen(
            [GONGSHI, "build", "--site", self.directories[mark], "--output", self.output, "--at", self.at[mark]],
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def running_time(self):
        """Seconds that a switch takes from its start to its end."""
        times = []
        for mark in "BABABA":
            started = time.monotonic()
            self.start(mark).wait()
            times.append(time.monotonic() - started)
        return sorted(times)[len(times) // 2]

    def publish(self, mark):
        self.forget()
        return done(build(self.directories[mark], "--output", self.output, at=self.at[mark]))

    def published(self):
        """Which release `public` is, byte for byte; None when it is neither."""
        files = tree(self.output)
        return next((mark for mark, whole in self.files.items() if files == whole), None)

    def litter(self):
        return {entry.name for entry in self.state.iterdir()} - LITTER


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    return Sites(tmp_path_factory.mktemp("atomicity"))


def test_the_two_releases_differ_in_every_kind_of_file(sites):
    """Else the tests below could not tell a mixture from a whole."""
    a, b = sites.files["A"], sites.files["B"]
    same = {path for path in a.keys() & b.keys() if a[path] == b[path]}
    assert a.keys() - b.keys() and b.keys() - a.keys()
    for path in (
        "index.html",
        "feeds/v1/index.json",
        "feeds/v1/activities.json",
        "feeds/v1/screens/lobby.json",
        "atom.xml",
        "feed.json",
        "calendar/all.ics",
        "notices/n-7/index.html",
        "schedule/index.html",
        "venues/hall/index.html",
        "feeds/v1/venues.json",
        "feeds/v1/metrics.json",
        "feeds/v1/services.json",
        "feeds/v1/notices.json",
    ):
        assert path in a and path in b and path not in same, path


# A reader outside

SAMPLE = ["index.html", "feeds/v1/activities.json", "notices/n-7/index.html", "atom.xml", "schedule/index.html"]


def read_for_ever(output, expected):
    """Reads again and again until its input is closed; prints how many reads saw which release, and what was wrong."""
    counts = {"A": 0, "B": 0, "by path": 0, "switched between": 0}
    wrong = []
    os.set_blocking(0, False)
    chooser = random.Random(1)

    def read(path, directory=None):
        descriptor = os.open(path, os.O_RDONLY, dir_fd=directory)
        with open(descriptor, "rb") as file:
            return digest(file.read())

    def whole(digests, where):
        marks = [mark for mark, files in expected.items() if all(files.get(path) == found for path, found in digests.items())]
        if len(marks) != 1:
            wrong.append(f"{where}: {digests}")
        return marks[0] if marks else "A"

    def through_descriptor():
        # As a server that holds the directory open: whatever happens meanwhile, it stays in one release.
        directory = os.open(output, os.O_RDONLY | os.O_DIRECTORY)
        try:
            digests = {"feeds/v1/index.json": read("feeds/v1/index.json", directory)}
            mark = whole(digests, "index")
            # Some of the release's own files too, so that each is asked for in the end.
            for path in SAMPLE + chooser.sample(sorted(expected[mark]), 5):
                digests[path] = read(path, directory)
            counts[whole(digests, "descriptor")] += 1
        finally:
            os.close(directory)

    def by_path():
        # As a server that opens each file by its name: every file is there and whole, and all are of one release unless the switch
        # came between, which shows in the directory's inode.
        before = os.stat(output).st_ino
        digests = {path: read(f"{output}/{path}") for path in ["feeds/v1/index.json", *SAMPLE]}
        for path, found in digests.items():
            if not any(files[path] == found for files in expected.values()):
                wrong.append(f"{path} is of no release")
        if os.stat(output).st_ino == before:
            whole(digests, "path")
            counts["by path"] += 1
        else:
            counts["switched between"] += 1

    while True:
        try:
            if os.read(0, 1) == b"":
                break
        except BlockingIOError:
            pass
        for look in (through_descriptor, by_path):
            try:
                look()
            except OSError as error:
                wrong.append(f"{look.__name__}: {error}")
        # The builds need the processor too.
        time.sleep(0.002)
    print(json.dumps({"counts": counts, "wrong": wrong[:20]}))


@pytest.fixture
def reader(sites, tmp_path):
    """Gives a function that stops the reader and returns its report."""
    sites.publish("A")
    expected = tmp_path / "expected.json"
    expected.write_text(json.dumps(sites.files), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, __file__, sites.output, expected],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )

    def stop():
        out, errors = process.communicate(timeout=30)
        assert process.returncode == 0, errors
        return json.loads(out)

    yield stop
    if process.poll() is None:
        process.kill()
        process.wait()


def test_readers_see_whole_releases_while_builds_follow_one_another(sites, reader):
    """Twenty switches under a reader that reads all the time."""
    for turn in range(20):
        mark = "BA"[turn % 2]
        sites.publish(mark)
        assert sites.published() == mark
    report = reader()
    print(report["counts"])
    assert report["wrong"] == []
    assert min(report["counts"][kind] for kind in ("A", "B", "by path")) > 10


class Changes:
    """Wakes at every change of the directories' entries (inotify): where build and watcher share one core, who sleeps until then is let
    in at once; who only looks again and again is let in when the moment is over."""

    def __init__(self, *directories):
        libc = ctypes.CDLL(None, use_errno=True)
        self.descriptor = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        entries = 0x100 | 0x200 | 0x80 | 0x40  # IN_CREATE, IN_DELETE, IN_MOVED_TO, IN_MOVED_FROM
        for directory in directories:
            assert libc.inotify_add_watch(self.descriptor, os.fsencode(directory), entries) >= 0, os.strerror(ctypes.get_errno())

    def wait(self):
        if select.select([self.descriptor], [], [], 0.001)[0]:
            os.read(self.descriptor, 65536)

    def close(self):
        os.close(self.descriptor)


def killed_when(process, is_time, wait=lambda: None):
    """Kills the build as soon as `is_time()`; whether it was still running. Some of the moments are short: it sleeps only in `wait`."""
    while process.poll() is None and not is_time():
        wait()
    process.send_signal(signal.SIGKILL)
    process.wait()
    return process.returncode == -signal.SIGKILL


def test_a_build_killed_at_any_moment_leaves_a_whole_release(sites, reader):
    """SIGKILL at 60 random moments of the build's whole running time and at four aimed ones around the switch, five times each: the
    published tree is one of the two releases, the next build succeeds and clears up, rollback works, and no reader saw a mixture.
    """
    seed = 20261121
    seconds = sites.running_time()
    print(f"seed {seed}, a build takes {seconds * 1000:.0f} ms")
    chooser = random.Random(seed)
    slices = list(range(RANDOM_KILLS))
    chooser.shuffle(slices)
    sites.publish("A")
    current = "A"
    kills = {"random": 0, "building": 0, "ready": 0, "journal": 0, "switched": 0}
    effects = {"before the switch": 0, "after the switch": 0}

    changes = Changes(sites.state, sites.output.parent)

    def one_kill(kind, is_time, wait=lambda: None):
        nonlocal current
        other = "B" if current == "A" else "A"
        before = os.stat(sites.output).st_ino
        killed = killed_when(sites.start(other), is_time, wait)
        published = sites.published()
        assert published is not None, f"{kind}: public is neither release"
        has_switched = os.stat(sites.output).st_ino != before
        assert published == (other if has_switched else current)
        if killed:
            kills[kind] += 1
            effects["after the switch" if has_switched else "before the switch"] += 1
        # The next build succeeds whatever was left, of either release, and clears up.
        current = chooser.choice("AB")
        sites.publish(current)
        assert sites.published() == current
        assert sites.litter() == set()
        return killed

    attempts = 0
    while slices:
        attempts += 1
        assert attempts < 4 * RANDOM_KILLS, "the build ends before it can be killed"
        # One moment in each of as many slices of the running time as kills are wanted, in random order.
        part = slices.pop()
        started = time.monotonic()
        moment = started + seconds * (part + chooser.random()) / RANDOM_KILLS
        ended = []
        if not one_kill("random", lambda: time.monotonic() >= moment or ended.append(time.monotonic())):
            # It was faster than measured: the slices are cut anew, and this one is tried again.
            seconds = min(seconds, ended[-1] - started)
            slices.insert(0, part)

    aims = {
        "building": (sites.state / "building/index.html").exists,
        "ready": (sites.state / "ready").exists,
        "journal": (sites.state / "switch").exists,
    }
    for kind in [*aims, "switched"]:
        tries = 0
        while kills[kind] < 5:
            tries += 1
            assert tries < 200, f"{kind} was never hit"
            before = os.stat(sites.output).st_ino
            one_kill(kind, aims.get(kind) or (lambda: os.stat(sites.output).st_ino != before), changes.wait)
    changes.close()

    report = reader()
    print(kills, effects, report["counts"])
    assert kills["random"] >= 50
    assert effects["before the switch"] >= 10 and effects["after the switch"] >= 5
    assert report["wrong"] == []
    assert report["counts"]["A"] and report["counts"]["B"] and report["counts"]["by path"]


@pytest.mark.parametrize("kind", ["building", "switched"])
def test_rollback_is_right_after_a_killed_build(sites, kind):
    """Whether the build was killed before or after its switch, rollback gives the release before the published one."""
    for _ in range(50):
        sites.publish("A")
        sites.publish("B")
        before = os.stat(sites.output).st_ino
        moments = {
            "building": (sites.state / "building/index.html").exists,
            "switched": lambda: os.stat(sites.output).st_ino != before,
        }
        if killed_when(sites.start("A"), moments[kind]):
            break
    else:
        raise AssertionError("the build was never killed in time")
    published = sites.published()
    assert published == ("B" if kind == "building" else "A")
    done(gongshi("rollback", "--output", sites.output))
    assert sites.published() == ("A" if published == "B" else "B")
    done(gongshi("rollback", "--output", sites.output))
    assert sites.published() == published
    assert sites.litter() == set()


if __name__ == "__main__":
    read_for_ever(sys.argv[1], json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
