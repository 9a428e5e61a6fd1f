import Diagnostics
import Vocabulary

/// No team is counted twice.
struct TeamRowCheck {
  private let teams: [TeamRecord]
  private let database: String

  init(_ data: ActivityData, database: String) {
    teams = data[TeamRecord.self]
    self.database = database
  }

  func problems() -> [Diagnostic] {
    var byName: [String: TeamRecord] = [:]
    var byPage: [String: TeamRecord] = [:]
    return teams.compactMap { team in
      let key = "\(team.unit) \(team.name)"
      if let other = byName[key] { return twice(team, other) }
      byName[key] = team
      guard let page = team.page, page.hasPrefix("/teams/") else { return nil }
      if let other = byPage[page] { return samePage(team, other: other, page: page) }
      byPage[page] = team
      return nil
    }
  }

  private func twice(_ team: TeamRecord, _ other: TeamRecord) -> Diagnostic {
    .error(
      "data.team-twice", zh: "队伍“\(team.name)”在同一个单位登记了两次，另一行是 \(other.id)",
      en: "the team “\(team.name)” stands twice in one unit; the other row is \(other.id)",
      hint: Message(zh: "删去一行，或把名称写得能区分", en: "remove one of them, or tell them apart by name"), at: place(team, "name")
    )
  }

  private func samePage(_ team: TeamRecord, other: TeamRecord, page: String) -> Diagnostic {
    .error(
      "data.team-page-twice", zh: "队伍“\(team.name)”和“\(other.name)”写了同一个页面 \(page)",
      en: "the teams “\(team.name)” and “\(other.name)” have one page, \(page)",
      hint: Message(zh: "一支队伍一个页面，改正其中一行；没有页面就留空", en: "a page is one team's: mend one of them, or leave it empty"),
      at: place(team, "page"))
  }

  private func place(_ team: TeamRecord, _ column: String) -> Location {
    .row(database: database, table: "team", key: "id=\(team.id)", column: column)
  }
}
