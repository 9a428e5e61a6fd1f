import Encoding
import Scanning
import Vocabulary

/// What a request asks for: the part of a request line between method and version.
enum PollTarget: Hashable {
  case poll(ScreenID, generation: Int?, lacksFont: Bool)
  case other
  case malformedID

  static let directory: StaticString = "/feeds/v1/screens/"
  private static let ending: StaticString = ".json"

  init(_ target: LogBytes) {
    guard target.begins(with: Self.directory) else {
      self = .other
      return
    }
    let question = target.first(of: UInt8(ascii: "?"))
    let file = target.part(Self.directory.utf8CodeUnitCount..<(question ?? target.count))
    let fields = question.map { target.part(from: $0 + 1).split(UInt8(ascii: "&")) } ?? []
    guard let named = Self.value("screen=", fields) else {
      self = .other
      return
    }
    let length = file.count - Self.ending.utf8CodeUnitCount
    guard length > 0, file.begins(with: Self.ending, at: length), file.part(0..<length).elementsEqual(named),
      let screen = ScreenID(named.text)
    else {
      self = .malformedID
      return
    }
    self = .poll(
      screen, generation: Self.value("gen=", fields)?.number,
      lacksFont: Self.value("font=", fields)?.equals("none") ?? false)
  }

  /// The first field of a name. Neither an id nor a number needs percent-encoding, so what has any is no player's.
  private static func value(_ name: StaticString, _ fields: [LogBytes]) -> LogBytes? {
    fields.first { $0.begins(with: name) }.map { $0.part(from: name.utf8CodeUnitCount) }
  }
}
