import Activities
package import CivilTime

/// An activity of a team that people can still come to.
package struct TeamMeeting: Sendable {
  package let activity: Activity
  /// The end of its last date; nil where there is none.
  package let until: LocalDateTime?
  /// When its next date begins; of a series that rests for long, its first.
  package let next: LocalDateTime
}

extension Community {
  /// What a team meets for, without what is over or called off, by when each is next. Whoever shows it later than the build leaves out what has ended since.
  package func meetings(of team: Team) -> [TeamMeeting] {
    team.activities.compactMap { activity in
      switch joining(activity) {
      case .open: TeamMeeting(activity: activity, until: nil, next: next(of: activity))
      case .until(let end): TeamMeeting(activity: activity, until: end, next: next(of: activity))
      case .closed: nil
      }
    }.sorted { ($0.next, $0.activity.id) < ($1.next, $1.activity.id) }
  }

  private func next(of activity: Activity) -> LocalDateTime {
    let today = LocalDateTime(horizon.today)
    let dates = expansion.occurrences(of: activity, in: today..<today + 92 * 1440)
    return dates.filter(\.takesPlace).map(\.start).min() ?? activity.record.start
  }
}
