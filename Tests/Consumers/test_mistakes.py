"""What goes wrong on the first and on the thirtieth day at an office's desk: each is answered at its place, in Chinese, with what to do."""

import shutil
import subprocess

import pytest
from support import NOW, build, check, done, environment, gongshi

ZH = environment(LANG="zh_CN.UTF-8")
HEAD = "---\nkind: notice\ntitle: 停水\ndate: 2026-11-20\n---\n"


@pytest.fixture
def site(tmp_path):
    done(gongshi("init", "桃园社区", "--at", NOW, cwd=tmp_path, env=ZH))
    return tmp_path / "桃园社区"


def said(site, body, head=HEAD):
    """What `check` says of a page, without its last line."""
    (site / "content/notices/t.md").write_text(head + body, encoding="utf-8")
    result = check(site, env=ZH)
    return result.stderr


# Verbs and dashes


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("发布",), "build"), (("预览",), "serve"), (("导入", "content/data"), "activities import"), (("import", "content/data"), "activities import"),
        (("undo",), "activities undo"), (("撤销",), "activities undo"), (("新建", "公告"), "new"), (("检查",), "check"),
        (("activities", "导入", "x"), "import"), (("activities", "撤销"), "undo"), (("deploy",), "build"),
    ],
)
def test_verbs_as_people_say_them(site, typed, meant):
    result = gongshi(*typed, cwd=site, env=ZH, any_day=True)
    assert result.returncode == 2 and f"是不是想写“{meant}”？" in result.stderr and "可用的命令" not in result.stderr


@pytest.mark.parametrize("typed", ["——apply", "—apply", "－－apply", "–-apply", "--at＝" + NOW])
def test_wide_dashes_are_no_files_name(site, typed):
    """What input methods and word processors make of two hyphens."""
    result = gongshi("activities", "import", "content/data", typed, cwd=site, env=ZH, any_day=True)
    plain = "--at=" + NOW if "at＝" in typed else "--apply"
    assert result.returncode == 2 and f"请写成 {plain}" in result.stderr and "没有这个文件" not in result.stderr


def test_a_file_of_such_a_name_is_one(site):
    shutil.copy(site / "content/data/活动.csv", site / "—活动.csv")
    assert gongshi("activities", "import", "—活动.csv", "--table", "活动", "--at", NOW, cwd=site, env=ZH).returncode == 0


# Places


@pytest.mark.parametrize(("inside", "way"), [("content", ".."), ("content/notices", "../.."), ("public", "..")])
def test_a_command_in_the_wrong_directory_says_where_the_site_is(site, inside, way):
    done(build(site, env=ZH))
    result = gongshi("check", "--at", NOW, cwd=site / inside, env=ZH)
    assert result.returncode == 1 and f"网站在 {way}：先 cd {way}" in result.stderr


def test_beside_the_site_too(site):
    result = gongshi("check", "--at", NOW, cwd=site.parent, env=ZH)
    assert "网站在 桃园社区：先 cd 桃园社区" in result.stderr
    done(gongshi("init", "另一个", "--at", NOW, cwd=site.parent, env=ZH))
    # Of two nobody knows which.
    assert "先 cd" not in gongshi("check", "--at", NOW, cwd=site.parent, env=ZH).stderr


@pytest.mark.parametrize("typed", ["活动.csv", "活动", "data/活动.csv", "content/data/活动"])
def test_a_sheet_that_is_not_there_is_looked_for(site, typed):
    result = gongshi("activities", "import", typed, "--at", NOW, cwd=site, env=ZH)
    assert result.returncode == 2 and "是不是 content/data/活动.csv？" in result.stderr


def test_a_directory_without_sheets_is_named(site):
    result = gongshi("activities", "import", "content", "--at", NOW, cwd=site, env=ZH)
    assert "import.no-sheets" in result.stderr and "是不是要导入 content/data？" in result.stderr
    (site / "空").mkdir()
    assert "空: warning[import.no-sheets]" in gongshi("activities", "import", "空", "--at", NOW, cwd=site, env=ZH).stderr


# Pages


def test_a_table_out_of_word_is_told(site):
    table = "姓名\t电话\n社区\t0531-0000-1200\n值班\t0531-0000-1201\n"
    assert "t.md:6:1: warning[markdown.pasted-table]" in said(site, table)
    assert said(site, "第一段。\r\n\r\n" + table.replace("\n", "\r\n")).count("markdown.pasted-table") == 1
    for fine in ("```\n" + table + "```\n", "甲\t乙\n\n丙\n", "\t缩进一\n\t缩进二\n", "| a | b |\n|--|--|\n| 1 | 2 |\n"):
        assert "pasted-table" not in said(site, fine), fine


def test_empty_lines_before_the_head_are_told(site):
    text = said(site, "正文\n", "\n\n" + HEAD)
    assert "t.md:1:1: error[front-matter.missing]" in text and "删去 --- 前面的空行" in text


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("content/notices/t.md", HEAD + "第一行。\n电话\ue000已改，\uf0fc 已办。\n", "t.md:7:3: warning[text.private-use]"),
        ("content/notices/t.md", HEAD.replace("停水", "停水\uf06c") + "正文\n", "t.md:3:10: warning[text.private-use]"),
        ("content/notices/t.md", HEAD + "正文 &#xE001;\n", "t.md:6:1: warning[text.private-use]"),
        ("content/screens/门厅.yaml", None, "门厅.yaml:"),
    ],
)
def test_characters_of_special_fonts_are_told(site, path, text, place):
    """U+E000 and the like, which symbol fonts and drawn characters leave behind: readers see a box."""
    file = site / path
    if text is None:
        text = file.read_text(encoding="utf-8") + "# \ue000\n"
    file.write_text(text, encoding="utf-8")
    result = check(site, env=ZH)
    assert result.returncode == 0 and place in result.stderr and "U+" in result.stderr and "方框" in result.stderr


def test_they_are_told_of_rows_and_sheets_too(site):
    sheet = site / "content/data/活动.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("智能手机课", "智能手机课\ue123"), encoding="utf-8")
    trial = gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH)
    assert trial.returncode == 0 and "活动.csv:2:2: warning[text.private-use]" in trial.stderr and "U+E123" in trial.stderr
    assert "title: warning[text.private-use]" in check(site, env=ZH).stderr


# Dates


@pytest.mark.parametrize(
    ("written", "months"), [("每月31日", "2、4、6、9、11月没有31日"), ("每月30日", "2月没有30日"), ("每月29日", "平年的2月没有29日"), ("每年2月29日", "平年的2月没有29日")]
)
def test_days_that_months_lack_are_told(site, written, months):
    """By the trial at its cell, and by `check` of the row."""
    start = "2028-02-29" if "2月29" in written else "2026-12-01"
    (site / "content/data/活动.csv").write_text(
        f"编号,名称,类型,起始日期,时间,重复\nchor,合唱课,文化活动,{start},9:00-10:00,{written}\n", encoding="utf-8"
    )
    trial = gongshi("activities", "import", "content/data/单位.csv", "content/data/活动.csv", "--fill", "单位=桃园社区", "--apply", "--at", NOW, cwd=site, env=ZH)
    assert trial.returncode == 0, trial.stderr
    assert f"活动.csv:2:6: warning[data.short-month]: {months}" in trial.stderr and "最后一天" in trial.stderr
    assert f"rrule: warning[data.short-month]: {months}" in check(site, env=ZH).stderr


def test_the_last_day_can_be_written(site):
    (site / "content/data/活动.csv").write_text(
        "编号,名称,类型,起始日期,时间,重复\nchor,合唱课,文化活动,2026-12-01,9:00-10:00,每月最后一天\n", encoding="utf-8"
    )
    trial = gongshi("activities", "import", "content/data/单位.csv", "content/data/活动.csv", "--fill", "单位=桃园社区", "--apply", "--at", NOW, cwd=site, env=ZH)
    assert "short-month" not in trial.stderr, trial.stderr
    done(build(site, env=ZH))
    assert "每月最后一天" in (site / "public/activities/chor/index.html").read_text(encoding="utf-8")


# Sheets


def test_rows_in_another_encoding_are_named(site):
    """A sheet in UTF-8 to which another program added rows in GBK."""
    sheet = site / "content/data/活动.csv"
    sheet.write_bytes(sheet.read_bytes().rstrip() + b"\n" + "chor,合唱课\n".encode("gbk"))
    result = gongshi("activities", "import", sheet, "--at", NOW, cwd=site, env=ZH)
    assert result.returncode == 1 and "活动.csv:3: error[import.encoding]" in result.stderr and "缂" not in result.stderr


def test_a_column_that_is_missing_is_asked_for_once(site):
    rows = "".join(f"a{n},合唱课,文化活动,2026-12-0{n},9:00-10:00\n" for n in range(1, 6))
    (site / "活动.csv").write_text("编号,名称,类型,起始日期,时间\n" + rows, encoding="utf-8")
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    result = gongshi("activities", "import", "活动.csv", "--at", NOW, cwd=site, env=ZH)
    assert result.returncode == 1 and result.stderr.count("error[") == 1 and "--fill 单位=" in result.stderr


# Two at once


def test_two_undos_at_once_take_two_imports_back(site):
    from support import GONGSHI

    sheet = site / "content/data/活动.csv"
    first = sheet.read_text(encoding="utf-8")
    for name in ("智能手机课", "剪纸课", "合唱课"):
        sheet.write_text(first.replace("智能手机课", name), encoding="utf-8")
        done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    command = [GONGSHI, "activities", "undo", "--at", NOW]
    both = [subprocess.Popen(command, cwd=site, env=ZH, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    results = [process.communicate(timeout=120)[0] for process in both]
    numbers = sorted(text.split("undo --to ")[1].split()[0] for text in results)
    assert len(set(numbers)) == 2
    assert "智能手机课" in gongshi("activities", "list", "--at", NOW, cwd=site, env=ZH).stdout
    done(gongshi("activities", "undo", "--to", numbers[0], "--at", NOW, cwd=site, env=ZH))
    assert "合唱课" in gongshi("activities", "list", "--at", NOW, cwd=site, env=ZH).stdout


# A stick that was pulled out


@pytest.mark.parametrize("lost", ["public", ".public.gongshi", "content/data", "content/screens", "content/.history", "content/activities.sqlite"])
def test_a_site_that_was_half_copied(site, tmp_path, lost):
    """What can be made again is; what can't is named."""
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    done(build(site, env=ZH))
    copy = tmp_path / "U盘"
    shutil.copytree(site, copy)
    target = copy / lost
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    result = build(copy, env=ZH)
    if lost == "content/activities.sqlite":
        assert result.returncode == 1 and "gongshi activities init" in result.stderr
    else:
        done(result)
        assert (copy / "public/notices/index.html").exists()
