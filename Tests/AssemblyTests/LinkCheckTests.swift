import Testing

@testable import Assembly

@Suite struct LinkCheckTests {
  @Test(arguments: [
    ("/schedule/", "/notices/a/", "/schedule/"), ("../b/", "/notices/a/", "/notices/b/"),
    ("x.png", "/notices/a/", "/notices/a/x.png"),
    ("/a/?q=1#f", "/", "/a/"), ("./", "/notices/a/", "/notices/a/"), ("..", "/notices/a/", "/notices/"),
    ("/%E6%B3%89/", "/", "/泉/"), ("../../../../x/", "/a/", "/x/"), ("/%zz/", "/", "/%zz/"),
  ])
  func resolves(link: String, base: String, expected: String) {
    #expect(LinkCheck.resolve(link, against: base) == expected)
  }
}
