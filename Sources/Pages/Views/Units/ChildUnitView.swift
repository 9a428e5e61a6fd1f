import Activities
import CivilTime
import Community
import Fields
import Templates
import Words

/// A unit on the page of the one above it.
struct ChildUnitView: TemplateView {
  let unit: Unit
  let posts: [Post]
  /// What is below it.
  let countsLabel: String?
  let today: CivilDate
  let words: any Words

  static let about = "A unit on the page of the one above it."
  static let fields: [Field<ChildUnitView>] = [
    Field("name", "what it is called", .text { $0.unit.name }),
    Field(
      "url", "its page; nothing where it has none, and this is its place",
      .optionalText { $0.unit.hasPage ? $0.unit.url : nil }),
    Field(
      "anchor", "the end of its address here; nothing where it has a page",
      .optionalText { $0.unit.hasPage ? nil : $0.unit.anchor }),
    Field("phone", "an office number", .optionalText { $0.unit.phone }),
    Field("phoneURL", "what dials it", .optionalText { $0.unit.phoneLink }),
    Field("countsLabel", "what is below it, in words", .optionalText { $0.countsLabel }),
    Field(
      "posts", "its posts, where this is its place",
      .list(PostView.self) { view in
        view.unit.hasPage ? [] : view.posts.map { PostView(post: $0, today: view.today, words: view.words) }
      }),
  ]
}

/// Units of one level below a unit.
struct ChildGroupView: TemplateView {
  let title: String
  let count: Int
  let units: [ChildUnitView]

  static let about = "Units of one level below a unit."
  static let fields: [Field<ChildGroupView>] = [
    Field("title", "the level, in words", .text { $0.title }),
    Field("count", "how many there are in all", .text { "\($0.count)" }),
    Field("units", "those that this page shows", .list(ChildUnitView.self) { $0.units }),
  ]
}

/// A unit in the tree of units.
struct TreeUnitView: TemplateView {
  let unit: Unit
  let countsLabel: String?
  /// Whether others stand within it.
  let isFolder: Bool
  let isOpen: Bool
  /// How many folders end behind it.
  let endings: Int

  static let about = "A unit in the tree of units."
  static let fields: [Field<TreeUnitView>] = [
    Field("name", "what it is called", .text { $0.unit.name }),
    Field("url", "its address", .text { $0.unit.url }),
    Field("countsLabel", "what is below it, in words", .optionalText { $0.countsLabel }),
    Field("isFolder", "whether others stand within it", .flag { $0.isFolder }),
    Field("isOpen", "whether they are shown at first", .flag { $0.isOpen }),
    Field(
      "endings", "something for each folder that ends behind it", .texts { Array(repeating: "", count: $0.endings) }),
  ]
}
