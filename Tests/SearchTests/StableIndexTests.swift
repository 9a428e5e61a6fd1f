import Testing

@testable import Search

/// An edit changes what it touches: places are counted from the clause. [0060]
@Suite struct StableIndexTests {
  @Test func unitsHaveOneTwoOrThreeBytes() {
    #expect(Alphabet.units.count == 192 && Set(Alphabet.units).count == 192)
    let expected = [
      ("的", 1), ("a", 1), ("7", 1), ("龜", 3), ("\u{4E01}", 2), ("\u{8CFF}", 2), ("\u{8D00}", 3), ("𠮷", 6),
    ]
    for (text, count) in expected {
      var out: [UInt8] = []
      Alphabet.append(Array(text.utf16)[...], to: &out)
      #expect(out.count == count, "\(text)")
    }
  }

  private func source(_ records: [String]) -> Shards.Source {
    var source = Shards.Source()
    for record in records {
      let start = source.units.count
      source.units += record.utf16
      source.records.append((start, start, source.units.count))
    }
    return source
  }

  /// The place of each unit, by a count from its clause's beginning.
  private func slowPlaces(_ source: Shards.Source) -> [Int] {
    source.records.flatMap { record in
      (record.start..<record.end).map { position in
        var begin = position
        while begin > record.start, !Clauses.ends(source.units[begin - 1]) { begin -= 1 }
        let second = begin + 1 < source.units.count ? Int(source.units[begin + 1]) : 0
        return position - begin + Int(source.units[begin]) * 31 + second
      }
    }
  }

  private func places(_ source: Shards.Source) -> [Int] {
    source.units.withUnsafeBufferPointer { units in
      source.records.flatMap { record in
        var clauses = Clauses(units, from: record.start)
        return (record.start..<record.end).map { _ in clauses.next() }
      }
    }
  }

  @Test func placesAreCountedFromTheClause() {
    var generator = SystemRandomNumberGenerator()
    let marks = Array("，,。\n：甲乙丙丁戊己庚辛壬癸")
    for length in [1, 63, 64, 65, 300, 1000] {
      let text = String((0..<length).map { _ in marks.randomElement(using: &generator)! })
      let source = source([text, "甲", String(repeating: "乙", count: length), text])
      #expect(places(source) == slowPlaces(source), "\(text)")
    }
  }

  @Test func aWordChangesThePlacesOfItsClauseAlone() {
    let (before, after) = (places(source(["三号楼停水,上午恢复,请储水"])), places(source(["三号楼停水停电,上午恢复,请储水"])))
    #expect(before.suffix(8) == after.suffix(8) && before.prefix(5) == after.prefix(5))
  }
}
