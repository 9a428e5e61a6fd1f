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
  /// The URL path of a page about it.
  public let page: String?
  public let updatedAt: LocalDateTime
}

/// What happened to one occurrence; `occursAt` is its original start.
public struct ActivityChangeRecord: Sendable, Hashable {
  public enum Change: Sendable, Hashable {
    case cancelled
    /// nil keeps what the activity says.
    case moved(start: LocalDateTime?, end: LocalDateTime?, venue: VenueID?)
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
  public let id: MetricID
  public let unit: UnitID
  public let title: String
  public let value: Double
  /// What is counted: 场, 人次, 平方米.
  public let suffix: String?
  public let asOf: CivilDate
  public let note: String?
}
