import Artifacts
import BrowserFiles
import Diagnostics
import Encoding
import TestSupport
import Testing

@testable import Content
@testable import Pages

/// What a page may do, and what of a theme that forbids.
@Suite struct InlineCodeTests {
  private func look(_ text: String) -> (policy: String, [String]) {
    let code = InlineCode(.printing(["page": text]))
    return (
      code.policy.text,
      code.problems.inReadingOrder().map { "\($0.location!) \($0.code)".replacing("page.mustache:", with: "") }
    )
  }

  @Test(arguments: [
    ("<i style=\"width:{{percent}}%\">", "1:4 theme.inline-style"),
    ("<p\n {{#a}}class=x{{/a}} STYLE = 'a'>", "2:22 theme.inline-style"),
    ("<a href=# onclick=\"f('>')\">", "1:11 theme.inline-script"),
    ("<a href=\" java\nscript:f()\">", "1:4 theme.inline-script"),
    ("<svg/onload=f()>", "1:6 theme.inline-script"), ("<script>var a = {{title}};</script>", "1:1 theme.inline-script"),
    ("<style>.a { color: {{title}} }</style>", "1:1 theme.inline-style"),
    ("<script src=\"https://cdn.example/a.js\"></script>", "1:9 theme.remote-file"),
    ("<link rel=\"stylesheet\" href=\"//cdn.example/a.css\">", "1:24 theme.remote-file"),
    ("<iframe src=\"https://map.example/\"></iframe>", "1:9 theme.remote-file"),
  ])
  func whatBrowsersWillNotRunIsNamed(text: String, problem: String) {
    #expect(look(text).1 == [problem])
  }

  @Test(arguments: [
    "<svg class=\"bar\"><rect width=\"{{percent}}%\"/></svg>", "<link rel=\"canonical\" href=\"https://a.example/\">",
    "<a href=\"https://a.example/\">x</a>", "<!-- <i style=\"a\"> -->",
    "<script type=\"application/json\">{{{words}}}</script>",
    "<script src=\"{{script}}\" defer></script>", "a < b, style=\"x\" one=\"two\"",
    "<p data-style=\"a\" data-on=\"b\">",
  ])
  func whatTheyWillIsNot(text: String) {
    #expect(look(text).1 == [])
  }

  @Test func whatIsTheSameOnEveryPageIsAllowedByItsDigest() {
    let (policy, problems) = look("<script>\r\nf();\r\n</script><style>a{}</style>")
    #expect(problems == [])
    // openssl dgst -sha256 -binary | base64 of what stands between the tags, with lines ended as browsers read them.
    var expected = PagePolicy()
    expected.allow(script: Array("\nf();\n".utf8))
    expected.allow(style: Array("a{}".utf8))
    #expect(policy == expected.text)
    #expect(!policy.contains("unsafe-inline") && policy.contains("'sha256-"))
  }

  @Test(arguments: [
    ("<!DOCTYPE html>\n<html><head>\n<meta>", "<!DOCTYPE html>\n<html><head>\nP<meta>"),
    ("<HTML><HEAD lang=a><b>", "<HTML><HEAD lang=a>\nP<b>"),
    ("<!doctype html><header>x", "<!doctype html>\nP<header>x"), ("x", "Px"), ("", "P"),
  ])
  func itStandsFirstInTheHead(page: String, expected: String) {
    #expect(PagePolicy.page(Array(page.utf8), with: Array("P".utf8)).text == expected)
  }

  @Test func everyPageOfTheStandardThemeHasOne() throws {
    let (theme, problems) = Theme.compile(try .standard())
    #expect(problems == [])
    var fixture = try CommunityFixture.whole()
    fixture.site += "remoteImages: [img.example.cn]\n"
    let pages = PublishedFiles(
      Pages.artifacts(try fixture.community(), theme: theme, searchScript: "/s.js", status: { [] }))
    for url in pages.urls where pages.mediaType(url) == .html {
      let text = try pages.text(url)
      let place = text.firstRange(of: "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
      #expect(place != nil && place!.lowerBound < text.firstRange(of: "<link")!.lowerBound, "\(url)")
      #expect(text.contains("img-src 'self' data: https://img.example.cn;"), "\(url)")
      #expect(TemplateTags(text).all().allSatisfy { tag in tag.attributes.allSatisfy { $0.name != "style" } }, "\(url)")
    }
  }
}
