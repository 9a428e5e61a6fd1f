import Activities
import CivilTime
import Vocabulary

/// Which resources could serve which demands. It proposes, with its reasons; somebody on the staff confirms, as a row of `pairing`.
package struct Matching: Sendable {
  /// Why a resource fits a demand.
  package enum Reason: Sendable, Hashable {
    /// Words that both have.
    case tags([String])
    /// Categories of the same name.
    case category(String)
    /// Both are the same unit's.
    case sameUnit
    /// One's unit stands below the other's.
    case nearUnit
    /// How much is left; nil where that is not limited.
    case left(Double?)
    /// What is left is less than is asked for.
    case partly(left: Double, wanted: Double)
  }

  /// Why a demand has no resource.
  package enum Obstacle: Sendable, Hashable {
    /// Nothing has a word or a category in common with it.
    case nothingAlike
    /// What would fit is used up, paused, not there in time, or of another place.
    case usedUp(String)
    case paused(String)
    case outOfTime(String)
    case elsewhere(String)
  }

  package struct Proposal: Sendable {
    package let offer: Offer
    package let reasons: [Reason]
    /// The higher, the better it fits.
    package let score: Int
  }

  package struct Demand: Sendable {
    package let matter: Matter
    /// The best first, at most five.
    package let proposals: [Proposal]
    /// Where there are no proposals.
    package let obstacles: [Obstacle]
  }

  private static let mostProposals = 5

  /// The demands that nobody has taken and nothing serves yet, in the order of their lists.
  package let demands: [Demand]

  package init(_ community: Community) {
    let lists = community.lists
    let resources = lists.offers.filter { $0.list?.content == .resource || $0.list?.content == .volunteer }
    demands = lists.all.filter { $0.record.content == .demand }.flatMap(\.matters).filter {
      $0.record.phase == .raised && $0.pairings.isEmpty
    }.map { matter in
      var proposals: [Proposal] = []
      var obstacles: [Obstacle] = []
      for offer in resources {
        switch Self.fit(offer, matter, in: community) {
        case .proposal(let proposal): proposals.append(proposal)
        case .obstacle(let obstacle): obstacles.append(obstacle)
        case .unlike: break
        }
      }
      proposals.sort { ($1.score, $0.offer.record.id) < ($0.score, $1.offer.record.id) }
      return Demand(
        matter: matter, proposals: Array(proposals.prefix(Self.mostProposals)),
        obstacles: proposals.isEmpty ? (obstacles.isEmpty ? [.nothingAlike] : obstacles) : [])
    }
  }

  private enum Fit {
    case proposal(Proposal)
    case obstacle(Obstacle)
    case unlike
  }

  /// A category alone is too little to go by where both say more of themselves: a leaking shed is no work for a street-lamp team, though both
  /// are repairs.
  private static func fit(_ offer: Offer, _ matter: Matter, in community: Community) -> Fit {
    let shared = matter.record.tags.filter { tag in offer.record.tags.contains { $0.lowercased() == tag.lowercased() } }
    let category = offer.category?.label == matter.category?.label ? offer.category?.label : nil
    let saysMore = !offer.record.tags.isEmpty && !matter.record.tags.isEmpty
    guard !shared.isEmpty || (category != nil && !saysMore) else { return .unlike }
    let name = offer.record.title
    if offer.record.isPaused { return .obstacle(.paused(name)) }
    if let left = offer.left, left == 0 { return .obstacle(.usedUp(name)) }
    let needed = max(community.horizon.today, matter.record.raisedOn ?? community.horizon.today)
    let last = matter.record.dueOn
    if let until = offer.record.availableUntil, until < needed { return .obstacle(.outOfTime(name)) }
    if let from = offer.record.availableFrom, let last, from > last { return .obstacle(.outOfTime(name)) }
    var reasons: [Reason] = []
    var score = 0
    if !shared.isEmpty {
      reasons.append(.tags(shared))
      score += 10 * shared.count
    }
    if let category {
      reasons.append(.category(category))
      score += 5
    }
    if let unit = offer.unit?.id {
      if unit == matter.unit.id {
        reasons.append(.sameUnit)
        score += 4
      } else if community.units.contains(unit, in: matter.unit.id) || community.units.contains(matter.unit.id, in: unit)
      {
        reasons.append(.nearUnit)
        score += 2
      } else {
        return .obstacle(.elsewhere(name))
      }
    }
    if let wanted = matter.record.quantity, matter.record.per == offer.record.per, let left = offer.left, left < wanted
    {
      reasons.append(.partly(left: left, wanted: wanted))
    } else {
      reasons.append(.left(offer.left))
      score += 1
    }
    return .proposal(Proposal(offer: offer, reasons: reasons, score: score))
  }
}
