"""Films on screens: they play without sound over their poster, and the poster is what is seen wherever they can't; what a film is, its bytes say."""

import io
import json
import shutil
import struct
import zipfile

import pytest
from PIL import Image, ImageChops
from screen_walk import STILL
from serving import FileHandler, files_served
from support import NOW, ROOT, build, check, done, tiny, tiny_original, write  # noqa: F401

FILM = ROOT / "content/files/垃圾分类四个桶.mp4"
FILM_BYTES = FILM.read_bytes()
SCREEN = "id: lobby\ntitle: 门厅屏\n{more}playlist:\n  - {{slide: film, film: 分类.mp4, poster: poster.png, title: 垃圾分类{keys}}}\n"
SHOWN = "document.querySelector('.layer.shown .film.shown')"


def screen(site, keys="", more=""):
    write(site, "content/screens/lobby.yaml", SCREEN.format(keys=keys, more=more))


def poster():
    out = io.BytesIO()
    Image.new("RGB", (960, 540), (200, 30, 90)).save(out, "PNG")
    return out.getvalue()


@pytest.fixture(scope="module")
def site(tmp_path_factory, tiny_original):  # noqa: F811
    site = tmp_path_factory.mktemp("films") / "site"
    shutil.copytree(tiny_original, site)
    for folder in ("files", "images"):
        (site / "content" / folder).mkdir(parents=True, exist_ok=True)
    shutil.copy(FILM, site / "content/files/分类.mp4")
    (site / "content/images/poster.png").write_bytes(poster())
    screen(site)
    done(build(site))
    return site


@pytest.fixture(scope="module")
def feed(site):
    return json.loads((site / "public/feeds/v1/screens/lobby.json").read_text(encoding="utf-8"))


def boxes(data, start=0, end=None):
    """Of a stretch: name, where it begins, where its content begins, where it ends."""
    offset = start
    while offset + 8 <= (len(data) if end is None else end):
        size, name = struct.unpack(">I4s", data[offset:offset + 8])
        yield name, offset, offset + 8, offset + size
        offset += size


def test_a_slide_is_on_for_as_long_as_its_film(site, feed):
    """By `mvhd`, rounded up; read here by other means."""
    data = FILM.read_bytes()
    moov = next(box for box in boxes(data) if box[0] == b"moov")
    mvhd = next(box for box in boxes(data, moov[2], moov[3]) if box[0] == b"mvhd")
    scale, length = struct.unpack(">II", data[mvhd[2] + 12:mvhd[2] + 20])
    film, slide = feed["films"][feed["data"][0]["film"]], feed["data"][0]
    assert film["milliseconds"] == length * 1000 // scale and film["bytes"] == len(data)
    assert slide["layout"] == "poster" and slide["seconds"] == -(-length // scale) and feed["rounds"][feed["timeline"][0]["round"]] == [[0, slide["seconds"]]]
    assert (site / "public" / film["url"].lstrip("/")).read_bytes() == data
    assert slide["title"] == "垃圾分类" and feed["items"][slide["items"][0]]["picture"] is not None


def test_a_package_has_its_films(site, feed):
    with zipfile.ZipFile(site / "public/feeds/xibo/lobby.htz") as package:
        assert package.testzip() is None
        assert package.read(feed["films"][0]["url"].lstrip("/")) == FILM.read_bytes()


def pixels(page):
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def is_poster(picture):
    return ImageChops.difference(picture.crop((400, 300, 700, 500)), Image.new("RGB", (300, 200), (200, 30, 90))).getbbox() is None


# As what a film first stands on the page.
WATCHED = """window.firstSeen = []; new MutationObserver(function (changes) {
  changes.forEach(function (change) {
    Array.prototype.forEach.call(change.addedNodes, function (node) { if (node.nodeName === 'VIDEO') window.firstSeen.push(getComputedStyle(node).opacity); });
  });
}).observe(document, {childList: true, subtree: true});"""


def test_it_plays_over_its_poster(modern_engine, site, feed):
    """Today's engine plays H.264: without sound, and what is seen changes; its length in the feed is the one that the engine tells."""
    with files_served(site / "public") as server:
        page = modern_engine.open(f"{server.address}/screens/lobby/", 960, 540, since=NOW, init_scripts=(STILL, WATCHED))
        page.wait_for("!!" + SHOWN, timeout=20_000)
        # Before it plays it is not seen: it would stand in a corner, as large as it was filmed.
        assert set(page.evaluate("window.firstSeen")) == {"0"}
        told = page.evaluate("function () { var film = document.querySelector('.film'); return [film.muted, film.volume, film.loop, film.duration, film.paused, film.controls]; }")
        assert told[:3] == [True, 0, False] and told[4:] == [False, False]
        assert round(told[3] * 1000) == feed["films"][0]["milliseconds"]
        assert not is_poster(pixels(page)) and page.problems == []


def test_a_box_without_a_network_plays_it(modern_engine, site):
    """The worker keeps it whole, and gives what is asked for of it in parts."""
    with files_served(site / "public") as server:
        page = modern_engine.open(f"{server.address}/screens/lobby/", 960, 540, since=NOW, init_scripts=(STILL,))
        page.wait_for(
            "caches.open('gongshi-films-1-lobby').then(function (films) { return films.keys(); }).then(function (kept) { return kept.some(function (one) { return /[.]mp4/.test(one.url); }) && !!navigator.serviceWorker.controller; })",
            timeout=20_000)
        page.set_offline(True)
        page.reload()
        page.wait_for("!!" + SHOWN, timeout=20_000)
        assert page.evaluate("""function () {
          var film = document.querySelector('.film');
          return fetch(film.src, {headers: {Range: 'bytes=100-199'}}).then(function (answer) {
            return answer.arrayBuffer().then(function (bytes) { return [answer.status, answer.headers.get('Content-Range'), bytes.byteLength]; });
          });
        }""") == [206, f"bytes 100-199/{len(FILM_BYTES)}", 100]


def answering(answer):
    """Films are answered so: status, type and bytes."""

    class Handler(FileHandler):
        def do_GET(self):
            if ".mp4" not in self.path:
                return super().do_GET()
            status, kind, data = answer
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            return self.wfile.write(data)

    return Handler


ANSWERS = {"gone": (404, "text/plain", b"gone"), "a login's page": (200, "text/html", b"<!doctype html><p>login"), "cut short": (200, "video/mp4", FILM.read_bytes()[:900])}
# It has been given up, or this engine does not even begin.
GIVEN_UP = "function () { var film = document.querySelector('.film'); return !film || !!film.error; }"


@pytest.mark.parametrize("name", ANSWERS)
def test_the_poster_is_seen_wherever_it_can_not_play(engine, site, name):
    """At once, for the whole of its turn, and time goes on."""
    with files_served(site / "public", handler=answering(ANSWERS[name])) as server:
        page = engine.open(f"{server.address}/screens/lobby/", 960, 540, at=NOW, init_scripts=(STILL,))
        page.wait_for("!!document.querySelector('.layer.shown .poster img')")
        page.wait_for(GIVEN_UP, timeout=20_000)
        for _ in range(4):
            page.clock.advance(4_000)
            assert not page.evaluate(f"!!{SHOWN}")
            assert is_poster(pixels(page))


def test_an_old_engine_without_the_codec_shows_the_poster(old_engine, site):
    with files_served(site / "public") as server:
        page = old_engine.open(f"{server.address}/screens/lobby/", 960, 540, since=NOW, init_scripts=(STILL,))
        page.wait_for("!!document.querySelector('.layer.shown .poster img')", timeout=20_000)
        if page.evaluate("!!document.createElement('video').canPlayType('video/mp4; codecs=\"avc1.4d401f\"')"):
            page.wait_for("!!" + SHOWN, timeout=20_000)
        else:
            assert is_poster(pixels(page))
            assert not page.evaluate(f"!!{SHOWN}")


# What a film may be


def changed(data, old, new):
    assert old in data
    return data.replace(old, new)


def said(site, film, keys="", more="", file="分类.mp4"):
    (site / "content/files" / file).write_bytes(film)
    screen(site, keys, more)
    return check(site)


@pytest.fixture
def small(tiny):  # noqa: F811
    for folder in ("files", "images"):
        (tiny / "content" / folder).mkdir(parents=True, exist_ok=True)
    (tiny / "content/images/poster.png").write_bytes(poster())
    return tiny


FRAGMENT = struct.pack(">I4s", 8, b"moof")
WRONG = {
    "hevc": (lambda: changed(FILM_BYTES, b"avc1\0", b"hvc1\0"), "screen.film-codec", "hvc1"),
    "ten bits": (lambda: changed(FILM_BYTES, b"avcC\x01\x4d", b"avcC\x01\x6e"), "screen.film-codec", "110"),
    "fragments": (lambda: FILM_BYTES + FRAGMENT, "screen.film-fragmented", "faststart"),
    "cut": (lambda: FILM_BYTES[:-5000], "screen.film-cut", "copied to its end"),
    "no index": (lambda: changed(FILM_BYTES, b"moov", b"free"), "screen.film-cut", "copied to its end"),
    "no picture": (lambda: changed(FILM_BYTES, b"vide", b"soun"), "screen.film-no-picture", "H.264"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_screens_can_not_play_is_said(small, name):
    make, code, word = WRONG[name]
    result = said(small, make())
    assert result.returncode == 1 and f"[{code}]" in result.stderr and word in result.stderr and "lobby.yaml:4" in result.stderr


def test_the_whole_film_is_well(small):
    result = said(small, FILM_BYTES)
    assert result.returncode == 0 and "film" not in result.stderr


def test_its_size_is_bounded(small):
    large = FILM_BYTES + struct.pack(">I4s", 2 << 20, b"free") + bytes((2 << 20) - 8)
    result = said(small, large, more="filmSize: 1\n")
    assert result.returncode == 1 and "[screen.film-large]" in result.stderr
    assert said(small, large).returncode == 0
    assert "filmSize" in said(small, large, more="filmSize: 500\n").stderr


def test_where_it_was_taken_is_refused_as_in_any_file(small):
    place = struct.pack(">I4s", 28, b"\xa9xyz") + b"+36.6512+117.1201/  "
    udta = struct.pack(">I4s", 8 + len(place), b"udta") + place
    data = FILM_BYTES
    moov = next(box for box in boxes(data) if box[0] == b"moov")
    moved = data[:moov[1]] + struct.pack(">I4s", moov[3] - moov[1] + len(udta), b"moov") + data[moov[2]:moov[3]] + udta + data[moov[3]:]
    assert "[privacy.position]" in said(small, moved).stderr


def test_files_that_are_not_there_and_no_films(small):
    screen(small)
    assert "[attachment.missing]" in check(small).stderr
    (small / "content/files/分类.pdf").write_bytes(b"%PDF-1.4\n")
    write(small, "content/screens/lobby.yaml", SCREEN.format(keys="", more="").replace("分类.mp4", "分类.pdf"))
    assert "[screen.film-format]" in check(small).stderr


def test_a_long_film_says_what_is_shown_of_it(small):
    moov = FILM_BYTES.index(b"mvhd")
    long = bytearray(FILM_BYTES)
    long[moov + 20:moov + 24] = struct.pack(">I", struct.unpack(">I", long[moov + 16:moov + 20])[0] * 200)
    result = said(small, bytes(long))
    assert result.returncode == 0 and "[screen.film-long]" in result.stderr
    assert "[screen.film-long]" not in said(small, bytes(long), keys=", seconds: 200").stderr
