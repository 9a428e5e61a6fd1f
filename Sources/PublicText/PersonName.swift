/// A text that names a Chinese person rather than a role or an organisation.
///
/// It finds what can hardly be anything else, and says nothing of the rest: a part of two to four Han characters that begins with one of the
/// frequent surnames, alone or before a form of address (王先生, 李书记), and in which nothing names a role or an organisation. `安全员`,
/// `金牌调解队`, `王家村社区` and `9层 会计师事务所` are none; a rare surname is not found.
package enum PersonName {
  /// The first such part of a text; nil where there is none.
  package static func first(in text: String) -> String? {
    text.unicodeScalars.split { !isHan($0) && $0 != "·" }.lazy.map { String(String.UnicodeScalarView($0)) }
      .first(where: isName)
  }

  /// A frequent surname alone or with one or two more characters, whatever they are: before a form of address.
  static func isFamilyAndGiven(_ text: String) -> Bool {
    let family =
      surnames.first { text.hasPrefix($0) } ?? (common.contains(String(text.prefix(1))) ? String(text.prefix(1)) : nil)
    guard let family else { return false }
    let given = text.dropFirst(family.count)
    // 王某某 is nobody.
    return given.count <= 2 && !given.contains("某") && !signs.contains { text.contains($0) }
  }

  /// A frequent surname by itself.
  static func isFamily(_ text: some StringProtocol) -> Bool {
    surnames.contains(String(text)) || common.contains(String(text))
  }

  /// 王女士, 李建国先生.
  static func isAddressed(_ text: String) -> Bool {
    ["先生", "女士"].contains { text.hasSuffix($0) && isFamilyAndGiven(String(text.dropLast($0.count))) }
  }

  /// Surnames that begin words of the field, so that they are names before a form of address alone.
  private static let common: Set = [
    "高", "方", "安", "文", "金", "万", "路", "石", "白", "江", "史", "毛", "常", "施", "牛", "洪", "孟", "段", "侯",
  ]

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value) || (0x3400...0x4DBF).contains(scalar.value) || scalar.value >= 0x20000
  }

  private static func isName(_ part: String) -> Bool {
    let family = surnames.first { part.hasPrefix($0) && ($0.count == 2 || part.count <= 6) }
    guard let family, part.count > family.count else { return false }
    let rest = part.dropFirst(family.count)
    // 王书记, 李老师: one person's, whatever the post.
    if forms.contains(String(rest)) { return true }
    let given = forms.first { rest.hasSuffix($0) }.map { rest.dropLast($0.count) } ?? rest
    return given.count <= 2 && part.count >= 2 && !signs.contains { part.contains($0) }
      && !endings.contains { part.hasSuffix($0) }
  }

  /// The most frequent, without those that begin words of the field (安全, 文艺, 金融, 高校, 方案, 万达, 路段, 管理, 党委); two characters first.
  private static let surnames: [String] =
    ["欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "夏侯"]
    + "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范姚谭廖邹熊陆郝孔崔康毛邱秦顾侯邵孟龚雷钱汤尹黎易武乔贺赖龙"
    .map(String.init)
    + "陳楊黃趙吳孫馬羅鄭謝韓馮蕭許蘇盧蔣賈葉閻鐘陸龔雷錢湯賀賴".map(String.init)

  /// Forms of address.
  private static let forms = [
    "先生", "女士", "同志", "老师", "師傅", "师傅", "大姐", "大哥", "大爷", "大妈", "阿姨", "叔叔", "医生", "律师", "警官", "书记", "主任", "經理", "经理",
    "書記", "老師", "醫生", "律師",
  ]

  /// What names a role or an organisation wherever it stands.
  private static let signs = [
    "社区", "社區", "街道", "网格", "網格", "物业", "物業", "公司", "中心", "支部", "党", "黨", "委", "协会", "協會", "学校", "學校", "医院", "醫院", "银行",
    "銀行", "商会", "商會", "志愿", "志願", "值班", "窗口", "服务", "服務", "楼", "樓", "门", "門",
  ]

  /// What a role or an organisation ends with.
  private static let endings = [
    "长", "長", "员", "員", "队", "隊", "站", "办", "辦", "室", "所", "部", "科", "处", "處", "组", "組", "会", "會", "店", "厅", "廳", "园",
    "園", "院",
    "校", "局", "庄", "村", "家", "坊", "吧", "馆", "館", "团", "團", "岗", "崗", "班", "代表", "干部", "幹部",
  ]
}
