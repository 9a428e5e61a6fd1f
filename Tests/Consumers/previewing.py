"""`gongshi serve`, running for as long as a test needs it."""

import contextlib
import http.client
import json
import re
import signal
import subprocess

from support import GONGSHI, NOW, environment

TAG = re.compile(rb'<script src="/_gongshi/preview\.js[^>]*></script>')


class Preview:
    """`at`: stands for now; None: the clock's."""

    def __init__(self, site, *arguments, at=NOW, env=None, command=(GONGSHI,)):
        self.log = open(site / ".serve.log", "w+", encoding="utf-8")
        clock = () if at is None else ("--at", at)
        self.process = subprocess.Popen(
            [*command, "serve", "--site", str(site), "--port", "0", *clock, *map(str, arguments)], env=env or environment(),
            stdout=subprocess.PIPE, stderr=self.log, text=True, encoding="utf-8")
        line = self.process.stdout.readline()
        found = re.search(r"http://([\d.]+):(\d+)(\S*)/$", line.strip())
        assert found, f"{line}{self.said()}"
        self.port, self.address = int(found[2]), f"http://127.0.0.1:{found[2]}"

    def said(self):
        """All that it printed to standard error so far."""
        self.log.flush()
        with open(self.log.name, encoding="utf-8") as log:
            return log.read()

    def ask(self, path, method="GET", **headers):
        """(status, headers, body) of one request; `Host` is the preview's own where none is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def page(self, path, **headers):
        """What a page says, without what the preview puts into it."""
        return TAG.sub(b"", self.ask(path, **headers)[2]).decode()

    def json(self, name, **headers):
        return json.loads(self.ask("/_gongshi/" + name, **headers)[2])

    @contextlib.contextmanager
    def news(self):
        """The lines of news as they come, the first at once."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", "/_gongshi/events")
        answer = connection.getresponse()

        def lines():
            while line := answer.readline():
                # A line without news comes every ten seconds: a condition that will never hold is not waited for.
                if line.startswith((b"data: ", b": ")):
                    yield json.loads(line[6:] or "null") if line.startswith(b"data") else None

        try:
            yield lines()
        finally:
            connection.close()

    def when(self, condition):
        """Waits for the news after which a condition holds; the news."""
        silences = 0
        with self.news() as news:
            for item in news:
                if condition():
                    return item
                silences += item is None
                assert silences < 6, f"it never came\n{self.said()}"
        raise AssertionError(f"the preview ended\n{self.said()}")

    def end(self, number=signal.SIGINT):
        """How it ends."""
        self.process.send_signal(number)
        return self.process.wait(20)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()
