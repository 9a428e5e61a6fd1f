"""The modules of the screens' player by themselves, each with those it needs and nothing else, in today's engine and in Chromium 69."""

import base64
import io
import json
import random

import pytest
from browser_files import STYLES, modules  # noqa: F401
from old_engine import milliseconds
from PIL import Image
from support import NOW

SEED = 20261121
START = milliseconds(NOW) // 1000
HOSTILE = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>&amp;"\'</div>'


# What shows when

# A timeline of two stretches at 1000 and 2000; two slides of 10 and 5 seconds, and an evergreen one of 7.
PROGRAMME = """function programme(items) {
  function round(turns) { turns.total = turns.reduce(function (sum, turn) { return sum + turn[1]; }, 0); return turns; }
  return {
    from: 1000, until: 3000, evergreen: 1, rounds: [round([[0, 10], [1, 5]]), round([[2, 7]])],
    timeline: [{begins: 1000, round: 0, phase: 3}, {begins: 2000, round: 0, phase: 0, interruption: true, daypart: '午间'}],
    data: [{id: 'a', items: items.map(function (one, number) { return number; })}, {id: 'b', items: []}, {id: 'evergreen', items: []}],
    items: items
  };
}"""
MOMENT = f"function (now, items) {{ var it = momentOf(({PROGRAMME})(items || []), now); return [it.state, it.slide.id, it.elapsed, it.interruption, it.daypart]; }}"


MOMENTS = [
    (1000, ["timeline", "a", 3, False, None]), (1006, ["timeline", "a", 9, False, None]), (1007, ["timeline", "b", 0, False, None]),
    (1012, ["timeline", "a", 0, False, None]), (1999, ["timeline", "b", 2, False, None]), (2000, ["timeline", "a", 0, True, "午间"]),
    (2014, ["timeline", "b", 4, True, "午间"]), (2999, ["timeline", "a", 9, True, "午间"]),
    # A little before it was made its day begins; what is further away, and what it has run out for, shows what needs no date.
    (700, ["timeline", "a", 3, False, None]), (699, ["evergreen", "evergreen", 6, False, None]), (3000, ["evergreen", "evergreen", 4, False, None]),
]


def test_a_moment(modules):  # noqa: F811
    page = modules("player/moment")
    assert [(now, page.ask(MOMENT, now)) for now, _ in MOMENTS] == MOMENTS


def test_a_moment_without_a_clock_counts_by_the_box(modules):  # noqa: F811
    page = modules("player/moment")
    assert page.ask(MOMENT, None) == ["evergreen", "evergreen", START % 7, False, None]
    page.clock.advance(3000)
    assert page.ask(MOMENT, None) == ["evergreen", "evergreen", (START + 3) % 7, False, None]


def test_what_a_moment_shows(modules):  # noqa: F811
    """From the second it is due to the last before it is over; it runs now only where it takes place."""
    times = {"shownFrom": 1000, "shownUntil": 2000}
    items = [
        times, {**times, "begins": 1500, "ends": 1600}, {**times, "begins": 1500, "ends": 1600, "status": "cancelled"},
        {**times, "begins": 1500, "ends": 1600, "status": "postponed"}, {**times, "begins": 1500, "ends": 1600, "status": "moved"},
        {"shownFrom": 1512, "shownUntil": 1513},
    ]
    page = modules("player/moment")
    shown = f"function (now, items) {{ return momentOf(({PROGRAMME})(items), now).shown.map(function (one) {{ return [one.number, one.isNow]; }}); }}"
    # The second stretch of each round is the other slide's.
    assert page.ask(shown, 1497, items) == [[number, False] for number in range(5)]
    assert page.ask(shown, 1512, items) == [[0, False], [1, True], [2, False], [3, False], [4, True], [5, False]]
    assert page.ask(shown, 1602, items) == [[number, False] for number in range(5)]
    assert page.ask(shown, 1500, items) == page.ask(shown, 1512, items)[:5]


# The clock


def test_the_box_clock_is_believed_as_long_as_it_can_be_true(modules):  # noqa: F811
    page = modules("player/moment", "player/clock")
    assert page.ask("clock.now()") == START and page.ask("clock.isTold()") is False
    page.ask("clock.notBefore(%d)" % ((START + 300) * 1000))
    assert page.ask("clock.now()") == START
    page.ask("clock.notBefore(%d)" % ((START + 301) * 1000))
    assert page.ask("clock.now()") is None
    page.ask("clock.notBefore(0)")
    assert page.ask("clock.now()") is None
    page.ask("clock.forget()")
    assert page.ask("clock.now()") == START


@pytest.mark.parametrize(("off", "is_believed"), [(-120, True), (120, True), (121, False), (-86_400, False)])
def test_a_server_corrects_a_box_that_is_far_off(modules, off, is_believed):  # noqa: F811
    page = modules("player/moment", "player/clock")
    page.ask("clock.hear(%d)" % ((START + off) * 1000))
    # A server ahead is believed at once, as the box may have no battery; one that would turn the clock back is when it has gone on.
    assert page.ask("clock.isTold()") is (off >= -120)
    page.clock.advance(5000)
    page.ask("clock.hear(%d)" % ((START + off + 5) * 1000))
    assert page.ask("clock.now()") == START + 5 + (0 if is_believed else off)
    assert page.ask("clock.isTold()") is True and page.ask("clock.isInDoubt()") is False


def hears(page, seconds, passed=0):
    """The server says the time of so many seconds from the start, so many seconds later; the time of the box after that, and whether it is in doubt."""
    page.clock.advance(passed * 1000)
    return page.ask("function (ms) { clock.hear(ms); return [clock.now() - %d, clock.isInDoubt()]; }" % START, (START + seconds) * 1000)


def test_a_cache_does_not_turn_the_clock_back(modules):  # noqa: F811
    """Whatever it answered before: the same `Date` is no evidence, and an older one that stands still is none."""
    page = modules("player/moment", "player/clock")
    assert hears(page, 0) == [0, False]
    for minute in range(1, 6):
        assert hears(page, 0, 60) == [minute * 60, False]
    page = modules("player/moment", "player/clock")
    for poll in range(5):
        assert hears(page, -7200, 30) == [30 * poll + 30, True]
    # Two answers of two caches are not in step.
    assert hears(page, -3600, 30) == [180, True]
    assert hears(page, 210, 30) == [210, False]


def test_a_server_with_a_wrong_clock_is_left_when_it_is_mended(modules):  # noqa: F811
    """A server's clock eight hours ahead takes a box along that nobody ever agreed with; when it is mended, so is the box."""
    page = modules("player/moment", "player/clock")
    assert hears(page, 28_800) == [28_800, False]
    assert hears(page, 30, 30) == [30, False]
    # One that was right believes it when it says so twice.
    page = modules("player/moment", "player/clock")
    assert hears(page, 0) == [0, False]
    assert hears(page, 28_830, 30) == [30, True]
    assert hears(page, 28_832, 2) == [28_832, False]
    # Mended: the box's own clock was right all along.
    assert hears(page, 62, 30) == [62, False]
    # Where the box's clock is wrong as well, it takes two answers again.
    page = modules("player/moment", "player/clock")
    page.clock.set((START + 90_000) * 1000)
    assert hears(page, 118_800) == [118_800, False]
    assert hears(page, 30, 30) == [118_830, True]
    assert hears(page, 32, 2) == [32, False]


def test_what_a_box_has_known_is_not_undone_by_one_answer(modules):  # noqa: F811
    """Woken in 1970 after it was told the time of an afternoon, it is given the morning by a cache."""
    page = modules("player/moment", "player/clock")
    page.ask("clock.notBefore(%d)" % (START * 1000))
    page.clock.set(0)
    assert page.ask("function (ms) { clock.hear(ms); return clock.now(); }", (START - 7200) * 1000) is None
    assert hears(page, 60, 30) == [60, False]


def test_a_box_that_has_slept_is_believed(modules):  # noqa: F811
    """Its count stood still and its clock went on; the next answer says whether it was set wrong instead."""
    page = modules("player/moment", "player/clock")
    assert hears(page, 0) == [0, False]
    page.clock.set((START + 3600) * 1000)
    assert page.ask("[clock.now(), clock.isInDoubt()]") == [START + 3600, True]
    assert hears(page, 3600) == [3600, False]
    page.clock.set((START + 90_000) * 1000)
    assert hears(page, 3601) == [90_000, True]
    assert hears(page, 3603, 2) == [3603, False]


# Feeds


@pytest.fixture(scope="module")
def feed(public):
    return (public / "feeds/v1/screens/quanxi-lobby.json").read_text(encoding="utf-8")


SCREEN_OF_PAGE = 'var SCREEN = "quanxi-lobby";'
IS_ONE = "function (text) { return programmeOf(text) !== null; }"


def test_a_whole_feed_is_a_programme(modules, feed):  # noqa: F811
    page = modules("player/programme", before=SCREEN_OF_PAGE)
    found = page.ask("function (text) { var it = programmeOf(text); return [it.generation, it.from, it.timeline.length, it.items.length, it.rounds[0].total, it.text === text]; }", feed)
    value = json.loads(feed)
    assert found == [value["generation"], value["generation"], len(value["timeline"]), len(value["items"]), sum(turn[1] for turn in value["rounds"][0]), True]
    assert page.ask("function (text) { return dayOf(programmeOf(text), '2026-11-21T12:00:00+08:00').label; }", feed) == "11月21日 星期六"
    assert page.ask("function (text) { return dayOf(programmeOf(text), '2019-11-21') === undefined; }", feed) is True


DAMAGES = [
    (["screen", "id"], "other"), (["schemaVersion"], "2.0"), (["generation"], "1"), (["generation"], 5), (["validUntil"], "soon"), (["rounds"], [[]]),
    (["rounds", 0, 0, 0], 10_000), (["rounds", 0, 0, 1], 0), (["evergreen"], -1), (["timeline"], []), (["items", 0, "title"], {"toString": 1}),
    (["items", 0, "from"], "2026-11-21"), (["data", 0, "items"], [10_000]), (["codes", 0, "modules"], "zz"), (["screen", "pollSeconds"], 1),
    (["days", 0, "label"], None), (["pictures"], [{"url": "https://other.example/a.png"}]), (["pictures"], [{"url": "//other.example"}]),
    (["pictures"], [{"url": "/a.png", "data": "data:text/html,<script>"}]),
]


def damaged(feed, path, value):
    changed = json.loads(feed)
    into = changed
    for step in path[:-1]:
        into = into[step]
    into[path[-1]] = value
    return json.dumps(changed)


def test_what_is_not_as_it_must_be_is_none(modules, feed):  # noqa: F811
    page = modules("player/programme", before=SCREEN_OF_PAGE)
    assert [(path, value) for path, value in DAMAGES if page.ask(IS_ONE, damaged(feed, path, value))] == []
    assert [page.ask(IS_ONE, text) for text in ("", "null", "[]", "<!DOCTYPE html>", feed[:-20])] == [False] * 5
    assert page.ask(IS_ONE, feed) is True


# Text


LINES = [
    ("电话 0531-0000-1200 转 2", '电话 <span class="whole">0531-0000-1200</span> 转 2'),
    ("（8:30—11:30），开门吧吗", '（<span class="whole">8:30—11:30），</span>开<span class="tail">门吧吗</span>'), ("8:30—11:30 开门", '<span class="whole">8:30—11:30</span> 开门'),
    ("自2026年12月5日起", '自<span class="whole">2026年12月5日起</span>'), ("于12 月 5 日", '于<span class="whole">12 月 5 日</span>'),
    ("WiFi6读书会", 'WiFi6<span class="tail">读书会</span>'), ("from 21 Nov on", 'from <span class="whole">21 Nov</span> on'),
    ("请邻居们到大厅来", '请邻居们到<span class="tail">大厅来</span>'),
    ("大厅来", "大厅来"), ("一二 a", "一二 a"), ("", ""),
    ("1-2-3-4-5-6-7-8-9-10-11-12-13", "1-2-3-4-5-6-7-8-9-10-11-12-13"),
]


def test_what_stays_on_a_line(modules):  # noqa: F811
    page = modules("player/text")
    written = "function (text) { var node = element('p'); write(node, text); return [node.textContent, node.innerHTML]; }"
    assert [tuple(page.ask(written, text)) for text, _ in LINES] == LINES


def test_parts_stand_apart(modules):  # noqa: F811
    page = modules("player/text")
    assert page.ask("joined('line', '大厅 · 二楼　免费').outerHTML") == (
        '<div class="line"><span class="part">大厅</span> <span class="part">二楼</span> <span class="part">免费</span></div>')
    assert page.ask("[tone({tone: 'public-notice'}), tone({}), tone({tone: 'a\" onclick=\"b'})]") == [" tone-public-notice", "", ""]
    assert page.ask("[add(document.body, 'p', '', ''), add(document.body, 'p', '', undefined), document.body.children.length]") == [None, None, 0]


# Markdown

# All pictures are there.
HERE = "var pictures = {source: function (one) { return one.data || one.url; }, state: function () { return 0; }};"


def test_markdown_keeps_what_is_known_and_nothing_that_acts(modules):  # noqa: F811
    page = modules("player/text", "player/prose", before=HERE)
    html = (
        '<h2 onclick="window.hit=1" id="a">一</h2><p style="color:red">二<script>window.hit=1</script><style>p{}</style><a href="javascript:window.hit=1">三</a>'
        '</p><iframe src="javascript:window.hit=1"></iframe><img src="x" onerror="window.hit=1"><img src="/images/a.png" alt="四">'
        '<svg onload="window.hit=1"><p>五</p></svg><form><input value="六"></form><ol start="99"><li>七</li><li>八</li></ol>')
    found = page.ask("""function (html) {
      var body = element('div');
      document.body.appendChild(body).appendChild(safe({pictures: [{url: '/images/a.png', data: 'data:image/gif;base64,R0lGODlhAQABAAAAACw='}]}, html));
      return body.innerHTML;
    }""", html)
    assert found == (
        '<h2>一</h2><p>二三</p><img alt="四" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p>五</p>'
        '<ol class="digits-3"><li value="99">七</li><li value="100">八</li></ol>')
    assert page.page.evaluate("window.hit") is None


def test_a_list_may_be_broken_between_its_entries(modules):  # noqa: F811
    page = modules("player/text", "player/prose", before=HERE)
    assert page.ask("""function () {
      var list = element('ol');
      list.innerHTML = '<li value="1">一</li><li value="2">二</li>';
      return entries(list).concat(entries(element('p', '', '三'))).map(function (one) { return one.outerHTML; });
    }""") == ['<ol><li value="1">一</li></ol>', '<ol><li value="2">二</li></ol>', "<p>三</p>"]


# Pictures


def image(width, height, kind="PNG"):
    out = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", (width, height)).save(out, kind)
    return f"data:image/{kind.lower()};base64,{base64.b64encode(out.getvalue()).decode()}"


SMALL, GIANT = image(8, 6), image(7000, 6000)
ASKED = """var asked = []; (function () {
  var source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  Object.defineProperty(HTMLImageElement.prototype, 'src', {
    configurable: true, get: source.get, set: function (value) { asked.push(value); source.set.call(this, value); }
  });
}());
var told = 0, programme;
function byID(id) { return document.getElementById(id); }
"""
# The clock stands still, and pictures come in real time.
WAIT = """function (count) {
  return new Promise(function (done) {
    var channel = new MessageChannel();
    channel.port1.onmessage = function () {
      if (pictures.state() >= count) { done(pictures.state()); } else { channel.port2.postMessage(0); }
    };
    channel.port2.postMessage(0);
  });
}"""


def test_pictures_show_when_they_are_there(modules):  # noqa: F811
    """Until then, and where they are broken or larger than a box can hold, there is nothing at all."""
    page = modules("player/text", "player/pictures", "player/prose", before=ASKED + 'var ROOT = "", SITE = null;')
    feed = {"pictures": [
        {"url": "/images/a.png", "data": SMALL}, {"url": "/images/b.png", "data": "data:image/png;base64,AAAA"},
        {"url": "/images/c.png", "digest": "0123456789abcdef"}, {"url": "/images/d.png", "data": GIANT}]}
    nodes = "function (feed) { return feed.pictures.map(function (one) { var node = pictureNode(feed, one.url, '一'); return node && [node.alt, node.src.slice(0, 5)]; }); }"
    assert page.ask(nodes, feed) == [None] * 4
    page.ask("function (feed) { programme = feed; pictures.load(feed, true); }", feed)
    assert page.ask(WAIT, 4) == 4
    assert page.ask(nodes, feed) == [["一", "data:"], None, None, None]
    assert page.ask("pictureNode({pictures: []}, 'https://b.example/c.png', '')") is None
    # Another digest is another address, whatever a cache holds of the old one.
    assert page.ask("asked.filter(function (one) { return one.indexOf('/images/') === 0; })") == ["/images/c.png?0123456789abcdef"]
    # The network may have been away: what did not come is asked for again, what is too large is not.
    page.ask("[1, 299, 300, 301].forEach(pictures.again)")
    assert page.ask(WAIT, 6) == 6
    assert page.ask("asked.filter(function (one) { return one.indexOf('/images/') === 0; }).length") == 2
    page.ask("pictures.load({pictures: []}, true)")
    assert page.ask("document.images.length") == 0


def test_where_a_package_looks_for_pictures(modules):  # noqa: F811
    """Beside the page where the page brought that very picture, else and then at the site."""
    own = json.dumps({"pictures": [{"url": "/images/a.png", "digest": "aa"}, {"url": "/images/b.png", "digest": "bb"}]})
    page = modules(
        "player/text", "player/pictures", before=ASKED + 'var ROOT = ".", SITE = "https://a.example";',
        body=f'<script type="application/json" id="feed">{own}</script>')
    feed = {"pictures": [{"url": "/images/a.png", "digest": "aa"}, {"url": "/images/b.png", "digest": "cc"}]}
    page.ask("function (feed) { programme = feed; pictures.load(feed, true); }", feed)
    assert page.ask(WAIT, 2) == 2
    assert sorted(page.ask("asked")) == ["./images/a.png", "https://a.example/images/a.png?aa", "https://a.example/images/b.png?cc"]


# Codes and charts


def test_a_code_is_drawn_from_its_modules(modules):  # noqa: F811
    page = modules("player/text", "player/code")
    size = 21
    rows = [[(x * 7 + y * 3) % 5 < 2 for x in range(size)] for y in range(size)]
    bits = "".join("1" if dark else "0" for row in rows for dark in row) + "000"
    digits = "".join(f"{int(bits[at:at + 4], 2):x}" for at in range(0, size * size, 4))
    box = page.ask("function (code, label) { var box = codeNode(code, label); return [box.querySelector('svg').getAttribute('viewBox'), box.querySelectorAll('path')[1].getAttribute('d'), box.textContent, box.querySelectorAll('img,script').length]; }",
        {"size": size, "modules": digits}, HOSTILE)
    drawn = [[False] * size for _ in range(size)]
    for run in box[1].split("z")[:-1]:
        place, width = run[1:].split("h")[0], int(run.split("h")[1].split("v")[0])
        x, y = map(int, place.split())
        for step in range(width):
            drawn[y - 4][x - 4 + step] = True
    assert box[0] == "0 0 29 29" and drawn == rows and box[2:] == [HOSTILE, 0]


BARS = """function (values) {
  var chart = barsOf(values.map(function (value, number) { return {label: number + '月', value: value}; }));
  return [chart.className, chart.querySelector('.zero').style.bottom].concat(Array.prototype.map.call(chart.querySelectorAll('i'), function (bar) {
    return bar.className + bar.style.top + '/' + bar.style.bottom + '/' + bar.style.height;
  }));
}"""


CHARTS = [
    ([1, 2, 4], ["bars", "0%", "/0%/25%", "/0%/50%", "/0%/100%"]),
    ([3, -1], ["bars sunk", "25%", "/25%/75%", "below75%//25%"]),
    ([0, 0], ["bars", "0%", "/0%/1%", "/0%/1%"]),
    ([-4], ["bars sunk", "100%", "below0%//100%"]),
]


def test_bars(modules):  # noqa: F811
    page = modules("player/text", "player/chart")
    assert [(values, page.ask(BARS, values)) for values, _ in CHARTS] == CHARTS


def test_labels_of_a_chart_never_touch(modules):  # noqa: F811
    """However many there are; the last always stands."""
    page = modules("player/text", "player/chart", body='<style>.bars { position: relative; width: 400px; height: 100px } .bars > span { position: absolute; white-space: nowrap } .bar { height: 100px }</style>')
    chosen = random.Random(SEED)
    for count in (1, 2, 5, 12, 60):
        points = [{"label": f"{number}月", "value": chosen.randrange(-50, 9000), "text": f"{chosen.randrange(9000)} 人次"} for number in range(count)]
        boxes = page.ask("""function (points) {
          var chart = document.body.appendChild(barsOf(points)), found;
          annotate(chart);
          found = ['.top', '.foot'].map(function (kind) {
            return Array.prototype.filter.call(chart.querySelectorAll(kind), function (label) { return label.style.visibility !== 'hidden'; }).map(function (label) {
              return [parseFloat(label.style.left), parseFloat(label.style.left) + label.offsetWidth, label.textContent];
            });
          });
          document.body.removeChild(chart);
          return found;
        }""", points)
        for labels, last in zip(boxes, (points[-1]["text"], points[-1]["label"])):
            assert labels[-1][2] == last
            assert all(left[1] < right[0] for left, right in zip(labels, labels[1:]))
            assert all(label[0] >= 0 for label in labels)


# Blocks and frames

DRAWN = ("player/text", "player/code", "player/prose", "player/chart", "player/weather", "player/blocks", "player/frames")
ITEM = {
    name: HOSTILE for name in ("id", "title", "when", "line", "text", "side", "chip", "mark", "status", "tone", "group", "value", "suffix", "now", "next", "codeLabel")}
FRAMES = """function (feed, layout, items) {
  var moment = {slide: {layout: layout, empty: items.length ? null : feed.hostile}, shown: items.map(function (item, number) { return {number: number, item: item, isNow: true}; })};
  return framesOf(feed, moment).map(function (frame) {
    frame.blocks.forEach(function (block) { frame.area.appendChild(block); });
    document.body.appendChild(frame.root);
    return {
      text: frame.root.textContent, classes: frame.root.className, count: frame.blocks.length,
      nodes: Array.prototype.map.call(frame.root.querySelectorAll('*'), function (node) { return node.nodeName.toLowerCase(); }),
      attributes: Array.prototype.reduce.call(frame.root.querySelectorAll('*'), function (all, node) {
        return all.concat(Array.prototype.map.call(node.attributes, function (one) { return one.name; }));
      }, [])
    };
  });
}"""
SAYS = {
    "rows": ["title", "when", "line", "text", "side", "chip", "mark", "group"],
    "cards": ["title", "when", "line", "text", "chip", "mark", "codeLabel"],
    "rooms": ["title", "mark", "now", "next", "text"],
    "figures": ["title", "value", "suffix", "line"],
    "poster": ["title", "chip", "line", "value", "text", "lines", "codeLabel"],
    "alert": ["title", "text", "lines", "line", "codeLabel"],
    "leaf": ["title", "value", "when", "lines", "chip", "text"],
    "weather": ["title", "text", "line"],
    "countdown": ["title", "value", "suffix", "line"],
    "text": ["html"],
    "empty": [],
}


def test_hostile_text_is_text(modules):  # noqa: F811
    """In every member of an item, in every layout: it is shown as it is written, and nothing of it acts."""
    page = modules(*DRAWN, before=HERE)
    for layout in SAYS:
        check_hostile(page, layout)
    assert page.page.evaluate("window.hit") is None
    assert page.page.problems == []


def check_hostile(page, layout):
    feed = {
        "screen": {"words": {name: HOSTILE for name in ("now", "next", "free", "stale")}}, "codes": [{"size": 21, "modules": "f" * 111}], "hostile": HOSTILE,
        "pictures": []}
    item = {**ITEM, "lines": [HOSTILE], "html": "<p>" + HOSTILE.replace("&", "&amp;").replace("<", "&lt;") + "</p>"}
    if layout in ("cards", "poster", "alert"):
        item["code"] = 0
    if layout == "figures":
        item["series"] = [{"label": HOSTILE, "value": 1, "text": HOSTILE}]
    shown = {"rooms": "cards", "empty": "rows"}.get(layout, layout)
    frames = page.ask(FRAMES, feed, shown, [] if layout == "empty" else [item, item])
    text = "".join(frame["text"] for frame in frames)
    assert text.count(HOSTILE) >= max(1, len(SAYS[layout])), layout
    for frame in frames:
        assert set(frame["nodes"]) <= {"div", "span", "i", "b", "svg", "path", "p"}, layout
        assert set(frame["attributes"]) <= {"class", "style", "viewBox", "shape-rendering", "fill", "fill-rule", "d", "data-level"}, layout


def test_an_alert_says_how_severe_it_is_and_what_to_do_first(modules):  # noqa: F811
    page = modules(*DRAWN, before=HERE)
    alert = """function (tone) {
      var frame = framesOf({screen: {words: {}}}, {slide: {layout: 'alert'}, shown: [{item: {title: '停水', tone: tone, mark: '级别', text: '三号院', lines: ['接水']}}]})[0];
      return [frame.blocks.map(function (one) { return one.className; }), frame.root.querySelectorAll('.level .on').length, frame.root.querySelectorAll('.level svg').length,
        frame.root.querySelector('.level').getAttribute('data-level'), frame.area.querySelector('.level')];
    }"""
    for bars, tone in enumerate(("minor", "moderate", "severe", "extreme"), 1):
        assert page.ask(alert, tone) == [["name", "do", "text"], bars, 1, "级别", None]


def test_a_photo_that_has_not_come_shows_nothing(modules):  # noqa: F811
    """Neither its caption alone nor a hole; posters say what they have to say without it."""
    page = modules(*DRAWN, before="var pictures = {here: [], shape: function () { return 1.5; }, source: function (one) { return this.here.indexOf(one.url) < 0 ? null : one.url; }};")
    shown = """function (here, items) {
      pictures.here = here;
      var feed = {screen: {width: 1920, height: 1080, words: {stale: '待更新'}}, pictures: [{url: '/a.png'}, {url: '/b.png'}], codes: []};
      var moment = {slide: {layout: 'poster', title: '活动'}, shown: items.map(function (one) { return {item: one}; })};
      return [isDrawable(feed, moment), framesOf(feed, moment).map(function (frame) { return [frame.root.className, frame.root.querySelectorAll('img').length]; })];
    }"""
    photos = [{"title": "一", "picture": 0}, {"title": "二", "picture": 1}]
    assert page.ask(shown, [], photos) == [False, [["panel empty", 0]]]
    assert page.ask(shown, ["/b.png"], photos) == [True, [["poster photo", 1]]]
    assert page.ask(shown, [], [{"title": "三", "picture": 0, "text": "书吧"}]) == [True, [["poster", 0]]]
    assert page.ask(shown, ["/a.png"], [{"title": "三", "picture": 0, "text": "书吧"}]) == [True, [["poster pictured", 1]]]


def test_an_item_says_what_it_has(modules):  # noqa: F811
    page = modules(*DRAWN, before=HERE)
    row = "function (item, isNow) { return row({item: item, isNow: isNow}, {now: '进行中'}).outerHTML; }"
    assert page.ask(row, {"title": "早操", "when": "早上"}, True) == (
        '<div class="row  is-now"><div class="when"><span class="start">早上</span></div><div class="main"><div class="head"><span class="badge now">进行中</span>'
        '<span class="name">早操</span></div></div></div>')
    assert page.ask(row, {"title": "早操", "status": "cancelled", "mark": "已取消"}, False) == (
        '<div class="row cancelled timeless"><div class="main"><div class="head"><span class="badge cancelled">已取消</span>'
        '<span class="name">早操</span></div></div></div>')
    parts = "function (when) { return Array.prototype.map.call(whenNode(when).children, function (one) { return [one.className, one.textContent]; }); }"
    for when, said in {
        "14:30–16:00": [["start", "14:30"], ["end", "–16:00"]], "11月25日 周三 14:30–16:00": [["day", "11月25日 周三"], ["start", "14:30"], ["end", "–16:00"]],
        "今晚 19:00–20:30": [["day", "今晚"], ["start", "19:00"], ["end", "–20:30"]], "全天": [["start", "全天"]],
        "11月25日 22:00 – 11月26日 06:00": [["day", "11月25日"], ["start", "22:00"], ["end", "– 11月26日 06:00"]],
        "11月16日–22日": [["start", "11月16日–22日"]], "22:00–次日 06:00": [["start", "22:00"], ["end", "–次日 06:00"]],
    }.items():
        assert page.ask(parts, when) == said
    lengths = "function (value, suffix) { return figure({item: {title: '人次', value: value, suffix: suffix}}).querySelector('.value').className; }"
    # With its unit beside it: 2,500 平方米 is as wide as a figure of seven digits.
    assert [page.ask(lengths, *figure) for figure in (("1,286", "件"), ("2,500", "平方米"))] == ["value", "value longer"]
    assert [page.ask(lengths, value, None) for value in ("1", "1,234,5", "1,234,567.8")] == ["value", "value longer", "value longest"]
    groups = "function (feed, items) { return framesOf(feed, {slide: {layout: 'rows'}, shown: items.map(function (one) { return {item: one}; })})[0].blocks.map(function (one) { return one.className.split(' ')[0]; }); }"
    assert page.ask(groups, {"screen": {"words": {}}}, [{"title": "一", "group": "今天"}, {"title": "二", "group": "今天"}, {"title": "三", "group": "明天"}]) == [
        "group", "row", "row", "group", "row"]


# Pages


def test_cuts_lose_nothing(modules):  # noqa: F811
    """The first n characters and the rest are the whole, for every n."""
    page = modules("player/text", "player/cuts")
    html = '<ol><li value="3">一二<strong>三四</strong>五。</li><li>六七八</li></ol>'
    assert page.ask("""function (html) {
      var box = element('div'), all, found = [], n, first, rest;
      box.innerHTML = html;
      all = box.firstChild.textContent;
      for (n = 1; n < all.length; n += 1) {
        first = cut(box.firstChild, n, false);
        rest = cut(box.firstChild, n, true);
        if (first.textContent !== all.slice(0, n) || rest.textContent !== all.slice(n)) { found.push(n); }
      }
      return found;
    }""", html) == []
    cut = "function (html, n) { var box = element('div'); box.innerHTML = html; return cut(box.firstChild, n, true).outerHTML; }"
    assert page.ask(cut, html, 3) == '<ol><li value="3" class="continued"><strong>四</strong>五。</li><li>六七八</li></ol>'


def test_cuts_keep_breaks_and_pictures_where_they_are(modules):  # noqa: F811
    """On the one side or on the other, between what they stood between; a break alone is no entry."""
    page = modules("player/text", "player/cuts")
    assert page.ask("""function (html) {
      var box = element('div'), found = [], n, all, parts;
      function told(node) {
        if (node.nodeType === 3) { return node.nodeValue; }
        return node.nodeName === 'BR' ? '|' : node.nodeName === 'IMG' ? '#' : Array.prototype.map.call(node.childNodes, told).join('');
      }
      box.innerHTML = html;
      all = told(box.firstChild);
      for (n = 1; n < box.textContent.length; n += 1) {
        parts = [cut(box.firstChild, n, false), cut(box.firstChild, n, true)].map(told);
        if (parts.join('') !== all) { found.push(parts); }
      }
      return found;
    }""", "<div><p>一二<br>三四<br><br>五六</p><p><img alt=''></p><ul><li>七<br>八</li><li>九<img alt=''></li></ul>十</div>") == []
    assert page.ask("function (html) { var box = element('div'); box.innerHTML = html; return cut(box.firstChild, 1, true).outerHTML; }",
        "<ul><li>一 <br></li><li>二</li></ul>") == "<ul><li>二</li></ul>"


SEAMS = [
    ("一二三，四五六七八九十。一二三四五六七八九十", 14, 12), ("电话是 0531-0000-1200 转二", 12, 4), ("一二三四五六七八九十", 9, 5), ("hello wonderful world of screens", 12, 6),
]


def test_where_a_text_is_cut(modules):  # noqa: F811
    page = modules("player/text", "player/cuts")
    assert [(text, fitting, page.ask("seam", text, fitting)) for text, fitting, _ in SEAMS] == SEAMS


def test_a_text_is_never_cut_beyond_what_fits(modules):  # noqa: F811
    chosen = random.Random(SEED)
    texts = ["".join(chosen.choice("一二三四五，。 ab1-:") for _ in range(chosen.randrange(2, 80))) for _ in range(300)]
    asked = [(text, chosen.randrange(1, len(text))) for text in texts]
    page = modules("player/text", "player/cuts")
    places = page.ask("function (asked) { return asked.map(function (one) { return seam(one[0], one[1]); }); }", asked)
    assert all(1 <= place <= max(fitting, 1) for place, (_, fitting) in zip(places, asked))


BROKEN = """function (heights, limit, most) {
  var top = 0, blocks = heights.map(function (height) { return element('div', height < 0 ? 'group' : 'row'); }), boxes = heights.map(function (height) {
    var box = {top: top, bottom: top + Math.abs(height), leads: height < 0};
    top = box.bottom;
    return box;
  });
  return broken(blocks, boxes, limit, most);
}"""


BREAKS = [
    ([40, 40, 40], [[0, 1], [2]]), ([100, 1], [[0], [1]]), ([30, 30, 30], [[0, 1, 2]]),
    # A group (below nothing here) stays with what it is over, and is told again.
    ([30, 30, -20, 30], [[0, 1], [2, 3]]), ([-20, 40, 40, 40], [[0, 1, 2], [-1, 3]]), ([-20, 40, 40, -20, 40], [[0, 1, 2], [3, 4]]),
]


def test_blocks_are_broken_into_pages(modules):  # noqa: F811
    page = modules("player/text", "player/cuts", "player/pages")
    assert [(heights, page.ask(BROKEN, heights, 100)) for heights, _ in BREAKS] == BREAKS
    # At most so many on a page, whatever the room; a heading is none of them.
    assert page.ask(BROKEN, [-5, 10, 10, 10, 10, 10], 100, 2) == [[0, 1, 2], [-1, 3, 4], [-1, 5]]


MEASURED = """function (count, length, height) {
  var area = document.body.appendChild(element('div')), blocks = [], i, pages, text = '';
  area.style.cssText = 'position: relative; overflow: hidden; width: 400px; height: ' + height + 'px';
  for (i = 0; i < length; i += 1) { text += '一二三四五六七八九，'; }
  for (i = 0; i < count; i += 1) { blocks.push(element('div', 'row', (i + 1) + text)); }
  pages = pagesOf({area: area, blocks: blocks}, {continued: '（续）'}).map(function (page) {
    area.innerHTML = '';
    area.style.fontSize = page.scale + 'em';
    page.blocks.forEach(function (block) { area.appendChild(block); });
    return [page.scale, area.textContent, area.scrollHeight <= area.clientHeight + 1];
  });
  document.body.removeChild(area);
  return [pages, blocks.map(function (block) { return block.textContent; }).join('')];
}"""


def test_pages_hold_everything_and_cut_nothing_off(modules):  # noqa: F811
    page = modules("player/text", "player/cuts", "player/pages", body="<style>body { font: 16px/1.4 sans-serif } * { margin: 0 }</style>")
    for count, length, height, most in ((3, 1, 600, 1), (60, 1, 300, 12), (1, 60, 200, 12), (5, 30, 250, 20)):
        pages, text = page.ask(MEASURED, count, length, height)
        assert "".join(shown for _, shown, _ in pages) == text
        assert all(fits for _, _, fits in pages) and len(pages) <= most
        assert {scale for scale, _, _ in pages} <= {1.7, 1.5, 1.35, 1.2, 1.1, 1}
        # What is little is large.
        assert most > 1 or [scale for scale, _, _ in pages] == [1.7]


# The stage

STAGE = (
    '<div id="stage"><div id="ground"></div><div id="band"></div><div id="sole"></div><div id="shift"><div id="head"><div id="titles"><h1 id="title"></h1><span id="page"></span></div>'
    '<div id="clock"><div id="weather-head"><span></span><span></span><span></span></div><div><span id="date"></span><span id="lunar"></span></div><b id="time"></b></div></div><div id="body"><div class="layer"></div>'
    '<div class="layer"></div></div><div id="strip"></div><div id="foot"><span id="name"></span><span id="sponsor"></span><span id="weather-foot"><span></span><span></span><span></span></span><span id="stale"></span><span id="updated"></span>'
    '<span id="corner"></span></div></div></div>')


STAGE_PAGE = 'var SCREEN = "a", changes = 0; function byID(id) { return document.getElementById(id); }'
STAGE_BODY = "".join(f"<style>{path.read_text(encoding='utf-8')}</style>" for path in STYLES) + STAGE
STAGED = (*DRAWN, "player/films", "player/cuts", "player/pages", "player/moment", "player/programme", "player/band", "player/stage")
# A slide of as many pages as texts, each page's text a capital letter's; drawn second by second.
PAGED = """function (pages, seconds, turn, turns, slide) {
  var feed = {
    screen: {width: 1920, height: 1080, orientation: 'landscape', title: '一', sponsor: '二', words: {stale: '三'}}, pictures: [], codes: [],
    days: [], utcOffsetMinutes: 480, generation: 1, digest: 'a', from: 0
  }, shown = [], run = [], i, second, text;
  for (i = 0; i < pages; i += 1) { shown.push({number: i, item: {title: String.fromCharCode(65 + i), text: '字'}}); }
  for (second = 0; second < turn * turns; second += 1) {
    stage.tick(feed, {
      slide: {id: slide || 'x', kind: 'venue', layout: 'poster', title: '四', seconds: seconds, items: []}, shown: shown, state: 'timeline',
      began: Math.floor(second / turn) * turn, elapsed: second % turn, seconds: turn
    }, second, '');
    text = document.querySelector('.layer.shown .name').textContent;
    if (run.length && run[run.length - 1][0] === text) { run[run.length - 1][1] += 1; } else { run.push([text, 1]); }
  }
  return [run, document.querySelectorAll('.layer.shown').length, Array.prototype.indexOf.call(document.querySelectorAll('.layer'), document.querySelector('.layer.shown'))];
}"""


@pytest.mark.parametrize(("pages", "turn", "turns", "run"), [
    (3, 30, 1, [10, 10, 10]), (1, 20, 2, [40]), (2, 30, 2, [10, 20, 10, 20]), (3, 40, 1, [10, 10, 20]),
    # More pages than the turn was made for share it: none is passed over.
    (4, 30, 1, [8, 7, 8, 7]), (3, 10, 2, [4, 3, 3, 4, 3, 3]),
])
def test_each_page_has_its_seconds(modules, pages, turn, turns, run):  # noqa: F811
    page = modules(*STAGED, before=HERE + STAGE_PAGE, body=STAGE_BODY)
    found, _, _ = page.ask(PAGED, pages, 10, turn, turns, None)
    assert found == [[chr(65 + number % pages), seconds] for number, seconds in enumerate(run)]


def test_pages_of_a_slide_follow_in_place_and_slides_change_layers(modules):  # noqa: F811
    """One layer is shown at any time, and it is another for another slide alone."""
    page = modules(*STAGED, before=HERE + STAGE_PAGE, body=STAGE_BODY)
    layers = [page.ask(PAGED, pages, 10, 30, 1, slide)[1:] for pages, slide in ((3, "x"), (3, "x"), (2, "y"), (1, "z"))]
    assert [count for count, _ in layers] == [1] * 4
    first, again, other, last = (layer for _, layer in layers)
    assert first == again != other != last
    # What goes is gone before what comes begins to show.
    style = page.ask("""function () {
      return Array.prototype.map.call(document.querySelectorAll('.layer'), function (one) {
        var style = getComputedStyle(one);
        return [one.className, parseFloat(style.transitionDuration), parseFloat(style.transitionDelay)];
      });
    }""")
    durations = {name: (duration, delay) for name, duration, delay in style}
    assert durations["layer shown"][1] >= durations["layer"][0] > 0 and durations["layer"][1] == 0


def test_a_correction_waits_for_a_page(modules):  # noqa: F811
    page = modules(*STAGED, before=HERE + STAGE_PAGE, body=STAGE_BODY)
    page.ask(PAGED, 3, 10, 30, 1, None)
    on = """function (elapsed) {
      var moment = {slide: {id: 'x', seconds: 10}, began: 0, elapsed: elapsed, seconds: 30};
      return [stage.isOn(moment), stage.isOnPage(moment)];
    }"""
    assert [page.ask(on, elapsed) for elapsed in (29, 19)] == [[True, True], [True, False]]
    assert page.ask("function () { return stage.isOnPage({slide: {id: 'y', seconds: 10}, began: 0, elapsed: 0, seconds: 30}); }") is False


FITS = [
    ((1920, 1080), (1920, 1080), (1920, 1080)), ((3840, 2160), (1920, 1080), (3840, 2160)), ((1080, 1920), (1080, 1920), (1080, 1920)),
    # A window of the same orientation is filled, whatever its sides; one of the other shows all of it, smaller.
    ((1280, 1024), (1920, 1080), (1280, 1024)), ((2560, 1080), (1920, 1080), (2560, 1080)), ((800, 1280), (1080, 1920), (800, 1280)),
    ((1920, 1080), (1080, 1920), (607, 1080)), ((1080, 1920), (1920, 1080), (1080, 607)),
]
FIT = """function (width, height) {
  var feed = {
    screen: {width: width, height: height, orientation: width > height ? 'landscape' : 'portrait', title: '一', sponsor: '二', words: {stale: '三'}},
    days: [], utcOffsetMinutes: 480, generation: 1, digest: 'a', from: 0
  }, root = document.getElementById('stage'), box;
  stage.tick(feed, {slide: {id: 'x', kind: 'today', layout: 'rows', title: '四', items: []}, shown: [], state: 'timeline', began: 0, elapsed: 0, seconds: 9}, 0, '');
  box = root.getBoundingClientRect();
  return [
    root.offsetWidth, root.offsetHeight, parseFloat(document.documentElement.style.fontSize),
    Math.round(box.left) >= 0 && Math.round(box.top) >= 0 && Math.round(box.right) <= innerWidth && Math.round(box.bottom) <= innerHeight, document.getElementById('title').textContent
  ];
}"""


@pytest.mark.parametrize(("window", "screen", "size"), FITS)
def test_the_stage_fits_the_window(modules, window, screen, size):  # noqa: F811
    """And a rem is a twentieth of the height of a 16:9 stage of as many pixels: the sheet has all sizes by it, and lines as many characters upright."""
    page = modules(*STAGED, before=HERE + STAGE_PAGE, body=STAGE_BODY, width=window[0], height=window[1])
    width, height, rem, is_inside, title = page.ask(FIT, *screen)
    assert is_inside and title == "四"
    assert abs(width - size[0]) <= 1 and abs(height - size[1]) <= 1 and abs(rem - (size[0] * size[1]) ** 0.5 * 0.0375) < 0.1


@pytest.mark.parametrize(("rotate", "corner"), [(90, "right"), (270, "left")])
def test_a_picture_is_turned_for_a_box_that_cannot(modules, rotate, corner):  # noqa: F811
    """Upright on a lying window: the stage fills it, and its head lies at the side that hangs up."""
    page = modules(*STAGED, before=HERE + STAGE_PAGE, body=STAGE_BODY, width=1920, height=1080)
    ask = FIT.replace("orientation:", f"rotate: {rotate}, orientation:").replace("Math.round(box.left) >= 0", "Math.round(document.getElementById('head').getBoundingClientRect().left), Math.round(box.left) >= 0")
    width, height, _, head, is_inside, title = page.ask(ask, 1080, 1920)
    assert (width, height, is_inside, title) == (1080, 1920, True, "四")
    assert head > 1700 if corner == "right" else head < 200


@pytest.mark.parametrize("safe", [0, 5, 10])
def test_nothing_is_read_where_boxes_cut_the_picture_off(modules, safe):  # noqa: F811
    page = modules(*STAGED, before=HERE + STAGE_PAGE, body=STAGE_BODY, width=1920, height=1080)
    page.ask(FIT.replace("orientation:", f"safeArea: {safe}, orientation:"), 1920, 1080)
    for name in ("head", "body", "foot"):
        box = page.ask("function (name) { var box = document.getElementById(name).getBoundingClientRect(); return [box.left, box.top, 1920 - box.right, 1080 - box.bottom]; }", name)
        # The picture wanders by 4 pixels.
        assert min(box[0], box[2]) >= 19.2 * safe - 1 and min(box[1], box[3]) >= 10.8 * safe - 1, (name, box)


# The band

BAND_ITEM = {"id": "a", "title": "扫雪", "tone": "moderate", "mark": "重要", "lines": ["走防滑路"], "text": "明早有雨夹雪", "side": "有效至 11月24日 9:30"}
BAND = """function (items, seconds) {
  var feed = {
    screen: {width: 1920, height: 1080, orientation: 'landscape', title: '一', sponsor: '二', words: {stale: '三'}, bandAt: 'foot'}, items: items, pictures: [],
    days: [], utcOffsetMinutes: 480, generation: 1, digest: 'a', from: 0
  };
  return seconds.map(function (second) {
    var strip = document.getElementById('strip'), boxes;
    stage.tick(feed, {slide: {id: 'x', kind: 'today', layout: 'rows', title: '四', items: []}, shown: [], state: 'timeline', began: 0, elapsed: 0, seconds: 900,
      band: items.map(function (item, number) { return number; })}, second, '');
    boxes = ['body', 'strip', 'foot'].map(function (id) { return document.getElementById(id).getBoundingClientRect(); });
    return [strip.textContent, boxes.map(function (box) { return [box.top, box.bottom]; }), strip.scrollHeight <= strip.clientHeight + 1 && strip.scrollWidth <= strip.clientWidth + 1];
  });
}"""


def band_of(modules, items, seconds):
    page = modules(*STAGED, before=HERE + STAGE_PAGE, body=STAGE_BODY, width=1920, height=1080)
    shown = page.ask(BAND, items, seconds)
    return shown, page.ask("band.pages()")


def test_a_band_that_fits_stands_still(modules):  # noqa: F811
    """And has room of its own, between the slides and the foot; without it the slides have that."""
    shown, pages = band_of(modules, [BAND_ITEM], [0, 1, 7, 100, 3601])
    assert {text for text, _, _ in shown} == {"扫雪\u2003走防滑路\u2003明早有雨夹雪\u2003有效至 11月24日 9:30"} and len(pages) == 1
    for _, (body, strip, foot), fits in shown:
        assert fits and body[1] <= strip[0] < strip[1] <= foot[0]
        assert (strip[1] - strip[0]) / 1080 > 0.06
    (_, (body, strip, foot), _), *_ = band_of(modules, [], [0])[0]
    assert strip[0] == strip[1] and foot[0] - body[1] < 40


def test_a_long_band_is_turned_like_pages(modules):  # noqa: F811
    """Nothing runs: each part stands for as long as it takes to read at five characters a second, all of it is said, in order, and again."""
    long = {**BAND_ITEM, "text": "请各楼栋的居民代表把意见汇总后交到社区党群服务中心一楼的便民窗口，也可以写在各单元门口的意见簿上。" * 4}
    shown, pages = band_of(modules, [long, {**BAND_ITEM, "id": "b", "title": "第二条"}], list(range(400)))
    assert len(pages) > 4 and all(fits for _, _, fits in shown)
    assert all(seconds >= 4 and seconds >= len(text) / 5 for text, seconds in pages)
    total = sum(seconds for _, seconds in pages)
    texts = [text for text, _, _ in shown]
    assert total < 200 and texts[:150] == texts[total : total + 150]
    wanted = [text for text, seconds in pages for _ in range(seconds)]
    assert texts[:total] == wanted
    said = "".join(text for text, _ in pages).replace("\u2003", "")
    assert said.startswith("扫雪走防滑路请各楼栋") and said.count("意见簿上") == 4 and said.endswith("第二条走防滑路明早有雨夹雪有效至 11月24日 9:30")


# Backgrounds and faces


def test_a_background_waits_for_its_picture(modules):  # noqa: F811
    """Light letters stand on it, and never on the light ground that is there before it has come."""
    page = modules(*STAGED, before="var pictures = {source: function () { return window.there; }, state: function () { return window.state; }};" + STAGE_PAGE, body=STAGE_BODY, width=1920, height=1080)
    ask = """function (there, theme) {
      window.there = there;
      window.state = (window.state || 0) + 1;
      var feed = {screen: {width: 1920, height: 1080, orientation: 'landscape', title: '一', sponsor: '二', words: {stale: '三'}, theme: theme}, items: [], pictures: [{url: '/a.jpg'}],
        days: [], utcOffsetMinutes: 480, generation: window.state, digest: 'a', from: 0};
      stage.tick(feed, {slide: {id: 'x', kind: 'today', layout: 'rows', title: '四', items: [], background: 0}, shown: [], state: 'timeline', began: 0, elapsed: 0, seconds: 9}, 0, '');
      return [document.getElementById('stage').className, document.getElementById('ground').style.backgroundImage !== ''];
    }"""
    assert page.ask(ask, None, "red") == ["landscape kind-today face-red", False]
    assert page.ask(ask, "data:image/gif;base64,R0lGODlhAQABAAAAACw=", "red") == ["landscape kind-today face-red on-picture dim", True]
    assert page.ask(ask, None, "night") == ["landscape kind-today face-night dim", False]


FILM = "{url: '/files/none.mp4', digest: 'aa', bytes: 10, milliseconds: 6000}"
# Where it lies; what plays is asked of the document's own video element, which an engine may lack.
WITHOUT_NETWORK = "var pictures = {addresses: function () { return ['data:video/mp4;base64,AAAA', 'data:video/mp4;base64,BBBB']; }}; function byID(id) { return document.getElementById(id); }"


def test_a_film_lets_its_poster_be(modules):  # noqa: F811
    """It is over the poster only while it plays; a failed one asks its next address, and what is left of it is nothing."""
    page = modules("player/films", before=WITHOUT_NETWORK, body="<div id='holder'><img alt=''></div><div id='other'></div>")
    page.ask(f"films.play({FILM}, byID('holder'), 'one', 7)")
    page.ask("""new Promise(function (done) {
      var film = document.querySelector('video');
      if (!film || film.error) { done(true); } else { film.addEventListener('error', function () { done(true); }); }
    })""")
    assert page.ask("byID('holder').querySelectorAll('img').length") == 1
    assert page.ask("document.querySelectorAll('.film.shown').length") == 0
    if page.ask("!!document.querySelector('video')"):
        assert page.ask("[document.querySelector('video').muted, document.querySelector('video').loop]") == [True, False]
        # The same turn goes on in another place; a longer one repeats.
        page.ask(f"films.play({FILM}, byID('other'), 'one', 7)")
        assert page.ask("byID('other').querySelectorAll('video').length") == 1
        page.ask(f"films.play({FILM}, byID('holder'), 'two', 20)")
        assert page.ask("document.querySelector('#holder video').loop") is True
    page.ask("films.play(undefined, null, 'three', 7)")
    assert page.ask("document.querySelectorAll('video').length") == 0


# A film that plays as the test says: real ones would take real time.
FILM_AT_WILL = """(function () {
  var make = document.createElement;
  document.createElement = function (name) {
    var node = make.call(document, name);
    if (name === 'video') {
      node = make.call(document, 'div');
      node.canPlayType = function () { return 'maybe'; };
      node.play = node.pause = node.load = function () { return undefined; };
      node.at = function (seconds) { node.currentTime = seconds; node.dispatchEvent(new Event('timeupdate')); };
      window.film = node;
    }
    return node;
  };
}());
"""


def test_a_film_that_stands_still_gives_way_to_its_poster(modules):  # noqa: F811
    """Five seconds without a new picture, before its first one or in its midst; when it goes on it is seen again, and its last picture stays."""
    page = modules("player/films", before=FILM_AT_WILL + WITHOUT_NETWORK, body="<div id='holder'><img alt=''></div>")
    seen = lambda: page.ask("window.film.className === 'film shown'")  # noqa: E731
    page.ask(f"films.play({FILM}, byID('holder'), 'one', 7)")
    page.ask("film.at(0)")
    assert not seen()
    page.ask("film.at(0.2)")
    assert seen()
    page.clock.advance(4900)
    page.ask("film.at(0.4)")
    page.clock.advance(4900)
    assert seen()
    page.clock.advance(200)
    assert not seen()
    page.ask("film.at(0.6)")
    assert seen()
    page.ask("(film.ended = true, film.dispatchEvent(new Event('ended')))")
    page.clock.advance(60000)
    assert seen()
    page.ask("films.play(undefined, null, 'two', 7)")
    page.ask("(film.ended = false, film.at(0.8))")
    assert not seen() and page.ask("document.querySelectorAll('#holder .film').length") == 0


def test_films_within_a_bound_are_kept(modules):  # noqa: F811
    page = modules("player/films", before="var pictures = {addresses: function (film) { return [film.url]; }}; function byID() {}")
    films = [{"url": "/a", "bytes": 60}, {"url": "/b", "bytes": 50}, {"url": "/c", "bytes": 40}]
    assert page.ask("function (list) { return films.paths({films: list}, 100); }", films) == ["/a", "/c"]
    assert page.ask("films.paths({}, 100)") == []
