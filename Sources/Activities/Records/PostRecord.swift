import Diagnostics
import PublicText
package import Vocabulary

/// Something that somebody in a unit answers for: 网格长, 安全委员. Who holds it is said by a role or an organisation, never by a person's name.
package struct PostRecord: Sendable, Hashable {
  package enum Holder: Sendable, Hashable {
    /// A role or an organisation.
    case stated(String)
    /// Whoever that roster has on a day.
    case roster(RosterID)
  }

  package let id: PostID
  package let unit: UnitID
  package let title: String
  /// From 1: the first is whom to call first.
  package let position: Int
  package let holder: Holder
  /// How many people hold it together, where one row stands for all of them.
  package let people: Int
  package let duties: String?
  /// An office's, or a mobile number of which the middle is masked.
  package let phone: String?

  package init(
    id: PostID, unit: UnitID, title: String, position: Int = 1, holder: Holder, people: Int = 1, duties: String? = nil,
    phone: String? = nil
  ) {
    self.id = id
    self.unit = unit
    self.title = title
    self.position = position
    self.holder = holder
    self.people = people
    self.duties = duties
    self.phone = phone
  }
}

extension Tables {
  static let post = Table<PostRecord>(
    "post", "岗位", ["职责岗位", "责任岗位", "网格岗位", "posts", "officers"], key: ["id"], title: "title",
    about: "a post of a unit, for its page: who answers for what, by role and office number",
    columns:
      Column<PostID>.id("岗位编号", "编号", "代码"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "网格", "社区", "unit"),
    Column<String>.text("title", "岗位", "岗位名称", "职务", "名称", "name"),
    Column<Int>.integer(
      "position", "顺序", "序号", about: "in which order they are shown; the first is whom to call first",
      rules: [
        .number(
          in: 1...1e15, zh: "顺序从 1 开始", en: "positions count from 1",
          hint: Message(zh: "从 1 起编号", en: "number them from 1"))
      ]),
    Column<String?>.optionalText(
      "holder", "担任者", "由谁担任", "任职", "人员", "姓名", about: "a role or an organisation, never a person; or else a roster"),
    Column<RosterID?>.optionalReference(
      "roster_id", to: "roster", "轮值表", "轮值", "roster", about: "whoever that roster of the same unit has on the day"),
    Column<Int>.integer(
      "people", "人数", "岗位人数", quantity: .init(units: ["人", "名"]),
      about: "how many people hold it together; 1 where nothing is said",
      rules: [
        .number(
          in: 1...10_000, zh: "人数是 1 到 10000", en: "a post is held by 1 to 10,000 people",
          hint: Message(zh: "改正它；只有一人就留空", en: "mend it, or leave it empty for one"))
      ]),
    Column<String?>.optionalText("duties", "职责", "工作职责", "岗位职责", "负责事项"),
    Column<String?>.optionalText(
      "phone", "电话", "联系电话", "办公电话", "联系方式", "tel", "telephone",
      about: "one number of an office, or a mobile number masked as `138****1234`",
      rules: [
        .text(
          zh: "这不是一个电话号码", en: "this is no telephone number",
          hint: Message(
            zh: "写一个办公电话，如 0531-0000-1210、0531-0000-1200转8012；手机号只能写成 138****1234",
            en: "write one office number, such as 0531-0000-1210; a mobile number only as 138****1234")
        ) { PhoneNumber($0) != nil }
      ]),
    rules: [
      TableRule(
        ["holder", "roster_id"], zh: "由谁担任（holder）和轮值表（roster_id）要写其中一个，也只写一个",
        en: "a post has either a holder or a roster",
        hint: Message(
          zh: "固定由一个岗位或单位担任就写“担任者”，轮流担任就写“轮值表”",
          en: "name a role or an organisation, or the roster by which it goes round")
      ) { value in (value("holder").filledText == nil) != (value("roster_id").filledText == nil) }
    ]
  ) { _, id, unit, title, position, holder, roster, people, duties, phone in
    guard let holder = holder.map(PostRecord.Holder.stated) ?? roster.map(PostRecord.Holder.roster) else { return nil }
    return PostRecord(
      id: id, unit: unit, title: title, position: position, holder: holder, people: people, duties: duties,
      phone: phone)
  }
}
