import Activities
import Artifacts
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Parallel
import Vocabulary

/// `/feeds/v1/activities.json`: one flat object of scalars an occurrence, as signage software reads it.
enum ActivitiesFeed: DatedFeed {
  static func id(_ occurrence: Occurrence) -> String { occurrence.id }

  static func edited(_ occurrence: Occurrence, in zone: Zone) -> Instant {
    zone.instant(of: occurrence.activity.record.updatedAt)
  }

  static func shape(
    _ community: Community, updated: @escaping @Sendable (Occurrence) -> Instant
  ) -> FeedShape<Occurrence> {
    let zone = community.horizon.zone
    let words = community.words
    let baseURL = community.site.baseURL
    let local = "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$"
    return FeedShape(
      name: "activities",
      about: "Occurrences that are not over, by their start. One object an occurrence, scalars only.",
      fields: [
        Field("id", "stays the same when the occurrence is moved", .text { $0.id }),
        Field("activityId", "the activity it is an occurrence of", .text { $0.activity.id.text }),
        Field("title", "what takes place", .text { $0.title }),
        Field(
          "kind", "what sort of activity it is",
          .word(ActivityKind.codes) { $0.activity.record.kind.rawValue }),
        Field(
          "track", "of the pioneer classroom; else null",
          .optionalWord(Track.codes) { $0.activity.record.track?.rawValue }),
        Field(
          "status", "cancelled and postponed ones do not take place at this time",
          .word(OccurrenceStatus.codes) { $0.status.rawValue }),
        Field("startsAt", "when it begins", .text(.dateTime) { TimeText.rfc3339($0.start, in: zone) }),
        Field("endsAt", "when it ends", .text(.dateTime) { TimeText.rfc3339($0.end, in: zone) }),
        Field("startsAtLocal", "Y-m-d H:i:s", .text(.pattern(local)) { TimeText.localSeconds($0.start) }),
        Field("endsAtLocal", "Y-m-d H:i:s", .text(.pattern(local)) { TimeText.localSeconds($0.end) }),
        Field("allDay", "from midnight to a midnight", .flag { $0.isAllDay }),
        Field("unitId", "the unit that holds it", .text { $0.activity.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.activity.unit.name }),
        Field("venueId", "where it takes place: an id of venues", .optionalText { $0.venue?.id.text }),
        Field("venueName", "that venue's name", .optionalText { $0.venue?.name }),
        Field("address", "that venue's street and number", .optionalText { $0.venue?.address }),
        Field("host", "a role or an organisation", .optionalText { $0.host }),
        Field("audience", "for whom it is", .optionalText { $0.activity.record.audience }),
        Field("summary", "what it is, in a sentence or two", .optionalText { $0.summary }),
        Field("capacity", "places", .optionalInteger { $0.activity.record.capacity }),
        Field("enrolled", "places taken", .optionalInteger { $0.enrolled }),
        Field(
          "remaining", "places left; null without a capacity, and where nobody has counted",
          .optionalInteger { $0.remaining }),
        Field(
          "feeYuan", "0 is free of charge; null is not stated; else the price", unit: "yuan",
          .optionalNumber { $0.activity.record.feeYuan }),
        Field("points", "earned by attending", .optionalInteger { $0.activity.record.points }),
        Field("onlineUrl", "where it can be watched", .optionalText { $0.activity.record.onlineURL }),
        Field("signupUrl", "where one signs up", .optionalText { $0.activity.record.signupURL }),
        Field("url", "its page", .text(.address) { baseURL + $0.activity.url }),
        Field(
          "updatedAt", "when anything that stands here last changed: the activity, this occurrence, its place",
          .text(.dateTime) { TimeText.rfc3339(updated($0), in: zone) }),
        Field("note", "why it was cancelled or moved, or what else to know of it", .optionalText { $0.note(words) }),
        Field(
          "originalStartsAt", "when it was to start before it was moved; else null",
          .optionalText(.dateTime) { $0.isMovedInTime ? TimeText.rfc3339($0.originalStart, in: zone) : nil }),
        Field("added", "takes place beside the activity's rule", .flag { $0.isAdded }),
      ])
  }

  /// All that are not over.
  static func records(_ community: Community) -> [Occurrence] {
    community.occurrences.filter { !community.horizon.isOver($0.end) }
  }

  /// What signage software and readers, which know no parts, are given in one file.
  static let soonest = 1_000

  /// Of each day the soonest, so many that all days together have room: tables and RSS hold these.
  static func soonestRecords(_ community: Community) -> (records: [Occurrence], ofEachDay: Int?) {
    let all = records(community)
    guard all.count > soonest else { return (all, nil) }
    func day(_ occurrence: Occurrence) -> CivilDate { max(occurrence.start.date, community.horizon.today) }
    let counts = Dictionary(all.map { (day($0), 1) }, uniquingKeysWith: +).values
    var most = 1
    while counts.reduce(0, { $0 + min($1, most + 1) }) <= soonest { most += 1 }
    var taken: [CivilDate: Int] = [:]
    let records = all.filter { occurrence in
      taken[day(occurrence), default: 0] += 1
      return taken[day(occurrence), default: 0] <= most
    }
    return (records, most)
  }

  /// Also the same for each way in which the schedule can be narrowed down: `/feeds/v1/activities/venue/<id>.json`.
  static func artifacts(
    _ community: Community, _ envelope: Envelope, _ log: inout RevisionLog, jobs: Jobs
  ) -> [Artifact] {
    artifacts(community, envelope, updates: updates(community, &log, jobs: jobs), jobs: jobs)
  }

  /// Whether all of the window are too many for one file.
  static func isParted(_ community: Community) -> Bool {
    community.occurrences.count > OccurrenceParts.whole
  }

  static func artifacts(
    _ community: Community, _ envelope: Envelope, updates: [String: Instant], jobs: Jobs
  ) -> [Artifact] {
    let shape = shape(community, updates)
    // An occurrence stands in some eight feeds: it is written once. Those that are over today may stand in one that was made this morning.
    let occurrences = community.occurrences
    let horizon = community.horizon
    let written = jobs.map(occurrences, grain: 64) { horizon.wasOver($0.end) ? nil : shape.record($0) }
    func feed(_ path: SitePath, _ indices: some Collection<Int> & Sendable) -> Artifact {
      Artifact(
        path, .json,
        .made {
          envelope.edition(at: path) { envelope in
            shape.feed(
              records: indices.lazy.compactMap { envelope.isOver(occurrences[$0].end) ? nil : written[$0] }, envelope)
          }.bytes
        })
    }
    let filters = community.filters.filter(community.subscriptions.feeds.contains)
    let narrowed = filters.map { feed(.activitiesFeed($0), community.indicesByFilter[$0] ?? []) }
    guard isParted(community) else {
      return [feed(.activitiesFeed(nil), occurrences.indices)] + narrowed
    }
    let parts = OccurrenceParts.parts(
      occurrences.indices.compactMap { index in
        written[index].map {
          (index: index, day: max(occurrences[index].start.date, community.horizon.today), bytes: $0.count)
        }
      })
    return [OccurrenceParts.index(parts, community: community, envelope: envelope)]
      + parts.map { feed($0.path, $0.indices) } + narrowed
  }
}
