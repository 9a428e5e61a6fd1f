import Encoding

/// Writes the lists of terms of two units, as `Shards` has them: the records that hold a term, those that hold it in their titles, and where in a
/// clause it begins (`TermPlaces`). Into room that is kept from term to term: a site has hundreds of thousands of them, most in a few records.
struct TermLists {
  private let recordCount: Int
  private var room = Bytes()

  init(recordCount: Int) { self.recordCount = recordCount }

  /// Appends a term's entries.
  ///
  /// - Parameter postings: of one term, in the order of the texts; at least one.
  mutating func append(_ postings: UnsafeBufferPointer<TermPostings.Posting>, to out: inout Bytes) {
    let size = postings.count
    let key = UInt32(postings[0] >> 32)
    if room.count < Self.most * size { room = Bytes(repeating: 0, count: Self.most * 2 * size) }
    room.withUnsafeMutableBufferPointer { room in
      let gaps = room.baseAddress!
      let titles = gaps + Self.numberSize * size
      let places = titles + Self.numberSize * size
      var (count, gapsEnd, titlesEnd, placesEnd, recordPlaces) = (0, 0, 0, 0, 0)
      // Those after the last that holds the term, and the last that has it in its title.
      var (next, nextTitle) = (UInt32(0), UInt32(0))
      for posting in postings {
        let record = UInt32(posting >> 8 & 0xFF_FFFF)
        if record >= next {
          gapsEnd = Self.write(record - next, gaps, gapsEnd)
          count += 1
          next = record + 1
          recordPlaces = placesEnd
        }
        placesEnd = Self.write(place: UInt8(posting & 127), places, since: recordPlaces, placesEnd)
        if posting & 128 != 0, record >= nextTitle {
          titlesEnd = Self.write(record - nextTitle, titles, titlesEnd)
          nextTitle = record + 1
        }
      }
      out.appendRecords(
        key, gaps: UnsafeBufferPointer(start: gaps, count: gapsEnd), count: count, of: recordCount)
      if titlesEnd > 0 { out.append(key, .titles, UnsafeBufferPointer(start: titles, count: titlesEnd)) }
      if placesEnd <= TermPlaces.longest {
        out.append(key, .places, UnsafeBufferPointer(start: places, count: placesEnd))
      }
    }
  }

  /// Bytes of the longest number: records are numbered with 24 bits.
  private static let numberSize = 4
  /// Bytes that a posting takes at most: its record, its title's, its place.
  private static let most = 2 * numberSize + 1

  /// Seven bits a byte, the smallest first; all but the last have the eighth set.
  ///
  /// - Returns: where it ends.
  @inline(__always)
  private static func write(_ number: UInt32, _ room: UnsafeMutablePointer<UInt8>, _ start: Int) -> Int {
    var (rest, end) = (number, start)
    while rest > 127 {
      room[end] = UInt8(rest & 127 | 128)
      rest >>= 7
      end += 1
    }
    room[end] = UInt8(rest)
    return end + 1
  }

  /// - Parameter start: where the record's places begin.
  /// - Returns: where they end.
  @inline(__always)
  private static func write(
    place: UInt8, _ room: UnsafeMutablePointer<UInt8>, since start: Int, _ end: Int
  ) -> Int {
    switch end - start {
    case 0: break
    case 1 where room[start] == TermPlaces.anywhere: return end
    case ..<TermPlaces.most: room[end - 1] |= 128
    default:
      room[start] = TermPlaces.anywhere
      return start + 1
    }
    room[end] = place
    return end + 1
  }
}
