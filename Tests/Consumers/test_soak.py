"""Days on a box, with the clock run fast: nodes, listeners, timers, heap and storage stay where they were after the first part.

One day and some 6,000 pages within `make test`; `make soak` runs seven.
"""

import datetime
import json
import os
import shutil

import pytest
from old_engine import COUNTED, FAKE_CLOCK
from screen_walk import STILL
from support import NOW, ROOT, build, change_rows, done, edit, tiny, tiny_original, write  # noqa: F401

START = datetime.datetime.fromisoformat(NOW)
DAY = 86_400_000
DAYS = int(os.environ.get("SOAK_DAYS", "1"))
# Of each day.
PARTS = 4
SCREEN = """\
id: lobby
title: 门厅屏
units: [yard]
poll: 600
band: foot
weather: head
playlist:
  - {slide: today, seconds: 7}
  - {slide: week, seconds: 7}
  - {slide: notices, seconds: 7}
  - {slide: venue, venue: hall, seconds: 7}
  - {slide: text, seconds: 7, text: 邻里守望。}
  - {slide: weather, seconds: 7}
  - {slide: countdown, seconds: 7, date: 2026-12-22, before: 离冬至还有}
  - {slide: film, seconds: 7, film: 分类.mp4, poster: poster.png}
  - {slide: document, seconds: 7, document: 告知书.pdf}
"""
# Of each day: a report of the weather in the morning.
WEATHER = '{{"observedAt": "2026-11-{day}T08:30:00+08:00", "now": {{"weather": "多云", "temperature": 6}}, "forecast": [{{"date": "2026-11-{day}", "weather": "晴", "low": -1, "high": 8}}]}}'
BAND = "---\ntitle: 路面结冰\nkind: notice\ndate: 2026-11-20\nunit: yard\nseverity: minor\npublishAt: 2026-11-{day}T12:00\nexpiresAt: 2026-11-{day}T15:00\n---\n走慢一点。\n"
ALERT = "---\ntitle: 大风\nkind: notice\ndate: 2026-11-20\nunit: yard\nseverity: severe\npublishAt: {}\nexpiresAt: {}\n---\n关好门窗。\n"


@pytest.fixture
def releases(tiny):
    """Eight feeds, a day apart, with alerts that come and go by themselves; each is the next one's yesterday."""
    edit(tiny, "content/site.yaml", "horizonDays: 7", "horizonDays: 10")
    write(tiny, "content/screens/lobby.yaml", SCREEN)
    for day in range(22, 29):
        write(tiny, f"content/notices/alert-{day}.md", ALERT.format(f"2026-11-{day}T10:00", f"2026-11-{day}T10:20"))
        write(tiny, f"content/notices/band-{day}.md", BAND.format(day=day))
    for folder in ("files", "images"):
        (tiny / "content" / folder).mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "content/files/垃圾分类四个桶.mp4", tiny / "content/files/分类.mp4")
    shutil.copy(ROOT / "content/files/冬季供暖与用火用电告知书.pdf", tiny / "content/files/告知书.pdf")
    shutil.copy(ROOT / "content/images/film-sorting.png", tiny / "content/images/poster.png")
    feeds = []
    for day in range(8):
        write(tiny, "content/data/weather.json", WEATHER.format(day=21 + day))
        done(build(tiny, at=(START + datetime.timedelta(days=day)).isoformat()))
        feeds.append((tiny / "public/feeds/v1/screens/lobby.json").read_text(encoding="utf-8"))
        if day == 0:
            page = (tiny / "public/screens/lobby/index.html").read_text(encoding="utf-8")
    film = next((tiny / "public/files").glob("*.mp4")).read_bytes()
    pictures = {path.relative_to(tiny / "public").as_posix(): path.read_bytes() for path in (tiny / "public/images").rglob("*") if path.is_file()}
    return page, feeds, film, pictures


# Shorter than a poll may stand still; an answer is waited for between the steps, since it comes in real time.
STEP = 10_000
PASS = """function (both) {
  return new Promise(function (done) {
    var channel = new MessageChannel(), left = both[0];
    channel.port1.onmessage = function () {
      if (window.flying === 0) {
        if (!left) {
          channel.port1.close();
          return done();
        }
        left -= 1;
        fakeClock.advance(both[1]);
      }
      channel.port2.postMessage(0);
    };
    channel.port2.postMessage(0);
  });
}"""

# Those that are there at any time: while a slide is cleared away there is one more, for a moment.
TIMERS = """(function () {
  var least = Infinity, second;
  for (second = 0; second < 20; second += 1) {
    fakeClock.advance(1000);
    least = Math.min(least, fakeClock.pending());
  }
  return least;
}())"""


def test_time_leaves_nothing_behind(browser, releases):
    html, feeds, film, pictures = releases
    context = browser.new_context(viewport={"width": 320, "height": 180}, timezone_id="Asia/Shanghai")
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    served = {"feed": feeds[0], "polls": 0}

    def answer(route):
        served["polls"] += 1
        if served["feed"] is None:
            return route.abort()
        return route.fulfill(status=200, body=served["feed"], headers={"content-type": "application/json"})

    page.route("**/feeds/v1/screens/*.json*", answer)
    page.route("**/files/*.mp4*", lambda route: route.fulfill(status=200, body=film, content_type="video/mp4"))
    page.route("**/images/**", lambda route: route.fulfill(status=200, body=pictures[route.request.url.split("screen.test/")[1].split("?")[0]]))
    page.route("**/screens/worker.js", lambda route: route.fulfill(status=404))
    page.route("**/screens/lobby/", lambda route: route.fulfill(status=200, body=html, content_type="text/html; charset=utf-8"))
    for script in (FAKE_CLOCK, f"fakeClock.start({int(START.timestamp() * 1000)});", COUNTED, STILL):
        page.add_init_script(script)
    page.goto("http://screen.test/screens/lobby/")
    devtools = context.new_cdp_session(page)
    devtools.send("Performance.enable")

    def measured():
        # What the first pass finds unused may still hold on to others.
        for _ in range(2):
            devtools.send("HeapProfiler.collectGarbage")
        found = {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}
        return {
            "nodes": found["Nodes"], "listeners": found["JSEventListeners"], "heap": found["JSHeapUsedSize"], "timers": page.evaluate(TIMERS),
            "storage": page.evaluate("Object.keys(localStorage).reduce(function (sum, key) { return sum + localStorage[key].length; }, 0)"),
        }

    after = []
    for part in range(DAYS * PARTS):
        # A part of each day passes without a network.
        served["feed"] = None if part % PARTS == 1 else feeds[part // PARTS]
        page.evaluate(PASS, [DAY // PARTS // STEP, STEP])
        after.append(measured())
    status = page.evaluate("gongshi.status()")
    context.close()

    assert problems == []
    assert status["changes"] >= 3_000 * DAYS, (status, served["polls"], after)
    assert status["generation"] == json.loads(feeds[DAYS - 1])["generation"] and served["polls"] > 100 * DAYS
    first, last = after[0], after[-1]
    assert last["timers"] <= first["timers"], after
    # Of the last polls some are not collected yet; a leak would be three for each of more than a hundred a day.
    assert last["listeners"] <= first["listeners"] + 60, after
    # What is on at the moment differs by a slide's worth: it is compared with the fuller of the first two.
    assert last["nodes"] <= max(one["nodes"] for one in after[:2]) * 1.25 + 100, after
    assert last["heap"] <= first["heap"] * 1.25 + 500_000, after
    # One feed, the last good one, is kept.
    assert last["storage"] <= max(len(feed) for feed in feeds) + 1_000, after
    print(json.dumps({"changes": status["changes"], "polls": served["polls"], "days": after[PARTS - 1::PARTS]}))
