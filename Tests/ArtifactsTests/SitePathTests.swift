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

  /// Any disk takes them, with a digest in the name and directories before.
  @Test func namesAndPathsHaveAnEnd() {
    func part(_ count: Int) -> String { String(repeating: "a", count: count) }
    #expect(SitePath(file: part(200)) != nil && SitePath(file: part(201)) == nil)
    #expect(SitePath(file: part(180) + "/" + part(200)) != nil && SitePath(file: "b/" + part(201) + "/c") == nil)
    func springs(_ count: Int) -> String { String(repeating: "泉", count: count) }
    #expect(SitePath(file: springs(66)) != nil && SitePath(file: springs(67)) == nil)
    let deep = Array(repeating: part(99), count: 9).joined(separator: "/")
    #expect(SitePath(file: deep) != nil && SitePath(file: deep + "/b") == nil)
  }

  @Test func programsMakeThemOfParts() {
    #expect(SitePath.page([]).file == "index.html" && SitePath.page("units", "quanxi").url == "/units/quanxi/")
  }
}
