"""Contact sheets, to be looked at: every kind of page on a phone, in the elder view, on a desk, in the dark and on paper; every slide of every screen; and every kind of slide,
lying and upright, on an ordinary day, with long texts, with nothing and with thirty of each. Six pictures a sheet. Nothing of it is published or kept.

    .venv/bin/python docs/contact_sheets.py DIRECTORY [--public PUBLIC] [phone] [elder] [desk] [dark] [print] [screens] [slides] [--only PART-OF-A-NAME …]

PUBLIC is a published site; where it isn't said, the sample is published first. GONGSHI is the program, `.build/release/gongshi` where that isn't said.
"""

import argparse
import io
import itertools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Consumers"))
os.environ.setdefault("GONGSHI", str(ROOT / ".build/release/gongshi"))

from conftest import ScreenHandler  # noqa: E402
from old_engine import ModernEngine  # noqa: E402
from screen_walk import open_screen, walk  # noqa: E402
from screens_site import FILLINGS, KINDS, ORIENTATIONS, make_site  # noqa: E402
from serving import files_served  # noqa: E402

AT = "2026-11-21T09:00:00+08:00"
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
    "phone": ((390, 844), "", "light", "screen", 252),
    "elder": ((390, 844), "?elder=1", "light", "screen", 252),
    "desk": ((1280, 900), "", "light", "screen", 512),
    "dark": ((390, 844), "", "dark", "screen", 252),
    "print": ((794, 1123), "", "light", "print", 512),
}
SIZES = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
# Of a page, in its own pixels; what is longer goes on in the next column.
TALLEST = 2350
LABEL = 22
MOST = 6
HOURS = ("09:00", "12:10", "14:30", "16:30", "19:00", "22:30")


def sheet(pictures, width):
    """`(label, picture)` in lines, as many as fit into some 1,560 pixels."""
    columns = max(1, 1568 // (width + 8))
    scaled = [(label, picture.resize((width, max(1, picture.height * width // picture.width)))) for label, picture in pictures]
    lines = [scaled[number : number + columns] for number in range(0, len(scaled), columns)]
    heights = [max(picture.height for _, picture in line) + LABEL for line in lines]
    result = Image.new("RGB", (columns * (width + 8), sum(heights)), "#888")
    draw, top = ImageDraw.Draw(result), 0
    for line, height in zip(lines, heights):
        for column, (label, picture) in enumerate(line):
            draw.text((column * (width + 8) + 4, top + 4), label, fill="#fff")
            result.paste(picture, (column * (width + 8), top + LABEL))
        top += height
    return result


def shot(page, **options):
    return Image.open(io.BytesIO(page.screenshot(**options))).convert("RGB")


def pages(browser, address, public, view, only):
    (width, height), query, scheme, medium, _ = VIEWS[view]
    for path in PAGES:
        file = public / path.lstrip("/")
        if not (file if path.endswith(".html") else file / "index.html").is_file() or not matches(path, only):
            continue
        page = browser.new_page(viewport={"width": width, "height": height}, timezone_id="Asia/Shanghai", color_scheme=scheme)
        page.clock.install(time=AT)
        page.goto(address + path + query)
        page.evaluate("for (const picture of document.images) picture.loading = 'eager'")
        page.wait_for_function("[...document.images].every(picture => picture.complete)")
        pictures = paper(page) if medium == "print" else [shot(page, full_page=True)]
        page.close()
        for picture in pictures:
            for number, top in enumerate(range(0, picture.height, TALLEST)):
                yield f"{path} {picture.height} px, {number + 1}", picture.crop((0, top, picture.width, min(picture.height, top + TALLEST)))


def paper(page):
    """The sheets that a printer would make."""
    with tempfile.TemporaryDirectory() as directory:
        page.pdf(path=f"{directory}/page.pdf", format="A4", margin={"top": "12mm", "bottom": "12mm", "left": "12mm", "right": "12mm"}, print_background=False)
        subprocess.run(["pdftoppm", "-r", "80", "-png", f"{directory}/page.pdf", f"{directory}/sheet"], check=True)
        return [Image.open(file).convert("RGB") for file in sorted(pathlib.Path(directory).glob("sheet*.png"))]


def walked(browser, url, size, at):
    page = open_screen(ModernEngine(browser), url, *size, at)
    for shown in walk(page):
        yield shown, shot(page)
    page.context.close()


def screens(browser, address, public, only):
    for screen in sorted(path.name for path in (public / "screens").iterdir() if path.is_dir()):
        seen = set()
        for hour in HOURS:
            for shown, picture in walked(browser, f"{address}/screens/{screen}/", SIZES["landscape" if "lobby" in screen else "portrait"], f"{AT[:11]}{hour}{AT[16:]}"):
                if (shown.slide, shown.number) not in seen and matches(shown.slide, only):
                    seen.add((shown.slide, shown.number))
                    yield f"{screen} {hour} {shown.slide} {shown.number}/{shown.of} {' '.join(shown.faults)}", picture


def slides(browser, addresses, orientation, only):
    for kind in (kind for kind in KINDS if matches(kind, only)):
        for filling in FILLINGS:
            for shown, picture in walked(browser, f"{addresses[filling]}/screens/{kind}-{orientation}-{filling}/", SIZES[orientation], AT):
                # Of many pages the first, and the last one, which is the emptiest.
                if shown.number in (1, shown.of):
                    yield f"{kind} {filling} {shown.number}/{shown.of} {' '.join(shown.faults)}", picture


def matches(name, only):
    return not only or any(part in name for part in only)


def publish_sample(directory):
    site = directory / "site"
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, site / name, ignore=shutil.ignore_patterns("*.sqlite*"))
    for step in (["activities", "init"], ["activities", "import", "--at", AT, str(site / "content/data"), "--apply"], ["build", "--at", AT]):
        subprocess.run([os.environ["GONGSHI"], *step, "--site", str(site), "--quiet"], check=True)
    return site / "public"


def save(pictures, directory, name, width):
    pictures = iter(pictures)
    number = 1
    while some := list(itertools.islice(pictures, MOST)):
        file = directory / f"{name}-{number:02d}.png"
        sheet(some, width).save(file)
        print(file, *(label for label, _ in some), sep="\n  ", flush=True)
        number += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("views", nargs="*")
    parser.add_argument("--public", type=pathlib.Path)
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    options = parser.parse_intermixed_args()
    views = options.views or [*VIEWS, "screens", "slides"]
    options.directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as directory, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        if "slides" in views:
            made = {filling: make_site(pathlib.Path(directory) / filling, filling) / "public" for filling in FILLINGS}
            for orientation in ORIENTATIONS:
                servers = {filling: files_served(public, ScreenHandler) for filling, public in made.items()}
                addresses = {filling: server.__enter__().address for filling, server in servers.items()}
                save(slides(browser, addresses, orientation, options.only), options.directory, f"slides-{orientation}", 776 if orientation == "landscape" else 385)
                for server in servers.values():
                    server.__exit__(None, None, None)
        if set(views) - {"slides"}:
            public = options.public or publish_sample(pathlib.Path(directory))
            with files_served(public, ScreenHandler) as server:
                for view in views:
                    if view == "screens":
                        save(screens(browser, server.address, public, options.only), options.directory, view, 776)
                    elif view != "slides":
                        save(pages(browser, server.address, public, view, options.only), options.directory, view, VIEWS[view][4])
        browser.close()


if __name__ == "__main__":
    main()
