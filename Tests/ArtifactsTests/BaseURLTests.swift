import Artifacts
import Testing

@Suite struct BaseURLTests {
  @Test(arguments: [
    ("https://www.example.cn", "https://www.example.cn"), ("https://www.example.cn/", "https://www.example.cn"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://localhost", "http://localhost"),
    ("http://[::1]:8080/", "http://[::1]:8080"), ("https://xn--fiqs8s.cn", "https://xn--fiqs8s.cn"),
    ("https://example.org/community/", "https://example.org/community"),
    ("http://[::1]:80/a/b-1.x", "http://[::1]:80/a/b-1.x"),
  ])
  func accepts(text: String, normalized: String) { #expect(BaseURL.normalized(text) == normalized) }

  @Test func authorityAndPath() {
    #expect(BaseURL.path(of: "https://example.org/community") == "/community")
    #expect(BaseURL.authority(of: "http://127.0.0.1:8080/a/b") == "127.0.0.1:8080")
    #expect(
      BaseURL.path(of: "https://example.org") == "" && BaseURL.authority(of: "https://example.org") == "example.org")
  }

  @Test(arguments: [
    "", "www.example.cn", "ftp://a.cn", "https://a.cn/b/index.html", "HTTPS://a.cn", "https://", "https:///",
    "https://a.cn//", "https://a.cn/b//",
    "https://a.cn/b//c", "https://a.cn/..", "https://a.cn/a/./b", "https://a.cn/社区",
    "https://a.cn/a%2F", "https://a.cn/a b", "https://a.cn/<b>",
    "https://user:pw@a.cn", "https://user@a.cn", "https://a.cn?q", "https://a.cn#f", "https://a.cn/?q", "https://a .cn",
    "https://a.cn\n", "https://a.cn\u{0}", "https://a.cn<script>", "https://a.cn\"", "https://a..cn", "https://.cn",
    "https://-a.cn", "https://a.cn:", "https://a.cn:0", "https://a.cn:65536", "https://a.cn:8a", "https://a.cn:+80",
    "https://社区.cn", "https://[::1", "https://[]", "https://[::1]x", "https://a.cn\\", "https://a_b.cn",
  ])
  func refuses(text: String) { #expect(BaseURL.normalized(text) == nil) }
}
