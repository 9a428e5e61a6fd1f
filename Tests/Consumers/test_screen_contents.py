"""What slides say, read from a screen's feed and `gongshi preview screen`; no browser needed."""

import json
import re

import pytest
from english_site import make_english_site
from support import NOW, build, change_rows, check, done, edit, gongshi, png, problems, tiny, tiny_original, write  # noqa: F401

ROWS = """
INSERT INTO activity(id,title,kind,unit_id,venue_id,starts_at,ends_at,updated_at) VALUES
  ('choir','大合唱','culture','yard','hall','2026-11-22T14:00','2026-11-22T16:00','2026-11-01T08:00'),
  ('watch','守夜','volunteer','yard-1','yard-room','2026-11-21T23:00','2026-11-22T00:45','2026-11-01T08:00'),
  ('camp','营','sport','yard-1','yard-room','2026-11-22T10:00','2026-11-24T12:00','2026-11-01T08:00');
INSERT INTO measure(id,unit_id,title) VALUES('old','yard','旧数');
INSERT INTO measured(measure_id,unit_id,as_of,value) VALUES('old','yard','2019-11-15',3);
"""
SCREEN = """\
id: lobby
title: 门厅屏
units: [yard]
playlist:
  - {slide: today}
  - {slide: week}
  - {slide: notices}
  - {slide: figures, unit: yard}
  - {slide: text, text: "![北门](/images/gate.png)"}
"""
PART = "id: part\ntitle: 一网格屏\nunits: [yard-1]\nplaylist:\n  - {slide: rooms, venues: [hall]}\n"


def notice(title, date, **fields):
    lines = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\ntitle: {title}\nkind: notice\ndate: {date}\nunit: yard\n{lines}---\n{title}。\n"


@pytest.fixture
def site(tiny):
    change_rows(tiny, ROWS)
    write(tiny, "content/screens/lobby.yaml", SCREEN)
    write(tiny, "content/screens/part.yaml", PART)
    write(tiny, "content/notices/ahead.md", notice("明年再说", "2026-12-25"))
    write(tiny, "content/notices/ahead-alert.md", notice("还没到", "2026-11-23", severity="severe", expiresAt="2026-11-24"))
    write(tiny, "content/notices/due-alert.md", notice("到点断水", "2026-11-20", severity="moderate", publishAt="2026-11-22T10:00", expiresAt="2026-11-22T12:00"))
    write(tiny, "content/notices/old.md", notice("老公告", "2023-11-22", expiresAt="2026-12-31"))
    write(tiny, "content/notices/stale.md", notice("旧闻", "2026-10-21"))
    write(tiny, "content/notices/month.md", notice("上月的公告", "2026-10-23"))
    done(build(tiny))
    return tiny


def feed(site, screen="lobby"):
    return json.loads((site / f"public/feeds/v1/screens/{screen}.json").read_text())


def items(site, kind, at, screen="lobby"):
    """Those of a kind of slide that may be shown at a time, in order."""
    found = feed(site, screen)
    slide = next(one for one in found["data"] if one["kind"] == kind)
    return [item for item in (found["items"][index] for index in slide["items"]) if item["from"] <= at < item["until"]]


def shown(site, at, screen="lobby"):
    return json.loads(done(gongshi("preview", "screen", screen, "--site", site, "--built", NOW, "--at", at)).stdout)


def test_a_room_is_taken_by_whoever_holds_what_is_in_it(site):
    assert items(site, "rooms", "2026-11-22T15:00:00+08:00", "part")[0]["now"].startswith("大合唱")


@pytest.mark.parametrize("at, titles", [
    ("2026-11-21T23:30:00+08:00", ["守夜"]), ("2026-11-22T00:20:00+08:00", ["守夜", "太极", "营", "大合唱"]),
    ("2026-11-23T11:00:00+08:00", ["营"]), ("2026-11-24T12:00:00+08:00", []),
])
def test_what_runs_on_has_one_row_on_each_of_its_days(site, at, titles):
    assert [item["title"] for item in items(site, "today", at) if "group" not in item] == titles
    groups = [item["group"] for item in items(site, "week", at)]
    assert groups == sorted(groups, key=lambda group: [int(number) for number in group.split(" ")[0].replace("日", "").split("月")])
    assert not groups or groups[0] >= f"11月{int(at[8:10])}日"


def test_a_later_build_says_the_same(site):
    before = [item["title"] for item in items(site, "today", "2026-11-23T11:00:00+08:00")]
    done(build(site, at="2026-11-23T10:30:00+08:00"))
    assert [item["title"] for item in items(site, "today", "2026-11-23T11:00:00+08:00")] == before


def test_a_notice_is_not_on_the_wall_before_its_day(site):
    assert "明年再说" not in {item["title"] for item in feed(site)["items"]}
    assert not shown(site, "2026-11-22T23:59:59+08:00")["interruption"]
    assert shown(site, "2026-11-23T00:00:00+08:00")["interruption"]
    assert "还没到" not in (site / "public/feeds/cap.xml").read_text()


def test_the_code_of_what_is_due_opens_something(site):
    found = feed(site)
    alert = next(item for item in found["items"] if item["id"] == "alert-due-alert")
    assert found["codes"][alert["code"]]["url"] == "https://yard.example.cn/notices/"


def test_another_years_day_says_its_year(site):
    assert "2023年11月22日" in next(item["line"] for item in feed(site)["items"] if item["title"] == "老公告")
    assert "2019年11月15日" in next(item["line"] for item in feed(site)["items"] if item["title"] == "旧数")


def test_a_notice_without_an_end_is_news_for_a_month(site):
    """Or for as many days as its slide says; the portal keeps it."""
    until = {item["title"]: item["until"] for item in feed(site)["items"]}
    assert "旧闻" not in until and until["上月的公告"] == "2026-11-23T00:00:00+08:00"
    edit(site, "content/screens/lobby.yaml", "{slide: notices}", "{slide: notices, days: 90}")
    done(build(site))
    assert "旧闻" in {item["title"] for item in feed(site)["items"]}


def test_a_texts_pictures_travel_with_it(site):
    assert [one["url"] for one in feed(site)["pictures"]] == ["/images/gate.png"]


def test_nothing_is_claimed_of_days_beyond_the_horizon(site):
    assert "empty" not in next(slide for slide in feed(site)["data"] if slide["kind"] == "week")


@pytest.mark.parametrize("arguments, status, said", [
    (["lobbi", "--at", NOW], 2, "did you mean “lobby”?"), (["lobby", "--at", "2026-11-21T09:00"], 2, "+08:00"),
    (["lobby", "--instants"], 2, "--built"), (["lobby", "--built", NOW, "--instants"], 1, "is no RFC 3339 time"),
])
def test_preview_answers_mistakes(site, arguments, status, said):
    result = gongshi("preview", "screen", *arguments, "--site", site, input="yesterday\n", any_day=True)
    assert (result.returncode, said in result.stderr) == (status, True), result.stderr


def test_what_repeats_at_a_time_does_not_depend_on_when_it_was_built(site):
    """The same content, built at nine and at eleven: the same slide at noon, as far into its time."""
    at = "2026-11-21T12:00:30+08:00"
    later = json.loads(done(gongshi("preview", "screen", "lobby", "--site", site, "--built", "2026-11-21T11:00:00+08:00", "--at", at)).stdout)
    assert {**later, "generation": 0} == {**shown(site, at), "generation": 0}


# Nothing of these can be seen on a wall.
BLANK = {
    "a data block": "```activities\ndays: 7\n```\n", "several": "```metrics\n```\n\n```rosters\n```\n",
    "in a list": "- ```activities\n  ```\n", "a rule": "---\n", "a comment": "<!-- 待写 -->\n", "spaces": "&nbsp;　\n", "an empty heading": "##\n",
}
DRAWN = {
    "words": "今天\n", "words beside a block": "```metrics\n```\n\n看一楼。\n", "a picture": "![](/images/gate.png)\n", "code": "```\nls\n```\n",
    "a table": "| 甲 |\n|--|\n",
}


def text_screen(text):
    body = "".join(f"      {line}\n" for line in text.splitlines())
    return f"id: lobby\ntitle: 门厅屏\nunits: [yard]\nplaylist:\n  - {{slide: notices}}\n  - slide: text\n    text: |\n{body}evergreen:\n  - slide: text\n    text: |\n{body}"


def shown_kinds(found):
    return {found["data"][slide]["kind"] for round in found["rounds"] for slide, _ in round}


@pytest.mark.parametrize("text", BLANK.values(), ids=BLANK)
def test_a_text_without_anything_to_draw_is_left_out_and_told_of(tiny, text):
    write(tiny, "content/screens/lobby.yaml", text_screen(text))
    result = done(build(tiny))
    lines = len(text.splitlines())
    assert [line for line in problems(result.stderr) if "screen." in line] == [
        f"content/screens/lobby.yaml:{line}:12: warning[screen.blank-text]" for line in (6, 9 + lines)]
    assert "  help: " in result.stderr and "figures" in result.stderr
    assert shown_kinds(feed(tiny)) == {"notices", "cover"}


@pytest.mark.parametrize("text", DRAWN.values(), ids=DRAWN)
def test_a_text_with_something_to_draw_is_shown(tiny, text):
    write(tiny, "content/screens/lobby.yaml", text_screen(text))
    assert "screen.blank-text" not in done(build(tiny)).stderr
    assert shown_kinds(feed(tiny)) == {"notices", "text"}


def test_a_text_without_a_title_has_a_heading_for_readers(tiny):
    """Not the name of its kind, which is for those who write playlists."""
    for language, title in {"zh-Hans": "温馨提示", "en": "Please note"}.items():
        write(tiny, "content/screens/lobby.yaml", f"id: lobby\ntitle: 门厅屏\nlanguage: {language}\nplaylist: [{{slide: text, text: 请进}}]\n")
        done(build(tiny))
        assert feed(tiny)["data"][0]["title"] == title


@pytest.mark.parametrize("body", ["```activities\n```", "![另一家的门](https://elsewhere.example/gate.png)"])
def test_a_page_of_which_a_screen_can_draw_nothing_is_left_out_and_told_of(tiny, body):
    """Data blocks, and another site's picture, which a screen doesn't fetch."""
    edit(tiny, "content/site.yaml", "unit: yard", "unit: yard\nremoteImages: [elsewhere.example]")
    write(tiny, "content/pages/about.md", f"---\ntitle: 关于\nkind: page\n---\n{body}\n")
    write(tiny, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\nplaylist:\n  - {slide: notices}\n  - {slide: text, page: about}\n")
    result = done(build(tiny))
    assert problems(result.stderr) == ["content/screens/lobby.yaml:5:13: warning[screen.blank-text]"]
    assert shown_kinds(feed(tiny)) == {"notices", "cover"}


def test_what_a_page_has_beside_its_body_is_no_empty_frame(tiny):
    """Notices, brands, menus and venues show their titles and facts; an empty text is no line of theirs."""
    write(tiny, "content/notices/gate.md", "---\ntitle: 北门开放\nkind: notice\ndate: 2026-11-20\n---\n```activities\n```\n")
    write(tiny, "content/brands/yard.md", "---\ntitle: 小院合伙人\nkind: brand\nunit: yard\n---\n```activities\n```\n")
    write(tiny, "content/menus/convenience.md", "---\ntitle: 便民\nkind: menu\ncategory: convenience\nservices:\n  - {id: haircut, title: 理发}\n---\n```services\n```\n")
    write(tiny, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\nplaylist:\n  - {slide: notices}\n  - {slide: brand, brand: yard}\n  - {slide: menu, menu: convenience}\n")
    done(build(tiny))
    assert shown_kinds(feed(tiny)) == {"notices", "brand", "menu", "cover"}
    assert [item for item in feed(tiny)["items"] if item.get("text", " ") == "" or not item["title"]] == []


# Han, and the marks and full-width forms that go with it.
CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


@pytest.fixture(scope="module")
def english(tmp_path_factory):
    return make_english_site(tmp_path_factory.mktemp("english"))


@pytest.mark.parametrize("screen", ["landscape", "portrait", "urgent"])
def test_an_english_screens_feed_says_nothing_in_chinese(english, screen):
    assert CHINESE.findall((english / f"public/feeds/v1/screens/{screen}.json").read_text()) == []


@pytest.mark.parametrize("kind, member, texts", [
    ("today", "mark", {"Extra", "Changed", "Cancelled"}), ("today", "side", {"14 places left", "1 place left", "Full"}),
    ("today", "when", {"08:30–09:30", "All day", "21 Nov 22:00 – 22 Nov 06:00", "10:00–11:00", "12:00–13:00", "17:00–18:00", "19:00–20:00", "15:00–16:00"}),
    ("today", "chip", {"Sport", "Theory", "Practice", "Online", "Other", "Volunteering", "Council", "Meeting"}),
    ("today", "line", {"Hall · The club", "Hall", "Room", "Now: Sun 22 Nov 15:00–16:00, Hall"}),
    ("changes", "when", {"Sat 21 Nov 15:00–16:00", "Sat 21 Nov 17:00–18:00", "Sun 22 Nov 08:30–09:30", "Tue 24 Nov 09:00–10:00"}),
    ("changes", "line", {"Now: Sun 22 Nov 15:00–16:00, Hall", "Room", "Hall"}),
    ("notices", "side", {"5 working days left, until 27 Nov", "Valid until 26 Nov 12:00", "Valid until 31 Jan 2027"}),
    ("roster", "when", {"16–22 Nov", "1–30 Nov"}), ("menu", "side", {"Free", "10 yuan"}), ("honours", "when", {"2025"}),
    ("almanac", "when", {"Nov 2026"}), ("almanac", "chip", {"1783"}), ("brand", "chip", {"Edition 2.0"}),
])
def test_what_an_english_screen_says(english, kind, member, texts):
    at = "2026-11-21T09:00:00+08:00"
    # What is over by nine stays in the day's list until midnight, and the countdown starts on Monday.
    at = {"today": "2026-11-21T08:00:00+08:00", "notices": "2026-11-23T09:00:00+08:00"}.get(kind, at)
    assert {item[member] for item in items(english, kind, at, "landscape") if member in item} == texts


def test_the_days_of_an_english_screen(english):
    days = {day["date"]: day for day in feed(english, "landscape")["days"]}
    assert days["2026-11-21"] == {"date": "2026-11-21", "label": "Sat 21 Nov", "short": "21 Nov"}
    assert [days[date]["line"] for date in ("2026-11-22", "2026-12-04")] == ["Lesser Snow", "Constitution Day"]
    venues = [item["lines"] for item in items(english, "venue", "2026-11-21T09:00:00+08:00", "landscape")]
    assert venues == [
        ["Address: 1 Yard Road", "Open: Mon–Fri 08:30–20:30; Sat, Sun 09:00–12:00, 14:00–17:00; public holidays closed", "Tel: 0531-0000-1202",
         "Facilities: Lift, Ramp"], ["Open: always"]]
    charts = [item["series"] for item in items(english, "figures", "2026-11-21T09:00:00+08:00", "landscape") if "series" in item]
    assert [[point["label"] for point in series] for series in charts] == [["Sep", "Oct", "Nov"], ["2024", "2026"], ["13 Nov", "14 Nov", "15 Nov"]]


@pytest.mark.parametrize("days, labels", [
    (["2024-01-05", "2025-01-05", "2026-11-05"], ["2024年", "2025年", "2026年"]), (["2025-12-05", "2026-01-05", "2026-11-05"], ["12月", "1月", "11月"]),
    (["2025-11-05", "2025-12-05", "2026-11-05"], ["2025年11月", "2025年12月", "2026年11月"]),
    (["2026-10-05", "2026-10-06", "2026-11-05"], ["10/5", "10/6", "11/5"]),
    (["2024-10-05", "2025-10-05", "2025-10-06"], ["2024年10月5日", "2025年10月5日", "2025年10月6日"]),
])
def test_a_charts_columns_are_told_from_each_other(tiny, days, labels):
    history = ",".join(f"('doors','yard','{day}',-1234.5)" for day in days[:-1])
    change_rows(tiny, f"UPDATE measured SET value=12345,as_of='{days[-1]}'; INSERT INTO measured(measure_id,unit_id,as_of,value) VALUES{history};")
    write(tiny, "content/screens/lobby.yaml", "id: lobby\ntitle: 门厅屏\nplaylist:\n  - {slide: figures, chart: [doors]}\n")
    done(build(tiny))
    series = next(item["series"] for item in feed(tiny)["items"] if "series" in item)
    assert [point["label"] for point in series] == labels
    assert [point["text"] for point in series] == ["-1,234.5", "-1,234.5", "12,345"]
