import Artifacts
import Encoding
import Vocabulary

/// One field of a feed's records: its name, what its schema says of it, and how it is written. Schema and data come from the same line,
/// so they can't disagree.
package struct FeedField<Record>: Sendable {
  package enum Value: Sendable {
    case text(@Sendable (Record) -> String)
    case optionalText(@Sendable (Record) -> String?)
    case integer(@Sendable (Record) -> Int?)
    case number(@Sendable (Record) -> Double?)
    case flag(@Sendable (Record) -> Bool)
    case texts(@Sendable (Record) -> [String])
    /// One of a closed list of words.
    case word([String], optional: Bool, @Sendable (Record) -> String?)
  }

  /// JSON Schema's `format`, where there is one that fits.
  package enum Format: String, Sendable {
    case dateTime = "date-time"
    case date
    case uri
  }

  let name: StaticString
  let about: String
  let format: Format?
  /// A regular expression for formats that JSON Schema has no word for.
  let pattern: String?
  let value: Value

  package init(
    _ name: StaticString, _ about: String, format: Format? = nil, pattern: String? = nil, _ value: Value
  ) {
    self.name = name
    self.about = about
    self.format = format
    self.pattern = pattern
    self.value = value
  }

  func write(_ record: Record, to json: inout JSONWriter) {
    switch value {
    case .text(let get): json.field(name, get(record))
    case .optionalText(let get), .word(_, _, let get): json.field(name, get(record))
    case .integer(let get): json.field(name, get(record))
    case .number(let get): json.field(name, get(record))
    case .flag(let get): json.field(name, get(record))
    case .texts(let get): json.field(name, get(record))
    }
  }

  func writeSchema(to json: inout JSONWriter) {
    json.key(name)
    json.object { json in
      switch value {
      case .text: json.field("type", "string")
      case .optionalText: json.field("type", ["string", "null"])
      case .integer: json.field("type", ["integer", "null"])
      case .number: json.field("type", ["number", "null"])
      case .flag: json.field("type", "boolean")
      case .texts:
        json.field("type", "array")
        json.key("items")
        json.object { $0.field("type", "string") }
      case .word(let words, let isOptional, _):
        json.key("enum")
        json.array(words.map { $0 as String? } + (isOptional ? [nil] : [])) { json, word in
          if let word { json.value(word) } else { json.null() }
        }
      }
      json.field("description", about)
      if let format { json.field("format", format.rawValue) }
      if let pattern { json.field("pattern", pattern) }
    }
  }
}

/// A feed: its name, and the fields of its records.
package struct FeedShape<Record>: Sendable {
  package let name: String
  let about: String
  let fields: [FeedField<Record>]

  package init(name: String, about: String, fields: [FeedField<Record>]) {
    self.name = name
    self.about = about
    self.fields = fields
  }

  /// The feed's bytes, a record a line.
  package func feed(_ records: some Sequence<Record>, _ envelope: Envelope) -> Bytes {
    feed(records: records.map(record), envelope)
  }

  /// One record's bytes, for feeds that share records.
  package func record(_ record: Record) -> Bytes {
    var json = JSONWriter()
    json.object { json in
      for field in fields { field.write(record, to: &json) }
    }
    return json.bytes
  }

  /// The feed of records that are written already.
  package func feed(records: some Sequence<Bytes>, _ envelope: Envelope) -> Bytes {
    var json = JSONWriter()
    json.object { json in
      envelope.write(schema: name, to: &json)
      json.key("data")
      json.array(records) { json, record in
        json.lineBreak()
        json.raw(record)
      }
    }
    return json.file
  }

  /// The JSON Schema (2020-12) of the feed.
  package func schema(baseURL: String) -> Artifact {
    FeedSchema.artifact(name: name, about: about, baseURL: baseURL) { json in
      FeedSchema.objects("data", about, required: fields.map { "\($0.name)" }, to: &json) { json in
        for field in fields { field.writeSchema(to: &json) }
      }
    }
  }
}

extension Term {
  /// All words of a term, for `FeedField.Value.word`.
  package static var codes: [String] { allCases.map(\.rawValue) }
}
