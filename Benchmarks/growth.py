"""How time, memory, files and bytes of a cold build grow with the site, by pages and by activities; draws Benchmarks/growth.svg.

    .venv-bench/bin/python Benchmarks/growth.py

Each size is built three times (the largest ones once), the median counts; README.md says more. A straight line at 45° is growth in proportion.
"""

import argparse
import datetime
import json
import math
import multiprocessing
import os
import shutil
import statistics
from pathlib import Path

from run import GONGSHI, HERE, RAM_DISK, gongshi, make_site

# Notices beside no activities; activities beside 100 notices, with the units, places and screens that a community of that size has.
PAGES = [100, 1_000, 10_000, 100_000]
ACTIVITIES = [200, 2_000, 20_000, 50_000]
# From this size on a build is measured once.
ONCE = 50_000
LINES = {"pages": ("notices", "#0b5c8a"), "activities": ("activities", "#b3402a")}
PANELS = [("seconds", "time of a cold build, s"), ("mebibytes", "peak memory, MiB"), ("files", "files"), ("megabytes", "size of public/, MB")]


def measure(directory, size, **sizes):
    """One size, from nothing: what a cold build of it takes and leaves."""
    site = make_site(directory / "site", **sizes)
    task = gongshi(site)
    samples = [task.run(directory / "log") for _ in range(1 if size >= ONCE else 4)]
    # The first fills the caches, where there are several.
    samples = samples[1:] or samples
    files = [path.stat().st_size for path in (site / "public").rglob("*") if path.is_file()]
    shutil.rmtree(site)
    return {
        "size": size,
        "seconds": round(statistics.median(sample.seconds for sample in samples), 3),
        "cpuSeconds": round(statistics.median(sample.cpu_seconds for sample in samples), 3),
        "mebibytes": round(statistics.median(sample.mebibytes for sample in samples)),
        "files": len(files),
        "megabytes": round(sum(files) / 1e6, 1),
    }


def measured_apart(*arguments, **sizes):
    """In a process of its own: the system counts what a process holds that starts a build as the build's, and who made 100,000 notices holds much."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, arguments, sizes)


def all_sizes(directory, pages, activities):
    figures = {"pages": [], "activities": []}
    for size in pages:
        figures["pages"].append(measured_apart(directory, size, notices=size))
        print("pages", figures["pages"][-1], flush=True)
    for size in activities:
        figures["activities"].append(measured_apart(
            directory, size, notices=100, activities=size, venues=max(5, size // 100), units=max(6, size // 333), screens=max(1, size // 1000)))
        print("activities", figures["activities"][-1], flush=True)
    return figures


# Drawing: four panels, both axes logarithmic, a grid line a power of ten.

WIDTH, HEIGHT, LEFT, TOP, GAP = 330, 210, 64, 64, 92


def short(value):
    """`10000` as 10k, `0.1` as it is."""
    for power, letter in ((6, "M"), (3, "k")):
        if value >= 10**power:
            return f"{value / 10**power:g}{letter}"
    return f"{value:g}"


def powers(values):
    return range(math.floor(math.log10(min(values))), math.ceil(math.log10(max(values))) + 1)


def panel(number, name, title, figures):
    x0, y0 = LEFT + number % 2 * (WIDTH + GAP), TOP + number // 2 * (HEIGHT + GAP)
    points = [point for line in figures.values() for point in line]
    across, up = powers([point["size"] for point in points]), powers([point[name] for point in points])

    def x(value):
        return x0 + (math.log10(value) - across[0]) / (across[-1] - across[0]) * WIDTH

    def y(value):
        return y0 + HEIGHT - (math.log10(value) - up[0]) / max(1, up[-1] - up[0]) * HEIGHT

    yield f'<text class="title" x="{x0}" y="{y0 - 12}">{title}</text>'
    for power in across:
        yield f'<path class="grid" d="M{x(10**power):.1f} {y0}v{HEIGHT}"/><text class="tick" text-anchor="middle" x="{x(10**power):.1f}" y="{y0 + HEIGHT + 16}">{short(10**power)}</text>'
    for power in up:
        yield f'<path class="grid" d="M{x0} {y(10.0**power):.1f}h{WIDTH}"/><text class="tick" text-anchor="end" x="{x0 - 6}" y="{y(10.0**power) + 4:.1f}">{short(10.0**power)}</text>'
    for line, (_, colour) in LINES.items():
        places = [(x(point["size"]), y(point[name]), point[name]) for point in figures[line]]
        yield f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(f"{a:.1f},{b:.1f}" for a, b, _ in places)}"/>'
        for a, b, value in places:
            yield f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3.5" fill="{colour}"><title>{value:,}</title></circle>'


def drawing(figures, about):
    width, height = LEFT + 2 * WIDTH + GAP + 24, TOP + 2 * HEIGHT + GAP + 64
    body = [part for number, (name, title) in enumerate(PANELS) for part in panel(number, name, title, figures)]
    legend = "".join(
        f'<circle cx="{LEFT + 4 + n * 130}" cy="22" r="5" fill="{colour}"/><text class="tick" x="{LEFT + 16 + n * 130}" y="26">{label}</text>'
        for n, (label, colour) in enumerate(LINES.values()))
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="t">
<title id="t">How a cold build grows with its notices and its activities</title>
<style>text{{font:13px sans-serif;fill:#222}}.title{{font-weight:bold}}.tick{{font-size:12px;fill:#444}}.grid{{stroke:#ddd;fill:none}}</style>
<rect width="{width}" height="{height}" fill="#fff"/>
{legend}
{chr(10).join(body)}
<text class="tick" x="{LEFT}" y="{height - 14}">{about}</text>
</svg>
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--largest", type=int, default=100_000, help="leave out larger sizes")
    parser.add_argument("--redraw", action="store_true", help="draw the figures of the last run anew, measure nothing")
    options = parser.parse_args()
    kept = HERE / "growth.json"
    if options.redraw:
        result = json.loads(kept.read_text(encoding="utf-8"))
    else:
        directory = RAM_DISK / f"gongshi-growth-{os.getpid()}"
        directory.mkdir()
        try:
            shutil.copy(GONGSHI, directory / "gongshi")
            figures = all_sizes(directory, [n for n in PAGES if n <= options.largest], [n for n in ACTIVITIES if n <= options.largest])
        finally:
            shutil.rmtree(directory, ignore_errors=True)
        result = {"made": str(datetime.date.today()), "cores": len(os.sched_getaffinity(0)), "load": round(os.getloadavg()[0], 1), **figures}
        kept.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    about = f"made {result['made']} on {result['cores']} cores, load average {result['load']} at the end; both axes by powers of ten"
    Path(HERE / "growth.svg").write_text(drawing({line: result[line] for line in LINES}, about), encoding="utf-8")


if __name__ == "__main__":
    main()
