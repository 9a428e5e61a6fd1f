import Encoding

/// Link reference definitions (CommonMark §4.7) of a source, by label, so that a table's cells, which are parsed on their own, can use
/// them: each table gets those that it names, not all (5,000 tables with 5,000 definitions took 9 s).
struct ReferenceDefinitions {
  private var lines: [String: Bytes] = [:]

  init(_ source: SourceLines) {
    for number in 1...source.count {
      let line = source.line(number).drop { $0 == 0x20 }
      guard line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")),
        line.index(after: close) < line.endIndex, line[close + 1] == UInt8(ascii: ":")
      else { continue }
      let label = Self.normalized(line[(line.startIndex + 1)..<close])
      // The first of two with the same label holds.
      if lines[label] == nil { lines[label] = Bytes(line) }
    }
  }

  /// The definitions of all that stands in square brackets in a text, each as a paragraph of its own.
  func used(in text: Bytes) -> Bytes {
    guard !lines.isEmpty else { return [] }
    var found = Bytes()
    var seen: Set<String> = []
    var open: Int?
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "[") {
        open = index + 1
      } else if byte == UInt8(ascii: "]"), let start = open {
        open = nil
        // A label has at most 999 characters.
        guard index - start < 4000 else { continue }
        let label = Self.normalized(text[start..<index])
        guard let line = lines[label], seen.insert(label).inserted else { continue }
        found.append(contentsOf: line)
        found.append("\n\n" as StaticString)
      }
    }
    return found
  }

  /// Labels are compared without regard to case and to how much white space stands between words.
  private static func normalized(_ label: some Sequence<UInt8>) -> String {
    String(decoding: Array(label), as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
