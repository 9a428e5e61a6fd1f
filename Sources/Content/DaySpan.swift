import CivilTime

/// One day or a run of days as a holiday file writes them: `2026-05-01`, `2026-10-01 至 2026-10-07`, `2026-10-01..2026-10-07`.
struct DaySpan: Equatable {
  let first: CivilDate
  let last: CivilDate

  /// nil when it is neither. `last` may stand before `first`: that is the reader's to say.
  init?(_ text: String) {
    let ends = Self.ends(text).map { TimeText.parseDate(String($0).trimmingSpaces()) }
    guard let first = ends[0], let last = ends[ends.count - 1] else { return nil }
    self.first = first
    self.last = last
  }

  /// How many days; 0 or less when it runs backwards.
  var count: Int { last - first + 1 }

  var days: [CivilDate] { (0..<max(0, count)).map { first + $0 } }

  private static func ends(_ text: String) -> [Substring] {
    for separator in ["..", "至"] {
      if let range = text.firstRange(of: separator) {
        return [text[..<range.lowerBound], text[range.upperBound...]]
      }
    }
    return [text[...]]
  }
}

extension String {
  fileprivate func trimmingSpaces() -> Substring {
    let start = drop { $0 == " " }
    return start[..<(start.lastIndex { $0 != " " }.map { start.index(after: $0) } ?? start.startIndex)]
  }
}
