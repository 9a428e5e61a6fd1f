import Activities
import Artifacts
import CivilTime
import Community
import Content
import Encoding
import Vocabulary
import Words

/// What a page is about, for programs that read pages.
enum PageSubject: Sendable {
  case site
  case place(Venue)
  case unit(Unit)
  case services([Offer])
  case notice(PublicPage)
  case activity(Activity)
  /// The page of data.
  case data([ReleaseFeed])
}

/// What a page is in schema.org's words (JSON-LD 1.1), for search engines and assistants: where it stands on the site, and what it is about. It
/// says what stays true whenever it is read: days and hours, never “today” or “open now”.
struct PageMarkup {
  let community: Community
  let site: SiteView

  /// - Parameter isWhole: with an activity's dates, which a theme may show by themselves.
  func json(_ head: PageHead, isWhole: Bool) -> String {
    var json = JSONWriter(htmlSafe: true)
    json.object { json in
      json.field("@context", "https://schema.org")
      json.key("@graph")
      json.array(parts(of: head, isWhole: isWhole)) { json, part in
        switch part {
        case .trail: trail(head, &json)
        case .subject(let about): subject(about, head: head, json: &json)
        case .event(let activity, let node): events.write(node, of: activity, &json)
        }
      }
    }
    return json.string
  }

  private enum Part {
    case trail
    case subject(PageSubject)
    case event(Activity, EventMarkup.Node)
  }

  private var events: EventMarkup { EventMarkup(community: community) }

  /// Nothing is said of an activity that is over: its page is kept for who comes back, and nobody is to be led there.
  func saysAnything(of head: PageHead) -> Bool {
    if case .activity(let activity) = head.subject { !events.isOver(activity) } else { true }
  }

  private func parts(of head: PageHead, isWhole: Bool) -> [Part] {
    let trail: [Part] = head.path.url == "/" ? [] : [.trail]
    switch head.subject {
    case nil: return trail
    case .activity(let activity):
      return trail + (isWhole ? events.nodes(of: activity).map { .event(activity, $0) } : [])
    case .some(let subject): return trail + [.subject(subject)]
    }
  }

  private func address(_ path: String) -> String { site.baseURL + path }

  /// The way from the home page, the page last: its address is the page's, and the home page is named where nothing else leads here (search engines want
  /// two steps, and neither the home page nor the last address).
  private func trail(_ head: PageHead, _ json: inout JSONWriter) {
    let home = LinkView(title: site.words.home, url: "/")
    let own = LinkView(title: head.title, url: head.path.url)
    json.object { json in
      json.field("@type", "BreadcrumbList")
      json.key("itemListElement")
      var position = 0
      let steps = (head.breadcrumbs.isEmpty ? [home] : head.breadcrumbs) + [own]
      json.array(steps) { json, step in
        position += 1
        json.object { json in
          json.field("@type", "ListItem")
          json.field("position", position)
          json.field("name", step.title)
          if position < steps.count { json.field("item", address(step.url)) }
        }
      }
    }
  }

  private func subject(_ subject: PageSubject, head: PageHead, json: inout JSONWriter) {
    switch subject {
    case .site: portal(&json)
    case .place(let venue): place(venue, head: head, json: &json)
    case .unit(let unit): office(unit, head: head, json: &json)
    case .services(let offers): services(offers, head: head, json: &json)
    case .notice(let page): notice(page, head: head, json: &json)
    case .data(let feeds): dataset(feeds, head: head, json: &json)
    case .activity: break
    }
  }

  // MARK: Kinds

  private func portal(_ json: inout JSONWriter) {
    json.object { json in
      json.field("@type", "WebSite")
      json.field("@id", address("/"))
      json.field("name", site.title)
      json.field("url", address("/"))
      json.field("inLanguage", site.language.tag)
      if let publisher = site.unitName ?? site.sponsor {
        json.key("publisher")
        json.object { json in
          json.field("@type", "GovernmentOrganization")
          json.field("name", publisher)
          if let phone = site.phone { json.field("telephone", phone) }
          if let place = site.address { json.field("address", place) }
        }
      }
      if community.site.hasSearch {
        json.key("potentialAction")
        json.object { json in
          json.field("@type", "SearchAction")
          json.field("target", address("/search/?q={q}"))
          json.field("query-input", "required name=q")
        }
      }
    }
  }

  private func place(_ venue: Venue, head: PageHead, json: inout JSONWriter) {
    json.object { json in
      json.field("@type", "CivicStructure")
      common(venue.name, head: head, json: &json)
      if let phone = venue.phone { json.field("telephone", phone) }
      if let address = venue.address { json.field("address", address) }
      if let point = venue.point {
        json.key("geo")
        json.object { json in
          json.field("@type", "GeoCoordinates")
          json.field("latitude", point.latitude)
          json.field("longitude", point.longitude)
        }
      }
      if let seats = venue.seats { json.field("maximumAttendeeCapacity", seats) }
      let week = community.ordinaryWeek(of: venue)
      if !week.isEmpty {
        json.key("openingHoursSpecification")
        json.array(week) { json, hours in
          json.object { json in
            json.field("@type", "OpeningHoursSpecification")
            json.key("dayOfWeek")
            json.array(hours.days) { $0.value(Self.dayName($1)) }
            json.field("opens", hours.opens)
            json.field("closes", hours.closes)
          }
        }
      }
      let found = venue.facilities.map { site.words.label($0.facility) } + venue.furtherFacilities
      if !found.isEmpty {
        json.key("amenityFeature")
        json.array(found) { json, name in
          json.object { json in
            json.field("@type", "LocationFeatureSpecification")
            json.field("name", name)
            json.field("value", true)
          }
        }
      }
    }
  }

  private func office(_ unit: Unit, head: PageHead, json: inout JSONWriter) {
    json.object { json in
      json.field("@type", "GovernmentOrganization")
      common(unit.name, head: head, json: &json)
      if let phone = unit.phone { json.field("telephone", phone) }
      if let above = unit.parent.flatMap({ community.units[$0] }) {
        json.key("parentOrganization")
        json.object { json in
          json.field("@type", "GovernmentOrganization")
          json.field("name", above.name)
          json.field("url", address(above.url))
        }
      }
    }
  }

  /// A menu: what can be had, from whom, for how much.
  private func services(_ offers: [Offer], head: PageHead, json: inout JSONWriter) {
    json.object { json in
      json.field("@type", "ItemList")
      common(head.title, head: head, json: &json)
      json.key("itemListElement")
      json.array(offers.enumerated()) { json, numbered in
        let offer = numbered.element
        json.object { json in
          json.field("@type", "ListItem")
          json.field("position", numbered.offset + 1)
          json.key("item")
          json.object { json in
            json.field("@type", "GovernmentService")
            json.field("@id", address(head.path.url) + "#" + offer.anchor)
            json.field("name", offer.record.title)
            if let summary = offer.record.summary { json.field("description", summary) }
            if let provider = offer.record.provider ?? offer.partner?.page.title ?? offer.unit?.name {
              json.key("provider")
              json.object { json in
                json.field("@type", "Organization")
                json.field("name", provider)
              }
            }
            if let fee = offer.record.feeYuan {
              json.key("offers")
              json.object { json in
                json.field("@type", "Offer")
                json.field("price", fee)
                json.field("priceCurrency", "CNY")
              }
            }
            if let venue = offer.venue {
              json.key("availableChannel")
              json.object { json in
                json.field("@type", "ServiceChannel")
                json.key("serviceLocation")
                json.object { json in
                  json.field("@type", "Place")
                  json.field("name", venue.name)
                  if let address = venue.address { json.field("address", address) }
                }
              }
            }
          }
        }
      }
    }
  }

  private func notice(_ page: PublicPage, head: PageHead, json: inout JSONWriter) {
    let zone = community.horizon.zone
    json.object { json in
      json.field("@type", "Article")
      common(head.title, head: head, json: &json)
      json.field("headline", head.title)
      if let date = page.publishedAt { json.field("datePublished", TimeText.rfc3339(date, in: zone)) }
      if let end = page.expiresAt { json.field("expires", TimeText.rfc3339(end, in: zone)) }
      if let publisher = page.unit?.name ?? site.unitName ?? site.sponsor {
        json.key("publisher")
        json.object { json in
          json.field("@type", "GovernmentOrganization")
          json.field("name", publisher)
        }
      }
    }
  }

  /// What things of every kind have.
  private func common(_ name: String, head: PageHead, json: inout JSONWriter) {
    json.field("@id", address(head.path.url))
    json.field("name", name)
    json.field("url", address(head.path.url))
    if let text = head.description { json.field("description", text) }
    if let image = head.image { json.field("image", address(community.image(at: image)?.plainURL ?? image)) }
  }

  // MARK: Hours

  private static func dayName(_ day: Weekday) -> String {
    switch day {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}
