import ArgumentParser
import Artifacts
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Files
import Logging
import Pictures
import Publishing

/// `gongshi build`: validate, render, publish.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: .said(zh: "检查、生成并发布网站。", en: "Validates, renders and publishes the site."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions
  @OptionGroup var place: ReleaseOptions

  func run() throws {
    let log = common.logger
    let clock = ContinuousClock()
    var start = clock.now
    func phase(_ name: String) {
      log.debug("\(name): \((clock.now - start).formatted)")
      start = clock.now
    }
    let output = place.directory(of: common)
    try refuseSources(output)
    let inputs = inputs(output)
    phase("inputs")
    if try StandingBuild(build: self, inputs: inputs).run(output) { return phase("renew") }
    let loaded = try load(untouched: output)
    phase("load")
    noteGeneration(loaded.site.community.horizon, after: loaded.last)
    log.debug("allocator: jemalloc \(Allocator.version ?? "not in use")")
    try publish(loaded, to: output, inputs: inputs)
    noteSampleAddress(loaded.site.community.site.baseURL)
    phase("publish")
    // The process ends: to free a site's millions of parts one by one before is half a hundredth of a build.
    _ = Unmanaged.passRetained(Kept(loaded))
  }

  private final class Kept {
    let loaded: Loaded

    init(_ loaded: Loaded) { self.loaded = loaded }
  }

  /// What will be read, digested before it is read; nil where that can't be.
  func inputs(_ output: String) -> SiteInputs? {
    guard let program = ProgramIdentity.text(jobs: options.jobCount),
      let site = try? SiteConfiguration.load(site: common.site).site
    else { return nil }
    return SiteInputs(loadOptions(output), of: site, program: program)
  }

  func loadOptions(_ output: String) -> Site.Options {
    var load = common.loadOptions(options)
    load.output = output
    return load
  }

  /// Puts it in place, and says what was done.
  ///
  /// - Parameter inputs: what was digested before the site was read.
  func publish(_ loaded: Loaded, to output: String, inputs: SiteInputs?) throws {
    let site = loaded.site
    let positions = newPositions(site.community.images, output)
    do throws(PublishingError) {
      let report = try Publisher(output: output, jobs: options.jobCount)
        .publish(
          site.artifacts, memory: site.noted.bytes, moment: Self.wallClock(site),
          keeping: site.community.site.keepReleases,
          standing: { StandingSite(site, loaded.problems, inputs: inputs)?.bytes })
      summarize(report, output)
      note(positions: positions)
      common.noteWaitingPages(site.community.waitingPages)
    } catch {
      throw common.fail(error, output)
    }
  }

  /// What is written by people is never published over, nor are pages put among it: they would be read as sources by the next build.
  func refuseSources(_ output: String) throws {
    let target = Files.eventualPath(output)
    for name in ["content", "themes"] {
      let source = Files.eventualPath(common.site + "/" + name)
      guard target == source || target.hasPrefix(source + "/") || source.hasPrefix(target + "/") else { continue }
      // A site that holds only itself: its own directory is no place for pages either.
      throw common.fail(
        usage: "--output \(output)：不能发布到 \(name)/ 里面或它的上级文件夹，那里放的是网站的原稿；换一个文件夹，如 public",
        "--output \(output): \(name)/ holds the site's sources; nothing is published into it or into what holds it. Name another directory, such as public"
      )
    }
  }

  /// A site that can be published.
  struct Loaded {
    let site: Site
    /// Warnings alone.
    let problems: [Diagnostic]
    /// The release that was published last, taken back or not.
    let last: PublishedHistory.Release?
  }

  func load(untouched output: String) throws -> Loaded {
    do {
      var load = loadOptions(output)
      let publisher = Publisher(output: output, jobs: options.jobCount)
      load.follow(publisher)
      load.pictures = .beside(output, keeps: mayKeepPictures(output) || !load.lastFiles.isEmpty)
      let (site, problems) = try Site.load(load)
      if problems.hasErrors, publisher.isBetween {
        common.note(
          "\(output) 新旧混杂：上次更新中断了。改正后再 gongshi build，或用 gongshi rollback 恢复。",
          "\(output) is between two releases since an update was broken off; mend the errors and build again, or go back with gongshi rollback."
        )
      }
      try common.report(problems, untouched: Files.exists(output) ? output : nil)
      guard let site else { throw ExitStatus.wrongInput }
      return Loaded(site: site, problems: problems, last: load.published.release)
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  private static func wallClock(_ site: Site) -> String {
    TimeText.local(site.community.horizon.localStamp)
  }

  /// Nothing is left beside an output that may still be refused: it holds a release, or it is the site's own and will.
  private func mayKeepPictures(_ output: String) -> Bool {
    place.output == nil && (!Files.exists(output) || (try? Files.names(in: output))?.isEmpty == true)
  }

  /// Photos that said where they were taken and are not public yet: whether a preview has made them before is no matter.
  private func newPositions(_ images: [ContentImage], _ output: String) -> Int {
    images.count { image in
      guard let picture = image.picture, picture.hadPosition else { return false }
      let there = try? OpenFile(output + "/" + image.path.file).size
      return there == nil || there != picture.main.size
    }
  }

  /// People ought to know what their phones write into photos.
  private func note(positions count: Int) {
    guard count > 0 else { return }
    common.say(
      "有 \(count) 张照片带着拍摄地点（GPS），公开的图片里已经去掉；原来的文件没有改动。",
      "\(count) photo\(count == 1 ? "" : "s") said where \(count == 1 ? "it was" : "they were") taken; what is published does not. The files themselves are as they were."
    )
  }

  /// A new site's address is a sample, and stands in calendars, feeds and codes.
  func noteSampleAddress(_ baseURL: String) {
    guard baseURL == "https://www.example.cn" else { return }
    common.say(
      "公开以前：content/site.yaml 里的 baseURL 还是示例网址 https://www.example.cn；日历、数据和二维码都写着它，请换成自己的网址。",
      "before you publish: baseURL in content/site.yaml is still the sample https://www.example.cn; calendars, feeds and codes have it, put your own."
    )
  }

  /// That this release has a higher number than its moment: what takes feeds would take it for an older one else.
  func noteGeneration(_ horizon: Horizon, after last: PublishedHistory.Release?) {
    let ahead = horizon.generation - horizon.stamp.seconds
    guard ahead > 0, let last, last.generation < horizon.generation else { return }
    if last.moment == horizon.stamp {
      return common.note(
        "同一时刻已经发布过别的内容，这次的编号取 \(horizon.generation)，公示屏会当作更新的接收。",
        "another release was built for the same moment; this one gets the number \(horizon.generation), so that screens take it for newer."
      )
    }
    let refused = ahead >= Self.screensTake
    common.note(
      "上次发布的编号 \(last.generation) 比现在的时间大（时钟往回调过？），这次的编号取 \(horizon.generation)，公示屏会当作更新的接收。"
        + (refused ? "但相差一年以上，公示屏不会接收：请清除各屏浏览器的网站数据后重新打开。" : ""),
      "the last release's number \(last.generation) is ahead of this moment (a clock that was set back?); this one gets \(horizon.generation), so that screens take it for newer."
        + (refused
          ? " They don't take one that is a year ahead: clear their browsers' site data and open them anew." : ""))
  }

  /// How far a number may be ahead of its time, in seconds: `programme.js` has the same.
  private static let screensTake = 31_536_000

  func summarize(_ report: Publisher.Report, _ output: String) {
    if let reason = report.inPlaceReason { note(reason, output) }
    common.noteForeignFiles(report, output)
    let kept = report.files - report.written
    common.say(
      "已发布到 \(output)：\(report.files) 个文件，新写 \(report.written) 个，未变 \(kept) 个，移除 \(report.removed) 个。",
      "published to \(output): \(report.files) files, \(report.written) written, \(kept) unchanged, \(report.removed) removed."
    )
  }

  /// Why there was a moment between two releases, and how there is none.
  private func note(_ reason: InPlaceReason, _ output: String) {
    switch reason {
    case .mount:
      common.note(
        "\(output) 是挂载点，不能一步替换，已按顺序逐个更新文件。要一步换好，请挂载它的上一级文件夹。",
        "\(output) is a mount and can't be replaced in one step; its files were updated in order. To have one step, mount the directory above it."
      )
    case .mountWithin(let path):
      common.note(
        "\(output)/\(path) 是挂载点，所以不能一步替换，已按顺序逐个更新文件；\(path) 里面没有改动。",
        "\(output)/\(path) is a mount, so that \(output) can't be replaced in one step; its files were updated in order, and \(path) was left alone."
      )
    case .refused(let error):
      common.note(
        "\(output) 不能一步替换（\(error.reason)），已按顺序逐个更新文件。",
        "\(output) can't be replaced in one step (\(error.reason)); its files were updated in order.")
    }
  }
}

extension CommonOptions {
  func loadOptions(_ options: SiteOptions) -> Site.Options {
    var load = Site.Options(directory: site, now: options.now, jobs: options.jobCount)
    load.includeDrafts = options.drafts
    load.baseURL = options.baseURL
    load.fonts = FontDirectories.all(Terminal.environment)
    load.programs = ProgramDirectories.all(Terminal.environment)
    return load
  }
}

extension Site.Options {
  /// Takes what is public there now for the last release.
  mutating func follow(_ publisher: Publisher) {
    lastFiles = publisher.lastFiles
    published = PublishedHistory(publisher.memory)
    if let index = publisher.unnotedIndex { published.release = PublishedIndex.release(index) }
  }
}

extension Duration {
  /// `12.3 ms`.
  var formatted: String {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    return "\(Double(microseconds / 100) / 10) ms"
  }
}
