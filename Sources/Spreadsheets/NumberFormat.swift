/// What a cell's format makes of its number: what is shown is what is meant.
enum NumberFormat: Hashable {
  case plain
  case date
  case time
  case dateAndTime
  /// `[h]:mm`: how long, also for longer than a day.
  case elapsed
  /// A part of a date without its day: the month, the year, the weekday.
  case dateParts(FormatCode)
  /// Digits that are no quantity: `00000`, `"0531-"0000"-"0000`.
  case digits(FormatCode)
  /// A whole number with words around it: `0"人"`.
  case labelled(FormatCode)
  /// `0.00`: so many digits after the point.
  case decimals(Int)
  /// `0%`: what is shown is a hundred times what is kept.
  case percent

  /// ECMA-376 Part 1, 18.8.30; from 27 on as Chinese programs have them.
  init(builtIn id: Int) {
    let codes: [Int: String] = [
      1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm",
      17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
      27: "yyyy\"年\"m\"月\"", 28: "m\"月\"d\"日\"", 29: "m\"月\"d\"日\"", 30: "m-d-yy", 31: "yyyy\"年\"m\"月\"d\"日\"",
      32: "h\"时\"mm\"分\"", 33: "h\"时\"mm\"分\"ss\"秒\"", 34: "上午/下午h\"时\"mm\"分\"", 35: "上午/下午h\"时\"mm\"分\"ss\"秒\"",
      36: "yyyy\"年\"m\"月\"", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss",
      47: "mm:ss", 50: "yyyy\"年\"m\"月\"", 51: "m\"月\"d\"日\"", 52: "yyyy\"年\"m\"月\"", 53: "m\"月\"d\"日\"",
      54: "m\"月\"d\"日\"", 55: "上午/下午h\"时\"mm\"分\"", 56: "上午/下午h\"时\"mm\"分\"ss\"秒\"", 57: "yyyy\"年\"m\"月\"",
      58: "m\"月\"d\"日\"",
    ]
    self = codes[id].map(NumberFormat.init(code:)) ?? .plain
  }

  /// By a format's first section.
  init(code: String) {
    let format = FormatCode(code)
    let tokens = format.sections[0]
    if let date = Self.date(tokens, format) {
      self = date
    } else if tokens.contains(.percent) {
      self = .percent
    } else {
      self = Self.number(tokens, format)
    }
  }

  private static func date(_ tokens: [FormatCode.Token], _ format: FormatCode) -> NumberFormat? {
    if tokens.contains(.general) { return nil }
    var letters: Set<Unicode.Scalar> = []
    var hasDay = false
    for case .date(let letter, let count) in tokens {
      letters.insert(letter)
      if letter == "d", count <= 2 { hasDay = true }
    }
    let isElapsed = tokens.contains(.elapsed)
    let hasTime = isElapsed || letters.contains("h") || letters.contains("s") || tokens.contains(.minutes)
    let hasDate = !letters.isDisjoint(with: ["y", "m", "d", "a"])
    switch (hasDate, hasTime) {
    case (false, false): return nil
    case (false, true): return isElapsed ? .elapsed : .time
    case (true, true): return .dateAndTime
    case (true, false): return hasDay ? .date : .dateParts(format)
    }
  }

  private static func number(_ tokens: [FormatCode.Token], _ format: FormatCode) -> NumberFormat {
    let places = tokens.indices.filter { if case .digit = tokens[$0] { true } else { false } }
    let hasWords = tokens.contains { if case .literal(let text) = $0 { text.contains { $0 != " " } } else { false } }
    let isQuantity = [.point, .comma, .exponent].contains { tokens.contains($0) }
    if tokens.contains(.general) { return hasWords && !isQuantity ? .labelled(format) : .plain }
    guard let first = places.first, let last = places.last else { return .plain }
    // Fractions, and numbers in thousands.
    if tokens.contains(.exponent) || tokens[first...last].contains(.literal("/")) || tokens[last...].contains(.comma) {
      return .plain
    }
    if isQuantity {
      guard let point = tokens.firstIndex(of: .point) else { return .decimals(0) }
      return .decimals(places.count { $0 > point })
    }
    let isBroken = tokens[first...last].contains { if case .literal = $0 { true } else { false } }
    if isBroken || places.count(where: { tokens[$0] == .digit("0") }) > 1 { return .digits(format) }
    return hasWords ? .labelled(format) : .decimals(0)
  }
}
