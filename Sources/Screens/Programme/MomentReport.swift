package import CivilTime
import Community
import Content
package import Encoding
import Vocabulary

extension Programme {
  /// What shows at an instant, for people and for other programs: the answer of `gongshi preview screen`.
  package func report(at instant: Instant) -> Bytes {
    let moment = moment(at: instant)
    let slide = slides[moment.slide]
    var json = JSONWriter()
    json.object { json in
      json.field("screen", screen.id.text)
      json.field("at", TimeText.rfc3339(instant, in: horizon.zone))
      json.field("generation", generation)
      json.field("state", moment.state.rawValue)
      json.field("interruption", moment.isInterruption)
      json.field("daypart", moment.daypart)
      json.key("slide")
      json.object { json in
        json.field("id", slide.id)
        json.field("kind", slide.kind)
        json.field("title", slide.title)
        json.field("elapsed", moment.elapsed)
        json.field("remaining", moment.remaining)
      }
      json.key("items")
      json.array(moment.items) { json, shown in
        let item = items[shown.item]
        json.object { json in
          json.field("id", item.id)
          json.field("title", item.title)
          if let mark = item.mark { json.field("mark", mark) }
          if let when = item.when { json.field("when", when) }
          if let place = item.place { json.field("place", place) }
          json.field("now", shown.isNow)
        }
      }
      for (name, lines): (StaticString, [Int]) in [("band", moment.band), ("weather", moment.weather)]
      where !lines.isEmpty {
        json.key(name)
        json.array(lines) { json, line in
          json.object { json in
            json.field("id", items[line].id)
            json.field("title", items[line].title)
          }
        }
      }
      if moment.items.isEmpty, let empty = slide.empty { json.field("empty", empty) }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
