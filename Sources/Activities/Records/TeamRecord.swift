import Diagnostics
package import Vocabulary

/// People who do something together again and again: volunteers, a club. Its members are a number, never names.
package struct TeamRecord: Sendable, Hashable {
  package let id: TeamID
  package let unit: UnitID
  package let type: TeamType
  package let name: String
  package let members: Int?
  /// What it does, where no page of its own says it.
  package let summary: String?
  /// The path of its page, or of another page about it.
  package let page: String?

  package init(
    id: TeamID, unit: UnitID, type: TeamType, name: String, members: Int? = nil, summary: String? = nil,
    page: String? = nil
  ) {
    self.id = id
    self.unit = unit
    self.type = type
    self.name = name
    self.members = members
    self.summary = summary
    self.page = page
  }
}

extension Tables {
  static let team = Table<TeamRecord>(
    "team", "队伍", ["队伍名册", "志愿队伍", "服务队", "团队", "teams"], key: ["id"], title: "name",
    about: "a team: people who do something together again and again",
    columns:
      Column<TeamID>.id("队伍编号", "编号", "代码"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "社区", "unit"),
    Column<TeamType>.term(
      "type", "队伍类型", "类型", "类别",
      more: [
        .lecture: ["宣讲", "理论宣讲"], .mutualHelp: ["互助", "助老", "帮扶"], .convenience: ["便民"],
        .environment: ["环境", "环保", "保洁", "清洁"], .mediation: ["调解"], .safety: ["平安", "巡防", "巡逻", "治安"],
        .news: ["新风", "文明"], .performing: ["文艺", "文化"], .sport: ["健身", "体育", "运动"], .other: ["其它"],
      ], about: "what it does"),
    Column<String>.text("name", "队伍名称", "名称", "队名", "title"),
    Column<Int?>.optionalInteger(
      "members", "人数", "队员人数", "成员数", quantity: .init(units: ["人", "名"], none: ["不详"]),
      about: "how many belong to it, never who",
      rules: [
        .number(
          in: 1...1e9, zh: "队伍至少有 1 人", en: "a team has one member or more",
          hint: Message(zh: "改正人数；不知道就留空，解散了就删去这一行", en: "mend it; leave it empty where it is not known"))
      ]),
    Column<String?>.optionalText(
      "summary", "简介", "做什么", "说明", about: "what it does, in a sentence: for a team without a page of its own"),
    Column<String?>.optionalText(
      "page", "页面", "网页", about: "the path of its page, such as /teams/taichi/, or of another page about it",
      rules: [.sitePath])
  ) { _, id, unit, type, name, members, summary, page in
    TeamRecord(id: id, unit: unit, type: type, name: name, members: members, summary: summary, page: page)
  }
}
