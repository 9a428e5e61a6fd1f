#!/usr/bin/env python3
"""Writes gongshi's manual pages: one for the program, one for each verb. They are made of what the argument parser itself knows of them.

usage: manual.py GONGSHI DIRECTORY [en|zh]
"""

import datetime
import json
import os
import pathlib
import subprocess
import sys


WORDS = {
    "en": {
        "name": "NAME", "synopsis": "SYNOPSIS", "description": "DESCRIPTION", "options": "OPTIONS", "verbs": "VERBS", "verb": "verb", "see": "See {}.",
        "also": "SEE ALSO", "status": "EXIT STATUS",
        "ends": ["done", "the content, the data or the configuration has errors; what is published is untouched", "wrong usage",
                 "the machine failed: disk full, permission and the like"],
    },
    "zh": {
        "name": "名称", "synopsis": "用法", "description": "说明", "options": "选项", "verbs": "命令", "verb": "命令", "see": "见 {}。", "also": "另见", "status": "退出码",
        "ends": ["成功", "内容、数据或设置有错；已经发布的一点不动", "用法不对", "机器出了问题：磁盘满、没有权限等"],
    },
}
# The parser's own sentences, which it has in English alone.
PARSER = {"Show the version.": "显示版本。", "Show help information.": "显示说明。"}


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


def said(abstract, words):
    return PARSER.get(abstract, abstract) if words is WORDS["zh"] else abstract


def usage(path, command, words):
    parts = [" ".join(path)]
    for argument in command.get("arguments", []):
        if argument.get("shouldDisplay", True):
            text = name({**argument, "names": argument.get("names", [])[:1]}) if argument["kind"] != "positional" else name(argument)
            parts.append(f"[{text}]" if argument.get("isOptional") else text)
    if command.get("subcommands"):
        parts.append(f"<{words['verb']}>")
    return " ".join(parts)


def page(path, command, version, date, words):
    title = "-".join(path)
    lines = [
        f'.TH "{title.upper()}" "1" "{date}" "gongshi {version}" "Gongshi"',
        f".SH {words['name']}",
        f"{escaped(title)} \\- {escaped(command.get('abstract', ''))}",
        f".SH {words['synopsis']}",
        escaped(usage(path, command, words)),
    ]
    if command.get("discussion"):
        lines += [f".SH {words['description']}"]
        for line in command["discussion"].splitlines():
            lines += [escaped(line), ".br"]
    shown = [argument for argument in command.get("arguments", []) if argument.get("shouldDisplay", True)]
    if shown:
        lines.append(f".SH {words['options']}")
        for argument in shown:
            lines += [".TP", f".B {escaped(name(argument))}", escaped(said(argument.get("abstract", ""), words)) or "\\&"]
    verbs = [verb for verb in command.get("subcommands", []) if verb["commandName"] != "help"]
    if verbs:
        lines.append(f".SH {words['verbs']}")
        for verb in verbs:
            lines += [".TP", f".B {escaped(verb['commandName'])}", escaped(verb.get("abstract", "")), ".br",
                      escaped(words["see"]).format(escaped("-".join(path + [verb["commandName"]])) + "(1)")]
    lines.append(f".SH {words['status']}")
    for number, text in enumerate(words["ends"]):
        lines += [".TP", f".B {number}", text]
    if len(path) > 1:
        lines += [f".SH {words['also']}", f"{escaped('-'.join(path[:-1]))}(1)"]
    yield title, "\n".join(lines) + "\n"
    for verb in verbs:
        yield from page(path + [verb["commandName"]], verb, version, date, words)


def main(gongshi, directory, language="en"):
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8" if language == "zh" else "C.UTF-8"}
    known = json.loads(subprocess.run([gongshi, "--experimental-dump-help"], capture_output=True, check=True, env=environment).stdout)
    version = subprocess.run([gongshi, "version"], capture_output=True, text=True, check=True).stdout.split()[1]
    # The day of the sources, where a packager says it, so that the same sources make the same pages.
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    date = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).date().isoformat() if seconds else ""
    target = pathlib.Path(directory)
    target.mkdir(parents=True, exist_ok=True)
    for title, text in page(["gongshi"], known["command"], version, date, WORDS[language]):
        (target / f"{title}.1").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], *([name] for name in WORDS)):
        sys.exit(__doc__)
    main(*sys.argv[1:])
