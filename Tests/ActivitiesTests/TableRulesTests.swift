import Diagnostics
import Testing

@testable import Activities

/// Each rule of the schema has its own words, and all that are broken in a row are told.
@Suite struct TableRulesTests {
  private static let activity = "编号,名称,类型,单位,时间"
  private static let row = "x,课,其他,泉,2026-11-25 14:00-15:00"

  private static let helpCase = "编号,单位,类别,渠道,反映时间"
  private static let aCase = "c,泉,环境,电话,2026-10-05 09:00"

  @Test(arguments: [
    ("活动", "\(activity),名额,费用,积分\n\(row),0,-5,-1", [6, 7, 8]),
    ("活动", "\(activity),直播地址,报名地址,页面\n\(row),www.a.cn,https://a b.cn,about", [6, 7, 8]),
    ("活动", "\(activity),名额,课程类别\n\(row),0,理论培训", [6, 7]),
    ("活动", "编号,类型\ntea,先锋课堂", [2]),
    ("活动", "编号,名称\ntea,", [2]),
    ("活动", "\(activity),名额\nx,,黄了,泉,2026-11-25 14:00-15:00,0", [2, 3, 6]),
    ("场所", "编号,单位,名称,纬度,经度,面积\nv,泉,场所,136.5,200,0", [4, 5, 6]),
    ("场所", "编号,单位,名称,纬度,经度\nv,泉,场所,36.5,", [5]),
    ("场所", "编号,单位,名称,纬度\nv,泉,场所,36.5", [4]),
    ("出席", "活动,场次,报名人数,到场人数\ntea,2026-11-25 14:00,-2,-1", [3, 4]),
    ("单元", "编号,上级,级别,名称\nq,q,社区,甲", [2]),
    ("变更", "活动,原定时间,变更\ntea,2026-11-25 14:00,调整", [3]),
    ("变更", "活动,原定时间,变更,新开始时间\ntea,2026-11-25 14:00,调整,2026年11月27日", [4]),
    ("变更", "活动,原定时间,变更,新场所\ntea,2026-11-25 14:00,结束,大厅", [4]),
    ("轮值名单", "轮值表,顺序,名称\nduty,0,丁", [2]),
    ("岗位", "编号,单位,岗位,顺序,担任者,人数,电话\np,泉,网格长,0,社区,0,见公示栏", [4, 6, 7]),
    ("岗位", "编号,单位,岗位,担任者,轮值表\np,泉,网格长,社区,duty", [4]),
    ("岗位", "编号,单位,岗位,担任者\np,泉,网格长,", [4]),
    ("岗位", "编号,单位,岗位,担任者,人数\np,泉,,社区,0", [3, 5]),
    ("岗位", "编号,单位,岗位,担任者,轮值表\np,坊,网格长,,没有", [2, 5]),
    ("岗位", "编号,单位,岗位,担任者,电话\np,泉,网格长,社区,138***1234", [5]),
    ("事项登记", "\(helpCase),受理时间\n\(aCase),2026-10-05 08:59", [6]),
    ("事项登记", "\(helpCase),受理时间,办结时间,办理方式\n\(aCase),2026-10-05 09:30,2026-10-05 09:29,现场办", [7]),
    ("事项登记", "\(helpCase),办结时间\n\(aCase),2026-10-05 09:29", [6, 6]),
    ("事项登记", "\(helpCase),受理时间,办结时间,办理方式,评分\n\(aCase),2026-10-05 09:00,2026-10-05 09:29,现场办,5", [9]),
    ("事项登记", "\(helpCase),评分,评价时间\n\(aCase),6,2026-10-05 09:29", [6, 7]),
    ("事项登记", "\(helpCase),办结期限,承诺分钟\n\(aCase),2026-10-04,0", [6, 7]),
    ("事项登记", "\(helpCase),办理方式\n\(aCase),说明原因", [6]),
    ("事项登记", "\(helpCase),公开内容\n\(aCase),灯亮了", [6]),
    ("事项登记", "编号,单位,类别,渠道,反映时间\nc,泉,某楼某单元某户的水管漏到楼下去了请尽快派人,电话,2026-10-05 09:00", [3]),
    ("门牌", "网格,路名,起号,止号\n泉,嵩台路35号,35,35", [2]), ("门牌", "网格,路名,起号,止号\n泉,嵩台路,0,100000", [3, 4]),
    ("门牌", "网格,路名,起号,止号\n泉,嵩台路,35,33", [4]), ("门牌", "网格,路名,起号,止号,单双号\n泉,嵩台路,33,36,单号", [5]),
    ("门牌", "网格,路名,起号,止号,单双号\n泉,嵩台路,33,35,双号", [5]),
    ("门牌", "网格,路名,起号,止号,单双号\n泉,嵩台路,33,35,左边", [5]),
    ("门牌", "网格,路名,起号,止号\n泉,嵩台路,33,", [4]),
    ("史上今天", "编号,月日,年份,标题\na,2月29日,2023,日", [2]), ("史上今天", "编号,月日,年份,标题\na,2月28日,-44,", [3, 4]),
  ])
  func everyBrokenRuleIsTold(table: String, text: String, columns: [Int]) throws {
    try TestDatabase.withRows { database throws in
      try database.execute(
        "INSERT INTO roster(id,unit_id,title,period,starts_on) VALUES('duty','quan','值日','week','2026-11-02')")
      let (_, problems) = try database.run(text, as: "\(table).csv")
      let places = problems.inReadingOrder().map {
        "\($0.location!)".split(separator: ":").suffix(2).joined(separator: ":")
      }
      #expect(places == columns.map { "2:\($0)" })
      for problem in problems {
        #expect(problem.hint != nil || problem.code == "import.required", "\(problem.message.zh)")
        #expect(!problem.message.en.contains("IS NULL") && !problem.message.en.contains("typeof"))
      }
    }
  }
}
