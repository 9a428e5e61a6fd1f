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

  /// The table is ICU's.
  @Test func tableIsTheTransforms() {
    var different: [String] = []
    for value in Array(0x3400..<0xA000) + [0x3007] {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let text = String(Character(scalar))
      let latin = text.applyingTransform(.mandarinToLatin, reverse: false) ?? text
      let wanted = latin == text ? nil : withoutTones(latin)
      if Pinyin.reading(of: scalar) != wanted { different.append("\(text): \(wanted ?? "–")") }
    }
    // A newer ICU may know some readings better.
    #expect(different.count < 100, "\(different)")
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
