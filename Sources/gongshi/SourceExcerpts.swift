import Diagnostics
import Files
import PublicText

/// The lines of source files that diagnostics speak of: each file is read once, however much is wrong with it.
struct SourceExcerpts: Sendable {
  private var lines: [String: [Int: String]] = [:]

  /// - Parameter directory: what relative paths start from.
  init(for diagnostics: [Diagnostic], in directory: String) {
    var wanted: [String: Set<Int>] = [:]
    for case .file(let path, let line, _)? in diagnostics.map(\.location) where line > 0 {
      wanted[path, default: []].insert(line)
    }
    for (path, numbers) in wanted {
      guard let bytes = try? Files.read(path.hasPrefix("/") ? path : directory + "/" + path) else { continue }
      let all = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      lines[path] = Dictionary(
        uniqueKeysWithValues: numbers.filter { $0 <= all.count }.map {
          // The problem may be its encoding.
          let line = all[$0 - 1]
          let text = String(validating: line, as: UTF8.self) ?? LegacyText.shown(Array(line))
          return ($0, Self.withoutNumbers(text))
        })
    }
  }

  /// A resident's number is not repeated in logs that others read: its digits are stars, and nothing else of the line is.
  private static func withoutNumbers(_ line: String) -> String { PersonalNumber.masked(in: line) }

  func line(_ path: String, _ number: Int) -> String? { lines[path]?[number] }
}
