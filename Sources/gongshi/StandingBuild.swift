import Artifacts
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Publishing

/// A build of which nothing is another than at the last one but the moment: the files that state it are renewed, and what a build says is said. [0077]
struct StandingBuild {
  let build: BuildCommand
  let inputs: SiteInputs?

  /// - Returns: false where the site has to be read and made; nothing was said and nothing changed then.
  func run(_ output: String) throws -> Bool {
    let common = build.common
    let options = build.loadOptions(output)
    guard let inputs, let standing = Publisher(output: output, jobs: options.jobs).standing(),
      let site = StandingSite(standing.note), site.inputs == inputs.digest,
      let configuration = try? SiteConfiguration.load(site: common.site).site,
      let index = standing.file(.feedIndex),
      let renewal = site.renewal(options, of: configuration, memory: standing.memory, index: index)
    else { return false }
    do throws(PublishingError) {
      let moment = TimeText.local(renewal.horizon.localStamp)
      guard
        let report = try standing.renew(
          renewal.artifacts, memory: renewal.memory, moment: moment, note: standing.note)
      else { return false }
      try? common.report(site.problems)
      build.noteGeneration(renewal.horizon, after: renewal.last)
      build.summarize(report, output)
      common.noteWaitingPages(site.waiting.map { ($0.url, $0.from) })
      build.noteSampleAddress(renewal.baseURL)
      return true
    } catch {
      throw common.fail(error, output)
    }
  }
}
