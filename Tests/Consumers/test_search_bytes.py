"""What a query costs: which files a fresh browser fetches for it and how large they are, by kind of query; what only some queries need is asked for by
these alone, at once with what all need."""

import subprocess
import sys
import urllib.parse

import pytest
from browser_files import modules  # noqa: F401
from search_index import ASK, Index
from serving import files_served
from support import NOW, ROOT, build, done, gongshi
from test_finder import CASES, book_of
from test_search_modules import SITE

KILOBYTE = 1_000
RULES, DATA = "assets/address-rules-", "search/addresses.json"
WORDS = ["社区", "党群服务中心", "居民", "的", "志愿服务", "这里没有的词"]
# Days, hours, numerals in words and numbers alone: no addresses.
NUMBERS = ["12月6日", "16:30", "一式两份", "第一季度", "2026"]
TRADITIONAL = ["社區", "志願服務", "黨群服務中心"]
# What is looked for in two ways at once or in turn: as it is typed, and as digits, as a sound or as a day.
TWOFOLD = ["0531-0000-1202", "(0531) 0000 1202", "+86 531 00001202", "053100001202", "2026-12-06", "xianfeng"]
ADDRESSES = ["嵩台路35号", "嵩台路三十五号", "示范区嵩台路35号3号楼2单元501"]


class Fetched:
    """What a page fetches of the search, from its own document on; nothing is there before."""

    def __init__(self, browser, address):
        self.context = browser.new_context(viewport={"width": 390, "height": 844})
        self.page = self.context.new_page()
        self.address = address
        self.asked, self.answers = [], []
        self.page.on("request", lambda request: self.asked.append(self.name(request.url)))
        self.page.on("response", lambda answer: self.answers.append(answer))

    def name(self, url):
        return urllib.parse.unquote(url[len(self.address) + 1 :].split("?")[0])

    @property
    def sizes(self):
        answers = [(self.name(answer.url), answer) for answer in self.answers]
        return {name: len(answer.body()) for name, answer in answers if name.startswith(("search/", "assets/search-", RULES)) and answer.ok}

    def ask(self, query):
        self.page.goto(f"{self.address}/search/?q={urllib.parse.quote(query)}")
        self.page.wait_for_selector("[data-results][data-state=done]", state="attached")
        # What is on its way is counted, too.
        self.page.wait_for_load_state("networkidle")
        return self

    @property
    def kilobytes(self):
        return sum(self.sizes.values()) / KILOBYTE

    @property
    def files_for_addresses(self):
        return [name for name in self.asked if name.startswith((RULES, DATA))]


@pytest.fixture
def fetched(browser, server):
    opened = []

    def fetched(address=server):
        opened.append(Fetched(browser, address))
        return opened[-1]

    yield fetched
    for one in opened:
        one.context.close()


@pytest.mark.parametrize(("query", "most"), [(query, 100) for query in WORDS + NUMBERS] + [(query, 110) for query in TRADITIONAL] + [(query, 175) for query in TWOFOLD])
def test_a_query_asks_for_what_it_needs(fetched, query, most):
    """Its lists and texts, the page, the script and the head; nothing of what addresses take."""
    asked = fetched().ask(query)
    assert asked.files_for_addresses == []
    assert 40 < asked.kilobytes < most, sorted(asked.sizes.items(), key=lambda one: -one[1])


@pytest.mark.parametrize("query", ADDRESSES)
def test_an_address_asks_for_the_finders_rules_too(fetched, public, query):
    asked = fetched().ask(query)
    assert asked.page.locator("[data-results] a").first.get_attribute("href") == "/units/songtai-2/"
    rules, = public.glob("assets/address-rules-*.js")
    assert sorted(asked.files_for_addresses) == [rules.relative_to(public).as_posix(), DATA]
    assert asked.kilobytes < 205, sorted(asked.sizes.items(), key=lambda one: -one[1])


def test_what_addresses_take_is_asked_for_once(fetched):
    """However many are asked after one another; and ahead, while somebody still types."""
    asked = fetched().ask("社区")
    asked.page.fill("input[name=q]", "嵩台路35号")
    until(asked.page, lambda: len(asked.files_for_addresses) == 2)
    before = len(asked.asked)
    answers = asked.page.evaluate(ASK, ["嵩台路35号", "社区", "嵩台路60号"])
    assert all(answer["state"] == "done" for answer in answers) and len(asked.files_for_addresses) == 2
    assert not [name for name in asked.asked[before:] if "terms/" in name and asked.asked.count(name) > 1]


# Late


@pytest.fixture
def held(fetched):
    """A page whose files of the named kinds wait until they are let go."""
    asked = fetched()
    waiting, is_held, kinds = {}, set(), {"rules": f"**/{RULES}*", "data": f"**/{DATA}*", "terms": "**/search/terms/*"}

    def keeper(name):
        return lambda route: waiting.setdefault(name, []).append(route) if name in is_held else route.continue_()

    def hold(*names):
        is_held.update(names)
        for name in names:
            asked.page.route(kinds[name], keeper(name))

    def let_go(*names):
        is_held.difference_update(names)
        for name in names:
            for route in waiting.pop(name, []):
                route.continue_()

    asked.page.goto(asked.address + "/search/")
    asked.page.wait_for_selector("[data-results][data-state=done]", state="attached")
    asked.hold, asked.let_go, asked.waiting = hold, let_go, waiting
    return asked


def typed(page, query):
    page.fill("input[name=q]", query)
    page.press("input[name=q]", "Enter")


def until(page, is_true):
    for _ in range(200):
        if is_true():
            return
        page.wait_for_timeout(25)
    raise AssertionError("never")


def test_rules_data_and_lists_are_asked_for_at_once(held):
    """None of them waits for another: on a phone's network each turn is a tenth of a second."""
    held.hold("rules", "data", "terms")
    typed(held.page, "嵩台路35号")
    until(held.page, lambda: set(held.waiting) == {"rules", "data", "terms"})
    held.let_go("rules", "data", "terms")
    held.page.wait_for_selector("[data-results][data-state=done] [data-units]")


@pytest.mark.parametrize("late", [["rules"], ["data"], ["rules", "data"]])
@pytest.mark.parametrize("query", ["嵩台路35号", "示范区嵩台路35号3号楼2单元501"])
def test_nothing_is_said_before_all_is_here(held, late, query):
    """The second stands on no page: that nothing was found would be wrong."""
    held.hold(*late)
    typed(held.page, query)
    held.page.wait_for_function("document.querySelector('[data-status]').textContent === '正在查找……'")
    held.page.wait_for_timeout(300)
    assert held.page.get_attribute("[data-results]", "data-state") == "loading" and held.page.locator("[data-results] a").count() == 0
    assert held.page.text_content("[data-status]") == "正在查找……"
    held.let_go(*late)
    held.page.wait_for_selector("[data-results][data-state=done]")
    assert held.page.locator("[data-results] a").first.get_attribute("href") == "/units/songtai-2/"
    assert "没有" not in held.page.text_content("[data-status]")


@pytest.mark.parametrize("lost", [RULES, DATA])
def test_without_them_the_rest_is_found_and_they_are_asked_for_again(held, lost):
    held.page.route(f"**/{lost}*", lambda route: route.abort())
    typed(held.page, "嵩台路35号")
    held.page.wait_for_function("document.title.startsWith('嵩台路35号')")
    assert held.page.get_attribute("[data-results]", "data-state") == "done" and held.page.locator("[data-units]").count() == 0
    held.page.unroute(f"**/{lost}*")
    typed(held.page, "嵩台路 35 号")
    held.page.wait_for_selector("[data-results][data-state=done] [data-units]")
    assert held.page.evaluate("document.querySelectorAll('script[src*=address-rules]').length") == 0


def test_a_script_that_never_comes_holds_nothing_up(held):
    """As long as a slow line has for any file."""
    held.page.clock.install()
    held.hold("rules")
    typed(held.page, "嵩台路35号")
    until(held.page, lambda: "rules" in held.waiting)
    held.page.clock.run_for(21_000)
    held.page.wait_for_function("document.querySelector('[data-results]').dataset.state === 'done'")
    assert held.page.locator("[data-units]").count() == 0


def test_a_later_query_is_not_answered_by_an_earlier_ones_address(held):
    held.hold("rules", "data")
    typed(held.page, "嵩台路35号")
    until(held.page, lambda: set(held.waiting) == {"rules", "data"})
    typed(held.page, "社区")
    held.page.wait_for_function("document.title.startsWith('社区')")
    held.let_go("rules", "data")
    held.page.wait_for_load_state("networkidle")
    assert held.page.locator("[data-units]").count() == 0 and held.page.locator("[data-results] a").count() > 0


# What may be an address


def test_no_address_is_missed(modules):  # noqa: F811
    """All of the finder's table that the finder answers with a unit by a number, however the number is written."""
    page = modules("finder/text", "finder/book", "search/words", "search/traditional", "search/texts", "search/queries", "search/results", "search/addresses", before=SITE)
    answered = """function (data, all) {
      var book = new AddressBook(data);
      return all.map(function (text) {
        var known = { book: book, textOf: addressText };
        return [addressHits(known, text).some(function (one) { return one.number !== null; }), mayBeAddress(text)];
      });
    }"""
    texts = [text for text, _ in CASES["answers"]]
    answers = page.ask(answered, book_of(CASES), texts)
    assert [text for text, (is_found, may_be) in zip(texts, answers) if is_found and not may_be] == []
    assert sum(is_found for is_found, _ in answers) > 20
    no_address = [*WORDS, *TRADITIONAL, *NUMBERS, *TWOFOLD, "11月26日停水", "2026年11月", "１６：３０", "13800000000", "138-0000-0000", "一起来", "三", "二十"]
    assert [text for text in no_address if page.ask("mayBeAddress", text)] == []
    for text in ("嵩台路35", "３５号", "三号楼", "嵩台三十五", "stl35", "35-2-501", "第三网格3号", "十一马路1号", "兩號樓"):
        assert page.ask("mayBeAddress", text), text


# As large as a sub-district's site of ten years


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """10,000 notices of 3 KB; no addresses."""
    site = tmp_path_factory.mktemp("notices") / "site"
    subprocess.run([sys.executable, ROOT / "Benchmarks/sites.py", site, "--notices", "10000"], check=True)
    done(gongshi("activities", "init", "--site", site))
    done(gongshi("activities", "import", "--at", NOW, "--site", site, site / "data", "--apply"))
    done(build(site))
    return site / "public"


# What is on all pages, on some and on none; what stands far from the next, each in a file of its own; what fills the largest lists.
@pytest.mark.parametrize("query", [
    "服务", "的", "停电", "名额", "会写", "打电话问清楚", "侧门口有人引", "屏上和", "厅水", "电话打", "增选社区合伙", "前一天打电话", "水泵都不工作", "派位建单", "停電", "登記表一式兩份",
    "3号楼"])
def test_a_query_of_ten_thousand_notices_is_light(fetched, large, query):
    with files_served(large) as server:
        asked = fetched(server.address).ask(query)
        assert asked.files_for_addresses == []
        assert asked.kilobytes < 140, sorted(asked.sizes.items(), key=lambda one: -one[1])


def test_an_index_of_ten_thousand_notices(large):
    """No file below the search's folder is large, and texts are stored in a half of their characters' bytes."""
    sizes = {path.relative_to(large).as_posix(): path.stat().st_size for path in (large / "search").rglob("*") if path.is_file()}
    assert max((size, name) for name, size in sizes.items() if name.startswith("search/terms/"))[0] < 40 * KILOBYTE
    assert max((size, name) for name, size in sizes.items() if name.startswith("search/store/"))[0] < 8 * KILOBYTE
    characters = sum(len(record.title) + len(record.text) for record in Index(large).records)
    assert sum(size for name, size in sizes.items() if name.startswith("search/store/")) < characters
    assert not list(large.glob(RULES + "*")) and not (large / DATA).exists()
