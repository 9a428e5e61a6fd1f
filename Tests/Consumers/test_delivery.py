"""Sending a release to a place where files arrive one by one: real rsync over ssh and a line that breaks, the AWS command line and rclone against moto's S3."""

import contextlib
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from serving import documented_server
from support import (  # noqa: F401
    GONGSHI,
    ROOT,
    build,
    change_rows,
    done,
    edit,
    environment,
    gongshi,
    png,
    tiny,
    tiny_original,
    tree,
    write,
)

SCRIPTS = ROOT / "docs/servers"
BASE = "https://yard.example.cn"


# What a reader finds


LOADED = re.compile(rb"""\s(src|href|srcset|poster|data-feed|data-search)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")


def references(path, page):
    """The files of this site that a page loads or links to, as paths: (what it needs, pages that it leads to)."""
    needs, leads = set(), set()
    for name, *values in LOADED.findall(page):
        value = next(filter(None, values), b"").decode()
        for part in value.split(",") if name == b"srcset" else [value]:
            address = urlsplit(urljoin(f"{BASE}/{path}", part.split()[0] if part.split() else ""))
            if address.scheme not in ("http", "https") or f"{address.scheme}://{address.netloc}" != BASE:
                continue
            file = unquote(address.path).lstrip("/")
            if not file or file.endswith("/"):
                leads.add(file + "index.html")
            else:
                needs.add(file)
    return needs, leads


class Reader:
    """Looks at what is there after each file: each page has all that it needs, and those that can be come to lead nowhere that is not there."""

    def __init__(self, *releases):
        self.found = {}
        self.given = set().union(*(references_outside(release) for release in releases))

    def faults(self, files):
        """`files`: bytes by path."""
        faults = []
        come_to, queue = set(), ["index.html"] if "index.html" in files else []
        while queue:
            path = queue.pop()
            if path in come_to:
                continue
            come_to.add(path)
            for target in self.references(path, files[path])[1]:
                if target in files:
                    queue.append(target)
                elif target not in self.given:
                    faults.append(f"{path} leads to {target}, which is not there")
        for path, page in files.items():
            if path.endswith(".html"):
                faults += [f"{path} needs {target}, which is not there" for target in self.references(path, page)[0] if target not in files and target not in self.given]
        return faults

    def references(self, path, page):
        key = (path, hash(page))
        if key not in self.found:
            self.found[key] = references(path, page)
        return self.found[key]


def references_outside(release):
    """What pages of a whole release name and it lacks: nothing that a sending could be to blame for."""
    outside = set()
    for path, page in release.items():
        if path.endswith(".html"):
            needs, leads = references(path, page)
            outside |= {target for target in needs | leads if target not in release}
    return outside


def files_of(directory):
    return {str(path.relative_to(directory)): path.read_bytes() for path in Path(directory).rglob("*") if path.is_file()}


# Two releases


def published_twice(site):
    """A site of which two releases are kept: in the second a page with a picture is new, one is gone, one is changed, a time is cancelled, and the style is another."""
    write(site, "content/notices/old.md", "---\ntitle: 旧公告\nkind: notice\ndate: 2026-11-18\nimage: /images/old.png\n---\n![旧图](/images/old.png)将要撤下。\n")
    write(site, "content/images/old.png", png(3, 3))
    done(build(site))
    first = files_of(site / "public")
    (site / "content/notices/old.md").unlink()
    (site / "content/images/old.png").unlink()
    write(site, "content/notices/new.md", "---\ntitle: 新公告\nkind: notice\ndate: 2026-11-21\nimage: /images/new.png\n---\n![新图](/images/new.png)刚刚贴出。\n")
    write(site, "content/images/new.png", png(4, 4))
    edit(site, "content/notices/lift.md", "请走楼梯。", "请走西边的楼梯，或看[新公告](/notices/new/)。")
    change_rows(site, "INSERT INTO activity_change(activity_id,occurs_at,change,note) VALUES('tea','2026-11-25T14:00','cancelled','停电')")
    style = next((site / "themes/default/static").rglob("style.css"))
    style.write_text(style.read_text(encoding="utf-8") + "\n.of-the-second { color: inherit }\n", encoding="utf-8")
    done(build(site))
    second = files_of(site / "public")
    assert {path for path in second if path.startswith("assets/")} != {path for path in first if path.startswith("assets/")}
    return site, first, second


@pytest.fixture(scope="module")
def two_releases(tiny_original, tmp_path_factory):
    return published_twice(Path(shutil.copytree(tiny_original, tmp_path_factory.mktemp("delivery") / "site")))


def listed(site, *arguments):
    """The lines of `release --files`: (what to do, step, type, caching, path)."""
    lines = done(gongshi("release", "--site", site, "--files", *arguments)).stdout.splitlines()
    return [tuple(line.split("\t")) for line in lines]


@pytest.fixture
def site(tiny):
    """One of the test's own; no copy, of which no notes would hold."""
    return published_twice(tiny)[0]


# What is listed


def test_all_files_are_listed_once(two_releases):
    site, _, second = two_releases
    lines = listed(site)
    assert {line[0] for line in lines} == {"send"}
    assert sorted(line[4] for line in lines) == sorted(second)


def test_only_what_differs_is_listed(two_releases):
    site, first, second = two_releases
    lines = listed(site, "--since", 1)
    sent = [line[4] for line in lines if line[0] == "send"]
    assert sorted(sent) == sorted(path for path in second if first.get(path) != second[path])
    assert sorted(line[4] for line in lines if line[0] == "remove") == sorted(path for path in first if path not in second)
    assert listed(site, "--since", 2) == []


def test_a_reader_finds_no_fault_after_any_line(two_releases):
    site, first, second = two_releases
    reader, there = Reader(first, second), dict(first)
    assert reader.faults(first) == [] and reader.faults(second) == []
    for action, *_, path in listed(site, "--since", 1):
        if action == "send":
            there[path] = second[path]
        else:
            del there[path]
        assert reader.faults(there) == [], f"after {action} {path}"
    assert there == second


def test_the_first_sending_shows_no_page_before_what_it_needs(two_releases):
    site, first, second = two_releases
    reader, there = Reader(first, second), {}
    for *_, path in listed(site):
        there[path] = second[path]
        assert [fault for fault in reader.faults(there) if "needs" in fault] == [], f"after {path}"


def test_a_broken_off_sending_is_made_good_by_a_later_release(site):
    """What of the second release is there nobody knows: the third sends all in which the second differs, and removes what only the second had."""
    (site / "content/notices/new.md").unlink()
    edit(site, "content/notices/lift.md", "，或看[新公告](/notices/new/)", "")
    done(build(site))
    lines = listed(site, "--since", 1)
    removed = [line[4] for line in lines if line[0] == "remove"]
    assert "notices/old/index.html" in removed and "notices/new/index.html" in removed
    between = files_of(site / ".public.gongshi/previous")
    third = files_of(site / "public")
    assert {line[4] for line in lines if line[0] == "send"} >= {path for path in third if path in between and between[path] != third[path]}


def test_after_a_rollback_the_earlier_release_is_sent(site, two_releases):
    _, first, second = two_releases
    done(gongshi("rollback", "--output", site / "public"))
    lines = listed(site, "--since", 2)
    assert sorted(line[4] for line in lines if line[0] == "send") == sorted(path for path in first if second.get(path) != first[path])


def test_types_and_caching_are_those_of_the_documented_server(two_releases, tmp_path):
    site, _, _ = two_releases
    with documented_server("nginx.conf", site / "public", tmp_path) as (address, _):
        for _, _, media_type, caching, path in listed(site):
            if path.startswith("feeds/v1/schema/"):
                continue  # application/schema+json, which no server's table has
            with urllib.request.urlopen(urllib.request.Request(f"{address}/{path}", method="HEAD")) as answer:
                    # Names of old for what is the same (RFC 9239, RFC 7303).
                served_type = answer.headers["Content-Type"].replace("application/javascript", "text/javascript").replace("text/xml", "application/xml")
                served = (served_type, answer.headers["Cache-Control"])
            assert served == (media_type, caching), path


@pytest.mark.parametrize("arguments, status, text", [
    (["--since", "1"], 2, "--since goes with --files"),
    (["--to", "x"], 2, "--to goes with --files"),
    (["--files", "--resume"], 2, "don't go together"),
    (["--files", "--since", "7"], 2, "release 7 is not kept, but 1; leave --since out"),
    (["--files", "--since", "one"], 2, "one"),
    (["--files", "--to", "SITE"], 2, "is no empty directory"),
    (["--files", "--to", "SITE/public/x"], 2, "within what is published"),
])
def test_what_can_not_be_followed_is_refused(site, arguments, status, text):
    arguments = [argument.replace("SITE", str(site)) for argument in arguments]
    before = tree(site)
    result = gongshi("release", "--site", site, *arguments)
    assert (result.returncode, result.stdout) == (status, "") and text in result.stderr
    assert tree(site) == before


def test_nothing_is_sent_of_a_release_that_is_not_whole(site):
    (site / "public/notices/lift/index.html").write_text("x")
    result = gongshi("release", "--site", site, "--files")
    assert (result.returncode, result.stdout) == (3, "") and "notices/lift/index.html" in result.stderr
    done(build(site))
    done(gongshi("release", "--site", site, "--files"))


def test_a_site_that_was_never_published_says_so(tmp_path):
    (tmp_path / "site").mkdir()
    result = gongshi("release", "--site", tmp_path / "site", "--files")
    assert result.returncode == 1 and "run gongshi build first" in result.stderr
    assert not (tmp_path / "site/.public.gongshi").exists()


def test_what_is_put_aside_stays_when_a_build_follows(site, two_releases, tmp_path):
    """Second names of the files, with their times: a build in between changes none of it."""
    _, _, second = two_releases
    done(gongshi("release", "--site", site, "--files", "--to", tmp_path / "out"))
    page = site / "public/notices/lift/index.html"
    assert (tmp_path / "out/whole/notices/lift/index.html").stat().st_mtime_ns == page.stat().st_mtime_ns
    edit(site, "content/notices/lift.md", "请走西边的楼梯", "请走东边的楼梯")
    done(build(site))
    assert files_of(tmp_path / "out/whole") == second
    steps = [line.split("\t")[0] for line in (tmp_path / "out/steps.tsv").read_text().splitlines()]
    assert steps == sorted(path.name for path in (tmp_path / "out").iterdir() if path.name[0].isdigit())
    together = {}
    for step in steps:
        together |= files_of(tmp_path / "out" / step)
    assert together == second
    assert (tmp_path / "out/release.txt").read_text() == "2\n"


# rsync over ssh


CUT = """\
import os, subprocess, sys, threading

def pump():
    left = int(open(budget).read())
    try:
        while data := os.read(0, 1 << 16):
            data = data[:left]
            left -= len(data)
            open(budget, "w").write(str(left))
            ssh.stdin.write(data)
            ssh.stdin.flush()
            if left == 0:
                ssh.kill()
                return
        ssh.stdin.close()
    except BrokenPipeError:
        pass

budget = os.environ["LINE_BUDGET"]
ssh = subprocess.Popen(["ssh", *sys.argv[1:]], stdin=subprocess.PIPE)
threading.Thread(target=pump, daemon=True).start()
status = ssh.wait()
sys.stdout.flush()
os._exit(status if status >= 0 else 255)
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    """An ssh server of this machine, and the environment in which rsync comes to it over a line that breaks after so many bytes."""
    home = tmp_path_factory.mktemp("ssh")
    for name in ("host", "own"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", home / name], check=True)
    shutil.copy(home / "own.pub", home / "authorized")
    port = free_port()
    (home / "sshd.conf").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {home}/host\nAuthorizedKeysFile {home}/authorized\nStrictModes no\n"
        f"PidFile none\nUsePAM no\nPermitRootLogin yes\nMaxStartups 100\nLogLevel QUIET\n")
    os.makedirs("/run/sshd", exist_ok=True)
    server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-f", home / "sshd.conf"])
    (home / "cut.py").write_text(CUT)
    shell = f"{sys.executable} -I -S {home}/cut.py -F none -o KexAlgorithms=curve25519-sha256 -p {port} -i {home}/own -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR"
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            break
        time.sleep(0.05)
    yield environment(RSYNC_RSH=shell, LINE_BUDGET=str(home / "budget"), GONGSHI=GONGSHI), home / "budget"
    server.terminate()
    server.wait()


WIDE = 1 << 40


def send_by_rsync(site, place, line, bytes_left=WIDE):
    env, budget = line
    budget.write_text(str(bytes_left))
    return subprocess.run([SCRIPTS / "send-rsync.sh", site, f"127.0.0.1:{place}"], env=env, capture_output=True, text=True, timeout=120)


def as_sent(place):
    """All that lies there, with modes; empty directories too."""
    return {str(path.relative_to(place)): stat.S_IMODE(path.stat().st_mode) for path in Path(place).rglob("*")}


def test_rsync_brings_one_release_after_the_other(two_releases, site, line, tmp_path):
    _, first, second = two_releases
    place = tmp_path / "www"
    place.mkdir()
    write(place, "stale.html", "of another program")
    write(place, ".well-known/check.txt", "somebody's")
    done(gongshi("rollback", "--output", site / "public"))
    done(send_by_rsync(site, place, line))
    assert files_of(place) == first | {".well-known/check.txt": b"somebody's"}
    done(gongshi("rollback", "--output", site / "public"))
    done(send_by_rsync(site, place, line))
    assert files_of(place) == second | {".well-known/check.txt": b"somebody's"}
    shutil.rmtree(place / ".well-known")
    assert as_sent(place) == as_sent(site / "public"), "no directory is left empty, and all is as readable"
    page = "notices/lift/index.html"
    assert (place / page).stat().st_mtime == pytest.approx((site / "public" / page).stat().st_mtime, abs=1), "for 304"
    assert not list(site.glob(".sending*"))


def test_a_line_that_breaks_at_twenty_places_shows_nobody_half_a_page(two_releases, site, line, tmp_path):
    _, first, second = two_releases
    reader = Reader(first, second)
    (tmp_path / "www").mkdir()
    done(gongshi("rollback", "--output", site / "public"))
    done(send_by_rsync(site, tmp_path / "www", line))
    done(gongshi("rollback", "--output", site / "public"))
    note = (site / ".sent-by-rsync").read_text()
    subprocess.run(["cp", "-a", tmp_path / "www", tmp_path / "whole"], check=True)
    done(send_by_rsync(site, tmp_path / "whole", line))
    total = WIDE - int(line[1].read_text())
    seen = set()
    for cut in range(1, 21):
        (site / ".sent-by-rsync").write_text(note)
        place = tmp_path / f"cut-{cut}"
        subprocess.run(["cp", "-a", tmp_path / "www", place], check=True)
        result = send_by_rsync(site, place, line, total * cut // 21)
        assert result.returncode != 0, f"the line broke after {cut}/21 and nobody heard of it"
        assert (site / ".sent-by-rsync").read_text() == note
        # What rsync writes before it has all of it begins with a dot, and no page names it.
        there = {path: data for path, data in files_of(place).items() if not Path(path).name.startswith(".")}
        assert reader.faults(there) == [], f"after {cut}/21"
        seen.add(frozenset((path, hash(data)) for path, data in there.items()))
        if cut % 7 == 0:
            done(send_by_rsync(site, place, line))
            assert files_of(place) == second
        shutil.rmtree(place)
    assert len(seen) > 5, "the cuts are at different places"


# Object stores


class Store:
    """moto's S3 over HTTP, which notes each change and can fail from one on."""

    def __init__(self):
        from moto.server import DomainDispatcherApplication, create_backend_app
        from werkzeug.serving import make_server

        self.application = DomainDispatcherApplication(create_backend_app)
        self.changes, self.fails_from = [], None
        self.server = make_server("127.0.0.1", 0, self.answer, threaded=True)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, environ, start):
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"].encode("latin-1").decode()
        if method in ("PUT", "DELETE") and path.count("/") > 1 and path.rsplit("/", 1)[-1]:
            if self.fails_from is not None and len(self.changes) >= self.fails_from:
                start("403 Forbidden", [("Content-Type", "application/xml")])
                return [b"<Error><Code>AccessDenied</Code><Message>no more</Message></Error>"]
            self.changes.append((method, path.split("/", 2)[2]))
        return self.application(environ, start)


@pytest.fixture(scope="module")
def store():
    store = Store()
    yield store
    store.server.shutdown()


@pytest.fixture
def bucket(store, request):
    import boto3

    client = boto3.client(
        "s3", endpoint_url=store.address, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
    name = re.sub(r"[^a-z0-9]+", "-", request.node.name)[:50].strip("-") + "-x"
    client.create_bucket(Bucket=name)
    store.changes.clear()
    store.fails_from = None
    return client, name


def files_in(bucket):
    client, name = bucket
    pages = client.get_paginator("list_objects_v2").paginate(Bucket=name)
    return {item["Key"]: client.get_object(Bucket=name, Key=item["Key"])["Body"].read() for page in pages for item in page.get("Contents", [])}


def send_by_aws(site, store, bucket):
    env = environment(
        GONGSHI=GONGSHI, AWS_ACCESS_KEY_ID="test", AWS_SECRET_ACCESS_KEY="test", AWS_DEFAULT_REGION="us-east-1", AWS_MAX_ATTEMPTS="1",
        AWS_EC2_METADATA_DISABLED="true", AWS_CA_BUNDLE=None, PATH=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    return subprocess.run(
        [SCRIPTS / "send-s3.sh", site, f"s3://{bucket[1]}", "--endpoint-url", store.address], env=env, capture_output=True, text=True, timeout=240)


def send_by_rclone(site, store, bucket):
    env = environment(
        GONGSHI=GONGSHI, RCLONE_CONFIG="/dev/null", RCLONE_CONFIG_STORE_TYPE="s3", RCLONE_CONFIG_STORE_PROVIDER="Other",
        RCLONE_CONFIG_STORE_ACCESS_KEY_ID="test", RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY="test", RCLONE_CONFIG_STORE_ENDPOINT=store.address,
        RCLONE_CONFIG_STORE_REGION="us-east-1", RCLONE_RETRIES="1", RCLONE_LOW_LEVEL_RETRIES="1", RCLONE_S3_NO_CHECK_BUCKET="true", AWS_CA_BUNDLE=None)
    return subprocess.run([SCRIPTS / "send-rclone.sh", site, f"store:{bucket[1]}"], env=env, capture_output=True, text=True, timeout=240)


@pytest.mark.parametrize("send, note", [(send_by_aws, ".sent-to-s3"), (send_by_rclone, ".sent-by-rclone")], ids=["aws", "rclone"])
def test_an_object_store_shows_nobody_half_a_page_after_any_object(two_releases, site, store, bucket, send, note):
    """A bucket after each object that comes or goes is what a sending leaves that is broken off there; one is, and made good by the next."""
    _, first, second = two_releases
    reader = Reader(first, second)
    client, name = bucket
    client.put_object(Bucket=name, Key="stale.html", Body=b"of another program")
    store.changes.clear()
    done(gongshi("rollback", "--output", site / "public"))
    done(send(site, store, bucket))
    assert files_in(bucket) == first
    done(gongshi("rollback", "--output", site / "public"))
    store.changes.clear()
    store.fails_from = 12
    assert send(site, store, bucket).returncode != 0
    assert (site / note).read_text() == "1\n"
    store.fails_from = None
    done(send(site, store, bucket))
    assert files_in(bucket) == second
    there, changes = dict(first), list(store.changes)
    assert len(changes) > 20
    for method, path in changes:
        if method == "PUT":
            there[path] = second[path]
        else:
            del there[path]
        assert reader.faults(there) == [], f"after {method} {path}"
    wanted = {line[4]: line[2:4] for line in listed(site)}
    for path in second:
        head = client.head_object(Bucket=name, Key=path)
        assert (head["ContentType"], head["CacheControl"]) == wanted[path], path
