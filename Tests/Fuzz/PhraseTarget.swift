import CivilTime
import RandomInputs

/// Dates, times and repetitions as people write them into cells.
struct PhraseTarget: FuzzTarget {
  static let name = "phrase"
  static let share = 13

  private static let dates = [
    "2026年11月21日", "2026-11-21", "2026/1/2", "20261121", "２０２６年１１月２１日", "2026.11.21", "11月21日", "2026年2月30日",
  ]
  private static let times = [
    "15:00", "下午3点半", "上午9:00-11:00", "14:00～15:30", "3:00 pm - 4:30 pm", "晚上七点一刻", "次日6:00", "24:00", "全天",
    "22:00-次日06:00", "3点",
  ]
  private static let rules = [
    "每周三", "每周一、三、五", "每周一至周五", "隔周周四", "每两周周六", "每月5、15日", "每月第一、三个周六", "每月最后一个周五", "每年3月5日", "每天", "每3个月第2个周二",
    "每月倒数第二个周日",
  ]
  private static let ends = ["共10次", "至2026年12月30日", "截止到 2027-01-01止", "到2026/12/31", "（周六）", "起", "从", "星期日"]
  private static let words =
    dates + times + rules + ends + [
      "每", "第", "个", "、", "-", "—", " ", "　", "次", "月", "日", "点", "两", "十", "9999", "10000", "0",
    ]

  func input(_ random: inout SeededRandom) -> [UInt8] {
    var parts: [String] = []
    if random.chance(70) { parts.append(random.one(of: Self.dates)) }
    if random.chance(50) { parts.append(random.one(of: Self.rules)) }
    if random.chance(70) { parts.append(random.one(of: Self.times)) }
    if random.chance(30) { parts.append(random.one(of: Self.ends)) }
    if random.chance(20) { parts.shuffle(using: &random) }
    let bytes = Array(parts.joined(separator: random.one(of: ["", " ", "，"])).utf8)
    return random.chance(40) ? bytes : Mutation.mutated(bytes, words: Self.words, &random)
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    guard let phrase = try? DatePhrase.parse(String(decoding: input, as: UTF8.self)) else { return false }
    try expect(phrase.startMinute.map { (0...1439).contains($0) } ?? true, "starts at \(phrase.startMinute ?? 0)")
    try expect(phrase.endMinute.map { (0...1440).contains($0) } ?? true, "ends at \(phrase.endMinute ?? 0)")
    if let date = phrase.date, let end = phrase.endDate { try expect(end >= date, "ends before it starts") }
    if let rule = phrase.rule {
      let text = rule.text(zone: .shanghai)
      try expect((try? RecurrenceRule(text, zone: .shanghai)) == rule, "its rule is not read back: \(text)")
    }
    return true
  }
}
