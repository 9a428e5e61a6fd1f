"""Attacks on publishing: a portal that is published by turns from two sites, and a disk that fails, or a machine that stops, at any call."""

import errno
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from support import GONGSHI, NOW, ROOT, build, done, edit, environment, gongshi, tiny_site, tree, write

FAULTS = {"kill": "kill", "EIO": errno.EIO, "ENOSPC": errno.ENOSPC, "EDQUOT": errno.EDQUOT}
STATE = {"files", "history", "lock", "previous", "retired"}
WORKSPACE = ".gongshi-update"


def shim(directory):
    """The library that makes calls fail, built."""
    library = Path(directory) / "faults.so"
    source = ROOT / "Tests/Attack/faults.c"
    subprocess.run(["clang", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def two_sites(root):
    """Two small sites whose releases differ in files of every kind, with files that the other lacks, and what each is byte for byte."""
    sites = {"A": tiny_site(root / "A"), "B": root / "B"}
    shutil.copytree(sites["A"], sites["B"])
    for mark, site in sites.items():
        edit(site, "content/notices/gate.md", "北门开放", f"北门开放{mark}")
        edit(site, "content/screens/lobby.yaml", "门厅屏", f"门厅屏{mark}")
        write(site, f"content/pages/only-{mark.lower()}.md", f"---\ntitle: 只在{mark}\nkind: page\n---\n只在{mark}。\n")
    whole = {}
    for mark, site in sites.items():
        done(build(site, "--output", root / f"whole-{mark}"))
        whole[mark] = tree(root / f"whole-{mark}")
    return sites, whole


class Portal:
    """`public/`, a plain directory or a volume, under attack."""

    def __init__(self, root, library, is_mount):
        self.root, self.library, self.is_mount = Path(root), library, is_mount
        self.sites, self.whole = two_sites(self.root)
        self.output = self.root / "portal/public"
        self.state = self.root / "portal/.public.gongshi"
        self.output.mkdir(parents=True)
        if is_mount:
            subprocess.run(["mount", "-t", "tmpfs", "none", self.output], check=True)
        self.failures, self.outcomes = [], {}

    def forget(self):
        """What was published when dates what is published next, and numbers it: each release here is as the first."""
        if self.state.is_dir():
            (self.state / "history").write_text("gongshi history 1\n")

    def publish(self, mark, at=0, fault=None):
        """A build whose `at`-th call fails."""
        self.forget()
        log = self.root / "calls"
        log.unlink(missing_ok=True)
        attack = {"LD_PRELOAD": self.library, "FAULT_BELOW": self.output.parent, "FAULT_LOG": log} if at or fault == "" else {}
        if at:
            attack |= {"FAULT_AT": at, "FAULT_ERROR": FAULTS[fault]}
        result = subprocess.run(
            [GONGSHI, "build", "--site", self.sites[mark], "--output", self.output, "--at", NOW, "--jobs", "1"],
            env=environment(**{key: str(value) for key, value in attack.items()}),
            capture_output=True,
            text=True,
        )
        self.calls = int(log.read_text()) if log.exists() else 0
        return result

    def published(self):
        """Which release is public, byte for byte, with nothing beside it; None for anything else."""
        files = tree(self.output)
        return next((mark for mark, whole in self.whole.items() if files == whole), None)

    def is_of_whole_files(self):
        """Whatever stands there is a whole file of one of the two."""
        known = set(self.whole["A"].items()) | set(self.whole["B"].items())
        return {item for item in tree(self.output).items() if not item[0].startswith(WORKSPACE)} <= known

    def count(self):
        """How many calls there are to fail when B follows A."""
        for mark in "ABA":
            done(self.publish(mark))
        done(self.publish("B", fault=""))
        return self.calls

    def attack(self, at, fault, repair):
        """A is public; the build of B meets a fault. What it leaves must be what it says, and `repair` must make it whole."""
        done(self.publish("A"))
        result = self.publish("B", at, fault)
        now = self.published()
        outcome = f"exit {result.returncode}, {now or 'between'}"

        def expect(condition, what):
            if not condition:
                self.failures.append(f"{fault} at call {at}: {what} ({outcome})\n{result.stderr}")

        if fault == "kill":
            expect(self.is_of_whole_files() if self.is_mount else now, "no whole release")
        elif result.returncode == 0:
            expect(now == "B", "it says that B is published")
        else:
            expect(result.returncode == 3, "a machine's failure is 3")
            said = {
                "A": "is untouched" in result.stderr or "is as it was" in result.stderr,
                "B": "is the new release, whole" in result.stderr,
                None: "is between two releases" in result.stderr,
            }
            expect([mark for mark, is_said in said.items() if is_said] == [now], "it says something else")
            expect(now, "not put back")
        if repair == "rollback":
            back = gongshi("rollback", "--output", self.output)
            expect(back.returncode == 0 and self.published(), f"rollback does not make it whole: {back.stderr}")
        again = self.publish("A")
        expect(again.returncode == 0 and self.published() == "A", f"the next build does not make it whole: {again.stderr}")
        expect({entry.name for entry in self.state.iterdir()} <= STATE, "something is left")
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1


def run(root, library, is_mount, share, seed):
    """Attacks `share` calls (all: 0) with each fault; prints what came of it."""
    portal = Portal(root, library, is_mount)
    calls = portal.count()
    chooser = random.Random(seed)
    attacks = 0
    for fault in FAULTS:
        numbers = range(1, calls + 1) if not share else sorted(chooser.sample(range(1, calls + 1), share))
        for at in numbers:
            portal.attack(at, fault, chooser.choice(["rollback", "build"]))
            attacks += 1
    print(json.dumps({"calls": calls, "attacks": attacks, "outcomes": portal.outcomes, "failures": portal.failures}))


def in_own_mounts(root, library, is_mount, share, seed):
    """The same in a mount namespace of its own, where it may mount."""
    unshare = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    code = f"import attack; attack.run({str(root)!r}, {str(library)!r}, {is_mount}, {share}, {seed})"
    result = subprocess.run([*unshare, sys.executable, "-c", code], cwd=Path(__file__).parent, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout.splitlines()[-1])
