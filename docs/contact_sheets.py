"""Contact sheets of a published site, to be looked at: every kind of page on a phone, in the elder view, on a desk, in the dark and on paper, and every slide of every
screen, in the order of its playlists. Nothing of it is published or kept.

    .venv/bin/python docs/contact_sheets.py PUBLIC DIRECTORY [--at 2026-11-21T09:00:00+08:00] [phone] [elder] [desk] [dark] [print] [screens]
"""

import argparse
import datetime
import io
import pathlib
import sys

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Consumers"))

from conftest import ScreenHandler  # noqa: E402
from old_engine import ModernEngine  # noqa: E402
from screen_walk import open_screen, walk  # noqa: E402
from serving import files_served  # noqa: E402

# One or two of each kind, by their addresses; what a site doesn't have is left out.
PAGES = [
    "/", "/schedule/", "/schedule/month/2026-11/", "/activities/tai-chi-morning/", "/activities/fudong-phone-class/", "/notices/", "/notices/power-cut-1126/",
    "/notices/lianmeng-ten-requests-closed/", "/units/", "/units/quanxi/", "/units/songtai/", "/units/huijin/", "/venues/", "/venues/quanxi-hall/", "/venues/yunding-702/",
    "/menus/", "/menus/convenience/", "/menus/lecture/", "/brands/", "/brands/quanxi/", "/brands/beihuai/", "/partners/", "/partners/nanchuang-books/", "/teams/",
    "/teams/taichi/", "/councils/yongding-sunshine/", "/classroom/", "/classroom/points/", "/lists/", "/lists/claims/", "/lists/ledger/", "/lists/circle/",
    "/lists/disclosure/", "/lists/find-my-grid/", "/lists/points/", "/about/", "/search/", "/status/", "/404.html",
]
VIEWS = {
    # Window, what is added to the address, colour scheme, medium, how wide a page is on the sheet.
    "phone": ((390, 844), "", "light", "screen", 300),
    "elder": ((390, 844), "?elder=1", "light", "screen", 300),
    "desk": ((1280, 900), "", "light", "screen", 560),
    "dark": ((390, 844), "", "dark", "screen", 300),
    "print": ((794, 1123), "", "light", "print", 420),
}
# Of a page, in its own pixels; what is longer is cut, and the sheet says how long it is.
TALLEST = 3400
LABEL = 22


def sheet(pictures, width, columns):
    """`(label, picture)` in columns, each where there is most room."""
    scaled = [(label, picture.resize((width, max(1, picture.height * width // picture.width)))) for label, picture in pictures]
    heights, places = [0] * columns, []
    for label, picture in scaled:
        column = heights.index(min(heights))
        places.append((column * (width + 12), heights[column], label, picture))
        heights[column] += picture.height + LABEL + 12
    result = Image.new("RGB", (columns * (width + 12), max(heights)), "#888")
    draw = ImageDraw.Draw(result)
    for x, y, label, picture in places:
        draw.text((x + 4, y + 4), label, fill="#fff")
        result.paste(picture, (x, y + LABEL))
    return result


def pages(browser, address, public, view, at):
    (width, height), query, scheme, medium, _ = VIEWS[view]
    for path in PAGES:
        file = public / path.lstrip("/")
        if not (file if path.endswith(".html") else file / "index.html").is_file():
            continue
        page = browser.new_page(viewport={"width": width, "height": height}, timezone_id="Asia/Shanghai", color_scheme=scheme)
        page.clock.install(time=at)
        page.emulate_media(media=medium)
        page.goto(address + path + query)
        page.wait_for_load_state("networkidle")
        if medium == "print":
            # What a browser says before it prints: folds open then.
            page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
        page.close()
        yield f"{path}  {picture.height} px", picture.crop((0, 0, picture.width, min(picture.height, TALLEST)))


def screens(browser, address, public, at):
    for screen in sorted(path.name for path in (public / "screens").iterdir() if path.is_dir()):
        for hour in ("09:00", "12:10", "14:30", "16:30", "19:00"):
            moment = f"{at[:11]}{hour}{at[16:]}"
            page = open_screen(ModernEngine(browser), f"{address}/screens/{screen}/", *((1920, 1080) if "lobby" in screen else (1080, 1920)), moment)
            for shown in walk(page):
                yield f"{screen} {hour} {shown.slide} {shown.number}/{shown.of}", Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("public", type=pathlib.Path)
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("views", nargs="*", default=[*VIEWS, "screens"])
    parser.add_argument("--at", default="2026-11-21T09:00:00+08:00")
    options = parser.parse_args()
    options.directory.mkdir(parents=True, exist_ok=True)
    datetime.datetime.fromisoformat(options.at)
    with files_served(options.public, ScreenHandler) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        for view in options.views:
            if view == "screens":
                result = sheet(list(screens(browser, server.address, options.public, options.at)), 480, 4)
            else:
                result = sheet(list(pages(browser, server.address, options.public, view, options.at)), VIEWS[view][4], 4 if view == "desk" else 8)
            result.save(options.directory / f"{view}.png")
            print(options.directory / f"{view}.png", result.size)
        browser.close()


if __name__ == "__main__":
    main()
