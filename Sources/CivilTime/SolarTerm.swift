/// One of the 24 solar terms: the Sun's longitude is a multiple of 15° (GB/T 33661-2017). In the order of a year of the Gregorian
/// calendar, from 小寒 in early January to 冬至 in late December.
package enum SolarTerm: Int, Sendable, Hashable, CaseIterable {
  case xiaohan, dahan, lichun, yushui, jingzhe, chunfen
  case qingming, guyu, lixia, xiaoman, mangzhong, xiazhi
  case xiaoshu, dashu, liqiu, chushu, bailu, qiufen
  case hanlu, shuangjiang, lidong, xiaoxue, daxue, dongzhi

  package var name: String {
    [
      "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
      "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
    ][rawValue]
  }

  package var englishName: String {
    [
      "Lesser Cold", "Greater Cold", "Start of Spring", "Rain Water",
      "Awakening of Insects", "Spring Equinox", "Clear and Bright", "Grain Rain",
      "Start of Summer", "Lesser Fullness", "Grain in Ear", "Summer Solstice",
      "Lesser Heat", "Greater Heat", "Start of Autumn", "End of Heat",
      "White Dew", "Autumn Equinox", "Cold Dew", "Frost's Descent",
      "Start of Winter", "Lesser Snow", "Greater Snow", "Winter Solstice",
    ][rawValue]
  }

  /// The Sun's apparent longitude at the term, in degrees: 0 at 春分.
  package var longitude: Int { (285 + 15 * rawValue) % 360 }
}
