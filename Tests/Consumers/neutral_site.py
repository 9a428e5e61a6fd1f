"""The sample community with every Chinese character of its content made a Latin letter: what is Chinese in its outputs then is the program's own."""

import re
import shutil

from support import NOW, ROOT, build, change_rows, done, gongshi

# Whom activities are for is understood by Chinese words: one activity keeps its own, which is content wherever it stands.
AUDIENCE = "居民"
# No vowels and no x: no letters make a word, a YAML value other than text, or a number.
LETTERS = "bcdfghjkmpqrstvwz"
CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")


def neutral(text):
    """Letters for characters, the same for the same; punctuation too."""
    return CHINESE.sub(lambda found: LETTERS[ord(found[0]) % len(LETTERS)], text)


def neutral_content(text):
    """A file's text; its comments, and links into pages, whose headings have other addresses now, are left out."""
    text = re.sub(r"^\s*#(?= )[^#\n].*$", lambda found: found[0] if found[0].lstrip().startswith("##") else "", text, flags=re.M)
    return neutral(re.sub(r"(\]\(/[^)#\s]*)#[^)\s]*\)", r"\1)", text))


def make_neutral_site(site, language):
    """The site's directory, published in a language."""
    shutil.copytree(ROOT / "themes", site / "themes")
    # Letters stand for several characters: words that should not be written would be found everywhere.
    shutil.copytree(ROOT / "content", site / "content", ignore=shutil.ignore_patterns("*.sqlite*", "terms.yaml"))
    for file in (site / "content/files").iterdir():
        file.rename(file.with_name(neutral(file.name)))
    for file in sorted((site / "content").rglob("*")):
        if file.suffix not in (".md", ".yaml", ".csv", ".json") or "holidays" in file.parts:
            continue
        text = file.read_text(encoding="utf-8")
        if file.name == "site.yaml":
            text = re.sub(r"^language: .*$", f"language: {language}", text, flags=re.M)
        if file.suffix == ".yaml":
            text = text.replace("days: 工作日", "days: workdays")
        # The numerals of a method's name, between letters that would be none of them.
        text = re.sub(r"^(  name: )(.*\d.*)$", lambda found: found[1] + '"' + "-".join(re.findall(r"\d+|N", found[2])) + '"', text, flags=re.M)
        # An extension is written with a Chinese character, which a letter can't stand for.
        text = re.sub(r"(?<=\d)转\d+", "", text)
        file.write_text(neutral(text) if file.suffix == ".csv" else neutral_content(text), encoding="utf-8")
    # What is given by the hour is known by its word, and names that differ in a number are one in letters.
    (site / "content/data/points_rule.csv").unlink()
    teams = (site / "content/data/team.csv").read_text(encoding="utf-8").splitlines()
    name = teams[0].split(",").index("name")
    for number, line in enumerate(teams[1:], 1):
        cells = line.split(",")
        cells[name] += LETTERS[number // len(LETTERS)] + LETTERS[number % len(LETTERS)]
        teams[number] = ",".join(cells)
    (site / "content/data/team.csv").write_text("\n".join(teams) + "\n", encoding="utf-8")
    done(gongshi("activities", "init", "--site", site))
    done(gongshi("activities", "import", "--at", NOW, "--site", site, site / "content/data", "--apply"))
    change_rows(site, f"UPDATE activity SET audience='{AUDIENCE}' WHERE id='quanxi-theory-party-history'")
    done(build(site))
    return site
