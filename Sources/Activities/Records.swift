import CivilTime
import Vocabulary

/// All of the activity database at one moment, typed. Rows keep the order of their keys.
public struct ActivityData: Sendable {
  public var units: [UnitRecord] = []
  public var venues: [VenueRecord] = []
  public var activities: [ActivityRecord] = []
  public var changes: [ActivityChangeRecord] = []
  public var attendance: [AttendanceRecord] = []
  public var metrics: [MetricRecord] = []
  public var rosters: [RosterRecord] = []
  public var honours: [HonourRecord] = []
  public var almanac: [AlmanacRecord] = []
  /// Ids of rows that are there but wrong, by table: what names them names something that exists.
  public var rejected: [String: Set<String>] = [:]

  public init() {}
}

public struct UnitRecord: Sendable, Hashable {
  public let id: UnitID
  public let parent: UnitID?
  public let level: UnitLevel
  public let name: String
  public let shortName: String?
  public let phone: String?
}

public struct VenueRecord: Sendable, Hashable {
  public let id: VenueID
  public let unit: UnitID
  public let name: String
  public let address: String?
  /// WGS 84 degrees.
  public let latitude: Double?
  public let longitude: Double?
  /// Square metres.
  public let area: Double?
  /// OpenStreetMap's opening_hours syntax.
  public let openingHours: String?
  public let phone: String?
}

public struct ActivityRecord: Sendable, Hashable {
  public let id: ActivityID
  public let title: String
  public let kind: ActivityKind
  /// For classrooms, always; else nil.
  public let track: Track?
  public let unit: UnitID
  public let venue: VenueID?
  public let host: String?
  public let audience: String?
  public let summary: String?
  public let start: LocalDateTime
  /// Later than `start`.
  public let end: LocalDateTime
  public let rule: RecurrenceRule?
  public let capacity: Int?
  public let feeYuan: Double?
  public let points: Int?
  public let onlineURL: String?
  public let signupURL: String?
  public let status: ActivityStatus
  public let onHoliday: HolidayPolicy
  /// The URL path of a page about it.
  public let page: String?
  public let updatedAt: LocalDateTime
}

/// What happened to one occurrence; `occursAt` is its original start.
public struct ActivityChangeRecord: Sendable, Hashable {
  /// Where and when an occurrence takes place; nil keeps what the activity says.
  public struct Place: Sendable, Hashable {
    public var start: LocalDateTime?
    public var end: LocalDateTime?
    public var venue: VenueID?

    public init(start: LocalDateTime? = nil, end: LocalDateTime? = nil, venue: VenueID? = nil) {
      self.start = start
      self.end = end
      self.venue = venue
    }
  }

  public enum Change: Sendable, Hashable {
    case cancelled
    case moved(Place)
    /// An occurrence beside the rule.
    case added(Place)
    /// An occurrence that had been added and is cancelled: written `cancelled` with its times kept.
    case withdrawn(Place)
    /// The series ends before this occurrence.
    case ended
  }

  public let activity: ActivityID
  public let occursAt: LocalDateTime
  public let change: Change
  public let note: String?
}

public struct AttendanceRecord: Sendable, Hashable {
  public let activity: ActivityID
  public let occursAt: LocalDateTime
  public let enrolled: Int
  public let attended: Int?
}

public struct MetricRecord: Sendable, Hashable {
  /// What a figure was on a day.
  public struct Point: Sendable, Hashable {
    public let asOf: CivilDate
    public let value: Double

    public init(asOf: CivilDate, value: Double) {
      self.asOf = asOf
      self.value = value
    }
  }

  public let id: MetricID
  public let unit: UnitID
  public let title: String
  public let value: Double
  /// What is counted: 场, 人次, 平方米.
  public let suffix: String?
  public let asOf: CivilDate
  public let note: String?
  /// The rows of its history, by day; the current value may be among them.
  public var history: [Point] = []
}

/// A duty that goes round among holders, with the holders in their order and the turns that were swapped.
public struct RosterRecord: Sendable, Hashable {
  public struct Holder: Sendable, Hashable {
    /// From 1, without gaps.
    public let position: Int
    /// An organisation or a role, never a person.
    public let name: String
    public let phone: String?
  }

  public struct Swap: Sendable, Hashable {
    /// The first day of the turn that another holder takes.
    public let turnStart: CivilDate
    public let position: Int
    public let note: String?
  }

  public let id: RosterID
  public let unit: UnitID
  public let title: String
  public let period: RotationPeriod
  /// A day of the first turn, which the holder in position 1 has.
  public let startsOn: CivilDate
  public let note: String?
  public var holders: [Holder] = []
  public var swaps: [Swap] = []
}

/// What a unit was awarded.
public struct HonourRecord: Sendable, Hashable {
  public let id: HonourID
  public let unit: UnitID
  public let title: String
  public let awardedBy: String
  public let awardedOn: PartialDate
  public let note: String?
}

/// What happened on a day of some year, or what each year's day is kept for.
public struct AlmanacRecord: Sendable, Hashable {
  public let id: AlmanacID
  public let monthDay: MonthDay
  /// nil for a day that every year has; else the year has this day.
  public let year: Int?
  public let title: String
  public let text: String?
  /// nil for all.
  public let unit: UnitID?
}
