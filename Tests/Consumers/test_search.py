"""What a reader types is found, all of it and nothing else; in a real browser, from the files alone."""

import contextlib
import datetime
import html
import json
import random
import re
import sqlite3
import urllib.parse

import pytest
from accessibility import violations
from search_index import ALIKE, ASK, Index, cleaned, found
from serving import files_served
from support import NOW, build, done, tiny, tiny_original, write  # noqa: F401

SEED = 20261121


@pytest.fixture(scope="module")
def index(public):
    return Index(public)


@pytest.fixture
def asked(open_page):
    """Asks queries on one page."""
    page = open_page("/search/")

    def ask(queries):
        answers = page.evaluate(ASK, list(queries))
        assert page.problems == []
        return answers

    return ask


def queries(index, count):
    """Pieces of the texts of every length, over every kind of character, in other cases and widths, and what stands nowhere."""
    random_ = random.Random(SEED)
    lines = [line for record in index.records for line in [record.title, *record.text.split("\n")] if line]
    asked = ["，", "。", "“", "（", "0531", "1", "A", "10场", "——", "%", "& ", "<b>", "社区", "的", "党群服务中心", "志愿服务", "06:30", "/", "\\", "\"", "'", "…"]
    while len(asked) < count:
        line = random_.choice(lines)
        length = min(len(line), random_.choice([1, 1, 2, 2, 3, 3, 4, 5, 6, 8, 12, 20]))
        start = random_.randrange(len(line) - length + 1)
        piece = line[start : start + length]
        kind = random_.random()
        if kind < 0.12:
            piece = "".join(random_.sample(piece, len(piece)))
        elif kind < 0.2:
            piece = piece.upper() if random_.random() < 0.5 else piece.translate({code: code + 0xFEE0 for code in range(0x30, 0x3A)})
        elif kind < 0.26:
            piece = f"  {piece} "
        # Two halves of places that stand apart.
        elif kind < 0.34:
            piece = piece[: length // 2] + random_.choice(lines)[:2]
        if cleaned(piece):
            asked.append(piece)
    return asked


def test_exactly_what_a_plain_scan_finds(asked, index):
    wanted = queries(index, 600)
    answers = asked(wanted)
    wrong = [(query, found(answer), index.scan(query)) for query, answer in zip(wanted, answers) if found(answer) != index.scan(query)]
    assert wrong == []
    assert all(answer["state"] == "done" for answer in answers)
    # All lengths are among them, and queries with and without hits.
    assert {1, 2, 3, 4} <= {len(cleaned(query)) for query in wanted} and sum(len(cleaned(query)) > 4 for query in wanted) > 100
    assert 60 < sum(not answer["hits"] for answer in answers) < 400


def test_old_engine(old_engine, server, index):
    """Chromium 69 finds the same."""
    page = old_engine.open(server + "/search/?q=%E9%A3%9F%E5%A0%82", since=NOW)
    for _ in range(20):
        page.wait_for("document.querySelector('[data-results]').getAttribute('data-state') === 'done'")
        if not page.evaluate("function () { var more = document.querySelector('[data-more]'); if (more) { more.click(); } return Boolean(more); }"):
            break
    hits = page.evaluate("function () { return Array.prototype.map.call(document.querySelectorAll('[data-results] a'), function (a) { return [a.getAttribute('href'), a.textContent]; }); }")
    assert sorted(map(tuple, hits)) == sorted((url, title) for _, url, title in index.scan("食堂"))


def scrambled(index):
    """Three characters of which some record holds both pairs, and none all three in a row."""
    texts = [record.compared for record in index.records]
    found = []
    for text in texts:
        pairs = {text[i : i + 2] for i in range(len(text) - 1) if re.fullmatch("[\u4e00-\u9fff]{2}", text[i : i + 2])}
        for pair in sorted(pairs):
            for other in sorted(pairs):
                query = pair + other[1]
                if pair[1] == other[0] and not any(query in one for one in texts):
                    found.append(query)
        if len(found) > 200:
            return random.Random(SEED).sample(found, 30)
    return found


def test_texts_are_read_for_what_they_hold(open_page, index):
    """What the posting lists tell of places is enough: characters in another order cost no text."""
    page = open_page("/search/")
    read = []
    page.on("request", lambda request: read.append(request.url) if "/store/" in request.url else None)
    asked = scrambled(index)
    assert len(asked) == 30
    answers = page.evaluate(ASK, asked)
    assert not any(answer["hits"] for answer in answers)
    # A place is known but for multiples of 127, from a clause's own beginning: of two clauses of a text, one in 127 pairs looks like neighbours. [0060]
    assert len(read) < 6


def test_what_is_typed_is_asked_for_ahead(open_page):
    """After a pause in typing the lists are there; that they could not be had is said when they are asked for, not before."""
    page = open_page("/search/")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    asked = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 2)[1]) if ".bin?" in request.url else None)
    with page.expect_response("**/terms/*.bin*"):
        # As an input method writes it: the last input event is still part of the composition.
        keyboard = page.context.new_cdp_session(page)
        page.focus("input[name=q]")
        keyboard.send("Input.imeSetComposition", {"text": "shi'tang", "selectionStart": 8, "selectionEnd": 8})
        keyboard.send("Input.insertText", {"text": "食堂"})
    page.wait_for_load_state("networkidle")
    assert asked == ["terms"]
    assert page.text_content("[data-status]") == "" and not page.query_selector("[data-results] a")
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("[data-results] a")
    assert asked.count("terms") == 1

    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        page.fill("input[name=q]", "羽毛球")
    page.wait_for_timeout(100)
    assert page.get_attribute("[data-results]", "data-state") == "done" and page.query_selector("[data-results] a")
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("[data-results][data-state=failed]", state="attached")


def test_what_another_query_waited_for_changes_nothing(open_page):
    page = open_page("/search/?q=%E9%A3%9F%E5%A0%82")
    page.wait_for_selector("[data-results] a")
    held, holds = [], [True]
    page.route("**/search/terms/*.bin*", lambda route: held.append(route) if holds else route.continue_())
    page.fill("input[name=q]", "羽毛球")
    page.press("input[name=q]", "Enter")
    page.wait_for_function("document.querySelector('[data-status]').textContent === '正在查找……'")
    holds.clear()
    page.fill("input[name=q]", "食堂")
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    for route in held:
        route.abort()
    page.wait_for_timeout(300)
    assert page.get_attribute("[data-results]", "data-state") == "done" and page.query_selector("[data-results] a")


def test_more_without_the_network_keeps_what_is_shown(open_page):
    page = open_page("/search/?q=%E7%A4%BE%E5%8C%BA")
    page.wait_for_selector("[data-more]")
    shown = len(page.query_selector_all("[data-results] a"))
    page.context.set_offline(True)
    # What lies in files that are here is shown all the same.
    for _ in range(20):
        page.click("[data-more]")
        page.wait_for_function("document.querySelector('[data-results]').dataset.state !== 'loading'")
        if page.get_attribute("[data-results]", "data-state") == "failed":
            break
    assert page.get_attribute("[data-results]", "data-state") == "failed"
    assert len(page.query_selector_all("[data-results] a")) >= shown
    page.context.set_offline(False)
    page.click("[data-more]")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    assert len(page.query_selector_all("[data-results] a")) > shown


def test_files_of_a_release_are_asked_for_by_its_mark(open_page, index):
    """A browser that keeps files, where no server says for how long, gets those of the release all the same; and half a file is none."""
    page = open_page("/search/")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    asked = []
    page.on("request", lambda request: asked.append(request) if "/search/" in request.url and "?q=" not in request.url else None)
    page.reload()
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    page.fill("input[name=q]", "食堂")
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("[data-results] a")
    files = [request for request in asked if ".bin" in request.url]
    assert files
    for request in files:
        folder, number, mark = re.search(r"/search/(terms|store)/(\d+)\.bin\?([0-9a-f]+)$", request.url).groups()
        assert int(mark, 16) == index.mark(folder, int(number))
    heads = [request for request in asked if request.url.endswith("index.json")]
    assert heads and all(request.headers["cache-control"] == "no-cache" for request in heads)

    def halved(route):
        body = route.fetch().body()
        route.fulfill(body=body[: len(body) // 2])

    page.route("**/search/store/*.bin*", halved)
    page.reload()
    page.wait_for_selector("[data-results][data-state=failed]", state="attached")


def test_what_does_not_take_place_says_so(open_page, database_rows):
    """As on its own page: nobody goes to what was called off."""
    cancelled = [title for title, status in database_rows if status == "cancelled"]
    assert cancelled
    page = open_page("/search/?q=" + cancelled[0])
    page.wait_for_selector("[data-results] .hit")
    assert page.text_content(".hit .over") == "已取消"


@pytest.fixture
def database_rows(site):
    connection = sqlite3.connect(f"file:{site}/content/activities.sqlite?mode=ro", uri=True)
    rows = connection.execute("SELECT title, status FROM activity ORDER BY id").fetchall()
    connection.close()
    return rows


def test_what_was_found_before_does_not_stay(open_page):
    """While an answer is slow to come, the page says so, and doesn't show another query's hits."""
    page = open_page("/search/?q=%E9%A3%9F%E5%A0%82")
    page.wait_for_selector("[data-results] a")
    held = []
    page.route("**/search/terms/*.bin*", lambda route: held.append(route))
    page.fill("input[name=q]", "羽毛球")
    page.press("input[name=q]", "Enter")
    page.wait_for_function("document.querySelector('[data-status]').textContent === '正在查找……'")
    assert not page.query_selector("[data-results] a") and page.get_attribute("[data-results]", "data-state") == "loading"
    for route in held:
        route.continue_()
    page.unroute("**/search/terms/*.bin*")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    page.wait_for_function("document.title.startsWith('羽毛球')")
    assert page.url.endswith("/search/?q=%E7%BE%BD%E6%AF%9B%E7%90%83")
    page.go_back()
    page.wait_for_function("document.title.startsWith('食堂')")
    assert page.input_value("input[name=q]") == "食堂"


def test_texts_are_what_pages_show(index, public):
    """The index holds what a reader finds on the page, line by line, and every page that is listed."""
    for record in index.records:
        path, _, anchor = record.url.partition("#")
        main = (public / path[1:] / "index.html").read_text(encoding="utf-8").split("<main", 1)[1]
        assert not anchor or f'id="{anchor}"' in main, record.url
        # What a file is and how large, and a footnote's number, stand in the midst of a text that says neither; a picture is read by its words.
        aside = r'<span class="file">[^<]*</span>|<sup class="footnote">.*?</sup>'
        described = re.sub(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>', r"\1", re.sub(aside, "", main))
        page = html.unescape(re.sub(r"<[^>]*>", "", described))
        shown = re.sub(r"\s+", "", page)
        missing = [line for line in [record.title, *record.text.split("\n")] if re.sub(r"\s+", "", line) not in shown]
        assert missing == [], record.url
    sitemap = (public / "sitemap.xml").read_text(encoding="utf-8")
    pages = set(re.findall(r"<loc>https://[^/]*(/(?:notices|brands|menus|venues|teams|councils|partners|activities|units)/[^<]+)</loc>", sitemap))
    assert pages <= {record.url for record in index.records}, sorted(pages - {record.url for record in index.records})[:5]


def test_traditional_forms(asked, index):
    """Typed in traditional characters, found in simplified ones."""
    pairs = {"志願服務": "志愿服务", "社區": "社区", "老年午餐": "老年午餐", "黨群服務中心": "党群服务中心"}
    for answer, (query, simplified) in zip(asked(pairs), pairs.items()):
        assert found(answer) == index.scan(simplified) != []
        assert query == simplified or simplified in answer["said"]


# As people type it, and as it stands on the sample's pages.
@pytest.mark.parametrize("typed, written", [
    ("11 月 26 日", "11月26日"), ("１６：３０", "16:30"), ("停电？", "停电"), ("四点半 课堂", "四点半课堂"), ("“四点半课堂”", "四点半课堂"), ("【四点半课堂】", "四点半课堂"), ("2026/11/26", "11月26日"), ("工作日 16:30 的四点半课堂", "工作日16:30的四点半课堂"),
])
def test_marks_and_blanks_are_as_one_types_them(asked, index, typed, written):
    answer, other = asked([typed, written])
    assert found(answer) == found(other) == index.scan(written) != []


def test_a_number_is_found_however_it_is_written(tiny, browser):
    """With and without what stands between its digits and with its area code, in pages and queries alike; no date is one."""
    forms = {"a": "0531-0000-1202", "b": "0531-00001202", "c": "053100001202", "d": "(0531) 0000 1202", "e": "０５３１－００００－１２０２"}
    for name, form in forms.items():
        write(tiny, f"content/pages/{name}.md", f"---\ntitle: 电话{name}\nkind: page\n---\n请打 {form} 询问，2026-11-28 起。\n")
    with answers_of(tiny, browser) as ask:
        for form in [*forms.values(), "0000-1202", "00001202", "0531 0000 1202", "+86-531-0000-1202", "0086 0531 00001202"]:
            assert {f"/{name}/" for name in forms} <= {hit[1] for hit in ask(form)["hits"]}, form
        assert ask("20261128")["hits"] == []
        # What holds it as it was typed stands first.
        assert [hit[1] for hit in ask("0531-00001202")["hits"]][0] == "/b/"


def test_what_a_pdf_or_a_keyboard_makes_of_a_character(tiny, browser):
    write(tiny, "content/pages/a.md", "---\ntitle: 甲\nkind: page\n---\n⻓期公⽰：收费￥5，‘平价’理发 — 每周⼀次。\n")
    with answers_of(tiny, browser) as ask:
        for query in ("长期公示", "收费¥5", "'平价'理发", "理发 - 每周一次", "⻓期", "每周⼀次"):
            assert [hit[1] for hit in ask(query)["hits"]] == ["/a/"], query


def test_what_is_alike_is_what_unicode_says(index, public):
    script, = (path.read_text(encoding="utf-8") for path in public.glob("assets/search-*.js"))
    words = json.loads(re.search(r"^var WORDS = (.*);$", script, re.M)[1])
    alike, others = words["alike"]
    for run in words["alikeRuns"]:
        alike += "".join(chr(run["first"] + place) for place in range(len(run["as"])))
        others += run["as"]
    table = dict(zip(alike, others, strict=True))
    assert {one: other for one, other in ALIKE.items() if one not in "⻓⻔⻋⻅⻉⻚⻛⻢⻘⻩⻰"}.items() <= table.items()
    assert len(table) == len(alike) and not set(others) & set(alike)
    # Radicals of today's characters: the simplest check is their names.
    assert {table[one] for one in "⻓⻔⻋⻅⻉⻚⻛⻢⻘⻩⻰"} == set("长门车见贝页风马青黄龙")


def test_several_words_mean_all_of_them(asked, index):
    """Where the whole stands nowhere; said so."""
    answer, one, other = asked(["理发 免费", "理发", "免费"])
    if index.scan("理发免费") == []:
        assert "这几个词都有" in answer["said"]
    assert set(found(answer)) == set(found(one)) & set(found(other)) and found(answer)
    assert asked(["理发 这里没有的词"])[0]["hits"] == []


@pytest.mark.parametrize("typed, title", [
    ("xfkt", "先锋课堂"), ("xianfeng", "先锋课堂"), ("XianFeng KeTang", "先锋课堂"), ("shitang", "食堂"), ("taiji", "太极"), ("fwsj", None), ("ianfeng", None),
])
def test_titles_are_found_by_how_they_sound(asked, index, typed, title):
    """By whole syllables or first letters; never from the midst of a syllable."""
    answer, = asked([typed])
    assert found(answer) == index.scan(typed)
    if title:
        assert any(title in hit[2] for hit in answer["hits"])
    if typed == "ianfeng":
        assert answer["hits"] == []


def test_an_addresses_places_stand_before_activities(open_page):
    page = open_page("/search/?q=" + urllib.parse.quote("嵩台路6号"))
    page.wait_for_selector("[data-results][data-state=done] .hit")
    kinds = page.eval_on_selector_all("[data-results] section h2", "all => all.map(one => one.textContent)")
    places = [place for place, kind in enumerate(kinds) if kind in ("单位", "场所")]
    assert places == list(range(len(places))) and places


@contextlib.contextmanager
def answers_of(directory, browser):
    """Asks queries of a site of the test's own."""
    done(build(directory))
    with files_served(directory / "public") as server:
        page = browser.new_page()
        page.goto(f"{server.address}/search/")
        page.wait_for_selector("[data-results][data-state=done]", state="attached")
        yield lambda query: page.evaluate(ASK, [query])[0]
        page.close()


def test_an_address_asks_by_itself(open_page):
    page = open_page("/search/?q=%E5%81%9C%E7%94%B5")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    assert page.query_selector("[data-results] a[href='/notices/power-cut-1126/']")
    assert page.eval_on_selector_all("[data-results] mark", "all => new Set(all.map(one => one.textContent)).size") == 1
    page.fill("input[name=q]", "   ")
    page.press("input[name=q]", "Enter")
    assert page.get_attribute("[data-results]", "data-state") == "done" and page.query_selector("[data-results] a") is None


def test_results_are_for_everyone(open_page):
    """No violation of WCAG 2.1 AA among results; what is shown next has the focus."""
    page = open_page("/search/?q=%E7%A4%BE%E5%8C%BA")
    page.wait_for_selector("[data-results][data-state=done] .hit")
    assert violations(page, rules=["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]) == {}
    before = len(page.query_selector_all(".hit"))
    page.click("[data-more]")
    page.wait_for_function("count => document.querySelectorAll('.hit').length > count && document.querySelector('[data-results]').dataset.state === 'done'", arg=before)
    assert page.evaluate("document.activeElement.closest('.hit') !== null")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_hostile_queries_are_text(asked):
    """Nothing that is typed acts, and the page goes on."""
    answers = asked(["<img src=x onerror=alert(1)>", "\" onmouseover=\"", "%00", "\ud83d\ude00", "a" * 5000, "(((((", "\\u0000", "</script>"])
    assert [answer["state"] for answer in answers] == ["done"] * 8
    assert not any(answer["hits"] for answer in answers)


def test_the_readers_clock_says_what_is_over(open_page):
    """Days after the build: the next time is the next one still, and what has expired says so."""
    start = datetime.datetime.fromisoformat(NOW)
    seen = {}
    for days in (0, 6):
        page = open_page("/search/?q=%E7%94%B5%E6%A2%AF", at=start + datetime.timedelta(days=days))
        page.wait_for_selector("[data-results][data-state=done]", state="attached")
        notices = page.query_selector_all("section:has(h2:text('公告公示')) .hit")
        seen[days] = {one.query_selector("a").get_attribute("href"): one.query_selector(".over") is not None for one in notices}
    assert seen[0]["/notices/huijin-lift-november/"] is False and seen[6]["/notices/huijin-lift-november/"] is True
    for days in (0, 3):
        page = open_page("/search/?q=%E5%A4%AA%E6%9E%81%E6%99%A8%E7%BB%83", at=start + datetime.timedelta(days=days))
        page.wait_for_selector("[data-results][data-state=done]", state="attached")
        day = int(re.search(r"月(\d+)日", page.text_content(".hit .next"))[1])
        assert day >= 21 + days


def test_without_the_network(open_page):
    page = open_page("/search/")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    page.context.set_offline(True)
    page.fill("input[name=q]", "食堂")
    page.press("input[name=q]", "Enter")
    page.wait_for_selector("[data-results][data-state=failed]", state="attached")
    page.context.set_offline(False)
    page.click("[data-results] button")
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    assert page.query_selector("[data-results] a")


def test_a_newer_index_is_taken_over(open_page, index):
    """A page that was opened before a release finds in the index that is there now, and never mixes two."""
    page = open_page("/about/")
    asked = []

    def older(route):
        asked.append(route.request.url)
        if len(asked) > 1:
            return route.continue_()
        answer = route.fetch()
        return route.fulfill(response=answer, body=answer.text().replace(index.head["marks"], "AAAA" * (len(index.head["marks"]) // 4)))

    page.route("**/search/index.json", older)
    page.goto(page.url.replace("/about/", "/search/?q=%E9%A3%9F%E5%A0%82"))
    page.wait_for_selector("[data-results][data-state=done]", state="attached")
    assert len(asked) == 2
    assert found(page.evaluate(ASK, ["食堂"])[0]) == index.scan("食堂")


@pytest.mark.parametrize("field", ["traditional", "textsPerFile", "marks"])
def test_a_head_of_another_form_is_none(open_page, field):
    """While a site's files come one by one, a new page may meet an older index: what it can't read is no reason to say that nothing is there."""
    page = open_page("/about/")

    def without(route):
        answer = route.fetch()
        route.fulfill(response=answer, json={name: value for name, value in answer.json().items() if name != field})

    page.route("**/search/index.json", without)
    page.goto(page.url.replace("/about/", "/search/?q=%E9%A3%9F%E5%A0%82"))
    page.wait_for_selector("[data-results][data-state=failed]", state="attached")
    page.unroute("**/search/index.json")
    page.click("[data-results] button")
    page.wait_for_selector("[data-results] a")


def test_a_site_without_search(tiny):
    with (tiny / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write("search: false\n")
    done(build(tiny))
    assert not (tiny / "public/search").exists() and not list((tiny / "public/assets").glob("search-*"))
    assert "/search/" not in (tiny / "public/index.html").read_text(encoding="utf-8")
