import Activities
import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Files
import Parallel
import Pinyin
import PublicText
import Starter
import Vocabulary
import Words

/// `gongshi new`: a page whose front matter is filled in and explained.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: .said(zh: "新写一页，页面信息填好并有说明。", en: "Makes a page with its front matter filled in and explained."),
    discussion: .said(
      zh: """
        类型可以写中文：普通页面、公告、公示、招募、品牌、菜单、课堂、场所、合伙人、队伍、议事会、列表；也可以写英文。
        文件名是标题的拼音；已有的文件绝不覆盖。
        """,
      en: """
        KIND is page, notice, brand, menu, classroom, venue, partner, team, council or list, in Chinese too. The file is named after the title
        in pinyin; a file that is there is never replaced.
        """))

  @OptionGroup var common: CommonOptions

  @Argument(help: .said(zh: "哪一类页面。", en: "What kind of page."))
  var kind: String

  @Argument(help: .said(zh: "标题。", en: "Its title."))
  var title: [String] = []

  @Option(
    help: .said(
      zh: "以此刻为“现在”，写成 2026-11-21T09:00:00+08:00 这样；不写就看时钟。", en: "“Now” as RFC 3339; by default the clock's."),
    transform: InstantArgument.parse)
  var at: Instant?

  private static let undone = Message(zh: "没有新建", en: "nothing made")

  func run() throws {
    guard let (kind, category) = NewPage.kind(kind) else { throw unknownKind() }
    do {
      let (site, problems) = try SiteConfiguration.load(site: common.site)
      try common.report(problems, undone: Self.undone)
      guard var site else { throw ExitStatus.wrongInput }
      let rows = try ActivityDatabase(path: common.site + "/" + site.database, shownPath: site.database).rowNames()
      try common.report(site.nameUnit(rows), undone: Self.undone)
      let today = site.zone.local(at ?? Terminal.now).date
      let given = givenTitle ?? askedTitle()
      var page = NewPage(
        kind: kind, category: category,
        title: given ?? standIn(for: kind, category, language: site.language, today: today))
      page.isDraft = given == nil
      page.unit = site.unit
      try addRow(to: &page, site)
      guard let file = page.file(site.language, today: today) else { throw unknownKind() }
      try write(file, of: site, isDraft: page.isDraft)
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  private func write(_ file: StarterFile, of site: SiteConfiguration, isDraft: Bool) throws {
    let path = common.site + "/" + file.path
    let shown = common.site == "." ? file.path : path
    if Files.exists(path) {
      throw refuse(
        "\(shown) 已经有了，没有改动；换一个标题，或直接改那个文件",
        "\(shown) is there already and is untouched; choose another title, or change that file")
    }
    try Files.makeDirectory(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
    try Files.replace(path, with: file.bytes)
    if isDraft {
      common.say(
        "已新建 \(shown)，还没有标题，先是草稿，不会公开。\n用记事本打开，改好 title，在最下面的 --- 后面写正文，删去 draft: true 这一行，存盘，再运行 gongshi build。",
        "made \(shown); it has no title yet and is a draft, which is not published.\nOpen it, write its title, and the text below its last ---, remove the line draft: true, save it, and run `gongshi build`."
      )
    } else {
      common.say(
        "已新建 \(shown)。用记事本打开，在最下面的 --- 后面写正文，存盘，再运行 gongshi build。",
        "made \(shown). Open it, write the text below its last ---, save it, and run `gongshi build`.")
    }
    if site.requiresApproval {
      common.say(
        "本站要审批：写好后依次用 gongshi approve 签字，签完才公开。",
        "approval is required here: it is published when it is signed with `gongshi approve`.")
    }
  }

  private var givenTitle: String? { Self.onOneLine(title.joined(separator: " ")) }

  /// nil for nothing but blanks.
  private static func onOneLine(_ text: String) -> String? {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.isEmpty ? nil : line
  }

  /// Where somebody is there to be asked; Enter leaves it for later.
  private func askedTitle() -> String? {
    guard Terminal.canAsk else { return nil }
    Terminal.error(
      Message(zh: "标题（直接回车就以后再写）：", en: "Title (Enter to write it later): ")[common.messageLanguage])
    return readLine().flatMap(Self.onOneLine).flatMap { HiddenCharacter.first(in: $0) == nil ? $0 : nil }
  }

  /// What it is called until it has a title.
  private func standIn(
    for kind: PageKind, _ category: NoticeCategory?, language: Language, today: CivilDate
  ) -> String {
    let words = language.words
    return "\(category.map { words.label($0) } ?? words.label(kind)) \(TimeText.date(today))"
  }

  /// A page of a place or of a list is about a row of the database: the one of that name, else the first that has no page yet.
  private func addRow(to page: inout NewPage, _ site: SiteConfiguration) throws {
    guard [.venue, .list].contains(page.kind) else { return }
    let rows = try ActivityDatabase(path: common.site + "/" + site.database, shownPath: site.database).rowNames()
    let pages = try Content.load(site: common.site, jobs: Jobs(Terminal.processors)).content?.pages ?? []
    if page.kind == .venue {
      let taken = Set(pages.compactMap(\.details.venue))
      let free = rows.ids(VenueSubject.self).filter { !taken.contains($0) }
      page.venue = rows.ids(named: page.title, VenueSubject.self).first ?? free.first
      if page.venue == nil {
        throw refuse(
          "“场所”表里没有还缺页面的场所。先在 content/data/场所.csv 里加一行，运行 gongshi activities import content/data --apply，再运行一次 gongshi new",
          "there is no place without a page: add its row to content/data/venue.csv, run `gongshi activities import content/data --apply`, and this again"
        )
      }
    } else {
      page.list = rows.ids(named: page.title, ListSubject.self).first ?? rows.ids(ListSubject.self).first
      if page.list == nil {
        try makeListSheets(for: page, site)
      }
    }
  }

  /// A list is rows first: sheets to be filled in are made, with the list itself as their first row.
  private func makeListSheets(for page: NewPage, _ site: SiteConfiguration) throws {
    let isChinese = site.language != .english
    let id = Pinyin.slug(page.title, limit: 40)
    let unit = site.unit?.text ?? ""
    let today = TimeText.date(site.zone.local(at ?? Terminal.now).date)
    let sheets: [(name: String, text: String)] =
      isChinese
      ? [
        ("清单", "清单编号,形式,名称,内容,单位\n\(id),事项,\(page.title),项目,\(unit)\n"),
        ("事项", "事项编号,清单,名称,阶段,提出日期,简介\n\(id)-1,\(id),第一项,待办,\(today),写一句话\n"),
      ]
      : [
        ("list", "id,shape,title,of,unit_id\n\(id),matter,\(page.title),project,\(unit)\n"),
        ("matter", "id,list_id,title,phase,raised_on,summary\n\(id)-1,\(id),The first,raised,\(today),A sentence\n"),
      ]
    var made: [String] = []
    for (name, text) in sheets {
      let path = "\(NewSite.sheets)/\(name).csv"
      if Files.exists(common.site + "/" + path) { continue }
      try Files.makeDirectory(common.site + "/" + NewSite.sheets)
      try Files.replace(common.site + "/" + path, with: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
      made.append(path)
    }
    let list = made.joined(separator: isChinese ? "、" : ", ")
    throw refuse(
      (made.isEmpty ? "数据库里还没有清单。" : "数据库里还没有清单，已新建 \(list)，里面有这份清单和一行样例。")
        + "用 Excel 或 WPS 填好，运行 gongshi activities import content/data --apply，再运行一次这条命令。",
      (made.isEmpty ? "there is no list yet. " : "there is no list yet; made \(list) with this list and a first row. ")
        + "Fill it in, run `gongshi activities import content/data --apply`, and this command again.")
  }

  // MARK: What is refused

  func validate() throws {
    for text in title where HiddenCharacter.first(in: text) != nil || text.contains(where: \.isNewline) {
      throw UsageError(zh: "标题里有看不见的字符或换行", en: "the title holds characters that are not seen, or line ends")
    }
  }

  /// What people call what is a row of the sheet of activities, and no page.
  private static let activities: Set = [
    "课程", "課程", "课", "課", "活动", "活動", "培训", "培訓", "讲座", "講座", "班", "日程", "class", "course", "activity", "event",
    "lesson",
  ]

  private func unknownKind() -> ExitStatus {
    if Self.activities.contains(kind.lowercased()) {
      return refuse(
        "课程和活动不是页面，写在 \(NewSite.sheets) 的活动表里，一行一门；再运行 gongshi activities import \(NewSite.sheets) --apply",
        "classes and activities are no pages: each is a row of the sheet of activities in \(NewSite.sheets); then run `gongshi activities import \(NewSite.sheets) --apply`"
      )
    }
    let kinds = PageKind.allCases.map(\.rawValue)
    let zh = PageKind.allCases.map { "\($0.alsoWritten.first ?? "")（\($0.rawValue)）" }.joined(separator: "、")
    let near = Suggestion.nearest(to: kind, among: kinds)
    return refuse(
      "没有“\(kind)”这种页面。" + (near.map { "是不是想写“\($0)”？" } ?? "可以是：\(zh)。"),
      "there is no kind “\(kind)”; "
        + (near.map { "did you mean “\($0)”?" } ?? "known: \(kinds.joined(separator: ", ")).")
    )
  }

  private func refuse(_ zh: String, _ en: String) -> ExitStatus {
    _ = common.fail(zh, en)
    return .wrongUsage
  }
}
