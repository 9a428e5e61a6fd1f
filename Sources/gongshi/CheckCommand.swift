import ArgumentParser
import Assembly
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
      let isNoSite = problems.contains { $0.code == "site.missing" }
      try common.report(
        problems, format: format,
        undone: isNoSite ? Message(zh: "没有检查", en: "nothing checked") : CommonOptions.nothingPublished)
      guard let site else { throw ExitStatus.wrongInput }
      common.say(
        "没有错误，可以发布 \(site.artifacts.count) 个文件。", "no errors; \(site.artifacts.count) files could be published.")
    } catch let error as FileError {
      throw common.fail(error)
    }
  }
}
