"""Walks through the pages of a screen's slides and says what is wrong with how each looks: screen_faults.js."""

from pathlib import Path
from typing import NamedTuple

FAULTS = (Path(__file__).parent / "screen_faults.js").read_text(encoding="utf-8")
# What five metres ask for (docs/design.md). Letters in hundredths of the height of a 16:9 screen of as many pixels, codes and the frame of the screen's
# own height, the safe area of each side; to one.
LEAST_LETTERS = {"text": 4, "name": 6, "frame": 2.7}
LEAST_CODE, MOST_FRAME, SAFE_AREA, LEAST_CONTRAST = 25, 18, 3, 4.5
# Pages of a slide that comes again as every third.
MOST_AGAIN = 6
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


# On to the next page, or to the end of the slide where it has no other, and what there is to see: one call of the engine, which takes longer than the look.
LOOK_ON = """function (goesOn, least, code, most, safe, contrast) {
  var before = gongshi.status().changes, left = gongshi.at(gongshi.status().now).remaining;
  for (; goesOn && left > 0 && gongshi.status().changes === before; left -= 1) { fakeClock.advance(1000); }
  if (goesOn && gongshi.status().changes === before) { return null; }
  return {
    slide: gongshi.status().slide, waits: !Array.prototype.every.call(document.images, function (image) { return image.complete; }),
    found: %s(least, code, most, safe, contrast)
  };
}""" % FAULTS.strip().removesuffix(";")


def look(page, goes_on=False):
    """What is wrong with the page of a slide that is on, or with the one after it; None where none comes."""
    ask = lambda on: page.evaluate(LOOK_ON, on, LEAST_LETTERS, LEAST_CODE, MOST_FRAME, SAFE_AREA, LEAST_CONTRAST)  # noqa: E731
    seen = ask(goes_on)
    if seen and seen["waits"]:
        wait_for_pictures(page)
        seen = ask(False)
    if seen is None:
        return None
    found = seen["found"]
    number, _, of = (found["page"] or "1 / 1").partition(" / ")
    return Shown(seen["slide"], int(number), int(of), found["faults"], found["text"], found["codes"], found["used"])


def wait_for_pictures(page):
    page.wait_for("Array.prototype.every.call(document.images, function (image) { return image.complete; })")


def walk(page):
    """Each page that shows for the first time, until all have come again; the clock goes on by the second."""
    seen, again = set(), 0
    wait_for_pictures(page)
    shown = look(page)
    # A slide may come several times in a round: what is known is passed over as long as there may be something new.
    while shown and again < MOST_AGAIN:
        if (shown.slide, shown.number) in seen:
            again += 1 if len({slide for slide, _ in seen}) > 1 else MOST_AGAIN
        else:
            again = 0
            seen.add((shown.slide, shown.number))
            yield shown
        shown = look(page, goes_on=True)


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
