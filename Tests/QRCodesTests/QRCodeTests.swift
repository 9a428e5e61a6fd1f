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

  /// Capitals and digits take 5½ bits, and 8 otherwise: version 2 instead of 3, with the same correction (ISO/IEC 18004 §7.4.10).
  @Test func capitalsAreCompact() throws {
    #expect(try #require(QRCode("https://QUANXI.EXAMPLE.CN/Q/4BS9/")).width == 29)
    #expect(try #require(QRCode(compact: "https://QUANXI.EXAMPLE.CN/Q/4BS9/")).width == 25)
    #expect(QRCode(compact: "") == nil)
  }

  @Test func nothingAndTooMuchHaveNoCode() {
    #expect(QRCode("") == nil)
    #expect(QRCode(String(repeating: "x", count: 3000)) == nil)
  }

  @Test func thePathHoldsExactlyTheDarkModules() throws {
    let code = try #require(QRCode("公示"))
    let svg = code.svg(label: "打开")
    let path = try #require(svg.split(separator: " d=\"").last?.prefix { $0 != "\"" })
    // A line a row through the middle of its modules: `M4 4.5h7m2 0h1…`.
    var drawn = Array(repeating: false, count: code.modules.count)
    for row in path.split(separator: "M") {
      let moves = row.split(separator: " ", maxSplits: 1)
      var column = try #require(Int(moves[0])) - QRCode.quietZone
      let y = try #require(Int(moves[1].prefix { $0 != "." })) - QRCode.quietZone
      #expect(moves[1].dropFirst(moves[1].prefix { $0 != "." }.count).hasPrefix(".5h"))
      for run in moves[1].split(separator: "h").dropFirst() {
        let parts = run.split(separator: "m")
        for _ in 0..<(try #require(Int(parts[0]))) {
          drawn[y * code.width + column] = true
          column += 1
        }
        if parts.count > 1 { column += try #require(Int(parts[1].prefix { $0 != " " })) }
      }
    }
    #expect(drawn == code.modules)
  }
}
