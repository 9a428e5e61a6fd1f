import Activities
import ArgumentParser
import CivilTime
import Diagnostics
import Files

/// `gongshi activities import`: spreadsheets into the database.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Imports spreadsheets, all rows or none. 导入表格，全部成功或全部不动。",
    discussion: """
      CSV (UTF-8, GB18030) and XLSX, with Chinese or English headers. Without --apply it only shows what would be done.
      不加 --apply 时只显示将做的改动。
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var database: ActivitiesCommand.DatabaseOptions

  @Argument(help: "Spreadsheets, or directories of them. 表格文件，或其所在文件夹。")
  var files: [String]

  @Option(help: "The table that is meant, where the sheet's or file's name doesn't say it. 指明导入哪个表。")
  var table: String?

  @Flag(help: "Do it. 真正写入。")
  var apply = false

  @Flag(help: "Remove the rows of these tables that the files don't have. 移除文件里没有的行。")
  var replace = false

  @Option(
    help: "“Now” as RFC 3339, for rows that change and don't say when; by default the clock's. 以此刻为更新时间。",
    transform: InstantArgument.parse)
  var at: Instant?

  private static let undone = Message(zh: "没有导入", en: "nothing imported")
  /// Problems that are printed: who has more mends the first of them and runs again.
  private static let shownProblems = 200

  func run() throws {
    let (database, zone) = try database.existingDatabase(of: common, undone: Self.undone)
    var options = TableImport.Options(now: zone.local(at ?? Terminal.now))
    options.table = table
    options.replaces = replace
    options.applies = apply
    options.zone = zone
    do {
      let (summaries, problems) = try TableImport(into: database, options).run(files)
      try common.report(problems, undone: Self.undone, limit: Self.shownProblems)
      if summaries.allSatisfy({ $0.lines.isEmpty && $0.unchanged == 0 }) {
        return common.say("没有找到要导入的行。", "no rows to import were found.")
      }
      for summary in summaries { show(summary) }
      common.say(
        apply ? "已写入 \(database.shownPath)。" : "这是试运行，什么也没有写入；确认后加 --apply。",
        apply ? "written to \(database.shownPath)." : "this was a trial, nothing is written; add --apply to do it.")
    } catch let error as FileError {
      throw common.fail(named: error)
    }
  }

  /// Lines of a table that are shown, unless all are asked for.
  private static let shownLines = 20

  private func show(_ summary: TableSummary) {
    let removed =
      replace || summary.removed > 0 ? (zh: "，移除 \(summary.removed)", en: ", \(summary.removed) removed") : ("", "")
    common.say(
      "\(summary.label)（\(summary.table)）：新增 \(summary.added)，修改 \(summary.changed)\(removed.0)，未变 \(summary.unchanged)",
      "\(summary.table): \(summary.added) added, \(summary.changed) changed\(removed.1), \(summary.unchanged) unchanged"
    )
    // What has been done needs no list; what would be done is there to be read.
    if apply && !common.verbose { return }
    let lines = common.verbose ? summary.lines[...] : summary.lines.prefix(Self.shownLines)
    for line in lines { common.say(text(line, .zh), text(line, .en)) }
    let rest = summary.lines.count - lines.count
    if rest > 0 { common.say("  … 还有 \(rest) 行（--verbose 全部显示）", "  … and \(rest) more (--verbose shows all)") }
  }

  private func text(_ line: TableSummary.Line, _ language: MessageLanguage) -> String {
    let name = line.key + (line.title.map { " \(Self.short($0))" } ?? "")
    switch line.change {
    case .added: return "  + \(name)"
    case .removed: return "  - \(name)"
    case .changed(let fields):
      let nothing = language == .zh ? "（空）" : "(nothing)"
      let changes = fields.map { field in
        let column = language == .zh ? field.label : field.column
        return "\(column) \(field.old.map(Self.short) ?? nothing) → \(field.new.map(Self.short) ?? nothing)"
      }
      return "  ~ \(name)\(language == .zh ? "：" : ": ")\(changes.joined(separator: language == .zh ? "；" : "; "))"
    }
  }

  /// One line of up to 40 characters.
  private static func short(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? "⏎" : $0 })
    return line.count > 40 ? line.prefix(39) + "…" : line
  }
}
