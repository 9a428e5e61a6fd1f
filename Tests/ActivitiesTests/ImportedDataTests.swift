import Diagnostics
import Testing

@testable import Activities

/// What every later build would refuse is refused at import, at the cell in which it was written.
@Suite struct ImportedDataTests {
  private static let series = """
    UPDATE activity SET rrule='FREQ=WEEKLY;BYDAY=WE';
    INSERT INTO roster(id,unit_id,title,period,starts_on) VALUES('duty','quan','值日','week','2026-11-02');
    INSERT INTO roster_holder(roster_id,position,name) VALUES('duty',1,'甲'),('duty',2,'乙');
    INSERT INTO unit(id,parent_id,level,name) VALUES('lane','quan','grid','巷'),('ward',NULL,'community','坊'),('whole',NULL,'district','区里');
    INSERT INTO measure(id,unit_id,title,total) VALUES('m','quan','数','sum');
    INSERT INTO measured VALUES('m','quan','2026-11-01',3,NULL);
    """

  @Test(arguments: [
    (
      "活动", "编号,名称,类型,单位,时间,结束时间,重复\nx,课,其他,泉,2026-11-25 9:00,次日10:00,每天", "data.wrong-value", "2:6"
    ),
    ("变更", "活动,原定时间,变更\ntea,2026-11-26 14:00,取消", "data.no-such-occurrence", "2:2"),
    ("变更", "活动,原定时间,变更\ntea,2026-12-02 14:00,加场", "data.occurrence-exists", "2:2"),
    ("变更", "活动,原定时间,变更\ntea,2026-12-02 14:00,结束\ntea,2026-12-09 14:00,结束", "data.ended-twice", "3:2"),
    ("出席", "活动,场次,报名人数\ntea,2026-11-26 14:00,3", "data.no-such-occurrence", "2:2"),
    ("单元", "编号,上级,级别,名称\nquan,quan-1,社区,泉社区\nquan-1,quan,网格,一格", "data.unit-cycle", "2:2"),
    ("轮值名单", "轮值表,顺序,名称\nduty,4,丁", "data.roster-order", "2:2"),
    ("轮值调换", "轮值表,轮次,顺序\nduty,2026-11-24,1", "data.roster-swap", "2:2"),
    ("岗位", "编号,单位,岗位,担任者\na,泉,网格长,社区\nb,泉,网格长,社区", "data.post-twice", "3:3"),
    ("岗位", "编号,单位,岗位,轮值表\na,巷,楼长,duty", "data.post-roster", "2:4"),
    ("岗位", "编号,单位,岗位,担任者\na,泉,网格长,张伟", "privacy.person-name", "2:4"),
    ("轮值名单", "轮值表,顺序,名称\nduty,3,王小明", "privacy.person-name", "2:3"),
    ("指标数值", "指标,单位,日期,数值\nm,坊,2026-11-01,4", "data.measured-outside", "2:2"),
    (
      "指标数值", "指标,单位,日期,数值\nm,泉,2026-11-01,5\nm,巷,2026-11-01,4", "data.measure-total", "2:4"
    ),
    ("门牌", "网格,路名,起号,止号\n巷,嵩台路,1,9\n巷,嵩台路,9,12", "data.address-overlap", "3:3"),
    ("门牌", "网格,路名,起号,止号\n区里,嵩台路,1,9", "data.address-level", "2:1"),
    ("活动", "编号,名称\ntea,茶\u{202E}话", "data.wrong-value", "2:2"),
  ])
  func whatABuildRefuses(table: String, text: String, code: String, place: String) throws {
    try TestDatabase.withRows { database throws in
      try database.execute(Self.series)
      let before = try database.dump()
      let (summaries, problems) = try database.run(text, as: "\(table).csv")
      #expect(summaries == [])
      #expect(problems.first?.code == code)
      #expect(problems.first?.location.map { "\($0)".hasSuffix("\(table).csv:\(place)") } == true)
      #expect(try database.dump() == before)
    }
  }

  /// A change may lose its occurrence by the activity's new times; it stands in no sheet.
  @Test func rowsOutsideTheSheetsAreNamedInTheDatabase() throws {
    try TestDatabase.withRows { database throws in
      try database.execute(
        Self.series
          + "INSERT INTO activity_change(activity_id,occurs_at,change) VALUES('tea','2026-12-02T14:00','cancelled');")
      let (_, problems) = try database.run("编号,开始时间,时长\ntea,2026-11-25 15:00,60", as: "活动.csv")
      #expect(problems.map(\.code) == ["data.no-such-occurrence"])
      #expect(problems.first?.location?.path == "a.sqlite")
    }
  }

  /// What was wrong before, and no sheet speaks of, keeps nobody from importing something else.
  @Test func whatWasWrongBeforeIsNotTheImportsFault() throws {
    try TestDatabase.withRows { database throws in
      try database.execute(
        "INSERT INTO activity_change(activity_id,occurs_at,change) VALUES('tea','2026-12-02T14:00','cancelled')")
      #expect(try database.run("编号,名额\ntea,33", as: "活动.csv").1 == [])
      #expect(try database.text("capacity", "tea") == "33")
      let again = try database.run("活动,原定时间,变更\ntea,2026-12-02 14:00,取消", as: "变更.csv").1
      #expect(again.map(\.severity) == [.warning])
    }
  }
}
