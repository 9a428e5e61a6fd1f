"""What residents come for, walked from the home page: each at most two taps and one screen of scrolling away, in the elder view too. And how long pages are."""

import datetime

import pytest
from support import NOW

SCREEN = 844
"""CSS pixels of a telephone's screen, as open_page has it."""

PLACE = """([selector, text]) => {
  const found = [...document.querySelectorAll(selector)].find(node => node.getClientRects().length && (!text || node.textContent.includes(text)))
  if (!found) return null
  const box = found.getBoundingClientRect()
  return [box.top + scrollY, Math.min(box.bottom, box.top + innerHeight) + scrollY, scrollY, innerHeight]
}"""


class Walk:
    """A resident's way: how often the screen was touched, and how far it was scrolled, in CSS pixels."""

    def __init__(self, page):
        self.page, self.taps, self.scrolled = page, 0, 0

    def see(self, selector, text=""):
        """Scrolls just as far as it takes to see the whole of it, and gives it."""
        place = self.page.evaluate(PLACE, [selector, text])
        assert place, f"not on {self.page.url}: {selector} {text}"
        top, bottom, at, height = place
        to = min(max(at, bottom - height), max(top, 0)) if bottom > at + height or top < at else at
        self.scrolled += abs(to - at)
        self.page.evaluate("to => scrollTo(0, to)", to)
        return self.page.locator(selector).filter(has_text=text, visible=True).first if text else self.page.locator(f"{selector} >> visible=true").first

    def tap(self, selector, text=""):
        self.see(selector, text).click()
        self.taps += 1
        self.page.wait_for_load_state()

    def is_short(self):
        assert self.taps <= 2 and self.scrolled <= SCREEN, f"{self.taps} taps, {self.scrolled:.0f} px"


@pytest.fixture(params=["standard", "elder"])
def walk(request, open_page):
    def walk(at=NOW, community=""):
        page = open_page("/404.html", at=datetime.datetime.fromisoformat(at))
        page.evaluate("([elder, community]) => { localStorage.setItem('elder', elder); localStorage.setItem('community', community) }",
                      ["1" if request.param == "elder" else "", community])
        page.goto(page.url.replace("/404.html", "/"))
        return Walk(page)

    return walk


def test_what_is_on_this_afternoon_near_me(walk):
    way = walk("2026-11-21T13:00:00+08:00", "songtai")
    first = way.see(".soon .occurrence")
    assert "songtai" in first.get_attribute("data-near").split() and first.get_attribute("data-until") > "2026-11-21T13:00"
    way.is_short()
    everywhere = walk("2026-11-21T13:00:00+08:00").page.locator(".soon .occurrence >> visible=true")
    assert everywhere.count() == 3


def test_is_thursdays_class_still_on(walk):
    way = walk()
    way.tap(".tasks a", "课表")
    way.tap(".week a[href='/schedule/2026-11-26/']")
    assert "11月26日" in way.see("h1").inner_text()
    way.see(".occurrence .title")
    way.is_short()


def test_who_repairs_the_lift(walk):
    way = walk()
    way.tap(".tasks a", "电话")
    assert "0531-0000-1202" in way.see("li", "电梯").inner_text()
    way.is_short()


def test_who_is_my_grids_officer(walk):
    way = walk()
    way.tap(".tasks a", "找网格")
    way.see("#finder-q").fill("嵩台路35号")
    way.tap(".finder-form .button")
    assert way.see(".finder-contacts a.phone").get_attribute("href").startswith("tel:")
    way.is_short()


def test_what_does_a_haircut_cost(walk):
    way = walk()
    way.tap(".tasks a", "点单")
    way.tap("a", "便民")
    assert "元" in way.see(".service .title", "理发").inner_text()
    way.is_short()


def test_where_do_i_complain_and_what_became_of_it(walk):
    way = walk()
    way.tap(".tasks a", "办事")
    way.tap("a", "事事有回音")
    way.see("a[href^='tel:']")
    way.see(".ledger-figures li")
    way.is_short()


def test_is_the_study_room_open_now(walk):
    way = walk()
    way.tap(".tasks a", "场馆")
    way.tap(".circle-chips button", "自习室")
    assert way.see("#circle-found .open-state").inner_text()
    way.is_short()


def test_how_do_i_sign_up(walk):
    way = walk("2026-11-21T07:40:00+08:00")
    way.tap(".tasks a", "课表")
    way.tap(".occurrence .title a", "跟着网格员走半天")
    way.see(".actions .button", "报名")
    way.is_short()


MOST = {"/": 2600, "/schedule/": 4 * SCREEN}
"""How long a page may be on a telephone; any other without an index has six screens, in large letters home and the schedule too."""

# An index that is seen: of headings, of kinds, of days; or a page that is nothing but folds, which are one.
INDEX = """[document.documentElement.scrollHeight,
  [...document.querySelectorAll('.contents, .team-types, .circle-chips, .brand-tree, .jump, .week')].some(node => node.getClientRects().length > 0)
    || !!document.querySelector('.fold ~ .contents, .data-files')]"""


def test_no_page_is_long_without_an_index(open_page, server, public):
    """In either view, each page opened once: the button changes nothing but letters."""
    page = open_page("/")
    long = {}
    for file in sorted(public.rglob("index.html")):
        path = "/" + str(file.parent.relative_to(public)).removeprefix(".") + "/"
        path = path.replace("//", "/")
        if path.startswith(("/screens/", "/Q/")):
            continue
        page.goto(server + path)
        for view, most in (("standard", MOST), ("elder", {})):
            height, indexed = page.evaluate(INDEX)
            if height > most.get(path, 6 * SCREEN) and (path in most or not indexed):
                long[path, view] = height
            page.evaluate("document.getElementById('elder').click()")
    assert long == {}


def test_an_index_of_large_letters_leads_to_what_it_says(open_page, server):
    """Each of its words, in the elder view, to a heading that says the same, and open where it was folded."""
    page = open_page("/")
    for path in ("/units/quanxi/", "/venues/quanxi-hall/", "/partners/nanchuang-books/", "/classroom/", "/lists/ledger/", "/schedule/free/"):
        page.goto(server + path)
        assert not page.locator(".jump").is_visible(), path
        page.goto(server + path + "?elder=1")
        links = page.locator(".jump a >> visible=true")
        assert links.count() > 1, path
        assert all(box["height"] >= 60 for box in (links.nth(number).bounding_box() for number in range(links.count())))
        for number in range(links.count()):
            word, place = links.nth(number).inner_text(), links.nth(number).get_attribute("href")
            links.nth(number).click()
            node = page.locator(place)
            assert node.count() == 1, (path, place)
            heading = node.locator("xpath=descendant-or-self::*[self::h2 or self::summary or self::caption][1]")
            assert word.split(" ")[0] in heading.inner_text(), (path, word, heading.inner_text())
            page.wait_for_function("place => { const box = document.querySelector(place).getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight }", arg=place)
        page.evaluate("localStorage.removeItem('elder')")
