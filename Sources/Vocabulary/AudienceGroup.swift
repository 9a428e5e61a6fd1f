/// Whom activities are for, in groups that a resident can choose by. The database says it in free words (`中老年居民、残疾居民`); a group
/// takes in what names one of its words.
package enum AudienceGroup: String, Term {
  case residents, elders, children, families, party, workers, volunteers, owners, care

  private var words: [String] {
    switch self {
    case .residents: ["居民", "市民", "所有人", "不限"]
    case .elders: ["老年", "老人", "长者", "退休", "空巢", "60岁", "70岁", "80岁"]
    case .children: ["儿童", "少年", "学生", "孩子", "小学", "中学", "初中", "琴童"]
    case .families: ["家长", "亲子", "家庭"]
    case .party: ["党员", "党支部", "支部", "书记"]
    case .workers: ["员工", "职工", "企业", "租户", "商户", "上班", "骑手", "创业", "求职", "务工", "就业", "自由职业"]
    case .volunteers: ["志愿", "网格员", "楼长", "宣讲"]
    case .owners: ["业主", "住户"]
    case .care: ["残疾", "照护", "病友", "慢病"]
    }
  }

  /// The groups that a text names; none for a text that names no known one.
  package static func named(in audience: String) -> [AudienceGroup] {
    let bytes = Array(audience.utf8)
    return allCases.filter { group in group.words.contains { isFound($0, in: bytes) } }
  }

  /// By bytes: `String.contains` made a tenth of a build of 20,000 activities.
  private static func isFound(_ word: String, in text: [UInt8]) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first, text.count >= word.count else { return false }
    return (0...text.count - word.count).contains {
      text[$0] == first && text[$0..<$0 + word.count].elementsEqual(word)
    }
  }
}
