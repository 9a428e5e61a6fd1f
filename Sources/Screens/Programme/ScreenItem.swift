import CivilTime
import Community
import Vocabulary

/// One line, card or poster of a slide and the stretch of time in which it may be shown: what is over, cancelled for good or not yet due
/// leaves by itself, also on a screen that has been offline for days. What a layout has no place for stays nil.
struct ScreenItem: Sendable, Equatable {
  /// Stable over releases: an occurrence's id, `notice-` and the slug …
  let id: String
  let title: String
  private(set) var from: LocalDateTime
  private(set) var until: LocalDateTime
  /// Of occurrences.
  var status: OccurrenceStatus?
  /// The word that goes with it: `已取消`, `加场`; of a venue, its state.
  var mark: String?
  /// `14:30–16:00`.
  var when: String?
  /// The heading under which it stands: a day, a menu.
  var group: String?
  /// A word in a coloured field: a track, a category.
  var chip: String?
  /// The code of what the chip says, for its colour.
  var tone: String?
  /// The second line.
  var line: String?
  /// At the end of the row: places left, a price, a countdown.
  var side: String?
  var text: String?
  var html: String?
  /// Facts, a line each.
  var lines: [String] = []
  var place: String?
  /// While they hold, an occurrence is going on.
  var start: LocalDateTime?
  var end: LocalDateTime?
  /// Into the programme's pictures and codes.
  var picture: Int?
  var code: Int?
  var codeLabel: String?
  /// A figure as it is read: `3,156`.
  var value: String?
  var suffix: String?
  /// A figure over time.
  var series: [Point] = []
  /// In a venue: what goes on, and what comes next.
  var now: String?
  var next: String?

  struct Point: Sendable, Equatable {
    let label: String
    let value: Double
    /// As it is read: `12,345`.
    let text: String
  }

  init(id: String, title: String, from: LocalDateTime, until: LocalDateTime) {
    self.id = id
    self.title = title
    self.from = from
    self.until = until
  }

  /// About how many bytes it takes in a feed.
  var size: Int {
    func length(_ text: String?) -> Int { text.map { $0.utf8.count + 10 } ?? 0 }
    let whole = length(id) + length(title) + length(mark) + length(when) + length(group) + length(chip) + length(tone)
    let more = length(line) + length(side) + length(text) + length(html) + length(place) + length(codeLabel)
    return 120 + (start == nil ? 0 : 80) + whole + more + length(value) + length(suffix) + length(now) + length(next)
      + lines.reduce(0) { $0 + $1.utf8.count + 3 } + series.count * 60
  }

  /// The same in another stretch of time.
  func shown(from: LocalDateTime, until: LocalDateTime) -> ScreenItem {
    var item = self
    (item.from, item.until) = (from, until)
    return item
  }

  var times: Range<LocalDateTime> { from..<until }

  /// Whether it takes place while `start…end` holds.
  var takesPlace: Bool { status != .cancelled && status != .postponed }
}
