import Activities
import CivilTime
import Community
import Vocabulary
import Words

extension SlideMaker {
  /// Whose turn it is, while it is.
  func rosters(_ unit: UnitID?) -> SlideContent {
    SlideContent(
      .rows,
      community.rosters.filter { serves($0.unit.id, asked: unit) }.flatMap { roster in
        roster.turns.compactMap { turn -> ItemDraft? in
          guard
            var item = item(
              "roster-\(roster.id)-\(TimeText.date(turn.days.lowerBound))", turn.holder.name,
              from: LocalDateTime(turn.days.lowerBound), until: LocalDateTime(turn.days.upperBound + 1))
          else { return nil }
          item.chip = roster.record.title
          item.tone = "roster"
          item.when = words.days(turn.days)
          item.line = [roster.unit.name, turn.holder.phone].compactMap { $0 }.joined(separator: " · ")
          item.text = turn.note
          return ItemDraft(item)
        }
      })
  }
}
