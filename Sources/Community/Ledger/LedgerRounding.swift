import Vocabulary

/// Shares and times so coarse that no single case can be worked out from them.
extension LedgerValue {
  /// Of a percent, in tenths.
  private static let steps = [1, 2, 5, 10, 20, 50, 100, 250]

  /// Rounded down to a step that is five cases or more, so that nobody can work back to fewer; all or none is said as it is.
  static func share(_ part: Int, of whole: Int) -> LedgerValue {
    if whole == 0 { return .nothing }
    if SmallGroups.isSmall(whole) { return .few }
    if part == whole { return .share(tenths: 1000) }
    if part == 0 { return .share(tenths: 0) }
    guard let step = steps.first(where: { $0 * whole >= SmallGroups.least * 1000 }) else { return .withheld }
    let tenths = 1000 * part / whole / step * step
    return tenths == 0 ? .withheld : .share(tenths: tenths)
  }

  /// The time that so many hundredths of the cases don't exceed (nearest rank), where five or more lie on either side of it.
  ///
  /// - Parameter sorted: the shortest first.
  static func quantile(_ hundredths: Int, of sorted: [Int]) -> LedgerValue {
    if sorted.isEmpty { return .nothing }
    if SmallGroups.isSmall(sorted.count) { return .few }
    let rank = (hundredths * sorted.count + 99) / 100
    guard rank > SmallGroups.least, sorted.count - rank >= SmallGroups.least else { return .withheld }
    return .minutes(roundedUp(sorted[rank - 1]))
  }

  private static func roundedUp(_ minutes: Int) -> Int {
    let step = minutes <= 60 ? 5 : minutes <= 2880 ? 60 : 144
    return max(1, (minutes + step - 1) / step) * step
  }
}
