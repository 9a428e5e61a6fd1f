/// Days of a year without its announcement on which one may give a day off: those around each public holiday of 《全国年节及纪念日放假办法》, as far as any
/// announcement since 2014 went. Whoever counts working days without them counts too few, never too many.
struct PossibleHolidays {
  private let lunar = LunarCalendar()

  func contains(_ date: CivilDate) -> Bool {
    let (_, month, day) = date.parts
    switch (month, day) {
    case (12, 30...31), (1, 1...3), (4, 3...7), (4, 29...30), (5, 1...5), (10, 1...8): return true
    default: break
    }
    let lunar = lunar.date(of: date)
    if lunar.isLeapMonth { return false }
    return switch (lunar.month, lunar.day) {
    // The Spring Festival; the Dragon Boat and the Mid-Autumn Festival with the days that join them to a weekend.
    case (12, 28...30), (1, 1...8), (5, 3...7), (8, 13...17): true
    default: false
    }
  }
}
