import CivilTime
import Content
package import Vocabulary
package import Words

extension Community {
  /// Notices that interrupt screens, also those that become due within the horizon: the most severe first, then the newest.
  package var urgentNotices: [(notice: PublicPage, severity: AlertSeverity)] {
    (pages.currentNotices + dueNotices).compactMap { notice in notice.severity.map { (notice, $0) } }
      .sorted { a, b in
        if a.severity != b.severity { return a.severity < b.severity }
        let (x, y) = (a.notice.publishedAt, b.notice.publishedAt)
        if isNewer(x, than: y) { return true }
        return isNewer(y, than: x) ? false : a.notice.page.file < b.notice.page.file
      }
  }

  /// What has no time is of now.
  private func isNewer(_ one: LocalDateTime?, than other: LocalDateTime?) -> Bool {
    switch (one, other) {
    case (let one?, let other?): one > other
    case (nil, let other?): horizon.hasCome(other + 1)
    case (let one?, nil): !horizon.hasCome(one)
    case (nil, nil): false
    }
  }

  /// Notices that become public within the horizon.
  package var dueNotices: [PublicPage] { duePages.filter { $0.page.kind == .notice } }

  /// What is current: the urgent ones first, then the others by date.
  package var noticesUrgentFirst: [PublicPage] {
    urgentNotices.map(\.notice).filter { $0.publication == .current }
      + pages.currentNotices.filter { $0.severity == nil }
  }
}

extension PublicPage {
  /// `【紧急】` before an urgent notice's title, in the word that screens use; else empty.
  package func titlePrefix(_ words: any Words) -> String { severity.map { words.titlePrefix(words.label($0)) } ?? "" }

  /// What to do, where an urgent notice says it.
  package var instruction: String? {
    guard severity != nil, case .notice(let details) = page.details else { return nil }
    return details.instruction
  }
}
