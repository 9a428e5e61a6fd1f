"""The same tests in two engines: Chromium 69, as old boxes have it, and today's Chromium.

    page = engine.open(url, 1920, 1080, at=START)     # `engine` is a fixture: old_engine, modern_engine, or each in turn
    page = engine.open(url, since=START)              # a clock that runs, from that time on
    page.clock.advance(12_000)
    page.evaluate("document.title")
    page.evaluate("function (a, b) { return a + b }", 1, 2)
    page.wait_for("document.querySelectorAll('li').length > 3")
    assert page.problems == []

What a test hands to a page runs in both engines, so it is ES5 too. Times are in milliseconds.
"""

import base64
import contextlib
import datetime
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Error as PlaywrightError

HERE = Path(__file__).resolve().parent
FAKE_CLOCK = (HERE / "fake_clock.js").read_text(encoding="utf-8")
# `flying`: how many requests have no answer yet.
COUNTED = """window.flying = 0; (function () {
  var send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function () {
    window.flying += 1;
    this.addEventListener('loadend', function () { window.flying -= 1; });
    return send.apply(this, arguments);
  };
}());"""
# A clock that runs, but from another time on: ES5.
MOVED_CLOCK = """(function (window, start) {
  var RealDate = window.Date, ahead = start - RealDate.now();
  function now() { return RealDate.now() + ahead; }
  function MovedDate() {
    if (!(this instanceof MovedDate)) { return new RealDate(now()).toString(); }
    if (!arguments.length) { return new RealDate(now()); }
    return new (Function.prototype.bind.apply(RealDate, [null].concat(Array.prototype.slice.call(arguments))))();
  }
  MovedDate.prototype = RealDate.prototype;
  MovedDate.prototype.constructor = MovedDate;
  MovedDate.parse = RealDate.parse;
  MovedDate.UTC = RealDate.UTC;
  MovedDate.now = now;
  window.Date = MovedDate;
}(window, %d));"""
PATIENCE = 30

EVALUATE = """(function () {
  var slots = window.testAnswers = window.testAnswers || [];
  function written(answer) { return JSON.stringify(answer); }
  function failure(error) { return {error: String(error && error.stack || error)}; }
  try {
    var value = (
%s
);
    if (typeof value === 'function') value = value.apply(null, %s);
    if (value && typeof value.then === 'function') {
      var slot = slots.length;
      slots.push(null);
      value.then(function (value) { slots[slot] = {value: value}; }, function (error) { slots[slot] = failure(error); });
      return written({promise: slot});
    }
    return written({value: value});
  } catch (error) {
    return written(failure(error));
  }
}())"""


class EngineError(Exception):
    """The engine, the page or the test's script failed."""


class EngineLost(EngineError):
    """The engine ended, or says nothing any more."""


class Message(NamedTuple):
    """A line of the console; `level` is info, warning or error."""

    level: str
    text: str


def milliseconds(moment):
    """A moment as JavaScript counts it; takes a datetime with an offset, ISO 8601 text, or milliseconds."""
    if isinstance(moment, str):
        moment = datetime.datetime.fromisoformat(moment)
    return round(moment.timestamp() * 1000) if isinstance(moment, datetime.datetime) else moment


class Clock:
    """The page's clock, which stands still; see fake_clock.js."""

    def __init__(self, page):
        self.page = page

    def set(self, moment):
        self.page.evaluate("function (ms) { fakeClock.set(ms) }", milliseconds(moment))

    def advance(self, ms):
        self.page.evaluate("function (ms) { fakeClock.advance(ms) }", ms)

    def now(self):
        return self.page.evaluate("fakeClock.now()")


class Page:
    """What pages of both engines can do. They differ in `run`, which answers with the text a script comes to."""

    def __init__(self):
        self.clock = Clock(self)

    def evaluate(self, source, *values):
        """The JSON value of an expression, or of a function called with `values`; promises are waited for."""
        answer = self.answer(EVALUATE % (source.strip().rstrip(";"), json.dumps(values)))
        deadline = time.monotonic() + PATIENCE
        slot = answer.get("promise")
        while slot is not None:
            answer = self.answer(f"JSON.stringify(window.testAnswers[{slot}] || {{promise: {slot}}})")
            slot = answer.get("promise")
            if slot is not None:
                self.wait(deadline, source)
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer.get("value")

    def answer(self, script):
        text = self.run(script)
        if not text:
            raise EngineError(f"no expression: {script}")
        return json.loads(text)

    @staticmethod
    def wait(deadline, source):
        if time.monotonic() > deadline:
            raise TimeoutError(source)
        time.sleep(0.02)

    def wait_for(self, condition, timeout=5_000):
        """Waits, by the real clock, until the condition holds; answers with its value."""
        deadline = time.monotonic() + timeout / 1000
        while True:
            try:
                value = self.evaluate(condition)
                if value:
                    return value
            except EngineError:  # it may have asked in the midst of a reload
                if time.monotonic() > deadline:
                    raise
            self.wait(deadline, condition)

    @property
    def problems(self):
        """The errors of the console, uncaught exceptions among them."""
        return [message.text for message in self.console if message.level == "error"]

    def prepare(self, at, since, init_scripts):
        if since is not None:
            self.add_init_script(MOVED_CLOCK % milliseconds(since))
        if at is not None:
            self.add_init_script(FAKE_CLOCK)
            self.add_init_script(f"fakeClock.start({milliseconds(at)});")
        for script in init_scripts:
            self.add_init_script(script)


class OldPage(Page):
    def __init__(self, engine, number, width, height):
        super().__init__()
        self.engine, self.number = engine, number
        self.call("open", width=width, height=height)

    def call(self, method, **parameters):
        return self.engine.call(self.number, method, parameters)

    def run(self, script):
        return self.call("run", source=script)["value"]

    def add_init_script(self, source):
        """Runs before the page's own scripts, from the next load on."""
        self.call("add_init_script", source=source)

    def goto(self, url):
        self.loaded(self.call("load", url=url))

    def reload(self):
        self.loaded(self.call("reload"))

    def loaded(self, answer):
        if not answer["loaded"]:
            raise EngineError(f"{self.url} was not loaded")

    def screenshot(self, path=None):
        data = base64.b64decode(self.call("screenshot")["png"])
        if path:
            Path(path).write_bytes(data)
        return data

    def set_offline(self, offline):
        """Every request fails, until it is taken back."""
        self.call("set_offline", offline=offline)

    @property
    def url(self):
        return self.call("url")["url"]

    @property
    def console(self):
        return [Message(message["level"], message["text"]) for message in self.call("console")["messages"]]

    def close(self):
        if self.engine.pages.pop(self.number, None):
            self.call("close")


class Engine:
    """Opens pages, and closes those that are still open."""

    is_in_doubt = False

    @property
    def is_sound(self):
        return not self.is_in_doubt

    def __init__(self):
        self.pages = {}
        self.opened = 0

    def open(self, url, width=1920, height=1080, at=None, since=None, init_scripts=()):
        """A page in a profile of its own, loaded. With `at`, its clock stands there, and moves by `page.clock` alone; with `since`, it runs
        from there on. What is published speaks of days, so its pages must have one of them."""
        assert at is not None or since is not None or not url.startswith("http"), f"what it shows depends on today: {url}"
        self.opened += 1
        page = self.pages[self.opened] = self.new_page(self.opened, width, height)
        page.prepare(at, since, init_scripts)
        page.goto(url)
        return page

    def close_pages(self):
        for page in list(self.pages.values()):
            page.close()


class Supply:
    """What several tests use one after another. One that is in doubt is thrown away, and the next test has a new one, so that a failure
    does not bring others with it. `start` makes one; it has `is_sound`, `is_in_doubt`,
    `close_pages` and `close`."""

    def __init__(self, start):
        self.start, self.engine, self.started = start, None, 0

    @contextlib.contextmanager
    def lent(self, has_failed=lambda: False):
        """One without open pages; `has_failed` is asked when it comes back."""
        if self.engine is None:
            self.engine, self.started = self.start(), self.started + 1
        try:
            yield self.engine
        finally:
            try:
                self.engine.close_pages()
            except (EngineError, PlaywrightError):
                self.engine.is_in_doubt = True
            if has_failed() or not self.engine.is_sound:
                self.close()

    def close(self):
        engine, self.engine = self.engine, None
        if engine is not None:
            with contextlib.suppress(PlaywrightError):
                engine.close()


class Browser:
    """Today's Chromium, as Playwright drives it."""

    def __init__(self, playwright):
        self.playwright = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        self.trust_tests()
        self.is_in_doubt = False

    def trust_tests(self):
        """Tests put styles and expressions into pages, which the pages' policies forbid. What those forbid the pages is test_server.py's, which
        asks for it: `bypass_csp=False`."""
        for name in ("new_context", "new_page"):
            opened = getattr(self.playwright, name)
            setattr(self.playwright, name, lambda opened=opened, **options: opened(**{"bypass_csp": True, **options}))

    @property
    def is_sound(self):
        return not self.is_in_doubt and self.playwright.is_connected()

    def close_pages(self):
        for context in self.playwright.contexts:
            context.close()

    def close(self):
        self.playwright.close()


class OldEngine(Engine):
    """Chromium 69 in a child process."""

    name = "old"

    def __init__(self, time_zone="Asia/Shanghai", patience=PATIENCE):
        super().__init__()
        self.calls, self.patience = 0, patience
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "old_engine_host.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            env={**os.environ, "TZ": time_zone, "LANG": "C.UTF-8"},
            bufsize=0,
        )
        self.unread = b""

    def new_page(self, number, width, height):
        return OldPage(self, number, width, height)

    def call(self, tab, method, parameters):
        self.calls += 1
        request = {"id": self.calls, "tab": tab, "method": method, "parameters": parameters}
        try:
            self.process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
        except BrokenPipeError:
            raise self.lost(method) from None
        while True:
            answer = json.loads(self.line(method))
            if answer["id"] == self.calls:
                return answer

    def line(self, method):
        """A line of the child's; an answer to a call that was given up on is passed over by `call`."""
        deadline = time.monotonic() + self.patience
        while b"\n" not in self.unread:
            if not select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))[0]:
                self.is_in_doubt = True
                raise EngineLost(f"the old engine did not answer to {method} in {self.patience} s")
            data = os.read(self.process.stdout.fileno(), 1 << 20)
            if not data:
                raise self.lost(method)
            self.unread += data
        line, _, self.unread = self.unread.partition(b"\n")
        return line

    def lost(self, method):
        self.is_in_doubt = True
        self.errors.seek(0)
        said = self.errors.read().decode("utf-8", "replace")[-2000:]
        return EngineLost(f"the old engine ended at {method}, exit {self.process.poll()}\n{said}")

    def close(self):
        """The child ends when its input does; one that is in doubt is not waited for."""
        self.process.stdin.close()
        try:
            self.process.wait(10 if self.is_sound else 0)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.errors.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class ModernPage(Page):
    """Playwright's page with the same face; `playwright` is the page itself."""

    def __init__(self, engine, number, width, height, time_zone):
        super().__init__()
        self.engine, self.number = engine, number
        self.context = engine.browser.new_context(viewport={"width": width, "height": height}, timezone_id=time_zone)
        self.playwright = self.context.new_page()
        self.messages = []
        self.playwright.on("console", lambda message: self.hear(message.type, message.text))
        self.playwright.on("pageerror", lambda error: self.hear("error", f"Uncaught {error.name}: {error.message}"))

    def hear(self, level, text):
        self.messages.append(Message(level if level in ("warning", "error") else "info", text))

    @staticmethod
    def attempt(action, *values):
        try:
            return action(*values)
        except PlaywrightError as error:
            raise EngineError(error.message) from None

    def run(self, script):
        return self.attempt(self.playwright.evaluate, script)

    def add_init_script(self, source):
        self.playwright.add_init_script(source)

    def goto(self, url):
        self.attempt(self.playwright.goto, url)

    def reload(self):
        self.attempt(self.playwright.reload)

    def screenshot(self, path=None):
        return self.playwright.screenshot(path=path)

    def set_offline(self, offline):
        self.context.set_offline(offline)

    @property
    def url(self):
        return self.playwright.url

    @property
    def console(self):
        self.playwright.evaluate("1")  # what was said before is heard before this is answered
        return list(self.messages)

    def close(self):
        if self.engine.pages.pop(self.number, None):
            self.context.close()


class ModernEngine(Engine):
    """Today's Chromium, by way of a Playwright browser."""

    name = "modern"

    def __init__(self, browser, time_zone="Asia/Shanghai"):
        super().__init__()
        self.browser, self.time_zone = browser, time_zone

    def new_page(self, number, width, height):
        return ModernPage(self, number, width, height, self.time_zone)
