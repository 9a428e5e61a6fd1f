import Activities
import CivilTime
import Community
import Encoding
import Fields
import Templates
import Words

/// Something that somebody in a unit answers for.
struct PostView: TemplateView {
  /// Turns of a roster that a page shows: the running one, and who comes next.
  private static let turns = 4

  let post: Post
  let today: CivilDate
  let words: any Words

  static let about = "Something that somebody in a unit answers for."
  static let fields: [Field<PostView>] = [
    Field("anchor", "the end of its address", .text { $0.post.anchor }),
    Field("title", "what the post is called", .text { $0.post.title }),
    Field(
      "holder", "who holds it: a role or an organisation; nothing where it goes round",
      .optionalText { view in view.post.roster == nil ? view.post.holder(on: view.today)?.name : nil }),
    Field(
      "peopleLabel", "how many people hold it, in words, where there are several",
      .optionalText { $0.post.record.people > 1 ? $0.words.people($0.post.record.people) : nil }),
    Field("phone", "an office number, or one that is masked", .optionalText { $0.post.record.phone }),
    Field("phoneURL", "what dials it; nothing where it is masked", .optionalText { $0.post.phoneLink }),
    Field("duties", "what the post is in charge of", .optionalText { $0.post.record.duties }),
    Field("hasTurns", "whether it goes round", .flag { $0.post.roster != nil }),
    Field("isVacant", "whether it goes round, and no turn has begun or is known", .flag { $0.isVacant }),
    Field(
      "turns", "the turns of the roster by which it goes round, from the running one on: the script shows whose it is",
      .list(TurnView.self) { view in view.coming.map { TurnView(turn: $0, words: view.words) } }),
  ]

  private var coming: [RosterTurn] {
    guard let roster = post.roster else { return [] }
    return Array(roster.turns.filter { $0.days.upperBound >= today }.prefix(Self.turns))
  }

  private var isVacant: Bool { post.roster != nil && coming.first?.days.contains(today) != true }
}

/// Whom to call first.
struct CallView: TemplateView {
  let title: String
  let phone: String
  let phoneURL: String

  static let about = "Whom to call first."
  static let fields: [Field<CallView>] = [
    Field("title", "the post, or the unit", .text { $0.title }),
    Field("phone", "the number", .text { $0.phone }),
    Field("phoneURL", "what dials it", .text { $0.phoneURL }),
  ]
}
