import Activities
package import CivilTime
package import Content
import Vocabulary

/// A video that can be watched again: of an occurrence that was held, or of a page. It is published for as long as the row or the page has it.
package struct RecordedVideo: Sendable {
  /// Stays the same.
  package let id: String
  package let title: String
  package let url: String
  /// The page on which it stands.
  package let page: String
  package let activity: Activity?
  package let unit: Unit?
  /// When what was recorded was over; nil of pages.
  package let heldUntil: LocalDateTime?
  /// From then on it is no longer shown.
  package let expiresAt: LocalDateTime?

  package var heldOn: CivilDate? { heldUntil.map { ($0 + -1).date } }
}

extension Community {
  /// Those of activities, the newest first, then those of pages.
  package var videos: [RecordedVideo] { recordings + pages.all.filter { !$0.isExpired }.flatMap(videos) }

  private var recordings: [RecordedVideo] {
    activities.flatMap(videos).sorted { a, b in (b.heldUntil ?? begin, a.id) < (a.heldUntil ?? begin, b.id) }
  }

  private var begin: LocalDateTime { LocalDateTime(horizon.archiveDay) }

  /// Of an activity: the newest first. A recording of a day to come is published when that day is over.
  package func videos(of activity: Activity) -> [RecordedVideo] {
    let held = activity.changes.compactMap { change -> RecordedVideo? in
      guard let url = change.videoURL, let occurrence = expansion.occurrence(of: activity, at: change.occursAt),
        occurrence.takesPlace, occurrence.end <= horizon.end
      else { return nil }
      return RecordedVideo(
        id: occurrence.id, title: occurrence.title, url: url, page: activity.url, activity: activity,
        unit: activity.unit, heldUntil: occurrence.end, expiresAt: nil)
    }
    return held.sorted { a, b in (b.heldUntil ?? begin) < (a.heldUntil ?? begin) }
  }

  /// Of a page, as it names them.
  package func videos(of page: PublicPage) -> [RecordedVideo] {
    page.page.videos.enumerated().map { number, video in
      RecordedVideo(
        id: "\(page.page.kind.rawValue)-\(page.page.slug)-\(number + 1)", title: video.title ?? page.page.title,
        url: video.url, page: page.page.url, activity: nil, unit: page.unit, heldUntil: nil, expiresAt: page.expiresAt)
    }
  }
}
