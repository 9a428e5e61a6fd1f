"""A site in a language says nothing in another: pages, scripts, feeds, calendars, screens and the search, all but what people wrote themselves.

The sample's own Chinese is made Latin letters first (neutral_site.py): a Chinese character of an output is the program's then.
"""

import contextlib
import datetime
import html.parser
import json
import re
from xml.etree import ElementTree

import icalendar
import pytest
from neutral_site import AUDIENCE, CHINESE, make_neutral_site
from search_index import Index
from serving import files_served
from support import NOW, ROOT, build, done, edit, problems, tiny, tiny_original  # noqa: F401

LANGUAGES = {"zh-Hans": "SimplifiedChinese", "zh-Hant": "TraditionalChinese", "en": "English"}


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The public directory by language."""
    directory = tmp_path_factory.mktemp("languages")
    return {language: make_neutral_site(directory / language, language) / "public" for language in LANGUAGES}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


# What is not said in a language


def is_written(character, codec):
    try:
        return bool(character.encode(codec))
    except UnicodeEncodeError:
        return False


def simplified_only(text):
    """Characters of the Mainland's table that Taiwan's has not; 950 is Big5 with ～ as it is written."""
    return {one for one in CHINESE.findall(text) if is_written(one, "gb2312") and not is_written(one, "cp950")}


def traditional_only(text):
    return {one for one in CHINESE.findall(text) if is_written(one, "big5") and not is_written(one, "gb2312")}


FOREIGN = {"en": lambda text: set(CHINESE.findall(text.replace(AUDIENCE, ""))), "zh-Hant": simplified_only, "zh-Hans": traditional_only}


def test_foreign_characters_are_found():
    assert FOREIGN["en"]("Notices 公告") == {"公", "告"} and FOREIGN["en"]("Yes，no") == {"，"}
    assert simplified_only("每周两个龙") == {"两", "个", "龙"} and simplified_only("每週兩個龍，公告「」裡") == set()
    assert traditional_only("每週兩個龍") == {"週", "兩", "個", "龍"} and traditional_only("每周两个龙，公告") == set()


def english_words():
    """What the English language file says: every text of more than one word, and single words of five letters or more."""
    source = (ROOT / "Sources/Words/English.swift").read_text(encoding="utf-8")
    source = "\n".join(line for line in source.splitlines() if not line.lstrip().startswith("//"))
    texts = {part.strip(" .,:;()“”…") for text in re.findall(r'"((?:[^"\\]|\\.)+)"', source) for part in re.split(r"\\\([^()]*(?:\([^()]*\))?[^()]*\)|\{\w+\}", text)}
    return {text for text in texts if len(text) > 4 and re.search("[a-z]{3}", text) and text not in ("zh-hans", "HTTPS")}


# What is said


class Said(html.parser.HTMLParser):
    """What a reader of a page reads or is read: texts, descriptions, and data of scripts; not the scripts themselves."""

    ATTRIBUTES = {"aria-label", "alt", "title", "placeholder", "content", "data-title"}

    def __init__(self, page):
        super().__init__()
        self.texts, self.scripts, self.hidden, self.tags = [], [], None, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        if tag in ("script", "style"):
            self.hidden = self.scripts if "json" in attributes.get("type", "") else []
        # What stands for a header is an address or a policy.
        if "http-equiv" not in attributes:
            self.texts += [value for name, value in attributes.items() if name in self.ATTRIBUTES and value]

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.hidden = None

    def handle_data(self, data):
        (self.texts if self.hidden is None else self.hidden).append(data)


def values(data):
    """All texts of a JSON document."""
    if isinstance(data, dict):
        return [text for value in data.values() for text in values(value)]
    if isinstance(data, list):
        return [text for value in data for text in values(value)]
    return [data] if isinstance(data, str) else []


def without_comments(source):
    return re.sub(r"/\*.*?\*/", "", source, flags=re.S)


def read(file):
    """All of a file that may be the program's own words."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        page = Said(text)
        return "\n".join(page.texts + page.scripts)
    if file.name.startswith("search-"):
        # What the script says stands first; the characters that it compares as one are search data.
        words = json.loads(re.search(r"^var WORDS = (.*);$", text, re.M)[1])
        return json.dumps({name: said for name, said in words.items() if name not in ("alike", "alikeRuns")}, ensure_ascii=False)
    if file.name.startswith(("finder.", "address-rules-")):
        # They read Chinese addresses in every language; what the one says stands in its page, what the other does in the search's script.
        return ""
    if file.parts[-2:] == ("search", "index.json"):
        # The characters that its texts are packed with are the same in every language, those that queries may be written with are no words.
        return json.dumps({name: value for name, value in json.loads(text).items() if name not in ("alphabet", "traditional")}, ensure_ascii=False)
    return without_comments(text) if file.suffix in (".js", ".css") else text


def files(public, *endings):
    return [file for file in sorted(public.rglob("*")) if file.suffix in (endings or (".html", ".json", ".ics", ".xml", ".js", ".css", ".txt"))]


def test_every_output_is_in_the_sites_language(sites, language):
    public = sites[language]
    read_by = {file.relative_to(public): FOREIGN[language](read(file)) for file in files(public)}
    assert len(read_by) > 1000 and {file.suffix for file in read_by} == {".html", ".json", ".ics", ".xml", ".js", ".css", ".txt"}
    assert {str(file): sorted(found) for file, found in read_by.items() if found} == {}


def test_the_search_index_is_in_the_sites_language(sites, language):
    records = Index(sites[language]).records
    assert len(records) > 200
    assert {text for record in records for text in (record.title, record.label, record.text) if FOREIGN[language](text)} == set()


@pytest.mark.parametrize("chinese", ["zh-Hans", "zh-Hant"])
def test_no_english_in_chinese(sites, chinese):
    """None of the English language's words stands in what a Chinese site's readers see."""
    public, words = sites[chinese], english_words()
    assert len(words) > 250
    pattern = re.compile(r"(?<![\w-])(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?![\w-])")
    wrong = {}
    for file in files(public, ".html", ".ics"):
        text = file.read_text(encoding="utf-8")
        if file.suffix == ".html":
            said = "\n".join(Said(text).texts)
        else:
            said = "\n".join(str(event.get(name, "")) for event in icalendar.Calendar.from_ical(text).walk("VEVENT") for name in ("SUMMARY", "DESCRIPTION", "CATEGORIES"))
        # Addresses, and names of files.
        found = set(pattern.findall(re.sub(r"https?://\S+|\b[\w/-]+\.(?:ics|json|xml)\b", "", said)))
        wrong |= {str(file.relative_to(public)): found} if found else {}
    for name in ("feed.json", "feeds/xibo/activities.json", "feeds/xibo/notices.json", "feeds/concerto/activities.json"):
        found = {text for text in values(json.loads((public / name).read_text(encoding="utf-8"))) if pattern.search(re.sub(r"https?://\S+", "", text))}
        wrong |= {name: found} if found else {}
    assert wrong == {}


def test_all_kinds_of_pages_are_there(sites, language):
    """Else nothing is said of them above."""
    public = sites[language]
    for path in (
        "", "schedule", "schedule/2026-11-21", "schedule/month/2026-11", "schedule/free", "schedule/places-left", "schedule/track/theory",
        "schedule/audience/residents", "units", "units/quanxi", "activities/quanxi-theory-party-history", "search", "status", "screens/quanxi-lobby",
        *(f"{section}" for section in ("notices", "brands", "menus", "classroom", "venues", "partners", "teams", "councils")),
        "notices/water-tank-cleaning", "brands/quanxi", "menus/elder", "classroom/theory", "venues/quanxi-hall", "partners/jiayi-housekeeping", "teams/taichi",
        "councils/quanxi-quarterly", "about",
    ):
        assert (public / path / "index.html").is_file(), path
    assert (public / "404.html").is_file()


def test_outputs_name_the_language(sites, language):
    public = sites[language]
    for file in files(public, ".html"):
        (_, attributes), *_ = (one for one in Said(file.read_text(encoding="utf-8")).tags if one[0] == "html")
        assert attributes["lang"] == language, file
    assert json.loads((public / "feed.json").read_text(encoding="utf-8"))["language"] == language
    atom = ElementTree.parse(public / "atom.xml").getroot()
    assert atom.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    for name in ("activities", "notices"):
        assert ElementTree.parse(public / f"feeds/rss/{name}.xml").findtext("channel/language") == language
    for file in (public / "feeds/v1/screens").glob("*.json"):
        assert json.loads(file.read_text(encoding="utf-8"))["screen"]["language"] == language
    prodid = icalendar.Calendar.from_ical((public / "calendar/all.ics").read_bytes())["PRODID"]
    assert prodid.endswith("//" + language[:2].upper())


def test_an_alert_names_the_language(tmp_path, language):
    at = "2026-11-24T06:00:00+08:00"
    site = make_neutral_site(tmp_path / "site", language)
    done(build(site, at=at))
    alert = (site / "public/feeds/cap.xml").read_text(encoding="utf-8")
    name = "{urn:oasis:names:tc:emergency:cap:1.2}"
    assert [node.text for node in ElementTree.fromstring(alert).iter(name + "language")] == [language]
    assert FOREIGN[language](alert) == set()


# In a browser


# Texts, what styles add before and after, and what a field says.
SEEN = r"""() => {
  const seen = [document.title];
  for (const node of document.querySelectorAll("*")) {
    for (const part of ["::before", "::after"]) {
      const content = getComputedStyle(node, part).content;
      if (/^".*"$/.test(content)) { seen.push(content); }
    }
    if (node.placeholder) { seen.push(node.placeholder); }
    if (node.getAttribute("aria-label")) { seen.push(node.getAttribute("aria-label")); }
  }
  seen.push(document.body.innerText);
  return seen.join("\n");
}"""


@pytest.fixture
def open_in(sites, browser):
    addresses = {}

    def open_in(language, path, at=NOW, width=1280):
        if language not in addresses:
            addresses[language] = servers.enter_context(files_served(sites[language])).address
        context = browser.new_context(viewport={"width": width, "height": 900}, timezone_id="Asia/Shanghai")
        page = context.new_page()
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.clock.install(time=datetime.datetime.fromisoformat(at))
        page.goto(addresses[language] + path)
        return page

    with contextlib.ExitStack() as servers:
        yield open_in


# While something is on, after something is over, and when the page is out of date.
@pytest.mark.parametrize("at", ["2026-11-21T15:30:00+08:00", "2026-12-20T09:00:00+08:00"])
@pytest.mark.parametrize("path", ["/", "/schedule/", "/units/quanxi/", "/notices/housekeeping-partner-public/", "/schedule/month/2026-11/", "/status/", "/404.html"])
def test_pages_in_a_browser(open_in, language, path, at):
    page = open_in(language, path, at)
    seen = page.evaluate(SEEN)
    page.click("#elder")
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true })")
    seen += page.evaluate(SEEN)
    assert page.problems == [] and FOREIGN[language](seen) == set()


def test_the_theme_says_what_is_over_and_on(open_in):
    """By the reader's clock, in the site's words, which its style sheet has from its script."""
    seen = {language: open_in(language, "/schedule/", "2026-11-21T15:30:00+08:00").evaluate(SEEN) for language in LANGUAGES}
    for language, words in {"zh-Hans": ("已结束", "进行中", "今天"), "zh-Hant": ("已結束", "進行中", "今天"), "en": ("over", "now", "today")}.items():
        assert all(f"{word}\"" in seen[language] for word in words), language


def test_search_in_a_browser(open_in, language):
    """What is found, what is not, more of it, and no network."""
    page = open_in(language, "/search/")
    settled = "document.querySelector('[data-results]').dataset.state !== 'loading'"
    seen = []
    for query in ("1", "d", "nothing at all", "2026"):
        page.fill("input[name=q]", query)
        page.press("input[name=q]", "Enter")
        page.clock.run_for(300)
        page.wait_for_function(settled)
        page.clock.run_for(10)
        seen.append(page.evaluate(SEEN))
        if page.query_selector("[data-more]"):
            page.click("[data-more]")
            page.clock.run_for(300)
            page.wait_for_function(settled)
            seen.append(page.evaluate(SEEN))
    page.context.set_offline(True)
    page.fill("input[name=q]", "kettle")
    page.press("input[name=q]", "Enter")
    page.clock.run_for(300)
    page.wait_for_function(settled)
    seen.append(page.evaluate(SEEN))
    assert page.problems == []
    assert {found for text in seen for found in FOREIGN[language](text)} == set()
    expected = {"zh-Hans": ("找到", "没有找到", "还有"), "zh-Hant": ("找到", "沒有找到", "還有"), "en": ("results", "Nothing found", "left")}[language]
    assert all(any(word in text for text in seen) for word in expected)


@pytest.mark.parametrize("at", [NOW, "2027-03-01T12:00:00+08:00"])
@pytest.mark.parametrize("screen", ["quanxi-lobby", "songtai-lift"])
def test_screens_in_a_browser(open_in, language, screen, at):
    page = open_in(language, f"/screens/{screen}/", at, width=1920)
    seen = set()
    for _ in range(12):
        page.clock.run_for(11_000)
        seen.add(page.evaluate("document.getElementById('stage').innerText"))
    assert len(seen) > 1 and page.problems == []
    assert FOREIGN[language]("\n".join(seen)) == set()


# What a file may say


@pytest.mark.parametrize("written, language", [
    ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh_SG", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-MO", "zh-Hant"), ("en-GB", "en"),
    ("EN", "en"),
])
def test_what_people_plainly_mean(tiny, written, language):
    edit(tiny, "content/site.yaml", "timeZone:", f"language: {written}\ntimeZone:")
    done(build(tiny))
    assert f'<html lang="{language}">' in (tiny / "public/index.html").read_text(encoding="utf-8")
    assert f'<html lang="{language}"' in (tiny / "public/screens/lobby/index.html").read_text(encoding="utf-8")


def test_a_screen_may_speak_another_language(tiny):
    edit(tiny, "content/screens/lobby.yaml", "units:", "language: zh-TW\nunits:")
    done(build(tiny))
    assert json.loads((tiny / "public/feeds/v1/screens/lobby.json").read_text(encoding="utf-8"))["screen"]["language"] == "zh-Hant"
    assert '<html lang="zh-Hans">' in (tiny / "public/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("file, key", [("content/site.yaml", "timeZone:"), ("content/screens/lobby.yaml", "units:")])
def test_a_language_that_is_not_spoken(tiny, file, key):
    edit(tiny, file, key, f"language: de\n{key}")
    result = build(tiny)
    assert result.returncode == 1
    (problem,) = problems(result.stderr)
    assert problem.startswith(f"{file}:") and "zh-Hans, zh-Hant, en" in result.stderr
