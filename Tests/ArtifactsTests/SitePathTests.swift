import Artifacts
import Testing

@Suite struct SitePathTests {
  @Test(arguments: [
    ("index.html", "/"), ("notices/gate/index.html", "/notices/gate/"), ("feed.json", "/feed.json"),
    ("泉/a.b", "/泉/a.b"),
    (".../x", "/.../x"), ("a/.well-known", "/a/.well-known"), ("myindex.html", "/myindex.html"),
  ])
  func accepts(file: String, url: String) { #expect(SitePath(file: file)?.url == url) }

  @Test(arguments: [
    "", "/", "/a", "a/", "a//b", ".", "..", "a/.", "a/../b", "./a", "a b", "a\tb", "a?b", "a#b", "a%b", "a\\b", "a\"b",
    "a<b", "a>b", "a\u{7F}",
  ])
  func refuses(file: String) { #expect(SitePath(file: file) == nil) }

  @Test func programsMakeThemOfParts() {
    #expect(SitePath.page([]).file == "index.html" && SitePath.page("units", "quanxi").url == "/units/quanxi/")
  }
}
