import ArgumentParser
import Diagnostics
import Parallel
import Publishing

/// `gongshi releases`: what can be gone back to.
struct ReleasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "releases", abstract: .said(zh: "列出保留的各次发布，新的在前。", en: "Releases that are kept, the newest first."),
    discussion: .said(
      zh: "保留几次，由 site.yaml 的 keepReleases 决定；gongshi rollback 编号 恢复其中一次。",
      en: "keepReleases in site.yaml says how many are kept; gongshi rollback NUMBER puts one back."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: ReleaseOptions

  func run() throws {
    let publisher = place.publisher(of: common)
    let releases = publisher.releases
    if releases.isEmpty { return common.say("还没有发布过。", "nothing was published yet.") }
    for release in releases {
      let number = release.number.map(String.init) ?? "–"
      let time = release.moment?.replacing("T", with: " ") ?? "–"
      let mark = release.isPublic ? (zh: "  ← 现在公开的", en: "  ← public now") : (zh: "", en: "")
      common.say(
        "\(number)  \(time)  \(release.files) 个文件：新增 \(release.added)，修改 \(release.changed)，移除 \(release.removed)\(mark.zh)",
        "\(number)  \(time)  \(release.files) files: \(release.added) added, \(release.changed) changed, \(release.removed) removed\(mark.en)"
      )
      for page in release.addedPages { common.say("    + /\(Self.address(page))", "    + /\(Self.address(page))") }
      for page in release.changedPages { common.say("    ~ /\(Self.address(page))", "    ~ /\(Self.address(page))") }
      for page in release.removedPages { common.say("    - /\(Self.address(page))", "    - /\(Self.address(page))") }
    }
    common.noteHolding(publisher)
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
