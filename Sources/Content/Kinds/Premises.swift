import Diagnostics
import Encoding

/// Floor space and what becomes of it, in square metres.
package struct Premises: Sendable {
  /// More than 0.
  package let area: Double
  /// For those who work there.
  package let offices: Double?
  /// Open to all.
  package let shared: Double?
  /// Given to partners, who serve residents in return.
  package let given: Double?
  /// What is served in return.
  package let terms: String?

  /// What no part takes.
  package var rest: Double { area - [offices, shared, given].compactMap { $0 }.reduce(0, +) }
}

extension FieldReader {
  /// `premises: {area: 2500, offices: 150, shared: 1650, given: 700, terms: 免租金，换免费名额}`.
  func premises() -> Premises? {
    guard let group = reader("premises") else { return nil }
    let area = group.number("area")
    let offices = group.number("offices")
    let shared = group.number("shared")
    let given = group.number("given")
    let terms = group.text("terms")
    group.finish()
    guard let area, area > 0 else {
      if area != nil || !group.isPresent("area") {
        group.problem(
          .error(
            "premises.area", zh: "“premises”要写一共多少平方米", en: "“premises” needs the whole area",
            hint: Message(zh: "加上 area: 2500", en: "add `area: 2500`"), at: group.location(of: "area")))
      }
      return nil
    }
    let parts = [offices, shared, given].compactMap { $0 }.reduce(0, +)
    // Hundredths are not counted: a sum of such figures is never exact.
    guard parts <= area + 0.005 else {
      let (sum, whole) = (NumberText.plain(parts), NumberText.plain(area))
      group.problem(
        .error(
          "premises.parts", zh: "各部分加起来 \(sum) 平方米，比一共的 \(whole) 平方米还多",
          en: "the parts are \(sum) square metres, and the whole is \(whole)",
          hint: Message(zh: "改正 area，或 offices、shared、given", en: "mend “area”, or “offices”, “shared”, “given”"),
          at: group.location(of: "area")))
      return nil
    }
    return Premises(area: area, offices: offices, shared: shared, given: given, terms: terms)
  }
}
