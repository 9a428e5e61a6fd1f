"""Makes what the sample's screens show beside pictures: a film of some seconds about sorting waste, with its poster, and a notice of two pages as PDF.

    .venv/bin/python docs/screen_files.py [film] [notice]        # into content/files and content/images

The film's pictures are drawn here and written by ffmpeg (Debian's package, which nothing else of this repository needs), without sound: H.264, main profile, so
that boxes of ten years ago play it. The notice is printed by Chromium, with the letters that it has and no others, as TrueType (fonttools makes them), of
which Chromium makes a small file. No face, no name, no real telephone number.
"""

import base64
import io
import pathlib
import subprocess
import sys
import tempfile

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc"
WIDTH, HEIGHT, RATE = 960, 540, 20
PAPER, DEEP, INK, WHITE = "#f8f5f0", "#17506a", "#22313a", "#ffffff"
# As GB/T 19095-2019 colours them.
BINS = [
    ("厨余垃圾", "#3f7d5a", "菜叶、剩饭、果皮", "沥干水再投"), ("可回收物", "#1a5a96", "纸箱、瓶罐、旧衣", "压扁、洗净"),
    ("有害垃圾", "#b3261e", "电池、灯管、药品", "轻放，别弄破"), ("其他垃圾", "#5a524b", "纸巾、碎瓷、尘土", "分不清就投这里"),
]
# Seconds of the beginning, of each bin, and of the end.
BEGIN, EACH, END = 1.6, 1.9, 2.0
LENGTH = BEGIN + EACH * len(BINS) + END


def font(size):
    # The first face of the collection that is simplified Chinese.
    return ImageFont.truetype(FONT, size, index=2)


def centred(draw, x, y, text, size, colour):
    draw.text((x, y), text, font=font(size), fill=colour, anchor="mm")


def eased(part):
    part = min(1, max(0, part))
    return part * part * (3 - 2 * part)


def bin_at(draw, x, y, width, colour, lid=0.0):
    """A bin on its wheels; `lid`: how far it is open."""
    height = width * 1.15
    draw.polygon([(x - width * 0.42, y), (x + width * 0.42, y), (x + width * 0.34, y + height), (x - width * 0.34, y + height)], fill=colour)
    rise = width * 0.34 * lid
    draw.polygon(
        [(x - width * 0.5, y - 4), (x + width * 0.5, y - 4 - rise), (x + width * 0.5, y - width * 0.14 - rise), (x - width * 0.5, y - width * 0.14)], fill=colour)
    for side in (-1, 1):
        draw.ellipse((x + side * width * 0.24 - 11, y + height - 8, x + side * width * 0.24 + 11, y + height + 14), fill=INK)


def frame(second):
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, HEIGHT - 60, WIDTH, HEIGHT), fill="#ead9b8")
    number = int((second - BEGIN) // EACH) if second >= BEGIN else -1
    if 0 <= number < len(BINS):
        name, colour, what, how = BINS[number]
        part = (second - BEGIN - number * EACH) / EACH
        draw.rectangle((0, 0, WIDTH, 12), fill=colour)
        bin_at(draw, 250, 250, 230, colour, lid=eased(part * 4) * (1 - eased(part * 3 - 1.6)))
        # What falls in.
        fall = eased(part * 2.4 - 0.35)
        if fall < 1:
            draw.ellipse((226, 40 + fall * 190, 274, 88 + fall * 190), fill="#d9a13b")
        slide = (1 - eased(part * 4)) * 60
        draw.text((430 + slide, 120), name, font=font(84), fill=colour)
        draw.text((434 + slide, 248), what, font=font(48), fill=INK)
        draw.text((434 + slide, 330), how, font=font(48), fill=INK)
    else:
        for place, (_, colour, _, _) in enumerate(BINS):
            bin_at(draw, 165 + place * 210, 300, 130, colour)
        centred(draw, WIDTH / 2, 110, "四个桶，分清再投" if number < 0 else "您分一分，院里净十分", 76, DEEP)
        centred(draw, WIDTH / 2, 205, "泉溪街道生活垃圾分类" if number < 0 else "定时投放：7:00–9:00，18:00–20:00", 44, INK)
    return picture


def film():
    target = ROOT / "content/files/垃圾分类四个桶.mp4"
    with tempfile.TemporaryDirectory() as folder:
        for number in range(round(LENGTH * RATE)):
            frame(number / RATE).save(f"{folder}/{number:04}.png")
        subprocess.run(
            ["ffmpeg", "-y", "-loglevel", "error", "-framerate", str(RATE), "-i", f"{folder}/%04d.png", "-c:v", "libx264", "-profile:v", "main", "-level", "3.1",
             "-preset", "veryslow", "-crf", "30", "-tune", "animation", "-pix_fmt", "yuv420p", "-an", "-map_metadata", "-1", "-fflags", "+bitexact",
             "-flags:v", "+bitexact", "-movflags", "+faststart", str(target)], check=True)
    poster = ROOT / "content/images/film-sorting.png"
    frame(0).quantize(64).save(poster, optimize=True)
    print(target.stat().st_size, poster.stat().st_size)


NOTICE = """<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>冬季供暖与用火用电告知书</title>
<style>
@page { size: A4; margin: 18mm 18mm; }
@font-face { font-family: paper; src: url(data:font/ttf;base64,FONT); }
body { font: 20pt/1.6 paper; color: #1f1b18; margin: 0; }
h1, h2, th { font-weight: normal; }
h1 { font-size: 36pt; line-height: 1.3; text-align: center; margin: 0 0 6mm; }
h2 { font-size: 26pt; margin: 7mm 0 2mm; color: #17506a; }
p, li { margin: 0 0 2.5mm; } ul { padding-left: 1.2em; margin: 0; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1.5pt solid #857b71; padding: 2mm 3mm; text-align: left; }
.next { break-before: page; } .sign { text-align: right; margin-top: 9mm; }
</style>
<h1>冬季供暖与<br>用火用电告知书</h1>
<p>各位居民：</p>
<p>今冬供暖已经开始。为了家里暖和、楼里平安，请照下面几条做。</p>
<h2>家里不热，先这样查</h2>
<ul><li>看进户阀门是不是全开，过滤网堵了先清洗。</li><li>暖气片上半截凉，多半是有气，拧松排气阀放一放。</li>
<li>白天室温不到 18 ℃，打物业电话报修，当天有人上门测温。</li></ul>
<h2>用火用电</h2>
<ul><li>电动自行车不进楼、不入户，到车棚的充电点充电。</li><li>电热毯叠着不通电，出门拔插头。</li><li>楼道不堆纸箱、旧家具。</li></ul>
<div class="next"></div>
<h2>有事打哪个电话</h2>
<table><tr><th>什么事</th><th>找谁</th><th>电话</th></tr>
<tr><td>家里不热、漏水</td><td>物业服务中心</td><td>0531-0000-2100</td></tr>
<tr><td>停暖、停电查询</td><td>街道总值班</td><td>0531-0000-1200</td></tr>
<tr><td>独居老人需要帮手</td><td>社区居委会</td><td>0531-0000-2000</td></tr></table>
<h2>上门测温怎么约</h2>
<ul><li>每天 9:00–17:00 登记，两小时内回电话。</li><li>测温员戴工作牌，三处测温取平均，当场签字。</li>
<li>不收任何费用；有人上门推销，请直接报警。</li></ul>
<h2>邻里搭把手</h2>
<p>下雪天，楼长组织清扫单元门前；年纪大的邻居需要买菜、取药，告诉楼长，志愿者送到家。</p>
<p class="sign">泉溪街道办事处<br>2026 年 11 月 20 日</p></html>"""


def letters(text):
    """A TrueType font of the letters of a text, base64."""
    from fontTools import subset
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont, newTable

    font = TTFont(FONT.replace("Bold", "Regular"), fontNumber=2)
    options = subset.Options()
    options.layout_features, options.notdef_outline, options.hinting = [], True, False
    maker = subset.Subsetter(options)
    maker.populate(text=text)
    maker.subset(font)
    glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
    drawn = {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, max_err=2, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    for name in ("CFF ", "VORG", "vhea", "vmtx", "GSUB", "GPOS", "BASE", "GDEF"):
        if name in font:
            del font[name]
    most = font["maxp"]
    most.tableVersion = 0x00010000
    for name in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions"):
        setattr(most, name, 1 if name == "maxZones" else 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"
    out = io.BytesIO()
    font.save(out)
    return base64.b64encode(out.getvalue()).decode()


def notice():
    target = ROOT / "content/files/冬季供暖与用火用电告知书.pdf"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(NOTICE.replace("FONT", letters(NOTICE)))
        page.evaluate("document.fonts.ready")
        page.pdf(path=str(target), prefer_css_page_size=True)
        browser.close()
    print(target.stat().st_size)


if __name__ == "__main__":
    wanted = sys.argv[1:] or ["film", "notice"]
    if "film" in wanted:
        film()
    if "notice" in wanted:
        notice()
