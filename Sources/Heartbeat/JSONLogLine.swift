import CivilTime

/// A line that is one JSON object: Caddy's access log, and nginx's with `escape=json` under the names of its variables.
///
/// Only the members that say who asked for what, when, and how it was answered are read, without making anything of the others: a log has
/// millions of lines.
enum JSONLogLine {
  static func parse(_ line: LogBytes) -> LogLine {
    var fields = Fields()
    guard members(of: line, { fields.take($0, $1, isNested: false) }) else { return .unknown }
    guard let request = fields.request, let instant = fields.instant, let status = fields.status else {
      return .unknown
    }
    let words = request.split(separator: UInt8(ascii: " "))
    // A request line, or its target alone.
    let target = words.count > 1 ? words[1] : words.first ?? []
    let method = fields.method ?? (words.count > 1 ? Array(words[0]) : Array("GET".utf8))
    guard method.elementsEqual("GET".utf8) else { return .other }
    switch target.withUnsafeBufferPointer(PollTarget.init) {
    case .other: return .other
    case .malformedID: return .malformedID
    case .poll(let screen, let generation, let lacksFont):
      let address = fields.address.map { $0.withUnsafeBufferPointer(ClientAddress.shown) } ?? ClientAddress.unknown
      return .poll(
        Poll(
          screen: screen, address: address, at: instant, generation: generation, status: status, lacksFont: lacksFont))
    }
  }

  private struct Fields {
    var request: [UInt8]?
    var method: [UInt8]?
    var status: Int?
    var instant: Instant?
    var address: [UInt8]?

    mutating func take(_ key: LogBytes, _ value: LogBytes, isNested: Bool) {
      if key.equals("uri") || key.equals("request_uri") {
        request = JSONLogLine.text(value) ?? request
      } else if key.equals("request") {
        // Caddy's group, or nginx's request line.
        if value.first == UInt8(ascii: "{"), !isNested {
          _ = JSONLogLine.members(of: value) { take($0, $1, isNested: true) }
        } else {
          request = request ?? JSONLogLine.text(value)
        }
      } else if key.equals("method") || key.equals("request_method") {
        method = JSONLogLine.text(value)
      } else if key.equals("status") {
        status = JSONLogLine.text(value)?.withUnsafeBufferPointer(\.status) ?? value.status
      } else if key.equals("client_ip") {
        address = JSONLogLine.text(value)
      } else if key.equals("remote_ip") || key.equals("remote_addr") {
        address = address ?? JSONLogLine.text(value)
      } else if JSONLogLine.timeNames.contains(where: key.equals) {
        instant = instant ?? JSONLogLine.instant(value)
      }
    }
  }

  private static let timeNames: [StaticString] = [
    "ts", "time", "time_iso8601", "time_local", "msec", "timestamp", "@timestamp",
  ]

  /// Unix seconds with or without a fraction, RFC 3339, or as in other access logs.
  private static func instant(_ value: LogBytes) -> Instant? {
    let bytes = text(value) ?? Array(value)
    if let first = bytes.first, first >= 0x30, first <= 0x39, bytes.count <= 25,
      let seconds = Double(String(decoding: bytes, as: UTF8.self)),
      seconds < 1e11
    {
      return Instant(seconds: Int(seconds))
    }
    return TimeText.parseLogTime(bytes)
      ?? (bytes.count < 40 ? TimeText.parseInstant(String(decoding: bytes, as: UTF8.self)) : nil)
  }

  /// A string's bytes; nil for any other value, and where it has an escape that no request needs.
  private static func text(_ value: LogBytes) -> [UInt8]? {
    guard value.count >= 2, value.first == UInt8(ascii: "\"") else { return nil }
    var bytes: [UInt8] = []
    var index = 1
    while index < value.count - 1 {
      guard value[index] == UInt8(ascii: "\\") else {
        bytes.append(value[index])
        index += 1
        continue
      }
      let escaped = value[index + 1]
      if escaped == UInt8(ascii: "u") {
        guard index + 5 < value.count, let code = UInt8(value.part(index + 2..<index + 6).text, radix: 16), code < 0x80
        else {
          return nil
        }
        bytes.append(code)
        index += 6
      } else {
        guard [UInt8(ascii: "/"), UInt8(ascii: "\\"), UInt8(ascii: "\"")].contains(escaped) else { return nil }
        bytes.append(escaped)
        index += 2
      }
    }
    return bytes
  }

  /// Calls with each member's name and value as they are written.
  ///
  /// - Returns: false where the text is no object to its end.
  private static func members(of text: LogBytes, _ body: (LogBytes, LogBytes) -> Void) -> Bool {
    var index = 1
    guard text.first == UInt8(ascii: "{") else { return false }
    while true {
      index = afterSpace(text, index)
      guard index < text.count else { return false }
      if text[index] == UInt8(ascii: "}") { return afterSpace(text, index + 1) == text.count }
      guard let keyEnd = endOfString(text, index) else { return false }
      let colon = afterSpace(text, keyEnd)
      guard colon < text.count, text[colon] == UInt8(ascii: ":") else { return false }
      let start = afterSpace(text, colon + 1)
      guard let end = endOfValue(text, start), end > start else { return false }
      body(text.part(index + 1..<keyEnd - 1), text.part(start..<end))
      index = afterSpace(text, end)
      guard index < text.count else { return false }
      if text[index] == UInt8(ascii: ",") { index += 1 }
    }
  }

  private static func afterSpace(_ text: LogBytes, _ start: Int) -> Int {
    var index = start
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 || text[index] == 0x0D { index += 1 }
    return index
  }

  /// What follows a string that begins here.
  private static func endOfString(_ text: LogBytes, _ start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: "\"") else { return nil }
    var index = start + 1
    while index < text.count {
      if text[index] == UInt8(ascii: "\"") { return index + 1 }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// What follows a value that begins here; groups are counted, not gone into, however deep.
  private static func endOfValue(_ text: LogBytes, _ start: Int) -> Int? {
    var depth = 0
    var index = start
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\""):
        guard let end = endOfString(text, index) else { return nil }
        index = end
        if depth == 0 { return index }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        index += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return index }
        depth -= 1
        index += 1
        if depth == 0 { return index }
      case UInt8(ascii: ","), 0x20, 0x09, 0x0D:
        if depth == 0 { return index }
        index += 1
      default: index += 1
      }
    }
    return nil
  }
}
