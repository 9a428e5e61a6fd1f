package import CivilTime
package import Diagnostics
import Markdown
import Vocabulary
package import Words

/// A page's file → the same with one more signature. Nothing but its `approval` changes.
package struct PageSigning: Sendable {
  package let role: ApprovalRole
  package let who: String
  package let day: CivilDate
  private let officePhones: Set<String>
  private let language: Language

  /// - Parameters:
  ///   - officePhones: of the site, as its language.
  package init(
    role: ApprovalRole, who: String, day: CivilDate, officePhones: Set<String> = [],
    language: Language = .simplifiedChinese
  ) {
    self.role = role
    self.who = who
    self.day = day
    self.officePhones = officePhones
    self.language = language
  }

  package struct Signed: Sendable {
    package let file: String
    /// The file as it is to be; nil where that role has signed this very text already.
    package let bytes: [UInt8]?
    /// What is to be kept as the edition that was approved last.
    package let edition: [UInt8]?
    package let standing: ApprovalStanding
  }

  /// - Parameter isSealedBefore: an approved edition is kept.
  /// - Returns: nil where it can't be signed, and why.
  package func sign(_ bytes: [UInt8], file: String, isSealedBefore: Bool) -> (Signed?, [Diagnostic]) {
    let problems = ProblemList()
    let signed = sign(bytes, file: file, isSealedBefore: isSealedBefore, problems: problems)
    return (signed, problems.diagnostics.filter { $0.severity == .error })
  }

  private func sign(_ bytes: [UInt8], file: String, isSealedBefore: Bool, problems: ProblemList) -> Signed? {
    var reader = PageReader(
      file: file, officePhones: officePhones, extensions: .of(language: language.tag))
    reader.isSealedBefore = isSealedBefore
    // What rows are called so is looked up when the site is built.
    reader.rows = .unread
    let (read, found) = reader.read(bytes)
    found.forEach(problems.add)
    guard !found.hasErrors, let source = read.source, let text = TextFile.decode(bytes, path: file, problems: problems),
      let parts = FrontMatterFence.split(text, path: file, problems: problems)
    else { return nil }
    let place = Location.file(path: file, line: 1, column: 1)
    if source.isDraft {
      problems.add(
        .error(
          "approval.draft", zh: "还是草稿，不能签", en: "it is a draft, which can't be signed",
          hint: Message(
            zh: "先去掉 draft: true：签字以后再改，签字就作废了", en: "take `draft: true` out first: a change voids signatures"),
          at: place))
      return nil
    }

    // By hand: to be signed anew from the first, with the text as it stands as what was approved last.
    let isByHand = source.standing == .approved && source.approval?.digest == nil
    if !isByHand, source.standing != .changed, let before = source.approval?.signature(role),
      source.approval?.digest != nil
    {
      if Approval.compared(before.who) == Approval.compared(who) {
        return Signed(file: file, bytes: nil, edition: nil, standing: source.standing)
      }
      problems.add(alreadySigned(before, place))
      return nil
    }
    let isNext = source.standing == .waiting(role)
    guard role == .author || isNext else {
      problems.add(outOfOrder(source.standing, isByHand: isByHand, place))
      return nil
    }

    var approval = isNext && source.approval?.digest != nil ? source.approval! : Approval()
    approval.add(Approval.Signature(role: role, who: who, day: day))
    if approval.repeatedRole != nil {
      problems.add(sameRole(place))
      return nil
    }
    approval.digest = ApprovalDigest.of(parts, signed: approval.signatures)
    let frontMatter = ApprovalEntry.replacing(source.approval, with: approval, in: parts.frontMatter)
    let start =
      bytes.count - text.utf8.count
      + (text.utf8.firstIndex(of: UInt8(ascii: "\n")).map { text.utf8.distance(from: text.utf8.startIndex, to: $0) + 1 }
        ?? 0)
    let result = bytes[..<start] + frontMatter + bytes[(start + parts.frontMatter.utf8.count)...]
    let standing: ApprovalStanding = role.next.map { .waiting($0) } ?? .approved
    guard isAsMeant(Array(result), reader: reader, approval: approval, standing: standing) else {
      problems.add(
        .error(
          "approval.cannot-write", zh: "这一页的页面信息写法特别，签字写不进去",
          en: "its front matter is written so that no signature can be put in",
          hint: Message(
            zh: "页面信息每行写一个“键: 值”，approval 顶格写",
            en: "write one `key: value` a line, with `approval` at the line's beginning"),
          at: place))
      return nil
    }
    return Signed(
      file: file, bytes: Array(result), edition: standing == .approved ? Array(result) : isByHand ? bytes : nil,
      standing: standing)
  }

  /// What was written reads as what was meant, whatever the front matter looks like.
  private func isAsMeant(
    _ bytes: [UInt8], reader: PageReader, approval: Approval, standing: ApprovalStanding
  ) -> Bool {
    let (file, problems) = reader.read(bytes)
    return !problems.hasErrors && file.source?.approval == approval && file.source?.standing == standing
  }

  // MARK: Refusals

  private func outOfOrder(_ standing: ApprovalStanding, isByHand: Bool, _ place: Location) -> Diagnostic {
    switch standing {
    case .approved where isByHand:
      return .error(
        "approval.out-of-order", zh: "这一页的审批是手写的，没有摘要；要重新签，先由起草人签",
        en: "its approval was written by hand, without a digest; to sign it anew, the author signs first",
        hint: order, at: place)
    case .changed:
      return .error(
        "approval.out-of-order", zh: "签字以后页面改过，原来的签字作废了，先由起草人签",
        en: "it was changed after it was signed: the signatures are void, and the author signs first", hint: order,
        at: place)
    case .waiting(let next):
      return .error(
        "approval.out-of-order", zh: "还没有轮到\(role.name.zh)，先由\(next.name.zh)签",
        en: "it is not the \(role.name.en)'s turn: the \(next.name.en) signs first", hint: order, at: place)
    case .approved:
      return .error(
        "approval.out-of-order", zh: "这一页已经批准", en: "the page is approved", hint: order, at: place)
    }
  }

  private var order: Message {
    Message(
      zh: "次序：起草人 author → 审核人 reviewer → 审批人 approver",
      en: "the order is author, reviewer, approver")
  }

  private func sameRole(_ place: Location) -> Diagnostic {
    .error(
      "approval.same-role", zh: "“\(who)”已经签过这一页：三个角色要由三个不同的岗位签",
      en: "“\(who)” has signed this page already: the three roles are three different ones",
      hint: Message(zh: "请另一个岗位的人看过以后签", en: "let somebody else read and sign it"), at: place)
  }

  private func alreadySigned(_ before: Approval.Signature, _ place: Location) -> Diagnostic {
    .error(
      "approval.already-signed",
      zh: "\(role.name.zh)已经签过：\(before.who)，\(TimeText.date(before.day))",
      en: "it was signed as \(role.name.en) by \(before.who) on \(TimeText.date(before.day))",
      hint: Message(zh: "签错了，就删去页面信息里的 approval，从起草人重新签", en: "if that was wrong, delete `approval` and begin anew"),
      at: place)
  }
}
