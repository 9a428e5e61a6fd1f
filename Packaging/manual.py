#!/usr/bin/env python3
"""Writes gongshi's manual pages: one for the program, one for each verb. They are made of what the argument parser itself knows of them.

usage: manual.py GONGSHI DIRECTORY
"""

import datetime
import json
import os
import pathlib
import subprocess
import sys


def escaped(text):
    """As roff shows it: no line begins with a control character, backslashes and hyphens are themselves."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line[:1] in ".'" else line for line in text.splitlines())


def name(argument):
    """`--at <at>`, `<files> ...`, `--quiet`."""
    value = f" <{argument.get('valueName', 'value')}>"
    dots = " ..." if argument.get("isRepeating") else ""
    if argument["kind"] == "positional":
        return value.strip() + dots
    names = [("--" if part["kind"] == "long" else "-") + part["name"] for part in argument.get("names", [])]
    return ", ".join(names) + (value if argument["kind"] == "option" else "") + dots


def usage(path, command):
    parts = [" ".join(path)]
    for argument in command.get("arguments", []):
        if argument.get("shouldDisplay", True):
            text = name({**argument, "names": argument.get("names", [])[:1]}) if argument["kind"] != "positional" else name(argument)
            parts.append(f"[{text}]" if argument.get("isOptional") else text)
    if command.get("subcommands"):
        parts.append("<verb>")
    return " ".join(parts)


def page(path, command, version, date):
    title = "-".join(path)
    lines = [
        f'.TH "{title.upper()}" "1" "{date}" "gongshi {version}" "Gongshi"',
        ".SH NAME",
        f"{escaped(title)} \\- {escaped(command.get('abstract', ''))}",
        ".SH SYNOPSIS",
        escaped(usage(path, command)),
    ]
    if command.get("discussion"):
        lines += [".SH DESCRIPTION"]
        for line in command["discussion"].splitlines():
            lines += [escaped(line), ".br"]
    shown = [argument for argument in command.get("arguments", []) if argument.get("shouldDisplay", True)]
    if shown:
        lines.append(".SH OPTIONS")
        for argument in shown:
            lines += [".TP", f".B {escaped(name(argument))}", escaped(argument.get("abstract", "")) or "\\&"]
    verbs = [verb for verb in command.get("subcommands", []) if verb["commandName"] != "help"]
    if verbs:
        lines.append(".SH VERBS")
        for verb in verbs:
            lines += [".TP", f".B {escaped(verb['commandName'])}", escaped(verb.get("abstract", "")), ".br",
                      f"See {escaped('-'.join(path + [verb['commandName']]))}(1)."]
    lines += [
        ".SH EXIT STATUS",
        ".TP", ".B 0", "done",
        ".TP", ".B 1", "the content, the data or the configuration has errors; what is published is untouched",
        ".TP", ".B 2", "wrong usage",
        ".TP", ".B 3", "the machine failed: disk full, permission and the like",
    ]
    if len(path) > 1:
        lines += [".SH SEE ALSO", f"{escaped('-'.join(path[:-1]))}(1)"]
    yield title, "\n".join(lines) + "\n"
    for verb in verbs:
        yield from page(path + [verb["commandName"]], verb, version, date)


def main(gongshi, directory):
    known = json.loads(subprocess.run([gongshi, "--experimental-dump-help"], capture_output=True, check=True).stdout)
    version = subprocess.run([gongshi, "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    # The day of the sources, where a packager says it, so that the same sources make the same pages.
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    date = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).date().isoformat() if seconds else ""
    target = pathlib.Path(directory)
    target.mkdir(parents=True, exist_ok=True)
    for title, text in page(["gongshi"], known["command"], version, date):
        (target / f"{title}.1").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
