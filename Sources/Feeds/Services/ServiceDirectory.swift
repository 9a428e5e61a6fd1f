import Activities
import Artifacts
import CivilTime
import Community
import Content
import Digests
import Encoding
import FeedFormat
import Fields
import Vocabulary
import Words

/// What residents can have, and where, in the words of the Human Services Data Specification 3.0: of menus' items and of lists of services, lectures
/// and resources; of units, partners and venues. [0082]
struct ServiceDirectory {
  let services: [ServiceEntry]
  let organizations: [OrganizationEntry]

  init(_ community: Community, _ log: inout RevisionLog) {
    let maker = EntryMaker(community)
    let offers = community.lists.offers.filter { offer in
      let isService = offer.menuDetails != nil || offer.list.map { Self.contents.contains($0.content) } ?? false
      return isService && !(offer.endsAt.map(community.horizon.wasOver) ?? false)
    }
    let writer = RecordWriter(ServiceEntry.fields, absent: .leftOut)
    var seen = Set<OfferID>()
    services = offers.sorted { $0.record.id < $1.record.id }.filter { seen.insert($0.record.id).inserted }.map {
      offer in
      var entry = maker.service(offer)
      var json = JSONWriter()
      json.object { writer.write(entry, to: &$0) }
      let changed = log.changed(
        .record, "hsds/\(offer.record.id)", digest: Feeds.digest(of: json.bytes),
        edited: community.horizon.zone.instant(of: offer.record.updatedAt))
      entry.modified = TimeText.rfc3339(changed, in: community.horizon.zone)
      return entry
    }
    let venues = Dictionary(grouping: community.venues) { $0.unit }
    let units = community.units.all.map { unit in
      maker.organization(unit, locations: (venues[unit.id] ?? []).map(maker.location))
    }
    let partners = community.pages(of: .partner).filter { !$0.isExpired }.map(maker.organization)
    organizations = units + partners
  }

  private static let contents: Set<ListContent> = [.service, .lecture, .resource]

  func artifacts() -> [Artifact] {
    Self.pages("services", entries: services, fields: ServiceEntry.fields)
      + Self.pages("organizations", entries: organizations, fields: OrganizationEntry.fields)
  }

  // MARK: Pages

  /// Entries, and bytes of them, on one page.
  private static let most = (entries: 250, bytes: 900_000)

  /// As HSDS's API has lists: a page's own entries are whole, with all that is within.
  private static func pages<Entry>(_ name: String, entries: [Entry], fields: [Field<Entry>]) -> [Artifact] {
    let writer = RecordWriter(fields, absent: .leftOut)
    var pages: [[Bytes]] = [[]]
    var room = most.bytes
    for entry in entries {
      var json = JSONWriter()
      json.object { writer.write(entry, to: &$0) }
      if !pages[pages.count - 1].isEmpty, room < json.bytes.count || pages[pages.count - 1].count == most.entries {
        pages.append([])
        room = most.bytes
      }
      room -= json.bytes.count + 2
      pages[pages.count - 1].append(json.bytes)
    }
    let (total, count) = (entries.count, pages.count)
    return pages.enumerated().map { index, contents in
      Artifact(
        .services(name, part: index + 1), .json,
        .made {
          var json = JSONWriter()
          json.object { json in
            json.field("total_items", total)
            json.field("total_pages", count)
            json.field("page_number", index + 1)
            json.field("size", contents.count)
            json.field("first_page", index == 0)
            json.field("last_page", index == count - 1)
            json.field("empty", contents.isEmpty)
            json.key("contents")
            json.array(contents) { json, entry in
              json.lineBreak()
              json.raw(entry)
            }
          }
          return json.file
        })
    }
  }
}

/// Makes entries of what a community has.
private struct EntryMaker {
  private let community: Community
  private let prefix: String

  init(_ community: Community) {
    self.community = community
    // Sites below paths of one host are not one another.
    prefix = SyndicationFeeds.tag(of: community.site, BaseURL.path(of: community.site.baseURL) + "/hsds/")
  }

  private var words: any Words { community.words }
  private var site: SiteConfiguration { community.site }

  private func id(_ parts: String...) -> String { NamedUUID.text(of: prefix + parts.joined(separator: "/")) }

  // MARK: Services

  func service(_ offer: Offer) -> ServiceEntry {
    let record = offer.record
    let own = record.id.text
    var entry = ServiceEntry()
    entry.id = id("service", own)
    entry.name = record.title
    entry.description = sentences(record.summary, record.trial)
    entry.url = community.lists.url(of: offer).map { site.baseURL + $0 }
    if record.isPaused {
      entry.status = .temporarilyClosed
    } else if let first = record.availableFrom, first > community.horizon.today {
      entry.status = .inactive
    }
    entry.application = record.orderBy
    entry.fees = joined(offer.priceText(words), offer.marketText(words))
    entry.eligibility = joined(record.audience, record.conditions)
    entry.assured = record.checkedOn.map(TimeText.date)
    entry.phones = phones(record.phone, "service", own)
    entry.schedules = schedules(offer)
    entry.areas = offer.unit.map { [AreaEntry(id: id("area", own), name: $0.name)] } ?? []
    entry.places = offer.venue.map { [ServicePlaceEntry(id: id("place", own), location: location($0))] } ?? []
    let organization =
      offer.partner.map { self.organization($0) }
      ?? (offer.unit ?? site.unit.flatMap { community.units[$0] }).map {
        self.organization($0, locations: [])
      }
    entry.organization = organization
    entry.costs = record.feeYuan.map { [CostEntry(id: id("cost", own), amount: $0, per: record.per)] } ?? []
    entry.documents = record.documents.map { [DocumentEntry(id: id("document", own), document: $0)] } ?? []
    if let provider = record.provider, provider != organization?.name {
      entry.contacts = [ContactEntry(id: id("contact", own), department: provider)]
    }
    entry.attributes = attributes(offer)
    return entry
  }

  private func schedules(_ offer: Offer) -> [ScheduleEntry] {
    let entry = ScheduleEntry(
      id: id("schedule", offer.record.id.text), from: offer.record.availableFrom.map(TimeText.date),
      until: offer.endsAt.map { TimeText.date(($0 + -1).date) }, description: offer.record.hours)
    return entry.from == nil && entry.until == nil && entry.description == nil ? [] : [entry]
  }

  private func attributes(_ offer: Offer) -> [AttributeEntry] {
    let own = offer.record.id.text
    var term: TermEntry?
    if let category = offer.category, let list = offer.list {
      term = TermEntry(
        id: id("term", list.id.text, category.id.text), code: category.id.text, label: category.label,
        taxonomy: TaxonomyEntry(id: id("taxonomy", list.id.text), name: list.title))
    } else if let menu = offer.menuDetails {
      term = TermEntry(
        id: id("term", "menu", menu.category.rawValue), code: menu.category.rawValue,
        label: words.label(menu.category),
        taxonomy: TaxonomyEntry(id: id("taxonomy", "menu"), name: words.category))
    }
    let category = term.map { AttributeEntry(id: id("attribute", own, "category"), term: $0) }
    return [category].compactMap { $0 }
      + offer.record.tags.map { AttributeEntry(id: id("attribute", own, "tag", $0), value: $0) }
  }

  // MARK: Organizations

  func organization(_ unit: Unit, locations: [LocationEntry]) -> OrganizationEntry {
    var entry = OrganizationEntry()
    let above = unit.parent.flatMap { community.units[$0] }
    entry.id = id("unit", unit.id.text)
    entry.name = unit.name
    entry.shortName = unit.shortName
    entry.description =
      community.text(of: unit)?.summary
      ?? [words.label(unit.level), above?.name].compactMap { $0 }.joined(separator: " · ")
    entry.website = site.baseURL + unit.url
    entry.parent = unit.parent.map { id("unit", $0.text) }
    entry.phones = phones(unit.phone, "unit", unit.id.text)
    entry.locations = locations
    return entry
  }

  func organization(_ partner: PublicPage) -> OrganizationEntry {
    var entry = OrganizationEntry()
    let slug = partner.page.slug.text
    entry.id = id("partner", slug)
    entry.name = partner.page.title
    entry.description = partner.summary
    entry.website = site.baseURL + partner.page.url
    entry.parent = partner.unit.map { id("unit", $0.id.text) }
    entry.phones = phones(partner.partnerDetails?.contact, "partner", slug)
    return entry
  }

  private func phones(_ number: String?, _ parts: String...) -> [PhoneEntry] {
    number.map { [PhoneEntry(id: id("phone", parts.joined(separator: "/")), number: $0)] } ?? []
  }

  // MARK: Venues

  func location(_ venue: Venue) -> LocationEntry {
    var entry = LocationEntry()
    let own = venue.id.text
    entry.id = id("venue", own)
    entry.isVirtual = venue.type == .online
    entry.url = site.baseURL + venue.url
    entry.name = venue.name
    entry.latitude = venue.latitude
    entry.longitude = venue.longitude
    let facilities = venue.facilityTexts(words).joined(separator: words.listComma)
    if let street = venue.address, let region = site.region {
      entry.addresses = [
        PostalEntry(
          id: id("address", own), street: street, city: region.city, province: region.province,
          postalCode: region.postalCode, country: region.country)
      ]
      entry.description = facilities.isEmpty ? nil : facilities
    } else {
      entry.description = joined(venue.address, facilities.isEmpty ? nil : facilities)
    }
    entry.phones = phones(venue.phone, "venue", own)
    entry.schedules = schedules(venue)
    entry.attributes =
      venue.type.map { type in
        let term = TermEntry(
          id: id("term", "venue-type", type.rawValue), code: type.rawValue, label: words.label(type),
          taxonomy: TaxonomyEntry(id: id("taxonomy", "venue-type"), name: words.category))
        return [AttributeEntry(id: id("attribute", own, "type"), term: term)]
      } ?? []
    return entry
  }

  /// Where the hours are not the same every week, in words alone.
  private func schedules(_ venue: Venue) -> [ScheduleEntry] {
    guard let written = venue.openingHours else { return [] }
    let text = words.openingHours(written)
    let offset = TimeText.offset(community.horizon.zone)
    let week = community.ordinaryWeek(of: venue)
    if week.isEmpty { return [ScheduleEntry(id: id("hours", venue.id.text), description: text)] }
    return week.enumerated().map { index, hours in
      ScheduleEntry(
        id: id("hours", venue.id.text, "\(index)"), days: hours.days.map(\.code).joined(separator: ","),
        opens: hours.opens + offset, closes: hours.closes + offset, description: text)
    }
  }

  // MARK: Texts

  private func joined(_ parts: String?...) -> String? {
    let said = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return said.isEmpty ? nil : said.joined(separator: words.semicolon)
  }

  private func sentences(_ parts: String?...) -> String? {
    let said = parts.compactMap { $0 }.filter { !$0.isEmpty }
    return said.isEmpty ? nil : said.joined(separator: words.sentenceGap)
  }
}
