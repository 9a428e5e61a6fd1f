"""The steps of a document, taken as they are written, for tests and pictures: a block ```sh is typed into a shell; the block behind a comment
`<!-- file PATH -->` is saved as that file, behind `<!-- append PATH -->` written at its end. Other blocks are for the reader alone.
"""

import os
import pathlib
import re
import subprocess

STEP = re.compile(r"(?:^<!-- (file|append) (\S+) -->\n\n)?^```(\w*)\n(.*?)^```$", re.S | re.M)
# What reads the clock, where it is not told the time.
READS_THE_CLOCK = "init|new|build|check|approve|duties|find|activities import|activities undo|activities list"


def steps(text):
    """(what is done, with which file, the text) of each step, in their order."""
    for match in STEP.finditer(text):
        written, path, language, body = match.groups()
        if written or language == "sh":
            yield written or "run", path, body


def follow(document, directory, gongshi, at, language="zh_CN.UTF-8"):
    """Takes the document's steps in a directory, as of an instant.

    Returns (command or path, what was said) of each; a command that fails raises `CalledProcessError`.
    """
    directory = pathlib.Path(directory)
    tools = directory / ".tools"
    tools.mkdir(parents=True)
    # The program under test, which takes the clock's place.
    (tools / "gongshi").write_text(
        f'#!/bin/bash\n[[ "$*" =~ ^({READS_THE_CLOCK})( |$) && "$*" != *--help* ]] && set -- "$@" --at {at}\nexec env LC_ALL={language} {gongshi} "$@"\n')
    (tools / "gongshi").chmod(0o755)
    environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
    place, taken = directory, []
    for kind, path, body in steps(pathlib.Path(document).read_text(encoding="utf-8")):
        if kind == "run":
            result = subprocess.run(
                ["bash", "-ec", f'{body}\npwd > "{tools}/place"'], cwd=place, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
            if result.returncode:
                raise AssertionError(f"{body}{result.stdout}{result.stderr}")
            place = pathlib.Path((tools / "place").read_text().strip())
            taken.append((body, result.stdout + result.stderr))
        else:
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            with open(place / path, "w" if kind == "file" else "a", encoding="utf-8") as file:
                file.write(body)
            taken.append((path, ""))
    return place, taken
