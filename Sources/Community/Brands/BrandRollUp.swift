import Activities
package import CivilTime
package import Content
package import Vocabulary

/// What a brand and all below it amount to: counted from what names them, never typed.
package struct BrandRollUp: Sendable {
  /// Below it.
  package let brands: Int
  package let carriers: Int
  package let partners: Int
  package let teams: Int
  /// What takes place in its carriers or is its own, between `first` and `last`.
  package let occurrences: Int
  package let first: CivilDate
  package let last: CivilDate
  /// Matters that name it.
  package let waiting: Int
  package let underWay: Int
  package let done: Int
}

extension Community {
  package func rollUp(of brand: PublicPage) -> BrandRollUp {
    let brands = brandTree(of: brand).all.compactMap { node in node.page.brandDetails.map { (node.page.page.slug, $0) }
    }
    let slugs = Set(brands.map(\.0))
    let details = brands.map(\.1)
    let subjects = details.flatMap { $0.carriers.compactMap(\.subject) }
    // One that has no place of its own is distinguished from others by its title.
    let carriers = Set(details.flatMap { $0.carriers.map { $0.subject.map { "\($0.key) \($0.id)" } ?? $0.title } })
    let partners = Set(details.flatMap(\.partners)).compactMap { page(.partner, $0) }.filter {
      $0.isActivePartner(on: horizon.today)
    }
    let teams = Set(details.flatMap(\.teams) + subjects.compactMap { $0.slug(of: .team) }).filter {
      page(.team, $0).map { !$0.isExpired } ?? false
    }
    let venues = Set(subjects.compactMap { if case .venue(let id) = $0 { id } else { nil } })
    let activities = Set(
      details.flatMap(\.activities) + subjects.compactMap { if case .activity(let id) = $0 { id } else { nil } })
    let occurrences = self.occurrences.count { occurrence in
      occurrence.takesPlace && occurrence.start.date >= horizon.today && occurrence.start < horizon.end
        && (activities.contains(occurrence.activity.id) || occurrence.venue.map { venues.contains($0.id) } ?? false)
    }
    let phases = lists.matters.filter { $0.record.brand.map(slugs.contains) ?? false }.map(\.record.phase)
    return BrandRollUp(
      brands: brands.count - 1, carriers: carriers.count, partners: partners.count, teams: teams.count,
      occurrences: occurrences, first: horizon.today, last: horizon.lastDay,
      waiting: phases.count { $0 == .raised }, underWay: phases.count { $0 == .taken || $0 == .doing },
      done: phases.count { $0 == .done })
  }
}

extension PublicPage {
  package var brandDetails: BrandDetails? {
    if case .brand(let details) = page.details { return details }
    return nil
  }

  package var partnerDetails: PartnerDetails? {
    if case .partner(let details) = page.details { return details }
    return nil
  }

  /// A partner whose agreement has not ended.
  func isActivePartner(on day: CivilDate) -> Bool {
    !isExpired && !(partnerDetails?.agreement?.hasEnded(on: day) ?? false)
  }
}

extension NamedSubject {
  func slug(of kind: PageKind) -> Slug? {
    if case .page(kind, let slug) = self { return slug }
    return nil
  }
}
