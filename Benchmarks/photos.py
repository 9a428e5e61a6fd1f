"""What a site of many photos costs: built for the first time, and again with nothing changed, and whether anything but pixels went out.

    .venv/bin/python Benchmarks/photos.py [--photos 200] [--pages 20]

Photos of 12 megapixels as phones make them, held in each of the eight ways, with all that a phone writes into them (Tests/Consumers/photos.py). A
photo in ten is drawn, the others differ from it in what their owner wrote: each is a file that was never seen.
"""

import argparse
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests/Consumers"))
import photos  # noqa: E402
from PIL import Image, ImageChops  # noqa: E402

GONGSHI = str(ROOT / os.environ.get("GONGSHI", ".build/release/gongshi"))
NOW = "2026-11-21T09:00:00+08:00"
STRUCTURES = (b"Exif\0", b"ICC_PROFILE", b"http://ns.adobe.com", b"8BIM", b"ftypmp42")


def drawn(number, width=4000, height=3000):
    """Soft ground, edges and grain: some 4 MB."""
    chooser = random.Random(number)
    ground = photos.colours(width, height).rotate(90 * chooser.randrange(4)).resize((width, height))
    grain = Image.merge("RGB", [Image.effect_noise((width, height), 13 + number // 10 % 8)] * 3)
    picture = ImageChops.add(ground, grain, 1, -128)
    for _ in range(60):
        x, y, side = chooser.randrange(width), chooser.randrange(height), chooser.randrange(30, 600)
        picture.paste(tuple(chooser.randrange(256) for _ in range(3)), (x, y, x + side, y + side))
    return picture


def make(site, count, pages):
    (site / "content/images").mkdir(parents=True)
    (site / "content/notices").mkdir()
    (site / "content/site.yaml").write_text("title: 照片\nbaseURL: https://example.org\ntimeZone: Asia/Shanghai\n", encoding="utf-8")
    (site / "content/index.md").write_text("---\ntitle: 首页\nkind: page\n---\n", encoding="utf-8")
    data = b""
    for number in range(count):
        if number % 10 == 0 or not data:
            data = photos.jpeg(drawn(number), orientation=number // 10 % 8 + 1)
        own = data.replace(photos.OWNER.encode(), f"{photos.OWNER[:-3]}{number:03}".encode())
        (site / f"content/images/photo-{number:03}.jpg").write_bytes(own)
    for page in range(pages):
        shown = [f"![照片](/images/photo-{number:03}.jpg)\n" for number in range(page, count, pages)]
        (site / f"content/notices/day-{page:02}.md").write_text(
            f"---\ntitle: 第{page + 1}天\nkind: notice\ndate: 2026-11-{page % 20 + 1:02}\n---\n" + "\n".join(shown), encoding="utf-8")


def measured(*arguments):
    """Seconds, seconds of the processor, memory in MB."""
    begun = time.monotonic()
    process = subprocess.Popen([GONGSHI, *map(str, arguments)], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, arguments
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--photos", type=int, default=200)
    arguments.add_argument("--pages", type=int, default=20)
    wanted = arguments.parse_args()
    directory = Path(tempfile.mkdtemp(prefix="gongshi-photos-", dir="/dev/shm"))
    try:
        site = directory / "site"
        site.mkdir()
        # Elsewhere: a program's memory counts from its parent's on.
        drawing = multiprocessing.Process(target=make, args=(site, wanted.photos, wanted.pages))
        drawing.start()
        drawing.join()
        size = sum(path.stat().st_size for path in (site / "content/images").iterdir())
        subprocess.run([GONGSHI, "activities", "init", "--site", site, "--quiet"], check=True)
        print(f"{wanted.photos} photos of 12 megapixels, {size / 1e6:.0f} MB, on {wanted.pages} pages")
        for name in ("first", "again"):
            clock, processor, memory = measured("build", "--site", site, "--at", NOW, "--quiet")
            print(f"{name}: {processor:.2f} s of the processor, {clock:.2f} s by the clock, {memory:.0f} MB of memory")
        with (site / "content/notices/day-00.md").open("a", encoding="utf-8") as file:
            file.write("\n补一句。\n")
        clock, processor, memory = measured("build", "--site", site, "--at", NOW, "--quiet")
        print(f"one page edited: {processor:.2f} s of the processor, {clock:.2f} s by the clock, {memory:.0f} MB of memory")
        files = [path for path in (site / "public").rglob("*") if path.is_file()]
        published = sum(path.stat().st_size for path in files)
        found = [path for path in files if any(one in path.read_bytes() for one in (*photos.SECRETS, *STRUCTURES))]
        print(f"public: {len(files)} files, {published / 1e6:.0f} MB; files with a place, an owner or a device in them: {len(found)}")
        return bool(found)
    finally:
        shutil.rmtree(directory)


if __name__ == "__main__":
    sys.exit(main())
