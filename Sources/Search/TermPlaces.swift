import Encoding

/// Where in each of some records' texts a term begins, as exactly as it takes to tell whether two terms of a clause stand side by side.
///
/// A byte an occurrence: the place in its clause, modulo 127 (`ClauseStarts`); the eighth bit is set where another of the same record follows.
/// A record that holds the term more than six times has one byte, `anywhere`.
struct TermPlaces {
  static let modulus = 127
  static let anywhere: UInt8 = 127
  static let most = 6
  /// A term whose places are longer stands in most texts, and narrows little; it has none.
  static let longest = 16_384

  private(set) var bytes = Bytes()
  /// Where the last record's begin.
  private var start = 0

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    start = 0
  }

  mutating func beginRecord() { start = bytes.count }

  /// - Parameter place: in its clause.
  mutating func append(_ place: Int) {
    switch bytes.count - start {
    case 0: break
    case 1 where bytes[start] == Self.anywhere: return
    case ..<Self.most: bytes[bytes.count - 1] |= 128
    default:
      bytes.removeSubrange(start...)
      bytes.append(Self.anywhere)
      return
    }
    bytes.append(UInt8(place % Self.modulus))
  }
}

extension Bytes {
  /// An entry of a shard; see `Shards`.
  mutating func append(_ places: TermPlaces, of key: UInt32) {
    guard places.bytes.count <= TermPlaces.longest else { return }
    append(key: key)
    append(number: places.bytes.count * 4 + Shards.Form.places.rawValue)
    append(contentsOf: places.bytes)
  }
}
