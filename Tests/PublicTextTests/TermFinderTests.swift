import TestSupport
import Testing

@testable import PublicText

@Suite struct TermFinderTests {
  private static func found(
    _ text: String, _ terms: [(String, [String])], as surface: TextSurface = .plain
  ) -> [String] {
    let finder = TermFinder(terms.map { TermFinder.Term(word: $0.0, exceptions: $0.1) })
    let bytes = Array(text.utf8)
    return finder.hits(in: text, as: surface).map {
      "\($0.term):\(String(decoding: bytes[..<$0.range.lowerBound], as: UTF8.self).count)-\(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test func allWordsInOnePass() {
    let terms: [(String, [String])] = [("电瓶车", []), ("老年人", []), ("瓶", [])]
    #expect(Self.found("老年人骑电瓶车，电瓶", terms) == ["1:0-老年人", "0:4-电瓶车", "2:9-瓶"])
    #expect(Self.found("", terms) == [] && Self.found("电动自行车", terms) == [])
  }

  @Test func ofTwoThatOverlapTheFirstAndOfTwoThatBeginTogetherTheLonger() {
    #expect(Self.found("甲乙丙", [("乙丙", []), ("甲乙", [])]) == ["1:0-甲乙"])
    #expect(Self.found("甲乙丙", [("甲乙", []), ("甲乙丙", [])]) == ["1:0-甲乙丙"])
    // A word that ends within another, seen on its way.
    #expect(Self.found("甲乙甲丙", [("甲乙甲乙", []), ("甲丙", [])]) == ["1:2-甲丙"])
  }

  @Test func phrasesInWhichItIsRight() {
    let terms: [(String, [String])] = [("老年人", ["老年人权益保障法", "《老年人"]), ("权益", [])]
    #expect(Self.found("老年人权益保障法和老年人权益", terms) == ["1:3-权益", "0:9-老年人", "1:12-权益"])
    #expect(Self.found("《老年人》", terms) == [])
    // Another word's phrase does not excuse it.
    #expect(Self.found("旧车站", [("旧车", []), ("车", ["旧车站"])]) == ["0:0-旧车"])
  }

  @Test func latinWordsAreWhole() {
    let terms: [(String, [String])] = [("app", []), ("3号", [])]
    #expect(Self.found("apple app, wapp app", terms) == ["0:6-app", "0:16-app"])
    #expect(Self.found("13号 3号", terms) == ["1:4-3号"])
    #expect(Self.found("用app办", terms) == ["0:1-app"])
  }

  @Test(arguments: [
    ("电**瓶**车", ["0:0-电**瓶**车"]), ("电瓶\n  车", ["0:0-电瓶\n  车"]), ("电瓶\n\n车", []), ("电瓶 车", []),
    ("电<!-- x -->瓶车", ["0:0-电<!-- x -->瓶车"]), ("[看](/files/电瓶车.pdf)", []), ("[电瓶车](/a/)", ["0:1-电瓶车"]),
    ("<https://a.cn/电瓶车>", []), ("<!-- 电瓶车 -->", []), ("电\\瓶~~车~~", ["0:0-电\\瓶~~车"]), ("|电瓶|车|", []),
    ("`电瓶车`", ["0:1-电瓶车"]), ("[看](电瓶车", ["0:4-电瓶车"]), ("[看](/a\n电瓶车)", ["0:7-电瓶车"]),
  ])
  func markdown(_ text: String, _ found: [String]) {
    #expect(Self.found(text, [("电瓶车", [])], as: .markdown) == found)
  }

  @Test(arguments: [
    ("title: 电瓶车 # 电瓶车", ["0:7-电瓶车"]), ("# 电瓶车\na: b", []), ("a: 1#电瓶车", ["0:5-电瓶车"]), ("a: 电瓶\n车: b", []),
  ])
  func yaml(_ text: String, _ found: [String]) {
    #expect(Self.found(text, [("电瓶车", [])], as: .yaml) == found)
  }

  @Test func templates() {
    let text = "<p title=\"电瓶车\">{{! 电瓶车 }}{{a}}电瓶{{b}}车{{"
    #expect(Self.found(text, [("电瓶车", [])], as: .template) == ["0:10-电瓶车"])
  }

  @Test(arguments: ["电**瓶**车", "](", "<http", "电<!--", "电瓶\n", "旧电瓶车站"])
  func timeIsLinear(_ unit: String) {
    let finder = TermFinder([.init(word: "电瓶车", exceptions: ["旧电瓶车站"]), .init(word: "瓶"), .init(word: "电瓶车站长")])
    let growth = Growth.ofTime(size: 2000) {
      String(repeating: unit, count: $0)
    } work: {
      _ = finder.hits(in: $0, as: .markdown)
    }
    #expect(growth < 3, "\(unit)")
  }

  /// The same as looking for each word by itself, at every place.
  @Test func asLookingForEachWord() {
    let words = ["aba", "ab", "babb", "甲乙", "乙甲乙", "a甲"]
    let finder = TermFinder(words.map { TermFinder.Term(word: $0) })
    var state: UInt64 = 7
    for _ in 0..<300 {
      let text = (0..<40).map { _ -> String in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return ["a", "b", "甲", "乙", " "][Int(state >> 33) % 5]
      }.joined()
      let bytes = Array(text.utf8)
      func isWord(_ index: Int) -> Bool { bytes.indices.contains(index) && (0x61...0x7A).contains(bytes[index]) }
      var all: [(Range<Int>, Int)] = []
      for (term, word) in words.enumerated() {
        let word = Array(word.utf8)
        for start in bytes.indices where bytes[start...].starts(with: word) {
          let end = start + word.count
          if word[0] < 0x80, isWord(start - 1) { continue }
          if word[word.count - 1] < 0x80, isWord(end) { continue }
          all.append((start..<end, term))
        }
      }
      var expected: [TermFinder.Hit] = []
      for (range, term) in all.sorted(by: { ($0.0.lowerBound, $1.0.upperBound) < ($1.0.lowerBound, $0.0.upperBound) })
      where range.lowerBound >= expected.last?.range.upperBound ?? 0 {
        expected.append(.init(term: term, range: range))
      }
      #expect(finder.hits(in: text) == expected, "\(text)")
    }
  }
}
