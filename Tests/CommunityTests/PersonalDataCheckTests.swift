import CivilTime
import Testing
import Vocabulary

@testable import Activities
@testable import Community

@Suite struct PersonalDataCheckTests {
  @Test func everyColumnThatIsPublished() throws {
    var fixture = Fixture()
    fixture.data.venues.append(
      VenueRecord(
        id: .init("v-138-1234-5678")!, unit: .init("quan")!, name: "厅", address: nil, latitude: nil, longitude: nil,
        area: 13_912_345_678, openingHours: "Mo-Fr 09:00-17:00 \"13712345678\"", phone: nil))
    fixture.data.metrics.append(
      MetricRecord(
        id: .init("m")!, unit: .init("quan")!, title: "数", value: 13_612_345_678, suffix: "问 135.1234.5678",
        asOf: TimeText.parseDate("2026-11-01")!, note: nil,
        history: [.init(asOf: TimeText.parseDate("2026-10-01")!, value: 13_612_345_678)]))
    fixture.data.honours.append(
      HonourRecord(
        id: .init("h")!, unit: .init("quan")!, title: "奖", awardedBy: "区里 13512345678",
        awardedOn: PartialDate(year: 2025)!,
        note: "问 13512345678"))
    fixture.data.almanac.append(
      AlmanacRecord(
        id: .init("a")!, monthDay: MonthDay(month: 4, day: 24)!, year: nil, title: "日", text: "问 13512345678", unit: nil
      ))
    fixture.data.activities.append(
      ActivityRecord(
        id: .init("a")!, title: "课", kind: .meeting, track: nil, unit: .init("quan")!, venue: nil, host: nil,
        audience: nil, summary: nil, start: TimeText.parseLocal("2026-11-25T14:30")!,
        end: TimeText.parseLocal("2026-11-25T15:30")!, rule: nil, capacity: 13_412_345_678, feeYuan: 13_312_345_678,
        points: 13_212_345_678, onlineURL: "https://a.cn/?t=%3138%201234%205678", signupURL: nil, status: .scheduled,
        onHoliday: .held, page: nil, updatedAt: TimeText.parseLocal("2026-11-01T09:00")!))
    let (_, problems) = try fixture.make()
    let found = problems.filter { $0.code == "privacy.mobile-number" }.map {
      "\($0.location!)".split(separator: ".").last!
    }
    #expect(
      Set(found) == [
        "awarded_by", "note", "text", "id", "area_m2", "opening_hours", "value", "suffix", "capacity", "fee_yuan",
        "points", "online_url",
      ])
    #expect(found.count == 13)
  }
}
