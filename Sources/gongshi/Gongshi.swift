import ArgumentParser
import Diagnostics
import Files
import Glibc

/// The command line: reads the clock, the arguments and the environment, and hands them on as values. No rule lives here.
@main
struct Gongshi: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongshi",
    abstract: .said(zh: "把社区的页面、日程、数据和公示屏一次发布好。", en: "Publishes a community's pages, schedules, feeds and screens."),
    version: VersionCommand.text,
    subcommands: [
      InitCommand.self, NewCommand.self, ServeCommand.self, BuildCommand.self, PublishCommand.self, CheckCommand.self,
      ApproveCommand.self,
      WaitingCommand.self,
      PreviewCommand.self, PrintCommand.self,
      RollbackCommand.self, ReleasesCommand.self, ReleaseCommand.self, ActivitiesCommand.self, KeysCommand.self,
      RenderCommand.self, ScreensCommand.self,
      ThemeCommand.self, ListsCommand.self, LedgerCommand.self, DutiesCommand.self, FindCommand.self,
      VersionCommand.self,
    ])

  static func main() {
    refuseUnreadableArguments()
    var arguments = CommonArguments.moved(Array(CommandLine.arguments.dropFirst()), verbs: Self.self)
    if arguments.first == "帮助" { arguments[0] = "help" }
    refuseWideDashes(arguments)
    refuseUnknownVerb(arguments)
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let exit as ExitStatus {
      Terminal.exit(exit)
    } catch {
      // Help and version asked for are no failure; anything else here is wrong usage.
      let isAsked = Self.exitCode(for: error) == .success
      let isChinese = Terminal.messageLanguage == .zh
      let english = Self.fullMessage(for: error, columns: isChinese ? HelpText.unbroken : nil)
      let text =
        isAsked
        ? isChinese ? HelpText.chinese(english) : english
        : ArgumentErrorText.text(english, in: Terminal.messageLanguage)
      if isAsked { Terminal.output(text + "\n") } else { Terminal.error(text + "\n") }
      Terminal.exit(isAsked ? .done : .wrongUsage)
    }
  }

  /// A name in GBK, as an old terminal sends it: what is read of it is another name, and a directory of that one would be made.
  private static func refuseUnreadableArguments() {
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let start = CommandLine.unsafeArgv[index] else { continue }
      let bytes = Array(UnsafeRawBufferPointer(start: start, count: strlen(start)))
      if String(validating: bytes, as: UTF8.self) != nil { continue }
      let shown = BytePath(bytes: bytes).shown
      Terminal.error(
        Terminal.messageLanguage == .zh
          ? "gongshi：“\(shown)”不是 UTF-8 编码，读不了。把终端设成 UTF-8，或给文件夹改名\n"
          : "gongshi: “\(shown)” is not UTF-8 and can't be read; set the terminal to UTF-8, or rename the directory\n")
      Terminal.exit(.wrongUsage)
    }
  }

  /// `——apply`, `－－apply`, `—apply`: what input methods and word processors make of two hyphens. No file begins so.
  private static func refuseWideDashes(_ arguments: [String]) {
    for argument in arguments.prefix(while: { $0 != "--" }) {
      let name = argument.drop { "-—–－―‐‑−".contains($0) }
      let dashes = argument[..<name.startIndex]
      let isWide = !dashes.isEmpty && dashes.contains { $0 != "-" } && name.first?.isLetter == true
      guard isWide || argument.hasPrefix("--") && argument.contains("＝") else { continue }
      let plain = "--" + name.replacing("＝", with: "=")
      guard !Files.exists(argument) else { continue }
      Terminal.error(
        Terminal.messageLanguage == .zh
          ? "gongshi：“\(argument)”用了中文的横线或等号。请写成 \(plain)（英文输入法）\n"
          : "gongshi: “\(argument)” has wide dashes or a wide sign; write \(plain)\n")
      Terminal.exit(.wrongUsage)
    }
  }

  /// What people type for a verb: in Chinese, or without the word before it.
  private static let otherNames: [String: String] = [
    "发布": "build", "构建": "build", "生成": "build", "更新": "build", "检查": "check", "校验": "check", "预览": "serve",
    "查看": "serve",
    "新建": "new", "新增": "new", "建站": "init", "初始化": "init", "导入": "activities import", "导出": "activities export",
    "撤销": "activities undo", "历史": "activities history", "活动": "activities list", "回滚": "rollback", "恢复": "rollback",
    "日程": "activities list", "课程": "activities list", "列表": "lists", "退回": "rollback", "帮助": "help", "求助": "help",
    "公告": "new 公告", "通知": "new 公告", "公示": "new 公示", "写一页": "new 公告", "网站": "init", "开始": "init", "启动": "serve",
    "发布记录": "releases", "导入记录": "activities history",
    "打印": "print", "海报": "print", "审批": "approve", "签字": "approve", "待办": "waiting", "版本": "version",
    "import": "activities import", "export": "activities export", "undo": "activities undo",
    "history": "activities history",
    "create": "init", "preview": "serve", "server": "serve", "deploy": "build", "make": "build", "generate": "build",
    "start": "serve", "run": "serve", "list": "activities list", "ls": "activities list",
    "log": "releases", "add": "new",
    "page": "new page", "notice": "new notice", "update": "build", "validate": "check", "test": "check", "man": "help",
  ]

  /// A mistyped verb is answered with the nearest one, a missing one with the list.
  private static func refuseUnknownVerb(_ arguments: [String]) {
    var command: any ParsableCommand.Type = Gongshi.self
    var asksForHelp = false
    for argument in arguments {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !argument.hasPrefix("-") else { return }
      if argument == "help" {
        // `activities help` is answered as `activities` alone is: with what there is.
        if command != Gongshi.self { break }
        asksForHelp = true
        continue
      }
      guard let next = known.first(where: { $0.configuration.commandName == argument }) else {
        return refuse(argument, of: known.compactMap { $0.configuration.commandName })
      }
      command = next
    }
    guard !asksForHelp, !command.configuration.subcommands.isEmpty else { return }
    switch Terminal.messageLanguage {
    case .zh: Terminal.error(HelpText.chinese(Gongshi.helpMessage(for: command, columns: HelpText.unbroken)) + "\n")
    case .en: Terminal.error(Gongshi.helpMessage(for: command) + "\n")
    }
    if command == Gongshi.self { sayWhatFirst() }
    Terminal.exit(.wrongUsage)
  }

  /// Where there is no site yet, what begins one.
  private static func sayWhatFirst() {
    if Files.exists("content/site.yaml") { return }
    Terminal.error(
      Terminal.messageLanguage == .zh
        ? "\n这里还没有网站。先新建一个，会逐项询问：\n  gongshi init\n"
        : "\nThere is no site here yet. Make one; it asks for what it needs:\n  gongshi init\n")
  }

  private static func refuse(_ verb: String, of verbs: [String]) {
    let near = MeantVerb(verb, of: verbs, otherNames: otherNames).verbs
    let list = verbs.joined(separator: ", ")
    switch Terminal.messageLanguage {
    case .zh:
      let meant = near.map { "“\($0)”" }.joined(separator: "或")
      Terminal.error(
        "gongshi：没有命令“\(verb)”。" + (near.isEmpty ? "可用的命令：\(list)。" : "是不是想写\(meant)？") + "\n")
    case .en:
      let meant = near.map { "“\($0)”" }.joined(separator: " or ")
      let hint = near.isEmpty ? "known: \(list)." : "did you mean \(meant)?"
      Terminal.error("gongshi: there is no verb “\(verb)”; \(hint)\n")
    }
    Terminal.exit(.wrongUsage)
  }
}
