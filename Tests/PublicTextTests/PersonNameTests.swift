import Testing

@testable import PublicText

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("张伟", "张伟"), ("王小明", "王小明"), ("欧阳修", "欧阳修"), ("网格长 李娜", "李娜"), ("社区干部（陈静）", "陈静"), ("刘建国/周芳", "刘建国"),
    ("李书记", "李书记"),
    ("赵老师", "赵老师"), ("孙丽女士", "孙丽女士"), ("陳靜", "陳靜"), ("网格长：徐斌，电话见下", "徐斌"),
  ])
  func namesAreFound(text: String, name: String) {
    #expect(PersonName.first(in: text) == name)
  }

  @Test(arguments: [
    "王建国替李红", "找王建国 转8012", "李  红", "王 建国，李 红", "王·建国", "李\u{3000}红", "主任王建国", "带班王建国", "综合办王建国", "社区王建国", "网格员王建国",
    "王建国带班", "王队长", "张队", "老王", "门卫老张", "王\u{200B}建国",
  ])
  func namesOnDutyAreFound(text: String) {
    #expect(DutyName.first(in: text) != nil)
  }

  @Test(arguments: [
    "综合办", "值班主任", "党委办", "社区服务大厅", "带班领导", "一组", "服务中心 0531-0000-1210", "民政办公室", "网格一组", "夜班保安", "老年食堂", "小区门岗",
    "党 群 办", "白 班", "老干部活动室",
    "安全办", "物业经理", "网格员", "一号门 二号门",
  ])
  func postsOnDutyAreNone(text: String) {
    #expect(DutyName.first(in: text) == nil)
  }

  @Test(arguments: [
    "社区专职工作者", "网格长", "安全委员", "安全员", "金牌调解员", "汇锦物业公司", "9层 会计师事务所", "党支部书记", "副主任", "社区民警", "王家庄", "马家沟社区", "张江商会",
    "金融街服务中心",
    "江苏银行", "高校志愿者", "方圆律师事务所", "文艺委员", "路段长", "万达广场", "党委书记", "甲单位", "乙", "贺岁队", "Zhang Wei", "", "0531-0000-1210",
    "书记、主任",
    "任期三年的楼栋代表", "秦淮路社区", "钟楼社区", "毛主席语录诵读小组",
  ])
  func rolesAndOrganisationsAreNone(text: String) {
    #expect(PersonName.first(in: text) == nil)
  }
}
