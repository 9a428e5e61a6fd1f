"""The search's index read by the book (Shards, Alphabet, StoredText), for comparing what browsers find with a plain scan."""

import base64
import json
import re
import unicodedata
from typing import NamedTuple


class Record(NamedTuple):
    kind: str
    title: str
    url: str
    label: str
    text: str
    keys: str
    # Title and text as they are compared.
    compared: str


class Index:
    def __init__(self, public):
        self.head = json.loads((public / "search/index.json").read_text(encoding="utf-8"))
        units = self.head["alphabet"]
        records = []
        for number in range((self.head["records"] + self.head["textsPerFile"] - 1) // self.head["textsPerFile"]):
            data = (public / f"search/store/{number}.bin").read_bytes()
            assert int.from_bytes(data[:4], "big") == self.mark("store", number)
            assert int.from_bytes(data[4:8], "big") == len(data)
            data = unpacked(data[8:])
            lengths, place = self.numbers(data, 0)
            for length in lengths:
                records.append(self.decoded(data[place : place + length], units))
                place += length
            assert place == len(data)
        kinds = [one["kind"] for one in self.head["kinds"] for _ in range(one["count"])]
        assert len(kinds) == len(records) == self.head["records"]
        self.records = []
        for kind, record in zip(kinds, records):
            text, keys, url, label, *_ = record.split("\x1e")
            title, _, text = text.partition("\n")
            self.records.append(Record(kind, title, url, label, text, keys, compared(title + "\n" + text)))

    def mark(self, folder, number):
        """What a file begins with: three bytes in the head for each shard, then for each file of the store."""
        marks = base64.b64decode(self.head["marks"])
        place = ((0 if folder == "terms" else self.head["shards"]) + number) * 3
        return int.from_bytes(marks[place : place + 3], "big")

    @staticmethod
    def numbers(data, place):
        """As many as the first says, seven bits a byte, and where they end."""
        found = []
        while not found or len(found) <= found[0]:
            value, shift = 0, 0
            while True:
                value |= (data[place] & 127) << shift
                shift += 7
                place += 1
                if data[place - 1] < 128:
                    break
            found.append(value)
        return found[1:], place

    @staticmethod
    def decoded(data, alphabet):
        out, place = bytearray(), 0
        while place < len(data):
            byte = data[place]
            if byte < 192:
                out += alphabet[byte].encode("utf-16-le")
                place += 1
            elif byte < 255:
                out += chr(0x4E00 + (byte - 192) * 256 + data[place + 1]).encode("utf-16-le")
                place += 2
            else:
                out += bytes([data[place + 2], data[place + 1]])
                place += 3
        return out.decode("utf-16-le")

    def scan(self, query):
        """All records that hold a query, by reading every text; where none does, those that hold what is looked for instead."""
        for holds in ways(cleaned(query)):
            found = sorted((record.kind, record.url, record.title) for record in self.records if holds(record))
            if found:
                return found
        return []


def unpacked(data):
    """What stands in a block of LZ4, behind its length (lz4_Block_format.md)."""
    size, place, out = 0, 0, bytearray()
    while data[place] > 127:
        size |= (data[place] & 127) << 7 * place
        place += 1
    size |= data[place] << 7 * place
    place += 1

    def rest(bits):
        nonlocal place
        count, more = bits, bits == 15
        while more:
            count += data[place]
            more = data[place] == 255
            place += 1
        return count

    while place < len(data):
        token = data[place]
        place += 1
        count = rest(token >> 4)
        assert place + count <= len(data)
        out += data[place : place + count]
        place += count
        if place == len(data):
            # The last of a block are bytes as they are, five at least, unless there are no more.
            assert token & 15 == 0 and (count >= 5 or count == size)
            break
        distance = int.from_bytes(data[place : place + 2], "little")
        assert 0 < distance <= len(out)
        place += 2
        for _ in range(4 + rest(token & 15)):
            out.append(out[-distance])
    assert len(out) == size
    return bytes(out)


def ways(query):
    """Tests of a record, the first of which any passes counts."""
    if not query:
        return
    yield as_typed(query)
    bare = re.sub(r"[?!.,;:？！。，；：、]+$", "", query).strip()
    bare = re.sub(r"""^["'(\[“‘《「【（]+ ?([^"'(\[)\]“”‘’]+?) ?["')\]”’》」】）]+$""", r"\1", bare)
    if bare and compared(bare) != compared(query):
        yield as_typed(bare)
    if (day := written_day(bare)) and compared(day) != compared(query):
        yield as_typed(day)
    words = {compared(re.sub(r"[?!.:]+$", "", word)) for word in re.split(r"[ ,;+/、。]+", folded(query))} - {""}
    if 1 < len(words) <= 6 and min(map(len, words)) > 1:
        yield lambda record: all(word in record.compared for word in words)


def written_day(text):
    """A day as texts have it: 12月6日 of 12月06日 and 2026-12-06."""
    parts = re.fullmatch(r"([0-9]{4} ?[-/.年])? ?([0-9]{1,2}) ?([-/.月]) ?([0-9]{1,2}) ?[日号]?", text)
    if not parts or not (parts[1] or parts[3] == "月") or not 1 <= int(parts[2]) <= 12 or not 1 <= int(parts[4]) <= 31:
        return None
    return f"{int(parts[2])}月{int(parts[4])}日"


def as_typed(query):
    """In a record's text, or as its title sounds, or as one of its telephone numbers."""
    wanted, letters = compared(query), re.sub("[ ']", "", folded(query))
    digits = re.sub("[-+() ]", "", re.sub(r"^(\+|00)86(?=[- (]*[0-9])", "", folded(query)))

    def holds(record):
        if wanted in record.compared:
            return True
        if re.fullmatch("[a-z]{2,40}", letters) and any(sounds(line, letters) for line in record.keys.split("\n")):
            return True
        return bool(re.fullmatch("[0-9]{5,15}", digits)) and digits in record.keys.translate({0xE040 + digit: str(digit) for digit in range(10)})

    return holds


def sounds(key, letters):
    """Whether letters stand in a key from where a syllable begins."""
    plain = "".join(chr(ord(one) - (0xE000 if ord(one) < 0xE020 else 0xE020) + 97) for one in key if 0xE000 <= ord(one) < 0xE040)
    return any(plain.startswith(letters, place) for place, one in enumerate(key) if 0xE020 <= ord(one) < 0xE040)


def cleaned(text):
    return re.sub(r"[\s\u00a0\u3000]+", " ", text).strip()


# What input methods, keyboards and PDFs make of one character. Kangxi radicals and compatibility ideographs as Unicode has them.
ALIKE = {
    **{one: "'" for one in "\u2018\u2019\u201a\u201b\u2032"}, **{one: '"' for one in "\u201c\u201d\u201e\u201f\u2033「」『』"},
    **{one: "-" for one in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500"}, "\u301c": "~", "\uffe5": "\u00a5", **{one: "·" for one in "\u30fb\uff65\u2022"},
    **{chr(code): one for code in [*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00)] if (one := unicodedata.normalize("NFKC", chr(code))) != chr(code) and one < "\U00010000" and len(one) == 1},
    "⼾": "户", "⾭": "青", "⿈": "黄", "⻓": "长", "⻔": "门", "⻋": "车", "⻅": "见", "⻉": "贝", "⻚": "页", "⻛": "风", "⻢": "马", "⻘": "青", "⻩": "黄", "⻰": "龙",
}


def folded(text):
    """Letters, digits and marks of ASCII and as wide ones as small ASCII, and what is alike."""
    return "".join(ALIKE.get(one, chr(ord(one) - 0xFEE0) if 0xFF01 <= ord(one) <= 0xFF5E else one) for one in text).translate({code: code + 32 for code in range(65, 91)})


def compared(text):
    """Without the blanks beside Chinese characters."""
    wide = "[\u2e80-\ud7ff\uf900-\uffff\U00010000-\U0010ffff]"
    return re.sub(f" (?={wide})|(?<={wide}) ", "", folded(text))


# Asks each query in turn, shows all parts, and gives kind, address and title of each hit.
ASK = """async queries => {
  const box = document.querySelector('[data-results]'), form = document.querySelector('form[data-search]'), answers = []
  const settled = () => new Promise(done => {
    const ready = () => ['done', 'failed'].includes(box.getAttribute('data-state'))
    if (ready()) return done()
    const watch = new MutationObserver(() => { if (ready()) { watch.disconnect(); done() } })
    watch.observe(box, { attributes: true })
  })
  for (const query of queries) {
    form.elements.q.value = query
    form.querySelector('button').click()
    await settled()
    let parts = 1
    for (let more; (more = box.querySelector('[data-more]')) && parts < 200; parts += 1) {
      more.click()
      await settled()
    }
    const hits = [...box.querySelectorAll('section:not([data-units]) a')].map(a => [a.closest('section').querySelector('h2').textContent, a.getAttribute('href'), a.textContent])
    answers.push({ state: box.getAttribute('data-state'), parts, hits, said: document.querySelector('[data-status]').textContent })
  }
  return answers
}"""
KINDS = {"活动": "activity", "公告公示": "notice", "服务事项": "service", "场所": "venue", "页面": "page", "单位": "unit"}


def found(answer):
    return sorted((KINDS[kind], url, title) for kind, url, title in answer["hits"])
