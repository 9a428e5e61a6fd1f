"""A site below a path of its host (`baseURL: https://example.org/community/`), in Chromium behind nginx: nothing asks for the host's root."""

import datetime
import json
import re
import urllib.error
import urllib.parse
import urllib.request

import pytest
from serving import SERVERS, free_port, nginx_running, replaced
from support import NOW, build, done, gongshi

PATH = "/community"


@pytest.fixture(scope="module")
def community(tmp_path_factory):
    """The address of a new site below the path; the host has nothing else."""
    directory = tmp_path_factory.mktemp("path")
    site, port = directory / "site", free_port()
    done(gongshi("init", site, "--unit", "桃园社区", "--at", NOW))
    (site / "门牌.csv").write_text("网格,路名,起号,止号,单双号,楼栋\n桃园社区,嵩台路,1,99,,\n", encoding="utf-8-sig")
    done(gongshi("activities", "import", "--site", site, "--at", NOW, site / "门牌.csv", "--apply"))
    done(build(site, "--base-url", f"http://localhost:{port}{PATH}/"))
    address, log = f"http://localhost:{port}{PATH}", directory / "access.log"
    (directory / "www").mkdir()
    (directory / "www/community").symlink_to(site / "public")
    server = replaced(
        (SERVERS / "nginx-below-a-path.conf").read_text(encoding="utf-8"), ("listen 80;", f"listen 127.0.0.1:{port};"), ("root /srv/www;", f"root {directory}/www;"),
        ("/var/log/nginx/gongshi.log combined;", f"{log} combined;"), ("# The other site's own lines stand here.", f"access_log {log}; location / {{ return 404; }}"))
    with nginx_running(directory, server, address):
        yield address, log


def asked_elsewhere(log):
    """What was asked for outside the path."""
    return [line for line in log.read_text().splitlines() if not re.search(rf'"(?:GET|HEAD) {PATH}/', line) and "favicon" not in line]


def test_pages_styles_links_and_search(community, browser):
    """From the home page by its links to a notice; then what is typed into the search is found and opens."""
    address, log = community
    page = browser.new_page()
    page.clock.install(time=datetime.datetime.fromisoformat(NOW))
    missing = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 and "favicon" not in response.url else None)
    page.goto(address + "/")
    assert page.evaluate("getComputedStyle(document.body).fontFamily") and page.evaluate("document.styleSheets.length") > 0
    page.click("main a[href$='/notices/']")
    page.click("main a:has-text('公示网站开通')")
    assert page.url.startswith(address + "/notices/") and page.inner_text("h1") == "公示网站开通"
    page.goto(address + "/search/?q=" + urllib.parse.quote("智能手机"))
    page.wait_for_selector("[data-results][data-state=done]")
    page.click("[data-results] a")
    assert page.url.startswith(address + "/") and "智能手机课" in page.inner_text("h1")
    assert not missing and not asked_elsewhere(log)
    page.close()


def test_an_address_in_the_search(community, browser):
    """The finder's rules and its data lie below the path, too."""
    address, log = community
    page = browser.new_page()
    asked = []
    page.on("response", lambda response: asked.append((response.status, response.url[len(address) :].split("?")[0])))
    page.goto(address + "/search/?q=" + urllib.parse.quote("嵩台路35号"))
    page.wait_for_selector("[data-results][data-state=done] [data-units]")
    assert page.locator("[data-units] a").inner_text() == "桃园社区"
    assert page.locator("[data-units] a").evaluate("one => one.href").startswith(address + "/units/")
    loaded = [one for one in asked if "address" in one[1]]
    assert {status for status, _ in loaded} == {200} and sorted(path[:22] for _, path in loaded) == ["/assets/address-rules-", "/search/addresses.json"]
    assert not asked_elsewhere(log)
    page.close()


def test_a_screen_with_its_worker(community, browser):
    """The service worker is found, keeps the screen's page, and plays it without a network."""
    address, log = community
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time=datetime.datetime.fromisoformat(NOW))
    page.goto(address + "/screens/hall/")
    page.wait_for_function("navigator.serviceWorker.controller !== null", timeout=15000)
    page.wait_for_function(
        "caches.open('gongshi-screens-1').then(function (cache) { return cache.keys(); }).then(function (keys) {"
        f" return keys.some(function (one) {{ return new URL(one.url).pathname === '{PATH}/screens/hall/'; }}); }})")
    assert page.evaluate("navigator.serviceWorker.controller.scriptURL") == address + "/screens/worker.js"
    context.set_offline(True)
    page.reload()
    assert page.inner_text("#name") == "门厅公示屏"
    assert not asked_elsewhere(log)
    context.close()


def test_feeds_name_what_is_there(community):
    """Each file of the index, as a consumer asks for it."""
    address, _ = community
    host = address.removesuffix(PATH)
    index = json.loads(urllib.request.urlopen(address + "/feeds/v1/index.json").read())
    for file in index["feeds"]:
        assert file["url"].startswith(PATH + "/")
        with urllib.request.urlopen(host + urllib.parse.quote(file["url"])) as response:
            assert len(response.read()) == file["bytes"]
    activities = json.loads(urllib.request.urlopen(address + "/feeds/v1/activities.json").read())
    assert all(one["url"].startswith(address + "/") for one in activities["data"]) and activities["data"]
    for url in {one["url"] for one in activities["data"]}:
        urllib.request.urlopen(url).close()


def test_each_file_is_what_it_is(community):
    """As at the root of a host: types, lifetimes, who may read and frame, and the page of what is not there."""
    address, _ = community

    def ask(path):
        try:
            return urllib.request.urlopen(address + path).headers
        except urllib.error.HTTPError as error:
            return error.headers

    for path, kind in (("/", "text/html; charset=utf-8"), ("/calendar/all.ics", "text/calendar; charset=utf-8"), ("/feeds/cap.xml", "application/cap+xml"),
                       ("/feeds/rss/notices.xml", "application/rss+xml"), ("/atom.xml", "application/atom+xml"), ("/feeds/v1/index.json", "application/json")):
        headers = ask(path)
        assert (headers["Content-Type"], headers["Cache-Control"]) == (kind, "no-cache")
        assert headers["Access-Control-Allow-Origin"] == (None if path == "/" else "*")
    assert ask("/")["Content-Security-Policy"].endswith("frame-ancestors 'self'") and ask("/screens/hall/")["Content-Security-Policy"] is None
    style = re.search(r'href="/community(/assets/[^"]+\.css)"', urllib.request.urlopen(address + "/").read().decode())[1]
    assert "immutable" in ask(style)["Cache-Control"]
    with pytest.raises(urllib.error.HTTPError, match="404") as missing:
        urllib.request.urlopen(address + "/nowhere/")
    assert "公示" in missing.value.read().decode()
