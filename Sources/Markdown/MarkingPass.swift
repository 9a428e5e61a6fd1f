import Encoding
import Scanning

/// One reading of a text from its beginning to its end, in which `InlineMarks` puts its sentinels.
struct MarkingPass {
  let marks: InlineMarks
  let text: UnsafeBufferPointer<UInt8>
  private var out = Bytes()
  private var copied = 0
  private var brackets = OpenBrackets()

  init(marks: InlineMarks, text: UnsafeBufferPointer<UInt8>) {
    self.marks = marks
    self.text = text
  }

  mutating func run() -> Bytes? {
    var index = 0
    while index < text.count {
      guard Self.isSpecial[Int(text[index])] else {
        index += 1
        continue
      }
      index = read(at: index)
    }
    guard copied > 0 else { return nil }
    out.append(contentsOf: text[copied...])
    return out
  }

  private static let isSpecial: [Bool] = (0..<256).map { Array("\\[]!\n*_~".utf8).contains(UInt8($0)) }

  /// - Returns: where to go on.
  private mutating func read(at index: Int) -> Int {
    switch text[index] {
    // An escaped character is none of these; in code, where nothing is escaped, nothing marked matters either.
    case UInt8(ascii: "\\"): return index + 2
    case UInt8(ascii: "\n"):
      if next(index) == UInt8(ascii: "\n") { brackets = OpenBrackets() }
      return index + 1
    case UInt8(ascii: "!"):
      // As GitHub reads it: before `[^`, it is an exclamation mark.
      guard next(index) == UInt8(ascii: "["), marks.footnoteLabel(text, at: index + 1) == nil else { return index + 1 }
      if !brackets.open(isPicture: true) { insert(at: index + 1) }
      return index + 2
    case UInt8(ascii: "["):
      if let label = marks.footnoteLabel(text, at: index) {
        insert(at: index + 1)
        return index + label + 2
      }
      brackets.open(isPicture: false)
      return index + 1
    case UInt8(ascii: "]"):
      brackets.close()
      return index + 1
    default: return readRun(from: index)
    }
  }

  private func next(_ index: Int) -> UInt8? { index + 1 < text.count ? text[index + 1] : nil }

  private mutating func readRun(from start: Int) -> Int {
    let mark = text[start]
    var end = start
    while end < text.count, text[end] == mark { end += 1 }
    switch mark {
    case UInt8(ascii: "*") where marks.extensions.contains(.cjkEmphasis):
      let run = marks.run(text, start..<end)
      let mending = run.mending(
        for: marks.isMultiplication(text, start..<end) || marks.isMask(text, start..<end) ? .closing : run.friendly)
      if mending == .before || mending == .both { insert(at: start) }
      if mending == .after || mending == .both { insert(at: end) }
    case UInt8(ascii: "_") where marks.extensions.contains(.cjkEmphasis):
      // Unchanged, but punctuation with a variation selector is punctuation.
      var before = BackwardScalarReader(text, from: start)
      if let last = before.next(), InlineMarks.isVariation(last), marks.run(text, start..<end).before.isMark {
        insert(at: start)
      }
    case UInt8(ascii: "~") where marks.extensions.contains(.strikethrough) && end - start == 2:
      if isInAutolink(start) { break }
      let flanking = marks.run(text, start..<end).friendly
      let rule = (flanking.isLeft ? InlineMarks.Rule.opens : 0) + (flanking.isRight ? InlineMarks.Rule.closes : 0)
      insert(at: end, times: rule)
    default: break
    }
    return end
  }

  /// Within `<https://…>`, where `~~` is part of the address; addresses are looked at as far as people read them.
  private func isInAutolink(_ place: Int) -> Bool {
    for byte in text[max(0, place - 200)..<place].reversed() {
      switch byte {
      case UInt8(ascii: "<"): return true
      case ..<0x21, UInt8(ascii: ">"): return false
      default: continue
      }
    }
    return false
  }

  private mutating func insert(at place: Int, times: Int = 1) {
    guard times > 0 else { return }
    if out.isEmpty { out.reserveCapacity(text.count + 64) }
    out.append(contentsOf: text[copied..<place])
    for _ in 0..<times { out.append(contentsOf: marks.sentinel) }
    copied = place
  }
}

/// Brackets of a paragraph that may still become links or pictures.
///
/// At each link libcmark 0.30.2 goes over all pictures that are open before it, which takes minutes for 1 MB of `![[]()`; no one has
/// more than a few open, so what is beyond is made a link's bracket.
private struct OpenBrackets {
  private static let mostPictures = 64
  private var isPicture: [Bool] = []
  private var pictures = 0

  /// - Returns: whether a picture may begin.
  @discardableResult
  mutating func open(isPicture: Bool) -> Bool {
    let begins = isPicture && pictures < Self.mostPictures
    if begins { pictures += 1 }
    self.isPicture.append(begins)
    return begins
  }

  mutating func close() {
    if isPicture.popLast() == true { pictures -= 1 }
  }
}
