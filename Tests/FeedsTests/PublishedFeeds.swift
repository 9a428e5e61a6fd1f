import Activities
import Artifacts
import Community
import TestSupport

@testable import Feeds

extension CommunityFixture {
  /// All that the room publishes of the community, with the schemas.
  func feeds() throws -> PublishedFiles {
    let community = try community()
    return PublishedFiles(Feeds.make(community).artifacts + Feeds.schemas(community))
  }

  /// Publishes the community at a moment, and remembers it as the next release does.
  mutating func release(at now: String) throws -> PublishedFiles {
    self.now = now
    let community = try make().0
    let made = Feeds.make(community)
    published = community.notedPages
    published.merge(made.noted)
    let files = PublishedFiles(made.artifacts)
    let entries = try made.artifacts.map { FeedIndex.Entry($0.path, $0.mediaType, try files.bytes($0.path.url)) }
    published.editions = FeedIndex.editions(of: entries, community)
    // As it comes back from the disk.
    published = PublishedHistory(published.bytes)
    return files
  }

  /// Wednesdays at ten in the hall; the one of November 25 is cancelled, that of December 2 moved to the room on the day after, and on
  /// November 28 there is one more.
  static func changed() throws -> CommunityFixture {
    var fixture = CommunityFixture()
    try fixture.add("weekly", from: "2026-11-04T10:00", to: "2026-11-04T11:00", rule: "FREQ=WEEKLY", summary: "学着做")
    fixture.change("weekly", at: "2026-11-25T10:00", .cancelled, note: "停电")
    fixture.change("weekly", at: "2026-12-02T10:00", .moved(.at("2026-12-03T15:00", "2026-12-03T16:30", "room")))
    fixture.change("weekly", at: "2026-11-28T09:00", .added(.init()))
    return fixture
  }
}
