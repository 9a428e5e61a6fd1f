import Foundation

@testable import CivilTime
@testable import Words

/// `2026-10-01` as a date; a test's own dates are right.
func day(_ text: String) -> CivilDate { TimeText.parseDate(text)! }

extension LunarDate {
  /// `正月初一`.
  var text: String { SimplifiedChinese.words.lunar(self) }
}

/// The rows of a CSV file among the fixtures, without its comment and its header.
func fixture(_ name: String) throws -> [[String]] {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst(2).map { line in
    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
