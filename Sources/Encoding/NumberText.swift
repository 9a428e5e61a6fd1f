/// Numbers as digits. The one place where they are written.
package enum NumberText {
  /// Digits that read back to the same value, without a trailing `.0`; from 10¹⁵ on as Swift writes it, at last with an exponent.
  package static func plain(_ number: Double) -> String { whole(number, below: 1e15) ?? "\(number)" }

  /// `270,000`.
  package static func grouped(_ number: Double) -> String {
    let parts = plain(number).split(separator: ".", maxSplits: 1)
    let whole = Array(parts[0])
    var text = ""
    for (index, digit) in whole.enumerated() {
      let rest = whole.count - index
      if index > 0, rest % 3 == 0, whole[index - 1] != "-" { text.append(",") }
      text.append(digit)
    }
    return parts.count == 2 ? text + "." + parts[1] : text
  }

  /// `35 KB`, `1.2 MB`, by 1,024 as the programs do that people copy files with; rounded up, so that nothing has none.
  package static func fileSize(_ bytes: Int) -> String {
    let kilobytes = (Double(bytes) / 1024).rounded(.up)
    if kilobytes < 1000 { return "\(plain(max(1, kilobytes))) KB" }
    let tenths = (Double(bytes) / 1024 / 1024 * 10).rounded()
    return "\(plain(tenths < 100 ? tenths / 10 : (tenths / 10).rounded())) MB"
  }

  /// All digits of a number, also of one that `plain` writes with an exponent: what is looked through, not shown.
  package static func digits(_ number: Double) -> String { whole(number, below: 1e18) ?? "\(number)" }

  private static func whole(_ number: Double, below limit: Double) -> String? {
    number == number.rounded() && abs(number) < limit ? String(Int(number)) : nil
  }
}
