"""A theme's own sheet for screens: `themes/<name>/static/screen.css`."""

import re
import zipfile

import pytest
from baseline import check_page
from old_engine import milliseconds
from support import NOW, build, check, done, problems, tiny, tiny_original, write  # noqa: F401

SHEET = "themes/default/static/screen.css"
# Colours of its own, larger names, and a picture within it.
STYLE = """\
/* 本街道的蓝 */
#band, #sole { background: #123456; }
.row .name { color: #00ff00; font-size: 1em; }
.portrait #head h1 { color: #ff00ff; }
.panel { background: #fff url(data:image/gif;base64,R0lGODlhAQABAAAAACw=) }
"""
SCREEN = """\
id: {id}
title: 门厅屏
orientation: {id}
size: {size}
units: [yard]
playlist:
  - {{slide: week, seconds: 10}}
evergreen:
  - {{slide: text, title: 常备, seconds: 10, text: 常备电话}}
"""
SIZES = {"landscape": (1280, 720), "portrait": (720, 1280)}
LOOK = """function () {
  function of(selector, name) { var node = document.querySelector(selector); return node && window.getComputedStyle(node)[name]; }
  return {
    band: of('#band', 'backgroundColor'), sole: of('#sole', 'backgroundColor'), title: of('#title', 'color'), name: of('.layer.shown .row .name', 'color'),
    size: parseFloat(of('.layer.shown .row .name', 'fontSize')) / parseFloat(of('.layer.shown .area', 'fontSize')), state: gongshi.at(gongshi.status().now).state
  };
}"""
OURS, THEIRS, GREEN = "rgb(23, 80, 106)", "rgb(18, 52, 86)", "rgb(0, 255, 0)"


@pytest.fixture
def screened(tiny):  # noqa: F811
    for name, size in SIZES.items():
        write(tiny, f"content/screens/{name}.yaml", SCREEN.format(id=name, size="x".join(map(str, size))))
    return tiny


def pages(site):
    return {name: (site / f"public/screens/{name}/index.html").read_text(encoding="utf-8") for name in SIZES}


def open_package(engine, site, directory, name, at=NOW):
    with zipfile.ZipFile(site / f"public/feeds/xibo/{name}.htz") as package:
        package.extractall(directory / name)
    return engine.open((directory / name / "index.html").as_uri(), *SIZES[name], at=at)


@pytest.mark.parametrize("name", SIZES)
def test_it_changes_a_screen_from_a_stick(screened, tmp_path, engine, name):
    """From file://, without a network; also when the feed has run out. Nothing is loaded."""
    done(build(screened))
    plain = open_package(engine, screened, tmp_path / "plain", name).evaluate(LOOK)
    assert (plain["sole"], plain["state"]) == (OURS, "timeline") and plain["name"] != GREEN
    write(screened, SHEET, STYLE)
    assert problems(done(build(screened)).stderr) == []
    page = open_package(engine, screened, tmp_path / "themed", name)
    themed = page.evaluate(LOOK)
    assert (themed["band"], themed["sole"], themed["name"]) == (THEIRS, THEIRS, GREEN)
    assert themed["size"] == pytest.approx(1, abs=0.01) != plain["size"]
    assert themed["title"] == ("rgb(255, 0, 255)" if name == "portrait" else plain["title"])
    page.clock.set(milliseconds(NOW) + 60 * 86_400_000)
    page.clock.advance(1000)
    late = page.evaluate(LOOK)
    assert (late["band"], late["state"]) == (THEIRS, "evergreen")
    assert [text for text in page.problems if "net::ERR_" not in text and "Failed to load resource" not in text] == []


def test_it_stands_in_the_page_and_nowhere_else(screened):
    done(build(screened))
    before = pages(screened)
    write(screened, SHEET, "\ufeff" + STYLE.rstrip("\n"))
    done(build(screened))
    for name, page in pages(screened).items():
        ours, theirs = re.findall(r"<style>\n(.*?)</style>", page, re.S)
        assert theirs == STYLE and ours in before[name]
        assert check_page(page) == []
        # Boxes that play the old one take the new one over.
        version = r'data-player="(\w+)"'
        assert re.search(version, page)[1] != re.search(version, before[name])[1]
        assert re.search(version, page)[1] in (screened / f"public/feeds/v1/screens/{name}.json").read_text(encoding="utf-8")
    assert list((screened / "public/assets").glob("screen*")) == []
    assert list((screened / "public/assets").glob("style.*.css"))


@pytest.mark.parametrize(("style", "found"), [
    ("#band { top: 0 }\n/* </style><script>alert(1)</script> */", "2:4: error[screen-style.end]"),
    ("@import 'more.css';", "1:1: error[screen-style.import]"),
    ("#band {\n  background: url(https://a.example/b.png)\n}", "2:15: error[screen-style.address]"),
    ("#band { background: url('/images/gate.png') }", "1:25: error[screen-style.address]"),
    ("#band { color: \x07 }", "1:16: error[file.control-character]"),
])
def test_what_may_not_be_in_it_is_an_error(screened, style, found):
    done(build(screened))
    before = pages(screened)
    write(screened, SHEET, style)
    result = build(screened)
    assert result.returncode == 1 and problems(result.stderr) == [f"{SHEET}:{found}"]
    assert pages(screened) == before


def test_what_the_oldest_boxes_pass_over_is_told_of(screened):
    """With file and line; the site is published. What stands within @supports is guarded."""
    write(screened, SHEET, ":root { --red: #a00 }\n.area {\n  display: grid;\n}\n@supports (display: grid) {\n  .area { gap: 1rem }\n}\n")
    result = done(build(screened))
    assert problems(result.stderr) == [f"{SHEET}:1:9: warning[screen-style.too-new]", f"{SHEET}:3:12: warning[screen-style.too-new]"]
    assert "Chromium 49" in result.stderr and "Chromium 57" in result.stderr
    assert "--red" in pages(screened)["landscape"]
    assert problems(done(check(screened)).stderr) == problems(result.stderr)
