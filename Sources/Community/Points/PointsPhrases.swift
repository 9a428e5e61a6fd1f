import Activities
package import Words

/// What is said of a rule, in a language: pages, screens and search say the same.
extension PointsRule {
  package func pointsText(_ words: any Words) -> String { words.points(record.points, per: record.per) }

  package func capText(_ words: any Words) -> String {
    record.cap.map { words.cap($0.points, in: $0.period) } ?? words.noCap
  }
}

extension CommunityPoints {
  package static func note(_ words: any Words) -> String { words.pointsNote(SmallGroups.least) }
}
