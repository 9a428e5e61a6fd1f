import ArgumentParser
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Encoding
import Files
import Screens
import Vocabulary

/// `gongshi preview`: what would be shown, without publishing anything.
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: .said(zh: "查看公示屏在某一刻显示什么。", en: "Shows what a screen shows at a time."),
    subcommands: [PreviewScreenCommand.self])
}

/// `gongshi preview screen ID --at INSTANT`.
struct PreviewScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen", abstract: .said(zh: "某块屏在某一刻的画面，输出 JSON。", en: "What a screen shows at an instant, as JSON.")
  )

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions

  @Argument(help: .said(zh: "公示屏编号。", en: "The screen's id."))
  var id: String

  @Option(
    help: .said(
      zh: "按那时发布的内容，看 --at 那一刻的画面；不写就当作在 --at 发布。",
      en: "Show what a release built then shows at --at; by default one built at --at."),
    transform: InstantArgument.parse)
  var built: Instant?

  @Flag(
    help: .said(zh: "不看 --at，从标准输入读时刻，每行一个。", en: "Read instants from standard input, one a line, instead of --at."))
  var instants = false

  func validate() throws {
    if instants, built == nil {
      throw UsageError(zh: "用 --instants 时请用 --built 写明发布的时间", en: "--instants needs --built")
    }
  }

  func run() throws {
    var load = common.loadOptions(options)
    if let built { load.now = built }
    load.isForPreview = true
    let site: Site
    do {
      let (loaded, problems) = try Site.load(load)
      try common.report(problems, undone: Message(zh: "没有结果", en: "no result"))
      guard let loaded else { throw ExitStatus.wrongInput }
      site = loaded
    } catch let error as FileError {
      throw common.fail(error)
    }
    guard let screen = ScreenID(id), let programme = site.screens.screen(screen)?.programme else {
      throw unknown(site)
    }
    guard instants else { return Terminal.output(programme.report(at: options.now).text) }
    while let line = readLine() {
      guard let instant = TimeText.parseInstant(line) else {
        throw common.fail(input: "“\(line)”不是 RFC 3339 时间", "“\(line)” is no RFC 3339 time")
      }
      Terminal.output(programme.report(at: instant).text)
    }
  }

  private func unknown(_ site: Site) -> ExitStatus {
    let known = site.community.screens.map(\.id.text)
    let list = known.joined(separator: ", ")
    let near = Suggestion.nearest(to: id, among: known)
    _ = common.fail(
      "没有公示屏“\(id)”。"
        + (near.map { "是不是想写“\($0)”？" } ?? (list.isEmpty ? "还没有公示屏：在 content/screens/ 里加一个。" : "现有的公示屏：\(list)。")),
      "there is no screen “\(id)”; "
        + (near.map { "did you mean “\($0)”?" }
          ?? (list.isEmpty ? "the site has no screens yet: add one in content/screens/." : "known: \(list).")))
    return .wrongUsage
  }
}
