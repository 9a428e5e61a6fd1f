package import CivilTime
package import Vocabulary

/// How each screen of a site is, by what its players asked for.
package struct HeartbeatReport: Sendable {
  package enum State: String, Sendable, CaseIterable {
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
  package struct Subject: Sendable {
    package let id: ScreenID
    package let title: String
    /// What is published for it; nil where nothing is.
    package let published: Int?

    package init(id: ScreenID, title: String, published: Int?) {
      self.id = id
      self.title = title
      self.published = published
    }
  }

  package struct Row: Sendable {
    package let id: ScreenID
    /// nil for a screen that the site does not know.
    package let title: String?
    package let published: Int?
    /// nil for a screen that the site does not know.
    package let state: State?
    package let lastSeen: Instant?
    /// What it holds: the oldest of what its boxes hold; nil where one does not say.
    package let generation: Int?
    /// The addresses that it was last seen from, the latest first.
    package let boxes: [Sightings.Box]
    package let hasMoreBoxes: Bool
    /// The last poll that was refused.
    package let failure: Sightings.Failure?
  }

  package let now: Instant
  package let zone: Zone
  /// Seconds.
  package let limit: Int
  /// The site's screens, in their order.
  package let rows: [Row]
  /// Screens that the site does not know, by id.
  package let unknownScreens: [Row]
  package let logs: AccessLogs

  /// After a release players get it with their next poll, a minute later; what asks with the old one after so many seconds did not.
  static let grace = 300

  /// - Parameters:
  ///   - limit: seconds without a poll after which a screen is silent.
  package init(_ subjects: [Subject], logs: AccessLogs, now: Instant, zone: Zone, limit: Int) {
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
    unknownScreens = screens.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map { id, screen in
      Row(id, title: nil, published: nil, state: nil, screen, screen.recentBoxes(within: limit))
    }
  }

  package var isAllAlive: Bool { rows.allSatisfy { $0.state == .alive } }

  package func count(_ state: State) -> Int { rows.count { $0.state == state } }

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
