import Community
import Content
import Vocabulary

/// The field's words in a screen's language. Switches, so that a new word can't be without its English one.
extension ScreenWords {
  /// Beside an occurrence's title: `已取消`, `加场`; nil where it is what its rule makes of it.
  func label(_ occurrence: Occurrence) -> String? {
    occurrence.status == .scheduled ? occurrence.isAdded ? extra : nil : label(occurrence.status)
  }

  func label(_ status: OccurrenceStatus) -> String {
    guard isEnglish else { return status.label }
    return switch status {
    case .scheduled: "As planned"
    case .moved: "Changed"
    case .cancelled: "Cancelled"
    case .postponed: "Postponed"
    }
  }

  func label(_ kind: ActivityKind) -> String {
    guard isEnglish else { return kind.label }
    return switch kind {
    case .classroom: "Class"
    case .meeting: "Meeting"
    case .service: "Services"
    case .culture: "Culture"
    case .sport: "Sport"
    case .volunteer: "Volunteering"
    case .council: "Council"
    case .other: "Other"
    }
  }

  func label(_ track: Track) -> String {
    guard isEnglish else { return track.label }
    return switch track {
    case .theory: "Theory"
    case .practice: "Practice"
    case .remote: "Online"
    }
  }

  func label(_ category: NoticeCategory) -> String {
    guard isEnglish else { return category.label }
    return switch category {
    case .announcement: "Announcement"
    case .publicNotice: "Public notice"
    case .recruitment: "Recruitment"
    case .safety: "Safety"
    case .result: "Result"
    }
  }

  func label(_ severity: AlertSeverity) -> String {
    guard isEnglish else { return severity.label }
    return switch severity {
    case .extreme: "Extreme"
    case .severe: "Severe"
    case .moderate: "Moderate"
    case .minor: "Minor"
    }
  }
}
