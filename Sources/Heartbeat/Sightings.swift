package import CivilTime
package import Vocabulary

/// Where and when each screen was last seen. The order of the polls does not matter, nor that one is seen twice: rotated logs overlap.
package struct Sightings: Sendable {
  /// What one address reported last.
  package struct Box: Sendable, Hashable {
    package let address: String
    package let lastSeen: Instant
    package let generation: Int?
    package let status: Int
    package let lacksFont: Bool

    init(_ poll: Poll) {
      address = poll.address
      lastSeen = poll.at
      generation = poll.generation
      status = poll.status
      lacksFont = poll.lacksFont
    }

    /// Of two polls within one second the one with the newer generation, and the worse answer.
    func isOlder(than other: Box) -> Bool {
      (lastSeen.seconds, generation ?? -1, status) < (other.lastSeen.seconds, other.generation ?? -1, other.status)
    }
  }

  /// All that is known of one screen.
  struct Screen: Sendable {
    var boxes: [String: Box] = [:]
    var lastSeen: Instant
    /// The last poll that was answered with 400 or more.
    var failure: Failure?
    /// Whether there were more addresses than are kept.
    var hasMore = false
    fileprivate var pruneAt = 64
  }

  package struct Failure: Sendable, Hashable {
    package let at: Instant
    package let status: Int
  }

  /// Screens of other sites, or with names that were made up, are kept up to this number.
  static let unknownScreensKept = 100
  /// Addresses of one screen that are kept at most.
  static let addressesKept = 2_000

  private let known: Set<ScreenID>
  private let now: Instant
  private let window: Int
  private(set) var screens: [ScreenID: Screen] = [:]
  private var unknownScreens = 0
  /// Polls of unknownScreens beyond those kept.
  private(set) var unknownPollsDropped = 0
  /// Polls later than now.
  private(set) var later = 0

  /// - Parameters:
  ///   - known: the site's screens.
  ///   - window: seconds before its last sighting for which a screen's addresses are told apart.
  package init(known: some Sequence<ScreenID>, now: Instant, window: Int) {
    self.known = Set(known)
    self.now = now
    self.window = window
  }

  package mutating func add(_ poll: Poll) {
    guard poll.at.seconds <= now.seconds + Poll.clockDifference else {
      later += 1
      return
    }
    if screens[poll.screen] == nil {
      if !known.contains(poll.screen) {
        guard unknownScreens < Self.unknownScreensKept else {
          unknownPollsDropped += 1
          return
        }
        unknownScreens += 1
      }
      screens[poll.screen] = Screen(lastSeen: poll.at)
    }
    screens[poll.screen]!.add(poll, window: window)
  }
}

extension Sightings.Screen {
  fileprivate mutating func add(_ poll: Poll, window: Int) {
    lastSeen = max(lastSeen, poll.at)
    if poll.status >= 400, (failure?.at.seconds ?? .min, failure?.status ?? 0) < (poll.at.seconds, poll.status) {
      failure = Sightings.Failure(at: poll.at, status: poll.status)
    }
    let box = Sightings.Box(poll)
    if boxes[poll.address].map({ $0.isOlder(than: box) }) ?? true { boxes[poll.address] = box }
    if boxes.count > pruneAt { prune(window: window) }
  }

  /// Lets go of addresses that can't count any more, since `lastSeen` only grows.
  private mutating func prune(window: Int) {
    boxes = boxes.filter { lastSeen.seconds - $0.value.lastSeen.seconds <= window }
    if boxes.count > Sightings.addressesKept {
      hasMore = true
      let kept = recentBoxes(within: window).prefix(Sightings.addressesKept / 2)
      boxes = Dictionary(uniqueKeysWithValues: kept.map { ($0.address, $0) })
    }
    pruneAt = max(64, boxes.count * 2)
  }

  /// Those that were seen up to so many seconds before the last of them, the latest first.
  func recentBoxes(within window: Int) -> [Sightings.Box] {
    boxes.values.filter { lastSeen.seconds - $0.lastSeen.seconds <= window }.sorted {
      ($1.lastSeen.seconds, $0.address) < ($0.lastSeen.seconds, $1.address)
    }
  }
}
