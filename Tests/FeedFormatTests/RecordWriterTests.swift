import Encoding
import Fields
import Testing

@testable import FeedFormat

/// What is written, and what the schema says of it, come from one declaration.
@Suite struct RecordWriterTests {
  private struct Point: Sendable {
    var label = "May"
    var value: Double?
  }

  private struct Reading: Sendable {
    var id = "a"
    var note: String?
    var status: String?
    var count: Int?
    var share = 0.5
    var isOff = false
    var tags: [String] = []
    var point: Point?
    var series: [Point] = []
    var rounds: [[Int]] = [[1, 2], []]
  }

  private static let points: [Field<Point>] = [
    Field("label", "the month", .text { $0.label }),
    Field("value", "the figure", .optionalNumber { $0.value }),
  ]

  private static let fields: [Field<Reading>] = [
    Field<Reading>("id", "stays the same", .text(.pattern("^a$")) { $0.id }),
    Field<Reading>("note", "more about it", .optionalText(.dateTime) { $0.note }),
    Field<Reading>("status", "how it stands", .optionalWord(["on", "off"]) { $0.status }),
    Field<Reading>("count", "its length", unit: "seconds", .optionalInteger(least: 0) { $0.count }),
    Field<Reading>("share", "of all", .number { $0.share }),
    Field<Reading>("isOff", "whether it is off", .flag(optional: true) { $0.isOff }),
    Field<Reading>("tags", "keywords", .texts(optional: true) { $0.tags }),
    Field<Reading>("point", "the last one", .record(RecordForm(points), optional: true) { $0.point }),
    Field<Reading>("series", "all of them", .list(points, optional: true) { $0.series }),
    Field<Reading>(
      "rounds", "runs",
      .list(of: FieldValue<[Int]>.integers(least: 0) { $0 }, neverEmpty: true) { $0.rounds }),
  ]

  private func written(_ reading: Reading, _ absent: Absence, linesApart: Bool = false) -> String {
    var json = JSONWriter()
    json.object {
      RecordWriter(Self.fields, absent: absent, linesApart: linesApart).write(reading, to: &$0)
    }
    return json.string
  }

  @Test func whatIsAbsentIsNullOrLeftOut() {
    #expect(
      written(Reading(), .null)
        == #"{"id":"a","note":null,"status":null,"count":null,"share":0.5,"isOff":false,"tags":[],"point":null,"series":[],"rounds":[[1,2],[]]}"#
    )
    #expect(written(Reading(), .leftOut) == #"{"id":"a","share":0.5,"rounds":[[1,2],[]]}"#)
  }

  @Test func whatHasToBeThereIsWrittenEvenWhenEmpty() {
    let empty = Reading(id: "", note: "", status: "on", rounds: [])
    #expect(written(empty, .leftOut) == #"{"id":"","status":"on","share":0.5,"rounds":[]}"#)
  }

  @Test func recordsWithinFollowTheSameRule() {
    let reading = Reading(
      count: 3, isOff: true, tags: ["x"], point: Point(), series: [Point(value: 2), Point(label: "June")], rounds: [])
    #expect(
      written(reading, .leftOut)
        == #"{"id":"a","count":3,"share":0.5,"isOff":true,"tags":["x"],"point":{"label":"May"},"series":[{"label":"May","value":2},{"label":"June"}],"rounds":[]}"#
    )
    #expect(written(reading, .null).contains(#""point":{"label":"May","value":null}"#))
  }

  @Test func aLineAnElementWhereThatIsAskedFor() {
    let reading = Reading(series: [Point(), Point(label: "June")])
    #expect(
      written(reading, .leftOut, linesApart: true)
        == "{\"id\":\"a\",\"share\":0.5,\"series\":[\n{\"label\":\"May\"},\n{\"label\":\"June\"}],\"rounds\":[\n[1,2],\n[]]}"
    )
  }

  // MARK: Schemas

  private func schema(_ name: String, _ absent: Absence) -> String {
    var json = JSONWriter()
    json.object { json in
      for field in Self.fields where field.form.name == name {
        FieldSchema(absent: absent).property(field.form, &json)
      }
    }
    return json.string
  }

  @Test(arguments: [
    ("id", #"{"id":{"type":"string","description":"stays the same","pattern":"^a$"}}"#),
    ("note", #"{"note":{"type":["string","null"],"description":"more about it","format":"date-time"}}"#),
    ("status", #"{"status":{"enum":["on","off",null],"description":"how it stands"}}"#),
    ("count", #"{"count":{"type":["integer","null"],"description":"its length, in seconds","minimum":0}}"#),
    ("isOff", #"{"isOff":{"type":"boolean","description":"whether it is off"}}"#),
    ("tags", #"{"tags":{"type":"array","description":"keywords","items":{"type":"string"}}}"#),
    (
      "point",
      #"{"point":{"type":["object","null"],"description":"the last one","required":["label","value"],"properties":{"label":{"type":"string","description":"the month"},"value":{"type":["number","null"],"description":"the figure"}}}}"#
    ),
    (
      "rounds",
      #"{"rounds":{"type":"array","description":"runs","minItems":1,"items":{"type":"array","items":{"type":"integer","minimum":0}}}}"#
    ),
  ])
  func theSchemaSaysWhatIsWritten(name: String, wanted: String) {
    #expect(schema(name, .null) == wanted)
  }

  @Test func whatIsLeftOutIsNeitherRequiredNorNull() {
    #expect(
      schema("series", .leftOut)
        == #"{"series":{"type":"array","description":"all of them","items":{"type":"object","required":["label"],"properties":{"label":{"type":"string","description":"the month"},"value":{"type":"number","description":"the figure"}}}}}"#
    )
    #expect(schema("status", .leftOut) == #"{"status":{"enum":["on","off"],"description":"how it stands"}}"#)
  }
}
