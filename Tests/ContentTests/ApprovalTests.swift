import CivilTime
import Diagnostics
import Files
import TestSupport
import Testing

@testable import Content

/// Signatures under a page's text, what makes them void, and which text of a page stands for it.
@Suite struct ApprovalTests {
  private let file = "content/pages/a.md"
  private let plain = "---\ntitle: 甲\nkind: page\n---\n正文\n"
  private let day = CivilDate(year: 2026, month: 11, day: 21)!

  private func sign(
    _ text: String, _ role: ApprovalRole = .author, _ who: String = "社工", isSealedBefore: Bool = false
  ) -> (String?, [String]) {
    let (signed, problems) = PageSigning(role: role, who: who, day: day).sign(
      Array(text.utf8), file: file, isSealedBefore: isSealedBefore)
    return (signed?.bytes.map { String(decoding: $0, as: UTF8.self) }, problems.map(\.code))
  }

  private func approved(_ text: String) throws -> String {
    var text = text
    for (role, who) in [(ApprovalRole.author, "社工"), (.reviewer, "副书记"), (.approver, "书记")] {
      text = try #require(sign(text, role, who).0)
    }
    return text
  }

  private func standing(_ text: String, isSealedBefore: Bool = false) -> ApprovalStanding {
    ApprovalStanding.of(text[...], isSealedBefore: isSealedBefore)
  }

  // MARK: Writing

  /// The form is fixed: what was signed stays signed under later versions of the program.
  @Test func theDigestStaysTheSame() throws {
    #expect(
      try #require(sign(plain).0) == """
        ---
        title: 甲
        kind: page
        approval:
          author: 社工
          authoredOn: 2026-11-21
          digest: sha256:ff50cf1b8671fb428342e9330f98d1ec16f9b6c13b65d016d78ba414a8a5ae70
        ---
        正文

        """)
  }

  @Test(arguments: [
    ("approval: {author: 甲岗, approver: 乙岗}  # 说明\n", "approval:  # 说明\n  author: 社工\n"),
    ("approval: {\n  author: 甲岗,  # 值班\n  # 另起\n}\n", "approval:\n  # 另起\n  author: 社工\n"),
    ("approval:\n    author: \"社工\"\n", "approval:\n    author: \"社工\"\n    authoredOn: 2026-11-21\n"),
    ("'approval':  # 一\n\n  # 二\n  reviewer: 丙\n", "'approval':  # 一\n\n  # 二\n  author: 社工\n"),
    ("approval:\n  author: >\n    社\n    工\n", "approval:\n  author: 社工\n"),
    ("approval: ~\n", "approval:\n  author: 社工\n"),
  ])
  func whatIsThereIsReplaced(written: String, beginning: String) throws {
    let signed = try #require(sign("---\ntitle: 甲\n\(written)# 下一项\nkind: page\n---\n正文\n").0)
    #expect(signed.hasPrefix("---\ntitle: 甲\n" + beginning))
    #expect(signed.hasSuffix("# 下一项\nkind: page\n---\n正文\n"))
    #expect(standing(signed) == .waiting(.reviewer))
  }

  @Test(arguments: [
    ("社区党委书记", "社区党委书记"), ("三里河街道（筹）", "三里河街道（筹）"), ("a: b", "\"a: b\""), ("null", "\"null\""), ("#1", "\"#1\""),
    ("“主任”\\\"", "\"“主任”\\\\\\\"\""), ("- x", "\"- x\""), ("9号楼", "\"9号楼\""),
  ])
  func rolesReadAsTheyWereGiven(who: String, written: String) throws {
    let signed = try #require(sign(plain, .author, who).0)
    #expect(signed.contains("  author: \(written)\n"))
    #expect(standing(signed) == .waiting(.reviewer))
  }

  @Test func whatCannotBeWrittenIsRefused() {
    #expect(sign("---\n{title: 甲, kind: page}\n---\n").1 == ["approval.cannot-write"])
    #expect(
      sign("---\ntitle: &a 甲\nkind: page\napproval: &b {author: 乙}\ntags: [*a]\n---\n").0 != nil)
    #expect(sign("---\ntitle: \"甲\napproval: 乙\"\nkind: page\n---\n").1 == ["approval.cannot-write"])
    #expect(sign("---\ntitle: 甲\nkind: page\ndraft: true\n---\n").1 == ["approval.draft"])
    #expect(sign("---\ntitle: 甲\nkind: pag\n---\n").1 == ["front-matter.wrong-value"])
  }

  // MARK: Order

  @Test func eachRoleHasItsTurn() throws {
    #expect(sign(plain, .reviewer, "副书记").1 == ["approval.out-of-order"])
    let authored = try #require(sign(plain).0)
    #expect(sign(authored, .approver, "书记").1 == ["approval.out-of-order"])
    #expect(sign(authored, .reviewer, " 社 工").1 == ["approval.same-role"])
    #expect(sign(authored, .author, "门卫").1 == ["approval.already-signed"])
    #expect(sign(authored) == (nil, []))
    let approved = try approved(plain)
    #expect(standing(approved) == .approved)
    #expect(sign(approved, .reviewer, "副书记") == (nil, []))
    #expect(sign(approved + "又", .approver, "书记").1 == ["approval.out-of-order"])
    #expect(standing(try #require(sign(approved + "又").0)) == .waiting(.reviewer))
  }

  // MARK: What it is worth

  @Test(arguments: [
    ("正文", "正 文", ApprovalStanding.changed), ("title: 甲", "title: 甲 ", .changed),
    ("kind: page", "# x\nkind: page", .changed),
    ("书记\n  approvedOn", "主任\n  approvedOn", .changed), ("2026-11-21\n  digest", "2026-11-22\n  digest", .changed),
    ("sha256:", "sha257:", .changed), ("  reviewer: 副书记\n", "", .changed), ("  author: 社工\n", "", .changed),
    ("\n", "\r\n", .approved), ("正文\n", "正文\n\n\n", .approved), ("  digest", "  # 说明\n  digest", .approved),
  ])
  func aChangeMakesItVoid(old: String, new: String, expected: ApprovalStanding) throws {
    #expect(standing(try approved(plain).replacing(old, with: new)) == expected)
  }

  @Test func anApprovalByHandCountsUntilAnEditionIsKept() {
    let text = "---\ntitle: 甲\napproval: {approver: 书记, approvedOn: 2026-11-01}\n---\n"
    #expect(standing(text) == .approved)
    #expect(standing(text, isSealedBefore: true) == .changed)
    #expect(standing("---\ntitle: 甲\napproval: {author: 社工}\n---\n") == .waiting(.author))
    #expect(sign(text.replacing("title", with: "kind: page\ntitle"), .approver, "书记").1 == ["approval.out-of-order"])
  }

  // MARK: Which text of a page stands for it

  private func site(_ files: [String: String]) throws -> (Content, [String]) {
    let site = try TemporarySite(files, site: "title: 例\nbaseURL: https://a.example\napproval: required\n")
    let (content, problems) = try site.load()
    return (try #require(content), problems.inReadingOrder().map { "\($0.location!) \($0.severity) \($0.code)" })
  }

  @Test func theEditionStandsInThePlaceOfAChangedPage() throws {
    let kept = try approved(plain)
    let (content, problems) = try site([
      file: kept.replacing("正文", with: "改过").replacing("甲", with: "乙"), "content/.approved/pages/a.md": kept,
    ])
    #expect(problems == [])
    #expect(content.pages.map(\.title) == ["甲"] && content.held.map(\.present?.title) == ["乙"])
    #expect(content.pages[0].file == file && content.pages[0].readFrom == "content/.approved/pages/a.md")
    #expect(content.held.map(\.editionApprovedOn) == [day] && content.publishablePages.count == 1)
  }

  @Test func aPageThatCannotBeReadStopsNothingUnlessItWasApprovedByHand() throws {
    let broken = "---\ntitle: 甲: 乙\nkind: page\n---\n"
    let byHand = "---\ntitle: 甲: 乙\nkind: page\napproval: {approver: 书记, approvedOn: 2026-11-01}\n---\n"
    let kept = try approved(plain)
    let (content, problems) = try site([
      "content/pages/a.md": broken, "content/pages/b.md": broken, "content/pages/c.md": byHand,
      "content/.approved/pages/a.md": kept,
    ])
    #expect(
      problems == [
        "content/pages/a.md:2:9 warning yaml.syntax", "content/pages/b.md:2:9 warning yaml.syntax",
        "content/pages/c.md:2:9 error yaml.syntax",
      ])
    #expect(content.pages.map(\.file) == ["content/pages/a.md"])
    #expect(content.held.map(\.file) == ["content/pages/a.md", "content/pages/b.md"])
  }

  @Test func anEditionThatDoesNotFitIsNotUsed() throws {
    let kept = try approved(plain)
    let (content, problems) = try site([
      file: kept.replacing("正文", with: "改过"), "content/.approved/pages/a.md": kept.replacing("正文", with: "混进来的"),
      "content/.approved/pages/gone.md": kept,
    ])
    #expect(
      problems == [
        "content/.approved/pages/a.md warning approval.edition-unusable",
        "content/.approved/pages/gone.md warning approval.edition-orphan",
      ])
    #expect(content.publishablePages.isEmpty && content.held.map(\.hasEdition) == [false])
  }

  @Test func draftsWaitForNobody() throws {
    #expect(try site([file: plain.replacing("kind", with: "draft: true\nkind")]).0.held.isEmpty)
  }
}
