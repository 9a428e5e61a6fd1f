import Activities
import CivilTime
import Community
import Fields
import PublicText
import Templates
import Vocabulary
import Words

/// A day of a duty sheet.
struct ShiftDayView: TemplateView {
  let day: CivilDate
  let shifts: [Shift]
  let namesUnit: Bool
  /// Today and tomorrow; the days after them wait to be asked for.
  let isNear: Bool
  /// A number that the page has said already.
  let known: String?
  let zone: Zone
  let words: any Words

  static let about = "A day of a duty sheet, or a week of one that goes by weeks."
  static let fields: [Field<ShiftDayView>] = [
    Field("dateISO", "the day, as YYYY-MM-DD", .text { TimeText.date($0.day) }),
    Field("label", "the day, in words", .text { $0.label }),
    Field("isNear", "whether it is today or tomorrow, which readers come for", .flag { $0.isNear }),
    Field(
      "untilISO", "when the last of them is over",
      .text { view in
        TimeText.rfc3339(view.shifts.map(\.until).max() ?? LocalDateTime(view.day + 1), in: view.zone)
      }),
    Field(
      "shifts", "who is on duty",
      .list(ShiftView.self) { view in
        view.shifts.map {
          ShiftView(
            shift: $0, namesUnit: view.namesUnit, saysPhone: $0.record.phone != view.known, zone: view.zone,
            words: view.words)
        }
      }),
  ]

  private var label: String {
    let last = shifts.filter { $0.record.hours == nil }.map { ($0.until + -1).date }.max() ?? day
    return last > day && shifts.allSatisfy { $0.record.hours == nil } ? words.days(day...last) : words.day(day)
  }

  /// Those that are not over on the day of the build, as many days as a page has room for.
  ///
  /// - Parameter known: a number that the page has said already.
  static func days(
    _ shifts: [Shift], from today: CivilDate, limit: Int, known: String?, zone: Zone, words: any Words
  ) -> [ShiftDayView] {
    let midnight = LocalDateTime(today)
    let coming = shifts.filter { $0.until > midnight }
    let namesUnit = Set(coming.map(\.unit.id)).count > 1
    return Dictionary(grouping: coming, by: \.day).sorted { $0.key < $1.key }.prefix(limit).map { day, shifts in
      ShiftDayView(
        day: day, shifts: shifts, namesUnit: namesUnit, isNear: day <= today + 1, known: known, zone: zone, words: words
      )
    }
  }
}

struct ShiftView: TemplateView {
  let shift: Shift
  let namesUnit: Bool
  /// Not where it is that which the page says first.
  let saysPhone: Bool
  let zone: Zone
  let words: any Words

  static let about = "Who is on duty for a stretch of time: the script marks who is now."
  static let fields: [Field<ShiftView>] = [
    Field("fromISO", "when it begins", .text { TimeText.rfc3339($0.shift.from, in: $0.zone) }),
    Field("untilISO", "when it is over", .text { TimeText.rfc3339($0.shift.until, in: $0.zone) }),
    Field("post", "what is manned", .text { $0.shift.record.post }),
    Field(
      "hoursLabel", "its hours, in words; nothing for whole days",
      .optionalText { $0.shift.record.hours == nil ? nil : $0.words.times(from: $0.shift.from, to: $0.shift.until) }),
    Field(
      "holder", "a role, an office, or who it is where the site publishes that",
      .optionalText { $0.shift.record.holder }),
    Field("unitName", "the unit, where several are shown", .optionalText { $0.namesUnit ? $0.shift.unit.name : nil }),
    Field(
      "phone", "an office number, where it is another than the page's first",
      .optionalText { $0.saysPhone ? $0.shift.record.phone : nil }),
    Field(
      "phoneURL", "what dials it; nothing where it is no number",
      .optionalText { $0.saysPhone ? $0.shift.record.phone.flatMap(PhoneNumber.init)?.link : nil }),
    Field("note", "what else to know of it", .optionalText { $0.shift.record.note }),
  ]
}
