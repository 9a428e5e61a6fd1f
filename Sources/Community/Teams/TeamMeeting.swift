package import CivilTime

/// An activity of a team that people can still come to.
package struct TeamMeeting: Sendable {
  package let activity: Activity
  /// The end of its last date; nil where there is none.
  package let until: LocalDateTime?
}

extension Community {
  /// What a team meets for, without what is over or called off. Whoever shows it later than the build leaves out what has ended since.
  package func meetings(of team: Team) -> [TeamMeeting] {
    team.activities.compactMap { activity in
      switch joining(activity) {
      case .open: TeamMeeting(activity: activity, until: nil)
      case .until(let end): TeamMeeting(activity: activity, until: end)
      case .closed: nil
      }
    }
  }
}
