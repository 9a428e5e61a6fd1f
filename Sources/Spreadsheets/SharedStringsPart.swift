import OfficeFiles

/// The texts that cells name by their position. Rich text is joined; how it is read aloud (`rPh`) is left out.
final class SharedStringsPart: XMLPartReader {
  private(set) var strings: [RichText.Shown] = []
  private var text = RichText()
  private let limit: Int

  /// - Parameter limit: how many texts at most; no more than there may be cells are ever named.
  init(limit: Int) {
    self.limit = limit
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws(PartProblem) {
    guard strings.count < limit else { throw PartProblem(.tooLarge) }
    if name == "si" { text = RichText() } else { text.start(name, attributes) }
  }

  func end(_ name: String) {
    if name == "si" { strings.append(text.shown) } else { text.end(name) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(bytes) }
}

/// A text of one or several runs, as its elements come by.
struct RichText {
  /// What a cell's text says.
  struct Shown: Sendable, Hashable {
    let text: String
    /// What of it is struck out: all of it, or what `text` leaves out.
    let struck: String
  }

  private var bytes: [UInt8] = []
  private var struckBytes: [UInt8] = []
  private var isText = false
  private var isPhonetic = false
  private var isStruck = false

  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "t": isText = !isPhonetic
    case "rPh": isPhonetic = true
    case "r": isStruck = false
    case "strike": isStruck = StylesPart.isOn(attributes["val"])
    default: break
    }
  }

  mutating func end(_ name: String) {
    if name == "t" { isText = false } else if name == "rPh" { isPhonetic = false }
  }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    guard isText else { return }
    if isStruck { struckBytes.append(contentsOf: more) } else { bytes.append(contentsOf: more) }
  }

  var shown: Shown {
    let struck = EscapedText.unescaped(String(decoding: struckBytes, as: UTF8.self))
    let text = EscapedText.unescaped(String(decoding: bytes, as: UTF8.self))
    let isWhole = !struck.isEmpty && text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    return Shown(text: isWhole ? struck : text, struck: struck)
  }
}
