"""Nothing said, nothing changed: which files another minute, another day and an edit change, by kind. [0060]"""

import collections
import datetime
import json
import re
import shutil

import pytest
from support import build, change_rows, done, gongshi, stamps, tiny, tiny_original, tree, write  # noqa: F401

NINE = "2026-11-21T09:00:00+08:00"
# Say that the site was built, and until when that holds.
BUILD = {"feeds/v1/index.json", "feeds/v1/release.json"}
# For programs that judge by no clock: what is over has to leave them.
CLOCKLESS = {f"feeds/{kind}" for kind in ("xibo/activities.json", "concerto/activities.json", "rss/activities.xml")}
# What a day changes, and why.
DAY = {
    # They promise until a midnight, which is another one.
    "feeds": r"feeds/v1/(?!schema/).*\.json",
    "screens": r"screens/[^/]+/index\.html|feeds/xibo/[^/]+\.htz|status/index\.html",
    # What was over yesterday leaves copies, and the new last day's come; services begin and end by days.
    "copies": r"feeds/(openactive|hsds)/.*\.json",
    # They begin with today.
    "tables": r"feeds/(xibo|concerto)/(activities|notices)\.json|feeds/rss/activities\.xml",
    # The last day is a new one; of the schedule, the first that is still to be found goes.
    "schedule": r"schedule/(index\.html|\d{4}-\d\d-\d\d/index\.html|month/.*)|index\.html|sitemap\.xml",
    # Something takes place on the new last day, or did on the day that goes.
    "narrowed": r"schedule/(unit|venue|audience|track|free|places-left).*",
    "calendars": r"calendar/expanded/.*\.ics",
    "activities": r"activities/[^/]+/index\.html",
    # Of what takes place on the new last day.
    "cards": r"images/share/[0-9a-f]+\.png",
    # They list or count what the coming days bring.
    "lists": r"(units|venues|partners|brands|classroom|teams|notices|councils|lists)(/[^/]+)?/index\.html|(month-quarter|closed-loop|grid-method)/index\.html",
    # When something takes place next.
    "search": r"search/(index\.json|store/\d+\.bin)",
}


def changed(before, after):
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def search(paths):
    return {path for path in paths if path.startswith("search/")}


class Diary:
    """The sample, built at one moment after the other; what each build changed."""

    def __init__(self, site):
        self.site, self.last, self.stamps = site, None, None

    @property
    def public(self):
        return self.site / "public"

    def build(self, at):
        done(build(self.site, "--quiet", at=at))
        before, old = self.last, self.stamps
        self.last, self.stamps = tree(self.public), stamps(self.public)
        if before is None:
            return set()
        differing = changed(before, self.last)
        # As a web server sees it: what is the same has its time, what is not a later one.
        for path in self.last.keys() & before.keys():
            assert (self.stamps[path][1] == old[path][1]) == (path not in differing), path
        return differing

    def numbers(self):
        """The number and digest of each feed that has one."""
        feeds = [file for file in (self.public / "feeds/v1").rglob("*.json") if "schema" not in file.parts]
        return {str(file.relative_to(self.public)): (json.loads(file.read_text(encoding="utf-8"))["generation"], self.last[str(file.relative_to(self.public))]) for file in feeds}


@pytest.fixture
def diary(site, tmp_path):
    copy = tmp_path / "sample"
    shutil.copytree(site, copy, ignore=shutil.ignore_patterns("public", ".public.gongshi"))
    diary = Diary(copy)
    diary.build(NINE)
    return diary


def test_minutes_days_and_edits(diary):
    """One story, since each build is compared with the one before it."""
    counts = {}

    # Another minute.
    differing = diary.build("2026-11-21T09:05:00+08:00")
    assert differing == BUILD
    # Any other: activities ended in between.
    for time in ("14:37", "23:59"):
        differing = diary.build(f"2026-11-21T{time}:00+08:00")
        assert differing <= BUILD | CLOCKLESS
        counts[time] = len(differing)
        assert len(differing) <= 12

    # The next morning.
    before = diary.numbers()
    differing = diary.build("2026-11-22T07:00:00+08:00")
    kinds = collections.Counter()
    for path in sorted(differing):
        found = [kind for kind, form in DAY.items() if re.fullmatch(form, path)]
        assert found, f"{path} is another on another day"
        kinds[found[0]] += 1
    counts["day"] = (len(differing), dict(kinds))
    assert len(differing) <= len(diary.last) * 0.2
    # Past days, pages of people and places without anything dated, calendars with rules stay.
    assert not [path for path in differing if re.fullmatch(r"calendar/(?!expanded/).*|schedule/2026-10-.*", path)]

    # One notice is mended.
    edit = diary.site / "content/notices/ebike-safety.md"
    text = edit.read_text(encoding="utf-8")
    edit.write_text(text.replace("打社区电话，三天内修", "打社区服务电话，两天内修好"), encoding="utf-8")
    differing = diary.build("2026-11-22T07:05:00+08:00")
    assert edit.read_text(encoding="utf-8") != text
    assert "notices/ebike-safety/index.html" in differing
    counts["edit"] = (len(differing), len(differing - search(differing)))
    assert len(differing) <= 40 and len(differing - search(differing)) <= 12
    assert len([path for path in differing if path.startswith("search/store/")]) == 1
    middle = diary.numbers()

    # And mended back: it says again what it said, under a number of its own.
    edit.write_text(text, encoding="utf-8")
    diary.build("2026-11-22T07:10:00+08:00")
    after = diary.numbers()
    assert after["feeds/v1/notices.json"][0] > middle["feeds/v1/notices.json"][0] > before["feeds/v1/notices.json"][0]

    # One that is new on lists: its own files and those that list it.
    write(diary.site, "content/notices/lift-check.md", "---\nkind: notice\ntitle: 电梯年检两天\ndate: 2026-11-22\nunit: songtai\nsummary: 3 号楼电梯周一、周二年检。\n---\n3 号楼电梯周一、周二年检，请走楼梯，行动不便的提前打社区电话。\n")
    differing = diary.build("2026-11-22T07:15:00+08:00")
    others = {path for path in differing - search(differing) if not re.match(r"screens/|feeds/", path)}
    counts["new"] = (len(differing), sorted(others))
    assert "notices/lift-check/index.html" in others and len(others) <= 16

    # A class is called off: what is about it, and nothing else.
    change_rows(diary.site, "INSERT INTO activity_change(activity_id, occurs_at, change, note) VALUES('songtai-story-hour', '2026-11-29T10:00', 'cancelled', '老师请假')")
    differing = diary.build("2026-11-22T07:20:00+08:00")
    counts["cancelled"] = len(differing)
    assert "activities/songtai-story-hour/index.html" in differing and "feeds/v1/notices.json" not in differing
    assert [path for path in differing if path.startswith("activities/")] == ["activities/songtai-story-hour/index.html"]
    print(json.dumps(counts, ensure_ascii=False))


def test_a_feed_has_another_number_exactly_where_it_says_something_else(diary):
    """Through all of it: the same bytes, the same number; other bytes, a greater one; the index's is the greatest."""
    moment = datetime.datetime.fromisoformat("2026-11-22T08:00:00+08:00")
    diary.build("2026-11-22T07:59:00+08:00")
    known = diary.numbers()
    for step, title in enumerate(("第一稿", "第二稿", "第二稿", "第一稿")):
        write(diary.site, "content/notices/lift-check.md", f"---\nkind: notice\ntitle: 电梯年检{title}\ndate: 2026-11-22\nunit: songtai\n---\n请走楼梯。\n")
        diary.build((moment + datetime.timedelta(minutes=step)).isoformat())
        numbers = diary.numbers()
        for path, (number, digest) in numbers.items():
            assert (number == known[path][0]) == (digest == known[path][1]), path
            assert known[path][0] <= number <= numbers["feeds/v1/index.json"][0]
        assert numbers["feeds/v1/units.json"] == known["feeds/v1/units.json"]
        assert (numbers["feeds/v1/notices.json"] == known["feeds/v1/notices.json"]) == (step == 2)
        known = numbers
    # A clock that is set back within the day: feeds that were made later are made anew, or screens would wait for their moment.
    result = done(build(diary.site, at="2026-11-22T07:50:00+08:00"))
    assert "a clock that was set back?" in result.stderr
    diary.last = tree(diary.public)
    for path, (number, _) in diary.numbers().items():
        feed = json.loads((diary.public / path).read_text(encoding="utf-8"))
        assert feed["generatedAt"] <= "2026-11-22T07:50:00+08:00" and number >= known[path][0], path


def test_a_signature_stays_as_long_as_what_it_signs(tiny):  # noqa: F811
    """And a new key signs anew, under a new number."""

    def screen():
        return json.loads((tiny / "public/feeds/v1/screens/lobby.json").read_text(encoding="utf-8"))

    with (tiny / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write("signingKey: keys/feeds.pem\n")
    done(gongshi("keys", "new", "--site", tiny))
    done(build(tiny))
    first, page = screen(), (tiny / "public/screens/lobby/index.html").read_bytes()
    done(build(tiny, at="2026-11-21T09:05:00+08:00"))
    assert screen() == first and (tiny / "public/screens/lobby/index.html").read_bytes() == page
    (tiny / "keys/feeds.pem").unlink()
    done(gongshi("keys", "new", "--site", tiny))
    done(build(tiny, at="2026-11-21T09:10:00+08:00"))
    assert screen()["signature"] != first["signature"] and screen()["generation"] == first["generation"] + 600
