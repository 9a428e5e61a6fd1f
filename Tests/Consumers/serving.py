"""The web servers of the tests: on the loopback address, each in a thread of its own, and with the test's time, never today's.

A screen believes a server's `Date` rather than its own clock, so a server that states today's makes a test that holds on one day only.
"""

import contextlib
import email.utils
import functools
import http.server
import os
import shutil
import socket
import subprocess
import threading
import time
import urllib.request
from pathlib import Path


class LocalServer(http.server.ThreadingHTTPServer):
    """`now`: the time that its answers state, in milliseconds since 1970. None: they state none, as pages with different clocks ask it."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, handler, port=0, now=None):
        super().__init__(("127.0.0.1", port), handler)
        self.now = now
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def close(self):
        """Ends it; once more does nothing."""
        self.shutdown()
        self.thread.join()
        self.server_close()

    def handle_error(self, request, address):
        """Pages that leave in the middle of an answer are part of the tests."""


class StatesItsTime(http.server.BaseHTTPRequestHandler):
    """The `Date` of an answer is the server's; it prints nothing."""

    def date_time_string(self, timestamp=None):
        """Without a timestamp the time of the answer; with one it is a file's."""
        seconds = self.answer_time() / 1000 if timestamp is None else timestamp
        return email.utils.formatdate(seconds, usegmt=True)

    def answer_time(self):
        return self.server.now or 0

    def send_header(self, name, value):
        if name != "Date" or self.server.now is not None:
            super().send_header(name, value)

    def log_message(self, *arguments):
        pass


class FileHandler(StatesItsTime, http.server.SimpleHTTPRequestHandler):
    """The files of a folder."""


@contextlib.contextmanager
def files_served(directory, handler=FileHandler, **options):
    """A server of a folder's files, for as long as the block lasts."""
    with contextlib.closing(LocalServer(functools.partial(handler, directory=str(directory)), **options)) as server:
        yield server


NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin")
CADDY = shutil.which("caddy")
SERVERS = Path(__file__).resolve().parents[2] / "docs/servers"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def nginx_running(directory, text, address):
    """nginx with `text` within its `http`, as long as the block lasts; it has nothing to complain of. `address` is where the site is to answer."""
    directory.chmod(0o755)
    temporary = "".join(f"{name}_temp_path {directory}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    configuration = directory / "nginx.conf"
    configuration.write_text(
        f"daemon off;\nmaster_process off;\npid {directory}/pid;\nerror_log {directory}/error.log;\nevents {{}}\nhttp {{\n"
        f"include /etc/nginx/mime.types;\n{temporary}{text}}}\n")
    command = [NGINX, "-p", str(directory), "-c", str(configuration), "-e", f"{directory}/error.log"]
    check = subprocess.run([*command, "-t"], capture_output=True, text=True)
    assert check.returncode == 0 and "warn" not in check.stderr, check.stderr
    with running(command, address):
        yield


@contextlib.contextmanager
def running(command, address, **options):
    """A server's process, from when the site answers to the end of the block."""
    process = subprocess.Popen(command, **options)
    try:
        for _ in range(200):
            assert process.poll() is None, command
            try:
                urllib.request.urlopen(address + "/robots.txt").close()
                break
            except OSError:
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(10)


def replaced(text, *changes):
    """A documented configuration with the places of a test: each is there once."""
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


@contextlib.contextmanager
def documented_server(name, public, directory):
    """(address, log) of a server as docs/servers has it; only where it listens, what it serves and where it logs are replaced."""
    text = (SERVERS / name).read_text(encoding="utf-8")
    port, log = free_port(), directory / "access.log"
    address = f"http://127.0.0.1:{port}"
    if name == "Caddyfile":
        text = replaced(text, ("\nquanxi.example.cn {", f"\n{address} {{"), ("/srv/gongshi/public", str(public)), ("/var/log/caddy/gongshi.log", str(log)))
        (directory / "Caddyfile").write_text("{\n\tadmin off\n}\n" + text)
        environment = {**os.environ, "HOME": str(directory), "XDG_DATA_HOME": str(directory), "XDG_CONFIG_HOME": str(directory)}
        command = [CADDY, "run", "--config", str(directory / "Caddyfile"), "--adapter", "caddyfile"]
        with open(directory / "caddy.log", "w", encoding="utf-8") as said, running(command, address, env=environment, stdout=said, stderr=said):
            yield address, log
        return
    text = replaced(text, ("listen 80;", f"listen 127.0.0.1:{port};"), ("/srv/gongshi/public;", f"{public};"), ("/var/log/nginx/gongshi.log", str(log)))
    with nginx_running(directory, text, address):
        yield address, log
