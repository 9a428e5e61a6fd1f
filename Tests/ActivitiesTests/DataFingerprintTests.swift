import Testing

@testable import Activities

@Suite struct DataFingerprintTests {
  /// Notes of imports that were made before hold digests of it.
  @Test(
    arguments: [
      .null, .integer(0), .integer(.min), .real(0.1), .real(1e300), .real(-0.0), .real(.infinity), .real(12), .text(""),
      .text("茶话会"),
      .text("他说“好”\n\"quoted\"\t\\ \u{0}\u{1b}\u{200b}👨‍👩‍👧 e\u{301}"), .blob([]), .blob([0, 255]),
      .unreadable(.notUTF8, shown: "x"),
      .unreadable(.tooLong(300_000), shown: ""),
    ] as [StoredValue])
  func aLiteralIsWhatIsPrintedOfAValue(_ value: StoredValue) {
    #expect(value.literal == String(describing: value))
  }
}
