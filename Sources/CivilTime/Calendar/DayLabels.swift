/// What a calendar leaf says of a day.
package struct DayLabels: Sendable, Hashable {
  package let date: CivilDate
  package let lunar: LunarDate
  /// The solar term that falls on the day.
  package let solarTerm: SolarTerm?
  /// The weightier first; mostly none.
  package let festivals: [Festival]
  package let dayKind: DayKind

  /// What a day is called before all else.
  package enum Title: Sendable, Hashable {
    /// Two public holidays may fall together: 国庆节 and 中秋节.
    case festivals([Festival])
    /// The holiday that it is a part of, as the announcement calls it.
    case holiday(String)
    case solarTerm(SolarTerm)
  }

  /// Its festival, else the holiday that it is a part of, else its solar term; nil on a day that has no name but its date.
  package var title: Title? {
    if !leading.isEmpty { return .festivals(leading) }
    if case .holiday(let name) = dayKind { return .holiday(name) }
    return solarTerm.map { .solarTerm($0) }
  }

  /// The solar term of a day whose title says something else. 清明节 says 清明 already; 农民丰收节 does not say 秋分.
  package var termBesideTitle: SolarTerm? {
    switch title {
    case .festivals(let festivals): festivals.contains(.qingming) ? nil : solarTerm
    case .holiday: solarTerm
    case .solarTerm, nil: nil
    }
  }

  /// The day of the Chinese calendar is given where the day has no other name, and beside the festivals of that calendar.
  package var tellsLunarDate: Bool { title == nil || isOfLunarFestival }

  private var leading: [Festival] {
    let publicHolidays = festivals.filter(\.isPublicHoliday)
    return publicHolidays.isEmpty ? Array(festivals.prefix(1)) : publicHolidays
  }

  private var isOfLunarFestival: Bool {
    if !leading.isEmpty { return leading.contains(where: \.isLunar) }
    guard case .holiday(let name) = dayKind else { return false }
    let announced = Festival.announced(as: name)
    return announced.count == 1 && announced[0].festival?.isLunar == true
  }
}
