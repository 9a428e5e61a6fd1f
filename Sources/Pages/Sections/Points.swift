import Activities
import CivilTime
import Community
import Content
import Vocabulary
import Words

extension PortalContext {
  /// Units directly below one that a month shows at most, since a phone takes only so much; the feed has all of it.
  private static let unitCount = 60

  /// The rules and totals of a page of exchange: of its unit, else of the site's.
  func points(on page: PublicPage) -> PointsView? {
    guard case .list(let list) = page.page.details, list.layout == .exchange,
      let unit = (page.page.unit ?? community.site.unit).flatMap({ community.units[$0] })
    else { return nil }
    let rules = pointsRules(of: unit.id)
    let totals = community.points.totals(of: unit.id)
    if rules.isEmpty, totals.isEmpty { return nil }
    return PointsView(
      rules: rules, charts: charts(totals, of: unit), months: months(of: unit), note: CommunityPoints.note(words))
  }

  func pointsRules(of unit: UnitID?) -> [PointsRuleView] {
    community.pointsRules(of: unit).map { PointsRuleView(rule: $0, words: words) }
  }

  /// Only without gaps: a month that is withheld is no month of nothing.
  private func charts(_ totals: [PointsTotal], of unit: Unit) -> [PointsChartView] {
    guard totals.count > 1, totals.allSatisfy(\.isPublished), isWithoutGaps(totals) else { return [] }
    func chart(_ title: String, _ value: (PointsTotal) -> Int?) -> PointsChartView {
      PointsChartView(
        title: title, unitName: unit.name,
        points: totals.map { (words.name($0.month), value($0) ?? 0) }, words: words)
    }
    return [chart(words.pointsEarned, \.earned), chart(words.pointsSpent, \.spent)]
  }

  private func isWithoutGaps(_ totals: [PointsTotal]) -> Bool {
    zip(totals, totals.dropFirst()).allSatisfy { $0.month.next == $1.month }
  }

  private func months(of unit: Unit) -> [PointsMonthView] {
    let below = Set(community.units.children(of: unit.id).map(\.id))
    let byMonth = Dictionary(
      grouping: community.points.totals.filter { $0.unit.id == unit.id || below.contains($0.unit.id) }, by: \.month)
    let months = byMonth.keys.sorted { $0.first > $1.first }
    return months.map { month in
      let rows = byMonth[month, default: []].prefix(Self.unitCount + 1).map {
        PointsTotalView(total: $0, isWhole: $0.unit.id == unit.id, words: words)
      }
      return PointsMonthView(month: month, isNewest: month == months.first, rows: rows, words: words)
    }
  }
}
