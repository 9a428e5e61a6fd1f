import Activities
import CivilTime
import Community
import Vocabulary
import Words

extension SlideMaker {
  /// Whose turn it is, while it is; of duty sheets, who is on duty now, later today and on the day after.
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
      } + shifts(unit))
  }

  /// A shift is shown from the day before it begins: what is on the wall says today and tomorrow by the wall's own clock.
  private func shifts(_ unit: UnitID?) -> [ItemDraft] {
    let shown = community.shifts.filter { serves($0.unit.id, asked: unit) }
    let namesUnit = Set(shown.map(\.unit.id)).count > 1
    return shown.compactMap { shift in
      guard
        var item = item(
          "shift-\(shift.id)", shift.holder, from: LocalDateTime(shift.day - 1), until: shift.until)
      else { return nil }
      item.chip = shift.record.holder == nil ? nil : shift.record.post
      item.tone = "roster"
      item.group = stretch(shift)
      item.when = shift.record.hours == nil ? nil : words.times(from: shift.from, to: shift.until)
      item.line = [namesUnit ? shift.unit.name : nil, shift.record.phone].compactMap { $0 }.joined(separator: " · ")
      item.text = shift.record.note
      // Without hours nobody knows who of a day's shifts is on duty now.
      if shift.record.hours != nil {
        item.start = shift.from
        item.end = shift.until
      }
      return ItemDraft(item)
    }
  }

  /// The day that it is on, or the days where it is a week's.
  private func stretch(_ shift: Shift) -> String {
    let last = (shift.until + -1).date
    return shift.record.hours != nil || last == shift.day ? words.wallDay(shift.day) : words.days(shift.day...last)
  }
}
