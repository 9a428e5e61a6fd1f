import Encoding
import Scanning

/// Prepares a source so that libcmark, which knows CommonMark's emphasis only, reads it as this program means it.
///
/// libcmark decides by the characters beside a run of `*` whether it may open or close. A sentinel, a punctuation character that the source
/// doesn't hold, is put beside those runs that it would decide otherwise than `DelimiterRun.friendly`, and it marks the delimiters of what
/// libcmark doesn't know: `~~` + 1, 2 or 3 sentinels may open, close or both; `[` + sentinel begins a footnote's reference. Whatever it
/// falls into by the way (code, an address), it is taken out again when the tree is read.
struct InlineMarks {
  enum Rule {
    /// Strikethrough: what may open, close or both, as the number of sentinels.
    static let opens = 1
    static let closes = 2
  }

  let extensions: Document.Extensions
  /// Of the footnotes that are defined.
  let footnotes: Set<Bytes>
  /// Four bytes of UTF-8. Old South Arabian and other old scripts' punctuation, one of which no source holds.
  let sentinel: Bytes

  /// nil when there is nothing to mark, or no character left to do it with.
  init?(_ source: UnsafeBufferPointer<UInt8>, _ extensions: Document.Extensions, footnotes: Set<Bytes>) {
    guard !extensions.isDisjoint(with: [.cjkEmphasis, .strikethrough, .footnotes]),
      let sentinel = Self.candidates.first(where: { !Self.contains($0, in: source) })
    else { return nil }
    self.extensions = extensions
    self.footnotes = footnotes
    self.sentinel = sentinel
  }

  /// Kharoshthi punctuation (U+10A50…U+10A58), which libcmark knows as such.
  private static let candidates: [Bytes] = (0x10A50...0x10A58).compactMap(Unicode.Scalar.init).map {
    Bytes(String(Character($0)).utf8)
  }

  private static func contains(_ sentinel: Bytes, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    while let index = source.first(of: 0xF0, from: start) {
      if source[index...].starts(with: sentinel) { return true }
      start = index + 1
    }
    return false
  }

  /// - Returns: the text with sentinels; nil where it needs none.
  func marked(_ text: UnsafeBufferPointer<UInt8>) -> Bytes? {
    var pass = MarkingPass(marks: self, text: text)
    return pass.run()
  }

  /// The length of `^label` after a bracket, where that footnote is defined.
  func footnoteLabel(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard !footnotes.isEmpty, index + 1 < text.count, text[index + 1] == UInt8(ascii: "^"),
      let end = text[(index + 2)...].prefix(FootnoteDefinitions.longestLabel + 1).firstIndex(of: UInt8(ascii: "]")),
      footnotes.contains(FootnoteDefinitions.normalized(text[(index + 2)..<end]))
    else { return nil }
    return end - index - 1
  }

  // MARK: Asterisks that are no marks

  /// `60*80*100`, `138****0000`: a figure right before the run and right behind it; before one asterisk it may have a unit: `60厘米*80厘米`.
  func isMultiplication(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard extensions.contains(.officeWriting), range.upperBound < text.count, text[range.upperBound] &- 0x30 < 10
    else { return false }
    var reader = BackwardScalarReader(text, from: range.lowerBound)
    for _ in 0..<(range.count == 1 ? 3 : 1) {
      guard let scalar = reader.next(), scalar.properties.isAlphabetic || ChineseNumber.arabic(scalar) != nil else {
        return false
      }
      if ChineseNumber.arabic(scalar) != nil { return true }
    }
    return false
  }

  /// `王**、李**`: names that are covered. What is emphasised begins with no such mark.
  func isMask(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard extensions.contains(.officeWriting) else { return false }
    var before = BackwardScalarReader(text, from: range.lowerBound)
    var after = ScalarReader(text, from: range.upperBound)
    guard let last = before.next(), OfficeMark.isIdeograph(last), let next = after.next() else { return false }
    return "、，。；：！？）".unicodeScalars.contains(next)
  }

  // MARK: Around a run

  func run(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> DelimiterRun {
    var before = classBefore(range.lowerBound, in: text)
    var after = classAfter(range.upperBound, in: text)
    if extensions.contains(.chineseEmphasis) {
      if before.isMark, !before.isCJK { before.isCJK = isChinese(BackwardScalarReader(text, from: range.lowerBound)) }
      if after.isMark, !after.isCJK { after.isCJK = isChinese(ScalarReader(text, from: range.upperBound)) }
    }
    return DelimiterRun(before: before, after: after)
  }

  private func classBefore(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> CharacterClass {
    var reader = BackwardScalarReader(text, from: place)
    guard let scalar = reader.next() else { return .space }
    // An ideographic variation selector ends a Han character.
    if (0xE0100...0xE01EF).contains(scalar.value) { return CharacterClass(isCJK: true) }
    guard Self.isVariation(scalar), let base = reader.next() else {
      return CharacterClass(scalar)
    }
    var found = Self.withVariation(CharacterClass(base), base: base, selector: scalar)
    // libcmark sees the selector.
    found.isPunctuation = false
    return found
  }

  private func classAfter(_ place: Int, in text: UnsafeBufferPointer<UInt8>) -> CharacterClass {
    var reader = ScalarReader(text, from: place)
    guard let scalar = reader.next() else { return .space }
    let found = CharacterClass(scalar)
    guard found.isMark, let next = reader.next(), Self.isVariation(next) else { return found }
    return Self.withVariation(found, base: scalar, selector: next)
  }

  /// VS1…VS15: other shapes of a character, not an emoji's.
  static func isVariation(_ scalar: Unicode.Scalar) -> Bool { (0xFE00...0xFE0E).contains(scalar.value) }

  /// Curly quotes with VS2 are full-width (Unicode 16, StandardizedVariants).
  private static func withVariation(
    _ found: CharacterClass, base: Unicode.Scalar, selector: Unicode.Scalar
  ) -> CharacterClass {
    var found = found
    if selector.value == 0xFE01, CharacterClass.isShared(base) { found.isCJK = true }
    return found
  }

  /// In a Chinese text a mark beside a run belongs to it when it is one that Chinese shares (`**“先锋”**10场`), or when Chinese stands on
  /// its other side, past further marks and digits (`**复现:**10 轮`, `**满意度98%**APP`).
  ///
  /// - Parameter scalars: the mark and what stands behind it, away from the run.
  private func isChinese(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    for (distance, scalar) in scalars.prefix(Self.contextLength).enumerated() {
      if distance == 0, CharacterClass.isShared(scalar) { return true }
      let found = CharacterClass(scalar)
      guard !found.isCJK else { return true }
      guard found.isMark || found.isDigit else { return false }
    }
    return false
  }

  /// How far is looked, in characters: enough for `（98.5%）`, and no hostile line is read over and over.
  private static let contextLength = 16
}
