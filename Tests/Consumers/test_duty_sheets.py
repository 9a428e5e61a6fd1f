"""Duty sheets as offices keep them: made with openpyxl, imported as they lie there, and read where residents look."""

import datetime
import json

import openpyxl
import pytest
from serving import files_served
from support import NOW, build, check, done, environment, gongshi

ZH = environment(LANG="zh_CN.UTF-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    root = tmp_path_factory.mktemp("duty")
    done(gongshi("init", "桃园社区", "--at", NOW, cwd=root, env=ZH))
    (root / "桃园社区/content/screens/门厅.yaml").write_text("id: hall\ntitle: 门厅\nplaylist: [{slide: roster, seconds: 20}]\n", encoding="utf-8")
    return root / "桃园社区"


def workbook(file, rows, merged=()):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(file)
    return file


def imported(site, file, *arguments):
    return gongshi("activities", "import", file, "--apply", "--at", NOW, *arguments, cwd=site, env=ZH)


def shifts(site):
    done(build(site))
    feed = json.loads((site / "public/feeds/v1/shifts.json").read_text(encoding="utf-8"))["data"]
    return [(one["startsAtLocal"][5:16], one["endsAtLocal"][5:16], one["post"], one["holder"] or one["phone"]) for one in feed]


@pytest.mark.parametrize("layout", ["wide", "long", "week"])
def test_an_offices_sheet_is_imported_as_it_is(made, tmp_path, layout):
    """Titles over all columns, dates merged over two lines, real date cells, remarks below: then on the feed, on the unit's page and on the screen."""
    site = made
    day = datetime.date(2026, 11, 21)
    if layout == "wide":
        rows = [["桃园社区2026年11月值班表"], ["日期", "星期", "带班领导", "白班（8:30-17:30）", "夜班（17:30-8:30）", "值班电话"],
                ["11月21日", "六", "社区副书记", "综合岗", "治安岗", "0531-0000-1301"], ["11月22日", "日", "社区副主任", "服务岗", "—", "0531-0000-1301"],
                ["注：节假日另排"]]
        book = workbook(tmp_path / "2026年11月值班表.xlsx", rows, ["A1:F1", "A5:F5"])
        wanted = [("11-21 00:00", "11-22 00:00", "带班领导", "社区副书记"), ("11-21 08:30", "11-21 17:30", "白班", "综合岗"),
                  ("11-21 17:30", "11-22 08:30", "夜班", "治安岗"), ("11-22 00:00", "11-23 00:00", "带班领导", "社区副主任"),
                  ("11-22 08:30", "11-22 17:30", "白班", "服务岗")]
    elif layout == "long":
        rows = [["日期", "班次", "时段", "值班单位", "电话"], [day, "白班", "8:30-17:30", "综合岗", "0531-0000-1301"],
                [None, "夜班", "17:30-8:30", "治安岗", "0531-0000-1302"], [datetime.date(2026, 11, 22), "全天", "24小时", "服务岗", ""]]
        book = workbook(tmp_path / "值班安排.xlsx", rows, ["A2:A3"])
        wanted = [("11-21 08:30", "11-21 17:30", "白班", "综合岗"), ("11-21 17:30", "11-22 08:30", "夜班", "治安岗"),
                  ("11-22 00:00", "11-23 00:00", "全天", "服务岗")]
    else:
        rows = [["2026年值班表"], ["日期", "值班领导", "值班人员"], ["11月16日—11月22日", "社区副书记", "综合岗"], ["11.23-11.29", "社区副主任", "服务岗"]]
        book = workbook(tmp_path / "值班.xlsx", rows)
        wanted = [("11-16 00:00", "11-23 00:00", "值班领导", "社区副书记"), ("11-16 00:00", "11-23 00:00", "值班", "综合岗"),
                  ("11-23 00:00", "11-30 00:00", "值班领导", "社区副主任"), ("11-23 00:00", "11-30 00:00", "值班", "服务岗")]
    done(imported(site, book, "--replace", "--yes"))
    assert shifts(site) == wanted
    page = (site / "public/units/tao-yuan-she-qu/index.html").read_text(encoding="utf-8")
    assert all(holder in page for *_, holder in wanted) and 'id="duty"' in page


def test_who_is_on_duty_goes_by_the_readers_clock(made, tmp_path, browser):
    """On the page and on the wall, from one build: by day, by night, and on the day after. What is over is gone."""
    rows = [["日期", "白班（8:30-17:30）", "夜班（17:30-8:30）"], [datetime.date(2026, 11, 21), "综合岗", "治安岗"], [datetime.date(2026, 11, 22), "服务岗", "门卫岗"]]
    done(imported(made, workbook(tmp_path / "值班表.xlsx", rows), "--replace", "--yes"))
    done(build(made))
    with files_served(made / "public") as server:
        for at, on_duty, gone in (("2026-11-21T10:00", ["综合岗"], []), ("2026-11-22T02:00", ["治安岗"], ["综合岗"]), ("2026-11-22T20:00", ["门卫岗"], ["治安岗", "服务岗"])):
            page = browser.new_page(timezone_id="Asia/Shanghai")
            page.clock.install(time=datetime.datetime.fromisoformat(at + "+08:00"))
            page.goto(f"{server.address}/units/tao-yuan-she-qu/")
            current = page.locator(".shift.is-current")
            assert [text for one in current.all_inner_texts() for text in ("综合岗", "治安岗", "服务岗", "门卫岗") if text in one] == on_duty
            shown = " ".join(one.inner_text() for one in page.locator(".shift").all() if one.is_visible())
            assert not [text for text in gone if text in shown] and on_duty[0] in shown
            page.close()
    for at, wanted in (("2026-11-21T10:00:00+08:00", ["综合岗", "治安岗", "服务岗", "门卫岗"]), ("2026-11-22T12:00:00+08:00", ["服务岗", "门卫岗"])):
        shown = done(gongshi("preview", "screen", "hall", "--at", at, cwd=made)).stdout
        assert [text for text in ("综合岗", "治安岗", "服务岗", "门卫岗") if text in shown] == wanted, shown


def test_names_need_the_sites_word(made, tmp_path):
    """Refused with where and what to write, once for each column; published where the site says so."""
    site = made
    settings = site / "content/site.yaml"
    rows = [["2026年11月值班表"], ["日期", "带班领导", "值班电话"]] + [[f"11月{day}日", "王小明", "0531-0000-1301"] for day in (23, 24, 25)]
    book = workbook(tmp_path / "值班表.xlsx", rows)
    refused = imported(site, book)
    assert refused.returncode == 1 and refused.stderr.count("privacy.person-name") == 1
    assert "B3" in refused.stderr and "共 3 处" in refused.stderr and "dutyNames: public" in refused.stderr
    before = settings.read_text(encoding="utf-8")
    settings.write_text(before + "dutyNames: public\n", encoding="utf-8")
    done(imported(site, book))
    assert any(holder == "王小明" for *_, holder in shifts(site))
    settings.write_text(before, encoding="utf-8")
    assert "privacy.person-name" in check(site).stderr
    done(gongshi("activities", "undo", "--at", NOW, cwd=site))


def test_what_is_exported_comes_back_the_same(made, tmp_path):
    site = made
    done(imported(site, workbook(tmp_path / "值班表.xlsx", [["日期", "班次", "时段", "值班人员"], [datetime.date(2026, 11, 23), "夜班", "17:30-8:30", "治安岗"]])))
    for language in ("zh", "en"):
        target = tmp_path / f"{language}.xlsx"
        done(gongshi("activities", "export", target, "--table", "shift", "--language", language, cwd=site, any_day=True))
        again = done(gongshi("activities", "import", target, "--at", NOW, cwd=site, env=ZH))
        assert "新增 0，修改 0" in again.stdout
