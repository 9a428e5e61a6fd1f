"""OpenActive: items are what its models ask for, and a program that keeps a copy by RPDE's rules has what the site says, whatever changes and whenever it asks."""

import datetime
import json
import random
import re

import outputs
import pytest
from rpde import BASE, Copy, Gone
from support import NOW, ROOT, build, change_rows, done, edit, gongshi, stamps, tiny, tiny_original  # noqa: F401

MODELS = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in (ROOT / "Tests/Consumers/fixtures/openactive-2.x").glob("*.json")}
ENUMS = MODELS.pop("enums")
FEEDS = {"session-series": "SessionSeries", "scheduled-sessions": "ScheduledSession", "events": "Event"}
# The models ask for it beyond the specification, in which it is recommended (Modelling Opportunity Data 2.0, 5.6): where no price is stated there is none to give.
ASKED_BEYOND = {"offers"}
KEYWORDS = {"@type": "type", "@id": "id"}
LICENSE = "license: https://creativecommons.org/licenses/by/4.0/\n"


def fields(model):
    """A model's fields with those of what it is a kind of, without what it rules out."""
    own = MODELS[model]
    above = fields(own["subClassOf"].lstrip("#")) if own.get("subClassOf") else {}
    return {**above, **own["fields"]}


def is_of(value, kind):
    kind = kind.removeprefix("ArrayOf#") if kind.startswith("ArrayOf") else kind.removeprefix("#")
    if kind in MODELS:
        return isinstance(value, dict) and value.get("@type") == kind
    name = kind.rsplit("/", 1)[-1]
    if name in ENUMS:
        return value in {ENUMS[name]["namespace"] + one for one in ENUMS[name]["values"]}
    if name == "DateTime":
        return isinstance(value, str) and datetime.datetime.fromisoformat(value).tzinfo is not None
    if name in ("URL", "url"):
        return isinstance(value, str) and value.startswith("https://")
    return isinstance(value, {"Text": str, "Integer": int, "Number": (int, float), "Boolean": bool, "Float": (int, float), "Date": str}.get(name, str))


def problems(node, path=""):
    """What of an object is not as its model has it."""
    model = node["@type"]
    spec, known = MODELS[model], fields(model)
    own = {KEYWORDS.get(key, key): value for key, value in node.items() if key != "@context"}
    modes = spec.get("imperativeConfiguration", {}).get(spec.get("validationMode", {}).get("RPDEFeed"), {})
    required = set(modes.get("requiredFields", spec.get("requiredFields", []))) - ASKED_BEYOND
    found = [f"{path}: no {name}" for name in required - set(own)]
    for options in modes.get("requiredOptions", spec.get("requiredOptions") or []):
        if not set(options["options"]) & set(own):
            found.append(f"{path}: none of {options['options']}")
    found += [f"{path}: {name} must not be there" for name in set(spec.get("shallNotInclude") or []) & set(own)]
    found += [f"{path}: {name} is not in the specification" for name in set(spec.get("notInSpec") or []) & set(own)]
    for name, value in own.items():
        if name in ("type", "id"):
            continue
        if name not in known:
            found.append(f"{path}: unknown {name}")
            continue
        form = known[name]
        kinds = [form.get("model"), form.get("requiredType"), *form.get("alternativeModels", []), *form.get("alternativeTypes", [])]
        kinds = [kind for kind in kinds if kind] or ["https://schema.org/Text"]
        # A reference by its address is an object elsewhere.
        if name == "superEvent" and isinstance(value, str) and value.startswith("https://"):
            continue
        lists = [kind for kind in kinds if kind.startswith("ArrayOf")]
        singles = [kind for kind in kinds if not kind.startswith("ArrayOf")]
        right = any(isinstance(value, list) and value and all(is_of(one, kind) for one in value) for kind in lists) or any(is_of(value, kind) for kind in singles)
        if not right:
            found.append(f"{path}: {name} is {value!r}, not {kinds}")
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                found += problems(one, f"{path}.{name}")
    return found


def test_the_models_are_what_checks():
    place = {"@type": "Place", "name": "会客厅", "address": "桃园路1号"}
    assert problems(place) == []
    for wrong in ({"@type": "Place", "name": "会客厅"}, {**place, "colour": "red"}, {**place, "geo": {"@type": "Place", "name": "1"}}, {**place, "telephone": 1}):
        assert problems(wrong), wrong


def test_pages_and_items_are_as_their_models_have_them(public):
    kinds = set()
    for name, kind in FEEDS.items():
        files = [public / f"feeds/openactive/{name}.json", *(public / f"feeds/openactive/{name}").glob("*.json")]
        assert len(files) >= 2
        for file in files:
            page = json.loads(file.read_text(encoding="utf-8"))
            assert set(page) == set(MODELS["FeedPage"]["requiredFields"]) and page["license"] == LICENSE.split(": ")[1].strip()
            assert page["next"].startswith(BASE + "/feeds/openactive/")
            for item in page["items"]:
                assert set(MODELS["FeedItem"]["requiredFields"]) <= set(item) <= set(MODELS["FeedItem"]["fields"])
                assert item["kind"] == kind and kind in MODELS["FeedItem"]["fields"]["kind"]["options"] and isinstance(item["modified"], int)
                assert item["data"]["@type"] == kind and item["data"]["@context"] == "https://openactive.io/"
                assert problems(item["data"], item["id"]) == []
                kinds.add(item["kind"])
    assert kinds == set(FEEDS.values())
    concepts = json.loads((public / "feeds/openactive/concepts.json").read_text(encoding="utf-8"))
    assert problems(concepts) == []
    used = {one["@id"] for name in FEEDS for data in Copy(name).read(public).values() for one in data.get("activity", [])}
    assert used <= {one["@id"] for one in concepts["concept"]} and len(used) > 3


def test_what_is_not_licensed_is_not_there(tiny):
    """RPDE has every page state a licence; a site that states none publishes none."""
    done(build(tiny))
    assert not (tiny / "public/feeds/openactive").exists()
    edit(tiny, "content/site.yaml", "unit: yard\n", "unit: yard\n" + LICENSE)
    done(build(tiny))
    assert (tiny / "public/feeds/openactive/events.json").exists()
    edit(tiny, "content/site.yaml", LICENSE, "license: 随便用\n")
    result = build(tiny)
    assert result.returncode == 1 and "site.license" in result.stderr


def test_a_copy_follows_what_is_published(tiny):
    """A hundred days of changes, by programs that ask often, seldom, or are cut off in between; each has at its end what activities.json says."""
    chosen = random.Random(19)
    edit(tiny, "content/site.yaml", "unit: yard\n", "unit: yard\n" + LICENSE)
    edit(tiny, "content/site.yaml", "baseURL: https://yard.example.cn", f"baseURL: {BASE}")
    moment = datetime.datetime.fromisoformat(NOW)
    copies = [[Copy(name) for name in FEEDS] for _ in range(4)]
    public, anew, deleted = tiny / "public", 0, 0
    for step in range(24):
        moment += datetime.timedelta(minutes=chosen.choice([5, 60, 700, 1440, 4 * 1440]))
        for _ in range(chosen.randint(0, 3)):
            start = (moment + datetime.timedelta(days=chosen.randint(-1, 10))).replace(minute=0)
            key = f"n{chosen.randint(0, 9)}"
            change_rows(tiny, f"DELETE FROM activity_change WHERE activity_id='{key}'; DELETE FROM activity WHERE id='{key}';")
            if chosen.random() < 0.7:
                rule = chosen.choice(["NULL", "'FREQ=DAILY'", "'FREQ=WEEKLY'"])
                change_rows(tiny, "INSERT INTO activity(id,title,kind,unit_id,starts_at,ends_at,rrule,status,updated_at) VALUES"
                            f"('{key}','活动{step}','culture','yard','{start:%Y-%m-%dT%H:%M}','{start + datetime.timedelta(hours=1):%Y-%m-%dT%H:%M}',{rule},'{chosen.choice(['scheduled', 'cancelled'])}','2026-11-01T08:00');")
        before = stamps(public) if public.exists() else {}
        done(build(tiny, at=moment.isoformat()))
        files = {path for path in stamps(public) if path.startswith("feeds/openactive/")}
        assert len(files) < 400
        expected = {one["id"]: one for one in json.loads((public / "feeds/v1/activities.json").read_text(encoding="utf-8"))["data"]}
        # Today's that are over leave the copy at midnight; until then their own times tell it.
        today = {one["@id"].split("#")[1] for page in (public / "activities").glob("*/index.html") for one in graph(page) if one["@type"] == "Event" and one["endDate"][:10] >= moment.date().isoformat()}
        for frequency, group in enumerate(copies):
            if chosen.randint(0, frequency) > 0:
                continue
            try:
                most = chosen.choice([1, 2, 1000]) if step % 3 else 1000
                series, sessions, events = [copy.read(public, most) for copy in group]
            except Gone:
                anew += 1
                copies[frequency] = [Copy(name) for name in FEEDS]
                continue
            if most == 1000:
                held = {**sessions, **events}
                assert set(expected) <= set(held) <= set(expected) | today, step
                assert {key: held[key]["startDate"] for key in expected} == {key: one["startsAt"] for key, one in expected.items()}
                assert {data["superEvent"] for data in sessions.values()} <= {data["@id"] for data in series.values()}
        deleted += sum(file.read_text(encoding="utf-8").count('"state":"deleted"') for file in (public / "feeds/openactive").rglob("*.json"))
        assert before is not None
    assert deleted > 5 and anew <= 4


def graph(page):
    return [node for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text(encoding="utf-8"), re.S) for node in json.loads(text)["@graph"]]


def test_nothing_said_nothing_changed(tiny):
    """Another minute leaves every page of the exchange; one cancelled date adds a page and fills the one that was the last."""
    edit(tiny, "content/site.yaml", "unit: yard\n", "unit: yard\n" + LICENSE)
    change_rows(tiny, "INSERT INTO activity(id,title,kind,unit_id,starts_at,ends_at,rrule,status,updated_at) VALUES('daily','天天见','culture','yard','2026-11-01T10:00','2026-11-01T11:00','FREQ=DAILY','scheduled','2026-11-01T08:00');")
    done(build(tiny, at=NOW))

    def pages():
        return {path: stamp for path, stamp in stamps(tiny / "public").items() if path.startswith("feeds/openactive/")}

    before = pages()
    done(build(tiny, at="2026-11-21T10:05:00+08:00"))
    assert pages() == before
    change_rows(tiny, "INSERT INTO activity_change(activity_id,occurs_at,change,note) VALUES('daily','2026-11-25T10:00','cancelled','停电');")
    done(build(tiny, at="2026-11-21T10:10:00+08:00"))
    after = pages()
    new = set(after) - set(before)
    assert len(new) == 1 and set(before) <= set(after)
    # Besides the new end: what was the end, and the page on which that date stood.
    assert len({path for path in before if before[path] != after[path]}) == 2


def test_dates_hold_without_a_rebuild(public):
    """Nothing in an item is said of a moment: days and states, with their times."""
    text = "".join(file.read_text(encoding="utf-8") for file in (public / "feeds/openactive").rglob("*.json"))
    assert not re.search("今天|明天|昨天|正在", "".join(re.findall(r'"schedulingNote":"([^"]*)"', text)))
    shown = outputs.opportunities(public)
    assert {one.status for one in shown.values()} == {"scheduled", "moved", "cancelled"}
