"""Pages of PDFs on screens: pictures that poppler draws at build time, as large as the wall shows them; what a PDF does to poppler it does to itself."""

import io
import json
import os
import shutil
import subprocess
import zipfile

import pypdfium2
import pytest
from PIL import Image, ImageChops
from screen_walk import STILL
from serving import files_served
from support import NOW, ROOT, build, check, done, environment, tiny, tiny_original, tree, write  # noqa: F401

NOTICE = ROOT / "content/files/冬季供暖与用火用电告知书.pdf"
SCREENS = {"hall": ("landscape", "1920x1080"), "lift": ("portrait", "1080x1920")}
SCREEN = "id: {id}\ntitle: 门厅屏\norientation: {orientation}\nsize: {size}\nplaylist:\n  - {{slide: document, document: 告知书.pdf, seconds: 10{keys}}}\n"


def screen(site, name="hall", keys=""):
    orientation, size = SCREENS[name]
    write(site, f"content/screens/{name}.yaml", SCREEN.format(id=name, orientation=orientation, size=size, keys=keys))


def pdf(pages=1, size=(595, 842), body=b"0 0 0 rg 100 100 200 300 re f", trailer=b""):
    """Pages that have all one content."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Length %d >>\nstream\n%s\nendstream" % (len(body), body)]
    kids = []
    for _ in range(pages):
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 3 0 R /Resources << >> >>" % size)
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b" ".join(kids))
    out, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def put(site, data):
    (site / "content/files").mkdir(parents=True, exist_ok=True)
    (site / "content/files/告知书.pdf").write_bytes(data)


def feed(site, name="hall"):
    return json.loads((site / f"public/feeds/v1/screens/{name}.json").read_text(encoding="utf-8"))


def turns(told):
    """Of the first round: slide and seconds."""
    return told["rounds"][told["timeline"][0]["round"]]


def sheets(site, name="hall"):
    told = feed(site, name)
    return [site / "public" / told["pictures"][told["items"][number]["picture"]]["url"].lstrip("/") for number in told["data"][0]["items"]]


@pytest.fixture(scope="module")
def site(tmp_path_factory, tiny_original):  # noqa: F811
    site = tmp_path_factory.mktemp("documents") / "site"
    shutil.copytree(tiny_original, site)
    put(site, NOTICE.read_bytes())
    for name in SCREENS:
        screen(site, name)
    done(build(site))
    return site


@pytest.mark.parametrize(("name", "size"), [("hall", (764, 1080)), ("lift", (1080, 1527))])
def test_pages_fit_the_wall(site, name, size):
    """As large as the wall has room, in order, and what another renderer draws of them."""
    document = pypdfium2.PdfDocument(NOTICE.read_bytes())
    assert len(sheets(site, name)) == len(document) == 2
    for number, file in enumerate(sheets(site, name)):
        picture = Image.open(file).convert("L")
        assert abs(picture.width - size[0]) <= 1 and abs(picture.height - size[1]) <= 1
        other = document[number].render(scale=picture.height / document[number].get_height()).to_pil().convert("L").resize((95, 135))
        difference = ImageChops.difference(picture.resize((95, 135)), other).histogram()
        assert sum(difference[40:]) < 95 * 135 * 0.02


def test_side_by_side_where_the_wall_lies(site):
    assert feed(site)["data"][0]["perPage"] == 2 and turns(feed(site)) == [[0, 10]]
    assert feed(site, "lift")["data"][0]["perPage"] == 1 and turns(feed(site, "lift")) == [[0, 20]]
    assert feed(site)["data"][0]["title"] == "告知书" and feed(site)["data"][0]["layout"] == "sheets"


@pytest.mark.parametrize("name", SCREENS)
def test_whole_sheets_are_seen(engine, site, name):
    """White paper, whole, upright, none over another or over the frame."""
    width, height = map(int, SCREENS[name][1].split("x"))
    with files_served(site / "public") as server:
        page = engine.open(f"{server.address}/screens/{name}/", width, height, at=NOW, init_scripts=(STILL,))
        page.wait_for("document.querySelectorAll('.layer.shown .sheet img').length > 0")
        page.clock.advance(2_000)
        seen = page.evaluate("""function () {
          var body = document.getElementById('body').getBoundingClientRect();
          return [[body.left, body.top, body.right, body.bottom], Array.prototype.map.call(document.querySelectorAll('.layer.shown .sheet'), function (sheet) {
            var box = sheet.getBoundingClientRect(), picture = sheet.firstChild;
            return [box.left, box.top, box.right, box.bottom, picture.naturalWidth / picture.naturalHeight];
          })];
        }""")
        body, found = seen
        assert len(found) == (2 if name == "hall" else 1) and page.problems == []
        for left, top, right, bottom, shape in found:
            assert left >= body[0] - 1 and top >= body[1] - 1 and right <= body[2] + 1 and bottom <= body[3] + 1
            # What it fills of its place: nearly the whole height, or the whole width.
            assert (bottom - top) * shape <= right - left + 2 or name == "lift"
        if name == "hall":
            assert found[0][2] <= found[1][0]
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            middle = round((body[1] + body[3]) / 2)
            assert picture.getpixel((round(found[0][2]) - 12, middle)) == (255, 255, 255) == picture.getpixel((round(found[1][0]) + 12, middle))


def test_a_package_has_its_pages(site):
    with zipfile.ZipFile(site / "public/feeds/xibo/hall.htz") as package:
        packed = package.read("index.html").decode() + " ".join(package.namelist())
    for one in feed(site)["pictures"]:
        assert one.get("data", "none")[:60] in packed or one["url"].lstrip("/") in packed


def test_the_file_itself_is_no_page_s(site):
    """A screen shows its pages; nobody offers the file."""
    assert list((site / "public").rglob("*.pdf")) == []


def test_the_same_file_is_the_same_pictures(site, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("public", ".public*"))
    done(build(copy))
    assert tree(copy / "public/images") == tree(site / "public/images")


def painter(folder, script):
    """An environment whose `pdfinfo` and `pdftoppm` are a script; it says a version as poppler does."""
    folder.mkdir()
    real = subprocess.run(["pdftoppm", "-v"], capture_output=True, text=True, check=True).stderr.splitlines()[0]
    for name in ("pdfinfo", "pdftoppm"):
        file = folder / name
        file.write_text(f'#!/bin/sh\nname={name}\n[ "$1" = -v ] && echo "{real}" >&2 && exit 0\n{script}\n', encoding="utf-8")
        file.chmod(0o755)
    return environment(PATH=f"{folder}:{os.environ['PATH']}")


def test_pages_are_drawn_once(tiny, tmp_path):  # noqa: F811
    """What was drawn is kept: with a painter that fails a build still has them; another file is drawn anew."""
    put(tiny, pdf())
    screen(tiny)
    done(build(tiny))
    env = painter(tmp_path / "programs", f'[ $name = pdfinfo ] && exec {shutil.which("pdfinfo")} "$@"\nexit 1')
    write(tiny, "content/notices/more.md", "---\ntitle: 通知\nkind: notice\ndate: 2026-11-20\n---\n正文\n")
    done(build(tiny, env=env))
    put(tiny, pdf(body=b"1 0 0 rg 10 10 50 50 re f"))
    assert "[screen.document-damaged]" in build(tiny, env=env).stderr


def test_without_the_program(tiny, tmp_path):  # noqa: F811
    """It is said which package has it, and the rest of the site is published."""
    put(tiny, pdf())
    screen(tiny)
    result = build(tiny, env=environment(PATH=str(tmp_path)))
    assert result.returncode == 0 and "[screen.document-no-program]" in result.stderr and "apt install poppler-utils" in result.stderr
    assert feed(tiny)["pictures"] == [] and (tiny / "public/screens/hall/index.html").exists()


def test_how_many_pages_are_shown(tiny):  # noqa: F811
    put(tiny, pdf(pages=9))
    screen(tiny)
    result = build(tiny)
    assert result.returncode == 0 and "[screen.document-pages]" in result.stderr and "9" in result.stderr and len(sheets(tiny)) == 6
    screen(tiny, keys=", pages: 7-9")
    result = build(tiny)
    assert "document" not in result.stderr and len(sheets(tiny)) == 3
    screen(tiny, keys=", pages: 12")
    assert "[screen.document-no-page]" in check(tiny).stderr
    screen(tiny, keys=", pages: 1-40")
    assert "pages" in check(tiny).stderr


def test_photographs_are_jpeg(tiny):  # noqa: F811
    """A page of thousands of colours is a tenth as large."""
    body = b"".join(b"%.3f %.3f %.3f rg %d %d 10 10 re f\n" % (x / 60, y / 84, (x * y % 97) / 97, x * 10, y * 10) for x in range(60) for y in range(84))
    put(tiny, pdf(body=body))
    screen(tiny)
    done(build(tiny))
    assert Image.open(sheets(tiny)[0]).format == "JPEG" and sheets(tiny)[0].suffix == ".jpg"


HOSTILE = {
    "broken": (lambda: b"%PDF-1.4\nnothing of the kind\n", "screen.document-damaged"),
    "cut": (lambda: NOTICE.read_bytes()[:600], "screen.document-damaged"),
    "no page": (lambda: pdf(pages=0), "screen.document-damaged"),
    "giant": (lambda: pdf(size=(200_000, 200_000)), "screen.document-size"),
    "a strip": (lambda: pdf(size=(100, 5_000)), "screen.document-size"),
    "tiny": (lambda: pdf(size=(4, 4)), "screen.document-size"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_can_not_be_shown_is_said(tiny, name):  # noqa: F811
    make, code = HOSTILE[name]
    put(tiny, make())
    screen(tiny)
    result = build(tiny)
    assert result.returncode == 1 and f"[{code}]" in result.stderr and "告知书.pdf" in result.stderr and "Traceback" not in result.stderr


def test_a_password_is_said(tiny):  # noqa: F811
    """RC4 of 40 bits, with a key that opens for nobody here (ISO 32000-1, 7.6)."""
    secret = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (b"11" * 32, b"22" * 32)
    put(tiny, pdf(trailer=secret))
    screen(tiny)
    assert "[screen.document-password]" in build(tiny).stderr


TAKEN = {"memory": "exec python3 -c 'bytearray(3 << 30)'", "a signal": "kill -SEGV $$", "too much": "exec cat /dev/zero", "nothing": "exit 0"}


@pytest.mark.parametrize("name", TAKEN)
def test_a_document_that_has_taken_the_program_over_ends_alone(tiny, tmp_path, name):  # noqa: F811
    put(tiny, pdf())
    screen(tiny)
    result = build(tiny, env=painter(tmp_path / "programs", TAKEN[name]))
    assert result.returncode == 1 and ("[screen.document-heavy]" in result.stderr or "[screen.document-damaged]" in result.stderr)


def test_it_writes_no_file(tiny, tmp_path):  # noqa: F811
    put(tiny, pdf())
    screen(tiny)
    target = tmp_path / "written"
    build(tiny, env=painter(tmp_path / "programs", f"(echo secret > {target}) 2>/dev/null; exit 1"))
    assert not target.exists() or target.read_bytes() == b""


def test_it_has_no_network(tiny, tmp_path):  # noqa: F811
    """No interface but its own loop; told by the one complaint that is told apart."""
    if not any(subprocess.run(["unshare", kind, "true"], capture_output=True).returncode == 0 for kind in ("-n", "-rn")):
        pytest.skip("this system lets nobody be without a network")
    put(tiny, pdf())
    screen(tiny)
    alone = "[ $(grep -c : /proc/self/net/dev) = 1 ] && echo Incorrect password >&2\nexit 1"
    assert "[screen.document-password]" in build(tiny, env=painter(tmp_path / "programs", alone)).stderr
