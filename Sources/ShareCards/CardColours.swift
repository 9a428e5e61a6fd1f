/// The colours of a site's cards: those of its theme's pages.
package struct CardColours: Sendable, Hashable {
  struct Colour: Sendable, Hashable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    /// `#17506a`, `#fff`; nil for any other way to say a colour.
    init?(_ text: Substring) {
      guard text.first == "#", let number = UInt32(text.dropFirst(), radix: 16) else { return nil }
      switch text.utf8.count {
      case 7: self.init(UInt8(number >> 16), UInt8(number >> 8 & 255), UInt8(number & 255))
      case 4: self.init(UInt8(number >> 8) * 17, UInt8(number >> 4 & 15) * 17, UInt8(number & 15) * 17)
      default: return nil
      }
    }

    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) { (self.red, self.green, self.blue) = (red, green, blue) }

    /// Of the stored values: what lies between two is seen at edges alone.
    func mixed(with other: Colour, _ share: Double) -> Colour {
      func mixed(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) + (Double(b) - Double(a)) * share).rounded()) }
      return Colour(mixed(red, other.red), mixed(green, other.green), mixed(blue, other.blue))
    }

    var text: String { "\(red),\(green),\(blue)" }
  }

  /// Behind the sheet, the sheet, its text, what goes with it, the words of a kind, the mark.
  private(set) var ground = Colour(0x17, 0x50, 0x6A)
  private(set) var paper = Colour(0xFF, 0xFF, 0xFF)
  private(set) var ink = Colour(0x1F, 0x1B, 0x18)
  private(set) var soft = Colour(0x5A, 0x52, 0x4B)
  private(set) var label = Colour(0x17, 0x50, 0x6A)
  private(set) var mark = Colour(0xB3, 0x26, 0x1E)

  /// - Parameter sheet: a theme's `style.css`. Its first `:root` says colours as `--name: #17506a`: `--share-ground`, `--share-paper`, `--share-ink`,
  ///   `--share-soft`, `--share-label`, `--share-mark`; where one is missing, the name that the default theme has for it; where that is missing
  ///   too, its colour.
  package init(sheet: String) {
    let tokens = Self.tokens(sheet)
    func colour(_ names: String..., else known: Colour) -> Colour {
      names.lazy.compactMap { tokens[$0] }.first ?? known
    }
    ground = colour("--share-ground", "--deep", else: ground)
    paper = colour("--share-paper", "--card", else: paper)
    ink = colour("--share-ink", "--ink", else: ink)
    soft = colour("--share-soft", "--soft", else: soft)
    label = colour("--share-label", "--share-ground", "--deep", else: label)
    mark = colour("--share-mark", "--mark", else: mark)
  }

  private static func tokens(_ sheet: String) -> [String: Colour] {
    guard let root = sheet.firstRange(of: ":root"), let open = sheet[root.upperBound...].firstIndex(of: "{"),
      let close = sheet[open...].firstIndex(of: "}")
    else { return [:] }
    var tokens: [String: Colour] = [:]
    for line in sheet[sheet.index(after: open)..<close].split(separator: ";") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let name = parts[0].split(whereSeparator: \.isWhitespace).last, name.hasPrefix("--")
      else {
        continue
      }
      let value = parts[1].drop(while: \.isWhitespace).prefix { !$0.isWhitespace }
      tokens[String(name)] = Colour(value)
    }
    return tokens
  }

  var text: String { [ground, paper, ink, soft, label, mark].map(\.text).joined(separator: " ") }
}
