import Activities
import Artifacts
import CivilTime
import Community
import Content
import Diagnostics
import Files
import Foundation
import GRDB
import Parallel
import Publishing
import RandomInputs
import Signing
import TestSupport
import Testing

@testable import Assembly

/// A build that finds its release standing leaves what a build that makes everything leaves, byte for byte, whatever was edited before; and it finds
/// one standing only where every input is the same.
@Suite struct StandingReleaseTests {
  private static let start = TimeText.parseInstant("2026-11-21T09:00:00+08:00")!

  // MARK: Random edits

  /// Sequences of edits, moments and damages, each with a build that may find its release standing; where it does, another makes all of the same, from
  /// what was public before.
  @Test(arguments: [UInt64(20_261_130), 5, 77, 4_096]) func anySequence(seed: UInt64) throws {
    let place = try Place()
    var random = SeededRandom(seed: seed)
    var now = Self.start
    var program = "program 1"
    var (stood, made) = (0, 0)
    for sequence in 0..<126 {
      // As in life, most builds have nothing to do.
      let edits = random.chance(35) ? 0 : random.number(1...3)
      try place.keepSite()
      var done: [String] = []
      for _ in 0..<edits { done.append(try place.edit(&random, sequence)) }
      // Nothing stands as long as each build makes all pages others.
      if place.saysItsMoment, random.chance(50) { done.append(try place.toggleMoment()) }
      if random.chance(5) {
        program = "program \(random.below(2))"
        done.append(program)
      }
      now = Self.moment(after: now, &random)
      let output = place.outputs[0]
      output.program = program
      let isDamaged = random.chance(12)
      if isDamaged { done.append(try place.damage(&random)) }
      let at = "seed \(seed), sequence \(sequence), \(TimeText.rfc3339(now, in: .shanghai)): \(done)"
      guard output.stands(now) else {
        // A build of all is right by itself. Most of them are left out, and the edits taken back, so that what comes next may stand.
        if !isDamaged, edits > 0, random.chance(75) {
          try place.restoreSite()
          continue
        }
        let built = try output.build(now)
        #expect(!built.stood)
        made += 1
        // Nothing came between.
        if built.isPublished { #expect(output.stands(now) || place.saysItsMoment, "\(at)") }
        continue
      }
      try place.copyOutput()
      let quick = try output.build(now)
      let whole = try place.outputs[1].build(now, isWhole: true)
      stood += 1
      try #require(quick.stood && whole.isPublished && quick.problems == whole.problems, "\(at)")
      let others = try place.differences()
      try #require(others.isEmpty, "\(at): \(others)")
      try #require(place.outputs[0].memory == place.outputs[1].memory, "\(at)")
    }
    // Each way was gone.
    #expect(stood > 20 && made > 10, "seed \(seed): \(stood) stood, \(made) were made")
  }

  /// The clock goes on by seconds to days; now and then it is set back.
  private static func moment(after last: Instant, _ random: inout SeededRandom) -> Instant {
    let seconds =
      switch random.below(20) {
      case 0: -random.number(1...4000)
      case 1: 0
      case 2: random.number(1...3) * 86_400
      case 3...5: random.number(1...24) * 3600
      default: random.number(1...1200)
      }
    return Instant(seconds: last.seconds + seconds)
  }

  // MARK: Each input counts

  /// What is changed, put back afterwards: without it the release stands, with it not.
  @Test func everyInputCounts() throws {
    let place = try Place()
    let output = place.outputs[0]
    let now = Self.start
    let later = Instant(seconds: now.seconds + 60)
    _ = try output.build(now)
    #expect(try output.build(later).stood)
    let files = [
      "content/site.yaml", "content/terms.yaml", "content/notices/gate.md", "content/screens/hall.yaml",
      "content/images/gate.jpg", "content/files/form.webp", "content/holidays/2027.yaml",
      "content/.approved/notices/gate.md", "content/activities.sqlite", "content/activities.sqlite-wal",
      "content/data/new.csv",
      "content/notices/nur-ein-name.md", "themes/plain/templates/home.mustache", "themes/plain/static/style.css",
    ]
    for file in files {
      let path = place.site + "/" + file
      let old = try? Files.read(path)
      let made = place.makeFolder(of: file)
      try Files.write((old ?? []) + [0x20], to: path)
      #expect(!output.stands(later), "\(file)")
      if let old { try Files.write(old, to: path) } else { try Files.remove(made ?? path) }
      #expect(output.stands(later), "\(file)")
    }
    var other = output.options(later)
    #expect(output.stands(other))
    other.baseURL = "https://b.example"
    #expect(!output.stands(other))
    other = output.options(later)
    other.includeDrafts = true
    #expect(!output.stands(other))
    #expect(output.stands(output.options(later), program: output.program))
    #expect(!output.stands(output.options(later), program: "another"))
    // A link may lead to what no file of the site is.
    try FileManager.default.createSymbolicLink(atPath: place.site + "/content/link.md", withDestinationPath: "index.md")
    #expect(!output.stands(later))
    try Files.remove(place.site + "/content/link.md")
    #expect(output.stands(later))
  }

  /// The private key and who may read it.
  @Test func theKeyCounts() throws {
    let place = try Place()
    let output = place.outputs[0]
    let key = place.site + "/site.key"
    let pem = Array(SigningKey.generate().pem.utf8)
    try Files.write(pem, to: key)
    #expect(chmod(key, 0o600) == 0)
    try place.write("content/site.yaml", Place.settings + "signingKey: site.key\n")
    _ = try output.build(Self.start)
    let whole = place.outputs[1]
    _ = try whole.build(Self.start, isWhole: true)
    let later = Instant(seconds: Self.start.seconds + 60)
    #expect(try output.build(later).stood)
    _ = try whole.build(later, isWhole: true)
    #expect(try place.differences().isEmpty)
    #expect(chmod(key, 0o644) == 0)
    #expect(!output.stands(later))
    #expect(chmod(key, 0o600) == 0)
    #expect(output.stands(later))
    try Files.write(pem + [0x0A], to: key)
    #expect(!output.stands(later))
  }

  /// What is public, and what was left of it.
  @Test func whatIsPublicCounts() throws {
    let place = try Place()
    let output = place.outputs[0]
    let now = Self.start
    let later = Instant(seconds: now.seconds + 60)
    let page = output.path + "/notices/gate/index.html"
    func remake() throws {
      _ = try output.build(now, isWhole: true)
      #expect(output.stands(later))
    }
    try remake()
    let bytes = try Files.read(page)
    // Another byte in the same place, with the old times; nothing is written back.
    var status = stat()
    #expect(stat(page, &status) == 0)
    let handle = try FileHandle(forUpdating: URL(filePath: page))
    try handle.write(contentsOf: [UInt8(ascii: "X")])
    try handle.close()
    #expect(utimensat(AT_FDCWD, page, [status.st_atim, status.st_mtim], 0) == 0)
    #expect(!output.stands(later))
    try remake()
    #expect(try Files.read(page) == bytes)
    let changes: [(String, () throws -> Void)] = [
      ("gone", { try Files.remove(page) }),
      ("mode", { _ = chmod(page, 0o600) }),
      ("foreign", { try Files.write([1], to: output.path + "/notices/CNAME") }),
      ("foreign at the root", { try Files.write([1], to: output.path + "/CNAME") }),
      ("history", { try Files.write(output.memory + [0x0A], to: output.state + "/history") }),
      (
        "held",
        {
          try Files.write([0x31], to: output.state + "/held")
          try Files.write([0x31], to: output.state + "/updating")
        }
      ),
      ("building", { try Files.makeDirectory(output.state + "/building") }),
      (
        "standing, cut short",
        { try Files.write(Array(try Files.read(output.standing).dropLast()), to: output.standing) }
      ),
      ("standing, empty", { try Files.write([], to: output.standing) }),
      ("standing, gone", { try Files.remove(output.standing) }),
      (
        "standing, another byte",
        {
          var bytes = try Files.read(output.standing)
          bytes[bytes.count / 2] ^= 1
          try Files.write(bytes, to: output.standing)
        }
      ),
    ]
    for (name, change) in changes {
      try change()
      #expect(!output.stands(later), "\(name)")
      try Files.remove(output.state + "/held")
      try Files.remove(output.state + "/updating")
      try remake()
    }
    // Another build is on: it may put another release there.
    let standing = output.publisher.standing()
    #expect(standing != nil)
    #expect(!output.stands(later))
    withExtendedLifetime(standing) {}
  }

  // MARK: The clock

  /// Up to the moment that something comes it stands, from it on it does not; the day ends it always.
  @Test func whatComesEndsIt() throws {
    let place = try Place()
    let output = place.outputs[0]
    try place.write(
      "content/notices/soon.md",
      "---\ntitle: 马上\nkind: notice\ndate: 2026-11-21\npublishAt: 2026-11-21T10:30\n---\n正文。\n")
    _ = try output.build(Self.start)
    func stands(_ time: String) -> Bool { output.stands(TimeText.parseInstant(time)!) }
    #expect(stands("2026-11-21T10:29:59+08:00"))
    #expect(!stands("2026-11-21T10:30:00+08:00"))
    #expect(!stands("2026-11-21T08:59:59+08:00"))
    let quiet = TimeText.parseInstant("2026-11-21T20:00:00+08:00")!
    _ = try output.build(quiet)
    #expect(stands("2026-11-21T23:59:59+08:00"))
    #expect(!stands("2026-11-22T00:00:00+08:00"))
  }

  /// A theme that says when it was built makes each release another one.
  @Test func aThemeThatSaysTheMomentNeverStands() throws {
    let place = try Place()
    let output = place.outputs[0]
    _ = try place.toggleMoment()
    _ = try output.build(Self.start)
    #expect(!output.stands(Instant(seconds: Self.start.seconds + 1)))
  }

  // MARK: The note

  @Test func aNoteIsReadAsItWasWritten() {
    let places: [Location?] = [
      nil, .file(path: "content/a.md", line: 3, column: 7), .cell(path: "a.xlsx", sheet: "表", row: 1, column: 2),
      .cell(path: "a.csv", sheet: nil), .row(database: "a", table: "t", key: "id=1", column: nil),
      .row(database: "a", table: "t", key: "id=1", column: "c"),
    ]
    let problems = places.map {
      Diagnostic(
        .warning, "a.b", Message(zh: "有 3:字", en: "three: words"), hint: $0 == nil ? nil : Message(zh: "改", en: "mend"),
        at: $0)
    }
    let site = StandingSite(
      inputs: "ab", until: Instant(seconds: 12), problems: problems,
      waiting: [.init(url: "/notices/later/", from: LocalDateTime(minuteNumber: 77))])
    #expect(StandingSite(site.bytes) == site)
    for count in 0..<site.bytes.count { #expect(StandingSite(Array(site.bytes.prefix(count))) == nil) }
  }
}

// MARK: - A site and two outputs

/// Where a site is published.
private final class Output {
  let path: String
  let site: String
  var program = "program 1"

  init(_ path: String, of site: String) { (self.path, self.site) = (path, site) }

  var state: String { path.replacing("/public", with: "/.public.gongshi") }
  var standing: String { state + "/standing" }
  var publisher: Publisher { Publisher(output: path, jobs: Jobs(1)) }
  var memory: [UInt8] { publisher.memory }

  func options(_ now: Instant) -> Site.Options {
    var options = Site.Options(directory: site, now: now, jobs: Jobs(1))
    options.output = path
    return options
  }

  struct Built {
    var stood: Bool
    var isPublished = true
    var problems: [String]
  }

  private func inputs(_ options: Site.Options, program: String? = nil) -> SiteInputs? {
    (try? SiteConfiguration.load(site: site).site).flatMap {
      SiteInputs(options, of: $0, program: program ?? self.program)
    }
  }

  private func renewal(
    _ options: Site.Options, program: String? = nil
  ) -> (standing: StandingRelease, site: StandingSite, renewal: StandingSite.Renewal)? {
    guard let inputs = inputs(options, program: program), let standing = publisher.standing(),
      let note = StandingSite(standing.note), note.inputs == inputs.digest,
      let settings = try? SiteConfiguration.load(site: site).site, let index = standing.file(.feedIndex),
      let renewal = note.renewal(options, of: settings, memory: standing.memory, index: index)
    else { return nil }
    return (standing, note, renewal)
  }

  /// Whether a build would find it standing.
  func stands(_ now: Instant) -> Bool { renewal(options(now)) != nil }
  func stands(_ options: Site.Options, program: String? = nil) -> Bool { renewal(options, program: program) != nil }

  /// As `gongshi build` does it.
  ///
  /// - Parameter isWhole: everything is made.
  func build(_ now: Instant, isWhole: Bool = false) throws -> Built {
    var options = options(now)
    if !isWhole, let (standing, note, renewal) = renewal(options),
      try standing.renew(renewal.artifacts, memory: renewal.memory, moment: "-", note: standing.note) != nil
    {
      return Built(stood: true, problems: Self.lines(note.problems))
    }
    let inputs = inputs(options)
    options.lastFiles = publisher.lastFiles
    options.published = PublishedHistory(publisher.memory)
    let (loaded, problems) = try Site.load(options)
    guard let loaded, !problems.hasErrors else {
      return Built(stood: false, isPublished: false, problems: Self.lines(problems))
    }
    _ = try publisher.publish(loaded.artifacts, memory: loaded.noted.bytes) {
      StandingSite(loaded, problems, inputs: inputs)?.bytes
    }
    return Built(stood: false, problems: Self.lines(problems))
  }

  private static func lines(_ problems: [Diagnostic]) -> [String] {
    problems.inReadingOrder().map { "\($0.location?.description ?? "") \($0.code) \($0.message.en)" }
  }

  /// All that is public, by its path.
  func files() throws -> [String: [UInt8]] {
    guard Files.isDirectory(path) else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: try FileTree(below: path, hidden: true).files.map { ($0, try Files.read(path + "/" + $0)) })
  }
}

private final class Place {
  static let settings =
    "title: 小站\nbaseURL: https://small.example.cn\ntheme: plain\nhorizonDays: 2\nunit: quan\nsearch: false\nkeepReleases: 3\n"

  private static let status = "themes/plain/templates/status.mustache"

  let root: String
  let site: String
  let outputs: [Output]

  init() throws {
    let sample = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../CommandTests/Fixtures/small/site")
    root = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)").path
    site = root + "/site"
    outputs = [Output(root + "/quick/public", of: site), Output(root + "/whole/public", of: site)]
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: sample.path, toPath: site)
    let database = ActivityDatabase(path: site + "/content/activities.sqlite", shownPath: "content/activities.sqlite")
    #expect(try database.create().isEmpty)
    var options = TableImport.Options(now: TimeText.parseLocal("2026-11-21T09:00")!)
    options.applies = true
    let (_, problems) = try TableImport(into: database, options).run([site + "/content/data"])
    #expect(!problems.hasErrors)
    // Few pages: each build makes all of them.
    for statement in ["DELETE FROM activity_change", "UPDATE activity SET rrule = NULL", "DELETE FROM almanac"] {
      try rows(statement)
    }
    try write("content/site.yaml", Self.settings)
    try write(Self.status, "<p>脚</p>")
    try write("content/images/gate.jpg", TestPicture.jpeg)
    try write("content/files/form.webp", TestPicture.webP)
    try write(
      "content/notices/picture.md",
      "---\ntitle: 照片\nkind: notice\ndate: 2026-11-20\n---\n![门](/images/gate.jpg) [表](/files/form.webp)\n")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ file: String, _ text: String) throws { try write(file, Array(text.utf8)) }

  func write(_ file: String, _ bytes: [UInt8]) throws {
    try Files.makeDirectory(site + "/" + file.split(separator: "/").dropLast().joined(separator: "/"))
    try Files.write(bytes, to: site + "/" + file)
  }

  /// - Returns: the first that was not there; a folder counts.
  func makeFolder(of file: String) -> String? {
    let parts = file.split(separator: "/").dropLast()
    let all = parts.indices.map { site + "/" + parts[...$0].joined(separator: "/") }
    let first = all.first { !Files.exists($0) }
    if let last = all.last { try? Files.makeDirectory(last) }
    return first
  }

  private func text(_ file: String) throws -> String {
    String(decoding: try Files.read(site + "/" + file), as: UTF8.self)
  }

  /// Whether each build makes all pages others.
  var saysItsMoment: Bool { (try? text(Self.status).contains("generated")) == true }

  private var kept: String { root + "/kept" }

  func keepSite() throws {
    try Files.remove(kept)
    try FileManager.default.copyItem(atPath: site, toPath: kept)
  }

  func restoreSite() throws {
    try Files.remove(site)
    try FileManager.default.moveItem(atPath: kept, toPath: site)
  }

  /// Where the second output is published nothing is, but what was published is known.
  func copyOutput() throws {
    try Files.remove(root + "/whole")
    try Files.makeDirectory(outputs[1].state)
    try Files.write(outputs[0].memory, to: outputs[1].state + "/history")
  }

  /// Paths whose files differ between the two.
  func differences() throws -> [String] {
    let (one, other) = (try outputs[0].files(), try outputs[1].files())
    return Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }

  // MARK: Edits

  /// - Returns: what was done.
  func edit(_ random: inout SeededRandom, _ round: Int) throws -> String {
    let pages = try FileTree(below: site + "/content").files.filter { $0.hasSuffix(".md") }
    let page = "content/" + random.one(of: pages)
    switch random.below(15) {
    case 0...2:
      try write(page, try text(page) + "\n第 \(round) 次改动。\n")
      return "text of \(page)"
    case 3:
      // The same length, so that sizes tell nothing.
      let text = try text(page)
      try write(page, text.contains("一") ? text.replacing("一", with: "二") : text.replacing("二", with: "一"))
      return "a character of \(page)"
    case 4:
      let day = 21 + random.below(9)
      let time = "2026-11-\(day)T\(10 + random.below(13)):\(10 + random.below(50))"
      try write(
        "content/notices/round\(round).md",
        "---\ntitle: 第 \(round) 条\nkind: notice\ndate: 2026-11-20\n"
          + (random.chance(50) ? "publishAt: \(time)\n" : "expiresAt: \(time)\n") + "---\n见[首页](/)。\n")
      return "a notice of \(time)"
    case 5:
      let own = pages.filter { $0.contains("round") }
      if own.isEmpty { return "nothing" }
      let file = random.one(of: own)
      try Files.remove(site + "/content/" + file)
      return "without \(file)"
    case 6:
      let own = pages.filter { $0.contains("round") && !$0.contains("moved") }
      if own.isEmpty { return "nothing" }
      let file = "content/" + random.one(of: own)
      try FileManager.default.moveItem(
        atPath: site + "/" + file, toPath: site + "/" + file.replacing("round", with: "moved-round"))
      return "renamed \(file)"
    case 7...8:
      try rows(
        random.one(of: [
          "UPDATE activity SET title = '读书 \(round)' WHERE id = 'reading'",
          "UPDATE activity SET capacity = \(10 + round % 7)", "UPDATE venue SET address = '\(round % 3) 号楼'",
          "UPDATE activity SET ends_at = '2026-11-23T1\(round % 10):00' WHERE id = 'study'",
        ]))
      return "rows"
    case 9:
      let home = "themes/plain/templates/home.mustache"
      try write(home, try text(home).split(separator: "<!--")[0] + "<!-- \(round) -->")
      return "a template"
    case 10:
      return try toggleMoment()
    case 11:
      try write("content/images/gate.jpg", random.chance(50) ? TestPicture.jpeg : TestPicture.progressive)
      return "a picture"
    case 12:
      try write(
        "content/site.yaml",
        Self.settings.replacing("horizonDays: 2", with: "horizonDays: \(1 + random.below(3))")
          .replacing("小站", with: random.chance(50) ? "小站" : "大站")
          .replacing("search: false", with: random.chance(20) ? "search: true" : "search: false"))
      return "settings"
    case 13:
      try write("content/files/form.webp", random.chance(50) ? TestPicture.webP : TestPicture.lossless)
      return "an attachment"
    default:
      // Stamps alone, of a file that says the same.
      try write(page, try Files.read(site + "/" + page))
      return "saved \(page)"
    }
  }

  func toggleMoment() throws -> String {
    let says = saysItsMoment
    try write(Self.status, says ? "<p>脚</p>" : "<p>{{generatedLabel}}</p>")
    return "a theme that \(says ? "no longer " : "")says its moment"
  }

  private func rows(_ statement: String) throws {
    try DatabaseQueue(path: site + "/content/activities.sqlite").write { try $0.execute(sql: statement) }
  }

  // MARK: Damages

  private var oldStanding: [UInt8] = []

  /// What others do to the first output: its files, and what is kept beside it.
  func damage(_ random: inout SeededRandom) throws -> String {
    let output = outputs[0]
    guard Files.isRegular(output.standing) else { return "nothing to damage" }
    let bytes = try Files.read(output.standing)
    let files = try FileTree(below: output.path).files
    let file = output.path + "/" + random.one(of: files)
    switch random.below(9) {
    case 0:
      try Files.write(Array(bytes.prefix(random.below(bytes.count))), to: output.standing)
      return "cut short"
    case 1:
      var other = bytes
      other[random.below(other.count)] ^= UInt8(1 << random.below(8))
      try Files.write(other, to: output.standing)
      return "a bit of the cache"
    case 2:
      try Files.write(oldStanding, to: output.standing)
      oldStanding = bytes
      return "an older cache"
    case 3:
      try Files.remove(output.standing)
      return "without cache"
    case 4...5:
      // In place, without another size.
      let handle = try FileHandle(forUpdating: URL(filePath: file))
      try handle.write(contentsOf: [UInt8(ascii: "#")])
      try handle.close()
      return "edited \(file)"
    case 6:
      try Files.remove(file)
      return "removed \(file)"
    case 7:
      try Files.write([1, 2], to: output.path + "/feeds/strange")
      return "a strange file"
    default:
      try Files.write(Array("half a history".utf8), to: output.standing + ".1.new")
      return "a half-written note"
    }
  }
}
