"""The sample community, built once for all tests that read its outputs."""

import functools
import http.server
import shutil
import threading

import pytest
from support import NOW, ROOT, build, done, gongshi


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """A copy of the sample community with its database made from the repository's text."""
    directory = tmp_path_factory.mktemp("sample")
    for name in ("content", "themes"):
        shutil.copytree(ROOT / name, directory / name, ignore=shutil.ignore_patterns("*.sqlite*"))
    done(gongshi("activities", "init", "--site", directory))
    done(gongshi("activities", "import", "--site", directory, directory / "content/data", "--apply"))
    return directory


@pytest.fixture(scope="session")
def public(site):
    """The sample, published as of NOW."""
    done(build(site))
    return site / "public"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def server(public):
    """The base address of the published sample."""
    handler = functools.partial(QuietHandler, directory=str(public))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
