"""What publishing does to the disk: only what is new is written, what is gone goes, and nothing is touched that it must not touch."""

import errno
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from support import (  # noqa: F401
    GONGSHI,
    LATER,
    NOW,
    build,
    change_rows,
    done,
    edit,
    environment,
    forget_number,
    gongshi,
    in_own_mounts,
    stamps,
    tiny,
    tiny_original,
    tree,
    write,
)


@pytest.fixture
def published(tiny):
    """The tiny site, built."""
    done(build(tiny))
    return tiny


def fresh(site, tmp_path, at):
    """The files of the same site built into a new place."""
    elsewhere = tmp_path / f"fresh-{len(list(tmp_path.iterdir()))}"
    done(build(site, "--output", elsewhere, at=at))
    return tree(elsewhere)


# What is written


def test_only_changed_files_are_written(published):
    """A file with the same bytes stays the same file, with its time; servers and players need not fetch it again."""
    files, before = tree(published / "public"), stamps(published / "public")
    edit(published, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    result = done(build(published))
    after = stamps(published / "public")
    changed = {path for path, found in tree(published / "public").items() if files.get(path) != found}
    assert {path for path in after if before.get(path) != after[path]} == changed
    assert "notices/lift/index.html" in changed and "notices/gate/index.html" not in changed
    assert f"{len(changed)} written, {len(files) - len(changed)} unchanged, 0 removed" in result.stdout


def test_building_again_writes_nothing(published):
    """The same inputs at the same time: not one byte."""
    before = stamps(published / "public")
    assert " 0 written, " in done(build(published)).stdout
    assert stamps(published / "public") == before


def test_the_release_before_is_not_written_to(published):
    """Unchanged files are shared with the release before, which stays as it was."""
    before = tree(published / "public")
    edit(published, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    done(build(published))
    assert tree(published / ".public.gongshi/previous") == before


def test_what_is_gone_is_removed(published, tmp_path):
    """A later build and a page less: the published tree is that of a fresh build, directories too."""
    (published / "content/notices/lift.md").unlink()
    result = done(build(published, at=LATER))
    assert tree(published / "public") == fresh(published, tmp_path, LATER)
    assert not (published / "public/notices/lift").exists()
    assert " 0 removed" not in result.stdout


def test_what_others_put_into_the_output_is_kept_and_told_of(published):
    """Somebody's CNAME leaves public/, which is a release and nothing else; it is not lost, also not after more builds."""
    write(published, "public/CNAME", "www.example.cn\n")
    write(published, "public/.well-known/check.txt", "x")
    result = done(build(published, at=LATER))
    assert "2 files" in result.stderr and "CNAME" in result.stderr
    assert not (published / "public/CNAME").exists()
    for at in (NOW, LATER, NOW):
        assert "not made by gongshi" not in done(build(published, at=at)).stderr
    done(gongshi("rollback", "--output", published / "public"))
    done(gongshi("release", "--resume", "--output", published / "public"))
    assert "not made by gongshi" not in done(build(published)).stderr
    assert (published / ".public.gongshi/found/CNAME").read_text() == "www.example.cn\n"
    assert (published / ".public.gongshi/found/.well-known/check.txt").read_text() == "x"


def test_every_file_is_readable_by_the_server(published):
    """Files 644 and directories 755 under the usual umask."""
    edit(published, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    done(build(published))
    paths = [published / "public", *(published / "public").rglob("*")]
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in paths}
    assert modes == {(True, 0o755), (False, 0o644)}


# Rollback


def test_rollback_brings_the_previous_release_back_and_again_the_newer(published):
    """Byte for byte, and as often as one likes."""
    first = tree(published / "public")
    edit(published, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    done(build(published, at=LATER))
    second = tree(published / "public")
    assert first != second
    for expected in (first, second, first):
        done(gongshi("rollback", "--site", published))
        assert tree(published / "public") == expected


def test_a_build_after_a_rollback_publishes_anew(published, tmp_path):
    """Rolling back is no dead end."""
    first = tree(published / "public")
    done(build(published, at=LATER))
    done(gongshi("rollback", "--site", published))
    done(gongshi("release", "--resume", "--site", published))
    done(build(published, at="2026-11-25T08:00:00+08:00"))
    assert tree(published / "public") == fresh(published, tmp_path, "2026-11-25T08:00:00+08:00")
    done(gongshi("rollback", "--site", published))
    assert tree(published / "public") == first


def test_after_a_rollback_builds_publish_nothing_until_it_is_resumed(published):
    """A timer can't bring the mistake back: builds check, change nothing, say so and how to go on, in both languages, and are no failure."""
    first = tree(published / "public")
    edit(published, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    done(build(published, at=LATER))
    second = tree(published / "public")
    done(gongshi("rollback", "--site", published))
    for language, words in (("en", "a rollback holds release 1"), ("zh", "rollback 恢复了第 1 次发布")):
        result = done(build(published, "--language", language, at="2026-11-25T08:00:00+08:00"))
        assert words in result.stderr and "gongshi release --resume" in result.stderr and result.stdout == ""
        assert tree(published / "public") == first
    edit(published, "content/notices/lift.md", "kind: notice", "kind: nothing")
    assert build(published, at=LATER).returncode == 1
    edit(published, "content/notices/lift.md", "kind: nothing", "kind: notice")
    assert "a rollback holds release 1" in done(gongshi("release", "--site", published)).stderr
    assert "resumed" in done(gongshi("release", "--resume", "--site", published)).stdout
    assert "nothing was held" in done(gongshi("release", "--resume", "--site", published)).stdout
    done(build(published, at=LATER))
    assert tree(published / "public").keys() == second.keys() and tree(published / "public") != first


def test_any_release_that_is_kept_can_be_brought_back(published):
    """`releases` lists them with what changed; each comes back byte for byte by its number, and one that is not kept is named."""
    releases = {1: tree(published / "public")}
    for number in range(2, 8):
        write(published, f"content/notices/n-{number}.md", f"---\ntitle: 第 {number} 件\nkind: notice\ndate: 2026-11-20\n---\n请看。\n")
        done(build(published, at=f"2026-11-21T09:0{number}:00+08:00"))
        releases[number] = tree(published / "public")
    (published / "content/notices/n-7.md").unlink()
    listed = done(gongshi("releases", "--site", published)).stdout.splitlines()
    numbers = [line.split()[0] for line in listed if not line.startswith(" ")]
    assert numbers == ["7", "6", "5", "4", "3"] and "public now" in listed[0] and "2026-11-21 09:07" in listed[0]
    assert "    + /notices/n-7/" in listed[1:listed.index(next(line for line in listed if line.startswith("6")))]
    for number in (3, 6, 4):
        assert f"release {number} again" in done(gongshi("rollback", str(number), "--site", published)).stdout
        assert tree(published / "public") == releases[number]
    gone = gongshi("rollback", "2", "--site", published)
    assert gone.returncode == 2 and "these are: 3, 5, 6, 7" in gone.stderr and tree(published / "public") == releases[4]
    assert gongshi("rollback", "4", "--site", published).returncode == 2
    # The newest again: nothing is held any more, and the next build goes on from it.
    done(gongshi("rollback", "7", "--site", published))
    assert "    - /notices/n-7/" in done(build(published, at=LATER)).stdout + done(gongshi("releases", "--site", published)).stdout


@pytest.mark.parametrize("builds", [0, 1])
def test_rollback_without_a_previous_release_says_so(tiny, builds):
    """Exit 1 and a message; nothing changes, and nothing is made."""
    for _ in range(builds):
        done(build(tiny))
    before = tree(tiny)
    result = gongshi("rollback", "--site", tiny)
    assert result.returncode == 1
    assert "there is no previous release" in result.stderr
    assert {path: found for path, found in tree(tiny).items() if path != ".public.gongshi/lock"} == {
        path: found for path, found in before.items() if path != ".public.gongshi/lock"
    }


def test_rollback_of_a_site_that_is_not_there_makes_nothing(tmp_path):
    """A mistyped --site leaves no directories behind."""
    assert gongshi("rollback", "--site", tmp_path / "none").returncode in (1, 2)
    assert list(tmp_path.iterdir()) == []


# Where it may write


@pytest.mark.parametrize("files", [["notes.txt"], ["index.html"], [".htaccess"], ["sub/deep.txt"], ["feeds/v1/other.json"]])
def test_a_directory_with_other_things_in_it_is_refused(tiny, tmp_path, files):
    """Exit 2, and every byte of it is left alone."""
    output = tmp_path / "mine"
    for file in files:
        write(output, file, "mine\n")
    before = stamps(output)
    result = build(tiny, "--output", output)
    assert result.returncode == 2
    assert str(output) in result.stderr and "won't replace" in result.stderr
    assert stamps(output) == before


def test_a_file_in_the_place_of_the_output_is_refused(tiny, tmp_path):
    """Exit 2, and the file is left alone."""
    write(tmp_path, "mine", "mine\n")
    assert build(tiny, "--output", tmp_path / "mine").returncode == 2
    assert (tmp_path / "mine").read_text() == "mine\n"


def test_the_sites_own_directory_is_refused_as_output(tiny):
    """--output with the site itself, or its content, would replace what was written by hand."""
    before = tree(tiny)
    for output in (tiny, tiny / "content"):
        assert build(tiny, "--output", output).returncode == 2
    assert {path: found for path, found in tree(tiny).items() if "sqlite-" not in path} == {
        path: found for path, found in before.items() if "sqlite-" not in path
    }


@pytest.mark.parametrize("name", ["new", "deeper/than/this", "名字 with blank"])
def test_a_new_place_is_made(tiny, tmp_path, name):
    """The output's parents too."""
    done(build(tiny, "--output", tmp_path / "out" / name))
    assert (tmp_path / "out" / name / "index.html").is_file()


def test_an_empty_directory_is_used(tiny, tmp_path):
    """As made by hand or by a server's package."""
    (tmp_path / "empty").mkdir()
    done(build(tiny, "--output", tmp_path / "empty"))
    assert (tmp_path / "empty/index.html").is_file()


@pytest.mark.parametrize("output", ["public", "./public", "public/", "../site/public"])
def test_however_the_place_is_written_it_is_the_same(published, tmp_path, output):
    """With a dot, a slash, or upwards: one output, one state beside it."""
    done(build(published, "--output", output, at=LATER, cwd=published))
    done(gongshi("rollback", "--output", output, cwd=published))
    assert tree(published / "public") == fresh(published, tmp_path, NOW)
    assert sorted(path.name for path in published.iterdir()) == [".public.gongshi", ".public.gongshi-pictures", "content", "public", "themes"]


def test_a_link_to_the_public_directory_is_kept(published, tmp_path):
    """Where `public` is a link to another disk, the link stays and what it leads to is one whole release."""
    target = tmp_path / "disk"
    target.mkdir()
    (published / "public").rename(target / "public")
    (published / "public").symlink_to(target / "public")
    done(build(published, at=LATER))
    assert (published / "public").is_symlink()
    assert tree(published / "public") == tree(target / "public") == fresh(published, tmp_path, LATER)


# Bad input, and two at once


def test_a_build_with_errors_leaves_everything_as_it_was(published):
    """Exit 1: public/ is untouched, to the inode."""
    before = stamps(published / "public")
    edit(published, "content/notices/lift.md", "2026-11-19", "someday")
    result = build(published, at=LATER)
    assert result.returncode == 1
    assert "public is untouched" in result.stderr
    assert stamps(published / "public") == before
    assert not (published / ".public.gongshi/building").exists()


def test_of_two_builds_at_once_one_says_so(published, tmp_path):
    """The second finds the place taken and says it; the first, held in the middle, goes on and succeeds."""
    for attempt in range(50):
        at = f"2026-11-22T09:{attempt:02}:00+08:00"
        first = subprocess.Popen(
            [GONGSHI, "build", "--site", published, "--at", at], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        while first.poll() is None and not (published / ".public.gongshi/building/index.html").exists():
            pass
        if first.poll() is not None:
            continue
        first.send_signal(signal.SIGSTOP)
        second = build(published)
        first.send_signal(signal.SIGCONT)
        first.communicate()
        if second.returncode == 3:
            break
    assert second.returncode == 3 and first.returncode == 0
    assert "another gongshi is publishing" in second.stderr
    assert tree(published / "public") == fresh(published, tmp_path, at)


def test_many_builds_at_once_end_in_one_whole_release(tiny, tmp_path):
    """Eight at once: each succeeds or says that another is at work, and the last one through is whole."""
    moments = [f"2026-11-21T{hour:02}:00:00+08:00" for hour in range(8, 16)]
    builds = [
        subprocess.Popen(
            [GONGSHI, "build", "--site", tiny, "--at", at],
            env=environment(),
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for at in moments
    ]
    ends = [(process.communicate()[1], process.returncode) for process in builds]
    assert any(code == 0 for _, code in ends)
    assert all(code == 0 or code == 3 and "another gongshi is publishing" in text for text, code in ends), ends
    # The number of the last one depends on which came before it: each of the files that have it is of that release too.
    found = tree(tiny / "public")
    index = json.loads((tiny / "public/feeds/v1/index.json").read_text(encoding="utf-8"))
    of_number = {urlsplit(feed["url"]).path[1:]: feed["sha256"] for feed in index["feeds"]}
    assert {path: found[path] for path in of_number} == of_number

    def of_moment(files):
        return {path: digest for path, digest in files.items() if path not in of_number and not path.startswith(("feeds/", "status/"))}

    assert of_moment(found) in [of_moment(fresh(tiny, tmp_path, at)) for at in moments]
    assert {entry.name for entry in (tiny / ".public.gongshi").iterdir()} <= {"files", "files-home", "history", "kept", "lock", "previous", "retired", "standing"}


# Machines that refuse


def test_a_file_in_the_way_is_a_failure_of_the_machine(published):
    """Exit 3 with the path and the reason; public/ is untouched."""
    before = stamps(published / "public")
    state = published / ".public.gongshi"
    state.rename(published / "aside")
    state.write_text("in the way\n")
    result = build(published, at=LATER)
    assert result.returncode == 3
    assert ".public.gongshi" in result.stderr and os.strerror(errno.ENOTDIR) in result.stderr
    assert stamps(published / "public") == before


@pytest.mark.parametrize("path", [
    "public/feeds/v1/index.json", "public/index.html", ".public.gongshi/history", ".public.gongshi/files", ".public.gongshi/standing", ".public.gongshi/held"])
@pytest.mark.parametrize("at", [NOW, LATER])
def test_no_build_waits_for_what_is_no_file(published, tmp_path, path, at):
    """A pipe, or a device without an end, where a file of the release or of its notes was: the build neither waits nor reads on for ever, and
    publishes."""
    place = published / path
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    done(build(published, at=at))
    assert {name: bytes for name, bytes in tree(published / "public").items() if not name.startswith("feeds/")} == {
        name: bytes for name, bytes in fresh(published, tmp_path, at).items() if not name.startswith("feeds/")}


def test_a_pipe_beside_the_database_is_told(published):
    """SQLite would wait until somebody writes to it."""
    os.mkfifo(published / "content/activities.sqlite-journal")
    result = build(published, at=LATER)
    assert result.returncode == 3 and "activities.sqlite-journal: this is no file but a pipe" in result.stderr
    chinese = gongshi("activities", "list", "--site", published, "--at", NOW, "--language", "zh")
    assert chinese.returncode == 3 and "activities.sqlite-journal：这不是普通文件，而是管道" in chinese.stderr


def test_a_read_only_disk_is_a_failure_of_the_machine(tiny, tmp_path):
    """Exit 3 with the path and the reason; what was published stays."""
    result = in_own_mounts(
        """
        set -e
        mkdir "$2"; mount -t tmpfs none "$2"
        "$0" build --site "$1" --output "$2/public" --at "$3" --quiet
        cp -r "$2/public" "$5"
        mount -o remount,ro "$2"
        "$0" build --site "$1" --output "$2/public" --at "$4" --quiet || echo "exit $?"
        diff -r "$2/public" "$5" && echo same
        """,
        tiny,
        tmp_path / "disk",
        NOW,
        LATER,
        tmp_path / "copy",
    )
    assert result.stdout == "exit 3\nsame\n", result.stderr
    assert str(tmp_path / "disk") in result.stderr and os.strerror(errno.EROFS) in result.stderr


def test_a_full_disk_leaves_the_last_release_in_place(tiny, tmp_path):
    """Exit 3, the file and the reason named, the last release whole, the half of the new one gone; with room again all is well."""
    for number in range(40):
        head = f"---\ntitle: 第 {number} 件\nkind: notice\ndate: 2026-11-20\n---\n"
        write(tiny, f"content/notices/n-{number}.md", head + "长" * 3000 + "\n")
    done(build(tiny, "--output", tmp_path / "measured"))
    blocks = sum(-(-file.stat().st_size // 4096) for file in (tmp_path / "measured").rglob("*") if file.is_file())
    result = in_own_mounts(
        """
        set -e
        mkdir "$2"; mount -t tmpfs -o size="$6"k none "$2"
        "$0" build --site "$1" --output "$2/public" --at "$3" --quiet
        cp -r "$2/public" "$5"
        sed -i 's/<main /<main data-another="page" /' "$1/themes/default/templates/layout.mustache"
        "$0" build --site "$1" --output "$2/public" --at "$4" --quiet || echo "exit $?"
        diff -r "$2/public" "$5" && echo same
        ls "$2/.public.gongshi"
        mount -o remount,size="$7"k "$2"
        "$0" build --site "$1" --output "$2/public" --at "$4" --quiet && echo "exit $?"
        rm -r "$5"; cp -r "$2/public" "$5"
        """,
        tiny,
        tmp_path / "disk",
        NOW,
        LATER,
        tmp_path / "copy",
        blocks * 6,
        blocks * 24,
    )
    assert result.stdout == "exit 3\nsame\nfiles\nfiles-home\nhistory\nlock\nexit 0\n", result.stderr
    assert str(tmp_path / "disk/.public.gongshi/building/") in result.stderr and os.strerror(errno.ENOSPC) in result.stderr
    assert tree(tmp_path / "copy") == fresh(tiny, tmp_path, LATER)


# Outputs that cannot be exchanged

MOUNTED = """
    set -e
    mkdir -p "$2"; {mount}
    "$0" build --site "$1" --output "$2" --at "$3"; cp -r "$2" "$5/first"
    "$0" build --site "$1" --output "$2" --at "$4"; cp -r "$2" "$5/second"
    "$0" rollback --output "$2"; cp -r "$2" "$5/third"
    "$0" rollback --output "$2"; cp -r "$2" "$5/fourth"
    "$0" build --site "$1" --output "$2" --at "$4"; cp -r "$2" "$5/fifth"
    echo state; ls "$(dirname "$2")/.public.gongshi"
"""


@pytest.mark.parametrize(
    "mount", ['mount -t tmpfs none "$2"', 'mkdir "$2.other"; mount --bind "$2.other" "$2"'], ids=["tmpfs", "bind"]
)
def test_a_mount_point_is_updated_in_place(tiny, tmp_path, mount):
    """As with a container's volume: a note says so, each release is whole in the end, and rollback works."""
    copies = tmp_path / "copies"
    copies.mkdir()
    result = in_own_mounts(MOUNTED.format(mount=mount), tiny, tmp_path / "volume/public", NOW, LATER, copies)
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("note: ") == 3 and "can't be replaced in one step" in result.stderr
    first, second = fresh(tiny, tmp_path, NOW), fresh(tiny, tmp_path, LATER)
    found = [tree(copies / name) for name in ("first", "second", "third", "fourth", "fifth")]
    assert found == [first, second, first, second, second]
    assert set(result.stdout.split("state\n")[1].split()) <= {"files", "files-home", "history", "kept", "lock", "previous", "retired", "standing"}


def test_only_changed_files_are_written_in_place_too(tiny, tmp_path):
    """On a mount point, files with the same bytes stay the same files, and the summary counts what was really written."""
    result = in_own_mounts(
        """
        set -e
        mkdir -p "$2"; mount -t tmpfs none "$2"
        "$0" build --site "$1" --output "$2" --at "$3" --quiet 2>"$2.note"
        find "$2" -type f -printf '%P %i %T@\\n' | sort >"$2.before"
        "$0" build --site "$1" --output "$2" --at "$3" 2>"$2.note"
        find "$2" -type f -printf '%P %i %T@\\n' | sort | cmp - "$2.before" && echo same
        """,
        tiny,
        tmp_path / "volume/public",
        NOW,
    )
    assert result.stdout.endswith("same\n"), result.stderr
    assert " 0 written, " in result.stdout


def kill_in_place(site, output, marks):
    """Run within a namespace of its own: on a mount point, kills builds at moments spread over their running time, rolls back after each
    and prints what was published then."""
    output = Path(output)
    subprocess.run(["mount", "-t", "tmpfs", "none", output], check=True)
    for at in marks:
        done(build(site, "--output", output, at=at))
    # The shortest of some runs: on a busy machine one run says little. What each publishes is whole; when its services changed follows from those before.
    times, whole_ones = [], set()
    for at in marks * 3:
        forget_number(output)
        started = time.monotonic()
        done(build(site, "--output", output, at=at))
        times.append(time.monotonic() - started)
        whole_ones.add(digest(tree(output)))
    whole = min(times)
    found = []
    for attempt in range(30):
        forget_number(output)
        process = subprocess.Popen(
            [GONGSHI, "build", "--site", site, "--output", output, "--at", marks[attempt % 2], "--quiet"],
            stderr=subprocess.DEVNULL,
        )
        time.sleep(whole * (attempt + 0.5) / 30)
        process.kill()
        killed = process.wait() == -signal.SIGKILL
        result = gongshi("rollback", "--output", output)
        done(gongshi("release", "--resume", "--output", output))
        found.append({"killed": killed, "exit": result.returncode, "digest": digest(tree(output))})
    print(json.dumps({"found": found, "whole": sorted(whole_ones)}))


def digest(files):
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()


def test_rollback_after_a_killed_update_in_place_is_whole(tiny, tmp_path):
    """A release that was set aside or put in place by halves is never published: rollback gives a whole one."""
    for number in range(100):
        write(tiny, f"content/notices/n-{number}.md", f"---\ntitle: 第 {number} 件\nkind: notice\ndate: 2026-11-20\n---\n长\n")
    output = tmp_path / "volume/public"
    output.mkdir(parents=True)
    code = f"import test_publishing as t; t.kill_in_place({str(tiny)!r}, {str(output)!r}, {[NOW, LATER]!r})"
    result = in_own_mounts('cd "$1" && exec "$2" -c "$3"', Path(__file__).parent, sys.executable, code)
    assert result.returncode == 0, result.stderr
    found, whole = json.loads(result.stdout).values()
    assert sum(one["killed"] for one in found) >= 15
    allowed = {digest(fresh(tiny, tmp_path, at)) for at in (NOW, LATER)} | set(whole)
    assert len(allowed) <= 4
    assert [one for one in found if one["digest"] not in allowed] == []


def test_a_mount_point_that_is_killed_is_whole_after_the_next_build(tiny, tmp_path):
    """In place there is no single step; but no file is ever half, and the next build makes it whole."""
    copies = tmp_path / "copies"
    copies.mkdir()
    result = in_own_mounts(
        """
        set -e
        mkdir -p "$2"; mount -t tmpfs none "$2"
        "$0" build --site "$1" --output "$2" --at "$3" --quiet
        forget() { echo "gongshi history 1" >"$(dirname "$1")/.public.gongshi/history"; }
        for pause in 0.01 0.02 0.03 0.04 0.05 0.06 0.07; do
          forget "$2"; "$0" build --site "$1" --output "$2" --at "$4" --quiet & sleep $pause; kill -9 $! || true; wait $! || true
          cp -r "$2" "$5/killed-$pause"
          forget "$2"; "$0" build --site "$1" --output "$2" --at "$3" --quiet; cp -r "$2" "$5/whole-$pause"
        done
        """,
        tiny,
        tmp_path / "volume/public",
        NOW,
        LATER,
        copies,
    )
    assert result.returncode == 0, result.stderr
    first, second = fresh(tiny, tmp_path, NOW), fresh(tiny, tmp_path, LATER)
    known = set(first.items()) | set(second.items())
    for copy in copies.iterdir():
        if copy.name.startswith("whole"):
            assert tree(copy) == first
        else:
            assert {item for item in tree(copy).items() if not item[0].startswith(".gongshi-update/")} <= known


def strangers_in_a_volume(site, root, marks):
    """Run within a namespace of its own: a small volume that fills up, others' things of every kind in it, a mount within it."""
    root, found = Path(root), {}
    output = root / "public"
    output.mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", output], check=True)
    (output / "lost+found").mkdir(mode=0o700)
    done(build(site, "--output", output, at=marks[0]))
    before = tree(output)
    for number in range(3):
        write(site, f"content/notices/long-{number}.md", f"---\ntitle: 长\nkind: notice\ndate: 2026-11-20\n---\n{'长' * 300_000}\n")
    full = build(site, "--output", output, at=marks[1])
    found["full"] = [full.returncode, "is untouched" in full.stderr, tree(output) == before]
    for number in range(3):
        (Path(site) / f"content/notices/long-{number}.md").unlink()
    for file in ("index.html", "robots.txt", "feeds/v1/units.json"):
        (output / file).unlink()
    os.mkfifo(output / "index.html")
    write(output, "robots.txt/inner", "mine")
    (output / "feeds/v1/units.json").symlink_to("/etc/passwd")
    write(output, "mine.gongshi-new", "mine")
    Path(os.fsdecode(os.fsencode(output) + b"/\xb1\xb1\xc3\xc5.jpg")).write_bytes(b"mine")
    (output / "uploads").mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "none", output / "uploads"], check=True)
    write(output, "uploads/inner", "mine")
    (output / "notices").chmod(0o700)
    forget_number(output)
    result = done(build(site, "--output", output, at=marks[1]))
    inner = (output / "uploads/inner").read_text()
    subprocess.run(["umount", output / "uploads"], check=True)
    found["told"] = [name in result.stderr for name in ("5 files", "units.json", "index.html")]
    found["inner"] = inner
    found["left"] = sorted(path.name for path in output.iterdir() if not path.name.isascii() or path.name.startswith((".", "mine", "lost")))
    (output / "lost+found").rmdir()
    (output / "uploads").rmdir()
    found["published"] = tree(output)
    found["kept"] = sorted(os.fsencode(path.relative_to(root / ".public.gongshi/found")).hex() for path in (root / ".public.gongshi/found").rglob("*") if not path.is_dir())
    found["mode"] = (output / "notices").stat().st_mode & 0o777
    # What was killed on its way: a rollback by bytes, and who wrote content that is wrong is told.
    done(build(site, "--output", output, at="2026-11-25T08:00:00+08:00"))
    (root / ".public.gongshi/updating").write_text("build")
    write(site, "content/notices/wrong.md", "---\nkind: nothing\n---\n")
    found["wrong"] = [word in build(site, "--output", output, at=marks[1]).stderr for word in ("between two releases",)]
    done(gongshi("rollback", "--output", output))
    found["back"] = tree(output) == found["published"]
    print(json.dumps(found, ensure_ascii=True))


def test_a_volume_is_safe_from_strangers_and_from_being_full(tiny, tmp_path):
    """A full volume is untouched and said to be; a pipe, a link, a directory, a name in GBK in a file's place are kept and told of; a
    mount within is left alone; modes are mended; rollback repairs what was broken off."""
    code = f"import test_publishing as t; t.strangers_in_a_volume({str(tiny)!r}, {str(tmp_path / 'volume')!r}, {[NOW, LATER]!r})"
    result = in_own_mounts('cd "$1" && exec "$2" -c "$3"', Path(__file__).parent, sys.executable, code)
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    (tiny / "content/notices/wrong.md").unlink()
    assert found["full"] == [3, True, True]
    assert found["told"] == [True, True, True] and found["inner"] == "mine" and found["left"] == ["lost+found"]
    assert found["published"] == fresh(tiny, tmp_path, LATER)
    assert {bytes.fromhex(name) for name in found["kept"]} == {
        b"index.html", b"robots.txt/inner", b"feeds/v1/units.json", b"mine.gongshi-new", b"\xb1\xb1\xc3\xc5.jpg"}
    assert found["mode"] == 0o755 and found["wrong"] == [True] and found["back"]


# The number of a release


def test_a_release_is_never_numbered_below_the_last_one(tiny):
    """A clock that is set back, another release for the same moment, after a rollback, without notes: the next number above, and it is
    said; the same release again has the same number."""

    def number():
        return json.loads((tiny / "public/feeds/v1/index.json").read_text(encoding="utf-8"))["generation"]

    done(build(tiny, at=LATER))
    later = number()
    back = done(build(tiny))
    assert number() == later + 1 and "a clock that was set back?" in back.stderr and f"{later + 1}" in back.stderr
    feed = json.loads((tiny / "public/feeds/v1/screens/lobby.json").read_text(encoding="utf-8"))
    assert feed["generation"] == later + 1 and feed["generatedAt"] == NOW
    again = done(build(tiny))
    assert " 0 written, " in again.stdout and again.stderr == "" and number() == later + 1
    edit(tiny, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    assert "for the same moment" in done(build(tiny)).stderr and number() == later + 2
    done(gongshi("rollback", "--site", tiny))
    assert number() == later + 1
    done(gongshi("release", "--resume", "--site", tiny))
    edit(tiny, "content/notices/lift.md", "西边", "东边")
    done(build(tiny))
    assert number() == later + 3
    for file in sorted((tiny / ".public.gongshi").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    (tiny / ".public.gongshi").rmdir()
    assert "a clock that was set back?" in done(build(tiny)).stderr and number() == later + 4


# Publishing with a look at what changes


def test_publish_says_what_residents_will_see_and_asks(tiny):
    """Pages, activities and screens that an edit changed, not what the day does by itself; without an answer nothing is published."""
    output = tiny / "public"

    def publish(*arguments, at="2026-11-22T10:00:00+08:00"):
        return gongshi("publish", "--site", tiny, "--at", at, *arguments)

    first = done(publish("--yes", at=NOW))
    assert "the first release" in first.stdout and (output / "notices/lift/index.html").exists()
    # Another day: much is another file, and nothing that anybody did.
    assert "nothing that residents would see" in done(publish("--yes")).stdout
    edit(tiny, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    write(tiny, "content/notices/water.md", "---\ntitle: 停水\nkind: notice\ndate: 2026-11-22\nunit: yard\n---\n上午停水。\n")
    (tiny / "content/menus/convenience.md").unlink()
    change_rows(tiny, "UPDATE activity SET starts_at='2026-11-25T15:00', ends_at='2026-11-25T16:00' WHERE id='tea'; INSERT INTO activity_change(activity_id,occurs_at,change,note) VALUES('tai-chi','2026-11-24T07:00','cancelled','大风');")
    before = tree(output)
    asked = publish()
    assert asked.returncode == 2 and "--yes" in asked.stderr and tree(output) == before
    for line in (
        "new pages: 1", "+ /notices/water/ 停水", "changed pages: ", "~ /notices/lift/ 电梯检修", "pages that go, whose addresses die: ", "- /menus/convenience/ 便民",
        "called off: 1", "× 2026-11-24 07:00 太极", "withdrawn: 1", "- 2026-11-25 14:00 茶话会", "screens that show something else: 1", "▢ 门厅屏（lobby）",
    ):
        assert line in asked.stdout, line
    assert "/schedule/2026-11-20/" not in asked.stdout
    done(publish("--yes"))
    assert "西边" in (output / "notices/lift/index.html").read_text(encoding="utf-8") and not (output / "menus/convenience").exists()
    # Errors come before anything else; a rollback holds.
    write(tiny, "content/notices/wrong.md", "---\nkind: nothing\n---\n")
    wrong = publish("--yes")
    assert wrong.returncode == 1 and "residents" not in wrong.stdout
    (tiny / "content/notices/wrong.md").unlink()
    done(gongshi("rollback", "--site", tiny))
    held = tree(output)
    assert "release --resume" in done(publish("--yes")).stderr and tree(output) == held


# A release that stands


def test_a_build_that_has_nothing_to_do_leaves_what_a_whole_one_leaves(published, tmp_path):
    """Two files state the moment; they are those of a build without notes, byte for byte. What a build says is said, and no release is added."""
    whole = shutil.copytree(published, tmp_path / "whole", symlinks=True)
    numbers = done(gongshi("releases", "--site", published)).stdout.splitlines()[0].split()[0]
    page = os.stat(published / "public/index.html").st_ino
    before = done(build(published, at="2026-11-21T09:00:00+08:00"))
    later = "2026-11-21T09:01:00+08:00"
    (whole / ".public.gongshi/standing").unlink()
    again, made = done(build(published, at=later)), done(build(whole, at=later))
    assert tree(published / "public") == tree(whole / "public")
    assert (again.stdout.replace(str(published), ""), again.stderr) == (made.stdout.replace(str(whole), ""), made.stderr)
    assert " 2 written, " in again.stdout and os.stat(published / "public/index.html").st_ino == page and before.stderr == again.stderr
    assert done(gongshi("releases", "--site", published)).stdout.splitlines()[0].split()[0] == numbers
