import CivilTime
import Community
import Fields
import Templates
import Words

/// A `posts` block: units with their numbers, and who answers for what in them.
struct PostsBlockView: TemplateView {
  let contacts: [ContactView]
  let words: any Words

  static let about = "A `posts` block: how to reach units."
  static let fields: [Field<PostsBlockView>] = [
    Field("words", "what the program says by itself, by name", .record(WordsView.self) { WordsView(words: $0.words) }),
    Field("contacts", "the units that it asks for", .list(ContactView.self) { $0.contacts }),
  ]
}

struct ContactView: TemplateView {
  let unit: Unit
  let posts: [PostView]

  static let about = "A unit with those who answer for something in it."
  static let fields: [Field<ContactView>] = [
    Field("name", "what the unit is called", .text { $0.unit.name }),
    Field("url", "its address", .text { $0.unit.url }),
    Field("phone", "an office number", .optionalText { $0.unit.phone }),
    Field("phoneURL", "what dials it", .optionalText { $0.unit.phoneLink }),
    Field("posts", "its posts, whom to call first in front", .list(PostView.self) { $0.posts }),
  ]
}
