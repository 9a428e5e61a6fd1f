"""Sites made for looking: each kind of slide alone on a screen, lying and upright, filled in four ways.

    sites = {filling: make_site(directory / filling, filling) for filling in FILLINGS}     # public/screens/<kind>-<orientation>-<filling>/

`normal` is an ordinary day, `long` has texts that hardly fit, `empty` is what is left of a slide without things to show, `many` has 30 of each.
Urgent notices would take every screen over, so they belong to units of their own.
"""

import json
import shutil
import sqlite3
from pathlib import Path

from support import ROOT, build, database, done, gongshi, write

KINDS = (
    "today", "week", "rooms", "live", "changes", "notices", "roster", "menu", "brand", "venue", "figures", "honours", "almanac", "photos",
    "text", "alert", "cover", "posts", "team", "method", "weather", "countdown",
    "film", "document",
    "brands", "partners", "videos", "finder", "board", "council", "exchange", "circle",
)
# Kinds of `list`, by their layouts; and all that are of a club, beside which nothing else of the site stands.
LISTS = ("board", "council", "exchange", "circle")
LISTED = ("brands", "partners", "videos", "finder", *LISTS)
SEVERITIES = ("extreme", "severe", "moderate", "minor")
ORIENTATIONS = ("landscape", "portrait")
FILLINGS = ("normal", "long", "empty", "many")
MANY = 30
# Of a page.
SECONDS = 20

# Long: a sentence without a full stop, a run of Chinese without any mark, a word that can't be broken.
TITLE = "关于进一步做好冬季供暖期间老旧小区楼道堆物清理和电动自行车集中充电设施改造工作并征求全体居民书面意见的通知（第三次征求意见稿）"
RUN = "居民议事厅" * 16
WORD = "Gongshi-Neighbourhood-Newspaper-Readers0"
SUMMARY = (
    "请各楼栋的居民代表把意见汇总后交到社区党群服务中心一楼的便民窗口，也可以写在各单元门口的意见簿上；窗口每天早八点半开到晚八点半，中午不休息。"
    "行动不便的老人可以打电话，由网格员上门登记，登记时会出示工作证。意见汇总以后，先由居民代表会议逐条讨论，再请物业、施工单位和街道办事处到场答复，"
    "凡是答应了的事，都写明谁来办、什么时候办完、办完了由谁来验收；凡是一时办不到的，也把为什么办不到写清楚，贴在公示栏里，公示期不少于七天。"
    "公示期满以后还有不同意见的，可以在三天之内再提一次，由街道的联席会议研究，并在十个工作日之内给出书面的答复，答复同样贴在公示栏和各楼栋的公示屏上。"
)


def title(filling, number, normal):
    """Each starts with a number of its own where there are many."""
    if filling == "long":
        return (TITLE, WORD + "读书会：" + TITLE[:30], TITLE[:40] + WORD)[number % 3] + f"之{number + 1}"
    return f"{number + 1:02d}号 {normal}" if filling == "many" else normal


def text(filling, number, normal):
    return (SUMMARY, RUN + "。" + WORD + "。" + SUMMARY[:180])[number % 2] if filling == "long" else normal


def name(filling, normal):
    return f"{normal}（暨新时代文明实践所、退役军人服务站、老年人日间照料中心和居民议事厅联合活动室）" if filling == "long" else normal


def taken(filling, *normal):
    """The things of an ordinary day, so many of them that they are 30, or none."""
    if filling == "empty":
        return []
    return [normal[number % len(normal)] for number in range(MANY)] if filling == "many" else list(normal)


CLASSES = (
    ("党史里的老城：一座桥的故事", "classroom", "theory", "退休教师志愿者"),
    ("心肺复苏和海姆立克，人人上手", "classroom", "practice", "社区卫生服务中心"),
    ("老年人智能手机班", "classroom", "remote", "街道先锋课堂"),
    ("合唱队排练", "culture", None, "泉声合唱队"),
    ("义诊：量血压、测血糖", "service", None, "社区卫生服务中心"),
    ("太极拳晨练", "sport", None, "太极队"),
    ("清扫日：三号院楼道", "volunteer", None, "清扫先锋队"),
)
NOTICES = (
    ("北门从周一起早六点开放", "announcement", "北门早六点开，晚十点关；夜里回家请走东门，刷门禁卡或人脸。", {"expiresAt": "2026-11-30"}),
    ("关于拟增选家政合伙人的公示", "public-notice", "拟选定佳宜家政为社区家政合伙人，公示5个工作日。", {"publicNoticeDays": 5}),
    ("26日上午停电检修，请提前备水", "safety", "11月26日8:30至11:30，一至四号楼停电检修，电梯停用。", {"expiresAt": "2026-11-26T12:00"}),
    ("冬季志愿者招募", "recruitment", "扫雪、送餐、陪诊三个小队，各缺四人，十八岁以上即可报名。", {}),
    ("十一月积分兑换结果", "result", "本月共兑换积分2860分，理发、缝补最受欢迎。", {}),
)
HONOURS = (
    ("先进基层党组织", "示范区党委", "2026-07-01", None),
    ("便民服务示范窗口", "示范区政务服务局", "2025-12", "导办窗口和帮办台一并评定"),
    ("基层宣讲优秀团队", "示范区宣传部", "2026-04", "八支宣讲小队、五个平台"),
    ("人民调解工作先进集体", "示范区司法局", "2025", None),
)
ALMANAC = (
    (1783, "人类第一次乘热气球自由飞行", "两名法国人在巴黎上空飞了二十五分钟，落在九公里以外的田野里。"),
    (1905, "质能方程发表", "爱因斯坦的论文说，质量和能量可以互相转换，一点点质量里藏着巨大的能量。"),
    (None, "世界问候日", "今天向十个人问声好，从电梯里的邻居开始。"),
)
SERVICES = (
    ("社区理发", "剪发，不办卡", "10元", "社区理发点", "每天9:00—17:00", "0531-0000-1202"),
    ("家庭保洁", "两小时起，自带工具；首单先做后付，不满意不收钱", "每小时45元", "佳宜家政", "提前一天预约", "0531-0000-1202"),
    ("缝补和修鞋", "换拉链、改裤脚、粘鞋底", "5元起", "便民小铺", "周二、周四全天", "0531-0000-1203"),
    ("量血压测血糖", "量血压随时，测血糖空腹来", "免费", "社区卫生服务中心", "工作日上午", "0531-0000-1301"),
    ("备案开锁", "由公安备案的师傅，社工到场见证", "60元起", "备案开锁点", "全天", "0531-0000-1200"),
)
FIGURES = (
    ("本年受理诉求", 1286, "件", "含热线和上门"), ("办结诉求", 1251, "件", None), ("平均办结时间", 2.4, "天", "比上年快0.8天"),
    ("居民满意度", 98.6, "%", "回访1200户"), ("志愿者", 486, "人", None), ("合办活动", 243, "场", "同驻区单位"),
)
POSTS = (
    ("网格长", "社区专职网格员", "每天走一遍楼道，有事当天登记", "0531-0000-1202"), ("安全员", "9层 会计师事务所", "看消防、电梯和电动车", "0531-0000-1203"),
    ("调解员", "20层 律师事务所", "噪音、停车、装修，先坐下来谈", None), ("首问接待岗", "便民大厅", None, "0531-0000-1210"),
)
TEAMS = (
    ("泉声合唱队", "performing", 32, "不限嗓子，来了就能唱"), ("清扫先锋队", "environment", 18, "每月清一次楼道"), ("邻里互助队", "mutual-help", None, "买菜、陪诊、换灯泡"),
)
METHOD = (
    ("个平台", "诉求从哪里来都接得住", ("说事平台", "议事平台", "办事平台")), ("支力量", None, ("网格党支部", "物业企业", "志愿队伍", "驻区单位")),
    ("个目标", "一年看一次成效", ("诉求有人接", "矛盾不出楼", "环境有人管", "老幼有人帮", "文化有地方")),
)
ROSTER = (("便民大厅轮值窗口", "府东社区", "0531-0000-1210"), ("楼委会轮值楼长", "9层 会计师事务所", None), ("夜间值守", "第三网格", "0531-0000-1200"))
ALERTS = (
    ("三号院供水管爆裂，今晚停水抢修", "三至六号楼从18时起停水，预计23时恢复；送水车停在东门。", "先关好家里的水龙头，再去接水；老人打电话，志愿者送水上楼。", "extreme"),
    ("大风蓝色预警升为黄色", "今天白天阵风八级，树下、广告牌下不要停留。", "收好阳台的花盆，老人早晨少出门。", "severe"),
    ("26日上午电梯停用检修", "一号楼、二号楼电梯8:30至11:30停用。", "出门请早做安排。", "moderate"),
    ("明早接种流感疫苗请空出东门", "救护车和疫苗车从东门进。", "私家车请走北门。", "minor"),
)
WARNINGS = (("大风", "blue", "今天白天有六级大风，收好阳台上的东西，骑车慢行。"), ("道路结冰", "yellow", "明早桥面和坡道结冰，老人晚些出门。"), ("寒潮", "orange", "两天里降温十二度，检查水管和取暖。"))
BRANDS = (("六格同心", "六个网格拧成一股绳", ("府东宣讲团",)), ("嵩台合伙人", None, ("嵩台书香", "汇锦楼委会")), ("三张清单", "缺什么写下来，有什么拿出来", ()))
PARTNERS = (
    ("佳宜家政", "operation", ("首单先做后付", "老人每月一次免费擦窗")), ("嵩台书屋", "space", ("场地免费借用",)), ("明和律师事务所", "governance", ("每周五义务咨询", "代写遗嘱")),
    ("泉溪供电服务站", "co-building", ()), ("弘音琴社", "operation", ("第一节试听",)),
)
VIDEOS = ("周一夜听：燃气灶的十个隐患", "老人的一日三餐", "血压药怎么吃")
CLAIMS = (
    ("给骑手设取餐架", "raised", None, "午饭时一层挤满了人，餐洒了没人认。"), ("大堂放两把轮椅", "doing", "9层 会计师事务所", "老人看病从楼上下来，一路扶着墙走。"),
    ("三栋楼各装一组晾衣架", "done", "嵩台社区居委会", "南侧空地各装一组，前后用了18天。"), ("给保洁员添一台微波炉", "done", "16层 软件公司", "放在二层服务站，早晚都能热饭。"),
)
REWARDS = (("理发一次", 30, "便民", "社区理发点"), ("洗衣液一袋", 20, "日用", "佳宜家政"), ("琴课一节", 80, "学习", "弘音琴社"))
PLACES = (("便民服务厅", "service-hall", "Mo-Fr 08:30-17:30"), ("自习室", "study-room", "08:00-22:00"), ("小广场", "square", None), ("日间照料中心", "day-care", "Mo-Sa 08:00-18:00"))
SKIES = ("多云", "晴转多云", "小雨", "雨夹雪", "阴", "晴", "大雾")
MARKDOWN = {
    "normal": "## 夜里有急事\n\n- 街道总值班电话：**0531-0000-1200**，全天有人接\n- 停水停电、电梯困人，先打物业，再打总值班\n- 党群服务中心早上**8:30**开门\n",
    "empty": "请看一层公示栏。\n",
    "long": f"## {TITLE}\n\n{SUMMARY}\n\n- {RUN}\n- {WORD}\n\n> {SUMMARY[:120]}\n\n### {TITLE[:40]}\n\n{RUN}{RUN}\n",
    "many": "## 三十条\n\n" + "".join(f"{n + 1}. 第{n + 1}条：{NOTICES[n % 5][2]}\n" for n in range(MANY))
    + "\n| 服务 | 价钱 | 电话 |\n|:--|--:|:--|\n" + "".join(f"| {n + 1:02d} {SERVICES[n % 5][0]} | {SERVICES[n % 5][2]} | {SERVICES[n % 5][5]} |\n" for n in range(MANY)),
}


class Site:
    def __init__(self, directory, filling):
        self.directory, self.filling = Path(directory), filling
        self.rows = []
        self.slides = {}

    def page(self, path, **fields):
        """A page; lists and mappings are written as YAML's JSON."""
        front = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items() if value is not None)
        write(self.directory, f"content/{path}.md", f"---\n{front}---\n正文。\n")

    def row(self, table, **fields):
        self.rows.append((f"INSERT INTO {table}({','.join(fields)}) VALUES({','.join('?' * len(fields))})", list(fields.values())))

    def make(self):
        for part in (
            self.frame, self.classes, self.changes, self.notices, self.roster, self.menu, self.brand, self.venue, self.figures, self.honours,
            self.almanac, self.photos, self.alerts, self.posts, self.teams, self.method, self.weather, self.brands, self.partners, self.videos, self.finder, self.lists,
            self.places, self.screens,
        ):
            part()
        shutil.copytree(ROOT / "themes", self.directory / "themes")
        shutil.copytree(ROOT / "content/holidays", self.directory / "content/holidays")
        done(gongshi("activities", "init", "--site", self.directory))
        with sqlite3.connect(database(self.directory)) as connection:
            for statement, values in self.rows:
                connection.execute(statement, values)
        connection.close()
        return self.directory

    def frame(self):
        filling = self.filling
        write(self.directory, "content/site.yaml", json.dumps({
            "title": name(filling, "泉溪公示"), "baseURL": "https://quanxi.example.cn", "timeZone": "Asia/Shanghai", "horizonDays": 7,
            "unit": "town", "footer": {"sponsor": name(filling, "泉溪街道党工委、泉溪街道办事处")},
            "officePhones": [f"0531-0000-{n}" for n in (1200, 1201, 1202, 1203, 1210, 1301)],
        }, ensure_ascii=False))
        self.page("index", title="首页", kind="page")
        self.row("unit", id="town", level="subdistrict", name=name(filling, "泉溪街道"))
        for unit in ("yard", "bare", "off", "club", *SEVERITIES):
            self.row("unit", id=unit, parent_id="town", level="community", name=name(filling, "嵩台社区"))
        self.row(
            "venue", id="hall", unit_id="yard", name=name(filling, "社区党群服务中心"), address="嵩台路 6 号" + text(filling, 0, "")[:80],
            opening_hours=None if filling == "empty" else "Mo-Fr 08:30-20:30; Sa,Su 09:00-17:00; PH off",
            phone=None if filling == "empty" else "0531-0000-1202")

    def activity(self, id, unit, normal, number, start, end, **fields):
        kind, track, host = normal[1:]
        self.row("activity", **{
            "id": id, "unit_id": unit, "title": title(self.filling, number, normal[0]), "kind": kind, "track": track,
            "host": host and name(self.filling, host), "venue_id": "hall", "starts_at": start, "ends_at": end,
            "summary": text(self.filling, number, "从一座桥、一处旧址讲起，讲四十分钟，留二十分钟提问。"), "updated_at": "2026-11-01T08:00", **fields})

    def classes(self):
        """One list serves four slides; some go on at nine, some are full, some have places left."""
        filling = self.filling
        for number, normal in enumerate(taken(filling, *CLASSES)):
            # None begins or ends in the hour in which the screens are looked at.
            start = 8 * 60 + 20 if number < 2 else 10 * 60 + 10 + number * (20 if filling == "many" else 90)
            day, minute = divmod(start + 1440 * (number % 5 if filling != "many" and number > 4 else 0), 1440)
            begin, end = (f"2026-11-{21 + day}T{clock // 60:02d}:{clock % 60:02d}" for clock in (minute, min(minute + 110, 1439)))
            self.row("venue", id=f"room-{number}", unit_id="yard", name=title(filling, number, ("报告厅", "多功能教室", "排练厅", "健康小屋")[number % 4]))
            self.activity(
                f"class-{number}", "yard", normal, number, begin, end, venue_id=f"room-{number}", capacity=20 + number,
                online_url=f"https://live.example.cn/songtai/{2026000 + number}" if number < 5 or filling == "many" else None)
            if number % 3:
                self.row("attendance", activity_id=f"class-{number}", occurs_at=begin, enrolled=20 + number if number % 3 == 1 else 6)

    def changes(self):
        filling = self.filling
        for number, normal in enumerate(taken(filling, *CLASSES[:4])):
            day, id = 22 + number % 5, f"changed-{number}"
            self.activity(id, "off", normal, number, f"2026-11-{day}T14:00", f"2026-11-{day}T15:30")
            note = text(filling, number, ("预报有雨夹雪，场地湿滑", "讲师临时出差，改到下周同一时间", "主会场设备检修，换到报告厅")[number % 3])
            if number % 2:
                self.row("activity_change", activity_id=id, occurs_at=f"2026-11-{day}T14:00", change="cancelled", note=note)
            else:
                self.row(
                    "activity_change", activity_id=id, occurs_at=f"2026-11-{day}T14:00", change="moved", starts_at=f"2026-11-{day}T19:00",
                    ends_at=f"2026-11-{day}T20:30", note=note)

    def notices(self):
        for number, (head, category, summary, fields) in enumerate(taken(self.filling, *NOTICES)):
            self.page(
                f"notices/notice-{number}", title=title(self.filling, number, head), kind="notice", unit="yard", category=category,
                date="2026-11-20", contact="0531-0000-1202", summary=text(self.filling, number, summary), **fields)

    def roster(self):
        for number, (duty, holder, phone) in enumerate(taken(self.filling, *ROSTER)):
            id = f"roster-{number}"
            self.row("roster", id=id, unit_id="yard", title=name(self.filling, duty), period="week", starts_on="2026-11-16")
            self.row("roster_holder", roster_id=id, position=1, name=title(self.filling, number, holder), phone=phone)

    def menu(self):
        services = [
            {"id": f"service-{number}", "title": title(self.filling, number, head), "summary": text(self.filling, number, summary), "price": price,
             "provider": name(self.filling, provider), "hours": hours, "phone": phone, "howTo": "到点排队"}
            for number, (head, summary, price, provider, hours, phone) in enumerate(taken(self.filling, *SERVICES))
        ] or [{"id": "service", "title": "社区理发", "provider": "社区理发点", "howTo": "到点排队"}]
        self.page("menus/menu", title=name(self.filling, "便民服务"), kind="menu", category="convenience", unit="yard", services=services)

    def brand(self):
        filling, isBare = self.filling, self.filling == "empty"
        self.page(
            "brands/brand", title=title(filling, 0, "嵩台合伙人"), kind="brand", unit="yard", edition=None if isBare else "2.0",
            motto=None if isBare else text(filling, 1, "把书店、家政、琴社请进来，居民有事找合伙人")[:120], image=None if isBare else "/images/brand.png",
            summary="合伙人，就是邻居。" if isBare else text(filling, 0, "十二家驻区单位和小店结成合伙人，每家亮一件拿手的事，每季度由居民打一次分。"),
            carriers=taken(filling, "嵩台书屋", "四点半课堂", "合伙人圆桌会") or None)

    def venue(self):
        filling = self.filling
        if filling != "empty":
            self.page(
                "venues/hall", title=name(filling, "社区党群服务中心"), kind="venue", unit="yard", venue="hall", image="/images/venue.png",
                summary=text(filling, 0, "两层楼，一层办事、休息，二层上课、看书。"), facilities=taken(filling, "无障碍坡道", "母婴室", "自助体检机", "轮椅借用"))

    def figures(self):
        for number, (head, value, suffix, note) in enumerate(taken(self.filling, *FIGURES)):
            self.row(
                "measure", id=f"metric-{number:02d}", unit_id="yard", title=title(self.filling, number, head), suffix=suffix,
                note=note and text(self.filling, number, note))
            self.row(
                "measured", measure_id=f"metric-{number:02d}", unit_id="yard", as_of="2026-11-15",
                value=float(value) + (123456789 if self.filling == "long" else 0))
            if number == 0:
                for month in range(1, 13 if self.filling in ("many", "long") else 8):
                    self.row(
                        "measured", measure_id="metric-00", unit_id="yard", as_of=f"{2025 if month < 3 else 2026}-{(month + 9) % 12 + 1:02d}-15" if self.filling == "many" else f"2026-{min(month, 10):02d}-{10 + month:02d}",
                        value=float(820 + 43 * month + (123456000 if self.filling == "long" else 0)))

    def honours(self):
        for number, (head, by, on, note) in enumerate(taken(self.filling, *HONOURS)):
            self.row(
                "honour", id=f"honour-{number:02d}", unit_id="yard", title=title(self.filling, number, head), awarded_by=name(self.filling, by),
                awarded_on=on, note=note and text(self.filling, number, note))

    def almanac(self):
        for number, (year, head, story) in enumerate(taken(self.filling, *ALMANAC)):
            self.row("almanac", id=f"day-{number:02d}", month_day="11-21", year=year, title=title(self.filling, number, head), text=text(self.filling, number, story))

    def photos(self):
        pictures = {"brand": "brand-songtai", "venue": "venue-songtai-bookshop", "photo-0": "venue-quanxi-hall", "photo-1": "venue-lianmeng-dance"}
        for to, source in pictures.items():
            if self.filling != "empty" or to == "photo-0":
                target = self.directory / f"content/images/{to}.png"
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / f"content/images/{source}.png", target)

    def alerts(self):
        units = {"normal": SEVERITIES, "long": SEVERITIES[:2], "empty": SEVERITIES[:1], "many": SEVERITIES[:1] * MANY}[self.filling]
        for number, unit in enumerate(units):
            head, summary, instruction, severity = ALERTS[number % 4]
            isBare = self.filling == "empty"
            self.page(
                f"notices/alert-{number}", title=title(self.filling, number, head), kind="notice", unit=unit, category="safety", date="2026-11-21",
                severity=severity, expiresAt="2026-11-21T23:00", contact=None if isBare else "0531-0000-1200",
                summary="停水。" if isBare else text(self.filling, number, summary), instruction=None if isBare else text(self.filling, number, instruction))

    def posts(self):
        for number, (head, holder, duties, phone) in enumerate(taken(self.filling, *POSTS)):
            self.row(
                "post", id=f"post-{number:02d}", unit_id="yard", position=number + 1, title=title(self.filling, number, head),
                holder=name(self.filling, holder), duties=duties and text(self.filling, number, duties), phone=phone)

    def teams(self):
        """One after the other on posters; each but the first meets every week."""
        for number, (head, kind, members, summary) in enumerate(taken(self.filling, *TEAMS)):
            head = title(self.filling, number, head)
            self.row(
                "team", id=f"team-{number:02d}", unit_id="yard", type=kind, name=head, members=members, summary=text(self.filling, number, summary))
            if number:
                self.activity(
                    f"meeting-{number}", "yard", ("排练和碰头", "culture", None, head), number, "2026-11-03T19:00", "2026-11-03T20:30",
                    rrule="FREQ=MONTHLY;BYDAY=1TU", host=head)

    def method(self):
        filling = self.filling
        parts = [
            {"count": len(items), "name": head, "summary": summary and text(filling, number, summary), "items": [title(filling, number, item) for item in items]}
            for number, (head, summary, items) in enumerate(METHOD)
        ]
        if filling == "many":
            parts = [{"count": MANY, "name": "件实事", "items": [title(filling, number, "修楼道的灯") for number in range(MANY)]}]
        if filling == "empty":
            parts = [{"count": "N", "name": "件实事"}]
        self.page(
            "pages/method", title="一套办法", kind="page", unit="yard",
            method={"name": {"many": f"{MANY}", "empty": "N"}.get(filling, "345"), "parts": parts})

    def brands(self):
        """A main brand, over each of the others, those over some more."""
        filling = self.filling
        self.page("brands/tree", title=title(filling, 0, "泉润万家"), kind="brand", unit="club", motto=None if filling == "empty" else text(filling, 0, "泉水不争高低，流到谁家都解渴")[:150])
        for number, (head, motto, below) in enumerate(taken(filling, *BRANDS)):
            self.page(f"brands/tree-{number}", title=title(filling, number, head), kind="brand", unit="club", parent="tree", motto=motto and text(filling, number, motto)[:150])
            for place, one in enumerate(below):
                self.page(f"brands/tree-{number}-{place}", title=title(filling, number + place, one), kind="brand", unit="club", parent=f"tree-{number}")

    def partners(self):
        for number, (head, kind, offers) in enumerate(taken(self.filling, *PARTNERS)):
            self.page(
                f"partners/partner-{number}", title=title(self.filling, number, head), kind="partner", unit="club", type=kind, contact="0531-0000-1202",
                summary=text(self.filling, number, "停电提前告知，老楼的线路每季度查一次。"), offers=[text(self.filling, number, offer)[:160] for offer in offers] or None)

    def videos(self):
        """Recordings of the last weeks; some are of pages."""
        for number, head in enumerate(taken(self.filling, *VIDEOS)):
            # A recording's own address is as long as platforms make them.
            url = f"https://video.example.cn/songtai/{'playback/channel-2026/recorded-lessons/' if self.filling == 'long' else ''}{202600 + number}"
            if number % 3 == 2:
                self.page(f"pages/video-{number}", title=title(self.filling, number, head), kind="page", unit="club", video=[{"title": title(self.filling, number, head), "url": url}])
                continue
            start = f"2026-11-{1 + number % 14:02d}T19:{number:02d}"
            self.activity(f"recorded-{number}", "club", ("夜校", "classroom", "theory", "退休教师志愿者"), 0 if self.filling == "many" else number, start, start[:11] + "20:30")
            self.row("activity_change", activity_id=f"recorded-{number}", occurs_at=start, change="topic", title=title(self.filling, number, head), video_url=url)

    def finder(self):
        self.page("lists/finder", title="找我的网格", kind="list", unit="club", layout="finder", summary="写上路名和门牌号。")
        grids = {"normal": 3, "long": 6, "empty": 0, "many": MANY}[self.filling]
        for number in range(grids):
            self.row("unit", id=f"grid-{number}", parent_id="club", level="grid", name=name(self.filling, f"第{number + 1}网格"), phone="0531-0000-1202")
            self.row("unit_address", unit_id=f"grid-{number}", road="嵩台路", first=10 * number + 1, last=10 * number + 10)

    def lists(self):
        """What waits, is done, was decided, and what points buy."""
        filling = self.filling
        for id, of, layout in (("board", "demand", "board"), ("council", "topic", "council")):
            self.row("list", id=id, shape="matter", title=name(filling, {"board": "居民需求", "council": "议事会议题"}[id]), of=of, unit_id="club")
            self.page(f"lists/{id}", title=name(filling, {"board": "居民需求", "council": "议事会议题"}[id]), kind="list", unit="club", layout=layout, list=[id], summary="一件一件写明白。")
            for number, (head, phase, owner, said) in enumerate(taken(filling, *CLAIMS)):
                done = phase == "done"
                self.row(
                    "matter", id=f"{id}-{number}", list_id=id, title=title(filling, number, head), summary=text(filling, number, said), raised_by=name(filling, "楼内员工"),
                    owner=owner and name(filling, owner), phase=phase, raised_on=f"2026-{9 + number % 2:02d}-{1 + number % 28:02d}", done_on="2026-11-16" if done else None,
                    due_on=None if done else "2026-12-10", outcome=text(filling, number, said) if done else None, updated_at="2026-11-20T17:00")
                if id == "council" and number % 2:
                    self.row(
                        "matter_step", matter_id=f"{id}-{number}", on_day="2026-11-18", text=text(filling, number, "四方到场，先试三个月。"), votes_for=30, votes_against=2, votes_abstain=1)
        self.row("list", id="exchange", shape="offer", title=name(filling, "积分兑换"), of="reward", unit_id="club")
        for position, label in enumerate(("便民", "日用", "学习")):
            self.row("list_word", list_id="exchange", kind="category", id=f"word-{position}", label=label, position=position + 1)
        self.page("lists/exchange", title=name(filling, "积分兑换"), kind="list", unit="club", layout="exchange", list=["exchange"], summary="换完为止。")
        for number, (head, points, label, provider) in enumerate(taken(filling, *REWARDS)):
            self.row(
                "offer", id=f"reward-{number}", list_id="exchange", title=title(filling, number, head), summary=text(filling, number, "一次换一样，下月再补。"),
                category=f"word-{('便民', '日用', '学习').index(label)}", provider=name(filling, provider), points=points, quantity=40, taken=number % 40, updated_at="2026-11-20T17:00")

    def places(self):
        """What is near the hall, each a little further off."""
        self.rows.append(("UPDATE venue SET latitude=36.66, longitude=117.02 WHERE id='hall'", []))
        for number, (head, kind, hours) in enumerate(taken(self.filling, *PLACES)):
            self.row(
                "venue", id=f"near-{number}", unit_id="club", name=title(self.filling, number, head), type=kind, address="嵩台路 9 号", opening_hours=hours,
                latitude=36.66 + 0.0006 * (number + 1), longitude=117.02)

    def weather(self):
        filling = self.filling
        report = {"observedAt": "2026-11-21T08:40:00+08:00", "now": {"temperature": -6.4}}
        if filling != "empty":
            days = {"normal": 3, "long": 4, "many": 7}[filling]
            report = {
                "observedAt": "2026-11-21T08:40:00+08:00", "place": name(filling, "示范区"),
                "now": {"weather": title(filling, 0, "多云")[:20], "temperature": 5.6, "humidity": 48, "wind": "北风3级", "air": 72},
                "forecast": [
                    {"date": f"2026-11-{22 + number}", "weather": "多云转小雨夹雪有轻雾" if filling == "long" else SKIES[number], "low": number - 4, "high": 9 - number,
                     "wind": "东北风转北风3到4级" if filling == "long" else "北风3级"} for number in range(days)],
                "warnings": [
                    {"kind": kind, "level": level, "text": text(filling, number, said), "source": name(filling, "示范区气象台"), "expiresAt": "2026-11-22T20:00:00+08:00"}
                    for number, (kind, level, said) in enumerate({"normal": WARNINGS[:1], "long": WARNINGS[:2], "many": WARNINGS * 3}[filling])],
            }
        write(self.directory, "content/data/weather.json", json.dumps(report, ensure_ascii=False))

    def screens(self):
        photos = [{"image": f"/images/photo-{n % 2}.png", "caption": title(self.filling, n, "放学后的四点半课堂")} for n in range(MANY if self.filling == "many" else 2)]
        (self.directory / "content/files").mkdir(parents=True, exist_ok=True)
        for name_here, name in (("分类.mp4", "垃圾分类四个桶.mp4"), ("告知书.pdf", "冬季供暖与用火用电告知书.pdf")):
            shutil.copy(ROOT / "content/files" / name, self.directory / "content/files" / name_here)
        film = {"film": "分类.mp4", "poster": "/images/photo-0.png"}
        slides = {
            "film": film if self.filling == "empty" else {**film, "caption": title(self.filling, 1, "四个桶怎么分")},
            "document": {"document": "告知书.pdf", "pages": "1" if self.filling == "empty" else "1-2"},
            "brands": {"brand": "tree"}, "finder": {"unit": "club"}, "circle": {"venue": "hall", "unit": "club"},
            **{layout: {"list": [layout]} for layout in LISTS if layout != "circle"},
            "partners": {"unit": "club"}, "videos": {"unit": "club", "limit": 6 if self.filling != "many" else MANY},
            "menu": {"menu": "menu"}, "brand": {"brand": "brand"}, "venue": {"venue": "hall"}, "text": {"text": MARKDOWN[self.filling]},
            "figures": {"unit": "yard", "chart": ["metric-00"] if self.filling != "empty" else []},
            "photos": {"photos": [{"image": "/images/photo-0.png"}] if self.filling == "empty" else photos},
            # Nothing is ever live there, so what is evergreen shows.
            "cover": {"slide": "live"}, "posts": {"unit": "yard"}, "team": {"unit": "yard"}, "method": {"page": "method"},
            "countdown": {
                "date": {"empty": "2026-11-21", "many": "2029-12-01T14:30", "long": "2026-11-21T23:30"}.get(self.filling, "2026-12-22"),
                "before": text(self.filling, 1, "离冬至包饺子还有")[:90], "onDay": "今天冬至，一起包饺子"},
        }
        for kind in KINDS:
            unit = {"changes": "off", "cover": "bare", "alert": "extreme"}.get(kind, "club" if kind in LISTED else "yard")
            slide = slides.get(kind, {})
            if kind in LISTS:
                slide = {"slide": "list", "layout": kind, **slide}
            if self.filling == "long" and kind not in ("cover", "alert"):
                slide["title"] = TITLE[:30]
            if kind != "alert":
                self.screen(kind, unit, {"slide": kind, "seconds": SECONDS, **slide})
        for severity in SEVERITIES if self.filling == "normal" else SEVERITIES[:1]:
            self.screen("alert" if severity == "extreme" else f"alert-{severity}", severity, {"slide": "today"})

    def screen(self, kind, unit, slide):
        for orientation in ORIENTATIONS:
            id = f"{kind}-{orientation}-{self.filling}"
            write(self.directory, f"content/screens/{id}.yaml", json.dumps({
                "id": id, "title": "嵩台社区党群服务中心门厅公示屏（东厅）" if self.filling == "long" else "嵩台社区公示屏", "orientation": orientation,
                "units": [unit], "playlist": [slide],
            }, ensure_ascii=False))


def make_site(directory, filling):
    """The site's directory, published."""
    site = Site(directory, filling).make()
    done(build(site))
    return site


def screens(filling):
    """The ids of a site's screens."""
    more = tuple(f"alert-{severity}" for severity in SEVERITIES[1:]) if filling == "normal" else ()
    return [f"{kind}-{orientation}-{filling}" for kind in KINDS + more for orientation in ORIENTATIONS]
