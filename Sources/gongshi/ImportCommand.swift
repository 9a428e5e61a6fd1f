import Activities
import ArgumentParser
import CivilTime
import Community
import Content
import Diagnostics
import Files
import Parallel
import Spreadsheets
import Vocabulary

/// `gongshi activities import`: spreadsheets into the database.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: .said(zh: "导入表格，全部成功或全部不动。", en: "Imports spreadsheets, all rows or none."),
    discussion: .said(
      zh: """
        CSV（UTF-8、GB18030）和 XLSX 都行，表头中文英文都认识。不加 --apply 时只显示将做的改动。
        页面信息里写着服务事项的菜单页（.md）变成一份清单。
        """,
      en: """
        CSV (UTF-8, GB18030) and XLSX, with Chinese or English headers. Without --apply it only shows what would be done.
        A menu page (.md) with services in its front matter becomes a list with offers.
        """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var database: ActivitiesCommand.DatabaseOptions

  @Argument(help: .said(zh: "表格文件，或者放表格的文件夹。", en: "Spreadsheets, or directories of them."))
  var files: [String]

  @Option(
    help: .said(
      zh: "导入哪张表；工作表或文件的名称看不出来时才写。", en: "The table that is meant, where the sheet's or file's name doesn't say it."))
  var table: String?

  @Option(
    help: ArgumentHelp(
      .said(
        zh: "表里没有的列，每行都填这个：类型=文化活动；编号=拼音 用名称的拼音做编号。",
        en: "What every row says where the sheet has no such column: kind=culture; id=pinyin makes ids of the names."),
      valueName: "column=value"),
    transform: Self.fill)
  var fill: [TableImport.Fill] = []

  @Flag(help: .said(zh: "真正写入；不加就是试运行。", en: "Do it."))
  var apply = false

  @Flag(
    help: .said(
      zh: "文件里没有的行，从这些表里移除；先问一声，没有终端要加 --yes。",
      en: "Remove the rows of these tables that the files don't have; asks first, or needs --yes."))
  var replace = false

  @Flag(help: .said(zh: "移除前不问。", en: "Don't ask before rows are removed."))
  var yes = false

  @Option(
    help: .said(
      zh: "没写更新时间的行，以此刻为更新时间；不写就看时钟。",
      en: "“Now” as RFC 3339, for rows that change and don't say when; by default the clock's."),
    transform: InstantArgument.parse)
  var at: Instant?

  private static func fill(_ text: String) throws -> TableImport.Fill {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw UsageError(
        zh: "--fill 要写成 列=值，如 --fill 类型=文化活动", en: "--fill is written as column=value, such as --fill kind=culture")
    }
    return TableImport.Fill(header: parts[0], value: parts[1])
  }

  private static let undone = Message(zh: "没有导入", en: "nothing imported")
  /// Problems that are printed: who has more mends the first of them and runs again.
  private static let shownProblems = 200

  func run() throws {
    let isOwn = self.database.database == nil
    let (database, zone) = try database.existingDatabase(of: common, undone: Self.undone)
    let now = at ?? Terminal.now
    var options = TableImport.Options(now: zone.local(now))
    try addRules(to: &options, now: now, isOwn: isOwn)
    options.table = table
    options.fills = fill
    options.replaces = replace
    options.applies = apply
    options.keepsHistory = true
    options.zone = zone
    if !common.verbose { options.readings = apply ? 0 : Self.shownLines }
    do {
      let (menus, found) = try menus()
      let sheets = files.filter { !Self.isPage($0) }
      let workbooks = menus.map { ($0.path, $0.workbook) }
      if apply, replace, !yes { try confirm(sheets, workbooks: workbooks, into: database, options: options) }
      let (summaries, problems) =
        found.hasErrors && sheets.isEmpty
        ? ([], []) : try TableImport(into: database, options).run(sheets, workbooks: workbooks)
      try common.report(found + problems, undone: Self.undone, limit: Self.shownProblems)
      if summaries.allSatisfy({ $0.lines.isEmpty && $0.unchanged == 0 }) {
        return common.say("没有找到要导入的行。", "no rows to import were found.")
      }
      for summary in summaries { show(summary) }
      for summary in summaries {
        for kept in summary.kept { common.say("\(summary.label)：\(kept.zh)。", "\(summary.table): \(kept.en).") }
      }
      for summary in summaries where !replace { noteLeftOut(summary) }
      if apply, summaries.allSatisfy(\.lines.isEmpty) {
        common.say("没有变化，什么也没有写入。", "nothing has changed, and nothing is written.")
      } else {
        common.say(
          apply
            ? "已写入 \(database.shownPath)，再发布一次（gongshi build）读者才看得到。要撤销，运行 gongshi activities undo。"
            : "这是试运行，什么也没有写入；确认后加 --apply。",
          apply
            ? "written to \(database.shownPath); readers see it after `gongshi build`, `gongshi activities undo` takes it back."
            : "this was a trial, nothing is written; add --apply to do it.")
      }
      if apply, isOwn,
        let stray = sheets.first(where: { !ImportedSheets.isWatched($0, besides: database) && !Files.isDirectory($0) })
      {
        common.note(
          "\(stray) 不在 content/data 里：以后改了它，check 和 serve 不会提醒再导入；放进 content/data 就会",
          "\(stray) does not lie in content/data: when it changes, neither `check` nor `serve` says so; move it there and they do"
        )
      }
      for menu in menus {
        common.note(
          "在 \(menu.path) 里把 services 那一段换成一行 list: \(menu.list)",
          "in \(menu.path), put the line `list: \(menu.list)` in place of `services`")
      }
    } catch let error as FileError {
      if error.isMissing, let meant = Self.meant(error.path, site: common.site) {
        common.note("是不是 \(meant)？", "did you mean \(meant)?")
      }
      throw common.fail(named: error)
    }
  }

  /// How many rows that a sheet has left out are named.
  private static let namedRows = 5

  /// Rows that were taken out of a sheet are still in the database, and public.
  private func noteLeftOut(_ summary: TableSummary) {
    let left = summary.leftOut
    guard !left.isEmpty else {
      guard summary.missing > 0 else { return }
      return common.note(
        "\(summary.label)：数据库里还有 \(summary.missing) 行文件里没有，没有动它们；要移除，加 --replace",
        "\(summary.table): \(summary.missing) rows of the database are not in the files and stay; --replace removes them"
      )
    }
    let names = left.prefix(Self.namedRows).map { row in row.title.map { "\($0)（\(row.key)）" } ?? row.key }
    let english = left.prefix(Self.namedRows).map { row in row.title.map { "\($0) (\(row.key))" } ?? row.key }
    let rest = left.count - names.count
    let more = rest > 0 ? (zh: "等", en: " and \(rest) more") : (zh: "", en: "")
    // Not only they would go then.
    let others = summary.others - left.count
    common.note(
      "\(summary.label)：数据库里还有 \(left.count) 行文件里没有，以前是从这里导入的：\(names.joined(separator: "、"))\(more.zh)。没有动它们，网站上还有；"
        + "要移除，加 --replace" + (others > 0 ? "（别处导入的 \(others) 行也会一起移除，会先列出来）" : ""),
      "\(summary.table): \(left.count) row\(left.count == 1 ? "" : "s") that came from here before are not in the files: "
        + "\(english.joined(separator: ", "))\(more.en). They stay, and stay public; --replace removes them"
        + (others > 0 ? " (with \(others) that came from elsewhere; it lists them first)" : ""))
  }

  /// The sheet of a name that is not there: in `content/data`, where the site's lie, or with the ending that was left out.
  private static func meant(_ path: String, site: String) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let data = site == "." ? "content/data/" : site + "/content/data/"
    let endings = ["", ".csv", ".xlsx"]
    return (endings.map { path + $0 } + endings.map { data + name + $0 }).first(where: Files.isRegular)
  }

  /// Says what would go, and asks.
  private func confirm(
    _ sheets: [String], workbooks: [(path: String, workbook: Workbook)], into database: ActivityDatabase,
    options: TableImport.Options
  ) throws {
    var trial = options
    trial.applies = false
    let (summaries, problems) = try TableImport(into: database, trial).run(sheets, workbooks: workbooks)
    let removed = summaries.map(\.removed).reduce(0, +)
    if problems.hasErrors || removed == 0 { return }
    for summary in summaries { showRemoved(summary) }
    guard Terminal.canAsk else {
      throw common.fail(
        usage: "文件里没有的 \(removed) 行会被移除，没有写入；确实要移除，加 --yes",
        "\(removed) rows that the files don't have would be removed; nothing is written. Add --yes to remove them")
    }
    let question = Message(
      zh: "文件里没有的 \(removed) 行会被移除。继续请输入 y（是）：",
      en: "\(removed) rows that the files don't have are removed. Go on? [y] ")
    Terminal.error(question[common.messageLanguage])
    guard ["y", "yes", "是"].contains((readLine() ?? "").lowercased().filter { !$0.isWhitespace }) else {
      _ = common.fail("没有写入", "nothing is written")
      throw ExitStatus.wrongInput
    }
  }

  /// The rows of a table that go, each by its key and what people call it.
  private func showRemoved(_ summary: TableSummary) {
    let lines = summary.lines.filter { $0.change == .removed }
    if lines.isEmpty { return }
    common.say(
      "\(summary.label)（\(summary.table)）移除 \(lines.count) 行：", "\(summary.table): \(lines.count) removed:")
    let shown = common.verbose ? lines[...] : lines.prefix(Self.shownLines)
    for line in shown { common.say(text(line, .zh), text(line, .en)) }
    let rest = lines.count - shown.count
    if rest > 0 { common.say("  … 还有 \(rest) 行（--verbose 全部显示）", "  … and \(rest) more (--verbose shows all)") }
  }

  // MARK: What a build would refuse

  /// The site's lists of what may be published, and what its build says of the rows; where there is no site, what holds everywhere.
  ///
  /// - Parameter isOwn: the database is the site's.
  private func addRules(to options: inout TableImport.Options, now: Instant, isOwn: Bool) throws {
    guard Files.exists(common.site + "/content/site.yaml"),
      var site = try SiteConfiguration.load(site: common.site).site
    else { return }
    let rows = try ActivityDatabase(path: common.site + "/" + site.database, shownPath: site.database).rowNames()
    _ = site.nameUnit(rows)
    options.privacy = PrivacyRules(
      officePhones: site.officePhones, officeEmails: site.officeEmails, errors: site.errors)
    options.unit = site.unit?.text
    guard isOwn,
      let content = try Content.load(site: common.site, jobs: Jobs(Terminal.processors), rows: { _ in rows }).content
    else {
      return
    }
    let terms = content.terms
    if !terms.isEmpty { options.privacy.check = { terms.problems(in: $0, at: $1) } }
    options.build = { data in Community.make(content: content, data: data, now: now).1 }
  }

  // MARK: Menus

  private static func isPage(_ file: String) -> Bool { file.lowercased().hasSuffix(".md") }

  /// The pages among the files, each with its services as sheets and the list that it is to name.
  private func menus() throws -> (menus: [(path: String, list: String, workbook: Workbook)], [Diagnostic]) {
    let pages = files.filter(Self.isPage)
    if pages.isEmpty { return ([], []) }
    let (site, problems) = try SiteConfiguration.load(site: common.site)
    var found = problems
    var menus: [(path: String, list: String, workbook: Workbook)] = []
    guard let site else { return ([], found) }
    for path in pages {
      let (page, problems) = Content.page(try Files.read(path, isNamed: true), file: path, of: site)
      found += problems
      guard let page else { continue }
      if let workbook = MenuSheets.workbook(of: page) {
        menus.append((path, MenuSheets.list(of: page), workbook))
      } else {
        found.append(
          .error(
            "import.no-services", zh: "这个页面的信息里没有服务事项（services）", en: "the page has no services in its front matter",
            hint: Message(
              zh: "只有 kind: menu、写着 services 的页面可以导入", en: "pages of kind menu with `services` can be imported"),
            at: .file(path: path, line: 1, column: 1)))
      }
    }
    return (menus, found)
  }

  // MARK: What is shown

  /// Lines of a table that are shown, unless all are asked for.
  private static let shownLines = 20

  private func show(_ summary: TableSummary) {
    let removed =
      replace || summary.removed > 0 ? (zh: "，移除 \(summary.removed)", en: ", \(summary.removed) removed") : ("", "")
    common.say(
      "\(summary.label)（\(summary.table)）：新增 \(summary.added)，修改 \(summary.changed)\(removed.0)，未变 \(summary.unchanged)",
      "\(summary.table): \(summary.added) added, \(summary.changed) changed\(removed.1), \(summary.unchanged) unchanged"
    )
    // What has been done needs no list, but for what is gone; what would be done is there to be read.
    if apply && !common.verbose {
      return showRemoved(summary)
    }
    let lines = common.verbose ? summary.lines[...] : summary.lines.prefix(Self.shownLines)
    for line in lines { common.say(text(line, .zh), text(line, .en)) }
    let rest = summary.lines.count - lines.count
    if rest > 0 { common.say("  … 还有 \(rest) 行（--verbose 全部显示）", "  … and \(rest) more (--verbose shows all)") }
  }

  private func text(_ line: TableSummary.Line, _ language: MessageLanguage) -> String {
    let name = line.key + (line.title.map { " \(Self.short($0))" } ?? "")
    let reading = line.reading.map { (language == .zh ? "：" : ": ") + $0[language] } ?? ""
    switch line.change {
    case .added: return "  + \(name)\(reading)"
    case .removed: return "  - \(name)"
    case .changed(let fields):
      let nothing = language == .zh ? "（空）" : "(nothing)"
      let changes = fields.map { field in
        func shown(_ value: Message?) -> String { value.map { Self.short($0[language]) } ?? nothing }
        return "\(field.name[language]) \(shown(field.old)) → \(shown(field.new))"
      }
      let list = changes.joined(separator: language == .zh ? "；" : "; ")
      let whole = line.reading.map { "\n      = \($0[language])" } ?? ""
      return "  ~ \(name)\(language == .zh ? "：" : ": ")\(list)\(whole)"
    }
  }

  /// One line of up to 40 characters.
  private static func short(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? "⏎" : $0 })
    return line.count > 40 ? line.prefix(39) + "…" : line
  }
}
