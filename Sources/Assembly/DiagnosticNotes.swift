import Diagnostics
import Encoding

/// Texts and numbers one after the other, each with its length before it: `3:abc`.
struct NoteWriter {
  private(set) var bytes = Bytes()

  mutating func write(_ text: String) { bytes += Bytes("\(text.utf8.count):".utf8) + Bytes(text.utf8) }

  mutating func write(_ number: Int) { write("\(number)") }

  private mutating func write(_ text: String?) {
    write(text == nil ? 0 : 1)
    if let text { write(text) }
  }

  private mutating func write(_ message: Message) {
    write(message.zh)
    write(message.en)
  }

  mutating func write(_ problem: Diagnostic) {
    write(problem.severity.rawValue)
    write(problem.code)
    write(problem.message)
    write(problem.hint == nil ? 0 : 1)
    if let hint = problem.hint { write(hint) }
    switch problem.location {
    case nil: write(0)
    case .file(let path, let line, let column)?:
      write(1)
      write(path)
      write(line)
      write(column)
    case .cell(let path, let sheet, let row, let column)?:
      write(2)
      write(path)
      write(sheet)
      write(row)
      write(column)
    case .row(let database, let table, let key, let column)?:
      write(3)
      write(database)
      write(table)
      write(key)
      write(column)
    }
  }
}

/// The same read again; nil for whatever was written otherwise.
struct NoteReader {
  private let bytes: Bytes
  private var place = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func text() -> String? {
    guard let colon = bytes[place...].prefix(20).firstIndex(of: UInt8(ascii: ":")),
      let count = Int(String(decoding: bytes[place..<colon], as: UTF8.self)), count >= 0,
      count <= bytes.count - colon - 1
    else { return nil }
    place = colon + 1 + count
    return String(validating: bytes[(colon + 1)..<place], as: UTF8.self)
  }

  mutating func number() -> Int? { text().flatMap { Int($0) } }

  mutating func list<Element>(_ element: (inout NoteReader) -> Element?) -> [Element]? {
    guard let count = number(), count >= 0, count <= bytes.count else { return nil }
    var elements: [Element] = []
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    }
    return elements
  }

  private mutating func optional<Value>(_ value: (inout NoteReader) -> Value?) -> Value?? {
    switch number() {
    case 0: .some(nil)
    case 1: value(&self).map { .some($0) }
    default: nil
    }
  }

  private mutating func message() -> Message? {
    guard let zh = text(), let en = text() else { return nil }
    return Message(zh: zh, en: en)
  }

  mutating func diagnostic() -> Diagnostic? {
    guard let severity = text().flatMap(Diagnostic.Severity.init(rawValue:)), let code = text(),
      let message = message(), let hint = optional({ $0.message() }), let location = location()
    else { return nil }
    return Diagnostic(severity, code, message, hint: hint, at: location)
  }

  private mutating func location() -> Location?? {
    switch number() {
    case 0: return .some(nil)
    case 1:
      guard let path = text(), let line = number(), let column = number() else { return nil }
      return Location.file(path: path, line: line, column: column)
    case 2:
      guard let path = text(), let sheet = optional({ $0.text() }), let row = number(), let column = number() else {
        return nil
      }
      return Location.cell(path: path, sheet: sheet, row: row, column: column)
    case 3:
      guard let database = text(), let table = text(), let key = text(), let column = optional({ $0.text() }) else {
        return nil
      }
      return Location.row(database: database, table: table, key: key, column: column)
    default: return nil
    }
  }
}
