package import CivilTime
import Pinyin
import Vocabulary
package import Words

/// A site that builds at once: settings, a home page, a notice, a screen, and three sheets with a unit, a place and a weekly class.
package struct NewSite: Sendable {
  package let title: String
  /// The unit's name.
  package let unit: String
  package let language: Language
  package let today: CivilDate

  package init(title: String, unit: String, language: Language, today: CivilDate) {
    self.title = title
    self.unit = unit
    self.language = language
    self.today = today
  }

  /// Where the sheets lie that are to be imported, below the site's directory.
  package static let sheets = "content/data"

  /// The sheet in which single days of a class are called off and moved, and how “called off” is written there: the one that the site has, else the
  /// one that a new site of its language has.
  package static func changesSheet(
    _ language: Language, exists: (_ path: String) -> Bool
  ) -> (path: String, cancelled: String) {
    let all = [
      (Language.simplifiedChinese, "变更.csv", "取消"), (.traditionalChinese, "變更.csv", "取消"),
      (.english, "activity_change.csv", "cancelled"),
    ].map { (language: $0.0, path: sheets + "/" + $0.1, cancelled: $0.2) }
    let sheet = all.first { exists($0.path) } ?? all.first { $0.language == language } ?? all[0]
    return (sheet.path, sheet.cancelled)
  }

  package var files: [StarterFile] {
    StarterFile.all(
      in: "site", language,
      [
        "title": title, "unitName": unit, "unit": unitID, "today": TimeText.date(today),
        "classDay": TimeText.date(today + (Weekday.wednesday.rawValue - today.weekday.rawValue + 7) % 7),
        "level": language == .english ? level.code : language.words.label(level),
      ])
  }

  /// In pinyin: `桃园社区` is `tao-yuan-she-qu`.
  var unitID: String {
    let slug = Pinyin.slug(unit, limit: 60)
    return slug.isEmpty ? "unit" : slug
  }

  /// By the name's last characters; a community where they don't show it.
  private var level: UnitLevel {
    let endings: [(String, UnitLevel)] = [
      ("社区", .community), ("社區", .community), ("小区", .community), ("小區", .community), ("街道", .subdistrict),
      ("镇", .subdistrict), ("鎮", .subdistrict), ("乡", .subdistrict), ("鄉", .subdistrict), ("微网格", .microgrid),
      ("微網格", .microgrid), ("网格", .grid), ("網格", .grid), ("楼", .building), ("樓", .building), ("大厦", .building),
      ("大廈", .building), ("区", .district), ("區", .district), ("县", .district), ("縣", .district),
    ]
    return endings.first { unit.hasSuffix($0.0) }?.1 ?? .community
  }
}

extension NewSite {
  /// What a unit's site is called if nobody says otherwise.
  package static func title(of unit: String, _ language: Language) -> String {
    language == .english ? unit : unit + "公示"
  }

  /// The unit whose site has that title: what remains without the words that say that it is one.
  package static func unit(of title: String) -> String {
    for ending in ["公示网", "公示網", "公示", "官网", "官網", "网站", "網站"] where title.hasSuffix(ending) {
      let rest = String(title.dropLast(ending.count))
      if !rest.isEmpty { return rest }
    }
    return title
  }

  /// A unit's name where none is known.
  package static func unnamed(_ language: Language) -> String {
    switch language {
    case .simplifiedChinese: "我们社区"
    case .traditionalChinese: "我們社區"
    case .english: "Our community"
    }
  }
}
