"""What a screen's page does each second is bounded, and nothing of it stays: counted, not timed. What it takes on a slow box: jank.py, docs/screens.md."""

import time

import pytest
from screen_walk import open_screen

DAY = "2026-11-23"
# A round and a half of a morning, of an afternoon with other slides, and the night's.
TIMES = ("09:00", "14:10", "22:30")
SECONDS = 270
# Of one second: the largest letters at which a slide fits are found by halves, and the pages by eight more steps.
MOST_LAYOUTS = 60


@pytest.mark.parametrize("screen, size", [("quanxi-lobby", (1920, 1080)), ("songtai-lift", (1080, 1920))], ids=["lobby", "lift"])
def test_a_change_is_little_work_and_leaves_nothing(modern_engine, screen_sites, screen, size):
    page = open_screen(modern_engine, f"{screen_sites.address('sample')}/screens/{screen}/", *size, f"{DAY}T08:59:00+08:00")
    devtools = page.context.new_cdp_session(page.playwright)
    devtools.send("Performance.enable")

    def found(name):
        return next(one["value"] for one in devtools.send("Performance.getMetrics")["metrics"] if one["name"] == name)

    def second():
        before = found("LayoutCount")
        page.evaluate("function () { fakeClock.advance(1000); return document.body.offsetHeight; }")
        return found("LayoutCount") - before

    def kept():
        """Nodes of the page, rubbish collected, on the same second of a round. A picture that is being decoded holds what shows it for a moment."""
        counts = []
        for _ in range(10):
            devtools.send("HeapProfiler.collectGarbage")
            counts.append((found("Nodes"), found("JSEventListeners")))
            time.sleep(0.1)
        return min(counts)

    told, nodes = {}, []
    for _ in range(2):
        for clock in TIMES:
            page.clock.set(f"{DAY}T{clock}:00+08:00")
            for _ in range(SECONDS):
                layouts = second()
                slide = page.evaluate("gongshi.status().slide")
                told[slide] = max(told.get(slide, 0), layouts)
        nodes.append(kept())
    devtools.detach()
    assert len(told) > 3
    assert {slide: layouts for slide, layouts in told.items() if layouts > MOST_LAYOUTS} == {}
    # A day's parts once more leave no node and no listener behind.
    assert nodes[1][0] <= nodes[0][0] + 40 and nodes[1][1] <= nodes[0][1]
