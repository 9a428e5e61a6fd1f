"""Backgrounds and faces of screens: whatever the picture, letters are read on it; whatever the face, nothing is faint or of another size."""

import io
import json
import random
import re
import shutil

import pytest
import screen_walk
from PIL import Image, ImageDraw
from screen_walk import open_screen, walk
from screens_site import KINDS, ORIENTATIONS
from serving import files_served
from support import NOW, build, done, problems, tiny, tiny_original, write  # noqa: F401

SIZES = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
# Relative luminance on which white has 7 : 1.
DARKEST = 0.10


def stripes(size, step):
    picture = Image.new("RGB", size)
    draw = ImageDraw.Draw(picture)
    for left in range(0, size[0], 2 * step):
        draw.rectangle((left, 0, left + step - 1, size[1]), fill="white")
    return picture


def sun():
    picture = Image.new("RGB", (1600, 900), "black")
    ImageDraw.Draw(picture).ellipse((1200, 60, 1500, 360), fill="white")
    return picture


def noise():
    chosen = random.Random(20261121)
    return Image.frombytes("RGB", (640, 360), chosen.randbytes(640 * 360 * 3)).resize((1920, 1080), Image.NEAREST)


def glass():
    picture = Image.new("RGBA", (1200, 700), (255, 255, 255, 0))
    ImageDraw.Draw(picture).rectangle((100, 100, 600, 600), fill=(255, 240, 0, 255))
    return picture


PICTURES = {
    "white": lambda: Image.new("RGB", (1600, 900), "white"), "black": lambda: Image.new("RGB", (1600, 900), "black"), "fine": lambda: stripes((1600, 900), 1),
    "broad": lambda: stripes((1600, 900), 400), "yellow": lambda: Image.new("RGB", (300, 200), (255, 255, 0)), "sun": sun, "noise": noise, "glass": glass,
    "upright": lambda: stripes((700, 1600), 90), "dot": lambda: Image.new("RGB", (1, 1), "white"),
}


def luminance(picture):
    """The lightest pixel's relative luminance (WCAG 2.2)."""
    light = [value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in range(256)]
    pixels = picture.convert("RGB").getcolors(picture.width * picture.height)
    return max(0.2126 * light[r] + 0.7152 * light[g] + 0.0722 * light[b] for _, (r, g, b) in pixels)


@pytest.fixture(scope="module")
def grounds(tmp_path_factory, tiny_original):  # noqa: F811
    """A site with a screen before each picture."""
    site = tmp_path_factory.mktemp("grounds") / "site"
    shutil.copytree(tiny_original, site)
    (site / "content/images").mkdir(parents=True, exist_ok=True)
    for name, make in PICTURES.items():
        picture = make()
        picture.save(site / f"content/images/{name}.png")
        write(site, f"content/screens/{name}.yaml", f"id: {name}\ntitle: 门厅屏\nbackground: {name}.png\nplaylist:\n  - {{slide: text, text: 请走北门}}\n")
    sun().save(site / "content/images/shown.png")
    write(site, "content/screens/shown.yaml", "id: shown\ntitle: 门厅屏\nplaylist:\n  - {slide: photos, photos: [shown.png]}\n")
    done(build(site))
    return site


@pytest.mark.parametrize("name", PICTURES)
def test_no_part_of_a_ground_is_light(grounds, name):
    """Measured on the pixels that are published; what was dark keeps its light, or nothing would be seen of it."""
    ground = Image.open(grounds / f"public/images/{name}.png-ground.jpg")
    assert ground.width <= 960 and luminance(ground) <= DARKEST
    assert name in ("black", "fine", "noise", "dot") or luminance(ground) > 0.06
    assert (grounds / f"public/images/{name}.png-ground.jpg").stat().st_size < 60_000


def test_a_ground_is_blurred(grounds):
    """Neighbours differ little: no edge runs through a letter."""
    for name in ("fine", "noise", "broad", "sun"):
        ground = Image.open(grounds / f"public/images/{name}.png-ground.jpg").convert("L")
        rows = [ground.crop((0, y, ground.width, y + 1)).tobytes() for y in range(0, ground.height, 40)]
        assert max(abs(a - b) for row in rows for a, b in zip(row, row[1:])) <= 12, name


def test_what_is_no_background_has_no_ground(grounds):
    assert {path.name for path in (grounds / "public/images").glob("*-ground.jpg")} == {f"{name}.png-ground.jpg" for name in PICTURES}
    assert (grounds / "public/images/shown.png").exists()
    feed = json.loads((grounds / "public/feeds/v1/screens/white.json").read_text(encoding="utf-8"))
    picture = feed["pictures"][feed["data"][0]["background"]]
    # So small that it travels in the feed: a box that is cut off has it.
    assert picture["url"] == "/images/white.png-ground.jpg" and picture["data"].startswith("data:image/jpeg;base64,")


@pytest.fixture(scope="module")
def grounds_server(grounds):
    with files_served(grounds / "public") as server:
        yield server


@pytest.mark.parametrize("name", ["white", "broad", "sun", "noise"])
def test_letters_are_read_on_it(engine, grounds, grounds_server, name):
    """On the pixels of the wall itself: without its letters, no pixel where they stand is lighter than white letters bear at 7 : 1."""
    page = open_screen(engine, f"{grounds_server.address}/screens/{name}/", 1920, 1080, NOW)
    page.wait_for("document.getElementById('stage').className.indexOf('on-picture') > 0")
    colour = page.evaluate("getComputedStyle(document.querySelector('.layer.shown p')).color")
    assert min(map(int, re.findall(r"\d+", colour)[:3])) > 220
    box = page.evaluate("""function () {
      document.styleSheets[0].insertRule('.layer, #head, #foot { color: transparent !important }', document.styleSheets[0].cssRules.length);
      Array.prototype.forEach.call(document.querySelectorAll('.layer.shown p, .layer.shown span'), function (node) { node.style.color = 'transparent'; });
      var box = document.querySelector('.layer.shown .area').getBoundingClientRect();
      return [box.left, box.top, box.right, box.bottom];
    }""")
    shot = Image.open(io.BytesIO(page.screenshot())).crop([round(one) for one in box])
    assert luminance(shot) <= DARKEST


def test_a_background_that_moves_or_is_not_there(tiny):  # noqa: F811
    write(tiny, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\nbackground: none.jpg\nplaylist:\n  - {slide: today, background: /images/a.gif}\n")
    said = problems(build(tiny).stderr)
    assert {problem.split("[")[1].rstrip("]") for problem in said} >= {"screen.background-gif", "image.missing"}


# Faces

DRESSES = {"red": "theme: red", "blue": "theme: 静蓝", "night": "theme: night", "contrast": "theme: contrast", "pictured": "background: photo-0.png"}
# What is drawn in a colour of its own on a ground of its own has the 4.5 : 1 that the walk asks for in any case.
OWN = re.compile(r"chip|badge|label|air|#head|#foot|#page|#time|#date|#lunar|#name|#sponsor|#updated|#title|warning|\.suffix|\.end|\.day |\.foot|\.top|code")


@pytest.fixture(scope="session")
def dressed(tmp_path_factory, screen_sites):
    """The ordinary day of each kind of slide, in each dress."""
    found = {}
    screen_sites.address("normal")
    source = screen_sites.public["normal"].parent
    for dress, line in DRESSES.items():
        site = tmp_path_factory.mktemp(dress) / "site"
        shutil.copytree(source, site, ignore=shutil.ignore_patterns("public", ".public.gongshi*"))
        key, value = line.split(": ")
        for path in (site / "content/screens").glob("*.yaml"):
            screen = json.loads(path.read_text(encoding="utf-8"))
            path.write_text(json.dumps({**screen, key: value}, ensure_ascii=False), encoding="utf-8")
        done(build(site))
        screen_sites.public[f"dressed-{dress}"] = site / "public"
        found[dress] = f"dressed-{dress}"
    return found


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("dress", DRESSES)
def test_every_slide_in_every_face(modern_engine, screen_sites, dressed, monkeypatch, dress, orientation):
    """Before a picture and on dark 7 : 1 for what is read in slides; 4.5 : 1 for the rest."""
    monkeypatch.setattr(screen_walk, "LEAST_CONTRAST", 4.5 if dress in ("red", "blue") else 7)
    wrong = {}
    for kind in KINDS:
        page = open_screen(modern_engine, f"{screen_sites.address(dressed[dress])}/screens/{kind}-{orientation}-normal/", *SIZES[orientation], NOW)
        for shown in walk(page):
            faults = [fault for fault in shown.faults if not (fault.startswith("faint") and OWN.search(fault) and float(fault.split()[-1]) >= 4.5)]
            if faults:
                wrong[f"{kind} {shown.number}"] = faults
        # The cover and urgent notices have grounds of their own.
        if dress == "pictured" and kind not in ("alert", "photos"):
            assert "on-picture" in page.evaluate("document.getElementById('stage').className"), kind
    assert wrong == {}
