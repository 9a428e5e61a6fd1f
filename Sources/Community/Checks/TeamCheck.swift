import Activities
import Content
import Diagnostics
import Vocabulary

/// A team's row and its page say the same, and the page that a row names is there.
struct TeamCheck {
  private let rows: [TeamRecord]
  private let content: Content
  private let pages: [String: Page]
  private let names: [UnitID: String]

  init(_ data: ActivityData, content: Content) {
    rows = data[TeamRecord.self]
    self.content = content
    pages = Dictionary(
      content.pages.filter { $0.kind == .team }.map { ($0.url, $0) }, uniquingKeysWith: { first, _ in first })
    names = Dictionary(data.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func problems() -> [Diagnostic] {
    let named = Set(rows.compactMap(\.page))
    let others = pages.values.filter { !named.contains($0.url) }.sorted { $0.file < $1.file }
    let ids = Set(rows.map(\.id.text))
    return rows.flatMap(problems) + others.filter { ids.contains($0.slug.text) }.map(unnamed)
  }

  private func problems(_ row: TeamRecord) -> [Diagnostic] {
    guard let path = row.page else { return [] }
    guard let page = pages[path] else { return path.hasPrefix("/teams/") ? missing(row, path) : [] }
    guard case .team(let details) = page.details else { return [] }
    var problems: [Diagnostic] = []
    if let stated = details.members, let members = row.members, stated != members {
      problems.append(
        contradiction(
          row, column: "members", what: Message(zh: "人数", en: "members"), here: "\(stated)", there: "\(members)",
          at: details.membersLocation))
    }
    if let stated = details.type, stated != row.type {
      problems.append(
        contradiction(
          row, column: "type", what: Message(zh: "类型", en: "type"), here: stated.rawValue, there: row.type.rawValue,
          at: details.typeLocation))
    }
    if let unit = page.unit, unit != row.unit {
      problems.append(
        contradiction(
          row, column: "unit_id", what: Message(zh: "单位", en: "unit"), here: names[unit] ?? unit.text,
          there: names[row.unit] ?? row.unit.text, at: .file(path: page.file, line: 1, column: 1)))
    }
    if page.title != row.name {
      problems.append(
        .warning(
          "team.name", zh: "页面叫“\(page.title)”，数据库 team 表里叫“\(row.name)”",
          en: "the page is called “\(page.title)”, its row in the table team “\(row.name)”",
          hint: Message(zh: "改成一样的，居民才知道是同一支队伍", en: "call them alike, so that people know it for one team"),
          at: place(row, "name")))
    }
    return problems
  }

  /// - Parameters:
  ///   - here: what the page says.
  ///   - there: what the row says.
  private func contradiction(
    _ row: TeamRecord, column: String, what: Message, here: String, there: String, at location: Location
  ) -> Diagnostic {
    .error(
      "team.contradiction",
      zh: "“\(row.name)”的\(what.zh)：页面写的是 \(here)，数据库 team 表（\(row.id)）写的是 \(there)",
      en: "“\(row.name)”: the page says \(what.en) \(here), its row in the table team (\(row.id)) \(there)",
      hint: Message(
        zh: "改正其中一个；页面里删去这一行，就以表里的 \(column) 为准",
        en: "mend one of them; without the page's line the row's \(column) stands"),
      at: location)
  }

  private func missing(_ row: TeamRecord, _ path: String) -> [Diagnostic] {
    let name = path.dropFirst("/teams/".count).split(separator: "/").first.map(String.init) ?? ""
    if content.unreadable.contains(name) { return [] }
    let near = Suggestion.nearest(to: path, among: pages.keys.sorted())
    return [
      .error(
        "reference.missing", zh: "没有这个队伍页面：“\(path)”", en: "there is no team page “\(path)”",
        hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
          ?? Message(zh: "写成 /teams/页面编号/，没有页面就留空", en: "write it as /teams/NAME/, or leave it empty"),
        at: place(row, "page"))
    ]
  }

  private func unnamed(_ page: Page) -> Diagnostic {
    .error(
      "team.unnamed-page", zh: "team 表里有编号 \(page.slug)，却没有写明它的页面是 \(page.url)，会被当成两支队伍",
      en: "the table team has \(page.slug) and does not say that \(page.url) is its page: they would be two teams",
      hint: Message(
        zh: "在那一行的 page 里写 \(page.url)；真是两支队伍就换一个编号",
        en: "set the row's page to \(page.url), or give the other team another id"),
      at: .file(path: page.file, line: 1, column: 1))
  }

  private func place(_ row: TeamRecord, _ column: String) -> Location {
    .row(database: content.site.database, table: "team", key: "id=\(row.id)", column: column)
  }
}
