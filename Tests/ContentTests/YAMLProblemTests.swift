import CivilTime
import Diagnostics
import Testing

@testable import Content

@Suite struct YAMLProblemTests {
  private func problems(_ text: String) -> [Diagnostic] {
    PageReader(file: "a.md", officePhones: []).read(Array(text.utf8)).problems.inReadingOrder()
  }

  private func places(_ text: String) -> [String] { problems(text).map { "\($0.location!) \($0.code)" } }

  /// Ten lines that stand for 9¹⁰ values: a reader that compares or hashes them never ends.
  @Test(.timeLimit(.minutes(1))) func aliasBombsAreRefused() {
    let levels = (1...10).map { level in
      "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ","))]"
    }
    let bomb = "---\na0: &a0 [x]\n" + levels.joined(separator: "\n") + "\n? *a10\n: y\n---\n"
    #expect(places(bomb) == ["a.md:3:1 yaml.too-many-aliases"])
    #expect(
      places(bomb.replacing(",", with: "\n , "))
        == ["a.md:3:1 yaml.too-many-aliases"].map { $0.replacing(":3:", with: ":11:") })
  }

  @Test func aFewAliasesAndManyStarsAreFine() {
    let stars = String(repeating: "* 甲 *乙* ", count: 20)
    #expect(places("---\ntitle: &t 甲\nsummary: *t\nkind: page\nslug: a\n---\n") == [])
    #expect(places("---\ntitle: 甲 & 乙\nkind: page\nslug: a\nsummary: >\n  \(stars)\n---\n") == [])
  }

  @Test(arguments: [
    ("title：中文\nkind: page", "a.md:2:6 yaml.full-width-colon"),
    ("kind: page\ntitle：中文", "a.md:3:6 yaml.full-width-colon"),
    ("title：中文\nkind：page", "a.md:2:6 yaml.full-width-colon"),
    ("title ：中文\nkind: page", "a.md:2:7 yaml.full-width-colon"),
    ("title:中文\nkind: page", "a.md:2:6 yaml.colon-without-space"),
    ("title: 一\ntags:\n  - a：b\nkind：page\n", "a.md:4:6 yaml.full-width-colon"),
    ("标题：甲\n类型：公告", "a.md:2:3 yaml.full-width-colon"), ("标题:甲\n类型:公告", "a.md:2:3 yaml.colon-without-space"),
    ("title: 甲\n单位 ：乙\nkind: page", "a.md:3:4 yaml.full-width-colon"),
  ])
  func colons(fields: String, expected: String) {
    let found = problems("---\n\(fields)\n---\n")
    #expect(found.first.map { "\($0.location!) \($0.code)" } == expected)
    #expect(found.first?.hint?.zh.contains("用英文冒号加空格") == true)
  }

  /// Where the hand has to go, and what it has to do.
  @Test(arguments: [
    ("title: \"甲\nsummary: 乙\nkind: page", "a.md:2:8", "从这里开始的引号没有结束"),
    ("title: 甲\nsummary: '乙\nkind: page", "a.md:3:10", "从这里开始的引号没有结束"),
    ("title: 甲\napproval:\n\tauthor: 社工\nkind: page", "a.md:4:1", "Tab"),
    ("title: 甲\ntags:\n  - 一\n\t- 二\nkind: page", "a.md:5:1", "Tab"),
  ])
  func theLineThatIsToBeMended(fields: String, place: String, words: String) throws {
    let problem = try #require(problems("---\n\(fields)\n---\n甲。\n").first)
    #expect("\(problem.location!)" == place && problem.message.zh.contains(words), "\(problem)")
  }

  @Test(arguments: [
    ("date: 2026-11-31", "2026 年 11 月没有 31 日"), ("date: 2026年2月30日", "2026 年 2 月没有 30 日"),
    ("publishAt: 2026-13-01", "一年没有 13 月"),
  ])
  func daysThatThereAreNot(line: String, reason: String) throws {
    let found = problems("---\ntitle: 甲\nkind: page\n\(line)\n---\n甲。\n")
    #expect(found.map(\.code) == ["front-matter.wrong-value"] && found.first?.hint?.zh == reason)
  }

  /// No English in a Chinese sentence, for what people do every day.
  @Test(arguments: [
    "title: 电梯: 检修", "title: [甲", "title: {a: 1", "title: \"甲", "title: '甲", "title: @甲", "title: *甲", "title: `甲`",
    "title: 甲\n  kind: page", "tags:\n  - 甲\n - 乙", "title: \"C:\\甲\"", "title: *none", "\ttitle: 甲",
    "title: 甲\n\tkind: page",
    "title", "title: %甲", "kind: page\n title: 甲", "tags: - 甲", "tags: ",
  ])
  func reasonsAreChinese(fields: String) {
    for problem in problems("---\nslug: a\n\(fields)\nkind: page\n---\n") where problem.code.hasPrefix("yaml") {
      #expect(problem.message.zh.firstMatch(of: /[a-z]{3,} [a-z]{2,}/) == nil, "\(problem.message.zh)")
    }
  }

  @Test func keysWrittenTwiceInWindowsFiles() {
    #expect(places("---\r\ntitle: 甲\r\nkind: page\r\ntitle: 乙\r\n---\r\n") == ["a.md:4:1 yaml.duplicate-key"])
    #expect(
      places("---\ntitle: 甲\nkind: page\napproval:\n  title: 一\n  author: 甲\n  author: 乙\n---\n")
        == ["a.md:7:3 yaml.duplicate-key"])
  }

  @Test(arguments: ["——", "———", "－－－", "--", "— — —", "___"])
  func frontMatterClosedWithOtherDashes(line: String) {
    let found = problems("---\ntitle: 甲\nkind: page\n\(line)\n正文\n")
    #expect(found.map { "\($0.location!) \($0.code)" } == ["a.md:4:1 front-matter.unclosed"])
    #expect(found.first?.hint?.zh.contains("三个英文连字符") == true)
    #expect(problems("\(line)\ntitle: 甲\n---\n").first?.hint?.zh.contains("三个英文连字符") == true)
  }
}

@Suite struct FieldReaderTests {
  private func read(_ fields: String) -> (Page?, [String]) {
    let (result, problems) = PageReader(file: "a.md", officePhones: []).read(
      Array("---\nkind: page\n\(fields)\n---\n".utf8))
    return (result.page, problems.inReadingOrder().map { "\($0.location!) \($0.code)" })
  }

  @Test func neverIsADayOfFourDigits() {
    let (page, problems) = read("title: 甲\nexpiresAt: 9999-12-31")
    #expect(problems == [])
    #expect(page?.expiresAt?.date.parts.year == 9999)
  }

  @Test(arguments: ["\"甲\\0乙\"", "\"甲\\e[2J\"", "\"\\u202e甲\"", "\"甲\\uffff\"", "\"甲\\x7f\""])
  func hiddenCharactersAreNamed(title: String) {
    #expect(read("title: \(title)").1 == ["a.md:3:8 front-matter.hidden-character"])
    #expect(read("title: 甲\ntags: [乙, \(title)]").1 == ["a.md:4:11 front-matter.hidden-character"])
  }

  @Test(arguments: ["\"\"", "\" \"", "\"\\u3000\"", "\"\\u200b\"", ""])
  func blankTitlesAreMissing(title: String) {
    #expect(read("title: \(title)").1 == ["a.md:3:\(title.isEmpty ? 7 : 8) front-matter.missing-key"])
  }

  @Test func controlCharactersOfAFileAreNamed() {
    #expect(read("title: 甲\n---\n一\n二\u{B}三\u{1B}").1 == ["a.md:6:2 file.control-character"])
  }
}
