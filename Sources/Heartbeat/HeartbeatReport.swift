import CivilTime
import Vocabulary

/// How each screen of a site is, by what its players asked for.
public struct HeartbeatReport: Sendable {
  public enum State: String, Sendable, CaseIterable {
    /// Seen within the limit, and what it holds is what is published.
    case alive
    /// Seen within the limit, but still holding an older release, or not saying which.
    case behind
    /// Not seen within the limit.
    case silent
    /// Not in these logs at all.
    case never
  }

  /// One of the site's screens.
  public struct Subject: Sendable {
    public let id: ScreenID
    public let title: String
    /// What is published for it; nil where nothing is.
    public let published: Int?

    public init(id: ScreenID, title: String, published: Int?) {
      self.id = id
      self.title = title
      self.published = published
    }
  }

  public struct Row: Sendable {
    public let id: ScreenID
    /// nil for a screen that the site does not know.
    public let title: String?
    public let published: Int?
    /// nil for a screen that the site does not know.
    public let state: State?
    public let lastSeen: Instant?
    /// What it holds: the oldest of what its boxes hold; nil where one does not say.
    public let generation: Int?
    /// The addresses that it was last seen from, the latest first.
    public let boxes: [Sightings.Box]
    public let hasMoreBoxes: Bool
    /// The last poll that was refused.
    public let failure: Sightings.Failure?
  }

  public let now: Instant
  public let zone: Zone
  /// Seconds.
  public let limit: Int
  /// The site's screens, in their order.
  public let rows: [Row]
  /// Screens that the site does not know, by id.
  public let strangers: [Row]
  public let logs: AccessLogs

  /// After a release players get it with their next poll, a minute later; what asks with the old one after so many seconds did not.
  static let grace = 300

  /// - Parameters:
  ///   - limit: seconds without a poll after which a screen is silent.
  public init(_ subjects: [Subject], logs: AccessLogs, now: Instant, zone: Zone, limit: Int) {
    self.now = now
    self.zone = zone
    self.limit = limit
    self.logs = logs
    let screens = logs.sightings.screens
    rows = subjects.map { subject in
      let screen = screens[subject.id]
      let boxes = screen?.recentBoxes(within: limit) ?? []
      let state = Self.state(screen, boxes, published: subject.published, now: now, limit: limit)
      return Row(subject.id, title: subject.title, published: subject.published, state: state, screen, boxes)
    }
    let known = Set(subjects.map(\.id))
    strangers = screens.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map { id, screen in
      Row(id, title: nil, published: nil, state: nil, screen, screen.recentBoxes(within: limit))
    }
  }

  public var isAllAlive: Bool { rows.allSatisfy { $0.state == .alive } }

  public func count(_ state: State) -> Int { rows.count { $0.state == state } }

  private static func state(
    _ screen: Sightings.Screen?, _ boxes: [Sightings.Box], published: Int?, now: Instant, limit: Int
  ) -> State {
    guard let screen else { return .never }
    guard now.seconds - screen.lastSeen.seconds <= limit else { return .silent }
    guard let published else { return .alive }
    return boxes.contains { isBehind($0, published) } ? .behind : .alive
  }

  /// A newer generation than the published one is what a rollback leaves: players never go back, and what they hold is whole.
  private static func isBehind(_ box: Sightings.Box, _ published: Int) -> Bool {
    (box.generation ?? 0) < published && box.lastSeen.seconds > published + grace
  }
}

extension HeartbeatReport.Row {
  fileprivate init(
    _ id: ScreenID, title: String?, published: Int?, state: HeartbeatReport.State?, _ screen: Sightings.Screen?,
    _ boxes: [Sightings.Box]
  ) {
    self.id = id
    self.title = title
    self.published = published
    self.state = state
    lastSeen = screen?.lastSeen
    let generations = boxes.map(\.generation)
    generation = generations.contains(nil) ? nil : generations.compactMap { $0 }.min()
    self.boxes = boxes
    hasMoreBoxes = screen?.hasMore ?? false
    failure = screen?.failure
  }
}
