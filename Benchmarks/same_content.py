"""Fails unless both generators wrote the same pages: the same text and the same links, in the same order, and the same for machines.

    same_content.py GONGSHI_OUTPUT HUGO_OUTPUT

Looks at every list page, the home page, 404.html and every 23rd notice. Other attributes, mark-up and white space may differ, as may a heading's
address (Gongshi's are pinyin). For machines there are JSON-LD, compared as JSON, and the properties of Open Graph, but for pictures and what stands beside
a picture of a page's own: Hugo draws none.
"""

import json
import sys
from html.parser import HTMLParser
from pathlib import Path


class Reader(HTMLParser):
    """A page's text without white space, with the destinations of its links where they stand, and what it says to machines."""

    def __init__(self):
        super().__init__()
        self.parts = []
        self.graph = ""
        self.properties = {}
        self.script = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a":
            destination = attributes["href"]
            self.parts.append("[#]" if destination.startswith("#") and destination != "#main" else f"[{destination}]")
        elif tag in ("script", "style"):
            self.script = attributes.get("type", "")
        elif tag == "meta" and attributes.get("property") in ("og:type", "og:description"):
            self.properties[attributes["property"]] = attributes["content"]

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.script = None

    def handle_data(self, data):
        if self.script is None:
            self.parts.append("".join(data.split()))
        elif self.script == "application/ld+json":
            self.graph += data


def content(path):
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    machines = {"JSON-LD": json.loads(reader.graph or "null"), "Open Graph": reader.properties}
    return "".join(reader.parts) + json.dumps(machines, ensure_ascii=False, sort_keys=True)


def chosen(output):
    notices = sorted(path.relative_to(output) for path in output.glob("notices/*/index.html"))
    lists = sorted(path.relative_to(output) for path in output.glob("notices/page/*/index.html"))
    return notices, [Path("index.html"), Path("404.html"), Path("notices/index.html"), *lists]


def main(gongshi, hugo):
    if chosen(gongshi) != chosen(hugo):
        sys.exit("not comparable: the two wrote different pages")
    notices, others = chosen(gongshi)
    pages = notices[::23] + others
    for page in pages:
        a, b = content(gongshi / page), content(hugo / page)
        if a != b:
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            sys.exit(f"not comparable: {page} differs: “{a[at - 20:at + 40]}” against “{b[at - 20:at + 40]}”")
    print(f"The same {len(notices) + len(others):,} pages on both sides; of {len(pages)} compared, text, links, JSON-LD and Open Graph are the same.")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
