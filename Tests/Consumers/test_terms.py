"""Words that a site writes otherwise are named wherever they stand."""

import growth
import pytest
from support import GONGSHI, NOW, build, change_rows, check, done, edit, problems, tiny, tiny_original, write  # noqa: F401

RULES = """\
terms:
  - {wrong: 电瓶车, right: 电动自行车, level: error, except: [观光电瓶车], source: GB 17761—2024}
  - {wrong: 老年人, right: 老人}
"""
LIFT = "content/notices/lift.md"


def test_everywhere(tiny):  # noqa: F811
    write(tiny, "content/terms.yaml", RULES)
    assert problems(done(check(tiny)).stderr) == []
    edit(tiny, LIFT, "title: 电梯检修", "title: 电梯检修，电瓶车莫入")
    edit(tiny, LIFT, "请走楼梯。", "请走楼梯。\n\n- 电**瓶**车；观光电瓶车；[老年人](/files/none/)")
    edit(tiny, "content/screens/lobby.yaml", "title: 门厅屏", "title: 老年人的屏")
    edit(tiny, "content/site.yaml", "title: 小院公示", "title: 老年人小院")
    edit(tiny, "themes/default/templates/404.mustache", '<p class="lead">', '<p class="lead" title="老年人">')
    change_rows(tiny, "UPDATE activity SET summary='骑电瓶车的来，电瓶车充电' WHERE id='tai-chi'; UPDATE venue SET name='老年人之家' WHERE id='hall';")
    result = check(tiny, "--language", "zh")
    assert result.returncode == 1
    assert [problem for problem in problems(result.stderr) if "[term." in problem] == [
        f"{LIFT}:2:13: error[term.wrong]",
        f"{LIFT}:8:3: error[term.wrong]",
        f"{LIFT}:8:18: warning[term.wrong]",
        "content/screens/lobby.yaml:2:8: warning[term.wrong]",
        "content/site.yaml:1:8: warning[term.wrong]",
        "themes/default/templates/404.mustache:4:24: warning[term.wrong]",
        "content/activities.sqlite:activity[id=tai-chi].summary: error[term.wrong]",
        "content/activities.sqlite:venue[id=hall].name: warning[term.wrong]",
    ]
    assert "“电瓶车”应写作“电动自行车”" in result.stderr and "依据：GB 17761—2024" in result.stderr


def test_a_warning_publishes(tiny):  # noqa: F811
    write(tiny, "content/terms.yaml", RULES)
    edit(tiny, LIFT, "请走楼梯。", "请老年人走楼梯。")
    assert problems(done(build(tiny)).stderr) == [f"{LIFT}:6:2: warning[term.wrong]"]


@pytest.mark.parametrize("rule, problem", [
    ("{wrong: 老年人, right: 长者}", "4:13: error[terms.duplicate]"),
    ("{wrong: 老人, right: 老年人}", "4:13: error[terms.contradiction]"),
    ("{wrong: 年人, right: 岁人}", "4:13: warning[terms.overlap]"),
])
def test_rules_that_quarrel(tiny, rule, problem):  # noqa: F811
    write(tiny, "content/terms.yaml", RULES + f"  - {rule}\n")
    assert f"content/terms.yaml:{problem}" in problems(check(tiny).stderr)


def test_many_rules_cost_little(tiny):  # noqa: F811
    """One pass over each text, however many words are looked for."""
    text = "社区今天通知，" * 60_000
    write(tiny, "content/notices/long.md", f"---\ntitle: 长\nkind: notice\ndate: 2026-11-20\nsummary: 短\n---\n{text}\n")

    def time(count):
        rules = "".join(f"  - {{wrong: 词{chr(0x4E00 + index)}{chr(0x5E00 + index)}, right: 好}}\n" for index in range(count))
        write(tiny, "content/terms.yaml", "terms:\n" + rules)
        return min(growth.cost([GONGSHI, "check", "--site", tiny, "--at", NOW], tiny).seconds for _ in range(3))

    few, many = time(4), time(400)
    assert many < 3 * few
