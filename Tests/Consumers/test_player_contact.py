"""The player's contact with the world by itself: what it takes, what it refuses and what it tells. Server, stage and feeds are the test's."""

import pytest
from browser_files import modules  # noqa: F401
from old_engine import milliseconds
from support import NOW

START = milliseconds(NOW) // 1000

# Requests wait in `sent` until the test answers them. A feed is a JSON object of its generation and what it shows. Chance, by which players
# keep apart, stands in the middle: else what is asked within a time would be another number in one of six runs.
WORLD = """
Math.random = function () { return 0.5; };
var SCREEN = "lobby", VERSION = "aaaaaaaa", FEED = "/feed.json", KEY = null, SITE = null, ROOT = "", TOLERANCE = 300, ticks = 100, opened = %(now)d, sent = [];
var stage = {on: true, isOn: function () { return this.on; }, isOnPage: function () { return this.on; }};
var pictures = {asked: [], load: function (feed) { this.asked.push(feed.generation); }, paths: function () { return []; }};
var films = {paths: function () { return []; }};
var squares = false;
function lacksFont() { return squares; }
function programmeOf(text) {
  var feed;
  try { feed = JSON.parse(text); } catch (e) { return null; }
  feed.text = text;
  feed.from = feed.generation - (feed.ahead || 0);
  feed.until = feed.generation + 86400;
  feed.screen = {pollSeconds: 30, player: feed.player || VERSION, words: {updated: "更新于", stale: "信息待更新"}};
  feed.utcOffsetMinutes = 480;
  feed.pictures = [];
  feed.days = [{date: "2026-11-21", short: "11月21日"}];
  feed.data = [{items: [0]}];
  feed.items = [feed.urgent];
  return feed;
}
function dayOf(feed, text) { return feed.days.filter(function (one) { return one.date === text.slice(0, 10); })[0]; }
function momentOf(feed, now) { return {state: now < feed.until ? "timeline" : "evergreen", interruption: !!feed.urgent, round: [[0, 10]]}; }
function feedOf(generation, more) {
  var feed = more || {};
  feed.generation = generation;
  return JSON.stringify(feed);
}
function XMLHttpRequest() { sent.push(this); this.headers = {}; }
XMLHttpRequest.prototype = {
  open: function (method, url) { this.url = url; },
  setRequestHeader: function (name, value) { this.headers[name] = value; },
  send: function () {},
  abort: function () { this.answer(0, ""); },
  getAllResponseHeaders: function () { return this.date || ""; },
  answer: function (status, text, date) {
    this.status = status;
    this.responseText = text;
    this.date = date ? "date: " + new Date(date * 1000).toUTCString() + "\\r\\n" : "";
    this.onloadend();
  }
};
var programme = programmeOf(feedOf(%(now)d));
"""


@pytest.fixture
def box(modules):  # noqa: F811
    """Answers each poll with what the test gives it."""

    def box(before=""):
        page = modules("player/clock", "player/contact", before=WORLD % {"now": START} + before)
        page.page.evaluate("localStorage.clear()")
        page.ask("contact.start()")
        return page

    return box


# To the request that is on its way: those before it were given up.
ANSWER = "function (status, text, date) { sent.splice(0).pop().answer(status, text, date); contact.change(clock.now()); return programme.generation; }"
TURN = "(stage.on = false, contact.change(clock.now()), stage.on = true, programme.generation)"


def feed(page, generation, **more):
    return page.ask("feedOf", generation, more)


def test_it_asks_at_once_and_again(box):
    page = box()
    assert page.ask("sent.map(function (one) { return [one.url, one.headers['Cache-Control']]; })") == [[f"/feed.json?screen=lobby&gen={START}", "max-age=0"]]
    # While one is on its way no other is sent.
    page.clock.advance(12_000)
    assert page.ask("sent.length") == 1
    page.ask(ANSWER, 200, feed(page, START), START + 12)
    page.clock.advance(40_000)
    assert page.ask("sent.length") == 1


@pytest.mark.parametrize(("off", "date", "taken"), [
    (60, 60, True), (-60, 0, False), (0, 0, False), (299, 0, True), (301, 0, False), (86_400, 0, False),
])
def test_newer_feeds_are_taken_and_others_are_not(box, off, date, taken):
    """None older, and none that is made later than it is; between two slides."""
    page = box()
    assert page.ask(ANSWER, 200, feed(page, START + off, text="b"), START + date) == START
    assert page.ask(TURN) == (START + off if taken else START)
    assert page.ask("localStorage.getItem('gongshi-screen-lobby') !== null") is taken


@pytest.mark.parametrize(("status", "text"), [(200, ""), (200, "<html>"), (404, None), (500, None), (0, None), (304, None)])
def test_anything_else_changes_nothing(box, status, text):
    page = box()
    page.ask(ANSWER, status, feed(page, START + 60) if text is None else text, START)
    assert page.ask(TURN) == START


@pytest.mark.parametrize(("before", "after", "at_once"), [
    (None, None, False), (None, {"id": "a"}, True), ({"id": "a"}, None, True), ({"id": "a"}, {"id": "b"}, True), ({"id": "a"}, {"id": "a"}, False),
])
def test_what_is_urgent_does_not_wait(box, before, after, at_once):
    page = box(f"programme = programmeOf(feedOf({START}, {{urgent: {'null' if before is None else repr(before)}}}));")
    assert page.ask(ANSWER, 200, feed(page, START + 60, urgent=after), START + 60) == (START + 60 if at_once else START)
    assert page.ask(TURN) == START + 60


@pytest.mark.parametrize("ahead", [900, 8 * 3600, 200_000])
def test_a_feed_from_the_future_does_not_lock_the_box(box, ahead):
    """A wrong clock made it; a server that agrees with its own feed, and whose time goes on, says so. With a key only signatures count."""
    is_ahead = f"programme = programmeOf(feedOf({START + ahead}));"
    page = box(is_ahead)
    assert page.ask(ANSWER, 200, feed(page, START), START + 10) == START + ahead
    # It is asked again at once, and not at the next poll.
    page.clock.advance(2_000)
    assert page.ask(ANSWER, 200, feed(page, START), START + 12) == START
    page = box(is_ahead + 'KEY = {};')
    for seconds in (10, 12):
        assert page.ask(ANSWER, 200, feed(page, START), START + seconds) == START + ahead
        page.clock.advance(40_000)


def test_a_number_from_the_future_does_not_lock_the_box(box):
    """A build's clock was ahead; the next has the number above it and the true time. One that knows nothing of it is taken as well, where it is newer."""
    ahead = 28_800
    page = box(f"programme = programmeOf(feedOf({START + ahead}, {{ahead: {ahead - 60}}}));")
    assert page.ask(ANSWER, 200, feed(page, START, text="old"), START + 120) == START + ahead
    page.clock.advance(40_000)
    assert page.ask(ANSWER, 200, feed(page, START + ahead + 1, ahead=ahead - 120), START + 160) == START + ahead
    assert page.ask(TURN) == START + ahead + 1
    page.clock.advance(25_000)
    assert page.ask(ANSWER, 200, feed(page, START + 180), START + 200) == START + 180


def test_a_stale_cache_brings_back_no_older_feed(box):
    """It answers with what it kept of a day ago, again and again: neither the feed nor the time goes back."""
    page = box(f"programme = programmeOf(feedOf({START - 60}));")
    for _ in range(5):
        assert page.ask(ANSWER, 200, feed(page, START - 90_000), START - 86_400) == START - 60
        page.clock.advance(60_000)
    assert page.ask("clock.now()") == START + 300


def test_an_answer_that_stands_still_is_no_contact(box):
    """A cache that has lost its site goes on answering; people are told when the last true answer came."""
    page = box()
    note = "(contact.note(clock.now(), momentOf(programme, clock.now())))"
    for _ in range(12):
        page.ask(ANSWER, 200, feed(page, START), START)
        page.clock.advance(60_000)
    assert page.ask("clock.now()") == START + 720 and page.ask(note) == "更新于 11月21日 09:00"
    page.ask(ANSWER, 200, feed(page, START), START + 720)
    assert page.ask(note) == ""


def test_a_box_that_wakes_asks_at_once(box):
    page = box()
    page.ask(ANSWER, 200, feed(page, START), START)
    page.ask("contact.beat()")
    for _ in range(3):
        page.clock.advance(1_000)
        page.ask("contact.beat()")
    assert page.ask("sent.length") == 0
    page.clock.set((START + 7200) * 1000)
    page.ask("contact.beat()")
    assert page.ask("sent.length") == 1
    # What was on its way when it fell asleep may never come: it is asked again when that is over.
    page.clock.set((START + 14_400) * 1000)
    page.ask("contact.beat()")
    assert page.ask("sent.length") == 1
    page.ask("sent.shift().answer(0, '')")
    assert page.ask("sent.length") == 1
    # So does one whose network returns.
    page.ask("sent.shift().answer(0, '')")
    page.page.evaluate("window.dispatchEvent(new Event('online'))")
    assert page.ask("sent.length") == 1


def test_a_box_without_a_font_says_so(box):
    page = box("squares = true;")
    assert page.ask("sent[0].url") == f"/feed.json?screen=lobby&gen={START}&font=none"


def test_pictures_of_what_comes_are_loaded_before_it_comes(box):
    page = box()
    page.ask(ANSWER, 200, feed(page, START + 60), START + 60)
    assert page.ask("[programme.generation, pictures.asked]") == [START, [START + 60]]


PACKAGE = "SITE = 'https://a.example'; FEED = SITE + FEED;"
# The site's answer, as `fetch` gives it; old engines have none.
FETCH = """
var asked = [], answers = [];
window.fetch = function (address, options) {
  asked.push([address, options.cache]);
  return new Promise(function (done) { answers.push(done); });
};
function answerOf(text) {
  var given = [new TextEncoder().encode(text)];
  return {status: 200, headers: {get: function () { return null; }}, body: {getReader: function () { return {read: function () {
    return Promise.resolve(given.length ? {done: false, value: given.shift()} : {done: true});
  }}; }}};
}
"""


def test_a_package_asks_the_site_and_not_a_cache(box):
    page = box(PACKAGE + FETCH)
    assert page.ask("asked") == [[f"https://a.example/feed.json?screen=lobby&gen={START}", "no-cache"]] and page.ask("sent.length") == 0
    page.ask("function (text) { answers.shift()(answerOf(text)); }", feed(page, START + 60, text="字" * 9))
    # A stream is read in real time.
    page.page.wait_for("inside('pictures.asked.length') > 0")
    assert page.ask(TURN) == START + 60


def test_a_package_in_an_old_browser_asks_for_what_no_cache_has(box):
    page = box(PACKAGE + "window.fetch = undefined;")
    page.ask(ANSWER, 200, feed(page, START), START)
    page.clock.advance(40_000)
    page.ask(ANSWER, 200, feed(page, START), START)
    page.clock.advance(40_000)
    assert page.ask("sent[0].url.replace(/[0-9]+$/, '')") == f"https://a.example/feed.json?screen=lobby&gen={START}&at="


def test_it_says_when_nothing_answers(box):
    """Ten minutes of silence are told; that the feed has run out is told first."""
    page = box()
    note = "function (seconds) { return contact.note(%d + seconds, momentOf(programme, %d + seconds)); }" % (START, START)
    assert [page.ask(note, seconds) for seconds in (0, 599, 600)] == ["", "", "更新于 11月21日 09:00"]
    page.clock.advance(300_000)
    page.ask("sent.length = 0")
    page.clock.advance(60_000)
    page.ask(ANSWER, 200, feed(page, START), START + 360)
    assert [page.ask(note, seconds) for seconds in (600, 959, 960)] == ["", "", "更新于 11月21日 09:06"]
    assert page.ask(note, 86_400) == "信息待更新"


def test_what_it_knew_before_it_was_switched_off_is_told(box):
    """A feed stays as it is for hours: what shows was right as of the last answer that was still it, also after a restart without a network."""
    page, name = box(), "gongshi-screen-lobby-seen"
    page.clock.advance(3_000_000)
    page.ask("sent.length = 0")
    page.clock.advance(60_000)
    page.ask(ANSWER, 200, feed(page, START), START + 3060)
    page.ask("contact.remember(clock.now())")
    kept = page.ask(f"localStorage.getItem('{name}')")
    assert kept == f"{START} {START + 3060}"
    note = "function (seconds) { return contact.note(%d + seconds, momentOf(programme, %d + seconds)); }" % (START, START)
    for value, told in ((kept, "09:51"), (f"{START - 60} {START + 3060}", "09:00"), ("soon", "09:00")):
        page = box()
        page.ask("function (name, value) { localStorage.setItem(name, value); contact.start(); }", name, value)
        assert page.ask(note, 4000) == f"更新于 11月21日 {told}"


def test_a_slow_answer_is_given_up(box):
    page = box()
    page.clock.advance(15_000)
    assert page.ask("sent[0].status") == 0
    page.clock.advance(40_000)
    assert page.ask("sent.length") == 2


@pytest.mark.parametrize(("text", "reloads"), [
    (' data-player=\\"bbbbbbbb\\" data-screen=\\"lobby\\" </html>', True), (' data-player=\\"bbbbbbbb\\" data-screen=\\"lobby\\" ', False),
    (' data-player=\\"bbbbbbbb\\" data-screen=\\"other\\" </html>', False), (' data-player=\\"cccccccc\\" data-screen=\\"lobby\\" </html>', False),
])
def test_another_player_is_taken_over_when_its_page_is_whole(box, text, reloads):
    """Between two slides; its tries are counted before it reloads."""
    page = box("var reloaded = 0; var location = {pathname: '/screens/lobby/', search: '', reload: function () { reloaded += 1; }};")
    page.ask(ANSWER, 200, feed(page, START + 60, player="bbbbbbbb"), START + 60)
    page.ask("contact.renew(clock.now())")
    assert page.ask("sent.length") == 0
    page.ask("(stage.on = false, contact.renew(clock.now()))")
    assert page.ask("sent.map(function (one) { return one.url; })") == ["/screens/lobby/"]
    page.ask('sent.shift().answer(200, "%s")' % text)
    assert page.ask("reloaded") == (1 if reloads else 0)
    assert page.ask("localStorage.getItem('gongshi-screen-lobby-player-bbbbbbbb')") == ("1" if reloads else None)
    # Not again within ten minutes.
    page.ask("(ticks += 599, contact.renew(clock.now()))")
    assert page.ask("sent.filter(function (one) { return one.url === '/screens/lobby/'; }).length") == 0
