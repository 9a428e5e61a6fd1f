"""Signed feeds, judged by another library; and the key, which never gets out."""

import base64
import json
import os
import shutil
import stat
import subprocess

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from support import NOW, build, check, done, edit, environment, gongshi, problems, tiny, tiny_original, tree  # noqa: F401

MARKER = b',"signature":"'


def verify(document, public_key):
    """As any reader does: everything before the last marker, r and s from Base64."""
    message, _, rest = document.rpartition(MARKER)
    assert rest.endswith(b'"}\n')
    signature = base64.b64decode(rest[:-3], validate=True)
    assert len(signature) == 64
    der = utils.encode_dss_signature(int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big"))
    public_key.verify(der, message, ec.ECDSA(hashes.SHA256()))


def private_key(path):
    return serialization.load_pem_private_key(path.read_bytes(), password=None)


def point(key):
    return key.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


@pytest.fixture
def signed(tiny):
    """A site with a key."""
    done(gongshi("keys", "new", "--site", tiny))
    edit(tiny, "content/site.yaml", "unit: yard\n", "unit: yard\nsigningKey: keys/feeds.pem\n")
    return tiny


def signed_files(public):
    return sorted((public / "feeds/v1/screens").glob("*.json")) + [public / "feeds/v1/index.json"]


def test_the_index_and_screen_feeds_are_signed(signed):
    """By OpenSSL's arithmetic, to the last byte; and they are still JSON of the same schema."""
    done(build(signed))
    key = private_key(signed / "keys/feeds.pem").public_key()
    files = signed_files(signed / "public")
    assert len(files) == 2
    for file in files:
        document = file.read_bytes()
        verify(document, key)
        assert list(json.loads(document))[-1] == "signature"
        another = b"B" if document[-20:-19] == b"A" else b"A"
        for change in (document.replace(b'"generation":1', b'"generation":2', 1), document[:-20] + another + document[-19:]):
            assert change != document
            with pytest.raises((InvalidSignature, AssertionError, ValueError)):
                verify(change, key)


def test_other_feeds_are_as_they_were(signed, tmp_path):
    """The signature is all that a key changes."""
    done(build(signed, "--output", tmp_path / "with"))
    edit(signed, "content/site.yaml", "signingKey: keys/feeds.pem\n", "")
    done(build(signed, "--output", tmp_path / "without"))
    before, after = tree(tmp_path / "without"), tree(tmp_path / "with")
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    expected = {str(file.relative_to(tmp_path / "with")) for file in signed_files(tmp_path / "with")}
    # A screen's page and package hold its signed feed and the public key; the status page says that there is one.
    assert changed == expected | {"screens/lobby/index.html", "feeds/xibo/lobby.htz", "status/index.html"}
    for path in expected - {"feeds/v1/index.json"}:
        message = (tmp_path / "with" / path).read_bytes().rpartition(MARKER)[0]
        assert message + b"}\n" == (tmp_path / "without" / path).read_bytes()


def test_the_index_lists_the_signed_bytes(signed):
    done(build(signed))
    listed = {feed["url"]: feed["sha256"] for feed in json.loads((signed / "public/feeds/v1/index.json").read_text())["feeds"]}
    files = tree(signed / "public")
    assert listed and all(files[url[1:]] == digest for url, digest in listed.items())


def test_signatures_are_the_same_in_every_build(signed, tmp_path):
    """Same inputs, same bytes: also from another place, by other jobs."""
    done(build(signed, "--output", tmp_path / "one", "--jobs", "1"))
    other = shutil.copytree(signed, tmp_path / "other")
    done(build(other, "--output", tmp_path / "two", "--jobs", "8"))
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_key_never_gets_out(signed):
    """Neither the file nor anything of it, in no output and on no stream."""
    secret = private_key(signed / "keys/feeds.pem").private_numbers().private_value.to_bytes(32, "big")
    lines = [line for line in (signed / "keys/feeds.pem").read_bytes().splitlines() if not line.startswith(b"-")]
    forms = [secret, secret.hex().encode(), secret.hex().upper().encode(), base64.b64encode(secret), b"PRIVATE KEY", *lines]
    streams = [build(signed, "--verbose"), check(signed), gongshi("keys", "show", "--site", signed), build(signed, "--drafts")]
    for result in streams:
        done(result)
        assert not [form for form in forms if form in (result.stdout + result.stderr).encode()]
    for root in (signed / "public", signed / ".public.gongshi"):
        for file in root.rglob("*"):
            assert file.suffix != ".pem"
            assert not file.is_file() or not [form for form in forms if form in file.read_bytes()], file


def test_keys_new_tells_what_to_do(tiny):
    """The line for site.yaml, the fingerprint; only its owner may read it."""
    result = done(gongshi("keys", "new", "--site", tiny, env=environment(LANG="zh_CN.UTF-8")))
    key = private_key(tiny / "keys/feeds.pem")
    digest = hashes.Hash(hashes.SHA256())
    digest.update(point(key))
    fingerprint = digest.finalize().hex()
    assert "signingKey: keys/feeds.pem" in result.stdout and fingerprint in result.stdout and "版本库" in result.stdout
    assert isinstance(key.curve, ec.SECP256R1) and (tiny / "keys/feeds.pem").read_bytes().startswith(b"-----BEGIN PRIVATE KEY-")
    assert stat.S_IMODE((tiny / "keys/feeds.pem").stat().st_mode) == 0o600
    assert stat.S_IMODE((tiny / "keys").stat().st_mode) == 0o700
    shown = done(gongshi("keys", "show", "--site", tiny)).stdout.splitlines()
    assert shown == [f"public key: {base64.b64encode(point(key)).decode()}", f"fingerprint (SHA-256): {fingerprint}"]
    assert done(gongshi("keys", "show", tiny / "keys/feeds.pem", "--quiet")).stdout.splitlines() == shown


def test_keys_new_replaces_nothing(tiny):
    """Neither a key nor anything else of that name; status 1."""
    done(gongshi("keys", "new", "--site", tiny))
    (tiny / "keys/link.pem").symlink_to("../public/x.pem")
    before = (tiny / "keys/feeds.pem").read_bytes()
    assert gongshi("keys", "new", "--site", tiny).returncode == 1
    chinese = gongshi("keys", "new", tiny / "keys/feeds.pem", "--language", "zh")
    assert chinese.returncode == 1 and "已经有了" in chinese.stderr and chinese.stdout == ""
    assert gongshi("keys", "new", "--site", tiny, tiny / "keys/link.pem").returncode != 0
    assert (tiny / "keys/feeds.pem").read_bytes() == before and not (tiny / "public").exists()


@pytest.mark.parametrize(
    "place",
    ["content/a.pem", "content/new/a.pem", "themes/a.pem", "public/a.pem", "keys/../content/a.pem", "in/a.pem", "deep/in/../a.pem"],
)
def test_keys_new_keeps_out_of_public_places(tiny, place):
    """Through .. and links too; status 2 and nothing made."""
    (tiny / "in").symlink_to("content")
    (tiny / "deep").mkdir()
    (tiny / "deep/in").symlink_to("../content/notices")
    before = tree(tiny)
    for arguments, cwd in ((["--site", tiny, tiny / place], "/"), ([place], tiny)):
        result = gongshi("keys", "new", *arguments, cwd=cwd)
        assert result.returncode == 2 and "content/" in result.stderr or "themes/" in result.stderr or "public/" in result.stderr
        assert result.stdout == "" and tree(tiny) == before and not (tiny / "keys").exists() and not (tiny / "public").exists()


@pytest.mark.parametrize("arguments", [["keys"], ["keys", "nwe"], ["keys", "new", ""], ["keys", "new", "content"], ["keys", "new", "a/"],
    ["keys", "new", "a", "b"], ["keys", "new", "--site", "none"], ["keys", "show", "none.pem"], ["keys", "show"]], ids=" ".join)
def test_wrong_usage_is_status_2(tiny, arguments):
    before = tree(tiny)
    result = gongshi(*arguments, cwd=tiny)
    assert result.returncode == 2 and result.stdout == "" and result.stderr, result
    assert tree(tiny) == before


def test_what_is_no_key_is_not_shown(tiny):
    assert gongshi("keys", "show", tiny / "content/site.yaml").returncode == 1


def test_a_key_within_a_work_tree_is_warned_of(tiny):
    """Unless git ignores it already; another directory's rules are its own."""
    subprocess.run(["git", "init", "-q", tiny], check=True)
    assert "keys/feeds.pem" in done(gongshi("keys", "new", "--site", tiny)).stderr
    (tiny / ".gitignore").write_text("*.pem\n")
    result = done(gongshi("keys", "new", "--site", tiny, tiny / "keys/second.pem"))
    assert result.stderr == "" and "signingKey: keys/second.pem" in result.stdout


def test_a_key_elsewhere_is_named_by_its_absolute_path(tiny, tmp_path):
    result = done(gongshi("keys", "new", "--site", tiny, tmp_path / "elsewhere/key.pem"))
    assert f"signingKey: {tmp_path / 'elsewhere/key.pem'}" in result.stdout
    edit(tiny, "content/site.yaml", "unit: yard\n", f"unit: yard\nsigningKey: {tmp_path / 'elsewhere/key.pem'}\n")
    done(build(tiny))
    verify((tiny / "public/feeds/v1/index.json").read_bytes(), private_key(tmp_path / "elsewhere/key.pem").public_key())


def other_curve(path):
    key = ec.generate_private_key(ec.SECP384R1())
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))


def locked(path):
    key = ec.generate_private_key(ec.SECP256R1())
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.BestAvailableEncryption(b"x")))


def public_half(path):
    key = private_key(path).public_key()
    path.write_bytes(key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo))


def directory(path):
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda path: path.unlink(), "missing"),
        (directory, "unreadable"),
        (other_curve, "not-p256"),
        (locked, "not-p256"),
        (public_half, "not-p256"),
        (lambda path: path.write_bytes(b""), "not-p256"),
        (lambda path: path.write_bytes(os.urandom(300)), "not-p256"),
    ],
    ids=["gone", "directory", "P-384", "password", "public half", "empty", "random"],
)
def test_a_key_that_cannot_be_used_stops_the_build(signed, damage, code):
    """At the line and column of site.yaml, in both languages; nothing is published."""
    damage(signed / "keys/feeds.pem")
    for result in (build(signed), check(signed), check(signed, "--language", "zh")):
        assert result.returncode == 1
        assert problems(result.stderr) == [f"content/site.yaml:6:13: error[signing-key.{code}]"]
    assert "签名密钥" in result.stderr or "私钥" in result.stderr
    assert not (signed / "public").exists()


def test_a_key_that_others_may_read_is_a_warning(signed):
    (signed / "keys/feeds.pem").chmod(0o640)
    result = done(build(signed))
    assert problems(result.stderr) == ["content/site.yaml:6:13: warning[signing-key.open-to-others]"]


def test_a_key_below_the_output_is_refused(signed):
    """Wherever --output is."""
    result = build(signed, "--output", signed / "keys")
    assert result.returncode == 1 and problems(result.stderr) == ["content/site.yaml:6:13: error[signing-key.public-place]"]
    assert [path.name for path in (signed / "keys").iterdir()] == ["feeds.pem"]


def test_the_old_form_of_openssl_is_read_too(signed):
    """EC PRIVATE KEY, RFC 5915."""
    key = private_key(signed / "keys/feeds.pem")
    (signed / "keys/feeds.pem").write_bytes(key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()))
    done(build(signed))
    verify((signed / "public/feeds/v1/index.json").read_bytes(), key.public_key())


def test_the_browser_accepts_it(signed, browser):
    """WebCrypto on a secure origin, with the key as `keys show` prints it."""
    done(build(signed))
    key = base64.b64encode(point(private_key(signed / "keys/feeds.pem"))).decode()
    page = browser.new_page()
    page.route("https://yard.example.cn/", lambda route: route.fulfill(body="<!DOCTYPE html><title>x</title>", content_type="text/html"))
    page.goto("https://yard.example.cn/")
    for file in signed_files(signed / "public"):
        text = file.read_text(encoding="utf-8")
        for document, expected in ((text, True), (text.replace('"generation":1', '"generation":2', 1), False)):
            accepted = page.evaluate(
                """async ([text, key]) => {
                  const bytes = (base64) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
                  const at = text.lastIndexOf(',"signature":"');
                  const signature = bytes(text.slice(at + 14, -3));
                  const imported = await crypto.subtle.importKey("raw", bytes(key), {name: "ECDSA", namedCurve: "P-256"}, false, ["verify"]);
                  const data = new TextEncoder().encode(text.slice(0, at));
                  return crypto.subtle.verify({name: "ECDSA", hash: "SHA-256"}, imported, signature, data);
                }""",
                [document, key],
            )
            assert accepted == expected
    page.close()
