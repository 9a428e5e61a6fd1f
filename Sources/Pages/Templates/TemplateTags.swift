import Encoding

/// The HTML tags of a template, as far as they say what a browser would run: names, attributes, and what stands in `<script>` and `<style>`.
/// Mustache's own tags are passed over.
struct TemplateTags {
  struct Attribute {
    let name: String
    let value: String
    /// The offset of its name.
    let offset: Int
  }

  struct Tag {
    let name: String
    let attributes: [Attribute]
    /// The offset of its `<`.
    let offset: Int
    /// All up to the end tag, of scripts and styles.
    let content: ArraySlice<UInt8>

    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let text: Bytes

  init(_ text: String) {
    self.text = Bytes(text.utf8)
  }

  func all() -> [Tag] {
    var tags: [Tag] = []
    var index = 0
    while let start = text[index...].firstIndex(of: UInt8(ascii: "<")) {
      if text[start...].starts(with: "<!--".utf8) {
        index = end(of: "-->", from: start)
        continue
      }
      index = start + 1
      let name = word(from: index)
      guard !name.isEmpty else { continue }
      index += name.utf8.count
      let attributes = attributes(from: &index)
      var content = text[index..<index]
      if name == "script" || name == "style" {
        content = text[index..<self.start(of: "</" + name, from: index)]
        index = content.endIndex
      }
      tags.append(Tag(name: name, attributes: attributes, offset: start, content: content))
    }
    return tags
  }

  /// Line and column, from 1.
  func place(_ offset: Int) -> (line: Int, column: Int) {
    let before = text[..<offset]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = String(decoding: text[lineStart..<offset], as: UTF8.self).count + 1
    return (before.count { $0 == UInt8(ascii: "\n") } + 1, column)
  }

  // MARK: Parts

  /// Leaves `index` behind the tag's `>`.
  private func attributes(from index: inout Int) -> [Attribute] {
    var found: [Attribute] = []
    while index < text.count, text[index] != UInt8(ascii: ">") {
      if text[index...].starts(with: "{{".utf8) {
        index = end(of: "}}", from: index)
        continue
      }
      let name = word(from: index)
      guard !name.isEmpty else {
        index += 1
        continue
      }
      let offset = index
      index += name.utf8.count
      var value = ""
      var next = index
      while next < text.count, text[next] <= 0x20 { next += 1 }
      if next < text.count, text[next] == UInt8(ascii: "=") {
        next += 1
        while next < text.count, text[next] <= 0x20 { next += 1 }
        (value, index) = self.value(from: next)
      }
      found.append(Attribute(name: name, value: value, offset: offset))
    }
    index = min(index + 1, text.count)
    return found
  }

  private func value(from start: Int) -> (String, end: Int) {
    guard start < text.count else { return ("", start) }
    let quote = text[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = text[(start + 1)...].firstIndex(of: quote) ?? text.count
      return (String(decoding: text[(start + 1)..<end], as: UTF8.self), min(end + 1, text.count))
    }
    let end = text[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: ">") } ?? text.count
    return (String(decoding: text[start..<end], as: UTF8.self), end)
  }

  /// In small letters.
  private func word(from start: Int) -> String {
    let letters = text[start...].prefix {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ":")
    }
    return String(decoding: letters, as: UTF8.self).lowercased()
  }

  private func start(of mark: String, from start: Int) -> Int {
    let mark = Bytes(mark.utf8)
    return (start..<max(start, text.count - mark.count + 1)).first { place in
      mark.indices.allSatisfy { text[place + $0] | 0x20 == mark[$0] | 0x20 }
    } ?? text.count
  }

  private func end(of mark: String, from start: Int) -> Int {
    let place = self.start(of: mark, from: start)
    return min(place + mark.utf8.count, text.count)
  }
}
