"""The modules of the search page's script by themselves, in today's engine and in Chromium 69; the index is made by hand here."""

import base64
import json

import pytest
from browser_files import modules  # noqa: F401
from support import NOW

# Of what the program puts before the modules, what these here use.
WORDS = {
    "ellipsis": "……", "hasExpired": "已过期", "isOver": "已结束", "onUntil": "正在进行，到 {time}", "months": [f"{month}月" for month in range(1, 13)],
    "weekdays": [f"星期{day}" for day in "一二三四五六日"], "dayPattern": "{month}{day}日 {weekday}", "datePattern": "{year}年{month}{day}日",
    "kinds": {"venue": "场所"}, "alike": ["\u2019\u201c\u201d\u2014\uffe5⻓", "'\"\"-\u00a5长"], "alikeRuns": [{"first": 0x2F6F, "as": "石示"}, {"first": 0xF900, "as": "豈"}],
}
SITE = f'var ROOT = "", SITE = "", WORDS = {json.dumps(WORDS)};'
# As the index's head has them.
TRADITIONAL = ["區務著黨", "区务着党"]
HOSTILE = '<img src=x onerror="window.hit=1">'


# Characters


def test_what_characters_are_compared_as(modules):  # noqa: F811
    page = modules("search/texts", before=SITE)
    assert page.ask("folded", "ＡｂＺ０９ aZ９，社区İß“”—￥⻓⽰") == "abz09 az9,社区İß\"\"-\u00a5长示"
    assert page.ask("cleaned", "\u3000 党\u200b群\u00a0\t服务\u2003\n") == "党群 服务"
    assert page.ask("cleaned", " \u3000") == ""


def test_blanks_beside_chinese_are_nothing(modules):  # noqa: F811
    page = modules("search/texts", before=SITE)
    for text, wanted in (("12 月 6 日", "12月6日"), ("a b 路 3 - 5 号", "a b路3 - 5号"), ("甲 乙\n丙", "甲乙\n丙"), ("， 甲", ",甲"), ("𠮷 1", "𠮷1"), ("\ue001 1", "\ue001 1")):
        assert page.ask("compared", text) == wanted
        known = page.ask("places", text)
        assert known["text"] == wanted and len(known["at"]) == len(wanted.encode("utf-16-le")) // 2 + 1
    assert page.ask("places", "12 月")["at"] == [0, 1, 3, 4]


# What was asked for

QUERIES = "function (text, record) { return formsOf(text).map(function (form) { return [form.queries, form.holds(record), form.isAsWritten(record)]; }); }"


def record(text, keys=""):
    return {"folded": text, "compared": text.replace(" ", ""), "keys": keys}


def key(text, base=0xE000):
    return "".join(chr((0xE020 if one.isupper() else base) + ord(one.lower()) - 97) for one in text)


def test_a_sound_begins_where_a_syllable_does(modules):  # noqa: F811
    page = modules("search/traditional", "search/texts", "search/queries", before=SITE)
    keys = key("XianFengKeTang") + "\n" + key("XFKT")
    for text, holds in (("xianfeng", True), ("Xian Feng", True), ("fengke", True), ("xf", True), ("fkt", True), ("kt", True), ("ianfeng", False), ("eng", False), ("xfx", False)):
        word, sound = page.ask(QUERIES, text, record("", keys))
        assert word[1] is False and sound[1] is holds, text
    assert len(page.ask(QUERIES, "x", record("", keys))) == 1 and len(page.ask(QUERIES, "先feng", record("", keys))) == 1


def test_a_number_is_its_digits(modules):  # noqa: F811
    page = modules("search/traditional", "search/texts", "search/queries", before=SITE)
    keys = "".join(chr(0xE040 + int(one)) for one in "053100001202")
    for text in ("0531-00001202", "00001202", "(0531)0000 1202", "00001202", "+86-531-0000-1202", "0086 (0531) 0000 1202"):
        assert page.ask(QUERIES, text, record("0531-0000-1202", keys))[-1][1] is True
    assert len(page.ask(QUERIES, "1202", record("", keys))) == 1
    ranges = "function (digits, text) { return phoneForm(digits).ranges(text); }"
    assert page.ask(ranges, "053100001202", "请打 (0531) 0000-1202 或 053100001202") == [[4, 19], [22, 34]]


def test_what_is_looked_for_instead(modules):  # noqa: F811
    page = modules("search/traditional", "search/texts", "search/queries", before=SITE)
    others = "function (text) { return othersOf(text, ['區', '区']).map(function (one) { return [one.instead, one.forms[0].queries]; }); }"
    assert page.ask(others, "停电？") == [["停电", ["停电"]]]
    for quoted in ("“停电”", "'停电'", "【停电】", "《停电》？", "（ 停电 ）"):
        assert page.ask(others, quoted)[0] == ["停电", ["停电"]], quoted
    assert page.ask(others, "“甲”和“乙”") == []
    for day in ("12月06日", "2026-12-06", "2026年12月6日", "2026/12/6"):
        assert page.ask(others, day) == [["12月6日", ["12月6日"]]], day
    # A house's number is no day, nor is a day that there is not.
    assert page.ask(others, "12-6") == page.ask(others, "2026-13-06") == page.ask(others, "12/6") == []
    assert page.ask(others, "社區") == [["社区", ["社区"]]]
    assert page.ask(others, "理发 免费") == [[None, ["理发", "免费"]]]
    assert page.ask(others, "理发、免费？") == [["理发、免费", ["理发、免费"]], [None, ["理发", "免费"]]]
    assert page.ask(others, "理发") == [] and page.ask(others, "？") == []
    assert page.ask(others, "aa bb cc dd ee ff gg") == [] and page.ask(others, "12 月 6 日") == []


def test_what_may_be_an_address(modules):  # noqa: F811
    page = modules("search/traditional", "search/texts", "search/queries", before=SITE)
    assert [page.ask("isAddress", text) for text in ("嵩台路35号", "3号楼", "嵩台路", "12月6号", "35")] == [True, True, False, False, False]


def test_traditional_characters_have_simplified_ones(modules):  # noqa: F811
    page = modules("search/traditional")
    assert page.ask("simplified", "社區黨群服務，看著", "", TRADITIONAL) == "社区党群服务，看着"
    assert page.ask("simplified", "社區黨群服務，看著", "著", TRADITIONAL) == "社区党群服务，看著"
    assert page.ask("simplified", "社区 a𠮷", "", TRADITIONAL) == "社区 a𠮷"
    # By what stands on no page nothing is found: the head has no more of them.
    assert page.ask("simplified", "社區黨群", "", ["區", "区"]) == "社区黨群" and page.ask("simplified", "社區", "", ["", ""]) == "社區"


# Words


def test_words_have_places(modules):  # noqa: F811
    page = modules("search/words", before=SITE)
    assert page.ask("said", "“{q}”，{kind}", {"q": "{n} $& {kind}", "kind": "公告"}) == "“{n} $& {kind}”，公告"
    pair = ["{n} result in {kind}", "{n} results in {kind}"]
    assert [page.ask("counted", pair, number, {"kind": "a"}) for number in (0, 1, 2)] == ["0 results in a", "1 result in a", "2 results in a"]
    assert page.ask("counted", ["找到 {n} 条"] * 2, 3) == "找到 3 条"
    assert page.ask("kindName", "venue") == "场所" and page.ask("kindName", "other") == "other"


# Results


def test_hostile_text_is_text(modules):  # noqa: F811
    page = modules("search/words", "search/traditional", "search/texts", "search/queries", "search/results", before=SITE)
    record = {
        "title": HOSTILE, "text": f"一行\n{HOSTILE}在这里\n三行", "url": "/a/", "label": HOSTILE, "date": HOSTILE, "until": "", "times": [], "status": HOSTILE}
    nodes, text = page.ask("""function (record, query) {
      var node = document.body.appendChild(hit(record, wordForm([query], null).ranges));
      return [Array.prototype.map.call(node.querySelectorAll('*'), function (one) { return one.nodeName; }), node.textContent];
    }""", record, "img")
    assert text.count(HOSTILE) == 5 and set(nodes) == {"H3", "A", "P", "TIME", "SPAN", "MARK"} and nodes.count("MARK") == 3
    assert page.page.evaluate("window.hit") is None and page.page.problems == []


def test_every_place_is_marked(modules):  # noqa: F811
    page = modules("search/words", "search/traditional", "search/texts", "search/queries", "search/results", before=SITE)
    marked = "function (text, query) { return marked(element('p'), text, wordForm([query], null).ranges(text)).innerHTML; }"
    assert page.ask(marked, "ＡＢab", "ab") == "<mark>ＡＢ</mark><mark>ab</mark>"
    assert page.ask(marked, "aaa", "aa") == "<mark>aa</mark>a"
    assert page.ask(marked, "一二", "三") == "一二"
    assert page.ask(marked, "在 12 月 6 日 到", "12月6日") == "在 <mark>12 月 6 日</mark> 到"


EXCERPTS = [
    ("一行\n二行里有词\n三行", "词", "二行里有词"), ("一行\n二行", "无", "一行"), ("", "词", ""),
    ("零" * 40 + "词" + "一" * 100, "词", "……" + "零" * 16 + "词" + "一" * 55 + "……"),
    # Neither a number nor a word is cut in two.
    ("零" * 10 + "a" * 15 + "零" * 15 + "词", "词", "……零" + "a" * 15 + "零" * 15 + "词"),
]


def test_excerpts(modules):  # noqa: F811
    page = modules("search/words", "search/traditional", "search/texts", "search/queries", "search/results", before=SITE)
    assert [(text, query, page.ask("function (text, query) { return excerpt(text, wordForm([query], null).ranges(text)); }", text, query)) for text, query, _ in EXCERPTS] == EXCERPTS


TIMINGS = [
    ({}, None),
    ({"status": "已取消"}, {"text": "已取消", "isOver": True}),
    ({"until": "2026-11-21T09:00"}, {"text": "已结束", "isOver": True}),
    ({"until": "2026-11-21T09:00", "date": "2026-11-01"}, {"text": "已过期", "isOver": True}),
    ({"until": "2026-11-21T09:01"}, None),
    ({"times": [["2026-11-20T08:00", "2026-11-20T09:00"], ["2026-11-21T08:30", "2026-11-21T10:00"]]}, {"text": "正在进行，到 10:00", "isOver": False}),
    ({"times": [["2026-11-22T14:30", "2026-11-22T15:00"]]}, {"text": "11月22日 星期日 14:30", "isOver": False}),
    ({"until": "2026-11-21T08:00", "times": [["2026-11-22T14:30", "2026-11-22T15:00"]]}, {"text": "11月22日 星期日 14:30", "isOver": False}),
]


def test_what_the_readers_clock_says(modules):  # noqa: F811
    page = modules("search/words", "search/texts", "search/results", before=SITE, at=NOW)
    empty = {"times": [], "status": "", "until": "", "date": ""}
    assert [(record, page.ask("timing", {**empty, **record})) for record, _ in TIMINGS] == TIMINGS
    # In the zone of the site, wherever the reader is.
    page.ask("document.body.setAttribute('data-generated', '2026-11-21T01:00:00-05:30')")
    assert page.ask("localNow()") == "2026-11-20T19:30"


# The finder, by an index made by hand

MARK = 7


def number(value):
    """Seven bits a byte, the least first."""
    out = bytearray()
    while value > 127:
        out.append(value % 128 + 128)
        value //= 128
    return bytes([*out, value])


def file(content, mark=MARK, length=None):
    return mark.to_bytes(4, "big") + (len(content) + 8 if length is None else length).to_bytes(4, "big") + content


def gaps(records):
    out, following = b"", 0
    for record in records:
        out += number(record - following)
        following = record + 1
    return out


def bits(records):
    out = bytearray(max(records) // 8 + 1)
    for record in records:
        out[record // 8] |= 1 << record % 8
    return bytes(out)


def entry(term, form, data):
    """Forms: 0 all as gaps, 1 all as bits, 2 those with it in their titles, 3 the places in each of all."""
    a, b = ord(term[0]), ord(term[1]) if len(term) > 1 else 0
    return a.to_bytes(2, "big") + b.to_bytes(2, "big") + number(len(data) * 4 + form) + data


def places(*records):
    """Each record's places; all but the last say that more follow."""
    return b"".join(bytes([place % 127 + (128 if index + 1 < len(record) else 0) for index, place in enumerate(record)]) for record in records)


TERMS = file(
    entry("一", 0, gaps([0, 3, 200])) + entry("一", 2, gaps([3])) + entry("二", 1, bits([1, 8, 9, 300])) +
    entry("甲乙", 0, gaps([1, 2, 5])) + entry("甲乙", 3, places([5], [5, 60], [9])) +
    entry("丙丁", 0, gaps([1, 2, 4, 5])) + entry("丙丁", 2, gaps([2])) + entry("丙丁", 3, places([8], [62], [1], [11])) +
    entry(",丙", 0, gaps([2])) + entry(",丙", 3, places([62])))
TEXTS = ["标题甲\n正文\u001e\ue020\u001e/a/\u001e栏目\u001e2026-11-01\u001e2026-12-01\u001e2026-11-21T08:00/2026-11-21T09:00,2026-11-22T08:00/2026-11-22T09:00\u001e已取消", "乙\n\u001e\u001e/b/\u001e\u001e\u001e\u001e\u001e"]
# At most 192 characters take a byte, the others from U+4E00 to U+8CFF two, what is beyond three.
ALPHABET = "标题甲正文\n\u001e/ab" + "".join(chr(0x4E00 + number) for number in range(2000, 2182))


def stored(text):
    out = b""
    for character in text:
        place = ALPHABET.find(character)
        if place >= 0:
            out += bytes([place])
        elif 0x4E00 <= ord(character) < 0x8D00:
            out += bytes([192 + (ord(character) - 0x4E00) // 256, ord(character) % 256])
        else:
            out += bytes([255]) + ord(character).to_bytes(2, "big")
    return out




def packed(data):
    """A block of LZ4 behind its length; what is repeated is the byte before alone."""
    out, plain = b"", b""

    def rest(count):
        return b"" if count < 15 else bytes([255] * ((count - 15) // 255) + [(count - 15) % 255])

    place = 0
    while place < len(data):
        run = 1
        while place + run < len(data) - 5 and data[place + run] == data[place]:
            run += 1
        plain += data[place : place + 1]
        if run > 4 and place + 1 <= len(data) - 12:
            out += bytes([min(len(plain), 15) << 4 | min(run - 5, 15)]) + rest(len(plain)) + plain + b"\x01\x00" + rest(run - 5)
            plain = b""
            place += run
        else:
            place += 1
    return number(len(data)) + out + bytes([min(len(plain), 15) << 4]) + rest(len(plain)) + plain


STORE = file(packed(number(len(TEXTS)) + b"".join(number(len(stored(text))) for text in TEXTS) + b"".join(map(stored, TEXTS))))
HEAD = {"marks": base64.b64encode(MARK.to_bytes(3, "big") * 201).decode(), "records": 400, "textsPerFile": 2, "shards": 1, "alphabet": ALPHABET, "kinds": []}
FILES = """
var files = {}, asked = [], stale = 0, answers = [];
function load(name, type, done) {
  var binary = files[name.split('?')[0]], array, i;
  asked.push(name);
  if (binary === undefined) { return done(null); }
  binary = window.atob(binary);
  array = new Uint8Array(binary.length);
  for (i = 0; i < binary.length; i += 1) { array[i] = binary.charCodeAt(i); }
  done(array.buffer);
}
function finderOf(head) { return new Finder(head, function () { stale += 1; }); }
"""
CANDIDATES = """function (head, query) {
  var found = null;
  finderOf(head).candidates(query, function (isStale) { found = ['failed', !!isStale]; }, function (all, isInTitle, isSure) {
    var list = Array.prototype.slice.call(all);
    found = [list, list.filter(isInTitle), isSure];
  });
  return found;
}"""
READ = """function (head, numbers) {
  var found = null;
  finderOf(head).texts(numbers, function (isStale) { found = ['failed', !!isStale]; }, function (records) { found = records; });
  return found;
}"""


@pytest.fixture
def finder(modules):  # noqa: F811
    page = modules("search/finder", before=FILES)
    for name, data in (("terms/0.bin", TERMS), ("store/0.bin", STORE)):
        page.ask("function (name, data) { files[name] = data; }", name, base64.b64encode(data).decode())
    return page


def test_posting_lists(finder):
    assert finder.ask(CANDIDATES, HEAD, "一") == [[0, 3, 200], [3], True]
    assert finder.ask(CANDIDATES, HEAD, "二") == [[1, 8, 9, 300], [], True]
    assert finder.ask(CANDIDATES, HEAD, "无") == [[], [], True]
    assert finder.ask(CANDIDATES, HEAD, "丙丁") == [[1, 2, 4, 5], [2], True]
    assert finder.ask("asked.filter(function (name) { return name !== 'terms/0.bin?7'; })") == []


def test_terms_must_stand_in_a_row(finder):
    """As far as places tell: 甲乙 at 60 and 丙丁 at 62 in record 2, at 9 and 11 in record 5; not at 5 and 8 in record 1."""
    assert finder.ask(CANDIDATES, HEAD, "甲乙丙丁") == [[2, 5], [], False]


def test_places_of_two_clauses_say_nothing_of_each_other(finder):
    """They are counted anew behind a mark: in record 2, 甲乙 at 60 and the mark at 62 are of one clause, 丙丁 at 62 of the next."""
    assert finder.ask(CANDIDATES, HEAD, "甲乙,丙丁") == [[2], [], False]


def test_texts_and_their_fields(finder):
    first, second = finder.ask(READ, HEAD, [0, 1])
    assert first == {
        "searched": "标题甲\n正文", "keys": "\ue020", "title": "标题甲", "text": "正文", "url": "/a/", "label": "栏目", "date": "2026-11-01", "until": "2026-12-01",
        "times": [["2026-11-21T08:00", "2026-11-21T09:00"], ["2026-11-22T08:00", "2026-11-22T09:00"]], "status": "已取消"}
    assert (second["title"], second["text"], second["url"], second["times"]) == ("乙", "", "/b/", [])
    assert [one["title"] for one in finder.ask(READ, HEAD, [1, 0, 1])] == ["乙", "标题甲", "乙"]
    assert finder.ask("asked.length") == 2
    assert finder.ask("function (head) { return finderOf(head).filesFor([0, 1, 2, 4, 5]); }", HEAD) == 3


def test_what_takes_few_bytes_is_read_whole(finder):
    """Counts beyond what four bits say, of bytes as they are and of bytes that are repeated; what is repeated overlaps itself."""
    long = "标题\n" + "".join(chr(0x4E00 + 7 * number) for number in range(400)) + "甲" * 15 + "正" * 19 + "文" * 20 + "标" * 274 + "题" * 275 + "甲正文标题"
    texts = [long + "\u001e" * 7, "甲" * 1000 + "\n" + "\u001e" * 7]
    content = number(2) + b"".join(number(len(stored(text))) for text in texts) + b"".join(map(stored, texts))
    assert len(packed(content)) < len(content) - 1500
    finder.ask("function (data) { files['store/1.bin'] = data; }", base64.b64encode(file(packed(content))).decode())
    assert [one["searched"] + one["keys"] for one in finder.ask(READ, HEAD, [2, 3])] == [long, "甲" * 1000 + "\n"]


@pytest.mark.parametrize(("data", "is_stale"), [
    (None, False), (b"", False), (TERMS[:-1], False), (TERMS + b"\0", False), (file(TERMS[8:], mark=MARK + 1), True), (b"<!DOCTYPE html><p>login", False),
])
def test_half_a_file_is_none_and_another_releases_is_told_of(finder, data, is_stale):
    finder.ask("function (data) { files['terms/0.bin'] = data === null ? undefined : data; }", data if data is None else base64.b64encode(data).decode())
    assert finder.ask(CANDIDATES, HEAD, "一") == ["failed", is_stale]
    assert finder.ask("stale") == int(is_stale)
