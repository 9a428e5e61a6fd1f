/// Whether HTML holds nothing but what a Markdown body may become: known elements and attributes, closed in order, no active address. Written
/// without the renderer's code, as a browser would read it.
struct SafeHTML {
  private let html: [UInt8]
  private var place = 0
  private var open: [String] = []

  static func check(_ html: [UInt8]) throws(Finding) {
    var check = SafeHTML(html)
    try check.run()
  }

  private init(_ html: [UInt8]) { self.html = html }

  /// Elements and the attributes that each may have.
  private static let known: [String: Set<String>] = [
    "p": ["class", "align"], "span": ["class"], "h1": ["id"], "h2": ["id"], "h3": ["id"], "h4": ["id"], "h5": ["id"],
    "h6": ["id"], "ul": [],
    "ol": ["start"],
    "li": ["class", "id"], "blockquote": [], "pre": [], "code": ["class"], "em": [], "strong": [], "del": [],
    "sup": ["class"],
    "a": ["href", "title", "id", "class", "aria-label"], "img": ["src", "alt", "title"], "br": [], "hr": [],
    "div": ["class", "tabindex"], "table": [], "thead": [], "tbody": [], "tr": [], "th": ["scope", "align", "class"],
    "td": ["align", "class"],
    "section": ["class", "aria-label"], "input": ["type", "disabled", "checked", "aria-label"],
  ]
  private static let void: Set<String> = ["br", "hr", "img", "input"]

  private mutating func run() throws(Finding) {
    try expect(String(validating: html, as: UTF8.self) != nil, "the HTML is no UTF-8")
    while place < html.count {
      switch html[place] {
      case UInt8(ascii: "<"): try tag()
      case UInt8(ascii: ">"): throw Finding("a bare > at \(place)")
      case UInt8(ascii: "&"): try reference()
      case 0: throw Finding("NUL at \(place)")
      default: place += 1
      }
    }
    try expect(open.isEmpty, "left open: \(open)")
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: html[range], as: UTF8.self) }

  private func end(of isPart: (UInt8) -> Bool, from start: Int) -> Int {
    var index = start
    while index < html.count, isPart(html[index]) { index += 1 }
    return index
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
  }

  private mutating func reference() throws(Finding) {
    let stop = end(of: { $0 != UInt8(ascii: ";") }, from: place)
    let name = text(place..<min(stop + 1, html.count))
    try expect(["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&#x27;"].contains(name), "& begins \(name.prefix(12))")
    place = stop + 1
  }

  private mutating func tag() throws(Finding) {
    let isEnd = place + 1 < html.count && html[place + 1] == UInt8(ascii: "/")
    let start = place + (isEnd ? 2 : 1)
    place = end(of: Self.isName, from: start)
    let name = text(start..<place)
    guard let attributes = Self.known[name] else { throw Finding("an element <\(name.prefix(20))>") }
    if isEnd {
      try expect(open.popLast() == name, "</\(name)> closes another element")
    } else {
      while try attribute(name, attributes) {}
      if html[place...].starts(with: " /".utf8) { place += 2 }
      if !Self.void.contains(name) { open.append(name) }
    }
    try expect(place < html.count && html[place] == UInt8(ascii: ">"), "<\(name)> does not end")
    place += 1
  }

  private mutating func attribute(_ element: String, _ known: Set<String>) throws(Finding) -> Bool {
    guard place + 1 < html.count, html[place] == 0x20, Self.isName(html[place + 1]) else { return false }
    let start = place + 1
    place = end(of: Self.isName, from: start)
    let name = text(start..<place)
    try expect(known.contains(name), "an attribute \(name) of <\(element)>")
    guard place < html.count, html[place] == UInt8(ascii: "=") else { return true }
    try expect(place + 1 < html.count && html[place + 1] == UInt8(ascii: "\""), "\(name) without quotes")
    let from = place + 2
    place = from
    while place < html.count, html[place] != UInt8(ascii: "\"") {
      switch html[place] {
      case UInt8(ascii: "&"): try reference()
      case UInt8(ascii: "<"), UInt8(ascii: ">"): throw Finding("\(name) holds a bare \(text(place..<place + 1))")
      default: place += 1
      }
    }
    if name == "href" || name == "src" { try address(text(from..<min(place, html.count))) }
    place += 1
    return true
  }

  /// As browsers do: white space and control characters are no part of a scheme.
  private func address(_ written: String) throws(Finding) {
    let plain = written.replacing("&amp;", with: "&").unicodeScalars.filter { $0.value > 0x20 }
    let scheme = String(String.UnicodeScalarView(plain)).lowercased()
    for active in ["javascript:", "vbscript:", "file:", "data:text", "data:image/svg"] {
      try expect(!scheme.hasPrefix(active), "an active address: \(written.prefix(40))")
    }
  }
}
