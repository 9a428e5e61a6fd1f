"""`/feeds/cap.xml` by the Common Alerting Protocol 1.2 (OASIS, 2010), §3.2, and as Xibo's CAP connector reads it."""

import re
from xml.etree import ElementTree

import pytest
from players import XiboCAP
from support import NOW, build, done, edit, tiny, tiny_original, write  # noqa: F401

CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")
ANY, PLAIN = re.compile(r".+", re.S), re.compile(r"[^\s,<&]+")
LANGUAGE, ADDRESS = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*"), re.compile(r"https?://\S+")


def one_of(words):
    return re.compile("|".join(words.split()))


# Each element in its order: (name, least, most, what it may hold); a list is what is within.
AREA = [("areaDesc", 1, 1, ANY), ("polygon", 0, 99, ANY), ("circle", 0, 99, ANY), ("geocode", 0, 99, ANY), ("altitude", 0, 1, ANY), ("ceiling", 0, 1, ANY)]
INFO = [
    ("language", 0, 1, LANGUAGE),
    ("category", 1, 99, one_of("Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other")), ("event", 1, 1, ANY),
    ("responseType", 0, 99, one_of("Shelter Evacuate Prepare Execute Avoid Monitor Assess AllClear None")),
    ("urgency", 1, 1, one_of("Immediate Expected Future Past Unknown")), ("severity", 1, 1, one_of("Extreme Severe Moderate Minor Unknown")),
    ("certainty", 1, 1, one_of("Observed Likely Possible Unlikely Unknown")), ("audience", 0, 1, ANY), ("eventCode", 0, 99, ANY),
    ("effective", 0, 1, TIME), ("onset", 0, 1, TIME), ("expires", 0, 1, TIME), ("senderName", 0, 1, ANY), ("headline", 0, 1, ANY),
    ("description", 0, 1, ANY), ("instruction", 0, 1, ANY), ("web", 0, 1, ADDRESS), ("contact", 0, 1, ANY), ("parameter", 0, 99, ANY),
    ("resource", 0, 99, ANY), ("area", 0, 99, AREA),
]
ALERT = [
    ("identifier", 1, 1, PLAIN), ("sender", 1, 1, PLAIN), ("sent", 1, 1, TIME), ("status", 1, 1, one_of("Actual Exercise System Test Draft")),
    ("msgType", 1, 1, one_of("Alert Update Cancel Ack Error")), ("source", 0, 1, ANY), ("scope", 1, 1, one_of("Public Restricted Private")),
    ("restriction", 0, 1, ANY), ("addresses", 0, 1, ANY), ("code", 0, 99, ANY), ("note", 0, 1, ANY), ("references", 0, 1, ANY),
    ("incidents", 0, 1, ANY), ("info", 0, 99, INFO),
]


def problems(node, elements, path="alert"):
    names = [name for name, *_ in elements]
    found = []
    tags = [child.tag.removeprefix(CAP) for child in node]
    found += [f"{path}: unknown {tag}" for tag in tags if tag not in names]
    known = [names.index(tag) for tag in tags if tag in names]
    if known != sorted(known):
        found.append(f"{path}: order {tags}")
    for name, least, most, content in elements:
        if not least <= tags.count(name) <= most:
            found.append(f"{path}: {tags.count(name)} {name}")
    for child in node:
        name = child.tag.removeprefix(CAP)
        content = next((content for one, _, _, content in elements if one == name), ANY)
        if isinstance(content, list):
            found += problems(child, content, f"{path}/{name}")
        elif not content.fullmatch(child.text or "") or len(child):
            found.append(f"{path}/{name}: {child.text!r}")
    return found


def read(public):
    root = ElementTree.fromstring((public / "feeds/cap.xml").read_bytes())
    assert root.tag == f"{CAP}alert"
    assert problems(root, ALERT) == []
    return root


def notice(title, **keys):
    lines = {"title": title, "kind": "notice", "date": "2026-11-21"} | {key: value for key, value in keys.items() if key != "text"}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in lines.items()) + f"---\n{keys.get('text', title)}。\n"


@pytest.fixture
def stormy(tiny):  # noqa: F811
    """Three that are on, one that was, one that will be."""
    write(tiny, "content/notices/wind.md", notice("大风 & <雷电>", severity="moderate", expiresAt="2026-11-22", category="safety", unit="yard-1"))
    write(tiny, "content/notices/fire.md", notice(
        "南门起火", severity="extreme", publishAt="2026-11-21T08:30", expiresAt="2026-11-21T11:00", instruction="走北门，不坐电梯", unit="yard",
        contact="值班室"))
    write(tiny, "content/notices/flood.md", notice("地下车库进水", severity="severe", expiresAt="2026-11-23"))
    write(tiny, "content/notices/past.md", notice("已经过去", severity="severe", expiresAt="2026-11-21T08:59", publishAt="2026-11-21T08:00"))
    write(tiny, "content/notices/later.md", notice("还没到", severity="severe", publishAt="2026-11-21T10:00", expiresAt="2026-11-24"))
    return tiny


def test_the_alert_is_as_the_standard_has_it(stormy):
    done(build(stormy))
    root = read(stormy / "public")
    assert root.findtext(f"{CAP}sender") == "yard.example.cn"
    assert root.findtext(f"{CAP}sent") == "2026-11-21T08:30:00+08:00"
    infos = [{child.tag.removeprefix(CAP): child.text for child in info} for info in root.iter(f"{CAP}info")]
    assert [(one["headline"], one["severity"]) for one in infos] == [("南门起火", "Extreme"), ("地下车库进水", "Severe"), ("大风 & <雷电>", "Moderate")]
    assert [one.get("expires") for one in infos] == ["2026-11-21T11:00:00+08:00", "2026-11-24T00:00:00+08:00", "2026-11-23T00:00:00+08:00"]
    assert [one["effective"] for one in infos] == ["2026-11-21T08:30:00+08:00", "2026-11-21T00:00:00+08:00", "2026-11-21T00:00:00+08:00"]
    assert [one.get("instruction") for one in infos] == ["走北门，不坐电梯", None, None]
    assert infos[0]["contact"] == "值班室" and infos[0]["web"] == "https://yard.example.cn/notices/fire/"
    assert [area.text for area in root.iter(f"{CAP}areaDesc")] == ["小院", "小院公示", "第一网格"]


def test_the_sample_is_valid(public):
    body = (public / "feeds/cap.xml").read_bytes()
    assert not body or read(public) is not None


def test_it_follows_each_release(stormy):
    headlines = []
    for now in (NOW, "2026-11-21T10:30:00+08:00", "2026-11-21T11:00:00+08:00", "2026-11-23T00:00:00+08:00"):
        done(build(stormy, at=now))
        headlines.append([one.text for one in read(stormy / "public").iter(f"{CAP}headline")])
    assert headlines == [
        ["南门起火", "地下车库进水", "大风 & <雷电>"], ["南门起火", "还没到", "地下车库进水", "大风 & <雷电>"],
        ["还没到", "地下车库进水", "大风 & <雷电>"], ["还没到", "地下车库进水"],
    ]


def test_without_an_alert_the_body_is_empty(tiny):  # noqa: F811
    done(build(tiny))
    assert (tiny / "public/feeds/cap.xml").read_bytes() == b""
    assert XiboCAP().read(b"") == ("No Alerts", [])


def test_xibo_reads_each_info_as_an_item(stormy):
    done(build(stormy))
    status, items = XiboCAP().read((stormy / "public/feeds/cap.xml").read_bytes())
    assert status == "Actual Alerts"
    assert [(one["headline"], one["areaDesc"]) for one in items] == [("南门起火", "小院"), ("地下车库进水", "小院公示"), ("大风 & <雷电>", "第一网格")]


def identifier(site, **options):
    done(build(site, **options))
    return read(site / "public").findtext(f"{CAP}identifier")


def test_a_message_has_one_identifier_and_another_text_another(stormy):
    first = identifier(stormy)
    assert identifier(stormy, at="2026-11-21T09:20:00+08:00") == first
    edit(stormy, "content/notices/fire.md", "走北门，不坐电梯", "走西门，不坐电梯")
    second = identifier(stormy)
    assert second != first
    (stormy / "content/notices/flood.md").unlink()
    assert identifier(stormy) not in (first, second)


@pytest.mark.parametrize("zone, offset", [("UTC", "+00:00"), ("Asia/Tokyo", "+09:00")])
def test_times_have_a_numeric_offset(stormy, zone, offset):
    edit(stormy, "content/site.yaml", "timeZone: Asia/Shanghai", f"timeZone: {zone}")
    done(build(stormy, at="2026-11-21T09:00:00Z"))
    assert read(stormy / "public").findtext(f"{CAP}sent").endswith(offset)


def test_the_check_can_fail():
    text = "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><sender>a b</sender><identifier>1</identifier><sent>2026-11-21T09:00:00Z</sent></alert>"
    found = problems(ElementTree.fromstring(text), ALERT)
    assert {one.split(":")[1].split()[0] for one in found} >= {"order", "0", "'a", "'2026-11-21T09"}
