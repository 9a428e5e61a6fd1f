import Diagnostics
import Testing

@testable import Activities

/// Sheets of measures and of their figures, also those from before a measure had figures of several units.
@Suite struct MeasureImportTests {
  @Test func aFigureIsOfTheMeasuresUnitWhereNoneIsSaid() throws {
    try TestDatabase.withRows { database throws in
      try database.execute(
        """
        INSERT INTO unit(id,parent_id,level,name) VALUES('lane','quan','grid','巷');
        INSERT INTO measure(id,unit_id,title) VALUES('cases','quan','受理事项');
        """)
      // As 指标历史 was: by title or id, without a unit.
      #expect(try database.run("指标,截至日期,数值\n受理事项,2026年9月30日,301", as: "指标历史.csv").1 == [])
      #expect(try database.rows("measured", "measure_id,unit_id,as_of,value") == ["cases|quan|2026-09-30|301"])
      #expect(try database.run("metric_id,as_of,value\ncases,2026-09-30,302", as: "metric_history.csv").1 == [])
      #expect(try database.rows("measured", "value") == ["302"])
      // Of several units.
      #expect(
        try database.run("指标,单位,截至日期,数值\ncases,,2026-09-30,303\ncases,巷,2026-09-30,4", as: "指标数值.csv").1 == [])
      #expect(try database.rows("measured", "unit_id,value") == ["quan|303", "lane|4"])
    }
  }

  /// One sheet says what a measure is and what it was last, as before.
  @Test func anOldSheetOfFiguresIsUnderstood() throws {
    try TestDatabase.withRows { database throws in
      let text = "指标编号,单位,指标名称,数值,计量单位,截至日期,备注\ncases,泉,受理事项,312,件,2026-10-31,累计\nlater,泉,以后再报,,,,"
      let (summaries, problems) = try database.run(text, as: "指标.csv")
      #expect(problems == [])
      #expect(summaries.map { $0.lines.count } == [2, 1])
      #expect(
        try database.rows("measure", "id,unit_id,title,suffix,total,period,note") == [
          "cases|quan|受理事项|件|none|month|累计", "later|quan|以后再报||none|month|",
        ])
      #expect(try database.rows("measured", "measure_id,unit_id,as_of,value,note") == ["cases|quan|2026-10-31|312|"])
    }
  }

  /// Figures of earlier days stand in no such sheet and are not removed by it.
  @Test func replacingMeasuresKeepsTheirHistory() throws {
    try TestDatabase.withRows { database throws in
      try database.execute(
        """
        INSERT INTO measure(id,unit_id,title) VALUES('cases','quan','受理事项'),('gone','quan','不再统计');
        INSERT INTO measured VALUES('cases','quan','2026-09-30',301,NULL);
        """)
      let text = "id,unit_id,title,value,as_of\ncases,quan,受理事项,312,2026-10-31"
      #expect(try database.run(text, as: "metric.csv", replace: true).1 == [])
      #expect(try database.rows("measure", "id") == ["cases"])
      #expect(try database.rows("measured", "as_of,value") == ["2026-09-30|301", "2026-10-31|312"])
    }
  }

  @Test(arguments: [
    ("指标,单位,名称,数值,截至日期\ncases,泉,受理,三,2026-10-31", "import.bad-value", 4),
    ("编号,单位,名称,数值,截至日期\ncases,泉,受理,3,", "import.required", 5),
    ("编号,单位,名称,数值\ncases,泉,受理,3", "import.missing-column", 0),
    ("编号,单位,名称,合计\ncases,泉,受理,平均", "import.bad-value", 4),
  ])
  func whatIsWrongIsNamedAtItsCell(text: String, code: String, column: Int) throws {
    try TestDatabase.withRows { database throws in
      let (summaries, problems) = try database.run(text.replacing("指标,单位", with: "编号,单位"), as: "指标.csv")
      #expect(summaries == [] && problems.map(\.code) == [code])
      if case .cell(_, _, _, let found)? = problems.first?.location { #expect(found == column) }
      #expect(try database.rows("measured", "value") == [])
    }
  }
}
