"""What the tests of the screens' player share: a site made for them, a server that can be told to fail, and a box that plays."""

import datetime
import hashlib
import json
import re
import shutil
import threading
from pathlib import Path
from urllib.parse import urlsplit

from old_engine import milliseconds
from serving import LocalServer, StatesItsTime
from support import NOW, ROOT, SITE_FILES, SITE_ROWS, change_rows, done, gongshi, png, write

START = milliseconds(NOW)
SECOND, MINUTE, HOUR, DAY = 1000, 60_000, 3_600_000, 86_400_000
STALE = "信息待更新，请以现场通知为准"
ZONE = datetime.timezone(datetime.timedelta(hours=8))


def instant(ms):
    """RFC 3339 in China's time."""
    return datetime.datetime.fromtimestamp(ms / 1000, ZONE).isoformat(timespec="seconds")


# The site


def notice(title, unit, expires, severity=None, **fields):
    lines = [f"title: {title}", "kind: notice", "date: 2026-11-20", f"unit: {unit}", f"expiresAt: {expires}"]
    lines += [f"severity: {severity}"] if severity else []
    lines += [f"{name}: {value}" for name, value in fields.items()]
    return "---\n" + "\n".join(lines) + f"\n---\n{title}，请留意。\n"


YARD = """\
id: yard
title: 一网格屏
units: [yard-1]
poll: 30
playlist:
  - {slide: today, seconds: 20}
  - {slide: notices, seconds: 15}
  - {slide: text, title: 守望, seconds: 10, text: 邻里守望。}
evergreen:
  - {slide: text, title: 常备, seconds: 10, text: 常备电话：0531-0000-1200}
  - {slide: venue, venue: [hall], seconds: 10}
"""
FILES = {
    "content/screens/yard.yaml": YARD,
    "content/screens/other.yaml": YARD.replace("id: yard", "id: other").replace("一网格屏", "别院屏").replace("yard-1", "other"),
    "content/screens/single.yaml": "id: single\ntitle: 独页屏\npoll: 10\nplaylist:\n  - {slide: text, title: 守望, seconds: 20, text: 邻里守望。}\n",
    "content/screens/night.yaml": """\
id: night
title: 夜里也亮的屏
poll: 10
playlist:
  - {slide: today, seconds: 14}
  - {slide: roster, seconds: 7}
  - {slide: notices, seconds: 11}
  - {slide: week, seconds: 13}
  - {slide: changes, seconds: 9}
  - {slide: rooms, seconds: 12}
dayparts:
  - {name: 夜间, from: "22:00", until: "06:00", playlist: [{slide: changes, seconds: 17}, {slide: notices, seconds: 9}]}
  - {name: 周末, days: 周末, from: "09:00", until: "12:30", playlist: [{slide: roster, seconds: 8}, {slide: today, seconds: 21}]}
  - {name: 通宵, days: 周一, from: "18:00", until: "18:00", playlist: [{slide: week, seconds: 10}, {slide: rooms, seconds: 6}]}
""",
    "content/notices/public.md": "---\ntitle: 合伙人公示\nkind: notice\ndate: 2026-11-20\nunit: yard-1\npublicNoticeDays: 5\n---\n现予公示。\n",
    "content/notices/later.md": notice("过几天的公告", "yard-1", "2026-11-27T08:00", publishAt="2026-11-24T08:30"),
}
ROWS = SITE_ROWS.replace(
    "('yard-1','yard','grid','第一网格')", "('yard-1','yard','grid','第一网格'),('other',NULL,'community','别院')"
) + """
INSERT INTO activity(id,title,kind,unit_id,venue_id,starts_at,ends_at,rrule,updated_at) VALUES
  ('chess','对弈','sport','yard-1','yard-room','2026-11-20T23:00','2026-11-21T00:45','FREQ=DAILY','2026-11-01T08:00'),
  ('choir','合唱','culture','yard-1','hall','2026-11-21T10:00','2026-11-21T11:00','FREQ=DAILY','2026-11-01T08:00'),
  ('dance','跳舞','culture','yard-1','hall','2026-11-21T19:00','2026-11-21T20:30','FREQ=DAILY','2026-11-01T08:00');
INSERT INTO activity_change(activity_id,occurs_at,change,note) VALUES('choir','2026-11-22T10:00','cancelled','停电');
INSERT INTO activity_change(activity_id,occurs_at,change,starts_at,ends_at,note)
  VALUES('dance','2026-11-22T19:00','moved','2026-11-23T15:00','2026-11-23T16:30','换时间');
INSERT INTO roster(id,unit_id,title,period,starts_on) VALUES('duty','yard-1','门岗','week','2026-11-16');
INSERT INTO roster_holder(roster_id,position,name) VALUES('duty',1,'甲组'),('duty',2,'乙组');
"""
# Severities that overlap; one due, others expiring.
ALERTS = {
    "content/notices/storm.md": notice("大风", "yard", "2026-11-21T14:00", "moderate", instruction="关好门窗"),
    "content/notices/gas.md": notice("燃气抢修", "yard-1", "2026-11-21T11:30", "extreme", publishAt="2026-11-21T10:15", instruction="不要点火"),
    "content/notices/water.md": notice("停水", "yard", "2026-11-23T02:10", "minor", publishAt="2026-11-22T23:40"),
    "content/notices/power.md": notice("别院停电", "other", "2026-11-21T18:00", "severe"),
}


def player_site(directory):
    """A tiny site with the screens above, without urgent notices."""
    site = Path(directory)
    for path, text in {**SITE_FILES, **FILES}.items():
        write(site, path, text)
    write(site, "content/images/gate.png", png())
    shutil.copytree(ROOT / "themes", site / "themes")
    shutil.copytree(ROOT / "content/holidays", site / "content/holidays")
    done(gongshi("activities", "init", "--site", site))
    change_rows(site, ROWS)
    return site


# Feeds


def text_of(feed):
    """A feed as it is published; its signature is gone."""
    return json.dumps({name: value for name, value in feed.items() if name != "signature"}, ensure_ascii=False, separators=(",", ":")) + "\n"


def newer(feed, seconds=60):
    """The same feed as if built so much later; negative: earlier."""
    copy = json.loads(json.dumps(feed))
    copy["generation"] += seconds
    copy["generatedAt"] = instant(copy["generation"] * 1000)
    return copy


# The server


class Server(LocalServer):
    """Serves a folder, in which each path may be given another answer: a function of the handler.

    Its time goes with the box's own count of seconds since the page was loaded (see NETWORK), so that it is right whatever the box's clock
    says: `now` is the true time of the first load. `age` is how many seconds ago a cache between them was answered.
    """

    def __init__(self, root, port=0):
        self.root, self.answers, self.seen = Path(root), {}, []
        self.age = None
        self.release = threading.Event()
        super().__init__(Handler, port, now=START)

    def close(self):
        self.release.set()
        super().close()


class Handler(StatesItsTime):
    # Chromium asks with an ETag only where it came by HTTP/1.1.
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        parts = urlsplit(self.path)
        self.server.seen.append((parts.path, parts.query, self.headers.get("If-None-Match")))
        self.server.answers.get(parts.path, file_answer)(self)
        self.close_connection = True

    def answer_time(self):
        return (self.server.now or 0) + float(self.headers.get("X-Elapsed", 0)) - (self.server.age or 0) * SECOND

    def head(self, status, media_type="text/html; charset=utf-8", length=None, **headers):
        self.send_response_only(status)
        self.send_header("Date", self.date_time_string())
        if self.server.age is not None:
            self.send_header("Age", str(self.server.age))
        self.send_header("Content-Type", media_type)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Connection", "close")
        for name, value in headers.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def send(self, data, status=200, media_type="application/json"):
        data = data.encode() if isinstance(data, str) else data
        tag = '"' + hashlib.sha256(data).hexdigest()[:16] + '"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            return self.head(304, media_type, ETag=tag)
        self.head(status, media_type, len(data), ETag=tag)
        self.wfile.write(data)


TYPES = {".html": "text/html; charset=utf-8", ".json": "application/json", ".js": "text/javascript", ".png": "image/png"}


def file_answer(handler):
    path = urlsplit(handler.path).path
    file = handler.server.root / (path.strip("/") + ("/index.html" if path.endswith("/") else ""))
    if file.is_file():
        handler.send(file.read_bytes(), media_type=TYPES.get(file.suffix, "application/octet-stream"))
    else:
        handler.send("<!DOCTYPE html><p>没有这一页</p></html>", 404, "text/html; charset=utf-8")


def answer(data, status=200, media_type="application/json"):
    return lambda handler: handler.send(data, status, media_type)


def truncated(data):
    """Less than was promised."""

    def act(handler):
        handler.head(200, "application/json", len(data.encode()))
        handler.wfile.write(data.encode()[: len(data.encode()) // 2])

    return act


def cut(data):
    """Less, and the connection's end is the only sign."""

    def act(handler):
        handler.head(200, "application/json")
        handler.wfile.write(data.encode()[: len(data.encode()) // 2])

    return act


def hang(handler):
    """Takes the request and says nothing."""
    handler.server.release.wait(60)


def stall(data):
    """Begins to answer and goes no further."""

    def act(handler):
        handler.head(200, "application/json", len(data.encode()))
        handler.wfile.write(data.encode()[:500])
        handler.wfile.flush()
        handler.server.release.wait(60)

    return act


def flood(handler):
    """More than any box can hold."""
    handler.head(200, "application/json")
    try:
        for _ in range(40):
            handler.wfile.write(b" " * 1_000_000)
    except OSError:
        pass


# The box

# Counts loads and requests, and tells the server how many milliseconds the page has lived, over reloads, by its own count.
NETWORK = """
window.net = {sent: 0, done: 0, most: 0, times: [], urls: [], loads: (Number(sessionStorage.getItem('loads')) || 0) + 1};
(function () {
  sessionStorage.setItem('loads', String(net.loads));
  var lived = Number(sessionStorage.getItem('lived')) || 0;
  window.addEventListener('pagehide', function () { sessionStorage.setItem('lived', String(lived + performance.now())); });
  var open = XMLHttpRequest.prototype.open, send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.open = function (method, url) { this.asked = url; return open.apply(this, arguments); };
  XMLHttpRequest.prototype.send = function () {
    net.sent += 1;
    net.most = Math.max(net.most, net.sent - net.done);
    net.times.push(performance.now());
    net.urls.push(this.asked);
    this.addEventListener('loadend', function () { net.done += 1; });
    this.setRequestHeader('X-Elapsed', String(lived + performance.now()));
    return send.apply(this, arguments);
  };
}());
"""
# What a passer-by sees; scripts of the old engine's time.
LOOK = """function () {
  function text(id) { return document.getElementById(id).textContent; }
  var layer = document.querySelector('.layer.shown') || {textContent: '', querySelectorAll: function () { return [] }}, stage = document.getElementById('stage');
  return {
    title: text('title'), name: text('name'), body: layer.textContent, pictures: layer.querySelectorAll('img,svg').length, time: text('time'),
    date: text('date'), note: text('stale'), interrupted: / interrupted/.test(stage.className),
    generation: gongshi.status().generation, slide: gongshi.status().slide, now: gongshi.status().now, undrawn: gongshi.status().undrawn
  };
}"""
UNTIL_SENT = """function (limit) {
  var sent = net.sent, from = performance.now();
  while (net.sent === sent && performance.now() - from < limit) { fakeClock.advance(250); }
  return net.sent - sent;
}"""
UNTIL_TURN = """function () {
  var now, at;
  do {
    fakeClock.advance(1000);
    now = gongshi.status().now;
    at = gongshi.at(now === null ? Math.floor(Date.now() / 1000) : now);
  } while (at.elapsed !== 0);
  return at.slide;
}"""

# For so many seconds at most; how far into its slide the screen is when its page is asked for.
UNTIL_PAGE = """function (seconds) {
  var sent = net.urls.length, passed;
  for (passed = 0; passed < seconds; passed += 1) {
    fakeClock.advance(1000);
    if (net.urls.slice(sent).indexOf(location.pathname) >= 0) { return gongshi.at(gongshi.status().now).elapsed; }
  }
  return null;
}"""


class Box:
    """A page that plays a screen of a server's."""

    def __init__(self, engine, server, screen="yard", at=START, width=1280, height=720, scripts=()):
        self.server, self.screen = server, screen
        self.feed_path, self.page_path = f"/feeds/v1/screens/{screen}.json", f"/screens/{screen}/"
        self.page = engine.open(server.address + self.page_path, width, height, at=at, init_scripts=[NETWORK, *scripts])
        self.settle()

    def settle(self):
        """Waits until what was asked for is answered, and drawn within a second."""
        self.page.wait_for("net.sent > 0 && net.sent === net.done", timeout=20_000)

    def advance(self, ms):
        self.page.clock.advance(ms)

    def tick(self):
        """A second later; the network has its turn."""
        self.advance(SECOND)
        self.settle()

    def poll(self):
        """Goes on to the next look for a newer feed, to its end, and to the next second."""
        assert self.page.evaluate(UNTIL_SENT, 4000 * SECOND) == 1
        self.settle()
        self.align()

    def align(self):
        """To the next second that the page counts, when what it shows is what it knows."""
        self.page.evaluate("fakeClock.advance(1000 - performance.now() % 1000)")
        self.settle()

    def turn(self):
        """Goes on to the first second of the next slide; its id."""
        slide = self.page.evaluate(UNTIL_TURN)
        self.settle()
        return slide

    def reload(self):
        self.page.reload()
        self.settle()

    def look(self):
        return self.page.evaluate(LOOK)

    def serve(self, act):
        """What the screen's feed answers from now on; text is a good answer."""
        self.server.answers[self.feed_path] = answer(act) if isinstance(act, str) else act

    @property
    def generation(self):
        return self.page.evaluate("gongshi.status().generation")

    @property
    def problems(self):
        """Browsers themselves tell of failed requests; the player is to say nothing."""
        return [text for text in self.page.problems if not re.search("Failed to load resource|net::ERR_|A bad HTTP response code|An unknown error occurred when fetching the script", text)]


def is_blank(look):
    return not look["body"].strip() and not look["pictures"]
