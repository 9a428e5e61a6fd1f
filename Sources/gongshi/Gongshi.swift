import ArgumentParser
import Diagnostics

/// The command line: reads the clock, the arguments and the environment, and hands them on as values. No rule lives here.
@main
struct Gongshi: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gongshi",
    abstract: "Publishes a community's pages, schedules, feeds and screens. 把社区的页面、日程、数据和公示屏一次发布好。",
    subcommands: [
      BuildCommand.self, CheckCommand.self, RollbackCommand.self, ActivitiesCommand.self, RenderCommand.self,
      VersionCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let exit as ExitStatus {
      Terminal.exit(exit)
    } catch {
      // Help and version asked for are no failure; anything else here is wrong usage.
      let isAsked = Self.exitCode(for: error) == .success
      let text = Self.fullMessage(for: error)
      if isAsked { Terminal.output(text + "\n") } else { Terminal.error(text + "\n") }
      Terminal.exit(isAsked ? .done : .wrongUsage)
    }
  }
}
