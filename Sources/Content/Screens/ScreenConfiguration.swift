import Diagnostics
import Pictures
package import Vocabulary
package import Words

/// `content/screens/<id>.yaml`: one public screen.
package struct ScreenConfiguration: Sendable {
  package typealias Orientation = ScreenOrientation

  package enum Rotation: String, Term {
    case right = "90"
    case left = "270"

    package var degrees: Int { self == .right ? 90 : 270 }
  }

  package let id: ScreenID
  package let title: String
  package let orientation: Orientation
  /// Pixels.
  package let width: Int
  package let height: Int
  /// Units whose activities and notices it shows, with all below them; empty: everything.
  package let units: [UnitID]
  /// Of its own words; what it shows is as it was written.
  package let language: Language
  /// Whether its corner shows the feed's generation and digest.
  package let showsCorner: Bool
  /// Hundredths of each side that boxes may cut off, 0…10: nothing is read there.
  package let safeArea: Int
  /// Where less than half of the screens are cut off at the edges: EBU R 95 keeps action out of 3.5.
  package static let standardSafeArea = 3
  /// By how many degrees the picture is turned, to the right: 90 or 270 for a box that can't turn it itself.
  package let rotation: Rotation?
  /// Colours that it has without a sheet of the site's own.
  package let face: ScreenFace
  /// A URL path of the site: the picture behind its slides.
  package let background: String?
  /// Where notices that are important but not urgent stand beside its slides; nil: they interrupt them.
  package let band: ScreenEdge?
  /// Where the weather stands in a line; nil: nowhere.
  package let weather: ScreenEdge?
  /// Bytes that a film has at most.
  package let mostFilmBytes: Int
  /// Where a playlist's owner does not say, in megabytes: what a box loads within a minute or two, and keeps.
  package static let standardFilmSize = 20
  /// Seconds between two looks for a newer feed, 10…3600.
  package let pollSeconds: Int
  package let playlist: [ScreenSlide]
  /// The first that is open wins over the others and over `playlist`.
  package let dayparts: [Daypart]
  /// What it shows when its feed has run out.
  package let evergreen: [ScreenSlide]
  package let references: [Reference]
  package let file: String

  /// All slides that it may ever show, those of its feed's end too.
  package var slides: [ScreenSlide] { playlist + dayparts.flatMap(\.playlist) + evergreen }

  /// Whether it says anywhere how the weather is.
  package var showsWeather: Bool {
    weather != nil || slides.contains { if case .weather = $0.subject { true } else { false } }
  }

  /// The pictures behind its slides.
  package var backgrounds: Set<String> { Set([background].compactMap { $0 } + slides.compactMap(\.background)) }

  /// Whether it has more pixels than the largest form of a picture that pages show.
  package var isLarge: Bool { width * height > PictureRecipe.wallPixels }

  /// - Parameter language: the site's, which a screen has that names no other.
  static func read(
    _ text: Substring, path: String, language: Language, numbers: PersonalNumberCheck, pictures: PublishedNames = .none,
    addresses: AddressRules = AddressRules(), requiresApproval: Bool = false, rows: RowNames = RowNames(),
    problems: ProblemList
  ) -> ScreenConfiguration? {
    numbers.source(text)
    let place = SourcePlace(path: path, lineOffset: 0, rows: rows)
    guard let fields = YAMLSource.reader(String(text), at: place, problems: problems) else {
      return nil
    }
    numbers.values(fields)
    let id: ScreenID? = fields.requiredIdentifier("id")
    let title = fields.requiredText("title")
    let orientation = fields.term("orientation", Orientation.self) ?? .landscape
    let size = size(fields, orientation)
    var references: [Reference] = []
    let units: [UnitID] = fields.references("units", references: &references) { .unit($0) }
    noteAudio(fields)
    var slides = ScreenSlideReader(
      numbers: numbers, pictures: pictures, addresses: addresses, requiresApproval: requiresApproval)
    let playlist = slides.playlist(fields, "playlist")
    let dayparts = fields.readers("dayparts").compactMap { daypart($0, &slides) }
    let evergreen = slides.playlist(fields, "evergreen", isEvergreen: true)
    let language = fields.language("language") ?? language
    let showsCorner = fields.flag("corner")
    let safeArea = fields.integer("safeArea", in: 0...10) ?? standardSafeArea
    let rotation = fields.term("rotate", Rotation.self)
    let pollSeconds = fields.integer("poll", in: 10...3600) ?? 30
    let face = fields.term("theme", ScreenFace.self) ?? .standard
    let background = slides.background(fields)
    let band = fields.term("band", ScreenEdge.self)
    let weather = fields.term("weather", ScreenEdge.self)
    let filmSize = fields.integer("filmSize", in: 1...200) ?? standardFilmSize
    fields.finish()
    guard let id, let title else { return nil }
    return ScreenConfiguration(
      id: id, title: title, orientation: orientation, width: size.width, height: size.height, units: units,
      language: language, showsCorner: showsCorner, safeArea: safeArea, rotation: rotation, face: face,
      background: background, band: band, weather: weather, mostFilmBytes: filmSize << 20, pollSeconds: pollSeconds,
      playlist: playlist.isEmpty ? standardPlaylist : playlist, dayparts: dayparts, evergreen: evergreen,
      references: references + slides.references, file: path)
  }

  /// Whoever comes in sees the day's list within two other slides.
  private static let standardEvery = 3

  /// What a screen shows that says no more than which it is.
  private static let standardPlaylist: [ScreenSlide] = {
    let everything = ActivityQuery()
    var classes = ActivityQuery()
    classes.kinds = [.classroom]
    let subjects: [(SlideKind, ScreenSlide.Subject)] = [
      (.today, .today(everything)), (.rooms, .rooms([])), (.live, .live(everything)),
      (.changes, .changes(everything)), (.notices, .notices), (.roster, .rosters(nil)),
      (.week, .week(classes)), (.almanac, .almanac),
    ]
    return subjects.map { kind, subject in
      let name = SlideName.kind(kind)
      return ScreenSlide(
        kind: name, title: nil, seconds: name.form.seconds, subject: subject, location: nil,
        every: kind == .today ? standardEvery : nil)
    }
  }()

  private static func daypart(_ fields: FieldReader, _ slides: inout ScreenSlideReader) -> Daypart? {
    let name = fields.requiredText("name")
    let days = fields.placed("days", Daypart.Days.expected) { Daypart.Days.all($0) }.flatMap(\.value)
    let from = fields.requiredTime("from")
    let until = fields.requiredTime("until", isEnd: true)
    let dates = fields.placed("dates", Daypart.Dates.expected) { Daypart.Dates($0) }.map(\.value)
    fields.requireItems("playlist")
    let playlist = slides.playlist(fields, "playlist")
    fields.finish()
    guard let name, let from, let until, !playlist.isEmpty else { return nil }
    return Daypart(
      name: name, days: days, dates: dates, from: from, until: until, playlist: playlist,
      location: fields.location(of: dates.isEmpty ? "days" : "dates"))
  }

  /// A lobby is no place for sound: the key may say so, and nothing else.
  private static func noteAudio(_ fields: FieldReader) {
    guard fields.isPresent("audio"), fields.text("audio") != "off", fields.trial().flag("audio") else { return }
    fields.problem(
      .error(
        "screen.audio", zh: "公示屏不发声，“audio”只能是 off", en: "screens are silent: “audio” can only be off",
        at: fields.location(of: "audio")))
  }

  private static func size(_ fields: FieldReader, _ orientation: Orientation) -> (width: Int, height: Int) {
    let standard = orientation == .landscape ? (width: 1920, height: 1080) : (width: 1080, height: 1920)
    guard let text = fields.text("size") else { return standard }
    let parts = text.split(separator: "x").map { Int($0) }
    if parts.count == 2, let width = parts[0], let height = parts[1], (320...8192).contains(width),
      (320...8192).contains(height), (width >= height) == (orientation == .landscape)
    {
      return (width, height)
    }
    fields.problem(
      .error(
        "screen.size", zh: "“size”应当是与方向相符的 宽x高，如 1920x1080",
        en: "“size” must be WIDTHxHEIGHT that fits the orientation, like 1920x1080", at: fields.location(of: "size")))
    return standard
  }
}
