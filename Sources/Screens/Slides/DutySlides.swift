import Activities
import CivilTime
import Community
import Content
import Vocabulary
import Words

/// Slides of what is owed to the public.
extension SlideMaker {
  /// Where a screen does not say how many.
  private static let publishedLength = 12

  /// What was published in the running quarter, the newest first. It leaves with the quarter, and what is planned comes with its day.
  func disclosure(of unit: UnitID?, limit: Int?) -> SlideContent {
    let quarter = CivilPeriod(.quarter, containing: horizon.today)
    let until = LocalDateTime(quarter.last + 1)
    let duties = community.duties.all.filter { serves($0.unit.id, asked: unit) }
    let namesUnit = Set(duties.map(\.unit.id)).count > 1
    var counts: [String: Int] = [:]
    let published = duties.flatMap { duty in
      duty.fulfilments.filter { (quarter.first...quarter.last).contains($0.day) }.map { (duty, $0) }
    }.sorted { a, b in (b.1.day, a.0.id.text) < (a.1.day, b.0.id.text) }
    // What is planned takes no place from what was published: it comes beside it on its day.
    let ahead = published.filter { $0.1.day > horizon.today }
    let shown = ahead + published.filter { $0.1.day <= horizon.today }.prefix(limit ?? Self.publishedLength)
    let items = shown.compactMap { duty, fulfilment -> ItemDraft? in
      let id = "duty-\(duty.id)-\(TimeText.date(fulfilment.day))"
      counts[id, default: 0] += 1
      let suffix = counts[id, default: 1] > 1 ? "-\(counts[id, default: 1])" : ""
      guard var item = item(id + suffix, duty.record.title, from: LocalDateTime(fulfilment.day), until: until) else {
        return nil
      }
      item.line = [dated(fulfilment.day), namesUnit ? duty.unit.name : duty.record.category].compactMap { $0 }
        .joined(separator: " · ")
      item.text = fulfilment.title
      item.side = fulfilment.period.map { words.name($0) }
      return ItemDraft(item)
    }
    return SlideContent(
      .rows, items, empty: words.nothingPublished,
      title: words.published(in: words.name(quarter)))
  }
}
