"""Takes the pictures of the README from the real pages: `make demo`-like build at a fixed time, served locally, the browser's clock set.

    .venv/bin/python docs/screenshots.py
"""

import functools
import http.server
import os
import pathlib
import subprocess
import tempfile
import threading

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


class Handler(http.server.SimpleHTTPRequestHandler):
    """Without a date: a screen believes a server's clock rather than the browser's."""

    def send_header(self, name, value):
        if name != "Date":
            super().send_header(name, value)


def main():
    gongshi = os.environ.get("GONGSHI", str(ROOT / ".build/release/gongshi"))
    with tempfile.TemporaryDirectory() as directory:
        public = pathlib.Path(directory) / "public"
        subprocess.run([gongshi, "build", "--site", str(ROOT), "--at", AT, "--output", str(public)], check=True)
        handler = functools.partial(Handler, directory=str(public))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            for name, path, width, height, scale in SHOTS:
                page = browser.new_page(
                    viewport={"width": width, "height": height}, device_scale_factor=scale, timezone_id="Asia/Shanghai")
                page.clock.install(time=AT)
                page.goto(f"http://127.0.0.1:{server.server_port}{path}")
                page.clock.run_for(2000)
                # A screen's slide fades in in real time.
                page.wait_for_timeout(1000)
                page.screenshot(path=ROOT / f"docs/images/{name}.png")
                page.close()
            browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
