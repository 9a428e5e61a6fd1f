import Activities
import CivilTime
import Content
import Diagnostics
import Encoding
import Vocabulary

/// What a venue's row, its facilities and its page say of one place goes together.
struct VenueCheck {
  private let community: Community
  private let content: Content
  /// Of rows, by their venue.
  private let facilities: [VenueID: Set<VenueFacility>]

  /// Square metres by which measures may differ.
  private static let tolerance = 0.5

  init(_ community: Community, content: Content, data: ActivityData) {
    self.community = community
    self.content = content
    facilities = Dictionary(grouping: data[VenueFacilityRecord.self], by: \.venue)
      .mapValues { Set($0.map(\.facility)) }
  }

  func problems() -> [Diagnostic] {
    let pages = content.pages.flatMap { page -> [Diagnostic] in
      guard case .venue(let details) = page.details else { return [] }
      return zones(details) + words(details)
    }
    return pages + hours()
  }

  /// A place has no more room than it has.
  private func zones(_ details: VenueDetails) -> [Diagnostic] {
    guard let venue = details.venue.flatMap(community.venue), let area = venue.area else { return [] }
    let sum = details.zones.reduce(0) { $0 + ($1.area ?? 0) }
    guard sum > area + Self.tolerance else { return [] }
    let (parts, whole) = (NumberText.plain(sum), NumberText.plain(area))
    return [
      .error(
        "venue.zones-exceed-area", zh: "各功能区加起来 \(parts) 平方米，“\(venue.name)”一共只有 \(whole) 平方米",
        en: "its zones add up to \(parts) square metres, “\(venue.name)” has \(whole)",
        hint: Message(zh: "改正功能区的面积，或数据库里场所的 area_m2", en: "mend the zones' areas, or the venue's area_m2"),
        at: details.zonesLocation)
    ]
  }

  /// Rows are where facilities are said; a page adds what the list has no word for.
  private func words(_ details: VenueDetails) -> [Diagnostic] {
    guard let venue = details.venue.flatMap(community.venue), let rows = facilities[venue.id] else { return [] }
    return details.facilities.compactMap { word in
      guard let facility = VenueFacility.named(word), !rows.contains(facility) else { return nil }
      return .error(
        "venue.facility-without-row", zh: "页面上写了“\(word)”，数据库里“\(venue.name)”没有这项设施",
        en: "the page says “\(word)”, the database has no such facility of “\(venue.name)”",
        hint: Message(
          zh: "在“场所设施”表里加上“\(facility.inSheets)”，或从页面上删去",
          en: "add \(facility.rawValue) to venue_facility, or take it off the page"),
        at: details.facilitiesLocation)
    }
  }

  private func hours() -> [Diagnostic] {
    community.venues.compactMap { venue in
      guard let text = venue.openingHours, venue.hours == nil else { return nil }
      return .warning(
        "venue.opening-hours", zh: "“\(venue.name)”的开放时间“\(text)”照原样显示，算不出此刻开不开门",
        en: "whether “\(venue.name)” is open can't be told from its opening hours “\(text)”",
        hint: Message(
          zh: "写成 Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off 的样子：星期、节假日 PH、月份，24 小时制，分号隔开",
          en:
            "write them as Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off: weekdays, PH, months, 24 hours, semicolons between"
        ),
        at: .row(
          database: content.site.database, table: "venue", key: "id=\(venue.id)", column: "opening_hours"))
    }
  }
}
