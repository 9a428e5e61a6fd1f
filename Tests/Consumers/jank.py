"""How long a screen's page keeps its box busy at once: the processor's time that each second of a round takes, four times as slow.

    python Tests/Consumers/jank.py SITE/public [screen …]

Not a test: a figure of a machine. The main thread's own time is told (Performance.getMetrics in `threadTicks`), not that of the clock, so that what else
the machine does has no part in it; each second of the day's parts is gone through with the clock that tests move. A task over 200 ms at a quarter of the
speed is seen as a jerk (docs/trust.md has the figures).
"""

import datetime
import pathlib
import sys

from old_engine import FAKE_CLOCK, milliseconds
from playwright.sync_api import sync_playwright
from serving import files_served

SLOWER = 4
MOST = 0.2
# Each part of a day, for a round and a half.
TIMES = ("09:00", "11:40", "14:10", "16:10", "19:00", "22:30")
SECONDS = 270


def spent(devtools):
    found = {one["name"]: one["value"] for one in devtools.send("Performance.getMetrics")["metrics"]}
    return found["TaskDuration"]


def measured(browser, url, size, day):
    """Of each second: how much of the processor it took, and what was on."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, timezone_id="Asia/Shanghai", bypass_csp=True)
    page = context.new_page()
    page.add_init_script(FAKE_CLOCK)
    page.add_init_script(f"fakeClock.start({milliseconds(f'{day}T08:59:00+08:00')});")
    page.goto(url)
    page.wait_for_timeout(2_000)
    devtools = context.new_cdp_session(page)
    devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
    idle = []
    for _ in range(20):
        before = spent(devtools)
        page.evaluate("fakeClock.advance(0)")
        page.evaluate("document.body.offsetHeight")
        idle.append(spent(devtools) - before)
    cost = sorted(idle)[len(idle) // 2]
    told = []
    for time in TIMES:
        page.evaluate("function (ms) { fakeClock.set(ms); }".join(("(", f")({milliseconds(f'{day}T{time}:00+08:00')})")))
        for _ in range(SECONDS):
            before = spent(devtools)
            page.evaluate("fakeClock.advance(1000)")
            # Styles and layout that are due belong to it.
            page.evaluate("document.body.offsetHeight")
            told.append((spent(devtools) - before - cost, page.evaluate("gongshi.status().slide")))
    context.close()
    return told


def main(public, screens):
    day = datetime.date(2026, 11, 23).isoformat()
    with sync_playwright() as playwright, files_served(public) as server:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        for screen in screens:
            size = (1080, 1920) if "lift" in screen else (1920, 1080)
            told = sorted(measured(browser, f"{server.address}/screens/{screen}/", size, day), reverse=True)
            slow = [one for one in told if one[0] * SLOWER > MOST]
            print(f"{screen}: {len(told)} seconds, the longest {told[0][0] * SLOWER * 1000:.0f} ms ({told[0][1]}), {len(slow)} over {MOST * 1000:.0f} ms, "
                  f"the middle one {told[len(told) // 2][0] * SLOWER * 1000:.1f} ms")
            for seconds, slide in told[:8]:
                print(f"  {seconds * SLOWER * 1000:.0f} ms {slide}")
        browser.close()


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    main(folder, sys.argv[2:] or sorted(one.name for one in (folder / "screens").iterdir() if one.is_dir()))
