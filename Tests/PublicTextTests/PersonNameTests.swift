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
