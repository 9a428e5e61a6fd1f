import Spreadsheets

/// How long something lasts, as people write it: `90`, `90分钟`, `1.5小时`, `1小时30分`, `2h`, `一个半小时` is not read.
enum DurationText {
  /// Whole minutes; nil for what can't be read.
  ///
  /// - Parameter inHours: what a bare number means, by its header.
  static func minutes(_ cell: Cell, inHours: Bool) -> Int? {
    switch cell {
    case .number(let number): whole(number * (inHours ? 60 : 1))
    // 1:30 in a spreadsheet is a time of day.
    case .time(let time): time.date == nil ? time.second.map { $0 / 60 } : nil
    case .text(let text): minutes(text.narrow.withoutOuterBlanks.lowercased(), inHours: inHours)
    case .flag, .error, .pending: nil
    }
  }

  private static func minutes(_ text: String, inHours: Bool) -> Int? {
    var rest = text[...]
    var total = 0.0
    var isEmpty = true
    for (units, factor) in [(["个小时", "小时", "hours", "hour", "h"], 60.0), (["分钟", "分", "minutes", "min", "m"], 1)] {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let number = Double(digits) else { continue }
      let after = rest.dropFirst(digits.count).drop { $0 == " " }
      if let unit = units.first(where: after.hasPrefix) {
        total += number * factor
        rest = after.dropFirst(unit.count).drop { $0 == " " }
        isEmpty = false
      } else if after.isEmpty, isEmpty {
        return whole(number * (inHours ? 60 : 1))
      }
    }
    return rest.isEmpty && !isEmpty ? whole(total) : nil
  }

  private static func whole(_ minutes: Double) -> Int? {
    minutes == minutes.rounded() && abs(minutes) < 1e6 ? Int(minutes) : nil
  }
}
