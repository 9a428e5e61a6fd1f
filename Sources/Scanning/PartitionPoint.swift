extension RandomAccessCollection {
  /// The first position whose element does not belong to the beginning; all that do stand before all that don't.
  @inlinable
  package func partitionPoint(where isBeginning: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if isBeginning(self[middle]) {
        low = index(after: middle)
        length -= half + 1
      } else {
        length = half
      }
    }
    return low
  }
}
