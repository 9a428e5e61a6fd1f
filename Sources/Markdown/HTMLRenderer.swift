package import Encoding
import Scanning

/// A document as HTML. Without extensions and with raw HTML passed through, the bytes are those of `cmark --unsafe`.
package struct HTMLRenderer: Sendable {
  package enum RawHTML: Sendable {
    /// Shown as text; comments are dropped. Links with active schemes lose their destination.
    case escape
    case pass
  }

  /// Where the HTML goes.
  package enum Setting: Sendable {
    /// A page of the site: headings and footnotes have addresses.
    case page
    /// A feed or a screen, beside others: no addresses, no form elements.
    case standalone
  }

  /// What is said to those who don't see the signs.
  package struct Words: Sendable {
    let done, open, footnote, footnotes, back: String

    package init(done: String, open: String, footnote: String, footnotes: String, back: String) {
      self.done = done
      self.open = open
      self.footnote = footnote
      self.footnotes = footnotes
      self.back = back
    }
  }

  package var rawHTML: RawHTML
  package var place: Setting
  package var words: Words
  /// Gives the HTML that takes a code block's place; nil leaves it code. `index` is the node's place in the document.
  package var replaceCodeBlock: (@Sendable (_ index: Int) -> Bytes?)?
  /// Gives what stands behind a link into this site, as HTML; nil is nothing.
  package var afterLink: (@Sendable (_ destination: String) -> Bytes?)?

  /// Gives how a picture of this site is shown; nil: as it is written.
  package var picture: (@Sendable (_ destination: String) -> RenderedPicture?)?
  /// Whether the first picture is what a reader sees first: all others are loaded when they come near.
  package var firstPictureIsEager = true

  /// Put before destinations that begin with one `/`, for readers outside the site.
  package var baseURL: String?

  package init(
    _ place: Setting = .page, rawHTML: RawHTML = .escape, words: Words, baseURL: String? = nil,
    replaceCodeBlock: (@Sendable (_ index: Int) -> Bytes?)? = nil
  ) {
    self.place = place
    self.rawHTML = rawHTML
    self.words = words
    self.baseURL = baseURL
    self.replaceCodeBlock = replaceCodeBlock
  }

  package func html(_ document: Document) -> Bytes {
    var out = Bytes()
    out.reserveCapacity(document.text.count * 3 / 2)
    render(document, into: &out)
    return out
  }

  package func render(_ document: Document, into out: inout Bytes) {
    document.text.withUnsafeBufferPointer { text in
      document.nodes.withUnsafeBufferPointer { nodes in
        var pass = RenderPass(renderer: self, document: document, nodes: nodes, text: text, start: out.count)
        pass.run(into: &out)
      }
    }
  }
}

private struct RenderPass {
  let renderer: HTMLRenderer
  let document: Document
  let nodes: UnsafeBufferPointer<Document.Node>
  let text: UnsafeBufferPointer<UInt8>
  let start: Int
  private var footnotes: FootnoteHTML
  /// How many links are open.
  private var linkDepth = 0
  /// What stands behind the link that is open.
  private var note: Bytes?
  /// How many were shown.
  private var pictures = 0

  init(
    renderer: HTMLRenderer, document: Document, nodes: UnsafeBufferPointer<Document.Node>,
    text: UnsafeBufferPointer<UInt8>, start: Int
  ) {
    self.renderer = renderer
    self.document = document
    self.nodes = nodes
    self.text = text
    self.start = start
    footnotes = FootnoteHTML(renderer.place, renderer.words)
  }

  mutating func run(into out: inout Bytes) {
    var open: [Int] = []
    var index = 0
    while index < nodes.count {
      while let last = open.last, Int(nodes[last].end) <= index {
        leave(nodes[last], into: &out)
        open.removeLast()
      }
      let node = nodes[index]
      if node.kind == .image {
        image(node, index, into: &out)
        index = Int(node.end)
        continue
      }
      enter(node, index, into: &out)
      if Int(node.end) > index + 1 || isContainer(node.kind) { open.append(index) }
      index += 1
    }
    while let last = open.popLast() { leave(nodes[last], into: &out) }
  }

  private func isContainer(_ kind: Document.Kind) -> Bool {
    switch kind {
    case .document, .blockQuote, .list, .item, .paragraph, .heading, .emphasis, .strong, .strikethrough, .link, .table,
      .tableRow, .tableCell, .footnotes, .footnote:
      true
    default: false
    }
  }

  // MARK: Nodes

  private mutating func enter(_ node: Document.Node, _ index: Int, into out: inout Bytes) {
    switch node.kind {
    case .document: break
    case .text: text(buffer(node.content), into: &out)
    case .softBreak: if !node.flag { out.append(UInt8(ascii: "\n")) }
    case .lineBreak: out.append("<br />\n" as StaticString)
    case .code:
      out.append("<code>" as StaticString)
      out.append(escaping: buffer(node.content))
      out.append("</code>" as StaticString)
    case .htmlInline: rawHTML(node, into: &out)
    case .emphasis: out.append("<em>" as StaticString)
    case .strong: out.append("<strong>" as StaticString)
    case .strikethrough: out.append("<del>" as StaticString)
    case .link:
      linkDepth += 1
      link(node, into: &out)
      if let afterLink = renderer.afterLink, buffer(node.content).first == UInt8(ascii: "/") {
        note = afterLink(String(decoding: buffer(node.content), as: UTF8.self))
      }
    case .image: break
    case .blockQuote:
      line(&out)
      out.append("<blockquote>\n" as StaticString)
    case .list: list(node, into: &out)
    case .item:
      line(&out)
      item(node, into: &out)
    case .codeBlock: codeBlock(node, index, into: &out)
    case .htmlBlock: htmlBlock(node, into: &out)
    case .paragraph:
      if !node.flag {
        line(&out)
        // Elsewhere no style sheet knows our classes.
        out.append(
          !node.isSignature
            ? "<p>" : renderer.place == .page ? "<p class=\"signature\">" : "<p align=\"right\">")
      }
    case .heading:
      line(&out)
      heading(node, into: &out)
    case .thematicBreak:
      line(&out)
      out.append("<hr />\n" as StaticString)
    case .table:
      line(&out)
      // Wide tables scroll by themselves, with the keyboard too.
      out.append(
        renderer.place == .page ? "<div class=\"table\" tabindex=\"0\"><table>\n" : "<div class=\"table\"><table>\n")
    case .tableRow: out.append(node.flag ? "<thead>\n<tr>\n" : "<tr>\n")
    case .tableCell: tableCell(node, into: &out)
    case .footnoteReference: footnotes.reference(node, isInLink: linkDepth > 0, into: &out)
    case .footnotes:
      line(&out)
      footnotes.open(into: &out)
    case .footnote:
      line(&out)
      footnotes.open(node, into: &out)
    }
  }

  private mutating func leave(_ node: Document.Node, into out: inout Bytes) {
    switch node.kind {
    case .emphasis: out.append("</em>" as StaticString)
    case .strong: out.append("</strong>" as StaticString)
    case .strikethrough: out.append("</del>" as StaticString)
    case .link:
      linkDepth -= 1
      out.append("</a>" as StaticString)
      if let note { out.append(contentsOf: note) }
      note = nil
    case .blockQuote:
      line(&out)
      out.append("</blockquote>\n" as StaticString)
    case .list: out.append(node.number < 0 ? "</ul>\n" : "</ol>\n")
    case .item: out.append("</li>\n" as StaticString)
    case .paragraph: if !node.flag { out.append("</p>\n" as StaticString) }
    case .heading:
      out.append("</h" as StaticString)
      out.append(UInt8(ascii: "0") + UInt8(node.number))
      out.append(">\n" as StaticString)
    case .table: out.append("</tbody>\n</table></div>\n" as StaticString)
    case .tableRow: out.append(node.flag ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n")
    case .tableCell: out.append(node.flag ? "</th>\n" : "</td>\n")
    case .footnotes: footnotes.close(into: &out)
    case .footnote: footnotes.close(node, into: &out)
    default: break
    }
  }

  /// On a page, numbers stay with their units.
  private func text(_ text: UnsafeBufferPointer<UInt8>, into out: inout Bytes) {
    guard renderer.place == .page, case .escape = renderer.rawHTML else { return out.append(escaping: text) }
    var start = 0
    while let phrase = UnbrokenPhrase.first(in: text, from: start) {
      out.append(escaping: UnsafeBufferPointer(rebasing: text[start..<phrase.lowerBound]))
      out.append("<span class=\"whole\">" as StaticString)
      out.append(escaping: UnsafeBufferPointer(rebasing: text[phrase]))
      out.append("</span>" as StaticString)
      start = phrase.upperBound
    }
    out.append(escaping: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private func list(_ node: Document.Node, into out: inout Bytes) {
    line(&out)
    switch node.number {
    case ..<0: out.append("<ul>\n" as StaticString)
    case 1: out.append("<ol>\n" as StaticString)
    default:
      out.append("<ol start=\"" as StaticString)
      out.append(decimal: Int(node.number))
      out.append("\">\n" as StaticString)
    }
  }

  private func item(_ node: Document.Node, into out: inout Bytes) {
    switch Document.Task(rawValue: node.number) {
    case nil: out.append("<li>" as StaticString)
    case let task?:
      let word = task == .done ? renderer.words.done : renderer.words.open
      out.append("<li class=\"task\">" as StaticString)
      if renderer.place == .page {
        out.append("<input type=\"checkbox\" disabled" as StaticString)
        if task == .done { out.append(" checked" as StaticString) }
        out.append(" aria-label=\"" as StaticString)
        out.append(escaping: word)
        out.append("\" /> " as StaticString)
      } else {
        out.append(task == .done ? "☑ " : "☐ ")
      }
    }
  }

  private func heading(_ node: Document.Node, into out: inout Bytes) {
    out.append("<h" as StaticString)
    out.append(UInt8(ascii: "0") + UInt8(node.number))
    if renderer.place == .page, !node.content.isEmpty {
      out.append(" id=\"" as StaticString)
      out.append(escaping: buffer(node.content))
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
  }

  private func tableCell(_ node: Document.Node, into out: inout Bytes) {
    out.append(node.flag ? "<th scope=\"col\"" : "<td")
    // Elsewhere no style sheet knows our classes.
    let isPage = renderer.place == .page
    switch ColumnAlignment(rawValue: node.number) {
    case .left?: out.append(isPage ? " class=\"left\"" : " align=\"left\"")
    case .center?: out.append(isPage ? " class=\"center\"" : " align=\"center\"")
    case .right?: out.append(isPage ? " class=\"right\"" : " align=\"right\"")
    default: break
    }
    out.append(UInt8(ascii: ">"))
  }

  private func codeBlock(_ node: Document.Node, _ index: Int, into out: inout Bytes) {
    line(&out)
    if let replacement = renderer.replaceCodeBlock?(index) {
      out.append(contentsOf: replacement)
      return line(&out)
    }
    out.append("<pre><code" as StaticString)
    if !node.detail.isEmpty {
      out.append(" class=\"language-" as StaticString)
      document.infoWord(node).withUnsafeBufferPointer { out.append(escaping: $0) }
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    out.append(escaping: buffer(node.content))
    out.append("</code></pre>\n" as StaticString)
  }

  private func htmlBlock(_ node: Document.Node, into out: inout Bytes) {
    line(&out)
    switch renderer.rawHTML {
    case .pass:
      out.append(contentsOf: buffer(node.content))
      line(&out)
    case .escape:
      let visible = RawHTMLText.withoutComments(buffer(node.content))
      guard !visible.isEmpty else { return }
      out.append("<p>" as StaticString)
      visible.withUnsafeBufferPointer { out.append(escaping: $0) }
      out.append("</p>\n" as StaticString)
    }
  }

  private func rawHTML(_ node: Document.Node, into out: inout Bytes) {
    switch renderer.rawHTML {
    case .pass: out.append(contentsOf: buffer(node.content))
    case .escape:
      RawHTMLText.withoutComments(buffer(node.content)).withUnsafeBufferPointer { out.append(escaping: $0) }
    }
  }

  private func link(_ node: Document.Node, into out: inout Bytes) {
    out.append("<a href=\"" as StaticString)
    destination(node, into: &out)
    title(node, into: &out)
    out.append("\">" as StaticString)
  }

  private mutating func image(_ node: Document.Node, _ index: Int, into out: inout Bytes) {
    let picture = renderer.picture.flatMap { $0(String(decoding: buffer(node.content), as: UTF8.self)) }
    let hasSources = renderer.place == .page && picture?.webP != nil
    if hasSources { sources(picture?.webP ?? "", into: &out) }
    out.append("<img src=\"" as StaticString)
    if let picture {
      out.append(escaping: (renderer.baseURL ?? "") + picture.source)
    } else {
      destination(node, into: &out)
    }
    out.append("\" alt=\"" as StaticString)
    for inner in nodes[(index + 1)..<Int(node.end)] {
      switch inner.kind {
      case .text, .code, .htmlInline: out.append(escaping: buffer(inner.content))
      case .softBreak, .lineBreak: if !inner.flag { out.append(UInt8(ascii: " ")) }
      default: break
      }
    }
    title(node, into: &out)
    if let picture {
      out.append("\" width=\"\(picture.width)\" height=\"\(picture.height)")
      if renderer.place == .page {
        if pictures > 0 || !renderer.firstPictureIsEager { out.append("\" loading=\"lazy" as StaticString) }
        out.append("\" decoding=\"async" as StaticString)
        pictures += 1
      }
    }
    out.append("\" />" as StaticString)
    if hasSources { out.append("</picture>" as StaticString) }
  }

  private func sources(_ webP: String, into out: inout Bytes) {
    out.append("<picture><source type=\"image/webp\" sizes=\"" as StaticString)
    out.append(RenderedPicture.sizes)
    out.append("\" srcset=\"" as StaticString)
    out.append(escaping: webP)
    out.append("\" />" as StaticString)
  }

  private func destination(_ node: Document.Node, into out: inout Bytes) {
    let url = buffer(node.content)
    if case .escape = renderer.rawHTML, URLText.isActive(url) { return }
    if let base = renderer.baseURL, url.first == UInt8(ascii: "/"), url.dropFirst().first != UInt8(ascii: "/") {
      out.append(escaping: base)
    }
    URLText.append(url, to: &out)
  }

  /// Closes the attribute before it and leaves its own open.
  private func title(_ node: Document.Node, into out: inout Bytes) {
    guard !node.detail.isEmpty else { return }
    out.append("\" title=\"" as StaticString)
    out.append(escaping: buffer(node.detail))
  }

  // MARK: Bytes

  private func buffer(_ span: Document.Span) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[span.range])
  }

  /// A line break, unless there is one already.
  private func line(_ out: inout Bytes) {
    if out.count > start, out.last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
  }
}

/// Raw HTML where it is shown as text.
enum RawHTMLText {
  /// The writer's comments are for the writer: `<!-- … -->` is taken out, white space at the ends too.
  static func withoutComments(_ html: UnsafeBufferPointer<UInt8>) -> Bytes {
    var out = Bytes()
    var rest = html[...]
    while let start = rest.firstRange(of: Array("<!--".utf8)) {
      out.append(contentsOf: rest[..<start.lowerBound])
      guard let end = rest[start.upperBound...].firstRange(of: Array("-->".utf8)) else {
        rest = rest[rest.endIndex...]
        break
      }
      rest = rest[end.upperBound...]
    }
    out.append(contentsOf: rest)
    while let last = out.last, last <= 0x20 { out.removeLast() }
    return out
  }
}

/// Destinations of links, as libcmark writes them.
enum URLText {
  /// Percent-encodes what may not stand in a URL, and escapes `&` and `'` for the attribute.
  static func append(_ url: UnsafeBufferPointer<UInt8>, to out: inout Bytes) {
    for byte in url {
      switch byte {
      case UInt8(ascii: "&"): out.append("&amp;" as StaticString)
      case UInt8(ascii: "'"): out.append("&#x27;" as StaticString)
      case _ where isSafe[Int(byte)]: out.append(byte)
      default:
        out.append(UInt8(ascii: "%"))
        out.append(hex[Int(byte >> 4)])
        out.append(hex[Int(byte & 15)])
      }
    }
  }

  /// Schemes that run or read what they should not; `data:` is allowed for the four picture formats.
  static func isActive(_ url: UnsafeBufferPointer<UInt8>) -> Bool {
    // Most begin with a slash.
    guard url.first != UInt8(ascii: "/"), url.has(UInt8(ascii: ":")) else { return false }
    // Browsers drop control characters inside a scheme, so they are dropped here too.
    // Bytes are compared: to a String, `:` with a combining mark behind it is another character.
    let start = url.lazy.filter { $0 > 0x20 }.prefix(24).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    if ["javascript:", "vbscript:", "file:"].contains(where: { start.starts(with: $0.utf8) }) { return true }
    guard start.starts(with: "data:".utf8) else { return false }
    return !["image/png", "image/gif", "image/jpeg", "image/webp"].contains { start.starts(with: "data:\($0)".utf8) }
  }

  private static let hex = Array("0123456789ABCDEF".utf8)
  private static let isSafe: [Bool] = (0..<256).map { value in
    let byte = UInt8(value)
    let isAlphanumeric =
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    return isAlphanumeric || Array("!#$%()*+,-./:;=?@_~".utf8).contains(byte)
  }
}
