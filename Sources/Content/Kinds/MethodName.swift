import Diagnostics

/// The numerals in a method's name, which its parts' counts are held to: `345`, `1+1+N`, `1团8队5平台N菜单`, `一长六员`.
struct MethodName {
  enum Token: Hashable {
    /// Western digits, wide ones too: `345` may be one number or three.
    case digits(String)
    case chinese(Int)
    /// `N`, as many as there are.
    case any
  }

  private let name: String
  let tokens: [Token]

  init(_ name: String) {
    self.name = name
    tokens = Self.read(name)
  }

  /// Whether a text is nothing but one numeral.
  static func isNumeral(_ text: String) -> Bool {
    text.allSatisfy { digit($0) != nil || figure($0) != nil || $0 == "十" } || isAny(text)
  }

  /// - Returns: what is wrong where the name's numerals are not the counts of the parts.
  func problem(with counts: [MethodCount], at location: Location) -> Diagnostic? {
    let western = tokens.filter { if case .chinese = $0 { false } else { true } }
    let hasDigits = western.contains { $0 != .any }
    // Beside digits, Chinese numerals are parts of words: “一网连心1+1+N”.
    let numerals = hasDigits ? western : tokens
    guard !numerals.isEmpty, !Self.agree(numerals[...], counts[...]) else { return nil }
    // One alone may be a word's: “一心为民”.
    if !hasDigits, numerals.count == 1, counts.count > 1 { return nil }
    let parts = counts.map(\.text).joined(separator: "、")
    let message = Message(
      zh: "“\(name)”里的数字和各部分的数目不一样：各部分是 \(parts)",
      en: "the numerals in “\(name)” are not its parts' counts, which are \(counts.map(\.text).joined(separator: ", "))"
    )
    let hint = Message(
      zh: "名称里的数字要和各部分的 count 一个个对上，如“345”是 3、4、5，“1+1+N”是 1、1、N；改名称或改 count",
      en: "each numeral of the name is a part's count, as “345” is 3, 4, 5; change the name or a count")
    return hasDigits || numerals.count == counts.count
      ? .error("method.name", zh: message.zh, en: message.en, hint: hint, at: location)
      : .warning("method.name", zh: message.zh, en: message.en, hint: hint, at: location)
  }

  /// Digits may be cut into numbers in any way: `112` is 1, 12 as well as 1, 1, 2.
  private static func agree(_ tokens: ArraySlice<Token>, _ counts: ArraySlice<MethodCount>) -> Bool {
    guard let token = tokens.first else { return counts.isEmpty }
    guard let count = counts.first else { return false }
    switch token {
    case .any: return count == .any && agree(tokens.dropFirst(), counts.dropFirst())
    case .chinese(let number): return count == .number(number) && agree(tokens.dropFirst(), counts.dropFirst())
    case .digits(let digits):
      // A count has at most two digits, so that few ways are tried; what is longer than all counts agrees with none.
      guard digits.count <= counts.count * 2 else { return false }
      for length in 1...min(2, digits.count) where count == Int(digits.prefix(length)).map({ .number($0) }) {
        let rest = String(digits.dropFirst(length))
        let following: ArraySlice<Token> = rest.isEmpty ? tokens.dropFirst() : [.digits(rest)] + tokens.dropFirst()
        if agree(following, counts.dropFirst()) { return true }
      }
      return false
    }
  }

  // MARK: Reading

  private static func read(_ name: String) -> [Token] {
    var tokens: [Token] = []
    var digits = ""
    var chinese = ""
    func close() {
      if !digits.isEmpty { tokens.append(.digits(digits)) }
      if let number = number(chinese) { tokens.append(.chinese(number)) }
      (digits, chinese) = ("", "")
    }
    let characters = Array(name)
    for (index, character) in characters.enumerated() {
      if let digit = digit(character) {
        if !chinese.isEmpty { close() }
        digits.append(digit)
      } else if figure(character) != nil || character == "十" {
        if !digits.isEmpty { close() }
        chinese.append(character)
      } else {
        close()
        let isWord = [index - 1, index + 1].contains {
          characters.indices.contains($0) && characters[$0].isASCII && characters[$0].isLetter
        }
        if isAny(String(character)), !isWord { tokens.append(.any) }
      }
    }
    close()
    return tokens
  }

  private static func isAny(_ text: String) -> Bool { ["N", "n", "Ｎ", "ｎ"].contains(text) }

  private static func digit(_ character: Character) -> Character? {
    character.isWholeNumber && (character.isASCII || ("０"..."９").contains(character))
      ? character.wholeNumberValue.map { Character(String($0)) } : nil
  }

  private static func figure(_ character: Character) -> Int? {
    character == "两" ? 2 : Array("一二三四五六七八九").firstIndex(of: character).map { $0 + 1 }
  }

  /// `六`, `十二`, `二十`, `三十五`: 1 to 99. Figures in a row are no number: “三五成群”.
  private static func number(_ text: String) -> Int? {
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.count <= 1 }) else { return nil }
    let values = parts.map { $0.first.flatMap(figure) }
    if parts.count == 1 { return values[0] }
    return (values[0] ?? 1) * 10 + (values[1] ?? 0)
  }
}
