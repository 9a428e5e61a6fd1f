"""The command line as people meet it: mistyped, piped, and quiet. And `render`, the Markdown behind every page."""

import json
import os
import re
import subprocess
import unicodedata
from html.parser import HTMLParser

import growth
import pytest
from support import GONGSHI, NOW, build, change_rows, check, done, edit, environment, gongshi, tiny, tiny_original  # noqa: F401

# Wrong usage


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["biuld"],
        ["build", "now"],
        ["build", "--outptu", "x"],
        ["build", "--at"],
        ["build", "--at", "yesterday"],
        ["build", "--at", "2026-11-21"],
        ["build", "--at", "2026-11-21T09:00:00"],
        ["build", "--at", "2026-02-30T09:00:00Z"],
        ["build", "--at", "2026-11-21T25:00:00Z"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "-1"],
        ["build", "--jobs", "two"],
        ["build", "--jobs", "1000"],
        ["build", "--base-url", "ftp://example.cn"],
        ["build", "--base-url", "https://user:pw@example.cn"],
        ["build", "--base-url", "https://example.cn/?a"],
        ["build", "--base-url", "https://example.cn<script>"],
        ["build", "--at", "1969-12-31T09:00:00+08:00"],
        ["build", "--at", "9001-01-01T09:00:00+08:00"],
        ["build", "--output", ""],
        ["rollback", "--output", ""],
        ["help", "biuld"],
        ["help", "activities", "imprt"],
        ["render", "none.md"],
        ["render", "."],
        ["check", "--format", "xml"],
        ["check", "--language", "fr"],
        ["activities", "imprt"],
        ["activities", "import", "none.csv"],
        ["activities"],
        ["render", "--jsn"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_status_2(tiny, arguments):
    """Nothing is done, nothing is on stdout, and stderr says what was wrong and how it is meant."""
    before = sorted(path.name for path in tiny.iterdir())
    result = gongshi(*arguments, cwd=tiny, input="", any_day=True)
    assert result.returncode == 2, result.stdout + result.stderr
    assert result.stdout == ""
    assert "gongshi" in result.stderr
    assert sorted(path.name for path in tiny.iterdir()) == before


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["biuld"], "build"),
        (["chekc"], "check"),
        (["rolback"], "rollback"),
        (["helpp"], "“help”"),
        (["activities", "imprt"], "import"),
        (["imprt"], "activities import"),
        (["build", "--outptu", "x"], "--output"),
        (["check", "--format", "jsn"], "json"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value,
)
def test_a_mistyped_word_is_answered_with_the_near_one(tiny, arguments, wanted):
    """As git and cargo do."""
    assert wanted in gongshi(*arguments, cwd=tiny, any_day=True).stderr.split("Usage:")[0]


def test_a_name_longer_than_a_file_system_takes_is_a_wrong_argument(tmp_path):
    result = gongshi("init", "桃" * 90, "--language", "zh", "--at", NOW, cwd=tmp_path)
    assert result.returncode == 2 and "名称太长" in result.stderr and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--output", "--site"])
def test_a_name_that_is_not_utf_8_is_refused(tiny, tmp_path, option):
    """A directory named in GBK: published would be to another one, with U+FFFD in its name."""
    place = tmp_path / "places"
    place.mkdir()
    argument = bytes(place) + b"/" + "关于北门".encode("gbk")
    result = subprocess.run([GONGSHI, "build", "--at", NOW, "--site", tiny, option, argument], env=environment(), capture_output=True, timeout=60)
    assert result.returncode == 2 and "关于北门” is not UTF-8".encode() in result.stderr
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("value", ["yesterday", "2026-11-21"])
def test_a_wrong_moment_is_shown_how_to_write_one(tiny, value):
    """With an example to copy."""
    assert "2026-11-21T09:00:00+08:00" in build(tiny, at=value).stderr


def test_a_moment_without_its_offset_is_shown_with_one(tiny):
    """The likeliest slip, with the answer to copy."""
    assert "2026-11-21T09:00:00+08:00" in build(tiny, at="2026-11-21T09:00:00").stderr
    assert "2026-11-21T09:30:00+08:00" in build(tiny, at="2026-11-21T09:30").stderr
    assert "时差" in build(tiny, "--language", "zh", at="2026-11-21T09:00").stderr


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["build", "--outptu", "x"], "没有选项“--outptu”，是不是想写“--output”？"),
        (["build", "--at"], "“--at <时刻>”后面缺少值"),
        (["build", "--jobs", "two"], "“--jobs <个数>”的值“two”不对"),
        (["check", "--format", "xml"], "“--format <格式>”的值“xml”不对"),
        (["activities", "import"], "缺少参数"),
        (["build", "now"], "多出的参数：now"),
        (["build", "--jobs", "0"], "--jobs 应当是 1 到 256"),
        (["build", "--base-url", "x"], "--base-url 应当是网站根地址"),
        (["build", "--at", "1969-01-01T00:00:00Z"], "1970 到 9000"),
        (["build", "--output", ""], "--output 是空的"),
        (["biuld"], "是不是想写“build”？"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_arguments_are_told_of_in_chinese(tiny, arguments, wanted):
    """In a Chinese locale, and with --language zh, the first line is Chinese."""
    for result in (gongshi(*arguments, cwd=tiny, env=environment(LANG="zh_CN.UTF-8"), any_day=True),):
        assert result.returncode == 2 and wanted in result.stderr.splitlines()[0], result.stderr
        assert "Error" not in result.stderr and "Usage" not in result.stderr


def test_the_version_is_an_option_too():
    """As of every other program."""
    assert done(gongshi("--version")).stdout == done(gongshi("version")).stdout


@pytest.mark.parametrize("arguments", [["render"], ["version"], ["check"], ["build"], ["activities", "list"], ["--help"]], ids=" ".join)
def test_results_that_cannot_be_written_are_a_failure(tiny, arguments):
    """A full disk behind `>` is status 3 and a sentence, never a silent success."""
    if arguments[0] in ("check", "build", "activities"):
        arguments = [*arguments, "--at", NOW]
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [GONGSHI, *arguments], cwd=tiny, env=environment(), input=b"a\n", stdout=full, stderr=subprocess.PIPE
        )
    assert result.returncode == 3 and b"No space left" in result.stderr, result.stderr


@pytest.mark.parametrize("verb", ["build", "check"])
@pytest.mark.parametrize("place", ["missing", "file"])
def test_a_place_that_is_no_site_is_said_to_be_none(tmp_path, verb, place):
    """The mistake is the person's, not the machine's: status 1 or 2, and a hint."""
    (tmp_path / "file").write_text("text")
    result = gongshi(verb, "--site", tmp_path / place, any_day=True)
    assert result.returncode in (1, 2), result.stderr
    assert "content/site.yaml" in result.stderr and "--site" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("arguments", [["--help"], ["help"], ["build", "--help"], ["help", "build"]], ids=" ".join)
def test_help_that_is_asked_for_is_a_result(arguments):
    """On stdout, status 0; in which language, test_help.py asks."""
    result = done(gongshi(*arguments))
    assert "USAGE: gongshi" in result.stdout and result.stderr == ""


# Results and diagnostics


def test_results_are_on_stdout_and_diagnostics_on_stderr(tiny):
    """So that one can be piped without the other."""
    good = done(build(tiny))
    assert good.stdout.startswith("published to ") and good.stderr == ""
    edit(tiny, "content/notices/lift.md", "2026-11-19", "someday")
    for bad in (build(tiny), check(tiny)):
        assert (bad.returncode, bad.stdout) == (1, "") and "error[front-matter.wrong-value]" in bad.stderr


def test_quiet_says_nothing_but_what_is_wrong(tiny):
    """For cron: no news is good news."""
    for verb in (["build", "--at", NOW], ["check", "--at", NOW], ["build", "--at", NOW], ["build", "--at", NOW], ["rollback"]):
        if verb == ["rollback"]:
            # A build of the same is no other release.
            edit(tiny, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯。")
            done(build(tiny, "--quiet"))
        result = done(gongshi(*verb, "--site", tiny, "--quiet"))
        assert (result.stdout, result.stderr) == ("", "")
    edit(tiny, "content/notices/lift.md", "2026-11-19", "someday")
    assert "error[" in check(tiny, "--quiet").stderr


def test_nothing_but_text_is_piped(tiny):
    """No colours, no progress, no control characters when nobody looks."""
    edit(tiny, "content/notices/lift.md", "2026-11-19", "someday")
    for result in (build(tiny), check(tiny), build(tiny, "--verbose")):
        assert not [c for c in result.stdout + result.stderr if unicodedata.category(c) == "Cc" and c != "\n"]


def test_verbose_says_what_takes_how_long(tiny):
    """On stderr, with the result still on stdout."""
    result = done(build(tiny, "--verbose"))
    assert "publish: " in result.stderr and " ms" in result.stderr and result.stdout.startswith("published to ")


def test_check_writes_nothing(tiny):
    """Not even the directory of releases."""
    before = {path.name for path in tiny.iterdir()}
    assert re.match(r"checked, no errors; `gongshi build` would publish \d+ files", done(check(tiny)).stdout)
    assert {path.name for path in tiny.iterdir()} == before


def test_the_numbers_of_build_and_check_agree(tiny):
    """As many files as announced, as said, and as are there."""
    announced = re.search(r"(\d+) files", done(check(tiny)).stdout)[1]
    said = re.search(r"(\d+) files", done(build(tiny)).stdout)[1]
    assert announced == said == str(sum(path.is_file() for path in (tiny / "public").rglob("*")))


def test_version_names_all_three():
    """What a report of a mistake needs."""
    lines = done(gongshi("version")).stdout.splitlines()
    assert [re.sub(r"\d+(\.\d+)+$", "N", line) for line in lines] == ["gongshi N", "SQLite N", "cmark N"]


def test_a_reader_that_goes_away_does_no_harm(tiny):
    """`gongshi activities list | head -1`: the listing ends, without a report of a crash."""
    change_rows(
        tiny,
        "".join(
            "INSERT INTO activity(id,title,kind,unit_id,starts_at,ends_at,rrule,updated_at) VALUES"
            f"('daily-{n}','每日 {n}','sport','yard','2026-11-02T07:00','2026-11-02T08:00','FREQ=DAILY','2026-11-01T08:00');"
            for n in range(300)
        ),
    )
    process = subprocess.Popen(
        [GONGSHI, "activities", "list", "--site", tiny, "--at", NOW],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline().startswith("2026-11-2")
    process.stdout.close()
    assert process.stderr.read() == ""
    process.wait(timeout=30)
    assert process.returncode in (0, -13)


def test_the_list_of_occurrences_is_a_table_for_other_programs(tiny):
    """Six columns with tabs between, in order of time."""
    rows = [line.split("\t") for line in done(gongshi("activities", "list", "--site", tiny, "--at", NOW)).stdout.splitlines()]
    assert {len(row) for row in rows} == {6}
    assert rows == sorted(rows, key=lambda row: row[0])
    assert ["2026-11-23T07:00", "2026-11-23T08:00", "cancelled", "tai-chi", "太极", "会客厅"] in rows


# render


def render(body, *arguments):
    return done(gongshi("render", *arguments, input=body)).stdout


def test_render_reads_a_file_or_its_input(tmp_path):
    """The same HTML from both."""
    (tmp_path / "body.md").write_text("# 题\n\n文 *强*\n", encoding="utf-8")
    expected = "<h1 id=\"ti\">题</h1>\n<p>文 <em>强</em></p>\n"
    assert render("# 题\n\n文 *强*\n") == done(gongshi("render", tmp_path / "body.md")).stdout == expected
    assert render("") == ""


def test_render_reads_pipes_to_their_end(tmp_path):
    """They have no size beforehand: `<(…)`, /dev/stdin, and `-` for standard input."""
    text = "文 " * 100_000
    for file in ("/dev/stdin", "-"):
        assert done(gongshi("render", file, input=text)).stdout == render(text)
    result = subprocess.run(["bash", "-c", f"{GONGSHI} render <(printf 'a\\n'; sleep 0.2; printf b)"], capture_output=True)
    assert result.stdout == b"<p>a\nb</p>\n"


def test_render_refuses_a_directory_as_its_input(tmp_path):
    """Nothing is no result."""
    descriptor = os.open(tmp_path, os.O_RDONLY)
    result = subprocess.run([GONGSHI, "render"], stdin=descriptor, capture_output=True)
    os.close(descriptor)
    assert result.returncode in (2, 3) and result.stdout == b"" and result.stderr


def test_render_says_which_file_it_cannot_read(tmp_path):
    """A mistyped name, with the reason."""
    result = gongshi("render", tmp_path / "none.md")
    assert result.returncode != 0 and "none.md: No such file" in result.stderr and result.stdout == ""


def test_render_takes_many_bodies_as_json():
    """An array of texts, an array of HTML, in order."""
    bodies = ["*a*", "", "“引”\n", '\t<"&\u2028', "x" * 100_000]
    assert json.loads(render(json.dumps(bodies), "--json")) == [render(body) for body in bodies]


@pytest.mark.parametrize("text", ["", "{}", '["a"', "[1]", '"a"'])
def test_render_refuses_json_of_another_form(text):
    """Status 1 and a sentence."""
    result = gongshi("render", "--json", input=text)
    assert result.returncode == 1 and "JSON array of strings" in result.stderr and result.stdout == ""


SAMPLES = [
    "段落\n\n另一段\n",
    "# 一\n## 二\n###### 六\n####### 七\n",
    "题\n===\n\n题\n---\n",
    "***\n- - -\n___\n",
    "    code\n\n\tcode\n",
    "```swift\nlet a = 1 < 2\n```\n",
    "~~~\n```\n~~~\n",
    "``` 信息 与 更多\n未结束\n",
    "> 引\n> > 再引\n懒续\n",
    "- 甲\n- 乙\n  - 丙\n",
    "- 松\n\n- 散\n",
    "1. 一\n2. 二\n",
    "7) 七\n8) 八\n",
    "- 甲\n\n  段\n\n      code\n",
    "* a\n+ b\n- c\n",
    "1. a\n\n   - b\n\n2. c\n",
    "*em* _em_ **strong** __strong__ ***both***\n",
    "foo_bar_baz foo*bar*baz\n",
    "**这个**很好，**“引”**的\n",
    "`code` ``a`b`` ` `` `\n",
    "[链接](/a/ \"题\") [链](<b c> 'd')\n",
    '[ref][a] [a][] [a]\n\n[a]: /u "t"\n',
    '![图](/i.png "t") ![*a* `b`](/x)\n',
    "<https://example.cn/?a=1&b=2> <me@example.cn>\n",
    "行末  \n换行\\\n再换\n软换\nsoft break\n",
    "&copy; &#35; &#x22; &amp;lt; &nosuch;\n",
    "\\*不\\* \\[a\\] \\\\ \\a\n",
    "<div>\n*raw*\n</div>\n\n*md*\n",
    "<!-- c -->\n\na <!-- d --> b <b>x</b> <br/>\n",
    "<script>\nlet a\n\nb\n</script>\n",
    "[a](javascript:alert(1)) ![b](data:text/html,x)\n",
    "a\tb\n-\tc\n",
    "\ufeff# 题\n",
    "a\r\nb\r\n\r\nc\rd\n",
    "a\u0000b\n",
    "[a]: <b>\n'标题\n续'\n\n[A]\n",
    "[ä]: /u\n\n[Ä]\n",
    "| a | b |\n|---|---|\n| c | d |\n",
    "![[a](b)](c) [![a](b)](c)\n",
    "[[[a]]] [a](b [c](d)\n",
    "**a*b**c* *a**b*c**\n",
    "[a](/ü?ö=%20&x='\") \n",
    "1000000000. a\n\n1234567890. b\n",
    "-\n\n  a\n- \n  b\n",
    "> ```\n> a\nb\n",
    "a\n***\n* * *\nb\n",
    "Foo\nbar\n===\nbaz\n",
    "\\\n\n\\<b>\n",
    "😀 𠮷 e\u0301 \u00a0\u3000\n",
    "汉字\n汉字\nand\n汉字\n",
    "<a href='x' \n b>\n",
    "`a\nb`  \nc\n",
]


def test_commonmark_is_that_of_cmark():
    """With --commonmark, every construct gives the bytes of `cmark --unsafe`, the reference program, and so does --json."""
    assert len(SAMPLES) >= 40
    reference = [
        subprocess.run(["cmark", "--unsafe"], input=body.encode(), capture_output=True, check=True).stdout.decode()
        for body in SAMPLES
    ]
    for body, expected in zip(SAMPLES, reference):
        given = subprocess.run([GONGSHI, "render", "--commonmark"], input=body.encode(), capture_output=True, check=True).stdout
        assert given.decode() == expected, repr(body)
    assert json.loads(render(json.dumps(SAMPLES), "--commonmark", "--json")) == reference


def test_deep_nesting_is_no_danger():
    """Ten thousand levels of quotes, lists, brackets and emphasis end in HTML, not in a crash."""
    for body in (
        ">" * 10_000 + "a",
        "- " * 2_000 + "a",
        "[" * 10_000 + "a",
        "*a **b " * 5_000,
        "![" * 5_000,
        "|" * 10_000 + "\n" + "|-" * 10_000,
    ):
        assert render(body + "\n")


class Tags(HTMLParser):
    """All elements with their attributes, as a browser finds them."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))

    handle_startendtag = handle_starttag

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>\n",
        'a <b onclick="x()">b</b>\n',
        "<div onmouseover=x>\n\n*md*\n\n</div>\n",
        "<img src=x onerror=alert(1)>\n",
        "<!--><script>alert(1)</script>-->\n",
        "a <!-- > <script>x</script> --> <i>b</i>\n",
        "<?php x ?>\n",
        "<![CDATA[<script>]]>\n",
        "<!DOCTYPE html>\n",
        "| <script>x</script> |\n|--|\n| <img src=x> |\n",
        "<style>*{}</style>\n",
        "</p><iframe src=//x></iframe>\n",
        "<scr<!-- -->ipt>alert(1)</script>\n",
        "a <scr<!-- x -->ipt>\n",
        "`<script>`\n\n    <script>\n\n```<script>\n<script>\n```\n",
        '[a](/x "\\"><script>x</script>")\n',
        "![<script>x</script>](/x)\n",
        "<a\nhref=javascript:x>\n",
    ],
)
def test_raw_html_is_shown_as_text(body):
    """No element that the writer put in; only those that Markdown makes."""
    allowed = {"p", "em", "strong", "code", "pre", "a", "img", "div", "table", "thead", "tbody", "tr", "th", "td"}
    for tag, attributes in Tags(render(body)).found:
        assert tag in allowed and not [name for name in attributes if name.startswith("on")], render(body)
        assert tag != "div" or attributes == {"class": "table", "tabindex": "0"}
        assert tag != "img" or attributes["src"] == "/x"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "java&#9;script:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "&#32;javascript:x",
        "vbscript:x",
        "file:///etc/passwd",
        "data:text/html,<script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "data:image/svg+xml,<svg/onload=x>",
        "DATA:application/xhtml+xml,x",
        "javascript%3Aalert(1)",
        "&Tab;javascript:x",
        "java\\script:x",
        "javascript&#58;x",
        "data&#x3A;text/html,x",
    ],
)
@pytest.mark.parametrize("form", ["[a](<{}>)", "![a](<{}>)", "[a][r]\n\n[r]: <{}>", "| [a](<{}>) |\n|--|\n| ![a](<{}>) |"])
def test_active_links_lose_their_destination(url, form):
    """Whatever a browser would make of it: nothing that runs."""
    found = Tags(render(form.replace("{}", url) + "\n")).found
    for _, attributes in found:
        for name in ("href", "src"):
            # What a browser drops before it looks at the scheme.
            target = re.sub(r"^[\x00-\x20]+|[\t\n\r]", "", attributes.get(name) or "").lower()
            assert not target.startswith(("javascript:", "vbscript:", "data:", "file:")), found


def test_autolinks_to_active_schemes_lose_their_destination():
    """`<javascript:…>` is a link to CommonMark."""
    assert [attributes["href"] for _, attributes in Tags(render("<javascript:alert(1)>\n")).found if "href" in attributes] in (
        [""],
        [],
    )


@pytest.mark.parametrize(
    "url", ["https://example.cn/", "/notices/", "tel:0531-0000-1200", "mailto:a@example.cn", "data.html", "#a", "weixin://x"]
)
def test_other_links_keep_their_destination(url):
    """Also those whose name begins alike."""
    assert Tags(render(f"[a]({url})\n")).found[1] == ("a", {"href": url})


def test_pictures_within_the_text_may_be_data():
    """The four formats that can't run anything."""
    for kind in ("png", "gif", "jpeg", "webp"):
        assert Tags(render(f"![a](data:image/{kind};base64,AAAA)\n")).found[1][1]["src"] == f"data:image/{kind};base64,AAAA"


# Tables


def cells(html):
    """The rows of the only table as (element, class, inner HTML)."""
    rows = re.findall(r"<tr>\n(.*?)</tr>", html, re.S)
    return [re.findall(r'<(th|td)(?: scope="col")?(?: class="(\w+)")?>(.*?)</(?:th|td)>', row, re.S) for row in rows]


def test_tables_have_alignment():
    """GitHub's delimiter row, one class a column."""
    html = render("| 左 | 中 | 右 | 无 |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n")
    assert cells(html) == [
        [("th", "left", "左"), ("th", "center", "中"), ("th", "right", "右"), ("th", "", "无")],
        [("td", "left", "1"), ("td", "center", "2"), ("td", "right", "3"), ("td", "", "4")],
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (r"| a \| b | c |", ["a | b", "c"]),
        (r"| `a \| b` | c |", ["<code>a | b</code>", "c"]),
        (r"| **a** | [b](/b/) |", ["<strong>a</strong>", '<a href="/b/">b</a>']),
        (r"| [a][r] | ![b](/b.png) |", ['<a href="/ref/" title="题">a</a>', '<img src="/b.png" alt="b" />']),
        ("a | b", ["a", "b"]),
        ("| a |", ["a", ""]),
        ("| a | b | c |", ["a", "b"]),
        ("| | b |", ["", "b"]),
        ("| # a | - b |", ["# a", "- b"]),
        ("| 1. a | > b |", ["1. a", "&gt; b"]),
        (r"| \* a | <b> |", ["* a", "&lt;b&gt;"]),
        ("| *a* | *b |", ["<em>a</em>", "*b"]),
        (r"| a \\| b |", ["a \\", "b"]),
        ("| “**引**” | 甲**乙**丙 |", ["“<strong>引</strong>”", "甲<strong>乙</strong>丙"]),
        (
            "| https://example.cn | <https://example.cn> |",
            ["https://example.cn", '<a href="https://example.cn">https://example.cn</a>'],
        ),
    ],
)
def test_cells_hold_inline_text_and_nothing_else(row, expected):
    """Escaped pipes, code with pipes, links by reference, marks that would begin a block elsewhere."""
    html = render(f'| x | y |\n|---|---|\n{row}\n\n[r]: /ref/ "题"\n')
    assert [cell[2] for cell in cells(html)[1]] == expected, html


@pytest.mark.parametrize(
    ("body", "around"),
    [
        ("- 甲\n\n  | a | b |\n  |---|---|\n  | c | d |\n", ["ul", "li"]),
        ("1. 甲\n   | a | b |\n   |---|---|\n   | c | d |\n", ["ol", "li"]),
        ("> | a | b |\n> |---|---|\n> | c | d |\n", ["blockquote"]),
        ("> - > | a | b |\n>   > |---|---|\n>   > | c | d |\n", ["blockquote", "ul", "li", "blockquote"]),
        ("前言\n| a | b |\n|---|---|\n| c | d |\n", ["p"]),
    ],
)
def test_tables_stand_in_lists_quotes_and_after_lines(body, around):
    """Their cells are read without the marks of what is around them."""
    html = render(body)
    assert [[cell[2] for cell in row] for row in cells(html)] == [["a", "b"], ["c", "d"]], html
    before = [tag for tag, _ in Tags(html.split("<table>")[0]).found if tag not in ("div",)]
    assert [tag for tag in before if tag != "p" or around == ["p"]] == around


@pytest.mark.parametrize(
    "body",
    ["a | b\nc | d\n", "| a | b |\n|---|\n", "| a |\n| b |\n", "`| a |`\n", "    | a |\n    |---|\n", "```\n| a |\n|--|\n```\n"],
)
def test_what_is_no_table_stays_text(body):
    """No delimiter row, one of another length, or code."""
    assert "<table" not in render(body)


def test_a_table_ends_where_a_block_begins():
    """At a blank line and at the start of another block."""
    html = render("| a |\n|---|\n| b |\n> 引\n\n| c |\n|---|\n| d |\n\n段落\n")
    assert html.count("<table>") == 2 and "<blockquote>\n<p>引</p>" in html and "<p>段落</p>" in html


def test_han_lines_are_joined_without_a_space():
    """A line break between two Han characters is nothing; between words it is one."""
    assert render("汉字\n汉字\nword\nword 汉\n") == "<p>汉字汉字\nword\nword 汉</p>\n"


BODIES = {
    "ordinary text": lambda count: "普通的一段文字，*强调*和[链接](/a/)。\n\n" * count,
    "emphasis that stays open": lambda count: "a**b" * count,
    "angle brackets": lambda count: "<" * count,
    "a wide table": lambda count: "| a " * count + "\n" + "|-" * count,
    "links that stay open": lambda count: "[a](" * count,
    "the same link": lambda count: "[a](/) " * count,
    "different links": lambda count: "".join(f"[a](/{n}) " for n in range(count)),
    "nested pictures": lambda count: "![" * count + "a" + "](/)" * count,
    "tables with definitions": lambda count: "\n\n".join(f"| a |\n|---|\n| [x][r{n}] |" for n in range(count // 8))
    + "\n\n" + "".join(f"[r{n}]: /a/\n" for n in range(count // 8)),
    "definitions and links": lambda count: "".join(f"[a][r{n}] [b](/{n}) " for n in range(count))
    + "\n\n" + "".join(f"[r{n}]: /a/\n" for n in range(count)),
    "footnotes": lambda count: "".join(f"a[^{n}] " for n in range(count)) + "\n\n" + "".join(f"[^{n}]: b\n\n" for n in range(count)),
    "headings of one name": lambda count: "# 一\n\n" * count,
    "tasks": lambda count: "- [ ] a\n" * count,
    "strikethrough that stays open": lambda count: "a~~b " * count,
    "quotes in quotes": lambda count: "> " * min(count, 5000) + "a\n" * count,
}


@pytest.mark.parametrize("body", BODIES)
def test_render_takes_linear_time(tmp_path, body):
    def run(count):
        return growth.cost([GONGSHI, "render"], tmp_path, input=BODIES[body](count).encode())

    assert growth.of_time(run, 3000) < 3
