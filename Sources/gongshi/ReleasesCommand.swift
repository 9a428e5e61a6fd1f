import ArgumentParser
import Diagnostics
import Parallel
import Publishing

/// `gongshi releases`: what can be gone back to.
struct ReleasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "releases", abstract: .said(zh: "列出保留的各次发布，新的在前。", en: "Releases that are kept, the newest first."),
    discussion: .said(
      zh: "最前面的数是编号，gongshi rollback 编号 恢复那一次。保留几次，由 site.yaml 的 keepReleases 决定。",
      en:
        "A release's number stands first: gongshi rollback NUMBER puts it back. keepReleases in site.yaml says how many are kept."
    ))

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: ReleaseOptions

  func run() throws {
    let publisher = place.publisher(of: common)
    let releases = publisher.releases
    if releases.isEmpty {
      return common.say("还没有发布过。要发布：gongshi build", "nothing was published yet. To publish: gongshi build")
    }
    for release in releases {
      let number = release.number.map(String.init) ?? "–"
      let time = release.moment?.replacing("T", with: " ") ?? "–"
      let mark = release.isPublic ? (zh: "  ← 现在公开的", en: "  ← public now") : (zh: "", en: "")
      common.say(
        "\(number)  \(time)  \(release.files) 个文件：新增 \(release.added)，修改 \(release.changed)，移除 \(release.removed)\(mark.zh)",
        "\(number)  \(time)  \(release.files) files: \(release.added) added, \(release.changed) changed, \(release.removed) removed\(mark.en)"
      )
      list("+", release.addedPages)
      list("~", release.changedPages)
      list("-", release.removedPages)
    }
    common.noteHolding(publisher)
    sayWhatNext(releases)
  }

  /// How many pages are listed of each sort.
  private static let shownPages = 10

  /// Pages one by one; days of the schedule, which come and go of themselves, in one line.
  private func list(_ mark: String, _ pages: [String]) {
    let lasting = pages.filter { !Self.isDay($0) }
    for page in lasting.prefix(Self.shownPages) {
      common.say("    \(mark) /\(Self.address(page))", "    \(mark) /\(Self.address(page))")
    }
    if lasting.count < pages.count {
      common.say("    \(mark) 日程里一天一页的页面", "    \(mark) pages of single days of the schedule")
    }
  }

  private static func isDay(_ path: String) -> Bool { path.contains(#/(?:^|\/)\d{4}-\d{2}-\d{2}\//#) }

  private func sayWhatNext(_ releases: [Release]) {
    guard let earlier = releases.first(where: { !$0.isPublic && $0.number != nil })?.number else {
      return common.advise("改了内容，再发布一次：gongshi build", "when something is changed, publish again: gongshi build")
    }
    common.advise(
      "+ 新增，~ 修改，- 移除（各列前几个）。发错了，要恢复以前的一次：gongshi rollback \(earlier)",
      "+ added, ~ changed, - removed (the first of each). To go back to an earlier one: gongshi rollback \(earlier)")
  }

  private static func address(_ path: String) -> Substring { path.dropLast("index.html".count) }
}

extension CommonOptions {
  /// That builds publish nothing, and how they do again.
  func noteHolding(_ publisher: Publisher) {
    guard let number = publisher.held else { return }
    let name = Release.name(number)
    note(
      "rollback 恢复了\(name.zh)，build 现在不发布任何内容。改正以后执行 gongshi release --resume，再 gongshi build。",
      "a rollback holds \(name.en): builds publish nothing. When the mistake is mended run gongshi release --resume, then gongshi build."
    )
  }
}
