"""How long a resident waits: the first paint of the sample's pages on a phone whose processor is four times slower, over 400 kbit/s, as nginx sends them.

Usage: .venv/bin/python Benchmarks/first_paint.py [PUBLIC]   (asked: home under 1.5 s)
"""

import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Tests/Consumers"))

from first_view import first_view  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from serving import documented_server  # noqa: E402

PAGES = ["/", "/schedule/", "/notices/", "/units/quanxi/", "/venues/yunding-702/", "/lists/ledger/", "/search/"]
ROUNDS = 5


def main():
    public = Path(sys.argv[1] if len(sys.argv) > 1 else "public")
    with tempfile.TemporaryDirectory() as directory, documented_server("nginx.conf", public, Path(directory)) as (address, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        for path in PAGES:
            views = [first_view(browser, address + path, slowdown=4) for _ in range(ROUNDS)]
            paints = sorted(view.paint for view in views)
            print(f"{path:24} {statistics.median(paints):6.0f} ms ({paints[0]:.0f}–{paints[-1]:.0f}), {len(views[0].requests)} requests, {views[0].bytes / 1000:.1f} KB without pictures")


main()
