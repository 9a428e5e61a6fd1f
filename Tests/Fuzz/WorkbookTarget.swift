import CivilTime
import RandomInputs
import Spreadsheets

/// XLSX workbooks: real archives with flipped and missing bytes, and archives of XML parts that were changed before they were packed.
struct WorkbookTarget: FuzzTarget {
  static let name = "xlsx"
  static let share = 12

  private static let words = [
    "<c r=\"B2\" t=\"s\">", "<v>", "</v>", "<row r=\"3\">", "</row>", "</c>", "<c>", "<is><t>", "</t></is>",
    "<mergeCell ref=\"A1:C9\"/>",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&amp;", "&b;", "<![CDATA[", "]]>", "_x000D_", "\u{0}", "t=\"d\"",
    "t=\"inlineStr\"", "s=\"9\"",
    "date1904=\"1\"", "XFD1048576", "xmlns:r=\"r\"", "state=\"hidden\"", "../../..", "/xl/workbook.xml", "<", ">", "\"",
  ]

  func input(_ random: inout SeededRandom) -> [UInt8] {
    if random.chance(30) {
      // Deflated, as this program writes them.
      let archive = written(&random)
      return random.chance(10) ? archive : Mutation.mutated(archive, words: Self.words, &random)
    }
    var parts = WorkbookParts.random(&random)
    if random.chance(80) {
      let index = random.below(parts.count)
      parts[index].bytes = Mutation.mutated(parts[index].bytes, words: Self.words, &random)
    }
    if random.chance(5) { parts.remove(at: random.below(parts.count)) }
    if random.chance(5) { parts.append(random.one(of: parts)) }
    let archive = StoredArchive.bytes(parts)
    return random.chance(15) ? Mutation.mutated(archive, words: Self.words, &random) : archive
  }

  private func written(_ random: inout SeededRandom) -> [UInt8] {
    let columns = [
      OutputSheet.Column(header: "名称", format: .text), .init(header: "人数", format: .number),
      .init(header: "时间", format: .dateAndTime),
    ]
    let rows: [[Cell?]] = (0..<random.number(0...4)).map { _ in
      let day = CivilDate(year: 2026, month: 11, day: 1)! + random.below(60)
      return [
        .text(random.one(of: ["先锋课堂", "=1", "a\rb", "_x000D_"])), .number(Double(random.below(100))),
        .time(CellTime(date: day, second: random.below(1440) * 60)),
      ]
    }
    return (try? XLSXWriter.workbook([OutputSheet(name: "活动", columns: columns, rows: rows)])) ?? []
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    guard let workbook = try? Workbook.read(input) else { return false }
    for sheet in workbook.sheets { try SheetInvariants.check(sheet) }
    return true
  }
}
