package import CivilTime

/// What a feed of changes has listed so far: OpenActive's Realtime Paged Data Exchange (RPDE 1.0) has a list of items in the order in which they last
/// changed, and consumers who go on from where they were. Files carry it, since a place in the list is a file of its own that stays at its
/// address: it holds what comes next in the list, and the last one holds nothing until something changes. [0083]
///
/// The rules that this keeps (RPDE 1.0, “Core concept” and “Deleted items”): every item stands once, where it last changed; one that changes moves
/// to the end; one that is gone is listed as deleted, for seven days at least.
package struct ExchangeHistory: Sendable, Hashable {
  /// Days for which an item that is gone is listed as deleted, and for which a place that nothing leads to any more can be asked for. Who was away for longer
  /// begins anew.
  package static let days = 14

  /// A place in the list, behind the items that a release brought, or behind a part of them where they are many.
  package struct Position: Sendable, Hashable, Comparable {
    /// The number of the release: `modified` of its items.
    package let generation: Int
    /// From 1 on.
    package let piece: Int

    package init(generation: Int, piece: Int) {
      self.generation = generation
      self.piece = piece
    }

    package static func < (a: Position, b: Position) -> Bool {
      (a.generation, a.piece) < (b.generation, b.piece)
    }
  }

  package struct Item: Sendable, Hashable {
    /// Of what it says; nil: it is gone.
    package let digest: String?
    package let position: Position
    /// When it came there.
    package let moment: Instant

    package init(digest: String?, position: Position, moment: Instant) {
      self.digest = digest
      self.position = position
      self.moment = moment
    }
  }

  /// By their ids: those that are there, and those that went not long ago.
  package var items: [String: Item] = [:]
  /// The end of the list; nil where nothing was ever listed.
  package var end: Position?
  /// Places that were offered and are no longer, and since when.
  package var left: [Position: Instant] = [:]

  package init() {}

  /// The places behind which items stand, and the end.
  package var offered: Set<Position> { Set(items.values.map(\.position)).union([end].compactMap { $0 }) }

  /// What is to be listed next.
  package struct Record: Sendable {
    let id: String
    let digest: String
    let bytes: Int

    package init(id: String, digest: String, bytes: Int) {
      self.id = id
      self.digest = digest
      self.bytes = bytes
    }
  }

  /// As it is after a release that has these records.
  ///
  /// - Parameters:
  ///   - records: each id once, in any order.
  ///   - horizon: its number is that of the release.
  ///   - most: items, and bytes of them, that one file holds.
  package func following(
    _ records: [Record], _ horizon: Horizon, most: (items: Int, bytes: Int)
  ) -> ExchangeHistory {
    // By days, so that a release stays as it is all day long.
    func isKept(_ moment: Instant) -> Bool {
      horizon.zone.local(moment).date + Self.days >= horizon.today
    }
    var next = ExchangeHistory()
    next.items = items.filter { $0.value.digest != nil || isKept($0.value.moment) }
    next.end = end
    let ids = Set(records.map(\.id))
    let changed = records.filter { items[$0.id]?.digest != $0.digest }.map { ($0.id, Optional($0.digest), $0.bytes) }
    let gone = items.filter { $0.value.digest != nil && !ids.contains($0.key) }.map { ($0.key, nil as String?, 0) }
    let generation = max(horizon.generation, end.map { $0.generation + 1 } ?? 0)
    var room = (items: 0, bytes: 0)
    var piece = 0
    for (id, digest, bytes) in (changed + gone).sorted(by: { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }) {
      if piece == 0 || room.items == 0 || room.bytes < bytes {
        piece += 1
        room = most
      }
      room.items -= 1
      room.bytes -= bytes
      let position = Position(generation: generation, piece: piece)
      next.items[id] = Item(digest: digest, position: position, moment: horizon.stamp)
      next.end = position
    }
    let offered = next.offered
    next.left = left.filter { isKept($0.value) }
    for position in self.offered where !offered.contains(position) { next.left[position] = horizon.stamp }
    return next
  }

  // MARK: Its files

  /// A file: what stands behind a place, and where to go on.
  package struct Page: Sendable {
    /// nil: the beginning.
    package let after: Position?
    /// In the order of their ids.
    package let ids: [String]
    /// Itself, where nothing follows.
    package let next: Position?
  }

  /// All of its files: the beginning, and one for each place that somebody may go on from.
  package var pages: [Page] {
    let byPosition = Dictionary(grouping: items.keys) { items[$0]!.position }
    let filled = byPosition.keys.sorted()
    let places: [Position?] = [nil] + offered.union(left.keys).sorted().map(Optional.some)
    return places.map { after in
      guard let next = filled.first(where: { position in after.map { $0 < position } ?? true }) else {
        return Page(after: after, ids: [], next: end ?? after)
      }
      let ids = (byPosition[next] ?? []).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return Page(after: after, ids: ids, next: next)
    }
  }
}

// MARK: As lines of the history

extension ExchangeHistory {
  /// Lines without the name of the feed, each beginning with what it is about; the number or moment that must be one stands third.
  func lines(_ feed: String) -> [String] {
    let listed = items.map { id, item in
      "item\t\(feed)/\(id)\t\(item.digest ?? "-")\t\(item.position.generation)\t\(item.position.piece)\t\(item.moment.seconds)"
    }
    func place(_ position: Position, _ moment: Int) -> String {
      "place\t\(feed)\t\(position.piece)\t\(position.generation)\t\(moment)"
    }
    return listed + left.map { place($0, $1.seconds) } + (end.map { [place($0, 0)] } ?? [])
  }

  /// - Parameter parts: of a line that begins with `item` or `place`.
  /// - Returns: whether it is one.
  static func read(_ parts: [String], into exchanges: inout [String: ExchangeHistory]) -> Bool {
    guard parts.count >= 5, let generation = Int(parts[3]) else { return false }
    if parts[0] == "place", parts.count == 5, let piece = Int(parts[2]), let moment = Int(parts[4]) {
      let position = Position(generation: generation, piece: piece)
      if moment == 0 {
        exchanges[parts[1], default: ExchangeHistory()].end = position
      } else {
        exchanges[parts[1], default: ExchangeHistory()].left[position] = Instant(seconds: moment)
      }
      return true
    }
    guard parts[0] == "item", parts.count == 6, let piece = Int(parts[4]), let moment = Int(parts[5]),
      let slash = parts[1].firstIndex(of: "/")
    else { return false }
    let feed = String(parts[1][..<slash])
    let id = String(parts[1][parts[1].index(after: slash)...])
    exchanges[feed, default: ExchangeHistory()].items[id] = Item(
      digest: parts[2] == "-" ? nil : parts[2], position: Position(generation: generation, piece: piece),
      moment: Instant(seconds: moment))
    return true
  }
}
