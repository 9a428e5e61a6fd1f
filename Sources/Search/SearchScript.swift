import BrowserFiles
import CivilTime
import Encoding
import Words

/// The search page's script: classic ES5 in one closure, without a library, for any engine with typed arrays (Chromium 38 has them). Its files
/// are in `Client/`; what it says stands before them as data, in the site's language, so that a theme's page need not know of it.
enum SearchScript {
  static func script(_ words: any Words) -> Bytes { BrowserFile.search.enclosed(words: json(words)) }

  private static func json(_ words: any Words) -> Bytes {
    var json = JSONWriter()
    json.object { json in
      json.field("retry", words.retry)
      json.field("failed", words.failed)
      json.field("failedToGoOn", words.failedToGoOn)
      json.field("searching", words.searching)
      json.field("nothingFound", words.nothingFound)
      json.field("tryOneWord", words.tryOneWord)
      json.field("tryAnother", words.tryAnother)
      json.field("seeAlso", words.seeAlso)
      json.field("schedule", words.activities)
      json.field("notices", words.notices)
      json.field("instead", words.instead)
      json.field("allWords", words.allWords)
      json.field("found", words.found.pair)
      json.field("foundSome", words.foundSome.pair)
      json.field("noneYet", words.noneYet)
      json.field("listed", words.listed.pair)
      json.field("more", words.more.pair)
      json.field("goOn", words.goOn)
      json.field("hasExpired", words.hasExpired)
      json.field("isOver", words.isOver)
      json.field("onUntil", words.onUntil)
      json.key("kinds")
      json.object { json in
        json.field("activity", words.kindActivity)
        json.field("notice", words.kindNotice)
        json.field("service", words.kindService)
        json.field("venue", words.kindVenue)
        json.field("page", words.kindPage)
        json.field("unit", words.kindUnit)
      }
      json.field("months", (1...12).map { words.month($0) })
      // Monday first.
      json.field("weekdays", Weekday.allCases.map(words.weekdayName))
      json.field("dayPattern", words.dayPattern)
      json.field("datePattern", words.datePattern)
      json.field("ellipsis", words.ellipsis)
      json.field("address", words.addressPattern)
      // What is compared as what, a character for each: some by themselves, then those that follow one another.
      let pairs = AlikeCharacters.pairs
      json.field("alike", [pairs.map(\.from), pairs.map(\.to)].map { String(decoding: $0, as: UTF16.self) })
      json.key("alikeRuns")
      json.array(AlikeCharacters.runs) { json, run in
        json.object { json in
          json.field("first", Int(run.first))
          json.field("as", run.characters)
        }
      }
    }
    return json.bytes
  }
}
