"""`gongshi serve` in a real browser and by bare requests: what is saved shows, what is wrong stands over the last good page, nothing is published."""

import contextlib
import datetime
import os
import shutil
import signal
import socket
import sqlite3
import subprocess

import pytest
from playwright.sync_api import expect
from previewing import TAG, Preview
from support import GONGSHI, NOW, build, change_rows, database, done, edit, environment, gongshi, stamps, tiny, tiny_original, tree, write  # noqa: F401

LONG = "\n\n".join(f"第 {n} 段。" for n in range(200))
PAGE = "---\ntitle: {title}\nkind: page\n{more}---\n{text}\n"


@pytest.fixture
def site(tiny):
    write(tiny, "content/pages/long.md", PAGE.format(title="长页面", more="", text="开头。\n\n" + LONG))
    return tiny


@pytest.fixture
def preview(site):
    with contextlib.closing(Preview(site)) as preview:
        yield preview


@pytest.fixture
def look(browser):
    """Opens a page of a preview; the errors of its console are in `page.problems`."""

    def look(preview, path="/", width=1280, height=800):
        page = browser.new_context(viewport={"width": width, "height": height}, timezone_id="Asia/Shanghai").new_page()
        page.clock.install(time=datetime.datetime.fromisoformat(NOW))
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("console", lambda line: page.problems.append(line.text) if "Content Security Policy" in line.text else None)
        page.goto(preview.address + path)
        expect(page.locator("#gongshi-preview .bar")).to_be_visible()
        return page

    return look


# What is saved shows


def test_a_save_shows_where_the_reader_was(site, preview, look):
    page = look(preview, "/long/")
    assert page.url == preview.address + "/long/"
    page.evaluate("window.scrollTo(0, 1500)")
    edit(site, "content/pages/long.md", "开头。", "改过的开头。")
    expect(page.get_by_text("改过的开头。")).to_be_attached()
    page.wait_for_function("window.pageYOffset === 1500")
    assert page.problems == []


def test_pages_elsewhere_follow_too(site, preview, look):
    """Another page in another tab; one that was closed and one that is behind are no hindrance."""
    home, notice = look(preview, "/"), look(preview, "/notices/lift/")
    edit(site, "content/notices/lift.md", "电梯检修", "电梯停用")
    expect(notice.locator("h1")).to_have_text("电梯停用")
    expect(home.get_by_text("电梯停用").first).to_be_attached()


def replaced(site):
    (site / "content/pages/.about.md.new").write_text(PAGE.format(title="改名保存", more="", text="正文。"), encoding="utf-8")
    os.rename(site / "content/pages/.about.md.new", site / "content/pages/about.md")


def written_slowly(site):
    with open(site / "content/pages/about.md", "r+", encoding="utf-8") as file:
        file.truncate()
        for part in ("---\ntitle: 改名", "保存\nkind: page\n", "---\n正文。\n"):
            file.write(part)
            file.flush()


def backed_up(site):
    """As Vim does: the old one aside, a new one in its place, a file of its own that comes and goes."""
    (site / "content/pages/4913").write_text("")
    (site / "content/pages/4913").unlink()
    os.rename(site / "content/pages/about.md", site / "content/pages/about.md~")
    (site / "content/pages/about.md").write_text(PAGE.format(title="改名保存", more="", text="正文。"), encoding="utf-8")
    (site / "content/pages/about.md~").unlink()


@pytest.mark.parametrize("save", [replaced, written_slowly, backed_up])
def test_editors_ways_of_saving(site, preview, save):
    save(site)
    preview.when(lambda: "改名保存" in preview.page("/about/"))
    assert preview.said() == ""


def test_what_a_site_is_made_of_is_watched(site, preview):
    """Directories, rows, themes, holidays, screens and settings, one after the other; each shows without a word about the others."""

    def shows(path, text, is_there=True):
        preview.when(lambda: (text in preview.page(path)) == is_there)

    new = site / "content/pages/新栏目"
    (new / "下一层").mkdir(parents=True)
    write(site, "content/pages/新栏目/下一层/deep.md", PAGE.format(title="深处", more="", text="新目录里的页面。"))
    shows("/deep/", "新目录里的页面")
    os.rename(new, site / "content/pages/renamed")
    edit(site, "content/pages/renamed/下一层/deep.md", "新目录里的页面", "改名后又改")
    shows("/deep/", "改名后又改")
    shutil.rmtree(site / "content/pages/renamed")
    shows("/deep/", "改名后又改", False)
    change_rows(site, "UPDATE activity SET title = '八段锦' WHERE id = 'tai-chi'")
    shows("/schedule/", "八段锦")
    connection = sqlite3.connect(database(site))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE activity SET title = '五禽戏' WHERE id = 'tai-chi'")
    connection.commit()
    shows("/schedule/", "五禽戏")
    connection.close()
    edit(site, "themes/default/templates/404.mustache", "</h1>", "！</h1>")
    preview.when(lambda: "！</h1>" in preview.page("/nowhere/"))
    edit(site, "content/screens/lobby.yaml", "title: 门厅屏", "title: 大厅屏")
    shows("/screens/lobby/", "大厅屏")
    edit(site, "content/site.yaml", "小院公示", "大院公示")
    shows("/", "大院公示")
    write(site, "content/holidays/2026.yaml", "year: 2026\nsource: 本院\noffDays:\n  - {name: 院庆, from: 2026-11-24, to: 2026-11-24}\n")
    preview.when(lambda: preview.json("status.json")["errors"] + preview.json("status.json")["warnings"] > 0 or "院庆" in preview.page("/schedule/"))


def test_looking_where_nothing_is_told(site):
    """`--poll`, and a system without watches left, which is said."""
    with contextlib.closing(Preview(site, "--poll")) as preview:
        edit(site, "content/notices/lift.md", "请走楼梯", "请走南门楼梯")
        preview.when(lambda: "请走南门楼梯" in preview.page("/notices/lift/"))
    none_left = ["unshare", "--user", "--map-root-user", "sh", "-c", 'echo 3 >/proc/sys/user/max_inotify_watches && exec "$0" "$@"', GONGSHI]
    with contextlib.closing(Preview(site, command=none_left)) as preview:
        edit(site, "content/notices/lift.md", "请走南门楼梯", "请走北门楼梯")
        preview.when(lambda: "请走北门楼梯" in preview.page("/notices/lift/"))
        assert "max_user_watches" in preview.said()


def test_what_is_shown_is_what_a_build_publishes(site, tmp_path):
    """After each of some edits every file is the one that a build from nothing writes, byte for byte."""
    edits = [
        lambda: edit(site, "content/notices/lift.md", "请走楼梯", "请走东边楼梯"),
        lambda: write(site, "content/notices/new.md", "---\ntitle: 新公告\nkind: notice\ndate: 2026-11-20\n---\n见[电梯](/notices/lift/)。\n"),
        lambda: change_rows(site, "UPDATE unit SET name = '大院' WHERE id = 'yard'"),
        lambda: edit(site, "content/notices/new.md", "新公告", "更新的公告"),
        lambda: (site / "content/notices/new.md").unlink(),
        lambda: edit(site, "content/site.yaml", "horizonDays: 7", "horizonDays: 9"),
    ]
    with contextlib.closing(Preview(site)) as preview:
        for number, change in enumerate(edits):
            before = preview.json("status.json")["version"]
            change()
            preview.when(lambda: preview.json("status.json")["version"] != before)
            output = tmp_path / f"public{number}"
            done(build(site, "--output", output))
            files = [file for file in output.rglob("*") if file.is_file()]
            # A change may be heard of in two parts: what is shown last counts.
            preview.when(lambda: all(
                TAG.sub(b"", preview.ask("/" + str(file.relative_to(output)))[2]) == file.read_bytes() for file in files))


# Errors


def test_errors_stand_over_the_last_good_page(site, preview, look):
    page = look(preview, "/notices/lift/")
    edit(site, "content/notices/lift.md", "date: 2026-11-19", "date: 11月32日")
    cover = page.locator("#gongshi-preview .overlay")
    expect(cover).to_be_visible()
    expect(cover).to_contain_text("content/notices/lift.md:4:")
    expect(cover.locator(".source")).to_contain_text("date: 11月32日")
    expect(cover.locator(".message")).to_have_count(1)
    expect(page.locator("h1")).to_have_text("电梯检修")
    # Elsewhere too, on a page that is opened now.
    assert "请走楼梯" in preview.page("/notices/lift/")
    said = preview.said()
    assert said.count("content/notices/lift.md:4:") == 1
    edit(site, "content/pages/about.md", "这里是小院", "这里还是小院")
    preview.when(lambda: True)
    edit(site, "content/notices/lift.md", "date: 11月32日", "date: 2026-11-18")
    expect(cover).to_have_count(0)
    expect(page.locator("h1")).to_have_text("电梯检修")
    assert preview.said() == said
    assert "这里还是小院" in preview.page("/about/") and page.problems == []


def test_a_site_with_errors_from_the_start(site, look):
    edit(site, "content/site.yaml", "title: 小院公示\n", "")
    with contextlib.closing(Preview(site)) as preview:
        assert preview.ask("/notices/lift/")[0] == 503
        page = look(preview, "/notices/lift/")
        expect(page.locator("#gongshi-preview .overlay")).to_contain_text("site.yaml")
        edit(site, "content/site.yaml", "baseURL:", "title: 小院公示\nbaseURL:")
        expect(page.locator("h1")).to_have_text("电梯检修")
        expect(page.locator("#gongshi-preview .overlay")).to_have_count(0)


def test_warnings_are_counted_and_listed(site, look):
    edit(site, "content/notices/lift.md", "请走楼梯。", "请走楼梯[^1]。")
    with contextlib.closing(Preview(site)) as preview:
        page = look(preview)
        page.get_by_text("1 处提醒").click()
        expect(page.locator("#gongshi-preview .panel .place")).to_contain_text("content/notices/lift.md:6")
        page.keyboard.press("Escape")
        expect(page.locator("#gongshi-preview .panel")).to_have_count(0)


# The bar


def choose_time(page, moment):
    page.locator("#gongshi-preview .exact").fill(moment)
    page.locator("#gongshi-preview .exact").dispatch_event("change")


def test_another_time(site, look):
    """Pages, their scripts and the screens all see it: what is over is over, and what comes is there."""
    write(site, "content/notices/later.md", "---\ntitle: 下周公告\nkind: notice\ndate: 2026-11-25\n---\n下周的事。\n")
    with contextlib.closing(Preview(site)) as preview:
        page = look(preview, "/schedule/")
        assert preview.ask("/notices/later/")[0] == 404
        slider = page.locator("#gongshi-preview input[type=range]")
        assert int(slider.get_attribute("max")) - int(slider.get_attribute("min")) == 8 * 86_400
        at = int(datetime.datetime.fromisoformat("2026-11-25T07:30:00+08:00").timestamp())
        with page.expect_navigation():
            slider.evaluate("(node, at) => { node.value = at; node.dispatchEvent(new Event('input')); node.dispatchEvent(new Event('change')); }", at)
        expect(page.locator("#gongshi-preview .moment")).to_have_text("11月25日 周三 07:30")
        assert at <= page.evaluate("Date.now() / 1000") < at + 60
        assert page.evaluate("new Date() instanceof Date && new Date(2026, 10, 25, 7).getHours()") == 7
        expect(page.locator(".occurrence.is-now").first).to_contain_text("太极")
        page.goto(preview.address + "/notices/later/")
        expect(page.locator("h1")).to_have_text("下周公告")
        page.goto(preview.address + "/screens/lobby/")
        assert page.evaluate("gongshi.status().now") in range(at, at + 60)
        page.goto(preview.address + "/notices/later/")
        with page.expect_navigation():
            page.locator("#gongshi-preview .now").click()
        expect(page.locator("#gongshi-preview .moment")).not_to_have_text("11月25日 周三 07:30")
        with page.expect_navigation():
            choose_time(page, "2026-11-26T12:00")
        expect(page.locator("#gongshi-preview .moment")).to_have_text("11月26日 周四 12:00")
        assert page.problems == []


def test_drafts_when_asked_for(site, look):
    write(site, "content/pages/draft.md", PAGE.format(title="草稿页", more="draft: true\n", text="还没写完。"))
    edit(site, "content/pages/about.md", "这里是小院。", "这里是小院，见[草稿](/draft/)。")
    edit(site, "content/pages/about.md", "kind: page\n", "kind: page\ndraft: true\n")
    with contextlib.closing(Preview(site)) as preview:
        page = look(preview, "/")
        assert preview.ask("/draft/")[0] == preview.ask("/about/")[0] == 404
        with page.expect_navigation():
            page.locator("#gongshi-preview .drafts input").check()
        page.goto(preview.address + "/about/")
        expect(page.locator("#gongshi-preview .unpublished")).to_have_text("草稿，不会公开")
        assert "草稿" in page.get_by_role("link", name="草稿").first.get_attribute("title")
        # Another browser has not asked.
        assert preview.ask("/draft/")[0] == 404
        with page.expect_navigation():
            page.locator("#gongshi-preview .drafts input").uncheck()
        assert page.goto(preview.address + "/draft/").status == 404


def test_views(site, preview, look):
    page = look(preview, "/notices/lift/")
    page.locator("#gongshi-preview .views").get_by_text("手机").click()
    phone = page.frame_locator("iframe")
    expect(phone.locator("h1")).to_have_text("电梯检修")
    assert page.frames[1].evaluate("[innerWidth, innerHeight]") == [390, 844]
    expect(phone.locator("#gongshi-preview")).to_have_count(0)
    edit(site, "content/notices/lift.md", "电梯检修", "电梯停用")
    expect(phone.locator("h1")).to_have_text("电梯停用")
    page.locator("#gongshi-preview .elder").click()
    expect(phone.locator("html")).to_have_class("js elder-view")
    page.locator("#gongshi-preview .elder").click()
    page.locator("#gongshi-preview .views").get_by_text("打印").click()
    expect(page.locator(".paper[data-ready]")).to_be_attached()
    assert page.frames[1].evaluate("getComputedStyle(document.getElementById('site-nav')).display") == "none"
    page.locator("#gongshi-preview .views").get_by_text("网页").click()
    expect(page.locator("h1")).to_have_text("电梯停用")
    assert page.url == preview.address + "/notices/lift/" and page.problems == []
    # What stands in an address is no script.
    page.goto(preview.address + "/_gongshi/view/?as=phone&page=javascript:alert(1)")
    expect(page.frame_locator("iframe").locator("h1").first).to_be_attached()


def test_screens_in_their_shape(site, look):
    write(site, "content/screens/gate.yaml", "id: gate\ntitle: 门口屏\norientation: portrait\nsize: 1080x1920\nunits: [yard]\n")
    with contextlib.closing(Preview(site)) as preview:
        page = look(preview, "/_gongshi/view/?as=screens")
        expect(page.locator("figcaption")).to_have_text(["门口屏1080 × 1920 竖屏", "门厅屏1920 × 1080 横屏"])
        boxes = [box.bounding_box() for box in page.locator("iframe").all()]
        assert [round(box["width"] / box["height"], 2) for box in boxes] == [0.56, 1.78]
        assert [frame.evaluate("[innerWidth, innerHeight]") for frame in page.frames[1:]] == [[1080, 1920], [1920, 1080]]
        edit(site, "content/screens/gate.yaml", "门口屏", "大门屏")
        expect(page.frame_locator("iframe >> nth=0").get_by_text("大门屏").first).to_be_attached()
        assert page.problems == []


def test_what_publishing_would_change(site, look):
    done(build(site))
    before = stamps(site / "public"), tree(site / "public"), tree(site / ".public.gongshi")
    later = "2026-11-21T15:00:00+08:00"
    with contextlib.closing(Preview(site, at=later)) as preview:
        assert preview.json("changes.json") == {
            "hasErrors": False, "isPublished": True, "otherFiles": 0, **{part: {"count": 0, "pages": []} for part in ("added", "changed", "gone")}}
        edit(site, "content/notices/lift.md", "请走楼梯", "请走南边楼梯")
        write(site, "content/pages/more.md", PAGE.format(title="新的一页", more="", text="新。"))
        (site / "content/pages/long.md").unlink()
        preview.when(lambda: preview.ask("/long/")[0] == 404 and preview.ask("/more/")[0] == 200)
        page = look(preview)
        page.locator("#gongshi-preview [data-panel=changes]").click()
        panel = page.locator("#gongshi-preview .panel[data-ready]")
        expect(panel).to_contain_text("新的一页")
        changes = preview.json("changes.json")
        assert [one["url"] for one in changes["added"]["pages"]] == ["/more/"] and [one["url"] for one in changes["gone"]["pages"]] == ["/long/"]
        assert "/notices/lift/" in [one["url"] for one in changes["changed"]["pages"]] and "/about/" not in str(changes)
        assert "长页面" in changes["gone"]["pages"][0]["title"]
    assert (stamps(site / "public"), tree(site / "public"), tree(site / ".public.gongshi")) == before


def test_nothing_was_published(preview, site):
    assert preview.json("changes.json")["isPublished"] is False
    assert not (site / "public").exists()


def test_pages_are_found(preview, look):
    page = look(preview)
    page.locator("#gongshi-preview [data-panel=pages]").click()
    page.locator("#gongshi-preview .find").fill("电梯")
    expect(page.locator("#gongshi-preview .page")).to_have_count(1)
    page.locator("#gongshi-preview .page a").click()
    expect(page.locator("h1")).to_have_text("电梯检修")


def test_in_english(site, look):
    edit(site, "content/site.yaml", "title: 小院公示", "title: The yard\nlanguage: en")
    with contextlib.closing(Preview(site)) as preview:
        page = look(preview)
        expect(page.locator("#gongshi-preview .bar")).to_contain_text("What publishing changes")
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in page.locator("#gongshi-preview .bar").inner_text())


# As a server


def test_who_is_answered(preview):
    """Names of this machine alone: a page whose name was led here (DNS rebinding) reads nothing."""
    for host in ("localhost", "127.0.0.1", "[::1]", "LOCALHOST."):
        assert preview.ask("/", Host=f"{host}:{preview.port}")[0] == 200
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "10.0.0.1"):
        status, headers, body = preview.ask("/", Host=f"{host}:{preview.port}")
        assert status == 403 and "小院" not in body.decode()
        assert preview.ask("/_gongshi/status.json", Host=host)[0] == preview.ask("/_gongshi/events", Host=host)[0] == 403
    status, headers, _ = preview.ask("/", Origin="https://evil.example")
    assert status == 200 and not any(name.lower().startswith("access-control") for name in headers)
    assert headers["cross-origin-resource-policy"] == "same-origin" and headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert {preview.ask("/", method)[0] for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE")} == {405}


@pytest.mark.parametrize("hosts", [["localhost", "evil.example"], ["evil.example", "localhost"], ["localhost", "localhost"], []])
def test_one_host_and_no_more(preview, hosts):
    """A request that names two is answered to neither, whichever stands first."""
    lines = "".join(f"Host: {host}:{preview.port}\r\n" for host in hosts)
    for path in ("/", "/_gongshi/status.json", "/_gongshi/events"):
        with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as line:
            line.sendall(f"GET {path} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n".encode())
            answer = b"".join(iter(lambda: line.recv(65536), b"")).decode()
        assert answer.split("\r\n")[0].split()[1] in ("400", "403") and "小院" not in answer, answer[:200]


@pytest.mark.parametrize("path", [
    "/../content/site.yaml", "/%2e%2e/content/site.yaml", "/..%2fcontent/site.yaml", "/content/site.yaml", "/notices/..%2f..%2fcontent/site.yaml", "//etc/passwd",
    "/..\\content\\site.yaml", "/%00", "/.public.gongshi/history", "/_gongshi/../content/site.yaml", "/_gongshi/", "/_gongshi/bar.js", "/notices/lift/index.html/", "/images/../../content/site.yaml",
])
def test_nothing_outside_the_site(preview, path):
    status, _, body = preview.ask(path)
    assert status == 404 and b"baseURL" not in body and b"root:" not in body


def test_answers_are_a_servers(site, preview):
    status, headers, body = preview.ask("/notices/lift/")
    assert status == 200 and headers["content-type"] == "text/html; charset=utf-8" and int(headers["content-length"]) == len(body)
    head = preview.ask("/notices/lift/", "HEAD")
    assert head[0] == 200 and head[1] == headers and head[2] == b""
    assert len(TAG.findall(body)) == 1 and body.index(b"/_gongshi/") < body.index(b"<meta")
    assert preview.ask("/notices/lift?a=1")[:2][0] == 301 and preview.ask("/notices/lift?a=1")[1]["location"] == "/notices/lift/?a=1"
    status, _, body = preview.ask("/nowhere")
    assert status == 404 and b"404" in body
    for path, kind in (
        ("/atom.xml", "application/atom+xml"), ("/feeds/v1/index.json", "application/json"), ("/assets/site.js", None), ("/images/gate.png", "image/png"),
        ("/calendar/all.ics", "text/calendar; charset=utf-8"), ("/sitemap.xml", "application/xml"), ("/robots.txt", "text/plain; charset=utf-8"), ("/search/index.json", "application/json"),
    ):
        status, headers, _ = preview.ask(path)
        assert kind is None or (status, headers["content-type"]) == (200, kind), path
    whole = preview.ask("/images/gate.png")[2]
    assert whole.startswith(b"\x89PNG")
    for asked, expected in (("bytes=0-3", whole[:4]), ("bytes=-5", whole[-5:]), ("bytes=10-", whole[10:]), ("bytes=5-2", whole), ("lines=1", whole), ("bytes=0-1,4-5", whole)):
        status, headers, body = preview.ask("/images/gate.png", Range=asked)
        assert body == expected and status == (200 if expected == whole else 206), asked
    assert preview.ask("/images/gate.png", Range="bytes=9999-")[0] == 416
    assert preview.ask("/images/gate.png", Range="bytes=0-3")[1]["content-range"] == f"bytes 0-3/{len(whole)}"


def test_below_a_path(site, look):
    edit(site, "content/site.yaml", "https://yard.example.cn", "https://example.cn/yard/")
    with contextlib.closing(Preview(site)) as preview:
        assert preview.ask("/")[1]["location"] == "/yard/" and preview.ask("/notices/lift/")[0] == 404
        page = look(preview, "/yard/")
        page.get_by_role("link", name="公告", exact=True).first.click()
        assert page.url.startswith(preview.address + "/yard/") and page.problems == []


def test_a_port_in_use(site):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = gongshi("serve", "--site", site, "--port", port, "--at", NOW)
    assert result.returncode == 3 and f"port {port} is in use" in result.stderr and "serve --port " in result.stderr and result.stdout == ""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once(preview, number):
    """Whoever is still listening."""
    with preview.news() as news:
        next(news)
        assert preview.end(number) == 0


def test_to_others_only_when_told(site):
    """Then it is said what that means, and the machine's own addresses are its names."""
    with contextlib.closing(Preview(site, env=environment(LANG="zh_CN.UTF-8"))) as preview:
        listening = subprocess.run(["cat", "/proc/net/tcp"], capture_output=True, text=True).stdout
        assert f"0100007F:{preview.port:04X} 00000000:0000 0A" in listening
        assert preview.said() == ""
    with contextlib.closing(Preview(site, "--host", "0.0.0.0", env=environment(LANG="zh_CN.UTF-8"))) as preview:
        preview.when(lambda: "都能打开这个预览" in preview.said())
        assert preview.ask("/", Host=f"{socket.gethostname()}:{preview.port}")[0] == 200
        assert preview.ask("/", Host="evil.example")[0] == 403
