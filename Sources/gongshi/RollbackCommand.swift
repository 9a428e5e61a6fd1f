import ArgumentParser
import Parallel
import Publishing

/// `gongshi rollback`: the previous release back in place, in one step.
struct RollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: .said(zh: "一步恢复上一次发布。", en: "Puts the previous release back, atomically."))

  @OptionGroup var common: CommonOptions

  @Option(
    help: .said(
      zh: "发布在哪里；不写就是网站目录里的 public/。", en: "Where it is published; by default public/ in the site's directory."))
  var output: String?

  func validate() throws { try BuildCommand.check(output: output) }

  func run() throws {
    let output = BuildCommand.withoutTrailingSlash(output ?? common.site + "/public")
    do throws(PublishingError) {
      common.noteForeignFiles(try Publisher(output: output, jobs: Jobs(1)).rollback(), output)
    } catch {
      throw common.fail(error, output, isRollback: true)
    }
    // Screens take nothing older than what they have: an old release looks to them like a replayed one.
    common.say(
      "\(output) 已恢复为上一次发布；再执行一次可换回来。公示屏不接受旧内容：要让屏上也恢复，请改正后再 gongshi build 一次。",
      "\(output) is the previous release again; run it once more to undo. Screens never take what is older: for them, build again."
    )
  }
}
