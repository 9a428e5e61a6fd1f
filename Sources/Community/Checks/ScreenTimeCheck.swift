import CivilTime
import Content
import Diagnostics

/// What screens are to show and have run out of, or never had: nobody would see that it is left out. Warnings, since none of it must hold up a notice.
struct ScreenTimeCheck {
  let community: Community
  let hasWeatherFile: Bool

  private var horizon: Horizon { community.horizon }

  func problems() -> [Diagnostic] {
    [weather].compactMap { $0 } + community.screens.flatMap { $0.slides.compactMap(countdown) }
  }

  private var weather: Diagnostic? {
    guard let screen = community.screens.first(where: \.showsWeather) else { return nil }
    guard let report = community.weather else {
      // What is wrong with it has been said.
      return hasWeatherFile ? nil : missing(screen)
    }
    guard report.reading != nil, horizon.hasCome(report.until) else { return nil }
    let time = TimeText.local(report.observedAt)
    return .warning(
      "weather.old", zh: "天气是 \(time) 观测的，已经过时，屏上不显示",
      en: "the weather was observed at \(time) and is too old to be shown",
      hint: Message(
        zh: "看看写这个文件的脚本还在不在运行；观测得少，就写 validMinutes",
        en: "look whether the script that writes this file still runs; where stations report seldom, write validMinutes"
      ),
      at: report.location)
  }

  private func missing(_ screen: ScreenConfiguration) -> Diagnostic {
    .warning(
      "weather.missing", zh: "公示屏“\(screen.id)”要显示天气，但没有 \(WeatherReport.file)，天气不显示",
      en: "the screen “\(screen.id)” is to show the weather, but there is no \(WeatherReport.file): none is shown",
      hint: Message(
        zh: "用自己的脚本写这个文件，例子见 docs/examples/weather.py；或从这块屏里删去 weather",
        en: "let a script write that file (docs/examples/weather.py), or take `weather` out of the screen's file"),
      at: .file(path: screen.file))
  }

  private func countdown(_ slide: ScreenSlide) -> Diagnostic? {
    guard case .countdown(let countdown) = slide.subject, horizon.hasCome(countdown.end) else { return nil }
    return .warning(
      "screen.countdown-over", zh: "倒计时的日子已经过了，这个画面不再播出", en: "what is counted down to is over: the slide is left out",
      hint: Message(zh: "换成下一个日子，或删去这个画面", en: "write the next day, or take the slide out"), at: countdown.location)
  }
}
