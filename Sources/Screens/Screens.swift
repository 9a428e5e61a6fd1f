import Artifacts
import Community
import Encoding
import FeedFormat

/// Feeds and pages of the public screens.
public enum Screens {
  /// Files that `/feeds/v1/index.json` lists.
  public static func feeds(_ community: Community) -> [Artifact] {
    community.screens.map { screen in
      Artifact(.at("feeds/v1/screens/\(screen.id).json"), .json, .made { ScreenFeed.bytes(community, screen) })
    }
  }

  public static func pages(_ community: Community) -> [Artifact] {
    community.screens.map { screen in
      Artifact(
        .page("screens", screen.id.text), .html,
        .made {
          let items = ScreenSelection(community: community, screen: screen).items()
          let feed = ScreenFeed.shape(community.horizon.zone).feed(items, Envelope(community))
          return ScreenPage(community: community, screen: screen, items: items, feed: feed).html()
        })
    }
  }

  public static func schemas(_ community: Community) -> [Artifact] {
    [ScreenFeed.shape(community.horizon.zone).schema(baseURL: community.site.baseURL)]
  }
}
