package import Encoding
package import Fields

/// What JSON says of something that is absent.
package enum Absence: Sendable {
  /// `null`: consumers that read columns find each name in each object.
  case null
  /// Nothing: for records of which there are thousands, most of them with few members.
  case leftOut
}

/// Writes records as JSON by their fields. What it needs is made ready once: keys, and the writers of what lies within.
package struct RecordWriter<Record>: Sendable {
  private let members: MemberList

  /// - Parameters:
  ///   - fields: of records that hold none of their own kind.
  ///   - linesApart: whether each element of the record's own lists stands on a line of its own, for people who read a feed with their
  ///     eyes and for diffs.
  package init(_ fields: [Field<Record>], absent: Absence, linesApart: Bool = false) {
    members = MemberList(fields.map(\.form), absent: absent, areLinesApart: linesApart)
  }

  /// The record's members, into an object that was begun.
  package func write(_ record: Record, to json: inout JSONWriter) {
    withUnsafePointer(to: record) { members.write(Address($0), to: &json) }
  }
}

private struct MemberList: Sendable {
  private struct Member: Sendable {
    let key: Bytes
    let isOptional: Bool
    let value: ValueWriter
  }

  private let members: [Member]
  private let absent: Absence

  init(_ fields: [FieldForm], absent: Absence, areLinesApart: Bool = false) {
    self.absent = absent
    members = fields.map { field in
      Member(
        key: JSONWriter.written(key: field.name), isOptional: field.isOptional,
        value: ValueWriter(field.reading, absent: absent, areLinesApart: areLinesApart))
    }
  }

  func write(_ record: Address, to json: inout JSONWriter) {
    for member in members {
      let isWritten = member.value.write(
        record, key: member.key, leavesOutEmpty: member.isOptional && absent == .leftOut, to: &json)
      if !isWritten, absent == .null {
        json.key(written: member.key)
        json.null()
      }
    }
  }
}

/// How one value is written.
private enum ValueWriter: Sendable {
  case text(@Sendable (Address) -> String?)
  case flag(@Sendable (Address) -> Bool)
  case integer(@Sendable (Address) -> Int?)
  case number(@Sendable (Address) -> Double?)
  case record(MemberList, Reading.RecordReader)
  case records(MemberList, ListReading, areLinesApart: Bool)
  indirect case values(ValueWriter, ListReading, areLinesApart: Bool)

  init(_ reading: Reading, absent: Absence, areLinesApart: Bool = false) {
    self =
      switch reading {
      case .text(_, let get): .text(get)
      case .flag(let get): .flag(get)
      case .integer(_, let get): .integer(get)
      case .number(let get): .number(get)
      case .record(let form, let read): .record(MemberList(form.fields, absent: absent), read)
      case .list(let list):
        switch list.element {
        case .record(let form):
          .records(MemberList(form.fields, absent: absent), list, areLinesApart: areLinesApart)
        case .value(let element): .values(ValueWriter(element, absent: absent), list, areLinesApart: areLinesApart)
        }
      }
  }

  /// - Parameters:
  ///   - key: none for a list's element.
  ///   - leavesOutEmpty: whether a flag that is false, an empty text or an empty list is left out.
  /// - Returns: whether there is something to write.
  @discardableResult
  func write(
    _ record: Address, key: Bytes? = nil, leavesOutEmpty: Bool = false, to json: inout JSONWriter
  ) -> Bool {
    switch self {
    case .text(let get):
      guard let text = get(record), !leavesOutEmpty || !text.isEmpty else { return false }
      Self.begin(key, &json)
      json.value(text)
    case .flag(let get):
      let flag = get(record)
      guard flag || !leavesOutEmpty else { return false }
      Self.begin(key, &json)
      json.value(flag)
    case .integer(let get):
      guard let number = get(record) else { return false }
      Self.begin(key, &json)
      json.value(number)
    case .number(let get):
      guard let number = get(record) else { return false }
      Self.begin(key, &json)
      json.value(number)
    case .record(let members, let read):
      return read(record) { inner in
        Self.begin(key, &json)
        json.object { members.write(inner, to: &$0) }
      }
    case .records(let members, let list, let areLinesApart):
      return Self.write(
        list, record: record, key: key, leavesOutEmpty: leavesOutEmpty, areLinesApart: areLinesApart, json: &json
      ) { json, element in
        json.object { members.write(element, to: &$0) }
      }
    case .values(let value, let list, let areLinesApart):
      return Self.write(
        list, record: record, key: key, leavesOutEmpty: leavesOutEmpty, areLinesApart: areLinesApart, json: &json
      ) { json, element in
        if !value.write(element, to: &json) { json.null() }
      }
    }
    return true
  }

  private static func begin(_ key: Bytes?, _ json: inout JSONWriter) {
    if let key { json.key(written: key) }
  }

  private static func write(
    _ list: ListReading, record: Address, key: Bytes?, leavesOutEmpty: Bool, areLinesApart: Bool,
    json: inout JSONWriter, write: (inout JSONWriter, Address) -> Void
  ) -> Bool {
    var isWritten = true
    list.read(record) { elements in
      isWritten = elements.count > 0 || !leavesOutEmpty
      guard isWritten else { return }
      begin(key, &json)
      json.array(0..<elements.count) { json, index in
        if areLinesApart { json.lineBreak() }
        if let element = elements.address(index) { write(&json, element) }
      }
    }
    return isWritten
  }
}
