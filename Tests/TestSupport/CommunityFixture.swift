import CivilTime
package import Diagnostics
package import Vocabulary

@testable package import Activities
@testable package import Community
@testable import Content

/// A small community made in memory, but for its content, which is read from files as always: a sub-district `quan` with one community
/// `fudong`, which has two places, `hall` and `room`. What a test needs beside them it adds.
package struct CommunityFixture {
  package var data = ActivityData()
  /// Front matter and text by file, below `content/`; screens and holidays too.
  package var pages: [String: String] = [:]
  /// Files below `content/` that hold a picture.
  package var pictures: [String] = []
  package var site = "title: 示例\nbaseURL: https://a.example\n"
  /// A Saturday: the window begins on Monday, November 16, and ends with December 5.
  package var now = "2026-11-21T09:00:00+08:00"

  /// What earlier releases said.
  package var published = PublishedHistory()

  package init() {
    addUnit("quan", level: .subdistrict, name: "泉溪")
    addUnit("fudong", in: "quan", name: "府东")
    addVenue("hall")
    addVenue("room")
  }

  /// The community and what is wrong with it.
  package func make(includeDrafts: Bool = false) throws -> (Community, [Diagnostic]) {
    let directory = try directory()
    let (content, problems) = try directory.load()
    guard let content else { throw CommunityFixtureError(problems: problems) }
    let (community, more) = Community.make(
      content: content, data: data, now: TimeText.parseInstant(now)!, includeDrafts: includeDrafts,
      published: published)
    return (community, problems + more)
  }

  /// The community, with which nothing may be wrong but that all of a test's activities meet in its one hall.
  package func community() throws -> Community {
    let (community, all) = try make()
    let problems = all.filter { $0.code != "data.venue-clash" }
    guard problems.isEmpty else { throw CommunityFixtureError(problems: problems) }
    return community
  }

  /// Its content in a directory, as a site has it.
  package func directory() throws -> TemporarySite {
    let directory = try TemporarySite(site: site)
    for (file, text) in pages { try directory.write("content/" + file, text) }
    for file in pictures { try directory.write("content/" + file, TestPicture.png) }
    return directory
  }
}

/// Something is wrong with it that the test did not mean.
package struct CommunityFixtureError: Error, CustomStringConvertible {
  package let problems: [Diagnostic]

  package var description: String {
    problems.map { "\($0.location.map { "\($0) " } ?? "")\($0.code): \($0.message.en)" }.joined(separator: "; ")
  }
}

// MARK: Activities

extension CommunityFixture {
  package mutating func add(
    _ id: String, from start: String, to end: String, rule: String? = nil, status: ActivityStatus = .scheduled,
    onHoliday: HolidayPolicy = .held, venue: String? = "hall", unit: String = "fudong", title: String? = nil,
    kind: ActivityKind = .meeting, track: Track? = nil, host: String? = nil, audience: String? = nil,
    summary: String? = nil, capacity: Int? = 10, fee: Double? = nil, online: String? = nil, duty: String? = nil,
    points: Int? = nil
  ) throws {
    data.activities.append(
      ActivityRecord(
        id: .init(id)!, title: title ?? id, kind: kind, track: track, unit: .init(unit)!,
        venue: venue.map { .init($0)! },
        host: host, audience: audience, summary: summary, start: TimeText.parseLocal(start)!,
        end: TimeText.parseLocal(end)!, rule: try rule.map { try RecurrenceRule($0, zone: .shanghai) },
        capacity: capacity, feeYuan: fee, points: points, onlineURL: online, signupURL: nil, status: status,
        onHoliday: onHoliday, page: nil, duty: duty.map { .init($0)! },
        updatedAt: TimeText.parseLocal("2026-11-01T09:00")!))
  }

  package mutating func change(
    _ id: String, at time: String, _ change: ActivityChangeRecord.Change, topic: String? = nil, summary: String? = nil,
    host: String? = nil, note: String? = nil, video: String? = nil
  ) {
    data.changes.append(
      ActivityChangeRecord(
        activity: .init(id)!, occursAt: TimeText.parseLocal(time)!, change: change,
        topic: .init(title: topic, summary: summary, host: host), note: note, videoURL: video))
  }

  package mutating func enrol(_ count: Int, for id: String, at time: String) {
    data.attendance.append(
      AttendanceRecord(activity: .init(id)!, occursAt: TimeText.parseLocal(time)!, enrolled: count, attended: nil))
  }
}

extension ActivityChangeRecord.Placement {
  package static func at(_ start: String, _ end: String, _ venue: String? = nil) -> Self {
    .init(start: TimeText.parseLocal(start)!, end: TimeText.parseLocal(end)!, venue: venue.map { .init($0)! })
  }
}

// MARK: Other rows

extension CommunityFixture {
  package mutating func addUnit(
    _ id: String, in parent: String? = nil, level: UnitLevel = .community, name: String? = nil,
    shortName: String? = nil, phone: String? = nil
  ) {
    data.units.append(
      UnitRecord(
        id: .init(id)!, parent: parent.map { .init($0)! }, level: level, name: name ?? id, shortName: shortName,
        phone: phone))
  }

  package mutating func addVenue(
    _ id: String, of unit: String = "fudong", name: String? = nil, address: String? = nil, hours: String? = nil,
    phone: String? = nil, type: VenueType? = nil, at place: (latitude: Double, longitude: Double)? = nil,
    area: Double? = nil, seats: Int? = nil
  ) {
    data.venues.append(
      VenueRecord(
        id: .init(id)!, unit: .init(unit)!, name: name ?? id, address: address, latitude: place?.latitude,
        longitude: place?.longitude, area: area, openingHours: hours, phone: phone, type: type, seats: seats))
  }

  package mutating func addFacility(_ facility: VenueFacility, of venue: String, note: String? = nil) {
    data[VenueFacilityRecord.self].append(
      VenueFacilityRecord(venue: .init(venue)!, facility: facility, note: note))
  }

  /// - Parameters:
  ///   - holders: by position.
  ///   - swaps: the first day of a turn, and the position that takes it.
  package mutating func addRoster(
    _ id: String, _ period: RotationPeriod, from start: String, holders: [(Int, String)], swaps: [(String, Int)] = [],
    of unit: String = "fudong", title: String? = nil
  ) {
    data.rosters.append(
      RosterRecord(
        id: .init(id)!, unit: .init(unit)!, title: title ?? id, period: period, startsOn: TimeText.parseDate(start)!,
        note: nil, holders: holders.map { .init(position: $0.0, name: $0.1, phone: nil) },
        swaps: swaps.map { .init(turnStart: TimeText.parseDate($0.0)!, position: $0.1, note: "对调") }))
  }

  /// - Parameter holder: nil where a roster says it.
  package mutating func addPost(
    _ id: String, title: String? = nil, position: Int = 1, of unit: String = "fudong", holder: String? = "社区专职工作者",
    roster: String? = nil, people: Int = 1, duties: String? = nil, phone: String? = nil
  ) {
    data.posts.append(
      PostRecord(
        id: .init(id)!, unit: .init(unit)!, title: title ?? id, position: position,
        holder: roster.map { .roster(.init($0)!) } ?? .stated(holder ?? ""), people: people, duties: duties,
        phone: phone))
  }

  package mutating func addMeasure(
    _ id: String, _ value: Double, asOf day: String, history: [(String, Double)] = [], of unit: String = "fudong",
    title: String? = nil, suffix: String? = nil, note: String? = nil, better: MeasureAim? = nil
  ) {
    addMeasure(id, of: unit, title: title, suffix: suffix, note: note, total: .none, better: better)
    for (day, value) in history + [(day, value)] { measure(id, of: unit, on: day, value) }
  }

  /// One without figures.
  package mutating func addMeasure(
    _ id: String, of unit: String, title: String? = nil, suffix: String? = nil, note: String? = nil,
    total: MeasureTotal, better: MeasureAim? = nil, period: MeasurePeriod = .month
  ) {
    data.measures.append(
      MeasureRecord(
        id: .init(id)!, unit: .init(unit)!, title: title ?? id, suffix: suffix, total: total, better: better,
        period: period, note: note))
  }

  /// Adds what it was, of a unit on a day; rows stand in the order of their keys.
  package mutating func measure(_ id: String, of unit: String, on day: String, _ value: Double, note: String? = nil) {
    data.measured.append(
      MeasuredRecord(
        measure: .init(id)!, unit: .init(unit)!, asOf: TimeText.parseDate(day)!, value: value, note: note))
    data.measured.sort { ($0.measure, $0.unit, $0.asOf) < ($1.measure, $1.unit, $1.asOf) }
  }

  /// - Parameter day: a day, or the month or the year alone.
  package mutating func addHonour(_ id: String, on day: String, of unit: String = "fudong", title: String? = nil) {
    data[HonourRecord.self].append(
      HonourRecord(
        id: .init(id)!, unit: .init(unit)!, title: title ?? id, awardedBy: "区里",
        awardedOn: TimeText.parsePartialDate(day)!, note: nil))
  }

  /// - Parameter day: `04-24`.
  package mutating func addAlmanacEntry(
    _ id: String, on day: String, year: Int? = nil, of unit: String? = nil, title: String? = nil
  ) {
    data.almanac.append(
      AlmanacRecord(
        id: .init(id)!, monthDay: TimeText.parseMonthDay(day)!, year: year, title: title ?? id, text: nil,
        unit: unit.map { .init($0)! }))
  }
}

// MARK: Content

extension CommunityFixture {
  /// - Parameter frontMatter: more lines of it, each with its end.
  package mutating func addPage(
    _ kind: PageKind, _ slug: String, title: String? = nil, _ frontMatter: String = "", text: String = "正文"
  ) {
    let folder = kind.section.map { $0 + "/" } ?? ""
    let quoted = "'\((title ?? slug).replacing("'", with: "''"))'"
    pages["\(folder)\(slug).md"] = "---\ntitle: \(quoted)\nkind: \(kind.rawValue)\n\(frontMatter)---\n\(text)\n"
  }

  package mutating func addNotice(
    _ slug: String, _ frontMatter: String = "", date: String = "2026-11-01", title: String? = nil, text: String = "正文"
  ) {
    addPage(.notice, slug, title: title, "date: \(date)\n\(frontMatter)", text: text)
  }

  /// The days off of 2026, without make-up workdays.
  package mutating func addHolidays() {
    let days = [
      ("元旦", "01-01 至 2026-01-03"), ("春节", "02-15 至 2026-02-23"), ("清明节", "04-04 至 2026-04-06"),
      ("劳动节", "05-01 至 2026-05-05"), ("端午节", "06-19 至 2026-06-21"), ("中秋节", "09-25 至 2026-09-27"),
      ("国庆节", "10-01 至 2026-10-07"),
    ]
    pages["holidays/2026.yaml"] =
      "year: 2026\nsource: 国务院办公厅通知\nholidays:\n"
      + days.map { "- {name: \($0.0), days: 2026-\($0.1)}\n" }.joined()
  }

  /// - Parameter services: YAML of a list, an entry a line.
  package mutating func addMenu(_ slug: String, _ frontMatter: String = "", title: String? = nil, services: [String]) {
    let list = services.map { "- \($0)\n" }.joined()
    addPage(.menu, slug, title: title, "category: convenience\n\(frontMatter)services:\n\(list)")
  }

  /// - Parameters:
  ///   - playlist: YAML of its slides, one a line; empty is the playlist of a screen that says nothing.
  ///   - more: other keys.
  package mutating func addScreen(_ id: String = "lobby", _ playlist: [String] = [], _ more: String = "") {
    let slides = playlist.isEmpty ? "" : "playlist:\n" + playlist.map { "- {\($0)}\n" }.joined()
    pages["screens/\(id).yaml"] = "id: \(id)\ntitle: 大厅\n\(more)\(slides)"
  }
}
