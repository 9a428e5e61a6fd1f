"""The schedule and the notices as readers meet them, days after the build: the reader's own date decides."""

import datetime
import io
import json
import re

import pytest
import zxingcpp
from PIL import Image
from support import NOW, build, change_rows, done, tiny, tiny_original  # noqa: F401
from test_browser import START, sideways

WECHAT = "Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.40"


def visible_days(page):
    return page.eval_on_selector_all(
        "section.day", "days => days.filter(d => d.offsetParent !== null).map(d => d.getAttribute('data-date'))")


@pytest.mark.parametrize("days", [0, 1, 4, 9, 13])
def test_the_schedule_opens_on_the_readers_today(open_page, days):
    today = START + datetime.timedelta(days=days)
    page = open_page("/schedule/", at=today)
    shown = visible_days(page)
    assert shown[0] == today.date().isoformat()
    assert page.locator("section.day.is-today").get_attribute("data-date") == shown[0]
    last = (START + datetime.timedelta(days=14)).date()
    assert shown[-1] == last.isoformat()
    assert page.eval_on_selector_all("section.day", "days => days.filter(d => d.querySelector('details').open).map(d => d.dataset.date)") == shown[:1]
    strip = page.eval_on_selector_all(".week li", "days => days.filter(d => d.offsetParent !== null).map(d => d.dataset.date)")
    assert strip == shown[:7]
    page.click(f"section.day[data-date='{shown[-1]}'] summary")
    assert page.locator(f"section.day[data-date='{shown[-1]}'] .occurrences, section.day[data-date='{shown[-1]}'] .empty").is_visible()


def test_without_script_every_day_is_there_with_its_date(open_page):
    page = open_page("/schedule/", java_script_enabled=False)
    assert len(visible_days(page)) == 20
    assert page.locator("section.day details[open]").count() == 1
    assert page.locator(f"section.day[data-date='{NOW[:10]}'] .occurrence").first.is_visible()
    assert page.locator(".week a >> visible=true").count() == 20


def test_the_page_moves_to_the_next_day_at_midnight(open_page):
    page = open_page("/schedule/", at=START.replace(hour=23, minute=59))
    page.clock.run_for(120_000)
    assert page.locator("section.day.is-today").get_attribute("data-date") == "2026-11-22"
    assert visible_days(page)[0] == "2026-11-22"


def test_what_runs_over_midnight_is_still_shown_after_it(open_page, tiny, screen_sites):
    """A night market's second half belongs to the next day's list too, until it is over."""
    change_rows(tiny, """
        INSERT INTO activity(id,title,kind,unit_id,venue_id,starts_at,ends_at,updated_at)
        VALUES('night','夜市','culture','yard','yard-room','2026-11-24T20:00','2026-11-25T01:00','2026-11-01T08:00')""")
    done(build(tiny))
    screen_sites.public[str(tiny)] = tiny / "public"
    address = screen_sites.address(str(tiny))
    for moment, is_over in [("00:30", False), ("01:30", True)]:
        page = open_page("/schedule/", at=datetime.datetime.fromisoformat(f"2026-11-25T{moment}:00+08:00"), at_server=address)
        night = page.locator("section.day.is-today[data-date='2026-11-25'] .occurrence.continues")
        assert night.count() == 1 and "夜市" in night.inner_text(), moment
        assert ("is-over" in night.get_attribute("class").split()) == is_over, moment
        assert ("is-now" in night.get_attribute("class").split()) != is_over, moment
        assert page.locator("section.day[data-date='2026-11-24'] .occurrence.continues").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_a_month_is_one_table(open_page, width):
    page = open_page("/schedule/month/2026-11/", width=width)
    assert page.locator("table").count() == 1
    assert page.locator("table.month thead th[scope=col]").count() == 7
    assert page.locator("td.month-day").count() == 30
    assert page.locator("td.month-day.is-today").get_attribute("data-date") == NOW[:10]
    assert sideways(page) <= 0
    assert page.locator("td[data-date='2026-11-22'] .month-date").inner_text().startswith("22")


def test_days_are_labelled(open_page):
    page = open_page("/schedule/", at=datetime.datetime.fromisoformat("2026-11-22T09:00:00+08:00"))
    notes = dict(page.eval_on_selector_all(
        "section.day", "days => days.map(d => [d.dataset.date, d.querySelector('.day-note').textContent])"))
    assert notes["2026-11-22"] == "小雪" and notes["2026-11-21"] == "十月十三" and notes["2026-12-04"] == "国家宪法日"
    screen = open_page("/screens/quanxi-lobby/", at=datetime.datetime.fromisoformat("2026-11-22T09:00:00+08:00"), width=1920, height=1080)
    assert screen.locator("#lunar").inner_text() == "小雪"


@pytest.mark.parametrize("filter", ["venue/songtai-bookshop", "track/theory", "unit/huijin", "audience/elders", "free", "places-left"])
def test_each_filter_has_its_page_its_calendar_and_its_data(open_page, public, server, filter):
    page = open_page(f"/schedule/{filter}/")
    assert page.locator(f".filters a[href='/schedule/{filter}/'][aria-current=page]").count() == 1
    assert page.locator(".subscribe .button").get_attribute("href") == f"webcal://quanxi.example.cn/calendar/{filter}.ics"
    assert (public / f"calendar/{filter}.ics").exists() and (public / f"calendar/expanded/{filter}.ics").exists()
    data = json.loads((public / f"feeds/v1/activities/{filter}.json").read_text())["data"]
    assert data
    everything = json.loads((public / "feeds/v1/activities.json").read_text())["data"]
    keep = {
        "free": lambda one: one["feeYuan"] == 0,
        "places-left": lambda one: (one["remaining"] or 0) > 0 and one["status"] in ("scheduled", "moved"),
        "track/theory": lambda one: one["track"] == "theory",
        "audience/elders": lambda one: re.search("老年|老人|长者|退休|空巢|[678]0岁", one["audience"] or "") is not None,
    }.get(filter)
    if keep:
        assert data == [one for one in everything if keep(one)]


def test_what_is_over_stays_findable_for_ninety_days(open_page, public):
    days = sorted(path.name for path in (public / "schedule").iterdir() if re.fullmatch(r"\d{4}-\d\d-\d\d", path.name))
    assert days[0] == "2026-08-23"
    page = open_page("/schedule/")
    page.click("#filters > summary")
    months = page.locator(".months a[href^='/schedule/month/']")
    assert [link.inner_text() for link in months.all()] == ["2026年8月", "2026年9月", "2026年10月", "2026年11月", "2026年12月"]
    page = open_page("/schedule/2026-09-02/")
    assert page.locator(".occurrence.is-over").count() == page.locator(".occurrence").count() > 3
    page = open_page("/activities/songtai-homework/")
    past = page.locator("details.past")
    past.locator("summary").click()
    # 1 to 7 October are the National Day's.
    text = past.inner_text()
    assert "9月30日" in text and "10月8日" in text and "10月5日" not in text


@pytest.mark.parametrize("day, said", [
    ("2026-11-21", ""), ("2026-11-23", "还剩 5 个工作日"), ("2026-11-26", "还剩 2 个工作日"), ("2026-11-27", "今天是最后一天"), ("2026-11-28", "公示期已满"),
])
def test_a_public_notice_counts_down_by_the_readers_date(open_page, day, said):
    page = open_page("/notices/housekeeping-partner-public/", at=datetime.datetime.fromisoformat(f"{day}T10:00:00+08:00"))
    assert page.locator(".period").inner_text().startswith("公示期　5 个工作日，2026年11月23日至2026年11月27日")
    countdown = page.locator(".countdown")
    assert (countdown.inner_text() if countdown.is_visible() else "") == said
    assert page.locator(".expired-banner").is_visible() == (day == "2026-11-28")


def test_a_public_notice_leaves_the_lists_when_its_period_is_over(open_page):
    before = open_page("/notices/", at=datetime.datetime.fromisoformat("2026-11-27T23:00:00+08:00"))
    after = open_page("/notices/", at=datetime.datetime.fromisoformat("2026-11-28T00:01:00+08:00"))
    link = ".card a[href='/notices/housekeeping-partner-public/']"
    assert before.locator(link).is_visible() and not after.locator(link).is_visible()


def test_a_turn_of_a_roster_is_marked_by_the_readers_date(open_page):
    for day, holder in [("2026-11-22", "府东社区"), ("2026-11-23", "北槐社区"), ("2026-12-01", "嵩台社区")]:
        page = open_page("/units/quanxi/", at=datetime.datetime.fromisoformat(f"{day}T10:00:00+08:00"))
        assert holder in page.locator(".turn.is-current").text_content()


def test_codes_open_what_they_say(open_page):
    for path, address in [
        ("/schedule/venue/songtai-bookshop/", "https://quanxi.example.cn/schedule/venue/songtai-bookshop/#subscribe"),
        ("/activities/songtai-homework/", "https://quanxi.example.cn/activities/songtai-homework/#subscribe"),
        ("/venues/yunding-702/", "https://quanxi.example.cn/classroom/remote-guide/"),
    ]:
        picture = open_page(path, width=1280).locator("svg.qr").first.screenshot()
        assert [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))] == [address]


def test_wechat_readers_are_told_how_to_subscribe(open_page):
    page = open_page("/activities/songtai-homework/", user_agent=WECHAT)
    assert "在浏览器打开" in page.locator(".wechat-note").inner_text()
    assert not open_page("/activities/songtai-homework/").locator(".wechat-note").is_visible()


def test_what_was_moved_away_is_never_marked_as_going_on(open_page):
    """On 25 November the law clinic's old time comes: it is on the 26th."""
    page = open_page("/schedule/", at=datetime.datetime.fromisoformat("2026-11-25T14:40:00+08:00"))
    away = page.locator("[data-id='fudong-law-clinic_20261125T1430'].moved-away")
    assert away.is_visible() and "11月26日" in away.inner_text() and "已调整" in away.inner_text()
    assert "is-now" not in away.get_attribute("class")
    earlier = open_page("/schedule/", at=datetime.datetime.fromisoformat("2026-11-25T09:10:00+08:00"))
    assert earlier.locator(".occurrence.is-now").count() > 0
