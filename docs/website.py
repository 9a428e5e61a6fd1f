"""The documentation as a site that gongshi builds: each document becomes a page, without a change to the documents themselves.

usage: website.py GONGSHI DIRECTORY [INSTANT]   writes DIRECTORY/content and builds DIRECTORY/public (`make docs`)
"""

import os
import pathlib
import posixpath
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
# What stands where on the home page; what is not named here has a page all the same.
GROUPS = [
    ("Begin 开始", ["docs/quick-start.zh.md", "README.md", "README.zh-CN.md"]),
    ("Content 内容", ["docs/pages.md", "docs/site.md", "docs/database.md", "docs/systems.md", "docs/search.md"]),
    ("Screens 公示屏", ["docs/screens.md", "docs/heartbeat.md", "docs/signing.md"]),
    ("Publishing 发布", ["docs/web-servers.md", "docs/trust.md", "docs/trust-content.md"]),
    ("Looks 样子", ["docs/own-theme.md", "docs/themes.md", "docs/theme-names.md"]),
    ("Programs 接数据", ["docs/feeds.md"]),
    ("The program itself 程序本身", ["ARCHITECTURE.md", "CONTRIBUTING.md", "docs/recipes.md", "docs/decisions/README.md", "CHANGELOG.md"]),
]
LANGUAGES = {".py": "python", ".js": "js", ".conf": "nginx", "": ""}
LINK = re.compile(r"(!?\[(?:[^\[\]]|\[[^\]]*\]|!\[[^\]]*\]\([^)]*\))*\])\(([^()\s]+)\)")
FENCE = re.compile(r"(^(?P<fence>`{3,})[^\n]*\n.*?^(?P=fence)`*\s*?$|`[^`\n]+`)", re.S | re.M)


def sources():
    """Every document, and the files that documents lead to as they are."""
    return [
        *(ROOT / name for name in ("README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "Benchmarks/README.md", "Benchmarks/RESULTS.md")),
        *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs/decisions").glob("*.md")),
        *sorted((ROOT / "docs/servers").iterdir()), *sorted(file for file in (ROOT / "docs/examples").iterdir() if file.is_file()),
    ]


# The program has pages of its own at these addresses.
TAKEN = {"feeds": "data-feeds", "screens": "public-screens", "search": "site-search"}
# Examples of what no page may say, in documents about that.
NUMBERS = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)|(?<!\d)(\d{6})\d{8}(\d{4})(?!\d)|\d\.\d+[Ee]\+1\d")


def slug(name):
    """A document's address: docs/theme-names.md → theme-names, docs/decisions/README.md → decisions."""
    path = name.removeprefix("docs/").removesuffix(".md")
    path = posixpath.dirname(path) if path.endswith("/README") else path
    path = re.sub(r"[^a-z0-9]+", "-", path.removeprefix("decisions/").lower()).strip("-")
    return TAKEN.get(path, path)


def anchor(heading):
    """A heading's address as the documents' links have it (GitHub's rule)."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(text):
    """Each heading's address in the documents → its address on the site, where it is written in ASCII."""
    found = {}
    for match in re.finditer(r"^#{2,6} (.+)$", FENCE.sub(lambda code: "" if code["fence"] else code[0], text), re.M):
        ascii_part = re.sub(r"-+", "-", re.sub(r"[^a-z0-9-]", "", anchor(match[1]))).strip("-")
        found[anchor(match[1])] = ascii_part if ascii_part and ascii_part not in found.values() else f"part-{len(found) + 1}"
    return found


def masked(match):
    first, last = match[1] or match[3], match[2] or match[4]
    return f"{first}****{last}" if first else "1.38…E+10"


def linked(text, name, pages, known):
    """The document's links as the site has them; what has no page here stays as words."""

    def one(match):
        words, target = match.groups()
        if re.match(r"[a-z]+:|/", target):
            return match[0]
        path, _, fragment = target.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        if path.startswith("docs/images/"):
            return f"{LINK.sub(one, words)}(/images/{posixpath.basename(path)})"
        path = path + "/README.md" if path + "/README.md" in pages else path
        if path not in pages:
            return words[1:-1]
        fragment = known[path].get(fragment, fragment)
        return f"{words}(/{pages[path]}/{'#' + fragment if fragment else ''})"

    def prose(part):
        part = re.sub(r"^(#{2,6}) (.+)$", lambda match: f"{match[0]} {{#{known[name].get(anchor(match[2]), '')}}}", part, flags=re.M)
        return LINK.sub(one, part)

    # Not in blocks of code.
    parts, end = [], 0
    for code in FENCE.finditer(text):
        if code["fence"]:
            parts += [prose(text[end : code.start()]), code[0]]
            end = code.end()
    return "".join([*parts, prose(text[end:])])


def page(name, text, pages, known, order):
    """A Markdown page for gongshi: the first heading is its title."""
    if not name.endswith(".md"):
        title, body = posixpath.basename(name), f"```{LANGUAGES.get(posixpath.splitext(name)[1], '')}\n{text}```\n"
    else:
        heading = re.match(r"# (.+)\n", text)
        title, body = heading[1], linked(re.sub(r"<!--.*?-->\n?", "", text[heading.end():], flags=re.S), name, pages, known)
    body = NUMBERS.sub(masked, body)
    return f"---\ntitle: {quoted(title)}\nkind: page\nslug: {pages[name]}\norder: {order}\n---\n{body}"


def quoted(title):
    return "'" + title.replace("'", "''") + "'"


def write(directory):
    """The site's directory, made anew."""
    content = directory / "content"
    for name in ("content", "themes"):
        shutil.rmtree(directory / name, ignore_errors=True)
    (content / "pages").mkdir(parents=True)
    files = {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in sources()}
    pages = {name: slug(name) for name in files}
    assert len(set(pages.values())) == len(pages), pages
    known = {name: anchors(text) if name.endswith(".md") else {} for name, text in files.items()}
    titles = {name: (re.match(r"# (.+)\n", text) or [None, posixpath.basename(name)])[1] for name, text in files.items()}
    order = [name for _, names in GROUPS for name in names]
    for name, text in files.items():
        place = order.index(name) + 1 if name in order else len(order) + 1
        (content / "pages" / f"{pages[name]}.md").write_text(page(name, text, pages, known, place), encoding="utf-8")
    home = "".join(f"\n## {title}\n\n" + "".join(f"- [{titles[name]}](/{pages[name]}/)\n" for name in names) for title, names in GROUPS)
    (content / "index.md").write_text(f"---\ntitle: Gongshi 公示\nkind: page\nsummary: The documentation 使用说明\n---\n{home}", encoding="utf-8")
    (content / "site.yaml").write_text("title: Gongshi 公示\nbaseURL: https://gongshi.example.org\nlanguage: en\ntheme: documents\nofficeEmails: [\"@name.timer\"]\n", encoding="utf-8")
    shutil.copytree(ROOT / "docs/images", content / "images")


# The documentation has neither activities nor notices: its home page is its text, its navigation the document groups' first pages.
HOME = """{{<layout}}
{{$main}}
<h1>{{name}}</h1>
<p class="lead">{{summary}}</p>
<div class="prose">
{{{body}}}
</div>
{{/main}}
{{/layout}}
"""


def commands(gongshi, directory, at=None):
    """What builds the site, in order."""
    return [
        [gongshi, "activities", "init", "--site", directory, "--quiet"],
        [gongshi, "theme", "eject", "documents", "--site", directory, "--quiet"],
        [gongshi, "build", "--site", directory, *(["--at", at] if at else [])],
    ]


def dress(directory):
    """The default theme without what the documentation does not have."""
    templates = directory / "themes/documents/templates"
    (templates / "home.mustache").write_text(HOME, encoding="utf-8")
    navigation = templates / "blocks/navigation.mustache"
    links = "".join(f'<li><a href="/{slug(names[0])}/">{title}</a></li>\n' for title, names in GROUPS)
    navigation.write_text(re.sub(r"\{\{#links\}\}.*\{\{/links\}\}\n", lambda _: links, navigation.read_text(encoding="utf-8"), flags=re.S), encoding="utf-8")
    (templates / "blocks/footer.mustache").write_text("<p>{{{updated}}}</p>\n", encoding="utf-8")


def main(gongshi, directory, at=None):
    directory = pathlib.Path(directory)
    write(directory)
    *before, build = commands(gongshi, directory, at)
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    for command in before:
        subprocess.run(command, check=True, env=environment)
    dress(directory)
    subprocess.run(build, check=True, env=environment)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
