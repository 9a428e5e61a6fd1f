"""The files that browsers are given: each is a script or a sheet by itself, for Chromium 38; what is published is made of them, and of nothing else."""

import re

import esprima
import pytest
from baseline import Script, check_style
from browser_files import ALONE, FOLDERS, STYLES, joined, scripts
from support import ROOT

# Where there is a service worker at all, there are these.
WORKERS = {"Promise", "Response", "URL", "caches", "clients", "fetch", "skipWaiting"}


# What the program puts before a script's modules: the site's own words, as data.
GIVEN = {"player": set(), "search": {"WORDS"}, "finder": {"WORDS"}, "address_rules": set(), "preview": set()}
# The preview is for whoever writes a site, in a browser of these years; its syntax is that of the others.
OF_THESE_YEARS = {"Promise"}


def short(path):
    return str(path.relative_to(ROOT))


def named(source):
    """The names of other modules that a module says it uses, as linters read it."""
    return {name for line in re.findall(r"^/\* global (.*?) \*/$", source, re.M) for name in line.split(", ")}


@pytest.mark.parametrize("path", scripts(), ids=short)
def test_each_script_is_one_by_itself(path):
    source = path.read_text(encoding="utf-8")
    own = WORKERS if path == ALONE["worker"] else named(source)
    assert [f"{short(path)}:{problem.line}: {problem.rule}: {problem.message}" for problem in Script(source, own=own).check().problems] == []
    assert source.endswith("\n") and "\t" not in source and not re.search(r" \n", source)


def test_a_mistake_is_named_by_file_and_line(tmp_path):
    """What the test above says of a module that was written for today's engines."""
    (tmp_path / "module.js").write_text("/* global element */\nelement('p');\nvar a = () => 1;\n")
    source = (tmp_path / "module.js").read_text()
    assert [(problem.line, problem.rule) for problem in Script(source, own=named(source)).check().problems] == [(3, "arrow function")]


@pytest.mark.parametrize("name", ["player", "search", "finder", "address_rules", "preview"])
def test_modules_say_what_they_use_of_others(name):
    """And of no other script's: neither more nor less than they use, and each name is declared in one place."""
    sources = {path: path.read_text(encoding="utf-8") for path in joined(name)}
    declared = {path: Script(source).check().own - {"gongshi"} for path, source in sources.items()}
    assert sum(map(len, declared.values())) == len(set().union(*declared.values()))
    for path, source in sources.items():
        problems = Script(source).check().problems
        used = {problem.message.split(" ", 1)[0] for problem in problems if problem.rule == "global"} - (OF_THESE_YEARS if name == "preview" else set())
        others = set().union(*(names for other, names in declared.items() if other != path))
        assert named(source) == used, short(path)
        assert named(source) <= others | GIVEN[name], short(path)


def test_every_file_is_joined_or_stands_alone():
    there = {path for folder in FOLDERS.values() for path in folder.iterdir()} | {ALONE["closure"]}
    assert there == {*scripts(), *STYLES}


@pytest.mark.parametrize("path", STYLES, ids=short)
def test_the_sheets_are_of_the_baseline(path):
    problems = check_style(path.read_text(encoding="utf-8"))
    assert [f"{short(path)}:{problem.line}: {problem.rule}: {problem.message}" for problem in problems] == []


# What is published


def tokens(source):
    return [(token.type, token.value) for token in esprima.parseScript(source, tokens=True).tokens]


def enclosed(name):
    modules = "".join(path.read_text(encoding="utf-8") for path in joined(name))
    return ALONE["closure"].read_text(encoding="utf-8").replace("/* modules */", modules)


def test_what_is_published_is_the_files(public):
    """Word for word, without their comments; each script one statement, which leaves one name at most on window."""
    page = (public / "screens/quanxi-lobby/index.html").read_text(encoding="utf-8")
    player, = re.findall(r"<script>\n(.*?)</script>", page, re.S)
    sheet = re.search(r"<style>\n(.*?)</style>", page, re.S)[1]
    search, = (path.read_text(encoding="utf-8") for path in public.glob("assets/search-*.js"))
    finder, = (path.read_text(encoding="utf-8") for path in public.glob("assets/finder.*.js"))
    rules, = (path.read_text(encoding="utf-8") for path in public.glob("assets/address-rules-*.js"))
    search, finder = (re.sub(r"^var WORDS = .*;\n", "", script, count=1, flags=re.M) for script in (search, finder))
    for script, name, on_window in ((player, "player", {"gongshi"}), (search, "search", set()), (finder, "finder", set()), (rules, "address_rules", set())):
        assert tokens(script) == tokens(enclosed(name))
        assert len(esprima.parseScript(script).body) == 1
        assert set(re.findall(r"\bwindow\.(\w+) = ", script)) == on_window
    assert tokens((public / "screens/worker.js").read_text(encoding="utf-8")) == tokens(ALONE["worker"].read_text(encoding="utf-8"))
    written = re.sub(r"/\*.*?\*/", "", "".join(path.read_text(encoding="utf-8") for path in STYLES), flags=re.S)
    assert sheet.split() == written.split()
    for published in (player, search, finder, rules, sheet):
        assert not re.search(r"^\s|/\*", published, re.M)


# What scripts and styles of browsers have and Swift has not.
CODE = re.compile(r"\bfunction ?\w*\([\w, ]*\) ?\{|\bdocument\.(write|get|query|create|body)|\bwindow\.[a-z]+ = |addEventListener|\{ ?[a-z-]+: ?[^,(){}]+;")


def test_no_script_or_style_in_swift():
    wrong = [
        f"{short(path)}:{number}: {line.strip()}"
        for path in sorted(ROOT.glob("Sources/**/*.swift"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if CODE.search(line) and not line.lstrip().startswith("//")]
    assert wrong == []


@pytest.mark.parametrize("line", [
    '  out.append("(function () {")', "    function seam(text) {", '"a { position: absolute; top: 0 }"', '"<p onclick=\\"document.write(1)\\">"',
])
def test_code_in_swift_is_found(line):
    assert CODE.search(line)
