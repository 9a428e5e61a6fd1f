"""Approval as the people who sign meet it: three roles, a change that makes signatures void, and the edition that stays published."""

import json
import re
import shutil

import pytest
from support import NOW, build, change_rows, check, done, edit, environment, gongshi, problems, tiny, tiny_original, tree, write  # noqa: F401

GATE = "content/notices/gate.md"
LIFT = "content/notices/lift.md"
SITE = "content/site.yaml"
KEPT = "content/.approved/notices/gate.md"
PAGES = [GATE, LIFT, "content/index.md", "content/pages/about.md", "content/venues/hall.md", "content/menus/convenience.md"]
ROLES = [("author", "社工"), ("reviewer", "社区党委副书记"), ("approver", "社区党委书记")]
TIMES = ["2026-11-19T10:00:00+08:00", "2026-11-20T10:00:00+08:00", "2026-11-20T23:30:00+08:00"]


def sign(site, role, who, *pages, at=TIMES[0], **options):
    return gongshi("approve", *pages, "--as", role, "--by", who, "--site", site, "--at", at, **options)


def approve(site, *pages):
    for (role, who), at in zip(ROLES, TIMES):
        done(sign(site, role, who, *pages, at=at))


def waiting(site):
    return json.loads(done(gongshi("waiting", "--format", "json", "--site", site)).stdout)


def texts(site):
    """Each file of the content but the database, in which nothing is signed and beside which SQLite keeps files of its own."""
    return {path: digest for path, digest in tree(site / "content").items() if ".sqlite" not in path}


@pytest.fixture
def required(tiny):
    """The tiny site, all of whose pages are approved, as approval requires."""
    edit(tiny, SITE, "unit: yard", "unit: yard\napproval: required")
    approve(tiny, *PAGES)
    return tiny


def published(site):
    """What any output says, as one text."""
    return "\n".join(
        file.read_text(encoding="utf-8", errors="replace") for file in sorted((site / "public").rglob("*")) if file.is_file())


# Signing


def test_three_roles_sign_and_nothing_else_of_the_file_changes(tiny):
    """Role, day and digest go into the front matter; every other byte stays, and after each signature it is the next one's turn."""
    edit(tiny, SITE, "unit: yard", "unit: yard\napproval: required")
    before = (tiny / GATE).read_text()
    (tiny / GATE).chmod(0o660)
    for (role, who), at, next_role in zip(ROLES, TIMES, ["reviewer", "approver", None]):
        assert next((page["waitsFor"] for page in waiting(tiny)["pages"] if page["file"] == GATE), None) == role
        done(sign(tiny, role, who, GATE, at=at))
        assert next((page["waitsFor"] for page in waiting(tiny)["pages"] if page["file"] == GATE), None) == next_role
    after = (tiny / GATE).read_text()
    block = re.search(r"approval:\n(?:  .*\n)+", after)[0]
    assert after.replace(block, "") == before
    assert re.fullmatch(
        "approval:\n  author: 社工\n  authoredOn: 2026-11-19\n  reviewer: 社区党委副书记\n  reviewedOn: 2026-11-20\n"
        "  approver: 社区党委书记\n  approvedOn: 2026-11-20\n  digest: sha256:[0-9a-f]{64}\n",
        block,
    )
    assert (tiny / KEPT).read_bytes() == (tiny / GATE).read_bytes()
    assert (tiny / GATE).stat().st_mode & 0o777 == 0o660


TANGLED = """\
---
title: "北门：开放"   # 标题
# 一行说明

kind:   notice
approval:   # 先送社区党委
  # 起草在前
  author: '门卫室'   # 值班岗
  approvedOn: 2026-11-01
# 日期在后
date: 2026-11-20
unit: yard
---

北门早六点开。  
第二行


"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
def test_comments_order_and_line_ends_stay(tiny, line_end, mark):
    """As an editor on Windows saves it: nothing outside `approval` moves, and what is added ends its lines as the others do."""
    original = mark + TANGLED.replace("\n", line_end).encode()
    write(tiny, GATE, original)
    approve(tiny, GATE)
    signed = (tiny / GATE).read_bytes()
    start, end = signed.index(b"approval:"), signed.index("# 日期在后".encode())
    assert signed[:start] == original[: original.index(b"approval:")]
    assert signed[end:] == original[original.index("# 日期在后".encode()):]
    block = signed[start:end].decode()
    assert block.startswith(f"approval:   # 先送社区党委{line_end}  # 起草在前{line_end}  author: 社工  # 值班岗{line_end}")
    assert block.count("\n") == block.count(line_end) == 9
    assert len(block.split(line_end)) == 10


def test_line_ends_a_mark_and_empty_lines_at_the_end_change_nothing(required):
    """What editors and git do by themselves makes no signature void; a space does."""
    text = (required / GATE).read_bytes()
    for changed in [b"\xef\xbb\xbf" + text, text.replace(b"\n", b"\r\n"), text + b"\n\n", text.rstrip(b"\n")]:
        write(required, GATE, changed)
        assert problems(done(check(required)).stderr) == []
    for changed in [text.replace("北门早".encode(), "北门 早".encode()), text.replace(b"title: ", b"title:  "), b"---\n# x\n" + text[4:]]:
        write(required, GATE, changed)
        assert problems(done(check(required)).stderr) == [f"{GATE}:1:1: warning[approval.void]"]


def test_the_order_is_kept_and_one_role_signs_once(tiny):
    """Author, reviewer, approver; the same role not twice, however it is spelt. Nothing is written that is refused."""
    before = texts(tiny)
    for role in ("reviewer", "approver"):
        result = sign(tiny, role, "副书记", GATE)
        assert (result.returncode, problems(result.stderr)) == (1, [f"{GATE}:1:1: error[approval.out-of-order]"])
    assert texts(tiny) == before
    done(sign(tiny, "author", "社区 Office", GATE))
    before = texts(tiny)
    result = sign(tiny, "reviewer", "社区office", GATE)
    assert (result.returncode, problems(result.stderr)) == (1, [f"{GATE}:1:1: error[approval.same-role]"])
    result = sign(tiny, "author", "门卫室", GATE)
    assert (result.returncode, problems(result.stderr)) == (1, [f"{GATE}:1:1: error[approval.already-signed]"])
    again = done(sign(tiny, "author", "社区 Office", GATE, at=TIMES[2]))
    assert "already" in again.stdout and texts(tiny) == before


def test_several_pages_are_signed_all_or_none(tiny):
    """One that can't be signed keeps the others unsigned, and each is told."""
    done(sign(tiny, "author", "社工", GATE))
    before = texts(tiny)
    result = sign(tiny, "reviewer", "副书记", GATE, LIFT, "content/index.md")
    assert (result.returncode, problems(result.stderr)) == (
        1, ["content/index.md:1:1: error[approval.out-of-order]", f"{LIFT}:1:1: error[approval.out-of-order]"])
    assert texts(tiny) == before


def test_what_is_wrong_is_not_signed(tiny):
    """A mistake in the page, a link to nowhere, an address that another has, a draft; but not what is wrong elsewhere."""
    edit(tiny, SITE, "unit: yard", "unit: yard\napproval: required")
    for old, new, code in [
        ("date: 2026-11-20", "date: 2026-02-30", "front-matter.wrong-value"),
        ("unit: yard", "unit: yrad", "reference.missing"),
        ("北门早六点开", "看[这里](/notices/gates/)", "link.broken"),
        ("date:", "draft: true\ndate:", "approval.draft"),
        ("date:", "slug: lift\ndate:", "page.duplicate-url"),
    ]:
        text = (tiny / GATE).read_text()
        approve(tiny, LIFT) if "slug" in new else None
        edit(tiny, GATE, old, new)
        before = texts(tiny)
        result = sign(tiny, "author", "社工", GATE)
        assert result.returncode == 1 and code in result.stderr and "nothing signed" in result.stderr, result.stderr
        assert texts(tiny) == before
        write(tiny, GATE, text)
    write(tiny, "content/notices/other.md", "no front matter")
    write(tiny, "content/screens/bad.yaml", "titel: x")
    assert done(sign(tiny, "author", "社工", GATE)).stderr == ""


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--as", "autor", "--by", "社工", GATE], "did you mean “author”?"),
        (["--as", "boss", "--by", "社工", GATE], "author, reviewer or approver"),
        (["--as", "author", GATE], "--by"),
        (["--by", "社工", GATE], "--as"),
        (["--as", "author", "--by", "社工"], "pages"),
        (["--as", "author", "--by", "社工", "content/notices/gaet.md"], "did you mean “content/notices/gate.md”?"),
        (["--as", "author", "--by", "社工", "gate.md"], "did you mean “content/notices/gate.md”?"),
        (["--as", "author", "--by", "社工", "/notices/gates/"], "did you mean “/notices/gate/”?"),
        (["--as", "author", "--by", "社工", "content/notices"], "directory"),
        (["--as", "author", "--by", "社工", "content/site.yaml"], "no page"),
        (["--as", "author", "--by", "社工", "content/images/gate.png"], "no page"),
        (["--as", "author", "--by", " ", GATE], "empty"),
        (["--as", "author", "--by", "", GATE], "empty"),
        (["--as", "author", "--by", "社工 138 1234 5678", GATE], "resident's number"),
        (["--as", "author", "--by", "社工11010519491231002X", GATE], "resident's number"),
        (["--as", "author", "--by", "社工\n书记", GATE], "line ends"),
        (["--as", "author", "--by", "长" * 41, GATE], "too long"),
        (["--as", "author", "--by", "12345", GATE], "no role"),
    ],
)
def test_mistyped_commands_change_nothing(tiny, arguments, wanted):
    """Status 2, an answer that helps, and no number said again."""
    before = texts(tiny)
    result = gongshi("approve", *arguments, "--at", NOW, cwd=tiny)
    assert result.returncode == 2 and wanted in result.stderr, result.stderr
    assert "1234 5678" not in result.stderr and "1949" not in result.stderr
    assert texts(tiny) == before


def test_pages_are_named_as_people_name_them(tiny, tmp_path):
    """By file from the site or from elsewhere, by address, roles in Chinese; and a role that YAML would read otherwise is quoted."""
    done(gongshi("approve", "notices/gate.md", "--as", "起草", "--by", "社工: #1", "--at", NOW, "--site", "..", cwd=tiny / "content"))
    assert '  author: "社工: #1"\n' in (tiny / GATE).read_text()
    done(sign(tiny, "审核人", "副书记", "/notices/gate"))
    result = done(sign(tiny, "审批", "书记", tiny / GATE, "./" + GATE, "--language", "zh"))
    assert result.stdout == f"{GATE}：审批人 书记 2026-11-19 已签，批准了，下次发布时公开。\n"


def test_a_front_matter_in_one_line_is_refused_and_left(tiny):
    """Where a signature can't be put in without touching the rest, nothing is written."""
    write(tiny, LIFT, "---\n{title: 电梯检修, kind: notice, date: 2026-11-19}\n---\n请走楼梯。\n")
    before = texts(tiny)
    result = sign(tiny, "author", "社工", LIFT)
    assert (result.returncode, problems(result.stderr)) == (1, [f"{LIFT}:1:1: error[approval.cannot-write]"])
    assert texts(tiny) == before


# A change, and what stays published


def test_a_change_is_held_back_and_the_last_edition_stays_everywhere(required):
    """Pages, feeds, calendars, search and screens go on showing what was approved; the change shows when it is approved."""
    done(build(required))
    before = tree(required / "public")
    edit(required, GATE, "title: 北门开放", "title: 北门关闭")
    edit(required, GATE, "北门早六点开", "北门不再开")
    result = done(build(required))
    assert problems(result.stderr) == [f"{GATE}:1:1: warning[approval.void]"]
    assert "2026-11-20 stays published" in result.stderr
    assert tree(required / "public") == before
    everything = published(required)
    assert "北门开放" in everything and "北门关闭" not in everything and "北门不再开" not in everything

    [page] = waiting(required)["pages"]
    assert (page["waitsFor"], page["changed"], page["publishedEdition"]) == ("author", True, "2026-11-20")
    assert sign(required, "approver", "社区党委书记", GATE).returncode == 1
    approve(required, GATE)
    assert problems(done(build(required)).stderr) == []
    everything = published(required)
    assert "北门关闭" in everything and "北门不再开" in everything and "北门早六点开" not in everything


def test_an_address_moves_when_all_that_link_to_it_are_signed(required):
    """A signature that would break another page's link is refused; both together are signed."""
    edit(required, GATE, "date: 2026-11-20", "date: 2026-11-20\nslug: opening")
    result = sign(required, "author", "社工", GATE)
    assert (result.returncode, [line.split(": ")[1] for line in problems(result.stderr)]) == (1, ["error[link.broken]"])
    edit(required, "content/index.md", "/notices/gate/", "/notices/opening/")
    done(build(required))
    assert "/notices/gate/" in (required / "public/index.html").read_text()
    approve(required, GATE, "content/index.md")
    assert problems(done(build(required)).stderr) == [f"{GATE}:1:1: warning[page.address-gone]"]
    assert "/notices/opening/" in (required / "public/index.html").read_text()
    assert not (required / "public/notices/gate").exists()


def test_an_edition_is_never_a_file_of_the_site(required):
    """Neither the kept text nor its folder, nor a picture put beside it."""
    shutil.copy(required / "content/images/gate.png", required / "content/.approved/x.png")
    done(build(required))
    names = [str(file) for file in (required / "public").rglob("*")]
    assert not [name for name in names if "approved" in name or name.endswith(".md") or name.endswith("x.png")]


def test_the_introduction_of_the_home_page_too(required):
    """`index.md` is signed and kept like any page."""
    done(build(required))
    edit(required, "content/index.md", "看[公告]", "不看[公告]")
    assert problems(done(build(required)).stderr) == ["content/index.md:1:1: warning[approval.void]"]
    home = (required / "public/index.html").read_text()
    assert "看<a" in home and "不看<a" not in home


def test_what_was_never_approved_is_held_back_and_stops_nothing(required):
    """A new page waits, links to it are warnings, and an urgent notice goes out all the same, whatever is wrong with the page."""
    urgent = "---\ntitle: 停水\nkind: notice\ndate: 2026-11-21\nexpiresAt: 2026-11-22\nseverity: severe\nunit: yard\n---\n请储水。看[新页](/notices/new/)。\n"
    new = "---\ntitle: 秘密计划\nkind: notice\ndate: 2026-11-20\nunit: nowhere\nimage: /images/none.png\n---\n看[哪里](/nowhere/)，电话 13812345678。\n"
    write(required, "content/notices/new.md", new)
    write(required, "content/notices/urgent.md", urgent)
    write(required, "content/notices/worse.md", "---\ntitle: 甲: 乙\n---\n")
    write(required, "content/notices/also.md", "---\ntitle: 占位\nkind: notice\ndate: 2026-11-20\nslug: lift\n---\n")
    approve(required, "content/notices/urgent.md")
    change_rows(required, "UPDATE activity SET page='/notices/new/' WHERE id='tea'")
    result = done(build(required))
    found = problems(result.stderr)
    assert not [problem for problem in found if "error[" in problem]
    assert "content/activities.sqlite:activity[id=tea].page: warning[link.not-public]" in found
    assert [problem for problem in found if problem.startswith("content/notices/urgent.md") and problem.endswith("warning[link.not-public]")]
    assert "content/notices/new.md:1:1: warning[approval.missing]" in found
    assert [problem for problem in found if problem.startswith("content/notices/new.md") and "privacy.mobile-number" in problem]
    everything = published(required)
    assert "请储水" in everything and "秘密计划" not in everything and "13812345678" not in everything
    assert "停水" in (required / "public/feeds/cap.xml").read_text()
    assert "停水" in (required / "public/feeds/v1/screens/lobby.json").read_text()
    assert "电梯检修" in (required / "public/notices/lift/index.html").read_text()
    files = [page["file"] for page in waiting(required)["pages"]]
    assert files == [f"content/notices/{name}.md" for name in ("also", "new", "worse")]


def test_an_urgent_notice_that_waits_stands_first(required):
    """Whoever signs sees first what hurries."""
    for name in ("aaa", "zzz"):
        severity = "severity: severe\nexpiresAt: 2026-11-30\n" if name == "zzz" else ""
        write(required, f"content/notices/{name}.md", f"---\ntitle: {name}\nkind: notice\ndate: 2026-11-20\n{severity}---\n")
    assert [page["file"][-6:] for page in waiting(required)["pages"]] == ["zzz.md", "aaa.md"]
    text = done(gongshi("waiting", "--site", required, "--language", "zh")).stdout
    assert "【紧急】content/notices/zzz.md《zzz》" in text and "等起草人签（--as author）：2 页" in text


def test_a_page_that_can_no_longer_be_read_keeps_its_edition(required):
    """A slip in the YAML of a page that was approved is a warning, and the page is still there."""
    done(build(required))
    before = tree(required / "public")
    edit(required, GATE, "title: 北门开放", "title: 北门: 关闭")
    assert [problem.split(" ")[1] for problem in problems(done(build(required)).stderr)] == [
        "warning[approval.void]", "warning[yaml.syntax]"]
    assert tree(required / "public") == before


def test_taking_a_page_off_needs_no_approval(required):
    """Deleted, or a draft: it is gone, and an edition without a page is named."""
    edit(required, LIFT, "kind: notice", "kind: notice\ndraft: true")
    (required / "content/pages/about.md").unlink()
    assert problems(done(build(required)).stderr) == ["content/.approved/pages/about.md: warning[approval.edition-orphan]"]
    assert not (required / "public/notices/lift").exists() and not (required / "public/about").exists()


# Forgery


def test_a_forged_signature_is_void(required):
    """Another name, another day, another digest, a line less, a line more: none lets the text through."""
    signed = (required / GATE).read_text()
    digest = re.search("sha256:([0-9a-f]{64})", signed)[1]
    for old, new in [
        ("北门早六点开", "北门不开"),
        ("approver: 社区党委书记", "approver: 门卫室"),
        ("approvedOn: 2026-11-20", "approvedOn: 2026-11-21"),
        (digest, digest[::-1]),
        (f"sha256:{digest}", '"sha256:"'),
        (f"sha256:{digest}", "yes"),
        ("  reviewer: 社区党委副书记\n", ""),
    ]:
        edit(required, GATE, old, new)
        found = problems(done(check(required)).stderr)
        assert found == [f"{GATE}:1:1: warning[approval.void]"], (old, new, found)
        write(required, GATE, signed)
    # A text without a digest is not approved once an edition is kept.
    edit(required, GATE, f"  digest: sha256:{digest}\n", "")
    edit(required, GATE, "北门早六点开", "北门不开")
    assert problems(done(check(required)).stderr) == [f"{GATE}:1:1: warning[approval.void]"]


def test_signatures_of_another_page_are_void(required):
    """Copied front matter approves nothing."""
    block = re.search(r"approval:\n(?:  .*\n)+", (required / GATE).read_text())[0]
    write(required, "content/notices/copy.md", f"---\ntitle: 抄来的\nkind: notice\ndate: 2026-11-20\n{block}---\n甲\n")
    assert problems(done(check(required)).stderr) == ["content/notices/copy.md:1:1: warning[approval.void]"]


def test_a_changed_edition_is_not_published(required):
    """Who writes into content/.approved/ publishes nothing by it; the page is held back as a whole."""
    edit(required, GATE, "北门早六点开", "北门不开")
    edit(required, KEPT, "北门早六点开", "北门永远开")
    assert [problem for problem in problems(done(build(required)).stderr) if "link.not-public" not in problem] == [
        f"{KEPT}: warning[approval.edition-unusable]", f"{GATE}:1:1: warning[approval.void]"]
    assert "北门" not in (required / "public/feeds/v1/notices.json").read_text()
    assert not (required / "public/notices/gate").exists()


# Approvals by hand, and sites without


BY_HAND = "approval: {approver: 书记, approvedOn: 2026-11-18}\n"


def test_an_approval_by_hand_counts_and_is_taken_over(tiny):
    """As before; and when the author signs it anew, what stood stays published until the approver has signed."""
    edit(tiny, SITE, "unit: yard", "unit: yard\napproval: required")
    for page in PAGES:
        edit(tiny, page, "\n---\n", f"\n{BY_HAND}---\n")
    assert problems(done(build(tiny)).stderr) == []
    before = tree(tiny / "public")
    edit(tiny, LIFT, BY_HAND, "approval: {author: 书记, approver: 书记, approvedOn: 2026-11-18}\n")
    assert problems(done(check(tiny)).stderr) == [f"{LIFT}:1:1: warning[approval.same-role]"]
    assert sign(tiny, "reviewer", "副书记", GATE).returncode == 1
    done(sign(tiny, "author", "社工", GATE))
    edit(tiny, LIFT, "approval: {author: 书记, approver: 书记, approvedOn: 2026-11-18}\n", BY_HAND)
    result = done(build(tiny))
    assert problems(result.stderr) == [f"{GATE}:1:1: warning[approval.missing]"] and "2026-11-18 stays" in result.stderr
    assert tree(tiny / "public") == before
    edit(tiny, GATE, "北门早六点开", "北门不开")
    done(build(tiny))
    assert tree(tiny / "public") == before


def test_without_approval_a_change_is_published_and_told(tiny):
    """Optional: everything goes out; a signature that no longer fits is a warning."""
    assert "optional" in done(gongshi("waiting", "--site", tiny)).stdout
    approve(tiny, GATE)
    assert problems(done(build(tiny)).stderr) == []
    assert "正文于2026年11月20日经批准公开。" in (tiny / "public/notices/gate/index.html").read_text().replace(" ", "")
    edit(tiny, GATE, "北门早六点开", "北门不开")
    assert problems(done(build(tiny)).stderr) == [f"{GATE}:1:1: warning[approval.void]"]
    page = (tiny / "public/notices/gate/index.html").read_text()
    assert "北门不开" in page and "经批准公开" not in page


def test_rows_that_wait_are_listed(required):
    """Offers and matters without approved_on, by list; the database is not written to."""
    change_rows(
        required,
        "INSERT INTO list(id,shape,title,of,unit_id) VALUES('needs','matter','需求','demand','yard');"
        "INSERT INTO matter(id,list_id,title,phase,raised_on,updated_at) VALUES('shed','needs','车棚漏雨','raised','2026-11-01','2026-11-01T08:00');"
        "INSERT INTO matter(id,list_id,title,phase,raised_on,approved_on,updated_at) VALUES('lamp','needs','路灯','raised','2026-11-01','2026-11-02','2026-11-01T08:00');",
    )
    assert waiting(required)["rows"] == [{"table": "matter", "id": "shed", "list": "needs", "title": "车棚漏雨"}]
    assert "needs: 车棚漏雨 (matter id=shed)" in done(gongshi("waiting", "--site", required)).stdout


# Promises


def test_builds_are_the_same_whatever_the_jobs_and_the_order(required, tmp_path):
    """With pages held back and editions in their place: the same bytes, wherever and however it is built."""
    edit(required, GATE, "北门早六点开", "北门不开")
    write(required, "content/notices/new.md", "---\ntitle: 新\nkind: notice\ndate: 2026-11-20\n---\n")
    done(build(required, "--jobs", "1"))
    other = tmp_path / "other"
    shutil.copytree(required, other, ignore=shutil.ignore_patterns("public", ".public*"))
    done(build(other, "--jobs", "4"))
    assert tree(required / "public") == tree(other / "public")


def test_messages_are_chinese_where_the_locale_is(required):
    """And say what to do."""
    edit(required, GATE, "北门早六点开", "北门不开")
    said = check(required, env=environment(LANG="zh_CN.UTF-8")).stderr
    assert "签字以后页面改过，签字作废了；公开的仍是 2026-11-20 批准的版本" in said
    assert f"gongshi approve {GATE} --as author --by 岗位" in said


def test_a_directory_that_can_not_be_written_is_the_machines_failure(required):
    """Status 3, and the page as it was."""
    edit(required, GATE, "北门早六点开", "北门不开")
    for role, who in ROLES[:2]:
        done(sign(required, role, who, GATE))
    shutil.rmtree(required / "content/.approved")
    write(required, "content/.approved", "a file where the directory should be")
    before = texts(required)
    result = sign(required, "approver", "社区党委书记", GATE)
    assert result.returncode == 3 and ".approved" in result.stderr, result.stderr
    assert texts(required) == before
