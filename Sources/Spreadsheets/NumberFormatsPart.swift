import OfficeFiles

/// Which styles show a number as a date, a time, or with leading zeros.
final class NumberFormatsPart: XMLPartReader {
  private var codes: [Int: String] = [:]
  private var styles: [NumberFormat] = []
  private var isInCellStyles = false
  /// Excel has 65,490.
  private static let maximumStyles = 100_000

  /// What a cell's style (`s`) shows.
  func format(_ style: Int) -> NumberFormat {
    styles.indices.contains(style) ? styles[style] : .plain
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
    case "cellXfs": isInCellStyles = true
    case "xf" where isInCellStyles && styles.count < Self.maximumStyles:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      styles.append(codes[id].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  func end(_ name: String) {
    if name == "cellXfs" { isInCellStyles = false }
  }
}

enum NumberFormat: Hashable {
  case plain
  case date
  case time
  case dateAndTime
  /// `00000`: so many digits at least.
  case padded(Int)
  /// `0%`: what is shown is a hundred times what is kept.
  case percent

  /// ECMA-376 Part 1, 18.8.30; 27–36 and 50–58 are dates in Chinese, Japanese and Korean programs.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    case 22: self = .dateAndTime
    case 9, 10: self = .percent
    default: self = .plain
    }
  }

  /// A format's code: its first section counts; what is quoted, escaped or in brackets is not part of it, but for elapsed times (`[h]`).
  init(code: String) {
    var letters = ""
    var scalars = code.unicodeScalars.makeIterator()
    reading: while let scalar = scalars.next() {
      switch scalar {
      case ";": break reading
      case "\"": while let next = scalars.next(), next != "\"" {}
      case "\\", "_", "*": _ = scalars.next()
      case "[":
        var inside = ""
        while let next = scalars.next(), next != "]" { inside.unicodeScalars.append(next) }
        if ["h", "hh", "m", "mm", "s", "ss"].contains(inside.lowercased()) { letters += inside.lowercased() }
      default: letters.unicodeScalars.append(scalar)
      }
    }
    if letters.utf8.count > 1, letters.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) {
      self = .padded(letters.utf8.count)
      return
    }
    if letters.contains("%") {
      self = .percent
      return
    }
    let lower = letters.lowercased()
    if lower.contains("general") {
      self = .plain
      return
    }
    let hasTime = lower.contains("h") || lower.contains("s")
    let hasDate = lower.contains("y") || lower.contains("d") || (lower.contains("m") && !hasTime)
    self =
      switch (hasDate, hasTime) {
      case (true, true): .dateAndTime
      case (true, false): .date
      case (false, true): .time
      case (false, false): .plain
      }
  }
}
