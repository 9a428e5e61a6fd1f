import Artifacts
import CivilTime
import Community
import Content
import Crypto
import Encoding
import FeedFormat
import Files
import Vocabulary

/// A programme as `/feeds/v1/screens/<id>.json`, and its schema. Members that have nothing to say are left out of slides and items: there
/// are thousands of them.
struct ProgrammeFeed {
  static let name = "screen"
  /// Pictures up to that many bytes travel in the feed, so that a box that is cut off has them; as many as fit.
  private static let pictureLimit = 100_000
  private static let picturesLimit = 1_500_000

  let programme: Programme
  let envelope: Envelope
  /// The version of the player that the site has now.
  let player: String

  /// One JSON object and a line end, without `<`: it stands in the page byte for byte as it is published.
  func bytes() -> (bytes: Bytes, digest: String) {
    var content = JSONWriter(htmlSafe: true)
    content.object { write(to: &$0) }
    let digest = Self.shortDigest(content.bytes)
    var json = JSONWriter(htmlSafe: true)
    json.object { json in
      envelope.write(schema: Self.name, to: &json)
      json.field("digest", digest)
      json.members(of: content.bytes)
    }
    return (json.bytes + [UInt8(ascii: "\n")], digest)
  }

  /// Eight digits of SHA-256: enough for eyes to compare.
  static func shortDigest(_ bytes: Bytes) -> String {
    String(SHA256.hash(data: bytes).hexadecimal.prefix(8))
  }

  // MARK: Members

  private func write(to json: inout JSONWriter) {
    let zone = programme.horizon.zone
    json.key("screen")
    json.object { screen(&$0) }
    json.key("data")
    json.array(programme.slides) { json, slide in
      json.lineBreak()
      json.object { Self.slide(slide, &$0) }
    }
    let fields = ScreenItemField.all(zone)
    json.key("items")
    json.array(programme.items) { json, item in
      json.lineBreak()
      json.object { json in for field in fields { field.write(item, &json) } }
    }
    json.key("rounds")
    json.array(programme.rounds) { json, round in
      json.lineBreak()
      json.array(round.turns) { json, turn in json.array([turn.slide, turn.seconds]) { $0.value($1) } }
    }
    json.key("timeline")
    json.array(programme.timeline) { json, stretch in
      json.lineBreak()
      json.object { json in
        json.field("from", TimeText.rfc3339(stretch.from, in: zone))
        json.field("round", stretch.round)
        json.field("phase", stretch.phase)
        if stretch.isInterruption { json.field("interruption", true) }
        if let daypart = stretch.daypart { json.field("daypart", daypart) }
      }
    }
    json.field("evergreen", programme.evergreen)
    json.key("days")
    json.array(programme.days) { json, day in
      json.lineBreak()
      json.object { json in
        json.field("date", TimeText.date(day.date))
        json.field("label", day.label)
        json.field("short", day.short)
        if let line = day.line { json.field("line", line) }
      }
    }
    json.key("codes")
    json.array(programme.codes) { json, code in
      json.lineBreak()
      json.object { json in
        json.field("url", code.url)
        json.field("size", code.code.width)
        json.field("modules", Self.hexadecimal(code.code.modules))
      }
    }
    pictures(&json)
  }

  private func screen(_ json: inout JSONWriter) {
    let screen = programme.screen
    json.field("id", screen.id.text)
    json.field("title", screen.title)
    json.field("site", programme.site.title)
    json.field("sponsor", programme.site.footer.sponsor ?? programme.site.title)
    json.field("orientation", screen.orientation.rawValue)
    json.field("width", screen.width)
    json.field("height", screen.height)
    json.field("language", screen.language.tag)
    json.field("corner", screen.showsCorner)
    json.field("pollSeconds", screen.pollSeconds)
    json.field("player", player)
    json.key("words")
    json.object { json in
      let words = programme.words
      json.field("now", words.nowOn)
      json.field("next", words.next)
      json.field("free", words.free)
      json.field("updated", words.updatedAt)
      json.field("stale", words.awaitingUpdate)
      json.field("continued", words.continued)
    }
  }

  private static func slide(_ slide: Programme.Slide, _ json: inout JSONWriter) {
    json.field("id", slide.id)
    json.field("kind", slide.kind)
    json.field("layout", slide.layout.rawValue)
    json.field("title", slide.title)
    json.field("seconds", slide.seconds)
    if let empty = slide.empty { json.field("empty", empty) }
    json.key("items")
    json.array(slide.items) { $0.value($1) }
  }

  private func pictures(_ json: inout JSONWriter) {
    json.key("pictures")
    json.array(Self.read(programme.pictures)) { json, picture in
      json.lineBreak()
      json.object { json in
        json.field("url", picture.picture.url)
        guard picture.travels else { return }
        json.field("data", "data:\(picture.picture.mediaType);base64,\(Base64.text(picture.bytes))")
      }
    }
  }

  /// The pictures' bytes, and which of them travel in the feed.
  static func read(_ pictures: [Programme.Picture]) -> [(picture: Programme.Picture, bytes: Bytes, travels: Bool)] {
    var room = picturesLimit
    return pictures.map { picture in
      guard let bytes = try? Files.read(picture.file) else { return (picture, [], false) }
      let travels = bytes.count <= min(pictureLimit, room)
      if travels { room -= bytes.count }
      return (picture, bytes, travels)
    }
  }

  /// Four modules a digit, row by row, the last digit filled up with light ones.
  private static func hexadecimal(_ modules: [Bool]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text = Bytes()
    for start in stride(from: 0, to: modules.count, by: 4) {
      var value = 0
      for offset in 0..<4 { value = value * 2 + (start + offset < modules.count && modules[start + offset] ? 1 : 0) }
      text.append(digits[value])
    }
    return text.text
  }
}
