extension Sequence where Element: Hashable {
  /// The elements in order, without those that were there before: said twice, a day of a rule means no more.
  func eachOnce() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
