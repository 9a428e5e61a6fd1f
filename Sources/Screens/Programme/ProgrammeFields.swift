import Artifacts
import CivilTime
import Content
import Encoding
import FeedFormat
import Fields
import Pictures
import QRCodes
import Vocabulary
import Words

/// The members of a screen's feed, each with what it is: `ProgrammeFeed` writes and describes them.
extension ProgrammeFeed {
  static func fields(_ zone: Zone) -> [Field<ProgrammeFeed>] {
    [
      Field("screen", "which screen, and how it wants to be played", .record(screenFields) { $0 }),
      Field("data", "slides", .list(Programme.Slide.fields) { $0.programme.slides }),
      Field("items", "what slides show", .list(ScreenItem.fields(zone)) { $0.programme.items }),
      Field(
        "rounds", "runs through a playlist: [slide, seconds] each",
        .list(of: Programme.Round.value) { $0.programme.rounds }),
      Field(
        "timeline", "from when on which round repeats", .list(Programme.Stretch.fields(zone)) { $0.programme.timeline }),
      Field(
        "evergreen", "index into rounds: what to show when nothing else holds",
        .integer(least: 0) { $0.programme.evergreen }),
      Field(
        "band",
        "indexes into items: what stands in a band beside the slides while it holds and nothing interrupts them",
        .list(of: FieldValue<Int>.integer(least: 0) { $0 }, optional: true) { $0.programme.band }),
      Field(
        "weather", "indexes into items: the weather in a line, while it holds",
        .list(of: FieldValue<Int>.integer(least: 0) { $0 }, optional: true) { $0.programme.weather }),
      Field("days", "what a calendar leaf says of each day", .list(Programme.DayLeaf.fields) { $0.programme.days }),
      Field(
        "codes", "QR codes: four modules a hexadecimal digit, row by row",
        .list(Programme.Code.fields) { $0.programme.codes }),
      Field(
        "pictures", "with their data where they are small",
        .list(PictureFile.fields) { PictureFile.read($0.programme) }),
      Field(
        "films", "H.264 in MP4, to be played without sound",
        .list(Programme.Film.fields, optional: true) { $0.programme.films }),
    ]
  }

  private static let screenFields: [Field<ProgrammeFeed>] = [
    Field("id", "stays the same; the last part of the feed's and the page's address", .text { $0.screen.id.text }),
    Field("title", "what the screen is called", .text { $0.screen.title }),
    Field("site", "what the site is called", .text { $0.programme.site.title }),
    Field("sponsor", "who publishes it", .text { $0.programme.site.footer.sponsor ?? $0.programme.site.title }),
    Field(
      "orientation", "how it hangs",
      .word(ScreenConfiguration.Orientation.codes) { $0.screen.orientation.rawValue }),
    Field("width", "of the wall", unit: "pixels", .integer { $0.screen.width }),
    Field("height", "of the wall", unit: "pixels", .integer { $0.screen.height }),
    Field("language", "of its words", .word(Language.codes) { $0.screen.language.tag }),
    Field("corner", "whether a corner says generation and digest", .flag { $0.screen.showsCorner }),
    Field(
      "safeArea", "what boxes may cut off at each side: nothing is read there", unit: "hundredths of the side",
      .integer(least: 0) { $0.screen.safeArea }),
    Field(
      "rotate", "by how much the picture is turned to the right: 90 or 270", unit: "degrees",
      .optionalInteger(least: 90) { $0.screen.rotation?.degrees }),
    Field(
      "pollSeconds", "how long to wait before asking for a newer feed; a few more or less keep screens apart",
      .integer { $0.screen.pollSeconds }),
    Field("theme", "the colours it has", .word(ScreenFace.codes) { $0.screen.face.rawValue }),
    Field(
      "bandAt", "where the band stands, on a screen that has one",
      .optionalWord(ScreenEdge.codes) { $0.screen.band?.rawValue }),
    Field(
      "weatherAt", "where the weather stands in a line",
      .optionalWord(ScreenEdge.codes) { $0.screen.weather?.rawValue }),
    Field("player", "the version of the player that the page has", .text { $0.player }),
    Field(
      "words", "the player's own words, in the screen's language",
      .record(PlayerWords.fields) { PlayerWords(words: $0.programme.words) }),
  ]

  private var screen: ScreenConfiguration { programme.screen }
}

/// Words that the player says itself.
private struct PlayerWords: Sendable {
  let words: any Words

  static let fields: [Field<PlayerWords>] = [
    Field("now", "over what goes on now", .text { $0.words.nowOn }),
    Field("next", "over what comes next", .text { $0.words.next }),
    Field("free", "of a room in which nothing goes on", .text { $0.words.free }),
    Field("updated", "before the time of the last feed", .text { $0.words.updatedAt }),
    Field("stale", "what it says when nothing can be promised any more", .text { $0.words.awaitingUpdate }),
    Field("continued", "of a list that goes on over pages", .text { $0.words.continued }),
  ]
}

extension Programme.Slide {
  fileprivate static let fields: [Field<Programme.Slide>] = [
    Field("id", "stays the same from release to release, unless the playlist changes", .text { $0.id }),
    Field("kind", "what it shows, as the playlist says it: today, notices, venue and so on", .text { $0.kind }),
    Field(
      "layout",
      "how its items are set: as rows, cards, one poster, figures, the parts of a method, a calendar leaf, one text, an alert, the weather, what is counted down to, sheets of paper side by side",
      .word(Layout.codes) { $0.layout.rawValue }),
    Field("title", "what stands over it", .text { $0.title }),
    Field("seconds", "for each of its pages", .integer { $0.seconds }),
    Field(
      "empty", "what it says while none of its items holds; without it the slide is passed over then",
      .optionalText { $0.empty }),
    Field("items", "indexes into items, in their order", .integers(least: 0) { $0.items }),
    Field(
      "most",
      "there was no room for all: so many of each day's, or of a list without days, it has at most, the soonest of each time; of rooms, so many",
      .optionalInteger(least: 0) { $0.most }),
    Field(
      "perPage", "at most so many of them on a page; absent: as many as there is room for",
      .optionalInteger(least: 1) { $0.perPage }),
    Field(
      "background", "index into pictures: what lies behind it, dark enough for white letters",
      .optionalInteger(least: 0) { $0.background }),
    Field(
      "film",
      "index into films: what plays over the picture of its one item, which is what is seen where the film can't be played; again and again where the slide is on for longer",
      .optionalInteger(least: 0) { $0.film }),
  ]
}

extension Programme.Round {
  fileprivate static let value: FieldValue<Programme.Round> = .list(
    of: FieldValue<Turn>.integers(least: 0) { [$0.slide, $0.seconds] }, neverEmpty: true
  ) { $0.turns }
}

extension Programme.Stretch {
  fileprivate static func fields(_ zone: Zone) -> [Field<Programme.Stretch>] {
    [
      Field(
        "from", "the stretch begins then and lasts until the next one's",
        .text(.dateTime) { TimeText.rfc3339($0.from, in: zone) }),
      Field("round", "index into rounds", .integer(least: 0) { $0.round }),
      Field("phase", "seconds into the round at from", .integer { $0.phase }),
      Field(
        "interruption", "whether an urgent notice has taken the screen over",
        .flag(optional: true) { $0.isInterruption }),
      Field(
        "daypart", "the name of the part of the day whose playlist it is; absent outside them",
        .optionalText { $0.daypart }),
    ]
  }
}

extension Programme.DayLeaf {
  fileprivate static let fields: [Field<Programme.DayLeaf>] = [
    Field("date", "the day, as YYYY-MM-DD", .text(.date) { TimeText.date($0.date) }),
    Field("label", "date and weekday, as a header says them", .text { $0.label }),
    Field("short", "the same where there is little room", .text { $0.short }),
    Field(
      "line", "the lunar date, the solar term, the festival, the holiday: what else the day is",
      .optionalText { $0.line }),
  ]
}

extension Programme.Code {
  fileprivate static let fields: [Field<Programme.Code>] = [
    Field("url", "what the code opens", .text(.address) { $0.url }),
    Field(
      "short", "what the code says, where that is a shorter address that leads there",
      .optionalText(.address) { $0.short }),
    Field("size", "modules of one side", .integer { $0.code.width }),
    Field("modules", "dark ones are 1", .text(.pattern("^[0-9a-f]+$")) { hexadecimal($0.code.modules) }),
  ]

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

extension Programme.Film {
  fileprivate static let fields: [Field<Programme.Film>] = [
    Field("url", "where it lies on the site", .text { $0.url }),
    Field(
      "digest", "another where its bytes are others, 16 hexadecimal digits; asked for as url?digest",
      .text(.pattern("^[0-9a-f]{16}$")) { String($0.digest.prefix(16)) }),
    Field("bytes", "how large it is", unit: "bytes", .integer { $0.file.bytes }),
    Field("milliseconds", "how long it takes to play", unit: "milliseconds", .integer { $0.milliseconds }),
  ]
}

extension PictureFile {
  fileprivate static let fields: [Field<PictureFile>] = [
    Field("url", "as items name it", .text { $0.picture.url }),
    Field(
      "digest",
      "of its bytes, 16 hexadecimal digits; asked for as url?digest, so that no cache gives an older picture of that name",
      .text(.pattern("^[0-9a-f]{16}$")) { $0.digest }),
    Field(
      "data", "the picture itself as a data: address; absent where it is large",
      .optionalText { $0.travels ? "data:\($0.picture.form.mediaType.rawValue);base64,\(Base64.text($0.bytes))" : nil }),
  ]
}
