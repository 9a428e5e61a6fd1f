"""`gongshi screens seen`: the web server's access log as a heartbeat."""

import datetime
import gzip
import json
import random
import re
import subprocess
import unicodedata

import growth
import pytest
from support import GONGSHI, NOW, build, done, edit, environment, gongshi, tiny, tiny_original, tree, write  # noqa: F401

AT = datetime.datetime.fromisoformat(NOW)
HELD = int(AT.timestamp()) - 3600
COMBINED = '"-" "Mozilla/5.0 (Linux; Android 8.1)"'


def line(screen, minutes, held=HELD, address="192.0.2.7", status=200, zone=8):
    """A player's request, so many minutes ago."""
    moment = (AT - datetime.timedelta(minutes=minutes)).astimezone(datetime.timezone(datetime.timedelta(hours=zone)))
    target = f"/feeds/v1/screens/{screen}.json?screen={screen}&gen={held}"
    return f'{address} - - [{moment:%d/%b/%Y:%H:%M:%S %z}] "GET {target} HTTP/1.1" {status} 5120 {COMBINED}\n'


OTHER = f'198.51.100.9 - - [21/Nov/2026:08:59:00 +0800] "GET /notices/gate/ HTTP/1.1" 200 5120 {COMBINED}\n'


@pytest.fixture
def walls(tiny):
    """A site with five screens, published an hour ago."""
    for name in ("lift", "gate", "hall", "attic"):
        write(tiny, f"content/screens/{name}.yaml", f"id: {name}\ntitle: {name} 屏\n")
    done(build(tiny, at=(AT - datetime.timedelta(hours=1)).isoformat()))
    return tiny


def seen(site, *arguments, at=NOW, **options):
    return gongshi("screens", "seen", "--site", site, "--at", at, *arguments, **options)


def report(site, *arguments, **options):
    return json.loads(done(seen(site, "--format", "json", *arguments, **options)).stdout)


def states(document):
    return {screen["id"]: screen["state"] for screen in document["screens"]}


LOG = [
    line("lobby", 1),
    line("lobby", 2, address="2001:db8::5"),
    line("lift", 3, held=HELD - 86400),
    line("gate", 31),
    line("gate", 32, status=503),
    line("attic", 500, held="x\x1b[31m"),
    line("old", 7),
    OTHER,
]
STATES = {"attic": "silent", "gate": "silent", "hall": "never", "lift": "behind", "lobby": "alive"}


def test_each_screen_has_its_state(walls, tmp_path):
    """In the site's order, with when, whence and what it holds."""
    (tmp_path / "access.log").write_text("".join(LOG))
    document = report(walls, tmp_path / "access.log")
    assert states(document) == STATES and list(states(document)) == sorted(STATES)
    lobby = next(screen for screen in document["screens"] if screen["id"] == "lobby")
    assert lobby["lastSeen"] == "2026-11-21T08:59:00+08:00" and lobby["secondsAgo"] == 60
    assert lobby["generation"] == lobby["publishedGeneration"] == HELD and lobby["title"] == "门厅屏"
    assert [box["address"] for box in lobby["addresses"]] == ["192.0.2.7", "2001:db8::5"] and lobby["addressCount"] == 2
    gate = next(screen for screen in document["screens"] if screen["id"] == "gate")
    assert gate["lastFailure"] == {"at": "2026-11-21T08:28:00+08:00", "status": 503} and gate["lastStatus"] == 200
    assert [screen["id"] for screen in document["unknownScreens"]] == ["old"]
    assert document["log"]["lines"] == 8 and document["log"]["polls"] == 7 and document["log"]["unknownLines"] == 0


def test_every_member_is_described(walls, tmp_path):
    """docs/heartbeat.md names them all."""
    from support import ROOT

    (tmp_path / "access.log").write_text("".join(LOG))
    described = set(re.findall(r"`([A-Za-z]+)`", (ROOT / "docs/heartbeat.md").read_text(encoding="utf-8")))

    def names(value):
        if isinstance(value, dict):
            return set(value) | set().union(*map(names, value.values()))
        return set().union(*map(names, value)) if isinstance(value, list) else set()

    assert names(report(walls, tmp_path / "access.log")) <= described


def test_rotated_logs_may_overlap_and_come_in_any_order(walls, tmp_path):
    """Packed or not, one by one, all at once, through a pipe."""
    whole = tmp_path / "whole.log"
    whole.write_text("".join(LOG))
    (tmp_path / "access.log").write_text("".join(LOG[3:]))
    (tmp_path / "access.log.1").write_text("".join(LOG[2:6]))
    with gzip.open(tmp_path / "access.log.2.gz", "wt") as file:
        file.write("".join(reversed(LOG[:3])))
    # Two parts one after the other, as `cat a.gz b.gz` makes.
    (tmp_path / "joined.gz").write_bytes(gzip.compress("".join(LOG[:4]).encode()) + gzip.compress("".join(LOG[4:]).encode()))
    parts = ["access.log", "access.log.1", "access.log.2.gz"]
    expected = report(walls, whole)
    expected.pop("log")
    for order in (parts, parts[::-1], parts + parts, ["joined.gz"], ["joined.gz", "whole.log"]):
        found = report(walls, *[tmp_path / part for part in order])
        assert found.pop("log")["unknownLines"] == 0 and found == expected, order
    for data in (whole.read_bytes(), (tmp_path / "joined.gz").read_bytes()):
        result = subprocess.run(
            [GONGSHI, "screens", "seen", "-", "--site", walls, "--at", NOW, "--format", "json"],
            input=data, capture_output=True, check=True)
        found = json.loads(result.stdout)
        assert found.pop("log")["files"][0]["path"] == "-" and found == expected


@pytest.mark.parametrize("zone", [8, 0, -9])
def test_the_zone_of_the_log_does_not_matter(walls, tmp_path, zone):
    (tmp_path / "access.log").write_text("".join(line(screen, minutes, zone=zone) for screen, minutes in (("lobby", 1), ("gate", 31))))
    document = report(walls, tmp_path / "access.log")
    assert states(document)["lobby"] == "alive" and states(document)["gate"] == "silent"
    assert document["screens"][4]["lastSeen"] == "2026-11-21T08:59:00+08:00"


def test_caddys_and_nginxs_json_is_read(walls, tmp_path):
    """As both write it."""
    target = f"/feeds/v1/screens/lobby.json?screen=lobby&gen={HELD}"
    caddy = {
        "level": "info", "ts": AT.timestamp() - 60.25, "logger": "http.log.access.log0", "msg": "handled request",
        "request": {"remote_ip": "192.0.2.1", "client_ip": "192.0.2.7", "proto": "HTTP/2.0", "method": "GET",
                    "host": "yard.example.cn", "uri": target, "headers": {"User-Agent": ['"]}\\']}},
        "bytes_read": 0, "user_id": "", "duration": 0.0003, "size": 5120, "status": 200,
    }
    nginx = {"time": "2026-11-21T08:50:00+08:00", "remote_addr": "192.0.2.8", "request": f"GET {target} HTTP/1.1", "status": 304}
    (tmp_path / "access.json").write_text("".join(json.dumps(entry) + "\n" for entry in (caddy, nginx, {"ts": 1, "msg": "x"})))
    document = report(walls, tmp_path / "access.json")
    lobby = document["screens"][4]
    assert lobby["state"] == "alive" and lobby["lastStatus"] == 200
    assert [box["address"] for box in lobby["addresses"]] == ["192.0.2.7", "192.0.2.8"]
    assert document["log"]["unknownLines"] == 0 and lobby["lastSeen"] == "2026-11-21T08:58:59+08:00"


def cells(text):
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def test_the_table_is_aligned_in_both_languages(walls, tmp_path):
    """Wide characters take two cells."""
    (tmp_path / "access.log").write_text("".join(LOG))
    chinese = done(seen(walls, tmp_path / "access.log", env=environment(LANG="zh_CN.UTF-8"))).stdout
    english = done(seen(walls, tmp_path / "access.log")).stdout
    for text, names in ((chinese, ["正常", "落后", "失联", "从未出现"]), (english, ["alive", "behind", "silent", "never seen"])):
        rows = text.splitlines()[:6]
        starts = {cells(row[: re.search("|".join(names), row).start()]) for row in rows[1:]}
        assert len(starts) == 1, text
        assert all(name in text for name in names) and "old" in text
    assert "（1 分钟前）" in chinese and "1 min ago" in english
    quiet = done(seen(walls, "--quiet", tmp_path / "access.log")).stdout
    assert "lobby" not in quiet and "lift" in quiet


def test_strict_is_for_monitors(walls, tmp_path):
    """A report is a report: status 0; with --strict 1 when a screen is not alive."""
    log = tmp_path / "access.log"
    log.write_text("".join(LOG))
    assert seen(walls, log).returncode == 0
    assert seen(walls, "--strict", log).returncode == 1
    log.write_text("".join(line(name, 1) for name in STATES))
    result = done(seen(walls, "--strict", "--quiet", log))
    assert result.stdout == "" and result.stderr == ""
    assert seen(walls, "--strict", "--silent-after", "1440", log, at="2026-11-22T08:58:00+08:00").returncode == 0
    assert seen(walls, "--strict", "--silent-after", "1440", log, at="2026-11-22T09:00:00+08:00").returncode == 1


def test_a_new_release_has_five_minutes_to_arrive(walls, tmp_path):
    """A player asks once more with what it had; one that changes nothing on screens leaves them as they are."""
    log = tmp_path / "access.log"
    log.write_text("".join(line(name, 1) for name in STATES))
    done(build(walls, at=(AT - datetime.timedelta(minutes=30)).isoformat()))
    assert set(states(report(walls, log)).values()) == {"alive"}
    edit(walls, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    done(build(walls, at=(AT - datetime.timedelta(minutes=4)).isoformat()))
    assert set(states(report(walls, log)).values()) == {"alive"}
    log.write_text("".join(line(name, -3) for name in STATES))
    later = (AT + datetime.timedelta(minutes=3)).isoformat()
    assert set(states(report(walls, log, at=later)).values()) == {"behind"}
    # After a rollback players keep what they have; it is not older.
    done(gongshi("rollback", "--site", walls))
    assert set(states(report(walls, log, at=later)).values()) == {"alive"}


def test_hostile_lines_do_no_harm(walls, tmp_path):
    """Garbage, lines without end, forged names: counted, never printed."""
    chooser = random.Random(11)
    forged = [
        line("lobby", 1),
        line("\x1b]0;x\x07", 1), line("../../etc/passwd", 1), line("lo%62by", 1), line("<script>", 1), line("屏" * 50, 1),
        line("lobby", 1, held="9" * 40), line("lobby", 1, held=9_999_999_999), line("lobby", 1, address="\x1b[31mred\x9b"),
        line("lobby", -600), line("x" * 101, 1), '{"uri":"' + "[" * 60_000 + '"}\n', "\x00" * 1000 + line("lift", 1),
        *(line(f"made-up-{number}", 1) for number in range(1000)),
    ]
    log = tmp_path / "access.log"
    log.write_bytes(
        b"".join(entry.encode("utf-8", "surrogateescape") for entry in forged)
        + b"x" * 10_000_000 + b"\n" + chooser.randbytes(3_000_000) + b"\n" + line("gate", 1).encode() + b"y" * 10_000_000)
    document = report(walls, log)
    assert states(document)["gate"] == states(document)["lift"] == "alive"
    assert len(document["unknownScreens"]) == 100 and document["log"]["unknownScreenPollsDropped"] == 900
    assert document["log"]["doubtful"] == 6 and document["log"]["later"] == 1 and document["log"]["unknownLines"] > 10_000
    for language in ("zh", "en"):
        text = done(seen(walls, log, "--language", language)).stdout
        assert not [character for character in text if unicodedata.category(character) == "Cc" and character != "\n"]
        assert "made-up-0" in text and "script" not in text and "passwd" not in text
        assert max(map(cells, text.splitlines())) < 1000


def test_a_half_written_line_at_the_end_is_no_problem(walls, tmp_path):
    """The server is writing it just now."""
    (tmp_path / "access.log").write_text(line("lobby", 1) + line("lobby", 0)[:60])
    document = report(walls, tmp_path / "access.log")
    assert document["log"]["unknownLines"] == 0 and states(document)["lobby"] == "alive"


def test_what_was_not_understood_is_told(walls, tmp_path):
    """An error log is no access log."""
    (tmp_path / "error.log").write_text(OTHER + "2026/11/21 09:00:00 [error] 7#7: *1 open() failed\n" * 3)
    text = done(seen(walls, tmp_path / "error.log")).stdout
    assert "3 lines were not understood" in text and "error.log:2" in text


def test_a_damaged_archive_is_told(walls, tmp_path):
    """What came before is used."""
    data = gzip.compress("".join(line("lobby", 1) + OTHER * 50_000).encode(), compresslevel=1)
    for name, content in (("cut.gz", data[:-1000]), ("bad.gz", data[:-1000] + b"\0" * 1000)):
        (tmp_path / name).write_bytes(content)
        document = report(walls, tmp_path / name)
        assert document["log"]["files"][0]["whole"] is False and states(document)["lobby"] == "alive", name
        assert name in done(seen(walls, tmp_path / name)).stdout


@pytest.mark.parametrize(
    "arguments",
    [["screens"], ["screens", "sen"], ["screens", "seen"], ["screens", "seen", "none.log"], ["screens", "seen", "content"],
     ["screens", "seen", "-", "--silent-after", "0"], ["screens", "seen", "-", "--silent-after", "x"],
     ["screens", "seen", "-", "--at", "now"], ["screens", "seen", "-", "--format", "xml"], ["screens", "seen", "-", "--output", ""]],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(tiny, arguments):
    before = tree(tiny)
    for language in ("zh", "en"):
        result = gongshi(*arguments, "--language", language, cwd=tiny, input="", any_day=True)
        assert result.returncode == 2 and result.stdout == "" and result.stderr, result
    assert tree(tiny) == before


def test_a_site_with_errors_is_status_1(tiny):
    """In what the command reads; a page's mistakes are not its business."""
    write(tiny, "content/notices/lift.md", "---\nkind: notise\n---\n")
    done(seen(tiny, "-", input=""))
    write(tiny, "content/screens/lobby.yaml", "id: lobby\ntitel: x\n")
    result = seen(tiny, "-", input="")
    assert result.returncode == 1 and "content/screens/lobby.yaml:2:1" in result.stderr and result.stdout == ""


def test_what_is_not_published_is_told(tiny, tmp_path):
    """A screen may be seen all the same."""
    (tmp_path / "access.log").write_text(line("lobby", 1))
    document = report(tiny, tmp_path / "access.log")
    assert document["screens"][0]["publishedGeneration"] is None and states(document) == {"lobby": "alive"}
    assert "nothing is published for lobby" in done(seen(tiny, tmp_path / "access.log")).stdout


def test_nothing_is_written(walls, tmp_path):
    (tmp_path / "access.log").write_text("".join(LOG))
    before = tree(walls)
    report(walls, tmp_path / "access.log")
    assert tree(walls) == before


def test_a_large_log_takes_linear_time_and_little_memory(walls, tmp_path):
    """300 MB; Benchmarks/ has the speed."""
    part = OTHER.encode() * (1_000_000 // len(OTHER)) + line("lobby", 1).encode()
    costs = {}

    def run(megabytes):
        with open(tmp_path / "access.log", "wb") as file:
            for _ in range(megabytes):
                file.write(part)
        command = [GONGSHI, "screens", "seen", "--site", walls, "--at", NOW, tmp_path / "access.log"]
        costs[megabytes] = growth.cost(command, tmp_path)
        return costs[megabytes]

    assert growth.of_time(run, 38) < 3
    assert max(costs) > 300 and costs[max(costs)].memory < 100 * 1024
