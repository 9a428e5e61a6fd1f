import ArgumentParser
import Artifacts
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Files
import Pictures
import Publishing
import Vocabulary

/// `gongshi publish`: all checks, what readers will see differently, and then, when it was agreed to, the switch.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: .said(
      zh: "检查，列出居民会看到的变化，确认后发布。",
      en: "Checks, says what residents will see differently, and publishes once that is agreed to."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions
  @OptionGroup var place: ReleaseOptions

  @Flag(help: .said(zh: "不问，直接发布。", en: "Publishes without asking."))
  var yes = false

  /// So many of each are named, unless all are asked for.
  private static let shown = 12

  func run() throws {
    var build = BuildCommand()
    (build.common, build.options, build.place) = (common, options, place)
    let output = place.directory(of: common)
    try build.refuseSources(output)
    let inputs = build.inputs(output)
    let loaded = try build.load(untouched: output)
    let site = loaded.site
    let publisher = Publisher(output: output, jobs: options.jobCount)
    // Held by a rollback: there is nothing to agree to.
    if publisher.held == nil {
      try say(changes(site, publisher), site: site, publisher: publisher)
      build.noteSampleAddress(site.community.site.baseURL)
      guard try isAgreed() else {
        _ = common.fail("没有发布；\(output) 没有改动", "nothing is published; \(output) is as it was")
        throw ExitStatus.wrongInput
      }
    }
    build.noteGeneration(site.community.horizon, after: loaded.last)
    try build.publish(loaded, to: output, inputs: inputs)
  }

  private func changes(_ site: Site, _ publisher: Publisher) throws -> PublicationChanges? {
    let (files, history) = (publisher.lastFiles, PublishedHistory(publisher.memory))
    guard let release = history.release, !files.isEmpty else { return nil }
    do throws(FileError) {
      var load = common.loadOptions(options)
      load.follow(publisher)
      load.output = publisher.output
      load.pictures = .beside(publisher.output, keeps: true)
      let asLast = try SiteSources.load(load).sources.flatMap { sources in
        let (community, _) = sources.community(
          at: release.moment, includeDrafts: options.drafts, published: history, jobs: options.jobCount)
        return SiteOutputs(community, sources, jobs: options.jobCount)?.shelf()
      }
      return PublicationChanges(
        .init(site.artifacts), asLast: asLast.map { .init($0) },
        .init(files: files) { try? Files.read(publisher.output + "/" + $0.file) }, jobs: options.jobCount)
    } catch {
      throw common.fail(error)
    }
  }

  // MARK: What will be seen

  private func say(_ changes: PublicationChanges?, site: Site, publisher: Publisher) throws {
    guard let changes else {
      return common.say(
        "第一次发布：\(site.artifacts.count) 个文件。", "the first release: \(site.artifacts.count) files.")
    }
    let made = PublicationChanges.Made(site.artifacts)
    let horizon = site.community.horizon
    let occurrences = OccurrenceChanges(
      from: { try? Files.read(publisher.output + "/" + $0.file) }, to: made.bytes,
      below: BaseURL.path(of: site.community.site.baseURL), now: TimeText.localSeconds(horizon.localNow))
    if changes.added.count + changes.changed.count + changes.gone.count + changes.screens.count == 0,
      occurrences.isEmpty
    {
      return common.say("没有居民看得到的变化。", "nothing that residents would see is different.")
    }
    common.say("居民会看到的变化：", "what residents will see differently:")
    list("新增的页面", en: "new pages", mark: "+", changes: changes.added)
    list("修改的页面", en: "changed pages", mark: "~", changes: changes.changed)
    list("不再有的页面，网址会打不开", en: "pages that go, whose addresses die", mark: "-", changes: changes.gone)
    list("停办的活动", en: "activities that are called off", lines: occurrences.cancelled.map { "× \(Self.text($0))" })
    list(
      "改了时间地点的活动", en: "activities that are moved",
      lines: occurrences.moved.map { "→ \(Self.text($0.old)) → \(Self.when($0.new)) \($0.new.venueName ?? "")" })
    list("不再公布的活动", en: "activities that are withdrawn", lines: occurrences.withdrawn.map { "- \(Self.text($0))" })
    let screens = site.community.screens.filter { changes.screens.contains($0.id.text) }
    list("内容有变的公示屏", en: "screens that show something else", lines: screens.map { "▢ \($0.title)（\($0.id)）" })
  }

  private static func when(_ row: OccurrenceChanges.Row) -> String { String(row.startsAtLocal.prefix(16)) }
  private static func text(_ row: OccurrenceChanges.Row) -> String {
    [when(row), row.title, row.venueName].compactMap { $0 }.joined(separator: " ")
  }

  private func list(_ zh: String, en: String, mark: String, changes: PublicationChanges.Changes) {
    list(zh, en: en, lines: changes.listed.map { "\(mark) \($0.url) \($0.title)" }, count: changes.count)
  }

  private func list(_ zh: String, en: String, lines: [String], count: Int? = nil) {
    let count = count ?? lines.count
    guard count > 0 else { return }
    common.say("  \(zh)：\(count)", "  \(en): \(count)")
    let shown = common.verbose ? lines[...] : lines.prefix(Self.shown)
    for line in shown { common.say("    \(line)", "    \(line)") }
    let rest = count - shown.count
    if rest > 0 { common.say("    … 还有 \(rest) 项（--verbose 列出更多）", "    … and \(rest) more (--verbose lists more)") }
  }

  // MARK: Agreed

  private func isAgreed() throws -> Bool {
    if yes { return true }
    guard Terminal.canAsk else {
      throw common.fail(
        usage: "没有发布：publish 要在终端里确认；确实要发布，加 --yes",
        "nothing is published: publish asks on a terminal. Add --yes to publish")
    }
    let question = Message(zh: "现在发布？请输入 y（是）：", en: "Publish now? [y] ")
    Terminal.error(question[common.messageLanguage])
    return ["y", "yes", "是"].contains((readLine() ?? "").lowercased().filter { !$0.isWhitespace })
  }
}
