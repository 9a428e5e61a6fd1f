import Artifacts
import Community
import Crypto
import Encoding
import FeedFormat

/// `/feeds/v1/index.json`: every feed, calendar and screen feed of the release with its digest, so that a consumer knows what changed and
/// whether what it holds is whole.
package enum FeedIndex {
  /// - Parameter feeds: in any order, each with its bytes.
  package static func bytes(
    _ community: Community, feeds: [(path: SitePath, mediaType: MediaType, bytes: Bytes)]
  ) -> Bytes {
    let envelope = Envelope(community)
    var json = JSONWriter()
    json.object { json in
      envelope.write(schema: "index", to: &json)
      json.key("feeds")
      json.array(feeds.sorted { $0.path < $1.path }) { json, feed in
        json.lineBreak()
        json.object { json in
          json.field("url", feed.path.url)
          json.field("mediaType", feed.mediaType.rawValue)
          json.field("sha256", SHA256.hash(data: feed.bytes).hexadecimal)
          json.field("bytes", feed.bytes.count)
        }
      }
    }
    return json.file
  }

  static func schema(baseURL: String) -> Artifact {
    FeedSchema.artifact(
      name: "index", about: "Every feed, calendar and screen feed of this release.", baseURL: baseURL,
      members: ["feeds"]
    ) { json in
      FeedSchema.objects(
        "feeds", "each file with its digest, by path", required: ["url", "mediaType", "sha256", "bytes"], to: &json
      ) { json in
        json.key("url")
        json.object {
          $0.field("type", "string")
          $0.field("pattern", "^/")
          $0.field("description", "an absolute path on this site")
        }
        json.key("mediaType")
        json.object {
          $0.field("type", "string")
          $0.field("description", "what the file is, as a server should say")
        }
        json.key("sha256")
        json.object {
          $0.field("type", "string")
          $0.field("description", "SHA-256 of the file's bytes, in hexadecimal digits")
          $0.field("pattern", "^[0-9a-f]{64}$")
        }
        json.key("bytes")
        json.object {
          $0.field("type", "integer")
          $0.field("description", "the file's length")
          $0.field("minimum", 0)
        }
      }
    }
  }
}
