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
    content.pages.flatMap { page -> [Diagnostic] in
      guard case .venue(let details) = page.details else { return [] }
      return zones(details) + words(details)
    }
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
}
