import CivilTime

/// What a duty sheet is called from one period to the next: `嵩台街道2026年12月保安值班表` and `保安值班表（11月，修订）.xlsx` are both 保安. Empty where
/// nothing but the unit, the period and the word for it is said.
enum DutySheetName {
  private static let longest = 200

  private static var periods: [Regex<Substring>] {
    [
      #/20[0-9]{2}(?:年度?|(?![0-9]))/#, #/[0-9一二三四五六七八九十]{1,3}月份?/#, #/[0-9一二三四五六七八九十]{1,3}[日号]/#,
      #/第[0-9一二三四五六七八九十]{1,3}[周季]度?/#, #/[上下]半[年月]/#, #/[上中下]旬/#, #/[本上下][周月]/#,
      #/[0-9]{1,2}[.\/\-][0-9]{1,2}/#, #/20[0-9]{6}/#, #/20[0-9]{4}(?![0-9])/#,
    ]
  }

  /// - Parameters:
  ///   - titles: the lines above the table, then the sheet's name.
  ///   - path: the file's, whose name counts where no title names the sheet.
  ///   - units: names and short names, which say nothing that the row's unit doesn't.
  static func name(titles: [String], path: String, units: [String]) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return cleaned(titles.first(where: DutySheet.isNamed) ?? stem, units: units)
  }

  private static func cleaned(_ title: String, units: [String]) -> String {
    var text = String(title.narrow.filter { !$0.isWhitespace }.prefix(longest))
    if TableForm.named(text)?.name == "shift" { return "" }
    for unit in units.sorted(by: { $0.count > $1.count }) where unit.count > 1 {
      text = text.replacing(unit.narrow.filter { !$0.isWhitespace }, with: "")
    }
    // The period: years, months, days, weeks, and ranges of them.
    for period in periods { text = text.replacing(period, with: "\u{0}") }
    // Which copy it is, and the words that every such sheet has.
    for word in [
      "值班安排表", "值班公示表", "值班人员表", "值班安排", "值班公示", "值班表", "值班", "排班表", "排班", "最新版", "修订版", "修改版", "更新版", "更正版", "调整版",
      "最终版", "终稿", "定稿", "修订", "修改", "更新", "更正", "调整", "最新", "最终", "副本", "新版",
    ] { text = text.replacing(word, with: "\u{0}") }
    text = text.replacing(#/[(\[【]\d{1,2}[)\]】]|[vV]\d+(?:\.\d+)?$/#, with: "\u{0}")
    // What is left of brackets and ranges.
    let kept = text.split { "\u{0}()[]【】《》-—–~～至到.、,_/·".contains($0) }.joined()
    return kept == "表" ? "" : kept
  }
}
