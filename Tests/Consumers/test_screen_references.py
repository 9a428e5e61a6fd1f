"""The first page of every kind of slide, as it was looked at and found good: references/screens/*.png.

SCREEN_REFERENCES=record writes what differs anew, and fails: look at each picture before it is committed.
"""

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from screen_walk import open_screen, wait_for_pictures
from screens_site import FILLINGS, LISTED, ORIENTATIONS, screens
from support import NOW

REFERENCES = Path(__file__).parent / "references/screens"
IS_RECORDING = os.environ.get("SCREEN_REFERENCES") == "record"
SIZES = {"landscape": (960, 540), "portrait": (540, 960)}
# A pixel differs by more than this in one of its colours; so many in a thousand may, as fonts are smoothed a little differently everywhere.
STEP, SHARE = 48, 12
# Of lists, which are set as rows and posters are, an ordinary day lying and many of them upright; test_screen_looks.py has all of them.
OF_LISTS = ("landscape-normal", "portrait-many")


def referenced(filling):
    return [screen for screen in screens(filling) if not screen.startswith(LISTED) or screen.endswith(OF_LISTS)]


def picture(page):
    """Half as large: what is compared is where things stand, not each pixel. Of a film its poster is: it plays in real time."""
    wait_for_pictures(page)
    page.evaluate("(function () { var film = document.querySelector('video'); if (film) { film.parentNode.removeChild(film); } }())")
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    return shot.resize((shot.width // 2, shot.height // 2), Image.LANCZOS)


def differing(a, b):
    """A picture of what differs, and how many pixels in a thousand do."""
    red, green, blue = ImageChops.difference(a, b).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    marked = most.point(lambda value: 255 if value > STEP else 0)
    return marked, marked.histogram()[255] * 1000 / (a.width * a.height)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("filling", FILLINGS)
def test_as_it_was_found_good(modern_engine, screen_sites, tmp_path, filling, orientation):
    wrong = {}
    for screen in referenced(filling):
        if f"-{orientation}-" not in screen:
            continue
        page = open_screen(modern_engine, f"{screen_sites.address(filling)}/screens/{screen}/", *SIZES[orientation], NOW)
        # The round may stand anywhere at nine: the first page is shown.
        page.evaluate("(function () { var i; for (i = 0; i < 900 && gongshi.at(gongshi.status().now).elapsed > 0; i += 1) { fakeClock.advance(1000); } }())")
        shown, file = picture(page), REFERENCES / f"{screen}.png"
        if file.exists():
            reference = Image.open(file)
            # In the reference's few colours, as it was set in them itself.
            marked, share = differing(shown.quantize(palette=reference, dither=Image.Dither.NONE).convert("RGB"), reference.convert("RGB"))
            if share <= SHARE:
                continue
            marked.save(tmp_path / f"{screen}-difference.png")
            shown.save(tmp_path / f"{screen}.png")
            wrong[screen] = f"{share:.0f} in a thousand differ: {tmp_path / screen}-difference.png"
        else:
            wrong[screen] = "no reference"
        if IS_RECORDING:
            REFERENCES.mkdir(parents=True, exist_ok=True)
            shown.quantize(32, dither=Image.Dither.NONE).save(file, optimize=True)
    assert wrong == {}, "recorded: look at them and run again" if IS_RECORDING else wrong


def test_every_reference_is_used():
    known = {f"{screen}.png" for filling in FILLINGS for screen in referenced(filling)}
    assert {file.name for file in REFERENCES.iterdir()} == known
    # zopflipng makes a new one smaller by a tenth, pixel by pixel the same.
    assert sum(file.stat().st_size for file in REFERENCES.iterdir()) < 3_000_000
