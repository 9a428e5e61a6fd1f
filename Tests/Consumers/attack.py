"""Attacks on publishing: a portal that is published by turns from two sites, and a disk that fails, or a machine that stops, at any call."""

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from support import GONGSHI, NOW, ROOT, build, done, edit, environment, gongshi, tiny_site, tree, write

FAULTS = {"kill": "kill", "EIO": errno.EIO, "ENOSPC": errno.ENOSPC, "EDQUOT": errno.EDQUOT}
STATE = {"files", "files-home", "history", "lock", "previous", "kept", "held", "retired", "standing"}
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
        (self.state / "held").unlink(missing_ok=True)
        if self.state.is_dir():
            (self.state / "history").write_text("gongshi history 1\n")

    def publish(self, mark, at=0, fault=None):
        """A build whose `at`-th call fails."""
        self.forget()
        return self.run("build", "--site", self.sites[mark], "--at", NOW, "--jobs", "1", at=at, fault=fault)

    def rollback(self, at=0, fault=None):
        """A rollback whose `at`-th call fails."""
        return self.run("rollback", at=at, fault=fault)

    def run(self, *arguments, at, fault):
        log = self.root / "calls"
        log.unlink(missing_ok=True)
        attack = {"LD_PRELOAD": self.library, "FAULT_BELOW": self.output.parent, "FAULT_LOG": log} if fault else {}
        if at:
            attack |= {"FAULT_AT": at, "FAULT_ERROR": FAULTS[fault]}
        result = subprocess.run(
            [GONGSHI, *arguments, "--output", self.output],
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

    def step(self, verb, at=0, fault=None):
        """From A to B, by a build of B, or by going back to it."""
        return self.publish("B", at, fault) if verb == "build" else self.rollback(at, fault)

    def count(self, verb):
        """How many calls there are to fail when B follows A."""
        for mark in "ABA":
            done(self.publish(mark))
        done(self.step(verb, fault="count"))
        return self.calls

    def attack(self, verb, at, fault, repair):
        """A is public, B is before it; on the way to B there is a fault. What it leaves must be what it says, and `repair` must make it
        whole."""
        for mark in "BA":
            done(self.publish(mark))
        result = self.step(verb, at, fault)
        now = self.published()
        outcome = f"exit {result.returncode}, {now or 'between'}"

        def expect(condition, what):
            if not condition:
                self.failures.append(f"{fault} at call {at} of {verb}: {what} ({outcome})\n{result.stderr}")

        if fault == "kill":
            expect(self.is_of_whole_files() if self.is_mount else now, "no whole release")
        elif result.returncode == 0:
            expect(now == "B", "it says that B is public")
        else:
            expect(result.returncode == 3, "a machine's failure is 3")
            said = {
                "A": "is untouched" in result.stderr or "is as it was" in result.stderr,
                "B": "whole; what failed is only the tidying" in result.stderr,
                None: "is between two releases" in result.stderr,
            }
            expect([mark for mark, is_said in said.items() if is_said] == [now], "it says something else")
            expect(now, "not put back")
        if repair == "rollback":
            back = gongshi("rollback", "--output", self.output)
            expect(back.returncode == 0 and self.published(), f"rollback does not make it whole: {back.stderr}")
        again = self.publish("A")
        expect(again.returncode == 0 and self.published() == "A", f"the next build does not make it whole: {again.stderr}")
        expect({entry.name for entry in self.state.iterdir()} <= STATE, f"something is left: {sorted(entry.name for entry in self.state.iterdir())}")
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1


def break_calls(root, library, is_mount, share, seed):
    """Attacks `share` calls (all: 0) with each fault; prints what came of it."""
    portal = Portal(root, library, is_mount)
    chooser = random.Random(seed)
    calls = {verb: portal.count(verb) for verb in ("build", "rollback")}
    attacks = 0
    for verb, count in calls.items():
        for fault in FAULTS:
            numbers = range(1, count + 1) if not share else sorted(chooser.sample(range(1, count + 1), min(share, count)))
            for at in numbers:
                portal.attack(verb, at, fault, chooser.choice(["rollback", "build"]))
                attacks += 1
    print(json.dumps({"calls": calls, "attacks": attacks, "outcomes": portal.outcomes, "failures": portal.failures}))


# Power cuts


class Disks:
    """A portal on a disk of its own, and, where it is a volume, `public/` on a second one: files with file systems in them, of which a
    copy made at any moment is what a power cut leaves."""

    def __init__(self, root, filesystem, is_mount):
        self.root, self.filesystem, self.is_mount = Path(root), filesystem, is_mount
        self.sites, self.whole = two_sites(self.root)
        self.images = {"portal": self.root / "portal.img"} | ({"portal/public": self.root / "public.img"} if is_mount else {})
        for image in self.images.values():
            with open(image, "wb") as file:
                file.truncate(320 << 20)
            subprocess.run([f"mkfs.{filesystem}", "-q", image], check=True)
        self.mount(self.root, self.images)
        self.output = self.root / "portal/public"

    def mount(self, at, images):
        for name, image in images.items():
            (at / name).mkdir(parents=True, exist_ok=True)
            # The copy is mounted beside the disk that it is of.
            options = "loop,nouuid" if self.filesystem == "xfs" else "loop"
            subprocess.run(["mount", "-o", options, image, at / name], check=True)

    def start(self, mark):
        history = self.root / "portal/.public.gongshi/history"
        if history.exists():
            history.write_text("gongshi history 1\n")
        command = [GONGSHI, "build", "--site", self.sites[mark], "--output", self.output, "--at", NOW, "--quiet"]
        return subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def publish(self, mark):
        assert self.start(mark).wait() == 0

    def after_a_cut(self, look):
        """What `look` says of a copy of the disks, once their journals are played back."""
        after, copies = self.root / "after", {}
        for name, image in self.images.items():
            copies[name] = image.with_suffix(".cut")
            subprocess.run(["cp", "--sparse=always", image, copies[name]], check=True)
        self.mount(after, copies)
        try:
            return look(after / "portal/public")
        finally:
            for name in reversed(list(copies)):
                subprocess.run(["umount", after / name], check=True)

    def files(self, output):
        return {path: found for path, found in tree(output).items() if not path.startswith((WORKSPACE, "lost+found"))}

    def mark(self, output):
        files = self.files(output)
        return next((mark for mark, whole in self.whole.items() if files == whole), None)


def cut_power(root, filesystem, is_mount, cuts, seed):
    """Cuts the power at moments of a build, right after its end and some seconds later; prints what was there then."""
    disks = Disks(root, filesystem, is_mount)
    chooser = random.Random(seed)
    failures, outcomes = [], {}
    known = set(disks.whole["A"].items()) | set(disks.whole["B"].items())

    def check(when, wanted):
        def look(output):
            now = disks.mark(output)
            if wanted and now != wanted:
                failures.append(f"{when}: {wanted} was published, {now} is there")
            elif not now and not (disks.is_mount and set(disks.files(output).items()) <= known):
                failures.append(f"{when}: neither release")
            back = gongshi("rollback", "--output", output)
            then = disks.mark(output)
            if back.returncode != 0 or not then or now and then == now:
                failures.append(f"{when}: rollback: exit {back.returncode}, {now} → {then}: {back.stderr}")
            return now or "between"

        seen = disks.after_a_cut(look)
        outcomes[f"{when}: {seen}"] = outcomes.get(f"{when}: {seen}", 0) + 1

    for mark in "ABA":
        disks.publish(mark)
    for _ in range(cuts):
        disks.publish("B")
        disks.publish("A")
        started = time.monotonic()
        disks.publish("B")
        check("after exit 0", "B")
        seconds = time.monotonic() - started
        disks.publish("A")
        process = disks.start("B")
        time.sleep(chooser.random() * min(seconds, 1))
        process.send_signal(signal.SIGSTOP)
        check("during a build", None)
        process.kill()
        process.wait()
    for mark in "AB":
        disks.publish(mark)
    time.sleep(7)
    check("seven seconds later", "B")
    print(json.dumps({"cuts": sum(outcomes.values()), "outcomes": outcomes, "failures": failures}))


def in_own_mounts(attack, *arguments):
    """One of the two above in a mount namespace of its own, where it may mount; what it printed."""
    unshare = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    code = f"import attack; attack.{attack}(*{[str(one) if isinstance(one, Path) else one for one in arguments]!r})"
    result = subprocess.run([*unshare, sys.executable, "-c", code], cwd=Path(__file__).parent, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout.splitlines()[-1])
