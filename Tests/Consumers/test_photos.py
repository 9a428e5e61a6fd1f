"""A phone's photo, put into content/images as it is: what goes out of it, in which sizes, and that nothing else does."""

import base64
import html
import io
import json
import re
import zipfile

import photos
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat
from support import build, check, digest, done, edit, gongshi, png, problems, tiny, tiny_original, tree, write  # noqa: F401

BODY = "".join(f"![图](/images/photo.{ending})\n\n" for ending in photos.FORMATS)
SCREEN = "".join(f"      - {{image: /images/photo.{ending}}}\n" for ending in photos.FORMATS)


def put(site, name, data, notice="gate"):
    write(site, f"content/images/{name}", data)
    edit(site, f"content/notices/{notice}.md", "image: /images/gate.png", f"image: /images/{name}")


@pytest.fixture(scope="module")
def photographed(tiny_original, tmp_path_factory):  # noqa: F811
    """Every format with everything planted, on a page, in its text and on a screen; built twice, with one job and with two."""
    import shutil
    site = tmp_path_factory.mktemp("photos") / "site"
    shutil.copytree(tiny_original, site)
    for ending, make in (("jpg", photos.jpeg), ("png", photos.png), ("webp", photos.webp)):
        write(site, f"content/images/photo.{ending}", make(photos.colours(2000, 1500), orientation=6))
    write(site, "content/images/photo.gif", photos.gif(photos.colours(200, 100)))
    edit(site, "content/notices/gate.md", "image: /images/gate.png", "image: /images/photo.jpg")
    edit(site, "content/notices/gate.md", "北门早六点开，", BODY)
    with (site / "content/screens/lobby.yaml").open("a", encoding="utf-8") as file:
        file.write(f"playlist:\n  - slide: photos\n    photos:\n{SCREEN}")
    said = done(build(site, "--jobs", "1", "--language", "zh"))
    assert "有 3 张照片带着拍摄地点（GPS）" in said.stdout
    assert "拍摄地点" not in done(build(site, "--jobs", "2", "--output", site / "other", "--language", "en")).stdout
    return site


def test_a_position_is_told_when_the_photo_becomes_public(photographed, tmp_path):
    """Whether a preview has made its pictures before is no matter; and once is enough."""
    import shutil
    site = tmp_path / "site"
    shutil.copytree(photographed, site)
    assert "拍摄地点" not in done(build(site, "--language", "zh")).stdout
    for path in (site / "public", site / ".public.gongshi"):
        shutil.rmtree(path)
    assert any((site / ".public.gongshi-pictures").iterdir())
    assert "有 3 张照片带着拍摄地点（GPS）" in done(build(site, "--language", "zh")).stdout


def everything(root):
    """Every file's bytes, those in archives and those in data: addresses too."""
    for path in root.rglob("*"):
        if path.is_dir():
            continue
        data = path.read_bytes()
        yield path, data
        if data[:2] == b"PK":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield path / name, archive.read(name)
                    data += archive.read(name)
        for found in re.findall(rb"base64,([A-Za-z0-9+/=]+)", data):
            yield path / "data:", base64.b64decode(found)


@pytest.mark.parametrize("place", ["public", "other", ".public.gongshi-pictures"])
def test_nothing_planted_goes_out(photographed, place):
    sources = b"".join(path.read_bytes() for path in (photographed / "content/images").iterdir())
    assert all(secret in sources for secret in photos.SECRETS), "what is looked for was planted"
    pictures = 0
    for path, data in everything(photographed / place):
        assert not [secret for secret in photos.SECRETS if secret in data], path
        assert all(struct not in data for struct in (b"Exif\0", b"ICC_PROFILE", b"eXIf", b"iCCP", b"tEXt", b"ftypmp42", b"8BIM")), path
        pictures += data[:3] in (b"\xff\xd8\xff", b"\x89PN", b"RIF", b"GIF")
    assert pictures >= 14


def test_the_same_bytes_whatever_the_jobs(photographed):
    assert digest_of(photographed / "public/images") == digest_of(photographed / "other/images")


def digest_of(root):
    return {path.name: digest(path.read_bytes()) for path in root.iterdir() if path.is_file()}


def test_upright_and_in_sizes(photographed):
    images = photographed / "public/images"
    for ending, kind in photos.FORMATS.items():
        with Image.open(images / f"photo.{ending}") as image:
            assert image.format == kind and image.size == ((200, 100) if ending == "gif" else (1500, 2000)), ending
    with Image.open(images / "photo.gif") as image:
        assert image.n_frames == 2 and image.info["loop"] == 3 and image.info["duration"] == 200
    names = {path.name for path in images.iterdir() if path.is_file()}
    assert {"photo.jpg-480w.webp", "photo.jpg-960w.webp", "photo.jpg-1500w.webp", "photo.jpg-960w.jpg",
            "photo.webp-1500w.jpg", "photo.png-1500w.jpg"} <= names
    page = (photographed / "public/notices/gate/index.html").read_text(encoding="utf-8")
    shown = [one for one in re.findall(r"(?:<source type=\"image/webp\"[^>]*>)?<img [^>]*>", page) if "photo" in one]
    assert len(shown) == 5
    for number, one in enumerate(shown):
        source, = re.findall(r' src="([^"]+)"', one)
        width, height = (int(re.search(rf'{name}="(\d+)"', one)[1]) for name in ("width", "height"))
        with Image.open(photographed / "public" / source[1:]) as image:
            assert image.size == (width, height) and image.format in ("JPEG", "GIF"), source
        for address, wide in re.findall(r"(/images/\S+) (\d+)w", one):
            with Image.open(photographed / "public" / address[1:]) as image:
                assert image.format == "WEBP" and image.width == int(wide)
        # The first is what a reader sees first; no other is loaded before it comes near.
        assert ('loading="lazy"' in one) == (number > 0) and 'decoding="async"' in one
    assert 'content="https://yard.example.cn/images/photo.jpg"' in page
    feed = json.loads((photographed / "public/feed.json").read_text(encoding="utf-8"))
    entry = next(item for item in feed["items"] if "photo" in item["content_html"])["content_html"]
    assert "<source" not in entry and 'src="https://yard.example.cn/images/photo.webp-1500w.jpg" alt="图" width="1500" height="2000"' in entry


def test_screens_get_no_more_pixels_than_they_have(photographed):
    """An upright photo of 1500 × 2000 on a wall of 1920 × 1080 has its form of 960."""
    feed = json.loads((photographed / "public/feeds/v1/screens/lobby.json").read_text(encoding="utf-8"))
    assert [picture["url"] for picture in feed["pictures"]] == [
        "/images/photo.jpg-960w.jpg", "/images/photo.png-960w.jpg", "/images/photo.webp-960w.jpg", "/images/photo.gif"]
    for picture in feed["pictures"]:
        data = (photographed / "public" / picture["url"][1:]).read_bytes()
        assert picture["digest"] == digest(data)[:16]
        with Image.open(io.BytesIO(data)) as image:
            assert image.width * image.height <= 1920 * 1080 and image.format in ("JPEG", "GIF")
    with zipfile.ZipFile(photographed / "public/feeds/xibo/lobby.htz") as package:
        assert set(package.namelist()) == {"index.html"} | {one["url"][1:] for one in feed["pictures"] if "data" not in one}


def test_a_large_wall_has_larger_ones(tiny):  # noqa: F811
    put(tiny, "wall.jpg", photos.jpeg(photos.colours(3000, 2000)))
    edit(tiny, "content/screens/lobby.yaml", "title:", "size: 3840x2160\ntitle:")
    with (tiny / "content/screens/lobby.yaml").open("a", encoding="utf-8") as file:
        file.write("playlist:\n  - slide: photos\n    photos: [{image: /images/wall.jpg}]\n")
    done(build(tiny))
    with Image.open(tiny / "public/images/wall.jpg-2560w.jpg") as image:
        assert image.size == (2560, 1707)
    assert "/images/wall.jpg-2560w.jpg" in (tiny / "public/feeds/v1/screens/lobby.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending, make", [("jpg", photos.jpeg), ("png", photos.png), ("webp", photos.webp)])
def test_every_orientation(tiny, ending, make):  # noqa: F811
    whole = photos.colours(300, 200)
    for orientation in range(1, 9):
        write(tiny, f"content/images/o{orientation}.{ending}", make(whole, orientation))
    edit(tiny, "content/notices/gate.md", "北门早六点开，", "".join(f"![](/images/o{n}.{ending})" for n in range(1, 9)))
    done(build(tiny))
    for orientation in range(1, 9):
        turned = whole.copy()
        turned.getexif()[0x0112] = orientation
        close(tiny / f"public/images/o{orientation}.{ending}", ImageOps.exif_transpose(turned), 3)


def close(path, wanted, most):
    """Means of the difference of each channel: what JPEG and WebP lose."""
    with Image.open(path) as image:
        assert image.size == wanted.size, path
        difference = ImageStat.Stat(ImageChops.difference(image.convert(wanted.mode), wanted)).mean
        assert max(difference) <= most, (path, difference)


def save(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def test_all_kinds_of_colours(tiny):  # noqa: F811
    """CMYK, grays, palettes, 16 bits, what is seen through, passes, interlacing: what is seen stays as it was."""
    whole, through, drawing = photos.colours(300, 200), photos.colours(300, 200, alpha=True), photos.colours(300, 200).quantize(12)
    grays = whole.convert("L")
    sixteen = grays.convert("I").point(lambda value: value * 257).convert("I;16")
    cases = {
        "cmyk.jpg": (save(whole.convert("CMYK"), "JPEG", quality=95), whole, 3), "gray.jpg": (save(grays, "JPEG"), grays, 2),
        "passes.jpg": (save(whole, "JPEG", progressive=True), whole, 3), "gray.png": (save(grays, "PNG"), grays, 0),
        "drawing.png": (save(drawing, "PNG"), drawing.convert("RGB"), 0), "sixteen.png": (save(sixteen, "PNG"), grays, 1),
        # What nobody sees has no colour any more.
        "through.png": (save(through, "PNG"), through, 0.01), "through.webp": (save(through, "WEBP", lossless=True), through, 4),
    }
    for name, (data, _, _) in cases.items():
        write(tiny, f"content/images/{name}", data)
    edit(tiny, "content/notices/gate.md", "北门早六点开，", "".join(f"![](/images/{name})" for name in cases))
    done(build(tiny))
    for name, (_, wanted, most) in cases.items():
        close(tiny / "public/images" / name, wanted, most)


def test_colours_of_a_phone_become_those_of_the_web(tiny):  # noqa: F811
    """Display P3's red is more than the web's: without a profile it would be read as a paler one."""
    import struct
    red, green, blue, white = (0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407), (0.9642, 1.0, 0.8249)

    def xyz(values):
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(value * 65536)) for value in values)
    curve = b"para\0\0\0\0\0\3\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in (2.4, 1 / 1.055, .055 / 1.055, 1 / 12.92, .04045))
    name = b"desc\0\0\0\0" + struct.pack(">I", 11) + b"Display P3\0" + bytes(78)
    tags = [(b"desc", name), (b"wtpt", xyz(white)), (b"rXYZ", xyz(red)), (b"gXYZ", xyz(green)), (b"bXYZ", xyz(blue)),
            (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve), (b"cprt", b"text\0\0\0\0PLANTEDOWNER\0")]
    table, data, at = b"", b"", 128 + 4 + 12 * len(tags)
    for signature, value in tags:
        value += bytes(-len(value) % 4)
        table, data, at = table + struct.pack(">4sII", signature, at, len(value)), data + value, at + len(value)
    head = struct.pack(">I4sI4s4s4s12x4s40x", at, b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    head = head[:68] + b"".join(struct.pack(">i", round(value * 65536)) for value in white) + bytes(128 - 80)
    profile = head + struct.pack(">I", len(tags)) + table + data
    put(tiny, "p3.png", save(Image.new("RGB", (40, 40), (200, 60, 60)), "PNG", icc_profile=profile))
    done(build(tiny))
    with Image.open(tiny / "public/images/p3.png") as image:
        made = image.convert("RGB").getpixel((5, 5))
    # By the standard's matrices: (217, 44, 53).
    assert all(abs(one - other) <= 3 for one, other in zip(made, (217, 44, 53))), made


BROKEN = {
    "cut.jpg": (lambda: photos.jpeg(photos.colours())[:9000], "image.damaged"),
    "cut.png": (lambda: save(photos.colours(), "PNG")[:-30], "image.damaged"),
    "cut.webp": (lambda: save(photos.colours(), "WEBP")[:-200], "image.damaged"),
    "wrong.png": (lambda: (lambda data: data[:-30] + bytes([data[-30] ^ 1]) + data[-29:])(save(photos.colours(), "PNG")), "image.damaged"),
    "bomb.png": (photos.bomb, "image.too-large"), "wide.png": (lambda: photos.bomb(70_000, 2_000), "image.too-large"),
    "none.jpg": (lambda: b"", "image.not-a-picture"), "apple.jpg": (lambda: b"\0\0\0\x18ftypheic" + bytes(40), "image.heic"),
    "page.png": (lambda: b"<html><script>1</script>", "image.not-a-picture"),
}


def test_what_is_no_picture_is_said_with_its_page(tiny):  # noqa: F811
    done(build(tiny))
    before = tree(tiny / "public")
    for name, (make, _) in BROKEN.items():
        write(tiny, f"content/images/{name}", make())
    edit(tiny, "content/notices/gate.md", "北门早六点开，", "![](/images/bomb.png)\n")
    edit(tiny, "content/notices/gate.md", "image: /images/gate.png", "image: /images/cut.jpg")
    for language, found in (("en", "shown by content/notices/gate.md:"), ("zh", "content/notices/gate.md:")):
        answer = build(tiny, "--language", language)
        assert answer.returncode == 1 and tree(tiny / "public") == before
        assert sorted(problems(answer.stderr)) == sorted(f"content/images/{name}: error[{code}]" for name, (_, code) in BROKEN.items())
        said = {line.split(": ")[0]: line for line in answer.stderr.splitlines() if "error[image" in line}
        assert found in said["content/images/bomb.png"] and found in said["content/images/cut.jpg"]
        assert "30000×30000" in said["content/images/bomb.png"]
        assert "兼容性最佳" in answer.stderr or "Most Compatible" in answer.stderr
    assert problems(check(tiny).stderr) == problems(answer.stderr)


def test_what_was_made_invisible_stays_so(tiny):  # noqa: F811
    """Under pixels without opacity, in colours that no pixel has, beyond a canvas: nobody sees it, and it is not sent."""
    secret = Image.new("RGBA", (700, 500), (10, 200, 30, 255))
    secret.paste((201, 99, 7, 0), (50, 50, 600, 300))
    put(tiny, "erased.png", save(secret, "PNG"))
    write(tiny, "content/images/erased.webp", save(secret, "WEBP", lossless=True, exact=True))
    edit(tiny, "content/notices/gate.md", "北门早六点开，", "![图](/images/erased.webp) ![图](/images/colours.gif) 北门早六点开，")
    plain = save(Image.new("P", (300, 200), 1), "GIF")
    palette = plain.index(b"GIF89a"[:3]) + 13
    coloured = bytearray(plain)
    text = b"ID370102199001011234"
    colours = 2 << (coloured[10] & 7)
    if colours < 64:
        grown = bytearray(plain[:10]) + bytes([coloured[10] & 0xF8 | 5]) + plain[11:13] + bytes(plain[palette : palette + 3 * colours]) + bytes(3 * (64 - colours))
        coloured = grown + plain[palette + 3 * colours :]
    coloured[palette + 150 : palette + 150 + len(text)] = text
    write(tiny, "content/images/colours.gif", bytes(coloured))
    done(build(tiny))
    published = [path for path in (tiny / "public/images").iterdir() if "erased" in path.name]
    assert len(published) >= 3
    for path in published:
        image = Image.open(path).convert("RGBA")
        assert not any(abs(red - 201) < 20 and abs(green - 99) < 20 for red, green, _, _ in image.getdata()), path
    assert text not in b"".join(data for _, data in everything(tiny / "public"))
    # A picture of 1200 × 800 in a canvas of 16 × 16.
    wide = bytearray(save(Image.new("P", (1200, 800), 3), "GIF"))
    wide[6:10] = bytes([16, 0, 16, 0])
    write(tiny, "content/images/colours.gif", bytes(wide))
    assert build(tiny).returncode == 1


def test_what_moves_stands_still_but_for_gif(tiny):  # noqa: F811
    frames = [photos.colours(300, 200), photos.colours(300, 200).rotate(180)]
    for ending, kind in (("png", "PNG"), ("webp", "WEBP")):
        write(tiny, f"content/images/moving.{ending}", save(frames[0], kind, save_all=True, append_images=frames[1:], duration=100))
    edit(tiny, "content/notices/gate.md", "北门早六点开，", "![](/images/moving.png)![](/images/moving.webp)")
    answer = done(build(tiny))
    assert problems(answer.stderr) == [f"content/images/moving.{ending}: warning[image.moving]" for ending in ("png", "webp")]
    for ending in ("png", "webp"):
        close(tiny / f"public/images/moving.{ending}", frames[0], 4)
        with Image.open(tiny / f"public/images/moving.{ending}") as image:
            assert getattr(image, "n_frames", 1) == 1


def test_check_and_preview_write_nothing(tiny):  # noqa: F811
    put(tiny, "photo.jpg", photos.jpeg(photos.colours()))
    def files():
        return {path: found for path, found in tree(tiny).items() if ".sqlite" not in path}

    before = files()
    done(check(tiny))
    done(gongshi("preview", "screen", "lobby", "--site", tiny, "--at", "2026-11-21T09:00:00+08:00"))
    assert files() == before


def test_what_was_made_is_made_once(tiny):  # noqa: F811
    """Kept beside the output; what is damaged or gone is made anew, with the same bytes; nothing in it is needed."""
    put(tiny, "photo.jpg", photos.jpeg(photos.colours(2000, 1500)))
    done(build(tiny))
    kept, made = tiny / ".public.gongshi-pictures", digest_of(tiny / "public/images")
    assert kept.stat().st_mode & 0o777 == 0o700
    first = {path.name: path.stat().st_ino for path in kept.iterdir() if "." in path.name}
    done(build(tiny))
    assert {path.name: path.stat().st_ino for path in kept.iterdir() if "." in path.name} == first
    largest = max(kept.iterdir(), key=lambda path: path.stat().st_size)
    data = largest.read_bytes()
    largest.write_bytes(data[:5000] + b"PLANTED" + data[5007:])
    # Where nothing changes nothing is made, and the damage is not met.
    edit(tiny, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
    done(build(tiny))
    assert digest_of(tiny / "public/images") == made and largest.read_bytes() == data
    for path in kept.iterdir():
        path.unlink()
    kept.rmdir()
    kept.write_text("in its place")
    edit(tiny, "content/notices/lift.md", "请走西边的楼梯。", "请走东边的楼梯。")
    done(build(tiny))
    assert digest_of(tiny / "public/images") == made


def test_below_a_path(tiny):  # noqa: F811
    put(tiny, "photo.jpg", photos.jpeg(photos.colours(2000, 1500)))
    done(build(tiny, "--base-url", "https://example.org/yard/"))
    page = (tiny / "public/notices/gate/index.html").read_text(encoding="utf-8")
    assert 'srcset="/yard/images/photo.jpg-480w.webp 480w, /yard/images/photo.jpg-960w.webp 960w, /yard/images/photo.jpg-1600w.webp 1600w"' in page
    assert 'src="/yard/images/photo.jpg"' in page and not re.search(r'[" ]/images/', html.unescape(page))
