import Fields
import Foundation

@testable import Templates

/// Data without a type, as the specification's cases have them.
enum JSONValue: Decodable, Sendable {
  case null
  case flag(Bool)
  case number(Int)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else if let number = try? container.decode(Double.self) {
      self = .text("\(number)")
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  var text: String? {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    default: nil
    }
  }
  var number: Int { if case .number(let number) = self { number } else { 0 } }
  var isTrue: Bool { if case .flag(true) = self { true } else { false } }
  var elements: [JSONValue] { if case .list(let list) = self { list } else { [] } }
  var isObject: Bool { if case .object = self { true } else { false } }
  subscript(name: String) -> JSONValue? { if case .object(let fields) = self { fields[name] } else { nil } }
}

/// Declares fields for data without a type, as views of the program declare theirs: all objects under one name are views of one kind. So a
/// case of the specification goes through the same parser, compiler and renderer as a page.
final class JSONViews {
  private final class Kind: Sendable {}

  private var kinds: [String: Kind] = [:]
  private var fields: [String: [Field<JSONValue>]] = [:]
  private var objects: [String: [[String: JSONValue]]] = [:]

  init(_ data: JSONValue) {
    collect(data, under: "")
  }

  /// What the context stack holds at first.
  func root(_ data: JSONValue) -> ElementForm {
    if case .object = data { return .record(form("")) }
    return .value(value(data, named: "") { $0 }.reading)
  }

  private func collect(_ value: JSONValue, under name: String) {
    switch value {
    case .object(let object):
      objects[name, default: []].append(object)
      for (name, value) in object { collect(value, under: name) }
    case .list(let list): for value in list { collect(value, under: name) }
    case .null, .flag, .number, .text: break
    }
  }

  private func form(_ name: String) -> RecordForm {
    let identity = kinds[name, default: Kind()]
    if kinds.updateValue(identity, forKey: name) == nil { declare(name) }
    // Asked for when the declaration is complete.
    let box = Box(self, name)
    return RecordForm(identity: ObjectIdentifier(identity)) { box.fields }
  }

  private func declare(_ name: String) {
    var values: [String: JSONValue] = [:]
    for object in objects[name] ?? [] {
      for (field, value) in object where values[field].map(\.isEmpty) ?? true { values[field] = value }
    }
    fields[name] = values.map { key, sample in Field(key, "", value(sample, named: key) { $0[key] ?? .null }) }
  }

  private func value(
    _ sample: JSONValue, named name: String, _ get: @escaping @Sendable (JSONValue) -> JSONValue
  ) -> FieldValue<JSONValue> {
    switch sample {
    case .null, .text: return .optionalText { get($0).text }
    case .flag: return .flag { get($0).isTrue }
    case .number: return .integer { get($0).number }
    case .object:
      return .record(form(name), optional: true) { value in
        let inner = get(value)
        return inner.isObject ? inner : nil
      }
    case .list(let list):
      switch list.first {
      case .object: return .list(form(name)) { get($0).elements }
      case .list(let inner): return .list(of: value(.list(inner), named: name) { $0 }) { get($0).elements }
      default: return .list(of: .optionalText { $0.text }) { get($0).elements }
      }
    }
  }

  private final class Box: @unchecked Sendable {
    private let views: JSONViews
    private let name: String

    init(_ views: JSONViews, _ name: String) {
      self.views = views
      self.name = name
    }

    var fields: [Field<JSONValue>] { views.fields[name] ?? [] }
  }
}

extension JSONValue {
  fileprivate var isEmpty: Bool {
    switch self {
    case .null: true
    case .list(let list): list.isEmpty
    default: false
    }
  }
}
