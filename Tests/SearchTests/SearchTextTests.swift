import Encoding
import Parallel
import RandomInputs
import Testing

@testable import Search

struct SearchTextTests {
  /// What nearly all texts hold tells little, and would be most of a shard.
  @Test func placesOfTheMostFrequentAreLeftOut() {
    func forms(_ records: Int) -> [Shards.Form] {
      // The term 0, 1, in each of the records once, at the place 5.
      let postings = (0..<UInt64(records)).map { 1 << 32 | $0 << 8 | 5 }
      var lists = TermLists(recordCount: 1 << 20)
      var out = Bytes()
      postings.withUnsafeBufferPointer { lists.append($0, to: &out) }
      return PostingReader(out).entries().map(\.form)
    }
    #expect(forms(TermPlaces.longest) == [.gaps, .places])
    #expect(forms(TermPlaces.longest + 1) == [.gaps])
  }

  private func units(_ text: String) -> String {
    var units = SearchText(capacity: 0)
    units.append(text)
    return String(decoding: units.units, as: UTF16.self)
  }

  @Test(arguments: [
    ("甲  乙\t丙", "甲 乙 丙"), ("  甲\n \n乙\r\n", "甲\n乙"), ("甲\u{3000}乙\u{A0}丙", "甲 乙 丙"),
    ("甲\u{200B}乙\u{AD}丙\u{FEFF}", "甲乙丙"),
    ("\u{1E}甲\u{1F}\u{0}乙", "甲乙"), ("𠮷祥👍", "𠮷祥👍"), ("", ""), ("Ａ1", "Ａ1"),
  ])
  func whiteSpaceIsOneSpaceAndNothingSetsFieldsApart(text: String, wanted: String) {
    #expect(units(text) == wanted)
  }

  @Test func folding() {
    let folded = Array("AZaz09ＡＺａｚ０９É中".utf16).map(SearchText.folded)
    #expect(String(decoding: folded, as: UTF16.self) == "azaz09azaz09É中")
  }

  @Test func theAlphabetWritesEveryUnit() {
    for unit in UInt16.min...UInt16.max {
      var out = Bytes()
      Alphabet.append([unit], to: &out)
      let read: UInt16? =
        switch out[0] {
        case ..<192: Alphabet.units[Int(out[0])]
        case 0xFF: UInt16(out[1]) << 8 | UInt16(out[2])
        default: 0x4E00 + (UInt16(out[0]) - 192) * 256 + UInt16(out[1])
        }
      #expect(read == unit)
    }
  }

  /// The same texts in pieces.
  private static func pieces(of source: Shards.Source) -> [Shards.Source] {
    stride(from: 0, to: source.records.count, by: 7).map { first in
      var piece = Shards.Source()
      for record in source.records[first..<min(source.records.count, first + 7)] {
        let start = piece.units.count
        piece.units += source.units[record.start..<record.end]
        piece.records.append((start, start + record.titleEnd - record.start, piece.units.count))
      }
      return piece
    }
  }

  /// Every term of every record is in its shard's list, in whatever form, and nothing else; the same for any number of jobs.
  @Test(arguments: [1, 2, 3]) func listsHoldWhatTextsHold(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var source = Shards.Source()
    for _ in 0..<300 {
      let start = source.units.count
      for _ in 0..<Int.random(in: 1...400, using: &random) {
        source.units.append([0x0A, 0x20, 0x61, 0x4E00, 0x4E8C, 0xD83D, 0x9FFF, 0x5427].randomElement(using: &random)!)
      }
      source.records.append((start, start + Int.random(in: 0...5, using: &random), source.units.count))
      source.records[source.records.count - 1].titleEnd = min(source.records.last!.titleEnd, source.units.count)
    }
    var wanted: [String: Set<Int>] = [:]
    var wantedPlaces: [String: [Int: [Int]]] = [:]
    for (number, record) in source.records.enumerated() {
      for index in record.start..<record.end where source.units[index] != 0x0A {
        var keys = [("\(source.units[index]) 0", index)]
        if index + 1 < record.end, source.units[index + 1] != 0x0A {
          let key = "\(source.units[index]) \(source.units[index + 1])"
          keys.append((key, index + 1))
          let begin = (record.start...index).last { $0 == record.start || Clauses.ends(source.units[$0 - 1]) }!
          let second = begin + 1 < source.units.count ? Int(source.units[begin + 1]) : 0
          let place = index - begin + Int(source.units[begin]) * 31 + second
          wantedPlaces[key, default: [:]][number, default: []].append(place % 127)
        }
        for (key, last) in keys {
          wanted[key, default: []].insert(number)
          if last < record.titleEnd { wanted[key + " title", default: []].insert(number) }
        }
      }
    }
    let shards = Shards(source, jobs: Jobs(1))
    let again = Shards(Self.pieces(of: source), jobs: Jobs(4))
    var found: [String: Set<Int>] = [:]
    var places: [String: [Int: [Int]]] = [:]
    for shard in 0..<shards.count {
      #expect(shards[shard] == again[shard])
      for entry in PostingReader(shards[shard]).entries() {
        #expect(Shards.hash(entry.a, entry.b, shards: shards.count) == shard)
        let key = "\(entry.a) \(entry.b)"
        if entry.form == .places {
          places[key] = Dictionary(uniqueKeysWithValues: zip(found[key]!.sorted(), entry.places))
        } else {
          found[key + (entry.form == .titles ? " title" : "")] = entry.records
        }
      }
    }
    // Not compared as a whole: a difference would fill the screen.
    #expect(Set(found.keys) == Set(wanted.keys))
    #expect(wanted.allSatisfy { found[$0.key] == $0.value })
    #expect(shards.count > 1)
    #expect(Set(places.keys) == Set(wantedPlaces.keys))
    #expect(
      wantedPlaces.allSatisfy { key, records in
        records.allSatisfy { places[key]?[$0] == ($1.count > TermPlaces.most ? [Int(TermPlaces.anywhere)] : $1) }
      })
    #expect(wantedPlaces.values.contains { $0.values.contains { $0.count > TermPlaces.most } })
  }
}

/// Posting lists read by the book.
private struct PostingReader {
  struct Entry {
    let a: UInt16
    let b: UInt16
    let form: Shards.Form
    var records: Set<Int> = []
    /// Of each record, for those that are places.
    var places: [[Int]] = []
  }

  private let bytes: Bytes
  private var place = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  private mutating func number() -> Int {
    var (value, shift) = (0, 0)
    while bytes[place] > 127 {
      value |= Int(bytes[place] & 127) << shift
      shift += 7
      place += 1
    }
    value |= Int(bytes[place]) << shift
    place += 1
    return value
  }

  func entries() -> [Entry] {
    var reader = self
    var entries: [Entry] = []
    while reader.place < bytes.count {
      let key = bytes[reader.place..<reader.place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      reader.place += 4
      let head = reader.number()
      let end = reader.place + head / 4
      var entry = Entry(a: UInt16(key >> 16), b: UInt16(key & 0xFFFF), form: Shards.Form(rawValue: head % 4)!)
      switch entry.form {
      case .bits:
        for (offset, byte) in bytes[reader.place..<end].enumerated() {
          for bit in 0..<8 where byte >> UInt8(bit) & 1 == 1 { entry.records.insert(offset * 8 + bit) }
        }
      case .gaps, .titles:
        var last = -1
        while reader.place < end {
          last += reader.number() + 1
          entry.records.insert(last)
        }
      case .places:
        var isOpen = false
        for byte in bytes[reader.place..<end] {
          if isOpen {
            entry.places[entry.places.count - 1].append(Int(byte & 127))
          } else {
            entry.places.append([Int(byte & 127)])
          }
          isOpen = byte > 127
        }
      }
      reader.place = end
      entries.append(entry)
    }
    return entries
  }
}
