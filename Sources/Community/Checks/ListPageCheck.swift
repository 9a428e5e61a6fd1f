import Activities
import Content
import Diagnostics
import Vocabulary
import Words

/// A layout gets lists of its shape, and rows that say what it shows; and each list is shown somewhere.
struct ListPageCheck {
  private let community: Community
  private let content: Content
  private let locations: [String: [ListID: Location]]

  init(_ community: Community, content: Content) {
    self.community = community
    self.content = content
    locations = Dictionary(
      content.pages.map { page in
        let places = page.references.compactMap { reference -> (ListID, Location)? in
          if case .list(let id) = reference.target { (id, reference.location) } else { nil }
        }
        return (page.file, Dictionary(places, uniquingKeysWith: { first, _ in first }))
      }, uniquingKeysWith: { first, _ in first })
  }

  func problems() -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var shown: Set<ListID> = []
    for page in content.pages {
      if let lists = page.details.shownLists {
        shown.formUnion(lists.lists)
        problems += lists.lists.flatMap { self.problems($0, in: lists.layout, on: page) }
      }
      problems += ledger(of: page)
      for block in page.dataBlocks {
        guard case .list(let query) = block.query else { continue }
        shown.formUnion(query.lists)
        problems += self.problems(query, on: page)
      }
    }
    for introduction in content.introductions {
      for block in introduction.dataBlocks { if case .list(let query) = block.query { shown.formUnion(query.lists) } }
    }
    return problems + unshown(except: shown)
  }

  // MARK: Ledgers

  /// A ledger is some unit's.
  private func ledger(of page: Page) -> [Diagnostic] {
    guard case .list(let details) = page.details, details.layout == .ledger, page.ledgerUnit(of: content.site) == nil
    else { return [] }
    return [
      .error(
        "list.ledger-unit", zh: "台账（ledger）版式要知道是哪个单位的", en: "the layout ledger shows the cases of a unit",
        hint: Message(zh: "写上 unit: 单位编号，下级单位的一并计入", en: "name it with `unit:`; those below it are counted with it"),
        at: .file(path: page.file))
    ]
  }

  // MARK: Layouts

  private func problems(_ id: ListID, in layout: ListLayout, on page: Page) -> [Diagnostic] {
    guard let list = community.lists[id], let location = locations[page.file]?[id] else { return [] }
    if let problem = wrongShape(list, layout: layout, location: location) { return [problem] }
    return emptyColumns(list, layout: layout, location: location)
  }

  private func problems(_ query: ListQuery, on page: Page) -> [Diagnostic] {
    let lists = query.lists.compactMap { community.lists[$0] }
    guard let location = query.location else { return [] }
    if let layout = query.layout,
      let problem = lists.lazy.compactMap({ wrongShape($0, layout: layout, location: location) }).first
    {
      return [problem]
    }
    if Set(lists.map(\.record.shape)).count > 1 {
      return [
        .error(
          "list.mixed-shapes", zh: "供给清单和事项清单不能放在一个数据块里",
          en: "lists of offers and lists of matters can't share a block",
          hint: Message(zh: "分成两个数据块", en: "make two blocks of it"), at: location)
      ]
    }
    if let category = query.category, !lists.contains(where: { $0.categories.contains { $0.id == category } }) {
      let known = lists.flatMap(\.categories)
      return [
        .error(
          "list.unknown-category", zh: "清单里没有类别“\(category)”", en: "the lists have no category “\(category)”",
          hint: known.isEmpty
            ? nil
            : Message(
              zh: "可用：\(known.map { "\($0.id)（\($0.label)）" }.joined(separator: "、"))",
              en: "known: \(known.map(\.id.text).joined(separator: ", "))"),
          at: location)
      ]
    }
    return []
  }

  private func wrongShape(_ list: CommunityList, layout: ListLayout, location: Location) -> Diagnostic? {
    guard list.record.shape != layout.shape else { return nil }
    let fitting = ListLayout.allCases.filter { $0.shape == list.record.shape }.map(\.rawValue).joined(separator: ", ")
    return .error(
      "list.wrong-layout",
      zh: "清单“\(list.title)”列的是\(list.record.shape.inSheets)，不能用 \(layout.rawValue)（\(layout.inSheets)）版式",
      en:
        "the list “\(list.title)” holds \(list.record.shape.rawValue)s, which the layout \(layout.rawValue) can't show",
      hint: Message(zh: "可以用：\(fitting)", en: "fitting: \(fitting)"), at: location)
  }

  /// What a layout is for and no row says would be a page of empty places.
  private func emptyColumns(_ list: CommunityList, layout: ListLayout, location: Location) -> [Diagnostic] {
    let needed: (column: Message, isFilled: Bool)? =
      switch layout {
      case .board: (Message(zh: "提出日期", en: "raised_on"), list.matters.contains { $0.record.raisedOn != nil })
      case .council: (Message(zh: "事项进展", en: "matter_step"), list.matters.contains { !$0.steps.isEmpty })
      case .menu:
        (
          Message(zh: "预约方式、电话或网址", en: "order_by, phone or url"),
          list.offers.contains { $0.record.orderBy != nil || $0.record.phone != nil || $0.record.url != nil }
        )
      case .exchange: (Message(zh: "积分", en: "points"), list.offers.contains { $0.record.points != nil })
      case .ledger: nil
      case .disclosure, .circle, .finder: nil
      }
    let isEmpty = layout.shape == .offer ? list.offers.isEmpty : list.matters.isEmpty
    guard let (column, isFilled) = needed, !isFilled, !isEmpty else { return [] }
    return [
      .error(
        "list.empty-column",
        zh: "\(layout.inSheets)（\(layout.rawValue)）版式要显示\(column.zh)，清单“\(list.title)”没有一行写了",
        en: "the layout \(layout.rawValue) shows \(column.en), which no row of “\(list.title)” has",
        hint: Message(zh: "补上这一列，或换一种版式", en: "fill it in, or choose another layout"), at: location)
    ]
  }

  // MARK: Lists that nobody sees

  private func unshown(except shown: Set<ListID>) -> [Diagnostic] {
    community.lists.all.filter { !shown.contains($0.id) }.map { list in
      .warning(
        "list.not-shown", zh: "没有页面展示清单“\(list.title)”，居民看不到它", en: "no page shows the list “\(list.title)”",
        hint: Message(
          zh: "加一个 kind: list 的页面，写上 list: \(list.id)；或在菜单、议事会页面里写",
          en: "add a page of kind list with `list: \(list.id)`, or name it on a menu or council page"),
        at: .row(database: content.site.database, table: "list", key: "id=\(list.id)", column: nil))
    }
  }
}
