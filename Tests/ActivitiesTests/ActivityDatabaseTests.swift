import CivilTime
import Diagnostics
import Foundation
import Testing
import Vocabulary

@testable import Activities
@testable import Files

@Suite struct ActivityDatabaseTests {
  /// A new database in a directory of its own, removed afterwards.
  private func withDatabase(_ body: (ActivityDatabase, String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let database = ActivityDatabase(path: directory.path + "/a.sqlite", shownPath: "a.sqlite")
    #expect(try database.create() == [])
    try body(database, directory.path)
  }

  private func write(_ files: [String: String], to directory: String) throws -> [String] {
    try files.sorted { $0.key < $1.key }.map { name, text in
      try text.write(toFile: "\(directory)/\(name)", atomically: false, encoding: .utf8)
      return "\(directory)/\(name)"
    }
  }

  private func run(
    _ database: ActivityDatabase, _ files: [String], apply: Bool, replace: Bool = false, table: String? = nil
  ) throws -> (summaries: [TableSummary], [Diagnostic]) {
    var options = TableImport.Options(now: TimeText.parseLocal("2026-11-21T09:00")!)
    options.applies = apply
    options.replaces = replace
    options.table = table
    return try TableImport(into: database, options).run(files)
  }

  private static let units = "id,parent_id,level,name\nb,a,grid,乙\na,,community,甲\n"
  private static let activities = """
    id,title,kind,track,unit_id,starts_at,ends_at,rrule,status,updated_at
    x,课,classroom,theory,b,2026-11-25T14:30,2026-11-25T16:00,FREQ=WEEKLY;BYDAY=WE,scheduled,2026-11-01T09:00

    """

  /// Opening it is no change: the mode is set by SQLite's own word, without a table that comes and goes for its log's sake.
  @Test func openingWritesNothing() throws {
    try withDatabase { database, _ in
      let versions = try (0..<3).map { _ in try database.storage.write { try $0.value("PRAGMA schema_version") } }
      #expect(Set(versions).count == 1)
      #expect(try database.storage.write { try $0.value("PRAGMA journal_mode") } == .text("wal"))
    }
  }

  /// Files beside a database, of which SQLite would wait for a pipe to be written to.
  @Test(.timeLimit(.minutes(1)), arguments: ["-journal", "-wal", "-shm"])
  func aPipeBesideTheDatabaseIsNotWaitedFor(_ suffix: String) throws {
    try withDatabase { database, directory in
      for suffix in ["-journal", "-wal", "-shm"] { unlink(database.path + suffix) }
      #expect(mkfifo(database.path + suffix, 0o600) == 0)
      let refused = FileError("open", database.path + suffix, code: FileError.notRegular)
      #expect(throws: refused) { try database.read(zone: .shanghai) }
      #expect(throws: refused) { try database.create() }
      let files = try write(["unit.csv": Self.units], to: directory)
      #expect(throws: refused) { try run(database, files, apply: true) }
    }
  }

  @Test(.timeLimit(.minutes(1))) func whatIsNoSheetInADirectoryIsTold() throws {
    try withDatabase { database, directory in
      let sheets = directory + "/sheets"
      try Files.makeDirectory(sheets)
      // 活动.csv in GBK.
      let name = BytePath(sheets).appending([0xBB, 0xEE, 0xB6, 0xAF, 0x2E, 0x63, 0x73, 0x76])
      #expect(name.call { creat($0, 0o644) } >= 0)
      let problems = try run(database, [sheets], apply: true).1
      #expect(problems.first.map { "\($0.location!) \($0.code)" } == sheets + "/活动.csv import.unreadable-name")
      #expect(problems.hasErrors)
      #expect(mkfifo(sheets + "/unit.csv", 0o600) == 0)
      #expect(throws: FileError("read", sheets + "/unit.csv", code: FileError.notRegular)) {
        try run(database, [sheets], apply: true)
      }
    }
  }

  @Test func importsInAnyOrderAndReadsBack() throws {
    try withDatabase { database, directory in
      let files = try write(["unit.csv": Self.units, "activity.csv": Self.activities], to: directory)
      let (summaries, problems) = try run(database, files.reversed(), apply: true)
      #expect(problems == [])
      #expect(summaries.map(\.table) == ["unit", "activity"])
      #expect(summaries.map(\.added) == [2, 1])
      let (data, readProblems) = try database.read(zone: .shanghai)
      #expect(readProblems == [])
      #expect(data?.units.map(\.id.text) == ["a", "b"])
      #expect(data?.activities.first?.rule == (try RecurrenceRule("FREQ=WEEKLY;BYDAY=WE", zone: .shanghai)))

      let again = try run(database, files, apply: true)
      #expect(again.summaries.map(\.unchanged) == [2, 1])
    }
  }

  @Test func aTrialWritesNothing() throws {
    try withDatabase { database, directory in
      let files = try write(["unit.csv": Self.units], to: directory)
      #expect(try run(database, files, apply: false).summaries.map(\.added) == [2])
      #expect(try database.read(zone: .shanghai).data?.units == [])
    }
  }

  @Test func oneBadRowAndNothingIsImported() throws {
    try withDatabase { database, directory in
      let bad = """
        id,title,kind,track,unit_id,starts_at,ends_at,updated_at
        x,课,classroom,,b,2026-11-25T14:30,2026-11-25T16:00,2026-11-01T09:00
        y,会,meeting,,b,2026-11-31T14:30,2026-11-25T16:00,2026-11-01T09:00
        z,会,meeting,,nowhere,2026-11-25T14:30,2026-11-25T16:00,2026-11-01T09:00

        """
      let files = try write(["unit.csv": Self.units, "activity.csv": bad], to: directory)
      let (summaries, problems) = try run(database, files, apply: true)
      #expect(summaries == [])
      #expect(
        problems.map { $0.location } == [
          .cell(path: files[0], sheet: nil, row: 2, column: 4), .cell(path: files[0], sheet: nil, row: 3, column: 6),
          .cell(path: files[0], sheet: nil, row: 4, column: 5),
        ])
      #expect(try database.read(zone: .shanghai).data?.units == [])
    }
  }

  @Test func missingReferencesAreNamedByRowAndColumn() throws {
    try withDatabase { database, directory in
      let files = try write(
        ["unit.csv": Self.units, "venue.csv": "id,unit_id,name\nv,b,室\nw,nowhere,厅\n"], to: directory)
      let problems = try run(database, files, apply: true).1
      #expect(problems.map(\.code) == ["import.missing-reference"])
      #expect(problems.first?.location == .cell(path: files[1], sheet: nil, row: 3, column: 2))
    }
  }

  @Test func unknownColumnsAndTables() throws {
    try withDatabase { database, directory in
      let files = try write(["unit.csv": "id,levle,name\n", "wards.csv": "id\n"], to: directory)
      #expect(try run(database, [files[0]], apply: true).1.map(\.code) == ["import.unknown-column"])
      #expect(try run(database, [files[1]], apply: true).1.map(\.code) == ["import.unknown-table"])
    }
  }

  @Test func aMissingFileIsADiagnostic() throws {
    let (data, problems) = try ActivityDatabase(path: "/nowhere/a.sqlite", shownPath: "a.sqlite").read(zone: .shanghai)
    #expect(data == nil)
    #expect(problems.map(\.code) == ["database.missing"])
  }

  /// What docs/database.md tells other programs to write is what the tables take and the build reads.
  @Test func theDocumentsExamplesWork() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/database.md"), encoding: .utf8)
    let sql = try #require(text.split(separator: "```sql\n").dropFirst().first?.split(separator: "```").first)
    try withDatabase { database, _ in
      try database.storage.write { connection in
        try connection.run("INSERT INTO unit(id,level,name) VALUES('quanxi','subdistrict','泉溪')")
        try connection.run(String(sql))
      }
      let (data, problems) = try database.read(zone: .shanghai)
      #expect(problems == [])
      #expect(data?.activities.count == 1 && data?.changes.count == 3 && data?.attendance.count == 1)
      #expect(data?.measures.count == 1 && data?.venues.count == 1 && data?.rosters.count == 1)
      #expect(data?.measured.count == 4 && data?[HonourRecord.self].count == 1 && data?.almanac.count == 2)
    }
  }
}
