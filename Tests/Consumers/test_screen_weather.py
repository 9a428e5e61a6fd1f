"""The weather from a keeper's script to the wall: the script of the documents, the published schema, a file that is broken, and a box without a network."""

import json
import subprocess
import sys

import jsonschema
import pytest
from screen_walk import look, open_screen
from serving import files_served
from support import NOW, ROOT, build, done, gongshi, problems, tiny, tiny_original, write  # noqa: F401

GIVEN = {
    "time": "2026-11-21T08:40:00+08:00", "station": "示范区", "sky": "多云", "celsius": 5.6, "humidity": 48, "wind": "北风3级", "aqi": 72,
    "days": [{"date": f"2026-11-{21 + number}", "sky": "晴", "min": number - 4, "max": number + 3} for number in range(9)],
    "alerts": [{"event": "大风", "colour": "blue", "text": "骑车慢行。", "sender": "示范区气象台", "sent": "2026-11-21T07:30:00+08:00", "expires": "2026-11-21T20:00:00+08:00"}],
}
SCREEN = "id: lobby\ntitle: 门厅屏\nweather: head\nband: foot\nplaylist:\n  - {slide: weather, seconds: 10}\n  - {slide: text, text: 请走北门}\n"
URGENT = "---\ntitle: 三号院停水\nkind: notice\ndate: 2026-11-21\nseverity: severe\nexpiresAt: 2026-11-21T23:00\ncategory: safety\n---\n正文。\n"


def example(directory, site):
    """Runs the script of the documents on what a source answers."""
    (directory / "now.json").write_text(json.dumps(GIVEN), encoding="utf-8")
    with files_served(directory) as server:
        return subprocess.run([sys.executable, ROOT / "docs/examples/weather.py", f"{server.address}/now.json", site], capture_output=True, text=True)


@pytest.fixture
def site(tiny, tmp_path):  # noqa: F811
    write(tiny, "content/screens/lobby.yaml", SCREEN)
    (tiny / "content/data").mkdir(exist_ok=True)
    source = tmp_path / "source"
    source.mkdir()
    assert example(source, tiny).returncode == 0
    return tiny


def feed_of(site):
    return json.loads((site / "public/feeds/v1/screens/lobby.json").read_text(encoding="utf-8"))


def shown(site, at):
    """The ids of what is told of the weather at an instant, built once at nine."""
    result = done(gongshi("preview", "screen", "lobby", "--built", NOW, "--instants", "--site", site, input=at + "\n"))
    told = json.loads(result.stdout)
    return [[one["id"] for one in told.get(name, []) if "weather" in one["id"]] for name in ("items", "band", "weather")]


def test_the_example_writes_what_the_schema_says(site):
    report = json.loads((site / "content/data/weather.json").read_text(encoding="utf-8"))
    result = build(site)
    assert done(result) and problems(result.stderr) == []
    schema = json.loads((site / "public/feeds/v1/schema/weather.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    validator.check_schema(schema)
    validator.validate(report)
    for damage in (
        lambda d: d.pop("observedAt"), lambda d: d["now"].update(temperature="warm"), lambda d: d["now"].update(air=501),
        lambda d: d["warnings"][0].update(level="purple"), lambda d: d["warnings"][0].pop("expiresAt"), lambda d: d.update(moon="full"),
    ):
        broken = json.loads(json.dumps(report))
        damage(broken)
        assert not validator.is_valid(broken)
    assert not list((site / "content/data").glob("*~"))


def test_a_source_that_fails_leaves_the_last_file(site, tmp_path):
    """It grows too old by itself: nobody has to take it away."""
    before = (site / "content/data/weather.json").read_bytes()
    result = subprocess.run([sys.executable, ROOT / "docs/examples/weather.py", "http://127.0.0.1:9/now.json", site], capture_output=True)
    assert result.returncode != 0 and (site / "content/data/weather.json").read_bytes() == before
    assert shown(site, "2026-11-21T11:39:59+08:00")[0][1] == "weather-now"
    assert shown(site, "2026-11-21T11:40:00+08:00") == [["weather-warning-1", *(f"weather-2026-11-{day}" for day in range(21, 28))], ["band-weather-1"], ["weather-line-1"]]
    assert shown(site, "2026-11-21T20:00:00+08:00")[1:] == [[], []]
    assert shown(site, "2026-11-22T08:40:00+08:00") == [[], [], []]


@pytest.mark.parametrize("text", ["", "{", "[1]", "<html>502</html>", '{"observedAt": "soon"}', "\x00\x01"])
def test_a_broken_file_stops_no_urgent_notice(site, text):
    write(site, "content/notices/water.md", URGENT)
    (site / "content/data/weather.json").write_text(text, encoding="utf-8")
    result = build(site)
    assert done(result)
    assert problems(result.stderr) and {problem.split(": ")[1] for problem in problems(result.stderr)} == {"warning[weather.broken]"}
    assert all(problem.startswith("content/data/weather.json") for problem in problems(result.stderr))
    feed = feed_of(site)
    assert [item["title"] for item in feed["items"] if item["id"] == "alert-water"] == ["三号院停水"]
    assert not [item for item in feed["items"] if "weather" in item["id"]] and "weather" not in feed


def test_a_mistake_is_named_by_its_place(site):
    path = site / "content/data/weather.json"
    report = json.loads(path.read_text(encoding="utf-8"))
    report["warnings"][0]["level"] = "violet"
    path.write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
    line = 1 + path.read_text(encoding="utf-8").split("violet")[0].count("\n")
    result = done(build(site, "--language", "zh"))
    assert f"content/data/weather.json:{line}:" in result.stderr and "warnings[0]" in result.stderr and "蓝色" in result.stderr
    assert [item["id"] for item in feed_of(site)["items"] if item["id"] == "weather-now"]


SAID = """function () {
  function text(id) { return document.getElementById(id).textContent; }
  return {head: text('weather-head'), strip: text('strip'), body: document.querySelector('.layer.shown').textContent};
}"""


def wait(page, hours):
    """Hour by hour: an engine answers within a minute."""
    for _ in range(hours):
        page.evaluate("fakeClock.advance(3600 * 1000)")


def test_on_the_wall_and_offline(engine, site):
    """In the head, in the band, on its slide; three hours later, with the server gone, nothing of it but what still holds; a day later nothing."""
    # Few slides a day: the clock goes through them all.
    write(site, "content/screens/lobby.yaml", SCREEN.replace("seconds: 10", "seconds: 120").replace("北门}", "北门, seconds: 120}"))
    done(build(site))
    with files_served(site / "public") as server:
        page = open_screen(engine, f"{server.address}/screens/lobby/", 1920, 1080, NOW)
        said = page.evaluate(SAID)
        assert "多云 6°C" in said["head"] and "大风蓝色预警" in said["head"] and "骑车慢行。" in said["strip"]
        for _ in range(60):
            if "48%" in page.evaluate(SAID)["body"]:
                break
            page.evaluate("fakeClock.advance(5000)")
        assert look(page).faults == [] and "空气良 72" in page.evaluate(SAID)["body"]
    wait(page, 3)
    said = page.evaluate(SAID)
    assert "6°C" not in said["head"] and "多云" not in said["head"] + said["body"] and "大风蓝色预警" in said["head"] and "骑车慢行。" in said["strip"]
    wait(page, 24)
    said = page.evaluate(SAID)
    assert said["head"] == said["strip"] == "" and "预警" not in said["body"] and "晴" not in said["body"]
