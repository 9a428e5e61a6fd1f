import Activities
import Artifacts
import CivilTime
import Community
import Content
import FeedFormat
import Vocabulary
import Words

extension SlideMaker {
  /// For each of the urgent notices that are on.
  static let alertSeconds = 15

  private var published: [PublicPage] {
    (community.pages.currentNotices + community.dueNotices).filter { serves(notice: $0) }
  }

  /// Urgent notices take the whole screen while they hold, lesser ones the band; they are not shown again among the others.
  func notices() -> SlideContent {
    let all = published.filter { $0.severity == nil }
    let kept = room.first(all)
    var content = SlideContent(.rows, kept.flatMap(lines), empty: words.noNoticesNow)
      .cut(kept.count < all.count ? room.ofList : nil)
    content.limit = Self.noticeLength
    content.perPage = Self.noticesPerPage
    return content
  }

  /// Two pages: nobody reads more of them standing.
  private static let noticeLength = 6
  private static let noticesPerPage = 3
  /// What has no end is news for a month.
  private static let noticeDays = 30

  /// A public notice that counts its days says on each of them how many are left.
  private func lines(_ notice: PublicPage) -> [ItemDraft] {
    guard case .notice(let details) = notice.page.details else { return [] }
    func line(_ side: String?, from: LocalDateTime?, until: LocalDateTime?) -> ItemDraft? {
      guard var item = item("notice-\(notice.page.slug)", notice.page.title, from: from, until: until)
      else {
        return nil
      }
      item.chip = words.label(details.category)
      item.tone = details.category.rawValue
      item.line = [notice.unit?.name, notice.page.date.map(dated), details.contact]
        .compactMap { $0 }.joined(separator: " · ")
      item.text = notice.summary
      item.side = side
      return ItemDraft(item)
    }
    guard let period = notice.period else {
      let validity = notice.expiresAt.map { words.holdsUntil(shortDate($0)) }
      let isOld = [notice.page.date, notice.publishedAt?.date].compactMap { $0 }.max().map {
        LocalDateTime($0 + (days ?? Self.noticeDays) + 1)
      }
      return [line(validity, from: notice.publishedAt, until: notice.expiresAt ?? isOld)].compactMap { $0 }
    }
    return (horizon.today.dayNumber...max(horizon.today.dayNumber, period.last.dayNumber)).compactMap { number in
      let day = CivilDate(dayNumber: number)
      let from = max(LocalDateTime(day), notice.publishedAt ?? LocalDateTime(day))
      return line(period.countdown(on: day, words), from: from, until: LocalDateTime(day + 1))
    }
  }

  /// `11月26日`, `11月26日 18:30`, with the year where it is another.
  func shortDate(_ time: LocalDateTime) -> String {
    time.minuteOfDay == 0 ? dated((time + -1).date) : "\(dated(time.date)) \(TimeText.time(time))"
  }

  private var interrupting: [(notice: PublicPage, severity: AlertSeverity)] {
    community.urgentNotices.filter { serves(notice: $0.notice) }
  }

  /// What is important and not urgent stands beside the slides, where a screen has room for it. [0076]
  private func isInBand(_ severity: AlertSeverity) -> Bool { screen.band != nil && severity >= .moderate }

  /// What stands in the band: lesser notices, and official warnings of the weather on a screen that shows it.
  func band() -> [ItemDraft] {
    guard screen.band != nil else { return [] }
    let notices = interrupting.filter { isInBand($0.severity) }.compactMap { notice, severity -> ItemDraft? in
      guard
        var item = item(
          "band-\(notice.page.slug)", notice.page.title, from: notice.publishedAt, until: notice.expiresAt)
      else { return nil }
      item.tone = severity.rawValue
      item.mark = words.label(severity)
      item.lines = [notice.instruction].compactMap { $0 }
      item.text = notice.summary
      item.side = notice.expiresAt.map { words.holdsUntil(shortDate($0)) }
      return ItemDraft(item)
    }
    return (notices + weatherBand()).enumerated().sorted { a, b in
      (Self.rank(a.element), a.offset) < (Self.rank(b.element), b.offset)
    }.map(\.element)
  }

  private static func rank(_ draft: ItemDraft) -> Int {
    draft.item.tone.flatMap { AlertSeverity.codes.firstIndex(of: $0) } ?? AlertSeverity.codes.count
  }

  /// Those that interrupt, in the order in which they are shown.
  func alerts() -> [(item: ItemDraft, severity: AlertSeverity)] {
    interrupting.filter { !isInBand($0.severity) }.compactMap { notice, severity in
      guard case .notice(let details) = notice.page.details,
        var item = item(
          "alert-\(notice.page.slug)", notice.page.title, from: notice.publishedAt,
          until: notice.expiresAt)
      else { return nil }
      item.tone = severity.rawValue
      item.mark = words.label(severity)
      item.text = notice.summary
      item.lines = [details.instruction].compactMap { $0 }
      item.line = [
        notice.unit?.name, details.contact,
        notice.expiresAt.map { words.holdsUntil(shortDate($0)) },
      ].compactMap { $0 }.joined(separator: words.gap)
      // A page that is not public yet can't be opened: what is due leads to the list, where it will stand.
      let code =
        notice.publication == .current
        ? code(notice.page.url, of: .page(notice.identity)) : code(SitePath.section(.notice).url)
      return (ItemDraft(item, code: code), severity)
    }
  }
}
