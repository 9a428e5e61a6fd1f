import CivilTime
import Testing

@testable import Content

@Suite struct DaypartDaysTests {
  @Test(arguments: [
    ("周一", [Daypart.Days.weekday(.monday)]), ("周一、周三", [.weekday(.monday), .weekday(.wednesday)]),
    ("周一,周三", [.weekday(.monday), .weekday(.wednesday)]), ("每周一、三", [.weekday(.monday), .weekday(.wednesday)]),
    ("周二至周四", [.weekday(.tuesday), .weekday(.wednesday), .weekday(.thursday)]), ("工作日", [.workdays]),
    ("周六、工作日", [.weekday(.saturday), .workdays]), ("Mon", [.weekday(.monday)]), ("星期日", [.weekday(.sunday)]),
  ])
  func daysAsPeopleWriteThem(text: String, days: [Daypart.Days]) {
    #expect(Daypart.Days.all(text) == days)
  }

  @Test(arguments: ["周八", "隔周三", "周一 9:00", "", "每月5日", "周一、周八"])
  func whatNamesNone(text: String) {
    #expect(Daypart.Days.all(text) == nil)
  }
}
