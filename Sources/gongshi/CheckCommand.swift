import ArgumentParser
import Assembly
import Community
import Diagnostics
import Files
import Publishing

/// `gongshi check`: all that `build` checks, and nothing written.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: .said(zh: "只检查，不写任何文件。", en: "Checks everything and writes nothing."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions

  @Option(
    help: .said(zh: "输出格式：text 给人看，json 每行一条，github 给 GitHub Actions。", en: "text, json (one object a line) or github.")
  )
  var format = DiagnosticPrinter.Format.text

  func run() throws {
    do {
      var load = common.loadOptions(options)
      load.follow(Publisher(output: common.site + "/public", jobs: options.jobCount))
      let (site, problems) = try Site.load(load)
      let warnings = problems.count { $0.severity == .warning }
      let isNoSite = problems.contains { $0.code == "site.missing" }
      try common.report(
        problems, format: format,
        undone: isNoSite
          ? Message(zh: "没有检查", en: "nothing checked") : Message(zh: "检查没有通过", en: "the check failed"))
      guard let site else { throw ExitStatus.wrongInput }
      common.say(
        "检查通过，没有错误\(warnings > 0 ? "，有 \(warnings) 处提醒" : "")；可以发布了（gongshi build），共 \(site.artifacts.count) 个文件。",
        "checked, no errors\(warnings > 0 ? ", \(warnings) warning\(warnings == 1 ? "" : "s")" : ""); `gongshi build` would publish \(site.artifacts.count) files."
      )
      if format == .text {
        common.noteWaitingPages(site.community.waitingPages)
        common.sayDrafts(site.community.draftFiles)
      }
    } catch let error as FileError {
      throw common.fail(error)
    }
  }
}
