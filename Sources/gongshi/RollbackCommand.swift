import ArgumentParser
import Diagnostics
import Parallel
import Publishing

/// `gongshi rollback`: an earlier release back in place, in one step, and held there.
struct RollbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollback", abstract: .said(zh: "一步恢复以前的发布。", en: "Puts an earlier release back, atomically."),
    discussion: .said(
      zh: "之后 build 不再改动已发布的内容，直到执行 gongshi release --resume：定时任务不会把错误又发出去。",
      en: "Builds publish nothing from then on, until gongshi release --resume: no timer brings the mistake back."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: ReleaseOptions

  @Argument(
    help: .said(
      zh: "gongshi releases 列出的编号；不写就是上一次。", en: "Its number in gongshi releases; by default the one before."))
  var release: Int?

  func run() throws {
    let output = place.directory(of: common)
    let report: Publisher.Report
    do throws(PublishingError) {
      report = try Publisher(output: output, jobs: Jobs(1)).rollback(to: release)
      common.noteForeignFiles(report, output)
    } catch {
      throw common.fail(error, output, isRollback: true)
    }
    let name = Release.name(report.number)
    guard report.holds else {
      return common.say(
        "\(output) 已恢复为\(name.zh)，build 照常发布。", "\(output) is \(name.en) again, and builds go on publishing.")
    }
    // Screens take nothing older than what they have: an old release looks to them like a replayed one.
    common.say(
      "\(output) 已恢复为\(name.zh)。在执行 gongshi release --resume 以前，build 不会改动它；改正以后先 release --resume，再 build。"
        + (release == nil ? "再执行一次 rollback 可换回来。" : "")
        + "公示屏不接受旧内容，要等改正后的 build 才更新。",
      "\(output) is \(name.en) again. Builds won't change it until `gongshi release --resume`: mend the mistake, resume, build."
        + (release == nil ? " Another rollback undoes this one." : "")
        + " Screens never take what is older: they follow with the build that mends it."
    )
  }
}
