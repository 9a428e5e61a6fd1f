import CivilTime
import Encoding
import Words

/// What the default theme's `site.js` says, as JSON that stands in it, or in a page.
enum ScriptWords {
  static func json(_ words: any Words) -> String {
    var json = JSONWriter(htmlSafe: true)
    json.object { json in
      json.field("over", words.over)
      json.field("ongoing", words.ongoing)
      json.field("today", words.today)
      json.field("onDuty", words.onDuty)
      json.field("onShift", words.onShift)
      json.field("periodOver", words.periodOver)
      json.field("lastDayToday", words.lastDayToday)
      json.field("workdaysLeft", words.workdaysLeft.pair)
      json.field("mayBeStale", words.mayBeStale)
      json.field("sections", words.sections)
      json.field("nextOccurrence", words.nextOccurrence)
      json.field("elderView", words.elderView)
      json.field("standardView", words.standardView)
      json.field("waitingDays", words.waitingDays().pair)
      json.field("overdueDays", words.overdueDays().pair)
      json.field("openUntil", words.openUntil)
      json.field("openNow", words.openNow)
      json.field("closedNow", words.closedNow)
      json.field("opensAt", words.opensAt)
      json.field("opensTomorrow", words.opensTomorrow)
      json.field("opensOn", words.opensOn)
      json.field("notKnownToday", words.notKnownToday)
      json.field("weekdays", Weekday.allCases.map { words.weekday($0) })
    }
    return json.string
  }

  /// What `circle.js` says, on pages of places.
  static func circleJSON(_ words: any Words, minutes: Int) -> String {
    var json = JSONWriter(htmlSafe: true)
    json.object { json in
      json.field("metresAway", words.metresAway)
      json.field("kilometresAway", words.kilometresAway)
      json.field("minutesOnFoot", words.minutesOnFoot.pair)
      json.field("noCoordinates", words.noCoordinates)
      json.field("positionNote", words.positionNote)
      json.field("positionAsked", words.positionAsked)
      json.field("positionRefused", words.positionRefused)
      json.field("nearestFirst", words.nearestFirst)
      json.field("nothingMatches", words.nothingMatches)
      json.field("venueCount", words.venueCount().pair)
      json.field("gap", words.gap)
      json.field("circleFromThere", words.circleFromThere(minutes))
    }
    return json.string
  }
}
