import Activities
import CivilTime
import Vocabulary

extension CommunityFixture {
  /// A community with at least one of everything that can be published.
  ///
  /// - Parameter sign: what stands in each title and in each name.
  package static func whole(sign: String = "") throws -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.data.units = []
    fixture.data.venues = []
    fixture.addUnit("quan", level: .subdistrict, name: "泉溪" + sign)
    fixture.addUnit("fudong", in: "quan", name: "府东" + sign, shortName: "东" + sign, phone: "0531-0000-1300")
    fixture.addUnit("tower", in: "fudong", level: .building, name: "一号楼" + sign)
    fixture.addVenue(
      "hall", name: "会客厅" + sign, address: "府东路 1 号" + sign, hours: "Mo-Fr 09:00-17:00", type: .centre,
      at: (36.6612, 117.0308), area: 280, seats: 40)
    fixture.addVenue("room", name: "活动室" + sign)
    fixture.addVenue(
      "desk", name: "帮办台" + sign, hours: "24/7", phone: "0531-0000-1305", type: .helpDesk, at: (36.6650, 117.0371))
    fixture.addFacility(.nursingRoom, of: "hall", note: "二楼" + sign)
    fixture.addFacility(.water, of: "desk")
    try fixture.addActivities(sign)
    fixture.addFigures(sign)
    fixture.addNotices(sign)
    fixture.addPages(sign)
    fixture.addLists(sign)
    fixture.addCases(sign)
    fixture.addDuty("accounts", .quarter, within: 10, title: "收支" + sign, category: "财务" + sign)
    fixture.addDuty("talks", .month, by: .activity, title: "议事会" + sign, startsOn: "2026-11-01")
    fixture.addPage(.list, "circle", title: "服务圈" + sign, "layout: circle\nlist: premises\n")
    fixture.addPage(.list, "disclosure", title: "公开目录" + sign, "layout: disclosure\n")
    fixture.addAddress("府东路" + sign, 1, 99, .odd, of: "fudong")
    fixture.addAddress("府东路" + sign, 1, 1, building: "西楼" + sign, of: "tower")
    fixture.addFinder(title: "找网格" + sign)
    fixture.addTeam(
      "rangers", .safety, name: "队伍" + sign, members: 12, page: "/teams/rangers/")
    fixture.addTeam("choir", .performing, name: "合唱队" + sign, members: 30, summary: "唱歌" + sign)
    fixture.addPointsRule(
      "help", 2, per: "小时" + sign, of: "quan", title: "帮忙" + sign, cap: (12, .day), note: "签字" + sign)
    fixture.addPoints("fudong", in: "2026-09", earned: 1200, spent: 300, people: 40)
    fixture.addPoints("fudong", in: "2026-10", earned: 1300, spent: 400, people: 41)
    fixture.addScreen(
      "lobby",
      [
        "slide: today", "slide: week", "slide: rooms", "slide: live", "slide: changes", "slide: notices",
        "slide: roster", "slide: posts, unit: fudong", "slide: menu, menu: [home]", "slide: brand, brand: [root]",
        "slide: brands", "slide: method, brand: root", "slide: partners", "slide: videos",
        "slide: venue, venue: [hall]",
        "slide: figures, chart: [cases]", "slide: list, list: [needs]", "slide: list, list: topics",
        "slide: list, list: gifts", "slide: list, layout: circle", "slide: list, layout: ledger, unit: quan",
        "slide: list, layout: disclosure", "slide: finder, unit: tower",
        "slide: honours", "slide: almanac", "slide: team",
        "slide: text, text: 请勿吸烟",
      ])
    return fixture
  }

  private mutating func addActivities(_ sign: String) throws {
    try add(
      "class", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY", title: "课堂" + sign,
      kind: .classroom, track: .practice, host: "党校" + sign, audience: "老年居民" + sign, summary: "学着做" + sign, fee: 0,
      online: "https://live.example/class", duty: "talks")
    change("class", at: "2026-11-25T10:00", .cancelled, note: "停电" + sign)
    change("class", at: "2026-12-02T10:00", .moved(.at("2026-12-03T15:00", "2026-12-03T16:00", "room")))
    change("class", at: "2026-11-28T09:00", .added(.init()))
    change("class", at: "2026-12-09T10:00", .topic, topic: "题目" + sign, host: "客座" + sign)
    change("class", at: "2026-11-18T10:00", .topic, topic: "旧题" + sign, video: "https://video.example/class")
    enrol(4, for: "class", at: "2026-11-28T09:00")
    try add("fair", from: "2026-11-22T00:00", to: "2026-11-24T00:00", title: "市集" + sign, fee: 12.5)
    try add("off", from: "2026-11-23T10:00", to: "2026-11-23T11:00", status: .cancelled, title: "讲座" + sign)
  }

  private mutating func addFigures(_ sign: String) {
    addRoster("head", .week, from: "2026-11-02", holders: [(1, "甲单位" + sign), (2, "乙单位" + sign)], title: "轮值" + sign)
    data[ShiftRecord.self] = [
      ShiftRecord(
        unit: .init("fudong")!, firstDay: TimeText.parseDate("2026-11-21")!, post: "夜班" + sign,
        hours: ShiftHours("17:30-08:30"), holder: "综合岗" + sign, phone: "0531-0000-1301", note: "电话值守" + sign)
    ]
    addPost(
      "leader", title: "网格长" + sign, holder: "工作者" + sign, people: 2, duties: "走访" + sign, phone: "0531-0000-1301")
    addPost("head", title: "轮值长" + sign, position: 2, holder: nil, roster: "head")
    addMeasure(
      "cases", 1312, asOf: "2026-10-31", history: [("2026-08-31", 290), ("2026-09-30", 301)], title: "受理" + sign,
      suffix: "件" + sign, note: "累计" + sign)
    addHonour("star", on: "2025-06", title: "先进" + sign)
    addAlmanacEntry("first", on: "11-22", year: 1949, title: "往事" + sign)
  }

  private mutating func addNotices(_ sign: String) {
    addHolidays()
    addNotice("gale", "severity: severe\nexpiresAt: 2026-11-22T18:00\ninstruction: 请勿外出\n", title: "大风" + sign)
    addNotice(
      "open", "unit: fudong\ntags: [甲, 乙]\ncontact: 0531-0000-1301\nactivity: class\npinned: true\nduty: accounts\n",
      title: "公告" + sign
    )
    addNotice("list", "publicNoticeDays: 5\n", date: "2026-11-19", title: "公示" + sign)
    addNotice("old", "expiresAt: 2026-11-10\n", title: "过期" + sign)
    addNotice("soon", "publishAt: 2026-11-23T08:00\n", title: "预告" + sign)
  }

  private mutating func addPages(_ sign: String) {
    func q(_ text: String) -> String { "'\((text + sign).replacing("'", with: "''"))'" }
    addPage(.page, "index", title: "首页" + sign)
    addPage(
      .page, "about", title: "关于" + sign,
      text:
        "```method\nbrand: root\n```\n\n```activities\n```\n\n```services\n```\n\n```rosters\n```\n\n```posts\nunit: fudong\n```\n\n```venues\n```\n\n```metrics\n```"
    )
    addPage(
      .brand, "root", title: "品牌" + sign,
      """
      editions: [{edition: "1.0", from: 2020}, {edition: "2.0", name: \(q("挑")), from: 2023, changes: [\(q("自己挑"))]}]
      motto: 一家亲
      carriers: [队伍, {title: \(q("会客")), venue: hall}]
      partners: [shop]
      teams: [rangers]
      activities: [class]
      metrics: [cases]
      premises: {area: 100, offices: 20, shared: 50, terms: \(q("免租金"))}
      method:
        name: 1+N
        summary: \(q("怎么做"))
        parts:
          - {count: 1, name: \(q("平台")), items: [{title: \(q("说事")), summary: \(q("每周三")), team: rangers}]}
          - {count: N, name: \(q("菜单")), summary: \(q("随点")), items: [\(q("听课"))]}
      unit: fudong

      """)
    addPage(.brand, "leaf", title: "子品牌" + sign, "parent: root\n")
    addPage(
      .partner, "shop", title: "理发店" + sign,
      """
      type: space
      offers: [理发]
      agreement: {from: 2024-05, until: 2027, assessed: 2026-05, result: \(q("满意")), admission: \(q("公示")), exit: \(q("评议"))}
      premises: {area: 60, given: 40}

      """)
    addMenu(
      "home", "unit: fudong\n", title: "菜单" + sign,
      services: [
        "{id: cut, title: 理发, feeYuan: 0, provider: 理发店, partner: shop, phone: 0531-0000-1302}",
        "{id: fix, title: 修理, price: 面议, hours: 周一, summary: 修小家电, trial: 先试}",
      ])
    addPage(
      .classroom, "school", title: "先锋课堂" + sign,
      "track: practice\nactivities: [class]\nvideo: [{title: \(q("看课")), url: \"https://video.example/school\"}]\n")
    addPage(.venue, "hall", title: "阵地" + sign, "venue: hall\nfacilities: [钢琴]\nzones: [{name: 舞台}]\nunit: fudong\n")
    addPage(
      .team, "rangers", title: "队伍" + sign, "contact: 0531-0000-1304\n",
      text: "```teams\n```\n\n```points\nunit: quan\n```")
    addPage(.council, "talks", title: "议事" + sign, "topics: [{title: 停车, status: decided, outcome: 划线}]\n")
  }

  private mutating func addCases(_ sign: String) {
    addCases(12, "case", rating: 5, promised: 15, category: "环境" + sign)
    addCases(
      9, "more", reported: "2026-09-05T09:00", closed: "2026-09-05T10:00", category: "停车" + sign, channel: .online)
    addCase(
      "told", reported: "2026-09-05T09:00", closed: "2026-09-05T10:00", category: "停车" + sign, channel: .online,
      text: "门洞的灯亮了" + sign, approved: "2026-09-10")
    addPage(
      .list, "ledger", title: "台账" + sign, "layout: ledger\nunit: fudong\nstories: [rack]\n",
      text: "```ledger\nunit: quan\n```")
  }

  private mutating func addLists(_ sign: String) {
    addList(
      "needs", of: .demand, title: "需求清单" + sign, categories: [("repair", "维修" + sign)], phases: [.raised: "待认" + sign])
    addMatter("lamp", on: "needs", title: "修路灯" + sign, raised: "2026-10-08", due: "2026-11-20", tags: ["路灯"]) {
      $0.category = .init("repair")
      $0.summary = "六盏不亮" + sign
      $0.raisedBy = "网格员" + sign
      $0.quantity = 6
      $0.per = "盏" + sign
    }
    addMatter(
      "rack", on: "needs", .done, title: "晾衣架" + sign, raised: "2026-09-01", done: "2026-09-20", owner: "物业" + sign,
      outcome: "装好了" + sign)
    addStep("rack", on: "2026-09-05", "量了位置" + sign, votes: (9, 1, 0))
    addList("topics", of: .topic, title: "议题" + sign)
    addMatter("gate", on: "topics", .doing, title: "北门" + sign, raised: "2026-10-01", owner: "居委会" + sign)
    addStep("gate", on: "2026-10-02", "议过一次" + sign, votes: (8, 2, 1))
    addList("gifts", of: .reward, title: "兑换" + sign)
    addOffer("soap", on: "gifts", title: "洗衣液" + sign) {
      $0.points = 20
      $0.quantity = 10
      $0.taken = 4
      $0.per = "袋" + sign
      $0.availableUntil = CivilDate(year: 2026, month: 12, day: 31)
    }
    addList("resources", of: .resource, title: "资源" + sign)
    addOffer("crew", on: "resources", title: "电工班" + sign) {
      $0.tags = ["路灯"]
      $0.phone = "0531-0000-1303"
    }
    addList("premises", of: .register, shape: .matter, title: "用房" + sign)
    addMatter("small", on: "premises", title: "会客厅" + sign, raised: "2026-10-08") {
      $0.venue = .init("hall")
      $0.quantity = 40
      $0.per = "平方米"
    }
    addPage(.list, "premises", title: "用房提升" + sign, "layout: board\nlist: [premises]\n")
    addPage(.list, "needs", title: "三张清单" + sign, "layout: board\nlist: [needs]\n", text: "```list\nlist: topics\n```")
    addPage(.list, "topics", title: "议题进展" + sign, "layout: council\nlist: [topics]\n")
    addPage(.list, "gifts", title: "积分兑换" + sign, "layout: exchange\nlist: [gifts]\nunit: quan\nactivities: [class]\n")
    addPage(.list, "resources", title: "共建资源" + sign, "layout: menu\nlist: [resources]\n")
  }
}
