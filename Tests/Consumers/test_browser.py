"""Pages in a real browser, with the reader's clock set."""

import datetime
import re

import pytest
from accessibility import violations
from support import NOW

PAGES = {
    "home": "/", "schedule": "/schedule/", "notice": "/notices/power-cut-1126/", "menu": "/menus/convenience/",
    "venue": "/venues/yunding-702/", "activity": "/activities/songtai-homework/", "unit": "/units/quanxi/", "brand": "/brands/quanxi/",
    "day": "/schedule/2026-11-26/", "board": "/lists/beihuai/", "ledger": "/lists/ledger/", "council": "/councils/yongding-sunshine/", "disclosure": "/lists/disclosure/", "circle": "/lists/circle/", "finder": "/lists/find-my-grid/", "teams": "/teams/",
    "notices": "/notices/", "month": "/schedule/month/2026-11/", "public-notice": "/notices/housekeeping-partner-public/", "classroom": "/classroom/", "status": "/status/", "search": "/search/", "missing": "/404.html",
}
ALL = pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
START = datetime.datetime.fromisoformat(NOW)


def sideways(page):
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@ALL
def test_phone(open_page, path):
    """No sideways scrolling, no errors, text of 18 px or more, targets of 44 px or more (links within running text excepted)."""
    page = open_page(path)
    assert sideways(page) <= 0
    assert page.problems == []
    small = page.evaluate(
        """[...document.querySelectorAll('body *')].filter(e => e.offsetParent && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
           .filter(e => parseFloat(getComputedStyle(e).fontSize) < 17.9).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert small == []
    low = page.evaluate(
        """[...document.querySelectorAll('nav a, button, .button, .title a, h3 a, .links a, .facts a, .site-footer a, .more a')]
           .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML.slice(0, 120))"""
    )
    assert low == []


@ALL
def test_elder_view(open_page, path):
    """Text of 30 px or more and still no sideways scrolling; the choice is kept."""
    page = open_page(path + "?elder=1")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 30
    assert sideways(page) <= 0
    page.click("#elder")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 18


OVERLAPPING = """() => {
  const boxes = [...document.querySelectorAll('.site-header .brand span, .site-header .find, .site-header button')]
    .filter(e => e.offsetParent).map(e => [e.textContent, e.getBoundingClientRect()])
  return boxes.flatMap(([one, a], index) => boxes.slice(index + 1)
    .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1).map(([other]) => one + ' ' + other))
}"""


@ALL
def test_reflow(open_page, path):
    """WCAG 2.2, 1.4.10 and 1.4.4: nothing is cut off at 320 px, nor on a phone whose reader doubled the letters; the head's parts stay apart."""
    page = open_page(path)
    for size, letters in (({"width": 320, "height": 640}, "18px"), ({"width": 320, "height": 640}, "24px"), ({"width": 390, "height": 844}, "36px")):
        page.set_viewport_size(size)
        page.evaluate("size => { document.documentElement.style.fontSize = size }", letters)
        assert sideways(page) <= 0, (size, letters)
        assert page.evaluate(OVERLAPPING) == [], (size, letters)


TORN = r"""() => {
  const torn = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const node = texts.currentNode, range = document.createRange()
    if (node.parentElement.closest('.prose')) continue
    for (const found of node.data.matchAll(/[0-9]{3,}-[0-9-]+|标准版/g)) {
      range.setStart(node, found.index)
      range.setEnd(node, found.index + found[0].length)
      if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) torn.push(node.data)
    }
  }
  return torn
}"""


@pytest.mark.parametrize("path", ["/units/quanxi/", "/units/", "/teams/performing/", "/menus/convenience/", "/activities/songtai-homework/"])
def test_in_the_elder_view_no_phone_number_is_torn(open_page, path):
    """Numbers are read off the page digit by digit: each stands on one line, as does the button's word. (Running text may break them.)"""
    assert open_page(path + "?elder=1").evaluate(TORN) == []


@ALL
def test_no_accessibility_problem(open_page, path):
    """By axe-core, light, dark and in large letters, also in what is folded away at first."""
    page = open_page(path)
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true })")
    found = {}
    for view in ("light", "dark", "elder"):
        page.emulate_media(color_scheme="dark" if view == "dark" else "light")
        if view == "elder":
            page.click("#elder")
        found[view] = violations(page)
    assert found == {"light": {}, "dark": {}, "elder": {}}


@ALL
def test_without_script(open_page, path):
    """Everything is there without JavaScript: the heading, the navigation, and each line with its own date."""
    page = open_page(path, java_script_enabled=False)
    assert page.locator("h1").is_visible()
    assert page.locator(".site-nav a >> visible=true").count() >= 8
    for item in page.locator(".coming > .occurrence >> visible=true").all():
        assert item.locator(".day").is_visible()
    assert sideways(page) <= 0


def visible(page, selector):
    return page.locator(selector).evaluate_all(
        "nodes => nodes.filter(n => n.offsetParent).map(n => ["
        "n.dataset.start || n.querySelector('.dt-start').dateTime, n.dataset.until || n.querySelector('.dt-end').value, n.className])")


@pytest.mark.parametrize("hours", [0, 5, 26, 75, 14 * 24])
@pytest.mark.parametrize("path", ["/", "/venues/yunding-702/", "/units/quanxi/", "/classroom/theory/"])
def test_nothing_over_is_shown_as_coming(open_page, path, hours):
    """However old the page is, its lists of coming things hold nothing that is over by the reader's clock."""
    at = START + datetime.timedelta(hours=hours)
    page = open_page(path, at=at)
    lines = visible(page, ".coming > .occurrence")
    assert all(until > at.isoformat() for _, until, _ in lines)
    assert all("is-now" not in name or start <= at.isoformat() for start, _, name in lines)
    if path == "/":
        assert len(lines) == 3 and not any("cancelled" in name for _, _, name in lines)


def test_the_home_page_moves_on_while_it_is_open(open_page):
    page = open_page("/")
    before = visible(page, ".coming > .occurrence")
    page.clock.fast_forward("03:00:00")
    page.clock.run_for(31_000)
    after = visible(page, ".coming > .occurrence")
    now = (START + datetime.timedelta(hours=3)).isoformat()
    assert after != before and all(until > now for _, until, _ in after)


@pytest.mark.parametrize("days", [0, 1, 2, 8])
def test_the_schedule_opens_on_the_readers_day(open_page, days):
    at = START + datetime.timedelta(days=days)
    page = open_page("/schedule/", at=at)
    assert page.locator(".day.is-today").get_attribute("data-date") == at.date().isoformat()
    shown = page.locator("section.day").evaluate_all("nodes => nodes.filter(n => n.offsetParent).map(n => n.dataset.date)")
    assert shown[0] == at.date().isoformat()


def test_the_readers_zone_does_not_matter(browser, server):
    """A phone set to another zone still sees the site's day as today."""
    context = browser.new_context(timezone_id="America/New_York")
    page = context.new_page()
    page.clock.install(time=START)
    page.goto(server + "/schedule/")
    assert page.locator(".day.is-today").get_attribute("data-date") == "2026-11-21"
    context.close()


def test_old_pages_say_so(open_page):
    """By the one small file that says when the site was built; a page with the days ahead also by itself, when nothing can be asked."""
    late = START + datetime.timedelta(days=16)
    for path in ("/", "/notices/power-cut-1126/", "/status/"):
        page = open_page(path)
        page.wait_for_function("document.querySelector('footer [data-said]').textContent.indexOf('09:00') > 0")
        assert not page.locator("#stale").is_visible() and page.problems == []
        page = open_page(path, at=late)
        page.wait_for_selector("#stale", state="visible")
        assert re.search(r"更新于.*11月21日.*09:00", page.locator("#stale").text_content())
    for path, is_told in (("/", True), ("/schedule/", True), ("/notices/power-cut-1126/", False)):
        page = open_page(path, at=late)
        page.route("**/feeds/v1/release.json", lambda route: route.abort())
        page.reload()
        assert page.locator("#stale").is_visible() == is_told
        if is_told:
            assert "可能已过时" in page.locator("#stale").text_content() and "09:00" not in page.locator("#stale").text_content()


def test_an_article_that_expired_says_so(open_page):
    path = "/notices/power-cut-1126/"
    assert not open_page(path).locator(".expired-banner").is_visible()
    assert open_page(path, at=START + datetime.timedelta(days=6)).locator(".expired-banner").is_visible()
    listed = "a[href='/notices/power-cut-1126/']"
    assert open_page("/notices/").locator(listed).is_visible()
    assert not open_page("/notices/", at=START + datetime.timedelta(days=6)).locator(listed).first.is_visible()


def test_readers_in_wechat_are_told_how_to_subscribe(open_page):
    page = open_page("/schedule/", user_agent="Mozilla/5.0 (Linux; Android 12) MicroMessenger/8.0.40")
    assert page.locator(".wechat-note").is_visible()
    assert not open_page("/schedule/").locator(".wechat-note").is_visible()


@pytest.mark.parametrize("path", ["/", "/units/songtai/", "/venues/fudong-center/", "/classroom/"])
def test_a_day_is_seen_once_over_what_is_on_it(open_page, path):
    """Rows below the first of a day don't repeat it, but for those who listen, where days have several; what is hidden counts for nothing."""
    page = open_page(path)
    rows = page.evaluate("""Array.from(document.querySelectorAll('main .coming, main .occurrences')).map(list =>
      Array.from(list.children).filter(row => row.querySelector('.when .day') && !row.matches('.ticket-row')).filter(row => row.offsetHeight > 0)
        .map(row => [row.querySelector(".day").textContent, row.querySelector(".day").offsetWidth > 1]))""")
    for days in rows:
        begins = [number == 0 or day != days[number - 1][0] for number, (day, _) in enumerate(days)]
        assert [is_seen for _, is_seen in days] == (begins if len(days) >= 1.5 * sum(begins) else [True] * len(days))
    assert any(not is_seen for days in rows for _, is_seen in days)
    assert page.problems == []
