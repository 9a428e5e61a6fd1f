"""Search against Pagefind's extended build: the same pages, the same queries, each in a fresh browser; see README.md.

    search.py SITE      prints the figures of one built site as JSON
"""

import contextlib
import importlib.metadata
import json
import random
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests/Consumers"))
from search_index import Index  # noqa: E402
from serving import FileHandler, files_served  # noqa: E402

PAGEFIND = Path(importlib.metadata.distribution("pagefind_bin_extended").locate_file("pagefind_bin_extended/pagefind_extended"))
CHROMIUM = "/usr/bin/chromium-headless-shell"
SEED = 20261121
QUERIES = 40
# Each query's time is the median of so many.
TIMES = 3
# How long a reader looks at what they typed, milliseconds; the page asks for the posting lists meanwhile.
PAUSE = 700
# A phone: a quarter of this machine's speed; the network of WebPageTest's “4G”.
CPU_SLOWDOWN = 4
NETWORK = {"offline": False, "latency": 85, "downloadThroughput": 9_000_000 / 8, "uploadThroughput": 9_000_000 / 8}

ASK_PAGEFIND = """async query => {
  const pagefind = await import('/pagefind/pagefind.js')
  await pagefind.init()
  const found = await pagefind.search(query)
  const first = await Promise.all(found.results.slice(0, 10).map(one => one.data()))
  return { count: found.results.length, first: first.map(one => one.meta.title + '\\n' + one.raw_content ?? one.content) }
}"""
# From a key or a button that asks to the answer's state.
WATCH_GONGSHI = """() => {
  const box = document.querySelector('[data-results]'), form = document.querySelector('form[data-search]')
  let start
  form.addEventListener('submit', event => { start = event.timeStamp }, true)
  window.answer = new Promise(done => {
    const watch = new MutationObserver(() => {
      if (!start || !['done', 'failed'].includes(box.getAttribute('data-state'))) return
      watch.disconnect()
      done({ state: box.getAttribute('data-state'), milliseconds: performance.now() - start, urls: [...box.querySelectorAll('a')].map(one => one.getAttribute('href')) })
    })
    watch.observe(box, { attributes: true })
  })
}"""


class NginxLike(FileHandler):
    protocol_version = "HTTP/1.1"
    # As nginx does (tcp_nodelay): without it some answers wait 40 ms for the browser's delayed acknowledgement.
    disable_nagle_algorithm = True


def size(directory):
    return sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())


def texts(public):
    """The notices' texts by address, from the JSON that stands on no page: the search's own store, as its tests read it."""
    return {record.url: record.title + "\n" + record.text for record in Index(public).records}


def queries(texts):
    """Half as people ask, of two to six characters of a text; half of them scrambled, which few texts hold."""
    chance = random.Random(SEED)
    lines = [line for text in texts.values() for line in text.split("\n") if len(line) > 8]
    found = []
    while len(found) < QUERIES:
        line = chance.choice(lines)
        length = chance.choice([2, 3, 4, 5, 6])
        start = chance.randrange(len(line) - length)
        piece = line[start : start + length]
        if not all("\u4e00" <= character <= "\u9fff" for character in piece):
            continue
        found.append("".join(chance.sample(piece, length)) if len(found) % 2 else piece)
    return found


def fresh(browser, address):
    """A page in a browser that has fetched nothing yet, and how many bytes it fetches from now on."""
    page = browser.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.received = []
    page.goto(address)
    page.on("response", lambda response: page.received.append(response))
    return page


def ask(page, query, pause):
    """Types a query, waits a moment and asks; the page's answer."""
    page.evaluate(WATCH_GONGSHI)
    page.focus("input[name=q]")
    page.keyboard.insert_text(query)
    page.wait_for_timeout(pause)
    page.keyboard.press("Enter")
    return page.evaluate("window.answer")


def seconds(browser, address, query, pause, network):
    """How long a phone takes for a query, milliseconds."""
    page = fresh(browser, address + "/search/")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    if network:
        devtools.send("Network.enable")
        devtools.send("Network.emulateNetworkConditions", NETWORK)
    milliseconds = ask(page, query, pause)["milliseconds"]
    page.context.close()
    return milliseconds


def received(page, inside):
    return sum(len(response.body()) for response in page.received if inside in response.url and response.status == 200)


def compare(site, work):
    """Figures of a built site."""
    public = site / "public"
    scan = texts(public)
    asked = queries(scan)
    copy = work / "pagefind-site"
    shutil.copytree(public, copy, ignore=shutil.ignore_patterns("search", "feeds", "screens", "calendar"))
    start = time.perf_counter()
    subprocess.run([PAGEFIND, "--site", copy, "--output-path", copy / "pagefind"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    figures = {"pagefindSeconds": time.perf_counter() - start, "pages": len(list(copy.rglob("*.html")))}
    figures["indexBytes"] = [size(public / "search"), size(copy / "pagefind")]
    (copy / "empty.html").write_text("<!DOCTYPE html><title>.</title>")

    bytes_, false, hits = [], [], []
    times = {(0, False): [], (0, True): [], (PAUSE, True): []}
    with contextlib.ExitStack() as stack:
        ours, theirs = (stack.enter_context(files_served(folder, NginxLike)).address for folder in (public, copy))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for query in asked:
            page = fresh(browser, ours + "/404.html")
            page.goto(ours + "/search/")
            page.wait_for_selector("[data-results][data-state=done]", state="attached")
            answer = ask(page, query, pause=0)
            assert answer["state"] == "done", (query, answer)
            mine = received(page, "/search")
            wrong = sum(query not in scan[url] for url in answer["urls"])
            page.context.close()

            page = fresh(browser, theirs + "/empty.html")
            found = page.evaluate(ASK_PAGEFIND, query)
            bytes_.append((mine, received(page, "/pagefind/")))
            plain = [text.replace(" ", "") for text in found["first"]]
            false.append((wrong, sum(query not in text for text in plain)))
            hits.append((len(answer["urls"]), len(plain)))
            page.context.close()

        for (pause, network), all_ in times.items():
            for query in asked:
                all_.append(statistics.median(seconds(browser, ours, query, pause, network) for _ in range(TIMES)))
        browser.close()
    shutil.rmtree(copy)
    figures["queries"] = len(asked)
    figures["bytesAQuery"] = [statistics.median(one[which] for one in bytes_) for which in (0, 1)]
    figures["mostBytes"] = [max(one[which] for one in bytes_) for which in (0, 1)]
    figures["falseHits"] = [sum(one[which] for one in false) for which in (0, 1)]
    figures["hitsShown"] = [sum(one[which] for one in hits) for which in (0, 1)]
    for (pause, network), all_ in times.items():
        name = "milliseconds" + ("AfterAPause" if pause else "") + ("OnThePhonesNetwork" if network else "")
        figures[name] = {"median": statistics.median(all_), "most": max(all_)}
    return figures


if __name__ == "__main__":
    target = Path(sys.argv[1])
    print(json.dumps(compare(target, target.parent), ensure_ascii=False, indent=1))
