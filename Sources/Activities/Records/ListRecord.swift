import CivilTime
import Diagnostics
package import Vocabulary

/// A list of offers or of matters.
package struct ListRecord: Sendable, Hashable {
  package let id: ListID
  package let shape: ListShape
  package let title: String
  package let content: ListContent
  package let unit: UnitID
  /// The URL path of the page that shows it.
  package let page: String?
}

/// A category, a phase's name or a result of a list.
package struct ListWordRecord: Sendable, Hashable {
  package let list: ListID
  package let kind: ListWordKind
  /// Of a phase: the phase's.
  package let id: ListWordID
  package let label: String
  package let position: Int
}

extension Tables {
  static let list = Table<ListRecord>(
    "list", "清单", ["清单目录", "列表", "lists"], key: ["id"], title: "title",
    about: "a list of offers (供给) or of matters that make progress (事项)",
    columns:
      Column<ListID>.id("清单编号", "编号", "代码"),
    Column<ListShape>.term("shape", "形式", "形态", more: [.offer: ["供"], .matter: ["事"]], about: "what its rows are"),
    Column<String>.text("title", "清单名称", "名称", "标题", "清单", "name"),
    Column<ListContent>.term(
      "of", "内容", "类型", "类别",
      more: [
        .service: ["服务事项", "服务清单", "服务菜单"], .lecture: ["宣讲菜单"], .resource: ["资源清单"], .reward: ["积分兑换", "奖品"],
        .volunteer: ["志愿招募", "招募"], .demand: ["需求清单"], .project: ["项目清单"], .topic: ["议题清单"], .register: ["登记"],
      ], about: "what it is a list of"),
    Column<UnitID>.reference("unit_id", to: "unit", "单位", "所属单位", "社区", "unit"),
    Column<String?>.optionalText(
      "page", "页面", "网页", about: "the path of the page that shows it", rules: [.sitePath]),
    rules: [
      TableRule(
        ["shape", "of"], zh: "形式和内容对不上", en: "its shape doesn't go with what it is of",
        hint: Message(
          zh: "服务、宣讲、资源、兑换、志愿是供给；需求、项目、议题是事项；台账两种都行",
          en:
            "services, lectures, resources, rewards and volunteer calls are offers; demands, projects and topics are matters; a register is either"
        )
      ) { value in
        guard let shape = value("shape").filledText, let content = value("of").filledText.flatMap(ListContent.init)
        else { return true }
        return content.shape.map { $0.rawValue == shape } ?? true
      }
    ]
  ) { _, id, shape, title, content, unit, page in
    ListRecord(id: id, shape: shape, title: title, content: content, unit: unit, page: page)
  }

  static let listWord = Table<ListWordRecord>(
    "list_word", "清单用词", ["清单类别", "清单词语", "list words"], key: ["list_id", "kind", "id"], title: "label",
    about: "a word of a list: a category, a result, or the list's own name for a phase",
    columns:
      Column<ListID>.list,
    Column<ListWordKind>.term("kind", "用途", "种类", about: "renames a phase, adds none"),
    Column<ListWordID>.id("词语编号", "编号", "代码"),
    Column<String>.text("label", "词语", "名称", "写法", "name"),
    Column<Int>.integer(
      "position", "顺序", "序号", "次序", "位置", about: "in which order they are shown",
      rules: [
        .number(
          in: 1...1e15, zh: "顺序从 1 开始", en: "positions count from 1",
          hint: Message(zh: "从 1 起编号", en: "number them from 1"))
      ]),
    rules: [
      TableRule(
        ["id", "kind"], zh: "阶段只有 raised、taken、doing、done、dropped 五个，可以改叫法，不能增加",
        en: "phases are raised, taken, doing, done and dropped: they can be renamed, not added",
        hint: Message(zh: "编号写其中一个", en: "let the id be one of them")
      ) { value in
        value("kind").filledText != ListWordKind.phase.rawValue
          || value("id").filledText.map { MatterPhase(rawValue: $0) != nil } ?? true
      }
    ]
  ) { _, list, kind, id, label, position in
    ListWordRecord(list: list, kind: kind, id: id, label: label, position: position)
  }
}

extension Column<ListID> {
  static let list = reference("list_id", to: "list", "清单", "所属清单", "清单编号", "list")
}
