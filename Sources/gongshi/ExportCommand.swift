import Activities
import Archives
import ArgumentParser
import Diagnostics
import Files
import Spreadsheets

/// `gongshi activities export`: the database as spreadsheets that import back.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: .said(zh: "把各张表导出为 XLSX 或 CSV。", en: "Exports the tables to XLSX or CSV."),
    discussion: .said(
      zh: """
        文件.xlsx：一本工作簿，一张表一页；文件.csv：一张表；文件夹：一张表一个 CSV；不写：把活动以 CSV 写到标准输出。
        表头和词语随提示的语言（--language zh 或 en）。
        """,
      en: """
        FILE.xlsx: a workbook with a sheet a table; FILE.csv: one table; a directory: one CSV a table; nothing: the activities as CSV on
        standard output. Headers and words are in the language of messages (--language zh or en).
        """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var database: ActivitiesCommand.DatabaseOptions

  @Argument(help: .said(zh: ".xlsx 或 .csv 文件，或者文件夹。", en: "A .xlsx or .csv file, or a directory."))
  var file: String?

  @Option(help: .said(zh: "只导出这张表，写中文名或英文名。", en: "Only this table, by its English or Chinese name."))
  var table: String?

  /// Where the tables go.
  fileprivate enum Target {
    case standardOutput
    case workbook(String)
    case csv(String)
    case directory(String)
  }

  func validate() throws {
    guard let file else { return }
    if case nil = Self.target(file) {
      throw ValidationError(
        Terminal.messageLanguage == .zh
          ? "文件名应以 .xlsx 或 .csv 结尾，或是文件夹" : "the file must end in .xlsx or .csv, or be a directory")
    }
  }

  private static let undone = Message(zh: "没有导出", en: "nothing exported")

  func run() throws {
    let (database, zone) = try database.existingDatabase(of: common, undone: Self.undone)
    let target = file.flatMap(Self.target) ?? .standardOutput
    let export = TableExport(of: database, language: common.messageLanguage == .zh ? .chinese : .english, zone: zone)
    let (tables, problems) = export.tables(table ?? target.onlyTable)
    try common.report(problems, undone: Self.undone)
    do {
      try write(tables, to: target)
    } catch let error as FileError {
      throw error.isDirectory ? common.fail(named: error) : common.fail(error)
    } catch is ZipError {
      throw common.fail("内存不足，无法生成工作簿", "there is not enough memory for the workbook")
    }
  }

  private func write(_ tables: [TableExport.Table], to target: Target) throws {
    switch target {
    case .standardOutput:
      for table in tables { Terminal.output(CSVWriter.text(table.sheet)) }
    case .csv(let path):
      for table in tables { try Files.replace(path, with: CSVWriter.text(table.sheet)) }
      sayWritten(tables, path)
    case .workbook(let path):
      try common.report(TableExport.problems(ofWorkbook: tables, path: path), undone: Self.undone)
      try Files.replace(path, with: XLSXWriter.workbook(tables.map(\.sheet)))
      sayWritten(tables, path)
    case .directory(let path):
      try Files.makeDirectory(path)
      for table in tables { try Files.replace("\(path)/\(table.name).csv", with: CSVWriter.text(table.sheet)) }
      sayWritten(tables, path)
    }
  }

  private func sayWritten(_ tables: [TableExport.Table], _ path: String) {
    let rows = tables.reduce(0) { $0 + $1.sheet.rows.count }
    common.say(
      "已导出到 \(path)：\(tables.count) 个表，\(rows) 行。", "exported to \(path): \(tables.count) tables, \(rows) rows.")
  }

  private static func target(_ file: String) -> Target? {
    if file.hasSuffix("/") { return .directory(TypedPath.shown(file)) }
    let name = file.lowercased()
    // A directory of such a name is more likely a slip than meant: it stands where the file should.
    if name.hasSuffix(".xlsx") { return .workbook(file) }
    if name.hasSuffix(".csv") { return .csv(file) }
    if Files.isDirectory(file) { return .directory(file) }
    return name.split(separator: "/").last?.contains(".") == true ? nil : .directory(file)
  }
}

extension ExportCommand.Target {
  /// A CSV file holds one table: the activities, where no other is asked for.
  fileprivate var onlyTable: String? {
    switch self {
    case .standardOutput, .csv: "activity"
    case .workbook, .directory: nil
    }
  }
}
