import CivilTime
import Vocabulary

/// What became of an occurrence, in the words that all outputs share (Promise 5).
extension Occurrence {
  /// `已取消`, `加场`: what is said beside the title; nil where it is what its rule makes of it.
  package var label: String? { status != .scheduled ? status.label : isAdded ? "加场" : nil }

  /// `【已取消】`: the same before the title, for programs that show nothing else; else empty.
  package var mark: String { TitleMark.text(label) }

  /// What to know of it before all else: when and where it was to be, and why it is not.
  package var remarks: [String] { [movedFrom.map { "原定：\($0)" }, note].compactMap { $0 } }

  /// `11月25日 周三 14:30–16:00，会客厅`: what was to be before it was moved; nil when it was not, or only had no place yet.
  package var movedFrom: String? {
    guard status == .moved else { return nil }
    let parts = [
      isMovedInTime ? ChineseTimeText.dayAndTime(from: originalStart, to: originalEnd) : nil,
      isMovedInPlace ? activity.venue?.name : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "，")
  }

  /// `11月28日 周六 14:30–16:00，活动室`: when and where it is now, as far as it was moved.
  package var movedTo: String { movedTo(in: ChineseTimeText.self) }

  /// The same for readers of another language.
  package func movedTo(in times: any TimePhrases.Type) -> String {
    [
      isMovedInTime ? times.dayAndTime(from: start, to: end) : nil, isMovedInPlace ? venue?.name : nil,
    ].compactMap { $0 }.joined(separator: times.comma)
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
  package var mark: String { TitleMark.text(occurrenceStatus?.label) }
}
