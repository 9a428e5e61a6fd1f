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
    name = Self.short(Bytes((day + title).utf8))
    text = Self.short(Bytes(day.utf8) + Bytes(parts.body.utf8))
    whole = Self.short(Bytes((Self.told(parts.frontMatter) + text).utf8))
  }

  /// The front matter without keys that no reader sees, whatever stands below them too.
  private static func told(_ frontMatter: String) -> String {
    var isTold = true
    var told = ""
    for line in frontMatter.split(separator: "\n") {
      if let first = line.first, first != " ", first != "-", first != "\t" {
        isTold = !housekeeping.contains(line.prefix { $0 != ":" })
      }
      if isTold { told += line + "\n" }
    }
    return told
  }

  /// 64 bits: nobody is to be kept from forging them.
  private static func short(_ bytes: Bytes) -> String { String(SHA256.hexadecimal(bytes).prefix(16)) }
}
