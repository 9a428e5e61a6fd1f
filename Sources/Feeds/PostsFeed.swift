import Activities
import Artifacts
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/posts.json`: who answers for what.
enum PostsFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<Post> {
    let baseURL = community.site.baseURL
    return FeedShape(
      name: "posts",
      about:
        "Who answers for what in which unit, by role and office number; of a unit the one to call first stands in front. Whose turn it is of what goes round is in rosters.json.",
      fields: [
        Field("id", "stays the same", .text { $0.id.text }),
        Field("unitId", "whose post it is", .text { $0.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.unit.name }),
        Field("title", "what the post is called", .text { $0.title }),
        Field("position", "in which order a unit's posts stand", .integer(least: 1) { $0.record.position }),
        Field(
          "holder", "a role or an organisation; null where the post goes round",
          .optionalText { post in
            if case .stated(let name) = post.record.holder { name } else { nil }
          }),
        Field(
          "rosterId", "the roster by which it goes round, in rosters.json; else null",
          .optionalText { $0.roster?.id.text }),
        Field("people", "how many people hold it", .integer(least: 1) { $0.record.people }),
        Field("duties", "what it is in charge of", .optionalText { $0.record.duties }),
        Field(
          "phone", "an office number, or a mobile number of which the middle is masked",
          .optionalText { $0.record.phone }),
        Field(
          "phoneUrl", "what dials it; null where it is masked",
          .optionalText(.pattern("^tel:\\+?[0-9]+(;ext=[0-9]+)?$")) { $0.phoneLink }),
        Field("url", "where it is shown", .text(.address) { baseURL + $0.url }),
      ])
  }

  static func records(_ community: Community) -> [Post] { community.posts.all }
}
