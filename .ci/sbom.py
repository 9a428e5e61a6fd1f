#!/usr/bin/env python3
"""What the program is made of, as SPDX 2.3 (ISO/IEC 5962): Swift packages at their resolved revisions, the Debian libraries that the binary loads, and
the Swift runtime, each with its version and licence. The same machine gives the same bytes: the time is that of the last commit."""

import datetime
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Words of a licence's text, by its SPDX name; the first that fits.
LICENCES = [
    ("GPL-3.0-or-later WITH GCC-exception-3.1", ["GCC RUNTIME LIBRARY EXCEPTION"]), ("LGPL-2.1-or-later", ["GNU Lesser General Public License"]),
    ("Apache-2.0 WITH Swift-exception", ["Apache License", "Runtime Library Exception"]), ("Apache-2.0", ["Apache License", "Version 2.0"]),
    ("MIT", ["Permission is hereby granted, free of charge"]), ("BSD-3-Clause", ["Redistribution and use in source and binary forms"]),
]


def run(*command):
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def licence_of(text):
    flat = " ".join(text.split())
    return next((name for name, words in LICENCES if all(word in flat for word in words)), "NOASSERTION")


def identifier(*parts):
    return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.]+", "-", "-".join(parts))


def package(kind, name, version, licence, origin, purl):
    return {
        "SPDXID": identifier(kind, name), "name": name, "versionInfo": version, "downloadLocation": origin, "filesAnalyzed": False,
        "licenseConcluded": licence, "licenseDeclared": licence, "copyrightText": "NOASSERTION",
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": purl}],
    }


def swift_packages():
    pins = json.loads((ROOT / "Package.resolved").read_text(encoding="utf-8"))["pins"]
    for pin in sorted(pins, key=lambda pin: pin["identity"]):
        checkout = ROOT / ".build/checkouts" / pin["location"].removesuffix(".git").rsplit("/", 1)[1]
        texts = sorted(checkout.glob("LICENSE*"))
        licence = licence_of(texts[0].read_text(encoding="utf-8")) if texts else "NOASSERTION"
        version = pin["state"].get("version") or pin["state"]["revision"]
        location = pin["location"].removesuffix(".git")
        yield package(
            "swift", pin["identity"], version, licence, f"git+{location}@{pin['state']['revision']}",
            "pkg:swift/" + location.split("://", 1)[1] + "@" + version)


def libraries(binary):
    """(paths of Debian's, paths of the Swift toolchain's)"""
    paths = [line.split("=>")[1].split("(")[0].strip() for line in run("ldd", str(binary)).splitlines() if "=>" in line]
    paths = sorted({os.path.realpath(path) for path in paths if path.startswith("/")})
    return [path for path in paths if "/swift/" not in path], [path for path in paths if "/swift/" in path]


def debian_licence(name):
    """The names of licences in the package's copyright file (DEP-5), else what its text is."""
    path = Path("/usr/share/doc") / name / "copyright"
    if not path.exists():
        return ["NOASSERTION"]
    text = path.read_text(encoding="utf-8", errors="replace")
    found = sorted({line.split(":", 1)[1].strip() for line in text.splitlines() if line.startswith("License:")} - {""})
    return found or [licence_of(text)]


# Debian's short names (DEP-5, 7.2) that SPDX has under another.
SPDX_NAMES = {
    "Expat": "MIT", "expat": "MIT", "MIT": "MIT", "Apache-2.0": "Apache-2.0", "zlib": "Zlib", "Zlib": "Zlib", "BSD-2-clause": "BSD-2-Clause", "BSD-3-clause": "BSD-3-Clause",
    "BSD-2-Clause": "BSD-2-Clause", "BSD-3-Clause": "BSD-3-Clause", "GPL-2": "GPL-2.0-only", "GPL-2+": "GPL-2.0-or-later", "GPL-3+": "GPL-3.0-or-later", "LGPL-2.1": "LGPL-2.1-only", "LGPL-2.1+": "LGPL-2.1-or-later",
    "LGPL-3+": "LGPL-3.0-or-later", "public-domain": "LicenseRef-public-domain", "NOASSERTION": "NOASSERTION",
}


def spdx_licence(name):
    """An expression's name; one that SPDX does not know is a reference to Debian's copyright file."""
    if name in {licence for licence, _ in LICENCES}:
        return name
    return SPDX_NAMES.get(name) or "LicenseRef-Debian-" + re.sub(r"[^A-Za-z0-9.]+", "-", name).strip("-")


def debian_packages(paths):
    names = {}
    for path in paths:
        for candidate in (path, path.removeprefix("/usr")):
            answer = subprocess.run(["dpkg-query", "-S", candidate], capture_output=True, text=True)
            if answer.returncode == 0:
                names.setdefault(answer.stdout.split(": ")[0].split(",")[0].strip(), path)
                break
    for full in sorted(names):
        version, source, architecture = run("dpkg-query", "-W", "-f=${Version}\t${source:Package}\t${Architecture}", full).split("\t")
        name = full.split(":")[0]
        declared = debian_licence(name)
        made = package(
            "debian", name, version, "NOASSERTION", "NOASSERTION", f"pkg:deb/debian/{name}@{version}?arch={architecture}")
        made["licenseDeclared"] = " AND ".join(sorted({spdx_licence(one) for one in declared}))
        made["licenseComments"] = f"as /usr/share/doc/{name}/copyright names them: {'; '.join(declared)}"
        made["sourceInfo"] = f"source package {source}"
        yield made


def document(binary):
    version = run(str(binary), "version").split()[1]
    commit = run("git", "rev-parse", "HEAD").strip()
    stamp = int(os.environ.get("SOURCE_DATE_EPOCH") or run("git", "log", "-1", "--format=%ct"))
    created = datetime.datetime.fromtimestamp(stamp, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    own = package("program", "gongshi", version, licence_of((ROOT / "LICENSE").read_text(encoding="utf-8")), "NOASSERTION", f"pkg:generic/gongshi@{version}")
    debian, swift = libraries(binary)
    compiler = re.search(r"Swift version (\S+)", run("swift", "--version"))[1]
    runtime = package("swift", "swift-runtime", compiler, "Apache-2.0 WITH Swift-exception", "NOASSERTION", f"pkg:generic/swift@{compiler}")
    runtime["comment"] = ", ".join(Path(path).name for path in swift)
    parts = [*swift_packages(), runtime, *debian_packages(debian)]
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"gongshi-{version}",
        "documentNamespace": f"https://spdx.org/spdxdocs/gongshi-{version}-{hashlib.sha256((commit + json.dumps(parts)).encode()).hexdigest()[:32]}",
        "hasExtractedLicensingInfos": [
            {"licenseId": name, "extractedText": "The text stands in /usr/share/doc/<package>/copyright of the packages that name it."}
            for name in sorted({name for part in parts for name in part["licenseDeclared"].split(" AND ") if name.startswith("LicenseRef-")})
        ],
        "creationInfo": {"created": created, "creators": ["Tool: gongshi-sbom"]}, "packages": [own, *parts],
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": own["SPDXID"]},
            *({"spdxElementId": own["SPDXID"], "relationshipType": "DEPENDS_ON", "relatedSpdxElement": part["SPDXID"]} for part in parts),
        ],
    }


def main(binary, target):
    made = document(Path(binary).resolve())
    Path(target).write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{target}: {len(made['packages'])} packages")


if __name__ == "__main__":
    main(*sys.argv[1:])
