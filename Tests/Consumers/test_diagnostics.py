"""What is wrong is named with its place, all of it in one run, and nothing is published (exit 1)."""

import json

import growth
import pytest
from support import GONGSHI, NOW, build, change_rows, check, edit, environment, problems, tiny, tiny_original, tree, write  # noqa: F401

LIFT = "content/notices/lift.md"
GATE = "content/notices/gate.md"
ABOUT = "content/pages/about.md"
HALL = "content/venues/hall.md"
MENU = "content/menus/convenience.md"
SCREEN = "content/screens/lobby.yaml"
SITE = "content/site.yaml"
TEMPLATES = "themes/default/templates"
ROWS = "content/activities.sqlite"


def put(path, old, new):
    return lambda site: edit(site, path, old, new)


def whole(path, text):
    return lambda site: write(site, path, text)


def rows(script):
    return lambda site: change_rows(site, script)


CASES = {
    "unknown key": ([put(LIFT, "date:", "expiresAtt: 2026-12-01\ndate:")], [f"{LIFT}:4:1: error[front-matter.unknown-key]"]),
    "unknown key of site.yaml": ([put(SITE, "horizonDays", "horizonDay")], [f"{SITE}:4:1: error[front-matter.unknown-key]"]),
    "unknown key of a screen": (
        [put(SCREEN, "title", "titel")],
        [f"{SCREEN}:1:1: error[front-matter.missing-key]", f"{SCREEN}:2:1: error[front-matter.unknown-key]"],
    ),
    "unknown key of a data block": ([put(ABOUT, "days: 7", "dais: 7")], [f"{ABOUT}:8:1: error[front-matter.unknown-key]"]),
    "unknown key of a service": (
        [put(MENU, "title: 理发", "title: 理发\n    prise: 免费")],
        [f"{MENU}:8:5: error[front-matter.unknown-key]"],
    ),
    "missing title": ([put(LIFT, "title: 电梯检修\n", "")], [f"{LIFT}:2:1: error[front-matter.missing-key]"]),
    "missing date of a notice": ([put(LIFT, "date: 2026-11-19\n", "")], [f"{LIFT}:2:1: error[front-matter.missing-key]"]),
    "a list for a flag": ([put(LIFT, "date:", "draft: [yes]\ndate:")], [f"{LIFT}:4:8: error[front-matter.wrong-value]"]),
    "a text for a list and for a flag": (
        [put(LIFT, "date:", "tags: 通知\npinned: maybe\ndate:")],
        [f"{LIFT}:4:7: error[front-matter.wrong-value]", f"{LIFT}:5:9: error[front-matter.wrong-value]"],
    ),
    "a day that is none": ([put(LIFT, "2026-11-19", "2026-02-30")], [f"{LIFT}:4:7: error[front-matter.wrong-value]"]),
    "a mistyped kind": ([put(LIFT, "kind: notice", "kind: notise")], [f"{LIFT}:3:7: error[front-matter.wrong-value]"]),
    "a mistyped kind and a broken link": (
        [put(LIFT, "kind: notice", "kind: notise"), put(LIFT, "请走楼梯。", "看[这里](/notices/gates/)。")],
        [f"{LIFT}:3:7: error[front-matter.wrong-value]", f"{LIFT}:6:7: error[link.broken]"],
    ),
    "expires before it is published": (
        [put(LIFT, "date:", "publishAt: 2026-11-20\nexpiresAt: 2026-11-18\ndate:")],
        [f"{LIFT}:5:12: error[front-matter.expires-before-publish]"],
    ),
    "two pages with one URL": ([put(LIFT, "date:", "slug: gate\ndate:")], [f"{LIFT}:1:1: error[page.duplicate-url]"]),
    "a slug of a generated page": (
        [whole("content/pages/schedule.md", "---\ntitle: 日程\nkind: page\n---\n")],
        ["content/pages/schedule.md:1:1: error[page.reserved-url]"],
    ),
    "a file name that is no slug": (
        [whole("content/pages/？！.md", "---\ntitle: 说明\nkind: page\n---\n")],
        ["content/pages/？！.md:1:1: error[page.no-slug]"],
    ),
    "two files of one name in pinyin": (
        [whole("content/notices/时间.md", "---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\n---\n正文。\n"), whole("content/notices/事件.md", "---\ntitle: 乙\nkind: notice\ndate: 2026-11-20\n---\n正文。\n")],
        ["content/notices/时间.md:1:1: error[page.duplicate-url]"],
    ),
    "link to no heading of a page": (
        [put(LIFT, "请走楼梯。", "看[这里](/about/#here)。\n\n## 甲\n\n## 甲\n\n看[那里](#jia-3)。"), put(ABOUT, "这里", "[梯](/notices/gates/)这里")],
        [
            f"{LIFT}:6:7: warning[link.no-anchor]", f"{LIFT}:10:1: warning[page.heading-address]", f"{LIFT}:12:7: warning[link.no-anchor]",
            f"{ABOUT}:5:5: error[link.broken]",
        ],
    ),
    "link to a missing page": (
        [put(LIFT, "请走楼梯。", "请走楼梯。\n\n看[这里](/notices/gates/)。")],
        [f"{LIFT}:8:7: error[link.broken]"],
    ),
    "link by reference to a missing page": (
        [put(LIFT, "请走楼梯。", "看[这里][a]。\n\n[a]: /notices/gates/")],
        [f"{LIFT}:8:6: error[link.broken]"],
    ),
    "link in a table to a missing page": (
        [put(LIFT, "请走楼梯。", "| 甲 |\n|--|\n| [这里](/notices/gates/) |")],
        [f"{LIFT}:8:8: error[link.broken]"],
    ),
    "link to a draft": (
        [put(LIFT, "date:", "draft: true\ndate:"), put(ABOUT, "这里", "[梯](/notices/lift/)这里")],
        [f"{ABOUT}:5:5: error[link.not-public]"],
    ),
    "missing picture in the front matter": (
        [put(GATE, "image: /images/gate.png", "image: /images/gaet.png")],
        [f"{GATE}:6:8: error[image.missing]"],
    ),
    "missing picture in the body": (
        [put(LIFT, "请走楼梯。", "请走![](/images/none.png)楼梯。")],
        [f"{LIFT}:6:7: error[image.missing]"],
    ),
    "unknown unit and activity in the front matter": (
        [put(LIFT, "date:", "unit: nowhere\nactivity: none\ndate:")],
        [f"{LIFT}:4:7: error[reference.missing]", f"{LIFT}:5:11: error[reference.missing]"],
    ),
    "unknown venue in the front matter": ([put(HALL, "venue: hall", "venue: hal")], [f"{HALL}:4:8: error[reference.missing]"]),
    "unknown partner page of a service": (
        [put(MENU, "title: 理发", "title: 理发\n    partner: nobody")],
        [f"{MENU}:8:14: error[reference.missing]"],
    ),
    "unknown menu page and unit in a data block": (
        [put(MENU, "menu: convenience\n", "menu: nomenu\nunit: abc\n")],
        [f"{MENU}:12:7: error[reference.missing]", f"{MENU}:13:7: error[reference.missing]"],
    ),
    "unknown unit, venue and activity in a data block": (
        [put(ABOUT, "days: 7", "days: 7\nunit: yord-1\nvenue: [hall, hell]\nactivity: tee")],
        [f"{ABOUT}:{place}: error[reference.missing]" for place in ("9:7", "10:15", "11:11")],
    ),
    "unknown unit on a screen": ([put(SCREEN, "[yard]", "[yard, yrad]")], [f"{SCREEN}:3:15: error[reference.missing]"]),
    "a screen's slide, mistyped": (
        [put(SCREEN, "units: [yard]", "units: [yard]\nplaylist:\n  - {slide: todya, seconds: 10}\n  - {slide: today, secnds: 10}")],
        [f"{SCREEN}:5:13: error[front-matter.wrong-value]", f"{SCREEN}:6:20: error[front-matter.unknown-key]"],
    ),
    "what a screen's slides name": (
        [put(SCREEN, "units: [yard]", "units: [yard]\nplaylist:\n  - {slide: brand, brand: none}\n  - {slide: figures, chart: [dors]}\n"
             "  - {slide: rooms, venues: [hal]}\n  - {slide: text, page: abuot}\n  - slide: photos\n    photos: [{image: /images/gat.png}]")],
        [f"{SCREEN}:5:27: error[reference.missing]", f"{SCREEN}:6:30: error[reference.missing]", f"{SCREEN}:7:29: error[reference.missing]",
         f"{SCREEN}:8:25: error[reference.missing]", f"{SCREEN}:10:22: error[image.missing]"],
    ),
    "slides without what they need": (
        [put(SCREEN, "units: [yard]", "units: [yard]\nplaylist:\n  - {slide: menu}\n  - {slide: text}\n  - {slide: venue}")],
        [f"{SCREEN}:5:5: error[front-matter.missing-key]", f"{SCREEN}:6:13: error[screen.no-text]", f"{SCREEN}:7:5: error[front-matter.missing-key]"],
    ),
    "an evergreen slide that goes out of date": (
        [put(SCREEN, "units: [yard]", "units: [yard]\nevergreen:\n  - {slide: today}")],
        [f"{SCREEN}:5:13: error[screen.not-evergreen]"],
    ),
    "a daypart that is none": (
        [put(SCREEN, "units: [yard]", "units: [yard]\ndayparts:\n  - {name: 晚, days: [周八, mon], from: 25:00, until: 6点, playlist: [{slide: today}]}")],
        [f"{SCREEN}:5:22: error[front-matter.wrong-value]", f"{SCREEN}:5:38: error[front-matter.wrong-value]", f"{SCREEN}:5:52: error[front-matter.wrong-value]"],
    ),
    "a screen with sound": (
        [put(SCREEN, "units: [yard]", "units: [yard]\naudio: true")], [f"{SCREEN}:4:8: error[screen.audio]"]),
    "a resident's number on a screen": (
        [put(SCREEN, "units: [yard]", "units: [yard]\nplaylist:\n  - slide: text\n    text: 找小王 13800001111")],
        [f"{SCREEN}:6:15: error[privacy.mobile-number]"],
    ),
    "an urgent notice without an end": (
        [put(LIFT, "date:", "severity: severe\ndate:")], [f"{LIFT}:4:11: error[notice.alert-without-end]"]),
    "unknown unit of the site": ([put(SITE, "unit: yard", "unit: court")], [f"{SITE}:5:7: error[reference.missing]"]),
    "YAML syntax": ([put(LIFT, "电梯检修", "电梯: 检修")], [f"{LIFT}:2:10: error[yaml.syntax]"]),
    "a full-width colon": ([put(LIFT, "title: 电梯", "title：电梯")], [f"{LIFT}:2:6: error[yaml.full-width-colon]"]),
    "a file of passwords as a picture": (
        [lambda site: (site / "content/images/leak.png").symlink_to("/etc/passwd")],
        ["content/images/leak.png: error[file.outside]"],
    ),
    "a page by a link out of the site": (
        [lambda site: (site / "content/pages/leak.md").symlink_to("/etc/passwd")],
        ["content/pages/leak.md: error[file.outside]"],
    ),
    "a web page named as a picture": (
        [whole("content/images/page.png", "<html><script>alert(1)</script></html>")],
        ["content/images/page.png: error[image.not-a-picture]"],
    ),
    "a file name of an old archive": (
        [lambda site: open(bytes(site / "content/pages/") + b"/\xb9\xab\xb8\xe6.md", "w").close()],
        ["content/pages/公告.md: error[file.name-not-utf8]"],
    ),
    "a time zone that is an offset": ([put(SITE, "Asia/Shanghai", "GMT+08:00")], [f"{SITE}:3:11: error[site.time-zone]"]),
    "a user in the base address": ([put(SITE, "https://", "https://me:pw@")], [f"{SITE}:2:10: error[site.base-url]"]),
    "a key twice": ([put(LIFT, "date:", "title: 又一个\ndate:")], [f"{LIFT}:4:1: error[yaml.duplicate-key]"]),
    "front matter that is a list": ([whole(LIFT, "---\n- a\n---\n")], [f"{LIFT}:2:1: error[yaml.not-a-mapping]"]),
    "unclosed front matter": ([whole(LIFT, "---\ntitle: 电梯\nkind: notice\n")], [f"{LIFT}:1:1: error[front-matter.unclosed]"]),
    "no front matter": ([whole(LIFT, "# 电梯\n")], [f"{LIFT}:1:1: error[front-matter.missing]"]),
    "an empty file": ([whole(LIFT, "")], [f"{LIFT}:1:1: error[front-matter.missing]"]),
    "not UTF-8": (
        [whole(LIFT, "---\ntitle: 电梯\nkind: notice\ndate: 2026-11-19\n---\n".encode("gb18030"))],
        [f"{LIFT}:2:1: error[file.not-utf8]"],
    ),
    "a mobile and an identity number in a page": (
        [put(LIFT, "请走楼梯。", "请走楼梯，电话 13812345678，\n证号11010519491231002X。")],
        [f"{LIFT}:6:9: error[privacy.mobile-number]", f"{LIFT}:7:3: error[privacy.identity-number]"],
    ),
    "a mobile and an identity number in rows": (
        [
            rows(
                "UPDATE activity SET host='王师傅 13912345678' WHERE id='tea';"
                "UPDATE venue SET address='11010519491231002X' WHERE id='hall'"
            )
        ],
        [
            f"{ROWS}:activity[id=tea].host: error[privacy.mobile-number]",
            f"{ROWS}:venue[id=hall].address: error[privacy.identity-number]",
        ],
    ),
    "a mobile number in a change's row": (
        [rows("UPDATE activity_change SET note='问138-1234-5678'")],
        [f"{ROWS}:activity_change[activity_id=tai-chi,occurs_at=2026-11-23T07:00].note: error[privacy.mobile-number]"],
    ),
    "no such theme": ([put(SITE, "unit: yard", "unit: yard\ntheme: nicer")], [f"{SITE}: error[theme.missing]"]),
}


@pytest.mark.parametrize("name", CASES)
def test_each_mistake_is_named_at_its_place(tiny, name):
    """Exactly one diagnostic for each mistake, none for what is right; exit 1."""
    steps, expected = CASES[name]
    for step in steps:
        step(tiny)
    result = check(tiny)
    assert (result.returncode, problems(result.stderr)) == (1, expected), result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("unknown key", "expiresAt"),
        ("a mistyped kind", "notice"),
        ("link to a missing page", "/notices/gate/"),
        ("missing picture in the front matter", "/images/gate.png"),
        ("unknown unit, venue and activity in a data block", "yard-1"),
    ],
)
def test_a_mistyped_word_is_answered_with_the_near_one(tiny, name, wanted):
    """The hint says what was probably meant."""
    for step in CASES[name][0]:
        step(tiny)
    assert f"did you mean “{wanted}”?" in check(tiny).stderr.replace(f"mean {wanted}?", f"mean “{wanted}”?")


MANY = [
    "unknown key",
    "link to a missing page",
    "missing picture in the front matter",
    "unknown venue in the front matter",
    "unknown partner page of a service",
    "unknown unit, venue and activity in a data block",
    "unknown unit on a screen",
    "unknown unit of the site",
    "a mobile and an identity number in rows",
    "a file name that is no slug",
    "a slug of a generated page",
]
# Another mistake in the same file moves the lines below it.
MOVED = {f"{LIFT}:8:7: error[link.broken]": f"{LIFT}:9:7: error[link.broken]"}


def broken_in_many_ways(site):
    expected = []
    for name in MANY:
        steps, places = CASES[name]
        for step in steps:
            step(site)
        expected += [MOVED.get(place, place) for place in places]
    return sorted(expected)


def test_all_mistakes_are_named_in_one_run(tiny):
    """One run names them all, and what was published stays as it is."""
    build(tiny)
    before = tree(tiny / "public")
    expected = broken_in_many_ways(tiny)
    result = build(tiny)
    assert result.returncode == 1
    assert sorted(problems(result.stderr)) == expected
    assert f"{len(expected)} errors, nothing published" in result.stderr
    assert tree(tiny / "public") == before


def test_mistakes_are_named_in_reading_order_whatever_the_jobs(tiny):
    """The same bytes of diagnostics with one job and with four; files in the order of their paths, from top to bottom."""
    broken_in_many_ways(tiny)
    one, four = check(tiny, "--jobs", "1"), check(tiny, "--jobs", "4")
    assert one.stderr == four.stderr
    places = [line.split(": ")[0].split(":") for line in problems(one.stderr)]
    files = [(place[0], *map(int, place[1:])) for place in places if place[0] != ROWS]
    assert files == sorted(files) and len(files) > 8


def test_a_mistake_in_site_yaml_does_not_hide_those_in_pages(tiny):
    """All problems in one run, also when site.yaml itself is wrong."""
    edit(tiny, SITE, "title: 小院公示\n", "")
    edit(tiny, LIFT, "2026-11-19", "2026-02-30")
    assert problems(check(tiny).stderr) == [
        f"{LIFT}:4:7: error[front-matter.wrong-value]",
        f"{SITE}:1:1: error[front-matter.missing-key]",
    ]


def test_a_missing_database_does_not_hide_mistakes_in_pages(tiny):
    """All problems in one run, also when there is no database."""
    (tiny / ROWS).unlink()
    edit(tiny, LIFT, "2026-11-19", "2026-02-30")
    assert problems(check(tiny).stderr) == [f"{ROWS}: error[database.missing]", f"{LIFT}:4:7: error[front-matter.wrong-value]"]


def test_an_unreadable_page_is_not_blamed_on_those_who_link_to_it(tiny):
    """A page with a YAML mistake is one mistake; the home page's link to it is none."""
    edit(tiny, GATE, "title: 北门开放", "title: 北门: 开放")
    assert problems(check(tiny).stderr) == [f"{GATE}:2:10: error[yaml.syntax]"]


# Personal numbers

IN_A_PAGE = {
    "plain": ("电话13812345678", "mobile"),
    "with spaces": ("电话 138 1234 5678", "mobile"),
    "with hyphens": ("电话：138-1234-5678。", "mobile"),
    "with the country's number": ("+86 138 1234 5678", "mobile"),
    "in a link": ("[打电话](tel:13812345678)", "mobile"),
    "in a code block": ("```\n13812345678\n```", "mobile"),
    "after a date": ("2026-11-21 13812345678", "mobile"),
    "after a house number": ("3号楼2-101 13812345678", "mobile"),
    "one after the other": ("13812345678 13912345678", "mobile"),
    "in full-width digits": ("电话１３８１２３４５６７８", "mobile"),
    "as a chat account": ("微信wx13812345678", "mobile"),
    "with character references": ("138&#49;2345678", "mobile"),
    "an identity number": ("证号 110105 19491231 002X", "identity"),
    "across nodes": ("138<!-- -->1234**5678**", "mobile"),
    "in a tag's middle": ("138<b>1234</b>5678", "mobile"),
    "with what nobody sees": ("138\u200b1234\u00ad5678", "mobile"),
    "in a percent-encoded address": ("[打](tel:%31%33%38%31%32%33%34%35%36%37%38)", "mobile"),
    "with wide spaces": ("138\u30001234\u30005678", "mobile"),
    "an identity number in full-width": ("１１０１０５１９４９１２３１００２Ｘ", "identity"),
    "an identity number with a slip": ("110105194912310021", "identity"),
    "an old identity number": ("110105491231002", "identity"),
    "an identity number in small letters": ("11010519491231002x", "identity"),
    "an identity number after a date": ("2026-11-21 11010519491231002X", "identity"),
}


@pytest.mark.parametrize("name", IN_A_PAGE)
def test_personal_numbers_are_found_however_they_are_written(tiny, name):
    """No resident's number in any output (Promise 4)."""
    text, kind = IN_A_PAGE[name]
    edit(tiny, LIFT, "请走楼梯。", text)
    result = check(tiny)
    found = {line.split(": ")[1] for line in problems(result.stderr) if "error[" in line}
    assert (result.returncode, found) == (1, {f"error[privacy.{kind}-number]"}), f"{text}: {result.stdout}{result.stderr}"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (SITE, "unit: yard", "unit: yard\nfooter: {phone: 13812345678}"),
        (SITE, "小院公示", "小院公示 13812345678"),
        (SCREEN, "门厅屏", "门厅屏 13812345678"),
        (MENU, "title: 理发", "title: 理发\n    phone: 13812345678"),
        (GATE, "unit: yard", "unit: yard\nsummary: 问 13812345678"),
    ],
    ids=["footer", "site title", "screen", "service", "summary"],
)
def test_personal_numbers_are_found_wherever_they_stand(tiny, path, old, new):
    """Front matter, site.yaml and screens are published too."""
    edit(tiny, path, old, new)
    result = check(tiny)
    assert result.returncode == 1 and "error[privacy.mobile-number]" in result.stderr, result.stdout + result.stderr
    assert path in problems(result.stderr)[0]


@pytest.mark.parametrize(
    "text",
    [
        "990105194912310021",
        "20261121138123456789012345",
        "0531-0000-1200",
        "12345",
        "订单 2026112113812345678",
        "12812345678",
    ],
)
def test_other_numbers_are_let_through(tiny, text):
    """No region, an order number, an office's number: no person's."""
    edit(tiny, LIFT, "请走楼梯。", text)
    assert check(tiny).returncode == 0


def test_an_office_number_may_be_published_and_the_number_is_never_repeated(tiny):
    """officePhones are let through; a diagnostic masks what it speaks of."""
    edit(tiny, LIFT, "请走楼梯。", "值班 13812345678")
    assert "138****5678" in check(tiny).stderr
    edit(tiny, LIFT, "2026-11-19", "13812345678")
    for form in ("text", "json", "github"):
        assert "13812345678" not in check(tiny, "--format", form).stderr
    edit(tiny, LIFT, "date: 13812345678", "date: 2026-11-19")
    edit(tiny, SITE, "unit: yard", "unit: yard\nofficePhones: [138-1234-5678]")
    assert check(tiny).returncode == 0


# Templates

TEMPLATE_CASES = {
    "unknown name": ("{{tittle}}", "unknown-name"),
    "unknown partial": ("{{>partials/nocard}}", "unknown-partial"),
    "unknown inherited template": ("{{<layuot}}{{/layuot}}", "unknown-partial"),
    "text without escaping": ("{{{title}}}", "unescaped-text"),
    "text without escaping, by ampersand": ("{{&title}}", "unescaped-text"),
    "a group shown as text": ("{{site}}", "not-text"),
    "a close without an opening": ("{{/site}}", "unopened"),
    "a tag of no known kind": ("{{%PRAGMA}}", "unsupported"),
    "delimiters that are none": ("{{=<%=}}", "unsupported"),
    "a template that calls itself": ("{{>404}}", "endless"),
}


@pytest.mark.parametrize("name", TEMPLATE_CASES)
def test_each_mistake_in_a_template_is_named_at_its_place(tiny, name):
    """A theme's mistake is found before anything is rendered."""
    text, code = TEMPLATE_CASES[name]
    edit(tiny, f"{TEMPLATES}/404.mustache", "{{/main}}", text + "{{/main}}")
    result = check(tiny)
    found = [line for line in problems(result.stderr) if line.startswith("themes/")]
    assert (result.returncode, found) == (1, [f"{TEMPLATES}/404.mustache:6:1: error[template.{code}]"]), result.stderr


def test_a_mistake_in_the_layout_is_named_once(tiny):
    """All kinds of pages share the layout: its mistake is one mistake, not one for each kind."""
    edit(tiny, f"{TEMPLATES}/layout.mustache", "</title>", "{{tittle}}</title>")
    found = [line.split(": ")[1] for line in problems(check(tiny).stderr) if line.startswith("themes/")]
    assert found == ["error[template.unknown-name]"]


def test_html_shown_as_text_is_named(tiny):
    """{{html}} would show tags to readers."""
    edit(tiny, f"{TEMPLATES}/unit.mustache", "{{{body}}}", "{{body}}")
    found = [line for line in problems(check(tiny).stderr) if line.startswith("themes/")]
    line = (tiny / TEMPLATES / "unit.mustache").read_text(encoding="utf-8").splitlines().index("{{body}}") + 1
    assert found == [f"{TEMPLATES}/unit.mustache:{line}:1: error[template.escaped-html]"]


@pytest.mark.parametrize(("text", "column"), [("{{#site}}", 1), ("<p>{{^isHome}}", 4), ("{{title", 1)])
def test_an_unclosed_section_is_one_mistake(tiny, text, column):
    """The tag that is not closed is named, and those that are closed are not."""
    edit(tiny, f"{TEMPLATES}/404.mustache", "{{/main}}\n{{/layout}}\n", "{{/main}}\n{{/layout}}\n" + text)
    alone = [line for line in problems(check(tiny).stderr) if line.startswith("themes/")]
    assert alone == [f"{TEMPLATES}/404.mustache:8:{column}: error[template.unclosed]"]


def test_an_unclosed_section_within_another_is_one_mistake(tiny):
    """The tags around it are closed: they are not named."""
    edit(tiny, f"{TEMPLATES}/404.mustache", "{{/main}}", "{{#site}}{{/main}}")
    found = [line for line in problems(check(tiny).stderr) if line.startswith("themes/")]
    assert found == [f"{TEMPLATES}/404.mustache:6:1: error[template.unclosed]"]


def test_a_missing_template_is_named(tiny):
    """A theme without a template that a page of the site needs."""
    (tiny / TEMPLATES / "notice.mustache").unlink()
    found = [line for line in problems(check(tiny).stderr) if line.startswith("themes/")]
    assert found == [f"{TEMPLATES}/notice.mustache: error[theme.missing-template]"]


def test_a_broken_template_is_not_blamed_on_the_pages(tiny):
    """A mistake of the theme is one mistake: links between pages are as right as before."""
    edit(tiny, f"{TEMPLATES}/404.mustache", "{{/main}}", "{{tittle}}{{/main}}")
    assert problems(check(tiny).stderr) == [f"{TEMPLATES}/404.mustache:6:1: error[template.unknown-name]"]


# Languages and formats


@pytest.mark.parametrize(
    ("arguments", "locale", "is_chinese"),
    [
        (["--language", "zh"], {"LANG": "C.UTF-8"}, True),
        ([], {"LANG": "zh_CN.UTF-8"}, True),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, True),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
        (["--language", "en"], {"LANG": "zh_CN.UTF-8"}, False),
        ([], {"LANG": None}, False),
    ],
)
def test_messages_are_in_the_readers_language(tiny, arguments, locale, is_chinese):
    """Chinese by --language or by the locale, else English; place and code are the same in both."""
    broken_in_many_ways(tiny)
    result = check(tiny, *arguments, env=environment(**locale))
    assert ("不认识的键" in result.stderr, "unknown key" in result.stderr) == (is_chinese, not is_chinese)
    assert problems(result.stderr) == problems(check(tiny, "--language", "en").stderr)


def test_json_carries_the_same(tiny):
    """One JSON object a line, with the place in parts."""
    broken_in_many_ways(tiny)
    result = check(tiny, "--format", "json")
    assert result.returncode == 1
    found = []
    for line in result.stderr.splitlines():
        item = json.loads(line)
        assert item["message"]
        if "table" in item:
            place = f"{item['path']}:{item['table']}[{item['row']}].{item['field']}"
        else:
            place = ":".join(str(item[key]) for key in ("path", "line", "column") if key in item)
        found.append(f"{place}: {item['severity']}[{item['code']}]")
    assert found == problems(check(tiny).stderr)


def test_no_text_of_a_page_speaks_to_the_runner_or_the_terminal(tiny):
    """A stranger's pull request is checked by a machine that obeys `::` lines, and read in terminals that obey ESC."""
    edit(tiny, LIFT, "date:", 'category: "x\\r\\n::error::y\\e[2J"\ndate:')
    lines = check(tiny, "--format", "github").stderr.splitlines()
    assert len(lines) == 1 and "%0D%0A" in lines[0], lines
    assert "\x1b" not in check(tiny).stderr


def test_many_mistakes_take_linear_time(tiny, tmp_path):
    """Broken links in one file, each reported."""
    text = (tiny / LIFT).read_text(encoding="utf-8")

    def run(count):
        (tiny / LIFT).write_text(text + "\n\n".join(f"[a](/notices/x{n}/)" for n in range(count)), encoding="utf-8")
        return growth.cost([GONGSHI, "check", "--site", tiny, "--at", NOW], tmp_path, exit=1 if count else 0)

    assert growth.of_time(run, 2500) < 3
    assert len(problems(check(tiny).stderr)) == 20_000


def test_github_commands_carry_the_same(tiny):
    """GitHub's workflow commands, one a line, so that each mistake stands at its line of a pull request."""
    broken_in_many_ways(tiny)
    result = check(tiny, "--format", "github")
    assert result.returncode == 1
    found = []
    for line in result.stderr.splitlines():
        head, message = line.removeprefix("::").split("::", 1)
        severity, properties = head.split(" ", 1)
        values = dict(item.split("=", 1) for item in properties.split(","))
        place = ":".join(values[key] for key in ("file", "line", "col") if key in values)
        if "file" not in values:
            place = message.split(": ")[0]
        found.append(f"{place}: {severity}[{values['title']}]")
        assert message
    assert found == problems(check(tiny).stderr)


def test_addresses_that_readers_can_not_open_are_told(tiny):
    """Of rows and recordings as of links in texts: they open on a desk of the office, and nowhere else."""
    rows("UPDATE activity SET signup_url='http://nas/join', online_url='http://100.64.1.1/live' WHERE id='tea'")(tiny)
    edit(tiny, LIFT, "date:", "video: http://oa:8080/a.mp4\ndate:")
    result = check(tiny)
    assert result.returncode == 0
    told = [line for line in result.stderr.splitlines() if "warning[link.local]" in line]
    places = {line.split(": warning")[0] for line in told}
    assert places == {f"{ROWS}:activity[id=tea].signup_url", f"{ROWS}:activity[id=tea].online_url", f"{LIFT}:1:1"}
    rows("UPDATE activity SET signup_url='https://a.example/join', online_url=NULL")(tiny)
    edit(tiny, LIFT, "http://oa:8080/", "https://a.example/")
    assert "link.local" not in check(tiny).stderr


def test_names_that_windows_can_not_hold_are_told(tiny):
    """Once each: of a page's file, or of the address that its slug makes."""
    page = "---\ntitle: {0}\nkind: page\n{1}---\n{0}。\n"
    write(tiny, "content/pages/aux.md", page.format("甲", ""))
    write(tiny, "content/pages/b.md", page.format("乙", "slug: con\n"))
    write(tiny, "content/pages/console.md", page.format("丙", ""))
    result = check(tiny)
    assert result.returncode == 0
    told = sorted(line.split("]:")[0] for line in result.stderr.splitlines() if "windows-name" in line)
    assert told == ["content/pages/aux.md: warning[file.windows-name", "content/pages/b.md: warning[page.windows-name"]
