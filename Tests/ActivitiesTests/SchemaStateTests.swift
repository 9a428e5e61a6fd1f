import CivilTime
import Diagnostics
import Foundation
import GRDB
import PublicText
import Testing
import Vocabulary

@testable import Activities

@Suite struct SchemaStateTests {
  /// A database made by some SQL, and what `create` and `read` say of it.
  private func check(
    _ sql: [String], _ body: (_ created: [Diagnostic], _ database: ActivityDatabase, _ isUntouched: Bool) throws -> Void
  ) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString).sqlite").path
    defer { for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) } }
    try DatabaseQueue(path: path).write { for step in sql { try $0.execute(sql: step) } }
    let before = FileManager.default.contents(atPath: path)
    let database = ActivityDatabase(path: path, shownPath: "a.sqlite")
    let created = try database.create()
    try body(created, database, before == FileManager.default.contents(atPath: path))
  }

  private static let byHand = Array(Schema.steps.prefix(1))

  @Test(arguments: [
    byHand, Array(Schema.steps.prefix(2)), Schema.steps, byHand + ["PRAGMA user_version = -3"],
    byHand + ["PRAGMA user_version = 99"],
    byHand + ["PRAGMA application_id = \(Schema.applicationID)"],
    Schema.steps + ["PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = -3"],
    byHand + ["CREATE TABLE notes(text)", "ALTER TABLE activity ADD COLUMN colour TEXT"],
  ])
  func tablesMadeByHandAreAdopted(sql: [String]) throws {
    try check(sql) { created, database, _ in
      #expect(created == [])
      let (data, problems) = try database.read(zone: .shanghai)
      #expect(data != nil && problems == [])
      #expect(try database.create() == [])
    }
  }

  /// Rows written before are still there, and the new tables are empty.
  @Test(arguments: 1..<Schema.version)
  func olderVersionsAreBroughtToTheNewest(version: Int) throws {
    let figures =
      version < 4
      ? """
      INSERT INTO metric(id,unit_id,title,value,suffix,as_of,note) VALUES('m','quan','数',3,'件','2026-11-01','累计');
      \(version < 3 ? "" : "INSERT INTO metric_history VALUES('m','2026-10-01',2),('m','2026-11-01',3);")
      """
      : """
      INSERT INTO measure(id,unit_id,title,suffix,note) VALUES('m','quan','数','件','累计');
      INSERT INTO measured VALUES('m','quan','2026-10-01',2,NULL),('m','quan','2026-11-01',3,NULL);
      """
    let rows = """
      INSERT INTO unit(id,level,name) VALUES('quan','subdistrict','泉溪');
      \(figures)
      PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(version);
      """
    try check(Schema.steps.prefix(version) + [rows]) { created, database, _ in
      #expect(created == [])
      let (data, problems) = try database.read(zone: .shanghai)
      #expect(problems == [])
      #expect(data?[HonourRecord.self] == [] && data?.almanac == [])
      let measure = try #require(data?.measures.first)
      #expect(measure.id.text == "m" && measure.unit.text == "quan" && measure.title == "数" && measure.total == .none)
      #expect(measure.suffix == "件" && measure.note == "累计" && measure.better == nil && measure.period == .month)
      #expect(data?.measured.map(\.value) == (version < 3 ? [3] : [2, 3]))
      #expect(data?.measured.allSatisfy { $0.measure.text == "m" && $0.unit.text == "quan" } == true)
    }
  }

  @Test(arguments: [
    ["CREATE TABLE song(id, title)"], ["CREATE TABLE activity(id, name)", "CREATE TABLE unit(id, name)"],
    byHand + ["PRAGMA application_id = 7"], ["PRAGMA user_version = 3"],
    Schema.steps + ["PRAGMA application_id = 1196444487; PRAGMA user_version = 99"],
  ])
  func otherDatabasesAreNotTouched(sql: [String]) throws {
    try check(sql) { created, _, isUntouched in
      #expect(created.count == 1 && isUntouched)
      #expect(["database.not-gongshi", "database.newer-schema"].contains(created.first?.code))
    }
  }

  @Test func whatIsMissingIsNamed() throws {
    try check(Self.byHand + ["DROP TABLE metric", "ALTER TABLE venue DROP COLUMN phone"]) {
      created, database, isUntouched in
      #expect(created.map(\.code) == ["database.incomplete"] && isUntouched)
      #expect(created.first?.message.en.contains("metric, venue.phone") == true)
      let problems = try database.read(zone: .shanghai).1
      #expect(problems == created)
    }
    try check(Schema.steps) { (_, database, _) throws in
      try database.storage.write { try $0.run("DROP TABLE roster_swap") }
      let problems = try database.read(zone: .shanghai).1
      #expect(problems.map(\.code) == ["database.incomplete"])
      #expect(problems.first?.message.zh.contains("roster_swap") == true)
    }
  }

  /// What other programs write is held to the tables' rules.
  @Test(arguments: [
    "measured VALUES('ghost','quan','2026-10-31',3,NULL)", "measured VALUES('m','ghost','2026-10-31',3,NULL)",
    "measured VALUES('m','quan','2026-02-29',3,NULL)", "measured VALUES('m','quan','2026-10-31','viel',NULL)",
    "measured VALUES('m','quan','2026-09-30',3,NULL)", "measure(id,unit_id,title) VALUES('n','ghost','数')",
    "measure(id,unit_id,title,total) VALUES('n','quan','数','mean')",
    "measure(id,unit_id,title,better) VALUES('n','quan','数','most')",
    "measure(id,unit_id,title,period) VALUES('n','quan','数','week')", "measure(id,unit_id,title) VALUES('n','quan','')",
    "honour VALUES('h','quan','奖','','2026',NULL)", "honour VALUES('h','quan','奖','区里','2026-13',NULL)",
    "honour VALUES('h','quan','奖','区里','2026-1',NULL)", "honour VALUES('h','quan','奖','区里','20260101',NULL)",
    "honour VALUES('h','ghost','奖','区里','2026',NULL)", "almanac VALUES('a','02-30',NULL,'日',NULL,NULL)",
    "almanac VALUES('a','02-29',2023,'日',NULL,NULL)", "almanac VALUES('a','2-29',NULL,'日',NULL,NULL)",
    "almanac VALUES('a','02-29',-44,'日',NULL,NULL)", "almanac VALUES('a','02-29',NULL,'',NULL,NULL)",
    "almanac VALUES('a','02-29',NULL,'日',NULL,'ghost')", "almanac VALUES('a','02-29','今年','日',NULL,NULL)",
  ])
  func rowsThatCantBeAreRefused(row: String) throws {
    try check([]) { (_, database, _) throws in
      try database.storage.write {
        try $0.run(
          """
          INSERT INTO unit(id,level,name) VALUES('quan','subdistrict','泉溪');
          INSERT INTO measure(id,unit_id,title) VALUES('m','quan','数');
          INSERT INTO measured VALUES('m','quan','2026-09-30',2,NULL);
          INSERT INTO honour VALUES('year','quan','奖','区里','2026',NULL),('month','quan','奖','区里','2026-02',NULL),
            ('day','quan','奖','区里','2024-02-29',NULL);
          INSERT INTO almanac VALUES('leap','02-29',2024,'日',NULL,NULL),('each','02-29',NULL,'日',NULL,'quan');
          """)
      }
      #expect(throws: DatabaseError.self) {
        try database.storage.write { try $0.run("INSERT INTO \(row)") }
      }
      let (data, problems) = try database.read(zone: .shanghai)
      #expect(problems == [])
      #expect(data?[HonourRecord.self].count == 3 && data?.almanac.count == 2 && data?.measured.count == 1)
    }
  }

  @Test func hiddenCharactersOfRowsAreNamed() throws {
    try check([]) { created, database, _ in
      #expect(created == [])
      try database.storage.write {
        try $0.run(
          """
          PRAGMA ignore_check_constraints = ON;
          INSERT INTO unit(id,level,name) VALUES('a','grid','甲'||char(27)||'乙'),('b','grid',char(0x202E)||'甲'),('c','grid','　');
          """)
      }
      let problems = try database.read(zone: .shanghai).1
      #expect(problems.map { "\($0.location!)" } == ["a", "b", "c"].map { "a.sqlite:unit[id=\($0)].name" })
      #expect(
        problems.map(\.message.en) == [
          "it holds the control character U+001B", "it holds the control character U+202E", "it must not be empty",
        ])
    }
  }
}
