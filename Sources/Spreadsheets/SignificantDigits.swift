#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Numbers as spreadsheet programs show them: 15 significant digits. What binary arithmetic leaves behind them (`=4.2*3` is kept as
/// 12.600000000000001) is no part of what is meant.
package enum SignificantDigits {
  /// Rounded to what is shown of a computed number.
  static func shown(_ number: Double) -> Double {
    guard number.isFinite, number != 0 else { return number }
    let exponent = Int(log10(abs(number)).rounded(.down))
    return rounded(number, 14 - exponent)
  }

  /// The same where it takes away a remainder of arithmetic; a number that has its digits keeps them.
  package static func withoutNoise(_ number: Double) -> Double {
    let short = shown(number)
    // Of a longer whole number, programs keep 15 digits too.
    guard short != number, abs(number) < 1e15 else { return short }
    let digits = "\(short)".utf8.prefix { $0 != UInt8(ascii: "e") }.count { (0x30...0x39).contains($0) }
    return digits <= 12 ? short : number
  }

  /// To so many digits after the point, a half away from zero; before it, where there are fewer than none.
  static func rounded(_ number: Double, _ decimals: Int) -> Double {
    if decimals < 0 {
      let scale = pow(10, Double(-decimals))
      return (number / scale).rounded() * scale
    }
    let scale = pow(10, Double(decimals))
    guard scale.isFinite, (number * scale).isFinite, abs(number * scale) < 1e16 else { return number }
    return (number * scale).rounded() / scale
  }
}
