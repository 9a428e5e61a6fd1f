"""Package.swift's lists of what a room may import are what it imports: the law of the way of the data (ARCHITECTURE.md)."""

import json
import re
import subprocess

import pytest
from support import ROOT

# A product's module has another name than the product, or is more than one.
MODULES = {"ArgumentParser": {"ArgumentParser"}, "Logging": {"Logging"}, "GRDB": {"GRDB"}}
# Linked for what it replaces, not for what it declares.
LINKED = {"CJemalloc"}
SYSTEM = {"Foundation", "Glibc", "Testing", "Synchronization", "FoundationEssentials"}


def targets():
    package = subprocess.run(["swift", "package", "dump-package"], cwd=ROOT, capture_output=True, text=True, check=True)
    for target in json.loads(package.stdout)["targets"]:
        declared = set()
        for dependency in target["dependencies"]:
            name = dependency.get("byName", dependency.get("product", dependency.get("target")))[0]
            declared |= MODULES.get(name, {name})
        folder = ROOT / (target.get("path") or f"{'Tests' if target['type'] == 'test' else 'Sources'}/{target['name']}")
        yield target["name"], folder, declared


def imports(folder):
    pattern = re.compile(r"^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:package|internal|private|fileprivate|public)\s+)?import[ \t]+(?:(?:struct|class|enum|func|protocol|var|let|typealias)[ \t]+)?(\w+)", re.M)
    found = set()
    for file in folder.rglob("*.swift"):
        if "Fixtures" not in file.parts:
            found |= set(pattern.findall(file.read_text(encoding="utf-8")))
    return found


TARGETS = [target for target in targets() if any(target[1].rglob("*.swift"))]


@pytest.mark.parametrize("name, folder, declared", TARGETS, ids=[name for name, *_ in TARGETS])
def test_a_room_imports_what_it_declares(name, folder, declared):
    used, declared = imports(folder) - SYSTEM - LINKED, declared - LINKED
    own = {target for target, *_ in TARGETS} | {module for names in MODULES.values() for module in names} | declared
    assert used & own == declared, f"declared and unused: {declared - used}; used and not declared: {used & own - declared}"


def test_grdb_is_in_one_place():
    """Another engine can stand behind the same records."""
    files = [file.relative_to(ROOT / "Sources") for file in (ROOT / "Sources").rglob("*.swift") if re.search(r"^(?:package )?import GRDB\b", file.read_text(), re.M)]
    assert len(files) <= 5 and {file.parts[:2] for file in files} == {("Activities", "Storage")}
