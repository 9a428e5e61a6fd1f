import Activities
import CivilTime
import Content
import Diagnostics
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
      check("unit", "id=\(unit.id)", ["name": unit.name, "short_name": unit.shortName, "phone": unit.phone], &found)
    }
    for venue in data.venues {
      check("venue", "id=\(venue.id)", ["name": venue.name, "address": venue.address, "phone": venue.phone], &found)
    }
    for activity in data.activities {
      check(
        "activity", "id=\(activity.id)",
        [
          "title": activity.title, "host": activity.host, "audience": activity.audience, "summary": activity.summary,
          "signup_url": activity.signupURL, "online_url": activity.onlineURL,
        ], &found)
    }
    for change in data.changes {
      check(
        "activity_change", "activity_id=\(change.activity),occurs_at=\(TimeText.local(change.occursAt))",
        ["note": change.note], &found)
    }
    for metric in data.metrics {
      check("metric", "id=\(metric.id)", ["title": metric.title, "note": metric.note], &found)
    }
    for roster in data.rosters {
      check("roster", "id=\(roster.id)", ["title": roster.title, "note": roster.note], &found)
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

  private func check(_ table: String, _ key: String, _ texts: [String: String?], _ found: inout [Diagnostic]) {
    for (column, text) in texts {
      guard let text else { continue }
      for number in PersonalNumber.find(in: text) where !site.officePhones.contains(number.digits) {
        found.append(
          PersonalNumberDiagnostic.make(
            number, at: .row(database: site.database, table: table, key: key, column: column)))
      }
    }
  }
}
