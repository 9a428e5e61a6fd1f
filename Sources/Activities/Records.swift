import CivilTime
import Vocabulary

/// All of the activity database at one moment, typed. Rows keep the order of their keys.
package struct ActivityData: Sendable {
  package var units: [UnitRecord] = []
  package var venues: [VenueRecord] = []
  package var activities: [ActivityRecord] = []
  package var changes: [ActivityChangeRecord] = []
  package var attendance: [AttendanceRecord] = []
  package var metrics: [MetricRecord] = []
  package var rosters: [RosterRecord] = []
  package var honours: [HonourRecord] = []
  package var almanac: [AlmanacRecord] = []
  /// Ids of rows that are there but wrong, by table: what names them names something that exists.
  package var rejected: [String: Set<String>] = [:]

  package init() {}
}

package struct UnitRecord: Sendable, Hashable {
  package let id: UnitID
  package let parent: UnitID?
  package let level: UnitLevel
  package let name: String
  package let shortName: String?
  package let phone: String?
}

package struct VenueRecord: Sendable, Hashable {
  package let id: VenueID
  package let unit: UnitID
  package let name: String
  package let address: String?
  /// WGS 84 degrees.
  package let latitude: Double?
  package let longitude: Double?
  /// Square metres.
  package let area: Double?
  /// OpenStreetMap's opening_hours syntax.
  package let openingHours: String?
  package let phone: String?
}

package struct ActivityRecord: Sendable, Hashable {
  package let id: ActivityID
  package let title: String
  package let kind: ActivityKind
  /// For classrooms, always; else nil.
  package let track: Track?
  package let unit: UnitID
  package let venue: VenueID?
  package let host: String?
  package let audience: String?
  package let summary: String?
  package let start: LocalDateTime
  /// Later than `start`.
  package let end: LocalDateTime
  package let rule: RecurrenceRule?
  package let capacity: Int?
  package let feeYuan: Double?
  package let points: Int?
  package let onlineURL: String?
  package let signupURL: String?
  package let status: ActivityStatus
  package let onHoliday: HolidayPolicy
  /// The URL path of a page about it.
  package let page: String?
  package let updatedAt: LocalDateTime
}

/// What happened to one occurrence; `occursAt` is its original start.
package struct ActivityChangeRecord: Sendable, Hashable {
  /// Where and when an occurrence takes place; nil keeps what the activity says.
  package struct Place: Sendable, Hashable {
    package var start: LocalDateTime?
    package var end: LocalDateTime?
    package var venue: VenueID?

    package init(start: LocalDateTime? = nil, end: LocalDateTime? = nil, venue: VenueID? = nil) {
      self.start = start
      self.end = end
      self.venue = venue
    }
  }

  package enum Change: Sendable, Hashable {
    case cancelled
    case moved(Place)
    /// An occurrence beside the rule.
    case added(Place)
    /// An occurrence that had been added and is cancelled: written `cancelled` with its times kept.
    case withdrawn(Place)
    /// The series ends before this occurrence.
    case ended
  }

  package let activity: ActivityID
  package let occursAt: LocalDateTime
  package let change: Change
  package let note: String?
}

package struct AttendanceRecord: Sendable, Hashable {
  package let activity: ActivityID
  package let occursAt: LocalDateTime
  package let enrolled: Int
  package let attended: Int?
}

package struct MetricRecord: Sendable, Hashable {
  /// What a figure was on a day.
  package struct Point: Sendable, Hashable {
    package let asOf: CivilDate
    package let value: Double

    package init(asOf: CivilDate, value: Double) {
      self.asOf = asOf
      self.value = value
    }
  }

  package let id: MetricID
  package let unit: UnitID
  package let title: String
  package let value: Double
  /// What is counted: 场, 人次, 平方米.
  package let suffix: String?
  package let asOf: CivilDate
  package let note: String?
  /// The rows of its history, by day; the current value may be among them.
  package var history: [Point] = []
}

/// A duty that goes round among holders, with the holders in their order and the turns that were swapped.
package struct RosterRecord: Sendable, Hashable {
  package struct Holder: Sendable, Hashable {
    /// From 1, without gaps.
    package let position: Int
    /// An organisation or a role, never a person.
    package let name: String
    package let phone: String?
  }

  package struct Swap: Sendable, Hashable {
    /// The first day of the turn that another holder takes.
    package let turnStart: CivilDate
    package let position: Int
    package let note: String?
  }

  package let id: RosterID
  package let unit: UnitID
  package let title: String
  package let period: RotationPeriod
  /// A day of the first turn, which the holder in position 1 has.
  package let startsOn: CivilDate
  package let note: String?
  package var holders: [Holder] = []
  package var swaps: [Swap] = []
}

/// What a unit was awarded.
package struct HonourRecord: Sendable, Hashable {
  package let id: HonourID
  package let unit: UnitID
  package let title: String
  package let awardedBy: String
  package let awardedOn: PartialDate
  package let note: String?
}

/// What happened on a day of some year, or what each year's day is kept for.
package struct AlmanacRecord: Sendable, Hashable {
  package let id: AlmanacID
  package let monthDay: MonthDay
  /// nil for a day that every year has; else the year has this day.
  package let year: Int?
  package let title: String
  package let text: String?
  /// nil for all.
  package let unit: UnitID?
}
