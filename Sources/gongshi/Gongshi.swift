import ArgumentParser
import Diagnostics

/// The command line: reads the clock, the arguments and the environment, and hands them on as values. No rule lives here.
@main
struct Gongshi: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongshi",
    abstract: "Publishes a community's pages, schedules, feeds and screens. 把社区的页面、日程、数据和公示屏一次发布好。",
    version: VersionCommand.text,
    subcommands: [
      InitCommand.self, NewCommand.self, ServeCommand.self, BuildCommand.self, CheckCommand.self, ApproveCommand.self,
      WaitingCommand.self,
      PreviewCommand.self,
      RollbackCommand.self, ActivitiesCommand.self, KeysCommand.self, RenderCommand.self, ScreensCommand.self,
      ThemeCommand.self, ListsCommand.self, LedgerCommand.self, DutiesCommand.self, FindCommand.self,
      VersionCommand.self,
    ])

  static func main() {
    let arguments = CommonArguments.moved(Array(CommandLine.arguments.dropFirst()), verbs: Self.self)
    refuseUnknownVerb(arguments)
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch let exit as ExitStatus {
      Terminal.exit(exit)
    } catch {
      // Help and version asked for are no failure; anything else here is wrong usage.
      let isAsked = Self.exitCode(for: error) == .success
      let english = Self.fullMessage(for: error)
      let text = ArgumentErrorText.text(english, in: Terminal.messageLanguage)
      if isAsked { Terminal.output(text + "\n") } else { Terminal.error(text + "\n") }
      Terminal.exit(isAsked ? .done : .wrongUsage)
    }
  }

  /// A mistyped verb is answered with the nearest one, a missing one with the list.
  private static func refuseUnknownVerb(_ arguments: [String]) {
    var command: any ParsableCommand.Type = Gongshi.self
    var asksForHelp = false
    for argument in arguments {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !argument.hasPrefix("-") else { return }
      if argument == "help", command == Gongshi.self {
        asksForHelp = true
        continue
      }
      guard let next = known.first(where: { $0.configuration.commandName == argument }) else {
        return refuse(argument, of: known.compactMap { $0.configuration.commandName })
      }
      command = next
    }
    guard !asksForHelp, !command.configuration.subcommands.isEmpty else { return }
    Terminal.error(Gongshi.helpMessage(for: command) + "\n")
    Terminal.exit(.wrongUsage)
  }

  private static func refuse(_ verb: String, of verbs: [String]) {
    let begun = verb.count > 1 ? verbs.filter { $0.hasPrefix(verb) } : []
    let near = begun.count == 1 ? begun[0] : Suggestion.nearest(to: verb, among: verbs)
    let list = verbs.joined(separator: ", ")
    switch Terminal.messageLanguage {
    case .zh:
      Terminal.error("gongshi：没有命令“\(verb)”。" + (near.map { "是不是想写“\($0)”？" } ?? "可用的命令：\(list)。") + "\n")
    case .en:
      let hint = near.map { "did you mean “\($0)”?" } ?? "known: \(list)."
      Terminal.error("gongshi: there is no verb “\(verb)”; \(hint)\n")
    }
    Terminal.exit(.wrongUsage)
  }
}
