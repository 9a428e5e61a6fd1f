import Diagnostics
package import Vocabulary

/// A plain page: one of its own, or the text of a unit's page.
package struct PlainPageDetails: Sendable {
  /// Whose page its text stands on, in place of a page of its own.
  package let aboutUnit: UnitID?
}

extension PlainPageDetails {
  /// - Parameter unit: the page's.
  init(_ reader: FrontMatterReader, unit: UnitID?) {
    let fields = reader.fields
    let isAboutUnit = fields.flag("aboutUnit")
    if isAboutUnit, unit == nil, !fields.isPresent("unit") {
      fields.problem(
        .error(
          "page.about-no-unit", zh: "这是单位介绍，却没有写是哪个单位", en: "it is about its unit, but names none",
          hint: Message(zh: "加一行 unit:，写单位编号", en: "add `unit:` with the unit's id"),
          at: fields.location(of: fields.isPresent("aboutUnit") ? "aboutUnit" : "单位介绍")))
    }
    aboutUnit = isAboutUnit ? unit : nil
  }
}
