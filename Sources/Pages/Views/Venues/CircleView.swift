import Activities
import CivilTime
import Community
import Encoding
import Fields
import Templates
import Vocabulary
import Words

/// The places of a unit: by what they are for, by what is found there, on a map; and what is planned for those that are too small.
struct CircleView: TemplateView {
  let circle: VenueCircle
  let groups: [VenueGroupView]
  let facilities: [VenueLinksView]
  let places: [PlaceGroupView]
  let map: String?
  let script: String?
  let register: [RegisterEntryView]
  let tallies: [TallyView]
  let words: any Words

  private var onMap: Int { circle.venues.count { $0.point != nil } }

  static let about =
    "The places of a unit: by what they are for, by what is found there, on a map; and what is planned for those that are too small."
  static let fields: [Field<CircleView>] = [
    Field("isEmpty", "whether there are none", .flag { $0.circle.venues.isEmpty }),
    Field(
      "countLabel", "how many there are, in words",
      .text { $0.words.venueCount().text($0.circle.venues.count) }),
    Field("groups", "the places, by what they are for", .list(VenueGroupView.self) { $0.groups }),
    Field("facilities", "what is found, with the places", .list(VenueLinksView.self) { $0.facilities }),
    Field("hasFacilities", "whether anything is said of that", .flag { !$0.facilities.isEmpty }),
    Field("places", "where a reader may start from, in groups", .list(PlaceGroupView.self) { $0.places }),
    Field("hasPlaces", "whether there are any", .flag { !$0.places.isEmpty }),
    Field("map", "where the places are, as a picture with a title and a description", .optionalText(.html) { $0.map }),
    Field(
      "circleNote", "what the map's circle is",
      .optionalText { view in view.centre.map { view.words.circleNote(view.circle.minutes, around: $0) } }),
    Field(
      "notOnMapLabel", "how many places are not on the map, in words",
      .optionalText { view in
        let count = view.circle.venues.count - view.onMap
        return count == 0 || view.map == nil ? nil : view.words.notOnMap(count)
      }),
    Field(
      "ruleText", "how minutes are estimated",
      .text {
        $0.words.distanceRule(
          detour: NumberText.plain(WalkingDistance.detour), speed: Int(WalkingDistance.metresPerMinute))
      }),
    Field(
      "detour", "by how much a way is longer than the straight line",
      .text { _ in NumberText.plain(WalkingDistance.detour) }),
    Field("speed", "metres walked in a minute", .text { _ in NumberText.plain(WalkingDistance.metresPerMinute) }),
    Field("script", "the address of the theme's `circle.js`", .optionalText { $0.script }),
    Field(
      "scriptWords", "what that script says, as JSON",
      .html { ScriptWords.circleJSON($0.words, minutes: $0.circle.minutes) }),
    Field("tallies", "how many are too small, and how much is planned and added", .list(TallyView.self) { $0.tallies }),
    Field("register", "places that are too small, with their plan", .list(RegisterEntryView.self) { $0.register }),
    Field("hasRegister", "whether there are any", .flag { !$0.register.isEmpty }),
  ]

  private var centre: String? { circle.centre?.point == nil ? nil : circle.centre?.name }
}

extension CountedText {
  func text(_ count: Int) -> String { (count == 1 ? one : other).replacing("{n}", with: "\(count)") }
}

/// Places of one sort.
struct VenueGroupView: TemplateView {
  let key: String
  let title: String
  let venues: [VenueView]
  let isFirst: Bool

  static let about = "Places of one sort."
  static let fields: [Field<VenueGroupView>] = [
    Field("key", "the sort as a code; empty for those without one", .text { $0.key }),
    Field("title", "the same in words", .text { $0.title }),
    Field("count", "how many there are", .text { "\($0.venues.count)" }),
    Field("isFirst", "whether it is the first on its page", .flag { $0.isFirst }),
    Field("venues", "the places", .list(VenueView.self) { $0.venues }),
  ]
}

/// Something that is found at places.
struct VenueLinksView: TemplateView {
  let key: String
  let title: String
  let links: [LinkView]

  static let about = "Something that is found at places, with links to them."
  static let fields: [Field<VenueLinksView>] = [
    Field("key", "what is found, as a code", .text { $0.key }),
    Field("title", "the same in words", .text { $0.title }),
    Field("count", "at how many places", .text { "\($0.links.count)" }),
    Field("links", "the places", .list(LinkView.self) { $0.links }),
  ]
}

/// Where a reader may start from.
struct PlaceGroupView: TemplateView {
  struct Place: TemplateView {
    let id: String
    let title: String

    static let about = "Where a reader may start from."
    static let fields: [Field<Place>] = [
      Field("id", "of the place", .text { $0.id }), Field("title", "what people call it", .text { $0.title }),
    ]
  }

  let title: String
  let places: [Place]

  static let about = "Where a reader may start from, under one heading."
  static let fields: [Field<PlaceGroupView>] = [
    Field("title", "the heading", .text { $0.title }),
    Field("places", "the places", .list(Place.self) { $0.places }),
  ]
}

/// A place that is too small, with its plan.
struct RegisterEntryView: TemplateView {
  let entry: RegisterEntry
  let url: String?
  let words: any Words

  private func area(_ squareMetres: Double?) -> String? {
    squareMetres.map { words.squareMetres(NumberText.grouped($0)) }
  }

  static let about = "A place that is too small, with its plan."
  static let fields: [Field<RegisterEntryView>] = [
    Field("title", "which it is", .text { $0.entry.matter.venue?.name ?? $0.entry.matter.record.title }),
    Field("url", "where all of it stands", .optionalText { $0.url }),
    Field("phase", "how far it has come, as a code for styles", .text { $0.entry.matter.record.phase.rawValue }),
    Field("phaseLabel", "the same in words", .text { $0.entry.matter.phaseText($0.words) }),
    Field("categoryLabel", "how it is to be done, in words", .optionalText { $0.entry.matter.category?.label }),
    Field("before", "its floor area before, in words", .optionalText { $0.area($0.entry.before) }),
    Field("planned", "what is planned beside that, in words", .optionalText { $0.area($0.entry.planned) }),
    Field("after", "its floor area afterwards, in words", .optionalText { $0.area($0.entry.after) }),
    Field(
      "dueISO",
      "of what is not closed, the last day on which it is in time, as YYYY-MM-DD: the script says what is overdue",
      .optionalText { $0.entry.matter.openDueDay.map(TimeText.date) }),
    Field(
      "dueLabel", "the same in words",
      .optionalText { view in view.entry.matter.openDueDay.map { view.words.doneBefore(view.words.monthDay($0)) } }),
    Field("summary", "the plan", .optionalText { $0.entry.matter.record.summary }),
  ]
}
