import Activities
import Artifacts
import CivilTime
import Community
import Diagnostics
import Foundation
import Parallel
import Testing

@testable import Assembly

/// Each stage of a site can be repeated alone.
@Suite struct SiteStageTests {
  private let directory: URL

  init() throws {
    let sample = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../CommandTests/Fixtures/small/site")
    directory = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: sample, to: directory)
    let database = ActivityDatabase(
      path: directory.path + "/content/activities.sqlite", shownPath: "content/activities.sqlite")
    #expect(try database.create().isEmpty)
  }

  /// The files that a run makes of some sources, each with a hash of its bytes.
  private func files(_ sources: SiteSources, at moment: Instant) throws -> [String: Int] {
    let (community, _) = sources.community(at: moment, includeDrafts: false)
    let outputs = try #require(SiteOutputs(community, sources, jobs: Jobs(1)))
    return Dictionary(
      outputs.artifacts().all.map { artifact in
        switch artifact.body {
        case .bytes(let bytes): (artifact.path.file, bytes.hashValue)
        case .made(let make): (artifact.path.file, make().hashValue)
        case .copy(let file): (artifact.path.file, file.hashValue)
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// What is read once can be looked at from any moment, in any order, and gives what a run of its own gives.
  @Test func sourcesKnowNoMoment() throws {
    defer { try? FileManager.default.removeItem(at: directory) }
    let moments = ["2026-11-23T09:00:00+08:00", "2026-11-21T09:00:00+08:00"].map { TimeText.parseInstant($0)! }
    let options = Site.Options(directory: directory.path, now: moments[0], jobs: Jobs(1))
    let sources = try #require(try SiteSources.load(options).sources)
    for moment in moments {
      let (seen, alone) = (
        try files(sources, at: moment), try files(try #require(try SiteSources.load(options).sources), at: moment)
      )
      #expect(seen.count > 20)
      #expect(seen.keys.filter { seen[$0] != alone[$0] }.isEmpty && seen.count == alone.count)
    }
  }

  /// With a wrong template there is nothing to make, and everything else is still checked.
  @Test func aWrongTemplateLeavesTheCommunity() throws {
    defer { try? FileManager.default.removeItem(at: directory) }
    let home = directory.appending(path: "themes/plain/templates/home.mustache")
    try Data("{{titel}}".utf8).write(to: home)
    let options = Site.Options(
      directory: directory.path, now: TimeText.parseInstant("2026-11-21T09:00:00+08:00")!, jobs: Jobs(1))
    let (sources, problems) = try SiteSources.load(options)
    #expect(problems.map(\.code) == ["template.unknown-name"])
    let (community, _) = try #require(sources).community(at: options.now, includeDrafts: false)
    #expect(!community.pages.all.isEmpty)
    #expect(SiteOutputs(community, try #require(sources), jobs: Jobs(1)) == nil)
  }
}
