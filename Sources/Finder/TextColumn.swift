/// A column of a table as one text: of each value what it has in common with the one before, as two characters that say how much at its beginning and
/// how much at its end (from `#` on, in UTF-16 units), and what stands between; a line each, an empty one where it is the same. Units of a community are
/// called alike, and so are their addresses: 1,400 of them are 60 KB so, and 175 as rows. `Client/book.js` reads it.
package enum TextColumn {
  private static let first = UInt16(UInt8(ascii: "#"))
  /// Up to `[`, before the backslash, which JSON writes twice.
  private static let most = 56
  private static let separator: UInt16 = 0x0A

  package static func text(_ values: some Sequence<String>) -> String {
    var out: [UInt16] = []
    var before: [UInt16] = []
    for (row, value) in values.enumerated() {
      let units = value.utf16.map { $0 == separator ? 0x20 : $0 }
      if row > 0 { out.append(separator) }
      if row > 0, units == before { continue }
      var start = zip(units, before).prefix(most).prefix { $0 == $1 }.count
      if start > 0, UTF16.isLeadSurrogate(units[start - 1]) { start -= 1 }
      let rest = min(most, min(units.count, before.count) - start)
      var end = zip(units.reversed(), before.reversed()).prefix(rest).prefix { $0 == $1 }.count
      if end > 0, UTF16.isTrailSurrogate(units[units.count - end]) { end -= 1 }
      out += [first + UInt16(start), first + UInt16(end)]
      out += units[start..<units.count - end]
      before = units
    }
    return String(decoding: out, as: UTF16.self)
  }
}
