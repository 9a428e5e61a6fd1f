import Artifacts
import TestSupport
import Testing

@testable import Pages

/// The theme that comes with the program, over a community with one of everything.
@Suite struct StandardThemeTests {
  private static let sign = "<script>alert(1)</script>\"'&"

  private func pages(_ fixture: CommunityFixture) throws -> PublishedFiles {
    let (theme, problems) = Theme.compile(try .standard())
    #expect(problems == [])
    return PublishedFiles(
      Pages.artifacts(try fixture.community(), theme: theme, searchScript: "/s.js", status: { [] }))
  }

  /// Promise 4: what stands in a name stays text, wherever it is shown.
  @Test func namesAreEscaped() throws {
    let pages = try pages(.whole(sign: Self.sign))
    let html = pages.urls.filter { pages.mediaType($0) == .html }
    #expect(html.count > 50)
    for url in html {
      let text = try pages.text(url)
      #expect(!text.contains("<script>alert"), "\(url)")
      // Nor does it end an attribute.
      #expect(!text.contains("</script>\"'"), "\(url)")
    }
    #expect(
      try pages.text("/notices/open/").contains(
        "<h1 class=\"p-name\">公告&lt;script&gt;alert(1)&lt;/script&gt;&quot;'&amp;</h1>"))
    #expect(
      try pages.text("/activities/class/").contains("\\u003Cscript>")
        || pages.text("/activities/class/").contains("\\u003cscript"))
  }

  @Test func everyKindOfPageHasItsTitleOnce() throws {
    let pages = try pages(.whole())
    for url in pages.urls where pages.mediaType(url) == .html {
      #expect(try pages.text(url).split(separator: "<h1", omittingEmptySubsequences: false).count == 2, "\(url)")
    }
  }
}
