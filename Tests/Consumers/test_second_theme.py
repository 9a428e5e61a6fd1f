"""The theme `bulletin`, which was made from the theme's guide and the names that templates are offered, with the default theme unseen: all that readers
rely on holds in it too, so it is the data and the guide that carry it, not the default theme's templates."""

import datetime
import gzip
import re
import shutil

import pytest
from accessibility import violations
from serving import files_served
from support import NOW, ROOT, build, check, done, edit
from test_browser import PAGES, sideways
from test_html import nu_validator
from test_links import links_of
from test_typography import LINES, broken

START = datetime.datetime.fromisoformat(NOW)
THEME = ROOT / "themes/bulletin"
KINDS = PAGES | {
    "page": "/about/", "partner": "/partners/minghe-law/", "team": "/teams/taichi/", "class": "/classroom/theory/", "exchange": "/lists/points/",
    "units": "/units/", "cancelled": "/activities/quanxi-outdoor-fair-november/", "expired": "/notices/bookshop-partner-public/",
}


@pytest.fixture(scope="module")
def bulletin(site, tmp_path_factory):
    """The sample community in this theme."""
    directory = tmp_path_factory.mktemp("bulletin")
    shutil.copytree(site / "content", directory / "content")
    shutil.copytree(THEME, directory / "themes/bulletin")
    edit(directory, "content/site.yaml", "theme: default", "theme: bulletin")
    done(build(directory))
    return directory


@pytest.fixture(scope="module")
def server(bulletin):
    """Where it is served: `open_page` opens its pages."""
    with files_served(bulletin / "public") as server:
        yield server.address


def at(**later):
    return START + datetime.timedelta(**later)


def shown(page, selector):
    return page.locator(selector).evaluate_all(
        "nodes => nodes.filter(n => n.offsetParent).map(n => ({text: n.innerText, until: n.dataset.until, day: n.dataset.day, name: n.className}))")


def test_check_has_nothing_to_say_of_it(bulletin):
    result = done(check(bulletin))
    assert "themes/bulletin" not in result.stderr and "screen.css" not in result.stderr


def test_it_is_no_part_of_the_program():
    assert "bulletin" not in "".join(file.read_text() for file in (ROOT / "Sources/CBuiltIn").glob("*.[ch]"))


# What colours and sizes can spoil; all else is the same page in each view.
SEEN = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"]
# Leaves two of all that stand side by side and look alike: axe-core looks at each element for long, and the others are like them.
THIN_OUT = """() => document.querySelectorAll('main ol, main ul, main tbody, main dl, main section, main .listed, main').forEach(parent => {
  const seen = {}
  Array.from(parent.children).forEach(node => {
    const kind = node.tagName + node.className
    seen[kind] = (seen[kind] || 0) + 1
    if (seen[kind] > 2 && !/^H|^P$/.test(node.tagName)) node.remove()
  })
})"""


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_every_kind_of_page(open_page, path):
    """Nothing stands out at the side of a telephone of 320 px, whatever is unfolded, also in large print; letters of 18 px and of 30; light, dark and in large
    print no accessibility problem by axe-core; no error."""
    page = open_page(path, width=320, height=640)
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true })")
    assert sideways(page) <= 0
    page.click("[data-elder]")
    assert sideways(page) <= 0
    page.click("[data-elder]")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.evaluate(THIN_OUT)
    found = {}
    for view in ("light", "dark", "elder"):
        page.emulate_media(color_scheme="dark" if view == "dark" else "light")
        if view == "elder":
            page.click("[data-elder]")
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == (30 if view == "elder" else 18)
        found |= {f"{view} {rule}": nodes for rule, nodes in violations(page, rules=None if view == "light" else SEEN).items()}
    assert found == {}
    assert page.problems == []


@pytest.mark.parametrize("path", ["/", "/units/quanxi/", "/venues/yunding-702/"])
def test_what_is_over_is_hidden(open_page, path):
    """While the page stays open, and however old it is. Where nothing is left, a sentence says so."""
    page = open_page(path)
    before = 0
    for hours in (0, 5, 26, 75, 14 * 24):
        page.clock.fast_forward((hours - before) * 3_600_000)
        page.clock.run_for(31_000)
        before = hours
        moment = at(hours=hours).isoformat()
        lines = shown(page, "[data-list] > .slot")
        assert all(line["until"] > moment or "moved-away" in line["name"] for line in lines)
        assert lines or shown(page, "[data-if-over]")
        if path == "/" and hours < 24:
            assert len(lines) == 8


def test_the_reader_of_today_sees_what_is_on_and_what_is_off(open_page):
    """By the reader's clock, 09:40: what began and is not over, what is over, and what will not take place."""
    page = open_page("/schedule/", at=at(minutes=40))
    days = page.locator(".day").evaluate_all("nodes => nodes.filter(n => n.offsetParent).map(n => [n.dataset.date, n.open])")
    assert days[0] == ["2026-11-21", True] and not any(is_open for _, is_open in days[1:])
    lines = {re.sub(r"\s+", " ", line["text"]): line["name"] for line in shown(page, ".day[open] .slot")}
    said = {name: [text for text, names in lines.items() if name in names] for name in ("is-over", "is-cancelled", "moved-away")}
    assert said["is-over"] and all("已结束" in text for text in said["is-over"])
    assert said["is-cancelled"] and all("已取消" in text and "进行中" not in text for text in said["is-cancelled"])
    assert said["moved-away"] and all("已调整" in text and "改到" in text for text in said["moved-away"])
    assert any("进行中" in text for text in lines)
    assert not any("进行中" in text and "已结束" in text for text in lines)
    # The day after: yesterday is gone, and today is unfolded.
    page = open_page("/schedule/", at=at(days=1))
    assert page.locator(".day.is-today").get_attribute("data-date") == "2026-11-22"
    assert page.locator(".day.is-today").get_attribute("open") is not None
    assert page.locator("[data-date='2026-11-21']").is_hidden()


def test_a_past_day_is_still_shown_on_its_own_page(open_page):
    assert shown(open_page("/schedule/2026-11-18/"), ".slot")


def test_where_the_reader_lives(open_page):
    page = open_page("/")
    before = shown(page, "[data-list] > .slot")
    page.select_option("[data-community]", "yongding")
    near = page.locator("[data-list] > .slot").evaluate_all("nodes => nodes.filter(n => n.offsetParent).map(n => n.dataset.near || '')")
    assert near and all("yongding" in ids.split() for ids in near) and shown(page, "[data-list] > .slot") != before
    page.reload()
    assert page.locator("[data-community]").input_value() == "yongding"


def test_old_pages_say_so(open_page):
    page = open_page("/")
    page.wait_for_function("document.querySelector('[data-said]').textContent.indexOf('09:00') > 0")
    assert page.locator("[data-stale]").is_hidden()
    page = open_page("/about/", at=at(days=16))
    page.wait_for_selector("[data-stale]", state="visible")
    assert re.search(r"11月21日.*09:00", page.locator("[data-stale]").text_content())
    page = open_page("/", at=at(days=16))
    page.route("**/feeds/v1/release.json", lambda route: route.abort())
    page.reload()
    assert page.locator("[data-stale]").is_visible()
    assert "09:00" not in page.locator("[data-stale]").text_content()


def test_days_are_counted_by_the_readers_clock(open_page):
    """An expired notice, a notice's working days, a place's hours, what is overdue, whose turn it is."""
    path = "/notices/housekeeping-partner-public/"
    assert "还剩" in open_page(path, at=at(days=4)).locator("[data-workdays]").text_content()
    assert open_page(path, at=at(days=30)).locator("[data-workdays]").text_content() == "公示期已满"
    assert open_page("/notices/power-cut-1126/").locator("[data-expired]").is_hidden()
    assert open_page("/notices/power-cut-1126/", at=at(days=6)).locator("[data-expired]").is_visible()
    assert "开放中" in open_page("/venues/songtai-bookshop/", at=at(hours=2)).locator("[data-open]").inner_text()
    assert "不开放" in open_page("/venues/songtai-bookshop/", at=at(hours=14)).locator("[data-open]").inner_text()
    unit = open_page("/units/quanxi/")
    assert any("已超期" in line["text"] for line in shown(unit, "[data-due]"))
    assert len(shown(unit, ".turns .is-now")) == 1


@pytest.mark.parametrize("path", ["/", "/schedule/", "/units/quanxi/", "/activities/songtai-homework/", "/lists/find-my-grid/"])
def test_without_script(open_page, path):
    """The heading, the sections, and each line under its date; nothing that only a script could do is shown."""
    page = open_page(path, java_script_enabled=False, width=320)
    assert page.locator("h1").count() == 1 and page.locator(".sections a >> visible=true").count() >= 8
    slots = page.locator("main .slot >> visible=true")
    for line in slots.all():
        where = line.locator("xpath=ancestor::details[contains(@class, 'day')]/summary").or_(line.locator(".slot-day >> visible=true"))
        assert re.search(r"\d+月\d+日", where.first.inner_text())
    assert slots.count() > (0 if path != "/lists/find-my-grid/" else -1)
    assert page.locator("[data-elder]").is_hidden() and page.locator("[data-menu]").is_hidden()
    assert sideways(page) <= 0


def test_the_programs_own_scripts_work_in_it(open_page):
    """The search, the finder and the theme's own circle, with the markup that the guide asks for."""
    page = open_page("/search/?q=太极", at=START)
    page.wait_for_selector("[data-results] .hit")
    page = open_page("/lists/find-my-grid/?q=嵩台路35号")
    assert "嵩台" in page.locator("[data-answer]").inner_text()
    page = open_page("/lists/circle/")
    page.select_option("[data-from-place]", "yongding-center")
    assert "永汀社区党群服务中心" in page.locator("[data-nearest-list] > li").first.inner_text()
    assert "步行约" in page.locator("[data-nearest-list] > li").nth(1).inner_text()
    assert page.problems == []


@pytest.mark.parametrize("path", ["/", "/notices/cold-wave-tips/"])
def test_lines_begin_and_end_as_chinese_does(open_page, path):
    page = open_page(path)
    elements = [one for one in page.query_selector_all("main p, main h1, main h2, main h3, main li") if not one.query_selector("p, li, ul, svg")]
    assert elements and [wrong for one in elements for wrong in broken([line.strip() for line in page.evaluate(LINES, one) if line.strip()])] == []


def test_on_paper_all_is_unfolded(open_page):
    page = open_page("/lists/ledger/")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert page.locator(".rail").is_hidden() and page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("path", ["/", "/schedule/", "/menus/convenience/", "/lists/circle/"])
def test_in_chromium_69(old_engine, server, path):
    """Beside the sections at a desk, and not wider than a telephone."""
    moment = int(START.timestamp() * 1000)
    page = old_engine.open(server + path, width=1440, height=900, at=moment)
    assert page.problems == []
    assert page.evaluate("[document.querySelector('.rail').getBoundingClientRect().right, document.querySelector('main').getBoundingClientRect().left]") == [250, 250]
    assert page.evaluate("document.querySelectorAll('.scripted').length") == 1
    page = old_engine.open(server + path, width=390, height=844, at=moment)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390 and page.problems == []


def test_the_pages_are_valid(bulletin, tmp_path):
    """By the Nu validator: the pages of each kind, which say all that the others say."""
    for path in KINDS.values():
        name = path.strip("/").replace("/", "-") or "index"
        file = bulletin / "public" / (path[1:] + "index.html" if path.endswith("/") else path[1:])
        shutil.copy(file, tmp_path / (name if name.endswith(".html") else f"{name}.html"))
    assert nu_validator(tmp_path) == ""


def test_every_link_leads_somewhere(bulletin):
    """Of pages, feeds and calendars."""
    wrong, seen = links_of(bulletin / "public")
    assert wrong == [] and seen > 5000
    # What the printed code of a calendar opens.
    calendars = [text for text in (page.read_text(encoding="utf-8") for page in (bulletin / "public").rglob("*.html")) if "webcal:" in text]
    assert len(calendars) > 100 and all('id="subscribe"' in text for text in calendars)


def test_the_home_page_is_light(browser, server, bulletin):
    """60 KB of HTML as it lies on the disk, 30 KB of all that is loaded as it is sent; eight requests."""
    loaded = []
    page = browser.new_page()
    page.clock.install(time=START)
    page.on("response", lambda response: loaded.append(response.url.removeprefix(server)) if response.url.startswith("http") else None)
    page.goto(server + "/", wait_until="networkidle")
    files = [bulletin / "public" / (url[1:] or "index.html") for url in loaded]
    assert len(files) <= 8, loaded
    assert files[0].stat().st_size <= 60_000
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) <= 30_000


def test_screens_wear_it(bulletin):
    sheet = (THEME / "static/screen.css").read_text(encoding="utf-8").splitlines()[1]
    pages = list((bulletin / "public/screens").rglob("index.html"))
    assert pages and all(sheet in page.read_text(encoding="utf-8") for page in pages)


def test_it_is_another_theme():
    """No file of any length is the default theme's, and its sheet has no round corner."""
    own = {file.relative_to(THEME): file.read_text(encoding="utf-8") for file in THEME.rglob("*") if file.is_file()}
    other = {file.relative_to(ROOT / "themes/default"): file.read_text(encoding="utf-8") for file in (ROOT / "themes/default").rglob("*") if file.is_file()}
    assert [str(name) for name in own if len(own[name]) > 200 and own[name] == other.get(name)] == []
    assert "border-radius" not in re.sub(r"border-radius: 0\b", "", own[next(name for name in own if name.name == "style.css")])
