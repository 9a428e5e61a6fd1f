/// One telephone number as people write it: `0531-0000-1210`, `(0531) 0000 1210`, `+86 531 0000 1210`, `0531-0000-1200转8012`, `12345`; or a
/// mobile number of which the middle is masked, `138****1234`, which nobody can dial.
package struct PhoneNumber: Sendable, Hashable {
  /// With digits and a plus sign alone; nil of what is masked.
  private let dialled: String?
  private let extensionDigits: String

  /// nil where the text is something else, or more than one number.
  package init?(_ text: String) {
    var digits = ""
    var inner: String?
    var masked = 0
    var brackets = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9", "０"..."９":
        let digit = Character(Unicode.Scalar(scalar.value < 0x80 ? scalar.value : scalar.value - 0xFF10 + 0x30)!)
        if inner == nil { digits.append(digit) } else { inner?.append(digit) }
      case "+", "＋":
        guard digits.isEmpty, masked == 0 else { return nil }
        digits = "+"
      case "*", "＊", "x", "X", "×", "●":
        // Only in the middle of a mobile number.
        guard inner == nil, digits.count == 3 else { return nil }
        masked += 1
      case "(", "（": brackets += 1
      case ")", "）": brackets -= 1
      case " ", "\u{A0}", "-", "－", "–", "—", "‑": break
      case "转", "轉", "#", "＃":
        guard inner == nil, masked == 0, digits.count >= 3 else { return nil }
        inner = ""
      default: return nil
      }
      if brackets < 0 || brackets > 1 { return nil }
    }
    guard brackets == 0 else { return nil }
    extensionDigits = inner ?? ""
    if masked > 0 {
      guard masked == 4, digits.count == 7, digits.hasPrefix("1") else { return nil }
      dialled = nil
    } else {
      let count = digits.hasPrefix("+") ? digits.count - 1 : digits.count
      guard (3...15).contains(count), inner.map({ (1...8).contains($0.count) }) ?? true else { return nil }
      dialled = digits
    }
  }

  /// The one number of a text like `社区服务台 0531-0000-1210`; nil where it has none, or several.
  package static func only(in text: String) -> PhoneNumber? {
    if let whole = PhoneNumber(text) { return whole }
    let parts = text.split { $0.isWhitespace || "，,；;、：:。".contains($0) }
    let numbers = parts.compactMap { PhoneNumber(String($0)) }
      .filter { number in number.dialled.map { $0.count >= 7 && !Self.isDate($0) } ?? false }
    return numbers.count == 1 ? numbers[0] : nil
  }

  /// `2026-12-01`, `202612`.
  private static func isDate(_ digits: String) -> Bool {
    digits.count <= 8 && (digits.hasPrefix("19") || digits.hasPrefix("20"))
  }

  /// `tel:053100001210`, with an extension as RFC 3966 §5.3 has it; nil of what is masked.
  package var link: String? {
    dialled.map { "tel:\($0)" + (extensionDigits.isEmpty ? "" : ";ext=\(extensionDigits)") }
  }
}
