import Files
import Foundation
import Testing

@testable import Heartbeat

@Suite struct LogFileTests {
  private func read(_ bytes: [UInt8]) throws -> (lines: [String], LogFile.Extent) {
    let path = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)").path
    try Files.write(bytes, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var lines: [String] = []
    let extent = try LogFile.forEachLine(of: path) { line, number, isEnded in
      #expect(number == lines.count + 1)
      lines.append("\(line.count > 100 ? "…\(line.count)" : line.text)\(isEnded ? "" : "|")")
    }
    #expect(extent.lines == lines.count)
    return (lines, extent)
  }

  @Test func linesAreCut() throws {
    #expect(try read([]).lines == [])
    #expect(try read(Array("a\n\nb\r\nc".utf8)).lines == ["a", "", "b\r", "c|"])
    #expect(try read(Array("\n".utf8)).lines == [""])
  }

  /// Of one that is too long only the beginning is given, wherever the buffer's ends fall.
  @Test func longLinesAreCutOff() throws {
    let x = [UInt8](repeating: 0x78, count: 10_000_000)
    let end = [UInt8(ascii: "\n")]
    let long = "…\(LogLine.longest + 1)"
    #expect(try read(Array("a\n".utf8) + x + Array("\nb\n".utf8) + x).lines == ["a", long, "b", long])
    for count in [LogLine.longest - 1, LogLine.longest, LogLine.longest + 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1] {
      let long = [UInt8](x[..<count]) + end
      let lines = try read(long + Array("b\n".utf8) + long).lines
      #expect(lines == ["…\(min(count, LogLine.longest + 1))", "b", "…\(min(count, LogLine.longest + 1))"])
    }
  }

  @Test func manyLinesAreAllThere() throws {
    let text = (0..<200_000).map { "line \($0)\n" }.joined()
    let (lines, extent) = try read(Array(text.utf8))
    #expect(lines.joined(separator: "\n") + "\n" == text && extent.bytes == text.utf8.count && extent.isWhole)
  }

  @Test func whatIsNoFileIsRefused() throws {
    #expect(throws: FileError.self) { try LogFile.forEachLine(of: "/nonexistent") { _, _, _ in } }
    #expect(throws: FileError.self) { try LogFile.forEachLine(of: "/") { _, _, _ in } }
  }
}
