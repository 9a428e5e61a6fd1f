import OfficeFiles

/// The texts that cells name by their position. Rich text is joined; how it is read aloud (`rPh`) is left out.
final class SharedStringsPart: XMLPartReader {
  private(set) var strings: [String] = []
  private var text = RichText()
  private let limit: Int

  /// - Parameter limit: how many texts at most; no more than there may be cells are ever named.
  init(limit: Int) {
    self.limit = limit
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws(PartProblem) {
    guard strings.count < limit else { throw PartProblem(.tooLarge) }
    if name == "si" { text = RichText() } else { text.start(name) }
  }

  func end(_ name: String) {
    if name == "si" { strings.append(text.string) } else { text.end(name) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(bytes) }
}

/// A text of one or several runs, as its elements come by.
struct RichText {
  private var bytes: [UInt8] = []
  private var isText = false
  private var isPhonetic = false

  mutating func start(_ name: String) {
    if name == "t" { isText = !isPhonetic } else if name == "rPh" { isPhonetic = true }
  }

  mutating func end(_ name: String) {
    if name == "t" { isText = false } else if name == "rPh" { isPhonetic = false }
  }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    if isText { bytes.append(contentsOf: more) }
  }

  var string: String { EscapedText.unescaped(String(decoding: bytes, as: UTF8.self)) }
}
