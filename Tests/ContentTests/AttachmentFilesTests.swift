import Diagnostics
import TestSupport
import Testing

@testable import Content

@Suite struct AttachmentFilesTests {
  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0, 0, 0, 0,
  ]
  private static let pdf = Array("%PDF-1.4\n%%EOF\n".utf8)

  private static func problems(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    let site = try TemporarySite()
    try site.write("content/files/" + name, bytes)
    return try site.problems()
  }

  @Test(
    arguments: [
      ("通知.pdf", pdf, []), ("图.PNG", png, []), ("通知.docx", pdf, ["attachment.wrong-format"]),
      ("通知.pdf", png, ["attachment.wrong-format"]), ("通知.pdf", [], ["attachment.empty"]),
      ("通知.txt", Array("电话".utf8), ["attachment.not-accepted"]),
      ("说明.md", Array("---\n".utf8), ["attachment.not-accepted"]),
      ("通知.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], ["attachment.not-accepted"]),
      ("通知.pdf", Array("%PDF-1.4\n".utf8), ["attachment.damaged"]),
      ("a.pdf", Array("%PDF-1.4\ntrailer << /Encrypt 1 0 R >> %%EOF".utf8), ["attachment.password"]),
      ("a.pdf", Array("%PDF-1.4\n<< /Author (张三) >> %%EOF".utf8), ["attachment.author"]),
      ("a.pdf", Array("%PDF-1.4\n<< /Author (Administrator) >> << /Author (示例) >> %%EOF".utf8), []),
      ("a.pdf", Array("%PDF-1.4\n<< /Title (13812345678) >> %%EOF".utf8), ["privacy.mobile-number"]),
      ("13812345678.pdf", pdf, ["privacy.mobile-number"]), ("👍.pdf", pdf, ["attachment.file-name"]),
      ("~$通知.docx", Array("x".utf8), []), ("Thumbs.db", Array("x".utf8), []),
    ] as [(String, [UInt8], [String])])
  func whatIsWrongWithAFile(_ name: String, _ bytes: [UInt8], _ codes: [String]) throws {
    #expect(try Self.problems(name, bytes) == codes.map { "content/files/\(name) \($0)" })
  }

  @Test func published() throws {
    let site = try TemporarySite()
    try site.write("content/files/2026/报名表.PDF", Self.pdf)
    try site.write("content/files/图.png", Self.png)
    let content = try #require(try site.load().content)
    #expect(content.attachments.map(\.name) == ["/files/2026/报名表.PDF", "/files/图.png"])
    #expect(content.attachments.map(\.path.url) == ["/files/2026/bao-ming-biao.pdf", "/files/tu.png"])
    #expect(content.attachments.map(\.ownTitle) == ["报名表", "图"] && content.attachments[0].bytes == 15)
    // What lies there is no picture of the pages.
    #expect(content.images.isEmpty)
    try site.write("content/files/突.png", Self.png)
    #expect(try site.problems() == ["content/files/突.png attachment.same-address"])
  }

  @Test func whatAPageNames() throws {
    let site = try TemporarySite([
      "content/a.md": """
      ---
      title: 甲
      kind: page
      attachments: [报名表.pdf, {file: /files/图.png, title: 现场图}]
      ---
      填[报名**表**](/files/%E6%8A%A5%E5%90%8D%E8%A1%A8.pdf#page=2)，看[章程](/files/章程.pdf?a)，[首页](/)。
      ![图](/files/b.png)

      ```qr
      url: /files/扫.pdf
      label: 扫码
      ```

      """
    ])
    try site.write("content/files/报名表.pdf", Self.pdf)
    let page = try #require(try site.load().content?.pages.first)
    #expect(
      page.files.map { "\($0.location) \($0.name) \($0.title ?? "-")" } == [
        "content/a.md:4:15 /files/报名表.pdf 报名表", "content/a.md:4:31 /files/图.png 现场图",
        "content/a.md:6:65 /files/章程.pdf 章程", "content/a.md:9 /files/扫.pdf 扫码",
      ])
  }

  @Test(arguments: [
    ("attachments: {file: a}", "4:14 front-matter.wrong-value"),
    ("attachments: [{title: a}]", "4:15 front-matter.missing-key"),
    ("attachments: [{file: a, size: 1}]", "4:25 front-matter.unknown-key"),
    ("attachments: [[a]]", "4:15 front-matter.wrong-value"),
  ])
  func frontMatter(_ line: String, _ problem: String) throws {
    let site = try TemporarySite(["content/a.md": "---\ntitle: 甲\nkind: page\n\(line)\n---\n"])
    #expect(try site.problems() == ["content/a.md:" + problem])
  }
}
