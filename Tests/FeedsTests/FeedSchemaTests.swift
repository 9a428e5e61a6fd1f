import Artifacts
import TestSupport
import Testing

@testable import Feeds

/// Each feed is what its schema says, member by member; the consumer tests validate whole sites.
@Suite struct FeedSchemaTests {
  private static let names = [
    "activities", "notices", "services", "venues", "brands", "metrics", "rosters", "shifts", "metric-history",
    "measures", "honours",
    "almanac", "lists", "offers", "matters", "ledger", "duties", "units", "posts", "addresses", "teams", "points",
    "councils", "partners", "videos",
  ]

  @Test(arguments: names)
  func recordsHaveExactlyTheirMembers(name: String) throws {
    let feeds = try CommunityFixture.whole().feeds()
    let (feed, schema) = (try feeds.json("/feeds/v1/\(name).json"), try feeds.json("/feeds/v1/schema/\(name).json"))
    let required = Set(schema["required"]?.elements.compactMap(\.text) ?? [])
    #expect(feed.names == required && required.isSuperset(of: ["generation", "validUntil", "data"]))
    #expect(schema["properties"]?.names == required.union(["signature"]))
    let items = try #require(schema["properties"]?["data"]?["items"])
    let members = Set(items["required"]?.elements.compactMap(\.text) ?? [])
    #expect(!members.isEmpty && items["properties"]?.names == members)
    let records = feed["data"]?.elements ?? []
    #expect(!records.isEmpty)
    for record in records {
      #expect(record.names == members)
      for member in members {
        let (value, form) = (try #require(record[member]), try #require(items["properties"]?[member]))
        #expect(Self.fits(value, form), "\(member): \(value)")
      }
    }
  }

  private static func fits(_ value: ParsedJSON, _ form: ParsedJSON) -> Bool {
    if let words = form["enum"] { return words.elements.contains(value) }
    let types = form["type"].map { $0.text.map { [$0] } ?? $0.elements.compactMap(\.text) } ?? []
    switch value {
    case .null: return types.contains("null")
    case .flag: return types.contains("boolean")
    case .number(let number): return types.contains("number") || types.contains("integer") && number.rounded() == number
    case .text: return types.contains("string")
    case .list(let list):
      return types.contains("array") && list.allSatisfy { item in form["items"].map { fits(item, $0) } ?? false }
    case .object: return types.contains("object")
    }
  }

  @Test func aFeedNamesItsSchemaAndItsTime() throws {
    let feed = try CommunityFixture().feeds().json("/feeds/v1/venues.json")
    #expect(feed["$schema"] == .text("https://a.example/feeds/v1/schema/venues.json"))
    #expect(feed["generatedAt"] == .text("2026-11-21T09:00:00+08:00"))
    #expect(feed["validUntil"] == .text("2026-12-06T00:00:00+08:00"))
    #expect(feed["generation"] == .number(1_795_222_800) && feed["utcOffsetMinutes"] == .number(480))
  }

  // MARK: The index

  @Test func theIndexHasEachFileWithItsDigest() throws {
    let community = try CommunityFixture().community()
    let bytes = FeedIndex.bytes(
      community,
      feeds: [
        .init(.at("feeds/v1/b.json"), .json, Array("abc".utf8)), .init(.at("calendar/all.ics"), .calendar, []),
      ])
    // The digests are those of FIPS 180-2's examples.
    #expect(
      try ParsedJSON(bytes)["feeds"]?.elements.map { file in ["url", "mediaType", "sha256"].map { file[$0]?.text } }
        == [
          [
            "/calendar/all.ics", "text/calendar; charset=utf-8",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          ],
          [
            "/feeds/v1/b.json", "application/json", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          ],
        ])
    #expect(try ParsedJSON(bytes)["feeds"]?.elements.map { $0["bytes"] } == [.number(0), .number(3)])
  }

  @Test func eachFeedHasItsSchema() throws {
    let urls = try CommunityFixture().feeds().urls
    for name in Self.names {
      #expect(urls.contains("/feeds/v1/\(name).json") && urls.contains("/feeds/v1/schema/\(name).json"))
    }
    #expect(urls.contains("/feeds/v1/schema/index.json") && urls.contains("/feeds/v1/schema/release.json"))
    #expect(urls.filter { $0.hasPrefix("/feeds/v1/schema/") }.count == Self.names.count + 2)
    #expect(Set(urls).count == urls.count)
  }
}
