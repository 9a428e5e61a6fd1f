/// What a calendar leaf says of a day.
package struct DayLabels: Sendable, Hashable {
  package let date: CivilDate
  package let lunar: LunarDate
  /// The solar term that falls on the day.
  package let solarTerm: SolarTerm?
  /// The weightier first; mostly none.
  package let festivals: [Festival]
  package let dayKind: DayKind

  /// The corner of the leaf: `休` on the State Council's days off, `班` on weekends that are worked; nil on ordinary and unknown days.
  package var mark: String? {
    switch dayKind {
    case .holiday: "休"
    case .makeUpWorkday: "班"
    case .workday, .weekend, .unknown: nil
    }
  }

  /// What the day is called before all else: its festival (two public holidays may fall together: `国庆节 中秋节`), else the holiday that it is
  /// a part of, else its solar term; nil on a day that has no name but its date.
  package var title: String? {
    if !leading.isEmpty { return leading.map(\.name).joined(separator: " ") }
    if case .holiday(let name) = dayKind { return name }
    return solarTerm?.name
  }

  /// The leaf in one line: `十月十三`, `小雪`, `国庆节 休`, `春节 休 正月初一`, `班 八月初十`. The day of the Chinese calendar stands where the day has no
  /// other name, and beside the festivals of that calendar.
  package var line: String {
    var parts = [title, mark].compactMap(\.self)
    // 清明节 says 清明 already; 农民丰收节 does not say 秋分.
    if let solarTerm, title?.contains(solarTerm.name) == false { parts.append(solarTerm.name) }
    if title == nil || isOfLunarFestival { parts.append(lunar.text) }
    return parts.joined(separator: " ")
  }

  /// The same for an English reader: `Lesser Snow`, `National Day, day off`, `Workday`. Days of the Chinese calendar without a name have none
  /// here, and what an announcement calls a holiday stands as it is written where it is no festival of the list.
  package var englishLine: String? {
    var parts: [String] = []
    if !leading.isEmpty {
      parts = leading.map(\.englishName)
    } else if case .holiday(let name) = dayKind {
      parts = name.split(separator: "、").map { name in
        Festival.all.first { $0.name == name }?.englishName ?? String(name)
      }
    }
    if let solarTerm, title?.contains(solarTerm.name) == false || parts.isEmpty { parts.append(solarTerm.englishName) }
    switch dayKind {
    case .holiday: parts.append("day off")
    case .makeUpWorkday: parts.append("workday")
    case .workday, .weekend, .unknown: break
    }
    guard let first = parts.first else { return nil }
    return ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst()).joined(separator: ", ")
  }

  private var leading: [Festival] {
    let publicHolidays = festivals.filter(\.isPublicHoliday)
    return publicHolidays.isEmpty ? Array(festivals.prefix(1)) : publicHolidays
  }

  private var isOfLunarFestival: Bool {
    if !leading.isEmpty { return leading.contains(where: \.isLunar) }
    guard case .holiday(let name) = dayKind else { return false }
    return Festival.all.contains { $0.isLunar && $0.name == name }
  }
}
