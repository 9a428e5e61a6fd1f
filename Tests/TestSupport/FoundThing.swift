package import Activities
package import CivilTime
package import Fields
package import Vocabulary
package import Words

@testable package import Community

/// Of a public table that only tests have: its rows may begin and end.
package struct FoundThing: PublicRecord {
  package typealias Subject = FoundThing

  package static let table: PublicTableName = "found"
  package static let about = "What was found."
  package static let fields: [Field<PublicEntry<FoundThing>>] = [
    Field("id", "stays the same", .text { $0.record.id.text })
  ]

  package let id: Identifier<FoundThing>
  package let unit: UnitID
  package let shownFrom: CivilDate?
  package let shownUntil: CivilDate?

  package var day: PartialDate? {
    shownFrom.flatMap { PartialDate(year: $0.year, month: $0.month, day: $0.day) }
  }

  package func row(_ words: any Words) -> PublicRow {
    PublicRow(title: id.text, when: "拾到", facts: ["前台"], text: "请来认领")
  }
}

extension CommunityFixture {
  package mutating func addFound(
    _ id: String, from: String? = nil, until: String? = nil, of unit: String = "fudong"
  ) {
    data[FoundThing.self].append(
      FoundThing(
        id: .init(id)!, unit: .init(unit)!, shownFrom: from.flatMap { TimeText.parseDate($0) },
        shownUntil: until.flatMap { TimeText.parseDate($0) }))
  }

  /// The community, whose one public table is that of things found.
  package func withFound() throws -> Community {
    var community = try community()
    community.tables = CommunityTables(
      data, units: community.units, today: community.horizon.today, tables: [(FoundThing.self, "found_thing")])
    return community
  }
}
