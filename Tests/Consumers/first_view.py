"""A page's first view on a cheap phone over a slow line."""

import datetime
from dataclasses import dataclass, field

from support import NOW

# Bytes a second, and milliseconds: a line of 400 kbit/s.
LINE = {"offline": False, "latency": 150, "downloadThroughput": 50_000, "uploadThroughput": 50_000}

WATCH = """
window.shifts = []
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (entry.name === 'first-contentful-paint') window.painted = entry.startTime
}).observe({type: 'paint', buffered: true})
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) {
    shifts.push(entry.value.toFixed(4) + ' ' + entry.sources.map(source => source.node && (source.node.outerHTML || source.node.data || '').slice(0, 80)).join(' | '))
  }
}).observe({type: 'layout-shift', buffered: true})
"""


@dataclass
class FirstView:
    requests: list = field(default_factory=list)
    pictures: list = field(default_factory=list)
    # Of all but pictures, as they came over the line.
    bytes: int = 0
    shifts: list = field(default_factory=list)
    # Milliseconds until something is seen (First Contentful Paint).
    paint: float = 0


def first_view(browser, url, slowdown=1):
    """`slowdown`: how much slower the processor is."""
    view, kinds, sizes = FirstView(), {}, {}
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2, is_mobile=True, has_touch=True)
    try:
        page = context.new_page()
        page.clock.install(time=datetime.datetime.fromisoformat(NOW))
        session = context.new_cdp_session(page)
        session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: (event["type"], event["response"]["url"])}))
        session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.add_init_script(WATCH)
        page.goto(url, wait_until="networkidle")
        view.paint = page.evaluate("painted")
        view.shifts = page.evaluate("shifts")
    finally:
        context.close()
    for request, (kind, address) in kinds.items():
        if kind == "Image":
            view.pictures.append(address)
        else:
            view.requests.append(address)
            view.bytes += sizes.get(request, 0)
    return view
