import Activities
import CivilTime
import Content
import Diagnostics
import Encoding
import Vocabulary

/// No resident's number stands in a text of the database that is published (Promise 4).
struct PersonalDataCheck {
  private let data: ActivityData
  private let site: SiteConfiguration

  init(_ data: ActivityData, site: SiteConfiguration) {
    self.data = data
    self.site = site
  }

  func problems() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for unit in data.units {
      check(
        "unit", "id=\(unit.id)",
        ["id": unit.id.text, "name": unit.name, "short_name": unit.shortName, "phone": unit.phone], &found)
    }
    for venue in data.venues {
      check(
        "venue", "id=\(venue.id)",
        [
          "id": venue.id.text, "name": venue.name, "address": venue.address, "opening_hours": venue.openingHours,
          "phone": venue.phone, "area_m2": text(venue.area),
        ], &found)
    }
    for activity in data.activities {
      check(
        "activity", "id=\(activity.id)",
        [
          "id": activity.id.text, "title": activity.title, "host": activity.host, "audience": activity.audience,
          "summary": activity.summary, "signup_url": activity.signupURL, "online_url": activity.onlineURL,
          "page": activity.page, "fee_yuan": text(activity.feeYuan), "capacity": text(activity.capacity),
          "points": text(activity.points),
        ], &found)
    }
    for change in data.changes {
      check(
        "activity_change", "activity_id=\(change.activity),occurs_at=\(TimeText.local(change.occursAt))",
        ["note": change.note], &found)
    }
    for row in data.attendance {
      check(
        "attendance", "activity_id=\(row.activity),occurs_at=\(TimeText.local(row.occursAt))",
        ["enrolled": text(row.enrolled), "attended": text(row.attended)], &found)
    }
    for metric in data.metrics {
      check(
        "metric", "id=\(metric.id)",
        [
          "id": metric.id.text, "title": metric.title, "value": text(metric.value), "suffix": metric.suffix,
          "note": metric.note,
        ], &found)
    }
    for metric in data.metrics {
      for point in metric.history {
        check(
          "metric_history", "metric_id=\(metric.id),as_of=\(TimeText.date(point.asOf))", ["value": text(point.value)],
          &found)
      }
    }
    for honour in data.honours {
      check(
        "honour", "id=\(honour.id)",
        ["id": honour.id.text, "title": honour.title, "awarded_by": honour.awardedBy, "note": honour.note], &found)
    }
    for entry in data.almanac {
      check("almanac", "id=\(entry.id)", ["id": entry.id.text, "title": entry.title, "text": entry.text], &found)
    }
    for roster in data.rosters {
      check(
        "roster", "id=\(roster.id)", ["id": roster.id.text, "title": roster.title, "note": roster.note], &found)
      for holder in roster.holders {
        check(
          "roster_holder", "roster_id=\(roster.id),position=\(holder.position)",
          ["name": holder.name, "phone": holder.phone], &found)
      }
      for swap in roster.swaps {
        check(
          "roster_swap", "roster_id=\(roster.id),turn_start=\(TimeText.date(swap.turnStart))", ["note": swap.note],
          &found)
      }
    }
    return found
  }

  /// A number that is as large as a mobile's; all others need no look.
  private func text(_ number: Double?) -> String? {
    guard let number, abs(number) >= 13_000_000_000 else { return nil }
    return NumberText.digits(number)
  }

  private func text(_ number: Int?) -> String? { text(number.map(Double.init)) }

  private func check(_ table: String, _ key: String, _ texts: [String: String?], _ found: inout [Diagnostic]) {
    for (column, text) in texts {
      guard let text else { continue }
      for number in PersonalNumber.find(inAddress: text) where !site.officePhones.contains(number.digits) {
        found.append(
          PersonalNumberDiagnostic.make(
            number, at: .row(database: site.database, table: table, key: key, column: column)))
      }
    }
  }
}
