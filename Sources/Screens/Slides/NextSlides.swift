import Activities
import CivilTime
import Community
import Vocabulary
import Words

/// The line of a slide that says when something comes next: a meeting, a day of exchange.
extension SlideMaker {
  /// One after the other: each from the end of the one before to its own, so that the line is right on a screen that has been offline.
  func next(_ what: String, of lists: [ListID]) -> [ItemDraft] {
    let activities = Set(community.activities(forLists: lists))
    let coming = community.occurrences.filter {
      activities.contains($0.activity.id) && $0.takesPlace && $0.end > begin
    }.sorted { ($0.end, $0.id) < ($1.end, $1.id) }
    var from: LocalDateTime?
    return coming.compactMap { occurrence in
      defer { from = occurrence.end }
      let time = words.dayAndTime(from: occurrence.start, to: occurrence.end)
      guard
        var item = item(
          "next-\(occurrence.id)", words.next(what, at: time), from: from, until: occurrence.end)
      else { return nil }
      item.line = [occurrence.title, occurrence.venue?.name].compactMap { $0 }.joined(separator: " · ")
      return ItemDraft(item)
    }
  }

  /// How to earn what is asked for, below what can be had.
  func rules(of lists: [CommunityList]) -> [ItemDraft] {
    guard let unit = lists.first?.unit.id else { return [] }
    return community.pointsRules(of: unit).compactMap { rule in
      guard var item = item("points-\(rule.id)", rule.record.title) else { return nil }
      item.group = words.pointsRules
      item.side = rule.pointsText(words)
      item.line = [rule.capText(words), rule.record.note].compactMap { $0 }.joined(separator: " · ")
      return ItemDraft(item)
    }
  }
}
