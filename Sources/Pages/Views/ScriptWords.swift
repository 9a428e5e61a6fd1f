import Encoding
import Words

/// What the default theme's `site.js` says, as JSON that stands in every page.
enum ScriptWords {
  static func json(_ words: any Words) -> String {
    var json = JSONWriter(htmlSafe: true)
    json.object { json in
      json.field("over", words.over)
      json.field("ongoing", words.ongoing)
      json.field("today", words.today)
      json.field("onDuty", words.onDuty)
      json.field("periodOver", words.periodOver)
      json.field("lastDayToday", words.lastDayToday)
      json.field("workdaysLeft", words.workdaysLeft.pair)
      json.field("elderView", words.elderView)
      json.field("standardView", words.standardView)
      json.field("allSections", words.allSections)
      json.field("fewerSections", words.fewerSections)
      json.field("moreDays", words.moreDays.pair)
      json.field("waitingDays", words.waitingDays().pair)
      json.field("overdueDays", words.overdueDays().pair)
    }
    return json.string
  }
}
