package import CivilTime
import Diagnostics
package import Vocabulary

/// Something that moves through phases: a demand, a project, a topic, a request.
package struct MatterRecord: Sendable, Hashable {
  package let id: MatterID
  package let list: ListID
  /// Whose it is; nil: the list's.
  package var unit: UnitID?
  package let title: String
  package var summary: String?
  package var category: ListWordID?
  package var tags: [String] = []
  /// The matter that it came from: of a project, the demand.
  package var from: MatterID?
  package var brand: Slug?
  package var venue: VenueID?
  /// A role or an organisation, never a person.
  package var raisedBy: String?
  package var owner: String?
  package var ownerUnit: UnitID?
  package let phase: MatterPhase
  package var raisedOn: CivilDate?
  package var takenOn: CivilDate?
  package var dueOn: CivilDate?
  /// Of what is done or dropped, always and only.
  package var doneOn: CivilDate?
  package var result: ListWordID?
  package var quantity: Double?
  package var quantityDone: Double?
  /// What the quantity counts: 盏, 户.
  package var per: String?
  /// How many it is for.
  package var people: Int?
  package var costYuan: Double?
  /// Of what is done or dropped, always.
  package var outcome: String?
  package var page: String?
  package var approvedOn: CivilDate?
  package let updatedAt: LocalDateTime

  package init(id: MatterID, list: ListID, title: String, phase: MatterPhase, updatedAt: LocalDateTime) {
    self.id = id
    self.list = list
    self.title = title
    self.phase = phase
    self.updatedAt = updatedAt
  }
}

/// What was done about a matter on a day.
package struct MatterStepRecord: Sendable, Hashable {
  package struct Votes: Sendable, Hashable {
    package let inFavour: Int
    package let against: Int
    package let abstained: Int
  }

  package let matter: MatterID
  package let day: CivilDate
  package let position: Int
  package let text: String
  /// The occurrence at which it was done, by its original start.
  package let activity: ActivityID?
  package let occursAt: LocalDateTime?
  package let votes: Votes?
}

/// A resource that serves a demand, as someone on the staff confirmed.
package struct PairingRecord: Sendable, Hashable {
  package let matter: MatterID
  package let offer: OfferID
  /// The project that came of it.
  package let project: MatterID?
  package let quantity: Double?
  package let day: CivilDate
}

extension Tables {
  static let matter = Table<MatterRecord>(
    "matter", "事项", ["需求", "项目", "议题", "matters"], key: ["id"], title: "title",
    about: "something that moves through phases: a demand, a project, a topic, a request",
    columns:
      Column<MatterID>.id("事项编号", "编号", "代码"),
    Column<ListID>.list,
    Column<UnitID?>.optionalReference(
      "unit_id", to: "unit", "单位", "所属单位", "社区", "unit", about: "whose it is; empty: the list's"),
    Column<String>.text("title", "名称", "事项名称", "标题", "议题名称", "name"),
    Column<String?>.optionalText("summary", "简介", "说明", "内容", "description"),
    Column<ListWordID?>.listWord("category", .category, "类别", "分类", about: "one of the list's words"),
    Column<[String]>.words("tags", "标签", "关键词", about: "words, with a comma or 、 between: matching goes by them"),
    Column<MatterID?>.optionalReference(
      "from_id", to: "matter", "来源事项", "来自", "对应需求", about: "the matter that it came from: of a project, the demand"),
    Column<Slug?>.pageName("brand", "品牌", "党建品牌", about: "a brand's page, by the last part of its address"),
    Column<VenueID?>.optionalReference("venue_id", to: "venue", "场所", "地点", "阵地", "venue"),
    Column<String?>.optionalText("raised_by", "提出者", "提出人", "提出单位", about: "a role or an organisation, never a person"),
    Column<String?>.optionalText(
      "owner", "承办", "承办人", "牵头", "责任人", "认领者", about: "who has it: a role or an organisation"),
    Column<UnitID?>.optionalReference(
      "owner_unit_id", to: "unit", "承办单位", "责任单位", "认领单位", about: "the unit that has it"),
    Column<MatterPhase>.phase,
    Column<CivilDate?>.optionalDate("raised_on", "提出日期", "登记日期"),
    Column<CivilDate?>.optionalDate("taken_on", "认领日期", "受理日期"),
    Column<CivilDate?>.optionalDate("due_on", "办结期限", "期限", "计划完成日期", "到期日期"),
    Column<CivilDate?>.optionalDate("done_on", "办结日期", "完成日期", about: "of what is done or dropped, always and only"),
    Column<ListWordID?>.listWord("result", .result, "结果类别", "结果", about: "one of the list's words"),
    Column<Double?>.quantity("quantity", "数量", "总量", about: "how much there is to do"),
    Column<Double?>.quantity("quantity_done", "已完成数量", "完成数量", about: "how much of it is done"),
    Column<String?>.optionalText("per", "计量单位", "量词", about: "what the quantity counts: 盏, 户"),
    Column<Int?>.count("people", "惠及人数", "受益人数", "人数", quantity: .init(units: ["人", "人次", "户"])),
    Column<Double?>.yuan("cost_yuan", "费用", "经费", "投入", "费用元", about: "yuan"),
    Column<String?>.optionalText("outcome", "办理结果", "结论", "决定", about: "of what is done or dropped, always"),
    Column<String?>.optionalText(
      "page", "页面", "网页", about: "the path of a page of the site about it", rules: [.sitePath]),
    Column<CivilDate?>.optionalDate("approved_on", "批准日期", "审批日期", about: "when it was approved for the public"),
    Column<LocalDateTime>.updated,
    rules: [
      TableRule(
        ["from_id"], zh: "来源事项不能是它自己", en: "a matter does not come from itself",
        hint: Message(zh: "写它来自哪一件，没有就留空", en: "name the one it came from, or leave it empty")
      ) { value in value("from_id").filledText.map { $0 != value("id").filledText } ?? true },
      TableRule(
        ["owner", "owner_unit_id", "phase"], zh: "认领以后要写明由谁承办", en: "what is taken has an owner",
        hint: Message(zh: "填“承办”或“承办单位”；还没人认领就写待认领", en: "fill in owner or owner_unit_id, or set phase to raised")
      ) { value in
        guard let phase = value("phase").filledText.flatMap(MatterPhase.init), [.taken, .doing, .done].contains(phase)
        else { return true }
        return value("owner").filledText != nil || value("owner_unit_id").filledText != nil
      },
      TableRule(
        ["done_on", "phase"], zh: "办结或不办理的要写办结日期，没办结的不写",
        en: "what is done or dropped has a day on which it was, and nothing else has",
        hint: Message(zh: "补上日期，或改正阶段", en: "fill in done_on, or mend the phase")
      ) { value in
        guard let phase = value("phase").filledText.flatMap(MatterPhase.init) else { return true }
        return phase.isClosed == !value("done_on").isNull
      },
      TableRule(
        ["outcome", "phase"], zh: "办结或不办理的要写办理结果", en: "what is done or dropped has an outcome",
        hint: Message(zh: "用一句话写怎么办的，或为什么不办", en: "say in a sentence what was done, or why not")
      ) { value in
        guard let phase = value("phase").filledText.flatMap(MatterPhase.init), phase.isClosed else { return true }
        return value("outcome").filledText != nil
      },
      .inOrder("raised_on", "taken_on", zh: "认领日期早于提出日期", en: "it was taken before it was raised"),
      .inOrder("raised_on", "due_on", zh: "办结期限早于提出日期", en: "it was due before it was raised"),
      .inOrder("raised_on", "done_on", zh: "办结日期早于提出日期", en: "it was done before it was raised"),
      .inOrder("taken_on", "done_on", zh: "办结日期早于认领日期", en: "it was done before it was taken"),
      TableRule(
        ["quantity_done", "quantity"], zh: "完成的数量比总量还多", en: "more is done than there is to do",
        hint: Message(zh: "改正其中一个", en: "mend one of them")
      ) { value in
        guard let quantity = value("quantity").number, let done = value("quantity_done").number else { return true }
        return done <= quantity
      },
    ], record: MatterRecord.make)

  static let matterStep = Table<MatterStepRecord>(
    "matter_step", "事项进展", ["进展", "办理过程", "matter steps"], key: ["matter_id", "on_day", "position"],
    about: "what was done about a matter on a day",
    columns:
      Column<MatterID>.reference("matter_id", to: "matter", "事项", "事项编号", "matter"),
    Column<CivilDate>.date("on_day", "日期", "时间", "date"),
    Column<Int>.integer(
      "position", "顺序", "序号", about: "among those of one day",
      rules: [
        .number(
          in: 1...1e15, zh: "顺序从 1 开始", en: "positions count from 1",
          hint: Message(zh: "同一天只有一条就写 1", en: "1 where the day has one"))
      ]),
    Column<String>.text("text", "进展", "内容", "经过", "做了什么"),
    Column<ActivityID?>.optionalReference("activity_id", to: "activity", "会议", "活动", about: "where it was done"),
    Column<LocalDateTime?>.optionalTime("occurs_at", "会议时间", "场次", about: "that activity's original start"),
    Column<Int?>.count("votes_for", "同意", "赞成", quantity: .init(units: ["票"])),
    Column<Int?>.count("votes_against", "反对", "不同意", quantity: .init(units: ["票"])),
    Column<Int?>.count("votes_abstain", "弃权", quantity: .init(units: ["票"])),
    rules: [
      TableRule(
        ["occurs_at", "activity_id"], zh: "会议和会议时间要么都写，要么都不写",
        en: "an activity and its time come together or not at all",
        hint: Message(zh: "补上另一个，或两个都留空", en: "add the other, or leave both empty")
      ) { value in value("activity_id").isNull == value("occurs_at").isNull },
      TableRule(
        ["votes_for", "votes_against", "votes_abstain"], zh: "写了票数，同意和反对都要写",
        en: "votes have those for and those against",
        hint: Message(zh: "没有人反对就写 0", en: "0 where nobody was against")
      ) { value in
        value("votes_for").isNull == value("votes_against").isNull
          && (value("votes_abstain").isNull || !value("votes_for").isNull)
      },
    ]
  ) { _, matter, day, position, text, activity, occursAt, inFavour, against, abstained in
    let votes = inFavour.flatMap { inFavour in
      against.map { MatterStepRecord.Votes(inFavour: inFavour, against: $0, abstained: abstained ?? 0) }
    }
    return MatterStepRecord(
      matter: matter, day: day, position: position, text: text, activity: activity, occursAt: occursAt, votes: votes)
  }

  static let pairing = Table<PairingRecord>(
    "pairing", "供需对接", ["对接", "配对", "pairings"], key: ["matter_id", "offer_id"],
    about: "a resource that serves a demand, as someone on the staff confirmed",
    columns:
      Column<MatterID>.reference("matter_id", to: "matter", "需求", "事项", about: "the demand"),
    Column<OfferID>.reference("offer_id", to: "offer", "资源", "供给", about: "the resource"),
    Column<MatterID?>.optionalReference("project_id", to: "matter", "项目", about: "the project that came of it"),
    Column<Double?>.quantity("quantity", "数量", about: "how much of the resource"),
    Column<CivilDate>.date("on_day", "日期", "对接日期", "date")
  ) { _, matter, offer, project, quantity, day in
    PairingRecord(matter: matter, offer: offer, project: project, quantity: quantity, day: day)
  }
}

extension MatterRecord {
  /// In the order of the columns.
  fileprivate static func make(
    _ row: CheckedRow, _ id: MatterID, _ list: ListID, _ unit: UnitID?, _ title: String, _ summary: String?,
    _ category: ListWordID?, _ tags: [String], _ from: MatterID?, _ brand: Slug?, _ venue: VenueID?,
    _ raisedBy: String?,
    _ owner: String?, _ ownerUnit: UnitID?, _ phase: MatterPhase, _ raisedOn: CivilDate?, _ takenOn: CivilDate?,
    _ dueOn: CivilDate?, _ doneOn: CivilDate?, _ result: ListWordID?, _ quantity: Double?, _ quantityDone: Double?,
    _ per: String?, _ people: Int?, _ cost: Double?, _ outcome: String?, _ page: String?, _ approvedOn: CivilDate?,
    _ updatedAt: LocalDateTime
  ) -> MatterRecord? {
    var matter = MatterRecord(id: id, list: list, title: title, phase: phase, updatedAt: updatedAt)
    matter.unit = unit
    matter.summary = summary
    matter.category = category
    matter.tags = tags
    matter.from = from
    matter.brand = brand
    matter.venue = venue
    matter.raisedBy = raisedBy
    matter.owner = owner
    matter.ownerUnit = ownerUnit
    matter.raisedOn = raisedOn
    matter.takenOn = takenOn
    matter.dueOn = dueOn
    matter.doneOn = doneOn
    matter.result = result
    matter.quantity = quantity
    matter.quantityDone = quantityDone
    matter.per = per
    matter.people = people
    matter.costYuan = cost
    matter.outcome = outcome
    matter.page = page
    matter.approvedOn = approvedOn
    return matter
  }
}

extension Column<MatterPhase> {
  fileprivate static let phase = Column(
    form: ColumnForm(
      "phase", ["阶段", "状态", "办理状态", "进度"],
      kind: .listWord(
        .phase,
        [
          (.raised, ["待认领", "提出", "待办"]), (.taken, ["已认领", "认领", "已受理"]), (.doing, ["办理中", "在办", "进行中"]),
          (.done, ["已办结", "办结", "已完成", "完成"]), (.dropped, ["不办理", "不办", "撤销"]),
        ].map { (phase: MatterPhase, labels) in .init(code: phase.rawValue, labels: labels) }), isRequired: true,
      about: "how far it has come; a list may call it otherwise")
  ) { $0.term("phase") }
}
