import Vocabulary

/// The members of `content/data/weather.json`, as docs/screens.md and the published JSON Schema have them. They are read in `WeatherFile`; `DeclaredKeysTests`
/// holds both to each other.
package enum WeatherKeys {
  private static let time = "2026-11-21T08:40:00+08:00"
  private static let degrees = KeyKind.decimal(-60...60)

  package static let report: [KeyForm] = [
    KeyForm(
      "observedAt", .instant, required: true, zh: "什么时候观测的（RFC 3339；不写时区就按网站的时区）",
      en: "when the weather was looked at (RFC 3339; without an offset in the site's zone)", example: "\"\(time)\""),
    KeyForm(
      "validMinutes", .integer(WeatherReport.minutes), else: "\(WeatherReport.standardMinutes)",
      zh: "观测以后多少分钟内可以显示，过时就撤", en: "minutes after it for which `now` is shown", example: "120"),
    KeyForm("place", .text, zh: "哪里的天气", en: "the place whose weather it is", example: "示范区"),
    KeyForm("now", .group, zh: "现在的天气", en: "how it is", now),
    KeyForm("forecast", .groups, zh: "今后几天，最多 7 天；观测以后 24 小时内显示", en: "days ahead, at most 7; shown for 24 hours", day),
    KeyForm(
      "warnings", .groups, zh: "气象预警，最多 20 条，各到各的时间撤", en: "official warnings, at most 20; each ends by its own time",
      warning),
  ]

  private static let now: [KeyForm] = [
    KeyForm("weather", .text, zh: "天气现象", en: "in a word", example: "多云"),
    KeyForm("temperature", degrees, zh: "气温", en: "degrees Celsius", example: "6.5"),
    KeyForm("humidity", .integer(0...100), zh: "相对湿度，百分之几", en: "relative, in hundredths", example: "45"),
    KeyForm("wind", .text, zh: "风向风力", en: "direction and force", example: "北风3级"),
    KeyForm("air", .integer(0...500), zh: "空气质量指数（AQI）", en: "air quality index (HJ 633—2012)", example: "86"),
  ]

  private static let day: [KeyForm] = [
    KeyForm("date", .date, required: true, zh: "哪一天", en: "which day", example: "2026-11-22"),
    KeyForm("weather", .text, required: true, zh: "天气现象", en: "in a word", example: "晴转多云"),
    KeyForm("low", degrees, zh: "最低气温", en: "the lowest, degrees Celsius", example: "-1"),
    KeyForm("high", degrees, zh: "最高气温", en: "the highest", example: "9"),
    KeyForm("wind", .text, zh: "风向风力", en: "direction and force", example: "南风2级"),
  ]

  private static let warning: [KeyForm] = [
    KeyForm("kind", .text, required: true, zh: "什么预警", en: "what of", example: "大风"),
    KeyForm(
      "level", .term(WeatherWarningLevel.self), required: true, zh: "颜色（也可以写 蓝色、黄色、橙色、红色）", en: "its colour",
      example: "blue"),
    KeyForm("text", .text, zh: "内容和提示", en: "what to expect and to do", example: "今天白天有六级大风，请固定好室外的东西。"),
    KeyForm("source", .text, zh: "谁发布的", en: "who gave it out", example: "示范区气象台"),
    KeyForm(
      "issuedAt", .instant, zh: "什么时候发布的；不写就是观测的时间", en: "from when on; else from `observedAt`", example: "\"\(time)\""),
    KeyForm(
      "expiresAt", .instant, required: true, zh: "到什么时候为止；最多显示到观测以后 72 小时",
      en: "until when; shown for at most 72 hours after `observedAt`", example: "\"2026-11-21T20:00:00+08:00\""),
  ]
}
