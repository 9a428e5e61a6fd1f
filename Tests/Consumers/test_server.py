"""The web servers as docs/servers sets them up, in a real nginx (Debian: nginx-light) and a real Caddy."""

import datetime
import json
import re
import time
import urllib.error
import urllib.request

import pytest
from serving import documented_server, files_served
from support import NOW, build, done, edit, gongshi, tiny, tiny_original  # noqa: F401

KINDS = ("nginx.conf", "Caddyfile")


@pytest.fixture(scope="module", params=KINDS)
def documented(request, public, tmp_path_factory):
    """Each server over the sample: its name, its address and its log."""
    with documented_server(request.param, public, tmp_path_factory.mktemp("server")) as (address, log):
        yield request.param, address, log


@pytest.fixture(scope="module")
def nginx(public, tmp_path_factory):
    """One of them, for what does not differ."""
    with documented_server("nginx.conf", public, tmp_path_factory.mktemp("nginx")) as served:
        yield served


def ask(address, path, method="GET", **headers):
    request = urllib.request.Request(address + path, method=method, headers={key.replace("_", "-"): value for key, value in headers.items()})
    try:
        with urllib.request.urlopen(request) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


TYPES = {
    "/": "text/html; charset=utf-8", "/screens/quanxi-lobby/": "text/html; charset=utf-8", "/calendar/all.ics": "text/calendar; charset=utf-8",
    "/calendar/expanded/all.ics": "text/calendar; charset=utf-8", "/feeds/v1/index.json": "application/json",
    "/feeds/xibo/notices.json": "application/json", "/feeds/xibo/quanxi-lobby.htz": "application/zip", "/feeds/rss/notices.xml": "application/rss+xml",
    "/feeds/cap.xml": "application/cap+xml", "/atom.xml": "application/atom+xml", "/feed.json": "application/feed+json",
}


@pytest.mark.parametrize("path", TYPES)
def test_each_file_is_what_it_is_and_is_asked_for_each_time(documented, path):
    _, address, _ = documented
    for method in ("GET", "HEAD"):
        status, headers, body = ask(address, path, method)
        assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, TYPES[path], "no-cache")
        assert headers["Last-Modified"] and headers["ETag"]
        assert headers["X-Frame-Options"] is None
        is_open = path.startswith(("/feeds/", "/calendar/")) or path in ("/atom.xml", "/feed.json")
        assert headers["Access-Control-Allow-Origin"] == ("*" if is_open else None)
        assert headers["Access-Control-Expose-Headers"] == ("Date, Age" if is_open else None)
    assert ask(address, path, If_None_Match=headers["ETag"])[0] == 304


def test_assets_are_kept_and_texts_packed(documented, public):
    _, address, _ = documented
    asset = next((public / "assets").glob("*.css"))
    assert ask(address, f"/assets/{asset.name}")[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    for path in ("/feeds/v1/screens/quanxi-lobby.json", "/calendar/all.ics", "/screens/quanxi-lobby/", "/feeds/rss/notices.xml"):
        assert ask(address, path, Accept_Encoding="gzip")[1]["Content-Encoding"] == "gzip", path
    picture = next((public / "images").rglob("*.png"), None) or next((public / "images").rglob("*.*"))
    headers = ask(address, "/images/" + picture.relative_to(public / "images").as_posix(), Accept_Encoding="gzip")[1]
    assert headers["Cache-Control"] == "public, max-age=86400" and headers["Content-Encoding"] is None


def test_a_page_that_is_not_there_is_the_sites_own(documented):
    status, headers, body = ask(documented[1], "/nowhere/")
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert status == 404 and "泉溪公示" in body.decode()


def test_its_log_is_the_heartbeat(documented, site):
    kind, address, log = documented
    ask(address, "/feeds/v1/screens/quanxi-lobby.json?screen=quanxi-lobby&gen=1795222800")
    for _ in range(50):
        if log.exists() and "gen=1795222800" in log.read_text():
            break
        time.sleep(0.05)
    # A real server's log says its own time: the report is made at the same second.
    last = log.read_text().splitlines()[-1]
    if kind == "Caddyfile":
        now = datetime.datetime.fromtimestamp(int(json.loads(last)["ts"]), datetime.timezone.utc).isoformat()
    else:
        now = datetime.datetime.strptime(re.search(r"\[([^]]+)\]", last)[1], "%d/%b/%Y:%H:%M:%S %z").isoformat()
    report = json.loads(done(gongshi("screens", "seen", log, "--site", site, "--at", now, "--format", "json")).stdout)
    # Pages of other tests may have asked as well.
    assert report["log"]["polls"] == log.read_text().count("&gen=") and report["log"]["unknownLines"] == 0
    asked = {name: f"screen={name}&" in log.read_text() for name in ("quanxi-lobby", "songtai-lift")}
    assert asked["quanxi-lobby"] and {one["id"]: one["lastSeen"] is not None for one in report["screens"]} == asked


@pytest.mark.parametrize("kind", KINDS)
def test_what_changed_is_never_answered_with_not_modified(kind, tiny, tmp_path):
    """Files of the same size, built twice within a second and taken back: who holds one and asks with its ETag or its time gets the other;
    who holds what is served gets 304."""
    (tmp_path / "server").mkdir()
    done(build(tiny))
    with documented_server(kind, tiny / "public", tmp_path / "server") as (address, _):
        path, held, texts = "/notices/lift/", [], ["请走楼梯。", "请走西梯。", "请走东梯。", "请走南梯。"]
        for number in range(7):
            if number in (1, 2, 3):
                edit(tiny, "content/notices/lift.md", texts[number - 1], texts[number])
                done(build(tiny))
            elif number:
                done(gongshi("rollback", "--site", tiny))
            _, headers, body = ask(address, path)
            for tag, time_, old in held:
                wanted = 304 if old == body else 200
                assert wanted == 304 or ask(address, path, If_None_Match=tag)[0] == 200
                assert wanted == 304 or ask(address, path, If_Modified_Since=time_)[0] == 200
            assert ask(address, path, If_None_Match=headers["ETag"])[0] == 304
            assert ask(address, path, If_Modified_Since=headers["Last-Modified"])[0] == 304
            held.append((headers["ETag"], headers["Last-Modified"], body))
        assert len({body for _, _, body in held}) == 4 and len({len(body) for _, _, body in held}) == 1
# What stands on pages of the same template is the same; of each, one.
def one_of_each_kind(public):
    found = {}
    for path in sorted(public.rglob("*.html")):
        name = str(path.relative_to(public))
        parts = name.split("/")
        # It leads on before it can be asked.
        if parts[0] == "Q":
            continue
        kind = parts[0] if len(parts) < 3 else "/".join(parts[:-2]) if len(parts) > 3 else parts[0] + "/"
        # Members of lists and pages of brands differ by what they have.
        key = name if parts[0] in ("screens", "lists", "brands", "units") and len(found) < 80 else kind
        found.setdefault(key, "/" + name.removesuffix("index.html"))
    return list(found.values())


TRAP = """window.violations = [];
document.addEventListener("securitypolicyviolation", function (event) {
  window.violations.push([event.effectiveDirective, event.blockedURI, event.disposition].join(" "));
});"""


def test_no_page_does_what_its_policy_forbids(nginx, public, browser):
    """Every kind of page, with the header of the documented server and the policy that it states itself."""
    address = nginx[0]
    context = browser.new_context(viewport={"width": 390, "height": 844}, timezone_id="Asia/Shanghai", bypass_csp=False)
    context.add_init_script(TRAP)
    page = context.new_page()
    page.clock.install(time=datetime.datetime.fromisoformat(NOW))
    refused = []
    page.on("console", lambda message: refused.append(message.text) if "Content Security Policy" in message.text else None)
    urls = one_of_each_kind(public)
    assert len(urls) > 30
    for url in [*urls, "/search/?q=%E5%81%9C%E6%B0%B4", "/nowhere/"]:
        page.goto(address + url)
        page.wait_for_load_state("load")
        assert (url, page.evaluate("window.violations"), refused) == (url, [], [])
        policy = page.evaluate("document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
        assert "unsafe" not in policy and policy.startswith("default-src 'none'; script-src 'self'")
    # The trap is one: what a writer's text would have to do.
    for attack in ("document.body.setAttribute('style', 'color: red')", "document.body.appendChild(document.createElement('script')).textContent = '1'",
                   "document.body.appendChild(new Image()).src = 'https://elsewhere.example/a.png'", "fetch('https://elsewhere.example/').catch(function () {})"):
        page.goto(address + "/")
        page.evaluate(f"() => {{ {attack}; }}")
        page.wait_for_function("() => window.violations.length > 0")
    context.close()


def test_screens_are_framed_by_others_and_pages_are_not(documented, browser, tmp_path):
    _, address, _ = documented
    for path in ("/screens/quanxi-lobby/", "/", "/notices/", "/nowhere/"):
        headers = ask(address, path)[1]
        policy = headers["Content-Security-Policy"]
        assert policy is None if path.startswith("/screens/") else policy.endswith("frame-ancestors 'self'") and "unsafe" not in policy
        assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "same-origin")
    assert ask(address, "/feeds/v1/index.json")[1]["Content-Security-Policy"] is None
    page = browser.new_context(bypass_csp=False).new_page()
    frames = "".join(f"<iframe src='{address}{path}'></iframe>" for path in ("/screens/quanxi-lobby/", "/"))
    # A player's page, of another origin.
    (tmp_path / "index.html").write_text(frames)
    with files_served(tmp_path) as player:
        page.goto(player.address + "/")
        page.wait_for_load_state("load")
        shown = [frame.url for frame in page.frames[1:]]
        assert shown[0].endswith("/screens/quanxi-lobby/") and page.frames[1].query_selector("#stage")
        assert not shown[1].startswith(address)
    page.context.close()
