"""What documents say is so: their lists are those of the program, their steps work as they are written, their links lead somewhere."""

import datetime
import json
import re
import subprocess
import sys
import xml.etree.ElementTree

import pytest
from serving import FileHandler, documented_server, files_served
from support import GONGSHI, NOW, ROOT, build, digest, done, tiny, tiny_original, write  # noqa: F401

sys.path.insert(0, str(ROOT / "docs"))
import feeds  # noqa: E402
import steps  # noqa: E402
import website  # noqa: E402

DOCUMENTS = [file for file in website.sources() if file.suffix == ".md"]


# Feeds and who reads them


def test_the_feeds_are_those_that_are_published(public):
    text = (ROOT / "docs/feeds.md").read_text(encoding="utf-8")
    assert text == feeds.renewed(text, public), "run `make golden`, then look at the difference"
    named = set(re.findall(r"`/feeds/v1/([a-z-]+)\.json`", text))
    assert named == {file.stem for file in (public / "feeds/v1").glob("*.json")}


def leaves(value, path=""):
    """The path of each value in JSON: `items[].id`."""
    if isinstance(value, dict):
        for key, member in value.items():
            yield from leaves(member, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for one in value:
            yield from leaves(one, path + "[]")
    else:
        yield path


NAMESPACES = {"http://www.w3.org/2005/Atom": "atom:", "http://purl.org/rss/1.0/modules/event/": "ev:", "urn:oasis:names:tc:emergency:cap:1.2": "", "http://www.w3.org/XML/1998/namespace": "xml:"}


def elements(element, own="", above=""):
    """The path of each element and attribute: `rss/channel/item`, `feed/link/@rel`."""

    def name(tag):
        space, _, local = tag.rpartition("}")
        prefix = NAMESPACES[space[1:]] if space else ""
        return ("" if prefix == own else prefix) + local

    path = above + name(element.tag)
    yield path
    yield from (f"{path}/@{name(attribute)}" for attribute in element.attrib)
    for one in element:
        yield from elements(one, own, path + "/")


def told(section):
    """What the tables of a section list, table by table; containers of other rows apart."""
    text = re.search(rf"^### {re.escape(section)}\n(.*?)(?=^### |\Z)", (ROOT / "docs/feeds.md").read_text(encoding="utf-8"), re.M | re.S)[1]
    tables = [re.findall(r"^\| `([^`]+)` \| \S", table, re.M) for table in text.split("| field | |")[1:]]
    return [{row for row in rows if not any(other.startswith((row + ".", row + "[]")) for other in rows)} for rows in tables]


def loaded(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_formats_of_others_are_told_of_as_json(public):
    """Each value that is written is a row of a table, and each row is a value that is written somewhere in the sample."""
    feeds = public / "feeds"
    services = {path for path in leaves(loaded(feeds / "hsds/services.json"))
                if not re.match(r"contents\[\]\.(organization|service_at_locations\[\]\.location)\.", path)}
    # What is within a service is told of where it stands in the other list.
    within = {"contents[].organization", "contents[].service_at_locations[].location"}
    organizations = {path for file in [feeds / "hsds/organizations.json", *(feeds / "hsds/organizations").glob("*.json")] for path in leaves(loaded(file))}
    tables = told("hsds")
    assert within <= tables[0]
    assert [services, organizations] == [tables[0] - within, tables[1]]
    pages = {name: [loaded(file) for file in [feeds / f"openactive/{name}.json", *(feeds / f"openactive/{name}").glob("*.json")]] for name in ("session-series", "scheduled-sessions", "events")}
    written = {name: {path for page in found for path in leaves(page)} for name, found in pages.items()}
    page = {path for paths in written.values() for path in paths if not path.startswith("items[].data.")} - {"items"}
    items = [{path for path in written[name] if path.startswith("items[].data.")} for name in ("session-series", "scheduled-sessions", "events")]
    tables = told("openactive")
    assert page == tables[0]
    for table, found in zip(tables[1:4], items):
        assert found <= table, found - table
    assert set().union(*tables[1:4]) == set().union(*items)
    assert set(leaves(loaded(feeds / "openactive/concepts.json"))) == tables[4]
    assert [set(leaves(loaded(public / "feed.json")))] == told("feed.json")
    for kind in ("xibo", "concerto"):
        assert [{path for name in ("activities", "notices") for path in leaves(loaded(feeds / f"{kind}/{name}.json"))}] == told(kind)


def test_the_formats_of_others_are_told_of_as_xml(public, tiny):  # noqa: F811
    assert [set(elements(xml.etree.ElementTree.parse(public / "atom.xml").getroot(), "atom:"))] == told("atom.xml")
    rss = {path for name in ("activities", "notices") for path in elements(xml.etree.ElementTree.parse(public / f"feeds/rss/{name}.xml").getroot())}
    assert [rss] == told("rss")
    write(tiny, "content/notices/storm.md", "---\ntitle: 大风\nkind: notice\ndate: 2026-11-21\nseverity: severe\ninstruction: 收好杂物。\nexpiresAt: 2026-11-21T18:00\ncontact: 0531-0000-1234\n---\n今天有大风。\n")
    done(build(tiny))
    assert [set(elements(xml.etree.ElementTree.parse(tiny / "public/feeds/cap.xml").getroot()))] == told("cap.xml")


class Tampering(FileHandler):
    """A site on whose way to the reader something is done to feeds: `server.tamper` is told the path and the bytes."""

    def do_GET(self):
        file = self.translate_path(self.path)
        with open(file, "rb") as source:
            body = self.server.tamper(self.path, source.read())
        if body is None:
            return self.send_error(503)
        self.send_response(200)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(body)


class Python:
    def __init__(self, directory):
        self.directory = directory

    def ask(self, base, now):
        """The lines that it prints; None where it says that nothing is known."""
        result = subprocess.run([sys.executable, ROOT / "docs/examples/today.py", base, now], cwd=self.directory, capture_output=True, text=True, encoding="utf-8")
        assert result.returncode == 0 or "nothing that is known to be right" in result.stderr, result.stderr
        return result.stdout.splitlines() if result.returncode == 0 else None


class Script:
    """The same in a page of another site."""

    def __init__(self, page):
        self.page = page
        page.add_script_tag(path=ROOT / "docs/examples/today.js")
        page.evaluate("window.held = null")

    def ask(self, base, now):
        return self.page.evaluate(
            "([base, now]) => today(base, new Date(now), window.held).then((answer) => { window.held = answer.held; return answer.lines; })", [base, now])


@pytest.fixture(params=["today.py", "today.js"])
def consumer(request, tmp_path):
    if request.param == "today.py":
        return Python(tmp_path)
    page = request.getfixturevalue("browser").new_page()
    (tmp_path / "index.html").write_text("<!DOCTYPE html><title>Consumer</title>")
    server = files_served(tmp_path)
    page.goto(server.__enter__().address + "/")
    request.addfinalizer(lambda: (page.close(), server.__exit__(None, None, None)))
    return Script(page)


def todays(public, now):
    """Worked out anew, from the calendar's side: local times."""
    local = datetime.datetime.fromisoformat(now).replace(tzinfo=None).isoformat(" ")
    data = json.loads((public / "feeds/v1/activities.json").read_text(encoding="utf-8"))["data"]
    return [f"{one['startsAtLocal'][11:16]} {one['title']} {one['venueName'] or ''}" for one in data
            if one["startsAtLocal"][:10] == local[:10] and one["endsAtLocal"] > local and one["status"] not in ("cancelled", "postponed")]


def test_the_consumers_say_what_is_on(consumer, public, tmp_path_factory):
    """Behind nginx: today, on a day with something cancelled, late in the evening, and after validUntil."""
    data = json.loads((public / "feeds/v1/activities.json").read_text(encoding="utf-8"))
    cancelled = next(one for one in data["data"] if one["status"] == "cancelled")
    with documented_server("nginx.conf", public, tmp_path_factory.mktemp("nginx")) as (address, _):
        for now in (NOW, NOW[:10] + "T18:30:00+08:00", cancelled["startsAt"][:10] + "T00:10:00+08:00"):
            lines = consumer.ask(address, now)
            assert lines == todays(public, now) and lines
        assert not any(cancelled["title"] in line and cancelled["startsAtLocal"][11:16] in line for line in lines)
        assert consumer.ask(address, data["validUntil"]) is None
        assert consumer.ask(address, NOW) == todays(public, NOW)
    # Cut off, it goes on by what it has, as long as that is right.
    assert consumer.ask(address, NOW) == todays(public, NOW)
    assert consumer.ask(address, data["validUntil"]) is None


def test_the_consumers_take_nothing_else_for_it(consumer, public):
    """Bytes that the index does not promise, an older release, an error."""
    path, before = "/feeds/v1/activities.json", todays(public, NOW)

    def changed(**members):
        feed = {**json.loads((public / path[1:]).read_text(encoding="utf-8")), **members}
        return json.dumps(feed).encode()

    def promised(body):
        """An index that promises these bytes."""
        index = json.loads((public / "feeds/v1/index.json").read_text(encoding="utf-8"))
        for one in index["feeds"]:
            if one["url"].endswith(path):
                one["sha256"] = digest(body)
        return json.dumps(index).encode()

    emptied, older, newer = changed(data=[], generation=9_999_999_999), changed(data=[], generation=1), changed(data=[], generation=9_999_999_999)
    with files_served(public, Tampering) as server:
        server.tamper = lambda path, body: body
        assert consumer.ask(server.address, NOW) == before
        for tamper in (lambda asked, body: emptied if asked == path else body, lambda asked, body: None,
                       lambda asked, body: older if asked == path else promised(older), lambda asked, body: b"<html>" if asked != path else body):
            server.tamper = tamper
            assert consumer.ask(server.address, NOW) == before
        server.tamper = lambda asked, body: newer if asked == path else promised(newer)
        assert consumer.ask(server.address, NOW) == []


def test_the_consumers_are_short_and_need_nothing():
    for name in ("today.py", "today.js"):
        text = (ROOT / "docs/examples" / name).read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 45
        modules = {module.split(".")[0] for line in re.findall(r"^import (.+)$", text, re.M) for module in line.split(", ")}
        assert modules <= sys.stdlib_module_names and "require(" not in text.replace('require("crypto")', "")


# Steps


def test_the_quick_start(tmp_path):
    """Each command as it is written; what the text says of them is what they do."""
    document = ROOT / "docs/quick-start.zh.md"
    text = document.read_text(encoding="utf-8")
    place, taken = steps.follow(document, tmp_path, GONGSHI, NOW)
    said = "\n".join(what for _, what in taken)
    assert len(taken) > 12 and not re.search(r"error|错误", said.replace("没有错误", "")), said
    assert "变更（activity_change）：新增 1" in said
    for quoted in ("已发布到 public", "合唱队排练：每周三 09:00–11:00，自 2026年12月2日 周三 起；活动室"):
        assert quoted in text and quoted in said
    assert "请提前存水" in (place / "public/notices/ting-shui-tong-zhi/index.html").read_text(encoding="utf-8")
    assert "almanac" in (place / "public/feeds/v1/screens/hall.json").read_text(encoding="utf-8")
    # It was taken back at the end.
    assert "合唱队" not in (place / "public/schedule/2026-12-02/index.html").read_text(encoding="utf-8")
    for picture in re.findall(r"!\[[^]]+\]\(([^)]+)\)", text):
        assert (ROOT / "docs" / picture).stat().st_size <= 60_000


def test_what_the_quick_start_quotes_is_said():
    """Messages that its table explains are the program's."""
    text = (ROOT / "docs/quick-start.zh.md").read_text(encoding="utf-8")
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "Sources").rglob("*.swift"))
    for quoted in re.findall(r"^\| ([^|]+?) \| (?!怎么办)", text.partition("## 常见的问题")[2], re.M):
        for part in re.split(r"……|“|”", quoted):
            assert part in ("", "---") or part in sources, quoted


def test_the_theme_of_its_guide(tmp_path):
    """A second theme, by the guide's own text; a slip in it is told with its place."""
    place, taken = steps.follow(ROOT / "docs/own-theme.md", tmp_path, GONGSHI, NOW, "C.UTF-8")
    assert not re.search("error|warning", "\n".join(said for _, said in taken).replace("no errors", ""))
    home = (place / "public/index.html").read_text(encoding="utf-8")
    main = home[home.index("<main") :]
    assert main.index("garden-notices") < main.index("/schedule/\">") and "garden-hours" in home
    assert "#1d6f5f" in next((place / "public/assets").glob("*.css")).read_text(encoding="utf-8")
    assert "#0f4d41" in (place / "public/screens/hall/index.html").read_text(encoding="utf-8")
    template = place / "themes/garden/templates/home.mustache"
    template.write_text(template.read_text(encoding="utf-8").replace("{{name}}", "{{nmae}}"), encoding="utf-8")
    result = subprocess.run([GONGSHI, "check", "--site", place, "--at", NOW], capture_output=True, text=True, encoding="utf-8", env={"LANG": "C.UTF-8"})
    assert result.returncode == 1 and "themes/garden/templates/home.mustache:3:" in result.stderr


def test_every_template_is_told_of():
    """theme-names.md has all of them, by its own test; themes.md says what each is, and each is in the default theme."""
    names = re.findall(r"^\| `([^`]+)` \| \[", (ROOT / "docs/theme-names.md").read_text(encoding="utf-8").partition("### home")[0], re.M)
    text = (ROOT / "docs/themes.md").read_text(encoding="utf-8")
    assert len(names) > 30 and [name for name in names if f"`{name}`" not in text] == []
    assert [name for name in names if not (ROOT / f"themes/default/templates/{name}.mustache").exists()] == []


# Recipes


def mentions(words, least):
    """The Swift sources that have at least so many of some words."""
    found = set()
    for file in (ROOT / "Sources").rglob("*.swift"):
        text = file.read_text(encoding="utf-8")
        if sum(bool(re.search(rf"(?<![A-Za-z]){word}(?![A-Za-z])", text)) for word in words) >= least:
            found.add(file.relative_to(ROOT).as_posix())
    return found


def test_recipes_name_what_there_is():
    text = (ROOT / "docs/recipes.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:Sources|Tests|docs|themes|content)/[^`]+)`", text))
    assert len(named) > 35 and [path for path in named if not (ROOT / path).exists()] == []
    for section in ("page kind", "table", "feed", "slide", "language", "diagnostic"):
        assert f"## Add a {section}\n" in text


def test_recipes_are_whole():
    """A kind of page and a kind of slide stand in the files that the recipe lists, and in no other that has nearly all of them."""
    text = (ROOT / "docs/recipes.md").read_text(encoding="utf-8")

    def listed(name):
        return set(re.search(rf"<!-- {name}: (.+) -->", text)[1].split())

    kinds = mentions(["notice", "brand", "menu", "classroom", "venue", "partner", "team", "council"], 7)
    assert kinds == listed("kinds")
    slides = mentions(["almanac", "roster", "countdown", "videos"], 3)
    # The tables of the same names.
    assert {file for file in slides if not file.startswith("Sources/Activities/")} == listed("slides")
    # A table that readers see as it stands is named nowhere else: the screens' style sheet may set its rows apart.
    assert mentions(["honour", "honours"], 1) == listed("public tables")
    for name, section in (("kinds", "page kind"), ("slides", "slide"), ("public tables", "table")):
        recipe = text.partition(f"## Add a {section}\n")[2].partition("\n## ")[0].partition("<!--")[0]
        assert all(f"`{file}`" in recipe for file in listed(name))
    # A table's own files stand beside those that the recipe names.
    own = {file.relative_to(ROOT / "Sources").parts[:2] for file in (ROOT / "Sources/Activities").rglob("*.swift") if re.search("points_rule|PointsRule", file.read_text(encoding="utf-8"))}
    assert own == {("Activities", part) for part in ("Records", "Schema", "Checks")}


# The documents among themselves


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_links_lead_to_files_and_headings(file):
    """As a reader of the repository follows them."""
    text = file.read_text(encoding="utf-8")
    prose = website.FENCE.sub("", text)
    wrong = []
    for _, target in website.LINK.findall(prose):
        path, _, fragment = target.partition("#")
        if re.match(r"[a-z]+:|/", target):
            continue
        other = (file.parent / path).resolve() if path else file
        if not other.exists():
            wrong.append(target)
        elif fragment and other.suffix == ".md" and fragment not in website.anchors(other.read_text(encoding="utf-8")):
            wrong.append(target)
    assert wrong == []


def test_the_documentation_is_a_site(tmp_path, browser):
    """Built by gongshi itself, without an error or a warning: that looks at links and headings. A page, its links and the search work."""
    website.write(tmp_path)
    for command in website.commands(GONGSHI, tmp_path, NOW):
        if command[1] == "build":
            website.dress(tmp_path)
        result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env={"LANG": "C.UTF-8"})
        assert result.returncode == 0 and result.stderr == "", result.stderr
    page = browser.new_page()
    page.clock.install(time=datetime.datetime.fromisoformat(NOW))
    missing = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 and "favicon" not in response.url else None)
    with files_served(tmp_path / "public") as server:
        page.goto(server.address + "/")
        page.click("main a[href='/web-servers/']")
        assert page.inner_text("h1").startswith("Web servers") and "宝塔面板" in page.inner_text("main")
        page.click("main a[href='/servers-nginx-conf/']")
        assert "frame-ancestors 'self'" in page.inner_text("main pre")
        page.goto(server.address + "/quick-start-zh/")
        # They are loaded when they come near.
        page.evaluate("[...document.images].forEach((one) => { one.loading = 'eager'; })")
        page.wait_for_function("[...document.images].every((one) => one.naturalWidth > 100)")
        page.goto(server.address + "/search/?q=%E5%AE%9D%E5%A1%94%E9%9D%A2%E6%9D%BF")
        page.wait_for_selector("[data-results][data-state=done]")
        assert page.query_selector_all("[data-results] a[href='/web-servers/']")
    page.close()
    assert missing == []
