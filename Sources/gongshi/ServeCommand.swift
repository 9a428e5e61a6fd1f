import ArgumentParser
import Artifacts
import Assembly
import CivilTime
import Content
import Diagnostics
import Dispatch
import Files
import Foundation
import Logging
import Pictures
import Preview
import PreviewServer
import Publishing

/// `gongshi serve`: the site in a browser while it is written; nothing is published.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: .said(
      zh: "边写边看：在浏览器里预览，保存即更新，不发布。", en: "Shows the site in a browser and again after each change; publishes nothing."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions

  @Option(help: .said(zh: "端口；0 表示任选一个空闲的。", en: "The port; 0 takes one that is free."))
  var port = 8080

  @Option(help: .said(zh: "监听地址；0.0.0.0 让同一网络的其他设备也能看。", en: "Where to listen; 0.0.0.0 lets other devices look too."))
  var host = "127.0.0.1"

  @Flag(help: .said(zh: "不靠系统通知，每秒查看一遍文件；共享文件夹用。", en: "Look at all files once a second, for directories on a share."))
  var poll = false

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw UsageError(zh: "--port 应当是 0 到 65535", en: "--port must be 0 to 65535")
    }
    guard !host.isEmpty, host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }) else {
      throw UsageError(
        zh: "--host 应当是本机的地址，如 127.0.0.1 或 0.0.0.0",
        en: "--host must be an address of this machine, like 127.0.0.1 or 0.0.0.0")
    }
  }

  func run() throws {
    guard Files.isDirectory(common.site) else {
      throw common.fail(input: "没有“\(common.site)”这个文件夹", "there is no directory “\(common.site)”")
    }
    let watch = TreeWatch(root: common.site, asksToPoll: poll, isOfInterest: ServedFiles.matters)
    // Before anything is read: what changes meanwhile is heard of.
    watch.watch(ServedFiles.places(database: nil, theme: nil))
    let site = PreviewSite(
      settings, run: String(Terminal.now.seconds % 1_000_000, radix: 36) + String(Terminal.process, radix: 36))
    site.read(after: nil)
    let signals = endingOnSignals()
    defer { withExtendedLifetime(signals) {} }
    serve(site)
    try follow(site, watch)
  }

  private var settings: PreviewSite.Settings {
    var load = Site.Options(directory: common.site, now: options.now, jobs: options.jobCount)
    load.includeDrafts = options.drafts
    load.baseURL = options.baseURL
    load.fonts = FontDirectories.all(Terminal.environment)
    load.programs = ProgramDirectories.all(Terminal.environment)
    // Beside public/, as builds keep them: a photo is not decoded again after each save.
    load.pictures = .beside(common.site + "/public", keeps: true)
    let publisher = Publisher(output: common.site + "/public", jobs: options.jobCount)
    let output = common.site + "/public/"
    let directory = common.site
    return PreviewSite.Settings(
      options: load, clock: { Terminal.clock }, fixedNow: options.at,
      published: LastRelease(publisher).read,
      publishedFile: { try? Files.read(output + $0.file) },
      describe: { diagnostics, language in
        let masked = diagnostics.map(CommonOptions.withoutNumbers)
        let excerpts = SourceExcerpts(for: masked, in: directory)
        return masked.map { diagnostic in
          var source: String?
          if case .file(let path, let line, _)? = diagnostic.location, line > 0 { source = excerpts.line(path, line) }
          return ShownProblem(diagnostic, in: language, source: source)
        }
      })
  }

  // MARK: Listening

  private func serve(_ site: PreviewSite) {
    let hosts = HostRule(host: host, others: HostRule.isLoopback(host) ? [] : Terminal.ownNames)
    let server = PreviewServer(PreviewResponder(site, hosts: hosts), host: host, port: port)
    let started = DispatchSemaphore(value: 0)
    Task {
      do {
        try await server.run { port in
          tellAddress(port, site)
          started.signal()
        }
      } catch PreviewServer.Failure.addressInUse {
        _ = fail(
          "端口 \(port) 已被别的程序占用。换一个：gongshi serve --port \(freePort)",
          "port \(port) is in use by another program; take another: gongshi serve --port \(freePort)")
      } catch PreviewServer.Failure.refused(let code, let reason) {
        let error = FileError("listen", "\(host):\(port)", code: code)
        _ = fail(
          "不能在 \(host):\(port) 监听：\(code == 0 ? reason : error.chineseReason)",
          "can't listen on \(host):\(port): \(code == 0 ? reason : error.reason)")
      }
      Terminal.exit(.machineFailed)
    }
    started.wait()
  }

  private func fail(_ zh: String, _ en: String) -> ExitStatus { common.fail(zh, en) }

  /// The next port that nobody listens at.
  private var freePort: Int { (port + 1..<min(port + 100, 65536)).first { Terminal.isFree(port: $0, host: host) } ?? 0 }

  private func tellAddress(_ port: Int, _ site: PreviewSite) {
    let shown = host == "0.0.0.0" || host == "::" ? "127.0.0.1" : host.contains(":") ? "[\(host)]" : host
    let path = site.site.map { BaseURL.path(of: $0.baseURL) } ?? ""
    common.say(
      "预览：http://\(shown):\(port)\(path)/\n保存文件后页面自动更新；不发布，不改动 public/。按 Ctrl-C 结束。",
      "preview: http://\(shown):\(port)\(path)/\nThe page follows each save; nothing is published, public/ is untouched. Ctrl-C ends it."
    )
    guard !HostRule.isLoopback(host) else { return }
    common.note(
      "同一网络里的人都能打开这个预览，包括草稿和没有公开的内容。",
      "everybody on this network can open the preview, with drafts and whatever is not public yet.")
  }

  // MARK: Following

  /// Until the process ends.
  private func follow(_ site: PreviewSite, _ watch: TreeWatch) throws {
    let log = common.logger
    var last: String?
    report(site, &last)
    var noted: TreeWatch.Reason?
    var watched: [String] = []
    var isUnread = false
    while true {
      if let settings = site.site, watched != [settings.database, settings.theme] {
        watched = [settings.database, settings.theme]
        watch.watch(ServedFiles.places(database: settings.database, theme: settings.theme))
        isUnread = watch.polls != nil
      }
      if let reason = watch.polls, reason != noted {
        noted = reason
        note(reason)
      }
      // What changed before it is looked at is not reported.
      if isUnread { site.read(after: .ofAnything) }
      isUnread = false
      guard let change = watch.next(timeout: 1000) else { continue }
      let times = site.read(after: change)
      log.debug("read after a change: reading \(times.reading.formatted), joining \(times.joining.formatted)")
      report(site, &last)
    }
  }

  /// What is wrong, where it is not what was said last.
  private func report(_ site: PreviewSite, _ last: inout String?) {
    if let failure = site.failure {
      let text = failure.path + failure.reason
      if text != last { _ = common.fail(failure) }
      last = text
      return
    }
    let problems = site.shown(PreviewKey(drafts: options.drafts)).problems
    let text = common.text(of: problems)
    defer { last = text }
    guard text != last else { return }
    Terminal.error(text)
    let errors = problems.inReadingOrder().count { $0.severity == .error }
    if errors > 0 {
      common.say(
        "共 \(errors) 处错误，预览停在改错以前的页面。",
        "\(errors) error\(errors == 1 ? "" : "s"); the preview shows the pages as they were before.")
    } else if last != nil, problems.isEmpty {
      common.say("没有问题了。", "all is well again.")
    }
  }

  private func note(_ reason: TreeWatch.Reason) {
    switch reason {
    case .asked: break
    case .share:
      common.note(
        "网站放在共享文件夹里，收不到改动通知，改为每秒查看一遍文件。",
        "the site lies on a share, which doesn't report changes; its files are looked at once a second.")
    case .noWatchesLeft:
      common.note(
        "系统的文件监视名额用完了，改为每秒查看一遍文件。要恢复，请管理员调大 fs.inotify.max_user_watches。",
        "the system has no file watches left; files are looked at once a second. An administrator can raise fs.inotify.max_user_watches."
      )
    }
  }

  /// At once, whoever is still listening; as long as what is returned is kept.
  private func endingOnSignals() -> [any DispatchSourceSignal] {
    [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { Terminal.exitAtOnce(.done) }
      source.resume()
      return source
    }
  }
}
