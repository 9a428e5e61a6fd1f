"""Workbooks as offices keep them, made with openpyxl or part by part: what they show is what is imported, and what is not seen is said."""

import datetime
import sqlite3
import zipfile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from support import done, gongshi, problems, tiny, tiny_original  # noqa: F401

AT = "2026-11-21T09:00:00+08:00"


@pytest.fixture
def empty(tmp_path):
    file = tmp_path / "new.sqlite"
    done(gongshi("activities", "init", "--database", file, cwd=tmp_path))
    return file


def imported(file, *arguments):
    return gongshi("activities", "import", "--database", file, "--at", AT, "--language", "zh", *arguments, cwd=file.parent)


def rows(file, sql):
    connection = sqlite3.connect(file)
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


def office_workbook():
    """A title, a header of two rows with merged headings, words of the office, and what nobody sees."""
    book = openpyxl.Workbook()
    units = book.active
    units.title = "单位"
    units.append(["编号", "名称", "级别", "联系电话"])
    units.append(["quan", "泉水\n社区 ", "社区", 1200])
    units["D2"].number_format = '"0531-"0000"-"0000'
    sheet = book.create_sheet("活动")
    sheet["A1"] = "泉水社区2026年11月活动安排"
    sheet.append(["编号", "名称", "类型", "单位", "时间", None, "时长", "星期", "费用"])
    sheet.append([None, None, None, None, "日期", "时间"])
    for column in "ABCDGHI":
        sheet.merge_cells(f"{column}2:{column}3")
    sheet.merge_cells("E2:F2")
    sheet.append(["paper", "剪纸课", "文化活动", "泉水社区", datetime.date(2026, 11, 25), datetime.time(15, 0), "一个半小时", "三", 12.600000000000001])
    sheet.append(["tea", "茶话会", "会议", "quan", "11月26日（周四）", "下午3点", "两小时", "四", 0])
    sheet.append(["tai", "太极", "体育健身", "quan", datetime.date(2026, 11, 23), "工作日 6:30", "一小时", "一", 0])
    sheet.append(["choir", "合唱", "文化活动", "quan", datetime.date(2026, 11, 23), "隔周三 9:00（节假日除外）", "1:30", "三", "免费"])
    return book


def test_an_office_workbook_says_what_it_shows(empty, tmp_path):
    book = tmp_path / "泉水.xlsx"
    office_workbook().save(book)
    trial = done(imported(empty, book))
    assert trial.stderr == ""
    assert "  + paper 剪纸课：2026年11月25日 周三 15:00–16:30" in trial.stdout
    assert "  + quan 泉水社区：层级 社区；电话 0531-0000-1200" in trial.stdout
    assert rows(empty, "SELECT * FROM activity") == []
    done(imported(empty, book, "--apply"))
    assert rows(empty, "SELECT name, phone FROM unit") == [("泉水社区", "0531-0000-1200")]
    assert rows(empty, "SELECT id, starts_at, ends_at, rrule, on_holiday, fee_yuan FROM activity ORDER BY id") == [
        ("choir", "2026-11-25T09:00", "2026-11-25T10:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "skipped", 0.0),
        ("paper", "2026-11-25T15:00", "2026-11-25T16:30", None, "held", 12.6),
        ("tai", "2026-11-23T06:30", "2026-11-23T07:30", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "skipped", 0.0),
        ("tea", "2026-11-26T15:00", "2026-11-26T17:00", None, "held", 0.0),
    ]


def test_what_nobody_sees_is_said_before(empty, tmp_path):
    book = tmp_path / "泉水.xlsx"
    workbook = office_workbook()
    sheet = workbook["活动"]
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["I"].hidden = True
    for cell in sheet[6]:
        cell.font = Font(strike=True)
    sheet["B7"] = CellRichText(TextBlock(InlineFont(strike=True), "唱歌"), TextBlock(InlineFont(), "合唱"))
    workbook.create_sheet("Sheet3").append(["草稿"])
    hidden = workbook.create_sheet("场所")
    hidden.append(["编号", "名称"])
    hidden.sheet_state = "hidden"
    workbook.save(book)
    trial = done(imported(empty, book))
    assert sorted(problems(trial.stderr)) == sorted([
        f"{book}:Sheet3: warning[import.unknown-sheet]",
        f"{book}:场所: warning[import.hidden-sheet]",
        f"{book}:活动!5: warning[import.hidden-row]",
        f"{book}:活动!I4: warning[import.hidden-column]",
        f"{book}:活动!A6: warning[import.struck-out]",
        f"{book}:活动!B7: warning[import.struck-out]",
    ])
    assert "  + choir 合唱：" in trial.stdout


def test_all_that_is_wrong_comes_in_one_run(empty, tmp_path):
    """An unknown header, a weekday that is not the date's, a number that lost its digits, a resident's number kept as a number, a word
    that is none."""
    book = tmp_path / "泉水.xlsx"
    workbook = office_workbook()
    sheet = workbook["活动"]
    sheet["K2"], sheet["H4"], sheet["C5"], sheet["G6"] = "联系微信", "五", "聚会", "很久"
    units = workbook["单位"]
    units.append(["b", 370102199001011234, "社区", 9310000120012345])
    workbook.save(book)
    result = imported(empty, book, "--apply")
    assert result.returncode == 1
    assert sorted(problems(result.stderr)) == sorted([
        f"{book}:单位!B3: error[privacy.identity-number]",
        f"{book}:单位!D3: error[import.lost-digits]",
        f"{book}:活动!K2: error[import.unknown-column]",
        f"{book}:活动!H4: error[import.bad-time]",
        f"{book}:活动!C5: error[import.bad-value]",
        f"{book}:活动!G6: error[import.bad-value]",
    ])
    assert "370102199001" not in result.stderr


def package(path, parts, separator="/"):
    """A workbook part by part, as programs write it that are no Excel."""
    relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    whole = {
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relationships}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{relationships}/styles" Target="styles.xml"/></Relationships>',
        **parts,
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in whole.items():
            archive.writestr(name.replace("/", separator), text)


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@pytest.mark.parametrize("separator", ["/", "\\"])
def test_1904_stays_beside_an_extension_of_the_same_name(empty, tmp_path, separator):
    text = '<c t="inlineStr"><is><t>{}</t></is></c>'.format
    sheet = "".join(f"<row>{''.join(cells)}</row>" for cells in [
        map(text, ["编号", "名称", "级别"]), map(text, ["quan", "泉社区", "社区"])])
    activity = "".join(f"<row>{''.join(cells)}</row>" for cells in [
        map(text, ["编号", "名称", "类型", "单位", "日期", "时间", "结束时间"]),
        [*map(text, ["x", "课", "其他", "quan"]), '<c s="1"><v>44889</v></c>', '<c s="2"><v>0.875</v></c>', '<c s="2"><v>1</v></c>']])
    styles = (f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="164" formatCode="[hh]:mm:ss"/></numFmts>'
              '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>')
    workbook = (f'<workbook {MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                '<workbookPr date1904="1"/><sheets><sheet name="{}" sheetId="1" r:id="r1"/></sheets><extLst><ext uri="x" '
                'xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main"><x15:workbookPr chartTrackingRefBase="1"/>'
                '</ext></extLst></workbook>').format
    for name, cells in [("单位", sheet), ("活动", activity)]:
        file = tmp_path / f"{name}.xlsx"
        package(file, {
            "xl/workbook.xml": workbook(name), "xl/styles.xml": styles,
            "xl/worksheets/sheet1.xml": f"<worksheet {MAIN}><sheetData>{cells}</sheetData></worksheet>"}, separator)
        done(imported(empty, file, "--apply"))
    assert rows(empty, "SELECT starts_at, ends_at FROM activity") == [("2026-11-25T21:00", "2026-11-26T00:00")]


@pytest.mark.parametrize(("content", "word"), [
    (b"<html><body><table><tr><td>" + "编号".encode() + b"x" * 300_000, "网页"), (b"%PDF-1.7\n" + b"\0" * 100, "PDF"),
    (b"{\\rtf1 x}", "RTF"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "Word"),
], ids=["page", "pdf", "rtf", "word"])
def test_other_files_are_named_as_what_they_are(empty, tmp_path, content, word):
    file = tmp_path / "活动.xlsx"
    file.write_bytes(content)
    result = imported(empty, file)
    assert problems(result.stderr) == [f"{file}: error[import.not-a-spreadsheet]"]
    assert word in result.stderr and len(result.stderr) < 1000


def test_a_long_header_makes_no_long_message(empty, tmp_path):
    file = tmp_path / "单位.csv"
    file.write_text("编号,名称," + "很长的表头" * 20_000 + "\nquan,泉社区,x\n", encoding="utf-8")
    result = imported(empty, file)
    assert result.returncode == 1 and len(result.stderr) < 1500


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_csv_of_web_systems(empty, tmp_path, encoding):
    text = '泉水社区通讯录\r\n编号,名称,级别,联系电话\r\nquan,泉水社区,社区,"=""0531-0000-1200"""\r\nbei, 北坡社区 ,社区,="053100001300"\r\n'
    file = tmp_path / "单位.csv"
    file.write_bytes(text.encode(encoding))
    done(imported(empty, file, "--apply"))
    assert rows(empty, "SELECT name, phone FROM unit ORDER BY id") == [("北坡社区", "053100001300"), ("泉水社区", "0531-0000-1200")]


def test_import_refuses_what_a_build_would_refuse(tiny, tmp_path):
    """By the site's own lists: an office's number and address pass, others don't; what a page must have is missed at its cell."""
    with (tiny / "content/site.yaml").open("a") as file:
        file.write("officePhones: [138-0000-0000]\nofficeEmails: ['@quan.example']\n")
    file = tmp_path / "单元.csv"

    def imported_units(*texts):
        lines = "".join(f"u-{index},{text},网格,yard\n" for index, text in enumerate(texts))
        file.write_text("编号,名称,级别,上级单位\n" + lines, encoding="utf-8")
        return gongshi("activities", "import", file, "--site", tiny, "--at", AT, "--language", "zh")

    good = done(imported_units("值班 13800000000", "来信 a@quan.example", "来信 b@jinan.gov.cn"))
    assert good.stderr == ""
    bad = imported_units("值班 13812345678", "来信 a@qq.com", "王女士", "鲁A12345")
    assert [line.split(": ", 1)[1] for line in problems(bad.stderr)] == [
        "error[privacy.mobile-number]", "error[privacy.email]", "warning[privacy.person]", "warning[privacy.plate]"]


def test_a_masked_line_keeps_its_words(tiny):
    page = next((tiny / "content/notices").glob("*.md"))
    page.write_text(page.read_text() + "\n参加三人，联系 13812345678，十二月见。\n")
    result = gongshi("check", "--site", tiny, "--at", AT)
    assert "参加三人，联系 ***********，十二月见。" in result.stderr
