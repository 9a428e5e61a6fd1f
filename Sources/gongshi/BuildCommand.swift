import ArgumentParser
import Assembly
import Community
import Diagnostics
import Files
import Logging
import Publishing

/// `gongshi build`: validate, render, publish.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Validates, renders and publishes the site. 检查、生成并发布网站。")

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions

  @Option(help: "Where to publish; by default public/ in the site's directory. 发布到哪里。")
  var output: String?

  func validate() throws { try Self.check(output: output) }

  func run() throws {
    let log = common.logger
    let clock = ContinuousClock()
    var start = clock.now
    func phase(_ name: String) {
      log.debug("\(name): \((clock.now - start).formatted)")
      start = clock.now
    }
    let output = Self.withoutTrailingSlash(output ?? common.site + "/public")
    let site = try load(untouched: output)
    phase("load")
    log.debug("allocator: jemalloc \(Allocator.version ?? "not in use")")
    do throws(PublishingError) {
      let report = try Publisher(output: output, jobs: options.jobCount)
        .publish(site.artifacts, memory: site.noted.bytes)
      phase("publish")
      summarize(report, output)
    } catch {
      throw common.fail(error)
    }
  }

  private func load(untouched output: String) throws -> Site {
    do {
      var load = common.loadOptions(options)
      load.follow(Publisher(output: output, jobs: options.jobCount))
      load.output = output
      let (site, problems) = try Site.load(load)
      try common.report(problems, untouched: Files.exists(output) ? output : nil)
      guard let site else { throw ExitStatus.wrongInput }
      return site
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  private func summarize(_ report: Publisher.Report, _ output: String) {
    if let reason = report.inPlaceReason {
      common.note(
        "\(output) 不能一步替换（\(reason)），已按顺序逐个更新文件。",
        "\(output) can't be replaced in one step (\(reason)); its files were updated in order.")
    }
    if !report.foreignFiles.isEmpty {
      let named = report.foreignFiles.prefix(3).joined(separator: "、")
      let more = report.foreignFiles.count > 3 ? "…" : ""
      let count = report.foreignFiles.count
      common.note(
        "\(output) 里有 \(count) 个不是公示生成的文件（\(named)\(more)），已移到 \(report.foundDirectory)/。",
        "\(count) files in \(output) were not made by gongshi (\(named)\(more)); they are kept in \(report.foundDirectory)/."
      )
    }
    let kept = report.files - report.written
    common.say(
      "已发布到 \(output)：\(report.files) 个文件，新写 \(report.written) 个，未变 \(kept) 个，移除 \(report.removed) 个。",
      "published to \(output): \(report.files) files, \(report.written) written, \(kept) unchanged, \(report.removed) removed."
    )
  }

  /// An empty name, as from a variable that is not set, must not mean the root of the disk.
  static func check(output: String?) throws {
    if output?.isEmpty == true { throw UsageError(zh: "--output 是空的", en: "--output is empty") }
  }

  static func withoutTrailingSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }
}

extension CommonOptions {
  func loadOptions(_ options: SiteOptions) -> Site.Options {
    var load = Site.Options(directory: site, now: options.now, jobs: options.jobCount)
    load.includeDrafts = options.drafts
    load.baseURL = options.baseURL
    return load
  }
}

extension Site.Options {
  /// Takes what is public there now for the last release.
  mutating func follow(_ publisher: Publisher) {
    lastFiles = publisher.lastFiles
    published = PublishedHistory(publisher.memory)
  }
}

extension Duration {
  /// `12.3 ms`.
  var formatted: String {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    return "\(Double(microseconds / 100) / 10) ms"
  }
}
