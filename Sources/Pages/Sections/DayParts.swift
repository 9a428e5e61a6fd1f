import CivilTime
import Community

/// A day's lines, cut into the parts that a page has room for. What is on at one time may stand on two of them. [0071]
struct DayParts {
  /// Lines of one page.
  static let whole = 150
  /// Lines of a site that is small enough for a page to list all of them.
  static let ofSmallSite = 360
  /// Lines of each part of a day that is cut.
  static let length = 100
  /// Lines of each day on a page of several, where these are too many.
  static let ofEachDay = 6

  let date: CivilDate
  let lines: [Appearance]

  /// From 1 on.
  var count: Int { lines.count <= Self.whole ? 1 : (lines.count + Self.length - 1) / Self.length }

  func part(_ number: Int) -> ArraySlice<Appearance> {
    if count == 1 { return lines[...] }
    return lines[(number - 1) * Self.length..<min(lines.count, number * Self.length)]
  }

  /// `07:00–08:30`: from the first start to the last; what began before the day begins with it.
  func label(_ number: Int) -> String {
    let times = part(number).map { max($0.start, LocalDateTime(date)) }
    guard let first = times.first, let last = times.last else { return "" }
    return TimeText.time(first) + (last == first ? "" : "–" + TimeText.time(last))
  }
}
