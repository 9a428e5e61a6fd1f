package import Diagnostics
package import Vocabulary

/// A room, a team, an event that carries a brand.
package struct Carrier: Sendable {
  package let title: String
  /// What it is, where the community has it.
  package let subject: NamedSubject?
  package let location: Location
}

extension FrontMatterReader {
  /// `[宣讲堂]`, or `[{title: 宣讲堂, venue: fudong-lecture}]`.
  mutating func carriers() -> [Carrier] {
    var carriers: [Carrier] = []
    for entry in fields.entries("carriers") {
      switch entry {
      case .text(let title, let location): carriers.append(Carrier(title: title, subject: nil, location: location))
      case .group(let group):
        let title = group.requiredText("title")
        let subject = subject(of: group)
        group.finish()
        if let title {
          carriers.append(Carrier(title: title, subject: subject, location: group.location(of: "title")))
        }
      }
    }
    return carriers
  }
}
