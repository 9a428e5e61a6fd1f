import CivilTime
import Testing

@testable import Preview

@Suite struct PreviewResponderTests {
  @Test(arguments: [
    ("bytes=0-3", ByteRange.part(0..<4)), ("bytes=8-", .part(8..<10)), ("bytes=-3", .part(7..<10)),
    ("bytes=-99", .part(0..<10)), ("bytes=0-9223372036854775807", .part(0..<10)),
    ("bytes=9223372036854775807-", .unsatisfiable),
    ("bytes=0-99999999999999999999", .all), ("bytes=-9223372036854775807", .part(0..<10)),
    ("bytes=4-99", .part(4..<10)), ("bytes=10-", .unsatisfiable),
    ("bytes=-0", .unsatisfiable), ("bytes=5-2", .all), ("bytes=0-1,4-5", .all), ("pages=0-3", .all),
    ("bytes=a-b", .all),
    ("bytes=", .all), ("bytes=-", .all),
  ]) func ranges(header: String, expected: ByteRange) {
    #expect(ByteRange(header, of: 10) == expected)
  }

  @Test func namesOfThisMachine() {
    let rule = HostRule(host: "192.168.1.5", others: ["lobby"])
    for name in ["localhost:8080", "127.0.0.1", "[::1]:80", "192.168.1.5:8080", "Lobby:1", "localhost."] {
      #expect(rule.allows(name), "\(name)")
    }
    for name in [
      "", "evil.example", "192.168.1.5.evil.example:8080", "localhost.evil.example", "[::2]:80", "[::1].evil.example",
      "[::1]evil.example:80",
      "[::1", "localhost:80@evil.example", "localhost:8080.evil.example", "localhost:x", "localhost, evil.example",
    ] {
      #expect(!rule.allows(name), "\(name)")
    }
    #expect(!rule.allows(nil))
  }

  @Test func whatABrowserWantsToSee() {
    func key(_ cookies: String) -> PreviewKey { PreviewResponder.key(PreviewRequest("GET", "/", cookies: cookies)) }
    #expect(key("") == PreviewKey())
    #expect(
      key("a=b; gongshi-preview-8080=at=1795230000&drafts=1")
        == PreviewKey(at: Instant(seconds: 1_795_230_000), drafts: true))
    #expect(key("gongshi-preview-8081=drafts=1") == PreviewKey())
    #expect(key("gongshi-preview-8080=at=-5&drafts=yes") == PreviewKey())
    #expect(key("gongshi-preview-8080=at=99999999999999999999") == PreviewKey())
  }

  /// Before all that a head says, whatever it is called.
  @Test(arguments: [
    ("<!DOCTYPE html><html><head><title>", "<!DOCTYPE html><html><head>|<title>"),
    ("<HTML><HEAD lang=\"zh\"><title>", "<HTML><HEAD lang=\"zh\">|<title>"),
    ("<header>x</header>", "|<header>x</header>"), ("", "|"),
  ]) func aScriptInAPage(page: String, expected: String) {
    let made = PreviewResponder.page(Array(page.utf8), with: Array("|".utf8))
    #expect(String(decoding: made, as: UTF8.self) == expected)
  }

  @Test(
    arguments: [
      ("/a/?x=1", "/a/", "?x=1"), ("/%E5%85%AC/", "/公/", ""), ("/a/../b", nil, ""), ("/%2e%2e/b", nil, ""),
      ("/a%00", nil, ""), ("/a\\b", nil, ""), ("http://x/", nil, ""),
    ] as [(String, String?, String)]) func paths(target: String, path: String?, query: String)
  {
    #expect(PreviewResponder.path(target) == (path, query))
  }
}
