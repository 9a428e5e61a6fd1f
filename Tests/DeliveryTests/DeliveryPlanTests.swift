import Artifacts
import Testing

@testable import Delivery

@Suite struct DeliveryPlanTests {
  private func paths(_ files: String...) -> [SitePath] { files.map(SitePath.at) }

  @Test func whatAPageNeedsComesBeforeItAndTheIndexLast() {
    let plan = DeliveryPlan(
      added: paths("notices/new/index.html", "calendar/activity/tea.ics", "assets/style.1.css", "images/new.0.png"),
      changed: paths("index.html", "feeds/v1/index.json", "feeds/v1/notices.json", "feeds/v1/release.json"), removed: []
    )
    #expect(
      plan.parts.map(\.files) == [
        paths("assets/style.1.css"), paths("images/new.0.png"), paths("calendar/activity/tea.ics"),
        paths("notices/new/index.html"), paths("index.html"), paths("feeds/v1/notices.json"),
        paths("feeds/v1/index.json", "feeds/v1/release.json"),
      ])
    #expect(plan.parts.map(\.step) == [.assets, .media, .newData, .newPages, .pages, .data, .index])
  }

  @Test func theFirstIndexComesBeforeThePagesThatLinkToIt() {
    let plan = DeliveryPlan(
      added: paths("feeds/v1/index.json", "feeds/v1/units.json", "index.html"), changed: [], removed: [])
    #expect(plan.parts.map(\.step) == [.newData, .newIndex, .newPages])
  }

  @Test func whatIsGoneGoesPagesFirstAndWhatTheyLoadedLast() {
    let plan = DeliveryPlan(
      added: [], changed: [],
      removed: paths("assets/style.0.css", "calendar/activity/old.ics", "files/plan.pdf", "notices/old/index.html"))
    #expect(
      plan.removals.flatMap(\.files)
        == paths("notices/old/index.html", "calendar/activity/old.ics", "files/plan.pdf", "assets/style.0.css"))
  }

  @Test func whatIsServedAlikeIsOnePart() {
    let plan = DeliveryPlan(
      added: paths("files/b.pdf", "images/a.0.png", "images/c.1.png", "files/a.pdf"), changed: [], removed: [])
    #expect(
      plan.parts.map(\.files) == [paths("files/a.pdf", "files/b.pdf"), paths("images/a.0.png", "images/c.1.png")])
    #expect(plan.parts.map(\.cacheControl) == ["no-cache", "public, max-age=86400"])
  }
}
