import Artifacts
import Community
import Content
import Encoding
import FeedFormat
import Vocabulary

/// Feeds and pages of the public screens.
public enum Screens {
  /// Files that `/feeds/v1/index.json` lists.
  public static func feeds(_ community: Community) -> [Artifact] {
    community.screens.map { screen in
      Artifact(feedPath(screen.id), .json, .made { feed(community, screen).bytes })
    }
  }

  /// Pages that play their screens by themselves.
  public static func pages(_ community: Community) -> [Artifact] {
    community.screens.map { screen in
      Artifact(
        .page("screens", screen.id.text), .html,
        .made {
          let (programme, bytes) = feed(community, screen)
          return ScreenPage(programme: programme, feed: bytes).html()
        })
    }
  }

  public static func schemas(_ community: Community) -> [Artifact] {
    [ProgrammeSchema.artifact(baseURL: community.site.baseURL, community.horizon.zone)]
  }

  /// What a screen shows when; nil where there is no such screen.
  public static func programme(_ community: Community, _ id: ScreenID) -> Programme? {
    community.screens.first { $0.id == id }.map { screen in
      var compiler = ProgrammeCompiler(community, screen)
      return compiler.programme()
    }
  }

  static func feedPath(_ id: ScreenID) -> SitePath { .at("feeds/v1/screens/\(id).json") }

  private static func feed(_ community: Community, _ screen: ScreenConfiguration) -> (
    programme: Programme, bytes: Bytes
  ) {
    var compiler = ProgrammeCompiler(community, screen)
    let programme = compiler.programme()
    return (programme, ProgrammeFeed(programme: programme, envelope: Envelope(community)).bytes())
  }
}
