import CivilTime

/// A number format's code, cut into what it shows (ECMA-376 Part 1, 18.8.31; `!` escapes and `G/通用格式` are Chinese Excel's).
struct FormatCode: Sendable, Hashable {
  enum Token: Sendable, Hashable {
    case literal(String)
    /// `0`, `#` or `?`.
    case digit(Unicode.Scalar)
    case point, comma, percent, exponent, general, text
    /// `y`, `m`, `d`, `h`, `s`, and `a` for the weekday: so many of them.
    case date(Unicode.Scalar, Int)
    case minutes
    /// `[h]`: hours that don't begin anew after a day.
    case elapsed
    /// 上午/下午.
    case half
  }

  /// For positive numbers, negative ones, nothing and texts; the first for all that has none of its own.
  let sections: [[Token]]

  init(_ code: String) {
    var sections: [[Token]] = []
    var reader = Reader(code)
    repeat { sections.append(Self.withMinutes(reader.section())) } while reader.skip(";")
    self.sections = sections
  }

  /// `m` after hours or before seconds is a minute (18.8.31).
  private static func withMinutes(_ tokens: [Token]) -> [Token] {
    var tokens = tokens
    let times = tokens.indices.filter { index in
      switch tokens[index] {
      case .date, .elapsed: true
      default: false
      }
    }
    for (position, index) in times.enumerated() {
      guard case .date("m", _) = tokens[index] else { continue }
      let before = position > 0 ? tokens[times[position - 1]] : nil
      let after = position + 1 < times.count ? tokens[times[position + 1]] : nil
      switch (before, after) {
      case (.date("h", _)?, _), (.elapsed?, _), (_, .date("s", _)?): tokens[index] = .minutes
      default: break
      }
    }
    return tokens
  }

  // MARK: What is shown

  /// A whole number's digits among the words and signs of the code: `0531-0000-1200`, `第3期`; nil for other numbers.
  func digits(_ number: Double) -> String? {
    guard number >= 0, number == number.rounded(), number < 1e15, let section = sections.first else { return nil }
    var digits = Array(String(Int(number)).unicodeScalars)
    if number == 0 { digits = [] }
    var out: [String] = []
    let first = section.firstIndex { if case .digit = $0 { true } else { false } }
    for (index, token) in section.enumerated().reversed() {
      switch token {
      case .literal(let text): out.append(text)
      case .general:
        out.append(String(Int(number)))
        digits = []
      case .digit(let kind):
        if let last = digits.popLast() { out.append(String(last)) } else if kind == "0" { out.append("0") }
        if index == first {
          while let last = digits.popLast() { out.append(String(last)) }
        }
      default: break
      }
    }
    return out.reversed().joined()
  }

  /// A date in which no day is shown: `2026年4月`, `2026`, `星期六`. Years are written in full.
  func dateParts(_ date: CivilDate) -> String {
    var out = ""
    for token in sections.first ?? [] {
      switch token {
      case .literal(let text): out += text
      case .point: out += "."
      case .comma: out += ","
      case .date("y", _): out += String(date.year)
      // Names of months are those of the writer's language: said as a number, they mean the same.
      case .date("m", 3...): return "\(date.year)-\(TimeText.digits2(date.month))"
      case .date("m", let count): out += count > 1 ? TimeText.digits2(date.month) : String(date.month)
      case .date("a", let count): out += (count > 3 ? "星期" : "") + Self.weekdays[date.weekday.rawValue]
      case .date("d", _): out += "星期" + Self.weekdays[date.weekday.rawValue]
      default: break
      }
    }
    return out
  }

  private static let weekdays = ["一", "二", "三", "四", "五", "六", "日"]
}

extension TimeText {
  fileprivate static func digits2(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension FormatCode {
  /// Reads a code sign by sign.
  private struct Reader {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ code: String) {
      scalars = Array(code.unicodeScalars)
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    mutating func skip(_ word: String) -> Bool {
      let end = index + word.unicodeScalars.count
      guard end <= scalars.count else { return false }
      let part = String(String.UnicodeScalarView(scalars[index..<end]))
      guard part.lowercased() == word.lowercased() else { return false }
      index = end
      return true
    }

    /// Up to the next semicolon.
    mutating func section() -> [Token] {
      var tokens: [Token] = []
      while let scalar = next, scalar != ";" { if let token = token(scalar) { tokens.append(token) } }
      return tokens
    }

    private mutating func token(_ scalar: Unicode.Scalar) -> Token? {
      if skip("General") || skip("G/通用格式") { return .general }
      for half in ["上午/下午", "AM/PM", "A/P"] where skip(half) { return .half }
      index += 1
      switch scalar {
      case "\"": return .literal(until("\""))
      case "[": return bracketed(until("]"))
      case "\\", "!":
        defer { index += 1 }
        return next.map { .literal(String($0)) }
      // A blank as wide as the next sign, and a sign that fills the cell.
      case "_", "*":
        index += 1
        return nil
      case "0", "#", "?": return .digit(scalar)
      case ".": return .point
      case ",": return .comma
      case "%": return .percent
      case "@": return .text
      case "E" where next == "+" || next == "-", "e" where next == "+" || next == "-":
        index += 1
        return .exponent
      default: return letters(scalar)
      }
    }

    private mutating func letters(_ scalar: Unicode.Scalar) -> Token? {
      let small = String(scalar).lowercased()
      guard ["y", "e", "m", "d", "h", "s", "a"].contains(small) else { return .literal(String(scalar)) }
      var count = 1
      while let more = next, String(more).lowercased() == small {
        count += 1
        index += 1
      }
      switch small {
      case "e": return .date("y", count)
      case "a" where count < 3: return .literal(String(repeating: "a", count: count))
      default: return .date(small.unicodeScalars.first!, count)
      }
    }

    private mutating func until(_ end: Unicode.Scalar) -> String {
      var text = String.UnicodeScalarView()
      while let scalar = next {
        index += 1
        if scalar == end { break }
        text.append(scalar)
      }
      return String(text)
    }

    /// `[h]`; colours, conditions, languages and kinds of numerals show nothing by themselves.
    private func bracketed(_ text: String) -> Token? {
      let small = text.lowercased()
      return !small.isEmpty && small.utf8.count <= 4 && ["h", "m", "s"].contains { small.allSatisfy($0.contains) }
        ? .elapsed : nil
    }
  }
}
