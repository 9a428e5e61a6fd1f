"""A short run of the fuzzer, and whether it would notice."""

import os
import subprocess

from support import ROOT

FUZZ = str(ROOT / os.environ.get("FUZZ", ".build/release/fuzz"))


def fuzz(*arguments):
    return subprocess.run([FUZZ, *map(str, arguments)], capture_output=True, text=True, timeout=300)


def test_nothing_is_found_in_20000_inputs(tmp_path):
    run = fuzz("--seed", 20261121, "--inputs", 20000, "--findings", tmp_path)
    assert run.returncode == 0, run.stdout
    assert list(tmp_path.iterdir()) == []


def test_what_should_never_happen_is_noticed_written_down_and_named(tmp_path):
    # This seed sets all four traps.
    trap = ["--target", "trap", "--seed", 1]
    run = fuzz(*trap, "--inputs", 200, "--findings", tmp_path)
    assert run.returncode == 1
    lines = run.stdout.splitlines()
    said = {}
    for file in tmp_path.iterdir():
        named = next(number for number, line in enumerate(lines) if line.endswith(str(file)))
        said[file.read_text()] = lines[named - 1].split(": ", 1)[1]
        assert fuzz(*trap, "--show", file.name.rsplit("-", 1)[1]).stdout == file.read_text()
    assert said.keys() == {"crash", "hang", "grow", "break"}
    assert said["crash"].startswith("ends the program (signal ")
    assert said["hang"] == "takes more than 1.0 s of work"
    assert said["grow"].endswith("MiB more than at the start")
    assert said["break"] == "breaks a promise"
