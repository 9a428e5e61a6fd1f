import Encoding

/// Bytes in fewer bytes, in the block format of LZ4 (lz4_Block_format.md of github.com/lz4/lz4): what stood before is named by its place and length.
/// Texts that lie in one file have much in common: sentences that every notice has, addresses, labels.
enum LZ4Block {
  /// The least that is named by its place.
  private static let shortest = 4
  /// How far back it may lie.
  private static let reach = 65_535
  /// The block's last bytes are no part of a repetition, and the last repetition begins so far before its end.
  private static let (lastBytes, lastStart) = (5, 12)
  private static let slotBits = 13

  static func pack(_ bytes: Bytes) -> Bytes {
    Bytes(unsafeUninitializedCapacity: bytes.count + bytes.count / 255 + 16) { out, count in
      bytes.withUnsafeBytes { bytes in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << slotBits) { slots in
          slots.initialize(repeating: 0)
          var writer = Writer(bytes: bytes, out: out)
          pack(bytes, slots, &writer)
          count = writer.count
        }
      }
    }
  }

  /// - Parameter slots: for what four bytes hash to, one more than the place where they last stood.
  @inline(__always)
  private static func pack(
    _ bytes: UnsafeRawBufferPointer, _ slots: UnsafeMutableBufferPointer<UInt32>, _ writer: inout Writer
  ) {
    func four(_ place: Int) -> UInt32 { bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
    func slot(of four: UInt32) -> Int { Int((four &* 2_654_435_761) >> UInt32(32 - slotBits)) }
    let (lastPlace, end) = (bytes.count - lastStart, bytes.count - lastBytes)
    var (place, done) = (0, 0)
    while place <= lastPlace {
      let here = four(place)
      let own = slot(of: here)
      let before = Int(slots[own]) - 1
      slots[own] = UInt32(place + 1)
      guard before >= 0, place - before <= reach, four(before) == here else {
        place += 1
        continue
      }
      let length = shortest + alike(bytes, before + shortest, place + shortest, until: end)
      writer.append(from: done, to: place, distance: place - before, length: length - shortest)
      done = place + length
      // What stands within may be repeated, too.
      for within in place + 1..<max(place + 1, min(done, lastPlace + 1)) {
        slots[slot(of: four(within))] = UInt32(within + 1)
      }
      place = done
    }
    writer.append(from: done, to: bytes.count)
  }

  /// How many bytes are the same from two places on, eight at a time.
  @inline(__always)
  private static func alike(_ bytes: UnsafeRawBufferPointer, _ before: Int, _ place: Int, until end: Int) -> Int {
    var count = 0
    while place + count + 8 <= end {
      let one = bytes.loadUnaligned(fromByteOffset: before + count, as: UInt64.self)
      let other = bytes.loadUnaligned(fromByteOffset: place + count, as: UInt64.self)
      if one != other {
        return count + (UInt64(littleEndian: one) ^ UInt64(littleEndian: other)).trailingZeroBitCount / 8
      }
      count += 8
    }
    while place + count < end, bytes[before + count] == bytes[place + count] { count += 1 }
    return count
  }

  private struct Writer {
    let bytes: UnsafeRawBufferPointer
    let out: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    init(bytes: UnsafeRawBufferPointer, out: UnsafeMutableBufferPointer<UInt8>) {
      (self.bytes, self.out) = (bytes, out)
    }

    /// Bytes as they are, then as many and four more as stood a distance before.
    mutating func append(from start: Int, to end: Int, distance: Int, length: Int) {
      append(from: start, to: end, repeated: length)
      put(UInt8(distance & 255))
      put(UInt8(distance >> 8))
      appendRest(of: length)
    }

    /// The last bytes.
    mutating func append(from start: Int, to end: Int) { append(from: start, to: end, repeated: 0) }

    private mutating func append(from start: Int, to end: Int, repeated: Int) {
      put(UInt8(min(end - start, 15) << 4 | min(repeated, 15)))
      appendRest(of: end - start)
      UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(out)[count...]).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      count += end - start
    }

    /// What four bits can't say of a number.
    private mutating func appendRest(of number: Int) {
      guard number >= 15 else { return }
      var rest = number - 15
      while rest >= 255 {
        put(255)
        rest -= 255
      }
      put(UInt8(rest))
    }

    private mutating func put(_ byte: UInt8) {
      out[count] = byte
      count += 1
    }
  }
}
