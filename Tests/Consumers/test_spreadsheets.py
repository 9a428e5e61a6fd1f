"""Spreadsheets as people have them go in, and what comes out is read by other people's programs: openpyxl, LibreOffice, csv."""

import csv
import datetime
import io
import sqlite3
from pathlib import Path

import openpyxl
import pytest
from support import change_rows, database, done, environment, gongshi, problems, tiny, tiny_original  # noqa: F401

FIXTURES = Path(__file__).parent / "fixtures"
AT = "2026-11-21T09:00:00+08:00"


def community_workbook():
    """A workbook as a community worker keeps it: a title above the header, merged cells, dates of all kinds, notes, a hidden sheet."""
    book = openpyxl.Workbook()
    units = book.active
    units.title = "单位"
    units.append(["编号", "名称", "级别", "上级单位", "联系电话"])
    units.append(["quan", "泉社区", "社区", None, "0531-0000-1200"])
    units.append(["quan-1", "泉社区第一网格", "网格", "泉社区", None])
    sheet = book.create_sheet("活动")
    sheet["A1"] = "泉社区十一月活动安排"
    sheet.merge_cells("A1:H1")
    sheet.append(["序号", "活动编号", "活动名称", "类型", "课程类别", "主办社区", "日期", "时间", "时长（分钟）", "名额", "费用（元）", "状态"])
    sheet.append([1, "paper", "剪纸课", "先锋课堂", "实践操作", "泉社区", datetime.date(2026, 11, 25), datetime.time(15, 0), 90, 30, "免费", None])
    sheet.append([2, "tea", "茶话会", "会议", None, None, "2026年11月26日（周四）", "下午3:00-4:30", None, "不限", 12.5, "已取消"])
    sheet.append([3, "homework", "四点半课堂", "便民服务", None, "quan-1", datetime.datetime(2026, 11, 23), "每周一至周五 16:30", 60, 20, 0, "正常"])
    sheet.merge_cells("F3:F4")
    sheet["G3"].number_format = 'yyyy"年"m"月"d"日"'
    notes = book.create_sheet("填表说明")
    notes.append(["请勿改动活动编号"])
    hidden = book.create_sheet("活动备份")
    hidden.sheet_state = "hidden"
    hidden.append(["不", "算", "数"])
    return book


COMMUNITY_ROWS = [
    ("homework", "四点半课堂", "service", None, "quan-1", "2026-11-23T16:30", "2026-11-23T17:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", 20, 0.0, "scheduled"),
    ("paper", "剪纸课", "classroom", "practice", "quan", "2026-11-25T15:00", "2026-11-25T16:30", None, 30, 0.0, "scheduled"),
    ("tea", "茶话会", "meeting", None, "quan", "2026-11-26T15:00", "2026-11-26T16:30", None, None, 12.5, "cancelled"),
]


@pytest.fixture
def empty(tmp_path):
    """A new database on its own."""
    file = tmp_path / "new.sqlite"
    done(gongshi("activities", "init", "--database", file, cwd=tmp_path))
    return file


def imported(file, *arguments, at=AT, **options):
    return gongshi("activities", "import", "--database", file, "--at", at, *arguments, cwd=file.parent, **options)


def exported(file, *arguments, **options):
    return gongshi("activities", "export", "--database", file, *arguments, cwd=file.parent, **options)


def rows(file, sql):
    connection = sqlite3.connect(file)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


def activities(file):
    return rows(
        file,
        "SELECT id,title,kind,track,unit_id,starts_at,ends_at,rrule,capacity,fee_yuan,status FROM activity ORDER BY id",
    )


def contents(file):
    """All rows of all tables."""
    names = [name for (name,) in rows(file, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")]
    return {name: sorted(map(repr, rows(file, f"SELECT * FROM {name}"))) for name in names}


# In


def test_a_workbook_made_with_openpyxl(empty, tmp_path):
    book = tmp_path / "泉社区.xlsx"
    community_workbook().save(book)
    result = done(imported(empty, book, "--apply"))
    assert problems(result.stderr) == [f"{book}:填表说明: warning[import.unknown-sheet]", f"{book}:活动备份: warning[import.hidden-sheet]"]
    assert activities(empty) == COMMUNITY_ROWS
    assert rows(empty, "SELECT DISTINCT updated_at FROM activity") == [("2026-11-21T09:00",)]
    assert rows(empty, "SELECT parent_id FROM unit WHERE id = 'quan-1'") == [("quan",)]


def test_the_same_workbook_saved_by_libreoffice(empty):
    done(imported(empty, FIXTURES / "libreoffice.xlsx", "--apply"))
    assert activities(empty) == COMMUNITY_ROWS


def test_what_libreoffice_saved_of_our_export_imports_without_a_change(empty):
    """fixtures/export-libreoffice.xlsx: our own export of the community's workbook, opened and saved by LibreOffice."""
    done(imported(empty, FIXTURES / "libreoffice.xlsx", "--apply"))
    before = contents(empty)
    result = done(imported(empty, FIXTURES / "export-libreoffice.xlsx", "--apply", "--replace"))
    assert contents(empty) == before
    assert "3 unchanged" in result.stdout


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_csv_in_the_encodings_that_excel_and_wps_write(empty, tmp_path, encoding):
    text = "编号,名称,级别,简称\r\nquan,𠮷祥社区,社区,䶮㛃\r\n"
    file = tmp_path / "单位.csv"
    file.write_bytes((text.replace(",", "\t") if encoding == "utf-16" else text).encode(encoding))
    done(imported(empty, file, "--apply"))
    assert rows(empty, "SELECT id,name,short_name FROM unit") == [("quan", "𠮷祥社区", "䶮㛃")]


def test_a_trial_shows_what_would_change_and_writes_nothing(empty, tmp_path):
    book = tmp_path / "泉.xlsx"
    workbook = community_workbook()
    workbook.save(book)
    done(imported(empty, book, "--apply"))
    before = contents(empty)
    workbook["活动"]["J3"] = 45
    workbook["活动"]["B4"] = "tea-2"
    workbook.save(book)
    result = done(imported(empty, book, "--replace", env=environment(LANG="zh_CN.UTF-8")))
    assert "活动（activity）：新增 1，修改 1，移除 1，未变 1" in result.stdout
    assert "  ~ paper 剪纸课：名额 30 → 45" in result.stdout
    assert "  + tea-2 茶话会" in result.stdout and "  - tea 茶话会" in result.stdout
    assert contents(empty) == before


def test_bad_rows_are_named_by_sheet_row_and_column_and_nothing_is_imported(empty, tmp_path):
    book = tmp_path / "泉.xlsx"
    workbook = community_workbook()
    sheet = workbook["活动"]
    sheet["D3"], sheet["G4"], sheet["F5"] = "课堂", "11月26日", "全社区"
    workbook["单位"]["C3"] = "网路"
    workbook.save(book)
    result = imported(empty, book, "--apply")
    assert result.returncode == 1
    assert problems(result.stderr) == [
        f"{book}:单位!C3: error[import.bad-value]",
        f"{book}:填表说明: warning[import.unknown-sheet]",
        f"{book}:活动!D3: error[import.bad-value]",
        f"{book}:活动!G4: error[import.bad-time]",
        f"{book}:活动!F5: error[import.missing-reference]",
        f"{book}:活动备份: warning[import.hidden-sheet]",
    ]
    assert all(not found for found in contents(empty).values())


def test_headers_that_are_not_known_are_answered_with_the_nearest(empty, tmp_path):
    file = tmp_path / "活动.csv"
    file.write_text("编号,活动名成,开始时间\n", encoding="utf-8")
    result = imported(empty, file, env=environment(LANG="zh_CN.UTF-8"))
    assert problems(result.stderr) == [f"{file}:1:2: error[import.unknown-column]"]
    assert "是不是想写“活动名称”？" in result.stderr


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "import.old-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "import.encrypted"),
        (b"PK\x03\x04nothing else", "import.damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0", "import.not-a-spreadsheet"),
        ("编号,名称\n".encode() + b"\xff\xff\n", "import.encoding"),
    ],
)
def test_what_is_no_spreadsheet_is_said_to_be(empty, tmp_path, content, code):
    file = tmp_path / "活动.xlsx"
    file.write_bytes(content)
    result = imported(empty, file)
    assert result.returncode == 1 and f"error[{code}]" in result.stderr


def test_a_formula_that_nobody_worked_out_erases_nothing(tiny, tmp_path):
    book = tmp_path / "活动.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active.title = "活动"
    workbook.active.append(["活动编号", "名额"])
    workbook.active.append(["tea", "=20+20"])
    workbook.save(book)
    before = contents(database(tiny))
    result = imported(database(tiny), book, "--apply")
    assert result.returncode == 1 and problems(result.stderr) == [f"{book}:活动!B2: error[import.uncalculated]"]
    assert contents(database(tiny)) == before


@pytest.mark.parametrize("text", ["", "编号,名称\n"])
def test_nothing_to_import_is_said(empty, tmp_path, text):
    file = tmp_path / "活动.csv"
    file.write_text(text, encoding="utf-8")
    result = done(imported(empty, file, "--apply", "--language", "zh"))
    assert result.stdout == "没有找到要导入的行。\n"


def test_of_many_problems_the_first_are_printed_and_all_are_counted(empty, tmp_path):
    file = tmp_path / "单元.csv"
    file.write_text("编号,名称,级别\n" + "".join(f"u-{row},甲,错\n" for row in range(1, 501)), encoding="utf-8")
    result = imported(empty, file, "--language", "zh")
    assert len(problems(result.stderr)) == 200
    assert result.stderr.endswith("… 还有 300 处问题。\n共 500 处错误，没有导入。\n")


def test_another_program_that_writes_is_waited_for_and_then_named(empty, tmp_path):
    file = tmp_path / "单元.csv"
    file.write_text("编号,名称,级别\nquan,泉社区,社区\n", encoding="utf-8")
    other = sqlite3.connect(empty, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    result = imported(empty, file, "--apply", "--language", "zh")
    other.close()
    assert result.returncode == 1 and "error[database.locked]" in result.stderr
    assert "稍候再试" in result.stderr and result.stderr.endswith("没有导入。\n")


# Out


def test_the_exported_workbook_holds_real_dates_numbers_and_texts(tiny, tmp_path):
    change_rows(tiny, "UPDATE unit SET phone = '=1+1', short_name = '007' WHERE id = 'yard';")
    book = tmp_path / "全部.xlsx"
    done(exported(database(tiny), book, "--language", "zh"))
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames[:7] == ["单位", "场所", "场所设施", "公开事项", "活动", "变更", "出席"]
    units = {row[0].value: row for row in sheets["单位"].iter_rows(min_row=2)}
    assert [(cell.value, cell.data_type) for cell in units["yard"][4:6]] == [("007", "s"), ("=1+1", "s")]
    sheet = sheets["活动"]
    columns = {cell.value: cell.column - 1 for cell in sheet[1]}
    assert sheet.freeze_panes == "A2" and all(cell.font.bold for cell in sheet[1])
    tea = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "tea")
    start = tea[columns["开始时间"]]
    assert start.value == datetime.datetime(2026, 11, 25, 14, 0) and start.is_date
    assert tea[columns["类型"]].value == "会议" and tea[columns["状态"]].value == "如期举行"
    daily = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "tai-chi")
    assert daily[columns["重复"]].value == "每天"
    assert isinstance(next(sheets["指标数值"].iter_rows(min_row=2))[3].value, int)


def test_the_same_database_gives_the_same_bytes(tiny, tmp_path):
    for name in ("a.xlsx", "b.xlsx"):
        done(exported(database(tiny), tmp_path / name, env=environment(TZ="America/New_York" if name == "a.xlsx" else "Asia/Tokyo")))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_csv_on_standard_output_is_the_activities(tiny):
    result = done(exported(database(tiny)))
    assert result.stdout.startswith("\ufeffid,title,kind,")
    found = list(csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"))))
    assert [row["id"] for row in found] == ["tai-chi", "tea"]
    assert found[0]["starts_at"] == "2026-11-02 07:00"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("target", ["all.xlsx", "tables"])
def test_what_is_exported_imports_back_into_the_identical_database(tiny, empty, tmp_path, target, language):
    done(exported(database(tiny), tmp_path / target, "--language", language))
    done(imported(empty, tmp_path / target, "--apply", "--replace", at="2030-01-01T00:00:00Z"))
    assert contents(empty) == contents(database(tiny))
    again = done(imported(database(tiny), tmp_path / target, "--replace"))
    assert all(" 0 added, 0 changed, 0 removed" in line for line in again.stdout.splitlines()[:-1])


def test_openpyxl_saves_what_imports_without_a_change(tiny, tmp_path):
    """Opened and saved by another program, the workbook says the same."""
    book = tmp_path / "all.xlsx"
    done(exported(database(tiny), book))
    openpyxl.load_workbook(book).save(book)
    result = done(imported(database(tiny), book, "--replace"))
    assert all(" 0 added, 0 changed, 0 removed" in line for line in result.stdout.splitlines()[:-1])


def test_an_export_that_fails_leaves_the_old_file(tiny, tmp_path):
    book = tmp_path / "all.xlsx"
    book.write_text("old")
    change_rows(tiny, "UPDATE activity SET summary = printf('%.*c', 40000, 'x') WHERE id = 'tea';")
    result = exported(database(tiny), book)
    assert result.returncode == 1 and problems(result.stderr) == [f"{book}:activity!I3: error[export.too-long]"]
    assert book.read_text() == "old"
    assert exported(database(tiny), tmp_path / "missing/all.csv").returncode == 3
    assert exported(database(tiny), tmp_path / "all.pdf").returncode == 2


def test_a_place_that_takes_no_export_is_named_as_it_was_given(tiny, tmp_path):
    (tmp_path / "all.xlsx").mkdir()
    result = exported(database(tiny), tmp_path / "all.xlsx")
    assert result.returncode == 2 and str(tmp_path / "all.xlsx") + ":" in result.stderr
    assert not any((tmp_path / "all.xlsx").iterdir())
    missing = tmp_path / "missing/all.csv"
    assert str(missing) + ":" in exported(database(tiny), missing).stderr
    result = exported(tmp_path / "none.sqlite", tmp_path / "a.csv", "--language", "zh")
    assert result.returncode == 1 and result.stderr.endswith("没有导出。\n")
