import CivilTime
import Diagnostics
import Foundation
import GRDB
import Testing
import Vocabulary

@testable import Activities

/// What other programs leave in the database: texts that are none, and work that they did not finish.
@Suite struct DamagedTextTests {
  private func withDatabase(_ body: (ActivityDatabase) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let database = ActivityDatabase(path: directory.path + "/a.sqlite", shownPath: "a.sqlite")
    #expect(try database.create() == [])
    try body(database)
  }

  private func write(_ sql: String, to database: ActivityDatabase) throws {
    try DatabaseQueue(path: database.path).write { try $0.execute(sql: sql) }
  }

  private func problems(_ database: ActivityDatabase) throws -> [String] {
    try database.read(zone: .shanghai).1.map { "\($0.location!) \($0.code)" }
  }

  /// GBK, a lone byte, a blob that is text and one that is none, a NUL in the midst, and more than anybody writes.
  @Test(arguments: [
    "CAST(x'B8AEB6AB' AS TEXT)", "CAST(x'61FF62' AS TEXT)", "x'E5BA9CE4B89C'", "x'FFFE00'", "'府' || char(0) || '东'",
    "CAST(x'EDA080' AS TEXT)", "replace(hex(zeroblob(100000)), '00', '东')",
  ])
  func aTextThatIsNoneIsNamedByTableAndRow(value: String) throws {
    try withDatabase { database in
      try write("INSERT INTO unit(id,level,name) VALUES('a','community',\(value)),('b','community','乙')", to: database)
      let (data, found) = try database.read(zone: .shanghai)
      #expect(found.map { "\($0.location!) \($0.code)" } == ["a.sqlite:unit[id=a].name data.wrong-value"])
      #expect(data?.units.map(\.id.text) == ["b"])
    }
  }

  @Test func aKeyThatIsNoneIsNamedAsFarAsItCanBeRead() throws {
    try withDatabase { database in
      try write(
        "PRAGMA ignore_check_constraints=1; INSERT INTO unit(id,level,name) VALUES(CAST(x'61B8' AS TEXT),'community','甲')",
        to: database)
      #expect(try problems(database) == ["a.sqlite:unit[id=a\u{FFFD}].id data.wrong-value"])
    }
  }

  @Test func everyOrdinaryValueIsReadAsItStands() throws {
    try withDatabase { database in
      try write("INSERT INTO unit(id,level,name) VALUES('a','community','府东 “𠮷” e\u{301}')", to: database)
      #expect(try database.read(zone: .shanghai).data?.units.map(\.name) == ["府东 “𠮷” e\u{301}"])
    }
  }

  /// A writer that is killed in the midst leaves a hot journal: what was there before is read, and nobody's file is changed.
  @Test func whatAKilledWriterLeftIsUndoneInACopy() throws {
    try withDatabase { database in
      try write("INSERT INTO unit(id,level,name) VALUES('a','community','甲')", to: database)
      let killed = database.path + ".killed"
      let queue = try DatabaseQueue(path: database.path)
      try queue.writeWithoutTransaction { connection in
        try connection.execute(sql: "PRAGMA journal_mode=DELETE; PRAGMA cache_size=1; PRAGMA cache_spill=1")
        try connection.execute(sql: "BEGIN IMMEDIATE; UPDATE unit SET name='乙'")
        // More than the cache holds, so that pages are written before the end.
        for number in 0..<300 {
          try connection.execute(
            sql: "INSERT INTO unit(id,level,name) VALUES(?,'community',?)",
            arguments: ["u\(number)", String(repeating: "长", count: 200)])
        }
        for suffix in ["", "-journal"] {
          try FileManager.default.copyItem(atPath: database.path + suffix, toPath: killed + suffix)
        }
        try connection.execute(sql: "ROLLBACK")
      }
      let before = try suffixed(killed)
      let (data, found) = try ActivityDatabase(path: killed, shownPath: "a.sqlite").read(zone: .shanghai)
      #expect(found.map(\.code) == ["database.recovered"] && !found.hasErrors)
      #expect(data?.units.map(\.name) == ["甲"])
      #expect(try suffixed(killed) == before)
      #expect(try ActivityDatabase(path: killed, shownPath: "a.sqlite").create() == [])
      #expect(try problems(ActivityDatabase(path: killed, shownPath: "a.sqlite")) == [])
    }
  }

  /// Each activity has pages and calendars of its own: what no district has is refused before it is read.
  @Test func moreActivitiesThanAnybodyHas() throws {
    try withDatabase { database in
      try write(
        """
        INSERT INTO unit(id,level,name) VALUES('a','community','甲');
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
        INSERT INTO activity(id,title,kind,unit_id,starts_at,ends_at,updated_at)
        SELECT 'x' || i, '会', 'meeting', 'a', '2026-11-25T14:30', '2026-11-25T16:00', '2026-11-01T09:00' FROM n
        """, to: database)
      let (data, found) = try database.read(zone: .shanghai)
      #expect(data == nil && found.map(\.code) == ["database.too-many"])
    }
  }

  private func suffixed(_ path: String) throws -> [Data] {
    try ["", "-journal"].map { try Data(contentsOf: URL(filePath: path + $0)) }
  }
}
