import CivilTime
import Encoding
import Scanning

/// A line of Apache's and nginx's `common` or `combined` format, with or without `host:port` before it:
/// `192.0.2.7 - - [21/Nov/2026:09:00:00 +0800] "GET /feeds/… HTTP/1.1" 200 5120 "…" "…"`.
enum CommonLogLine {
  /// Where a line's time stands, in brackets after a space.
  ///
  /// The user's name before it is the client's to choose and may hold brackets; it can't hold `] "`, since servers escape quotes.
  private static func time(in line: LogBytes) -> (start: Int, instant: Instant)? {
    var from = 1
    for _ in 0..<16 {
      guard let open = line.first(of: UInt8(ascii: "["), from: from) else { return nil }
      let end = open + 1 + TimeText.logTimeLength
      if line[open - 1] == UInt8(ascii: " "), line.begins(with: "] \"", at: end),
        let instant = TimeText.parseLogTime(line.part(open + 1..<end))
      {
        return (open, instant)
      }
      from = open + 1
    }
    return nil
  }

  /// Whether it has the form of such a line, without reading it.
  static func isLikely(_ line: LogBytes) -> Bool {
    var from = 1
    for _ in 0..<16 {
      guard let open = line.first(of: UInt8(ascii: "["), from: from), open + 28 < line.count else { return false }
      if line[open + 3] == UInt8(ascii: "/"), line[open + 7] == UInt8(ascii: "/"), line[open + 12] == UInt8(ascii: ":"),
        line[open + 27] == UInt8(ascii: "]")
      {
        return true
      }
      from = open + 1
    }
    return false
  }

  static func parse(_ line: LogBytes) -> LogLine {
    guard let (open, instant) = time(in: line) else { return .unknown }
    let request = open + TimeText.logTimeLength + 4
    guard let end = endOfQuoted(line, from: request), line.count >= end + 5, line[end + 1] == UInt8(ascii: " "),
      let status = line.part(end + 2..<end + 5).status,
      line.count == end + 5 || line[end + 5] == UInt8(ascii: " ")
    else { return .unknown }
    let words = line.part(request..<end).split(UInt8(ascii: " "))
    guard words.count > 1, words[0].equals("GET") else { return .other }
    switch PollTarget(words[1]) {
    case .other: return .other
    case .malformedID: return .malformedID
    case .poll(let screen, let generation, let lacksFont):
      let address = address(line.part(0..<open - 1))
      return .poll(
        Poll(
          screen: screen, address: address, at: instant, generation: generation, status: status, lacksFont: lacksFont))
    }
  }

  /// The quote that ends a text; one after a backslash does not.
  private static func endOfQuoted(_ line: LogBytes, from start: Int) -> Int? {
    var index = start
    while index < line.count {
      if line[index] == UInt8(ascii: "\"") { return index }
      index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The first of `client identity user`, or the second where the name of the site stands before them. A user's name may hold spaces.
  private static func address(_ head: LogBytes) -> String {
    let words = head.split(UInt8(ascii: " "))
    if words.count > 3, !ClientAddress.isIP(words[0]), ClientAddress.isIP(words[1]) {
      return ClientAddress.shown(words[1])
    }
    return ClientAddress.shown(words[0])
  }
}
