import ArgumentParser
import Parallel
import Publishing

/// `gongshi rollback`: the previous release back in place, in one step.
struct RollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: "Puts the previous release back, atomically. 一步恢复上一次发布。")

  @OptionGroup var common: CommonOptions

  @Option(help: "Where it is published; by default public/ in the site's directory. 发布在哪里。")
  var output: String?

  func validate() throws { try BuildCommand.check(output: output) }

  func run() throws {
    let output = BuildCommand.withoutTrailingSlash(output ?? common.site + "/public")
    do throws(PublishingError) {
      try Publisher(output: output, jobs: Jobs(1)).rollback()
    } catch {
      throw common.fail(error)
    }
    common.say("\(output) 已恢复为上一次发布；再执行一次可换回来。", "\(output) is the previous release again; run it once more to undo.")
  }
}
