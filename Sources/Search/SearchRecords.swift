import Activities
import CivilTime
import Community
import Content
import Markdown
import Parallel
import Vocabulary
import Words

/// What of a community can be found: everything that has an address and a text.
struct SearchRecords: Sendable {
  /// As many as a unit's page shows.
  private static let posts = 40

  private let community: Community
  private let facets: FacetSource
  private let jobs: Jobs

  init(_ community: Community, jobs: Jobs) {
    self.community = community
    facets = FacetSource(community)
    self.jobs = jobs
  }

  /// Something that can be found; of notices, of which there are thousands, the record is made when it is asked for.
  struct Entry: Sendable {
    let kind: SearchRecord.Kind
    private let make: @Sendable () -> SearchRecord

    fileprivate init(_ record: SearchRecord) {
      kind = record.kind
      make = { record }
    }

    fileprivate init(_ kind: SearchRecord.Kind, _ make: @escaping @Sendable () -> SearchRecord) {
      self.kind = kind
      self.make = make
    }

    var record: SearchRecord { make() }
  }

  /// By kind; notices the newest first, all else in the community's order.
  func all() -> [Entry] {
    let notices = community.pages.noticesByDate.map { page in Entry(.notice) { record(page) } }
    let pages = jobs.map(
      community.pages.all.filter { $0.page.kind != .notice && $0.page.details.aboutUnit == nil }, grain: 256, record)
    let described = Set(pages.map(\.url))
    let others =
      services() + pages.filter { $0.kind == .venue } + venues().filter { !described.contains($0.url) }
      + pages.filter { $0.kind == .page } + matters() + teams() + introductions() + units()
    return activities().map(Entry.init) + notices + others.map(Entry.init)
  }

  // MARK: Pages

  private func record(_ page: PublicPage) -> SearchRecord {
    var lines = text(of: page.page.source, facets.of(page).searchable)
    lines.add(page.unit?.name)
    return SearchRecord(
      kind: kind(of: page.page), title: page.page.title, url: page.page.url,
      label: page.unit?.name ?? "", date: page.page.kind == .notice ? page.page.date : nil, expiresAt: page.expiresAt,
      text: lines.text)
  }

  private func introductions() -> [SearchRecord] {
    PageKind.allCases.compactMap { community.introductions[$0] }.map { introduction in
      let unit = introduction.unit.flatMap { community.units[$0]?.name }
      var lines = text(of: introduction.source, [])
      lines.add(unit)
      return SearchRecord(
        kind: .page, title: introduction.title, url: introduction.url, label: unit ?? "",
        expiresAt: introduction.expiresAt, text: lines.text)
    }
  }

  private func text(of page: PageSource, _ details: [String]) -> TextLines {
    var lines = TextLines()
    lines.add(page.summary)
    lines.add(contentsOf: details)
    lines.add(contentsOf: page.method?.texts ?? [])
    lines.add(contentsOf: page.videos.map(\.title))
    lines.add(contentsOf: community.attachments.of(page).map(\.title))
    lines.add(page.body.fullText(without: Set(page.dataBlocks.map(\.node))))
    return lines
  }

  private func kind(of page: Page) -> SearchRecord.Kind {
    switch page.kind {
    case .notice: .notice
    case .venue: .venue
    default: .page
    }
  }

  // MARK: Data

  private func activities() -> [SearchRecord] {
    let occurrences = Dictionary(grouping: community.occurrences, by: \.activity.id)
    return jobs.map(community.activities, grain: 256) { activity in
      let record = activity.record
      var lines = TextLines()
      // The summary first: it is the excerpt where the title holds what was asked for.
      lines.add(contentsOf: [
        record.summary, record.track.map { community.words.label($0) } ?? community.words.label(record.kind),
        record.host, record.audience, activity.venue?.name,
        activity.venue?.address, activity.unit.name,
      ])
      lines.add(
        contentsOf: community.videos(of: activity).filter { video in
          video.heldUntil.map { community.horizon.wasOver($0) } ?? true
        }.map(\.title))
      let ours = occurrences[activity.id, default: []]
      let coming = ours.filter(\.takesPlace)
      return SearchRecord(
        kind: .activity, title: record.title, url: activity.url, label: activity.venue?.name ?? activity.unit.name,
        // When a series is over is not always known: it has no next time then.
        expiresAt: record.rule == nil ? record.end : nil,
        times: coming.map { $0.start..<$0.end }, status: status(of: activity, coming.isEmpty ? ours : []),
        text: lines.text)
    }
  }

  /// What keeps an activity from taking place: all of it, or all that is still known of it.
  private func status(of activity: Activity, _ called: [Occurrence]) -> String {
    (activity.occurrenceStatus ?? called.last?.status).map { community.words.label($0) } ?? ""
  }

  private func services() -> [SearchRecord] {
    community.lists.offers.compactMap { offer in
      guard let page = offer.page, let url = community.lists.url(of: offer) else { return nil }
      var lines = TextLines()
      let record = offer.record
      lines.add(contentsOf: [
        record.summary, offer.priceText(community.words), record.trial, offer.category?.label,
      ])
      lines.add(contentsOf: offer.facts(community.words).map(\.value))
      return SearchRecord(
        kind: .service, title: record.title, url: url, label: page.page.title, expiresAt: offer.endsAt, text: lines.text
      )
    }
  }

  private func matters() -> [SearchRecord] {
    community.lists.matters.compactMap { matter in
      guard let url = community.lists.url(of: matter) else { return nil }
      var lines = TextLines()
      let record = matter.record
      lines.add(contentsOf: [
        record.outcome ?? record.summary, record.outcome == nil ? nil : record.summary, matter.category?.label,
        record.raisedBy, matter.ownerName,
      ])
      lines.add(contentsOf: matter.steps.map(\.record.text))
      return SearchRecord(
        kind: .page, title: record.title, url: url, label: matter.list.title, status: matter.phaseText(community.words),
        text: lines.text)
    }
  }

  /// Those without a page of their own.
  private func teams() -> [SearchRecord] {
    community.teams.all.filter { $0.page == nil }.map { team in
      var lines = TextLines()
      lines.add(contentsOf: [
        team.summary, community.words.label(team.type), team.members.map { community.words.people($0) },
        team.unit?.name,
      ])
      return SearchRecord(
        kind: .page, title: team.name, url: community.teams.url(of: team), label: team.unit?.name ?? "",
        text: lines.text)
    }
  }

  private func venues() -> [SearchRecord] {
    community.venues.map { venue in
      var lines = TextLines()
      lines.add(contentsOf: [
        venue.type.map { community.words.label($0) }, venue.address, venue.phone, community.units[venue.unit]?.name,
      ])
      // A schedule does not say what is found there.
      if !venue.hasSchedule { lines.add(contentsOf: venue.facilityTexts(community.words)) }
      return SearchRecord(kind: .venue, title: venue.name, url: venue.url, label: venue.address ?? "", text: lines.text)
    }
  }

  private func units() -> [SearchRecord] {
    let figures = Dictionary(grouping: community.metrics, by: \.unit.id)
    return community.units.all.map { unit in
      // Its own text first, of which the excerpt is made.
      let page = community.text(of: unit)
      var lines = page.map { text(of: $0.page.source, []) } ?? TextLines()
      lines.add(unit.phone)
      for post in community.posts(of: unit.id).prefix(SearchRecords.posts) {
        lines.add(contentsOf: [post.title, post.roster == nil ? post.holder(on: community.horizon.today)?.name : nil])
        lines.add(contentsOf: [post.record.duties, post.record.phone])
      }
      // The figure before what it counts, as pages have it.
      lines.add(contentsOf: figures[unit.id, default: []].flatMap { [$0.phrase($0.value), $0.title] })
      return SearchRecord(
        kind: .unit, title: unit.name, url: unit.url, expiresAt: nil, text: lines.text)
    }
  }
}

/// Texts one below the other; what isn't there has no line.
private struct TextLines {
  private(set) var text = ""

  mutating func add(_ line: String?) {
    guard let line, !line.isEmpty else { return }
    if !text.isEmpty { text += "\n" }
    text += line
  }

  mutating func add(contentsOf lines: [String?]) {
    for line in lines { add(line) }
  }
}
