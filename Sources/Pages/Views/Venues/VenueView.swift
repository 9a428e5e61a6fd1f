import Activities
import CivilTime
import Community
import Encoding
import Fields
import PublicText
import Templates
import Vocabulary
import Words

/// A place among others: what it is for, what is found there, when it is open, where it is.
struct VenueView: TemplateView {
  let venue: Venue
  /// On the page's map; nil where places have none.
  var number: Int?
  let unit: Unit?
  /// Its hours on the days that the page speaks of, for the script.
  let openDays: String?
  let words: any Words

  static let about = "A place among others: what it is for, what is found there, when it is open, where it is."
  static let fields: [Field<VenueView>] = [
    Field("id", "stays the same", .text { $0.venue.id.text }),
    Field(
      "anchor", "the end of its address, where places stand by number",
      .optionalText { $0.number == nil ? nil : $0.venue.anchor }),
    Field("number", "which it is on the map", .optionalText { $0.number.map { "\($0)" } }),
    Field("name", "what people call it", .text { $0.venue.name }),
    Field(
      "url", "its page or its schedule, where it has one", .optionalText { $0.venue.hasSchedule ? $0.venue.url : nil }),
    Field(
      "typeLabel", "what it is for, in words", .optionalText { view in view.venue.type.map { view.words.label($0) } }),
    Field("type", "the same as a code", .text { $0.venue.type?.rawValue ?? "" }),
    Field(
      "facilityCodes", "what is found there, as codes with a blank between",
      .text { $0.venue.facilities.map(\.facility.rawValue).joined(separator: " ") }),
    Field("facilities", "what is found there, in words", .texts { $0.venue.facilityTexts($0.words) }),
    Field(
      "hasFacilities", "whether anything is said of that",
      .flag { !$0.venue.facilities.isEmpty || !$0.venue.furtherFacilities.isEmpty }),
    Field("unitName", "whose it is", .optionalText { $0.unit?.name }),
    Field("address", "street and number", .optionalText { $0.venue.address }),
    Field("phone", "an office number", .optionalText { $0.venue.phone }),
    Field(
      "phoneURL", "what dials it; nothing where it is no number",
      .optionalText { $0.venue.phone.flatMap { PhoneNumber($0)?.link } }),
    Field(
      "hoursLabel", "its opening hours, in words",
      // With a word joiner: no line begins with the time at which a place closes.
      .optionalText { view in
        view.venue.openingHours.map { view.words.openingHours($0).replacing("–", with: "–\u{2060}") }
      }),
    Field(
      "openDays",
      "the day before the build's week, then its hours day by day: minutes from midnight to midnight with commas between spans, `0` for closed, `?` for not known, `*n` for n days alike; the script says whether it is open",
      .optionalText { $0.openDays }),
    Field(
      "seatsLabel", "how many sit there, in words",
      .optionalText { view in view.venue.seats.map { view.words.seats($0) } }),
    Field(
      "areaLabel", "its floor area, in words",
      .optionalText { view in view.venue.area.map { view.words.squareMetres(NumberText.grouped($0)) } }),
    Field("latitude", "degrees, WGS 84", .optionalText { $0.venue.latitude.map(NumberText.plain) }),
    Field("longitude", "degrees, WGS 84", .optionalText { $0.venue.longitude.map(NumberText.plain) }),
    Field(
      "scheduleURL", "all that is on there, where it has a schedule",
      .optionalText { $0.venue.hasSchedule ? OccurrenceFilter.venue($0.venue.id).url : nil }),
    Field(
      "mapURL", "the place on a map of another site, which opens the telephone's map app; nothing without coordinates",
      .optionalText { $0.venue.mapURL }),
  ]
}

extension OpeningHours {
  /// As the script reads it: `2026-11-20 510-1260*3 540-1260*2 0`.
  func days(from first: CivilDate, through last: CivilDate, _ calendar: WorkCalendar) -> String {
    var runs: [(text: String, count: Int)] = []
    for number in first.dayNumber...last.dayNumber {
      let text =
        switch day(CivilDate(dayNumber: number), calendar) {
        case .unknown: "?"
        case .open(let spans):
          spans.isEmpty ? "0" : spans.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
        }
      if runs.last?.text == text { runs[runs.count - 1].count += 1 } else { runs.append((text, 1)) }
    }
    return TimeText.date(first) + " "
      + runs.map { $0.count == 1 ? $0.text : "\($0.text)*\($0.count)" }.joined(separator: " ")
  }
}
