"""Takes the pictures of the README, of the quick start and of the second theme from the real pages: `make demo`-like build at a fixed time, and the site that
the quick start's own steps make, served locally, the browser's clock set.

    .venv/bin/python docs/screenshots.py [readme] [quick-start] [themes]
"""

import functools
import http.server
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

import steps
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
AT = "2026-11-23T08:20:00+08:00"
SHOTS = [
    ("home", "/", 1280, 900, 1),
    ("phone-schedule", "/schedule/", 390, 780, 2),
    ("month", "/schedule/month/2026-11/", 1280, 900, 1),
    ("phone-elder", "/notices/power-cut-1126/?elder=1", 390, 780, 2),
    ("screen", "/screens/quanxi-lobby/", 1920, 1080, 0.5),
]
# Of the sample in the theme that the guide has as its example.
THEMES = [("bulletin", "/", 1440, 900, 0.8)]
# Of the site of the quick start, before its last steps take things back; small, since they are many.
QUICK = [
    ("quick-home", "/", 1100, 760, 0.6),
    ("quick-notice", "/notices/ting-shui-tong-zhi/", 390, 700, 1),
    ("quick-schedule", "/schedule/2026-12-02/", 1100, 620, 0.6),
    ("quick-screen", "/screens/hall/", 1920, 1080, 0.35, "2026-12-02T08:20:00+08:00"),
]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Without a date: a screen believes a server's clock rather than the browser's."""

    def send_header(self, name, value):
        if name != "Date":
            super().send_header(name, value)


def build_sample(gongshi, directory):
    subprocess.run([gongshi, "build", "--site", str(ROOT), "--at", AT, "--output", str(directory / "public")], check=True)
    return directory / "public"


def build_bulletin(gongshi, directory):
    """The sample's content with another theme."""
    site = directory / "bulletin"
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, site / name, ignore=shutil.ignore_patterns("*.sqlite*"))
    settings = site / "content/site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("theme: default", "theme: bulletin"), encoding="utf-8")
    for step in (["activities", "init"], ["activities", "import", "--at", AT, str(site / "content/data"), "--apply"], ["build", "--at", AT]):
        subprocess.run([gongshi, *step, "--site", str(site)], check=True)
    return site / "public"


def build_quick_start(gongshi, directory):
    """What its reader has before anything is taken back."""
    text = (ROOT / "docs/quick-start.zh.md").read_text(encoding="utf-8")
    begun = directory / "quick-start.md"
    begun.write_text(text[: text.index("## 七")], encoding="utf-8")
    place, _ = steps.follow(begun, directory / "site", gongshi, AT)
    return place / "public"


def shoot(browser, public, shots, suffix, **options):
    handler = functools.partial(Handler, directory=str(public))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    for name, path, width, height, scale, *moment in shots:
        page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale, timezone_id="Asia/Shanghai")
        page.clock.install(time=moment[0] if moment else AT)
        page.goto(f"http://127.0.0.1:{server.server_port}{path}")
        page.clock.run_for(2000)
        # A screen's slide fades in in real time.
        page.wait_for_timeout(1000)
        page.screenshot(path=ROOT / f"docs/images/{name}.{suffix}", **options)
        page.close()
    server.shutdown()


def main(names):
    gongshi = os.path.abspath(os.environ.get("GONGSHI", str(ROOT / ".build/release/gongshi")))
    with tempfile.TemporaryDirectory() as directory, sync_playwright() as playwright:
        directory = pathlib.Path(directory)
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        if "readme" in names:
            shoot(browser, build_sample(gongshi, directory), SHOTS, "png")
        if "quick-start" in names:
            shoot(browser, build_quick_start(gongshi, directory), QUICK, "jpg", type="jpeg", quality=72)
        if "themes" in names:
            shoot(browser, build_bulletin(gongshi, directory), THEMES, "png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:] or ["readme", "quick-start", "themes"])
