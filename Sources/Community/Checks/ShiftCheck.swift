import Activities
import CivilTime
import Content
import Diagnostics
import PublicText
import Vocabulary

/// Duty sheets name posts and offices; whose name stands in them is public only where the site says so (`dutyNames: public`), as offices that
/// put up who is on duty do. A sheet is wrong as a whole: it is reported once for each post, with how many lines it is.
struct ShiftCheck {
  private struct Place: Hashable {
    let unit: UnitID
    let post: String
  }

  private let shifts: [ShiftRecord]
  private let site: SiteConfiguration

  init(_ data: ActivityData, site: SiteConfiguration) {
    shifts = data[ShiftRecord.self]
    self.site = site
  }

  func problems() -> [Diagnostic] {
    if site.showsDutyNames { return [] }
    var first: [Place: (shift: ShiftRecord, name: String, count: Int)] = [:]
    for shift in shifts {
      guard
        let name = [shift.holder, shift.post, shift.note].lazy.compactMap(\.self).compactMap({ DutyName.first(in: $0) })
          .first
      else { continue }
      let place = Place(unit: shift.unit, post: shift.post)
      first[place] = (first[place]?.shift ?? shift, first[place]?.name ?? name, (first[place]?.count ?? 0) + 1)
    }
    return first.values.sorted { a, b in
      (a.shift.unit, a.shift.firstDay, a.shift.position) < (b.shift.unit, b.shift.firstDay, b.shift.position)
    }.map { shift, name, count in
      let more: (zh: String, en: String) =
        count > 1 ? (zh: "（共 \(count) 处）", en: " (and \(count - 1) more)") : ("", "")
      return .error(
        "privacy.person-name", zh: "值班表“\(shift.post)”里的“\(name)”像是个人姓名\(more.zh)，网站没有说可以公开",
        en:
          "“\(name)” under “\(shift.post)” looks like a person's name\(more.en), and the site does not say that those are public",
        hint: Message(
          zh: "改写岗位或科室，如“值班主任”“综合办”，电话写值班电话；本单位本来就公示值班人员姓名的，在 content/site.yaml 里写 dutyNames: public",
          en:
            "write a role or an office and the duty's number; an office that makes known who is on duty says `dutyNames: public` in content/site.yaml"
        ),
        at: .row(
          database: site.database, table: "shift",
          key: "unit_id=\(shift.unit),first_day=\(TimeText.date(shift.firstDay)),sheet=\(shift.sheet),"
            + "post=\(shift.post),position=\(shift.position)",
          column: "holder"))
    }
  }
}
