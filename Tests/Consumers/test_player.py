"""The player of the screens, in today's engine and in Chromium 69, against a server that does everything wrong.

`player.py` has the site, the server and the box. Clocks are fake, so that days pass at once; the network is real.
"""

import json
import random
import shutil
import time
from types import SimpleNamespace

import pytest
from old_engine import ModernEngine, OldEngine, milliseconds
from player import (
    ALERTS, DAY, HOUR, MINUTE, SECOND, STALE, START, Box, Server, answer, cut, flood, hang, instant, is_blank, newer, player_site, stall,
    text_of, truncated,
)
from support import NOW, build, done, edit, gongshi, write

SEED = 20261121


def feed_of(public, screen):
    return json.loads((public / f"feeds/v1/screens/{screen}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def releases(tmp_path_factory):
    """One site: calm, with urgent notices a minute later, and calm again another minute later; `alarmed` is its directory."""
    root = tmp_path_factory.mktemp("player")
    site = player_site(root / "site")
    alarmed = root / "alarmed"
    shutil.copytree(site, alarmed)
    for path, text in ALERTS.items():
        write(alarmed, path, text)
    found = SimpleNamespace(site=site, alarmed_site=alarmed, calm=root / "0", alarmed=root / "1", withdrawn=root / "2", alarmed_now=root / "3")
    for source, output, late in ((site, found.calm, 0), (alarmed, found.alarmed, 60), (site, found.withdrawn, 120), (alarmed, found.alarmed_now, 0)):
        done(build(source, "--output", output, at=instant(START + late * SECOND)))
    return found


@pytest.fixture
def server(releases):
    server = Server(releases.calm)
    yield server
    server.stop()


@pytest.fixture
def feed(releases):
    return feed_of(releases.calm, "yard")


# 1. Two tellings of one rule


def instants_of(feed, count, random):
    """Random ones, and each second at which something changes, with its neighbours."""
    begin, end = feed["generation"] - 86_400, milliseconds(feed["validUntil"]) // 1000 + 2 * 86_400
    times = {feed["generatedAt"], feed["validUntil"]} | {stretch["from"] for stretch in feed["timeline"]}
    times |= {item[name] for item in feed["items"] for name in ("from", "until", "startsAt", "endsAt") if name in item}
    edges = {milliseconds(time) // 1000 for time in times} | {feed["generation"] - 300}
    return sorted({edge + step for edge in edges for step in (-1, 0, 1)}) + [random.randrange(begin, end) for _ in range(count)]


def told(site, screen, instants):
    """What the program says of each instant, as the player tells it."""
    text = "".join(instant(second * 1000) + "\n" for second in instants)
    result = done(gongshi("preview", "screen", screen, "--built", NOW, "--instants", "--site", site, input=text))
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    return [
        [row["state"], row["interruption"], row["daypart"], row["slide"]["id"], row["slide"]["elapsed"], row["slide"]["remaining"],
         [[item["id"], item["now"]] for item in row["items"]]] for row in rows]


@pytest.fixture(scope="session")
def moments(site, public, releases):
    """For each screen: the instants and what is to show at them."""
    rng = random.Random(SEED)
    sources = [(site, public, "quanxi-lobby"), (site, public, "songtai-lift"), (releases.alarmed_site, releases.alarmed_now, "night"),
               (releases.alarmed_site, releases.alarmed_now, "yard")]
    found = []
    for directory, output, screen in sources:
        instants = instants_of(feed_of(output, screen), 2600, rng)
        found.append((output, screen, instants, told(directory, screen, instants)))
    return found


ASK = """function (seconds) {
  return seconds.map(function (second) {
    var at = gongshi.at(second);
    return [at.state, at.interruption, at.daypart, at.slide, at.elapsed, at.remaining, at.items];
  });
}"""


def test_the_player_and_the_program_agree(engine, moments):
    """At more than 10,000 random instants, and at each second at which something changes."""
    for output, screen, instants, expected in moments:
        server = Server(output)
        page = engine.open(f"{server.address}/screens/{screen}/", at=NOW)
        for start in range(0, len(instants), 2000):
            part = instants[start : start + 2000]
            for second, said, wanted in zip(part, page.evaluate(ASK, part), expected[start : start + 2000]):
                assert said == wanted, f"{screen} at {instant(second * 1000)}, seed {SEED}"
        page.close()
        server.stop()


def test_what_they_agree_on_holds_everything(moments):
    """The comparison would prove little where nothing happens."""
    by_screen = {screen: rows for _, screen, _, rows in moments}
    night, yard = by_screen["night"], by_screen["yard"]
    assert {row[2] for row in night} >= {"夜间", "周末", "通宵", None}
    assert {row[0] for row in night} == {"timeline", "evergreen"}
    assert {row[3] for row in yard if row[1]} >= {"alert", "alert-2", "alert-3"}
    assert any(item[1] for row in night for item in row[6])
    assert any(item[0].startswith("roster-") for row in night for item in row[6])
    assert sum(len(rows) for rows in by_screen.values()) > 10_000


# 2. Faults


def faults(feed):
    """What a feed's address may answer instead of a newer feed; each by its name."""
    good = text_of(newer(feed))
    other = newer(feed)
    other["screen"]["id"] = "other"
    schema = newer(feed)
    schema["schemaVersion"] = "2.0"
    unlike = newer(feed)
    unlike["generation"] += 86_400 * 365
    return {
        "404": answer("<h1>404</h1></html>", 404, "text/html"), "500": answer("{}", 500), "503 with a good body": answer(good, 503),
        "empty": answer(""), "empty 204": answer("", 204), "a line end": answer("\n"), "truncated": truncated(good), "cut off": cut(good),
        "hang": hang, "stall": stall(good), "flood": flood, "HTML": answer("<!DOCTYPE html><p>请登录</html>", 200, "text/html"),
        "HTML as JSON": answer("<!DOCTYPE html><p>请登录</html>"), "null": answer("null"), "a number": answer("7"), "text": answer('"公示"'),
        "an array": answer("[" + good + "]"), "an empty object": answer("{}"), "two feeds": answer(good + good), "not UTF-8": answer(good.encode("gb18030")[:-9]),
        "another feed": answer(json.dumps({"$schema": "x", "schemaVersion": "1.0", "generation": feed["generation"] + 60, "data": []})),
        "another screen's": answer(text_of(other)), "older": answer(text_of(newer(feed, -3600))), "another major version": answer(text_of(schema)),
        "from the future": answer(text_of(newer(feed, 7200))), "far future": answer(text_of(newer(feed, 86_400 * 400))),
        "a generation that is no time": answer(text_of(unlike)),
    }


def endure(box, act):
    """A poll under a fault, to its end."""
    box.serve(act)
    assert box.page.evaluate("function () { var sent = net.sent; while (net.sent === sent) { fakeClock.advance(250); } return net.sent - sent; }") == 1
    if act is hang or act.__qualname__.startswith("stall"):
        count = len(box.server.seen)
        time.sleep(0.1)
        assert len(box.server.seen) >= count
        box.advance(16 * SECOND)
    box.settle()
    box.advance(SECOND)
    box.settle()


def assert_plays_on(box, generation):
    """What is on screen is what the feed with that generation has for this second, and the clock goes."""
    look = box.look()
    at = box.page.evaluate("gongshi.at(gongshi.status().now)")
    assert (look["generation"], look["slide"], look["undrawn"]) == (generation, at["slide"], None)
    assert look["time"] == instant(box.page.clock.now())[11:16]
    assert not is_blank(look)
    return look


def test_a_fault_changes_nothing(engine, server, feed):
    box = Box(engine, server)
    for name, act in faults(feed).items():
        endure(box, act)
        assert_plays_on(box, feed["generation"])
        assert box.problems == [], name
        assert box.page.evaluate("localStorage.getItem('gongshi-screen-yard')") is None, name
    box.serve(text_of(newer(feed)))
    box.poll()
    box.turn()
    assert_plays_on(box, feed["generation"] + 60)


def test_no_server_and_no_network(engine, server, feed):
    """Refused connections, then none at all; then it is as if nothing had been."""
    box = Box(engine, server)
    port = server.server_port
    server.stop()
    for _ in range(2):
        box.poll()
        assert_plays_on(box, feed["generation"])
    again = Server(server.root, port)
    box.server = again
    box.page.set_offline(True)
    box.poll()
    assert_plays_on(box, feed["generation"])
    box.page.set_offline(False)
    box.serve(text_of(newer(feed)))
    box.poll()
    box.turn()
    assert_plays_on(box, feed["generation"] + 60)
    assert box.problems == []
    again.stop()


# What a feed may lack.
OPTIONAL = {"screen.corner", "data.empty", "timeline.interruption", "timeline.daypart", "days.line", "pictures.data"}
REQUIRED_OF_ITEMS = {"id", "title", "from", "until", "startsAt", "endsAt"}
# Written for other readers: the player has no use for it, and plays whatever it is.
UNUSED = {"$schema", "validFrom", "timeZone", "screen.site", "screen.language", "data.seconds", "codes.url"}
TIMES = {"generatedAt", "validUntil", "items.from", "items.until", "items.startsAt", "items.endsAt", "timeline.from"}
INDEXES = {"evergreen", "timeline.round", "items.picture", "items.code", "data.items.*", "rounds.*.*"}
FIXED = {"schemaVersion", "screen.id", "screen.orientation", "screen.player", "codes.modules", "pictures.data", "pictures.url"}


def places(value, path=()):
    """The path of each kind of member and element, once; None stands for any element."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield path + (name,)
            yield from places(inner, path + (name,))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield path + (number,)
            yield from places(inner, path + (number,))


def wrong_values(name, value):
    """What can't stand in a member's place."""
    if isinstance(value, str):
        more = ["x", "2026-13-45T99:00:00+08:00", ""] if name in TIMES else ["x"] if name in FIXED else []
        return [None, True, 7, [], {}, *more]
    if isinstance(value, bool):
        return [None, "x", 7, [], {}]
    if isinstance(value, list):
        return [None, True, "x", 7, {}, [None]]
    if isinstance(value, dict):
        return [None, True, "x", 7, [], {}]
    more = [-1, 10**9] if name in INDEXES else []
    return [None, True, "7", [], {}, *more] + ([] if name == "items.series.*.value" else [1.5])


def damaged(feed):
    """Each kind of member deleted, and replaced by what it can't be: its name, the change, whether it may be taken, and the feed, ever newer."""
    kinds = {}
    for path in places(feed):
        name = ".".join("*" if isinstance(step, int) else step for step in path)
        kinds.setdefault(name, path)
    late = 0
    for kind, path in kinds.items():
        first, *rest = kind.split(".")
        name = ".".join([first, *(rest[1:] if rest[:1] == ["*"] and len(rest) > 1 else rest)])
        parent = feed
        for step in path[:-1]:
            parent = parent[step]
        changes = [] if isinstance(path[-1], int) else [("delete", None)]
        for change, value in changes + [("put", value) for value in wrong_values(name, parent[path[-1]])]:
            late += 1
            copy = newer(feed, late)
            inner = copy
            for step in path[:-1]:
                inner = inner[step]
            if change == "delete":
                del inner[path[-1]]
                is_fine = name in OPTIONAL | UNUSED or first == "items" and len(path) == 3 and path[-1] not in REQUIRED_OF_ITEMS
            else:
                inner[path[-1]] = value
                is_fine = name in UNUSED
            yield name, change if change == "delete" else value, is_fine, copy


def test_a_damaged_feed_is_refused(engine, server, releases):
    """Systematically: each member missing, of another type, out of range; nothing changes on screen, and nothing is said on the console."""
    server.root = releases.alarmed_now
    feed = feed_of(server.root, "night")
    box = Box(engine, server, "night")
    kept, tried, wrong = feed["generation"], 0, []
    for name, change, is_fine, copy in damaged(feed):
        box.serve(text_of(copy))
        box.poll()
        tried += 1
        now_kept = box.page.evaluate("JSON.parse(localStorage.getItem('gongshi-screen-night') || '{\"generation\": %d}').generation" % kept)
        if (now_kept != kept) != is_fine:
            wrong.append((name, change, "taken" if now_kept != kept else "refused"))
        kept = now_kept
        if is_fine:
            box.turn()
        look = box.look()
        assert look["undrawn"] is None and not is_blank(look), (name, change)
        assert box.problems == [], (name, change)
    assert wrong == []
    assert tried > 300
