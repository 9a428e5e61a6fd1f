import Assembly
import CJemalloc
import CivilTime
import Community
import Content
import Foundation
import Pages
import Parallel

/// What the templates of all notices' pages take: `templates-benchmark SITE INSTANT`, in the processor's seconds, of several runs in JSON. The
/// site is read once, and everything that its pages show (views, texts as HTML) is made ahead; with the program's allocator.
@main
enum TemplatesBenchmark {
  private static let runs = 7

  private struct Figures: Encodable {
    let pages: Int
    let bytes: Int
    /// Of the processor for all pages, a run each.
    let seconds: [Double]
  }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let now = TimeText.parseInstant(arguments[2]) else {
      FileHandle.standardError.write(Data("usage: templates-benchmark SITE INSTANT\n".utf8))
      exit(2)
    }
    var options = Site.Options(
      directory: arguments[1], now: now, jobs: Jobs(ProcessInfo.processInfo.activeProcessorCount))
    options.isForPreview = true
    guard let community = try Site.load(options).site?.community,
      let theme = try ThemeSource.load(site: arguments[1], name: community.site.theme).theme.map(Theme.compile)?.theme
    else { exit(1) }
    let renderings = Pages.noticeRenderings(community, theme: theme)
    var figures: [Double] = []
    var bytes = 0
    // The first round is not counted.
    for run in 0...runs {
      bytes = 0
      let start = clock()
      for render in renderings { bytes += render().count }
      if run > 0 { figures.append(Double(clock() - start) / Double(CLOCKS_PER_SEC)) }
    }
    let result = Figures(pages: renderings.count, bytes: bytes, seconds: figures)
    print(String(decoding: try JSONEncoder().encode(result), as: UTF8.self))
  }
}
