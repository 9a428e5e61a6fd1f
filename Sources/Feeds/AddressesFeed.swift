import Activities
import Community
import Content
import FeedFormat
import Fields
import Vocabulary

/// `/feeds/v1/addresses.json`: which numbers of which roads belong to which unit. A feed of its own: who looks an address up needs no more of a
/// unit, and a unit has hundreds.
enum AddressesFeed: Feed {
  static func shape(_ community: Community) -> FeedShape<UnitAddress> {
    let baseURL = community.site.baseURL
    let (finder, units) = (community.finder, community.units)
    return FeedShape(
      name: "addresses",
      about:
        "Numbers of roads, each with the unit that they belong to. Where several have a number, one with the `building` asked for goes before those without, then building before microgrid, grid and community.",
      fields: [
        Field("id", "stays the same while unit, road, first number, side and building do", .text { $0.feedID }),
        Field("road", "the road's name", .text { $0.record.road }),
        Field("first", "the first number", .integer(least: 1) { $0.record.first }),
        Field("last", "the last number, which belongs to it", .integer(least: 1) { $0.record.last }),
        Field(
          "side", "all numbers between them, or those of one side", .word(AddressSide.codes) { $0.record.side.rawValue }
        ),
        Field(
          "building", "which building of the number, where units share one; null: all that no other row names",
          .optionalText { $0.record.building }),
        Field("unitId", "whose they are", .text { $0.unit.id.text }),
        Field("unitName", "that unit's name", .text { $0.unit.name }),
        Field("level", "that unit's level", .word(UnitLevel.codes) { $0.unit.level.rawValue }),
        Field(
          "url", "where people look it up; null where no page does",
          .optionalText(.address) { address in finder.url(for: address.unit.id, in: units).map { baseURL + $0 } }),
      ])
  }

  static func records(_ community: Community) -> [UnitAddress] { community.finder.addresses }
}

extension UnitAddress {
  fileprivate var feedID: String {
    [unit.id.text, record.road, "\(record.first)", record.side.rawValue, record.building ?? ""].joined(separator: "/")
  }
}
