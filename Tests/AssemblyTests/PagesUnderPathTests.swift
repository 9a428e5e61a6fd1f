import Artifacts
import Encoding
import Testing

@testable import Assembly

/// A site that lies below a path of its host.
@Suite struct PagesUnderPathTests {
  @Test(arguments: [
    (#"<a href="/notices/">公告</a>"#, #"<a href="/c/notices/">公告</a>"#), (#"<a href='/'>"#, #"<a href='/c/'>"#),
    (#"<img alt="/x" src="/images/a.png" width=3>"#, #"<img alt="/x" src="/c/images/a.png" width=3>"#),
    (
      #"<form action = "/search/" data-feed="/feeds/a.json">"#,
      #"<form action = "/c/search/" data-feed="/c/feeds/a.json">"#
    ),
    (#"<meta http-equiv="refresh" content="0; url=/new/">"#, #"<meta http-equiv="refresh" content="0; url=/c/new/">"#),
    (
      #"<source srcset="/images/a,b.jpg-480w.webp 480w, /images/a.webp 960w, //c.example/x 2x">"#,
      #"<source srcset="/c/images/a,b.jpg-480w.webp 480w, /c/images/a.webp 960w, //c.example/x 2x">"#
    ),
    (#"<a title="a > b" href="/x/">"#, #"<a title="a > b" href="/c/x/">"#),
  ])
  func addressesOnTheSiteBeginWithItsPath(html: String, wanted: String) throws {
    let under = try #require(PagesUnderPath(baseURL: "https://example.org/c"))
    #expect(String(decoding: under.applied(to: Bytes(html.utf8)), as: UTF8.self) == wanted)
  }

  /// Other hosts, places on the same page, texts, scripts, and markup that ends in the middle.
  @Test(arguments: [
    #"<a href="//cdn.example/x">"#, #"<a href="https://a.cn/x">"#, ##"<a href="#a">"##, #"<a href="?q=a">"#,
    #"<p>href="/x" 3 < 4</p>"#,
    #"<script>var a = '<a href="/x">';</script>"#, #"<style>a { background: url("/x") }</style>"#,
    #"<a href="mailto:a@b.cn">"#, "<a href=\"/", "<",
    "<a", #"<meta name="description" content="/x">"#, "<!-- 3 > 2 -->", "",
  ])
  func nothingElseIsTouched(html: String) throws {
    let under = try #require(PagesUnderPath(baseURL: "https://example.org/c"))
    let text = String(decoding: under.applied(to: Bytes(html.utf8)), as: UTF8.self)
    #expect(text == html || html == "<a href=\"/" && text == "<a href=\"/c/")
  }

  @Test func atItsHostsRootThereIsNothingToDo() { #expect(PagesUnderPath(baseURL: "https://example.org:8080") == nil) }
}
