import Artifacts
import CivilTime
import Community
import Content
import Encoding
import FeedFormat
import Fields

/// The feed of all activities where they are too many for one file: a list of its parts in its place, and these by month, or, where a month is too large,
/// by day, or by halves of a day. [0072]
enum OccurrenceParts {
  /// Occurrences that stand in one file, all of them.
  static let whole = Subscriptions.events
  /// Bytes of the records of one part.
  static let bytes = 950_000

  struct Part: Sendable {
    let path: SitePath
    /// What of it starts in these days; what began before today and goes on counts as today's.
    var days: ClosedRange<CivilDate>
    var indices: [Int] = []
    fileprivate var size = 0
  }

  /// - Parameter records: index, day and bytes of each, by time.
  static func parts(_ records: [(index: Int, day: CivilDate, bytes: Int)]) -> [Part] {
    var found: [Part] = []
    for month in runs(records, by: { TimeText.date($0.day).prefix(7) }) {
      if let part = part(String(TimeText.date(month[0].day).prefix(7)), month) {
        found.append(part)
        continue
      }
      for day in runs(Array(month), by: { $0.day }) {
        let name = TimeText.date(day[0].day)
        if let part = part(name, day) {
          found.append(part)
          continue
        }
        found += pieces(name, day)
      }
    }
    return found
  }

  private typealias Record = (index: Int, day: CivilDate, bytes: Int)

  /// Stretches of records of one kind; each kind once, since they stand by time.
  private static func runs<Key: Hashable>(_ records: [Record], by key: (Record) -> Key) -> [[Record]] {
    var places: [Key: Int] = [:]
    var found: [[Record]] = []
    for record in records {
      let key = key(record)
      if let place = places[key] {
        found[place].append(record)
      } else {
        places[key] = found.count
        found.append([record])
      }
    }
    return found
  }

  /// nil where it is too large.
  private static func part(_ name: String, _ records: [Record]) -> Part? {
    guard records.reduce(0, { $0 + $1.bytes + 2 }) <= bytes else { return nil }
    return Part(
      path: .activitiesFeed(part: name), days: records[0].day...records[records.count - 1].day,
      indices: records.map(\.index))
  }

  private static func pieces(_ name: String, _ records: [Record]) -> [Part] {
    var found: [Part] = []
    for record in records {
      if found.last.map({ $0.size + record.bytes + 2 > bytes }) ?? true {
        found.append(
          Part(path: .activitiesFeed(part: "\(name)-\(found.count + 1)"), days: record.day...record.day))
      }
      found[found.count - 1].indices.append(record.index)
      found[found.count - 1].size += record.bytes + 2
    }
    return found
  }

  // MARK: What stands in the feed's place

  struct Listed: Sendable {
    let url: String
    /// nil where a feed is not cut by days.
    let days: ClosedRange<CivilDate>?
    let count: Int

    init(_ path: SitePath, _ community: Community, days: ClosedRange<CivilDate>? = nil, count: Int) {
      url = BaseURL.path(of: community.site.baseURL) + path.url
      self.days = days
      self.count = count
    }
  }

  static func index(_ parts: [Part], community: Community, envelope: Envelope) -> Artifact {
    index(
      at: .activitiesFeed(nil),
      parts.map { Listed($0.path, community, days: $0.days, count: $0.indices.count) }, envelope)
  }

  static func index(at path: SitePath, _ listed: [Listed], _ envelope: Envelope) -> Artifact {
    Artifact(
      path, .json,
      .made {
        envelope.edition(at: path) { envelope in
          var json = JSONWriter()
          json.object { json in
            envelope.write(schema: name, to: &json)
            RecordWriter(fields, absent: .null, linesApart: true).write(listed, to: &json)
          }
          return json.file
        }.bytes
      })
  }

  /// Published where there are such.
  static func schema(baseURL: String) -> Artifact {
    FeedSchema.artifact(
      name: name,
      about: "Stands at the address of a feed that is too large for one file: it has no data itself, its parts have.",
      baseURL: baseURL, absent: .null, fields.map(\.form))
  }

  private static let name = "parts"

  private static let fields: [Field<[Listed]>] = [
    Field(
      "parts", "each a feed of the same records, in order; together they are all, and none stands in two",
      .list([
        Field<Listed>("url", "its path on this host", .text(.pattern("^/")) { $0.url }),
        Field<Listed>(
          "firstDay", "of activities: the first day of which it has any",
          .optionalText(.date) { $0.days.map { TimeText.date($0.lowerBound) } }),
        Field<Listed>(
          "lastDay", "of activities: the last day of which it has any",
          .optionalText(.date) { $0.days.map { TimeText.date($0.upperBound) } }),
        Field<Listed>(
          "count", "how many it had when this was made; activities become fewer as the day goes",
          .integer(least: 0) { $0.count }),
      ]) { $0 })
  ]
}
