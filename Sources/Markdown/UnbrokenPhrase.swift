import Scanning

/// A date, a time, a price or a number with its unit: no line ends within it. Browsers break between a digit and a Chinese character
/// (UAX #14: NU ÷ ID), and behind the dash of a range.
///
/// The player has the same rule for all that screens show (`Player/text.js`).
struct UnbrokenPhrase {
  /// The characters from a place on, as far as a phrase may go, and where each begins and the last ends.
  private let scalars: UnsafeBufferPointer<Unicode.Scalar>
  private let starts: UnsafeBufferPointer<Int>

  /// Longer ones would leave a narrow column half empty, or not fit at all.
  private static let longest = 14
  /// Characters that are read of a text for a phrase and the marks behind it.
  private static let reach = longest + 6

  /// The first one from a place on, in bytes.
  static func first(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    var index = start
    while index < text.count {
      let byte = text[index]
      // Ideographs that no numeral begins like: half of a Chinese text.
      if byte &- 0xE6 < 3 {
        index += 3
        continue
      }
      if byte | 0x20 &- 0x61 < 26 {
        // Digits of a name: A4, WiFi6.
        while index < text.count, text[index] | 0x20 &- 0x61 < 26 || text[index] &- 0x30 < 10 { index += 1 }
        continue
      }
      guard mayBegin(text, index) else {
        // The other bytes of a character begin nothing.
        index += byte < 0xE0 ? 1 : 3
        continue
      }
      if let end = endOfNumberAlone(text, from: index) {
        index = end
        continue
      }
      let (end, isPhrase) = end(of: text, from: index)
      if isPhrase { return index..<end }
      index = end
    }
    return nil
  }

  /// Where a phrase that begins at a place ends; where there is none, where the next may begin. Read into room on the stack: arrays for each number took a
  /// third of the time that it takes to find phrases.
  private static func end(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> (Int, isPhrase: Bool) {
    withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: reach) { scalars in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: reach + 1) { starts in
        let phrase = UnbrokenPhrase(text, from: start, scalars, starts)
        if let length = phrase.length { return (phrase.starts[phrase.withMarks(length)], true) }
        return (phrase.starts[max(1, phrase.number(at: 0))], false)
      }
    }
  }

  /// A digit, a currency sign, a full-width digit or a Chinese numeral.
  @inline(__always)
  private static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch text[index] {
    case 0x30...0x39: return true
    case 0xC2: return index + 1 < text.count && text[index + 1] == 0xA5
    // ０…９ and ￥, but none of the full-width marks, of which every sentence has some.
    case 0xEF:
      guard index + 2 < text.count else { return false }
      return text[index + 1] == 0xBC ? text[index + 2] &- 0x90 < 10 : text[index + 1] == 0xBF && text[index + 2] == 0xA5
    case 0xE3, 0xE4, 0xE5, 0xE9: return isNumeral(text, index)
    default: return false
    }
  }

  /// Of `isNumeral`, those that a phrase may begin with.
  @inline(__always)
  private static func isNumeral(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    switch UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2]) {
    // 〇 一 二 三 四 五 六 七 八 九 十 千 零
    case 0xE38087, 0xE4B880, 0xE4BA8C, 0xE4B889, 0xE59B9B, 0xE4BA94, 0xE585AD, 0xE4B883, 0xE585AB, 0xE4B99D, 0xE58D81,
      0xE58D83, 0xE99BB6:
      return true
    default: return false
    }
  }

  /// 百, with which no phrase begins.
  @inline(__always)
  private static func isHundred(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 2 < text.count && text[index] == 0xE7 && text[index + 1] == 0x99 && text[index + 2] == 0xBE
  }

  /// Where the text goes on behind a number behind which neither a unit nor a sign of a range stands, as behind most: no phrase begins there. nil where
  /// one may, and where it has to be read to know.
  private static func endOfNumberAlone(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var end = start
    if text[start] < 0x80 {
      while end < text.count {
        if text[end] &- 0x30 < 10 {
          end += 1
        } else if text[end] == 0x2C || text[end] == 0x2E || text[end] == 0x3A, end + 1 < text.count,
          text[end + 1] &- 0x30 < 10
        {
          end += 2
        } else {
          break
        }
      }
    } else {
      guard text[start] != 0xC2, text[start] != 0xEF else { return nil }
      while end < text.count, isNumeral(text, end) || isHundred(text, end) { end += 3 }
    }
    guard end - start <= longest else { return nil }
    var reader = ScalarReader(text, from: end)
    guard let next = reader.next() else { return end }
    return has(mayBeBehind, next) ? nil : end
  }

  /// A bit for each character that may stand behind a number of a phrase: the first of a unit, signs of ranges, a blank, and wide digits, marks between
  /// digits.
  private static let mayBeBehind: [UInt64] = bits(
    String(String.UnicodeScalarView(units.keys)) + joints + " ,.:０１２３４５６７８９")

  /// - Parameters:
  ///   - scalars: room for `reach`.
  ///   - starts: room for one more.
  private init(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ scalars: UnsafeMutableBufferPointer<Unicode.Scalar>,
    _ starts: UnsafeMutableBufferPointer<Int>
  ) {
    var reader = ScalarReader(text, from: start)
    var (count, place) = (0, start)
    starts.initializeElement(at: 0, to: start)
    while count < Self.reach, let scalar = reader.next() {
      place += UTF8.width(scalar)
      scalars.initializeElement(at: count, to: scalar)
      count += 1
      starts.initializeElement(at: count, to: place)
    }
    self.scalars = UnsafeBufferPointer(rebasing: scalars[..<count])
    self.starts = UnsafeBufferPointer(rebasing: starts[...count])
  }

  /// In characters; nil where there is none, or nothing in it that a line could end at.
  private var length: Int? {
    guard let first = scalars.first else { return nil }
    var index = first == "¥" || first == "￥" ? 1 : 0
    let isPrice = index == 1
    var end: Int?
    var units = 0
    while true {
      let digits = number(at: index)
      guard digits > 0 else { break }
      let isWrittenOut = Self.isNumeral(scalars[index])
      index += digits
      if isPrice, index <= Self.longest { end = index }
      if let unit = unit(at: index) {
        index = unit.end
        units += 1
        if index > Self.longest { break }
        // Of numbers in words, dates and sums alone: 一个 is no figure.
        if !isWrittenOut || units > 1 || unit.isMoney { end = index }
        if isWrittenOut, !unit.isOfDatesAndSums { break }
        if !unit.goesOn { break }
        while self[index] == " " { index += 1 }
        continue
      }
      guard !isWrittenOut, let next = self[index], Self.isJoint(next), number(at: index + 1) > 0 else { break }
      index += 1
      let past = index + number(at: index)
      if past <= Self.longest { end = past }
    }
    return end
  }

  /// With the marks behind it: where nothing may break, a browser would otherwise begin the next line with them.
  private func withMarks(_ length: Int) -> Int {
    var end = length
    while let next = self[end], Self.isClosing(next) { end += 1 }
    return end
  }

  private subscript(_ index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// How long the number at a place is: 1,200.50, ２０, 二〇二六.
  private func number(at start: Int) -> Int {
    var end = start
    while let next = self[end] {
      if ChineseNumber.arabic(next) != nil {
        end += 1
      } else if next == "," || next == "." || next == ":", end > start, let behind = self[end + 1],
        ChineseNumber.arabic(behind) != nil
      {
        end += 1
      } else {
        break
      }
    }
    if end > start { return end - start }
    while let next = self[end], Self.isNumeral(next) { end += 1 }
    return end - start
  }

  private func unit(at start: Int) -> (goesOn: Bool, isOfDatesAndSums: Bool, isMoney: Bool, end: Int)? {
    let begin = start + (self[start] == " " ? 1 : 0)
    guard let first = self[begin], first.value < 0x10000 else { return nil }
    let place = Int(Self.places[Int(first.value)])
    guard place > 0, let found = Self.lists[place - 1].first(where: { stands($0.scalars, at: begin) }) else {
      return nil
    }
    var end = begin + found.scalars.count
    // A word of Latin letters is longer than a unit.
    if let next = self[end], found.scalars[0].isASCII, next.properties.isAlphabetic, next.isASCII { return nil }
    // 5元/人
    if self[end] == "/", let next = self[end + 1], OfficeMark.isIdeograph(next) { end += 2 }
    return (found.goesOn, found.isOfDatesAndSums, found.isMoney, end)
  }

  private func stands(_ word: [Unicode.Scalar], at start: Int) -> Bool {
    guard start + word.count <= scalars.count else { return false }
    for place in word.indices where scalars[start + place] != word[place] { return false }
    return true
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "零": true
    default: false
    }
  }

  private static let joints = "–—～~－-：至到"
  private static func isJoint(_ scalar: Unicode.Scalar) -> Bool { has(jointBits, scalar) }
  private static let jointBits = bits(joints)
  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool { has(closingBits, scalar) }
  private static let closingBits = bits("，。、；：！？）」』”’》】〉…,.;:!?)")

  /// A bit for each character.
  private static func bits(_ text: String) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 1024)
    for scalar in text.unicodeScalars { bits[Int(scalar.value >> 6)] |= 1 << UInt64(scalar.value & 63) }
    return bits
  }
  @inline(__always)
  private static func has(_ bits: [UInt64], _ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x10000 && bits[Int(scalar.value >> 6)] >> UInt64(scalar.value & 63) & 1 != 0
  }

  private static let goingOn: Set<String> = [
    "年", "月", "小时", "时", "点", "分", "元", "号楼", "单元", "个小时", "時", "點", "小時",
  ]
  private static let ofDatesAndSums: Set<String> = ["年", "月", "日", "元", "万元", "时", "点", "分"]

  private struct Unit {
    let scalars: [Unicode.Scalar]
    /// A further number may follow.
    let goesOn: Bool
    let isOfDatesAndSums: Bool
    let isMoney: Bool

    init(_ name: String) {
      scalars = Array(name.unicodeScalars)
      goesOn = UnbrokenPhrase.goingOn.contains(name)
      isOfDatesAndSums = UnbrokenPhrase.ofDatesAndSums.contains(name)
      isMoney = name.hasSuffix("元")
    }
  }

  /// `units`, and for each character one more than the place of those that begin with it: a table, since a dictionary's hashes took as long as all else.
  private static let lists = Array(units.values)
  private static let places: [UInt8] = {
    var places = [UInt8](repeating: 0, count: 0x10000)
    for (place, list) in lists.enumerated() { places[Int(list[0].scalars[0].value)] = UInt8(place + 1) }
    return places
  }()
  /// By their first character; the longer before what it begins with.
  private static let units: [Unicode.Scalar: [Unit]] = Dictionary(
    grouping: """
      平方公里 平方米 立方米 平方 立方 个工作日 个半小时 个小时 个月 小时 小時 分钟 分鐘 月份 季度 周岁 万元 萬元 亿元 千元 百元 号楼 號樓 单元 單元 公里 千米 厘米 毫米 \
      公斤 千克 毫升 万人 万户 余人 余户 多人 人次 年 月 日 号 號 时 時 点 點 分 秒 天 周 岁 歲 个 個 人 户 戶 名 位 家 次 场 場 期 届 元 角 万 萬 亿 米 吨 克 斤 升 \
      度 倍 楼 樓 层 層 室 栋 幢 棟 条 條 项 項 件 份 张 張 本 台 辆 套 间 間 处 座 路 线 折 页 块 只 支 步 \
      kWh kW kg km cm mm m² m³ ㎡ m g
      """.split(separator: " ").map { Unit(String($0)) }, by: { $0.scalars[0] })
}
