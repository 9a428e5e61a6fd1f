package import Diagnostics

/// Characters that only the machine with their writer's fonts can show (Unicode's private use areas): office programs and symbol fonts leave
/// them behind (Wingdings' ticks and telephones, bullets of old documents, characters that an office drew itself). A reader sees a box.
package enum PrivateUse {
  /// The place of the first one in a UTF-8 text. U+E000–F8FF begin with EE or EF 80–A3, planes 15 and 16 with F3 B0–BF and F4.
  package static func firstIndex(in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = -1
    while index + 1 < text.count {
      index += 1
      let own = text[index]
      guard own >= 0xEE, index + 2 < text.count else { continue }
      switch own {
      case 0xEE: return index
      case 0xEF: if text[index + 1] <= 0xA3 { return index }
      case 0xF3: if text[index + 1] >= 0xB0 { return index }
      case 0xF4: return index
      default: break
      }
    }
    return nil
  }

  package static func isPrivate(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .privateUse }

  /// What is said of a text: which character, how many more, and where. nil where there is none.
  package static func problem(in text: String, at location: @autoclosure () -> Location) -> Diagnostic? {
    var text = text
    guard text.withUTF8({ firstIndex(in: $0) }) != nil else { return nil }
    let found = text.unicodeScalars.filter(isPrivate)
    return found.first.map { problem($0, count: found.count, at: location()) }
  }

  /// - Parameter count: how many there are in all.
  package static func problem(_ scalar: Unicode.Scalar, count: Int, at location: Location) -> Diagnostic {
    let name = HiddenCharacter.name(scalar)
    let more = count > 1 ? Message(zh: " 等 \(count) 个", en: " and \(count - 1) more") : Message(zh: "", en: "")
    return .warning(
      "text.private-use", zh: "有只在特殊字体里才有的字符 \(name)\(more.zh)，读者看到的是方框",
      en: "\(name)\(more.en) is in special fonts only: readers see a box",
      hint: Message(
        zh: "多半是从 Word、WPS 的符号字体或自造字带来的：删去它，或换成普通的符号、文字（✓ ☎ • 等）",
        en:
          "it comes from a symbol font or a character drawn by an office: remove it, or write a usual sign or word (✓ ☎ •)"
      ),
      at: location)
  }
}
