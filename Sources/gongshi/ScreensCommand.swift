import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Files
import Heartbeat
import Vocabulary

/// `gongshi screens`: the screens on their walls.
struct ScreensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screens", abstract: .said(zh: "公示屏：看哪块还在线。", en: "The public screens."), subcommands: [Seen.self])

  /// `gongshi screens seen`: the web server's access log as a heartbeat.
  struct Seen: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "seen",
      abstract: .said(zh: "从访问日志看每块屏是否在线。", en: "Which screens were seen, by the web server's access log."),
      discussion: .said(
        zh: """
          认识 nginx 和 Apache 的 common、combined 格式（前面有没有 主机:端口 都行），以及每行一个 JSON 的日志；压缩过的（.gz）也行。
          可以一次给出几个轮换过的日志，先后不限；- 是标准输入。
          """,
        en: """
          Reads nginx's and Apache's common and combined formats, also with a leading host:port, and JSON lines; packed with gzip or not,
          rotated files in any order. - is standard input.
          """))

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json
    }

    @OptionGroup var common: CommonOptions
    @OptionGroup var place: ReleaseOptions

    @Argument(help: .said(zh: "网站服务器的访问日志；- 是标准输入。", en: "Access logs, or - for standard input."))
    var logs: [String]

    @Option(
      help: .said(
        zh: "以此刻为“现在”，写成 2026-11-21T09:00:00+08:00 这样；不写就看时钟。", en: "“Now” as RFC 3339; by default the clock's."),
      transform: InstantArgument.parse)
    var at: Instant?

    @Option(help: .said(zh: "多少分钟没有请求算失联。", en: "Minutes without a request after which a screen is silent."))
    var silentAfter = 30

    @Option(help: .said(zh: "输出格式：text 给人看，json 给程序用。", en: "text or json."))
    var format = Format.text

    @Flag(help: .said(zh: "有屏不正常时，退出码为 1。", en: "Exit with 1 when any screen is not alive."))
    var strict = false

    private static let longest = 366 * 24 * 60

    func validate() throws {
      guard (1...Self.longest).contains(silentAfter) else {
        throw UsageError(
          zh: "--silent-after 应当是 1 到 \(Self.longest) 分钟", en: "--silent-after must be 1 to \(Self.longest) minutes")
      }
    }

    func run() throws {
      let (site, screens) = try configuration()
      let now = at ?? Terminal.now
      let limit = silentAfter * 60
      do throws(FileError) {
        let output = place.directory(of: common)
        var subjects: [HeartbeatReport.Subject] = []
        for screen in screens {
          let published = try PublishedGeneration.read("\(output)/feeds/v1/screens/\(screen.id).json")
          subjects.append(HeartbeatReport.Subject(id: screen.id, title: screen.title, published: published))
        }
        var logs = AccessLogs(Sightings(known: subjects.map(\.id), now: now, window: limit))
        for path in self.logs { try logs.read(path) }
        let report = HeartbeatReport(subjects, logs: logs, now: now, zone: site.zone, limit: limit)
        show(report)
        if strict && !report.isAllAlive { Terminal.exit(.wrongInput) }
      } catch {
        throw common.fail(named: error)
      }
    }

    private func configuration() throws -> (SiteConfiguration, [ScreenConfiguration]) {
      do {
        let (site, screens, problems) = try Content.loadScreens(site: common.site)
        try common.report(problems, undone: Message(zh: "没有查看日志", en: "no log was read"))
        guard let site else { throw ExitStatus.wrongInput }
        return (site, screens)
      } catch let error as FileError {
        throw common.fail(error)
      }
    }

    private func show(_ report: HeartbeatReport) {
      switch format {
      case .json: Terminal.output(HeartbeatJSON.bytes(report))
      case .text:
        let text = HeartbeatText(report, language: common.messageLanguage)
        Terminal.output(common.quiet ? text.problems() : text.text())
      }
    }
  }
}
