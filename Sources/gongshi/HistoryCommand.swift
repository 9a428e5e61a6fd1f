import Activities
import ArgumentParser
import CivilTime
import Diagnostics
import Files

/// `gongshi activities history`: what was imported when.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: .said(zh: "什么时候导入过什么，新的在前。", en: "What was imported when, the newest first."),
    discussion: .said(
      zh: """
        最前面的数是编号，gongshi activities undo --to 编号 回到那一次以前。每次导入前的数据库留在旁边的 .history/ 里，保留最近 20 次。
        """,
      en: """
        A number stands first: gongshi activities undo --to NUMBER goes back to before it. Before each import that is written, the database is
        kept in .history/ beside it: the newest 20 are.
        """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var database: ActivitiesCommand.DatabaseOptions

  func run() throws {
    let (database, _) = try database.existingDatabase(
      of: common, undone: Message(zh: "没有查看", en: "nothing listed"))
    do throws(FileError) {
      let history = DataHistory(of: database)
      let entries = try history.entries()
      let damaged = try history.problems()
      if !damaged.isEmpty { try? common.report(damaged) }
      guard let last = entries.last else {
        return common.say(
          "还没有可以撤销的导入。要导入表格：gongshi activities import content/data --apply",
          "there is no import yet that could be taken back. To import sheets: gongshi activities import content/data --apply"
        )
      }
      for entry in entries.reversed() { common.say(entry.text.zh, entry.text.en) }
      if let open = entries.last(where: { $0.action == .imported && !$0.isUndone }) {
        common.advise(
          "撤销最近一次导入（\(open.number)）：gongshi activities undo；回到某一次以前：gongshi activities undo --to 编号",
          "to take the last import (\(open.number)) back: gongshi activities undo; to go back to before one: gongshi activities undo --to NUMBER"
        )
      } else {
        common.advise(
          "要找回撤销以前的数据：gongshi activities undo --to \(last.number)",
          "to have again what was taken back: gongshi activities undo --to \(last.number)")
      }
    } catch {
      throw common.fail(error)
    }
  }
}

extension DataHistoryEntry {
  /// A line: number, time, what was done, and to which tables.
  var text: Message {
    let time = at.replacing("T", with: " ")
    let tables = tables.text
    switch action {
    case .imported:
      let files = files.joined(separator: ", ")
      return Message(
        zh: "\(number)  \(time)  导入 \(files)：\(tables.zh)\(isUndone ? "（已撤销）" : "")",
        en: "\(number)  \(time)  import of \(files): \(tables.en)\(isUndone ? " (undone)" : "")")
    case .undone:
      let of = of.map(String.init) ?? "?"
      return Message(
        zh: "\(number)  \(time)  撤销，回到第 \(of) 次以前：\(tables.zh)",
        en: "\(number)  \(time)  back to before \(of): \(tables.en)")
    }
  }
}

extension [DataHistoryEntry.Table] {
  var text: Message {
    if isEmpty { return Message(zh: "没有变化", en: "no change") }
    return Message(
      zh: map { table in
        let parts = [("新增", table.added), ("修改", table.changed), ("移除", table.removed)].filter { $0.1 > 0 }
        return "\(table.label)\(parts.map { "\($0.0) \($0.1) 行" }.joined(separator: "、"))"
      }.joined(separator: "；"),
      en: map { table in
        let parts = [("added", table.added), ("changed", table.changed), ("removed", table.removed)].filter { $0.1 > 0 }
        return "\(table.table) \(parts.map { "\($0.1) \($0.0)" }.joined(separator: ", "))"
      }.joined(separator: "; "))
  }
}
