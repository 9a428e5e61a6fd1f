"""A sheet of each system of docs/systems.md: its pages on a phone, its slides on a wall, as the sample has them at a fixed time. What a row names there is what is
shown here, and nothing else; a slide that shows nothing is an error.

    .venv/bin/python docs/systems_sheets.py DIRECTORY [S1 S2 …] [--upright]

GONGSHI is the program, `.build/release/gongshi` where that isn't said.
"""

import argparse
import io
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Consumers"))

from conftest import ScreenHandler  # noqa: E402
from old_engine import ModernEngine  # noqa: E402
from screen_walk import open_screen, walk  # noqa: E402
from serving import files_served  # noqa: E402

AT = "2026-11-21T09:00:00+08:00"
# What is live goes on the wall on its own day.
EVENING = "2026-11-25T18:50:00+08:00"
# What each system has on a wall, in the order of its row.
SLIDES = {
    "S1": [{"slide": "list", "list": "building-claims", "limit": 2}, {"slide": "menu", "menu": "safety"}],
    "S2": [{"slide": "partners", "unit": "songtai"}, {"slide": "list", "list": "partner-resources", "layout": "menu"}],
    "S3": [
        {"slide": "today", "kind": "classroom"}, {"slide": "week", "kind": "classroom", "limit": 6}, {"slide": "live", "limit": 2},
        {"slide": "list", "list": "points-rewards", "layout": "exchange"}, {"slide": "team", "team": ["news-team"]},
    ],
    "S4": [{"slide": "roster", "unit": "huijin"}, {"slide": "posts", "unit": "huijin"}, {"slide": "method", "brand": "huijin-committee"}],
    "S5": [{"slide": "list", "layout": "circle", "venue": "quanxi-hall"}, {"slide": "venue", "venue": "quanxi-hall"}],
    "S6": [{"slide": "finder", "unit": "fudong"}, {"slide": "menu", "menu": "lecture"}, {"slide": "method", "brand": "fudong-lectures"}],
    "S7": [{"slide": "list", "list": "beihuai-projects", "limit": 3}],
    "S8": [{"slide": "list", "list": "yongding-topics", "limit": 2}, {"slide": "almanac"}],
    "S9": [{"slide": "brand", "brand": "beihuai-huaiyuan"}, {"slide": "list", "list": "done-deeds"}],
    "S10": [{"slide": "list", "layout": "ledger", "unit": "quanxi"}, {"slide": "menu", "menu": "property"}, {"slide": "posts", "unit": "liudi-dongdi"}],
    "S11": [{"slide": "brands"}],
    "S12": [{"slide": "venue", "venue": "yunding-702"}, {"slide": "videos"}, {"slide": "method", "brand": "yunding-702"}],
    "S13": [{"slide": "method", "page": "grid-method"}, {"slide": "team", "team": ["mutual-help"]}, {"slide": "list", "list": "lianmeng-requests"}],
    "S14": [{"slide": "list", "layout": "disclosure", "unit": "quanxi"}],
}
PHONE, WALL, UPRIGHT = (390, 844), (1920, 1080), (1080, 1920)
# Of a page, in phone screens; what is below is on the page.
TALLEST = 2


class Row:
    """A line of the table."""

    def __init__(self, line):
        cells = [cell.strip() for cell in line.strip("|\n").split("|")]
        self.name, self.title = cells[0], cells[1]
        self.pages = re.findall(r"/[^\s,;]*/", cells[4])
        self.slides = re.findall(r"`([a-z]+)`", cells[6])


def rows():
    text = (ROOT / "docs/systems.md").read_text(encoding="utf-8")
    return [Row(line) for line in text.splitlines() if re.match(r"\| S\d+ \|", line)]


def build(gongshi, directory, systems, size):
    """The sample with a screen for each system."""
    site = directory / "site"
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, site / name, ignore=shutil.ignore_patterns("*.sqlite*"))
    for row in systems:
        screen = {
            "id": row.name.lower(), "title": "泉溪公示屏", "orientation": "landscape" if size == WALL else "portrait", "size": f"{size[0]}x{size[1]}",
            "units": ["quanxi"], "playlist": [{**slide, "seconds": 12} for slide in SLIDES[row.name]],
        }
        (site / f"content/screens/{row.name.lower()}.yaml").write_text(yaml.safe_dump(screen, allow_unicode=True), encoding="utf-8")
    for step in (["activities", "init"], ["activities", "import", "--at", AT, str(site / "content/data"), "--apply"], ["build", "--at", AT]):
        subprocess.run([gongshi, *step, "--site", str(site), "--quiet"], check=True)
    return site / "public"


def photograph(page):
    return Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")


def phone(browser, address, path):
    page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]}, timezone_id="Asia/Shanghai")
    page.clock.install(time=AT)
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    picture = photograph(page)
    page.close()
    return picture.crop((0, 0, PHONE[0], min(picture.height, TALLEST * PHONE[1])))


def wall(browser, address, row, size):
    """The first page of each of its slides, in the order of its row: where a round begins is the clock's."""
    pictures = {}
    for moment in (AT, EVENING):
        page = open_screen(ModernEngine(browser), f"{address}/screens/{row.name.lower()}/", *size, moment)
        for shown in walk(page):
            if shown.number == 1:
                pictures.setdefault(shown.slide, Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
        if len(pictures) == len(row.slides):
            break
    if sorted(pictures) != sorted(row.slides):
        raise SystemExit(f"{row.name}: docs/systems.md has the slides {row.slides}, the screen shows {list(pictures)}")
    return [pictures[slide] for slide in row.slides]


def sheet(pages, slides, size):
    """Pages side by side, below them slides."""
    width, wide = 300, 620 if size == WALL else 300
    pages = [page.resize((width, page.height * width // page.width)) for page in pages]
    slides = [slide.resize((wide, slide.height * wide // slide.width)) for slide in slides]
    tall, columns = max(page.height for page in pages), max(1, (max(len(pages) * (width + 12), 1264)) // (wide + 12))
    lines = [slides[number : number + columns] for number in range(0, len(slides), columns)]
    result = Image.new("RGB", (max(len(pages) * (width + 12), columns * (wide + 12)), tall + sum(line[0].height + 12 for line in lines)), "#777")
    for number, page in enumerate(pages):
        result.paste(page, (number * (width + 12), 0))
    top = tall + 12
    for line in lines:
        for number, slide in enumerate(line):
            result.paste(slide, (number * (wide + 12), top))
        top += line[0].height + 12
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("systems", nargs="*")
    parser.add_argument("--upright", action="store_true", help="slides of an upright screen")
    options = parser.parse_args()
    options.directory.mkdir(parents=True, exist_ok=True)
    gongshi = os.path.abspath(os.environ.get("GONGSHI", str(ROOT / ".build/release/gongshi")))
    size = UPRIGHT if options.upright else WALL
    systems = [row for row in rows() if not options.systems or row.name in options.systems]
    with tempfile.TemporaryDirectory() as directory, sync_playwright() as playwright:
        public = build(gongshi, pathlib.Path(directory), systems, size)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        with files_served(public, ScreenHandler) as screens, files_served(public) as site:
            for row in systems:
                result = sheet([phone(browser, site.address, path) for path in row.pages], wall(browser, screens.address, row, size), size)
                file = options.directory / f"{row.name}.jpg"
                result.save(file, quality=60, optimize=True, progressive=True)
                print(file, result.size, row.title)
        browser.close()


if __name__ == "__main__":
    main()
