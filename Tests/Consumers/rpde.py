"""A program that keeps a copy of an RPDE feed (OpenActive's Realtime Paged Data Exchange 1.0), as the specification has it, from files of a release."""

import json
import urllib.parse

BASE = "https://quanxi.example.cn"


class Gone(Exception):
    """A page is not there: begin anew."""


class Copy:
    def __init__(self, name, base=None):
        base = base or BASE
        self.first = self.url = f"{base}/feeds/openactive/{name}.json"
        self.base, self.held, self.modified, self.requests = base, {}, {}, 0

    def page(self, public, url):
        """The page at an address, whatever host the release is for."""
        file = public / urllib.parse.urlsplit(url).path[1:]
        if not file.is_file():
            raise Gone(url)
        self.requests += 1
        return json.loads(file.read_text(encoding="utf-8"))

    def read(self, public, most=1000):
        """Follows `next` to the last page: one without items that leads to itself."""
        for _ in range(most):
            page = self.page(public, self.url)
            order = [(item["modified"], item["id"]) for item in page["items"]]
            assert order == sorted(order) and len({item["id"] for item in page["items"]}) == len(order)
            for item in page["items"]:
                if item["modified"] < self.modified.get(item["id"], 0):
                    continue
                self.modified[item["id"]] = item["modified"]
                if item["state"] == "deleted":
                    assert "data" not in item
                    self.held.pop(item["id"], None)
                else:
                    self.held[item["id"]] = item["data"]
            following = urllib.parse.urlsplit(page["next"])
            assert following.scheme == "https" and following.netloc
            if not page["items"] and following.path == urllib.parse.urlsplit(self.url).path:
                return self.held
            assert following.path != urllib.parse.urlsplit(self.url).path
            self.url = page["next"]
        return self.held
