import CivilTime
import Foundation

/// How long 20,000 rules take over 60 days, by this program's engine and by Foundation's: `recurrence-benchmark [--json]`.
///
/// Foundation is given every 40th of the same rules, or one run over series of five years would take minutes; the figures are a rule's.
@main
enum RecurrenceBenchmark {
  private static let count = 20_000
  private static let share = 40
  private static let runs = 7
  private static let today = CivilDate(year: 2026, month: 11, day: 16)!
  private static let window = LocalDateTime(today)..<LocalDateTime(today + 60)

  private struct Row: Encodable {
    let title: String
    let gongshiMicroseconds: [Double]
    let foundationMicroseconds: [Double]

    var ratio: Double { median(foundationMicroseconds) / median(gongshiMicroseconds) }
  }

  static func main() throws {
    let rows = [
      measure("that began this month", from: today - 15), measure("that began five years ago", from: today - 5 * 365),
    ]
    if CommandLine.arguments.contains("--json") {
      print(String(decoding: try JSONEncoder().encode(rows), as: UTF8.self))
      return
    }
    print("\(count) rules over 60 days; medians of \(runs), a rule's time; a comparison of speed only")
    print("| series | Gongshi | Foundation | times faster |\n| --- | --: | --: | --: |")
    for row in rows {
      let figures = [median(row.gongshiMicroseconds), median(row.foundationMicroseconds)].map {
        String(format: "%.3f µs", $0)
      }
      print("| \(row.title) | \(figures[0]) | \(figures[1]) | \(Int(row.ratio)) |")
    }
  }

  private static func measure(_ title: String, from begin: CivilDate) -> Row {
    let series = CommunityRules.series(count, from: begin)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: CommunityRules.zone.identifier)!
    let theirs = stride(from: 0, to: count, by: share).map { FoundationSeries(series[$0], calendar: calendar) }

    var ours: [Double] = []
    var others: [Double] = []
    // One after the other, so that what disturbs the machine disturbs both; the first round is not counted.
    for run in 0...runs {
      let our = microseconds { series.reduce(0) { $0 + $1.rule.occurrences(from: $1.start, in: window).count } }
      let their = microseconds { theirs.reduce(0) { $0 + $1.count(in: window) } }
      guard run > 0 else { continue }
      ours.append(our / Double(series.count))
      others.append(their / Double(theirs.count))
    }
    return Row(title: title, gongshiMicroseconds: ours, foundationMicroseconds: others)
  }

  /// The work's result is looked at, or it would be left out.
  private static func microseconds(_ work: () -> Int) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    precondition(work() > 0)
    return (clock.now - start) / .microseconds(1)
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
