"""From a save to the page that shows it, in Chromium: `gongshi serve` on sites of 1,000 and of 10,000 notices.

    .venv/bin/python Benchmarks/serve.py [--saves 21] [--notices 1000 10000]

A notice is written in place; its page is open in the browser, far down. The time runs from before the file is opened for writing until the second
frame after the new text is in the document. Prints a line a site: median, least and most of all saves, and where the program's part of it went.
"""

import argparse
import contextlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import sites  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
GONGSHI = str(ROOT / os.environ.get("GONGSHI", ".build/release/gongshi"))
NOW = f"{sites.TODAY}T09:00:00+08:00"
# When the reader sees it: two frames after the document is there.
SEEN = """const clock = () => performance.timeOrigin + performance.now();
window.begun = clock();
addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => requestAnimationFrame(() => { window.seen = clock(); })));"""
TICK = os.sysconf("SC_CLK_TCK")


@contextlib.contextmanager
def served(site):
    log = open(site / ".serve.log", "w+")
    process = subprocess.Popen([GONGSHI, "serve", "--site", str(site), "--port", "0", "--at", NOW, "--verbose"], stdout=subprocess.PIPE, stderr=log, text=True)
    try:
        yield re.search(r"http://[\d.]+:\d+", process.stdout.readline())[0], log, process.pid
    finally:
        process.kill()
        process.wait()


def measure(notices, saves, browser):
    directory = Path(tempfile.mkdtemp(prefix="gongshi-serve-", dir="/dev/shm"))
    try:
        site = directory / "site"
        site.mkdir()
        sites.make(site, notices)
        subprocess.run([GONGSHI, "activities", "init", "--site", site], check=True, capture_output=True)
        subprocess.run([GONGSHI, "activities", "import", "--at", NOW, "--site", site, site / "data", "--apply"], check=True, capture_output=True)
        file = site / "content/notices" / f"{sites.slug(notices // 2)}.md"
        text = file.read_text(encoding="utf-8")
        with served(site) as (address, log, number_of_process):
            context = browser.new_context(viewport={"width": 1280, "height": 800})
            page = context.new_page()
            page.add_init_script(SEEN)
            page.goto(f"{address}/notices/{sites.slug(notices // 2)}/")
            page.wait_for_function("window.seen")
            times, begun = [], []

            def processor():
                fields = Path(f"/proc/{number_of_process}/stat").read_text().rsplit(")", 1)[1].split()
                return (int(fields[11]) + int(fields[12])) / TICK * 1000

            used = processor()
            for number in range(saves + 1):
                page.evaluate("window.scrollTo(0, 400)")
                time.sleep(0.3)
                mark = f"第{number}次保存"
                start = time.time() * 1000
                file.write_text(text + "\n" + mark + "\n", encoding="utf-8")
                page.wait_for_function("mark => window.seen && document.body.innerText.includes(mark)", arg=mark)
                seen = page.evaluate("[window.seen, window.begun, window.pageYOffset]")
                assert seen[2] > 300, "the place was lost"
                times.append(seen[0] - start)
                begun.append(seen[1] - start)
            used = (processor() - used) / len(times)
            times, begun = times[1:], begun[1:]
            log.flush()
            stages = re.findall(r"read after a change: (.*)", Path(log.name).read_text())
            print(f"{notices:,} notices: {statistics.median(times):.0f} ms (least {min(times):.0f}, most {max(times):.0f}) from save to shown; "
                  f"{statistics.median(begun):.0f} ms until the browser has the new page; the program: {used:.0f} ms of processor a save, {stages[len(stages) // 2]}", flush=True)
            context.close()
    finally:
        shutil.rmtree(directory)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--saves", type=int, default=21)
    parser.add_argument("--notices", type=int, nargs="*", default=[1000, 10000])
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        for notices in options.notices:
            measure(notices, options.saves, browser)
        browser.close()
