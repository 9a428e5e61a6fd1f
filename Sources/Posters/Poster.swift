package import Artifacts
package import Encoding
import QRCodes

/// A page as it is published, for paper: one HTML file that needs no other, without scripts, all that is folded open, with the page's code and
/// address at its foot. The theme's sheet says how it looks: the root element has the class `poster` and the paper's name.
package struct Poster: Sendable {
  package enum Paper: String, Sendable, CaseIterable {
    case a4
    case a3
  }

  /// How large its letters are; smaller ones bring a text onto one sheet.
  package enum Letters: String, Sendable, CaseIterable {
    case large
    case medium
    case small
    case smallest
  }

  package let paper: Paper
  /// The page's full address, which its code opens.
  package let address: String
  /// A shorter one that leads there, for the code.
  package let short: String?
  /// What stands beside the code: what to do with it, whose page it is, and from when.
  package let notes: [String]
  /// The published file of a path on the site; nil where there is none.
  private let file: @Sendable (SitePath) -> (type: MediaType, bytes: Bytes)?

  package init(
    paper: Paper, address: String, short: String? = nil, notes: [String],
    file: @escaping @Sendable (SitePath) -> (type: MediaType, bytes: Bytes)?
  ) {
    self.paper = paper
    self.address = address
    self.short = short
    self.notes = notes
    self.file = file
  }

  /// - Parameter page: as it is published.
  package func html(of page: Bytes, letters: Letters = .large) -> Bytes {
    var out = Bytes()
    out.reserveCapacity(page.count * 2)
    var rest = page[...]
    while let tag = Tag.next(in: rest) {
      out += rest[..<tag.range.lowerBound]
      rest = rest[tag.range.upperBound...]
      switch tag.name {
      case "script": rest = Tag.after(end: "script", in: rest)
      case "noscript", "source": break
      case "meta" where tag.value(of: "http-equiv") != nil: out += Self.policy
      case "link":
        if tag.value(of: "rel") == "stylesheet", let sheet = tag.value(of: "href").flatMap(published) {
          out += Bytes("<style>".utf8) + sheet.bytes + Bytes("</style>".utf8)
        }
      case "html": out += Bytes(tag.adding(class: "poster \(paper.rawValue) \(letters.rawValue)").utf8)
      case "details": out += Bytes(tag.opened.utf8)
      case "img":
        if let source = tag.value(of: "src").flatMap(inline) {
          out += Bytes(tag.replacing("src") { _ in source }.removing("loading").text.utf8)
        }
      case "/body": out += foot + Bytes(tag.text.utf8)
      default: out += page[tag.range]
      }
    }
    return out + rest
  }

  /// In place of the page's own: whoever opens the file fetches nothing, whatever a sheet names.
  private static let policy = Bytes(
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:\">"
      .utf8)

  /// Pictures of a page that are not on its poster, since they lie on other sites.
  package func missingPictures(of page: Bytes) -> [String] {
    var missing: [String] = []
    var rest = page[...]
    while let tag = Tag.next(in: rest) {
      rest = rest[tag.range.upperBound...]
      if tag.name == "img", let source = tag.value(of: "src"), inline(source) == nil { missing.append(source) }
    }
    return missing
  }

  private func published(_ url: String) -> (type: MediaType, bytes: Bytes)? {
    guard url.hasPrefix("/"), !url.hasPrefix("//") else { return nil }
    return SitePath(file: String(url.dropFirst())).flatMap(file)
  }

  private func inline(_ url: String) -> String? {
    url.hasPrefix("data:") ? url : published(url).map { "data:\($0.type.rawValue);base64,\(Base64.text($0.bytes))" }
  }

  private var foot: Bytes {
    let codes = [QRCode(address), short.flatMap { QRCode(compact: $0) }].compactMap { $0 }
    let code = codes.min { $0.width < $1.width }?.svg(label: Markup.escaped(address)) ?? ""
    let lines = notes.map { "<p>\(Markup.escaped($0))</p>" }.joined()
    return Bytes(
      "<div class=\"poster-foot\">\(code)<div>\(lines)<p class=\"poster-address\">\(Markup.escaped(address))</p></div></div>\n"
        .utf8)
  }
}

/// A tag of a page that the program itself wrote: attributes without quotes, or between double ones.
private struct Tag {
  let name: String
  let range: Range<Int>
  private(set) var text: String

  /// The next in it; comments and the document's type are none.
  static func next(in bytes: ArraySlice<UInt8>) -> Tag? {
    var index = bytes.startIndex
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let start = open + 1
      guard start < bytes.endIndex else { return nil }
      let first = bytes[start]
      if first == UInt8(ascii: "/") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) {
        guard let close = end(of: bytes, from: start) else { return nil }
        let text = String(decoding: bytes[open...close], as: UTF8.self)
        let name = text.dropFirst().prefix { !" \n>".contains($0) }.lowercased()
        return Tag(
          name: name.hasSuffix("/") && name.count > 1 ? String(name.dropLast()) : name, range: open..<(close + 1),
          text: text)
      }
      index = start
    }
    return nil
  }

  /// A `>` between quotes is text.
  private static func end(of bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    var isQuoted = false
    for index in start..<bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ">") where !isQuoted: return index
      default: break
      }
    }
    return nil
  }

  /// What comes after an element's end.
  static func after(end name: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let tag = next(in: rest) {
      rest = rest[tag.range.upperBound...]
      if tag.name == "/" + name { return rest }
    }
    return rest
  }

  private func range(of attribute: String) -> Range<String.Index>? {
    guard let start = text.firstRange(of: " \(attribute)=\"") else { return nil }
    guard let end = text[start.upperBound...].firstIndex(of: "\"") else { return nil }
    return start.upperBound..<end
  }

  func value(of attribute: String) -> String? { range(of: attribute).map { String(text[$0]) } }

  func replacing(_ attribute: String, _ change: (String) -> String) -> Tag {
    guard let range = range(of: attribute) else { return self }
    var tag = self
    tag.text.replaceSubrange(range, with: change(String(text[range])))
    return tag
  }

  func removing(_ attribute: String) -> Tag {
    guard let range = range(of: attribute) else { return self }
    var tag = self
    let start = text[..<range.lowerBound].lastIndex(of: " ") ?? range.lowerBound
    tag.text.removeSubrange(start...range.upperBound)
    return tag
  }

  var opened: String { text.hasSuffix(" open>") ? text : String(text.dropLast()) + " open>" }

  func adding(class names: String) -> String {
    if range(of: "class") != nil { return replacing("class") { "\($0) \(names)" }.text }
    return String(text.dropLast()) + " class=\"\(names)\">"
  }
}
