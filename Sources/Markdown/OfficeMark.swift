/// What a line of office writing begins with: `一、` `（一）` `1、` `①` `第一条` `·` `－` `时间：` `特此公告`.
///
/// The numbers are those of GB/T 9704—2012 §7.3.3 (`一、` `（一）` `1.` `（1）`), and what else is met in notices.
struct OfficeMark: Equatable {
  enum Style: Hashable {
    case chinese, chineseInBrackets, arabic, arabicInBrackets, letter, circled, ordinal
    /// 甲、
    case stem
    /// `1.2`; by what stands before its point.
    case decimal(Int)
    /// 第一条, 第一章; by its last character.
    case article(Unicode.Scalar)
    case bullet
    /// `时间：`, of a few characters.
    case label
    /// `特此公告`, `附件：`.
    case closing
    /// `#标题`: CommonMark asks for a space.
    case heading(level: Int)
  }

  let style: Style
  var number: Int?
  /// Whether it can't be the middle of a sentence; else lines beside it have to show that it is counted.
  let isCertain: Bool
  /// In Unicode scalars.
  let length: Int

  /// Begins a part of the text, not an entry of a list.
  var isSection: Bool {
    switch style {
    case .chinese, .chineseInBrackets, .article, .closing: true
    default: false
    }
  }

  /// - Parameter line: its beginning, without white space before it.
  init?(_ line: [Unicode.Scalar]) {
    guard let first = line.first, let found = Self.read(line, first) else { return nil }
    self = found
  }

  private init(_ style: Style, _ number: Int? = nil, isCertain: Bool = true, length: Int) {
    (self.style, self.number, self.isCertain, self.length) = (style, number, isCertain, length)
  }

  private static func read(_ line: [Unicode.Scalar], _ first: Unicode.Scalar) -> OfficeMark? {
    func at(_ index: Int) -> Unicode.Scalar? { index < line.count ? line[index] : nil }
    switch first {
    case "（", "(": return inBrackets(line)
    case "【": return line.prefix(14).contains("】") ? OfficeMark(.label, length: 1) : nil
    case "#", "＃": return heading(line)
    case "第": return article(line)
    case _ where circled.contains(where: { $0.contains(first.value) }):
      return OfficeMark(.circled, Int(first.value), length: 1)
    case _ where bullets.contains(first) || isPictograph(first): return OfficeMark(.bullet, length: 1)
    // A minus, a range, a dash within a sentence are none.
    case "－", "—", "–", "﹣":
      return isText(at(1).map { isBlank($0) } == true ? at(2) : at(1)) ? OfficeMark(.bullet, length: 1) : nil
    // CommonMark's bullets want a space.
    case "-", "*": return at(1).map { isIdeograph($0) } == true ? OfficeMark(.bullet, length: 1) : nil
    case "A"..."Z", "a"..."z", "\u{2160}"..."\u{217F}":
      if at(1).map({ "、．）".unicodeScalars.contains($0) }) == true {
        return OfficeMark(.letter, Int(first.value), length: 2)
      }
      return at(1) == "." && isText(at(2) == " " ? at(3) : at(2))
        ? OfficeMark(.letter, Int(first.value), isCertain: false, length: 2) : nil
    case "甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸":
      let number = "甲乙丙丁戊己庚辛壬癸".unicodeScalars.enumerated().first { $0.element == first }?.offset
      return at(1) == "、" ? OfficeMark(.stem, number, isCertain: false, length: 2) : closing(line) ?? label(line)
    // 1️⃣, with or without what asks for the picture.
    case "0"..."9" where at(1) == "\u{20E3}" || at(1) == "\u{FE0F}" && at(2) == "\u{20E3}":
      return OfficeMark(.circled, Int(first.value), length: at(1) == "\u{20E3}" ? 2 : 3)
    default: return numbered(line) ?? closing(line) ?? label(line)
    }
  }

  // MARK: Numbers

  private static func numbered(_ line: [Unicode.Scalar]) -> OfficeMark? {
    let (number, length, isArabic) = ChineseNumber.read(line)
    guard let number, length < line.count, number < 100, length <= 4 else { return nil }
    let next = line[length]
    let behind = length + 1 < line.count ? line[length + 1] : nil
    // 1、2号楼, 一、二楼: what is counted may be the things, not the lines.
    let goesOn = behind.map { ChineseNumber.isDigit($0) } ?? false
    let style = isArabic ? Style.arabic : .chinese
    switch next {
    case "、", "．": return OfficeMark(style, number, isCertain: !goesOn, length: length + 1)
    case "）": return OfficeMark(style, number, length: length + 1)
    case ".", ")":
      if next == ".", isArabic, goesOn {
        return decimal(line, number: number, at: length + 1)
          ?? OfficeMark(style, number, isCertain: false, length: length + 1)
      }
      return OfficeMark(style, number, isCertain: behind.map { isHan($0) } ?? false, length: length + 1)
    case "是" where !isArabic: return OfficeMark(.ordinal, number, isCertain: false, length: length + 1)
    default: return nil
    }
  }

  /// `1.2 范围`, which is counted behind its point; 3.5元 is an amount.
  private static func decimal(_ line: [Unicode.Scalar], number: Int, at start: Int) -> OfficeMark? {
    let (minor, length, _) = ChineseNumber.read(line.dropFirst(start))
    let end = start + length
    guard let minor, length <= 2, end + 1 < line.count, isBlank(line[end]), isHan(line[end + 1]) else { return nil }
    return OfficeMark(.decimal(number), minor, isCertain: false, length: end)
  }

  private static func inBrackets(_ line: [Unicode.Scalar]) -> OfficeMark? {
    let (number, length, isArabic) = ChineseNumber.read(line.dropFirst())
    guard let number, number < 100, length <= 3, length + 1 < line.count, "）)".unicodeScalars.contains(line[length + 1])
    else { return nil }
    return OfficeMark(isArabic ? .arabicInBrackets : .chineseInBrackets, number, length: length + 2)
  }

  /// 第十二条, 第一章 总则; and 第一，.
  private static func article(_ line: [Unicode.Scalar]) -> OfficeMark? {
    let (number, length, _) = ChineseNumber.read(line.dropFirst())
    guard let number, length + 1 < line.count else { return nil }
    let unit = line[length + 1]
    if "，、：,".unicodeScalars.contains(unit) {
      return OfficeMark(.ordinal, number, isCertain: false, length: length + 2)
    }
    guard "条章节款项编步类".unicodeScalars.contains(unit) else { return nil }
    let behind = length + 2 < line.count ? line[length + 2] : nil
    let isSetApart = behind.map { isBlank($0) || "：、".unicodeScalars.contains($0) } ?? true
    return OfficeMark(.article(unit), number, isCertain: isSetApart, length: length + 2)
  }

  // MARK: Words

  /// `#标题` and `＃标题`; `#话题#` is none, and `#2 楼` is a number.
  private static func heading(_ line: [Unicode.Scalar]) -> OfficeMark? {
    let level = line.prefix { $0 == "#" || $0 == "＃" }.count
    let isWide = line[0] == "＃"
    let blanks = line.dropFirst(level).prefix { isBlank($0) }.count
    let rest = line.dropFirst(level + blanks)
    // Behind a blank that is not ASCII's, CommonMark sees no heading.
    let isOwn = isWide || blanks == 0 || line[level].value > 0x7F
    guard level <= 6, let next = rest.first, isOwn, isHan(next), !rest.contains("#"),
      !rest.contains("＃")
    else { return nil }
    return OfficeMark(.heading(level: level), length: level + blanks)
  }

  private static func label(_ line: [Unicode.Scalar]) -> OfficeMark? {
    var letters = 0
    for (index, scalar) in line.prefix(12).enumerated() {
      if isIdeograph(scalar) {
        letters += 1
      } else if scalar == "：" || scalar == ":", (2...8).contains(letters) {
        let word = String(String.UnicodeScalarView(line.prefix(index)))
        return OfficeMark(.label, isCertain: ownLabels.contains(word), length: index + 1)
      } else if !isBlank(scalar) || letters == 0 {
        return nil
      }
    }
    return nil
  }

  private static func closing(_ line: [Unicode.Scalar]) -> OfficeMark? {
    for word in closings where line.starts(with: word.unicodeScalars) {
      return OfficeMark(.closing, length: word.unicodeScalars.count)
    }
    for word in ["附件", "附表"] where line.starts(with: word.unicodeScalars) {
      let rest = line.dropFirst(2).drop { ChineseNumber.isDigit($0) || isBlank($0) }
      if let next = rest.first, next == "：" || next == ":" { return OfficeMark(.closing, length: 2) }
    }
    return nil
  }

  /// Labels with which a line begins even where no other stands beside it: hardly a sentence has one in its midst.
  private static let ownLabels: Set<String> = [
    "联系人", "联系电话", "咨询电话", "监督电话", "举报电话", "服务电话", "报名电话", "联系方式", "联系地址", "报名方式", "报名时间", "报名地点", "活动时间", "活动地点",
    "办理时间", "办理地点", "办公时间", "办公地点", "开放时间", "服务时间", "集合时间", "集合地点", "参加对象", "参加人员", "主办单位", "承办单位", "协办单位", "温馨提示",
    "聯絡人", "聯絡電話", "查詢電話", "報名方式", "報名時間", "報名地點", "活動時間", "活動地點", "辦理時間", "辦理地點", "開放時間", "主辦單位", "承辦單位", "溫馨提示",
  ]

  private static let closings = [
    "特此公告", "特此公示", "特此通知", "特此通告", "特此函告", "特此函复", "特此说明", "特此证明", "特此报告", "特此声明", "特此告知", "特此致谢",
    "附：", "注：", "备注：", "抄送：", "特此公佈", "特此公布",
  ]

  // MARK: Characters

  private static let circled: [ClosedRange<UInt32>] = [
    0x2460...0x2487, 0x2488...0x249B, 0x24EB...0x24FF, 0x2776...0x2793, 0x3220...0x3229, 0x3251...0x325F,
    0x3280...0x3289,
    0x32B1...0x32BF,
  ]
  private static let bullets: Set<Unicode.Scalar> = Set("·•●○■□◆◇★☆※▲△▼▽▶►▷▸▹→⇒➔➢➣➤➜❖✦✧✪♦√✓✔☑☐✅◎◉▪▫◦∙・".unicodeScalars)

  /// A picture as messages have them before a line: 📍, ⏰, ☎. Within a sentence none begins a line.
  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x231A...0x231B, 0x23E9...0x23F3, 0x2600...0x26FF, 0x2702...0x27B0, 0x2B50, 0x2B55, 0x1F300...0x1FAFF: true
    default: false
    }
  }

  /// What a line goes on with behind its mark.
  private static func isText(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { isHan($0) } ?? false
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value != 0x3000 && CharacterClass.isHan(scalar) || "“‘".unicodeScalars.contains(scalar)
  }
}

/// Numbers as lines are counted with them: 一, 十二, 二十, 3, １２.
enum ChineseNumber {
  private static let digits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "百": 100,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "拾": 10,
  ]

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { arabic(scalar) != nil || digits[scalar] != nil }

  /// In ASCII or full-width.
  static func arabic(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }

  /// The number at the beginning of a text and its length.
  static func read(_ text: some Collection<Unicode.Scalar>) -> (number: Int?, length: Int, isArabic: Bool) {
    let figures = text.prefix(5).prefix { arabic($0) != nil }
    if !figures.isEmpty { return (figures.reduce(0) { $0 * 10 + arabic($1)! }, figures.count, true) }
    var (sum, last, length) = (0, 0, 0)
    for scalar in text.prefix(6) {
      guard let value = digits[scalar] else { break }
      length += 1
      if value >= 10 {
        sum += max(last, 1) * value
        last = 0
      } else {
        last = value
      }
    }
    return (length > 0 ? sum + last : nil, length, false)
  }
}
