import CZlib

/// Bytes as zlib packs them (RFC 1950).
enum Deflated {
  /// - Returns: what could be unpacked, up to the limit; all before a mistake in it.
  static func bytes(_ packed: [UInt8], atMost limit: Int) -> [UInt8] {
    var state = z_stream()
    guard inflateInit_(&state, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return [] }
    defer { inflateEnd(&state) }
    var packed = packed
    var out: [UInt8] = []
    packed.withUnsafeMutableBufferPointer { input in
      state.next_in = input.baseAddress
      state.avail_in = UInt32(input.count)
      var status = Z_OK
      while status == Z_OK, out.count < limit {
        let wanted = min(1 << 16, limit - out.count)
        out += [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
          state.next_out = buffer.baseAddress
          state.avail_out = UInt32(wanted)
          status = inflate(&state, Z_NO_FLUSH)
          count = wanted - Int(state.avail_out)
          if count == 0, status == Z_OK { status = Z_BUF_ERROR }
        }
      }
    }
    return out
  }
}
