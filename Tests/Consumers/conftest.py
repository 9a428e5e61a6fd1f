"""The sample community, built once for all tests that read its outputs."""

import contextlib
import datetime
import os
import shutil
from pathlib import Path

import pytest
from old_engine import Browser, ModernEngine, OldEngine, Supply
from playwright.sync_api import sync_playwright
from screens_site import FILLINGS, make_site
from serving import FileHandler, files_served
from support import NOW, ROOT, build, done, gongshi

# Before any engine starts: the same fonts on every machine.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """A copy of the sample community with its database made from the repository's text."""
    directory = tmp_path_factory.mktemp("sample")
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, directory / name, ignore=shutil.ignore_patterns("*.sqlite*"))
    done(gongshi("activities", "init", "--site", directory))
    done(gongshi("activities", "import", "--at", NOW, "--site", directory, directory / "content/data", "--apply"))
    return directory


@pytest.fixture(scope="session")
def public(site):
    """The sample, published as of NOW."""
    done(build(site))
    return site / "public"


@pytest.fixture(scope="session")
def server(public):
    """The base address of the published sample."""
    with files_served(public) as server:
        yield server.address


class ScreenHandler(FileHandler):
    """Serves screens to a clock that stands still: their polls are not answered, and nothing is kept for a start without a network."""

    def do_GET(self):
        if self.path.startswith(("/feeds/", "/screens/worker.js")):
            self.send_error(404)
        else:
            super().do_GET()


class ScreenSites:
    """The sites of screens_site.py and the sample, each published and served when it is first asked for."""

    def __init__(self, directory, sample, servers):
        self.directory, self.public, self.addresses, self.servers = directory, {"sample": sample}, {}, servers

    def address(self, name):
        if name not in self.addresses:
            if name in FILLINGS:
                self.public[name] = make_site(self.directory / name, name) / "public"
            self.addresses[name] = self.servers.enter_context(files_served(self.public[name], ScreenHandler)).address
        return self.addresses[name]


@pytest.fixture(scope="session")
def screen_sites(tmp_path_factory, public):
    with contextlib.ExitStack() as servers:
        yield ScreenSites(tmp_path_factory.mktemp("screens"), public, servers)


HAS_FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    item.stash[HAS_FAILED] = item.stash.get(HAS_FAILED, False) or report.failed
    return report


# Browsers are large programs of others, with a network and a hundred threads: a test with one may run a second time, and the report says which did.
WITH_A_BROWSER = {"browser", "engine", "modern_engine", "old_engine", "browsers"}


def pytest_collection_modifyitems(items):
    for item in items:
        if WITH_A_BROWSER & set(item.fixturenames):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browsers():
    with sync_playwright() as playwright, contextlib.closing(Supply(lambda: Browser(playwright))) as supply:
        yield supply


@pytest.fixture(scope="session")
def old_engines():
    with contextlib.closing(Supply(OldEngine)) as supply:
        yield supply


@pytest.fixture
def lend(request):
    """Takes one of a supply for the test; one that a test failed with is not given to another."""
    with contextlib.ExitStack() as loans:
        yield lambda supply: loans.enter_context(supply.lent(lambda: request.node.stash.get(HAS_FAILED, False)))


@pytest.fixture
def browser(browsers, lend):
    """Today's Chromium, with no page open; what the test opens is closed after it."""
    return lend(browsers).playwright


@pytest.fixture
def modern_engine(browser):
    return ModernEngine(browser)


@pytest.fixture
def old_engine(old_engines, lend):
    """Chromium 69; see old_engine.py."""
    return lend(old_engines)


@pytest.fixture(params=["modern", "old"])
def engine(request):
    """Today's Chromium and the old one in turn, with the same face; the pages are closed after the test."""
    return request.getfixturevalue(f"{request.param}_engine")


@pytest.fixture
def open_page(browser, server):
    """Opens a page at a time by the reader's clock; the errors of its console are in `page.problems`."""

    def open_page(path, at=datetime.datetime.fromisoformat(NOW), width=390, height=844, at_server=server, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, timezone_id="Asia/Shanghai", **options)
        page = context.new_page()
        page.problems = []
        page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        if options.get("java_script_enabled", True):
            page.clock.install(time=at)
        page.goto(at_server + path)
        return page

    return open_page
