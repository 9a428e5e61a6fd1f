import Testing

@testable import Activities

/// What is offered in place of opening hours as offices write them.
@Suite struct SpokenHoursTests {
  @Test(arguments: [
    ("周一至周五 9:00-17:00", "Mo-Fr 9:00-17:00"), ("工作日 8:30-17:30", "Mo-Fr 8:30-17:30"),
    ("每天9：00—21：00", "Mo-Su 9:00-21:00"),
    ("周一至周五9:00-11:30，14:00-17:00；周六9:00-12:00", "Mo-Fr 9:00-11:30,14:00-17:00; Sa 9:00-12:00"),
    ("周二至周日 9:00-17:00（周一闭馆）", "Tu-Su 9:00-17:00; Mo off"), ("星期一、星期三 14:00-16:00", "Mo,We 14:00-16:00"),
    ("周一到周五 8:30-17:30，法定节假日休息", "Mo-Fr 8:30-17:30; PH off"), ("24小时", "24/7"), ("全天开放", "24/7"),
    ("Mon-Fri 09:00-17:00", "Mo-Fr 09:00-17:00"), ("Mo – Fr 09:00–17:00", "Mo-Fr 09:00-17:00"),
    ("Mo-Fr 09：00-17：00", "Mo-Fr 09:00-17:00"), ("Mo-Fr 09:00-17:00;;", "Mo-Fr 09:00-17:00"),
  ])
  func whatIsMeant(text: String, expected: String) {
    #expect(SpokenHours.proposal(for: text) == expected)
  }

  @Test(arguments: ["夏季8:00-18:00，冬季8:30-17:30", "按预约", "", "9点到5点", "周一至周五 25:00-26:00", "Mo-Fr 09:00-17:00"])
  func whatIsNotOffered(text: String) {
    #expect(SpokenHours.proposal(for: text) == nil)
  }
}
