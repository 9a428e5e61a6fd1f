"""From nothing to an own page, a weekly class and a screen that are published: what the program prints is all that a newcomer goes by."""

import os
import pty
import re
import subprocess

import openpyxl
import pytest
from support import GONGSHI, NOW, ROOT, build, check, done, environment, gongshi, tree

ZH = environment(LANG="zh_CN.UTF-8")


@pytest.fixture
def site(tmp_path):
    done(gongshi("init", "桃园社区", "--at", NOW, cwd=tmp_path, env=ZH))
    return tmp_path / "桃园社区"


def test_the_commands_that_are_printed_work(tmp_path):
    """Each line of the advice, in its order; the browser's is none of ours. Six commands or fewer, `make install` among them."""
    said = done(gongshi("init", "桃园社区", "--at", NOW, cwd=tmp_path, env=ZH)).stdout
    commands = [re.split(r"\s{2,}", line.strip())[0].split(" ") for line in said.splitlines() if re.match(r"\s+(?:cd|gongshi) ", line)]
    # The last shows it in a browser, until it is ended.
    assert commands[0] == ["cd", "桃园社区"] and commands.pop() == ["gongshi", "serve"] and len(commands) == 4
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
    # An empty name is asked for again, not taken for leaving; at the end of the input nothing is made.
    again = gongshi("init", "--at", NOW, cwd=tmp_path, env=ZH, input="\n\n")
    assert again.returncode == 2 and again.stderr.count("网站名称") == 3 and "gongshi init 文件夹" in again.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["site"]
    there = gongshi("init", "site", "--at", NOW, cwd=tmp_path, env=ZH)
    assert there.returncode == 2 and "gongshi build" in there.stderr


def test_a_bare_command_says_what_comes_first(site, tmp_path):
    """Where there is no site; where there is one, only what there is to do."""
    (tmp_path / "empty").mkdir()
    assert "gongshi init" in gongshi(cwd=tmp_path / "empty", env=ZH, any_day=True).stderr.splitlines()[-1]
    assert "还没有网站" not in gongshi(cwd=site, env=ZH, any_day=True).stderr
    assert done(gongshi("帮助", cwd=site, env=ZH, any_day=True)).stdout == done(gongshi("help", cwd=site, env=ZH, any_day=True)).stdout


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
    # A class that ends has a place for its last day.
    assert "重复,结束日期," in sheet.read_text(encoding="utf-8")
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("智能手机课", "合唱课"), encoding="utf-8")
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    assert "活动修改 1 行" in done(gongshi("activities", "history", cwd=site, env=ZH)).stdout
    undone = done(gongshi("activities", "undo", "--at", NOW, cwd=site, env=ZH)).stdout
    # The sheet still says what was taken back.
    assert "表格文件没有动" in undone and "把表改回去" in check(site, env=ZH).stderr
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
    alone = gongshi(*command, cwd=site, env=ZH)
    assert alone.returncode == 2 and "- shou-ji-ke 智能手机课" in alone.stdout and "--yes" in alone.stderr
    status, said = on_a_terminal(command, site, "n\n")
    assert status == 1 and "- shou-ji-ke 智能手机课" in said
    assert "智能手机课" in done(gongshi("activities", "list", "--at", NOW, cwd=site)).stdout
    status, said = on_a_terminal(command, site, "y\n")
    assert status == 0 and "- shou-ji-ke 智能手机课" in said
    assert "智能手机课" not in done(gongshi("activities", "list", "--at", NOW, cwd=site)).stdout


def test_publish_asks_first(site):
    """What residents will see is said before anything is public."""
    command = ["publish", "--at", NOW]
    status, said = on_a_terminal(command, site, "n\n")
    assert status == 1 and "第一次发布" in said and not (site / "public").exists()
    status, said = on_a_terminal(command, site, "y\n")
    assert status == 0 and (site / "public/index.html").exists()


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


PRIVATE_ADDRESSES = {
    "a screen's text": ("content/screens/yard.yaml", "id: yard\ntitle: 院门\nplaylist:\n  - {slide: text, title: 来信, text: 写到 wang@qq.com}\n", 4),
    "a note in site.yaml": ("content/site.yaml", "\n# 来信 wang@qq.com\n", None),
    "a word to be written otherwise": ("content/terms.yaml", "- wrong: 写信\n  right: 写到 wang@qq.com\n", 2),
    "a comment in it": ("content/terms.yaml", "# wang@qq.com 提的\n- wrong: 幸副\n  right: 幸福\n", 1),
    "a template": ("themes/default/templates/page.mustache", "<p>来信 wang@qq.com</p>\n", None),
    "a style": ("themes/default/static/style.css", "/* wang@qq.com */\n", None),
    "a file of the theme's": ("themes/default/static/contact.txt", "wang@qq.com\n", None),
}


@pytest.mark.parametrize("case", PRIVATE_ADDRESSES)
@pytest.mark.parametrize("address", ["wang@qq.com", "wang@jinan.gov.cn"])
def test_no_private_address_goes_out(site, case, address):
    """An e-mail that is no office's, wherever a site can say one; an office's may stand there."""
    name, text, line = PRIVATE_ADDRESSES[case]
    if name.startswith("themes/"):
        done(gongshi("theme", "eject", cwd=site))
    file = site / name
    before = file.read_text(encoding="utf-8") if file.exists() and not name.startswith("content/screens/") else ""
    file.write_text(before + text.replace("wang@qq.com", address), encoding="utf-8")
    result = check(site)
    if address.endswith("gov.cn"):
        assert "privacy.email" not in result.stderr, result.stderr
    else:
        assert result.returncode == 1 and f"{name}:{line or ''}" in result.stderr and "privacy.email" in result.stderr, result.stderr
        assert address not in result.stderr


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
    assert "还有 2 行文件里没有" in fewer.stderr and "合唱e（e）" in fewer.stderr and "--replace" in fewer.stderr


def test_rows_that_are_taken_out_of_a_sheet_are_told(site):
    """However few it has left, by name, in a trial too, until they are gone; what another sheet brought is its own."""
    header, row = "活动编号,名称,时间,起始日期,类型,单位", "{0},合唱{0},9:00-11:00,2026-12-02,文化活动,桃园社区"
    done(sheet(site, header, *(row.format(number) for number in "abcdef")))
    one = done(sheet(site, header, row.format("a"))).stderr
    assert "还有 6 行文件里没有" in one and "合唱b（b）" in one and "等" in one and "别处" not in one
    # A sheet beside it, of one row, has left out none.
    (site / "content/data/新活动.csv").write_text(f"{header}\n{row.format('g')}\n", encoding="utf-8")
    command = ["activities", "import", "content/data/新活动.csv", "--table", "活动", "--at", NOW]
    assert "文件里没有" not in done(gongshi(*command, "--apply", cwd=site, env=ZH)).stderr
    (site / "content/data/新活动.csv").write_text(f"{header}\n{row.format('h')}\n", encoding="utf-8")
    told = done(gongshi(*command, cwd=site, env=ZH)).stderr
    assert "还有 1 行文件里没有" in told and "合唱g（g）" in told and "别处导入的 7 行" in told
    english = done(gongshi(*command, cwd=site)).stderr
    assert "合唱g (g)" in english and "7 that came from elsewhere" in english
    # Moved to the other sheet, it is left out of none.
    (site / "content/data/活动.csv").write_text("\n".join([header, row.format("a"), row.format("g")]) + "\n", encoding="utf-8")
    done(gongshi("activities", "import", "content/data/活动.csv", "--apply", "--at", NOW, cwd=site, env=ZH))
    assert "合唱g" not in done(gongshi(*command, cwd=site, env=ZH)).stderr
    # And no longer, when they are gone.
    done(gongshi("activities", "import", "content/data/活动.csv", "--apply", "--replace", "--yes", "--at", NOW, cwd=site, env=ZH))
    assert "文件里没有" not in done(gongshi("activities", "import", "content/data/活动.csv", "--at", NOW, cwd=site, env=ZH)).stderr


def test_a_trial_speaks_as_people_do(site):
    """No codes, no ids of what has a name, no time as the database writes it; of the time of change nothing that nobody typed."""
    names = site / "content/data/场所.csv"
    names.write_text(names.read_text(encoding="utf-8") + "li-tang,桃园社区,礼堂,,\n", encoding="utf-8")
    table = site / "content/data/活动.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("先锋课堂,实践操作", "文化活动,").replace(",活动室,", ",礼堂,").replace("每周三", "每周四").replace("2026-11-25", "2026-11-26"), encoding="utf-8")
    said = done(gongshi("activities", "import", "content/data", "--at", NOW, cwd=site, env=ZH)).stdout
    assert "类型 先锋课堂 → 文化活动" in said and "场所 活动室 → 礼堂" in said and "重复 每周三 → 每周四" in said, said
    assert "开始时间 2026年11月25日 14:30 → 2026年11月26日 14:30" in said
    assert not re.search(r"classroom|culture|practice|FREQ|li-tang →|→ li-tang|\dT\d|更新时间", said), said
    english = done(gongshi("activities", "import", "content/data", "--at", NOW, cwd=site)).stdout
    assert "kind classroom → culture" in english and "FREQ" not in english and "Thursday" in english and "Nov" in english, english


def shown_on_a_terminal(*arguments, cwd, columns=80, env=ZH, keys=b""):
    """What is shown to somebody who sits at one."""
    import fcntl
    import struct
    import termios

    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen([GONGSHI, *arguments], cwd=cwd, env=env, stdin=child, stdout=child, stderr=child)
    os.close(child)
    if keys:
        os.write(parent, keys)
    said = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(parent)
    return process.wait(timeout=30), said.decode().replace("\r\n", "\n")


def cells(text):
    return sum(2 if "\u2e80" <= one <= "\uffef" else 1 for one in text)


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_the_list_is_a_table_shown_on_a_terminal(site, columns):
    """Its columns stand below one another, no line is wider than the terminal, and it says what can be done; for programs it is what it was."""
    change = site / "content/data/变更.csv"
    change.write_text(change.read_text(encoding="utf-8") + "智能手机课,2026-12-02,取消,,,,\n", encoding="utf-8")
    table = site / "content/data/活动.csv"
    table.write_text(table.read_text(encoding="utf-8") + "he-chang,一个名字很长很长很长很长很长的合唱排练,文化活动,,桃园社区,,,,,2026-11-26,9:00,10:00,每周四,,,\n", encoding="utf-8")
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    status, said = shown_on_a_terminal("activities", "list", "--at", NOW, cwd=site, columns=columns)
    lines = said.splitlines()
    assert status == 0 and lines[0].split() == ["日期", "时间", "活动", "场所", "状态", "编号"], said
    rows = [line for line in lines[1:] if "月" in line[:4]]
    assert len(rows) == 4 and max(map(cells, lines[:5])) <= columns, said
    if columns == 80:
        assert "11月25日 周三" in rows[0] and "14:30–16:00" in rows[0] and "活动室" in rows[0] and "正常" not in said and "已取消" in said
        for word, heading in (("智能手机课", "活动"), ("活动室", "场所"), ("shou-ji-ke", "编号")):
            assert cells(rows[0][: rows[0].index(word)]) == cells(lines[0][: lines[0].index(heading)]), said
    assert "content/data/变更.csv" in said and "shou-ji-ke,2026-11-25,取消" in said and "gongshi activities import content/data --apply" in said
    assert shown_on_a_terminal("activities", "list", "--at", NOW, "--format", "tsv", cwd=site)[1] == done(gongshi("activities", "list", "--at", NOW, cwd=site, env=ZH)).stdout
    assert done(gongshi("activities", "list", "--at", NOW, "--format", "table", cwd=site)).stdout.splitlines()[0].split() == ["day", "time", "activity", "place", "status", "id"]


def test_each_list_ends_with_what_can_be_done(site):
    """The command is one that works."""
    assert "gongshi build" in done(gongshi("releases", cwd=site, env=ZH)).stdout
    assert "gongshi activities import content/data --apply" in done(gongshi("activities", "history", cwd=site, env=ZH)).stdout
    done(build(site))
    page = site / "content/notices/甲.md"
    page.write_text("---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\n---\n乙。\n", encoding="utf-8")
    done(build(site, at="2026-11-21T10:00:00+08:00"))
    listed = done(gongshi("releases", cwd=site, env=ZH))
    releases = listed.stdout
    # Days of the schedule are not told one by one.
    assert "    + /notices/jia/" in releases and not re.search(r"/\d{4}-\d{2}-\d{2}/", releases) and releases.count("一天一页") == 1
    command = re.search(r"gongshi (rollback \d+)", listed.stderr)[1]
    done(gongshi(*command.split(" "), cwd=site))
    table = site / "content/data/活动.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("智能手机课", "合唱课"), encoding="utf-8")
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    history = done(gongshi("activities", "history", cwd=site, env=ZH)).stderr.splitlines()
    assert "gongshi activities undo" in history[-1] and "--to 编号" in history[-1]
    done(gongshi("activities", "undo", "--at", NOW, cwd=site))
    last = done(gongshi("activities", "history", cwd=site, env=ZH)).stderr.splitlines()[-1]
    # Programs have the list alone.
    assert gongshi("activities", "history", "--quiet", cwd=site, env=ZH).stderr == ""
    done(gongshi(*re.search(r"gongshi (activities undo --to \d+)", last)[1].split(" "), "--at", NOW, cwd=site))


def test_a_new_site_offers_no_grid(site):
    """It has none; it does, when there is one."""
    def tasks():
        done(build(site))
        return re.findall(r'<a [^>]*href="([^"]+)"', (site / "public/index.html").read_text(encoding="utf-8").split('class="tasks"')[1].split("</ul>")[0])

    assert "/units/" not in tasks() and "找网格" not in (site / "public/index.html").read_text(encoding="utf-8")
    for address in tasks():
        assert (site / "public" / address.strip("/") / "index.html").exists(), address
    units = site / "content/data/单位.csv"
    units.write_text(units.read_text(encoding="utf-8").replace("单位编号,层级,名称", "单位编号,上级,层级,名称").replace("\ntao-yuan-she-qu,", "\ntao-yuan-she-qu,,") + "g1,tao-yuan-she-qu,网格,第一网格,,\n", encoding="utf-8")
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    assert "/units/" in tasks()


def test_two_in_one_room_are_told(site):
    """In the trial at the row of the sheet, and by check; the trial is no refusal."""
    table = site / "content/data/活动.csv"
    text = table.read_text(encoding="utf-8")
    row = "he-chang,合唱,文化活动,,桃园社区,活动室,,,,2026-11-25,{},每周三,,,\n"
    table.write_text(text + row.format("15:00,17:00"), encoding="utf-8")
    trial = done(gongshi("activities", "import", "content/data", "--at", NOW, cwd=site, env=ZH)).stderr
    assert "content/data/活动.csv:3:6: warning[data.venue-clash]" in trial
    assert "“智能手机课”（shou-ji-ke）和“合唱”（he-chang）同一时间都在“活动室”：2026年11月25日 周三 15:00–16:00" in trial
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    assert check(site, env=ZH).stderr.count("warning[data.venue-clash]") == 1
    assert "are both in “活动室” at one time" in check(site).stderr
    # One after the other.
    table.write_text(text + row.format("16:00,17:00"), encoding="utf-8")
    assert "clash" not in done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH)).stderr
    assert "clash" not in done(check(site)).stderr


def test_help_of_init_says_one_thing_of_its_language():
    """Which is the site's."""
    for env, word in ((ZH, "网站的文字"), (environment(), "What the site speaks")):
        said = done(gongshi("help", "init", env=env, any_day=True)).stdout
        assert said.count("zh-Hans") == 1 and word in said and "zh、en" not in re.sub(r"\s", "", said) and "zh, en" not in said
    assert gongshi("init", "x", "--language", "fr", env=ZH, any_day=True).returncode == 2


def test_what_is_missing_is_to_be_added_to_the_sheet_that_there_is(site, tmp_path):
    """By its name; of a table that has none yet, where a new one goes."""
    result = sheet(site, "活动编号,名称,时间,起始日期,类型,单位,场所", "a,合唱,9:00-11:00,2026-12-02,文化活动,桃园社区,大礼堂")
    assert result.returncode == 1 and "在 content/data/场所.csv 里加一行“大礼堂”" in result.stderr, result.stderr
    unit = sheet(site, "活动编号,名称,时间,起始日期,类型,单位", "a,合唱,9:00-11:00,2026-12-02,文化活动,北园街道")
    assert "在 content/data/单位.csv 里加一行“北园街道”" in unit.stderr
    # Also where that sheet is not imported now.
    alone = tmp_path / "表.csv"
    alone.write_text("活动编号,名称,时间,起始日期,类型,单位,场所\na,合唱,9:00-11:00,2026-12-02,文化活动,桃园社区,大礼堂\n", encoding="utf-8")
    command = ["activities", "import", alone, "--table", "活动", "--at", NOW]
    assert "content/data/场所.csv 里加一行" in gongshi(*command, cwd=site, env=ZH).stderr
    assert "add a row for it to content/data/场所.csv" in gongshi(*command, cwd=site).stderr
    alone.write_text("活动编号,名称,时间,起始日期,类型,单位,公开事项\na,合唱,9:00-11:00,2026-12-02,文化活动,桃园社区,财务公开\n", encoding="utf-8")
    assert "新建 content/data/公开事项.csv" in gongshi(*command, cwd=site, env=ZH).stderr


def test_a_page_without_a_title_is_a_draft(site):
    """Where nobody can be asked; where somebody can, its title is asked for."""
    said = done(gongshi("new", "公告", "--at", NOW, cwd=site, env=ZH)).stdout
    page = site / re.search(r"content/\S+?\.md", said)[0]
    text = page.read_text(encoding="utf-8")
    assert text.count("\ndraft: true\n") == 1 and "# draft" not in text and "删去 draft: true" in said
    done(build(site))
    address = site / f"public/notices/{page.stem}/index.html"
    assert not address.exists()
    assert page.relative_to(site).as_posix() in done(check(site, env=ZH)).stdout
    page.write_text(text.replace("draft: true\n", "") + "周五停水。\n", encoding="utf-8")
    done(build(site))
    assert "周五停水" in address.read_text(encoding="utf-8")
    status, asked = shown_on_a_terminal("new", "公告", "--at", NOW, cwd=site, keys="周五停水\n".encode())
    assert status == 0 and "标题" in asked and "draft" not in asked
    made = (site / "content/notices/zhou-wu-ting-shui.md").read_text(encoding="utf-8")
    assert "title: 周五停水\n" in made and "\ndraft" not in made


def test_an_english_sheet_is_read_as_it_is_written(tmp_path):
    """`every Thursday`, and what English hints say is English."""
    done(gongshi("init", "garden", "--unit", "Peach Garden", "--language", "en", "--at", NOW, cwd=tmp_path))
    site = tmp_path / "garden"
    table = site / "content/data/activity.csv"
    text = table.read_text(encoding="utf-8")
    row = "choir,Choir,{},,peach-garden,activity-room,,residents,,2026-12-03 9:00,11:00,{},,40,0\n"
    command = ["activities", "import", "content/data", "--apply", "--at", NOW, "--language", "en"]
    table.write_text(text + row.format("cultur", "thursdayish"), encoding="utf-8")
    said = gongshi(*command, cwd=site).stderr
    assert "“culture”" in said and "every Wednesday" in said and not re.search("[\u4e00-\u9fff]", said), said
    table.write_text(text + row.format("culture", "every Thursday"), encoding="utf-8")
    (site / "content/data/activity_change.csv").write_text("activity_id,occurs_on,change\nchoir,2026-12-10,cancel\n", encoding="utf-8")
    assert "did you mean “cancelled”" in gongshi(*command, cwd=site).stderr
    (site / "content/data/activity_change.csv").write_text("activity_id,occurs_on,change\nchoir,2026-12-10,cancelled\n", encoding="utf-8")
    done(gongshi(*command, cwd=site))
    listed = done(gongshi("activities", "list", "--at", "2026-12-01T09:00:00+08:00", cwd=site)).stdout
    assert "2026-12-03T09:00\t2026-12-03T11:00\tscheduled\tchoir" in listed and "2026-12-10T09:00\t2026-12-10T11:00\tcancelled\tchoir" in listed


def test_a_change_of_a_class_that_is_wrong_is_not_told_of_too(site):
    """What is to be mended is the class."""
    change = site / "content/data/变更.csv"
    change.write_text(change.read_text(encoding="utf-8") + "合唱,2026-12-09,取消,,,,\n", encoding="utf-8")
    header, row = "活动编号,名称,重复,时间,起始日期,类型,单位", "a,合唱,每周三,9:00-11:00,2026-12-02,{},桃园社区"
    wrong = sheet(site, header, row.format("唱歌"))
    assert wrong.returncode == 1 and wrong.stderr.count("error[") == 1 and "变更.csv" not in wrong.stderr, wrong.stderr
    assert "变更（activity_change）：新增 1" in done(sheet(site, header, row.format("文化活动"))).stdout


def test_a_class_is_no_page(site):
    """Who looks for it as one is told where it stands."""
    for env, word in ((ZH, "活动表"), (environment(), "sheet of activities")):
        for kind in ("课程", "class"):
            said = gongshi("new", kind, "合唱", "--at", NOW, cwd=site, env=env)
            assert said.returncode == 2 and word in said.stderr and "gongshi activities import content/data --apply" in said.stderr


def test_a_photo_is_found_as_people_name_it(site):
    """Whatever its ending and its case; where it is named rightly and is not there, where it goes."""
    (site / "content/images").mkdir()
    (site / "content/images/IMG_1.JPG").write_bytes((ROOT / "docs/images/quick-home.jpg").read_bytes())
    page = site / "content/notices/x.md"
    for written, hint in (("img_1.jpg", "/images/IMG_1.JPG"), ("/images/IMG_1.jpeg", "/images/IMG_1.JPG"), ("/images/水管.jpg", "文件名是 水管.jpg")):
        page.write_text(f"---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\n---\n![修水管]({written})\n", encoding="utf-8")
        refused = check(site, env=ZH)
        assert refused.returncode == 1 and hint in refused.stderr, refused.stderr
    page.write_text("---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\n---\n![修水管](/images/IMG_1.JPG)\n", encoding="utf-8")
    done(check(site))


@pytest.mark.parametrize(("arguments", "wanted"), [
    (["activities", "undo", "1"], "gongshi activities undo --to 1"), (["serve", "8090"], "gongshi serve --port 8090"),
    (["build", "2026-12-01"], "gongshi build --at 2026-12-01"), (["rollback", "--to", "3"], "gongshi rollback 3"),
    (["check", "json"], "gongshi check --format json"), (["build", "now"], "--output <文件夹>"), (["build", "a", "b"], "--output <文件夹>"),
    (["activities", "undo", "last"], "--to <编号>"),
])
def test_a_value_without_its_option_is_shown_with_it(site, arguments, wanted):
    said = gongshi(*arguments, cwd=site, env=ZH, any_day=True)
    assert said.returncode == 2 and wanted in said.stderr.splitlines()[0], said.stderr
    english = gongshi(*arguments, cwd=site, any_day=True).stderr.splitlines()[0]
    assert wanted.split(" <")[0] in english and not re.search("[\u4e00-\u9fff]", english), english


@pytest.mark.parametrize(("typed", "meant"), [
    ("helpp", "“help”"), ("hlp", "“help”"), ("bld", "“build”"), ("chk", "“check”"), ("acts", "“activities”"), ("srv", "“serve”"), ("pub", "“publish”"),
    ("rel", "“releases”或“release”"), ("发步", "“build”"), ("公告", "“new 公告”"), ("求助", "“help”"), ("list", "“activities list”"), ("停课", None), ("xyz", None), ("zz", None),
    ("activities ls", "“list”"), ("activities imp", "“import”"), ("activities 撤消", "“undo”"), ("activities build", None),
])
def test_short_and_mistyped_verbs(site, typed, meant):
    """What is near is offered; what is not is answered with all there are."""
    said = gongshi(*typed.split(" "), cwd=site, env=ZH, any_day=True).stderr
    assert f"是不是想写{meant}" in said if meant else "可用的命令" in said, said


def test_help_behind_a_verb_is_help(site):
    said = gongshi("activities", "help", cwd=site, env=ZH, any_day=True).stderr
    assert "没有命令" not in said and "import" in said and "undo" in said, said


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


def test_a_sheet_that_was_changed_and_not_imported_is_told(site):
    """Until it is imported, also when that changes nothing; and again when the import is taken back."""
    sheet = site / "content/data/活动.csv"
    assert "data.sheet-not-imported" not in done(check(site)).stderr
    before = sheet.read_bytes()
    sheet.write_bytes(before.replace("智能手机课".encode(), "合唱课".encode()))
    (site / "content/data/岗位.csv").write_text("编号,单位,岗位,担任者\nlead,桃园社区,接待岗,社区工作者\n", encoding="utf-8")
    for verb in (check, build):
        said = done(verb(site, env=ZH)).stderr
        assert "content/data/活动.csv" in said and "改过以后还没有导入" in said and "gongshi activities import content/data --apply" in said
        assert "content/data/岗位.csv" in said and "场所.csv" not in said
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    assert "not-imported" not in done(check(site)).stderr
    sheet.write_bytes(sheet.read_bytes() + b"\n")
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    assert "not-imported" not in done(check(site)).stderr
    done(gongshi("activities", "undo", "--at", NOW, cwd=site))
    assert "活动.csv" in done(check(site)).stderr


def test_pages_that_are_dated_ahead_are_told(site):
    """How many, which, and from when; nothing is said when there are none."""
    assert "日期还没到" not in done(build(site, env=ZH)).stderr
    page = site / "content/notices/x.md"
    page.write_text("---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\npublishAt: 2026-12-03T08:00\n---\n甲。\n", encoding="utf-8")
    (site / "content/notices/y.md").write_text("---\ntitle: 乙\nkind: notice\ndate: 2027-11-20\n---\n乙。\n", encoding="utf-8")
    for verb in (check, build):
        said = done(verb(site, env=ZH)).stderr
        assert "有 2 个页面" in said and "/notices/x/ 从2026年12月3日 08:00起；/notices/y/ 从2027年11月20日起" in said
        assert "/notices/x/ from" in done(verb(site)).stderr


def test_check_ends_with_its_result(site):
    assert done(check(site, env=ZH)).stdout.startswith("检查通过，没有错误；")
    page = site / "content/notices/x.md"
    page.write_text("---\ntitle: 甲\nkind: notice\ndate: 2026-11-20\n---\n见 http://192.168.1.8/a 和[屏](http://localhost:8080/)。\n[外](https://example.org/)\n", encoding="utf-8")
    warned = done(check(site, env=ZH))
    assert "有 1 处提醒" in warned.stdout and "link.local" in warned.stderr and "localhost" in warned.stderr
    page.write_text("---\ntitle: 甲\n---\n", encoding="utf-8")
    refused = check(site, env=ZH)
    assert refused.returncode == 1 and "检查没有通过" in refused.stderr and "没有发布" not in refused.stderr


def test_a_timetable_is_imported_in_one_round(site, tmp_path):
    """名称, 星期, 时间, 地点 and nothing else: all that is missing is said in one run, and what is said there is all that is needed."""
    table = tmp_path / "课程表.csv"
    table.write_bytes("名称,星期,时间,地点\n合唱,周三,9:00-11:00,\n书法,周四,14:00-16:00,\n合唱,六,9:00-11:00,\n".encode("gbk"))
    command = ["activities", "import", table, "--table", "活动", "--at", NOW]
    first = gongshi(*command, cwd=site, env=ZH)
    assert first.returncode == 1
    fills = re.findall(r"--fill (\S+?=[^\s；;]+)", first.stderr)
    assert {fill.split("=")[0] for fill in fills} == {"编号", "类型", "单位", "起始日期"} and first.stderr.count("error[") == 4, first.stderr
    said = done(gongshi(*command, *[part for fill in fills for part in ("--fill", fill)], "--apply", cwd=site, env=ZH)).stdout
    assert "新增 3" in said
    listed = done(gongshi("activities", "list", "--at", "2026-12-01T09:00:00+08:00", cwd=site, env=ZH)).stdout
    assert "2026-12-02T09:00\t2026-12-02T11:00\t正常\the-chang\t合唱" in listed and "2026-12-05T09:00\t2026-12-05T11:00\t正常\the-chang-2" in listed
    assert gongshi(*command, "--fill", "心情=好", cwd=site, env=ZH).returncode == 1
    assert gongshi(*command, "--fill", "心情", cwd=site, env=ZH).returncode == 2


def test_old_workbooks_in_a_folder_are_named(site):
    (site / "content/data/旧活动.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))
    said = done(gongshi("activities", "import", "content/data", "--at", NOW, cwd=site, env=ZH)).stderr
    assert "content/data/旧活动.xls" in said and ".xlsx" in said


def test_half_a_day_in_a_repetition_is_told_where_it_goes(site):
    result = sheet(site, "活动编号,名称,重复,时间,起始日期,类型,单位", "a,合唱,每周三上午,9:00-11:00,2026-12-02,文化活动,桃园社区")
    assert result.returncode == 1 and "看不懂这个重复" in result.stderr and "写在“时间”列" in result.stderr and "2026-11-21 15:00" not in result.stderr


def test_a_unit_may_be_written_by_its_name(site):
    """In the settings and on screens, as on pages; a name that there is not is told with the near one."""
    settings, screen = site / "content/site.yaml", site / "content/screens/门厅.yaml"
    done(build(site))
    before = tree(site / "public")
    settings.write_text(settings.read_text(encoding="utf-8").replace("unit: tao-yuan-she-qu", "unit: 桃园社区"), encoding="utf-8")
    screen.write_text(screen.read_text(encoding="utf-8").replace("tao-yuan-she-qu", "桃园社区"), encoding="utf-8")
    done(build(site))
    assert tree(site / "public") == before
    done(gongshi("new", "公告", "停水", "--at", NOW, cwd=site))
    assert "unit: tao-yuan-she-qu" in (site / "content/notices/ting-shui.md").read_text(encoding="utf-8")
    settings.write_text(settings.read_text(encoding="utf-8").replace("unit: 桃园社区", "unit: 桃源社区"), encoding="utf-8")
    refused = check(site, env=ZH)
    assert refused.returncode == 1 and "content/site.yaml" in refused.stderr and "是不是想写“桃园社区”" in refused.stderr


def test_sources_are_never_published_over(site):
    before = tree(site)
    for output in ("content/out", "content", "themes/x", "."):
        result = gongshi("build", "--output", output, "--at", NOW, cwd=site, env=ZH)
        assert result.returncode == 2 and "原稿" in result.stderr, output
    assert tree(site) == before


def test_a_list_begins_with_its_sheet(site):
    """What is missing is made, and the same command then works."""
    first = gongshi("new", "列表", "便民服务", "--at", NOW, cwd=site, env=ZH)
    assert first.returncode == 2 and "content/data/清单.csv" in first.stderr
    done(gongshi("activities", "import", "content/data", "--apply", "--at", NOW, cwd=site, env=ZH))
    done(gongshi("new", "列表", "便民服务", "--at", NOW, cwd=site, env=ZH))
    done(build(site))
    assert "第一项" in (site / "public/lists/bian-min-fu-wu/index.html").read_text(encoding="utf-8")


def test_one_word_for_a_unit(site):
    """单位 in sheets, settings and messages; 单元 is understood where it was written before."""
    done(gongshi("activities", "export", "表.xlsx", "--language", "zh", cwd=site, any_day=True))
    names = openpyxl.load_workbook(site / "表.xlsx").sheetnames
    assert "单位" in names and "单元" not in names
    old = site / "单元.csv"
    old.write_text("编号,名称,级别\nb,乙社区,社区\n", encoding="utf-8")
    assert "新增 1" in done(gongshi("activities", "import", old, "--at", NOW, cwd=site, env=ZH)).stdout
