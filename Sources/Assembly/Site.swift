package import Artifacts
package import CivilTime
package import Community
package import Diagnostics
import Digests
package import Files
package import Parallel
package import Pictures
package import Screens

/// A whole site, directory + `now` → artifacts, in three stages, each of which can be repeated alone: what is read (`SiteSources`), what
/// is true of it at a moment (`Community`), what is made of that (`SiteOutputs`). Every command that builds, checks or previews goes this
/// way.
package struct Site: Sendable {
  /// What a site is read with.
  package struct Options: Sendable {
    package var directory: String
    package var now: Instant
    package var includeDrafts = false
    /// In place of `site.yaml`'s.
    package var baseURL: String?
    /// Where it will be published, if not in `public/`: no key may lie there.
    package var output: String?
    package var jobs: Jobs
    /// Where what is made of pictures is kept.
    package var pictures: PictureKeeping
    /// Directories with fonts, which share cards are written with; nil: there are no cards.
    package var fonts: [String]?
    /// Directories with programs of this machine: where what draws pages of documents is looked for; nil: none are drawn.
    package var programs: [String]?
    /// What is public now: the files of the last release, and what it left for this one to know.
    package var lastFiles: [String] = []
    package var published = PublishedHistory()
    /// Everything is read and checked, nothing is made.
    package var isForPreview = false
    /// Files of pages that count as approved: what would be wrong if they were signed.
    package var approving: Set<String> = []

    package init(directory: String, now: Instant, jobs: Jobs) {
      self.directory = directory
      self.now = now
      self.jobs = jobs
      pictures = .beside(directory + "/public", keeps: false)
    }
  }

  package let community: Community
  package let screens: Screens
  /// What the next release is to know of this one.
  package let noted: PublishedHistory
  /// One for each path of the release; empty when there are errors.
  package let artifacts: [Artifact]

  /// All stages, one after the other.
  ///
  /// - Returns: nil when the site can't be read at all; and all problems of one run. With an error among them nothing may be published.
  /// - Throws: `FileError` when the machine refuses.
  package static func load(_ options: Options) throws(FileError) -> (site: Site?, [Diagnostic]) {
    let (sources, problems) = try SiteSources.load(options)
    guard let sources else { return (nil, problems) }
    return make(of: sources, problems, options)
  }

  /// The stages after the first.
  ///
  /// - Parameter problems: of the first.
  package static func make(
    of sources: SiteSources, _ problems: [Diagnostic], _ options: Options
  ) -> (site: Site?, [Diagnostic]) {
    let sourceProblems = problems
    var problems = problems
    let (community, modelProblems) = sources.community(
      at: options.now, includeDrafts: options.includeDrafts, published: options.published, jobs: options.jobs)
    problems += modelProblems
    guard let outputs = SiteOutputs(community, sources, jobs: options.jobs, lastFiles: options.lastFiles) else {
      return (nil, problems)
    }
    // Where something could not be read, what is not there has not gone.
    problems += outputs.problems.filter { !problems.hasErrors || $0.code != LostAddressCheck.code }
    let (artifacts, made) =
      problems.hasErrors || options.isForPreview ? ([], PublishedHistory()) : outputs.artifacts()
    let digest = artifacts.first { $0.path == .feedIndex }.flatMap(digest)
    if let last = options.published.release, let digest, last.moment == options.now,
      last.generation == community.horizon.generation, last.digest != digest
    {
      // Another release for the same moment: what has the number already would never take it.
      var options = options
      options.published.release = .init(
        generation: last.generation, digest: last.digest, moment: Instant(seconds: last.moment.seconds - 1))
      return make(of: sources, sourceProblems, options)
    }
    var noted = outputs.noted
    noted.merge(made)
    noted.release = digest.map { .init(generation: community.horizon.generation, digest: $0, moment: options.now) }
    return (Site(community: community, screens: outputs.screens, noted: noted, artifacts: artifacts), problems)
  }

  private static func digest(_ artifact: Artifact) -> String? {
    guard case .bytes(let bytes) = artifact.body else { return nil }
    return SHA256.hexadecimal(bytes)
  }
}
