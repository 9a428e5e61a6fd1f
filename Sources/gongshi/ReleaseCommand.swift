import ArgumentParser
import Artifacts
import Delivery
import Diagnostics
import Files
import Publishing

/// `gongshi release`: what is public, whether builds may change it, and what of it is to be sent elsewhere.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: .said(
      zh: "看现在公开的是哪一次发布；恢复发布；列出要传到别处的文件。",
      en: "Which release is public; lets builds publish again; lists what is to be sent elsewhere."),
    discussion: .said(
      zh: "--files 按传送的先后列出文件，一行一个，五栏，用制表符隔开：send 或 remove、步骤、类型、缓存方式、路径。照着传，中途断开也没有缺样式、缺数据的页面。",
      en:
        "--files lists files in the order in which they are sent, a line each, five columns between tabs: send or remove, step, media type, caching, path. Sent like that, no page ever lacks what it loads, also where it is broken off."
    ))

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: ReleaseOptions

  @Flag(help: .said(zh: "rollback 以后，让 build 重新发布。", en: "After a rollback: builds publish again."))
  var resume = false

  @Flag(help: .said(zh: "按先后列出要传送和移除的文件。", en: "Lists what to send and remove, in safe order."))
  var files = false

  @Option(
    help: .said(
      zh: "对方已有的是第几次发布：只列出从那以后不同的。不写就列出全部。",
      en: "Number of the release that is there already: only what differs since. By default all files."))
  var since: Int?

  @Option(
    help: .said(
      zh: "把要传送的文件按步骤放进这个空文件夹，先后写在 steps.tsv，要移除的写在 removed-….txt。",
      en:
        "An empty directory, into which what is to be sent is put, a directory a step, as steps.tsv says; what is to go stands in removed-….txt."
    ))
  var to: String?

  func validate() throws {
    if resume, files { throw UsageError(zh: "--resume 和 --files 不能一起用", en: "--resume and --files don't go together") }
    if !files, since != nil || to != nil {
      let option = since != nil ? "--since" : "--to"
      throw UsageError(zh: "\(option) 要和 --files 一起用", en: "\(option) goes with --files")
    }
    if to?.isEmpty == true { throw UsageError(zh: "--to 是空的", en: "--to is empty") }
  }

  func run() throws {
    let publisher = place.publisher(of: common)
    if resume { return try end(publisher) }
    if files { return try list(publisher) }
    guard let release = publisher.releases.first(where: \.isPublic) else {
      return common.say("还没有发布过。", "nothing was published yet.")
    }
    let name = Release.name(release.number)
    let time = release.moment?.replacing("T", with: " ") ?? ""
    common.say("现在公开的是\(name.zh) \(time)", "public now: \(name.en) \(time)")
    common.noteHolding(publisher)
  }

  private func end(_ publisher: Publisher) throws {
    do throws(PublishingError) {
      if try publisher.resume() == nil {
        return common.say("没有停住的发布，build 照常发布。", "nothing was held; builds publish.")
      }
      common.say("已恢复：下次 gongshi build 会发布新内容。", "resumed: the next gongshi build publishes.")
    } catch {
      throw common.fail(error, place.directory(of: common))
    }
  }

  // MARK: What is to be sent

  private func list(_ publisher: Publisher) throws {
    let snapshot: ReleaseSnapshot
    do throws(PublishingError) {
      snapshot = try publisher.snapshot(since: since)
    } catch {
      if case .noSuchRelease(let number, let kept) = error { throw unknown(number, kept) }
      throw common.fail(error, place.directory(of: common))
    }
    let plan = DeliveryPlan(
      added: snapshot.added.map(SitePath.at), changed: snapshot.changed.map(SitePath.at),
      removed: snapshot.removed.map(SitePath.at))
    guard let to else { return Terminal.output(plan.lines.map { $0 + "\n" }.joined()) }
    let directory = try emptyDirectory(to, publisher)
    do throws(FileError) {
      try plan.put(snapshot, into: directory)
    } catch {
      throw common.fail(error)
    }
    let sent = plan.parts.map(\.files.count).reduce(0, +)
    let name = Release.name(snapshot.number)
    common.say(
      "\(name.zh)：要传送 \(sent) 个文件，移除 \(snapshot.removed.count) 个。已放进 \(to)，先后见 steps.tsv。",
      "\(name.en): \(sent) files to send, \(snapshot.removed.count) to remove. They are in \(to), their order in steps.tsv."
    )
  }

  /// Nothing is known of what is there then: all is sent, and what is there besides is looked for by the tool that sends.
  private func unknown(_ number: Int, _ kept: [Int]) -> ExitStatus {
    let list = kept.map(String.init)
    return common.fail(
      usage: "没有保留第 \(number) 次发布" + (list.isEmpty ? "" : "，保留的有 \(list.joined(separator: "、"))")
        + "；请去掉 --since 全部重传，并让传送工具删除多余的文件",
      "release \(number) is not kept" + (list.isEmpty ? "" : ", but \(list.joined(separator: ", "))")
        + "; leave --since out, send all, and let the tool that sends delete what is there besides")
  }

  /// Nobody's files are mixed with these, and what is published is not changed by it.
  private func emptyDirectory(_ named: String, _ publisher: Publisher) throws -> String {
    let directory = Files.eventualPath(named)
    if directory == publisher.output || directory.hasPrefix(publisher.output + "/") {
      throw common.fail(
        usage: "--to \(named) 在已发布的文件夹里面；请换一个文件夹",
        "--to \(named) lies within what is published; choose another directory")
    }
    if Files.exists(directory), (try? Files.names(in: directory))?.isEmpty != true {
      throw common.fail(usage: "--to \(named) 不是空文件夹；请换一个", "--to \(named) is no empty directory; choose another")
    }
    do throws(FileError) { try Files.makeDirectory(directory) } catch { throw common.fail(error) }
    return directory
  }
}

extension DeliveryPlan {
  /// Five columns between tabs: what to do, at which step, served as what, kept how, and the path.
  fileprivate var lines: [String] {
    parts.flatMap { part in
      part.files.map { "send\t\(part.step.rawValue)\t\(part.mediaType.rawValue)\t\(part.cacheControl)\t\($0.file)" }
    } + removals.flatMap { removal in removal.files.map { "remove\t\(removal.step.rawValue)\t\t\t\($0.file)" } }
  }

  /// A directory each for the files of one part, numbered in their order; `steps.tsv` names them, with the headers that they are served with.
  /// `removed-….txt` name what goes after that. `whole/` has all files, for tools that look for what is there too much.
  fileprivate func put(_ snapshot: ReleaseSnapshot, into directory: String) throws(FileError) {
    var steps = ""
    for (index, part) in parts.enumerated() {
      let name = (index < 9 ? "0" : "") + "\(index + 1)-\(part.step.rawValue)"
      for file in part.files { try snapshot.put(file.file, into: directory + "/" + name) }
      steps += "\(name)\t\(part.mediaType.rawValue)\t\(part.cacheControl)\n"
    }
    for file in snapshot.files { try snapshot.put(file, into: directory + "/whole") }
    func write(_ lines: [String], _ name: String) throws(FileError) {
      try Files.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: directory + "/" + name)
    }
    try Files.write(Array(steps.utf8), to: directory + "/steps.tsv")
    for (index, removal) in removals.enumerated() {
      try write(removal.files.map(\.file), "removed-\(index + 1)-\(removal.step.rawValue).txt")
    }
    try write(["\(snapshot.number ?? 0)"], "release.txt")
  }
}
