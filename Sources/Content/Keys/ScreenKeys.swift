import Diagnostics
import Vocabulary
import Words

/// The keys of a screen's file, as docs/screens.md lists them. They are read in `ScreenConfiguration` and `ScreenSlideReader`;
/// `DeclaredKeysTests` holds both to each other.
package enum ScreenKeys {
  package static let screen: [KeyForm] = [
    KeyForm(
      "id", .text, required: true, zh: "公示屏编号，也在网址 `/screens/编号/` 里", en: "in its address `/screens/<id>/`",
      example: "lobby"),
    KeyForm("title", .text, required: true, zh: "公示屏名称，在画面上方", en: "over the slides", example: "一楼大厅"),
    KeyForm(
      "orientation", .term(ScreenOrientation.self), else: "landscape", zh: "横屏还是竖屏", en: "which way it hangs",
      example: "landscape"),
    KeyForm(
      "size", .text, else: "1920x1080", zh: "像素，宽x高；窗口多大都会缩放到合适",
      en: "pixels, `1920x1080` or `1080x1920`; fitted into any window", example: "1920x1080"),
    KeyForm(
      "units", .references(PageKeys.unitName), zh: "显示哪些单位和它们下级的活动，以及上下级的公告；不写就全部",
      en: "what happens in these units and all below, and notices of units above and below; none: everything",
      example: "[taoyuan]"),
    KeyForm(
      "language", .words(Language.allCases.map(\.tag)), zh: "屏上固定文字和日期用什么文字；不写跟网站",
      en: "of its own words and dates; the site's by default; content stays as it is written", example: "zh-Hans"),
    KeyForm(
      "corner", .flag, else: "false", zh: "右下角要不要编号", en: "whether generation and digest stand in the corner",
      example: "true"),
    KeyForm(
      "safeArea", .integer(0...10), else: "3", zh: "四边各留百分之几不放字；盒子会切边就写 5",
      en: "hundredths of each side without text; 5 where the box cuts off the edges", example: "5"),
    KeyForm(
      "rotate", .words(["90", "270"]), zh: "盒子自己不会转画面时，顺时针转多少度",
      en: "by how many degrees to the right the picture is turned, where the box can't do it", example: "90"),
    KeyForm(
      "poll", .integer(10...3600), else: "30", zh: "多少秒查一次更新", en: "seconds between two looks for a newer feed",
      example: "30"),
    KeyForm(
      "audio", .words(["off"]), else: "off", zh: "公示屏不发声，只能写 off", en: "screens are silent: `off` is the only value",
      example: "off"),
    KeyForm(
      "theme", .term(ScreenFace.self), else: "standard",
      zh: "一套颜色：`standard` 标准、`red` 党建红、`blue` 静蓝、`night` 深色、`contrast` 高对比；网站主题的 screen.css 还可以再改",
      en: "colours: `standard`, `red`, `blue`, `night`, `contrast`; the theme's own screen.css stands after them",
      example: "red"),
    KeyForm(
      "background", .text, zh: "画面后面的图片，程序会压暗、虚化，保证字看得清",
      en: "a picture behind the slides, darkened and blurred so that text is read on it", example: "/images/spring.jpg"),
    KeyForm(
      "band", .term(ScreenEdge.self), zh: "重要但不紧急的公告（重要、提醒两级）放在顶部还是底部的一条里；不写就整屏插播",
      en:
        "whether notices of the levels `moderate` and `minor` stand in a band at the head or foot; else they interrupt",
      example: "foot"),
    KeyForm(
      "weather", .term(ScreenEdge.self), zh: "天气放在顶部还是底部；不写就不放",
      en: "whether the weather stands in the head or the foot",
      example: "head"),
    KeyForm(
      "filmSize", .integer(1...200), else: "20", zh: "这块屏上一部影片最大几 MB，盒子要下载并留存",
      en: "megabytes that a film on this screen has at most: the box loads and keeps it", example: "20"),
    KeyForm("playlist", .groups, zh: "播放单，按先后；不写就放标准的一套", en: "slides in order; without it a standard one"),
    KeyForm(
      "dayparts", .groups, zh: "分时段播放单，前面的优先", en: "playlists for a part of the day; the first that is open wins",
      daypart),
    KeyForm(
      "evergreen", .groups, zh: "数据过期、时间不可信时放什么，只能放不会过时的画面",
      en: "what shows when the feed has run out or no clock can be trusted: slides that never go out of date"),
  ]

  private static let daypart: [KeyForm] = [
    KeyForm("name", .text, required: true, zh: "名称", en: "what it is called", example: "午间"),
    KeyForm(
      "days", .texts, zh: "哪些天：`周一`…`周日`、`周一至周五`、`周末`、`工作日`、`休息日`，可以几样；不写就每天",
      en:
        "which days: `mon`…`sun weekdays weekends workdays days-off` (by the holiday calendar), one or several; none: every day",
      example: "工作日"),
    KeyForm(
      "dates", .texts, zh: "一年里的哪些天：`2027-02-06 至 2027-02-12`、一天，或者法定节日的名字（`春节`，按放假安排）；不写就全年",
      en:
        "which part of the year: `2027-02-06 至 2027-02-12` (or `~`), a day, or a public holiday by its Chinese name (`春节`: its days off); none: all of it",
      example: "春节"),
    KeyForm("from", .clock, required: true, zh: "从几点", en: "from when", example: "\"11:30\""),
    KeyForm(
      "until", .clock, required: true, zh: "到几点；不晚于开始的是第二天，算在开始那天",
      en: "until when; one not after `from` is on the next day, and the window belongs to the day it begins on",
      example: "\"13:30\""),
    KeyForm("playlist", .groups, required: true, zh: "这段时间的播放单", en: "its slides"),
  ]

  /// Of every slide.
  package static let slide: [KeyForm] = [
    KeyForm("slide", .term(SlideName.self), required: true, zh: "哪种画面", en: "what kind of slide", example: "today"),
    KeyForm("title", .text, zh: "画面标题；不写用固定的", en: "over it, if not its kind's own", example: "今天有什么"),
    KeyForm("seconds", .integer(5...300), zh: "每页几秒", en: "of each of its pages", example: "15"),
    KeyForm(
      "every", .integer(2...20), zh: "每几个画面就再放一次，如 3", en: "it comes again as every so-manyth slide, like 3",
      example: "3"),
    KeyForm(
      "background", .text, zh: "这个画面后面的图片；不写用整块屏的", en: "the picture behind this slide, if not the screen's",
      example: "/images/spring.jpg"),
  ]

  static let unit = KeyForm(
    "unit", .reference(PageKeys.unitName), zh: "只看这个单位；不写就看这块屏的单位", en: "of which unit; else of the screen's",
    example: "taoyuan")
  static let limit = KeyForm("limit", .integer(1...50), zh: "最多几条", en: "how many at most", example: "6")
  static func days(_ most: Int, zh: String, en: String) -> KeyForm {
    KeyForm("days", .integer(1...most), zh: zh, en: en, example: "7")
  }
  static let activities: [KeyForm] = [
    KeyForm("unit", .references(PageKeys.unitName), zh: "只看这些单位", en: "of these units alone", example: "taoyuan"),
    KeyForm("venue", .references(PageKeys.venueName), zh: "只看这些场所", en: "at these places alone", example: "hall"),
    KeyForm(
      "activity", .references(PageKeys.activityName), zh: "只看这些活动", en: "these activities alone", example: "choir"),
    KeyForm("track", .term(Track.self), zh: "只看这一类课程", en: "of this track alone", example: "theory"),
    KeyForm("kind", .term(ActivityKind.self), zh: "只看这一类活动", en: "of this kind alone", example: "classroom"),
  ]
  static func pages(_ name: String, _ zh: String, required: Bool = true) -> KeyForm {
    KeyForm(
      name, .references(PageKeys.page(zh, name)), required: required, zh: "哪\(zh == "场所" ? "个" : "一页")\(zh)",
      en: "which", example: "[\(name)]")
  }
}
