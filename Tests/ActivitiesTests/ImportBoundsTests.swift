import Diagnostics
import Testing

@testable import Activities

/// What is asked for once, and what is too much.
@Suite struct ImportBoundsTests {
  /// A column that no row has is missing once: what lacks it is not written, and nothing else is said of it.
  @Test func aMissingColumnIsAskedForOnce() throws {
    try TestDatabase.withRows { database throws in
      let rows = (1...4).map { "x\($0),课,其他,2026-12-0\($0),14:00-15:00" }.joined(separator: "\n")
      let (_, problems) = try database.run("编号,名称,类型,起始日期,时间\n" + rows, as: "活动.csv")
      #expect(problems.map(\.code) == ["import.required"])
    }
  }

  @Test func moreActivitiesThanABuildTakesAreRefused() throws {
    try TestDatabase.withRows { database throws in
      let rows = (0...50_000).map { "x\($0),课,其他,泉,2026-12-01,14:00-15:00" }.joined(separator: "\n")
      let (_, problems) = try database.run("编号,名称,类型,主办社区,起始日期,时间\n" + rows, as: "活动.csv")
      #expect(problems.map(\.code) == ["database.too-many"])
      #expect(problems.first?.message.zh.contains("50001") == true)
    }
  }

  /// How many rows there are, and in how many files they can come.
  @Test func aHugeFileIsCounted() throws {
    try TestDatabase.withRows { database throws in
      let text = "编号,名称\n" + String(repeating: "x,课\n\n", count: 450_000)
      let (_, problems) = try database.run(text, as: "活动.csv")
      #expect(problems.map(\.code) == ["import.too-large"])
      #expect(
        problems.first?.message.zh.contains("450001 行") == true && problems.first?.hint?.zh.contains("3 个文件") == true)
    }
  }
}
