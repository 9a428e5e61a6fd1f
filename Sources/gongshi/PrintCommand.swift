import ArgumentParser
import Artifacts
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Encoding
import Files
import Foundation
import Posters
import Words

/// `gongshi print PAGE`: a page for the notice board.
struct PrintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: .said(zh: "把网页做成能贴出来的 A4、A3 海报（PDF）。", en: "Makes a poster of a page, A4 or A3, as PDF."),
    discussion: .said(
      zh: "公告、某一天或一周的日程、服务菜单、公开目录都行；末尾有二维码，扫了就看最新的内容。生成 PDF 要用这台电脑上的 Chromium、Chrome 或 Edge；没有的话，输出 .html，用浏览器打开再打印。",
      en:
        "A notice, the programme of a day, a menu, the list of what is disclosed; a code at its foot opens the page as it is then. A PDF is made with this machine's Chromium, Chrome or Edge; without one write .html and print it from a browser."
    ))

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions

  @Argument(
    help: .said(
      zh: "网址，如 /notices/gate/，或它的文件 content/notices/gate.md；可以写几个。",
      en: "Addresses, like /notices/gate/, or files, like content/notices/gate.md."))
  var pages: [String]

  @Option(help: .said(zh: "纸张：a4 或 a3。", en: "The paper: a4 or a3."))
  var paper = "a4"

  @Option(
    name: .customLong("to"),
    help: .said(
      zh: "写到哪里：以 .pdf 或 .html 结尾；不写就是当前文件夹里以网页命名的 PDF。",
      en: "Where it is written, .pdf or .html; by default a PDF named after the page, here."))
  var target: String?

  @Option(
    help: .said(zh: "用哪个浏览器程序生成 PDF；不写就自己找。", en: "The browser that makes the PDF; by default one that is found."))
  var browser: String?

  func validate() throws {
    if pages.isEmpty { throw UsageError(zh: "请写明哪个网页", en: "name a page") }
    if Poster.Paper(rawValue: paper.lowercased()) == nil {
      throw UsageError(zh: "纸张只有 a4 和 a3，没有“\(paper)”", en: "the paper is a4 or a3, not “\(paper)”")
    }
    guard let target else { return }
    if !isFile(target), pages.count == 1, !Files.isDirectory(target) {
      throw UsageError(
        zh: "--to 要以 .pdf 或 .html 结尾，或者是已有的文件夹", en: "--to ends in .pdf or .html, or is a directory that is there")
    }
    if isFile(target), pages.count > 1 {
      throw UsageError(zh: "几个网页要写到文件夹里：--to 写文件夹", en: "several pages go into a directory: let --to be one")
    }
  }

  private func isFile(_ path: String) -> Bool { path.hasSuffix(".pdf") || path.hasSuffix(".html") }

  func run() throws {
    let site = try load()
    let files = Dictionary(site.artifacts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let paths = try pages.map { page in
      guard let path = address(page, in: site), files[path]?.mediaType == .html else { throw unknown(page, site) }
      return path
    }
    for path in paths {
      guard let artifact = files[path] else { continue }
      let output = place(of: path)
      do {
        let (page, poster) = (try Self.bytes(of: artifact), poster(of: path, in: site, files))
        try write(page, as: poster, to: output)
        noteMissing(poster.missingPictures(of: page), output)
      } catch let error as FileError {
        throw common.fail(error)
      }
      common.say("已写到 \(output)。", "written to \(output).")
    }
  }

  private func noteMissing(_ pictures: [String], _ output: String) {
    guard let first = pictures.first else { return }
    common.note(
      "\(output) 上没有别的网站的图片（\(pictures.count) 张，如 \(first)）；要印上，请把图片放进 content/images/。",
      "pictures of other sites are not on \(output) (\(pictures.count), as \(first)); to have them, put them into content/images/."
    )
  }

  private func poster(of path: SitePath, in site: Site, _ files: [SitePath: Artifact]) -> Poster {
    let community = site.community
    let issuer = community.site.unit.flatMap { community.units[$0]?.name } ?? community.site.title
    let time = community.words.moment(community.horizon.localNow)
    return Poster(
      paper: Poster.Paper(rawValue: paper.lowercased()) ?? .a4, address: community.site.baseURL + path.url,
      short: community.shortAddress(leadingTo: path.url),
      notes: [community.words.scanToOpen, "\(issuer)  \(time)"]
    ) { path in
      files[path].flatMap { file in (try? Self.bytes(of: file)).map { (file.mediaType, $0) } }
    }
  }

  private func place(of path: SitePath) -> String {
    let parts = path.url.split(separator: "/")
    let name = (parts.isEmpty ? "home" : parts.joined(separator: "-")) + ".pdf"
    guard let target else { return name }
    return isFile(target) ? target : target + (target.hasSuffix("/") ? "" : "/") + name
  }

  private func load() throws -> Site {
    do {
      let (loaded, problems) = try Site.load(common.loadOptions(options))
      try common.report(
        problems.filter { $0.severity == .error }, undone: Message(zh: "没有生成海报", en: "no poster was made"))
      guard let loaded else { throw ExitStatus.wrongInput }
      return loaded
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  private static func bytes(of artifact: Artifact) throws(FileError) -> Bytes {
    switch artifact.body {
    case .bytes(let bytes): bytes
    case .made(let make): make()
    case .copy(let file): try Files.read(file)
    }
  }

  // MARK: Which page

  private func address(_ page: String, in site: Site) -> SitePath? {
    if page.hasPrefix("/"), !page.hasSuffix(".md") {
      let parts = page.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").map(String.init)
      return .page(parts.last == "index.html" ? parts.dropLast() : parts)
    }
    let file = page.hasPrefix("./") ? String(page.dropFirst(2)) : page
    let found = site.community.pages.all.first {
      file == $0.page.source.file || file.hasSuffix("/" + $0.page.source.file)
    }
    return found?.page.path
  }

  private func unknown(_ page: String, _ site: Site) -> ExitStatus {
    let pages = site.artifacts.filter { $0.mediaType == .html }.map(\.path.url)
    let near =
      Suggestion.nearest(to: page, among: pages)
      ?? Suggestion.nearest(to: page, among: site.community.pages.all.map(\.page.source.file))
    _ = common.fail(
      "没有公开的网页“\(page)”" + (near.map { "，是不是想写“\($0)”？" } ?? "；写网址，如 /notices/gate/，或文件，如 content/notices/gate.md"),
      "there is no public page “\(page)”"
        + (near.map { "; did you mean “\($0)”?" }
          ?? "; write its address, like /notices/gate/, or its file, like content/notices/gate.md"))
    return .wrongUsage
  }

  // MARK: PDF

  private func write(_ page: Bytes, as poster: Poster, to output: String) throws {
    if output.hasSuffix(".html") { return try Files.replace(output, with: poster.html(of: page)) }
    guard var pdf = try printed(poster.html(of: page)) else { throw noBrowser(output) }
    switch PDFPages.count(pdf) {
    // A little more than a sheet becomes one.
    case 2...3:
      for letters in Poster.Letters.allCases.dropFirst() {
        guard let smaller = try printed(poster.html(of: page, letters: letters)) else { break }
        if PDFPages.count(smaller) == 1 {
          pdf = smaller
          break
        }
      }
    // What is long is read from near.
    case 4...: pdf = try printed(poster.html(of: page, letters: .small)) ?? pdf
    default: break
    }
    try Files.replace(output, with: pdf)
  }

  /// nil where there is no browser, or it made none.
  private func printed(_ html: Bytes) throws(FileError) -> Bytes? {
    guard let program = browser ?? Browser.found else { return nil }
    let directory = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)").path
    try Files.makeDirectory(directory, isPrivate: true)
    defer { try? Files.remove(directory) }
    try Files.write(html, to: directory + "/poster.html")
    let made = directory + "/poster.pdf"
    guard Browser.print(directory + "/poster.html", to: made, by: program, profile: directory + "/profile") else {
      return nil
    }
    return (try? Files.read(made)).flatMap { $0.starts(with: "%PDF-".utf8) ? $0 : nil }
  }

  private func noBrowser(_ output: String) -> ExitStatus {
    let page = output.dropLast(4) + ".html"
    if let program = browser ?? Browser.found {
      return common.fail(
        "\(program) 没能生成 PDF；用 --to \(page) 输出网页，再从浏览器打印",
        "\(program) made no PDF; write --to \(page) and print it from a browser")
    }
    return common.fail(
      "这台电脑上没有找到 Chromium、Chrome 或 Edge；用 --browser 指明程序，或用 --to \(page) 输出网页，再从浏览器打印",
      "no Chromium, Chrome or Edge was found on this machine; name one by --browser, or write --to \(page) and print it from a browser"
    )
  }
}

/// How many sheets a PDF has (ISO 32000-1, 7.7.3): what its page objects are counted as.
enum PDFPages {
  static func count(_ pdf: Bytes) -> Int {
    var count = 0
    let mark = Array("/Type /Page".utf8)
    var rest = pdf[...]
    while let found = rest.firstRange(of: mark) {
      rest = rest[found.upperBound...]
      // `/Type /Pages` is the tree.
      if rest.first != UInt8(ascii: "s") { count += 1 }
    }
    return count
  }
}
