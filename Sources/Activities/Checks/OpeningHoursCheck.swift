import CivilTime
import Diagnostics
import Vocabulary

/// Opening hours are what OpenStreetMap's syntax has for them: whoever asks whether a place is open gets an answer, and feeds state what other
/// programs can read.
struct OpeningHoursCheck {
  private let venues: [VenueRecord]
  private let database: String

  init(_ data: ActivityData, database: String) {
    venues = data.venues
    self.database = database
  }

  func problems() -> [Diagnostic] {
    venues.compactMap { venue in
      guard let text = venue.openingHours else { return nil }
      do throws(OpeningHoursProblem) {
        _ = try OpeningHours.read(text)
        return nil
      } catch {
        return Self.diagnostic(
          error, of: venue,
          at: .row(database: database, table: "venue", key: "id=\(venue.id)", column: "opening_hours"))
      }
    }
  }

  private static let form = Message(
    zh: "写成 Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off 的样子：星期、节假日 PH、月份，24 小时制，半角标点，分号隔开",
    en: "write them as Mo-Fr 08:30-17:30; Sa 09:00-12:00; PH off: weekdays, PH, months, 24 hours, semicolons between")

  private static func diagnostic(
    _ problem: OpeningHoursProblem, of venue: VenueRecord, at place: Location
  ) -> Diagnostic {
    let what = reason(problem)
    return .error(
      "venue.opening-hours", zh: "“\(venue.name)”的开放时间\(what.zh)", en: "opening hours of “\(venue.name)”: \(what.en)",
      hint: proposal(venue.openingHours ?? "") ?? (problem.reason == .unsupported ? Self.unsupported : form), at: place)
  }

  private static func proposal(_ text: String) -> Message? {
    SpokenHours.proposal(for: text).map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
  }

  private static let unsupported = Message(
    zh: "只用星期、日期、法定节假日（PH）和起止时刻；日出日落、学校假期、没有结束的时刻和 || 请改写成日期和时刻，其余用引号写成说明",
    en:
      "use weekdays, dates, public holidays (PH) and times with an end; write what depends on the sun or on school terms as dates and times, and the rest as a comment in quotes"
  )

  private static func reason(_ problem: OpeningHoursProblem) -> Message {
    let (column, found) = (problem.column, problem.found)
    let shown = found.isEmpty ? Message(zh: "", en: "") : Message(zh: "“\(found)”", en: " “\(found)”")
    switch problem.reason {
    case .empty: return Message(zh: "是空的", en: "there are none")
    case .tooLong: return Message(zh: "太长了", en: "they are too long")
    case .unexpected where found.isEmpty:
      return Message(zh: "在第 \(column) 个字符处没有写完", en: "they break off at character \(column)")
    case .unexpected:
      return Message(
        zh: "第 \(column) 个字符起看不懂：\(shown.zh)", en: "not understood from character \(column) on:\(shown.en)")
    case .unsupported:
      return Message(
        zh: "第 \(column) 个字符起的写法不支持：\(shown.zh)",
        en: "what stands from character \(column) on is not supported:\(shown.en)")
    case .outOfRange:
      return Message(
        zh: "第 \(column) 个字符起没有这样的日期或时刻：\(shown.zh)",
        en: "from character \(column) on, there is no such day or time:\(shown.en)")
    }
  }
}
