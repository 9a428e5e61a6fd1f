import Encoding

/// The units that a site's texts are made of, the most frequent first: how the store writes them.
///
/// The first 192 are a byte each, of the others 16,128 are two bytes from 0xC000 on, and what is beyond is 0xFF and the unit itself. Chinese
/// takes some 1.5 bytes a character so, UTF-8 three.
struct Alphabet: Sendable {
  static let short = 192
  static let long = (0xFF - 0xC0) * 256

  /// By rank.
  let units: [UInt16]
  /// The rank by unit; -1 for those that are written out.
  private let ranks: [Int32]

  /// - Parameter counts: how often each of the 65,536 units stands in the texts.
  init(counts: [UInt32]) {
    // Halves of surrogate pairs can't stand alone in the list that browsers read.
    let used = counts.indices.filter { counts[$0] > 0 && !(0xD800...0xDFFF).contains($0) }
      .sorted { (counts[$1], $0) < (counts[$0], $1) }.prefix(Self.short + Self.long)
    units = used.map { UInt16($0) }
    var ranks = [Int32](repeating: -1, count: 65_536)
    for (rank, unit) in used.enumerated() { ranks[unit] = Int32(rank) }
    self.ranks = ranks
  }

  var text: String { String(decoding: units, as: UTF16.self) }

  func append(_ unit: UInt16, to out: inout Bytes) {
    let rank = Int(ranks[Int(unit)])
    if rank < 0 {
      out.append(0xFF)
      out.append(UInt8(unit >> 8))
      out.append(UInt8(unit & 0xFF))
    } else if rank < Self.short {
      out.append(UInt8(rank))
    } else {
      out.append(UInt8(0xC0 + (rank - Self.short) >> 8))
      out.append(UInt8((rank - Self.short) & 0xFF))
    }
  }
}
