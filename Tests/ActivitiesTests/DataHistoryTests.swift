import CivilTime
import Diagnostics
import Dispatch
import Foundation
import Testing

@testable import Activities

/// What was imported can be taken back, to the row.
@Suite struct DataHistoryTests {
  private let now = TimeText.parseLocal("2026-11-21T09:00")!

  /// A database to which sheets of activities are written, one after the other.
  private func with(_ sheets: [String], _ body: (TestDatabase, DataHistory) throws -> Void) throws {
    try TestDatabase.withRows { database in
      for sheet in sheets { try write(sheet, to: database) }
      try body(database, DataHistory(of: database.database))
    }
  }

  private func write(_ text: String, to database: TestDatabase, replace: Bool = false) throws {
    let path = database.directory + "/活动.csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    var options = TableImport.Options(now: now)
    options.applies = true
    options.keepsHistory = true
    options.replaces = replace
    let (_, problems) = try TableImport(into: database.database, options).run([path])
    #expect(problems.isEmpty)
  }

  private func capacity(_ number: Int) -> String { "编号,名额\ntea,\(number)" }
  private func undo(_ history: DataHistory, _ number: Int? = nil, force: Bool = false) throws -> DataHistory.Undone {
    try history.undo(number, now: now, force: force).get()
  }

  @Test func eachImportIsTakenBackByItself() throws {
    try with([capacity(30), capacity(40)]) { database, history in
      #expect(try history.entries().map(\.number) == [1, 2])
      #expect(try history.entries()[0].tables.map(\.changed) == [1])
      let first = try undo(history)
      #expect(first.entries.map(\.number) == [2] && first.tables.map(\.changed) == [1])
      #expect(try database.text("capacity", "tea") == "30")
      #expect(try undo(history).entries.map(\.number) == [1])
      #expect(try database.text("capacity,updated_at", "tea") == "20|2026-11-01T08:00")
      #expect(try history.undo(nil, now: now, force: false).refusal == .nothingToUndo)
      #expect(try history.entries().map(\.isUndone) == [true, true, false, false])
    }
  }

  @Test func whatWasTakenBackCanBeHadAgain() throws {
    try with([capacity(30), capacity(40)]) { database, history in
      let undone = try undo(history, 1)
      #expect(undone.entries.map(\.number) == [2, 1])
      #expect(try database.text("capacity", "tea") == "20")
      _ = try undo(history, undone.kept)
      #expect(try database.text("capacity", "tea") == "40")
      #expect(try history.entries().prefix(2).map(\.isUndone) == [false, false])
      #expect(try history.undo(99, now: now, force: false).refusal == .nothingToUndo)
    }
  }

  /// `--replace` takes rows away, and with them what hangs on them.
  @Test func rowsThatWereReplacedComeBack() throws {
    try TestDatabase.withRows { database in
      try database.execute(
        "INSERT INTO activity_change(activity_id,occurs_at,change) VALUES('tea','2026-11-25T14:00','cancelled')")
      try write(
        "编号,名称,类型,单位,开始时间,结束时间\nnew,新课,其他,泉,2026-11-25 9:00,10:00", to: database, replace: true)
      #expect(try database.rows("activity", "id") == ["new"])
      let history = DataHistory(of: database.database)
      #expect(try history.entries().first?.tables.map(\.removed) == [1, 1])
      _ = try undo(history)
      #expect(try database.rows("activity", "id") == ["tea"])
      #expect(try database.rows("activity_change", "activity_id,change") == ["tea|cancelled"])
    }
  }

  @Test func whatOthersWroteSinceIsNotLostUnasked() throws {
    try with([capacity(30)]) { database, history in
      try database.execute("UPDATE activity SET title = '新名' WHERE id = 'tea'")
      #expect(try history.undo(nil, now: now, force: false).refusal == .changedSince)
      #expect(try database.text("title,capacity", "tea") == "新名|30")
      let undone = try undo(history, force: true)
      #expect(try database.text("title,capacity", "tea") == "茶话会|20")
      _ = try undo(history, undone.kept)
      #expect(try database.text("title,capacity", "tea") == "新名|30")
    }
  }

  /// A trial, an import that is refused and one that changes nothing leave nothing behind.
  @Test func onlyWhatWasWrittenIsKept() throws {
    try with([capacity(30), capacity(30)]) { database, history in
      _ = try database.run("编号,名额\ntea,很多", as: "活动.csv")
      #expect(try history.entries().map(\.number) == [1])
    }
  }

  @Test func onlyTheNewestAreKept() throws {
    try with((1...DataHistory.mostEntries + 3).map(capacity)) { database, history in
      let entries = try history.entries()
      #expect(entries.map(\.number) == Array(4...DataHistory.mostEntries + 3))
      let left = try FileManager.default.contentsOfDirectory(atPath: database.directory + "/.history")
      #expect(left.filter { !$0.hasSuffix(".sheets.json") && !$0.hasSuffix(".rows.json") }.count == 2 * entries.count)
      _ = try undo(history, 4)
      #expect(try database.text("capacity", "tea") == "3")
    }
  }

  /// Two people at once: each takes back one import, and what was there before is kept whole.
  @Test func undosAtOnceFollowEachOther() throws {
    try with([capacity(30), capacity(40), capacity(50)]) { database, history in
      let moment = now
      DispatchQueue.concurrentPerform(iterations: 2) { _ in _ = try? history.undo(nil, now: moment, force: false).get()
      }
      #expect(try database.text("capacity", "tea") == "30")
      let undone = try history.entries().filter { $0.action == .undone }
      #expect(undone.map(\.of) == [3, 2] && undone.map(\.number) == [4, 5])
      _ = try undo(history, 4)
      #expect(try database.text("capacity", "tea") == "50")
    }
  }

  /// Notes that can't be read, and copies that are gone or cut short, are named, not passed over.
  @Test func damageIsNamed() throws {
    try with([capacity(30), capacity(40), capacity(50)]) { database, history in
      let directory = history.directory + "/"
      let names = try FileManager.default.contentsOfDirectory(atPath: directory)
      let note = try #require(names.first { $0.hasSuffix(".1.json") })
      let copy = try #require(names.first { $0.hasSuffix(".2.sqlite") })
      let cut = try #require(names.first { $0.hasSuffix(".3.sqlite") })
      #expect(try history.problems() == [])
      try Data("{".utf8).write(to: URL(filePath: directory + note))
      try FileManager.default.removeItem(atPath: directory + copy)
      try Data("SQLite".utf8).write(to: URL(filePath: directory + cut))
      #expect(try history.problems().map(\.code) == ["history.damaged", "history.damaged"])
      guard case .problem(let problem)? = try history.undo(nil, now: now, force: false).refusal else {
        Issue.record("taken back from nothing")
        return
      }
      #expect(problem.location.map { "\($0)".contains(".history") } == true)
      #expect(try database.text("capacity", "tea") == "50")
      // The next one does not take a damaged one's number.
      try write(capacity(60), to: database)
      #expect(try history.entries().last?.number == 4)
    }
  }

  @Test func aFileInTheDirectorysPlaceIsNamed() throws {
    try with([]) { database, history in
      try Data().write(to: URL(filePath: history.directory))
      let path = database.directory + "/活动.csv"
      try Data(capacity(30).utf8).write(to: URL(filePath: path))
      var options = TableImport.Options(now: now)
      (options.applies, options.keepsHistory) = (true, true)
      let error = #expect(throws: (any Error).self) { try TableImport(into: database.database, options).run([path]) }
      #expect(error.map { "\($0)".contains("/.history: ") } == true)
      #expect(try database.text("capacity", "tea") == "20")
    }
  }
}

extension Result where Success == DataHistory.Undone, Failure == DataHistory.RefusalError {
  fileprivate var refusal: DataHistory.Refusal? {
    if case .failure(let error) = self { error.refusal } else { nil }
  }
}
