import Testing

@testable import QRCodes

@Suite struct QRCodeTests {
  @Test func finderPatternsStandInThreeCorners() throws {
    let code = try #require(QRCode("https://quanxi.example.cn/schedule/#subscribe"))
    #expect(code.width >= 21 && (code.width - 17) % 4 == 0)
    let corner = (0..<7).map { code.modules[$0] }
    #expect(corner == Array(repeating: true, count: 7))
    #expect((0..<7).allSatisfy { code.modules[code.width - 7 + $0] })
    #expect((0..<7).allSatisfy { code.modules[(code.width - 1) * code.width + $0] })
  }

  @Test func nothingAndTooMuchHaveNoCode() {
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: 3000)) == nil)
  }

  @Test func thePathHoldsExactlyTheDarkModules() throws {
    let code = try #require(QRCode("公示"))
    let svg = code.svg(label: "打开")
    let path = try #require(svg.split(separator: "<path d=\"").last)
    let lengths = path.split(separator: "M").compactMap { run in
      run.split(separator: "h").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) }
    }
    #expect(lengths.reduce(0, +) == code.modules.count { $0 })
  }
}
