import Diagnostics
import Testing

@testable import Activities

/// What stands above and below the rows of a sheet that people keep.
@Suite struct ImportSheetTests {
  private static let row = "x,课,其他,泉,2026-11-25 14:00-15:00"

  @Test(arguments: [
    "", "泉社区活动表,,,,\n", "填表人：某某,,,填表日期：2026-11-20,\n", "泉社区活动表,,,,\n填表人：某某,填表日期：2026-11-20,,,\n,,,,\n",
  ])
  func theHeaderIsTheRowOfKnownNames(above: String) throws {
    try TestDatabase.withRows { database throws in
      #expect(try database.run(above + "编号,名称,类型,单位,时间\n" + Self.row, as: "活动.csv").1 == [])
      #expect(try database.text("title", "x") == "课")
    }
  }

  @Test(arguments: ["合计,,,,2", "备注：以通知为准,,,,", ",,,,制表：办公室", "总计：1 场,,,,\n制表：办公室,,,,"])
  func footersArePassedOverAndTold(footer: String) throws {
    try TestDatabase.withRows { database throws in
      let (_, problems) = try database.run("编号,名称,类型,单位,时间\n\(Self.row)\n\(footer)", as: "活动.csv")
      #expect(Set(problems.map(\.code)) == ["import.footer"])
      #expect(!problems.hasErrors)
      #expect(try database.text("title", "x") == "课")
    }
  }

  @Test func aRowWithAnIdIsNoFooter() throws {
    try TestDatabase.withRows { database throws in
      #expect(try database.run("名称,编号\n合计表怎么填,tea", as: "活动.csv").1 == [])
      #expect(try database.text("title", "tea") == "合计表怎么填")
    }
  }

  @Test(arguments: [
    ("编号,名称\n剪纸课,剪纸", "jian-zhi-ke"), ("编号,名称\nX-1,剪纸", "x-1"), ("编号,类型\ntea,文化", "文化活动"),
    ("编号,地点\ntea,室", "活动室"), ("编号,地点\ntea,二楼大厅", "大厅"), ("编号,单位\ntea,社区", "泉社区"),
    ("编号,名称\n\"tea,3", "英文引号"), ("编号,名称\ntea,\"三\"课", "双引号"),
  ])
  func everydayMistakesHaveAHint(text: String, hint: String) throws {
    try TestDatabase.withRows { database throws in
      let problem = try database.run(text, as: "活动.csv").1.first
      #expect(problem?.severity == .error)
      #expect(problem?.hint?.zh.contains(hint) == true, "\(problem?.hint?.zh ?? "none")")
    }
  }
}
