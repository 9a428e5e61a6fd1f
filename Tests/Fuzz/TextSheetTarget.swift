import CivilTime
import RandomInputs
import Spreadsheets

/// Text files from spreadsheet programs: separated values in UTF-8, UTF-16 or GB18030. What is accepted is written and read back.
struct TextSheetTarget: FuzzTarget {
  static let name = "csv"
  static let share = 8

  private static let words = [
    "\"", "\"\"", ",", ";", "\t", "\r\n", "\n", "\r", "'", "=", "+1", "@", "\u{FEFF}", "\u{0}", "课", "𠮷", "2026-11-21",
    "\u{FFFF}",
  ]
  private static let fields = [
    "", "活动", "先锋课堂", "2026-11-21 15:00", "=1+1", "'=1", "\"引号，逗号\"", "\"两\n行\"", "\"说\"\"好\"\"\"", "0531-0000-1200",
    " 空 ", "a;b", "𠮷䶮㛃",
  ]

  func input(_ random: inout SeededRandom) -> [UInt8] {
    let separator = random.one(of: [",", ",", "\t", ";"])
    let lines = (0..<random.number(0...8)).map { _ in
      (0..<random.number(1...6)).map { _ in random.one(of: Self.fields) }.joined(separator: separator)
    }
    let text = lines.joined(separator: random.one(of: ["\n", "\r\n", "\r"]))
    let bytes: [UInt8] =
      switch random.below(10) {
      case 0: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case 1: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      case 2: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      // “课堂,” in GB18030, and 𠮷 in four bytes.
      case 3: [0xBF, 0xCE, 0xCC, 0xC3, 0x2C, 0x95, 0x32, 0x82, 0x36, 0x0A] + Array(text.utf8.filter { $0 < 0x80 })
      default: Array(text.utf8)
      }
    return random.chance(30) ? bytes : Mutation.mutated(bytes, words: Self.words, &random)
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    guard let workbook = try? Workbook.read(input) else { return false }
    for sheet in workbook.sheets {
      try SheetInvariants.check(sheet)
      try checkWriting(sheet)
    }
    return true
  }

  private func checkWriting(_ sheet: Sheet) throws(Finding) {
    let width = sheet.rows.map { $0.cells.last?.column ?? 0 }.max() ?? 0
    guard width > 0 else { return }
    let columns = (1...width).map { OutputSheet.Column(header: "列\($0)", format: .text) }
    let cells = sheet.rows.map { row in (1...width).map { row[$0] } }
    let written = CSVWriter.text(OutputSheet(name: "表", columns: columns, rows: cells))
    guard let again = try? Workbook.read(written) else { throw Finding("what is written is not read") }
    let rows = again.sheets[0].rows.dropFirst().map { row in (1...width).map { row[$0] } }
    try expect(rows == cells.filter { $0.contains { $0 != nil } }, "is read back as \(rows)")
  }
}
