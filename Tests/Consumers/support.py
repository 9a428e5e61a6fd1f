"""What the robustness tests share: running the program, a tiny valid site, and looking at trees of files."""

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import zlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GONGSHI = str(ROOT / os.environ.get("GONGSHI", ".build/release/gongshi"))
NOW = "2026-11-21T09:00:00+08:00"
LATER = "2026-11-24T10:30:00+08:00"


def environment(**changes):
    """The test's own environment with an English locale, and with `changes`; None takes a variable away."""
    env = {key: value for key, value in os.environ.items() if key not in ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "TZ")}
    env["LANG"] = "C.UTF-8"
    for key, value in changes.items():
        if value is None:
            env.pop(key, None)
        else:
            env[key] = value
    return env


# What reads the clock where it is not told the time.
READS_THE_CLOCK = (("init",), ("new",), ("serve",), ("activities", "undo"), ("build",), ("check",), ("approve",), ("preview", "screen"), ("activities", "import"), ("screens", "seen"), ("duties",), ("find",), ("print",))


def states_its_time(arguments):
    """Whether a command line does the same on any day."""
    return not any(arguments[: len(verb)] == verb for verb in READS_THE_CLOCK) or any(
        argument.startswith(("--at", "--built", "--help", "-h")) for argument in arguments)


def gongshi(*arguments, cwd=None, env=None, input=None, any_day=False):
    """Runs the program to its end; text streams. `any_day`: what comes of it does not depend on the day, though it reads the clock."""
    arguments = tuple(map(str, arguments))
    assert any_day or states_its_time(arguments), f"it depends on today: gongshi {' '.join(arguments)}"
    return subprocess.run(
        [GONGSHI, *arguments],
        cwd=cwd,
        env=env or environment(),
        input=input,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def done(result):
    """The result, which must be that of a run without errors."""
    assert result.returncode == 0, f"exit {result.returncode}\n{result.stdout}{result.stderr}"
    return result


def build(site, *arguments, at=NOW, **options):
    return gongshi("build", "--site", site, "--at", at, *arguments, **options)


def check(site, *arguments, at=NOW, **options):
    return gongshi("check", "--site", site, "--at", at, *arguments, **options)


def forget_number(output):
    """Takes the numbers of the last release and of its feeds out of what the next goes by: an earlier moment then has its own number again, and the release is
    known byte for byte."""
    history = Path(output).parent / f".{Path(output).name}.gongshi/history"
    if history.exists():
        lines = history.read_text(encoding="utf-8").splitlines(keepends=True)
        history.write_text("".join(line for line in lines if not line.startswith(("release\t", "edition\t"))), encoding="utf-8")


def digest(data):
    return hashlib.sha256(data).hexdigest()


def tree(root):
    """Each file's digest by its path; hidden ones too."""
    root = Path(root)
    return {str(file.relative_to(root)): digest(file.read_bytes()) for file in sorted(root.rglob("*")) if file.is_file()}


def stamps(root):
    """Each file's inode and time of change by its path."""
    root = Path(root)
    return {
        str(file.relative_to(root)): (file.stat().st_ino, file.stat().st_mtime_ns)
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }


PROBLEM = re.compile(r"^(?P<place>.+?): (?P<severity>error|warning)\[(?P<code>[a-z0-9.-]+)\]: (?P<message>.*)$")


def problems(stderr):
    """`place error[code]` of each diagnostic, in the order printed."""
    matches = (PROBLEM.match(line) for line in stderr.splitlines())
    return [f"{match['place']}: {match['severity']}[{match['code']}]" for match in matches if match]


def in_own_mounts(script, *arguments):
    """Runs a shell script in a mount namespace of its own, where it may mount; `$0` is the program, `$1`… the arguments."""
    unshare = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    return subprocess.run(
        [*unshare, "sh", "-c", script, GONGSHI, *map(str, arguments)],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


# A tiny valid site


def write(site, path, text):
    file = Path(site) / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(text, bytes):
        file.write_bytes(text)
    else:
        file.write_text(text, encoding="utf-8")


def png(width=2, height=2):
    """A grey picture."""

    def chunk(name, data):
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SITE_FILES = {
    "content/site.yaml": """\
title: 小院公示
baseURL: https://yard.example.cn
timeZone: Asia/Shanghai
horizonDays: 7
unit: yard
""",
    "content/index.md": """\
---
title: 首页
kind: page
---
看[公告](/notices/gate/)，看[会客厅](/venues/hall/)。
""",
    "content/pages/about.md": """\
---
title: 关于
kind: page
---
这里是小院。

```activities
days: 7
```
""",
    "content/notices/gate.md": """\
---
title: 北门开放
kind: notice
date: 2026-11-20
unit: yard
image: /images/gate.png
activity: tai-chi
---
北门早六点开，![北门](/images/gate.png)见图。
""",
    "content/notices/lift.md": """\
---
title: 电梯检修
kind: notice
date: 2026-11-19
---
请走楼梯。
""",
    "content/venues/hall.md": """\
---
title: 会客厅
kind: venue
venue: hall
---
一层东侧。
""",
    "content/menus/convenience.md": """\
---
title: 便民
kind: menu
category: convenience
services:
  - id: haircut
    title: 理发
---
周三来。

```services
menu: convenience
```
""",
    "content/screens/lobby.yaml": """\
id: lobby
title: 门厅屏
units: [yard]
""",
}

SITE_ROWS = """
INSERT INTO unit(id,parent_id,level,name) VALUES('yard',NULL,'community','小院'),('yard-1','yard','grid','第一网格');
INSERT INTO venue(id,unit_id,name,address) VALUES
  ('hall','yard','会客厅','小院路 1 号'),
  ('yard-room','yard','活动室','小院路 2 号');
INSERT INTO activity(id,title,kind,unit_id,venue_id,starts_at,ends_at,rrule,updated_at) VALUES
  ('tai-chi','太极','sport','yard','hall','2026-11-02T07:00','2026-11-02T08:00','FREQ=DAILY','2026-11-01T08:00'),
  ('tea','茶话会','meeting','yard-1','yard-room','2026-11-25T14:00','2026-11-25T15:30',NULL,'2026-11-01T08:00');
INSERT INTO activity_change(activity_id,occurs_at,change,note) VALUES('tai-chi','2026-11-23T07:00','cancelled','下雨');
INSERT INTO attendance(activity_id,occurs_at,enrolled) VALUES('tai-chi','2026-11-22T07:00',12);
INSERT INTO measure(id,unit_id,title) VALUES('doors','yard','门');
INSERT INTO measured(measure_id,unit_id,as_of,value) VALUES('doors','yard','2026-11-15',3);
"""


def tiny_site(directory, rows=SITE_ROWS):
    """Writes a small site without errors and makes its database."""
    site = Path(directory)
    for path, text in SITE_FILES.items():
        write(site, path, text)
    write(site, "content/images/gate.png", png())
    shutil.copytree(ROOT / "themes", site / "themes")
    done(gongshi("activities", "init", "--site", site))
    change_rows(site, rows)
    return site


def database(site):
    return Path(site) / "content/activities.sqlite"


def change_rows(site, script):
    """Changes the database as another program that switches off all checks, and closes it, so that no WAL is left."""
    connection = sqlite3.connect(database(site))
    connection.executescript("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;" + script)
    connection.close()


def edit(site, path, old, new):
    """Replaces the one place where `old` stands."""
    file = Path(site) / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {path}"
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture(scope="session")
def tiny_original(tmp_path_factory):
    return tiny_site(tmp_path_factory.mktemp("tiny") / "site")


@pytest.fixture
def tiny(tiny_original, tmp_path):
    """A tiny valid site of the test's own."""
    return Path(shutil.copytree(tiny_original, tmp_path / "site"))
