import Activities
import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Files
import Pinyin
import PublicText
import Starter
import Words

/// `gongshi init`: a new site that builds at once.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: .said(zh: "新建一个网站，马上就能发布。", en: "Makes a new site that builds at once."),
    discussion: .said(
      zh: """
        里面有一条公告、一门每周的课、一个单位、一块公示屏，文件里都有说明；主题和放假安排在程序里。不写参数就逐项询问。
        """,
      en: """
        A small site with a notice, a weekly class, a unit and a screen; theme and public holidays are part of the program. Without \
        arguments it asks for what it needs.
        """))

  @OptionGroup var own: Options

  /// Common to all verbs but for its language, which is also the site's.
  struct Options: ParsableArguments {
    @Option(help: .said(zh: "没有写文件夹时，放在这里。", en: "Where it goes if no directory is named."))
    var site = "."

    @Option(
      help: .said(
        zh: "网站的文字：zh-Hans 简体（不写就是它）、zh-Hant 繁体、en 英文；提示也跟着用中文或英文。",
        en: "What the site speaks: zh-Hans (if nothing is said), zh-Hant or en; messages follow it."),
      transform: Self.language)
    var language: LanguageArgument?

    @Flag(help: .said(zh: "只显示问题。", en: "Only problems."))
    var quiet = false

    @Flag(help: .said(zh: "另外显示过程和用时。", en: "Also what is done and how long it takes."))
    var verbose = false

    private static func language(_ text: String) throws -> LanguageArgument {
      if let language = LanguageArgument(argument: text) { return language }
      throw UsageError(zh: "--language 可以写 zh-Hans、zh-Hant 或 en", en: "--language is zh-Hans, zh-Hant or en")
    }
  }

  private var common: CommonOptions {
    var common = CommonOptions()
    (common.site, common.language, common.quiet, common.verbose) = (own.site, own.language, own.quiet, own.verbose)
    return common
  }

  @Argument(help: .said(zh: "放在哪个文件夹，没有就新建。", en: "The site's directory; it is made."))
  var directory: String?

  @Option(help: .said(zh: "网站名称，如 桃园社区公示。", en: "The site's name, such as “Peach Garden”."))
  var title: String?

  @Option(help: .said(zh: "单位名称，如 桃园社区。", en: "The unit's name."))
  var unit: String?

  @Option(
    help: .said(
      zh: "以此刻为“现在”，写成 2026-11-21T09:00:00+08:00 这样；不写就看时钟。", en: "“Now” as RFC 3339; by default the clock's."),
    transform: InstantArgument.parse)
  var at: Instant?

  private struct Answers {
    var directory: String
    var site: NewSite
  }

  func run() throws {
    let answers = try answers()
    let site = answers.site
    try refuseWhatIsThere(answers)
    do throws(FileError) {
      for file in site.files {
        let path = answers.directory + "/" + file.path
        try Files.makeDirectory(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try Files.replace(path, with: file.bytes)
      }
    } catch {
      throw common.fail(named: error)
    }
    try importSheets(of: answers)
    sayWhatNext(answers)
  }

  /// The database, with the rows of the new sheets.
  private func importSheets(of answers: Answers) throws {
    let (site, problems) = try SiteConfiguration.load(site: answers.directory)
    guard let site, !problems.hasErrors else { return try common.report(problems) }
    let database = ActivityDatabase(path: answers.directory + "/" + site.database, shownPath: site.database)
    do {
      try common.report(try database.create())
      var options = TableImport.Options(now: site.zone.local(at ?? Terminal.now))
      options.applies = true
      options.zone = site.zone
      let (_, found) = try TableImport(into: database, options).run([answers.directory + "/" + NewSite.sheets])
      try common.report(found, undone: Message(zh: "表格没有导入", en: "the sheets are not imported"))
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  // MARK: What is asked

  private var today: CivilDate { Zone.shanghai.local(at ?? Terminal.now).date }
  private var language: Language { common.language?.site ?? .simplifiedChinese }

  private func answers() throws -> Answers {
    if directory == nil, title == nil, unit == nil { return try ask() }
    let directory = directory.map(TypedPath.shown) ?? common.site
    let name = Files.eventualPath(directory).split(separator: "/").last.map(String.init) ?? ""
    // A directory is called after its unit only where it has a Chinese name: `site` is nobody's.
    let isChinese = name.unicodeScalars.contains { $0.value > 0x2E7F }
    let unit = unit ?? title.map(NewSite.unit) ?? (isChinese ? NewSite.unit(of: name) : NewSite.unnamed(language))
    let title = title ?? NewSite.title(of: unit, language)
    return Answers(
      directory: directory, site: NewSite(title: title, unit: unit, language: language, today: today))
  }

  private func ask() throws -> Answers {
    let asked = Message(
      zh: "逐项回答，直接回车就用方括号里的。", en: "Answer each; Enter takes what stands in brackets.")
    Terminal.error(asked[common.messageLanguage] + "\n")
    guard let title = askedTitle() else {
      throw refuse(
        "没有回答。也可以写成一行：gongshi init 文件夹 --unit 桃园社区",
        "there is no answer; or say it in one line: gongshi init DIR --unit 桃园社区")
    }
    let usual = NewSite.unit(of: title)
    let unit = answer("单位名称", "The unit's name", or: usual) ?? usual
    let language = language(asking: self.language)
    let isEmpty = ((try? Files.names(in: common.site)) ?? []).allSatisfy { $0.hasPrefix(".") }
    let place = isEmpty ? common.site : Pinyin.slug(unit, limit: 40)
    let directory = answer("放在哪个文件夹", "Its directory", or: place.isEmpty ? "site" : place) ?? place
    return Answers(
      directory: TypedPath.shown(directory),
      site: NewSite(title: title, unit: unit, language: language, today: today))
  }

  /// Asked until there is one; nil at the end of the input. Nothing is written before all is answered: Ctrl-C leaves nothing behind.
  private func askedTitle() -> String? {
    while true {
      ask("网站名称，如 桃园社区公示", "The site's name, like 桃园社区公示", or: nil)
      guard let line = readLine() else { return nil }
      let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !text.isEmpty { return text }
      common.note("写上名称，如 桃园社区公示；不建了就按 Ctrl-C", "a name is needed, like 桃园社区公示; Ctrl-C to leave")
    }
  }

  private func ask(_ zh: String, _ en: String, or usual: String?) {
    let question = Message(zh: zh, en: en)[common.messageLanguage]
    Terminal.error(question + (usual.map { " [\($0)]" } ?? "") + (common.messageLanguage == .zh ? "：" : ": "))
  }

  /// Asked until it is understood; at the end of the input, the usual one.
  private func language(asking usual: Language) -> Language {
    let words: [String: Language] = [
      "简体": .simplifiedChinese, "中文": .simplifiedChinese, "繁体": .traditionalChinese, "繁體": .traditionalChinese,
      "英文": .english, "english": .english,
    ]
    while let text = answer(
      "网站的文字：zh-Hans 简体，zh-Hant 繁体，en 英文", "What the site speaks: zh-Hans, zh-Hant or en", or: usual.tag)
    {
      if let language = words[text.lowercased()] ?? Language(tag: text) { return language }
      common.note("不认识“\(text)”", "“\(text)” is none of them")
    }
    return usual
  }

  /// A line of standard input; nil where there is none, or an empty one and nothing usual.
  private func answer(_ zh: String, _ en: String, or usual: String?) -> String? {
    ask(zh, en, or: usual)
    let line = readLine()?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    return line.isEmpty ? usual : line
  }

  // MARK: What is refused

  func validate() throws {
    for (name, text) in [("--title", title), ("--unit", unit), ("DIR", directory)] {
      guard let text else { continue }
      if HiddenCharacter.isBlank(text) { throw UsageError(zh: "\(name) 是空的", en: "\(name) is empty") }
      if HiddenCharacter.first(in: text) != nil || text.contains(where: \.isNewline) {
        throw UsageError(zh: "\(name) 里有看不见的字符或换行", en: "\(name) holds characters that are not seen, or line ends")
      }
    }
  }

  private func refuse(_ zh: String, _ en: String) -> ExitStatus {
    _ = common.fail(zh, en)
    return .wrongUsage
  }

  /// What people have made is never written over.
  private func refuseWhatIsThere(_ answers: Answers) throws {
    let directory = answers.directory
    if Files.exists(directory), !Files.isDirectory(directory) {
      throw refuse("“\(directory)”是文件，不是文件夹", "“\(directory)” is a file, not a directory")
    }
    if Files.exists(directory + "/content/site.yaml") {
      throw refuse(
        "“\(directory)”里已经有网站了，没有改动。进入它（cd）就能用：gongshi build 发布，gongshi new 加一页；另建一个，换一个文件夹",
        "there is a site in “\(directory)” already, it is untouched: go there (cd) and `gongshi build`, or add a page with `gongshi new`; for another site name another directory"
      )
    }
    let taken = (answers.site.files.map(\.path) + ["content/activities.sqlite"])
      .filter { Files.exists(directory + "/" + $0) }
    guard let first = taken.first else { return }
    throw refuse(
      "“\(directory)/\(first)”已经在那里，没有新建；换一个空文件夹",
      "“\(directory)/\(first)” is there already, nothing is made; name an empty directory")
  }

  // MARK: What is said

  private func sayWhatNext(_ answers: Answers) {
    let (directory, site) = (answers.directory, answers.site)
    let isHere = directory == "."
    common.say(
      "网站“\(site.title)”建好了\(isHere ? "" : "，在文件夹 \(directory) 里")：",
      "the site “\(site.title)” is made\(isHere ? "" : " in \(directory)"):")
    let files = site.files.map(\.path)
    func file(in folder: String) -> String { files.first { $0.hasPrefix(folder) } ?? folder }
    let list: [(String, Message)] = [
      ("content/site.yaml", Message(zh: "网站设置", en: "settings")),
      (file(in: "content/notices/"), Message(zh: "一条公告，照着改", en: "a notice to change")),
      (
        NewSite.sheets + "/",
        Message(
          zh: "单位、场所、活动、变更四张表，用 Excel 或 WPS 改；停一次课写在“变更”里",
          en: "units, places, activities and their changes: sheets for Excel or WPS")
      ),
      (file(in: "content/screens/"), Message(zh: "一块公示屏", en: "a screen")),
    ]
    for (path, what) in list { common.say("  \(path)  \(what.zh)", "  \(path)  \(what.en)") }
    let quoted = Self.quoted(directory)
    if !isHere { common.say("先进入文件夹：\n  cd \(quoted)", "go there first:\n  cd \(quoted)") }
    common.say(
      """
      接着，用得上哪句用哪句：
        gongshi new 公告 停水通知                        新写一页，再用记事本打开它写正文
        gongshi activities import \(NewSite.sheets) --apply   改过表格以后，导入
        gongshi build                                    发布到 public/；每天一次，日程才接得上
        gongshi serve                                    在浏览器里看：http://127.0.0.1:8080/
      """,
      """
      then, as you need it:
        gongshi new notice "No water on Friday"          a new page, for you to write its text
        gongshi activities import \(NewSite.sheets) --apply   after you changed the sheets
        gongshi build                                    publishes to public/; once a day, so that the schedule goes on
        gongshi serve                                    to look at it: http://127.0.0.1:8080/
      """)
  }

  /// As a shell takes it for one word.
  private static func quoted(_ path: String) -> String {
    path.contains { " '\"\\$&;()<>|*?`!#~".contains($0) } ? "'" + path.replacing("'", with: "'\\''") + "'" : path
  }
}
