import Community
import Fields
import Templates
import Words

/// Places on a map without streets, and the same as a list: what is near one, or what a unit has.
struct AroundView: TemplateView {
  let map: String
  let note: String?
  let places: [NearView]

  static let about = "Places on a map without streets, and the same as a list: what is near one, or what a unit has."
  static let fields: [Field<AroundView>] = [
    Field("map", "where they are, as a picture with a title and a description", .html { $0.map }),
    Field("note", "what the map's circles are, where it has any", .optionalText { $0.note }),
    Field("places", "the places, by their numbers: neighbours by their way", .list(NearView.self) { $0.places }),
  ]
}

/// A place on such a map.
struct NearView: TemplateView {
  /// On the map.
  let number: Int
  let venue: Venue
  let words: any Words
  /// nil where the map is not around a place.
  var metres: Double?

  static let about = "A place on such a map."
  static let fields: [Field<NearView>] = [
    Field("number", "which it is on the map", .integer(least: 1) { $0.number }),
    Field("name", "what people call it", .text { $0.venue.name }),
    Field("url", "where more is said of it", .text { $0.venue.url }),
    Field(
      "distanceLabel", "how far it is in a straight line from the place that the map is around, in words",
      .optionalText { view in view.metres.map { view.words.away($0) } }),
    Field(
      "minutesLabel", "how long a walk takes, as an estimate, in words",
      .optionalText { view in view.metres.map { view.words.onFoot(WalkingDistance.minutes(metres: $0)) } }),
  ]
}
