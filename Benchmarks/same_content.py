"""Fails unless both generators wrote the same pages: the same text and the same links, in the same order.

    same_content.py GONGSHI_OUTPUT HUGO_OUTPUT

Looks at every list page, the home page, 404.html and every 23rd notice. Other attributes, mark-up and white space may differ.
"""

import sys
from html.parser import HTMLParser
from pathlib import Path


class Reader(HTMLParser):
    """A page's text without white space, with the destinations of its links where they stand."""

    def __init__(self):
        super().__init__()
        self.parts = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.parts.append(f"[{dict(attributes)['href']}]")

    def handle_data(self, data):
        self.parts.append("".join(data.split()))


def content(path):
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return "".join(reader.parts)


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
    print(f"The same {len(notices) + len(others):,} pages on both sides; of {len(pages)} compared, text and links are the same.")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
