"""The harness of the old engine, and that the same test runs in the new one."""

import contextlib
import io
import re
import signal

import pytest
from old_engine import EngineError, EngineLost, OldEngine, Supply
from PIL import Image
from playwright.sync_api import Error as PlaywrightError
from support import NOW

BLANK = "data:text/html;charset=utf-8,<!DOCTYPE html><title>空</title>"
START = 1_795_222_800_000  # NOW


@pytest.fixture
def pages(tmp_path, engine):
    """Opens a page of the given text."""

    def open(text, **options):
        file = tmp_path / "页.html"
        file.write_text("<!DOCTYPE html><meta charset=utf-8>" + text, encoding="utf-8")
        return engine.open(file.as_uri(), **options)

    return open


def test_it_is_old(engine):
    version = int(re.search(r"Chrome/(\d+)", engine.open(BLANK).evaluate("navigator.userAgent"))[1])
    assert version <= 69 if engine.name == "old" else version > 100


def test_new_syntax_fails_there(engine, pages):
    page = pages("<p id=p></p><script>document.getElementById('p').textContent = window?.name === undefined ? '?' : 'ran'</script>")
    if engine.name == "old":
        assert page.evaluate("document.getElementById('p').textContent") == ""
        assert any("SyntaxError" in text for text in page.problems)
    else:
        assert page.evaluate("document.getElementById('p').textContent") == "ran"
        assert page.problems == []


VALUES = ["社区公示 𠮷 “引号” \u2028 </script>", {"甲": [1, 2.5, True, None, "x" * 100_000]}, [], {}, 0, "", None]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: repr(value)[:12])
def test_values_go_there_and_back(engine, value):
    page = engine.open(BLANK)
    assert page.evaluate("function (value) { return value }", value) == value
    assert page.evaluate("document.title;") == "空"


def test_scripts_that_fail(engine):
    page = engine.open(BLANK)
    with pytest.raises(EngineError, match="不行"):
        page.evaluate("function () { throw new Error('不行') }")
    with pytest.raises(EngineError):
        page.evaluate("this is no expression")
    assert page.evaluate("undefined") is None
    assert page.evaluate("Promise.resolve(7)") == 7
    with pytest.raises(EngineError, match="no"):
        page.evaluate("Promise.reject(new Error('no'))")


def test_waiting(engine):
    page = engine.open(BLANK)
    page.evaluate("void setTimeout(function () { document.title = '好' }, 200)")
    assert page.wait_for("document.title === '好' && document.title") == "好"
    with pytest.raises(TimeoutError, match="never"):
        page.wait_for("window.never", timeout=100)


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (333, 222)])
def test_a_screenshot_shows_the_page_as_it_is_now(engine, pages, size, tmp_path):
    page = pages("<style>body {margin: 0}</style><p style='font-size: 60px'>公示</p>", width=size[0], height=size[1])
    assert page.evaluate("[innerWidth, innerHeight, devicePixelRatio]") == [*size, 1]
    picture = Image.open(io.BytesIO(page.screenshot(tmp_path / "a.png")))
    assert picture.size == size and (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert len(picture.convert("L").getcolors()) > 2
    for colour in ("#ff0000", "#0000ff", "#00ff00"):
        page.evaluate("function (colour) { document.documentElement.style.background = colour }", colour)
        corner = Image.open(io.BytesIO(page.screenshot())).convert("RGB").getpixel((size[0] - 1, size[1] - 1))
        assert "#%02x%02x%02x" % corner == colour


def test_the_console_is_heard(pages):
    page = pages("<script>console.log('记'); console.warn('慎'); console.error('错'); setTimeout(function () { nothing.here() }, 0)</script>")
    page.evaluate("new Promise(function (done) { setTimeout(done, 100) })")
    told = [(message.level, message.text) for message in page.console]
    assert told[:3] == [("info", "记"), ("warning", "慎"), ("error", "错")]
    assert page.problems == ["错", "Uncaught ReferenceError: nothing is not defined"]


def test_pages_share_nothing_and_a_reload_keeps_what_is_stored(engine, server):
    first = engine.open(server + "/404.html", since=NOW)
    assert first.url == server + "/404.html"
    first.evaluate("localStorage.setItem('键', '值')")
    first.reload()
    assert first.evaluate("localStorage.getItem('键')") == "值"
    second = engine.open(server + "/404.html", since=NOW)
    assert second.evaluate("localStorage.getItem('键')") is None


def test_a_page_that_is_not_there(engine):
    with pytest.raises(EngineError):
        engine.open("http://127.0.0.1:9/", at=NOW)


ASK = """function () {
  window.state = null;
  var request = new XMLHttpRequest();
  request.open('GET', '/robots.txt?' + Math.random());
  request.onload = function () { state = request.status };
  request.onerror = function () { state = 'error' };
  request.send();
}"""


def test_network_is_real_and_can_be_taken_away(engine, server):
    page = engine.open(server + "/404.html", at=NOW)
    for offline, state in ((False, 200), (True, "error"), (False, 200)):
        page.set_offline(offline)
        page.evaluate(ASK)
        assert page.wait_for("window.state") == state


# A failure stays where it is


@pytest.mark.parametrize("fault", [signal.SIGKILL, signal.SIGSTOP])
def test_an_engine_that_ends_or_says_nothing_is_replaced(fault):
    with contextlib.closing(Supply(lambda: OldEngine(patience=3))) as supply:
        with supply.lent() as first:
            first.open(BLANK)
            first.process.send_signal(fault)
            with pytest.raises(EngineLost):
                first.open(BLANK)
        assert first.process.poll() is not None
        with supply.lent() as second:
            assert second is not first and second.open(BLANK).evaluate("document.title") == "空"
        with supply.lent() as again:
            assert again is second and not again.pages


def test_an_engine_that_a_test_failed_with_is_replaced():
    with contextlib.closing(Supply(OldEngine)) as supply:
        with supply.lent(lambda: True) as first:
            first.open(BLANK)
        with supply.lent() as second:
            assert second is not first and first.process.poll() == 0


def test_todays_browser_is_replaced_when_it_has_ended(browsers):
    with browsers.lent() as first:
        first.playwright.new_page().goto(BLANK)
        with pytest.raises(PlaywrightError):
            first.playwright.new_browser_cdp_session().send("Browser.crash")
    with browsers.lent() as second:
        assert second is not first and second.playwright.contexts == []
        second.playwright.new_page().goto(BLANK)


# The fake clock


def test_the_clock_stands_and_is_set(engine):
    page = engine.open(BLANK, at=NOW)
    assert page.evaluate("[Date.now(), +new Date, new Date().getTime(), performance.now()]") == [START, START, START, 0]
    assert page.evaluate("String(new Date()) === Date() && Date().slice(0, 33)") == "Sat Nov 21 2026 09:00:00 GMT+0800"
    page.clock.set("2020-01-01T00:00:00+08:00")
    assert page.evaluate("[new Date().getFullYear(), performance.now()]") == [2020, 0]
    page.clock.advance(1500)
    assert page.evaluate("[new Date().getSeconds(), performance.now()]") == [1, 1500]
    assert page.clock.now() == 1_577_808_001_500


def test_dates_are_dates(engine):
    page = engine.open(BLANK, at=NOW)
    assert page.evaluate("""[
      new Date(2026, 1, 3, 4, 5, 6, 7).getTime() === Date.UTC(2026, 1, 2, 20, 5, 6, 7), new Date(2026, 10).getMonth(),
      Date.parse('2026-11-21T09:00:00+08:00'), new Date('2026-11-21T01:00:00Z').getTime(), new Date(5).getTime(),
      isNaN(new Date(undefined)), new Date() instanceof Date, new Date().constructor === Date, new Date(new Date(7)).getTime(),
      Object.prototype.toString.call(new Date()), JSON.stringify(new Date()), typeof Date()
    ]""") == [True, 10, START, START, 5, True, True, True, 7, "[object Date]", '"2026-11-21T01:00:00.000Z"', "string"]


def test_timers_fire_in_order(engine):
    page = engine.open(BLANK, at=NOW)
    page.evaluate("""function () {
      var start = Date.now();
      window.told = [];
      function tell(name) { told.push(name + '@' + (Date.now() - start)) }
      setTimeout(tell, 300, 'c');
      setTimeout(function () { tell('a'); setTimeout(tell, 50, 'nested'); setTimeout(tell, 0, 'soon') }, 100);
      setTimeout(tell, 100, 'b');
      var never = setTimeout(tell, 10, 'never');
      clearTimeout(never);
      var count = 0, every = setInterval(function () { tell('i'); count += 1; if (count === 2) clearInterval(every) }, 120);
      setTimeout("told.push('text')", 2000);
      setTimeout(tell, Math.pow(2, 31), 'overflow');
      setTimeout(function () { throw new Error('in a timer') }, 310);
    }""")
    page.clock.advance(99)
    assert page.evaluate("told") == ["overflow@1"]
    page.clock.advance(201)
    assert page.evaluate("told") == ["overflow@1", "a@100", "b@100", "soon@101", "i@120", "nested@150", "i@240", "c@300"]
    page.clock.set(0)
    page.clock.advance(1699)
    assert page.evaluate("[told.length, fakeClock.pending()]") == [8, 1]
    page.clock.advance(1)
    assert page.evaluate("told[8]") == "text"
    page.evaluate("new Promise(function (done) { requestIdleCallback(done) })")
    assert page.problems == ["Uncaught Error: in a timer"]


def test_frames(engine):
    page = engine.open(BLANK, at=NOW)
    page.evaluate("""function () {
      window.frames_ = [];
      function frame(at) { frames_.push(at); if (frames_.length < 3) requestAnimationFrame(frame) }
      requestAnimationFrame(frame);
      cancelAnimationFrame(requestAnimationFrame(frame));
    }""")
    page.clock.advance(40)
    assert page.evaluate("frames_") == [16, 32]


def test_a_clock_that_runs_from_another_day(engine, server):
    page = engine.open(server + "/404.html", since=NOW)
    first = page.evaluate("Date.now()")
    assert 0 <= first - START < 60_000 and page.evaluate("new Date().getTime()") >= first
    page.wait_for("Date.now() > %d" % first)
    assert page.evaluate("[Date().slice(0, 15), new Date(2026, 1, 3).getMonth(), new Date(5).getTime(), new Date() instanceof Date]") == [
        "Sat Nov 21 2026", 1, 5, True]
    with pytest.raises(AssertionError, match="depends on today"):
        engine.open(server + "/404.html")


def test_a_day_of_seconds_passes_quickly(engine):
    page = engine.open(BLANK, at=NOW)
    page.evaluate("void setInterval(function () { window.count = (window.count || 0) + 1 }, 1000)")
    page.clock.advance(86_400_000)
    assert page.evaluate("count") == 86_400


def test_the_clock_goes_on_over_a_reload(engine, server):
    page = engine.open(server + "/404.html", at=NOW)
    page.clock.advance(60_000)
    page.reload()
    assert page.clock.now() == START + 60_000
    page.evaluate("void setTimeout(function () { location.reload() }, 5000)")
    page.evaluate("void (window.before = true)")
    page.clock.advance(10_000)
    page.wait_for("!window.before && document.readyState === 'complete'")
    assert page.clock.now() == START + 70_000


def test_init_scripts_run_first_and_in_order(pages):
    page = pages("<script>document.title = window.seen + Date.now()</script>", at=NOW, init_scripts=["seen = '一'", "seen += '二'"])
    assert page.evaluate("document.title") == f"一二{START}"
    page.add_init_script("seen += '三'")
    page.reload()
    assert page.evaluate("document.title") == f"一二三{START}"


@pytest.mark.parametrize("screen", ["quanxi-lobby", "songtai-lift"])
def test_a_screen_is_drawn(engine, server, screen):
    page = engine.open(f"{server}/screens/{screen}/", at=NOW)
    page.clock.advance(1000)
    assert [text for text in page.problems if text.startswith("Uncaught")] == []
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    assert picture.getcolors(100) is None
