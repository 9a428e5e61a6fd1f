import Testing

@testable import Markdown

/// Numbers and dates in titles stay with their units, whatever the template.
@Suite struct UnbrokenTitlesTests {
  private func applied(_ html: String) -> String {
    String(decoding: UnbrokenTitles.applied(to: Array(html.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("<h1>12月5日停水</h1>", "<h1><span class=\"whole\">12月5日</span>停水</h1>"),
    (
      "<h2 id=\"a\"><a href=\"/12月5日/\">¥4.20 一份</a></h2>",
      "<h2 id=\"a\"><a href=\"/12月5日/\"><span class=\"whole\">¥4.20</span> 一份</a></h2>"
    ),
    ("<h3>前 20 名</h3><p>20 名</p>", "<h3>前 <span class=\"whole\">20 名</span></h3><p>20 名</p>"),
    (
      "<p class=\"title\"><a>9:00-11:00</a></p>",
      "<p class=\"title\"><a><span class=\"whole\">9:00-11:00</span></a></p>"
    ),
    ("<p class=\"title wide\">30元</p>", "<p class=\"title wide\"><span class=\"whole\">30元</span></p>"),
    // Whole already; no title; no markup; cut short.
    (
      "<h2><span class=\"whole\">3天</span>和4天</h2>",
      "<h2><span class=\"whole\">3天</span>和<span class=\"whole\">4天</span></h2>"
    ),
    (
      "<h4>3天</h4><p class=\"titles\">3天</p><title>3天</title>", "<h4>3天</h4><p class=\"titles\">3天</p><title>3天</title>"
    ),
    ("<script>\"<h1>3天</h1>\"</script><h1>一</h1>", "<script>\"<h1>3天</h1>\"</script><h1>一</h1>"),
    ("<h1>3天", "<h1><span class=\"whole\">3天</span>"), ("<h1", "<h1"), ("<h1>", "<h1>"), ("", ""),
  ])
  func titles(html: String, expected: String) {
    #expect(applied(html) == expected)
  }
}
