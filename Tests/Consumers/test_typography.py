"""How Chinese is set in a real browser, at every width (W3C's Requirements for Chinese Text Layout, CLREQ)."""

import pytest
from support import NOW

TEXTS = [
    "党群服务中心一楼大厅上午九点开门（周一闭馆），“四点半课堂”下午四点半开始；家长可以来接，也可以等到六点——老师陪着……不着急！",
    "有事请打社区电话：工作日八点半到五点半有人接，其余时间由值班的同志接听、登记、转办，“件件有回音”。",
    "《泉溪街道志愿服务积分办法》已经施行一年了吗？是的；从明年起，换取的方式多了三种：理发、洗衣、义诊。",
    "周六的两场讲座合成一场，改到宣讲堂——座位多一些；“先锋课堂”照常……已经报名的，不用再报。",
]
HEADINGS = [
    "泉溪街道党群服务中心元旦期间开放时间调整", "十二月份居民议事会议题征集", "“十分钟养老服务圈”入户评估本周开始啦", "老年食堂冬季菜单和送餐时间表", "北槐社区楼组长会议改到周五晚上七点", "关于冬季供暖的若干说明",
]
# CLREQ 3.1.3: not at a line's beginning, not at its end. A dash or an ellipsis may begin a line, but is never split (GB/T 15834, 5.1.5).
NOT_FIRST = "。，、；：！？）」』”’》〉】·"
NOT_LAST = "（「『“‘《〈【"
LINES = r"""element => {
  const lines = [], texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), range = document.createRange()
  let top = null
  while (texts.nextNode()) {
    const node = texts.currentNode
    for (let i = 0; i < node.data.length; i += 1) {
      range.setStart(node, i)
      range.setEnd(node, i + 1)
      const boxes = range.getClientRects(), box = boxes[boxes.length - 1]
      if (!box) continue
      if (top === null || Math.abs(box.top + box.height / 2 - top) > box.height / 2) {
        lines.push('')
        top = box.top + box.height / 2
      }
      lines[lines.length - 1] += node.data[i]
    }
  }
  return lines
}"""


def lines_at(page, width, selector):
    page.evaluate("width => { document.querySelector('#main').style.width = width + 'px' }", width)
    return [page.evaluate(LINES, element) for element in page.query_selector_all(selector)]


@pytest.fixture
def text_page(browser, server):
    page = browser.new_context(viewport={"width": 900, "height": 800}).new_page()
    page.clock.install(time=NOW)
    page.goto(server + "/about/")
    blocks = "".join(f"<p>{text}</p>" for text in TEXTS) + "".join(f"<h2>{text}</h2><h3>{text}</h3>" for text in HEADINGS)
    page.evaluate("html => { document.querySelector('#main').innerHTML = '<div class=\"prose\">' + html + '</div>' }", blocks)
    return page


def broken(lines):
    wrong = []
    for before, after in zip(lines, lines[1:]):
        if after[0] in NOT_FIRST or before[-1] in NOT_LAST or before[-1] == after[0] == "—" or before[-1] == after[0] == "…":
            wrong.append((before[-3:], after[:3]))
    return wrong


def test_no_line_begins_or_ends_wrong(text_page):
    checked = 0
    for width in range(160, 560, 19):
        for lines in lines_at(text_page, width, "#main p, #main h2, #main h3"):
            assert broken(lines) == [], width
            checked += len(lines) - 1
    # The same text has been broken at many places.
    assert checked > 400


def test_no_heading_ends_with_a_single_character(text_page):
    breaks = 0
    for width in range(160, 560, 19):
        for lines in lines_at(text_page, width, "#main h2, #main h3"):
            breaks += len(lines) > 1
            assert len(lines) == 1 or len(lines[-1]) > 1, (width, lines)
    assert breaks > 100


def test_headings_in_both_engines(engine, server):
    """Before text-wrap the theme's script keeps a heading's last two characters together; no line of the page begins or ends wrong either."""
    breaks = 0
    for path in ("/", "/notices/", "/classroom/"):
        page = engine.open(server + path, width=420, height=800, since=NOW)
        page.evaluate("function () { Array.prototype.forEach.call(document.querySelectorAll('details'), function (fold) { fold.open = true; }); }")
        # As wide as telephones are: beside the column of times no less is left.
        for width in range(240, 420, 20):
            page.evaluate("function (width) { document.querySelector('#main').style.width = width + 'px'; }", width)
            for lines in page.evaluate(f"function () {{ return Array.prototype.map.call(document.querySelectorAll('#main h1, #main h2, #main h3, #main p'), {LINES}); }}"):
                assert broken([line.strip() for line in lines if line.strip()]) == [], (path, width)
            for lines in page.evaluate(f"function () {{ return Array.prototype.map.call(document.querySelectorAll('#main h1, #main h2, #main h3'), {LINES}); }}"):
                lines = [line.strip() for line in lines if line.strip()]
                breaks += len(lines) > 1
                assert len(lines) < 2 or len(lines[-1]) > 1, (path, width, lines)
        page.close()
    assert breaks > 100


def test_emphasis_is_dots_below(text_page):
    text_page.evaluate("document.querySelector('#main').innerHTML = '<p class=\"prose\"><em>着重</em></p>'")
    style = text_page.evaluate("(s => [s.textEmphasisStyle, s.textEmphasisPosition, s.fontStyle])(getComputedStyle(document.querySelector('#main em')))")
    assert style[0] in ("dot", "filled dot") and style[1].startswith("under") and style[2] == "normal"


def test_han_and_latin_stand_apart(text_page):
    """A quarter of an em or so (CLREQ 3.2.2), without a space in the text."""
    widths = text_page.evaluate(
        """(() => {
          const main = document.querySelector('#main')
          main.innerHTML = '<span>共10场</span><span style="text-autospace: no-autospace">共10场</span>'
          return [...main.children].map(one => one.getBoundingClientRect().width)
        })()"""
    )
    assert 2 < widths[0] - widths[1] < 18


def test_the_sample_itself(open_page):
    for path in ("/", "/notices/cold-wave-tips/", "/closed-loop/", "/brands/quanxi/"):
        for width in (320, 390):
            page = open_page(path, width=width)
            for element in page.query_selector_all("#main p, #main h1, #main h2, #main h3, #main li, #main dd"):
                if element.query_selector("p, li, h2, h3, div, br"):
                    continue
                lines = page.evaluate(LINES, element)
                assert broken([line.strip() for line in lines if line.strip()]) == [], (path, width)
            for element in page.query_selector_all("#main h1, #main h2"):
                if element.query_selector("*"):
                    continue
                lines = [line.strip() for line in page.evaluate(LINES, element) if line.strip()]
                assert len(lines) < 2 or len(lines[-1]) > 1, (path, width, lines)
