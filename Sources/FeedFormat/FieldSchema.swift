import Encoding
import Fields

/// What JSON Schema (2020-12) says of fields, as `RecordWriter` writes them.
struct FieldSchema {
  let absent: Absence

  /// `required` and `properties` of an object.
  func write(_ fields: [FieldForm], to json: inout JSONWriter) {
    json.field("required", fields.filter { !$0.isOptional || absent == .null }.map(\.name))
    json.key("properties")
    json.object { json in
      for field in fields { property(field, &json) }
    }
  }

  func property(_ field: FieldForm, _ json: inout JSONWriter) {
    json.key(written: JSONWriter.written(key: field.name))
    json.object {
      value(field.reading, isNullable: field.isOptional && absent == .null, about: field.description, json: &$0)
    }
  }

  /// - Parameter about: none for a list's element.
  private func value(_ reading: Reading, isNullable: Bool, about: String?, json: inout JSONWriter) {
    func type(_ name: String) {
      if isNullable { json.field("type", [name, "null"]) } else { json.field("type", name) }
      if let about { json.field("description", about) }
    }
    switch reading {
    case .text(let form, _):
      if case .word(let words) = form {
        json.key("enum")
        json.array(words.map { $0 as String? } + (isNullable ? [nil] : [])) { json, word in
          if let word { json.value(word) } else { json.null() }
        }
        if let about { json.field("description", about) }
        return
      }
      type("string")
      switch form {
      case .plain, .html, .word: break
      case .dateTime: json.field("format", "date-time")
      case .date: json.field("format", "date")
      case .address: json.field("format", "uri")
      case .pattern(let pattern): json.field("pattern", pattern)
      }
    // Never null: where it is not left out, it is written.
    case .flag:
      json.field("type", "boolean")
      if let about { json.field("description", about) }
    case .integer(let least, _):
      type("integer")
      if let least { json.field("minimum", least) }
    case .number: type("number")
    case .record(let form, _):
      type("object")
      write(form.fields, to: &json)
    case .list(let list):
      json.field("type", "array")
      if let about { json.field("description", about) }
      if list.isNeverEmpty { json.field("minItems", 1) }
      json.key("items")
      json.object { json in
        switch list.element {
        case .value(let element): value(element, isNullable: false, about: nil, json: &json)
        case .record(let form):
          json.field("type", "object")
          write(form.fields, to: &json)
        }
      }
    }
  }
}
