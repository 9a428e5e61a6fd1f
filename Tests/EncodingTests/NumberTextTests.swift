import Encoding
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (12, "12"), (-3, "-3"), (0.5, "0.5"), (2.50, "2.5"),
    (999_999_999_999_999, "999999999999999"),
    (1e15, "1000000000000000.0"), (1e16, "1e+16"), (1e-7, "1e-07"),
  ])
  func plainIsWithoutATrailingZero(number: Double, text: String) {
    #expect(NumberText.plain(number) == text)
  }

  @Test(arguments: [
    (999, "999"), (1000, "1,000"), (270_000, "270,000"), (-1000, "-1,000"), (-100, "-100"), (1234.5, "1,234.5"),
  ])
  func groupedByThousands(number: Double, text: String) {
    #expect(NumberText.grouped(number) == text)
  }

  @Test func noDigitIsHiddenByAnExponent() {
    #expect(NumberText.digits(110_101_199_003_072_320) == "110101199003072320")
    #expect(NumberText.digits(1e18) == "1e+18")
  }
}
