"""From nothing to an own page, a weekly class and a screen that are published: what the program prints is all that a newcomer goes by."""

import os
import pty
import re
import subprocess

import pytest
from support import GONGSHI, NOW, build, check, done, environment, gongshi, tree

ZH = environment(LANG="zh_CN.UTF-8")


@pytest.fixture
def site(tmp_path):
    done(gongshi("init", "桃园社区", "--at", NOW, cwd=tmp_path, env=ZH))
    return tmp_path / "桃园社区"


def test_the_commands_that_are_printed_work(tmp_path):
    """Each line of the advice, in its order; the browser's is none of ours. Six commands or fewer, `make install` among them."""
    said = done(gongshi("init", "桃园社区", "--at", NOW, cwd=tmp_path, env=ZH)).stdout
    commands = [re.split(r"\s{2,}", line.strip())[0].split(" ") for line in said.splitlines() if re.match(r"\s+(?:cd|gongshi) ", line)]
    assert commands[0] == ["cd", "桃园社区"] and len(commands) == 4
    site = tmp_path / commands[0][1]
    for _, *arguments in commands[1:]:
        at = ["--at", NOW] if arguments[0] in ("new", "build", "activities") else []
        result = done(gongshi(*arguments, *at, cwd=site, env=ZH))
        if arguments[0] == "new":
            page = site / re.search(r"content/\S+\.md", result.stdout)[0]
            page.write_text(page.read_text(encoding="utf-8") + "周五上午停水。\n", encoding="utf-8")
            sheet = site / "content/data/活动.csv"
            sheet.write_text(sheet.read_text(encoding="utf-8").replace("智能手机课", "合唱课"), encoding="utf-8")
        assert result.stderr == ""
    assert "周五上午停水" in (site / "public/notices/ting-shui-tong-zhi/index.html").read_text(encoding="utf-8")
    assert "合唱课" in (site / "public/schedule/index.html").read_text(encoding="utf-8")
    assert (site / "public/screens/hall/index.html").exists()


def test_without_arguments_it_asks(tmp_path):
    """Name, unit, language, directory; Enter takes what is offered, and what is not understood is asked again."""
    result = done(gongshi("init", "--at", NOW, cwd=tmp_path, env=ZH, input="桃园社区公示\n\n火星文\nzh-Hant\nsite\n"))
    settings = (tmp_path / "site/content/site.yaml").read_text(encoding="utf-8")
    assert "title: 桃园社区公示\n" in settings and "language: zh-Hant\n" in settings and "unit: tao-yuan-she-qu\n" in settings
    assert "[桃园社区]" in result.stderr and result.stderr.count("zh-Hans") == 4
    assert gongshi("init", "--at", NOW, cwd=tmp_path, env=ZH, input="").returncode == 2


def test_what_is_there_is_never_replaced(site, tmp_path):
    """Neither a site nor a page nor a theme."""
    done(gongshi("new", "公告", "停水通知", "--at", NOW, cwd=site))
    done(gongshi("theme", "eject", cwd=site))
    before = tree(site)
    for arguments in (["init", "."], ["init", str(site)], ["new", "公告", "停水通知"], ["theme", "eject"], ["new", "公式", "停水"], ["theme", "eject", "../x"]):
        at = [] if arguments[0] == "theme" else ["--at", NOW]
        result = gongshi(*arguments, *at, cwd=site)
        assert result.returncode == 2 and result.stdout == "" and "gongshi" in result.stderr, result
    assert tree(site) == before
    (tmp_path / "other/content").mkdir(parents=True)
    (tmp_path / "other/content/index.md").write_text("mine")
    assert gongshi("init", tmp_path / "other", "--at", NOW).returncode == 2
    assert tree(tmp_path / "other").keys() == {"content/index.md"}


def test_the_built_in_theme_is_the_ejected_one(site):
    """The same bytes with either, and with a theme of another name; then the site's own goes before the program's."""
    done(build(site))
    before = tree(site / "public")
    done(gongshi("theme", "eject", cwd=site))
    done(build(site))
    assert tree(site / "public") == before
    home = site / "themes/default/templates/home.mustache"
    home.write_text(home.read_text(encoding="utf-8") + "<!-- 自己的 -->", encoding="utf-8")
    done(build(site))
    assert "自己的" in (site / "public/index.html").read_text(encoding="utf-8")


def test_options_may_stand_before_the_verb(site, tmp_path):
    """Those that every verb has."""
    assert "没有错误" in done(gongshi("--site", site, "--language", "zh", "check", "--at", NOW, any_day=True)).stdout
    assert "正常" in done(gongshi("--language=zh", "activities", "list", "--at", NOW, cwd=site)).stdout
    assert "scheduled" in done(gongshi("activities", "list", "--at", NOW, cwd=site)).stdout
    assert gongshi("--language", "zh").returncode == 2


def test_undo_and_history(site):
    """By the command line: what was imported, what is taken back, and how it is had again."""
    sheet = site / "content/data/活动.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("智能手机课", "合唱课"), encoding="utf-8")
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    assert "活动修改 1 行" in done(gongshi("activities", "history", cwd=site, env=ZH)).stdout
    undone = done(gongshi("activities", "undo", "--at", NOW, cwd=site, env=ZH)).stdout
    assert "智能手机课" in done(gongshi("activities", "list", "--at", NOW, cwd=site)).stdout
    again = re.search(r"gongshi (activities undo --to \d+)", undone)[1].split(" ")
    done(gongshi(*again, "--at", NOW, cwd=site))
    assert "合唱课" in done(gongshi("activities", "list", "--at", NOW, cwd=site)).stdout
    done(gongshi("activities", "undo", "--at", NOW, cwd=site))
    result = gongshi("activities", "undo", "--at", NOW, cwd=site, env=ZH)
    assert result.returncode == 1 and "没有可以撤销的导入" in result.stderr
    assert (site / "content/.history").stat().st_mode & 0o77 == 0
    done(check(site))


def on_a_terminal(arguments, cwd, answer):
    """Runs the program on a terminal of its own, types an answer, and gives status and what it said."""
    controller, terminal = pty.openpty()
    process = subprocess.Popen([GONGSHI, *arguments], cwd=cwd, env=ZH, stdin=terminal, stdout=subprocess.PIPE, stderr=terminal)
    os.close(terminal)
    os.write(controller, answer.encode())
    output = process.stdout.read().decode()
    return process.wait(60), output


def test_rows_are_removed_only_when_somebody_says_so(site):
    """What would go is said first."""
    sheet = site / "content/data/活动.csv"
    sheet.write_text("编号,名称,类型,单位,开始时间,结束时间\nnew,新课,其他,桃园社区,2026-11-25 9:00,10:00\n", encoding="utf-8")
    command = ["activities", "import", "content/data/活动.csv", "--apply", "--replace", "--at", NOW]
    status, said = on_a_terminal(command, site, "n\n")
    assert status == 1 and "- shou-ji-ke 智能手机课" in said
    assert "智能手机课" in done(gongshi("activities", "list", "--at", NOW, cwd=site)).stdout
    status, said = on_a_terminal(command, site, "y\n")
    assert status == 0 and "- shou-ji-ke 智能手机课" in said
    assert "智能手机课" not in done(gongshi("activities", "list", "--at", NOW, cwd=site)).stdout


def test_an_old_address_below_a_file_is_refused(site):
    """As content, before anything is written: no file can have a page below it."""
    page = site / "content/notices/a.md"
    page.write_text("---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\naliases: [/robots.txt/, /404.html/]\n---\n甲。\n", encoding="utf-8")
    result = check(site)
    assert result.returncode == 1 and result.stderr.count("page.alias-in-use") == 2


def test_messages_mask_what_they_repeat(site):
    """Also where the message is about something else."""
    page = site / "content/notices/a.md"
    page.write_text("---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\n13812345678: 甲\n---\n[表](/13812345678/)\n", encoding="utf-8")
    said = check(site).stderr
    assert "link.broken" in said and "138****5678" in said and "13812345678" not in said


def test_a_screen_says_no_private_address(site):
    """As pages do not: an e-mail that is no office's."""
    (site / "content/screens/yard.yaml").write_text(
        "id: yard\ntitle: 院门\nplaylist:\n  - {slide: text, title: 来信, text: 写到 wang@qq.com}\n", encoding="utf-8")
    result = check(site)
    assert result.returncode == 1 and "content/screens/yard.yaml:4:" in result.stderr and "privacy.email" in result.stderr


def sheet(site, header, *rows):
    (site / "content/data/活动.csv").write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH)


@pytest.mark.parametrize(("written", "read"), [
    ("每周三", "每周三 09:00"), ("周二、周四", "每周二、周四 09:00"), ("周一至周五", "周一至周五 09:00"), ("隔周三", "09:00"),
    # Beside a date one day only says which it is.
    ("周三", "2026年12月2日 周三 09:00"),
])
def test_a_timetables_weekdays_are_its_repetition(site, written, read):
    header = "活动编号,名称,星期,时间,地点,起始日期,类型,单位"
    trial = site / "content/data/活动.csv"
    trial.write_text(f"{header}\na,合唱,{written},9:00-11:00,活动室,2026-12-02,文化活动,桃园社区\n", encoding="utf-8")
    said = done(gongshi("activities", "import", "content/data", "--at", NOW, cwd=site, env=ZH)).stdout
    assert read in said and ("自 2026年12月" in said) is (written != "周三")


def test_a_weekday_that_is_none_is_told(site):
    result = sheet(site, "活动编号,名称,星期,时间,起始日期,类型,单位", "a,合唱,星期八,9:00-11:00,2026-12-02,文化活动,桃园社区")
    assert "import.bad-weekday" in result.stderr and "星期八" in result.stderr


def test_an_import_says_what_it_wrote_and_what_it_left(site):
    """Nothing, where nothing changed: there is nothing to take back then. Rows that the sheet has no longer are named by their number."""
    header, row = "活动编号,名称,时间,起始日期,类型,单位", "{0},合唱{0},9:00-11:00,2026-12-02,文化活动,桃园社区"
    rows = [row.format(number) for number in ("a", "b", "c", "d", "e")]
    assert "gongshi activities undo" in done(sheet(site, header, *rows)).stdout
    again = done(sheet(site, header, *rows))
    assert "没有变化，什么也没有写入" in again.stdout and "undo" not in again.stdout
    fewer = done(sheet(site, header, *rows[:-1]))
    assert "还有 2 行文件里没有" in fewer.stderr and "--replace" in fewer.stderr
    # A sheet of one row is no table.
    assert "--replace" not in sheet(site, header, row.format("f")).stderr


def test_what_is_cut_short_is_understood(site):
    """And what is no slip of the hand is not guessed at."""
    assert "--output" in gongshi("build", "--at", NOW, "--out", "x", cwd=site, env=ZH).stderr
    assert "是不是" not in gongshi("build", "--at", NOW, "--days", "x", cwd=site, env=ZH).stderr.splitlines()[0]
    assert "“history”" in gongshi("activities", "hist", cwd=site, env=ZH).stderr


def test_a_public_notice_counts_its_days(site):
    done(gongshi("new", "公示", "低保名单", "--at", NOW, cwd=site, env=ZH))
    assert "\npublicNoticeDays: 5\n" in (site / "content/notices/di-bao-ming-dan.md").read_text(encoding="utf-8")
    done(gongshi("new", "公告", "停水", "--at", NOW, cwd=site, env=ZH))
    assert "\n# publicNoticeDays: 5\n" in (site / "content/notices/ting-shui.md").read_text(encoding="utf-8")
    said = done(build(site)).stdout
    assert "示例网址" in said or "sample" in said
