"""docs/systems.md says where each of the fourteen systems stands; the sample, its feeds and its screens have it all there."""

import json
import re

import pytest
import yaml
from support import ROOT

COLUMNS = ("name", "title", "written", "checked", "page", "feed", "slide", "figures", "tests")


def systems():
    lines = (ROOT / "docs/systems.md").read_text(encoding="utf-8").splitlines()
    cells = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines if re.match(r"\| S\d+ \|", line))
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells]


SYSTEMS = systems()
each_system = pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system["name"])


def test_all_fourteen_are_there_with_every_cell():
    assert [system["name"] for system in SYSTEMS] == [f"S{number}" for number in range(1, 15)]
    assert [(system["name"], column) for system in SYSTEMS for column in COLUMNS if not system[column]] == []


@pytest.fixture(scope="session")
def sources():
    return "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "Sources").rglob("*.swift"))


@each_system
def test_its_checks_are_in_the_program(system, sources):
    named = re.findall(r"`([^`]+)`", system["checked"])
    assert named
    for name in named:
        if name.startswith("gongshi "):
            assert all(f'commandName: "{word}"' in sources for word in name.split()[1:]), name
        else:
            assert re.search(rf"\b(?:struct|enum|class|func) {name}\b", sources), name


@each_system
def test_its_pages_say_something_of_their_own(system, public):
    paths = re.findall(r"/[a-z0-9/-]+/", system["page"])
    assert paths
    for path in paths:
        html = (public / path.strip("/") / "index.html").read_text(encoding="utf-8")
        main = re.search(r"<main\b.*</main>", html, re.DOTALL)[0]
        assert len(re.sub(r"<[^>]*>|\s+", "", main)) > 200, path


@each_system
def test_its_feeds_have_records_and_a_schema(system, public):
    names = re.findall(r"`([a-z-]+)`", system["feed"])
    assert names
    announced = json.dumps(json.loads((public / "feeds/v1/index.json").read_text(encoding="utf-8"))["feeds"])
    for name in names:
        feed = json.loads((public / f"feeds/v1/{name}.json").read_text(encoding="utf-8"))
        assert feed["data"], name
        assert f"/feeds/v1/{name}.json" in announced, name
        assert (public / f"feeds/v1/schema/{feed['$schema'].rsplit('/', 1)[1]}").is_file(), name


def layouts_of_lists():
    """How the sample's pages lay out each list."""
    found = {}
    for file in (ROOT / "content").rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        front = yaml.safe_load(text.split("---")[1]) if text.startswith("---") else {}
        lists = front.get("list", [])
        for one in lists if isinstance(lists, list) else [lists]:
            found.setdefault(one, set()).add("council" if front["kind"] == "council" else front.get("layout", front["kind"]))
    return found


@pytest.fixture(scope="session")
def slides():
    """The kinds of slides, and the layouts of lists on them, that the sample's screens show."""
    layouts, kinds, listed = layouts_of_lists(), set(), set()
    for file in (ROOT / "content/screens").glob("*.yaml"):
        screen = yaml.safe_load(file.read_text(encoding="utf-8"))
        playlists = [screen["playlist"], screen.get("evergreen", []), *(part["playlist"] for part in screen.get("dayparts", []))]
        for slide in (slide for playlist in playlists for slide in playlist):
            kinds.add(slide["slide"])
            if slide["slide"] == "list":
                listed |= {slide["layout"]} if "layout" in slide else layouts[slide["list"]]
    return kinds, listed


@each_system
def test_its_slides_are_on_a_screen(system, slides):
    kinds, listed = slides
    named = re.findall(r"`([a-z]+)`(?: \(([a-z]+)\))?", system["slide"])
    assert named
    for kind, layout in named:
        assert kind in kinds, kind
        assert not layout or layout in listed, (kind, layout)


def test_every_kind_of_slide_is_on_a_screen(slides):
    """As docs/screens.md lists them, which another test holds to the program."""
    text = (ROOT / "docs/screens.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([a-z]+)` \| [^|`]+ \| `", text.split("| `slide` | | its keys | |")[1], re.MULTILINE))
    assert {"today", "videos", "finder"} <= documented
    assert documented - slides[0] == set()


def test_every_kind_of_page_is_in_the_sample():
    text = (ROOT / "docs/pages.md").read_text(encoding="utf-8")
    documented = re.search(r"^\| `kind` \| 类型 \| (.*?);", text, re.MULTILINE)[1]
    written = {re.search(r"^kind: *(\S+)", file.read_text(encoding="utf-8"), re.MULTILINE)[1] for file in (ROOT / "content").rglob("*.md")}
    assert set(re.findall(r"`(\w+)`", documented)) - written == set()


@each_system
def test_its_tests_are_there(system):
    named = re.findall(r"\btest_[a-z_]+\b", system["tests"])
    assert named
    for name in named:
        assert (ROOT / f"Tests/Consumers/{name}.py").is_file(), name
