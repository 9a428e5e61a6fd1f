package import Artifacts
import CivilTime
package import Community
import Content
import Encoding
import FeedFormat
import Fields
package import Words

/// `/feeds/v1/release.json`: the one small file, beside the index, that says when the site was last built and until when that holds. Pages
/// ask for it, so that they themselves stay as they are. [0060]
package struct ReleaseFile: Sendable {
  private let words: any Words
  private let horizon: Horizon

  package static func artifact(_ community: Community) -> Artifact {
    artifact(baseURL: community.site.baseURL, words: community.words, community.horizon)
  }

  package static func artifact(baseURL: String, words: any Words, _ horizon: Horizon) -> Artifact {
    var json = JSONWriter()
    json.object { json in
      Envelope(baseURL: baseURL, horizon).write(schema: name, to: &json)
      RecordWriter(fields, absent: .null).write(ReleaseFile(words: words, horizon: horizon), to: &json)
    }
    return Artifact(.releaseFile, .json, .bytes(json.file))
  }

  static func schema(baseURL: String) -> Artifact {
    FeedSchema.artifact(
      name: name,
      about: "When the site was last built, and until when that holds: for pages, and for who wants to know no more.",
      baseURL: baseURL, absent: .null, fields.map(\.form))
  }

  private static let name = "release"

  private static let fields: [Field<ReleaseFile>] = [
    Field(
      "moment", "when the site was last built, in words", .text { $0.words.moment($0.horizon.localStamp) }),
    Field(
      "updated", "the same with until when it holds, as a sentence",
      .text { $0.words.updated(at: $0.words.moment($0.horizon.localStamp), validUntil: $0.words.until($0.horizon.end)) }
    ),
    Field(
      "stale", "what pages say from validUntil on",
      .text { $0.words.stale(since: $0.words.moment($0.horizon.localStamp)) }),
  ]
}
