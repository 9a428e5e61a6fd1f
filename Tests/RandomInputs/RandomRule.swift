/// Recurrence rules as text, made by RFC 5545's grammar: values within their ranges, parts that go together. Nearly all are accepted.
package enum RandomRule {
  private static let weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

  package static func text(_ random: inout SeededRandom) -> String {
    let frequency = random.one(of: ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    let hasNumbers = frequency == "MONTHLY" || frequency == "YEARLY"
    var parts = ["FREQ=\(frequency)"]
    if random.chance(50) { parts.append("INTERVAL=\(random.one(of: [1, 2, 2, 3, 4, 6, 13, 10_000]))") }
    switch random.below(5) {
    case 0: parts.append("COUNT=\(random.one(of: [1, 2, 10, 400, 100_000]))")
    case 1: parts.append("UNTIL=\(until(&random))")
    default: break
    }
    let ends = parts.count
    if random.chance(30) { parts.append("BYMONTH=\(list(&random, 4) { "\($0.number(1...12))" })") }
    if frequency != "WEEKLY", random.chance(35) { parts.append("BYMONTHDAY=\(list(&random, 6) { signed(&$0, 31) })") }
    if random.chance(50) {
      let most = frequency == "YEARLY" ? 53 : 5
      parts.append(
        "BYDAY="
          + list(&random, 5) {
            (hasNumbers && $0.chance(50) ? signed(&$0, most) : "") + $0.one(of: weekdays)
          })
    }
    if parts.count > ends, random.chance(25) {
      parts.append("BYSETPOS=\(list(&random, 3) { signed(&$0, $0.one(of: [3, 31, 366])) })")
    }
    if random.chance(30) { parts.append("WKST=\(random.one(of: weekdays))") }
    return parts.joined(separator: ";")
  }

  private static func until(_ random: inout SeededRandom) -> String {
    let day =
      digits(random.number(2020...2032), 4) + digits(random.number(1...12), 2) + digits(random.number(1...28), 2)
    let time = "T\(digits(random.below(24), 2))\(digits(random.below(60), 2))00"
    return day + random.one(of: ["", time, time + "Z"])
  }

  private static func list(
    _ random: inout SeededRandom, _ most: Int, _ item: (inout SeededRandom) -> String
  ) -> String {
    (0..<random.number(1...most)).map { _ in item(&random) }.joined(separator: ",")
  }

  private static func signed(_ random: inout SeededRandom, _ most: Int) -> String {
    (random.chance(30) ? "-" : "") + "\(random.number(1...most))"
  }

  private static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: width - text.utf8.count) + text
  }
}
