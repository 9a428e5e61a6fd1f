package import CivilTime
import Diagnostics
package import Vocabulary

/// Something that stands for a period: a service, a lecture, a resource, a reward, a call for volunteers.
package struct OfferRecord: Sendable, Hashable {
  package let id: OfferID
  package let list: ListID
  /// Whose it is; nil: the list's.
  package var unit: UnitID?
  package let title: String
  package var summary: String?
  package var category: ListWordID?
  /// Among those of its category; those without come last.
  package var position: Int?
  package var tags: [String] = []
  /// A role or an organisation.
  package var provider: String?
  package var partner: Slug?
  package var venue: VenueID?
  /// 0 is free of charge.
  package var feeYuan: Double?
  /// What it costs elsewhere.
  package var marketYuan: Double?
  /// What a price or a quantity is for: 次, 小时, 份.
  package var per: String?
  package var points: Int?
  /// Terms of trying before paying.
  package var trial: String?
  package var quantity: Double?
  /// Of the quantity, given away beside what pairings say.
  package var taken: Double?
  package var minutes: Int?
  package var minimumPeople: Int?
  package var audience: String?
  package var hours: String?
  package var conditions: String?
  package var documents: String?
  /// Working days within which it is done.
  package var limitDays: Int?
  package var orderBy: String?
  package var phone: String?
  package var url: String?
  package var availableFrom: CivilDate?
  /// The last day on which it can be had.
  package var availableUntil: CivilDate?
  package var isPaused = false
  /// The day on which somebody last made sure that all of it is so.
  package var checkedOn: CivilDate?
  package var page: String?
  package var approvedOn: CivilDate?
  package let updatedAt: LocalDateTime

  package init(id: OfferID, list: ListID, title: String, updatedAt: LocalDateTime) {
    self.id = id
    self.list = list
    self.title = title
    self.updatedAt = updatedAt
  }
}

extension Tables {
  static let offer = Table<OfferRecord>(
    "offer", "供给", ["服务事项", "服务", "资源", "菜单", "offers"], key: ["id"], title: "title",
    about: "something that stands for a period: a service, a lecture, a resource, a reward, a call for volunteers",
    columns:
      Column<OfferID>.id("供给编号", "服务编号", "编号", "代码"),
    Column<ListID>.list,
    Column<UnitID?>.optionalReference(
      "unit_id", to: "unit", "单位", "所属单位", "社区", "unit", about: "whose it is; empty: the list's"),
    Column<String>.text("title", "名称", "服务名称", "事项名称", "标题", "题目", "name"),
    Column<String?>.optionalText("summary", "简介", "说明", "内容", "description"),
    Column<ListWordID?>.listWord("category", .category, "类别", "分类", about: "one of the list's words"),
    Column<Int?>.count("position", "顺序", "序号", "次序", "位置", about: "among those of its category; empty: last"),
    Column<[String]>.words("tags", "标签", "关键词", about: "words, with a comma or 、 between: matching goes by them"),
    Column<String?>.optionalText("provider", "提供者", "提供单位", "由谁提供", about: "a role or an organisation"),
    Column<Slug?>.pageName("partner", "合伙人", "共建单位", about: "a partner's page, by the last part of its address"),
    Column<VenueID?>.optionalReference("venue_id", to: "venue", "场所", "地点", "阵地", "venue"),
    Column<Double?>.yuan("fee_yuan", "价格", "费用", "收费", "价格元", "fee", "price", about: "yuan; 0 is free"),
    Column<Double?>.yuan("market_yuan", "市场价", "门市价", "原价", "市场价元", about: "yuan; what it costs elsewhere"),
    Column<String?>.optionalText("per", "计量单位", "单位量", "每", about: "what price and quantity are for: 次, 小时, 份"),
    Column<Int?>.count("points", "积分", "所需积分", quantity: .init(units: ["分", "积分"], none: ["无"])),
    Column<String?>.optionalText("trial", "体验", "先体验后付费", "试用", about: "terms of trying before paying"),
    Column<Double?>.quantity("quantity", "数量", "库存", "名额", "总量", about: "how much there is"),
    Column<Double?>.quantity("taken", "已用", "已领", "已报", "已兑", about: "of it, given away beside what pairings say"),
    Column<Int?>.count("minutes", "时长", "时长分钟", "分钟", quantity: .init(units: ["分钟", "分"]), about: "minutes"),
    Column<Int?>.count("min_people", "最少人数", "起讲人数", "成团人数", quantity: .init(units: ["人", "名"], none: ["不限"])),
    Column<String?>.optionalText("audience", "对象", "面向", "服务对象"),
    Column<String?>.optionalText("hours", "时间", "服务时间", "可约时间", about: "when it can be had, in words"),
    Column<String?>.optionalText("conditions", "条件", "办理条件", "要求"),
    Column<String?>.optionalText("documents", "材料", "所需材料", "携带材料"),
    Column<Int?>.count(
      "limit_days", "承诺时限", "办理时限", "时限", quantity: .init(units: ["个工作日", "工作日", "天", "日"], zero: ["当场", "即办", "当天"]),
      about: "working days within which it is done"),
    Column<String?>.optionalText("order_by", "预约方式", "怎么点", "怎么预约", "办理方式", about: "how to order it"),
    Column<String?>.optionalText(
      "phone", "电话", "联系电话", "咨询电话", "tel", "telephone", about: "an office's, never a resident's"),
    Column<String?>.optionalText("url", "网址", "预约网址", "链接", rules: [.webAddress]),
    Column<CivilDate?>.optionalDate("available_from", "开始日期", "起始日期", "自", about: "the first day"),
    Column<CivilDate?>.optionalDate("available_until", "截止日期", "结束日期", "至", about: "the last day"),
    Column<Bool>.flag("paused", "暂停", "暂停服务", about: "for the time being it can't be had"),
    Column<CivilDate?>.optionalDate("checked_on", "核对日期", "核实日期", about: "when somebody last made sure that it is so"),
    Column<String?>.optionalText(
      "page", "页面", "网页", about: "the path of a page of the site about it", rules: [.sitePath]),
    Column<CivilDate?>.optionalDate("approved_on", "批准日期", "审批日期", about: "when it was approved for the public"),
    Column<LocalDateTime>.updated,
    rules: [
      TableRule(
        ["taken", "quantity"], zh: "已用的比总量还多", en: "more is taken than there is",
        hint: Message(zh: "改正其中一个", en: "mend one of them")
      ) { value in
        guard let quantity = value("quantity").number, let taken = value("taken").number else { return true }
        return taken <= quantity
      },
      .inOrder("available_from", "available_until", zh: "截止日期早于开始日期", en: "it ends before it begins"),
    ], record: OfferRecord.make)
}

extension OfferRecord {
  /// In the order of the columns.
  fileprivate static func make(
    _ row: CheckedRow, _ id: OfferID, _ list: ListID, _ unit: UnitID?, _ title: String, _ summary: String?,
    _ category: ListWordID?, _ position: Int?, _ tags: [String], _ provider: String?, _ partner: Slug?,
    _ venue: VenueID?, _ fee: Double?,
    _ market: Double?, _ per: String?, _ points: Int?, _ trial: String?, _ quantity: Double?, _ taken: Double?,
    _ minutes: Int?, _ minimumPeople: Int?, _ audience: String?, _ hours: String?, _ conditions: String?,
    _ documents: String?, _ limitDays: Int?, _ orderBy: String?, _ phone: String?, _ url: String?, _ from: CivilDate?,
    _ until: CivilDate?, _ isPaused: Bool, _ checkedOn: CivilDate?, _ page: String?, _ approvedOn: CivilDate?,
    _ updatedAt: LocalDateTime
  ) -> OfferRecord? {
    var offer = OfferRecord(id: id, list: list, title: title, updatedAt: updatedAt)
    offer.unit = unit
    offer.summary = summary
    offer.category = category
    offer.position = position
    offer.tags = tags
    offer.provider = provider
    offer.partner = partner
    offer.venue = venue
    offer.feeYuan = fee
    offer.marketYuan = market
    offer.per = per
    offer.points = points
    offer.trial = trial
    offer.quantity = quantity
    offer.taken = taken
    offer.minutes = minutes
    offer.minimumPeople = minimumPeople
    offer.audience = audience
    offer.hours = hours
    offer.conditions = conditions
    offer.documents = documents
    offer.limitDays = limitDays
    offer.orderBy = orderBy
    offer.phone = phone
    offer.url = url
    offer.availableFrom = from
    offer.availableUntil = until
    offer.isPaused = isPaused
    offer.checkedOn = checkedOn
    offer.page = page
    offer.approvedOn = approvedOn
    return offer
  }
}
