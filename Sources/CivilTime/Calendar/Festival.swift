/// A festival or day of remembrance as a community's calendar knows it, and on which day it falls. What it is called is its language's to say.
///
/// As they stand today, the weightier first: the public holidays, the old festivals, then the days that law or custom gives to a cause, of which a
/// community speaks. Left out are days without standing in law (母亲节) and those whose day differs by region (小年).
package enum Festival: Sendable, Hashable, CaseIterable {
  // 《全国年节及纪念日放假办法》 (State Council, revised 2024), art. 2.
  case newYear, springFestivalEve, springFestival, qingming, labour, dragonBoat, nationalDay, midAutumn

  // The ninth of the ninth month is also the day of the elderly (老年人权益保障法, art. 12).
  case lantern, dragonHead, qixi, doubleNinth, laba

  // Kept since the call to learn from Lei Feng of 5 March 1963.
  case leiFeng
  // 《全国年节及纪念日放假办法》, art. 3, as the days of youth, children and the army below.
  case women
  // 森林法, art. 10.
  case arbour
  // 国家安全法, art. 14.
  case nationalSecurity
  case youth
  // Set by the State Council in 2009, after the earthquake of 12 May 2008.
  case disasterReduction
  // International Council of Nurses; 护士节 in 《全国年节及纪念日放假办法》, among those without a day off.
  case nurses
  // 残疾人保障法, art. 14.
  case helpingTheDisabled
  case children, partyFounding, army
  // Standing Committee of the National People's Congress, 2014-02-27.
  case victory
  // 教师法, art. 6.
  case teachers
  // State Council, 国函〔2018〕80号.
  case harvest
  // Standing Committee of the National People's Congress, 2014-08-31.
  case martyrs
  // Ministry of Public Security, 1992: the date is the number of the fire brigade.
  case fireSafety
  // Standing Committee of the National People's Congress, 2014-11-01.
  case constitution
  // United Nations, resolution 40/212.
  case volunteers
  // Standing Committee of the National People's Congress, 2014-02-27.
  case nationalMemorial
}

extension Festival {
  /// How its day is found.
  package enum Rule: Sendable, Hashable {
    /// A day of the Gregorian calendar.
    case day(month: Int, day: Int)
    /// The nth such weekday of a month.
    case weekday(Weekday, ordinal: Int, month: Int)
    /// A day of the Chinese calendar; never in a leap month.
    case lunar(month: Int, day: Int)
    /// The last day of the Chinese calendar's year, be it the 29th or the 30th.
    case lastOfLunarYear
    case solarTerm(SolarTerm)
  }

  package var rule: Rule {
    switch self {
    case .newYear: .day(month: 1, day: 1)
    case .springFestivalEve: .lastOfLunarYear
    case .springFestival: .lunar(month: 1, day: 1)
    case .qingming: .solarTerm(.qingming)
    case .labour: .day(month: 5, day: 1)
    case .dragonBoat: .lunar(month: 5, day: 5)
    case .nationalDay: .day(month: 10, day: 1)
    case .midAutumn: .lunar(month: 8, day: 15)
    case .lantern: .lunar(month: 1, day: 15)
    case .dragonHead: .lunar(month: 2, day: 2)
    case .qixi: .lunar(month: 7, day: 7)
    case .doubleNinth: .lunar(month: 9, day: 9)
    case .laba: .lunar(month: 12, day: 8)
    case .leiFeng: .day(month: 3, day: 5)
    case .women: .day(month: 3, day: 8)
    case .arbour: .day(month: 3, day: 12)
    case .nationalSecurity: .day(month: 4, day: 15)
    case .youth: .day(month: 5, day: 4)
    case .disasterReduction, .nurses: .day(month: 5, day: 12)
    case .helpingTheDisabled: .weekday(.sunday, ordinal: 3, month: 5)
    case .children: .day(month: 6, day: 1)
    case .partyFounding: .day(month: 7, day: 1)
    case .army: .day(month: 8, day: 1)
    case .victory: .day(month: 9, day: 3)
    case .teachers: .day(month: 9, day: 10)
    case .harvest: .solarTerm(.qiufen)
    case .martyrs: .day(month: 9, day: 30)
    case .fireSafety: .day(month: 11, day: 9)
    case .constitution: .day(month: 12, day: 4)
    case .volunteers: .day(month: 12, day: 5)
    case .nationalMemorial: .day(month: 12, day: 13)
    }
  }

  /// As the State Council's announcements write it; nil for a day that none of them gives off.
  private var announced: String? {
    switch self {
    case .newYear: "元旦"
    case .springFestivalEve: "除夕"
    case .springFestival: "春节"
    case .qingming: "清明节"
    case .labour: "劳动节"
    case .dragonBoat: "端午节"
    case .nationalDay: "国庆节"
    case .midAutumn: "中秋节"
    // In 2015 only.
    case .victory: "抗战胜利纪念日"
    default: nil
    }
  }

  /// A day off for all citizens by law (《全国年节及纪念日放假办法》2024, art. 2).
  package var isPublicHoliday: Bool {
    switch self {
    case .newYear, .springFestivalEve, .springFestival, .qingming, .labour, .dragonBoat, .nationalDay, .midAutumn: true
    default: false
    }
  }

  /// A festival of the Chinese calendar: its leaf shows the day of that calendar too.
  package var isLunar: Bool {
    switch rule {
    case .lunar, .lastOfLunarYear: true
    case .day, .weekday, .solarTerm: false
    }
  }

  /// What an announcement calls a holiday, `国庆节、中秋节`, name by name.
  package static func announced(as text: String) -> [(name: String, festival: Festival?)] {
    text.split(separator: "、").map(String.init).map { name in (name, allCases.first { $0.announced == name }) }
  }

  /// Those of a day, the weightier first.
  ///
  /// - Parameters:
  ///   - lunar: the day in the Chinese calendar.
  ///   - tomorrow: the day after, which shows whether the lunar year ends.
  ///   - term: the solar term that falls on the day.
  static func falling(
    on date: CivilDate, lunar: LunarDate, tomorrow: @autoclosure () -> LunarDate, term: SolarTerm?
  ) -> [Festival] {
    let (_, month, day) = date.parts
    return allCases.filter { festival in
      switch festival.rule {
      case .day(let m, let d): (m, d) == (month, day)
      case .weekday(let weekday, let ordinal, let m): m == month && date.weekday == weekday && (day + 6) / 7 == ordinal
      case .lunar(let m, let d): !lunar.isLeapMonth && (m, d) == (lunar.month, lunar.day)
      case .lastOfLunarYear: lunar.month == 12 && lunar.day >= 29 && tomorrow().month == 1
      case .solarTerm(let expected): term == expected
      }
    }
  }
}
