"""What signage software does with its feeds, as its own code and issues have it: Xibo's Remote DataSet, Concerto's remote feed, MagicMirror."""

import datetime
import json
import re

import feedparser
from support import NOW, build, change_rows, done, tiny, tiny_original  # noqa: F401

DATE = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


def quiet(tiny):
    """A site on which nothing happens and nothing is announced."""
    change_rows(tiny, "DELETE FROM activity_change; DELETE FROM attendance; DELETE FROM activity;")
    for name in ("notices/gate.md", "notices/lift.md", "pages/about.md"):
        (tiny / "content" / name).unlink()
    (tiny / "content/index.md").write_text("---\ntitle: 首页\nkind: page\n---\n小院。\n", encoding="utf-8")
    done(build(tiny))
    return tiny / "public"


def xibo_rows(path):
    """Xibo's DataSetFactory: a flat array of objects of scalars below a dotted root; nulls are skipped, and a date that is none is dropped."""
    rows = json.loads(path.read_text())["data"]
    columns = set(rows[0])
    for row in rows:
        assert set(row) == columns
        assert all(isinstance(value, str) for value in row.values())
        assert all(DATE.fullmatch(row[name]) and datetime.datetime.strptime(row[name], "%Y-%m-%d %H:%M:%S") for name in ("from", "until"))
        assert not any("<" in value and ">" in value for value in row.values())
    assert len({row["id"] for row in rows}) == len(rows)
    return rows


def test_xibo_reads_its_tables(public):
    assert len(xibo_rows(public / "feeds/xibo/activities.json")) > 100
    assert len(xibo_rows(public / "feeds/xibo/notices.json")) > 10


def test_concerto_reads_its_contents(public):
    for name in ("activities", "notices"):
        contents = json.loads((public / f"feeds/concerto/{name}.json").read_text())
        assert len(contents) > 10
        assert len({(one["type"], one["name"]) for one in contents}) == len(contents)
        for one in contents:
            assert list(one) == ["type", "name", "text", "render_as", "duration", "start_time", "end_time"]
            assert one["type"] == "RichText" and one["render_as"] == "html" and one["duration"] > 0
            assert datetime.datetime.fromisoformat(one["start_time"]) < datetime.datetime.fromisoformat(one["end_time"])
            assert one["end_time"] > NOW


def test_what_is_added_says_so_wherever_only_a_title_shows(public):
    data = json.loads((public / "feeds/v1/activities.json").read_text())["data"]
    added = {one["id"] for one in data if one["added"] and one["status"] == "scheduled"}
    assert added
    titles = {one.id: one.title for one in feedparser.parse((public / "feeds/rss/activities.xml").read_bytes()).entries}
    assert {id for id, title in titles.items() if title.startswith("【加场】")} == added
    shown = json.loads((public / "feeds/concerto/activities.json").read_text())
    assert {one["name"] for one in shown if one["text"].startswith("<h1>【加场】")} == added
    rows = xibo_rows(public / "feeds/xibo/activities.json")
    assert {row["id"] for row in rows if row["statusLabel"] == "加场"} == added


def test_an_empty_list_never_leaves_old_rows_on_screen(tiny):
    """Xibo keeps the old rows of an empty array, Concerto its contents, MagicMirror its items: each is told that there is nothing."""
    public = quiet(tiny)
    assert [row["title"] for row in xibo_rows(public / "feeds/xibo/activities.json")] == ["近期没有安排"]
    assert [row["title"] for row in xibo_rows(public / "feeds/xibo/notices.json")] == ["目前没有公告"]
    for name, said in [("activities", "近期没有安排"), ("notices", "目前没有公告")]:
        assert [one["text"] for one in json.loads((public / f"feeds/concerto/{name}.json").read_text())] == [f"<h1>{said}</h1>"]
        entries = feedparser.parse((public / f"feeds/rss/{name}.xml").read_bytes()).entries
        assert [entry.title for entry in entries] == [said]


def test_magicmirror_finds_title_and_date_in_every_item(public):
    for name in ("activities", "notices"):
        parsed = feedparser.parse((public / f"feeds/rss/{name}.xml").read_bytes())
        assert not parsed.bozo and parsed.version == "rss20"
        for entry in parsed.entries:
            assert entry.title and entry.published_parsed and entry.id and entry.link.startswith("https://")
