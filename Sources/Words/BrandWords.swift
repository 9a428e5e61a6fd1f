package import CivilTime

/// What pages and screens say of brands, of partners' agreements, and of what was recorded.
package protocol BrandWords: Sendable {
  // MARK: Editions

  var editionHistory: String { get }
  var presentEdition: String { get }
  var comingEdition: String { get }
  /// `2020年至2022年`, `2023年起`; nil where neither is known.
  func span(from first: String?, to last: String?) -> String?

  // MARK: The tree

  var brandTree: String { get }
  var carriesBrand: String { get }
  var brandTeams: String { get }
  /// Over what is counted of a brand, and of a brand and all below it.
  var brandCounted: String { get }
  var brandRollUp: String { get }
  var brandsBelow: String { get }
  var brandCarriers: String { get }
  var brandPartnerCount: String { get }
  var brandTeamCount: String { get }
  func brandOccurrences(from first: String, to last: String) -> String
  var brandWaiting: String { get }
  var brandUnderWay: String { get }
  var brandDone: String { get }
  var brandFigures: String { get }

  // MARK: Agreements and premises

  var agreement: String { get }
  var agreementAhead: String { get }
  var agreementEnded: String { get }
  var assessed: String { get }
  var admission: String { get }
  var exit: String { get }
  var premises: String { get }
  func premisesWhole(_ area: String) -> String
  var officeSpace: String { get }
  var sharedSpace: String { get }
  var givenSpace: String { get }
  var otherSpace: String { get }

  // MARK: What was recorded

  var recordedVideos: String { get }
  var watchVideo: String { get }
  var scanVideo: String { get }
  func held(on date: String) -> String
}

extension Words {
  /// As exactly as it is known: `2023年`, `2023年5月`, `2023年5月18日`.
  package func date(_ date: PartialDate) -> String {
    guard let month = date.month else { return year(date.year) }
    return date.day == nil ? self.month(month, of: date.year) : self.date(date.firstDay)
  }
}
