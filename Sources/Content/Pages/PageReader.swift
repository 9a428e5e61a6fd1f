import Artifacts
import Diagnostics
import Markdown
import Pinyin
import PublicText
import Vocabulary

/// What came of one Markdown file.
enum PageFile {
  case page(Page)
  case introduction(SectionIntroduction)
  /// Its front matter makes no page; what could be read of it all the same.
  case unreadable(UnreadablePage?)
}

/// One Markdown file's bytes → a typed page and everything that is wrong with it.
struct PageReader {
  /// Relative to the site's directory.
  let file: String
  /// Office numbers that may be published.
  let officePhones: Set<String>
  /// Office e-mail addresses that may be; nil where others are not looked for.
  var officeEmails: Set<String>?
  /// Where its links may lead.
  var addresses = AddressRules()
  var extensions = Document.Extensions.all
  var names = PublishedNames.none
  var terms = TermList.none
  /// What people call the rows that pages name.
  var rows = RowNames()
  /// Where the file lies, if not in its own place: an approved edition.
  var place: String?
  /// An approved edition of it is kept (`ApprovalStanding`).
  var isSealedBefore = false
  /// It counts as approved, whoever has signed it: what would be wrong if it were.
  var countsAsApproved = false

  private var readFrom: String { place ?? file }

  func read(_ bytes: [UInt8]) -> (result: PageFile, problems: [Diagnostic]) {
    let problems = ProblemList()
    return (read(bytes, problems), problems.diagnostics)
  }

  private func read(_ bytes: [UInt8], _ problems: ProblemList) -> PageFile {
    guard let text = TextFile.decode(bytes, path: readFrom, problems: problems) else { return .unreadable(nil) }
    let numbers = PersonalNumberCheck(
      path: readFrom, officePhones: officePhones, officeEmails: officeEmails, problems: problems)
    numbers.fileName()
    numbers.source(text)
    var front = SourcePlace(path: readFrom, lineOffset: 1)
    front.rows = rows
    guard let parts = FrontMatterFence.split(text, path: readFrom, problems: problems),
      let fields = YAMLSource.reader(parts.frontMatter, at: front, problems: problems)
    else { return .unreadable(nil) }

    let wrongWords =
      terms.problems(in: parts.frontMatter[...], of: readFrom, as: .yaml, lineOffset: 1)
      + terms.problems(in: parts.body[...], of: readFrom, as: .markdown, lineOffset: parts.bodyLineOffset)
    wrongWords.forEach(problems.add)

    if PersonalNumberCheck.mayReadOtherwise(parts.frontMatter) {
      numbers.values(fields)
      numbers.detailValues(fields)
    }
    var reader = FrontMatterReader(fields)
    let kind = reader.kind()
    let common = reader.common()
    // The introduction of a list has the section's kind, not a member's fields.
    let isIntroduction = file.lowercased().hasSuffix("/index.md")
    let details = isIntroduction ? nil : kind.flatMap { Details.read($0, &reader, unit: common.unit) }
    let own = isIntroduction ? FrontMatterReader.Own() : reader.own()
    if kind == nil, !isIntroduction { allowKeysOfAllKinds(fields) }
    fields.finish()

    var body = Document(parts.body, extensions: extensions)
    noteNames(in: body, parts.bodyLineOffset, problems)
    let place = SourcePlace(path: readFrom, lineOffset: parts.bodyLineOffset)
    WrittenMarks.problems(in: body, of: parts.body, at: place).forEach(problems.add)
    PastedTable.problems(in: parts.body, at: place).forEach(problems.add)
    MisnamedBlock.problems(in: body, of: parts.body, at: place).forEach(problems.add)
    numbers.body(body, lineOffset: parts.bodyLineOffset)
    HiddenEntities.problem(in: body, of: parts.body, path: readFrom, lineOffset: parts.bodyLineOffset).map(problems.add)
    var references = reader.references
    let blocks = dataBlocks(of: body, parts, numbers: numbers, problems: problems, references: &references)
    if let details {
      noteEmptyBody(body, of: details, common: common, blocks: blocks, parts: parts, problems: problems)
    }
    let files = NamedFile.all(common.attachments, in: body, blocks, path: readFrom, lineOffset: parts.bodyLineOffset)
    noteAddresses(in: body, parts.bodyLineOffset, problems)
    names.apply(to: &body)

    func source(_ path: SitePath, _ title: String, _ kind: PageKind) -> PageSource {
      PageSource(
        file: file, readFrom: readFrom, bodyLineOffset: parts.bodyLineOffset, path: path, common: common, own: own,
        title: title,
        image: common.image.map { names.address(for: $0) ?? $0 },
        standing: countsAsApproved
          ? .approved
          : ApprovalStanding.of(
            common.approval, digest: { ApprovalDigest.of(parts, signed: common.approval?.signatures ?? []) },
            isSealedBefore: isSealedBefore),
        digests: PageDigests(parts, kind: kind, date: common.date, title: title),
        body: body, dataBlocks: blocks, references: references, files: files)
    }
    if let kind, let title = common.title {
      let section = kind.section.map { [$0] } ?? []
      if isIntroduction { return .introduction(SectionIntroduction(source(.page(section), title, kind), of: kind)) }
      if let details, let slug = slug(common.slug, problems) {
        return .page(
          Page(
            source(details.aboutUnit.map { .unit($0) } ?? .page(section + [slug.text]), title, kind), slug: slug,
            details: details))
      }
    }
    return .unreadable(
      UnreadablePage(file: file, bodyLineOffset: parts.bodyLineOffset, links: body.links, files: files))
  }

  /// Where the kind is not known, a key that any kind has may be right.
  private func allowKeysOfAllKinds(_ fields: FieldReader) {
    for kind in PageKind.allCases {
      let trial = fields.trial()
      var reader = FrontMatterReader(trial)
      _ = Details.read(kind, &reader)
      fields.allowKeys(of: trial)
    }
  }

  // MARK: Parts

  /// The last part of the page's URL: as it is written, else made of the file's name.
  private func slug(_ written: Slug?, _ problems: ProblemList) -> Slug? {
    let name = SourceKind.stem(file)
    guard let slug = written ?? Slug(name) ?? Slug(Pinyin.slug(name, limit: 100)) else {
      problems.add(
        .error(
          "page.no-slug", zh: "文件名“\(name)”不能用作网址", en: "the file name “\(name)” can't be part of a URL",
          hint: Message(
            zh: "在页面信息里加一行 slug:，用小写字母、数字和连字符", en: "add `slug:` with a-z, 0-9 and hyphens to the front matter"),
          at: .file(path: readFrom, line: 1, column: 1)))
      return nil
    }
    return slug
  }

  /// What a text calls by a name that leads elsewhere or nowhere.
  private func noteNames(in body: Document, _ lineOffset: Int, _ problems: ProblemList) {
    for heading in body.numberedHeadings {
      problems.add(
        .warning(
          "page.heading-address", zh: "标题“\(heading.text)”的地址和前面的标题一样，改成了 #\(heading.anchor)",
          en: "the heading “\(heading.text)” would have an earlier one's address; it has #\(heading.anchor)",
          hint: Message(
            zh: "要让地址一直不变，请在标题后面写上自己的地址，如 \(heading.text) {#shi-jian}",
            en: "for an address that stays, write one behind the heading, like \(heading.text) {#times}"),
          at: .file(path: readFrom, line: heading.line + lineOffset, column: 1)))
    }
    for (mark, line) in body.marksWithoutFootnote {
      problems.add(
        .warning(
          "page.footnote-missing", zh: "没有 \(mark) 这条脚注，读者会看到 \(mark) 几个字符",
          en: "there is no footnote \(mark); readers see it as it is written",
          hint: Message(
            zh: "另起一行写“\(mark): 内容”，冒号用半角", en: "write “\(mark): text” on a line of its own, below"),
          at: .file(path: readFrom, line: line + lineOffset, column: 1)))
    }
    for line in body.unusedFootnotes {
      problems.add(
        .warning(
          "page.footnote-unused", zh: "正文里没有引用这条脚注，网页上不会出现", en: "nothing refers to this footnote; it is shown nowhere",
          hint: Message(zh: "在正文里写上它的标记，如 [^1]，或者删去", en: "put its mark, like [^1], into the text, or delete it"),
          at: .file(path: readFrom, line: line + lineOffset, column: 1)))
    }
  }

  /// Whoever opens a notice wants to read it. Other kinds show what their front matter and the database say.
  private func noteEmptyBody(
    _ body: Document, of details: Details, common: FrontMatterReader.Common, blocks: [PlacedDataBlock],
    parts: FrontMatterFence.Parts, problems: ProblemList
  ) {
    guard case .notice(let notice) = details, notice.contact == nil, notice.activity == nil, notice.instruction == nil,
      common.summary == nil, blocks.isEmpty, common.attachments.isEmpty, common.image == nil, !common.isDraft,
      !body.isVisible(showsPicture: { _ in true })
    else { return }
    problems.add(
      .warning(
        "page.empty", zh: "正文是空的，读者打开只看到标题", en: "there is no text: who opens the page sees its title only",
        hint: Message(zh: "在第二行 --- 下面写正文", en: "write it below the second line ---"),
        at: .file(path: readFrom, line: parts.bodyLineOffset + 1, column: 1)))
  }

  /// Addresses that lead where no link of this site may.
  private func noteAddresses(in body: Document, _ lineOffset: Int, _ problems: ProblemList) {
    for link in body.links {
      guard
        let problem = addresses.problem(
          link.destination, isImage: link.isImage,
          at: .file(path: readFrom, line: link.line + lineOffset, column: link.column))
      else { continue }
      problems.add(problem)
    }
  }

  private func dataBlocks(
    of body: Document, _ parts: FrontMatterFence.Parts, numbers: PersonalNumberCheck, problems: ProblemList,
    references: inout [Reference]
  ) -> [PlacedDataBlock] {
    var blocks: [PlacedDataBlock] = []
    for block in body.dataBlocks(named: DataQuery.names) {
      var place = SourcePlace(
        of: block.body, atLine: block.line, in: parts.body, path: readFrom, lineOffset: parts.bodyLineOffset)
      place.rows = rows
      let query = DataQuery.read(
        block, at: place, numbers: numbers, addresses: addresses, problems: problems, references: &references)
      if let query { blocks.append(PlacedDataBlock(node: block.node, query: query)) }
    }
    return blocks
  }
}
