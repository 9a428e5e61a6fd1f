"""The scripts and styles that browsers are given, as files of the repository; and pages that hold some of the modules alone.

    def test_it(modules):
        page = modules("player/text", before="var fake = 1;", body="<p>…</p>")
        page.ask("write(document.body, '一')")
        page.ask("function (a, b) { return joined(a, b) }", "x", "y")

What is asked sees all names within the modules. `before` stands for the modules that are left out.
"""

import re
from types import SimpleNamespace

import pytest
from serving import files_served
from support import NOW, ROOT

FOLDERS = {"player": ROOT / "Sources/Screens/Player", "search": ROOT / "Sources/Search/Client", "finder": ROOT / "Sources/Finder/Client"}
ALONE = {"closure": ROOT / "Sources/CBrowserFiles/closure.js", "worker": FOLDERS["player"] / "worker.js"}
STYLE = FOLDERS["player"] / "screen.css"
# What stands in a screen's page, in this order.
STYLES = (STYLE, FOLDERS["player"] / "faces.css")
LIST = ROOT / "Sources/CBrowserFiles/CBrowserFiles.c"


def joined(name):
    """The modules of a script, in the order in which they are joined."""
    block = re.search(rf"\b{name}\[\] = \{{\n(.*?)\n\}};", LIST.read_text(encoding="utf-8"), re.S)[1]
    return [(LIST.parent / path).resolve() for path in re.findall(r'#embed "(.+?)"', block)]


def scripts():
    """Every script."""
    return list(dict.fromkeys([*joined("player"), *joined("search"), *joined("finder"), *joined("address_rules"), *ALONE.values()]))


PAGE = """<!DOCTYPE html>
<html%s><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body>%s</body></html>
"""
# The modules in a closure, as they are published; `inside` sees what is in it.
CLOSED = """window.inside = (function () {
"use strict";
%s
return function (source) { return eval(source); };
}());"""


@pytest.fixture
def modules(engine, tmp_path):
    """Opens a page that holds the named modules and nothing else, in each engine."""
    served = tmp_path / "modules"
    served.mkdir()

    def modules(*names, before="", attributes="", body="", at=NOW, width=1280, height=720):
        (served / "index.html").write_text(PAGE % (attributes, body), encoding="utf-8")
        page = engine.open(server.address + "/", width, height, at=at)
        sources = [before] + [(FOLDERS[folder] / f"{name}.js").read_text(encoding="utf-8") for folder, name in (one.split("/") for one in names)]
        page.evaluate("function (source) { (0, eval)(source); }", CLOSED % "\n".join(sources))

        def ask(source, *values):
            return page.evaluate("function (source, values) { var it = inside('(' + source + ')'); return typeof it === 'function' ? it.apply(null, values) : it; }",
                source, list(values))

        return SimpleNamespace(ask=ask, page=page, clock=page.clock)

    with files_served(served) as server:
        yield modules
