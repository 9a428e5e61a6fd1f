import Activities
import CivilTime
package import Vocabulary
package import Words

/// What became of an occurrence, in the words that all outputs share (Promise 5).
extension Occurrence {
  /// `已取消`, `加场`: what is said beside the title; nil where it is what its rule makes of it.
  package func label(_ words: any Words) -> String? {
    status != .scheduled ? words.label(status) : isAdded ? words.extra : nil
  }

  /// `【已取消】`: the same before the title, for programs that show nothing else; else empty.
  package func titlePrefix(_ words: any Words) -> String { label(words).map(words.titlePrefix) ?? "" }

  /// What to know of it before all else: when and where it was to be, and why it is not.
  package func remarks(_ words: any Words) -> [String] {
    [movedFrom(words).map { words.planned + $0 }, note(words)].compactMap { $0 }
  }

  /// Why it was cancelled or moved, or what else to know of it.
  package func note(_ words: any Words) -> String? {
    switch note {
    case .written(let text): text
    case .seriesEnded: words.seriesEnded
    case .holidaysUnknown: words.holidaysUnknown
    case .calledOff(let dayOff): words.calledOff(for: name(dayOff, words))
    case .movedOn(let dayOff): words.movedOn(for: name(dayOff, words))
    case nil: nil
    }
  }

  private func name(_ dayOff: DayOff, _ words: any Words) -> String {
    switch dayOff {
    case .holiday(let announced): words.holiday(announced)
    case .weekend: words.weekend
    }
  }

  /// `11月25日 周三 14:30–16:00，会客厅`: what was to be before it was moved; nil when it was not, or only had no place yet.
  package func movedFrom(_ words: any Words) -> String? {
    guard status == .moved else { return nil }
    let parts = [
      isMovedInTime ? words.dayAndTime(from: originalStart, to: originalEnd) : nil,
      isMovedInPlace ? activity.venue?.name : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: words.comma)
  }

  /// `11月28日 周六 14:30–16:00，活动室`: when and where it is now, as far as it was moved.
  package func movedTo(_ words: any Words) -> String {
    [
      isMovedInTime ? words.dayAndTime(from: start, to: end) : nil, isMovedInPlace ? venue?.name : nil,
    ].compactMap { $0 }.joined(separator: words.comma)
  }
}

extension Activity {
  /// What its own status makes of all its occurrences; nil where each has its own.
  package var occurrenceStatus: OccurrenceStatus? {
    switch record.status {
    case .cancelled: .cancelled
    case .postponed: .postponed
    case .scheduled, .draft: nil
    }
  }

  /// The mark of all its occurrences alike.
  package func titlePrefix(_ words: any Words) -> String {
    occurrenceStatus.map { words.titlePrefix(words.label($0)) } ?? ""
  }
}
