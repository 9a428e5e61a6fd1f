"""Help, and what is said of a wrong command line, in the reader's language and in no other."""

import json
import re

import pytest
from support import environment, gongshi

LANGUAGES = {"zh": environment(LANG="zh_CN.UTF-8"), "en": environment(LANG="C.UTF-8")}
CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
# Three words of prose, or one of the parser's own.
ENGLISH = re.compile(r"\b[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}\b|OVERVIEW|USAGE|Usage|OPTIONS|ARGUMENTS|SUBCOMMANDS|default:|Show|Error|subcommand|values:")


def verbs():
    def walk(command, path):
        yield path
        for verb in command.get("subcommands", []):
            if verb["commandName"] != "help":
                yield from walk(verb, [*path, verb["commandName"]])

    return list(walk(json.loads(gongshi("--experimental-dump-help", any_day=True).stdout)["command"], []))


def without_code(text):
    """What is typed and what is named is the same in every language."""
    return re.sub(r"用法：.*?\n\n|`[^`]+`|gongshi(?: [a-z]+)+|zsh bash fish", "\n", text, flags=re.S)


def width(line):
    return sum(2 if CHINESE.match(one) or one in "“”" else 1 for one in line)


@pytest.mark.parametrize("verb", verbs(), ids=lambda verb: " ".join(verb) or "gongshi")
def test_each_verb_in_each_language(verb):
    """By help and by --help; nothing of the other language, every option explained, and no line too long for a terminal."""
    texts = {}
    for language, env in LANGUAGES.items():
        result = gongshi("help", *verb, env=env, any_day=True)
        assert result.returncode == 0 and result.stderr == ""
        texts[language] = result.stdout
        assert gongshi(*verb, "--help", env=env, any_day=True).stdout == result.stdout
    assert not CHINESE.search(texts["en"]), texts["en"]
    found = ENGLISH.search(without_code(texts["zh"]))
    assert not found, (found, texts["zh"])
    assert max(width(line) for line in texts["zh"].splitlines()) <= 80, texts["zh"]
    # What stands for a value is Chinese there, too.
    assert not re.search(r"<[a-z]", texts["zh"]), texts["zh"]
    # The same verbs, arguments and options in both.
    names = [sorted(re.sub("<.*?>", "<>", name) for name in re.findall(r"^  (<[^>]+>|--[a-z-]+|[a-z]+(?=\s{2}))", text, re.M)) for text in texts.values()]
    assert names[0] == names[1] and names[0]
    for line in re.findall(r"^  (?:-h, )?(?:<|--|[a-z]).*$", texts["zh"], re.M):
        assert CHINESE.search(line) or len(line) > 26, line


def test_the_language_is_the_readers_or_the_one_asked_for():
    """Wherever that is said."""
    wanted = gongshi("build", "--help", env=LANGUAGES["zh"], any_day=True).stdout
    for arguments in (["build", "--help", "--language", "zh"], ["help", "build", "--language", "zh"], ["--language", "zh", "help", "build"],
                      ["--language=zh", "build", "--help"], ["help", "--language=zh", "build"]):
        assert gongshi(*arguments, any_day=True).stdout == wanted and "网站" in wanted
    assert "用法：" in gongshi("--language", "zh", "--help", any_day=True).stdout and "用法：" in gongshi("--language", "zh", any_day=True).stderr
    assert not CHINESE.search(gongshi("build", "--help", "--language", "en", env=LANGUAGES["zh"], any_day=True).stdout)
    # What programs read is no help.
    assert json.loads(gongshi("--experimental-dump-help", env=LANGUAGES["zh"], any_day=True).stdout)["command"]["commandName"] == "gongshi"


WRONG = [
    ["build", "--bogus"], ["build", "--outptu", "x"], ["build", "--at"], ["build", "--jobs", "many"], ["build", "--quiet=yes"], ["build", "a", "b"],
    ["new"], ["approve", "a.md"], ["find", "--format", "yaml"], ["check", "--format", "yaml"], ["activities"], [], ["bulid"], ["keys", "nwe"],
    ["activities", "import"], ["--generate-completion-script", "tcsh"], ["build", "-x"], ["ledger", "a"],
]


@pytest.mark.parametrize("arguments", WRONG, ids=lambda arguments: " ".join(arguments) or "nothing")
def test_what_is_wrong_is_said_in_the_readers_language(arguments):
    said = {}
    for language, env in LANGUAGES.items():
        result = gongshi(*arguments, env=env, any_day=True)
        assert result.returncode == 2 and result.stdout == "" and result.stderr
        said[language] = result.stderr
    assert not CHINESE.search(said["en"]), said["en"]
    assert not re.search(r"<[a-z]", said["zh"]), said["zh"]
    text = re.sub(r"用法：.*|详见.*", "", without_code(said["zh"]))
    assert CHINESE.search(text) and not ENGLISH.search(text), said["zh"]
