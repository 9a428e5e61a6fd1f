"""Walks through the pages of a screen's slides and says what is wrong with how each looks: screen_faults.js."""

from pathlib import Path
from typing import NamedTuple

FAULTS = (Path(__file__).parent / "screen_faults.js").read_text(encoding="utf-8")
# Hundredths of the screen's height; of each of its sides; to one.
LEAST_TEXT, SAFE_AREA, LEAST_CONTRAST = 2.6, 5, 4.5
# Transitions take real time, and the clock stands still: without them every page is whole at once.
# A sheet's rule, as the page's policy lets nobody add a sheet.
STILL = """document.addEventListener('DOMContentLoaded', function () {
  var sheet = document.styleSheets[0];
  sheet.insertRule('* { transition: none !important }', sheet.cssRules.length);
});"""


class Shown(NamedTuple):
    """A page of a slide. `number` counts from 1; `used` is how much of the height its blocks take."""

    slide: str
    number: int
    of: int
    faults: list
    text: str
    codes: int
    used: float


def look(page):
    found = page.evaluate(FAULTS, LEAST_TEXT, SAFE_AREA, LEAST_CONTRAST)
    number, _, of = (found["page"] or "1 / 1").partition(" / ")
    slide = page.evaluate("gongshi.status().slide")
    return Shown(slide, int(number), int(of), found["faults"], found["text"], found["codes"], found["used"])


def wait_for_pictures(page):
    page.wait_for("Array.prototype.every.call(document.images, function (image) { return image.complete; })")


# On to the next page, or to the end of the slide where it has no other.
NEXT_PAGE = """(function () {
  var before = gongshi.status().changes, left = gongshi.at(gongshi.status().now).remaining;
  for (; left > 0 && gongshi.status().changes === before; left -= 1) { fakeClock.advance(1000); }
  return gongshi.status().changes !== before;
}())"""


def walk(page):
    """Each page that shows for the first time, until the first comes again; the clock goes on by the second."""
    seen = set()
    while True:
        wait_for_pictures(page)
        shown = look(page)
        if (shown.slide, shown.number) in seen:
            return
        seen.add((shown.slide, shown.number))
        yield shown
        if not page.evaluate(NEXT_PAGE):
            return


def open_screen(engine, url, width, height, at):
    """The page of a screen, whole at once whenever it changes. An engine's page of a size is used again: to open one takes longer than to look at it."""
    kept = engine.__dict__.setdefault("screen_pages", {})
    page = kept.get((width, height, at))
    if page is None or page not in engine.pages.values():
        page = kept[width, height, at] = engine.open(url, width, height, at=at, init_scripts=[STILL])
    else:
        page.evaluate("function () { window.name = ''; window.localStorage.clear(); }")
        page.goto(url)
    return page
