"""The tests themselves: none depends on the day, the machine or the order in which they run."""

import ast
import re
import time

import pytest
from support import ROOT

PYTHON = sorted([*ROOT.glob("Tests/**/*.py"), *ROOT.glob("Benchmarks/*.py")])
SWIFT = sorted(ROOT.glob("Tests/**/*.swift"))
CLOCKS = {
    "datetime.datetime.now", "datetime.datetime.today", "datetime.datetime.utcnow", "datetime.date.today", "time.time", "time.time_ns", "time.ctime",
}
# With what they are given, these say nothing of today.
CLOCKS_WITHOUT = {"time.localtime": 1, "time.gmtime": 1, "time.strftime": 2, "email.utils.formatdate": 1, "email.utils.localtime": 1}
# A measurement says of which day it is.
ALLOWED = {("Benchmarks/growth.py", "datetime.date.today reads the clock"), ("Benchmarks/run.py", "datetime.date.today reads the clock"), ("Benchmarks/serve.py", "time.time reads the clock")}
SERVERS = re.compile(r"(HTTPServer|TCPServer)$")


def name_of(node):
    """`a.b.c` as it is written, or nothing."""
    if isinstance(node, ast.Attribute):
        before = name_of(node.value)
        return before and f"{before}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else None


def findings(text):
    """(line, what) of each place that reads the clock, or starts a web server other than serving.py's."""
    for node in ast.walk(ast.parse(text)):
        name = name_of(node.func) if isinstance(node, ast.Call) else None
        if name in CLOCKS or name in CLOCKS_WITHOUT and len(node.args) < CLOCKS_WITHOUT[name]:
            yield node.lineno, f"{name} reads the clock"
        elif name and SERVERS.search(name):
            yield node.lineno, f"{name} says today's date: serving.py has servers"
        elif isinstance(node, ast.Assert) and re.search(r"monotonic\(|perf_counter\(|process_time\(", ast.unparse(node.test)):
            yield node.lineno, "a test asserts seconds: growth.py"


def test_no_test_reads_the_clock():
    assert len(PYTHON) > 50
    wrong = [
        f"{file.relative_to(ROOT)}:{line}: {what}" for file in PYTHON for line, what in findings(file.read_text(encoding="utf-8"))
        if (str(file.relative_to(ROOT)), what) not in ALLOWED]
    assert wrong == []


@pytest.mark.parametrize("text", [
    "datetime.datetime.now(zone)", "datetime.date.today()", "time.time()", "time.gmtime()", "time.strftime('%Y')", "email.utils.formatdate(usegmt=True)",
    "http.server.ThreadingHTTPServer(address, handler)", "socketserver.TCPServer(a, b)", "assert time.monotonic() - started < 10",
])
def test_what_reads_the_clock_is_found(text):
    assert len(list(findings(text))) == 1


def test_browsers_have_the_tests_clock():
    """`engine.open` insists on a time; where a test opens a context of its own, it sets that context's clock."""
    opening = [file for file in PYTHON if ".new_context(" in file.read_text(encoding="utf-8") and file.parent.name == "Consumers"]
    opening = [file for file in opening if file.name not in ("old_engine.py", "test_suite.py")]
    assert len(opening) > 3
    assert [file.name for file in opening if not re.search(r"clock\.install\(|FAKE_CLOCK", file.read_text(encoding="utf-8"))] == []


def test_no_swift_test_reads_the_clock():
    """Nor counts seconds; the fuzzer's watchman alone does."""
    assert len(SWIFT) > 90
    clock = re.compile(r"\bDate\(\)|\bDate\.now\b|\b(Continuous|Suspending)Clock\b|\.measure\s*\{|CFAbsoluteTime")
    wrong = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in SWIFT if "Fuzz" not in file.parts
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if clock.search(line)]
    assert wrong == []


def test_fonts_are_the_same_everywhere(open_page):
    """However many are installed, pages are set in fonts-noto-cjk's."""
    page = open_page("/")
    devtools = page.context.new_cdp_session(page)
    devtools.send("DOM.enable")
    devtools.send("CSS.enable")
    # Long before the devtools hear of it on a busy machine: a page's fonts are known when it is laid out.
    page.evaluate("""document.body.innerHTML = '<p>公示 Gongshi</p><p>公示 Gongshi</p>';
        ['sans-serif', 'DejaVu Sans, serif'].forEach((family, index) => { document.querySelectorAll('p')[index].style.fontFamily = family; });
        document.body.offsetHeight""")
    used, deadline = set(), time.monotonic() + 20
    while len(used) < 2 and time.monotonic() < deadline:
        root = devtools.send("DOM.getDocument")["root"]["nodeId"]
        for node in devtools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "p"})["nodeIds"]:
            used |= {font["familyName"] for font in devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]}
    assert used == {"Noto Sans CJK SC", "Noto Serif CJK SC"}
