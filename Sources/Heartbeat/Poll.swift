package import CivilTime
package import Vocabulary

/// A screen's player asked for its feed: `GET /feeds/v1/screens/<id>.json?screen=<id>&gen=<generation>`, with `&font=none` from a box
/// that has no Chinese characters to write with.
package struct Poll: Sendable, Hashable {
  package let screen: ScreenID
  /// The client's, as the server saw it: an IP address or a host name; `?` where it is neither.
  package let address: String
  package let at: Instant
  /// What the player holds; nil where it does not say, or says what can't be: no number, or one later than the request itself.
  package let generation: Int?
  /// How the server answered (RFC 9110 §15).
  package let status: Int
  /// The box has said that it has no Chinese font: people see empty squares.
  package let lacksFont: Bool

  package init(
    screen: ScreenID, address: String, at: Instant, generation: Int?, status: Int, lacksFont: Bool = false
  ) {
    self.screen = screen
    self.address = address
    self.at = at
    self.generation = generation.flatMap { $0 <= at.seconds + Self.clockDifference ? $0 : nil }
    self.status = status
    self.lacksFont = lacksFont
  }

  /// Seconds by which the clocks of two machines may differ without anybody noticing.
  package static let clockDifference = 300
}

/// What a line of a web server's access log is to a heartbeat.
package enum LogLine: Sendable, Hashable {
  case poll(Poll)
  /// Any other request; also for a screen's feed, by a reader that does not call itself a screen.
  case other
  /// Asks for a screen's feed as no player does: an id that is none, or one in the path and another in the query.
  case malformedID
  /// No line of a format that is known.
  case unknown
  case blank
}
