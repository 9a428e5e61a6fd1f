import CivilTime
import Heartbeat
import RandomInputs
import Vocabulary

/// Lines of access logs: whatever a client asked for, what is taken for a poll is a screen's, and can be printed.
struct AccessLogTarget: FuzzTarget {
  static let name = "log"
  static let share = 8

  private static let words = [
    "[", "]", "\"", "\\", " ", "{", "}", ":", ",", "&", "?", "screen=", "gen=", "\\u0026", "\u{1B}[31m", "\u{202E}",
    "\0", "GET ",
    "99999999999999999999", "/feeds/v1/screens/", ".json", "] \"", "\\\"", "%1B",
  ]

  func input(_ random: inout SeededRandom) -> [UInt8] {
    let id = random.one(of: ["lobby", "a", "songtai-lift", "-", "A"])
    let target = "/feeds/v1/screens/\(id).json?screen=\(id)&gen=\(random.number(1_795_000_000...1_795_400_000))"
    let bytes = Array(
      random.one(of: [
        "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120 \"-\" \"Mozilla/5.0\"",
        "a.example:443 2001:db8::7 - user [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 503 0",
        "{\"ts\":1795222800.5,\"request\":{\"remote_ip\":\"192.0.2.7\",\"method\":\"GET\",\"uri\":\"\(target)\"},\"status\":200}",
        "{\"msec\":\"1795222800.5\",\"remote_addr\":\"192.0.2.7\",\"request\":\"GET \(target) HTTP/1.1\",\"status\":\"304\"}",
      ]).utf8)
    return random.chance(40) ? bytes : Mutation.mutated(bytes, words: Self.words, &random)
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    guard case .poll(let poll) = LogLine(input) else { return false }
    try expect(ScreenID(poll.screen.text) != nil, "the screen is \(poll.screen)")
    try expect(poll.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "the address is \(poll.address)")
    try expect((0...999).contains(poll.status), "the status is \(poll.status)")
    guard let generation = poll.generation else { return true }
    try expect(generation <= poll.at.seconds + Poll.clockDifference, "the generation is to come")
    return true
  }
}
