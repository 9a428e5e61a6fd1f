"""Draws the sample's pictures: brands' marks, places, what notices and menus are about, plans of rooms. One hand, eight colours, no face and no
real person; letters stand in plans alone.

    .venv/bin/python docs/drawings.py [name …]        # into content/images, each below 40 KB

Each drawing is SVG that is made here and drawn by Chromium; what is kept is the PNG, since a site's own SVG is not published (docs/pictures.md).
"""

import io
import math
import pathlib
import sys

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 960, 540
# Of the default theme (docs/design.md), and what lies between.
PAPER, SAND, DEEP, TEAL, SKY = "#f8f5f0", "#ead9b8", "#17506a", "#4d8fa3", "#dbe9ec"
RED, ROSE, GOLD, GREEN, LEAF = "#b3261e", "#e2a59c", "#d9a13b", "#3f7d5a", "#9cc2a0"
INK, WHITE, SKIN, WOOD = "#22313a", "#ffffff", "#e9c19d", "#8a5a3a"


# Shapes


def rect(x, y, width, height, fill, radius=0, more=""):
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}" {more}/>'


def circle(x, y, radius, fill, more=""):
    return f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{fill}" {more}/>'


def path(d, fill="none", more=""):
    return f'<path d="{d}" fill="{fill}" {more}/>'


def stroke(d, colour, width=10, more=""):
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round" {more}/>'


def group(content, x=0, y=0, scale=1, turn=0):
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({scale})">{content}</g>'


def text(x, y, words, size=28, fill=INK, anchor="middle", weight=700):
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{fill}" text-anchor="{anchor}" font-weight="{weight}" font-family="Noto Sans CJK SC">{words}</text>'


# What several drawings have


def scene(ground, sky, *parts, horizon=430):
    """A ground, a disc of light, and things on it."""
    return rect(0, 0, WIDTH, HEIGHT, sky) + rect(0, horizon, WIDTH, HEIGHT - horizon, ground) + "".join(parts)


def sun(x, y, radius=70, fill=GOLD):
    return circle(x, y, radius, fill)


def tree(x, base, size=1.0, crown=GREEN):
    return group(rect(-8, -90, 16, 90, WOOD) + circle(0, -140, 70, crown) + circle(-34, -104, 42, crown) + circle(36, -108, 44, crown), x, base, size)


def person(x, base, coat, size=1.0, hair=INK, arms="down", trousers=DEEP, bun=False):
    """Somebody, without a face; 190 units high."""
    arm = {
        "down": stroke("M-24 -112 L-34 -62 M24 -112 L34 -62", coat, 18),
        "raised": stroke("M-24 -112 L-58 -146 M24 -112 L58 -146", coat, 18),
        "forward": stroke("M24 -112 L62 -92 M-24 -112 L-30 -62", coat, 18),
        "push": stroke("M22 -112 L66 -118 M-22 -112 L40 -92", coat, 18),
        "carry": stroke("M-24 -112 L-22 -70 L18 -70 M24 -112 L26 -70", coat, 18),
    }[arms]
    return group(
        stroke("M-14 -52 L-18 -6 M14 -52 L18 -6", trousers, 20) + path("M-28 -122 Q0 -136 28 -122 L34 -46 L-34 -46 Z", coat) + arm
        + circle(0, -156, 26, SKIN) + path("M-27 -156 A27 27 0 0 1 27 -156 Q14 -170 0 -168 Q-14 -170 -27 -156 Z", hair)
        + (circle(0, -188, 11, hair) if bun else ""), x, base, size)


def house(x, y, width, height, wall, roof, windows, door=DEEP):
    parts = [rect(x, y, width, height, wall), path(f"M{x - 26} {y} L{x + width + 26} {y} L{x + width - 6} {y - 44} L{x + 6} {y - 44} Z", roof)]
    for wx, wy in windows:
        parts.append(rect(x + wx, y + wy, 54, 62, SKY) + rect(x + wx + 25, y + wy, 4, 62, wall) + rect(x + wx, y + wy + 28, 54, 4, wall))
    return "".join(parts)


def waves(y, colour, first=0, count=9, size=54, width=8):
    d = f"M{first} {y} " + " ".join(f"q{size / 2} {-size / 3} {size} 0 t{size} 0" for _ in range(count))
    return stroke(d, colour, width)


def roundel(tint, disc, mark):
    """A brand's mark: a seal on its tint."""
    dots = "".join(circle(480 + 238 * math.cos(a), 270 + 238 * math.sin(a), 5, disc) for a in (math.tau * n / 48 for n in range(48)))
    return rect(0, 0, WIDTH, HEIGHT, tint) + dots + circle(480, 270, 214, disc) + group(mark, 480, 270)


# Brands


def brand_quanxi():
    """Three spouts of a spring that rise from one pond."""
    def spout(x, y, size):
        return group(path("M-11 150 L-13 -32 C-44 -30 -50 0 -47 26 C-66 -34 -40 -76 0 -76 C40 -76 66 -34 47 26 C50 0 44 -30 13 -32 L11 150 Z", WHITE), x, y, size)
    drops = "".join(circle(x, y, r, WHITE) for x, y, r in ((-84, -78, 8), (0, -146, 10), (84, -78, 8), (-44, -120, 6), (44, -120, 6)))
    pond = path("M-150 66 Q0 24 150 66 Q150 118 0 124 Q-150 118 -150 66 Z", TEAL)
    return roundel(SKY, DEEP, spout(-84, 0, .72) + spout(84, 0, .72) + spout(0, -46, .96) + drops + pond + stroke("M-104 84 Q-52 66 0 84 T104 84", WHITE, 8) + stroke("M-62 104 Q-31 92 0 104 T62 104", WHITE, 7))


def brand_beihuai():
    """A spray of a locust tree over three lists."""
    leaf = "".join(
        f'<ellipse cx="{side * 30}" cy="{-y}" rx="32" ry="15" transform="rotate({side * -24} {side * 30} {-y})" fill="{LEAF}"/>' for y in (10, 48, 86, 124) for side in (-1, 1))
    spray = stroke("M0 40 L0 -140", WHITE, 7) + leaf + f'<ellipse cx="0" cy="-160" rx="15" ry="30" fill="{LEAF}"/>'
    def sheet(x, turn, colour, ticks):
        lines = "".join(circle(-26, y, 6, colour if n < ticks else SAND) + stroke(f"M-8 {y} L30 {y}", SAND, 8) for n, y in enumerate((-34, -6, 22)))
        return group(rect(-46, -62, 92, 118, WHITE, 8) + rect(-46, -62, 92, 16, colour, 6) + lines, x, 76, 1, turn)
    return roundel("#eaf1e6", GREEN, group(spray, 0, -6, .95) + sheet(-96, -8, RED, 3) + sheet(96, 8, DEEP, 1) + sheet(0, 0, GOLD, 2))


def brand_fudong():
    """Six cells around a lamp."""
    def cell(x, y, fill):
        return path("M" + " L".join(f"{x + 60 * math.cos(math.radians(60 * n + 30)):.1f} {y + 60 * math.sin(math.radians(60 * n + 30)):.1f}" for n in range(6)) + " Z", fill, f'stroke="{RED}" stroke-width="8"')
    ring = "".join(cell(110 * math.cos(math.radians(60 * n)), 110 * math.sin(math.radians(60 * n)), fill) for n, fill in enumerate((WHITE, ROSE, WHITE, ROSE, WHITE, ROSE)))
    lamp = circle(0, -8, 27, GOLD) + rect(-12, 18, 24, 8, GOLD, 3) + rect(-9, 30, 18, 7, GOLD, 3)
    return roundel("#f7e9e2", RED, ring + lamp)


def brand_songtai():
    """A pine on a terrace before an open door."""
    pine = "".join(path(f"M0 {top} L{wide} {top + 74} L{-wide} {top + 74} Z", fill) for top, wide, fill in ((-158, 50, LEAF), (-112, 72, WHITE), (-60, 94, LEAF))) + rect(-10, 12, 20, 42, SAND)
    door = path("M84 54 L84 -42 L146 -60 L146 54 Z", SAND) + rect(76, -42, 10, 96, WHITE) + circle(98, 8, 5, WOOD)
    steps = rect(-150, 54, 300, 20, WHITE, 4) + rect(-126, 80, 252, 18, SAND, 4) + rect(-100, 104, 200, 16, WHITE, 4)
    return roundel("#e7efe6", "#2d6a55", group(pine, -40) + door + steps)


def brand_yongding():
    """A round table with four sides, seen from above, in the light."""
    rays = "".join(stroke(f"M{132 * math.cos(a):.0f} {132 * math.sin(a):.0f} L{168 * math.cos(a):.0f} {168 * math.sin(a):.0f}", WHITE, 9) for a in (math.tau * (n + .5) / 12 for n in range(12)))
    seats = "".join(group(path("M-40 -86 A96 96 0 0 1 40 -86 L30 -66 A70 70 0 0 0 -30 -66 Z", fill), 0, 0, 1.12, 90 * n) for n, fill in enumerate((RED, DEEP, WHITE, GREEN)))
    return roundel("#fbf1dc", GOLD, rays + seats + circle(0, 0, 60, WHITE) + circle(0, 0, 42, SAND) + stroke("M-16 0 L-4 12 L20 -14", DEEP, 9))


def brand_lianmeng():
    """Three rings over a lake, houses behind them."""
    houses = "".join(rect(x, y, 44, 60 - y, TEAL) + "".join(rect(x + 10 + 16 * c, y + 14 + 22 * r, 8, 10, SKY) for c in (0, 1) for r in range(int((40 - y) / 22))) for x, y in ((-150, -50), (-98, -86), (60, -96), (112, -58)))
    rings = "".join(circle(x, y, 50, "none", f'stroke="{colour}" stroke-width="17"') for x, y, colour in ((-56, -6, WHITE), (0, -56, GOLD), (56, -6, ROSE)))
    return roundel(SKY, "#2b5f86", houses + rings + rect(-176, 60, 352, 62, "#2b5f86") + stroke("M-150 76 q25 -18 50 0 t50 0 t50 0 t50 0 t50 0 t50 0", WHITE, 9) + stroke("M-106 104 q22 -15 44 0 t44 0 t44 0 t44 0", SKY, 8))


# Places


def venue_quanxi_hall():
    wall = rect(180, 170, 600, 270, "#f3e7d3") + rect(156, 140, 648, 34, RED) + rect(380, 100, 200, 44, RED) + rect(400, 112, 160, 8, SAND) + rect(400, 126, 100, 6, SAND)
    windows = "".join(rect(x, y, 62, 66, TEAL) + rect(x + 28, y, 6, 66, "#f3e7d3") for x in (214, 300, 600, 686) for y in (200, 300))
    door = rect(404, 236, 152, 204, DEEP) + rect(416, 250, 58, 190, SKY) + rect(486, 250, 58, 190, SKY) + path("M384 236 L576 236 L556 212 L404 212 Z", RED)
    ramp = path("M330 440 L630 440 L690 480 L270 480 Z", "#d9c9ac") + stroke("M640 438 L762 476 M640 410 L762 446 M640 410 L640 438 M762 446 L762 476", DEEP, 6)
    return scene("#e3d6bd", SKY, sun(140, 120, 54), wall, windows, door, ramp, tree(92, 446, 1.15), tree(872, 446, 1.2, "#58906a"), person(300, 492, RED, .62, arms="forward"), person(232, 500, DEEP, .62, hair="#c9c9c9", bun=True, trousers=INK), horizon=440)


def venue_songtai_bookshop():
    shelf = []
    colours = (RED, DEEP, GOLD, GREEN, TEAL, ROSE, "#7a5a86")
    for column, x in enumerate((70, 300, 660)):
        wide = 210 if column < 2 else 230
        shelf.append(rect(x, 90, wide, 330, WOOD, 4))
        for row in range(3):
            y = 104 + row * 104
            shelf.append(rect(x + 12, y, wide - 24, 90, "#f6ead6"))
            place, number = x + 18, row * 5 + column * 3
            while place < x + wide - 36:
                width, height = 14 + (number * 7) % 9, 58 + (number * 13) % 26
                shelf.append(rect(place, y + 90 - height, width, height, colours[number % 7], 2))
                place += width + 3
                number += 1
                if number % 9 == 4:
                    place += 26
    lamp = stroke("M588 0 L588 86", INK, 5) + path("M540 128 L636 128 L612 84 L564 84 Z", GOLD) + path("M540 128 L636 128 L700 330 L476 330 Z", GOLD, 'opacity=".16"')
    table = rect(396, 348, 384, 20, WOOD, 6) + rect(420, 368, 16, 104, WOOD) + rect(742, 368, 16, 104, WOOD)
    book = path("M540 346 Q566 330 588 344 Q610 330 636 346 Z", WHITE)
    return scene("#d9b98c", "#fbf3e4", *shelf, lamp, person(510, 470, GREEN, .95, arms="forward", trousers=INK), person(676, 470, RED, .78, hair=INK, trousers=DEEP), table, book, horizon=420)


def venue_lianmeng_dance():
    hills = path("M0 330 Q140 220 330 300 T700 280 T960 310 L960 380 L0 380 Z", LEAF) + path("M420 330 Q620 190 960 300 L960 380 L420 380 Z", "#7fb08a")
    lake = rect(0, 346, WIDTH, 70, TEAL) + waves(372, SKY, 20, 8, 56, 5) + waves(396, SKY, 60, 8, 56, 5)
    rail = "".join(rect(x, 398, 8, 40, WOOD) for x in range(20, 960, 92)) + rect(0, 402, WIDTH, 8, WOOD)
    people = "".join(person(x, 500, coat, .98, hair, "push", trousers) for x, coat, hair, trousers in ((190, RED, "#d7d7d7", INK), (350, WHITE, INK, DEEP), (510, DEEP, "#d7d7d7", INK), (670, WHITE, "#d7d7d7", DEEP), (830, RED, INK, INK)))
    return scene("#e6d7b8", "#fdf0dd", sun(720, 150, 72), hills, lake, rail, people, tree(70, 430, .9), horizon=414)


# What notices are about


def notice_north_gate():
    posts = rect(210, 120, 70, 330, "#c9b693") + rect(680, 120, 70, 330, "#c9b693") + rect(180, 84, 600, 50, DEEP, 6) + rect(196, 448, 98, 18, "#b7a482") + rect(666, 448, 98, 18, "#b7a482")
    leaf = "".join(stroke(f"M{x} 176 L{x} 440", DEEP, 9) for x in (292, 318, 344)) + stroke("M286 190 L352 206 M286 420 L352 436", DEEP, 9)
    other = "".join(stroke(f"M{960 - x} 176 L{960 - x} 440", DEEP, 9) for x in (292, 318, 344)) + stroke("M674 190 L608 206 M674 420 L608 436", DEEP, 9)
    way = path("M370 450 L590 450 L720 540 L240 540 Z", SAND)
    lamp = stroke("M830 450 L830 180 Q830 150 800 150", INK, 9) + circle(792, 162, 20, GOLD)
    bike = group(circle(-46, 0, 36, "none", f'stroke="{INK}" stroke-width="8"') + circle(56, 0, 36, "none", f'stroke="{INK}" stroke-width="8"') + stroke("M-46 0 L-14 -54 L40 -54 L56 0 M-14 -54 L8 0 L-46 0 M8 0 L40 -54 L34 -76 L52 -80 M-14 -54 L-22 -70", RED, 8), 520, 478, .82)
    return scene("#cfdcc8", SKY, circle(480, 300, 168, "#f4ecd9"), way, posts, leaf, other, lamp, tree(110, 456, 1.1), person(420, 500, GREEN, .9, arms="raised"), bike, horizon=450)


def notice_ebike():
    shed = path("M90 150 L870 120 L890 164 L90 194 Z", DEEP) + rect(130, 186, 16, 264, INK) + rect(814, 166, 16, 284, INK)
    def charger(x):
        return rect(x, 250, 54, 96, WHITE, 8) + rect(x + 10, 262, 34, 26, GREEN, 4) + stroke(f"M{x + 27} 346 q0 46 44 46", GREEN, 6) + path(f"M{x + 29} 296 l-12 24 h10 l-4 18 l16 -26 h-11 l5 -16 Z", GOLD)
    def bike(x, colour):
        wheels = circle(-70, 0, 44, INK) + circle(-70, 0, 24, SAND) + circle(80, 0, 44, INK) + circle(80, 0, 24, SAND)
        body = path("M-74 -18 L-40 -66 L-6 -66 L6 -30 L44 -30 L62 -110 L78 -106 L60 -4 L-20 -4 Z", colour) + rect(-66, -92, 74, 20, INK, 9) + stroke("M44 -116 L78 -124", INK, 9)
        return group(wheels + body, x, 442, .92)
    return scene("#d8cfbd", "#eef3f2", circle(480, 300, 190, "#f7ecd6"), shed, charger(268), charger(560), bike(330, RED), bike(640, TEAL), horizon=450)


def notice_cold():
    window = rect(240, 70, 480, 350, WOOD, 10) + rect(262, 92, 206, 306, "#b9d3df") + rect(492, 92, 206, 306, "#b9d3df")
    flakes = "".join(
        group("".join(stroke(f"M0 0 L{r * math.cos(a):.1f} {r * math.sin(a):.1f}", WHITE, 5) for a in (math.tau * n / 6 for n in range(6))), x, y)
        for x, y, r in ((310, 150, 20), (410, 210, 15), (336, 290, 18), (430, 340, 12), (548, 140, 16), (640, 200, 21), (560, 280, 14), (648, 330, 17)))
    branch = stroke("M492 250 Q570 220 698 262 M590 236 L640 190 M560 238 L580 280", WOOD, 7)
    sill = rect(210, 412, 540, 26, "#a97b54", 6)
    thermometer = rect(792, 150, 40, 220, WHITE, 20) + circle(812, 384, 36, RED) + rect(803, 290, 18, 90, RED) + "".join(rect(836, y, 18, 4, INK) for y in range(180, 330, 28))
    pot = path("M300 412 L380 412 L368 352 L312 352 Z", RED) + stroke("M340 352 Q330 310 306 300 M340 352 Q344 300 368 288 M340 352 L340 286", GREEN, 9)
    mug = path("M560 412 L640 412 L634 340 L566 340 Z", WHITE) + path("M566 356 L634 356 L632 376 L568 376 Z", RED) + stroke("M638 354 q30 2 26 26 q-2 18 -30 18", WHITE, 9) + "".join(stroke(f"M{x} 326 q-12 -16 0 -30 t0 -30", WHITE, 7) for x in (586, 614))
    heater = "".join(rect(x, 230, 26, 190, WHITE, 12) for x in range(84, 196, 30)) + rect(76, 250, 130, 14, SAND, 6) + rect(76, 386, 130, 14, SAND, 6) + "".join(stroke(f"M{x} 208 q-14 -18 0 -36 t0 -36", GOLD, 7) for x in (104, 140, 176))
    return scene("#e5d5bb", "#f7eddd", window, flakes, branch, sill, pot, mug, thermometer, heater, horizon=470)


def notice_vaccine():
    wall = rect(160, 96, 640, 354, WHITE, 12) + rect(160, 96, 640, 60, TEAL, 12) + rect(160, 136, 640, 20, TEAL)
    cross = rect(454, 106, 52, 16, WHITE) + rect(472, 100, 16, 40, WHITE)
    calendar = rect(204, 196, 150, 140, PAPER, 10, f'stroke="{DEEP}" stroke-width="6"') + rect(204, 196, 150, 34, RED, 8) + "".join(rect(220 + 32 * c, 246 + 28 * r, 20, 16, GOLD if (c, r) in ((2, 0), (3, 0), (2, 1), (3, 1), (2, 2), (3, 2)) else SAND, 3) for c in range(4) for r in range(3))
    syringe = group(rect(-96, -17, 150, 34, SKY, 8, f'stroke="{DEEP}" stroke-width="6"') + rect(-30, -12, 80, 24, TEAL, 4) + rect(-134, -6, 42, 12, DEEP) + rect(-146, -24, 14, 48, DEEP, 4) + stroke("M56 0 L118 0", DEEP, 6), 640, 246, 1, 28)
    drop = path("M716 318 q-18 26 0 40 q18 -14 0 -40 Z", TEAL)
    bench = rect(390, 404, 330, 18, WOOD, 6) + rect(410, 420, 14, 40, WOOD) + rect(688, 420, 14, 40, WOOD)
    return scene("#dfe8dc", "#eef4f1", wall, cross, calendar, syringe, drop, person(440, 452, RED, .9, "#d7d7d7", "down", INK), person(545, 452, GREEN, .62), bench, horizon=450)


def notice_volunteers():
    wall = rect(560, 90, 300, 360, "#efdfc4") + rect(620, 190, 150, 260, WOOD, 6) + rect(636, 206, 118, 100, "#a8754f", 4) + circle(750, 326, 8, GOLD)
    couplet = rect(596, 196, 20, 220, RED) + rect(774, 196, 20, 220, RED) + rect(630, 156, 130, 26, RED)
    lamp = path("M684 96 q-34 0 -34 32 q0 32 34 32 q34 0 34 -32 q0 -32 -34 -32 Z", RED, 'transform="translate(146 20)"') + rect(816, 98, 28, 10, GOLD) + rect(816, 176, 28, 8, GOLD)
    bag = path("M358 404 L418 404 L426 462 L350 462 Z", GREEN) + stroke("M370 404 Q388 372 406 404", GREEN, 7) + circle(372, 400, 14, RED) + path("M396 404 q-4 -34 18 -44 q4 26 -6 44 Z", LEAF)
    vest = rect(-26, -116, 52, 62, GOLD, 6)
    one = person(250, 478, RED, 1.06, arms="carry") + group(vest, 250, 478, 1.06) + person(410, 478, RED, 1.02, arms="forward", bun=True) + group(vest, 410, 478, 1.02)
    snow = "".join(circle(x, y, r, WHITE) for x, y, r in ((80, 90, 7), (170, 160, 9), (300, 80, 7), (420, 150, 8), (500, 90, 6), (120, 260, 7), (520, 250, 8), (900, 140, 7), (60, 360, 8), (910, 300, 8)))
    return scene("#dde5e6", "#b8d0d9", wall, couplet, lamp, one, bag, person(700, 470, DEEP, .98, "#dedede", "raised", INK), snow, horizon=450)


# Menus


def menu_convenience():
    mirror = rect(120, 80, 190, 250, WOOD, 20) + rect(136, 96, 158, 218, SKY, 14)
    chair = rect(150, 330, 140, 70, RED, 16) + rect(140, 240, 34, 120, RED, 14) + rect(208, 398, 22, 54, INK) + rect(168, 448, 102, 14, INK, 6)
    scissors = group(circle(-20, 52, 22, "none", f'stroke="{DEEP}" stroke-width="11"') + circle(30, 52, 22, "none", f'stroke="{DEEP}" stroke-width="11"') + stroke("M-8 34 L34 -60 M18 34 L-24 -60", DEEP, 12), 400, 190, 1.1, 20)
    washer = rect(500, 190, 180, 262, WHITE, 12, f'stroke="{DEEP}" stroke-width="7"') + rect(500, 190, 180, 50, SKY, 12) + circle(538, 216, 11, GOLD) + rect(600, 206, 60, 18, DEEP, 5) + circle(590, 344, 70, DEEP) + circle(590, 344, 54, SKY) + path("M540 352 q26 -24 50 0 t50 0 q-6 44 -50 46 q-44 -2 -50 -46 Z", TEAL)
    wrench = group(path("M-14 -90 a44 44 0 0 1 -8 -74 l0 36 l22 14 l22 -14 l0 -36 a44 44 0 0 1 -8 74 L14 90 a14 14 0 0 1 -28 0 Z", GOLD), 760, 260, 1.0, 24)
    shoe = path("M742 452 L742 408 L784 408 Q800 432 852 434 Q876 438 876 452 Z", WOOD) + rect(736, 450, 144, 12, INK, 5)
    return scene("#e3d6bd", "#f4efe6", circle(480, 280, 210, "#fbf3e4"), mirror, chair, scissors, washer, wrench, shoe, horizon=452)


def menu_lecture():
    board = rect(150, 76, 430, 210, DEEP, 12) + stroke("M190 130 L420 130 M190 176 L520 176 M190 222 L360 222", SKY, 12)
    desk = path("M640 290 L800 290 L780 452 L660 452 Z", WOOD) + rect(624, 276, 192, 22, "#a8754f", 6) + circle(720, 372, 26, RED) + path("M720 354 l5 12 13 1 -10 9 3 13 -11 -7 -11 7 3 -13 -10 -9 13 -1 Z", GOLD)
    speaker = person(720, 316, RED, 1.0, arms="raised")
    mic = stroke("M764 276 Q770 236 750 212", INK, 6) + circle(748, 206, 11, INK)
    listeners = "".join(person(x, 560, coat, .94, hair) for x, coat, hair in ((130, GREEN, INK), (270, WHITE, "#d7d7d7"), (410, GOLD, INK), (550, TEAL, "#d7d7d7")))
    return scene("#dccbab", "#f3ece0", board, speaker, desk, mic, listeners, horizon=430)


def menu_elder():
    table = f'<ellipse cx="480" cy="392" rx="370" ry="84" fill="{WOOD}"/><ellipse cx="480" cy="380" rx="370" ry="84" fill="#a8754f"/>'
    def bowl(x, y, size, colour, food):
        return group(f'<ellipse cx="0" cy="-6" rx="70" ry="22" fill="{WHITE}"/><ellipse cx="0" cy="-8" rx="58" ry="16" fill="{food}"/>' + path("M-70 -6 Q-64 52 -26 54 L26 54 Q64 52 70 -6 Q0 26 -70 -6 Z", colour), x, y, size)
    steam = "".join(stroke(f"M{x} {y} q-16 -22 0 -44 t0 -44", WHITE, 8) for x, y in ((456, 250), (504, 240)))
    rice = circle(480, 282, 46, WHITE)
    sticks = stroke("M640 398 L800 352 M646 410 L808 366", INK, 8)
    spoon = stroke("M250 420 L150 390", SKY, 12) + f'<ellipse cx="140" cy="386" rx="26" ry="17" fill="{SKY}"/>'
    heart = path("M800 150 c-36 -44 -98 -8 -70 42 q18 30 70 62 q52 -32 70 -62 c28 -50 -34 -86 -70 -42 Z", RED)
    stick = stroke("M128 430 L128 190 Q128 140 172 140 Q208 142 206 172", WOOD, 16)
    return scene("#e9dcc3", "#cfe0de", circle(480, 250, 200, "#e3eeea"), heart, stick, table, rice, bowl(480, 306, 1.18, RED, WHITE), steam, bowl(290, 360, .94, DEEP, GREEN), bowl(664, 352, .86, TEAL, GOLD), sticks, spoon, horizon=440)


def menu_property():
    box = rect(300, 300, 340, 160, RED, 12) + rect(300, 300, 340, 44, "#8f1e18", 12) + rect(440, 326, 60, 36, GOLD, 6) + stroke("M390 300 L390 262 Q390 244 408 244 L532 244 Q550 244 550 262 L550 300", INK, 14)
    bulb = circle(770, 196, 66, GOLD) + rect(744, 254, 52, 14, INK, 5) + rect(748, 272, 44, 12, INK, 5) + rect(756, 288, 28, 10, INK, 5) + "".join(stroke(f"M{770 + 88 * math.cos(a):.0f} {196 + 88 * math.sin(a):.0f} L{770 + 116 * math.cos(a):.0f} {196 + 116 * math.sin(a):.0f}", GOLD, 9) for a in (math.radians(d) for d in (180, 216, 252, 288, 324, 0)))
    tap = rect(110, 150, 130, 34, TEAL, 8) + rect(100, 134, 26, 66, DEEP, 6) + path("M206 150 L250 150 Q276 152 276 190 L276 232 L238 232 L238 196 Q238 184 226 184 L206 184 Z", TEAL) + rect(150, 112, 22, 40, DEEP) + rect(122, 98, 78, 20, RED, 8) + path("M257 252 q-20 30 0 46 q20 -16 0 -46 Z", "#5fa6bb")
    hammer = group(rect(-9, -20, 18, 170, WOOD, 6) + rect(-56, -56, 112, 40, INK, 6), 700, 330, 1, 18)
    screwdriver = group(rect(-12, -10, 24, 70, GREEN, 10) + rect(-4, -80, 8, 74, INK), 236, 380, 1.1, -22)
    return scene("#dccdb0", "#eef0e8", circle(470, 270, 200, "#fbf4e4"), screwdriver, hammer, box, bulb, tap, horizon=456)


# Plans of rooms: what lies where, not to scale


def plan(zones, doors=(), north=True, furniture=""):
    """Rooms by (x, y, width, height, colour, name, area)."""
    parts = [rect(0, 0, WIDTH, HEIGHT, PAPER)]
    for x, y, width, height, colour, name, area in zones:
        parts.append(rect(x, y, width, height, colour, 0, f'stroke="{INK}" stroke-width="8"'))
    parts.append(furniture)
    for x, y, width, height, colour, name, area in zones:
        parts.append(text(x + width / 2, y + height / 2 + (0 if area else 12), name, 36))
        if area:
            parts.append(text(x + width / 2, y + height / 2 + 42, area, 28, "#4d5960", weight=400))
    for x, y, across, label in doors:
        parts.append(rect(x, y - 7, 70, 14, PAPER) if across else rect(x - 7, y, 14, 70, PAPER))
        if label:
            parts.append(path(f"M{x + 35} {y + 12} l-16 26 h32 Z", RED) + text(x + 35, y + 72, label, 30, RED))
    return "".join(parts)


def plan_yunding():
    return plan(
        [(60, 50, 330, 200, "#dbe9ec", "视频学习区", "80 平方米"), (390, 50, 250, 200, "#ece4d0", "图书区", "60 平方米"), (640, 50, 260, 200, "#e4eee2", "健身区", "70 平方米"),
         (60, 250, 330, 190, "#f4e2cf", "咖啡区", "50 平方米"), (390, 250, 510, 190, "#f3e3e0", "休息区", "60 平方米")],
        [(190, 440, True, "进门"), (390, 310, False, ""), (200, 250, True, ""), (480, 250, True, ""), (740, 250, True, "")])


def plan_service():
    return plan(
        [(60, 50, 500, 150, "#dbe9ec", "综合窗口", "1—8 号"), (560, 50, 340, 150, "#e4eee2", "医保专区", "110 平方米"), (60, 200, 210, 240, "#ece4d0", "自助区", "120 平方米"),
         (270, 200, 400, 240, "#fbf7ef", "等候区", "340 平方米"), (670, 200, 230, 240, "#f4e2cf", "帮办台", "70 平方米")],
        [(435, 440, True, "进门，无台阶"), (350, 200, True, ""), (590, 200, True, ""), (270, 290, False, ""), (670, 290, False, "")])


def plan_bookshop():
    return plan(
        [(60, 50, 420, 390, "#ece4d0", "书架区", "120 平方米"), (480, 50, 420, 160, "#dbe9ec", "阅读区", "靠窗，70 平方米"), (480, 210, 250, 230, "#e4eee2", "四点半课堂", "50 平方米"),
         (730, 210, 170, 230, "#f4e2cf", "收银饮品", "20 平方米")],
        [(230, 440, True, "进门"), (480, 100, False, ""), (480, 280, False, ""), (760, 210, True, "")])


DRAWINGS = {
    "brand-quanxi": brand_quanxi, "brand-beihuai": brand_beihuai, "brand-fudong": brand_fudong, "brand-songtai": brand_songtai,
    "brand-yongding": brand_yongding, "brand-lianmeng": brand_lianmeng,
    "venue-quanxi-hall": venue_quanxi_hall, "venue-songtai-bookshop": venue_songtai_bookshop, "venue-lianmeng-dance": venue_lianmeng_dance,
    "notice-north-gate": notice_north_gate, "notice-ebike": notice_ebike, "notice-cold": notice_cold, "notice-vaccine": notice_vaccine,
    "notice-volunteers": notice_volunteers,
    "menu-convenience": menu_convenience, "menu-lecture": menu_lecture, "menu-elder": menu_elder, "menu-property": menu_property,
    "plan-yunding-702": plan_yunding, "plan-quanxi-service": plan_service, "plan-songtai-bookshop": plan_bookshop,
}


def main(names):
    directory = ROOT / "content/images"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium-headless-shell", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name in names or DRAWINGS:
            page.set_content(f'<style>body{{margin:0}}svg{{display:block}}</style><svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">{DRAWINGS[name]()}</svg>')
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
            file = directory / f"{name}.png"
            picture.save(file, optimize=True)
            print(f"{file.stat().st_size:6} {name}")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
