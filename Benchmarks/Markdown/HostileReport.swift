import Foundation
import Markdown

/// Time a byte of hostile texts of 1 MB to that of 10 KB, through every renderer: `markdown-benchmark --hostile [--json]`.
enum HostileReport {
  private static let small = 10_000
  private static let large = 1_000_000
  private static let runs = 5

  private struct Row: Encodable {
    let name: String
    /// Nanoseconds a byte.
    let small: Double
    let large: Double
    var ratio: Double { large / small }
  }

  static func print(json: Bool) throws {
    let rows = HostileText.all.map(measure)
    if json { return Swift.print(String(decoding: try JSONEncoder().encode(rows), as: UTF8.self)) }
    Swift.print("nanoseconds a byte, the least of \(runs), at \(small) and \(large) bytes")
    for row in rows.sorted(by: { $0.ratio > $1.ratio }) {
      Swift.print(String(format: "%6.2f  %8.1f %8.1f  %@", row.ratio, row.small, row.large, row.name))
    }
  }

  private static func measure(_ hostile: HostileText) -> Row {
    func least(_ bytes: Int, times: Int) -> Double {
      let text = hostile.text(bytes: bytes)
      let seconds = (0..<runs).map { _ in
        MarkdownBenchmark.seconds { (0..<times).reduce(0) { sum, _ in sum + rendered(text) } }
      }
      return seconds.min()! * 1e9 / Double(text.count * times)
    }
    return Row(name: hostile.name, small: least(small, times: 20), large: least(large, times: 1))
  }

  /// Page, feed, search, summary and outline from one tree.
  private static func rendered(_ text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { text in
      let document = Document(text)
      return 1 + HTMLRenderer(words: .ofBenchmark).html(document).count
        + HTMLRenderer(.standalone, words: .ofBenchmark).html(document).count
        + document.fullText().utf8.count + document.plainText(limit: 100).utf8.count + document.headings.count
    }
  }
}
