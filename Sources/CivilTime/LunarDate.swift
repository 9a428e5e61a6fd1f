/// A day of the Chinese calendar (农历).
package struct LunarDate: Sendable, Hashable {
  /// The year's place in the cycle of sixty: 1 (甲子) to 60 (癸亥).
  package let yearOfCycle: Int
  /// 1…12; a leap month has the number of the month that it follows.
  package let month: Int
  package let isLeapMonth: Bool
  /// 1…30.
  package let day: Int

  /// nil when a number is outside its range. Whether that month had a thirtieth day, or was a leap month, is `LunarCalendar`'s to know.
  package init?(yearOfCycle: Int, month: Int, isLeapMonth: Bool = false, day: Int) {
    guard (1...60).contains(yearOfCycle), (1...12).contains(month), (1...30).contains(day) else { return nil }
    self.yearOfCycle = yearOfCycle
    self.month = month
    self.isLeapMonth = isLeapMonth
    self.day = day
  }
}

extension LunarDate {
  /// `丙午`.
  package var yearName: String {
    let stems = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"]
    let branches = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"]
    return stems[(yearOfCycle - 1) % 10] + branches[(yearOfCycle - 1) % 12]
  }

  /// The year's animal: `马`.
  package var zodiac: String {
    ["鼠", "牛", "虎", "兔", "龙", "蛇", "马", "羊", "猴", "鸡", "狗", "猪"][(yearOfCycle - 1) % 12]
  }

  /// `正月`, `十月`, `腊月`, `闰十一月`.
  package var monthText: String {
    let names = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "腊"]
    return (isLeapMonth ? "闰" : "") + names[month - 1] + "月"
  }

  /// `初一`, `十五`, `廿九`, `三十`.
  package var dayText: String {
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    let last = digits[(day - 1) % 10]
    switch day {
    case 1...10: return "初" + last
    case 11...19: return "十" + last
    case 20: return "二十"
    case 30: return "三十"
    default: return "廿" + last
    }
  }

  /// `正月初一`, `闰十一月初一`, `腊月三十`.
  package var text: String { monthText + dayText }
}
