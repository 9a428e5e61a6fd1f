"""A screen's HTML package: Xibo unzips it and plays it from the box's own disk or server, and so does a browser from a USB stick (file://)."""

import contextlib
import datetime
import json
import random
import time
import zipfile
import zlib

import pytest
from old_engine import COUNTED, milliseconds
from serving import FileHandler, files_served
from support import NOW, build, done, edit, gongshi, tiny, tiny_original, write  # noqa: F401

START = datetime.datetime.fromisoformat(NOW)
SCREEN = """\
id: lobby
title: 门厅屏
units: [yard]
playlist:
  - {slide: today, seconds: 10}
  - {slide: notices, seconds: 10}
  - slide: photos
    seconds: 8
    photos:
      - {image: /images/大图.png, caption: 很大}
      - {image: /images/gate.png, caption: 很小}
dayparts:
  - name: 午间
    from: "11:30"
    until: "13:30"
    playlist:
      - {slide: notices, seconds: 12}
      - {slide: week, seconds: 12}
evergreen:
  - {slide: venue, venue: hall, seconds: 20}
"""


def noise(width=500, height=300, seed=1):
    """A picture that can't be packed."""

    def chunk(name, data):
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    source = random.Random(seed)
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress(b"".join(b"\0" + source.randbytes(width) for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def screened(tiny):  # noqa: F811
    write(tiny, "content/images/大图.png", noise())
    write(tiny, "content/screens/lobby.yaml", SCREEN)
    return tiny


def unzipped(site, directory, name="lobby"):
    """As a player does it; gives the page's address on the disk."""
    with zipfile.ZipFile(site / f"public/feeds/xibo/{name}.htz") as package:
        package.extractall(directory)
    return (directory / "index.html").as_uri()


def checked(path):
    """The package's names; it must be one that any unzipping program takes."""
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        infos = package.infolist()
        names = [info.filename for info in infos]
        assert len({name.casefold() for name in names}) == len(names)
        assert names[0] == "index.html"
        for info in infos:
            name = info.filename
            assert not name.startswith(("/", "\\")) and ":" not in name and "\\" not in name and ".." not in name.split("/")
            assert name.isascii() or info.flag_bits & 0x800, "a name that is not told to be UTF-8"
            assert info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and not info.flag_bits & 1
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
        return names


def test_packages_are_plain_archives(screened, public):
    done(build(screened))
    assert checked(screened / "public/feeds/xibo/lobby.htz") == ["index.html", "images/da-tu.png"]
    packages = sorted((public / "feeds/xibo").glob("*.htz"))
    assert len(packages) >= 2
    for package in packages:
        checked(package)


def test_a_package_is_the_same_in_every_build(screened, tmp_path):
    for name in ("one", "two"):
        done(build(screened, "--output", tmp_path / name, "--jobs", "1" if name == "one" else "4"))
    first, second = ((tmp_path / name / "feeds/xibo/lobby.htz").read_bytes() for name in ("one", "two"))
    assert first == second


def test_all_pictures_are_in_the_page_or_beside_it(screened, tmp_path):
    """Also those that are small, where all of them together have no room in the feed."""
    photos = ""
    for number in range(20):
        write(screened, f"content/images/p{number}.png", noise(330, 300, number))
        photos += f"      - {{image: /images/p{number}.png}}\n"
    edit(screened, "content/screens/lobby.yaml", "    photos:\n", "    photos:\n" + photos)
    done(build(screened))
    names = checked(screened / "public/feeds/xibo/lobby.htz")
    pictures = json.loads((screened / "public/feeds/v1/screens/lobby.json").read_text())["pictures"]
    assert {name for name in names if name != "index.html"} == {one["url"][1:] for one in pictures if "data" not in one}
    assert any("data" in one for one in pictures) and len(names) > 3


LOADED = """Array.prototype.filter.call(document.querySelectorAll('img'), function (image) { return image.naturalWidth === %d }).length"""


def shows(page, picture, width):
    """Within a round of the playlist the picture comes on, and is loaded; `picture` is its name, or how its data begins."""
    there = f"decodeURIComponent(document.getElementById('body').innerHTML).indexOf('{picture}') >= 0"
    for _ in range(90):
        if page.evaluate(there):
            return page.wait_for(LOADED % width)
        page.clock.advance(1_000)
    raise AssertionError(f"{picture} never came on")


OPEN = ("Failed to load resource", "net::ERR_")


def test_it_plays_from_a_stick(screened, tmp_path, engine):
    """Offline, from file://: the right slide at each instant, all pictures, nothing in the console but the requests that fail."""
    edit(screened, "content/site.yaml", "horizonDays: 7", "horizonDays: 21")
    done(build(screened))
    page = engine.open(unzipped(screened, tmp_path / "stick"), at=NOW)
    chosen = random.Random(20261121)
    for seconds in [0, 9, 10, 3 * 3600, 4 * 3600 + 1800] + [chosen.randrange(8 * 86_400) for _ in range(4)]:
        instant = START + datetime.timedelta(seconds=seconds)
        preview = json.loads(done(gongshi("preview", "screen", "lobby", "--site", screened, "--at", instant.isoformat())).stdout)
        shown = page.evaluate("function (at) { return gongshi.at(at) }", instant.timestamp())
        assert (shown["state"], shown["daypart"], shown["slide"], shown["interruption"]) == (
            preview["state"], preview["daypart"], preview["slide"]["id"], preview["interruption"]), instant
        assert [item[0] for item in shown["items"]] == [item["id"] for item in preview["items"]], instant
    assert page.evaluate("gongshi.at(%d).state" % (START.timestamp() + 23 * 86_400)) == "evergreen"
    shows(page, "/images/da-tu.png", 500)
    shows(page, "data:image/png", 2)
    assert [text for text in page.problems if not any(word in text for word in OPEN)] == []


def test_a_stick_that_was_forgotten_says_so(screened, tmp_path, engine):
    done(build(screened))
    page = engine.open(unzipped(screened, tmp_path / "stick"), at=NOW)
    note = "document.getElementById('stale').textContent"
    assert page.evaluate(note) == ""
    page.clock.advance(11 * 60_000)
    assert page.evaluate(note) == "更新于 11月21日 09:00"
    page.clock.set(START + datetime.timedelta(days=9))
    page.clock.advance(1_000)
    assert page.evaluate(note) == "信息待更新，请以现场通知为准"


class Site(FileHandler):
    """A web server that is set up as docs/screens.md says; what was asked is in `server.asked`, `server.answer` replaces the feed."""

    def do_GET(self):
        server = self.server
        if server.answer is not None and self.path.startswith("/feeds/"):
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(server.answer)
        else:
            super().do_GET()
        server.asked.append((self.command, self.path, self.headers.get("Origin")))

    def do_OPTIONS(self):
        self.send_error(405)
        self.server.asked.append((self.command, self.path, None))

    def end_headers(self):
        if self.server.is_open:
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Expose-Headers", "Date, Age")
        super().end_headers()


@contextlib.contextmanager
def a_server(directory, is_open=True):
    """At NOW, until `advance` moves it on."""
    with files_served(directory, Site, now=milliseconds(NOW)) as server:
        server.asked, server.answer, server.is_open = [], None, is_open
        yield server


@pytest.fixture
def origin(screened):
    """A server of the site's public/, at whose address the site is built."""
    with a_server(screened / "public") as server:
        yield server


def advance(page, origin, ms):
    """Time passes for the box and for the site's server."""
    origin.now += ms
    page.clock.advance(ms)


def asked(page, origin):
    """Lets half a minute pass, until the feed has been asked for and answered, and then as long as a slide lasts."""
    before = len(origin.asked)
    advance(page, origin, 40_000)
    for _ in range(500):
        if len(origin.asked) > before:
            break
        # One that still waits for its answer puts the next one off.
        advance(page, origin, 1000)
        time.sleep(0.02)
    assert len(origin.asked) > before
    # The answer is on its way; the page has it when nothing is waited for.
    page.wait_for("window.flying === 0")
    advance(page, origin, 15_000)


@pytest.fixture
def play(engine, tmp_path):
    """Opens a site's package as a box does that has it on a stick."""

    def play(site, at=NOW, name="stick"):
        return engine.open(unzipped(site, tmp_path / name), at=at, init_scripts=[COUNTED])

    return play


def test_with_a_network_it_takes_newer_feeds_and_refuses_others(screened, origin, play):
    """From file:// the site is another origin, and the page's own is `null`: simple requests, no preflight."""
    done(build(screened, "--base-url", origin.address))
    page = play(screened)
    held = page.evaluate("gongshi.status().generation")
    good = (screened / "public/feeds/v1/screens/lobby.json").read_bytes()
    later = START + datetime.timedelta(seconds=20)
    write(screened, "content/notices/new.md", "---\ntitle: 新公告\nkind: notice\ndate: 2026-11-21\nunit: yard\n---\n刚刚发布。\n")
    write(screened, "content/images/更大.png", noise(600, 300, 2))
    edit(screened, "content/screens/lobby.yaml", "/images/大图.png", "/images/更大.png")
    done(build(screened, "--base-url", origin.address, at=later.isoformat()))
    newer = (screened / "public/feeds/v1/screens/lobby.json").read_bytes()
    for bad in (b"", b"<!DOCTYPE html><p>login", newer[:-40], newer.replace(b'"id":"lobby"', b'"id":"other"'), good.replace(b'"generation":', b'"generation":-')):
        origin.answer = bad
        asked(page, origin)
        assert page.evaluate("gongshi.status().generation") == held
    origin.answer = None
    asked(page, origin)
    # It takes over between two slides.
    for _ in range(100):
        if page.evaluate("gongshi.status().generation") != held:
            break
        advance(page, origin, 1000)
    assert page.evaluate("gongshi.status().generation") == later.timestamp()
    assert {method for method, *_ in origin.asked} == {"GET"}
    polls = [path for _, path, _ in origin.asked if path.startswith("/feeds/")]
    assert polls[0] == f"/feeds/v1/screens/lobby.json?screen=lobby&gen={held}" and all("?screen=lobby&gen=" in path for path in polls)
    assert page.evaluate("document.getElementById('stale').textContent") == ""
    # A picture that is newer than the package comes from the site.
    shows(page, "/images/geng-da.png", 600)
    assert [text for text in page.problems if not any(word in text for word in OPEN)] == []


def test_the_sites_date_corrects_a_box_without_a_clock(screened, origin, play):
    """A stick in a box that woke up in 1970: the server's `Date`, which CORS shows only where it is exposed."""
    done(build(screened, "--base-url", origin.address))
    page = play(screened, at="1970-01-01T08:00:00+08:00")
    page.wait_for("(fakeClock.advance(1000), gongshi.status().now !== null)")
    passed = page.evaluate("performance.now()") / 1000
    assert abs(page.evaluate("gongshi.status().now") - START.timestamp() - passed) < 2
    assert page.problems == []


def test_from_a_stick_signatures_are_checked(screened, origin, play):
    """file:// is a secure context: with a key, a feed that is not signed, or not by it, changes nothing."""
    done(gongshi("keys", "new", "--site", screened))
    edit(screened, "content/site.yaml", "unit: yard\n", "unit: yard\nsigningKey: keys/feeds.pem\n")
    done(build(screened, "--base-url", origin.address))
    page = play(screened)
    held = page.evaluate("gongshi.status().generation")
    later = START + datetime.timedelta(seconds=20)
    edit(screened, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    done(build(screened, "--base-url", origin.address, at=later.isoformat()))
    signed = (screened / "public/feeds/v1/screens/lobby.json").read_bytes()
    unsigned = signed[: signed.rindex(b',"signature"')] + b"}\n"
    changed = signed.replace("很大".encode(), "更大".encode(), 1)
    assert changed != signed
    for bad in (unsigned, changed):
        origin.answer = bad
        asked(page, origin)
        assert page.evaluate("gongshi.status().generation") == held
    origin.answer = None
    asked(page, origin)
    page.wait_for("(fakeClock.advance(1000), gongshi.status().generation === %d)" % later.timestamp())


def test_it_plays_below_a_folder_of_the_players_own_server(screened, origin, tmp_path, engine):
    """Xibo for Windows unzips to `package_<id>/` and serves that on localhost, an origin other than the site's."""
    done(build(screened, "--base-url", origin.address))
    unzipped(screened, tmp_path / "library/package_12")
    with a_server(tmp_path / "library", is_open=False) as player:
        page = engine.open(f"{player.address}/package_12/index.html", at=NOW)
        shows(page, "/images/da-tu.png", 500)
        shows(page, "data:image/png", 2)
        assert {path.split("?")[0] for _, path, _ in player.asked} <= {"/package_12/index.html", "/package_12/images/da-tu.png"}
        assert any(path.startswith("/feeds/v1/screens/lobby.json?screen=lobby&gen=") and sender for _, path, sender in origin.asked)
        assert page.problems == []
        page.close()


def test_without_cors_it_plays_on(screened, origin, play):
    origin.is_open = False
    done(build(screened, "--base-url", origin.address))
    page = play(screened)
    asked(page, origin)
    page.clock.advance(11 * 60_000)
    assert page.evaluate("document.getElementById('stale').textContent").startswith("更新于")
    assert page.evaluate("gongshi.status().slide")
