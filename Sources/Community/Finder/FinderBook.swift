import Activities
import Artifacts
import Content
package import Encoding
package import Finder
import PublicText
package import Vocabulary
import Words

/// What answers for a unit and its parts: their addresses and names, with whom to call and where to go.
package struct FinderBook: Sendable {
  package let book: AddressBook
  /// As the book's places.
  package let units: [Unit]
  private let community: Community

  init(of unit: UnitID?, in community: Community) {
    let units = community.units.all.filter { one in unit.map { community.units.contains(one.id, in: $0) } ?? true }
    let numbers = Dictionary(units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.units = units
    self.community = community
    book = AddressBook(
      places: units.map { unit in
        AddressBook.Place(
          name: unit.name, shortName: unit.shortName, rank: unit.level.exactness,
          parent: unit.parent.flatMap { numbers[$0] })
      },
      ranges: community.finder.addresses.compactMap { address in
        numbers[address.unit.id].map { place in
          AddressBook.Range(
            road: address.record.road, numbers: address.record.numbers, building: address.record.building, place: place)
        }
      })
  }

  /// For `Client/book.js`: of the places their names, short names, initials, what they are part of, their levels, their addresses on this site and their
  /// venues in columns (`TextColumn`), how exact each level is, and whom to call at those that say so.
  package var json: Bytes {
    let words = community.words
    let levels = UnitLevel.allCases
    let homes = units.map { community.venue(for: $0.id) }
    let venues = homes.compactMap(\.self).reduce(into: [Venue]()) { list, venue in
      if !list.contains(where: { $0.id == venue.id }) { list.append(venue) }
    }
    var json = JSONWriter(htmlSafe: true)
    json.object { json in
      json.field("base", community.site.baseURL)
      let root = BaseURL.path(of: community.site.baseURL)
      if !root.isEmpty { json.field("root", root) }
      book.write(to: &json)
      json.field("levels", levels.map { words.label($0) })
      json.key("places")
      json.object { json in
        json.field("name", TextColumn.text(units.map(\.name)))
        json.field("short", TextColumn.text(units.map { $0.shortName ?? "" }))
        json.field(
          "initials", TextColumn.text(units.map { String(decoding: AddressBook.initials($0.name), as: UTF16.self) }))
        json.field("parent", TextColumn.text(book.places.map { Self.text($0.parent) }))
        json.field("level", TextColumn.text(units.map { Self.text(levels.firstIndex(of: $0.level)) }))
        json.key("ranks")
        json.row(levels.map { .number($0.exactness) })
        json.field("url", TextColumn.text(units.map(\.url)))
        json.field("venue", TextColumn.text(homes.map { home in Self.text(venues.firstIndex { $0.id == home?.id }) }))
        json.key("contacts")
        json.array(units.indices.map { ($0, community.contacts(of: units[$0])) }.filter { !$1.isEmpty }) {
          json, entry in
          json.row(
            [.number(entry.0)] + entry.1.map { .row([.text($0.label), .text($0.value), .text($0.url)]) })
        }
      }
      json.key("venues")
      json.array(venues) { $0.row([.text($1.name), .text($1.address ?? ""), .text($1.url)]) }
    }
    return json.bytes
  }

  private static func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
}

extension UnitLevel {
  /// Of two units that have a number, the one with the greater is the answer: a building goes before the grid it stands in.
  var exactness: Int {
    switch self {
    case .district, .subdistrict: 0
    case .community: AddressBook.officeRank
    case .grid: 2
    case .microgrid: 3
    case .building: 4
    }
  }
}

extension Community {
  /// Of a unit and its parts; of nil all.
  package func finderBook(of unit: UnitID? = nil) -> FinderBook { FinderBook(of: unit, in: self) }

  /// Whom to call at a unit, each with what for: its posts, then its office. A post that goes round with a number for each turn has none
  /// that stays right.
  package func contacts(of unit: Unit) -> [PageFact] {
    let posts = posts(of: unit.id).compactMap { post in post.record.phone.map { (post.title, $0) } }
    let office = posts.contains { $0.1 == unit.phone } ? nil : unit.phone.map { (words.officePhone, $0) }
    return (posts + [office].compactMap { $0 }).map { label, phone in
      PageFact(label, phone, url: PhoneNumber(phone)?.link)
    }
  }

  /// Where people of a unit go: its own venue, else that of the nearest unit above which has one; of several its
  /// party-service centre or station, then the one whose telephone is the unit's office's.
  package func venue(for unit: UnitID) -> Venue? {
    for unit in units.chain(of: unit) {
      let own = venues.filter { $0.unit == unit.id && $0.address != nil }
      let centre = own.first { $0.type == .centre } ?? own.first { $0.type == .station }
      if let venue = centre ?? own.first(where: { $0.phone != nil && $0.phone == unit.phone }) ?? own.first {
        return venue
      }
    }
    return nil
  }
}
