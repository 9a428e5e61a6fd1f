import Diagnostics
import Vocabulary
package import Words

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

  private static let unit = KeyForm(
    "unit", .reference(PageKeys.unitName), zh: "只看这个单位；不写就看这块屏的单位", en: "of which unit; else of the screen's",
    example: "taoyuan")
  private static func limit(_ most: Int) -> KeyForm {
    KeyForm("limit", .integer(1...most), zh: "最多几条", en: "how many at most", example: "6")
  }
  private static func days(_ most: Int, zh: String, en: String) -> KeyForm {
    KeyForm("days", .integer(1...most), zh: zh, en: en, example: "7")
  }
  private static let activities: [KeyForm] = [
    KeyForm("unit", .references(PageKeys.unitName), zh: "只看这些单位", en: "of these units alone", example: "taoyuan"),
    KeyForm("venue", .references(PageKeys.venueName), zh: "只看这些场所", en: "at these places alone", example: "hall"),
    KeyForm(
      "activity", .references(PageKeys.activityName), zh: "只看这些活动", en: "these activities alone", example: "choir"),
    KeyForm("track", .term(Track.self), zh: "只看这一类课程", en: "of this track alone", example: "theory"),
    KeyForm("kind", .term(ActivityKind.self), zh: "只看这一类活动", en: "of this kind alone", example: "classroom"),
  ]
  private static func pages(_ name: String, _ zh: String, required: Bool = true) -> KeyForm {
    KeyForm(
      name, .references(PageKeys.page(zh, name)), required: required, zh: "哪\(zh == "场所" ? "个" : "一页")\(zh)",
      en: "which", example: "[\(name)]")
  }

  /// What a kind of slide has of its own.
  package static func of(_ slide: SlideName) -> [KeyForm] {
    switch slide {
    case .table: [unit, limit(50)]
    case .kind(let kind): of(kind)
    }
  }

  private static func of(_ kind: SlideKind) -> [KeyForm] {
    switch kind {
    case .today, .live: activities + [limit(50)]
    case .week:
      activities + [limit(50), days(14, zh: "看几天，含今天；不写 7 天", en: "how many days, today included; 7 by default")]
    case .changes: activities + [limit(50), days(14, zh: "提前几天；不写 7 天", en: "how many days ahead; 7 by default")]
    case .rooms:
      [
        KeyForm(
          "venues", .references(PageKeys.venueName), zh: "哪些场所；不写就是有活动的",
          en: "which places; else those in which something happens", example: "[hall]"), limit(50),
      ]
    case .notices:
      [
        limit(50),
        days(
          366, zh: "没写截止日期的，发布后播几天；不写 30 天",
          en: "how long those without an end are shown after their day; 30 by default"),
      ]
    case .almanac, .weather: []
    case .countdown:
      [
        KeyForm(
          "date", .moment, required: true, zh: "哪一天，或者几点；最后一天按小时数",
          en: "which day, or when; the last day is counted in hours",
          example: "2026-12-22"),
        KeyForm("before", .text, required: true, zh: "数字上面的话", en: "over the number", example: "离冬至还有"),
        KeyForm(
          "onDay", .text, zh: "到了那一天写什么；不写就不再播", en: "on the day itself; without it nothing is shown any more",
          example: "今天冬至"),
      ]
    case .roster, .posts: [unit, limit(50)]
    case .finder: [unit]
    case .menu: [pages("menu", "服务菜单"), limit(50)]
    case .brand: [pages("brand", "品牌")]
    case .brands: [pages("brand", "品牌", required: false)]
    case .method:
      ["brand", "page", "team", "council"].map {
        KeyForm(
          $0, .reference(PageKeys.page("页面", $0)), zh: "哪一页的工作法，四样写一样", en: "whose method; one of the four", example: $0
        )
      }
    case .partners:
      [
        unit, KeyForm("type", .term(PartnerType.self), zh: "只看这一类合伙人", en: "of this sort alone", example: "operation"),
        limit(50),
      ]
    case .videos: [unit, limit(50)]
    case .venue:
      [
        KeyForm(
          "venue", .references(PageKeys.venueName), required: true, zh: "哪个场所", en: "which place", example: "hall")
      ]
    case .team:
      [
        pages("team", "队伍", required: false), unit,
        KeyForm("type", .term(TeamType.self), zh: "只看这一类队伍", en: "of this sort alone", example: "performing"),
        limit(50),
      ]
    case .figures:
      [
        KeyForm(
          "metrics", .references(Message(zh: "指标", en: "a measure")), zh: "哪些指标", en: "which figures",
          example: "[members]"), unit,
        KeyForm(
          "chart", .references(Message(zh: "指标", en: "a measure")), zh: "画成图的指标，最近 60 次",
          en: "figures that are drawn over time, their last 60 values", example: "[cases]"),
      ]
    case .list:
      [
        KeyForm(
          "list", .references(PageKeys.listName), zh: "哪份清单；台账、公开目录、服务圈、找网格不写",
          en: "which lists; none for `ledger`, `disclosure`, `circle`, `finder`", example: "projects"),
        KeyForm(
          "layout", .term(ListLayout.self), zh: "版式", en: "how it is shown; else as the list's page does",
          example: "board"),
        KeyForm(
          "venue", .reference(PageKeys.venueName), zh: "服务圈以哪里为中心", en: "of `circle`: where the screen hangs",
          example: "hall"), unit, limit(50),
      ]
    case .photos:
      [
        KeyForm(
          "photos", .entries, required: true, zh: "图片，只写文件名，或写 image 和 caption",
          en: "pictures: names of files, or groups",
          [
            KeyForm("image", .text, required: true, zh: "`/images/…`", en: "`/images/…`", example: "/images/gate.jpg"),
            KeyForm("caption", .text, zh: "说明", en: "what is seen", example: "北门"),
          ])
      ]
    case .film:
      [
        KeyForm(
          "film", .text, required: true, zh: "`content/files/` 里的 MP4（H.264），不放声音",
          en: "an MP4 (H.264) in `content/files/`; it plays without sound", example: "sorting.mp4"),
        KeyForm(
          "poster", .text, required: true, zh: "放不了影片时看到的图片", en: "the picture that stands where the film can't play",
          example: "/images/sorting.png"),
        KeyForm("caption", .text, zh: "说明", en: "what is seen", example: "四个桶怎么分"),
      ]
    case .document:
      [
        KeyForm(
          "document", .text, required: true, zh: "`content/files/` 里的 PDF", en: "a PDF in `content/files/`",
          example: "heating.pdf"),
        KeyForm(
          "pages", .text, zh: "哪几页，如 `2`、`1-4`，最多 20 页；不写就前 6 页",
          en: "which pages, like `2` or `1-4`, 20 at most; the first 6 by default", example: "1-4"),
      ]
    case .text:
      [
        KeyForm("text", .text, zh: "Markdown；和 `page` 写一个", en: "Markdown; this or `page`", example: "夜里有急事，找值班室。"),
        KeyForm(
          "page", .reference(PageKeys.page("页面", "page")), zh: "用这一页的正文", en: "the page whose text it shows",
          example: "about"),
        PageKeys.approval,
      ]
    }
  }
}
