import Activities
import CivilTime
import Content
import Diagnostics
import Encoding
import Markdown
import Vocabulary

/// A measure's figure that is written in a text too: `入驻单位512家`, `12家共建单位`. It must be one of those that the rows come to, now or earlier; what the
/// text says otherwise, readers find on the next page.
struct StatedFigureCheck {
  private struct Known {
    var values: Set<Double> = []
    /// The measure's own figure, which the message names.
    let newest: Metric
    var units: Set<String> = []
  }

  private struct Statement {
    let offset: Int
    let number: Double
    let known: Known
    let written: String
  }

  /// By what is counted, then by the measure's title.
  private var measures: [String: [String: Known]] = [:]
  /// The longest first: 平方米 before 平.
  private let suffixes: [String]

  /// Bytes before and behind a number that are looked at.
  private static let window = 96
  /// A shorter title is anybody's word (志愿者): it counts on pages of its measure's unit alone.
  private static let leastOfAnyUnit = 4

  init(_ all: [Measure]) {
    for measure in all {
      guard let suffix = measure.record.suffix, !suffix.isEmpty, suffix != "%",
        let own = measure.own ?? measure.metrics.first,
        measure.record.title.count > 1
      else { continue }
      var known = measures[suffix]?[measure.record.title] ?? Known(newest: own)
      for metric in measure.metrics {
        known.values.formUnion(metric.points.map(\.value))
        known.units.insert(metric.unit.id.text)
      }
      known.units.insert(measure.unit.id.text)
      measures[suffix, default: [:]][measure.record.title] = known
    }
    suffixes = measures.keys.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  // MARK: Texts

  func problems(in pages: [PageSource]) -> [Diagnostic] {
    if measures.isEmpty { return [] }
    return pages.flatMap { page -> [Diagnostic] in
      var found: [Diagnostic] = []
      let unit = page.unit?.text
      page.body.withReaderText(isOfAny: true) { text, lines in
        for one in statements(in: text, of: unit) {
          let line = lines.line(at: one.offset) + page.bodyLineOffset
          found.append(problem(one, at: .file(path: page.readFrom, line: line, column: 0)))
        }
      }
      for written in [page.title, page.summary].compactMap(\.self) {
        found += statements(in: written, of: unit).map {
          problem($0, at: .file(path: page.readFrom, line: 1, column: 1))
        }
      }
      return found
    }
  }

  func problems(in data: ActivityData, database: String) -> [Diagnostic] {
    if measures.isEmpty { return [] }
    func of(_ table: String, id: String, unit: String?, texts: [(String, String?)]) -> [Diagnostic] {
      texts.flatMap { column, text in
        text.map { statements(in: $0, of: unit) }.map { found in
          found.map {
            problem($0, at: .row(database: database, table: table, key: "id=\(id)", column: column))
          }
        } ?? []
      }
    }
    return data[ActivityRecord.self].flatMap {
      of(
        "activity", id: $0.id.text, unit: $0.unit.text,
        texts: [("title", $0.title), ("summary", $0.summary), ("audience", $0.audience)])
    }
      + data[OfferRecord.self].flatMap {
        of("offer", id: $0.id.text, unit: $0.unit?.text, texts: [("title", $0.title), ("summary", $0.summary)])
      }
      + data[MatterRecord.self].flatMap {
        of(
          "matter", id: $0.id.text, unit: $0.unit?.text,
          texts: [("title", $0.title), ("summary", $0.summary), ("outcome", $0.outcome)])
      }
  }

  private func problem(_ one: Statement, at location: Location) -> Diagnostic {
    let own = one.known.newest
    let figure = own.phrase(own.value)
    let day = TimeText.date(own.asOf)
    return .warning(
      "measure.stated-otherwise", zh: "这里写“\(one.written)”，指标“\(own.title)”是 \(figure)（\(own.unit.name)，\(day)）",
      en: "“\(one.written)” is stated here, the measure “\(own.title)” is \(figure) (\(own.unit.name), \(day))",
      hint: Message(
        zh: "改成一致；写成 metrics 数据块，数会跟着指标走",
        en: "make them agree; a `metrics` block shows what the measure is"), at: location)
  }

  // MARK: Statements

  private func statements(in text: String, of unit: String?) -> [Statement] {
    var text = text
    return text.withUTF8 { statements(in: $0, of: unit) }
  }

  private func statements(in text: UnsafeBufferPointer<UInt8>, of unit: String?) -> [Statement] {
    var found: [Statement] = []
    var index = 0
    while index < text.count {
      guard text[index] &- 0x30 < 10 else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, text[index] &- 0x30 < 10 || isSeparator(text, index) { index += 1 }
      // Part of a name, a range or a telephone number.
      if start > 0, text[start - 1] | 0x20 &- 0x61 < 26 || "-–./~".utf8.contains(text[start - 1]) { continue }
      let digits = String(decoding: text[start..<index].filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)
      guard digits.utf8.count <= 12, let number = Double(digits),
        let statement = statement(number, start..<index, in: text, of: unit)
      else { continue }
      found.append(statement)
    }
    return found
  }

  private func isSeparator(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    (text[index] == UInt8(ascii: ",") || text[index] == UInt8(ascii: ".")) && index + 1 < text.count
      && text[index + 1] &- 0x30 < 10
  }

  private func statement(
    _ number: Double, _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, of unit: String?
  ) -> Statement? {
    let behind = String(
      decoding: text[range.upperBound..<min(text.count, range.upperBound + Self.window)], as: UTF8.self)
    let rest = behind.drop { $0 == " " }
    guard let suffix = suffixes.first(where: rest.hasPrefix), let titles = measures[suffix] else { return nil }
    var before = String(decoding: text[max(0, range.lowerBound - Self.window)..<range.lowerBound], as: UTF8.self)
    while let last = before.last, Self.joining.contains(last) { before.removeLast() }
    let after = rest.dropFirst(suffix.count).drop { $0 == "的" }
    for (title, known) in titles where before.hasSuffix(title) || after.hasPrefix(title) {
      if title.count < Self.leastOfAnyUnit, unit.map({ !known.units.contains($0) }) ?? true { continue }
      if known.values.contains(number) { return nil }
      let figure = NumberText.grouped(number) + suffix
      return Statement(
        offset: range.lowerBound, number: number, known: known,
        written: before.hasSuffix(title) ? title + figure : figure + title)
    }
    return nil
  }

  /// What stands between a name and its figure. With 约, 近, 超过 no figure is stated.
  private static let joining: Set<Character> = Set("共有达到为是计已：:， （(「“ ")
}
