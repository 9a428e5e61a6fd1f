import Testing

@testable import PublicText

@Suite struct HanDigitTests {
  /// The look at two bytes lets every digit through, and nothing else is one.
  @Test func noDigitIsPassedOver() {
    var passedOver: [UInt32] = []
    var digits = 0
    for value in UInt32(0x800)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      let read = bytes.withUnsafeBufferPointer { HanDigit.read($0, at: 0) }
      let known = HanDigit.value(UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2]))
      if read != known { passedOver.append(value) }
      if read != nil { digits += 1 }
    }
    #expect(passedOver == [])
    #expect(digits == 36)
  }
}
