import Artifacts
import Assembly
import CJemalloc
import CivilTime
import Foundation
import Parallel
import Search

/// How long the search's index takes of a site: `search-benchmark SITE INSTANT`, in seconds, of several runs in JSON. The site is read once and
/// only the index is made, all its bytes.
@main
enum SearchBenchmark {
  private static let runs = 7

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let now = TimeText.parseInstant(arguments[2]) else {
      FileHandle.standardError.write(Data("usage: search-benchmark SITE INSTANT\n".utf8))
      exit(2)
    }
    let jobs = Jobs(ProcessInfo.processInfo.activeProcessorCount)
    var options = Site.Options(directory: arguments[1], now: now, jobs: jobs)
    options.isForPreview = true
    guard let site = try Site.load(options).site else { exit(1) }
    let seconds = (0...runs).map { _ in
      let time = ContinuousClock().measure {
        let sizes = jobs.map(SearchIndex(site.community, jobs: jobs).artifacts()) { artifact in
          switch artifact.body {
          case .bytes(let bytes): bytes.count
          case .made(let make): make().count
          case .copy: 0
          }
        }
        precondition(sizes.reduce(0, +) > 0)
      }
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    // The first round is not counted.
    print(String(decoding: try JSONEncoder().encode(Array(seconds.dropFirst())), as: UTF8.self))
  }
}
