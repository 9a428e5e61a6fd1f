package import Encoding
import Scanning

/// Titles of a page, as templates print them: dates, prices and numbers stay with their units as they do in texts. Titles are what stands in
/// `h1`, `h2`, `h3` and in elements of the class `title`; a theme of one's own has them too.
package enum UnbrokenTitles {
  /// - Parameter html: a whole page.
  package static func applied(to html: Bytes) -> Bytes {
    var out = Bytes()
    html.withUnsafeBufferPointer { html in
      var copied = 0
      var index = 0
      while let start = next(in: html, from: index) {
        let end = self.end(of: start.name, in: html, from: start.content)
        if hasPhrase(html, start.content..<end) {
          if out.isEmpty { out.reserveCapacity(html.count + 1024) }
          out += html[copied..<start.content]
          wrap(html, start.content..<end, into: &out)
          copied = end
        }
        index = end
      }
      if copied > 0 { out += html[copied...] }
    }
    return out.isEmpty ? html : out
  }

  private struct Element {
    let name: Range<Int>
    /// Where what stands in it begins.
    let content: Int
  }

  private static let open = UInt8(ascii: "<")
  private static let close = UInt8(ascii: ">")
  private static let whole = Array("<span class=\"whole\">".utf8)
  private static let titleClass: StaticString = "class=\"title"

  private static func next(in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Element? {
    var index = start
    while let tag = html.first(of: open, from: index) {
      var end = tag + 1
      while end < html.count, html[end] | 0x20 &- 0x61 < 26 || html[end] &- 0x30 < 10 { end += 1 }
      guard end > tag + 1, let last = html.first(of: close, from: end) else {
        index = tag + 1
        if end >= html.count { return nil }
        continue
      }
      let name = (tag + 1)..<end
      let isHeading =
        name.count == 2 && html[tag + 1] | 0x20 == UInt8(ascii: "h") && (0x31...0x33).contains(html[tag + 2])
      if isHeading || isTitle(html, end..<last) { return Element(name: name, content: last + 1) }
      index = last + 1
      // What is no markup.
      if isName(html, name: name, wanted: "script") || isName(html, name: name, wanted: "style") {
        index = self.end(of: name, in: html, from: index)
      }
    }
    return nil
  }

  private static func isName(_ html: UnsafeBufferPointer<UInt8>, name: Range<Int>, wanted: StaticString) -> Bool {
    name.count == wanted.utf8CodeUnitCount && html[name.lowerBound] == wanted.utf8Start[0]
      && name.indices.allSatisfy { html[$0] == wanted.utf8Start[$0 - name.lowerBound] }
  }

  private static func isTitle(_ html: UnsafeBufferPointer<UInt8>, _ attributes: Range<Int>) -> Bool {
    let count = titleClass.utf8CodeUnitCount
    guard attributes.count > count else { return false }
    for index in attributes.lowerBound..<attributes.upperBound - count where html[index] == UInt8(ascii: "c") {
      // The first letter of the class decides nearly all of them.
      guard html[index + 7] == UInt8(ascii: "t"),
        (0..<count).allSatisfy({ html[index + $0] == titleClass.utf8Start[$0] })
      else { continue }
      let after = html[index + count]
      return after == UInt8(ascii: "\"") || after == 0x20
    }
    return false
  }

  /// Where the element's end tag begins; none of them stands within one of its own name.
  private static func end(of name: Range<Int>, in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while let tag = html.first(of: open, from: index) {
      if tag + 1 + name.count < html.count, html[tag + 1] == UInt8(ascii: "/"),
        name.indices.allSatisfy({ html[tag + 2 + $0 - name.lowerBound] == html[$0] })
      {
        return tag
      }
      index = tag + 1
    }
    return html.count
  }

  /// A digit outside of tags, which nearly no title lacks that has a phrase; numerals are looked at by who asks.
  private static func hasPhrase(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var isFound = false
    forEachText(html, range: range) { text, isMarkup in
      if !isMarkup { isFound = isFound || UnbrokenPhrase.first(in: .init(rebasing: text), from: 0) != nil }
    }
    return isFound
  }

  private static func wrap(_ html: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into out: inout Bytes) {
    forEachText(html, range: range) { piece, isMarkup in
      guard !isMarkup else {
        out += piece
        return
      }
      let text = UnsafeBufferPointer(rebasing: piece)
      var start = 0
      while let phrase = UnbrokenPhrase.first(in: text, from: start) {
        out += text[start..<phrase.lowerBound]
        out += "<span class=\"whole\">".utf8
        out += text[phrase]
        out += "</span>".utf8
        start = phrase.upperBound
      }
      out += text[start...]
    }
  }

  /// Texts and what stands between them, in order: tags, and what is whole already.
  private static func forEachText(
    _ html: UnsafeBufferPointer<UInt8>, range: Range<Int>,
    body: (_ piece: Slice<UnsafeBufferPointer<UInt8>>, _ isMarkup: Bool) -> Void
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      if html[index] == open {
        let isWhole = html[index..<range.upperBound].starts(with: whole)
        var end = (html[index..<range.upperBound].firstIndex(of: close) ?? range.upperBound - 1) + 1
        if isWhole, let next = html[end..<range.upperBound].firstIndex(of: open) { end = next }
        body(html[index..<end], true)
        index = end
      } else {
        let end = html[index..<range.upperBound].firstIndex(of: open) ?? range.upperBound
        body(html[index..<end], false)
        index = end
      }
    }
  }

  /// A plain text with a word joiner (U+2060) wherever no line may end within a date, a price or a number with its unit.
  package static func joined(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    let bytes = Bytes(text.utf8)
    bytes.withUnsafeBufferPointer { text in
      var start = 0
      while let phrase = UnbrokenPhrase.first(in: text, from: start) {
        out += String(decoding: text[start..<phrase.lowerBound], as: UTF8.self).unicodeScalars
        let scalars = Array(String(decoding: text[phrase], as: UTF8.self).unicodeScalars)
        out += scalars.prefix(1)
        for scalar in scalars.dropFirst() { out += ["\u{2060}", scalar] }
        start = phrase.upperBound
      }
      out += String(decoding: text[start...], as: UTF8.self).unicodeScalars
    }
    return String(out)
  }
}
