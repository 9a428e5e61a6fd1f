"""What is said of the faults that people make: the place, the reason in their words, and what to write instead, in both languages.

Each case was seen with someone who misunderstood what was said. A case is `(files, command, place, words in Chinese, words in English, words that misled)`.
"""

import re

import openpyxl
import pytest
from support import NOW, ROOT, done, environment, gongshi

ZH = environment(LANG="zh_CN.UTF-8")
EN = environment(LANG="C.UTF-8")
PAGE = "content/notices/停水.md"
BODY = "\n---\n明天停水。\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("messages")
    done(gongshi("init", "site", "--title", "桃园", "--unit", "桃园社区", "--at", NOW, cwd=root, env=ZH))
    return root / "site"


def said(site, files, command, env):
    """What the command prints with these files in the site; they are gone afterwards."""
    for name, data in files.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    try:
        result = gongshi(*command, cwd=site, env=env)
        return result.stdout + result.stderr
    finally:
        for name in files:
            (site / name).unlink()


def page(*lines):
    return {PAGE: "---\n" + "\n".join(lines) + BODY}


def compound(name):
    """An OLE file with a stream of that name, as Word and PowerPoint up to 2003 save."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + name.encode("utf-16-le") + bytes(512)


CHECK = ("check", "--at", NOW)
GOOD = "x,课,其他,桃园社区,2026-12-01 9:00-10:00"
HEADER = "编号,名称,类型,单位,时间"


def imports(name, *more):
    return ("activities", "import", name, "--at", NOW, *more)


CASES = {
    "keys of front matter in Chinese": (
        page("标题: 停水", "类别: 公示", "日期: 2026-11-20", "公示天数: 5"), CHECK, None, ["检查通过"], ["no errors"], ["error["]),
    "a key that is none": (
        page("标题: 停水", "类别: 公告", "日期: 2026-11-20", "颜色: 红"), CHECK, f"{PAGE}:5:1", ["颜色"], ["颜色"], ["aliases, approval"]),
    "a category by a word of the same sound": (
        page("title: 停水", "kind: notice", "category: 公式", "date: 2026-11-20"), CHECK, f"{PAGE}:4:11", ["公示（public-notice）", "是不是想写“公示”"], ["public-notice", "公示"], []),
    "a header of another table": (
        {"活动.csv": f"{HEADER},日起\n{GOOD},2026-12-01\n"}, imports("活动.csv"), "活动.csv:1:6", ["是不是想写“日期”"], ["日期"], ["周期"]),
    "a weekday alone": (
        {"活动.csv": f"{HEADER}\nx,课,其他,桃园社区,周一\n"}, imports("活动.csv"), "活动.csv:2:5", ["每周一", "写日期"], ["每周一"], ["周期"]),
    "an option of another verb": (
        {}, ("build", "--at", NOW, "--days", "7"), None, ["没有选项“--days”", "--drafts"], ["--days", "--drafts"], ["是不是", "Did you mean"]),
    "an option with two letters changed about": (
        {}, ("init", "x", "--at", NOW, "--titel", "桃园"), None, ["是不是想写“--title”"], ["Did you mean '--title'"], ["“--site”", "'--site'"]),
    "full-width commas between fields": (
        {"活动.csv": "编号，名称，类型\nx，课，其他\n"}, imports("活动.csv"), "活动.csv:1", ["全角逗号", "另存为 .xlsx"], ["full-width commas", ".xlsx"], ["这一列"]),
    "an indent by a tab": (
        page("title: 停水", "kind: notice", "date: 2026-11-20", "approval:", "\tauthor: 网格员"), CHECK, f"{PAGE}:6:1", ["Tab", "空格"], ["tab", "spaces"], ["引号括起来"]),
    "a quote that is never closed": (
        page('title: "停水', "kind: notice", "date: 2026-11-20"), CHECK, f"{PAGE}:2:8", ["从这里开始的引号没有结束"], ["never closed"], []),
    "a day that there is not": (
        page("title: 停水", "kind: notice", "date: 2026-11-31"), CHECK, f"{PAGE}:4:7", ["11 月没有 31 日"], ["2026-11 has no day 31"], []),
    "an old Word document": (
        {"a.doc": compound("WordDocument")}, imports("a.doc"), "a.doc", ["Word 文档", "复制到 Excel"], ["Word document", "copy its table"], ["旧版 Excel"]),
    "a new Word document": (
        {"a.docx": (ROOT / "content/files/冬季助老志愿者报名表.docx").read_bytes()}, imports("a.docx"), "a.docx", ["Word 文档", "复制到 Excel"], ["Word document", "copy its table"], ["另存为 .xlsx"]),
    "a PDF": (
        {"a.pdf": "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"}, imports("a.pdf"), "a.pdf", ["PDF", "复制到 Excel"], ["PDF", "copy its table"], ["列"]),
    "an invisible character behind a word": (
        {"活动.csv": f"{HEADER}\nx,课,其他\u200b,桃园社区,2026-12-01 9:00-10:00\n"}, imports("活动.csv"), None, ["新增 1"], ["1 added"], ["是不是想写"]),
    "a bad byte in the third line": (
        {"活动.csv": f"{HEADER}\n{GOOD}\n".encode() + b"y,\xbb\xff\xff,x\n"}, imports("活动.csv"), "活动.csv:3", ["从这一行第"], ["from byte"], ["活动.csv:1"]),
    "numbers of people": (
        page("title: 停水", "kind: notice", "date: 2026-11-20") | {PAGE: page("title: 停水", "kind: notice", "date: 2026-11-20")[PAGE] + "参加三人，一起来，电话13812345678\n"},
        CHECK, f"{PAGE}:7:12", ["参加三人，一起来", "138****5678"], ["138****5678"], ["*加*人", "13812345678"]),
    "a roster without its unit": (
        {"轮值表.csv": "编号,名称,周期,起始日期\nr,轮,每周,2026-11-02\n"}, imports("轮值表.csv"), "轮值表.csv:2", ["“单位”不能为空"], ["unit_id"], ["轮值表表"]),
    "a roster with a column that it has not": (
        {"轮值表.csv": "编号,名称,单位,周期,起始日期,心情\nr,轮,桃园社区,每周,2026-11-02,好\n"}, imports("轮值表.csv"), "轮值表.csv:1:6", ["轮值表没有“心情”"], ["roster has no column"], ["轮值表表"]),
    "a screen that there is not": (
        {}, ("preview", "screen", "x", "--at", NOW), None, ["没有公示屏“x”", "hall"], ["no screen", "hall"], ["现有的公示屏：。"]),
    "two rows of headers": (
        {"活动.csv": "编号,名称,类型,单位,活动时间,\n,,,,开始,结束\nx,课,其他,桃园社区,2026-12-01 9:00,2026-12-01 10:00\n"}, imports("活动.csv"), None, ["09:00–10:00"], ["09:00–10:00"], ["表头之外"]),
    "a page in the encoding of old editors": (
        {PAGE: ("---\ntitle: 停水\nkind: notice\ndate: 2026-11-20" + BODY).encode("gbk")}, CHECK, f"{PAGE}:6:1", ["GBK（记事本里叫 ANSI）编码", "另存为", "| 明天停水。"], ["GBK", "UTF-8", "| 明天停水。"], ["�"]),
    "Chinese signs in a playlist": (
        {"content/screens/二楼.yaml": "id: second\ntitle: 二楼\nplaylist:\n  - {slide: today，seconds: 20}\n"}, CHECK, "content/screens/二楼.yaml:4:18",
        ["中文逗号", "{…, seconds: …}"], ["full-width comma", "{…, seconds: …}"], ["没有画面"]),
    "a picture by its name alone": (
        page("title: 停水", "kind: notice", "date: 2026-11-20", "image: 大门.png"), CHECK, f"{PAGE}:5:8", ["图片放在 content/images 里", "/images/文件名"], ["content/images/"], []),
    "a date with slashes": (
        page("title: 停水", "kind: notice", "date: 2026/11/20"), CHECK, None, ["检查通过"], ["no errors"], ["error["]),
    "a date with dots and its weekday": (
        page("title: 停水", "kind: notice", "date: 2026.11.20（周五）"), CHECK, None, ["检查通过"], ["no errors"], ["error["]),
    "a date without zeros": (
        page("title: 停水", "kind: notice", "date: 2026-1-5", "publishAt: 2026/1/5 9:00"), CHECK, None, ["检查通过"], ["no errors"], ["error["]),
    "a date of another weekday": (
        page("title: 停水", "kind: notice", "date: 2026-11-20（周六）"), CHECK, f"{PAGE}:4:7", ["星期不是同一天"], ["another weekday"], []),
    "a date without a year": (
        page("title: 停水", "kind: notice", "date: 11月20日"), CHECK, f"{PAGE}:4:7", ["如 2026年11月20日"], ["write the year"], []),
    "a date in Chinese quotes": (
        page("title: 停水", "kind: notice", "date: “2026-11-20”"), CHECK, f"{PAGE}:4:7", ["去掉中文引号"], ["Chinese quotes"], []),
    "a list that a comment cuts short": (
        page("title: 停水", "kind: notice", "date: 2026-11-20", "tags: [电梯, #2, 停运]"), CHECK, f"{PAGE}:5:12", ["当作注释", "引号"], ["begins a comment"], ["did not find"]),
    "a slide that a comment cuts short": (
        {"content/screens/二楼.yaml": "id: second\ntitle: 二楼\nplaylist:\n  - {slide: text, title: 甲, text: 请走 #2 出口}\n"}, CHECK, "content/screens/二楼.yaml:4:38",
        ["当作注释"], ["begins a comment"], ["花括号"]),
    "a bracket that is never closed": (
        page("title: 停水", "kind: notice", "date: 2026-11-20", "tags: [电梯, 停运"), CHECK, f"{PAGE}:5:7", ["从这里开始的括号没有结束"], ["never closed"], []),
    "a title that begins with a bracket": (
        page("title: [紧急] 停水", "kind: notice", "date: 2026-11-20"), CHECK, f"{PAGE}:2:8", ["要用引号括起来"], ["needs quotes"], ["缩进"]),
    "a title behind a bar": (
        page("title: | 停水", "kind: notice", "date: 2026-11-20"), CHECK, f"{PAGE}:2:10", ["| 和 > 后面要换行"], ["YAML syntax"], []),
    "a title that begins with a mark": (
        page("title: ? 停水", "kind: notice", "date: 2026-11-20"), CHECK, f"{PAGE}:2:8", ["以 ? 开头的文字要用引号括起来"], ["YAML syntax"], []),
    "a character that was lost": (
        page("title: 停水", "kind: notice", "date: 2026-11-20") | {PAGE: page("title: 停水", "kind: notice", "date: 2026-11-20")[PAGE] + "张\ufffd路\n"},
        CHECK, f"{PAGE}:7:2", ["变成了“�”"], ["became “�”"], ["看不见"]),
    "a part of a unit's name": (
        page("title: 停水", "kind: notice", "date: 2026-11-20", "unit: 桃园"), CHECK, f"{PAGE}:5:7", ["桃园社区"], ["桃园社区"], ["songtai-center"]),
    "a cell that the head of a table has no column for": (
        page("title: 停水", "kind: notice", "date: 2026-11-20") | {PAGE: page("title: 停水", "kind: notice", "date: 2026-11-20")[PAGE] + "\n|时间|地点|\n|--|--|\n|9点|广场|自带水杯|\n"},
        CHECK, f"{PAGE}:10:8", ["“自带水杯”不会公开"], ["not published"], []),
    "a block that is never closed": (
        page("title: 停水", "kind: notice", "date: 2026-11-20") | {PAGE: page("title: 停水", "kind: notice", "date: 2026-11-20")[PAGE] + "\n```\n通知\n\n请储水。\n"},
        CHECK, f"{PAGE}:8:1", ["没有结束", "成了代码"], ["never closed"], []),
    "conditions behind a block's name": (
        page("title: 停水", "kind: notice", "date: 2026-11-20") | {PAGE: page("title: 停水", "kind: notice", "date: 2026-11-20")[PAGE] + "\n```activities limit=3\n```\n"},
        CHECK, f"{PAGE}:8:1", ["后面的内容没有读", "limit: 3"], ["not read"], []),
    "a beginning and an end": (
        {"活动.csv": "编号,名称,类型,单位,日期,开始,结束\nx,课,其他,桃园社区,2026-12-01,9:00,10:00\n"}, imports("活动.csv"), None, ["09:00–10:00"], ["09:00–10:00"], ["error["]),
    "what becomes of a series on holidays": (
        {"活动.csv": f"{HEADER}\nx,课,其他,桃园社区,2026-12-02 每周三 9:00-10:00 节假日除外\n"}, imports("活动.csv"), None, ["停办"], ["holidays"], ["error["]),
    "columns between bars": (
        {"活动.csv": f"{HEADER}\n{GOOD}\n".replace(",", "|")}, imports("活动.csv"), None, ["新增 1"], ["1 added"], ["error["]),
    "a photograph of a table": (
        {"a.jpg": b"\xff\xd8\xff\xe0" + bytes(60)}, imports("a.jpg"), "a.jpg", ["这是图片"], ["a picture"], ["编码"]),
    "a page copied in the file manager": (
        page("title: 停水", "kind: notice", "date: 2026-11-20") | {"content/notices/停水 - 副本.md": page("title: 停水", "kind: notice", "date: 2026-11-20")[PAGE]},
        CHECK, "content/notices/停水 - 副本.md:1:1", ["副本", "两篇“停水”"], ["copy of"], ["error["]),
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_fault_is_told_so_that_it_can_be_mended(site, case, language):
    files, command, place, zh, en, misleading = CASES[case]
    text = said(site, files, command, ZH if language == "zh" else EN)
    for words in zh if language == "zh" else en:
        assert words in text, text
    if place:
        assert any(line.startswith(place + ":") for line in text.splitlines()), text
    for words in misleading:
        assert words not in text, text


def test_sheets_of_months_are_those_of_the_table_that_is_named(site, tmp_path):
    book = openpyxl.Workbook()
    for index, month in enumerate(("11月", "12月")):
        sheet = book.active if index == 0 else book.create_sheet()
        sheet.title = month
        sheet.append(HEADER.split(","))
        sheet.append([f"m{index}", "课", "其他", "桃园社区", f"2026-{month[:2]}-25 9:00-10:00"])
    book.save(tmp_path / "课表.xlsx")
    assert "新增 2" in gongshi(*imports(tmp_path / "课表.xlsx", "--table", "活动"), cwd=site, env=ZH).stdout


def test_a_hidden_sheet_is_named_whatever_it_is_called(site, tmp_path):
    """Nothing of it is read; whoever hid it may have meant that, and whoever did not must hear of it."""
    book = openpyxl.Workbook()
    book.active.title = "活动"
    for row in (HEADER.split(","), GOOD.split(",")):
        book.active.append(row)
    for name, state in (("12月备份", "hidden"), ("旧表", "veryHidden"), ("WpsReserved_CellImgList", "hidden"), ("（说明）", "hidden")):
        sheet = book.create_sheet(name)
        sheet.append(HEADER.split(","))
        sheet.sheet_state = state
    book.save(tmp_path / "活动.xlsx")
    result = gongshi(*imports(tmp_path / "活动.xlsx"), cwd=site, env=ZH)
    assert result.returncode == 0 and result.stderr.count("import.hidden-sheet") == 2, result.stderr
    assert "“12月备份”没有读" in result.stderr and "“旧表”没有读" in result.stderr


def test_without_a_site_it_says_what_is_missing(tmp_path):
    zh = gongshi(*CHECK, cwd=tmp_path, env=ZH).stderr
    assert "没有 content/site.yaml" in zh and "gongshi init" in zh and "没有发布" not in zh
    assert "gongshi init" in gongshi(*CHECK, cwd=tmp_path, env=EN).stderr


def test_options_of_all_verbs_may_stand_before_the_verb(site):
    assert "检查通过" in gongshi("--language", "zh", *CHECK, cwd=site, env=EN, any_day=True).stdout


def test_lists_and_pages_are_in_the_readers_language(site):
    done(gongshi(*imports("content/data", "--apply"), cwd=site, env=ZH))
    listed = gongshi("activities", "list", cwd=site, env=ZH, any_day=True).stdout
    assert "正常" in listed and "scheduled" not in listed
    (site / "a.md").write_text("---\ntitle: 停水\nkind: notice\n---\n# 文\n", encoding="utf-8")
    assert gongshi("render", "a.md", cwd=site).stdout == '<h1 id="wen">文</h1>\n'
    (site / "a.md").unlink()


def test_undo_says_that_readers_see_it_after_a_build(site):
    (site / "活动.csv").write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    told = done(gongshi(*imports("活动.csv", "--apply"), cwd=site, env=ZH))
    # It is watched by nobody where it lies.
    assert "不在 content/data 里" in told.stderr
    assert "gongshi build" in done(gongshi("activities", "undo", "--at", NOW, cwd=site, env=ZH)).stdout
    (site / "活动.csv").unlink()


def test_what_was_filled_in_is_remembered(site):
    sheet = site / "content/data/健身.csv"
    sheet.write_text("名称,时间\n太极,2026-12-01 9:00-10:00\n", encoding="utf-8")
    fills = ("--table", "活动", "--fill", "编号=拼音", "--fill", "类型=其他", "--fill", "单位=桃园社区")
    done(gongshi(*imports("content/data/健身.csv", "--apply", *fills), cwd=site, env=ZH))
    sheet.write_text("名称,时间\n太极,2026-12-01 9:30-10:30\n", encoding="utf-8")
    wanted = "gongshi activities import content/data/健身.csv --table 活动 --fill 编号=拼音 --fill 类型=其他 --fill 单位=桃园社区"
    assert wanted + " --apply" in gongshi(*CHECK, cwd=site, env=ZH).stderr
    again = gongshi(*imports("content/data/健身.csv", "--table", "活动"), cwd=site, env=ZH)
    assert again.returncode == 1 and "import.earlier-fills" in again.stderr and wanted in again.stderr
    sheet.unlink()
    done(gongshi("activities", "undo", "--at", NOW, cwd=site, env=ZH))


# One thing, one name: what else it is called, but for words that it is a part of.
OTHER_NAMES = {
    "公示屏": r"(?<!公示)屏幕|大屏(?!幕)", "文件夹": r"(?<!公开)(?<!清单)(?<!栏目)目录", "播放单": r"播放列表", "画面": r"(?<!PowerPoint )幻灯片?",
    "页面信息": r"头信息|抬头|front[ -]matter", "编号": r"标识符|(?<![A-Za-z])ID(?![A-Za-z])", "工作表": r"sheet(?![a-z])", "directory": r"\bfolders?\b",
    "网址": r"\bURL\b", "岗位": r"职位",
}


def test_one_thing_has_one_name():
    """All that is said to those who run the program."""
    said = re.compile(r'zh:\s*"((?:[^"\\]|\\.)*)"(?:,\s*en:\s*"((?:[^"\\]|\\.)*)")?')
    found = []
    for file in sorted((ROOT / "Sources").rglob("*.swift")):
        if "Words" in file.parts:
            continue
        text = file.read_text(encoding="utf-8")
        for match in said.finditer(text):
            zh = re.sub(r"\\\((?:[^()]|\([^()]*\))*\)", "", match[1])
            for name, others in OTHER_NAMES.items():
                sentence = (match[2] or "") if name.isascii() else zh
                if re.search(others, sentence):
                    found.append(f"{file.relative_to(ROOT)}:{text[:match.start()].count(chr(10)) + 1}: {name}: {sentence[:80]}")
    assert found == []
