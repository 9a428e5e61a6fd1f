import ArgumentParser
import Community
import Content
import Encoding
import Files
import Foundation
import Markdown
import Words

/// `gongshi render`: a Markdown body to HTML, through the same code as the pages.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: .said(zh: "把 Markdown 转成 HTML。", en: "Renders Markdown to HTML."))

  @OptionGroup var common: CommonOptions

  @Argument(help: .said(zh: "文件；不写或写 - 就读标准输入。", en: "A file, or - for standard input (the default)."))
  var file: String?

  @Flag(
    help: .said(zh: "只用标准 CommonMark：没有扩展，HTML 原样输出。", en: "Plain CommonMark: no extensions, raw HTML passed through."))
  var commonmark = false

  @Flag(
    help: .said(
      zh: "输入是正文的 JSON 数组，输出是 HTML 的 JSON 数组。", en: "Takes a JSON array of bodies and gives a JSON array of HTML."))
  var json = false

  func run() throws {
    let input: [UInt8]
    do throws(FileError) {
      if let file, file != "-" { input = try Files.read(file, isNamed: true) } else { input = try Terminal.input() }
    } catch {
      throw common.fail(named: error)
    }
    if json { return try renderArray(input) }
    let text = String(decoding: input, as: UTF8.self)
    // A page's file has front matter before its body; plain CommonMark knows none.
    let isPage = !commonmark && file?.lowercased().hasSuffix(".md") == true
    Terminal.output(html(isPage ? PageText.body(text) : text))
  }

  private func renderArray(_ input: [UInt8]) throws {
    guard let bodies = try? JSONDecoder().decode([String].self, from: Data(input)) else {
      _ = common.fail("输入应是由文字组成的 JSON 数组", "the input must be a JSON array of strings")
      throw ExitStatus.wrongInput
    }
    var writer = JSONWriter()
    writer.array(bodies) { $0.value(html($1).text) }
    Terminal.output(writer.file)
  }

  private func html(_ body: String) -> Bytes {
    let document = Document(body, extensions: commonmark ? [] : .all)
    return HTMLRenderer(rawHTML: commonmark ? .pass : .escape, words: SimplifiedChinese.words.ofRenderer).html(document)
  }
}
