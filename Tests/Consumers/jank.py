"""How long a screen's page keeps its box busy at once: the processor's time that each second of a round takes, four times as slow; and what of it stays.

    python Tests/Consumers/jank.py SITE/public [--old] [--frames SECONDS] [screen …]

Not a test: figures of a machine. Each second of the day's parts is gone through with the clock that tests move; told are the main thread's tasks of that
second (Performance.getMetrics), four times as long, how often it laid the page out, and what nodes and memory there are after each part, rubbish collected.
Today's Chromium counts the thread's own time (`threadTicks`), so that what else the machine does has no part in it; Chromium 69 (`--old`) only the clock's,
so of three rounds the shortest counts. A task over 200 ms at a quarter of the speed is seen as a jerk (docs/screens.md has the figures).

`--frames`: the page plays for so many seconds by the real clock, its processor held to a quarter (Emulation.setCPUThrottlingRate): told are the gaps between
its frames. Both engines are spoken to by their own protocol: see DevTools.
"""

import argparse
import base64
import datetime
import json
import os
import pathlib
import socket
import time
import urllib.request

from old_engine import ModernEngine, OldEngine
from playwright.sync_api import sync_playwright
from serving import files_served, free_port

SLOWER = 4
MOST = 0.2
# Each part of a day, for a round and a half.
TIMES = ("09:00", "11:40", "14:10", "16:10", "19:00", "22:30")
SECONDS = 270
DAY = datetime.date(2026, 11, 23).isoformat()
# Gaps between frames, noted by the page itself.
FRAMES = """(function () {
  var last = performance.now();
  window.frameGaps = [];
  (function frame() {
    var now = performance.now();
    window.frameGaps.push(now - last);
    last = now;
    window.requestAnimationFrame(frame);
  }());
}())"""


class DevTools:
    """The protocol of Chromium's own tools, over the simplest web socket (RFC 6455): one question, one answer."""

    def __init__(self, port):
        pages = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
        path = next(page for page in pages if page["type"] == "page")["webSocketDebuggerUrl"].split("/", 3)[3]
        self.socket, self.unread, self.calls = socket.create_connection(("127.0.0.1", port)), b"", 0
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        while b"\r\n\r\n" not in self.unread:
            self.unread += self.socket.recv(4096)
        self.unread = self.unread.split(b"\r\n\r\n", 1)[1]

    def bytes(self, count):
        while len(self.unread) < count:
            self.unread += self.socket.recv(1 << 16)
        taken, self.unread = self.unread[:count], self.unread[count:]
        return taken

    def message(self):
        text = b""
        while True:
            first, length = self.bytes(2)
            if length > 125:
                length = int.from_bytes(self.bytes(2 if length == 126 else 8), "big")
            text += self.bytes(length)
            if first & 0x80:
                return json.loads(text)

    def send(self, method, parameters=None):
        self.calls += 1
        text = json.dumps({"id": self.calls, "method": method, "params": parameters or {}}).encode()
        length = bytes([0x80 | len(text)]) if len(text) < 126 else bytes([0xFE]) + len(text).to_bytes(2, "big")
        # Masked with zeros: it is what it is.
        self.socket.sendall(b"\x81" + length + b"\0\0\0\0" + text)
        while True:
            answer = self.message()
            if answer.get("id") == self.calls:
                return answer.get("result", answer)


def metrics(devtools):
    return {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}


def second(page, devtools, milliseconds_on):
    """What a second costs, styles and layout that are due included: seconds of tasks, layouts."""
    before = metrics(devtools)
    page.evaluate("function (ms) { fakeClock.advance(ms); return document.body.offsetHeight; }", milliseconds_on)
    after = metrics(devtools)
    return after["TaskDuration"] - before["TaskDuration"], after["LayoutCount"] - before["LayoutCount"]


def kept(devtools):
    """Nodes and bytes, rubbish collected."""
    devtools.send("HeapProfiler.collectGarbage")
    found = metrics(devtools)
    return round(found["Nodes"]), found["JSHeapUsedSize"]


def rounds(page, devtools, is_old):
    """Of each second of the day's parts its least cost, what was on, and what was kept after each part."""
    idle = sorted(second(page, devtools, 0)[0] for _ in range(20))[10]
    told, memory = [], []
    for clock in TIMES:
        runs = []
        for _ in range(3 if is_old else 1):
            page.clock.set(f"{DAY}T{clock}:00+08:00")
            page.evaluate("document.body.offsetHeight")
            runs.append([(*second(page, devtools, 1000), page.evaluate("gongshi.status().slide")) for _ in range(SECONDS)])
        told += [min(same) for same in zip(*runs)]
        memory.append(kept(devtools))
    return [(max(0, cost - idle), layouts, slide) for cost, layouts, slide in told], memory


def report(screen, told, memory):
    slow = [one for one in told if one[0] * SLOWER > MOST]
    costs = sorted(told, reverse=True)
    print(f"{screen}: {len(told)} seconds, the longest {costs[0][0] * SLOWER * 1000:.0f} ms ({costs[0][2]}), {len(slow)} over {MOST * 1000:.0f} ms, the middle one "
          f"{costs[len(costs) // 2][0] * SLOWER * 1000:.1f} ms; layouts {max(one[1] for one in told):.0f} at most")
    print("  " + ", ".join(f"{cost * SLOWER * 1000:.0f} ms {slide}" for cost, _, slide in costs[:8]))
    print("  after each part of the day: " + ", ".join(f"{nodes} nodes {size / 1e6:.1f} MB" for nodes, size in memory), flush=True)


def frames(page, devtools, seconds):
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(FRAMES)
    time.sleep(seconds)
    gaps = sorted(page.evaluate("window.frameGaps"), reverse=True)
    changes = page.evaluate("gongshi.status().changes")
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    print(f"  {seconds} s by the real clock, {changes} changes: {len(gaps)} frames, the longest gaps {', '.join(f'{gap:.0f}' for gap in gaps[:6])} ms, "
          f"{sum(gap > 100 for gap in gaps)} over 100 ms", flush=True)


def measure(engine, devtools_of, address, screens, is_old, seconds):
    for screen in screens:
        size = (1080, 1920) if "lift" in screen else (1920, 1080)
        page = engine.open(f"{address}/screens/{screen}/", *size, **({"since": f"{DAY}T09:00:00+08:00"} if seconds else {"at": f"{DAY}T08:59:00+08:00"}))
        time.sleep(2)
        devtools = devtools_of(page)
        devtools.send("Performance.enable", {} if is_old else {"timeDomain": "timeTicks" if seconds else "threadTicks"})
        if seconds:
            print(screen)
            frames(page, devtools, seconds)
        else:
            report(screen, *rounds(page, devtools, is_old))
        engine.close_pages()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("public", type=pathlib.Path)
    parser.add_argument("screens", nargs="*")
    parser.add_argument("--old", action="store_true")
    parser.add_argument("--frames", type=int, default=0, metavar="SECONDS")
    options = parser.parse_intermixed_args()
    screens = options.screens or sorted(one.name for one in (options.public / "screens").iterdir() if one.is_dir())
    with files_served(options.public) as server:
        if options.old:
            port = free_port()
            os.environ["QTWEBENGINE_REMOTE_DEBUGGING"] = f"127.0.0.1:{port}"
            with OldEngine() as engine:
                measure(engine, lambda page: DevTools(port), server.address, screens, True, options.frames)
        else:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
                engine = ModernEngine(browser)
                measure(engine, lambda page: page.context.new_cdp_session(page.playwright), server.address, screens, False, options.frames)
                browser.close()


if __name__ == "__main__":
    main()
