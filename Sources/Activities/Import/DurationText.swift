import CivilTime
import Spreadsheets

/// How long something lasts, as people write it: `90`, `90分钟`, `1.5小时`, `1小时30分`, `2h`, `一个半小时`, `两小时`, `三刻钟`, `1:30`.
enum DurationText {
  /// Whole minutes; nil for what can't be read.
  ///
  /// - Parameter inHours: what a bare number means, by its header.
  static func minutes(_ cell: Cell, inHours: Bool) -> Int? {
    switch cell {
    case .number(let number): whole(number * (inHours ? 60 : 1))
    // 1:30 in a spreadsheet is a time of day, 26:00 a length of time.
    case .time(let time): time.date == nil ? time.second.map { $0 / 60 } : nil
    case .labelled(let text, _), .text(let text): minutes(text.narrow.withoutOuterBlanks.lowercased(), inHours: inHours)
    case .flag, .error, .pending: nil
    }
  }

  private static func minutes(_ text: String, inHours: Bool) -> Int? {
    var rest = text[...]
    for word in ["约", "大约", "共", "时长"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    if let clock = clock(rest) { return clock }
    var total = 0.0
    var isEmpty = true
    for unit in units {
      let start = rest
      guard let amount = amount(&rest, unit) else {
        rest = start
        continue
      }
      total += amount
      isEmpty = false
      rest = rest.drop { " 零又、".contains($0) }
    }
    if isEmpty, let number = Double(rest), !rest.hasPrefix("-") { return whole(number * (inHours ? 60 : 1)) }
    return rest.isEmpty && !isEmpty ? whole(total) : nil
  }

  private struct Unit {
    let names: [String]
    let minutes: Double
  }

  private static let units = [
    Unit(names: ["个小时", "小时", "个钟头", "钟头", "个钟", "hours", "hour", "hrs", "hr", "h", "时"], minutes: 60),
    Unit(names: ["刻钟", "刻"], minutes: 15),
    Unit(names: ["分钟", "分", "minutes", "minute", "mins", "min", "m", "'", "′"], minutes: 1),
  ]

  /// `1.5小时`, `两个半小时`, `半小时`, `1小时半`.
  private static func amount(_ rest: inout Substring, _ unit: Unit) -> Double? {
    var number = 0.0
    var hasNumber = true
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    if let value = Double(digits) {
      number = value
      rest = rest.dropFirst(digits.count)
    } else if let (value, count) = ChineseNumber.prefix(of: rest) {
      number = Double(value)
      rest = rest.dropFirst(count)
    } else {
      hasNumber = false
    }
    rest = rest.drop { $0 == " " }
    for half in hasNumber ? ["个半", "半"] : ["半个", "半"] where rest.hasPrefix(half) {
      number += 0.5
      hasNumber = true
      rest = rest.dropFirst(half.count)
      break
    }
    guard hasNumber, let name = unit.names.first(where: rest.hasPrefix) else { return nil }
    rest = rest.dropFirst(name.count).drop { $0 == " " }
    if rest.first == "半", unit.minutes == 60 {
      number += 0.5
      rest = rest.dropFirst()
    }
    return number * unit.minutes
  }

  /// `1:30`, `26:00`, `1:30:00`.
  private static func clock(_ text: Substring) -> Int? {
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "∶" }).map { Int($0) }
    guard (2...3).contains(parts.count), let hours = parts[0], hours >= 0, let minutes = parts[1],
      (0..<60).contains(minutes), parts.dropFirst(2).allSatisfy({ $0 == 0 })
    else { return nil }
    return hours * 60 + minutes
  }

  private static func whole(_ minutes: Double) -> Int? {
    minutes == minutes.rounded() && abs(minutes) < 1e6 ? Int(minutes) : nil
  }
}
