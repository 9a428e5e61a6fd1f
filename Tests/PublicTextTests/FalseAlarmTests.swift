import RandomInputs
import Testing

@testable import PublicText

/// Notices as communities write them, full of numbers that are no resident's: dates, times, rooms, amounts, office numbers, filing numbers, codes,
/// addresses, lists and tables. None of 10,000 may be taken for one.
@Suite struct FalseAlarmTests {
  private static let seed: UInt64 = 20_261_129

  @Test func tenThousandNotices() {
    var random = SeededRandom(seed: Self.seed)
    var alarms: [String] = []
    for _ in 0..<10_000 {
      let text = Self.notice(&random)
      if let number = PersonalNumber.find(in: text).first {
        alarms.append(String(decoding: Array(text.utf8)[max(0, number.offset - 30)...].prefix(90), as: UTF8.self))
      }
    }
    #expect(alarms.count <= 1, "seed \(Self.seed): \(alarms.prefix(5))")
  }

  private static func notice(_ random: inout SeededRandom) -> String {
    (0..<random.number(4...14)).map { _ in sentence(&random) }.joined(
      separator: random.one(of: ["\n\n", "\n", "", " "]))
  }

  private static func digits(_ count: Int, _ random: inout SeededRandom) -> String {
    (0..<count).map { _ in String(random.below(10)) }.joined()
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func day(_ random: inout SeededRandom) -> String {
    let (year, month, day) = (random.number(1949...2030), random.number(1...12), random.number(1...28))
    return random.one(of: [
      "\(year)-\(pad(month))-\(pad(day))", "\(year)年\(month)月\(day)日", "\(year)/\(month)/\(day)",
      "\(year).\(pad(month)).\(pad(day))",
      "\(year)\(pad(month))\(pad(day))",
    ])
  }

  private static func time(_ random: inout SeededRandom) -> String {
    "\(random.number(6...21)):\(pad(random.below(60)))"
  }

  private static let numerals = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

  private static func sentence(_ random: inout SeededRandom) -> String {
    switch random.below(25) {
    case 0:
      return
        "定于\(day(&random))（星期\(random.one(of: ["一", "三", "五"]))）\(time(&random))—\(time(&random))在\(random.number(1...30))号楼\(random.number(101...2802))室举行。"
    case 1:
      return
        "\(day(&random)) \(time(&random))至\(day(&random)) \(time(&random))停水，涉及\(random.number(100...199))户、\(random.number(1000...9999))人。"
    case 2:
      return
        "咨询电话：0531-\(digits(4, &random))-\(digits(4, &random))、0531\(digits(8, &random))转\(digits(4, &random))，热线12345。"
    case 3: return "共收到\(random.number(130...199))件、\(random.number(1000...9999))人次、\(random.number(1000...9999))元。"
    case 4:
      return
        "经费合计\(random.number(1...9)),\(digits(3, &random)),\(digits(3, &random)).\(digits(2, &random))元，其中\(digits(5, &random)).\(digits(2, &random))元。"
    case 5: return "鲁ICP备\(digits(10, &random))号-\(random.number(1...9)) 鲁公网安备\(digits(14, &random))号"
    case 6: return "统一社会信用代码9137010\(digits(10, &random))\(random.one(of: ["A", "B", "W", "3"]))。"
    case 7:
      return
        "直播：https://live.example.cn/\(digits(6, &random))?t=\(random.number(1_600_000_000...1_900_000_000))&id=\(digits(8, &random))。"
    case 8: return "会议号 \(digits(3, &random)) \(digits(3, &random)) \(digits(3, &random))，密码\(digits(6, &random))。"
    case 9:
      return
        "依据济政发〔\(random.number(2015...2026))〕\(random.number(1...99))号、泉街办字\(digits(4, &random))第\(random.number(1...99))号。"
    case 10:
      let row = { (random: inout SeededRandom) in
        "| \(random.number(1...9))月 | \(random.number(10...199)) | \(random.number(100...9999)) | \(random.number(100...99999)) |"
      }
      return "\n\n| 月份 | 场次 | 人次 | 金额（元） |\n|---|---|---|---|\n"
        + (0..<4).map { _ in row(&random) }.joined(separator: "\n")
        + "\n"
    case 11:
      return
        "一、\(random.number(1...30))号楼；二、\(random.number(1...30))号楼；三、\(random.number(1...30))、\(random.number(1...30))、\(random.number(1...30))号楼。"
    case 12:
      let year = (0..<4).map { _ in numerals[random.below(10)] }.joined()
      return "\(year)年\(random.one(of: ["一", "三", "十二"]))月\(random.one(of: ["八", "十五", "二十三"]))日，周一三五上午、二四六下午。"
    case 13:
      return
        "ISBN 978-7-\(digits(3, &random))-\(digits(5, &random))-\(random.below(10))，\(random.number(100...999))页，\(digits(2, &random)).00元。"
    case 14:
      return "东经\(random.number(73...135)).\(digits(6, &random))，北纬\(random.number(18...53)).\(digits(6, &random))。"
    case 15: return "快递单号\(random.one(of: ["SF", "YT", "JD"]))\(digits(13, &random))，订单\(digits(19, &random))。"
    case 16: return "参加人员：\(random.number(10...199))、\(random.number(1000...1999))、\(random.number(1000...9999))户。"
    case 17:
      return
        "比分\(random.below(22)):\(random.below(22))、\(random.below(22)):\(random.below(22))，尺寸\(random.number(100...1920))x\(random.number(100...1080))×\(random.number(1...99))mm。"
    case 20:
      return
        "图号\(digits(3, &random))-\(digits(4, &random))-\(digits(4, &random))-\(digits(2, &random))，档案号\(random.number(130...199))-\(digits(4, &random))-\(digits(4, &random))-\(digits(3, &random))。"
    case 21:
      let marks = random.one(of: [
        ["1. ", "2. ", "3. "], ["- ", "- ", "- "], ["一、", "二、", "三、"], ["（1）", "（2）", "（3）"],
      ])
      return "\n\n本月办件、咨询和走访（件、人次、户）：\n\n"
        + zip(marks, [random.number(130...199), random.number(1000...9999), random.number(1000...9999)])
        .map { "\($0)\($1)" }.joined(separator: "\n") + "\n"
    case 22:
      return (1...3).map { "\($0). \(random.number(130...199))户、\(random.number(1000...9999))人" }.joined(
        separator: "\n") + "\n"
    case 23:
      return
        "型号\(random.number(130...199))-\(digits(4, &random))-\(digits(4, &random))-\(random.one(of: ["A", "B2", "01", "7"]))\(random.below(10))，"
        + "新\(random.one(of: ["a", "b"]))\(random.below(10))纸\(digits(5, &random))张，云\(random.one(of: ["app", "wifi"]))\(digits(4, &random))。"
    case 24:
      return "\n- \(random.number(100...999))\n- \(random.number(1000...9999))元\n- \(random.number(1000...9999))\n"
    case 18:
      return
        "①\(day(&random))报名；②\(time(&random))签到；③\(random.number(100...999))人封顶。第\(random.number(1...99))期，总第\(random.number(100...999))期。"
    default:
      return
        "年份\(random.number(1990...2026))、\(random.number(1990...2026))、\(random.number(1990...2026))，版本\(random.below(20)).\(random.below(20)).\(random.below(200))，192.168.\(random.below(255)).\(random.below(255))。"
    }
  }
}
