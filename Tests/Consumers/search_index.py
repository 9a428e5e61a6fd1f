"""The search's index read by the book (Shards, Alphabet, StoredText), for comparing what browsers find with a plain scan."""

import json
import re
from typing import NamedTuple


class Record(NamedTuple):
    kind: str
    title: str
    url: str
    label: str
    text: str


class Index:
    def __init__(self, public):
        self.head = json.loads((public / "search/index.json").read_text(encoding="utf-8"))
        units = self.head["alphabet"]
        records = []
        for number in range((self.head["records"] + self.head["recordsPerFile"] - 1) // self.head["recordsPerFile"]):
            data = (public / f"search/store/{number}.bin").read_bytes()
            assert int.from_bytes(data[:4], "big") == self.head["mark"]
            assert int.from_bytes(data[4:8], "big") == len(data)
            lengths, place = self.numbers(data, 8)
            for length in lengths:
                records.append(self.decoded(data[place : place + length], units))
                place += length
            assert place == len(data)
        kinds = [one["kind"] for one in self.head["kinds"] for _ in range(one["count"])]
        assert len(kinds) == len(records) == self.head["records"]
        self.records = []
        for kind, record in zip(kinds, records):
            text, url, label, *_ = record.split("\x1e")
            title, _, text = text.partition("\n")
            self.records.append(Record(kind, title, url, label, text))

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
                out += alphabet[192 + (byte - 192) * 256 + data[place + 1]].encode("utf-16-le")
                place += 2
            else:
                out += bytes([data[place + 2], data[place + 1]])
                place += 3
        return out.decode("utf-16-le")

    def scan(self, query):
        """All records that hold a query, by reading every text."""
        wanted = folded(cleaned(query))
        return sorted(
            (record.kind, record.url, record.title) for record in self.records if wanted in folded(record.title + "\n" + record.text)
        )


def cleaned(text):
    return re.sub(r"[\s\u00a0\u3000]+", " ", text).strip()


def folded(text):
    """ASCII and full-width letters and digits as small ASCII."""
    return re.sub("[A-Z０-９Ａ-Ｚａ-ｚ]", lambda one: chr(ord(one[0]) - 0xFEE0).lower() if ord(one[0]) > 127 else one[0].lower(), text)


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
