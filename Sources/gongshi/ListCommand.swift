import Activities
import ArgumentParser
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Files
import Starter
import Vocabulary
import Words

/// `gongshi activities list`: what takes place next, for people as a table, for programs as columns with tabs between.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: .said(zh: "列出接下来的场次。", en: "Lists the coming occurrences."),
    discussion: .said(
      zh: """
        在终端里是对齐的表格；接到别的程序里是六栏，用制表符隔开：开始、结束、状态、活动编号、名称、场所。
        """,
      en: """
        On a terminal it is a table. For other programs it is six columns with tabs between: start, end, status, the activity's id, title, place.
        """))

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, tsv
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions

  @Option(
    help: .said(
      zh: "table 给人看，tsv 给程序用；不写就看是不是终端。",
      en: "table for people, tsv for programs; by default, whether it is a terminal."))
  var format: Format?

  /// Rows of the table that are shown, unless all are asked for: more than a screen holds is read by nobody.
  private static let shownRows = 30

  func run() throws {
    do {
      let (site, problems) = try Site.load(common.loadOptions(options))
      try common.report(problems, undone: Message(zh: "没有列出", en: "nothing listed"))
      guard let community = site?.community else { throw ExitStatus.wrongInput }
      let coming = community.occurrences.filter { !community.horizon.isOver($0.end) }
      switch format ?? (Terminal.outputIsTerminal ? .table : .tsv) {
      case .tsv: for occurrence in coming { Terminal.output(line(occurrence)) }
      case .table: show(coming, of: community)
      }
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  // MARK: For programs

  private func line(_ occurrence: Occurrence) -> String {
    let fields = [
      TimeText.local(occurrence.start), TimeText.local(occurrence.end),
      Self.word(occurrence.status)[common.messageLanguage],
      occurrence.activity.id.text, occurrence.title, occurrence.venue?.name ?? "",
    ]
    return fields.map { TextTable.cell($0) }.joined(separator: "\t") + "\n"
  }

  private static func word(_ status: OccurrenceStatus) -> Message {
    switch status {
    case .scheduled: Message(zh: "正常", en: status.rawValue)
    case .moved: Message(zh: "已调整", en: status.rawValue)
    case .cancelled: Message(zh: "已取消", en: status.rawValue)
    case .postponed: Message(zh: "已延期", en: status.rawValue)
    }
  }

  // MARK: For people

  private func show(_ coming: [Occurrence], of community: Community) {
    let days = community.horizon.days + 1
    guard let first = coming.first else {
      return common.say(
        "今后 \(days) 天没有活动。活动写在 content/data 的表里，导入：gongshi activities import content/data --apply",
        "nothing takes place in the next \(days) days. Activities stand in the sheets of content/data; import them: gongshi activities import content/data --apply"
      )
    }
    let year = community.horizon.today.year
    let words =
      common.messageLanguage == .zh
      ? Language.simplifiedChinese.datedWords(in: year) : Language.english.datedWords(in: year)
    let shown = common.verbose ? coming[...] : coming.prefix(Self.shownRows)
    var table = TextTable(
      Message(zh: "日期", en: "day"), Message(zh: "时间", en: "time"), Message(zh: "活动", en: "activity"),
      Message(zh: "场所", en: "place"), Message(zh: "状态", en: "status"), Message(zh: "编号", en: "id"),
      in: common.messageLanguage)
    for occurrence in shown {
      table.add([
        words.day(occurrence.start.date), words.range(from: occurrence.start, to: occurrence.end), occurrence.title,
        occurrence.venue?.name ?? "",
        occurrence.status == .scheduled ? "" : Self.word(occurrence.status)[common.messageLanguage],
        occurrence.activity.id.text,
      ])
    }
    for line in table.lines(columns: Terminal.columns) { common.say(line, line) }
    let rest = coming.count - shown.count
    if rest > 0 {
      common.say(
        "… 还有 \(rest) 场（--verbose 全部显示）", "… and \(rest) more (--verbose shows all)")
    }
    sayWhatNext(first, language: community.site.language)
  }

  /// How one of them is called off: what people look for here.
  private func sayWhatNext(_ first: Occurrence, language: Language) {
    let (id, day) = (first.activity.id, TimeText.date(first.originalStart.date))
    let sheet = NewSite.changesSheet(language) { Files.exists(common.site + "/" + $0) }
    common.advise(
      """
      停一次课、改一次时间：在 \(sheet.path) 里加一行，如 \(id),\(day),\(sheet.cancelled)
      再导入：gongshi activities import \(NewSite.sheets) --apply
      """,
      """
      to call one off, or move it, add a row to \(sheet.path), like \(id),\(day),\(sheet.cancelled)
      and import it: gongshi activities import \(NewSite.sheets) --apply
      """)
  }
}
