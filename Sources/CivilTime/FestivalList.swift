extension Festival {
  /// As they stand today: the public holidays, the old festivals, then the days that law or custom gives to a cause, of which a community
  /// speaks. Left out are days without standing in law (母亲节) and those whose day differs by region (小年).
  static let all = publicHolidays + traditional + observances

  /// 《全国年节及纪念日放假办法》 (State Council, revised 2024), art. 2.
  private static let publicHolidays = [
    Festival("元旦", "New Year's Day", .day(month: 1, day: 1), isPublicHoliday: true),
    Festival("除夕", "Spring Festival Eve", .lastOfLunarYear, isPublicHoliday: true),
    Festival("春节", "Spring Festival", .lunar(month: 1, day: 1), isPublicHoliday: true),
    Festival("清明节", "Tomb-Sweeping Day", .solarTerm(.qingming), isPublicHoliday: true),
    Festival("劳动节", "Labour Day", .day(month: 5, day: 1), isPublicHoliday: true),
    Festival("端午节", "Dragon Boat Festival", .lunar(month: 5, day: 5), isPublicHoliday: true),
    Festival("国庆节", "National Day", .day(month: 10, day: 1), isPublicHoliday: true),
    Festival("中秋节", "Mid-Autumn Festival", .lunar(month: 8, day: 15), isPublicHoliday: true),
  ]

  private static let traditional = [
    Festival("元宵节", "Lantern Festival", .lunar(month: 1, day: 15)),
    Festival("龙抬头", "Dragon Head Raising Day", .lunar(month: 2, day: 2)),
    Festival("七夕节", "Qixi Festival", .lunar(month: 7, day: 7)),
    // Also the day of the elderly (老年人权益保障法, art. 12).
    Festival("重阳节", "Double Ninth Festival", .lunar(month: 9, day: 9)),
    Festival("腊八节", "Laba Festival", .lunar(month: 12, day: 8)),
  ]

  private static let observances = [
    // Kept since the call to learn from Lei Feng of 5 March 1963.
    Festival("学雷锋纪念日", "Lei Feng Memorial Day", .day(month: 3, day: 5)),
    // 《全国年节及纪念日放假办法》, art. 3, as 青年节, 儿童节 and 建军节 below.
    Festival("妇女节", "Women's Day", .day(month: 3, day: 8)),
    // 森林法, art. 10.
    Festival("植树节", "Arbour Day", .day(month: 3, day: 12)),
    // 国家安全法, art. 14.
    Festival("全民国家安全教育日", "National Security Education Day", .day(month: 4, day: 15)),
    Festival("青年节", "Youth Day", .day(month: 5, day: 4)),
    // Set by the State Council in 2009, after the earthquake of 12 May 2008.
    Festival("全国防灾减灾日", "Disaster Reduction Day", .day(month: 5, day: 12)),
    // International Council of Nurses; 护士节 in 《全国年节及纪念日放假办法》, among those without a day off.
    Festival("护士节", "Nurses' Day", .day(month: 5, day: 12)),
    // 残疾人保障法, art. 14.
    Festival("全国助残日", "Day for Helping the Disabled", .weekday(.sunday, ordinal: 3, month: 5)),
    Festival("儿童节", "Children's Day", .day(month: 6, day: 1)),
    Festival("建党节", "Party Founding Day", .day(month: 7, day: 1)),
    Festival("建军节", "Army Day", .day(month: 8, day: 1)),
    // Standing Committee of the National People's Congress, 2014-02-27.
    Festival("抗战胜利纪念日", "Victory Day", .day(month: 9, day: 3)),
    // 教师法, art. 6.
    Festival("教师节", "Teachers' Day", .day(month: 9, day: 10)),
    // State Council, 国函〔2018〕80号.
    Festival("农民丰收节", "Farmers' Harvest Festival", .solarTerm(.qiufen)),
    // Standing Committee of the National People's Congress, 2014-08-31.
    Festival("烈士纪念日", "Martyrs' Day", .day(month: 9, day: 30)),
    // Ministry of Public Security, 1992: the date is the number of the fire brigade.
    Festival("全国消防日", "Fire Safety Day", .day(month: 11, day: 9)),
    // Standing Committee of the National People's Congress, 2014-11-01.
    Festival("国家宪法日", "Constitution Day", .day(month: 12, day: 4)),
    // United Nations, resolution 40/212.
    Festival("国际志愿者日", "International Volunteer Day", .day(month: 12, day: 5)),
    // Standing Committee of the National People's Congress, 2014-02-27.
    Festival("国家公祭日", "National Memorial Day", .day(month: 12, day: 13)),
  ]
}
