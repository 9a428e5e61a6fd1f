import Artifacts
import Encoding

/// Pages of a site that does not lie at its host's root: their addresses on the site begin with its path. Templates, texts and models know
/// nothing of it; an address is that of a place on the site until the page that says it is done.
struct PagesUnderPath: Sendable {
  /// `/community`.
  let path: String

  /// nil for a site at its host's root.
  init?(baseURL: String) {
    path = BaseURL.path(of: baseURL)
    if path.isEmpty { return nil }
  }

  func applied(to page: Artifact) -> Artifact {
    guard page.mediaType == .html else { return page }
    switch page.body {
    case .bytes(let bytes): return Artifact(page.path, page.mediaType, .bytes(applied(to: bytes)))
    case .made(let make): return Artifact(page.path, page.mediaType, .made { applied(to: make()) })
    case .copy: return page
    }
  }

  /// Attributes whose value is an address, but for `data-…`, which may be.
  private static let addresses: Set = ["href", "src", "action", "formaction", "poster", "data"]

  /// `srcset`: addresses with what stands behind each, by commas.
  private func list(_ value: ArraySlice<UInt8>, to out: inout Bytes) {
    let slash = UInt8(ascii: "/")
    var isStart = true
    for (index, byte) in zip(value.indices, value) {
      if isStart, byte != 0x20 {
        let next = value.index(after: index)
        if byte == slash, next == value.endIndex || value[next] != slash { out += path.utf8 }
        isStart = false
      }
      // A comma within an address has no blank behind it.
      let next = value.index(after: index)
      if byte == UInt8(ascii: ","), next < value.endIndex, value[next] == 0x20 { isStart = true }
      out.append(byte)
    }
  }

  func applied(to html: Bytes) -> Bytes {
    var out = Bytes()
    out.reserveCapacity(html.count + html.count / 16)
    var index = html.startIndex
    while let open = html[index...].firstIndex(of: UInt8(ascii: "<")) {
      out += html[index...open]
      index = open + 1
      let name = html[index...].prefix(while: Self.isName)
      guard let first = name.first, Self.isLetter(first) else { continue }
      index = tag(html, from: name.endIndex, to: &out, beginningWith: name)
      // Scripts and styles are no markup.
      for raw in ["script", "style"] where name.elementsEqual(raw.utf8) {
        let end = Self.find("</\(raw)", in: html, from: index)
        out += html[index..<end]
        index = end
      }
    }
    return out + html[index...]
  }

  /// From behind a tag's name to behind its end.
  private func tag(_ html: Bytes, from start: Int, to out: inout Bytes, beginningWith name: ArraySlice<UInt8>) -> Int {
    out += name
    var index = start
    while index < html.count, html[index] != UInt8(ascii: ">") {
      let byte = html[index]
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else {
        out.append(byte)
        index += 1
        continue
      }
      let end = html[(index + 1)...].firstIndex(of: byte) ?? html.endIndex
      let before = html[start..<index].reversed().drop { $0 == UInt8(ascii: "=") || $0 == 0x20 }.prefix(
        while: Self.isName)
      out.append(byte)
      append(html[(index + 1)..<end], of: String(decoding: before.reversed(), as: UTF8.self), to: &out)
      index = end
      if index < html.count {
        out.append(byte)
        index += 1
      }
    }
    return index
  }

  private func append(_ value: ArraySlice<UInt8>, of attribute: String, to out: inout Bytes) {
    if attribute == "srcset" || attribute == "imagesrcset" { return list(value, to: &out) }
    let slash = UInt8(ascii: "/")
    if Self.addresses.contains(attribute) || attribute.hasPrefix("data-"), value.first == slash,
      value.dropFirst().first != slash
    {
      out += path.utf8
    } else if attribute == "content", case let mark = Self.find("url=/", in: value), mark < value.endIndex {
      // A page that leads on: `0; url=/notices/gate/`.
      let place = mark + 4
      out += value[..<place]
      out += path.utf8
      out += value[place...]
      return
    }
    out += value
  }

  private static func find(_ text: String, in bytes: Bytes, from start: Int) -> Int { find(text, in: bytes[start...]) }

  /// The end where it is not there.
  private static func find(_ text: String, in bytes: ArraySlice<UInt8>) -> Int {
    bytes.firstRange(of: Array(text.utf8))?.lowerBound ?? bytes.endIndex
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }
}
