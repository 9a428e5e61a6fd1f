"""The sample community, built once for all tests that read its outputs."""

import datetime
import functools
import http.server
import shutil
import threading

import pytest
from old_engine import ModernEngine, OldEngine
from playwright.sync_api import sync_playwright
from screens_site import FILLINGS, make_site
from support import NOW, ROOT, build, done, gongshi


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """A copy of the sample community with its database made from the repository's text."""
    directory = tmp_path_factory.mktemp("sample")
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, directory / name, ignore=shutil.ignore_patterns("*.sqlite*"))
    done(gongshi("activities", "init", "--site", directory))
    done(gongshi("activities", "import", "--site", directory, directory / "content/data", "--apply"))
    return directory


@pytest.fixture(scope="session")
def public(site):
    """The sample, published as of NOW."""
    done(build(site))
    return site / "public"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each, and without a date."""

    def log_message(self, *arguments):
        pass

    def send_header(self, name, value):
        # Without a clock of its own: screens believe a server's rather than the clock that a test gives them.
        if name != "Date":
            super().send_header(name, value)


@pytest.fixture(scope="session")
def server(public):
    """The base address of the published sample."""
    handler = functools.partial(QuietHandler, directory=str(public))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class ScreenHandler(QuietHandler):
    """Serves screens to a clock that stands still: their polls are not answered, as an answer would tell the real time."""

    def do_GET(self):
        if self.path.startswith("/feeds/"):
            self.send_error(404)
        else:
            super().do_GET()


class ScreenSites:
    """The sites of screens_site.py and the sample, each published and served when it is first asked for."""

    def __init__(self, directory, sample):
        self.directory, self.public, self.addresses, self.servers = directory, {"sample": sample}, {}, []

    def address(self, name):
        if name not in self.addresses:
            if name in FILLINGS:
                self.public[name] = make_site(self.directory / name, name) / "public"
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(ScreenHandler, directory=str(self.public[name])))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self.servers.append(server)
            self.addresses[name] = f"http://127.0.0.1:{server.server_port}"
        return self.addresses[name]


@pytest.fixture(scope="session")
def screen_sites(tmp_path_factory, public):
    sites = ScreenSites(tmp_path_factory.mktemp("screens"), public)
    yield sites
    for server in sites.servers:
        server.shutdown()


@pytest.fixture
def modern_engine(browser):
    engine = ModernEngine(browser)
    yield engine
    engine.close_pages()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, server):
    """Opens a page at a time by the reader's clock; the errors of its console are in `page.problems`."""
    contexts = []

    def open_page(path, at=datetime.datetime.fromisoformat(NOW), width=390, height=844, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, timezone_id="Asia/Shanghai", **options)
        contexts.append(context)
        page = context.new_page()
        page.problems = []
        page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        if options.get("java_script_enabled", True):
            page.clock.install(time=at)
        page.goto(server + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def old_engine():
    """Chromium 69; see old_engine.py."""
    with OldEngine() as engine:
        yield engine


@pytest.fixture(params=["modern", "old"])
def engine(request):
    """Today's Chromium and the old one in turn, with the same face; the pages are closed after the test."""
    engine = request.getfixturevalue("old_engine") if request.param == "old" else ModernEngine(request.getfixturevalue("browser"))
    yield engine
    engine.close_pages()
