import CivilTime
import Encoding
import Spreadsheets

extension Cell {
  /// What a reader sees in the cell, more or less.
  var shownText: String {
    switch self {
    case .text(let text), .error(let text): text
    case .number(let number): NumberText.plain(number)
    case .pending: ""
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    case .time(let time):
      [
        time.date.map(TimeText.date),
        time.second.map { TimeText.time(LocalDateTime(CivilDate(dayNumber: 0), minuteOfDay: $0 / 60)) },
      ].compactMap(\.self).joined(separator: " ")
    }
  }
}

extension String {
  /// Without blanks at its ends, also full-width and no-break ones.
  var withoutOuterBlanks: String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    let start = unicodeScalars.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(start[...last])
  }

  /// Full-width letters, digits and signs as ASCII.
  var narrow: String {
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      out.append((0xFF01...0xFF5D).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar)
    }
    return String(out)
  }
}
