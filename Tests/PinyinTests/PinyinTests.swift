import Foundation
import Testing

@testable import Pinyin

struct PinyinTests {
  @Test(arguments: [
    ("服务时间", "fu-wu-shi-jian"), ("泉西社区 2026 年", "quan-xi-she-qu-2026-nian"), ("Hello, World!", "hello-world"),
    ("Ａ座１２号", "a-zuo-12-hao"),
    ("重庆路银行", "chong-qing-lu-yin-hang"), ("重点工作", "zhong-dian-gong-zuo"), ("长者食堂", "zhang-zhe-shi-tang"),
    ("长期照护", "chang-qi-zhao-hu"),
    ("活动地点", "huo-dong-di-dian"), ("佛山仿佛", "fo-shan-fang-fu"), ("音乐快乐", "yin-yue-kuai-le"), ("妇女之家", "fu-nv-zhi-jia"),
    ("会计与会议", "kuai-ji-yu-hui-yi"), ("——……！", ""), ("", ""), ("ひらがな", ""), ("二〇二六", "er-ling-er-liu"),
    ("千人参与", "qian-ren-can-yu"), ("30人参观", "30-ren-can-guan"), ("机动车行驶", "ji-dong-che-xing-shi"),
    ("统一行动", "tong-yi-xing-dong"), ("一行人", "yi-xing-ren"), ("部分行为", "bu-fen-xing-wei"), ("笔试和面试", "bi-shi-he-mian-shi"),
    ("网上调查", "wang-shang-diao-cha"), ("家长安全", "jia-zhang-an-quan"), ("校长征集", "xiao-zhang-zheng-ji"),
    ("网格长清单", "wang-ge-zhang-qing-dan"), ("社会计划", "she-hui-ji-hua"), ("学校对面", "xue-xiao-dui-mian"),
    ("对外传播", "dui-wai-chuan-bo"), ("居民乐园", "ju-min-le-yuan"), ("没收到", "mei-shou-dao"), ("更多重视", "geng-duo-zhong-shi"),
    ("银行长期合作", "yin-hang-chang-qi-he-zuo"), ("人参", "ren-shen"), ("长治路", "chang-zhi-lu"),
    ("人民调解委员会", "ren-min-tiao-jie-wei-yuan-hui"),
    ("重慶銀行", "chong-qing-yin-hang"), ("音樂會", "yin-yue-hui"), ("廈門", "xia-men"), ("會計調解", "kuai-ji-tiao-jie"),
    ("還書", "huan-shu"),
    ("樂陵", "lao-ling"), ("Café时光", "cafe-shi-guang"), ("Cafe\u{301}时光", "cafe-shi-guang"), ("Ⅱ期第②期", "2-qi-di-2-qi"),
    ("50m²", "50m-2"),
    ("don’t stop", "dont-stop"), ("10场", "10-chang"), ("第3期A班", "di-3-qi-a-ban"), ("𠮷祥", "xiang"), ("㛃", "jie"),
  ])
  func slugs(text: String, slug: String) {
    #expect(Pinyin.slug(text) == slug)
  }

  @Test func slugsEndWithAWholeSyllable() {
    #expect(Pinyin.slug("服务时间", limit: 14) == "fu-wu-shi-jian")
    #expect(Pinyin.slug("服务时间", limit: 13) == "fu-wu-shi")
    #expect(Pinyin.slug("supercalifragilistic", limit: 5) == "super")
  }

  /// The table is that of the toolchain's ICU, reading by reading.
  @Test func tableIsTheTransforms() {
    var different: [String] = []
    for value in Array(0x3400..<0xA000) + [0x3007] {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = String(Character(scalar))
      let latin = text.applyingTransform(.mandarinToLatin, reverse: false) ?? text
      let wanted = latin == text ? nil : withoutTones(latin)
      if Pinyin.reading(of: scalar) != wanted { different.append("\(text): \(wanted ?? "–")") }
    }
    #expect(different == [])
  }

  private func withoutTones(_ latin: String) -> String {
    var out = ""
    for scalar in latin.decomposedStringWithCanonicalMapping.unicodeScalars {
      if scalar.value == 0x308 {
        out.removeLast()
        out.append("v")
      } else if scalar.isASCII, scalar != " " {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// Every word has as many syllables as characters, each a reading that some character has.
  @Test func wordsAreWellFormed() {
    let known = Set((0x3400..<0xA000).compactMap { Unicode.Scalar(UInt32($0)).flatMap(Pinyin.reading) })
    var seen: Set<String> = []
    for word in PinyinWords.all {
      #expect(word.characters.count == word.syllables.count, "\(word.text)")
      #expect(word.syllables.allSatisfy { known.contains(String($0)) }, "\(word.text)")
      #expect(seen.insert(word.text).inserted, "\(word.text) twice")
    }
    #expect(seen.count > 200)
  }
}

extension PinyinTests {
  /// A word that says nothing new only takes time.
  @Test func wordsDifferFromTheirCharacters() {
    let single = Dictionary(
      uniqueKeysWithValues: PinyinWords.all.filter { $0.characters.count == 1 }.map {
        ($0.characters[0], $0.syllables[0])
      })
    let idle = PinyinWords.all.filter { word in
      zip(word.characters, word.syllables).allSatisfy { character, syllable in
        (word.characters.count > 1 ? single[character].map(String.init) : nil) ?? Pinyin.reading(of: character)
          == String(syllable)
      }
    }
    #expect(idle.isEmpty, "\(idle.map(\.text).sorted().joined(separator: "，"))")
  }
}
