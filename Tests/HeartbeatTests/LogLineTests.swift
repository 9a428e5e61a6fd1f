import CivilTime
import RandomInputs
import Testing
import Vocabulary

@testable import Heartbeat

@Suite struct LogLineTests {
  static let at = TimeText.parseInstant("2026-11-21T09:00:00+08:00")!
  static let target = "/feeds/v1/screens/lobby.json?screen=lobby&gen=1795222800"

  static func poll(
    _ screen: String = "lobby", _ address: String = "192.0.2.7", _ generation: Int? = 1_795_222_800, _ status: Int = 200
  ) -> LogLine {
    .poll(Poll(screen: ScreenID(screen)!, address: address, at: at, generation: generation, status: status))
  }

  private func line(_ text: String) -> LogLine { LogLine(Array(text.utf8)) }

  /// A box without a Chinese font says so.
  @Test(arguments: [("&font=none", true), ("", false), ("&font=all", false), ("&fonts=none", false)])
  func aMissingFontIsRead(more: String, isMissing: Bool) {
    guard
      case .poll(let poll) = line(
        "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(Self.target)\(more) HTTP/1.1\" 200 1")
    else {
      Issue.record("no poll")
      return
    }
    #expect(poll.lacksFont == isMissing)
  }

  @Test(arguments: [
    // nginx and Apache, common and combined.
    ("192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120", poll()),
    (
      "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120 \"-\" \"Mozilla/5.0 [x]\"", poll()
    ),
    (
      "192.0.2.7 - - [21/Nov/2026:01:00:00 +0000] \"GET \(target) HTTP/2.0\" 304 -\r",
      poll("lobby", "192.0.2.7", 1_795_222_800, 304)
    ),
    (
      "2001:db8::7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target)\" 503 0",
      poll("lobby", "2001:db8::7", 1_795_222_800, 503)
    ),
    (
      "box-7.example.cn - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 1",
      poll("lobby", "box-7.example.cn")
    ),
    // With the site's name before it.
    ("quanxi.example.cn:443 192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120", poll()),
    ("quanxi.example.cn 192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120", poll()),
    // A user's name of his own choice.
    ("192.0.2.7 - a [b] c [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120", poll()),
    ("192.0.2.7 - 198.51.100.1 x [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120", poll()),
    (
      "192.0.2.7 - x [20/Nov/2026:09:00:00 +0800] \\\"GET /feeds/v1/screens/a.json?screen=a HTTP/1.1\\\" 200 1 [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120",
      poll()
    ),
    // An address that is none is not repeated.
    ("\u{1B}[31m - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120", poll("lobby", "?")),
    // Zeros that a lost disk leaves.
    ("\0\0\0192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120", poll()),
  ])
  func pollsAreRead(text: String, expected: LogLine) {
    #expect(line(text) == expected)
  }

  @Test(arguments: [
    // Caddy's.
    (
      #"{"level":"info","ts":1795222800.123,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"10.0.0.1","remote_port":"5","client_ip":"192.0.2.7","proto":"HTTP/2.0","method":"GET","host":"a.example","uri":"\#(target)","headers":{"User-Agent":["a \"uri\":\"/x\""],"X":[[{}]]}},"bytes_read":0,"duration":0.001,"size":5120,"status":200,"resp_headers":{"Server":["Caddy"]}}"#,
      poll()
    ),
    (
      #"{"ts":1795222800.123,"request":{"remote_ip":"192.0.2.7","method":"GET","uri":"\/feeds/v1/screens/lobby.json?screen=lobby\u0026gen=1795222800"},"status":502}"#,
      poll("lobby", "192.0.2.7", 1_795_222_800, 502)
    ),
    // nginx's, under the names of its variables.
    (
      #"{"time_iso8601":"2026-11-21T09:00:00+08:00","remote_addr":"192.0.2.7","request":"GET \#(target) HTTP/1.1","status":"200"}"#,
      poll()
    ),
    (
      #"{ "msec": "1795222800.000", "remote_addr": "192.0.2.7", "request_method": "GET", "request_uri": "\#(target)", "status": 200 }"#,
      poll()
    ),
    (#"{"time_local":"21/Nov/2026:09:00:00 +0800","remote_addr":"192.0.2.7","uri":"\#(target)","status":200}"#, poll()),
    (
      #"{"@timestamp":"2026-11-21T01:00:00Z","request_uri":"\#(target)","status":200,"remote_addr":"\u001b[31m"}"#,
      poll("lobby", "?")
    ),
  ])
  func pollsInJSONAreRead(text: String, expected: LogLine) {
    #expect(line(text) == expected)
  }

  @Test(arguments: [
    ("/feeds/v1/screens/lobby.json?gen=1&screen=lobby", poll("lobby", "192.0.2.7", 1)),
    ("/feeds/v1/screens/lobby.json?screen=lobby", poll("lobby", "192.0.2.7", nil)),
    ("/feeds/v1/screens/lobby.json?screen=lobby&gen=", poll("lobby", "192.0.2.7", nil)),
    ("/feeds/v1/screens/lobby.json?screen=lobby&gen=-5", poll("lobby", "192.0.2.7", nil)),
    ("/feeds/v1/screens/lobby.json?screen=lobby&gen=12x", poll("lobby", "192.0.2.7", nil)),
    ("/feeds/v1/screens/lobby.json?screen=lobby&gen=99999999999999999999", poll("lobby", "192.0.2.7", nil)),
    // A player can't hold what is not built yet.
    ("/feeds/v1/screens/lobby.json?screen=lobby&gen=1795223100", poll("lobby", "192.0.2.7", 1_795_223_100)),
    ("/feeds/v1/screens/lobby.json?screen=lobby&gen=1795223101", poll("lobby", "192.0.2.7", nil)),
    ("/feeds/v1/screens/lobby.json?screen=lobby&gen=5&gen=6&x", poll("lobby", "192.0.2.7", 5)),
    // Readers that are no screen.
    ("/feeds/v1/screens/lobby.json", LogLine.other), ("/feeds/v1/screens/lobby.json?gen=5", .other),
    ("/feeds/v1/screens/", .other), ("/a?/feeds/v1/screens/lobby.json?screen=lobby", .other), ("*", .other),
    // What no player asks for.
    ("/feeds/v1/screens/lobby.json?screen=other", .malformedID), ("/feeds/v1/screens/lobby.json?screen=", .malformedID),
    ("/feeds/v1/screens/?screen=lobby", .malformedID), ("/feeds/v1/screens/.json?screen=", .malformedID),
    ("/feeds/v1/screens/a/b.json?screen=a/b", .malformedID),
    ("/feeds/v1/screens/Lobby.json?screen=Lobby", .malformedID),
    ("/feeds/v1/screens/%1B[31m.json?screen=%1B[31m", .malformedID),
    ("/feeds/v1/screens/\u{1B}]0;x\u{7}.json?screen=\u{1B}]0;x\u{7}", .malformedID),
    ("/feeds/v1/screens/\\x1b.json?screen=\\x1b", .malformedID), ("/feeds/v1/screens/屏.json?screen=屏", .malformedID),
    (
      "/feeds/v1/screens/\(String(repeating: "a", count: 101)).json?screen=\(String(repeating: "a", count: 101))",
      .malformedID
    ),
  ])
  func targetsAreTold(target: String, expected: LogLine) {
    #expect(line("192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5120") == expected)
    let escaped = target.replacing("\u{1B}", with: "\\u001b").replacing("\u{7}", with: "\\u0007").replacing(
      "\\x", with: "\\\\x")
    #expect(line(#"{"ts":1795222800,"remote_addr":"192.0.2.7","uri":"\#(escaped)","status":200}"#) == expected)
  }

  @Test(arguments: [
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET /notices/ HTTP/1.1\" 200 5120",
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET / HTTP/1.1\" 200 5 \"https://a.example/feeds/v1/screens/lobby.json?screen=lobby\" \"x\"",
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"POST \(target) HTTP/1.1\" 405 5",
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"HEAD \(target) HTTP/1.1\" 200 5",
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"\" 400 0",
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"\\x16\\x03\" 400 0",
    #"{"ts":1,"request":{"method":"GET","uri":"/"},"status":200}"#,
    #"{"ts":1,"request":{"method":"POST","uri":"\#(target)"},"status":200}"#,
    #"{"ts":1,"request":{"method":"GET","uri":"/","headers":{"Referer":["\#(target)"],"uri":"\#(target)"}},"status":200}"#,
  ])
  func otherRequestsAreOther(text: String) {
    #expect(line(text) == .other)
  }

  @Test(arguments: [
    "hello", "[", "\"", "{", "\u{FEFF}", "2026/11/21 09:00:00 [error] 7#7: *1 open() failed", "{\"uri\":\"\(target)\"",
    "{\"uri\":\"\(target)\"}", "GET \(target) HTTP/1.1", "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target)",
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\"",
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 20",
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 2000 5",
    "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\\\" 200 5",
    "192.0.2.7 - - [21/Nov/20x6:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5",
    "[21/Nov/2026:09:00:00 +0800] \"GET \(target) HTTP/1.1\" 200 5",
    #"{"ts":1,"uri":"\#(target)","status":2000}"#, #"{"ts":1,"uri":"\#(target)","status":200} x"#,
    #"{"ts":"never","uri":"\#(target)","status":200}"#,
    #"{"ts":1,"uri":"\#(target)","status":200"#, #"{"uri":"\#(target)","x":[[[[[[[[[[["#, #"{"uri":"\#(target)\"#,
  ])
  func whatIsNoLogIsUnknown(text: String) {
    #expect(line(text) == .unknown)
  }

  @Test func emptyLinesAreBlank() {
    #expect(line("") == .blank && line("\r") == .blank && line("\0\0\0") == .blank)
  }

  @Test func endlessLinesAreUnknown() {
    let long = "192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(Self.target) HTTP/1.1\" 200 5 "
    #expect(line(long + String(repeating: "x", count: LogLine.longest - long.utf8.count)) == Self.poll())
    #expect(line(long + String(repeating: "x", count: LogLine.longest - long.utf8.count + 1)) == .unknown)
  }

  /// Whatever stands in a line, it is read to its end and nothing raw comes out.
  @Test func brokenLinesDoNoHarm() {
    let valid = [
      "a.example:443 192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] \"GET \(Self.target) HTTP/1.1\" 200 5120 \"-\" \"x\"",
      #"{"ts":1795222800.1,"request":{"remote_ip":"192.0.2.7","method":"GET","uri":"\#(Self.target)"},"status":200}"#,
    ].map { Array($0.utf8) }
    var random = SeededRandom(seed: 20_261_121)
    for _ in 0..<20_000 {
      var bytes = random.one(of: valid)
      for _ in 0..<random.number(1...6) {
        let place = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes.insert(random.one(of: Array("\"\\[]{}: \u{1B}/&?=".utf8)), at: place)
        case 2: bytes.remove(at: place)
        default: bytes.removeLast(bytes.count - place)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      guard case .poll(let poll) = LogLine(bytes) else { continue }
      #expect(ScreenID(poll.screen.text) != nil && poll.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
      #expect(
        (0...999).contains(poll.status) && poll.generation.map { $0 <= poll.at.seconds + Poll.clockDifference } ?? true)
    }
  }
}
