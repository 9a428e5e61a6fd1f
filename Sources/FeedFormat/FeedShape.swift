package import Artifacts
package import Encoding
package import Fields
import Vocabulary

/// A feed of flat records: its name, and the fields of its records. What is absent is null.
package struct FeedShape<Record>: Sendable {
  package let name: String
  let about: String
  private let fields: [Field<Record>]
  private let writer: RecordWriter<Record>

  package init(name: String, about: String, fields: [Field<Record>]) {
    self.name = name
    self.about = about
    self.fields = fields
    writer = RecordWriter(fields, absent: .null)
  }

  /// The feed's bytes, a record a line.
  package func feed(_ records: some Sequence<Record>, _ envelope: Envelope) -> Bytes {
    feed(envelope, records: records) { json, record in json.object { writer.write(record, to: &$0) } }
  }

  /// One record's bytes, for feeds that share records.
  package func record(_ record: Record) -> Bytes {
    var json = JSONWriter()
    json.object { writer.write(record, to: &$0) }
    return json.bytes
  }

  /// The feed of records that are written already.
  package func feed(records: some Sequence<Bytes>, _ envelope: Envelope) -> Bytes {
    feed(envelope, records: records) { $0.raw($1) }
  }

  private func feed<Element>(
    _ envelope: Envelope, records: some Sequence<Element>, write: (inout JSONWriter, Element) -> Void
  ) -> Bytes {
    var json = JSONWriter()
    json.object { json in
      envelope.write(schema: name, to: &json)
      json.key("data")
      json.array(records) { json, record in
        json.lineBreak()
        write(&json, record)
      }
    }
    return json.file
  }

  /// The JSON Schema (2020-12) of the feed.
  package func schema(baseURL: String) -> Artifact {
    let data = Field<[Record]>("data", about, .list(fields) { $0 })
    return FeedSchema.artifact(name: name, about: about, baseURL: baseURL, absent: .null, [data.form])
  }
}

extension Term {
  /// All words of a term, for `FieldValue.word`.
  package static var codes: [String] { allCases.map(\.rawValue) }
}
