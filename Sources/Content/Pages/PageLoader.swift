import Diagnostics
import Files
import Markdown
import Vocabulary
import Words

/// One page of a site, read from its file; where it has to be approved and is not, the edition that was approved last stands in its place.
struct PageLoader: Sendable {
  let directory: String
  let site: SiteConfiguration
  let names: PublishedNames
  let terms: TermList
  let rows: RowNames
  let editions: ApprovedEditions
  /// Files that count as approved: what would be wrong if they were signed.
  let approving: Set<String>

  struct Loaded: Sendable {
    var file: PageFile
    var problems: [Diagnostic]
    var held: HeldPage?
  }

  /// - Parameters:
  ///   - name: below `content/`.
  ///   - memory: what was made of the same files before.
  func load(_ name: String, _ memory: SourceMemory? = nil) throws(FileError) -> Loaded {
    let path = "content/" + name
    func read() throws(FileError) -> [UInt8] { try Files.read(directory + "/" + path) }
    func make(_ bytes: [UInt8]) throws(FileError) -> Loaded { try load(name, path: path, bytes: bytes) }
    guard let memory else { return try make(read()) }
    // Where approval is required, an edition has a part in it.
    return try memory.value(of: path, isOwn: !site.requiresApproval, read: read, make: make)
  }

  private func load(_ name: String, path: String, bytes: [UInt8]) throws(FileError) -> Loaded {
    let isSealedBefore = editions.names.contains(name)
    var reader = reader(path)
    reader.isSealedBefore = isSealedBefore
    reader.countsAsApproved = approving.contains(path)
    let (file, problems) = reader.read(bytes)
    guard site.requiresApproval, !approving.contains(path),
      let held = held(file, path: path, bytes: bytes, isSealedBefore: isSealedBefore)
    else { return Loaded(file: file, problems: problems, held: nil) }

    var loaded = Loaded(file: file, problems: problems.map(\.asWarning), held: held)
    guard isSealedBefore else { return loaded }
    switch try edition(of: name) {
    case .success(let edition, let source):
      loaded.file = edition
      loaded.held?.editionApprovedOn = source.approval?.approvedOn
    case .failure(let problem): loaded.problems.append(problem)
    }
    return loaded
  }

  private func reader(_ path: String) -> PageReader {
    PageReader(
      file: path, officePhones: site.officePhones, officeEmails: site.officeEmails,
      addresses: AddressRules(site), extensions: .of(language: site.language.tag), names: names, terms: terms,
      rows: rows)
  }

  /// nil where it is approved, or a draft, which waits for nobody.
  private func held(_ file: PageFile, path: String, bytes: [UInt8], isSealedBefore: Bool) -> HeldPage? {
    let source = file.source
    if source?.isDraft == true { return nil }
    let standing =
      source?.standing
      ?? TextFile.decode(bytes, path: path, problems: ProblemList()).map {
        ApprovalStanding.of($0, isSealedBefore: isSealedBefore)
      } ?? .waiting(.author)
    if standing == .approved { return nil }
    return HeldPage(file: path, standing: standing, present: source, isUrgent: file.isUrgent)
  }

  private enum EditionResult {
    case success(PageFile, PageSource)
    case failure(Diagnostic)
  }

  private func edition(of name: String) throws(FileError) -> EditionResult {
    let path = ApprovedEditions.directory + "/" + name
    var reader = reader("content/" + name)
    reader.place = path
    // A word that is to be written otherwise since is no reason to take off what was approved.
    reader.terms = .none
    let (file, problems) = reader.read(try Files.read(directory + "/" + path))
    if let source = file.source, source.standing == .approved, !source.isDraft, !problems.hasErrors {
      return .success(file, source)
    }
    let reason =
      problems.first { $0.severity == .error }?.message
      ?? Message(zh: "内容和签字对不上", en: "its text is not the one that was signed")
    return .failure(
      .warning(
        "approval.edition-unusable", zh: "已批准的版本不能用，这一页暂不公开：\(reason.zh)",
        en: "the approved edition can't be used, and nothing of the page is published: \(reason.en)",
        hint: Message(
          zh: "从备份或 git 找回这个文件，或重新审批页面", en: "restore this file from a backup or git, or have the page approved again"),
        at: .file(path: path)))
  }
}

extension PageFile {
  var source: PageSource? {
    switch self {
    case .page(let page): page.source
    case .introduction(let introduction): introduction.source
    case .unreadable: nil
    }
  }

  fileprivate var isUrgent: Bool {
    if case .page(let page) = self, case .notice(let notice) = page.details { return notice.severity != nil }
    return false
  }
}
