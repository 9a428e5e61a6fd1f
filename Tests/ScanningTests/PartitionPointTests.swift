import Scanning
import Testing

@Suite struct PartitionPointTests {
  @Test(arguments: 0...9)
  func isWhereTheBeginningEnds(count: Int) {
    let numbers = Array(0..<count)
    for limit in -1...count {
      #expect(numbers.partitionPoint { $0 < limit } == max(0, min(limit, count)))
    }
  }
}
