import Activities
import ArgumentParser
import CivilTime
import Community
import Diagnostics
import Files
import Spreadsheets
import Vocabulary

/// `gongshi ledger`: a month of a unit's ledger as rows of `measured`, to be kept when the month has left the ledger.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: .said(zh: "办件台账某个月的数字，存为指标数值。", en: "A month of a ledger as rows to keep."),
    discussion: .said(
      zh: """
        输出“指标数值”表的 CSV，按当月月底统计；指标编号为 单位-cases-accepted 等，要先在“指标”表里。台账不单列的数字不输出。
        """,
      en: """
        Prints CSV for the table measured, counted at the month's end: measures UNIT-cases-accepted, UNIT-cases-closed and so on, each of which
        measure must have. What the ledger would withhold is left out.
        """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var database: ActivitiesCommand.DatabaseOptions

  @Argument(help: .said(zh: "单位编号。", en: "The unit's id."))
  var unit: String

  @Option(help: .said(zh: "哪个月，写成 2026-10 这样。", en: "The month, as YYYY-MM."))
  var month: String

  private static let undone = Message(zh: "没有输出", en: "nothing printed")
  private static let figures: [LedgerFigure] = [.accepted, .closed, .open, .overdue, .satisfied, .onTime]

  func validate() throws {
    guard period != nil else {
      throw ValidationError(
        Terminal.messageLanguage == .zh ? "--month 写成 2026-10 这样的月份" : "--month is YYYY-MM, such as 2026-10")
    }
  }

  private var period: LedgerPeriod? {
    guard let first = TimeText.parseDate(month + "-01") else { return nil }
    return .month(first.month, of: first.year)
  }

  func run() throws {
    let (database, zone) = try database.existingDatabase(of: common, undone: Self.undone)
    do {
      let (data, problems) = try database.read(zone: zone)
      try common.report(problems, undone: Self.undone)
      guard let data, let period else { throw ExitStatus.wrongInput }
      guard let ledger = UnitID(unit).flatMap({ Ledgers.counted(data, in: period)[$0] }) else {
        throw common.fail(input: "“\(unit)”没有登记过事项", "no case of “\(unit)” was ever entered")
      }
      Terminal.output(CSVWriter.text(sheet(ledger)))
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  private func sheet(_ ledger: Ledger) -> OutputSheet {
    let day = TimeText.date(ledger.period.lastDay)
    let rows = Self.figures.compactMap { figure -> [Cell?]? in
      ledger[figure].number.map { [.text("\(unit)-cases-\(figure.rawValue)"), .text(unit), .text(day), .number($0)] }
    }
    return OutputSheet(
      name: "measured",
      columns: [
        .init(header: "measure_id", format: .text), .init(header: "unit_id", format: .text),
        .init(header: "as_of", format: .date), .init(header: "value", format: .number),
      ], rows: rows)
  }
}
