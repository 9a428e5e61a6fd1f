import CivilTime
package import Diagnostics
import Vocabulary

/// A report for people: a table, and a sentence for all that it does not show.
package struct HeartbeatText {
  private let report: HeartbeatReport
  private let language: MessageLanguage

  package init(_ report: HeartbeatReport, language: MessageLanguage) {
    self.report = report
    self.language = language
  }

  package func text() -> String {
    (table(report.rows) + notes()).map { $0 + "\n" }.joined()
  }

  /// The screens that are not alive, and nothing else.
  package func problems() -> String {
    table(report.rows.filter { $0.state != .alive }).map { $0 + "\n" }.joined()
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  // MARK: The table

  private func table(_ rows: [HeartbeatReport.Row]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let head =
      language == .zh
      ? ["公示屏", "名称", "状态", "最近一次", "持有的发布", "来自"]
      : ["screen", "title", "state", "last seen", "holds release of", "from"]
    let cells =
      [head]
      + rows.map { row in
        [
          row.id.text, row.title ?? "", row.state.map(name) ?? "", lastSeen(row), generation(row), addresses(row),
        ].map(VisibleText.line)
      }
    let widths = head.indices.map { column in cells.map { DisplayWidth.cells($0[column]) }.max() ?? 0 }
    return cells.map { cells in
      let line = zip(cells, widths).map { DisplayWidth.padded($0, to: $1) }.joined(separator: "  ")
      return String(line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)])
    }
  }

  private func name(_ state: HeartbeatReport.State) -> String {
    switch state {
    case .alive: say("正常", "alive")
    case .behind: say("落后", "behind")
    case .silent: say("失联", "silent")
    case .never: say("从未出现", "never seen")
    }
  }

  private func lastSeen(_ row: HeartbeatReport.Row) -> String {
    guard let seen = row.lastSeen else { return "—" }
    return say("\(time(seen))（\(ago(seen))）", "\(time(seen)) (\(ago(seen)))")
  }

  private func generation(_ row: HeartbeatReport.Row) -> String {
    guard row.lastSeen != nil else { return "—" }
    guard let generation = row.generation else { return say("没有说", "not said") }
    let held = time(Instant(seconds: generation))
    guard let published = row.published, published != generation else { return held }
    let newest = time(Instant(seconds: published))
    return generation > published
      ? say("\(held)（比已发布的 \(newest) 新）", "\(held) (newer than \(newest), which is published)")
      : say("\(held)（最新 \(newest)）", "\(held) (newest \(newest))")
  }

  private func addresses(_ row: HeartbeatReport.Row) -> String {
    guard let latest = row.boxes.first else { return "—" }
    var text = latest.address
    if row.boxes.count > 1 {
      let count = "\(row.boxes.count)\(row.hasMoreBoxes ? "+" : "")"
      text = say("\(text) 等 \(count) 处", "\(text) and others, \(count) in all")
    }
    if let failure = row.failure, report.now.seconds - failure.at.seconds <= report.limit {
      text += say("；\(time(failure.at)) 答复 \(failure.status)", "; answered \(failure.status) at \(time(failure.at))")
    }
    return text
  }

  /// `2026-11-21 09:00`; what is too far off for a calendar as its number.
  private func time(_ instant: Instant) -> String {
    guard (0..<253_000_000_000).contains(instant.seconds) else { return "\(instant.seconds)" }
    let local = report.zone.local(instant)
    return "\(TimeText.date(local.date)) \(TimeText.time(local))"
  }

  private func ago(_ instant: Instant) -> String {
    let minutes = max(0, report.now.seconds - instant.seconds) / 60
    switch minutes {
    case 0: return say("刚刚", "just now")
    case ..<120: return say("\(minutes) 分钟前", "\(minutes) min ago")
    case ..<(48 * 60): return say("\(minutes / 60) 小时前", "\(minutes / 60) h ago")
    default: return say("\(minutes / 1440) 天前", "\(minutes / 1440) days ago")
    }
  }

  // MARK: What else there is to say

  private func notes() -> [String] {
    [summary, withoutFont, unpublished, unknownScreens, malformedIDs, later, unknown].compactMap { $0 } + damaged
  }

  private var summary: String {
    let counts = HeartbeatReport.State.allCases.map { "\(name($0)) \(report.count($0))" }
    return say(
      "\(time(report.now))，共 \(report.rows.count) 块屏：\(counts.joined(separator: "，"))。日志 \(report.logs.lines) 行，公示屏的请求 \(report.logs.polls) 次。",
      "\(time(report.now)), \(report.rows.count) screens: \(counts.joined(separator: ", ")). \(report.logs.lines) lines of log, \(report.logs.polls) requests of screens."
    )
  }

  private var withoutFont: String? {
    let boxes = (report.rows + report.unknownScreens).flatMap { row in
      row.boxes.filter(\.lacksFont).map { say("\(row.id)（\($0.address)）", "\(row.id) (\($0.address))") }
    }
    guard !boxes.isEmpty else { return nil }
    let shown = boxes.prefix(10)
    return say(
      "没有中文字体、屏上都是方框的盒子：\(shown.joined(separator: "、"))\(boxes.count > shown.count ? "等" : "")；装上 fonts-noto-cjk 再重新打开页面。",
      "boxes without a Chinese font, which show empty squares: \(shown.joined(separator: ", "))\(boxes.count > shown.count ? " and more" : ""); install fonts-noto-cjk and open the page anew."
    )
  }

  private var unpublished: String? {
    let ids = report.rows.filter { $0.published == nil }.map(\.id.text)
    guard !ids.isEmpty else { return nil }
    return say(
      "还没有发布数据的屏：\(ids.joined(separator: "、"))（用 --output 指明发布在哪里）。",
      "nothing is published for \(ids.joined(separator: ", ")) (--output says where it is published).")
  }

  private var unknownScreens: String? {
    guard !report.unknownScreens.isEmpty else { return nil }
    let shown = report.unknownScreens.prefix(10).map { row in
      "\(row.id)\(say("（", " ("))\(lastSeen(row))\(say("，", ", "))\(addresses(row))\(say("）", ")"))"
    }
    let isMore = report.unknownScreens.count > shown.count || report.logs.sightings.unknownPollsDropped > 0
    return say(
      "日志里还有本站没有的屏：\(shown.joined(separator: "、"))\(isMore ? "等" : "")。",
      "screens in the log that the site does not know: \(shown.joined(separator: ", "))\(isMore ? " and more" : "").")
  }

  private var malformedIDs: String? {
    guard report.logs.malformedIDs > 0 else { return nil }
    return say(
      "\(report.logs.malformedIDs) 次请求的公示屏编号不成样子，没有计入。",
      "\(report.logs.malformedIDs) requests with ids that are none were left out.")
  }

  private var later: String? {
    let count = report.logs.sightings.later
    guard count > 0 else { return nil }
    return say("\(count) 次请求晚于此刻，没有计入。", "\(count) requests later than now were left out.")
  }

  private var unknown: String? {
    guard let first = report.logs.firstUnknown else { return nil }
    let place = VisibleText.line("\(first.path):\(first.line)")
    return say(
      "\(report.logs.unknown) 行认不出，第一处在 \(place)；能读 nginx、Apache 的 common、combined 格式和 JSON 行。",
      "\(report.logs.unknown) lines were not understood, the first at \(place); the formats common and combined of nginx and Apache, and JSON lines, are."
    )
  }

  private var damaged: [String] {
    report.logs.files.filter { !$0.isWhole }.map {
      let path = VisibleText.line($0.path)
      return say(
        "\(path) 损坏或不完整，只读到第 \($0.lines) 行。", "\(path) is damaged or cut off; it was read up to line \($0.lines).")
    }
  }
}
