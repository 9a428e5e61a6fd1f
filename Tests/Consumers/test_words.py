"""What readers see is said in the languages' files (Sources/Words) and nowhere else in the sources."""

import html.parser
import re

import esprima
import pytest
from neutral_site import CHINESE
from support import ROOT

# Rooms that make outputs, and the foundations they write them with. Words has the words; the others speak to those who run the program.
ROOMS = (
    "Activities", "Artifacts", "Assembly", "BrowserFiles", "CivilTime", "Community", "Encoding", "FeedFormat", "Feeds", "Fields", "Finder", "Inspection", "Markdown", "OfficeFiles", "Pages", "Preview", "PublicText", "QRCodes", "Scanning", "Screens", "Search",
    "Signing", "Templates", "Vocabulary",
)
# What reads people's Chinese, or takes it as it is written.
READS = {
    "CivilTime/Text/ClockTime.swift", "CivilTime/Text/DatePhrase.swift", "CivilTime/Calendar/Festival.swift", "CivilTime/CivilPeriod.swift", "CivilTime/MonthDay.swift", "CivilTime/PartialDate.swift",
    "CivilTime/Text/PhraseCursor.swift", "CivilTime/Text/RulePhrase.swift", "CivilTime/Text/WrittenDay.swift", "Encoding/Markup.swift", "Markdown/CharacterClass.swift", "Markdown/TextLength.swift", "Search/AlikeCharacters.swift", "Search/TraditionalCharacters.swift", "Vocabulary/AudienceGroup.swift",
    "PublicText/EntryMark.swift", "PublicText/ListedNumber.swift", "PublicText/MobileForm.swift", "PublicText/DutyName.swift", "PublicText/PersonName.swift", "PublicText/PersonalDetail.swift", "PublicText/PersonalNumber.swift", "PublicText/PhoneNumber.swift", "Vocabulary/Terms.swift", "Vocabulary/DutyTerms.swift", "Vocabulary/LedgerTerms.swift", "Vocabulary/ListTerms.swift", "Vocabulary/MeasureTerms.swift",
    "Vocabulary/VenueTerms.swift", "Activities/Checks/SpokenHours.swift", "Community/Venues/VenueCircle.swift", "Community/Lists/MenuSheets.swift", "Community/Checks/CopiedPageCheck.swift", "Community/Checks/StatedFigureCheck.swift",
    "Finder/AddressSearch.swift", "Inspection/PictureParts.swift", "Finder/AddressText.swift", "Finder/BuildingName.swift", "Finder/Client/book.js", "Finder/Client/text.js", "Vocabulary/AddressTerms.swift",
    "Vocabulary/PointsTerms.swift", "Vocabulary/TeamTerms.swift", "Vocabulary/KeyNames.swift", "Vocabulary/TraditionalForms.swift", "Vocabulary/WrittenName.swift",
    "Markdown/InlineMarks.swift", "Markdown/OfficeLines.swift", "Markdown/OfficeMark.swift", "Markdown/ProseCode.swift", "Markdown/Signature.swift", "Markdown/SuspectMarks.swift", "Markdown/TaskMark.swift",
    "Markdown/UnbrokenPhrase.swift", "ShareCards/CardPhrases.swift", "ShareCards/CardText.swift", "ShareCards/Typefaces.swift",
}
# A diagnostic is said at its place in both languages; a schema describes its members to programmers, in English.
# What the program says of its own mistakes is for nobody's eyes.
ELSEWHERE = {"zh", "en", "about", "fatalError()", "precondition()", "preconditionFailure()"}
SENTENCE = re.compile(r"^[A-Z][a-z’']+(?: [A-Za-z’',-]+)+")


def literals(source):
    """(line, text, labels) of each string of a Swift source: the labels of the arguments that it stands in, and the names of what is called with it."""
    found, labels, place, word = [], [[None, None]], 0, ""

    def skip(text):
        nonlocal place
        if source.startswith(text, place):
            place += len(text)
            return True
        return False

    def string():
        """From behind its opening quotes."""
        nonlocal place
        line, text = source.count("\n", 0, place) + 1, ""
        own = [label for group in labels for label in group if label]
        assigned = re.search(r"\b(\w+) =\s*$", source[max(0, place - 200) : place - 1])
        own += [assigned[1]] if assigned else []
        quotes = '"""' if skip('""') else '"'
        while not skip(quotes):
            if skip("\\("):
                text += "…"
                labels.append([None, None])
                code(")")
                labels.pop()
            elif source[place] == "\\":
                place += 2
            else:
                text += source[place]
                place += 1
        found.append((line, text, own))

    def code(end):
        nonlocal place, word
        depth = 0
        while place < len(source):
            if skip("//"):
                place = source.find("\n", place) if "\n" in source[place:] else len(source)
            elif skip("/*"):
                place = source.index("*/", place) + 2
            elif source.startswith("#/", place) and "/#" in source[place + 2 : place + 200]:
                place = source.index("/#", place) + 2
            elif source.startswith('""', place) and not source.startswith('"""', place):
                place += 2
            elif skip('"'):
                string()
            elif source[place] in "([{":
                labels.append([None, f"{word}()" if source[place] == "(" else None])
                depth += 1
                place += 1
            elif source[place] in ")]}":
                place += 1
                if depth == 0:
                    return
                labels.pop()
                depth -= 1
            elif source[place] == ",":
                labels[-1][0] = None
                place += 1
            else:
                match = re.compile(r"\w+").match(source, place)
                word, place = match[0] if match else "", match.end() if match else place + 1
                if word and source.startswith(":", place):
                    labels[-1][0] = word

    code(None)
    return found


# Whole folders of such: spreadsheets as people write them, and the problems of their cells.
READS_FOLDERS = ("Activities/Export/", "Activities/Import/", "Activities/Records/", "Activities/Tables/")


def short(path):
    return str(path.relative_to(ROOT / "Sources"))


SWIFT = [path for room in ROOMS for path in sorted((ROOT / "Sources" / room).rglob("*.swift")) if not short(path).startswith(READS_FOLDERS)]
SCRIPTS = [*sorted((ROOT / "Sources/Screens/Player").glob("*.js")), *sorted((ROOT / "Sources/Search/Client").glob("*.js")), *sorted((ROOT / "Sources/Finder/Client").glob("*.js")), *sorted((ROOT / "Sources/Preview/Client").glob("*.js")), *sorted((ROOT / "themes").glob("*/static/*.js"))]
TEMPLATES = sorted((ROOT / "themes").glob("*/templates/**/*.mustache"))
SHEETS = [*sorted((ROOT / "Sources/Screens/Player").glob("*.css")), ROOT / "Sources/Preview/Client/preview.css", *sorted((ROOT / "themes").glob("*/static/*.css"))]


def in_swift(source):
    return [
        f"{line}: {text}" for line, text, labels in literals(source)
        if not ELSEWHERE & set(labels) and (CHINESE.search(text) or SENTENCE.search(text))]


def in_script(source):
    strings = [token for token in esprima.tokenize(source, loc=True) if token.type in ("String", "Template")]
    return [
        f"{token.loc.start.line}: {token.value}" for token in strings
        if CHINESE.search(token.value) or SENTENCE.search(token.value[1:-1]) or re.search(r"[a-z] [a-z]+[.!?…].$", token.value)]


class TemplateTexts(html.parser.HTMLParser):
    """Letters that stand in a template's texts, or in attributes that readers are read."""

    # Names, codes of Open Graph, and an attribute that a page's frame takes.
    NAMES = {'class="h-entry"', "JSON Feed", "Atom", "article", "website", "articlewebsite", "summary_large_image"}

    def __init__(self, template):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.feed(re.sub(r"\{\{\{.*?\}\}\}|\{\{.*?\}\}", "", template))

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("aria-label", "alt", "title", "placeholder", "data-title") or (tag, name) == ("meta", "content") and "=" not in (value or ""):
                self.handle_data(value or "")

    def handle_data(self, data):
        if self.cdata_elem == "script":
            self.found += in_script(data)
        elif re.search(r"\w", data) and data.strip() not in self.NAMES:
            self.found.append(data.strip())


def in_sheet(source):
    return re.findall(r"content: ?\"[^\"]*[^\W\d_][^\"]*\"", re.sub(r"/\*.*?\*/", "", source, flags=re.S))


@pytest.mark.parametrize("path", [path for path in SWIFT if short(path) not in READS], ids=short)
def test_no_words_in_swift(path):
    assert in_swift(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", [path for path in SCRIPTS if not path.is_relative_to(ROOT / "Sources") or short(path) not in READS], ids=lambda path: path.name)
def test_no_words_in_scripts(path):
    assert in_script(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_words_in_templates(path):
    assert TemplateTexts(path.read_text(encoding="utf-8")).found == []


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_no_words_in_sheets(path):
    assert in_sheet(path.read_text(encoding="utf-8")) == []


def test_what_reads_is_there():
    assert {path for path in READS if not (ROOT / "Sources" / path).is_file()} == set()


def test_words_are_found():
    assert in_swift('let title = "公告"') == ["1: 公告"]
    assert in_swift('// 公告\nlet a = f(x ? "a" : "b（\\(y.map { "第\\($0)页" } ?? "")）")') == ["2: 第…页", "2: b（…）"]
    assert in_swift('page(title: "Nothing found here", description: "x")') == ["1: Nothing found here"]
    assert in_swift('.error("a.b", zh: "没有“\\(name)”", en: "There is none", hint: Message(zh: "写 \\(a, "、")", en: "Do it"), at: place)') == []
    assert in_swift('f(zh: "一", other: "二")') == ["1: 二"]
    assert in_swift('static let about =\n    "Some days of a schedule."\nlet a = "Some days of a schedule."') == ["3: Some days of a schedule."]
    assert in_script('var a = "button more", b = "没有", c = "Nothing found here", d = /。/;') == ['1: "没有"', '1: "Nothing found here"']
    assert TemplateTexts('<p class="a">{{#a}}Read on{{/a}} <b aria-label="主导航">{{words.home}}</b> · <i>JSON Feed</i></p>').found == ["Read on", "主导航"]
    assert in_sheet('a:after { content: " 已结束"; } /* content: "x" */ b { content: "·"; } c { content: "over" }') == ['content: " 已结束"', 'content: "over"']
