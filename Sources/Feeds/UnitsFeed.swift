import Activities
import Artifacts
import CivilTime
import Community
import Content
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/units.json`: the units, with what there is in them.
enum UnitsFeed: Feed {
  struct Record: Sendable {
    let unit: Unit
    let totals: UnitTotals
    let summary: String?
  }

  static func shape(_ community: Community) -> FeedShape<Record> {
    let baseURL = community.site.baseURL
    let units = community.units
    func count(_ level: UnitLevel, name: String, what: String) -> Field<Record> {
      Field(name, "how many \(what) are below it", .integer(least: 0) { $0.totals.count(of: level) })
    }
    return FeedShape(
      name: "units",
      about:
        "Districts, sub-districts, communities, grids, micro-grids and buildings; each before those below it, which stand by level and in natural order.",
      fields: [
        Field("id", "stays the same", .text { $0.unit.id.text }),
        Field("name", "what it is called", .text { $0.unit.name }),
        Field("shortName", "the same in short", .optionalText { $0.unit.shortName }),
        Field("level", "what it is", .word(UnitLevel.codes) { $0.unit.level.rawValue }),
        Field("parentId", "the unit above; null of the topmost", .optionalText { $0.unit.parent?.text }),
        Field(
          "parentName", "that unit's name", .optionalText { record in record.unit.parent.flatMap { units[$0]?.name } }),
        Field("phone", "an office number", .optionalText { $0.unit.phone }),
        Field("summary", "what its own text says, in a sentence or two", .optionalText { $0.summary }),
        count(.subdistrict, name: "subdistricts", what: "sub-districts"),
        count(.community, name: "communities", what: "communities"),
        count(.grid, name: "grids", what: "grids"),
        count(.microgrid, name: "microgrids", what: "micro-grids"),
        count(.building, name: "buildings", what: "buildings"),
        Field("venues", "how many venues are in it and below it", .integer(least: 0) { $0.totals.venues }),
        Field("teams", "how many teams have a page, of it and below it", .integer(least: 0) { $0.totals.teams }),
        Field("posts", "how many posts there are in it and below it", .integer(least: 0) { $0.totals.posts }),
        Field("people", "how many people hold these posts", .integer(least: 0) { $0.totals.people }),
        Field(
          "url", "its page; of what has nothing of its own, its place on the page of the unit above it",
          .text(.address) { baseURL + $0.unit.url }),
      ])
  }

  static func records(_ community: Community) -> [Record] {
    community.units.all.map { unit in
      Record(unit: unit, totals: community.totals(of: unit.id), summary: community.text(of: unit)?.summary)
    }
  }
}
