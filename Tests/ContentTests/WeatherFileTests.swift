import CivilTime
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Content

/// `content/data/weather.json`: what is wrong with it is said with its place, is not shown, and stops nothing.
@Suite struct WeatherFileTests {
  private func read(_ text: String, site: String = "title: 示例\nbaseURL: https://a.example\n") throws -> (
    report: WeatherReport?, problems: [Diagnostic], isPublished: Bool
  ) {
    let directory = try TemporarySite(site: site)
    try directory.write("content/notices/urgent.md", "---\ntitle: 停水\nkind: notice\ndate: 2026-11-20\n---\n正文\n")
    try directory.write(WeatherReport.file, text)
    let (content, problems) = try directory.load()
    return (content?.weather, problems, content?.pages.count == 1 && !problems.hasErrors)
  }

  private static let head = "{\"observedAt\": \"2026-11-21T08:40:00+08:00\""

  @Test func timesAreTheSites() throws {
    let (report, problems, _) = try read(
      Self.head + ", \"warnings\": [{\"kind\": \"大风\", \"level\": \"blue\", \"expiresAt\": \"2026-11-21T12:00:00Z\"}]}")
    #expect(problems.isEmpty)
    let found = try #require(report)
    #expect(TimeText.local(found.observedAt) == "2026-11-21T08:40" && TimeText.local(found.until) == "2026-11-21T11:40")
    #expect(TimeText.local(found.forecastUntil) == "2026-11-22T08:40" && found.reading == nil)
    #expect(TimeText.local(found.warnings[0].from) == "2026-11-21T08:40")
    #expect(TimeText.local(found.warnings[0].until) == "2026-11-21T20:00")
  }

  /// Half a file, another kind of file, a resident's number: nothing is shown, the notice is.
  @Test(arguments: [
    "", "{\"observedAt\": \"2026-11-21T08:", "[]", "<html>", "\u{0}\u{1}", "{\"now\": {\"temperature\": 5}}",
    "{\"observedAt\": \"yesterday\", \"now\": {\"temperature\": 5}}",
    head + ", \"place\": \"联系 13800138000\", \"now\": {\"temperature\": 5}}",
  ])
  func whatCannotBeReadStopsNothing(text: String) throws {
    let (report, problems, isPublished) = try read(text)
    #expect(report == nil && isPublished)
    #expect(!problems.isEmpty && problems.allSatisfy { $0.code == "weather.broken" && $0.severity == .warning })
    #expect(problems.allSatisfy { $0.location?.path == WeatherReport.file && !$0.message.zh.contains("13800138000") })
  }

  /// The smallest part that holds what is wrong is left out, and named by its place in the JSON and the file.
  @Test(arguments: [
    ("\"now\": {\"temperature\": 99}", "now ", 3), ("\"now\": {\"air\": 501}", "now ", 3),
    (
      "\"forecast\": [{\"date\": \"2026-11-22\", \"weather\": \"晴\"}, {\"date\": \"22.11.\", \"weather\": \"晴\"}]",
      "forecast[1] ", 3
    ),
    (
      "\"warnings\": [{\"kind\": \"大风\", \"level\": \"purple\", \"expiresAt\": \"2026-11-21T20:00:00+08:00\"}]",
      "warnings[0] ", 3
    ),
    ("\"warnings\": [{\"kind\": \"大风\", \"level\": \"blue\"}]", "warnings[0] ", 3),
    (
      "\"warnings\": [{\"kind\": \"大风\", \"level\": \"blue\", \"expiresAt\": \"2026-11-20T20:00:00+08:00\"}]",
      "warnings[0] ", 3
    ),
    ("\"validMinutes\": 5000", "", 3), ("\"moon\": \"full\"", "", 3),
  ])
  func oneMistakeLeavesTheRest(part: String, place: String, line: Int) throws {
    let (report, problems, isPublished) = try read(Self.head + ",\n\n" + part + "}")
    #expect(isPublished && report != nil && problems.count == 1)
    let problem = try #require(problems.first)
    #expect(problem.code == "weather.wrong" && problem.severity == .warning && problem.message.zh.hasPrefix(place))
    guard case .file(WeatherReport.file, line, _)? = problem.location else {
      Issue.record("\(String(describing: problem.location))")
      return
    }
    #expect(report?.warnings.isEmpty == true && (report?.days.count ?? 0) == (place.hasPrefix("forecast") ? 1 : 0))
  }

  /// The worst first; none outlives the one who may have gone by three days.
  @Test func warnings() throws {
    func warning(_ kind: String, _ level: String, _ until: String) -> String {
      "{\"kind\": \"\(kind)\", \"level\": \"\(level)\", \"expiresAt\": \"\(until)T00:00:00+08:00\"}"
    }
    let list = [
      warning("霜冻", "蓝色", "2026-11-22"), warning("寒潮", "红色预警", "2026-12-30"), warning("大风", "yellow", "2026-11-23"),
    ]
    let found = try #require(
      try read(Self.head + ", \"warnings\": [\(list.joined(separator: ","))]}").report
    ).warnings
    #expect(found.map(\.kind) == ["寒潮", "大风", "霜冻"] && found.map(\.level) == [.red, .yellow, .blue])
    #expect(found.map { TimeText.local($0.until) } == ["2026-11-24T08:40", "2026-11-23T00:00", "2026-11-22T00:00"])
  }

  @Test func moreThanAScriptHasToSay() throws {
    let day = (1...9).map { "{\"date\": \"2026-12-0\($0)\", \"weather\": \"晴\"}" }.joined(separator: ",")
    let (report, problems, isPublished) = try read(Self.head + ", \"forecast\": [\(day)]}")
    #expect(report?.days.count == 7 && problems.map(\.code) == ["weather.wrong"] && isPublished)
    let large = try read(Self.head + ", \"place\": \"" + String(repeating: "a", count: 200_000) + "\"}")
    #expect(large.report == nil && large.problems.map(\.code) == ["weather.broken"] && large.isPublished)
  }
}
