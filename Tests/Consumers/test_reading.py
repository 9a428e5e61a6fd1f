"""What was found by reading the pages as residents do: nothing is said twice, parted, cut off or left without its day; on paper nothing stands that is for the hand."""

import csv
import datetime
import re
import subprocess

import pytest
from serving import files_served
from support import NOW, ROOT, build, done, gongshi

# One or two of each kind; points have the widest table.
PAGES = [
    "/", "/schedule/", "/notices/", "/notices/power-cut-1126/", "/units/", "/units/quanxi/", "/venues/quanxi-hall/", "/venues/songtai-bookshop/", "/menus/convenience/",
    "/lists/beihuai/", "/lists/ledger/", "/lists/points/", "/lists/disclosure/", "/lists/find-my-grid/", "/brands/beihuai/", "/partners/nanchuang-books/",
    "/councils/yongding-sunshine/", "/closed-loop/", "/classroom/theory/", "/about/",
]
# Tables in texts that stay texts, and why: docs/decisions/0085-tables-in-texts.md.
DECISION = ROOT / "docs/decisions/0085-tables-in-texts.md"

LOOK = """() => {
  const shown = node => node.getClientRects().length > 0
  const lines = node => new Set([...node.getClientRects()].map(box => Math.round(box.top))).size
  const all = selector => [...document.querySelectorAll(selector)].filter(shown)
  const twice = {}
  for (const row of all('article > .prose .occurrence[data-id], article > .group .occurrence[data-id]')) {
    const key = row.dataset.id + row.querySelector(".dt-start").dateTime
    twice[key] = (twice[key] || 0) + 1
  }
  const marks = all('summary').map(summary => {
    const own = getComputedStyle(summary), text = document.createRange()
    text.selectNodeContents(summary)
    const first = [...text.getClientRects()].find(box => box.height > 0 && box.height < 1.9 * parseFloat(own.lineHeight))
    const middle = first ? first.top + first.height / 2 - summary.getBoundingClientRect().top : 0
    // Nine pixels and a border of two, turned by 45 degrees.
    return [summary.textContent.trim().slice(0, 12), first ? Math.abs(middle - parseFloat(getComputedStyle(summary, '::after').top) - 5.5) : 0]
  })
  return {
    parted: all('time, .figure-ends > span').filter(node => !node.closest('.when') && lines(node) > 1 && !node.querySelector('b')).map(node => node.textContent),
    twice: Object.keys(twice).filter(key => twice[key] > 1),
    off: marks.filter(([, by]) => by > 8),
    cut: all('.table').filter(table => table.scrollWidth > table.clientWidth + 1).map(table => table.textContent.trim().slice(0, 20)),
    tall: all('table th[scope=row]').filter(cell => cell.scrollHeight > 90).map(cell => cell.textContent),
  }
}"""


@pytest.mark.parametrize("view", ["", "?elder=1"])
def test_nothing_is_parted_cut_or_said_twice(open_page, server, view):
    page = open_page("/")
    for path in PAGES:
        page.goto(server + path + view)
        found = page.evaluate(LOOK)
        if view:
            # Letters of 30 pixels: wide tables scroll, within their frame.
            found["cut"] = []
        assert found == {"parted": [], "twice": [], "off": [], "cut": [], "tall": []}, (path, found)


def test_each_figure_of_the_home_page_has_its_day_and_is_of_the_work(open_page):
    page = open_page("/")
    tiles = page.locator(".metrics > li").all_inner_texts()
    # All of one day: said once, above them.
    assert page.locator(".metrics-of").inner_text() == "截至 2026年10月31日"
    assert len(tiles) == 4 and not any("截至" in tile for tile in tiles)
    assert any("满意率" in tile for tile in tiles) and not any("党员" in tile for tile in tiles)
    # The name stands in the head; feeds for programs are on the page of data.
    assert page.locator("h1").inner_text() and page.locator("h1").bounding_box()["height"] <= 1
    foot = page.locator(".site-footer").inner_text()
    assert "开放数据" in foot and "JSON" not in foot and "Atom" not in foot


def test_a_unit_says_its_number_once_and_a_topic_who_raised_it_once(open_page, server):
    page = open_page("/units/quanxi/")
    assert page.locator(".call-first").inner_text().count("0531-0000-1200") == 1
    assert "0531" not in page.locator(".group > .facts").inner_text()
    # A unit's page is opened to call somebody: who is on duty today and tomorrow stands open, and the number is the first one.
    assert page.locator("#duty").evaluate("node => node.open")
    days = page.locator("#duty .shift-day").evaluate_all("days => days.map(day => [day.dataset.date, day.open])")
    assert len(days) > 5 and days == [[date, date <= "2026-11-22"] for date, _ in days]
    assert page.locator("#duty .shift").count() > 10 and "0531" not in page.locator("#duty").inner_text()
    # Days after the build it is the reader's today and tomorrow.
    later = open_page("/units/quanxi/", at=datetime.datetime.fromisoformat("2026-11-24T09:00:00+08:00"))
    days = dict(later.locator("#duty .shift-day").evaluate_all("days => days.map(day => [day.dataset.date, day.open])"))
    assert days["2026-11-24"] and days["2026-11-25"] and not days["2026-11-26"]
    page.goto(server + "/councils/yongding-sunshine/")
    origins = page.locator(".matter-origin").all_inner_texts()
    assert any("由" in origin for origin in origins) and all(origin.count("提出") <= 1 for origin in origins), origins
    assert re.search(r"惠及\s*2,600 人", page.locator(".matter").first.inner_text())


def test_what_is_late_is_seen_before_it_is_looked_for(open_page):
    page = open_page("/lists/disclosure/")
    late = page.locator("summary .late >> visible=true")
    assert late.all_inner_texts() == ["超期 1"]
    assert "永汀" in late.locator("xpath=ancestor::summary").inner_text()


def test_a_figures_course_says_where_it_began_and_where_it_is(open_page):
    page = open_page("/closed-loop/")
    ends = page.locator(".figure-ends").first.locator("span").all_inner_texts()
    with open(ROOT / "content/data/measured.csv", encoding="utf-8", newline="") as file:
        values = {row["as_of"]: row["value"] for row in csv.DictReader(file) if row["measure_id"] == "quanxi-cases-accepted"}
    assert [re.findall(r"\d+", end)[-1] for end in ends] == [values[min(values)], values[max(values)]]


def test_paper_has_nothing_for_the_hand(open_page):
    page = open_page("/units/quanxi/")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".more >> visible=true").count() == 0
    assert page.evaluate("[...document.querySelectorAll('details')].every(node => node.open)")
    assert page.evaluate("[...document.querySelectorAll('summary')].every(node => getComputedStyle(node, '::after').display === 'none')")
    # What is on now is over when it is read.
    assert page.evaluate("[...document.querySelectorAll('.occurrence.is-now .when')].every(node => getComputedStyle(node, '::after').display === 'none')")
    assert page.evaluate("getComputedStyle(document.querySelector('.site-footer')).backgroundColor") == "rgb(255, 255, 255)"


def tables():
    """The pages whose texts have tables of their own."""
    rule = re.compile(r"^\|[\s:|-]*-[\s:|-]*\|\s*$", re.M)
    return {str(file.relative_to(ROOT / "content")): len(rule.findall(file.read_text(encoding="utf-8"))) for file in (ROOT / "content").rglob("*.md") if rule.search(file.read_text(encoding="utf-8"))}


def test_each_table_that_stays_a_text_has_its_reason():
    named = {name: int(count) for name, count in re.findall(r"^\| `([a-z0-9/-]+\.md)` \| (\d+) \| .{8,} \|$", DECISION.read_text(encoding="utf-8"), re.M)}
    assert tables() == named


def test_the_notice_of_changes_says_what_the_rows_say():
    """Each of its lines: a day and a time at which a row changes something."""
    text = (ROOT / "content/notices/schedule-changes-november.md").read_text(encoding="utf-8")
    with open(ROOT / "content/data/activity_change.csv", encoding="utf-8", newline="") as file:
        changes = list(csv.DictReader(file))
    moments = {moment for row in changes for moment in (row["occurs_at"], row["starts_at"]) if moment}
    with open(ROOT / "content/data/activity.csv", encoding="utf-8", newline="") as file:
        moments |= {row["starts_at"] for row in csv.DictReader(file) if row["status"] == "cancelled"}
    told = re.findall(r"(\d+)日(\d+):(\d\d)", text.split("## 停办")[1].split("消防实践课")[0])
    assert len(told) >= 18
    for day, hour, minute in told:
        assert f"2026-11-{int(day):02}T{int(hour):02}:{minute}" in moments, (day, hour, minute)


def test_the_charging_points_are_what_the_communities_come_to(open_page):
    page = open_page("/notices/ebike-safety/")
    assert "332" in page.locator(".metrics").inner_text()
    page.locator(".figure summary").last.click()
    assert [int(cell) for cell in page.locator(".figure table td.number").all_inner_texts()] and sum(int(cell) for cell in page.locator(".figure table td.number").all_inner_texts()) == 332


def test_menus_stand_in_the_order_of_their_pages(open_page):
    """What residents order comes first, as the text below says; a heading of its own for a part of them would upset that."""
    page = open_page("/menus/")
    order = {}
    for file in (ROOT / "content/menus").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        if found := re.search(r"^order: (\d+)$", text, re.M):
            order[int(found.group(1))] = re.search(r"^title: (.+)$", text, re.M).group(1)
    assert page.locator(".card h3").all_inner_texts() == [order[place] for place in sorted(order)]
    assert order[1] == "便民服务"


# Where what is read in one go is parted, columns are of two characters, or one text lies over another.
LARGE = r"""() => {
  const all = selector => [...document.querySelectorAll(selector)].filter(node => node.getClientRects().length > 0)
  const parts = (selector, expression) => all(selector).flatMap(node => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), found = []
    while (walker.nextNode()) {
      for (const match of walker.currentNode.data.matchAll(expression)) {
        const range = document.createRange()
        range.setStart(walker.currentNode, match.index)
        range.setEnd(walker.currentNode, match.index + match[0].length)
        if (new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1) found.push(match[0])
      }
    }
    return found
  })
  return {
    parted: [...parts('.place p, .shift', /\d\d:\d\d–\S*?\d\d:\d\d/g), ...parts('.valid', /\d+年\d+月\d+日/g),
      ...parts('.unit-tree small', /[^、\s]\s\d+/g), ...parts('.matter .facts dd, .duty .facts dd', /^[\d,/]+\s?[^\d\s]{1,3}$/g)],
    narrow: all('.prose .table td').filter(cell => cell.clientWidth < 5 * parseFloat(getComputedStyle(cell).fontSize) && cell.textContent.length > 4 && !/^[\d,.]+$/.test(cell.textContent.trim()))
      .map(cell => cell.textContent),
    over: [...all('.month-day p').filter(node => node.scrollWidth > node.clientWidth + 1).map(node => node.textContent),
      ...all('.schedule .occurrence .day').map(node => node.textContent)],
    small: all('.unit-tree a').filter(node => node.getBoundingClientRect().height < 60).map(node => node.textContent),
    codes: all('.qr-block svg').length,
  }
}"""


def test_in_large_letters_things_stay_whole(open_page, server):
    page = open_page("/")
    for path in ("/schedule/", "/schedule/month/2026-11/", "/notices/", "/notices/power-cut-1126/", "/units/", "/units/quanxi/", "/venues/quanxi-hall/",
                 "/venues/yunding-702/", "/councils/yongding-sunshine/", "/lists/circle/", "/about/", "/teams/taichi/"):
        page.goto(server + path + "?elder=1")
        assert page.evaluate(LARGE) == {"parted": [], "narrow": [], "over": [], "small": [], "codes": 0}, path


def test_folds_have_no_index_of_themselves(open_page, server):
    """A list of folds is one: what is said in the next line is not said in tiles or links before."""
    page = open_page("/")
    for path in ("/teams/", "/lists/disclosure/"):
        page.goto(server + path)
        folds = page.locator("summary h2 >> visible=true").all_inner_texts()
        told = page.locator("main nav:not(.crumbs) a >> visible=true, main .tallies a >> visible=true").all_inner_texts()
        assert len(folds) > 5 and not set(folds) & {re.sub(r"\d+\s*", "", text) for text in told}


def test_paper_is_not_wasted(open_page, server):
    """Sheets of A4; nothing to be touched, nothing of this moment, no tile and no heading cut from what it belongs to."""
    page = open_page("/schedule/")

    def sheets():
        return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", margin={side: "12mm" for side in ("top", "bottom", "left", "right")})))

    assert sheets() <= 10
    page.goto(server + "/units/")
    assert sheets() <= 2
    page.goto(server + "/venues/quanxi-hall/")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert all(re.fullmatch(r"[\d-]+", text) for text in page.locator(".button >> visible=true").all_inner_texts())
    assert page.locator(".open-state >> visible=true").count() == 0
    page.goto(server + "/units/quanxi/")
    page.emulate_media(media="print")
    for selector, rule in (("summary", "breakAfter"), ("h2", "breakAfter"), (".metrics > li", "breakInside")):
        assert page.evaluate(f"[...document.querySelectorAll('{selector}')].every(node => getComputedStyle(node).{rule} === 'avoid')"), selector
    assert page.evaluate("[...document.querySelectorAll('.shift.is-current')].every(node => getComputedStyle(node, '::after').content === 'none')")


def test_what_is_published_this_year_is_dated_without_it(open_page, server):
    """In lists: a year that all have takes the line from what differs; one that another has is said."""
    page = open_page("/notices/")
    meta = page.locator(".rows .card-meta").all_text_contents()
    assert "11月20日" in "".join(meta) and "2026年" not in "".join(meta)
    assert any(re.search("有效至2027年1月20日", line) for line in meta), meta
    # Ten are open, the others are a touch away.
    assert page.locator("section.group .card").count() == 10
    assert page.locator("details.group-fold > summary h2").all_inner_texts() == ["更早的公告", "往期（已过期）"]


def test_how_many_are_under_way_stays_in_one_line(open_page, server):
    """In large letters: the number, its word and its unit."""
    page = open_page("/units/quanxi/?elder=1")
    torn = page.evaluate("""() => [...document.querySelectorAll('.open-matters + .more a')].filter(link => {
      const text = link.firstChild, start = text.nodeValue.indexOf('在办'), range = document.createRange()
      range.setStart(text, start)
      range.setEnd(text, text.length)
      return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1
    }).map(link => link.textContent)""")
    assert torn == [] and page.locator(".open-matters + .more a").count() > 3


def test_no_heading_stands_alone_at_the_foot_of_a_sheet(open_page, server, tmp_path):
    """As the sheets are printed: what a heading is over begins on the same one."""
    page = open_page("/")
    alone = {}
    for path in ("/brands/quanxi/", "/brands/beihuai/", "/partners/", "/venues/", "/units/quanxi/"):
        page.goto(server + path)
        page.evaluate("for (const picture of document.images) picture.loading = 'eager'")
        page.wait_for_function("[...document.images].every(picture => picture.complete)")
        headings = {text.strip() for text in page.locator("h2").all_inner_texts()}
        page.pdf(path=tmp_path / "page.pdf", format="A4", margin={side: "12mm" for side in ("top", "bottom", "left", "right")})
        text = subprocess.run(["pdftotext", "-layout", tmp_path / "page.pdf", "-"], capture_output=True, check=True).stdout.decode()
        last = [lines[-1].strip() for sheet in text.split("\f") if (lines := [line for line in sheet.splitlines() if line.strip()])]
        if alone_here := headings & set(last):
            alone[path] = alone_here
    assert alone == {}


def test_on_paper_a_word_in_colour_begins_where_others_do(open_page, server):
    page = open_page("/notices/")
    page.emulate_media(media="print")
    assert page.locator(".card-meta .chip").first.evaluate("chip => chip.getBoundingClientRect().left - chip.parentNode.getBoundingClientRect().left") == 0


def test_words_of_a_latin_name_are_whole(browser, tmp_path):
    """In the head of an English site and over its tasks, on a telephone of 390 and of 320 pixels, in large letters too; nothing lies over another."""
    done(gongshi("init", tmp_path / "site", "--unit", "Peach Garden", "--language", "en", "--at", NOW))
    done(build(tmp_path / "site"))
    with files_served(tmp_path / "site/public") as server:
        for width, view in ((390, ""), (320, ""), (390, "?elder=1"), (320, "?elder=1")):
            page = browser.new_page(viewport={"width": width, "height": 844})
            page.goto(server.address + "/" + view)
            parted = page.evaluate("""() => {
              const parted = [], search = document.querySelector('.find').getBoundingClientRect()
              let words = 0
              for (const place of document.querySelectorAll('.brand, .tasks a')) {
                const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
                while (walker.nextNode()) {
                  for (const word of walker.currentNode.nodeValue.matchAll(/\\S+/g)) {
                    const range = document.createRange()
                    range.setStart(walker.currentNode, word.index)
                    range.setEnd(walker.currentNode, word.index + word[0].length)
                    const boxes = [...range.getClientRects()]
                    words += 1
                    if (new Set(boxes.map(box => Math.round(box.top))).size > 1) parted.push(word[0])
                    if (boxes.some(box => box.right > search.left && box.left < search.right && box.bottom > search.top && box.top < search.bottom)) parted.push('over ' + word[0])
                  }
                }
              }
              return [parted, words > 4, document.documentElement.scrollWidth]
            }""")
            assert parted == [[], True, width], (width, view)
            page.close()
