import Activities
import CivilTime
import Community
import Content
import Vocabulary
import Words

/// Slides of teams: what each does, when and where it meets, and a code for those who want to join.
extension SlideMaker {
  /// Where a screen does not say how many.
  private static let teamLength = 6
  /// Lines of a poster.
  private static let meetingLength = 3

  func teams(_ slugs: [Slug], _ query: TeamQuery, limit: Int?) -> SlideContent {
    let teams = slugs.isEmpty ? matching(query) : slugs.compactMap { community.page(.team, $0) }.compactMap(team)
    return SlideContent(.poster, teams.prefix(limit ?? (slugs.isEmpty ? Self.teamLength : .max)).flatMap(posters))
  }

  private func team(_ page: PublicPage) -> Team? { community.teams[page] }

  private func matching(_ query: TeamQuery) -> [Team] {
    community.teams(matching: query).filter { team in
      query.unit != nil || (team.unit.map { serves($0.id) } ?? true)
    }
  }

  /// One poster after the other: what has met for the last time stands on none of the later ones.
  private func posters(_ team: Team) -> [ItemDraft] {
    let meetings = community.meetings(of: team)
    let ends = Set(meetings.compactMap(\.until).filter { $0 > begin && $0 < horizon.end }).sorted()
    return zip([nil] + ends, ends + [nil]).compactMap { from, until in
      poster(team, meetings.filter { $0.until.map { $0 > from ?? begin } ?? true }, from: from, until: until)
    }
  }

  private func poster(
    _ team: Team, _ meetings: [TeamMeeting], from: LocalDateTime?, until: LocalDateTime?
  ) -> ItemDraft? {
    let id = "team-\(team.id)" + (from.map { "-\(TimeText.basic($0).dropLast(2))" } ?? "")
    let own = team.page.map { item(id, team.name, of: $0, from: from, until: until) }
    guard var item = own ?? item(id, team.name, from: from, until: until) else { return nil }
    item.chip = words.label(team.type)
    item.tone = team.type.rawValue
    item.text = team.summary
    item.line = [team.unit?.name, team.members.map { words.people($0) }].compactMap { $0 }.joined(separator: " · ")
    item.lines = meetings.prefix(Self.meetingLength).map { meeting($0.activity) }
    if let contact = team.contact { item.lines.append("\(words.contact)\(words.gap)\(contact)") }
    item.codeLabel = words.scanToJoin
    var draft = ItemDraft(item, code: code(community.teams.url(of: team), of: .team(team.id)))
    draft.picture = picture(team.page?.page.image)
    return draft
  }

  /// `每周三 19:00–20:00，活动室`.
  private func meeting(_ activity: Activity) -> String {
    let record = activity.record
    let time =
      record.rule.map {
        "\(words.rule($0, from: record.start)) \(words.times(from: record.start, to: record.end))"
      } ?? words.dayAndTime(from: record.start, to: record.end)
    return [time, activity.venue?.name].compactMap { $0 }.joined(separator: words.comma)
  }
}
