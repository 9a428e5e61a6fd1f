import ArgumentParser
import Assembly
import CivilTime
import Content
import Diagnostics
import Files
import Parallel
import PublicText

/// `gongshi approve`: one role's signature under the present text of pages, all of them or none.
struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: .said(zh: "在页面现在的文字上签字：起草、审核、审批。", en: "Signs the present text of pages."),
    discussion: .said(
      zh: """
        起草、审核、审批由三个不同的岗位依次签，看过的人签。岗位、日期和摘要写进页面信息的 approval，文件别的地方不动。
        签字以后页面一改，签字就作废，要重新签。页面写文件（content/notices/gate.md）或网址（/notices/gate/）。
        """,
      en: """
        Three roles sign one after the other: author, reviewer, approver. Who has read a page signs it: role, day and a digest of the text
        are written into its front matter, and nothing else is changed. A change of the page makes the signatures void. Pages are named by
        file (content/notices/gate.md) or by address (/notices/gate/).
        """))

  @OptionGroup var common: CommonOptions

  @Argument(help: .said(zh: "要签的页面，写文件或网址。", en: "Pages, by file or by address."))
  var pages: [String]

  @Option(
    name: .customLong("as"),
    help: .said(zh: "以什么身份签：author 起草，reviewer 审核，approver 审批。", en: "author, reviewer or approver."),
    transform: Self.role)
  var role: ApprovalRole

  @Option(
    help: .said(zh: "谁签：写岗位，如 社区党委书记，不写姓名。", en: "Who signs: a role such as “party secretary”, never a person's name."))
  var by: String

  @Option(
    help: .said(
      zh: "签字日期取这一刻，写成 2026-11-21T09:00:00+08:00 这样；不写就看时钟。",
      en: "“Now” as RFC 3339, which gives the day; by default the clock's."), transform: InstantArgument.parse)
  var at: Instant?

  private static let undone = Message(zh: "没有签", en: "nothing signed")

  private var who: String { by.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  func run() throws {
    do {
      let (sources, baseline) = try load(approving: [])
      guard let sources else {
        try common.report(baseline, undone: Self.undone)
        throw ExitStatus.wrongInput
      }
      let files = try PageArguments(site: common.site, filesByURL: sources.filesByURL).files(pages, common)
      let texts = try files.map { try Files.read(common.site + "/" + $0) }
      try refuseWhatWouldBeWrong(files, baseline: baseline)

      let site = sources.site
      let signing = PageSigning(
        role: role, who: who, day: site.zone.local(at ?? Terminal.now).date, officePhones: site.officePhones,
        language: site.language)
      let results = zip(files, texts).map { file, bytes in
        signing.sign(
          bytes, file: file, isSealedBefore: Files.exists(common.site + "/" + ApprovedEditions.path(of: file)))
      }
      try common.report(results.flatMap(\.1), undone: Self.undone)
      for signed in results.compactMap(\.0) { try write(signed, signing.day) }
      if !site.requiresApproval {
        common.note(
          "site.yaml 没有写 approval: required，没签完的页面也会公开",
          "site.yaml does not say `approval: required`: pages are published all the same")
      }
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  /// - Returns: all problems, and the sources where they can be read.
  private func load(approving: Set<String>) throws -> (sources: SiteSources?, [Diagnostic]) {
    var options = Site.Options(directory: common.site, now: at ?? Terminal.now, jobs: Jobs(Terminal.processors))
    options.isForPreview = true
    options.approving = approving
    let (sources, problems) = try SiteSources.load(options)
    return (sources, sources.map { Site.make(of: $0, problems, options).1 } ?? problems)
  }

  /// What is signed can be published: nothing is wrong with it, and nothing becomes wrong by it. What is wrong elsewhere is no matter.
  private func refuseWhatWouldBeWrong(_ files: [String], baseline: [Diagnostic]) throws {
    let known = Set(baseline)
    let (_, problems) = try load(approving: Set(files))
    let named = Set(files)
    let wrong = problems.filter { problem in
      guard problem.severity == .error else { return false }
      if case .file(let path, _, _)? = problem.location, named.contains(path) { return true }
      return !known.contains(problem)
    }
    try common.report(wrong, undone: Self.undone)
  }

  /// The edition first: a page that says it is approved has one.
  private func write(_ signed: PageSigning.Signed, _ day: CivilDate) throws {
    guard let bytes = signed.bytes else {
      return common.say(
        "\(signed.file)：\(who)已经以\(role.name.zh)签过，没有改动。",
        "\(signed.file): \(who) has signed it as \(role.name.en) already; nothing is changed.")
    }
    if let edition = signed.edition {
      let path = common.site + "/" + ApprovedEditions.path(of: signed.file)
      try Files.makeDirectory(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      try Files.replace(path, with: edition)
    }
    try Files.replace(common.site + "/" + signed.file, with: bytes)
    let date = TimeText.date(day)
    switch signed.standing {
    case .waiting(let next):
      common.say(
        "\(signed.file)：\(role.name.zh) \(who) \(date) 已签，接着等\(next.name.zh)签。",
        "\(signed.file): signed as \(role.name.en) by \(who) on \(date); it waits for its \(next.name.en).")
    default:
      common.say(
        "\(signed.file)：\(role.name.zh) \(who) \(date) 已签，批准了，下次发布时公开。",
        "\(signed.file): signed as \(role.name.en) by \(who) on \(date); it is approved and goes out with the next build."
      )
    }
  }

  // MARK: Arguments

  private static func role(_ text: String) throws(UsageError) -> ApprovalRole {
    if let role = ApprovalRole.spellings[text.lowercased()] { return role }
    let near = Suggestion.nearest(to: text, among: ApprovalRole.allCases.map(\.rawValue))
    throw UsageError(
      zh: near.map { "是不是想写“\($0)”？" } ?? "应当是 author（起草人）、reviewer（审核人）或 approver（审批人）",
      en: near.map { "did you mean “\($0)”?" } ?? "it must be author, reviewer or approver")
  }

  /// Longer than the name of any post.
  private static let longestWho = 40

  /// Not by a transform: its refusal would repeat what was written, and so a resident's number.
  func validate() throws {
    guard HiddenCharacter.first(in: by) == nil, !by.contains(where: \.isNewline), !by.contains("\t") else {
      throw UsageError(zh: "--by 里有看不见的控制字符或换行", en: "--by holds control characters or line ends")
    }
    guard !HiddenCharacter.isBlank(by) else {
      throw UsageError(
        zh: "--by 是空的；写签字人的岗位，如 社区党委书记", en: "--by is empty; write the signer's role, like 社区党委书记")
    }
    guard PersonalNumber.find(in: by).isEmpty else {
      throw UsageError(
        zh: "--by 里有个人号码；写签字人的岗位，如 社区党委书记",
        en: "--by holds a resident's number; write the signer's role, like 社区党委书记")
    }
    guard who.count <= Self.longestWho else {
      throw UsageError(
        zh: "--by 太长，最多 \(Self.longestWho) 个字", en: "--by is too long: \(Self.longestWho) characters at most")
    }
    guard who.contains(where: \.isLetter) else {
      throw UsageError(zh: "--by 不是岗位；应当像 社区党委书记", en: "--by is no role; write one like 社区党委书记")
    }
  }
}
