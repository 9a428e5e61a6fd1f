"""Makes the sites that run.py measures. The same numbers give the same bytes, on any machine.

    sites.py DIRECTORY --notices 1000 [--activities 20000 --venues 200 --units 60 --screens 20]

The site is for Gongshi; Hugo's configuration and templates (hugo/) are laid beside it, so both read the same Markdown.
"""

import argparse
import csv
import datetime
import random
import shutil
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = 20261121
TODAY = datetime.date(2026, 11, 21)

COMMUNITIES = {"fudong": "府东社区", "songtai": "嵩台社区", "beihuai": "北槐社区", "yongding": "永汀社区", "lianmeng": "联湖新城社区"}
UNITS = {"quanxi": "泉溪街道", **COMMUNITIES}

# Category, title, summary; then what the notice opens with.
SUBJECTS = [
    ("safety", "{unit}{place}计划停电", "{day}{from_}至{to}停电检修，家有制氧机的请先告诉网格员。",
     "供电服务站要更换{place}的配电设备，{day}**{from_}至{to}**停电。停电期间电梯、门禁和水泵都不工作，请提前安排。"),
    ("safety", "{unit}{place}水箱清洗停水", "{day}{from_}至{to}停水，来水后先放几分钟再用。",
     "{place}的生活水箱一年清洗两次，这次安排在{day}，**{from_}至{to}停水**。清洗后由检测机构取水样，合格才恢复供水。"),
    ("announcement", "{unit}冬季课程时间调整", "天黑得早，晚间课程提前{number}分钟，周末课程不变。",
     "入冬后天黑得早，{unit}的晚间课程从{day}起提前{number}分钟开始，*周末课程不变*。已经报名的居民不用重新登记。"),
    ("announcement", "{unit}{place}改造完工开放", "{day}起开放，开放时间{from_}至{to}，头一周有人在现场讲解。",
     "{place}改造做了{number}天，今天验收合格，{day}起开放。改造方案是居民议事会议了三次定下的，意见采纳了{count}条。"),
    ("recruitment", "{unit}招募志愿者{number}名", "每周一次，每次{count}小时，有岗前课，{day}前报名。",
     "{place}的值守一直靠老街坊，人手不够了。现向居民招募志愿者{number}名，{day}前报名，岗前课在周六上午，**不要求有经验**。"),
    ("recruitment", "{unit}课堂征集居民讲师", "会一门手艺就能讲，一堂课四十分钟，{day}前报题目。",
     "会修车、会养花、会写毛笔字，都能来讲一堂课。{unit}征集下一季的居民讲师，{day}前报题目，社区帮着备课。"),
    ("public-notice", "{unit}{place}修缮方案公示", "公示五个工作日，有意见请在{day}前书面或打电话提出。",
     "{place}修缮方案经居民代表会议讨论，{number}人到会，{count}人提出修改意见，现把改后的方案公示，**公示期到{day}止**。"),
    ("public-notice", "{unit}拟增选社区合伙人公示", "公示期到{day}，对提意见的人保密。",
     "经公开征集、居民代表评议，{unit}拟增选一家社区合伙人，在{place}开展服务，现予公示，**公示期到{day}止**。"),
    ("result", "{unit}本季度需求清单办理结果", "收到需求{number}条，办结{count}条，其余写明了完成日期。",
     "本季度收到居民需求{number}条，共建单位认领和社区兜底的已办结{count}条，没办完的都写明了日期，逾期在清单会上说明。"),
    ("result", "{unit}{place}满意度回访结果", "回访{number}户，提出意见{count}条，都有答复。",
     "{place}启用满一个月，社区回访了{number}户，多数满意，也听到意见{count}条，逐条答复如下，改动从{day}起实行。"),
]

PLACES = [
    "党群服务中心", "第一网格东门", "第二网格西院", "第三网格老锅炉房", "老年食堂", "书屋二层", "门球场", "充电棚", "便民大厅", "小广场北侧", "议事厅",
    "四点半课堂", "健身步道", "快递驿站", "车棚南头", "宣讲堂", "自习室", "社区花园", "物业值班室", "六号楼门厅",
]
HEADINGS = ["时间和地点", "怎么参加", "需要带什么", "注意什么", "谁来负责", "为什么这样安排", "办理进度", "接下来怎么做", "常有人问", "有意见怎么提"]
SENTENCES = [
    "年纪大的居民可以请家里人代办，也可以让网格员上门登记。", "{place}的桌椅已经摆好，先到的请往里坐，给后来的人留出过道。",
    "上次有人反映排队太久，这次分成{count}个时段，按登记的时段来就行。", "电话打不通的，直接到{place}找值班的人，{from_}以后都有人在。",
    "请把自行车停在车棚里，*不要堵住消防通道*。", "如果当天下雨，活动挪到{place}，时间不变，不另外通知。",
    "社区不收任何费用，也没有委托别人收费，遇到上门收钱的请告诉网格员。", "材料缺一样也先收下，回头补齐就行，免得您多跑一趟。",
    "孩子要有大人陪着，场地里有台阶，走路看脚下。", "去年同一时候来了{number}人，今年多准备了{count}份材料，够用。",
    "楼长会把通知贴在每个门厅，看不清小字的，请楼长念一遍。", "事情办完以后，社区在一周内回访，哪里不满意请直说。",
    "共建单位派了{count}位师傅，都穿蓝色工作服，戴着工牌。", "需要轮椅的居民，请提前一天说，志愿者到楼下来接。",
    "物业在{from_}和{to}各巡一次，发现问题当场处理，处理不了的当天报社区。", "这件事是居民代表提出来的，在议事会上排了两次队，这次终于排上。",
    "**不要相信陌生的链接**，所有消息以公示屏和门厅的通知为准。", "办好的结果{day}前贴出来，屏上和网上同时看得到。",
    "租住在这里的居民一样可以参加，登记时写清楼号就行。", "有条件的家庭请把阳台上的杂物收一收，风大的时候容易掉下来。",
    "名额满了以后还可以候补，有人不来就按顺序补上。", "会用手机的教不会用的，一个带一个，这是老街坊的好办法。",
    "晚上{to}以后请小声些，楼上有上夜班的，也有备考的学生。", "花草由认养的家庭浇水，出远门的时候请托邻居照看几天。",
    "登记表一式两份，一份社区留，一份您带走，上面有经办人的名字。", "厨房的地面刚做了防滑，头两天会有些味道，已经开窗通风。",
    "公示期里收到的意见，社区逐条答复，采纳与否都说明理由。", "谁家有多余的书，拿到{place}，登记以后放上架，大家轮着看。",
]
ITEMS = [
    "带好身份证，*复印件不用带*；", "{from_}开始登记，{to}收表；", "在{place}门口有人引导；", "每户限登记{count}人；", "穿平底鞋，天冷戴好帽子；",
    "自己带水杯，现场有热水；", "老人优先，年轻人让一让；", "**过时不候**，请看好时间；", "提前一天打电话问清楚；", "不方便出门的，网格员上门；",
    "拍照请先问一声；", "垃圾请带走，分类投放；", "雨伞放在门口的架子上；", "有事不能来，请说一声，把名额让给别人；",
]
ROWS = ["登记", "现场核对", "分组讨论", "公示名单", "集中办理", "回访", "材料归档", "设备检查", "安全讲解", "上门服务", "验收", "答复意见"]
ENDINGS = [
    "有不清楚的，打{contact}，工作日{from_}至{to}有人接。", "谢谢各位街坊，有更好的办法，写张纸条投进意见箱。",
    "以上安排有变动的，以当天公示屏为准。", "请互相转告，特别是没有手机的老人。",
]


def write_csv(path, columns, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


# Notices


class Words:
    """Fills the blanks of a sentence: with the notice's own facts, or with others, anew each time."""

    def __init__(self, chance, unit, contact):
        self.chance, self.unit, self.contact = chance, unit, contact
        self.own = self.facts()

    def facts(self):
        chance = self.chance
        day = TODAY + datetime.timedelta(days=chance.randint(1, 40))
        return {
            "unit": UNITS[self.unit], "contact": self.contact, "place": chance.choice(PLACES), "number": chance.randint(12, 96),
            "count": chance.randint(2, 9), "day": f"{day.month}月{day.day}日",
            "from_": f"{chance.randint(7, 11)}:{chance.choice(['00', '30'])}", "to": f"{chance.randint(14, 20)}:{chance.choice(['00', '30'])}"}

    def of_this(self, sentence):
        return sentence.format(**self.own)

    def __call__(self, sentence):
        return sentence.format(**self.facts())


def slug(number):
    return f"notice-{number:05}"


def notice(number, size=3000):
    """A notice's file, of about `size` bytes; it links to earlier notices only."""
    chance = random.Random(f"{SEED}/notice/{number}")
    unit = chance.choice(list(UNITS))
    contact = f"0531-0000-{1200 + list(UNITS).index(unit)}"
    words = Words(chance, unit, contact)
    category, title, summary, opening = chance.choice(SUBJECTS)
    date = TODAY - datetime.timedelta(days=chance.randint(0, 700))
    # The number stands first, so that order by title is order by file.
    front = [f"title: 第{number:05}号：{words.of_this(title)}", "kind: notice", f"category: {category}", f"unit: {unit}", f"date: {date}"]
    if chance.random() < 0.5:
        front.append(f"expiresAt: {date + datetime.timedelta(days=chance.randint(20, 400))}")
    front += [
        f"contact: {contact}", f"summary: {words.of_this(summary)}",
        f"approval: {{author: 社工, reviewer: 社区党委副书记, approver: 社区党委书记, approvedOn: {date}}}"]

    headings, sentences, items = (chance.sample(some, len(some)) for some in (HEADINGS, SENTENCES, ITEMS))
    parts = [words.of_this(opening)]
    forms = chance.sample(["items", "steps", "table"], 3)
    ending = [
        words.of_this("".join(chance.sample(ENDINGS, 2))),
        f"日程见[活动日程](/schedule/)，本单元的其他消息见[{UNITS[unit]}](/units/{unit}/)，规定全文见[说明](https://www.example.cn/rules/{number}/)。"]
    while True:
        text = "---\n" + "\n".join(front) + "\n---\n" + "\n\n".join(parts + ending) + "\n"
        if len(text.encode()) >= size - 80 or not sentences:
            return text
        if headings and len(parts) % 3 == 1:
            parts.append("## " + headings.pop())
            parts.append(words("".join(sentences.pop() for _ in range(min(3, len(sentences))))))
            continue
        form = forms.pop() if forms else "text"
        if form == "items":
            parts.append("\n".join("- " + words(items.pop()) for _ in range(4)))
        elif form == "steps":
            parts.append("\n".join(f"{n}. " + words(items.pop()) for n in range(1, 4)))
        elif form == "table":
            rows = [words(f"| {row} | {{day}} | {{place}} | {{number}} |") for row in chance.sample(ROWS, 4)]
            parts.append("\n".join(["| 事项 | 日期 | 地点 | 人数 |", "|:--|:--|:--|--:|", *rows]))
        else:
            parts.append(words("".join(sentences.pop() for _ in range(min(2, len(sentences))))))
            if number > 1:
                earlier = chance.randint(1, number - 1)
                parts[-1] += f"此前的通知见[第{earlier:05}号](/notices/{slug(earlier)}/)。"


# The database


def units(count):
    """The sub-district, its communities and as many grids as are asked for."""
    rows = [("quanxi", "", "subdistrict", "泉溪街道", "泉溪", "0531-0000-1200")]
    rows += [(id, "quanxi", "community", name, name[:2], f"0531-0000-12{n}0") for n, (id, name) in enumerate(COMMUNITIES.items(), 1)]
    communities = list(COMMUNITIES.items())
    for n in range(count - len(rows)):
        id, name = communities[n % len(communities)]
        grid = n // len(communities) + 1
        rows.append((f"{id}-{grid}", id, "grid", f"{name[:2]}第{grid}网格", f"{name[:2]}{grid}格", ""))
    return rows


def venues(count, units):
    chance = random.Random(f"{SEED}/venues")
    hours = ["Mo-Fr 08:30-20:30; Sa,Su 09:00-17:00", "Mo-Su 08:30-21:00", "Mo-Fr 09:00-12:00,14:00-21:00; Sa 09:00-12:00"]
    return [
        (f"venue-{n:03}", units[n % len(units)][0], f"{units[n % len(units)][4]}{PLACES[n % len(PLACES)]}{n:03}室", f"泉溪路 {n} 号",
         f"{36.6 + chance.random() / 10:.4f}", f"{117.0 + chance.random() / 10:.4f}", chance.randint(40, 900), hours[n % len(hours)], "")
        for n in range(1, count + 1)]


COURSES = ["理论课", "手机课", "太极晨练", "合唱排练", "法律咨询", "义诊", "书法课", "亲子阅读", "楼道清扫", "议事会", "门球赛", "急救实操", "老年午餐", "旧衣修补"]
KINDS = [
    ("classroom", "theory"), ("classroom", "practice"), ("classroom", "remote"), ("meeting", ""), ("service", ""), ("culture", ""),
    ("sport", ""), ("volunteer", ""), ("council", ""), ("other", "")]
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def activities(count, units, venues):
    """40 in 100 weekly, 10 monthly, the rest once; their first days lie in the five weeks before and after today."""
    for n in range(1, count + 1):
        chance = random.Random(f"{SEED}/activity/{n}")
        kind, track = chance.choice(KINDS)
        venue, unit = chance.choice(venues), chance.choice(units)
        day = TODAY + datetime.timedelta(days=chance.randint(-35, 34))
        hour, minute = chance.randint(7, 19), chance.choice([0, 30])
        length = chance.choice([60, 90, 120])
        start = datetime.datetime.combine(day, datetime.time(hour, minute))
        share = chance.random()
        rule = ""
        if share < 0.4:
            rule = f"FREQ=WEEKLY;BYDAY={WEEKDAYS[day.weekday()]}"
        elif share < 0.5:
            rule = f"FREQ=MONTHLY;BYDAY={min((day.day - 1) // 7 + 1, 4)}{WEEKDAYS[day.weekday()]}"
            if day.day > 28:
                rule = f"FREQ=MONTHLY;BYDAY=-1{WEEKDAYS[day.weekday()]}"
        yield (
            f"activity-{n:05}", f"{unit[4]}{chance.choice(COURSES)}（{n}）", kind, track, unit[0], venue[0], "社区志愿服务站", "全体居民",
            chance.choice(SENTENCES[3:9]).replace("**", "").replace("*", "").format(
                place=chance.choice(PLACES), count=chance.randint(2, 9), number=chance.randint(12, 96), day="月底", from_="9:00", to="18:00"),
            f"{start:%Y-%m-%dT%H:%M}", f"{start + datetime.timedelta(minutes=length):%Y-%m-%dT%H:%M}", rule,
            chance.choice(["", 20, 30, 60]), chance.choice([0, 0, 0, 5, 12]), chance.choice(["", 1, 2]), "", "", "scheduled", "",
            "2026-11-10T10:00")


SITE = """\
title: 泉溪公示
baseURL: https://quanxi.example.cn
language: zh-Hans
timeZone: Asia/Shanghai
theme: default
database: data/activities.sqlite
horizonDays: 14
approval: optional
unit: quanxi
footer:
  icp: 鲁ICP备00000000号
  police: 鲁公网安备00000000000000号
  sponsor: 泉溪街道党工委、泉溪街道办事处
"""


def make(directory, notices, activity_count=0, venue_count=5, unit_count=6, screens=0):
    content = directory / "content"
    (content / "notices").mkdir(parents=True)
    (content / "site.yaml").write_text(SITE, encoding="utf-8")
    for number in range(1, notices + 1):
        (content / "notices" / f"{slug(number)}.md").write_text(notice(number), encoding="utf-8")
    unit_rows = units(unit_count)
    if screens:
        (content / "screens").mkdir()
    for n in range(screens):
        orientation, size = [("landscape", "1920x1080"), ("portrait", "1080x1920")][n % 2]
        unit = unit_rows[n % len(unit_rows)]
        (content / "screens" / f"screen-{n + 1:02}.yaml").write_text(
            f"id: screen-{n + 1:02}\ntitle: {unit[3]}公示屏\norientation: {orientation}\nsize: {size}\nunits: [{unit[0]}]\n", encoding="utf-8")
    venue_rows = venues(venue_count, unit_rows)
    data = directory / "data"
    write_csv(data / "unit.csv", ["id", "parent_id", "level", "name", "short_name", "phone"], unit_rows)
    write_csv(
        data / "venue.csv", ["id", "unit_id", "name", "address", "latitude", "longitude", "area_m2", "opening_hours", "phone"], venue_rows)
    if activity_count:
        write_csv(
            data / "activity.csv",
            ["id", "title", "kind", "track", "unit_id", "venue_id", "host", "audience", "summary", "starts_at", "ends_at", "rrule",
             "capacity", "fee_yuan", "points", "online_url", "signup_url", "status", "page", "updated_at"],
            activities(activity_count, unit_rows, venue_rows))
    shutil.copytree(HERE.parent / "themes", directory / "themes")
    shutil.copytree(HERE / "hugo", directory, dirs_exist_ok=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--notices", type=int, required=True)
    parser.add_argument("--activities", type=int, default=0)
    parser.add_argument("--venues", type=int, default=5)
    parser.add_argument("--units", type=int, default=6)
    parser.add_argument("--screens", type=int, default=0)
    options = parser.parse_args()
    make(options.directory, options.notices, options.activities, options.venues, options.units, options.screens)
