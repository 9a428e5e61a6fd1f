import CivilTime
import Digests
import Encoding
import Vocabulary

/// By what a page is known again from one release to the next.
package struct PageDigests: Sendable, Hashable {
  /// Of all that readers may see of it.
  package let whole: String
  /// Of kind, day and title.
  package let name: String
  /// Of kind, day and text.
  package let text: String
}

extension PageDigests {
  /// Keys that say where a page stands and who answers for it, not what it says.
  private static let housekeeping: Set<Substring> = ["aliases", "approval", "draft", "order", "slug", "updated"]

  init(_ parts: FrontMatterFence.Parts, kind: PageKind, date: CivilDate?, title: String) {
    let day = "\(kind.rawValue) \(date.map(TimeText.date) ?? "") "
    var bytes = Bytes()
    bytes.reserveCapacity(day.utf8.count + parts.body.utf8.count)
    bytes.append(day)
    bytes.append(title)
    name = Self.short(bytes)
    bytes.removeLast(title.utf8.count)
    bytes.append(parts.body)
    text = Self.short(bytes)
    bytes.removeAll(keepingCapacity: true)
    Self.append(parts.frontMatter, to: &bytes)
    bytes.append(text)
    whole = Self.short(bytes)
  }

  /// The front matter without keys that no reader sees, whatever stands below them too.
  private static func append(_ frontMatter: String, to out: inout Bytes) {
    var frontMatter = frontMatter
    let isDone = frontMatter.withUTF8 { text in
      guard isPlain(text) else { return false }
      var counts = true
      var start = 0
      while start < text.count {
        let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        if end > start {
          let line = text[start..<end]
          if line[start] != UInt8(ascii: " "), line[start] != UInt8(ascii: "-"), line[start] != UInt8(ascii: "\t") {
            let key = line.prefix { $0 != UInt8(ascii: ":") }
            counts = !housekeepingKeys.contains { $0.count == key.count && key.elementsEqual($0) }
          }
          if counts {
            out += line
            out.append(UInt8(ascii: "\n"))
          }
        }
        start = end + 1
      }
      return true
    }
    if !isDone { out.append(counted(frontMatter)) }
  }

  /// Whether each sign by which a line is known is a character for itself: no line ends in two characters, and nothing combines with one. Else the text
  /// has to be read by characters.
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var before = UInt8(ascii: "\n")
    for byte in text {
      if byte == UInt8(ascii: "\r") { return false }
      // What may combine begins with none of these bytes.
      if byte >= 0x80, before == UInt8(ascii: ":") || before == UInt8(ascii: " ") || before == UInt8(ascii: "-"),
        byte &- 0xE4 > 5
      {
        return false
      }
      before = byte
    }
    return true
  }

  private static let housekeepingKeys = housekeeping.map { Array($0.utf8) }

  private static func counted(_ frontMatter: String) -> String {
    var counts = true
    var kept = ""
    for line in frontMatter.split(separator: "\n") {
      if let first = line.first, first != " ", first != "-", first != "\t" {
        counts = !housekeeping.contains(line.prefix { $0 != ":" })
      }
      if counts { kept += line + "\n" }
    }
    return kept
  }

  /// 64 bits: nobody is to be kept from forging them.
  private static func short(_ bytes: Bytes) -> String { SHA256.digest(bytes).prefix(8).hexadecimal }
}
