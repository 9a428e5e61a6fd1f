/// One of the 24 solar terms: the Sun's longitude is a multiple of 15° (GB/T 33661-2017). In the order of a year of the Gregorian
/// calendar, from 小寒 in early January to 冬至 in late December.
package enum SolarTerm: Int, Sendable, Hashable, CaseIterable {
  case xiaohan, dahan, lichun, yushui, jingzhe, chunfen
  case qingming, guyu, lixia, xiaoman, mangzhong, xiazhi
  case xiaoshu, dashu, liqiu, chushu, bailu, qiufen
  case hanlu, shuangjiang, lidong, xiaoxue, daxue, dongzhi

  /// The Sun's apparent longitude at the term, in degrees: 0 at 春分.
  package var longitude: Int { (285 + 15 * rawValue) % 360 }
}
