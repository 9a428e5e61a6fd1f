import CivilTime
import Content
import Diagnostics
import TestSupport
import Testing
import Vocabulary

@testable import Screens

/// The weather is shown for as long as each of its parts holds, by the screen's own clock.
@Suite struct WeatherSlideTests {
  private func fixture(_ more: String = "") -> CommunityFixture {
    var fixture = CommunityFixture()
    fixture.pages["data/weather.json"] = """
      {"observedAt": "2026-11-21T08:40:00+08:00", "place": "示范区",
       "now": {"weather": "多云", "temperature": -0.4, "humidity": 48, "wind": "北风3级", "air": 72},
       "forecast": [{"date": "2026-11-21", "weather": "阴", "low": -1, "high": 9}, {"date": "2026-11-22", "weather": "雨", "high": 6.5}],
       "warnings": [{"kind": "大风", "level": "blue", "text": "慢行", "source": "气象台", "expiresAt": "2026-11-23T20:00:00+08:00"}]\(more)}
      """
    return fixture
  }

  @Test func eachPartHasItsTime() throws {
    let shown = try fixture().shown("slide: weather")
    #expect(
      shown.stretches == [
        "weather-warning-1 11-21T08:40 11-23T20:00", "weather-now 11-21T08:40 11-21T11:40",
        "weather-2026-11-21 11-21T08:40 11-22T00:00", "weather-2026-11-22 11-21T08:40 11-22T08:40",
      ])
    #expect(shown.slide.layout == .weather && shown.slide.title.hasSuffix("示范区") && shown.slide.empty == nil)
    // A box that has been offline for three days shows none of it.
    #expect(shown.ids(at: "11-23T20:00").isEmpty)
    #expect(
      try fixture(", \"validMinutes\": 600").shown("slide: weather").item("weather-now").stretch.hasSuffix("18:40"))
  }

  @Test func whatItSays() throws {
    let shown = try fixture().shown("slide: weather")
    let now = try shown.item("weather-now")
    #expect(now.title == "多云" && now.value == "0" && now.suffix == "°C" && now.tone == "air-moderate")
    #expect(now.chip == "空气良 72" && now.line == "北风3级 · 湿度 48%" && now.text == "08:40 观测")
    let days = try [shown.item("weather-2026-11-21"), shown.item("weather-2026-11-22")]
    #expect(days.map(\.value) == ["-1～9", "7"] && days.map(\.when) == ["11月21日 周六", "11月22日 周日"])
    let warning = try shown.item("weather-warning-1")
    #expect(warning.title == "大风蓝色预警" && warning.tone == "minor" && warning.mark == "蓝色")
    #expect(warning.text == "慢行" && warning.line == "气象台 · 有效至 11月23日 20:00")
  }

  @Test(arguments: [
    (0, AirQuality.good), (50, .good), (51, .moderate), (150, .sensitive), (151, .unhealthy), (300, .heavy),
    (301, .hazardous),
  ])
  func airQuality(index: Int, quality: AirQuality) { #expect(AirQuality(index: index) == quality) }

  /// In a line of the frame where a screen wants it, and what is warned of in its band.
  @Test func theLineAndTheBand() throws {
    func ids(_ more: String, at time: String) throws -> (line: [String], band: [String]) {
      let programme = try fixture().shown("slide: today", more).programme
      let moment = programme.moment(at: TimeText.parseInstant("2026-\(time):00+08:00")!)
      return (moment.weather.map { programme.items[$0].id }, moment.band.map { programme.items[$0].id })
    }
    #expect(try ids("", at: "11-21T09:00") == ([], []))
    #expect(
      try ids("weather: head\nband: foot\n", at: "11-21T09:00") == (
        ["weather-line", "weather-line-1"], ["band-weather-1"]
      ))
    #expect(try ids("weather: 顶部\n", at: "11-21T11:39") == (["weather-line", "weather-line-1"], []))
    #expect(try ids("weather: head\n", at: "11-21T11:40") == (["weather-line-1"], []))
    #expect(try ids("weather: head\nband: foot\n", at: "11-23T20:00") == ([], []))
    // What its feed has run out for says nothing of today.
    #expect(try ids("weather: head\nband: foot\n", at: "12-06T09:00") == ([], []))
  }

  @Test func whoAsksForWeatherThatIsNotThereIsTold() throws {
    var missing = CommunityFixture()
    missing.addScreen("lobby", ["slide: weather"])
    #expect(try missing.make().1.map(\.code) == ["weather.missing"])
    missing.addScreen("lobby", ["slide: today"])
    #expect(try missing.make().1.isEmpty)
    var old = fixture()
    old.addScreen("lobby", ["slide: today"], "weather: foot\n")
    #expect(try old.make().1.isEmpty)
    old.now = "2026-11-21T12:00:00+08:00"
    #expect(try old.make().1.map(\.code) == ["weather.old"])
    var broken = fixture()
    broken.addScreen("lobby", ["slide: weather"])
    broken.pages["data/weather.json"] = "{"
    #expect(try broken.make().1.map(\.code) == ["weather.broken"])
  }
}
