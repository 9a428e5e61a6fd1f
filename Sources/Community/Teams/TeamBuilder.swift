import Activities
import Content
import Vocabulary

/// Teams' rows and pages → teams. A row names its page; a page that no row names is a team too.
struct TeamBuilder {
  private let records: [TeamRecord]
  private let units: UnitTree
  private let venues: [VenueID: Venue]
  private let activities: [ActivityID: Activity]
  private let hosted: [String: [Activity]]
  /// How many teams have a name.
  private let namesakes: [String: Int]
  private let pages: [PublicPage]
  private let pageByURL: [String: PublicPage]
  /// Addresses of teams' pages, also of those that are not public.
  private let teamPages: Set<String>

  init(
    _ data: ActivityData, content: Content, units: UnitTree, venues: [VenueID: Venue],
    activities: [ActivityID: Activity], pages: PublicPages
  ) {
    records = data[TeamRecord.self]
    self.units = units
    self.venues = venues
    self.activities = activities
    hosted = Dictionary(grouping: activities.values.filter { $0.record.host != nil }.sorted { $0.id < $1.id }) {
      $0.record.host!
    }
    self.pages = pages[.team].filter { !$0.isExpired }
    pageByURL = Dictionary(self.pages.map { ($0.page.url, $0) }, uniquingKeysWith: { first, _ in first })
    let named = Set(records.compactMap(\.page))
    let names = records.map(\.name) + self.pages.filter { !named.contains($0.page.url) }.map(\.page.title)
    namesakes = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    teamPages = Set(content.pages.filter { $0.kind == .team }.map(\.url))
  }

  func teams() -> CommunityTeams {
    let named = Set(records.compactMap(\.page))
    let rows = records.map { team($0, page: $0.page.flatMap { pageByURL[$0] }) }
    let others = pages.filter { !named.contains($0.page.url) }.compactMap(team)
    func key(_ team: Team) -> (Int, Int, TeamID) {
      (TeamType.allCases.firstIndex(of: team.type)!, team.page?.page.order ?? .max, team.id)
    }
    return CommunityTeams((rows + others).sorted { key($0) < key($1) })
  }

  private func team(_ record: TeamRecord, page: PublicPage?) -> Team {
    let details = page?.teamDetails
    // A page that is held back or over is not led to.
    let about = record.page.flatMap { page == nil && !teamPages.contains($0) ? $0 : nil }
    return Team(
      id: record.id, unit: units[record.unit], type: record.type, name: record.name,
      members: record.members ?? details?.members, summary: page?.page.summary ?? record.summary ?? page?.summary,
      page: page, about: about, venue: details?.venue.flatMap { venues[$0] }, contact: details?.contact,
      activities: activities(named: details?.activities ?? [], host: record.name, unit: record.unit))
  }

  /// Of a page without a row: all that is known of the team stands there.
  private func team(_ page: PublicPage) -> Team? {
    guard let details = page.teamDetails, let id = TeamID(page.page.slug.text) else { return nil }
    return Team(
      id: id, unit: page.unit, type: details.type ?? .other, name: page.page.title, members: details.members,
      summary: page.summary, page: page, about: nil, venue: details.venue.flatMap { venues[$0] },
      contact: details.contact,
      activities: activities(named: details.activities, host: page.page.title, unit: page.unit?.id))
  }

  /// A host is a name, and two communities may have teams of one name: of those each has what is held in its own unit, above or below.
  private func activities(named: [ActivityID], host: String, unit: UnitID?) -> [Activity] {
    let own = named.compactMap { activities[$0] }
    let names = Set(named)
    let others = (hosted[host] ?? []).filter { !names.contains($0.id) }
    guard let unit, namesakes[host, default: 1] > 1 else { return own + others }
    return own
      + others.filter { units.contains($0.unit.id, in: unit) || units.contains(unit, in: $0.unit.id) }
  }
}
