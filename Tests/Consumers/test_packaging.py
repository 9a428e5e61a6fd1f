"""What `make install` puts beside the program; `make deb-test` installs and uses the package in a bare Debian root."""

import json
import re
import shutil
import subprocess
import sys

import pytest
from support import GONGSHI, ROOT, gongshi


def verbs():
    """Each verb, as `gongshi-activities-import`, with its options."""

    def walk(command, path):
        yield path, [name["name"] for argument in command.get("arguments", []) for name in argument.get("names", [])]
        for verb in command.get("subcommands", []):
            if verb["commandName"] != "help":
                yield from walk(verb, f"{path}-{verb['commandName']}")

    return dict(walk(json.loads(gongshi("--experimental-dump-help", any_day=True).stdout)["command"], "gongshi"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_verb_has_a_manual_page(tmp_path, language):
    """In both languages, with each of its options, the same twice, and without a word of troff in it that groff finds fault with."""
    for directory in ("one", "two"):
        subprocess.run([sys.executable, ROOT / "Packaging/manual.py", GONGSHI, tmp_path / directory, language], check=True)
    pages = {file.stem: file.read_text(encoding="utf-8") for file in (tmp_path / "one").iterdir()}
    assert pages == {file.stem: file.read_text(encoding="utf-8") for file in (tmp_path / "two").iterdir()}
    wanted = verbs()
    assert pages.keys() == wanted.keys() and len(pages) > 25
    for name, options in wanted.items():
        text = pages[name].replace("\\-", "-")
        assert all(("--" if len(option) > 1 else "-") + option in text for option in options), name
        assert not [line for line in pages[name].splitlines() if re.match(r"[.'](?!TH|SH|TP|B |br)", line)], name
    if shutil.which("groff"):
        for file in (tmp_path / "one").iterdir():
            said = subprocess.run(["groff", "-man", "-Kutf8", "-Tutf8", "-wall", "-z", file], capture_output=True, text=True).stderr
            assert [line for line in said.splitlines() if "can't break" not in line and "cannot adjust" not in line and "can't find special" not in line] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_know_the_verbs(shell):
    script = gongshi("--generate-completion-script", shell, any_day=True).stdout
    assert all(verb in script for verb in ("init", "eject", "undo", "replace"))


def test_the_services_say_what_there_is():
    """They call verbs and options that exist, and name one another."""
    service = (ROOT / "Packaging/gongshi-build@.service").read_text(encoding="utf-8")
    cron = (ROOT / "Packaging/gongshi.cron").read_text(encoding="utf-8")
    known = verbs()
    for command in re.findall(r"gongshi (\w+)((?: --[a-z-]+)*)$", service + "\n" + cron, re.M):
        assert set(command[1].replace("--", "").split()) <= set(known[f"gongshi-{command[0]}"])
    assert "OnCalendar=" in (ROOT / "Packaging/gongshi-build@.timer").read_text(encoding="utf-8") and "ExecStart=gongshi build" in service


def test_the_container_is_what_is_tried():
    """No engine runs in the tests: what the container file does after its base is a script, which `make deb-test` runs in a plain root."""
    file = (ROOT / "Packaging/Containerfile").read_text(encoding="utf-8")
    final = file.split("\nFROM ")[-1]
    assert re.findall(r"^RUN (.*)$", final, re.M) == ["bash /tmp/container.sh /tmp/gongshi.deb"]
    for source in re.findall(r"^COPY (?!--from)(\S+)", final, re.M):
        assert (ROOT / source).exists()
    assert "bash /tmp/container.sh /tmp/gongshi.deb" in (ROOT / "Packaging/deb_test.sh").read_text(encoding="utf-8")
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".build", ".venv", "keys", "public"} <= set(ignored)
