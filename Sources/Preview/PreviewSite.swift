package import Artifacts
package import Assembly
package import CivilTime
package import Community
package import Content
package import Diagnostics
import Dispatch
package import Encoding
package import Files
import Synchronization
package import Words

/// A site that is looked at while it is written: read again when something was heard of its files, and shown as of any moment. What is shown
/// follows from the files alone, as a build does; what was read before only saves time.
package final class PreviewSite: Sendable {
  /// What the command line says.
  package struct Settings: Sendable {
    package var options: Site.Options
    package var clock: @Sendable () -> Instant
    /// Stands for now, where it is given.
    package var fixedNow: Instant?
    /// What is public, as it was left for the next release.
    package var published: @Sendable () -> (memory: Bytes, files: [String])
    package var publishedFile: @Sendable (SitePath) -> Bytes?
    /// Diagnostics in a language, for readers: without residents' numbers, with their lines.
    package var describe: @Sendable ([Diagnostic], MessageLanguage) -> [ShownProblem]

    package init(
      options: Site.Options, clock: @escaping @Sendable () -> Instant, fixedNow: Instant?,
      published: @escaping @Sendable () -> (memory: Bytes, files: [String]),
      publishedFile: @escaping @Sendable (SitePath) -> Bytes?,
      describe: @escaping @Sendable ([Diagnostic], MessageLanguage) -> [ShownProblem]
    ) {
      self.options = options
      self.clock = clock
      self.fixedNow = fixedNow
      self.published = published
      self.publishedFile = publishedFile
      self.describe = describe
    }
  }

  private struct State {
    var reading = 0
    var sources: SiteSources?
    var sourceProblems: [Diagnostic] = []
    var failure: FileError?
    var site: SiteConfiguration?
    var published = PublishedHistory()
    var publishedMemory: Bytes = []
    var publishedFiles: [String] = []
    /// Of the newest reading.
    var views: [PreviewKey: PreviewView] = [:]
    /// The last of each that could be shown, from whichever reading.
    var lastGood: [PreviewKey: PreviewView.Good] = [:]
    /// The keys by when they were asked for last, the newest at the end: older ones need no room.
    var asked: [PreviewKey] = []
  }

  /// So many moments are kept at once.
  private static let kept = 3
  /// After so many seconds now is another time.
  private static let stale = 60

  let settings: Settings
  /// What distinguishes this run of the program from an earlier one at the same address.
  let run: String
  private let memory = SourceMemory()
  private let state = Mutex(State())
  /// One thing is worked out at a time.
  private let work = DispatchQueue(label: "preview")
  let news = PreviewNews()

  /// - Parameter run: another for each run of the program.
  package init(_ settings: Settings, run: String) {
    self.settings = settings
    self.run = run
  }

  // MARK: Reading

  /// Reads the site, or again what has changed, and informs all browsers.
  ///
  /// - Parameter change: nil: the first time.
  /// - Returns: how long reading took, and how long joining and checking.
  @discardableResult
  package func read(after change: TreeWatch.Change?) -> (reading: Duration, joining: Duration) {
    let clock = ContinuousClock()
    let times = work.sync {
      let start = clock.now
      switch change {
      case .of(let paths): memory.hear(of: paths)
      case .ofAnything, nil: memory.hearOfAll()
      }
      load()
      let read = clock.now
      // Who looks at it next need not wait.
      _ = view(state.withLock { $0.asked.last } ?? PreviewKey(drafts: settings.options.includeDrafts))
      return (read - start, clock.now - read)
    }
    news.send()
    return times
  }

  private func load() {
    var sources: SiteSources?
    var problems: [Diagnostic] = []
    var failure: FileError?
    do throws(FileError) {
      (sources, problems) = try SiteSources.load(settings.options, memory: memory)
    } catch {
      failure = error
    }
    let (memory, files) = settings.published()
    state.withLock { state in
      state.reading += 1
      state.sources = sources
      state.sourceProblems = problems
      state.failure = failure
      if let sources { state.site = sources.site }
      if state.publishedMemory != memory {
        state.publishedMemory = memory
        state.published = PublishedHistory(memory)
      }
      state.publishedFiles = files
      state.views = [:]
    }
  }

  /// Which reading is shown; another after each change.
  var version: String { "\(run)-\(state.withLock { $0.reading })" }

  /// The settings that were read last.
  package var site: SiteConfiguration? { state.withLock { $0.site } }
  package var words: any Words { (site?.language ?? .simplifiedChinese).words }
  /// Why the machine refuses to read the site.
  package var failure: FileError? { state.withLock { $0.failure } }

  // MARK: Looking

  /// The site as a browser asked to see it; waits until it is worked out.
  package func shown(_ key: PreviewKey) -> PreviewView {
    if let view = known(key) { return view }
    return work.sync { view(key) }
  }

  /// What can be shown of it: where there are errors, the last that could be.
  package func good(_ key: PreviewKey) -> PreviewView.Good? {
    if let good = shown(key).good { return good }
    return state.withLock { state in
      for known in [key] + state.asked.reversed() {
        if let good = state.lastGood[known] { return good }
      }
      return nil
    }
  }

  func now(_ key: PreviewKey) -> Instant { key.at ?? settings.fixedNow ?? settings.clock() }

  private func known(_ key: PreviewKey) -> PreviewView? {
    let now = now(key)
    return state.withLock { state in
      guard let view = state.views[key], now.seconds - view.moment.seconds < Self.stale else { return nil }
      state.asked = state.asked.filter { $0 != key } + [key]
      return view
    }
  }

  private func view(_ key: PreviewKey) -> PreviewView {
    if let view = known(key) { return view }
    let moment = now(key)
    let (reading, sources, problems, published, files) = state.withLock {
      ($0.reading, $0.sources, $0.sourceProblems, $0.published, $0.publishedFiles)
    }
    let (good, all) = make(
      sources, sourceProblems: problems, published: published, files: files, at: moment, drafts: key.drafts)
    let view = PreviewView(reading: reading, moment: moment, problems: all, good: good)
    state.withLock { state in
      state.asked = state.asked.filter { $0 != key } + [key]
      for old in state.asked.dropLast(Self.kept) {
        state.views[old] = nil
        state.lastGood[old] = nil
      }
      state.asked = state.asked.suffix(Self.kept)
      state.views[key] = view
      if let good { state.lastGood[key] = good }
    }
    return view
  }

  private func make(
    _ sources: SiteSources?, sourceProblems: [Diagnostic], published: PublishedHistory, files: [String],
    at moment: Instant, drafts: Bool
  ) -> (PreviewView.Good?, [Diagnostic]) {
    guard let sources else { return (nil, sourceProblems) }
    let (community, more) = sources.community(
      at: moment, includeDrafts: drafts, published: published, jobs: settings.options.jobs)
    guard let outputs = SiteOutputs(community, sources, jobs: settings.options.jobs, lastFiles: files) else {
      return (nil, sourceProblems + more)
    }
    let problems = sourceProblems + more + outputs.problems
    if problems.hasErrors { return (nil, problems) }
    let good = PreviewView.Good(
      community: community, shelf: outputs.shelf(), unpublished: sources.unpublished(at: community.horizon.localNow))
    return (good, problems)
  }

  /// What could be published of now, as of the moment of the last release; nil where there are errors.
  func asLastPublished() -> (last: PreviewView.Good?, files: [String]) {
    let (sources, problems, published, files) = state.withLock {
      ($0.sources, $0.sourceProblems, $0.published, $0.publishedFiles)
    }
    guard let release = published.release else { return (nil, files) }
    return (
      work.sync {
        make(sources, sourceProblems: problems, published: published, files: files, at: release.moment, drafts: false).0
      }, files
    )
  }
}

extension SiteSources {
  /// The pages that readers don't see at a moment, by their address.
  fileprivate func unpublished(at now: LocalDateTime) -> [UnpublishedPage] {
    hiddenPages(at: now).map { page in
      UnpublishedPage(
        url: page.url, title: page.title,
        reason: page.isDraft ? .draft : page.due.map { .due($0) } ?? .unapproved)
    }
  }
}
