import Activities
import ArgumentParser
import CivilTime
import Diagnostics
import Files

/// `gongshi activities undo`: the database as it was before an import.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: .said(zh: "撤销上一次导入。", en: "Takes the last import back."),
    discussion: .said(
      zh: """
        再运行一次就再撤销一次；撤销以前的数据也留着，用 --to 编号 可以找回来，编号见 gongshi activities history。
        """,
      en: """
        Run it again for the one before. What is taken back is kept too: --to, with a number of `activities history`, brings it again.
        """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var database: ActivitiesCommand.DatabaseOptions

  @Option(
    help: ArgumentHelp(
      .said(
        zh: "回到这一次导入以前，编号见 gongshi activities history。", en: "Back to before this one of `activities history`."),
      valueName: "number"))
  var to: Int?

  @Flag(help: .said(zh: "此后别的改动也一起撤销。", en: "Also what was changed otherwise since."))
  var force = false

  @Option(
    help: .said(
      zh: "以此刻为“现在”，写成 2026-11-21T09:00:00+08:00 这样；不写就看时钟。", en: "“Now” as RFC 3339; by default the clock's."),
    transform: InstantArgument.parse)
  var at: Instant?

  private static let undone = Message(zh: "没有撤销", en: "nothing undone")

  func run() throws {
    let (database, zone) = try database.existingDatabase(of: common, undone: Self.undone)
    do throws(FileError) {
      let damaged = try DataHistory(of: database).problems()
      if !damaged.isEmpty { try? common.report(damaged, undone: Self.undone) }
      switch try DataHistory(of: database).undo(to, now: zone.local(at ?? Terminal.now), force: force) {
      case .success(let result): show(result)
      case .failure(let error): Terminal.exit(refuse(error.refusal, database))
      }
    } catch {
      throw common.fail(error)
    }
  }

  private func show(_ result: DataHistory.Undone) {
    for entry in result.entries { common.say("撤销了 \(entry.text.zh)", "taken back: \(entry.text.en)") }
    common.say(
      "现在：\(result.tables.text.zh)。再发布一次（gongshi build）读者才看得到。",
      "now: \(result.tables.text.en). Readers see it after `gongshi build`.")
    common.say(
      "表格文件没有动，里面还是撤销以前写的内容：不想再导入它，就把表也改回去。",
      "The sheets stay as they are, with what was taken back: if it is not to come again, change them too.")
    common.say(
      "要找回撤销以前的数据：gongshi activities undo --to \(result.kept)",
      "to have it again: gongshi activities undo --to \(result.kept)")
  }

  private func refuse(_ refusal: DataHistory.Refusal, _ database: ActivityDatabase) -> ExitStatus {
    switch refusal {
    case .nothingToUndo:
      return common.fail(
        input: to.map { "没有第 \($0) 次；编号见 gongshi activities history" } ?? "没有可以撤销的导入",
        to.map { "there is no number \($0); see `gongshi activities history`" } ?? "there is no import to take back")
    case .changedSince:
      return common.fail(
        input: "那次导入以后，数据库还被改过（别的程序，或手工）；那些改动也会一起撤销。确实要撤销，加 --force",
        "the database was changed otherwise since, and that would go too; add --force to do it all the same")
    case .problem(let problem):
      do { try common.report([problem], undone: Self.undone) } catch { return .wrongInput }
      return .wrongInput
    }
  }
}
