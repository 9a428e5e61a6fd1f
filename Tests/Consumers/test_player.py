"""The player of the screens, in today's engine and in Chromium 69, against a server that does everything wrong.

`player.py` has the site, the server and the box. Clocks are fake, so that days pass at once; the network is real.
"""

import contextlib
import json
import random
import re
import shutil
import time
from types import SimpleNamespace

import pytest
from old_engine import ModernEngine, OldEngine, milliseconds
from player import (
    ALERTS, DAY, HOUR, LOOK, MINUTE, SECOND, STALE, START, UNTIL_PAGE, Box, Server, answer, cut, flood, hang, instant, is_blank, newer, player_site, stall,
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
def start_server():
    """Starts a server of a release; all are stopped after the test, however it ends."""
    with contextlib.ExitStack() as servers:
        yield lambda root, port=0: servers.enter_context(contextlib.closing(Server(root, port)))


@pytest.fixture
def server(start_server, releases):
    return start_server(releases.calm)


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
         [[item["id"], item["now"]] for item in row["items"]],
         [[line["id"] for line in row.get(name, [])] for name in ("band", "weather")]] for row in rows]


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
    return [at.state, at.interruption, at.daypart, at.slide, at.elapsed, at.remaining, at.items, [at.band, at.weather]];
  });
}"""


def test_the_player_and_the_program_agree(engine, start_server, moments):
    """At more than 10,000 random instants, and at each second at which something changes."""
    for output, screen, instants, expected in moments:
        server = start_server(output)
        page = engine.open(f"{server.address}/screens/{screen}/", at=NOW)
        for start in range(0, len(instants), 2000):
            part = instants[start : start + 2000]
            for second, said, wanted in zip(part, page.evaluate(ASK, part), expected[start : start + 2000]):
                assert said == wanted, f"{screen} at {instant(second * 1000)}, seed {SEED}"
        page.close()
        server.close()


def test_what_they_agree_on_holds_everything(moments):
    """The comparison would prove little where nothing happens."""
    by_screen = {screen: rows for _, screen, _, rows in moments}
    night, yard = by_screen["night"], by_screen["yard"]
    assert {row[2] for row in night} >= {"夜间", "周末", "通宵", None}
    assert {row[0] for row in night} == {"timeline", "evergreen"}
    assert {row[3] for row in yard if row[1]} >= {"alert", "alert-2", "alert-3"}
    assert any(item[1] for row in night for item in row[6])
    assert any(item[0].startswith("roster-") for row in night for item in row[6])
    lobby = by_screen["quanxi-lobby"]
    assert {line for row in lobby for line in row[7][0]} >= {"band-freezing-alert-1124", "band-weather-1"}
    assert any(row[7][1] for row in lobby) and any(not row[7][1] for row in lobby)
    assert not any(row[7][0] for rows in by_screen.values() for row in rows if row[1] or row[0] == "evergreen")
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
        box.advance(16 * SECOND)
    box.settle()
    box.align()


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


def test_no_server_and_no_network(engine, start_server, server, feed):
    """Refused connections, then none at all; then it is as if nothing had been."""
    box = Box(engine, server)
    port = server.server_port
    server.close()
    for _ in range(2):
        box.poll()
        assert_plays_on(box, feed["generation"])
    again = start_server(server.root, port)
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


# What a feed may lack.
OPTIONAL = {"screen.corner", "screen.safeArea", "screen.rotate", "screen.theme", "data.empty", "data.perPage", "timeline.interruption", "timeline.daypart", "days.line", "days.short", "pictures.data"}
REQUIRED_OF_ITEMS = {"id", "title", "from", "until", "startsAt", "endsAt"}
# Written for other readers: the player has no use for it, and plays whatever it is.
UNUSED = {"$schema", "validFrom", "timeZone", "screen.site", "screen.language", "data.seconds", "codes.short", "codes.url"}
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
        return [None, 7, {}, *more]
    if isinstance(value, bool):
        return [None, "x", 7]
    if isinstance(value, list):
        return [None, "x", {}, [None]]
    if isinstance(value, dict):
        return [None, "x", []]
    more = [-1, 10**9] if name in INDEXES else []
    return [None, True, "7", [], *more] + ([] if name == "items.series.*.value" else [1.5])


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
    assert tried > 250, tried


def test_made_up_values_never_break_it(engine, server, releases):
    """Numbers, texts and indexes that are possible but senseless: whatever is taken is drawn."""
    server.root = releases.alarmed_now
    feed, rng = feed_of(server.root, "yard"), random.Random(SEED)
    box = Box(engine, server)
    for late in range(1, 61):
        copy = newer(feed, late)
        for _ in range(rng.randrange(1, 12)):
            damage(copy, rng)
        box.serve(text_of(copy))
        box.poll()
        box.turn()
        look = box.look()
        assert look["title"] and look["body"] is not None and box.problems == [], f"{late}, seed {SEED}"
    assert box.generation > feed["generation"]


TEXTS = ["", "公" * 3000, "x" * 500, "<b>粗</b>", "𠮷\u202e\u0000\ufeff", "1970-01-01T00:00:00Z"]


def damage(feed, rng):
    """One change that types and ranges allow."""
    part = rng.choice(["items", "data", "rounds", "timeline", "days"])
    one = rng.choice(feed[part])
    if part == "items":
        name = rng.choice(sorted(set(one) - {"from", "until", "startsAt", "endsAt", "series", "lines", "picture", "code"}))
        one[name] = rng.choice(TEXTS)
    elif part == "data":
        one["items"] = [rng.randrange(len(feed["items"])) for _ in range(rng.choice([0, 1, 40]))]
        one["layout"] = rng.choice(["rows", "cards", "poster", "figures", "leaf", "text", "alert", "unheard-of"])
    elif part == "rounds":
        one[:] = [[rng.randrange(len(feed["data"])), rng.choice([1, 7, 300])] for _ in range(rng.randrange(1, 5))]
    elif part == "timeline":
        one["round"], one["phase"], one["interruption"] = rng.randrange(len(feed["rounds"])), rng.choice([0, 5, 10**12]), rng.random() < 0.5
    else:
        one["line"] = rng.choice(TEXTS)


# 3. What is new takes over


def renamed(feed, late, title):
    """Built so much later, with another title over each slide."""
    copy = newer(feed, late)
    for slide in copy["data"]:
        slide["title"] = f"{title} {slide['title']}"
    return copy


@pytest.mark.parametrize("screen", ["yard", "single"])
def test_a_newer_feed_takes_over_between_two_slides(engine, server, screen):
    """The slide that is on is played to its end as it was; also where a round holds one slide alone."""
    feed = feed_of(server.root, screen)
    box = Box(engine, server, screen)
    box.advance(5 * SECOND)
    for number in (1, 2, 3):
        before = box.generation
        box.serve(text_of(renamed(feed, number * 60, f"新{number}")))
        kept = "function (screen) { return JSON.parse(localStorage.getItem('gongshi-screen-' + screen) || '{}').generation || 0 }"
        while box.page.evaluate(kept, screen) != feed["generation"] + number * 60:
            assert box.generation == before
            box.tick()
        elapsed = remaining = 0
        for _ in range(60):
            if box.generation != before:
                break
            at = box.page.evaluate("gongshi.at(gongshi.status().now)")
            look = box.look()
            assert f"新{number}" not in look["title"] and look["slide"] == at["slide"]
            elapsed, remaining = at["elapsed"], at["remaining"]
            box.tick()
        assert elapsed and remaining == 1
        assert box.look()["title"].startswith(f"新{number}")


def test_an_urgent_notice_takes_over_and_gives_back_at_the_poll(engine, server, releases):
    box = Box(engine, server)
    box.turn()
    assert not box.look()["interrupted"]
    server.root = releases.alarmed
    box.poll()
    look = box.look()
    assert look["interrupted"] and "大风" in look["body"] and "关好门窗" in look["body"]
    box.turn()
    assert "大风" in box.look()["body"]
    server.root = releases.withdrawn
    box.poll()
    look = box.look()
    assert not look["interrupted"] and look["generation"] == feed_of(releases.withdrawn, "yard")["generation"]
    assert_plays_on(box, look["generation"])
    assert box.problems == []


def test_another_units_notice_is_not_shown(engine, server, releases):
    """A parent unit's reaches its parts, a part's not its parent's other parts; a screen of all units shows all."""
    server.root = releases.alarmed
    for screen, titles in (("yard", {"大风", "燃气抢修", "停水"}), ("other", {"别院停电"}), ("single", {"大风", "燃气抢修", "停水", "别院停电"})):
        feed = feed_of(server.root, screen)
        assert {feed["items"][slide["items"][0]]["title"] for slide in feed["data"] if slide["kind"] == "alert"} == titles
    box = Box(engine, server, "other")
    box.advance(2 * SECOND)
    assert "别院停电" in box.look()["body"]
    server.root = releases.withdrawn
    box.poll()
    assert not box.look()["interrupted"]


def test_notices_come_and_go_by_themselves(engine, server, releases):
    """Without a network, to the second, the most severe first."""
    server.root = releases.alarmed_now
    box = Box(engine, server)
    box.serve(answer("", 500))
    at = "function (time) { return gongshi.at(Date.parse(time) / 1000) }"
    for time_, slides in (("10:14:59", ["alert-2"]), ("10:15:00", ["alert", "alert-2"]), ("11:29:59", ["alert", "alert-2"]), ("11:30:00", ["alert-2"])):
        moment = milliseconds(f"2026-11-21T{time_}+08:00")
        box.advance(moment - box.page.clock.now())
        look = box.look()
        assert look["interrupted"] and look["slide"] == slides[0] if time_.endswith("00") and len(slides) > 1 else look["slide"] in slides, time_
        assert box.page.evaluate(at, f"2026-11-21T{time_}+08:00")["slide"] == look["slide"]
    box.advance(milliseconds("2026-11-21T13:59:59+08:00") - box.page.clock.now())
    assert box.look()["interrupted"]
    box.advance(SECOND)
    look = box.look()
    assert not look["interrupted"] and look["slide"] in ("today", "notices", "text")
    assert box.problems == []


def test_a_notice_that_becomes_due_interrupts_at_once(engine, server, releases):
    """In the middle of a slide, and also where the feed that brings it has not taken over yet."""
    server.root = releases.alarmed_now
    begins = milliseconds("2026-11-22T23:40:00+08:00")
    server.now = begins - 40 * SECOND
    box = Box(engine, server, at=begins - 40 * SECOND)
    box.advance(39 * SECOND)
    assert not box.look()["interrupted"]
    box.advance(SECOND)
    assert box.look()["interrupted"] and "停水" in box.look()["body"]


# 4. What is kept


def taken(box, feed):
    """Serves a newer feed and waits until it plays."""
    box.serve(text_of(feed))
    box.poll()
    box.turn()
    assert box.generation == feed["generation"]


def test_the_newer_feed_is_kept_over_a_reload(engine, server, feed):
    box = Box(engine, server)
    taken(box, renamed(feed, 60, "新"))
    for act in (answer("", 404), text_of(feed), text_of(newer(feed, 30)), hang):
        box.serve(act)
        if act is hang:
            box.page.reload()
            box.page.wait_for("window.net && net.sent > 0")
        else:
            box.reload()
        box.advance(2 * SECOND)
        look = box.look()
        assert look["generation"] == feed["generation"] + 60 and look["title"].startswith("新")
    assert box.problems == []


NO_STORAGE = {
    "gone": "Object.defineProperty(window, 'localStorage', {configurable: true, get: function () { throw new Error('SecurityError'); }});",
    "full": "Storage.prototype.setItem = function (name) { if (this === window.localStorage) { throw new Error('QuotaExceededError'); } };",
    "null": "Object.defineProperty(window, 'localStorage', {configurable: true, value: null});",
}


@pytest.mark.parametrize("script", NO_STORAGE.values(), ids=NO_STORAGE)
def test_storage_that_fails(engine, server, feed, script):
    box = Box(engine, server, scripts=[script])
    taken(box, newer(feed))
    box.advance(3 * MINUTE)
    box.reload()
    box.advance(2 * SECOND)
    assert not is_blank(box.look())
    assert box.problems == []


def test_a_damaged_kept_feed_is_ignored(engine, server, feed):
    box = Box(engine, server)
    good = text_of(newer(feed))
    other = newer(feed)
    other["screen"]["id"] = "other"
    for text in (good[:-100], "", "{}", "null", "公示", "[]", text_of(other), text_of(newer(feed, -60)), good.replace('"rounds":', '"rings":')):
        box.page.evaluate("function (text) { localStorage.setItem('gongshi-screen-yard', text); localStorage.setItem('gongshi-screen-yard-time', text) }", text)
        box.reload()
        box.advance(5 * SECOND)
        assert_plays_on(box, feed["generation"])
    assert box.problems == []


# 5. The clock


def assert_no_time(seen):
    """Nothing on screen depends on what time it is."""
    look = seen if isinstance(seen, dict) else seen.look()
    assert (look["time"], look["date"], look["note"]) == ("", "", STALE)
    assert look["slide"] in ("text-2", "venue") and not is_blank(look) and not look["interrupted"]
    return look


def assert_time(box, ms):
    look = box.look()
    assert abs(look["now"] * 1000 - ms) <= 2 * SECOND
    assert look["time"] == instant(look["now"] * 1000)[11:16] and look["note"] == ""
    return look


@pytest.mark.parametrize("age", [None, 4000])
@pytest.mark.parametrize("box_clock", [0, START - 3 * DAY, START - 10 * MINUTE, START + 3 * DAY, START + 40 * DAY, START + 4_000 * DAY])
def test_a_wrong_clock_is_corrected(engine, server, box_clock, age):
    """By the server's Date, also where a cache stands between."""
    server.age = age
    box = Box(engine, server, at=box_clock)
    box.advance(SECOND)
    if box_clock > START:
        # What would turn the clock back is asked for again, two seconds later.
        box.poll()
        assert box.page.evaluate("performance.now()") <= 3 * SECOND
    assert_time(box, START + box.page.evaluate("performance.now()"))
    for _ in range(3):
        box.poll()
    look = assert_time(box, START + box.page.evaluate("performance.now()"))
    assert look["slide"] in ("today", "notices", "text")
    assert box.problems == []


@pytest.mark.parametrize("box_clock", [0, START - DAY, START - 8 * MINUTE])
def test_without_any_time_nothing_is_dated(engine, server, box_clock):
    server.now = None
    box = Box(engine, server, at=box_clock)
    seen = set()
    for _ in range(40):
        box.advance(SECOND)
        seen.add(assert_no_time(box)["slide"])
    assert len(seen) == 2
    box.serve(answer("", 500))
    box.poll()
    assert_no_time(box)
    server.now = START
    box.serve(answer((server.root / "feeds/v1/screens/yard.json").read_bytes()))
    box.poll()
    box.turn()
    assert_time(box, server.now + box.page.evaluate("performance.now()"))
    assert box.problems == []


def test_a_little_behind_is_believed(engine, server):
    server.now = None
    box = Box(engine, server, at=START - 4 * MINUTE)
    box.advance(SECOND)
    assert_time(box, START - 4 * MINUTE + SECOND)


def test_a_clock_that_jumps(engine, server):
    """One that was right and is far ahead now has slept: it is believed until the server says that it was set. Then nothing moves it. Without a
    server a clock from before the feed is not believed."""
    box = Box(engine, server)
    box.poll()
    box.page.clock.set(START + 20 * HOUR)
    box.advance(SECOND)
    assert box.look()["time"] == "05:00"
    for _ in range(3):
        box.poll()
    assert_time(box, START + box.page.evaluate("performance.now()"))
    for jump in (5 * HOUR, -3 * DAY, 30 * DAY):
        box.page.clock.set(START + jump)
        box.advance(SECOND)
        assert_time(box, START + box.page.evaluate("performance.now()"))
        box.poll()
        assert_time(box, START + box.page.evaluate("performance.now()"))
    server.now = None
    box = Box(engine, server)
    box.page.clock.set(START - 3 * DAY)
    box.advance(SECOND)
    assert_no_time(box)
    box.page.clock.set(START + 2 * HOUR)
    box.advance(SECOND)
    assert box.look()["time"] == "11:00"


def test_a_box_does_not_go_back_before_what_it_has_known(engine, server):
    """Started again without a server, its clock is after the feed but before the last time it was told."""
    box = Box(engine, server)
    server.now += DAY
    for _ in range(3):
        box.poll()
    box.advance(2 * MINUTE)
    box.serve(answer("", 500))
    box.page.clock.set(START + HOUR)
    box.reload()
    box.advance(SECOND)
    assert_no_time(box)
    box.page.clock.set(START + DAY + HOUR)
    box.advance(SECOND)
    assert box.look()["time"] == "10:00"


def test_a_server_that_has_no_clock_is_not_believed(engine, server):
    """A Date from before the very feed it comes with."""
    server.now = 0
    box = Box(engine, server)
    box.poll()
    assert_time(box, box.page.clock.now())


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Kathmandu"])
@pytest.mark.parametrize("name", ["modern", "old"])
def test_times_are_chinas_wherever_the_box_thinks_it_is(request, releases, server, name, zone):
    engine = OldEngine(zone) if name == "old" else ModernEngine(request.getfixturevalue("browser"), zone)
    try:
        box = Box(engine, server)
        box.advance(SECOND)
        assert box.page.evaluate("new Date(2026, 10, 21).getTimezoneOffset()") != -480
        assert_time(box, START + SECOND)
        server.now += 16 * HOUR
        box = Box(engine, server, at=server.now)
        box.advance(SECOND)
        assert_time(box, server.now + SECOND)
        assert box.look()["date"].startswith("11月22日 星期日")
    finally:
        engine.close_pages()
        if name == "old":
            engine.close()


# 6. The ladder


def test_the_ladder(engine, server):
    """Fresh says nothing; after ten minutes without contact when it was made; when the feed has run out only what never goes out of date."""
    box = Box(engine, server)
    box.poll()
    assert box.look()["note"] == ""
    box.serve(answer("", 503))
    last = box.page.clock.now()
    box.advance(9 * MINUTE)
    assert box.look()["note"] == ""
    box.advance(2 * MINUTE)
    assert box.look()["note"] == "更新于 11月21日 09:00" and box.look()["time"] == instant(last + 11 * MINUTE)[11:16]
    server.answers.clear()
    box.poll()
    assert box.look()["note"] == ""


# What a passer-by sees at each of these, the box having only its own clock. One call, as calls take longer.
LOOKS = """function (moments) {
  var look = %s;
  return moments.map(function (moment) {
    fakeClock.set(moment - 1000);
    fakeClock.advance(1000);
    return look();
  });
}""" % LOOK


def leap(box, ms):
    """To a time far ahead without all the seconds between; the box has its own clock only."""
    box.page.clock.set(ms - SECOND)
    box.advance(SECOND)


def offline(engine, server, screen):
    """A box that was loaded and has heard nothing since."""
    server.answers[f"/feeds/v1/screens/{screen}.json"] = answer("", 503)
    return Box(engine, server, screen)


def test_a_box_that_is_cut_off_is_never_blank(engine, server, feed):
    """Over two weeks, hour by hour: something is on, it is the feed's for that second, and after its end only the evergreen slides."""
    box = offline(engine, server, "yard")
    until = milliseconds(feed["validUntil"])
    moments = [START + hour * HOUR + hour * 7 * SECOND for hour in range(1, 24 * 14)]
    for moment, look in zip(moments, box.page.evaluate(LOOKS, moments), strict=True):
        assert not is_blank(look) and look["undrawn"] is None and look["title"], instant(moment)
        if moment < until:
            assert look["note"] == "更新于 11月21日 09:00" and look["time"] == instant(moment)[11:16]
        else:
            assert_no_time(look)
    for moment, is_evergreen in ((until - SECOND, False), (until, True)):
        leap(box, moment)
        assert (box.look()["note"] == STALE) == is_evergreen
    assert box.problems == []


ROWS = """function () {
  // The heading that a row stands under: of another day, when nothing more comes today.
  function group(row) {
    var before = row.previousElementSibling;
    while (before && before.className !== 'group') { before = before.previousElementSibling; }
    return before ? before.textContent : '';
  }
  return Array.prototype.map.call(document.querySelectorAll('.layer.shown .row'), function (row) {
    function text(name) { var node = row.querySelector(name); return node ? node.textContent : ''; }
    return [text('.name'), text('.when'), row.className, text('.badge:not(.now)'), !!row.querySelector('.badge.now'), group(row)];
  });
}"""
# At the first second of a “today” slide from each of these on: when that is, its rows, and what a passer-by sees. One call, as calls take longer.
TODAYS = """function (seconds) {
  var look = %s, rows = %s;
  return seconds.map(function (from) {
    while (gongshi.at(from).slide !== 'today') { from += 1; }
    fakeClock.set(from * 1000 - 1000);
    fakeClock.advance(1000);
    return [from, look().slide, rows()];
  });
}""" % (LOOK, ROWS)


@pytest.mark.parametrize("screen", ["quanxi-lobby", "songtai-lift"])
def test_never_yesterdays_class_as_todays(engine, start_server, public, screen):
    """Three days offline: each line on a “today” slide is of that day by the activities' feed, is not over, and is marked when it is cancelled."""
    occurrences = {}
    for one in json.loads((public / "feeds/v1/activities.json").read_text(encoding="utf-8"))["data"]:
        for start, end in ((one["startsAt"], one["endsAt"]), (one.get("originalStartsAt") or one["startsAt"], one.get("originalEndsAt") or one["endsAt"])):
            occurrences.setdefault((one["title"], start[:10]), []).append((start, end, one["status"]))
    server = start_server(public)
    wide = screen == "quanxi-lobby"
    server.answers[f"/feeds/v1/screens/{screen}.json"] = answer("", 503)
    box = Box(engine, server, screen, width=1280 if wide else 720, height=720 if wide else 1280)
    lines = cancelled = ahead = 0
    for second, slide, rows in box.page.evaluate(TODAYS, [START // 1000 + minute * 60 for minute in range(0, 3 * 24 * 60, 17)]):
        moment = instant(second * 1000)
        assert slide == "today", moment
        for title, when, name, mark, is_now, group in rows:
            lines += 1
            if group:
                month, day = re.search(r"(\d+)月(\d+)日", group).groups()
                coming = f"2026-{int(month):02d}-{int(day):02d}"
                assert coming > moment[:10] and not is_now and not mark, (moment, title, group)
                assert any(start[11:16] == when[:5] for start, _, _ in occurrences.get((title, coming), [])), (moment, title, group)
                ahead += 1
                continue
            found = [(start, end, status) for start, end, status in occurrences.get((title, moment[:10]), []) if start[11:16] == when[:5]]
            assert found, (moment, title, when)
            assert any(end > moment for _, end, _ in found), (moment, title, when)
            assert not is_now or any(start <= moment < end for start, end, _ in found), (moment, title, when)
            if all(status in ("cancelled", "postponed") for _, _, status in found):
                cancelled += 1
                assert mark and not is_now and ("cancelled" in name or "postponed" in name)
    # On the lobby's wall there is always something until the night's playlist begins.
    assert lines > 200 and cancelled > 0 and (ahead > 0) is not wide
    assert box.problems == []


# 7. Another player


NEW = "deadbeef"


def renewed(feed, late=60):
    copy = newer(feed, late)
    copy["screen"]["player"] = NEW
    return copy


def new_page(page):
    """The screen's page as another release of the program would make it."""
    before = page.index('data-player="')
    return page[: before + 13] + NEW + page[before + 21 :]


def test_a_new_player_is_taken_over_when_its_page_is_there(engine, server, feed):
    file = server.root / "screens/yard/index.html"
    old, new = file.read_text(encoding="utf-8"), new_page(file.read_text(encoding="utf-8"))
    box = Box(engine, server)
    box.page.evaluate("window.marker = 1")
    box.serve(text_of(renewed(feed)))
    html = "text/html; charset=utf-8"
    wrong = [
        answer("没有", 404, html), answer(new, 500, html), answer(new, 404, html), answer("", 200, html), answer(old, 200, html),
        answer(new[: len(new) // 2], 200, html), truncated(new), answer(new.replace('data-screen="yard"', 'data-screen="other"'), 200, html),
        answer("<!DOCTYPE html><p>维护中 %s</html>" % NEW, 200, html),
    ]
    box.poll()
    for act in wrong:
        server.answers[box.page_path] = act
        assert box.page.evaluate(UNTIL_PAGE, 720) == 0
        box.settle()
        box.turn()
        assert box.page.evaluate("window.marker") == 1
        assert_plays_on(box, feed["generation"] + 60)
    assert box.problems == []
    server.answers[box.page_path] = answer(new, 200, html)
    assert box.page.evaluate(UNTIL_PAGE, 720) == 0
    box.page.wait_for("!window.marker && window.gongshi && net.sent > 0 && net.sent === net.done")
    box.advance(2 * SECOND)
    assert_plays_on(box, feed["generation"] + 60)
    assert box.page.evaluate("document.documentElement.getAttribute('data-player')") == NEW
    assert box.page.evaluate(UNTIL_PAGE, 720) is None


@pytest.mark.parametrize("script", ["", NO_STORAGE["gone"], NO_STORAGE["full"]], ids=["kept", "gone", "full"])
def test_it_never_reloads_again_and_again(engine, server, feed, script):
    """Its own requests see the new page, its reloads the old one: three tries, or none where they can't be counted."""
    file = server.root / "screens/yard/index.html"
    old = file.read_text(encoding="utf-8")
    loads = []

    def act(handler):
        if "X-Elapsed" not in handler.headers:
            loads.append(1)
        handler.send(new_page(old) if "X-Elapsed" in handler.headers else old, media_type="text/html; charset=utf-8")

    server.answers["/screens/yard/"] = act
    server.answers["/screens/worker.js"] = answer("", 404)
    box = Box(engine, server, scripts=[script])
    box.page.evaluate("window.marker = 1")
    box.serve(text_of(renewed(feed)))
    box.poll()
    assert box.page.evaluate(UNTIL_PAGE, 720) == 0
    if script:
        box.settle()
        assert box.page.evaluate(UNTIL_PAGE, 720) == 0
        box.settle()
        assert box.page.evaluate("window.marker") == 1 and len(loads) == 1
    else:
        # A page that begins has no slide to play to its end: it tries again at once.
        box.page.wait_for("window.net && net.loads === 4 && window.gongshi && net.sent > 0 && net.sent === net.done", timeout=20_000)
        assert box.page.evaluate(UNTIL_PAGE, 1500) is None and len(loads) == 4
    box.advance(2 * SECOND)
    assert not is_blank(box.look())
    assert box.problems == []


# 8. Polls


@pytest.mark.parametrize(("screen", "seconds"), [("yard", 30), ("single", 10)])
def test_polls(engine, server, screen, seconds):
    """Within a fifth of the interval, never twice the same, one at a time, saying which screen holds what; “not modified” is a good answer."""
    box = Box(engine, server, screen)
    for _ in range(15):
        box.poll()
    times = [time_ for time_, url in zip(*box.page.evaluate("[net.times, net.urls]")) if url.startswith("/feeds/")]
    gaps = [b - a for a, b in zip(times, times[1:])]
    assert len(gaps) == 15 and all(0.8 * seconds * SECOND - 1 <= gap <= 1.2 * seconds * SECOND + 1 for gap in gaps)
    assert len(set(gaps)) > 10
    assert box.page.evaluate("net.most") == 1
    polls = [(query, tag) for path, query, tag in server.seen if path == box.feed_path]
    assert {query for query, _ in polls} == {f"screen={screen}&gen={box.generation}"}
    assert all(tag for _, tag in polls[1:]), polls
    assert box.look()["note"] == "" and box.problems == []


@pytest.mark.parametrize("act", [hang, stall("{" * 5000)], ids=["hang", "stall"])
def test_requests_do_not_pile_up(engine, server, act):
    box = Box(engine, server, "single")
    server.answers[box.feed_path] = act
    for _ in range(60):
        box.advance(5 * SECOND)
    assert box.page.evaluate("net.most") == 1 and box.page.evaluate("net.sent") < 25
    assert box.look()["time"] == "09:05" and not is_blank(box.look())


# 9. The service worker


def test_a_box_starts_without_a_server(engine, start_server, server, feed):
    """The page was loaded once. Then its server is gone, or has only errors, or someone else's page."""
    box = Box(engine, server)
    if not box.page.evaluate("'serviceWorker' in navigator"):
        pytest.skip("this engine has no service workers")
    box.page.wait_for(
        "caches.match('/screens/yard/').then(function (kept) { return !!kept && !!navigator.serviceWorker.controller; })", timeout=20_000)
    html = "text/html; charset=utf-8"
    page = (server.root / "screens/yard/index.html").read_text(encoding="utf-8")
    wrong = [
        answer("坏了", 500, html), answer("没有", 404, html), answer("<!DOCTYPE html><p>维护中</html>", 200, html), answer("", 200, html),
        answer(page[:-200], 200, html), truncated(page), answer(page.replace('data-screen="yard"', 'data-screen="other"'), 200, html),
    ]
    for act in wrong:
        server.answers[box.page_path] = act
        box.reload()
        box.advance(2 * SECOND)
        assert_plays_on(box, feed["generation"])
    port = server.server_port
    server.close()
    # Whichever way its address was typed into the box.
    for path in ("/screens/yard/", "/screens/yard/", "/screens/yard", "/screens/yard/index.html"):
        box.page.goto(server.address + path)
        box.advance(2 * SECOND)
        assert_plays_on(box, feed["generation"])
    box.page.goto(server.address + box.page_path)
    again = start_server(server.root, port)
    box.reload()
    box.advance(2 * SECOND)
    assert_plays_on(box, feed["generation"])


# 10. Signatures


@pytest.fixture(scope="session")
def signed(tmp_path_factory):
    """A site with a key: built at NOW, and a minute later."""
    root = tmp_path_factory.mktemp("signed")
    site = player_site(root / "site")
    done(gongshi("keys", "new", "--site", site))
    edit(site, "content/site.yaml", "unit: yard\n", "unit: yard\nsigningKey: keys/feeds.pem\n")
    for name, late in (("0", 0), ("1", 60), ("2", 120)):
        done(build(site, "--output", root / name, at=instant(START + late * SECOND)))
    return [root / name for name in ("0", "1", "2")]


# As many checks as the player makes, after its own: when they are done, so is the player's.
CHECKED = """function () {
  var key = JSON.parse(document.documentElement.getAttribute('data-key')), chain = Promise.resolve();
  function check() {
    return crypto.subtle.importKey('jwk', key, {name: 'ECDSA', namedCurve: 'P-256'}, false, ['verify']).then(function (key) {
      return crypto.subtle.verify({name: 'ECDSA', hash: {name: 'SHA-256'}}, key, new Uint8Array(64), new Uint8Array(200000));
    });
  }
  return chain.then(check).then(check).then(check).then(function () { return true; });
}"""


def test_signatures(engine, start_server, signed):
    server = start_server(signed[0])
    texts = [(public / "feeds/v1/screens/yard.json").read_text(encoding="utf-8") for public in signed]
    other = (signed[1] / "feeds/v1/screens/other.json").read_text(encoding="utf-8")
    generation = json.loads(texts[0])["generation"]
    mark = texts[1].rindex(',"signature":"')
    box = Box(engine, server)
    assert box.page.evaluate("!!(window.crypto && crypto.subtle)"), "both engines have WebCrypto on a local address"
    wrong = {
        "a byte of the text": texts[1].replace("守望", "守旺", 1), "a byte of the time": texts[1].replace('"phase":0', '"phase":1', 1),
        "a byte of the signature": texts[1][: mark + 20] + ("A" if texts[1][mark + 20] != "A" else "B") + texts[1][mark + 21 :],
        "none": texts[1][:mark] + "}\n", "an empty one": texts[1][:mark] + ',"signature":""}\n', "no Base64": texts[1][:mark] + ',"signature":"A"}\n',
        "another's": texts[1][:mark] + texts[0][texts[0].rindex(',"signature":"') :], "the other screen's": other,
        "signed, and more": texts[1][:-2] + ',"evergreen":0}\n', "twice": texts[1][:-2] + texts[1][mark:],
        "the other screen's feed by this one's name": other.replace('"id":"other"', '"id":"yard"', 1),
    }
    for name, text in wrong.items():
        assert text != texts[1], name
        box.serve(text)
        box.poll()
        assert box.page.evaluate(CHECKED)
        box.turn()
        assert_plays_on(box, generation)
        assert box.page.evaluate("localStorage.getItem('gongshi-screen-yard')") is None, name
    box.serve(texts[2])
    box.poll()
    assert box.page.evaluate(CHECKED)
    box.turn()
    assert_plays_on(box, generation + 120)
    for older in (texts[1], texts[0]):
        box.serve(older)
        box.poll()
        assert box.page.evaluate(CHECKED)
        box.turn()
        assert_plays_on(box, generation + 120)
    # What is kept is checked again when it is read.
    box.reload()
    assert box.page.evaluate(CHECKED)
    box.advance(2 * SECOND)
    assert_plays_on(box, generation + 120)
    box.page.evaluate("function (text) { localStorage.setItem('gongshi-screen-yard', text) }", wrong["a byte of the text"])
    box.reload()
    assert box.page.evaluate(CHECKED)
    box.advance(2 * SECOND)
    assert_plays_on(box, generation)
    assert box.problems == []
