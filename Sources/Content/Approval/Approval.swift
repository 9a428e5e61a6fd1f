package import CivilTime
package import Diagnostics

/// Who wrote, checked and let through a page: roles, never names.
package struct Approval: Sendable, Hashable {
  package var author: String?
  package var reviewer: String?
  package var approver: String?
  package var authoredOn: CivilDate?
  package var reviewedOn: CivilDate?
  package var approvedOn: CivilDate?
  /// Of what they read (`ApprovalDigest`); nil in an approval that was written by hand.
  package var digest: String?

  package init() {}

  /// What lets a page through that was approved by hand.
  package var isComplete: Bool { approver != nil && approvedOn != nil }

  package struct Signature: Sendable, Hashable {
    package let role: ApprovalRole
    package let who: String
    package let day: CivilDate
  }

  package func signature(_ role: ApprovalRole) -> Signature? {
    let (who, day) =
      switch role {
      case .author: (author, authoredOn)
      case .reviewer: (reviewer, reviewedOn)
      case .approver: (approver, approvedOn)
      }
    guard let who, let day else { return nil }
    return Signature(role: role, who: who, day: day)
  }

  /// In the order of the roles.
  package var signatures: [Signature] { ApprovalRole.allCases.compactMap(signature) }

  mutating func add(_ signature: Signature) {
    switch signature.role {
    case .author: (author, authoredOn) = (signature.who, signature.day)
    case .reviewer: (reviewer, reviewedOn) = (signature.who, signature.day)
    case .approver: (approver, approvedOn) = (signature.who, signature.day)
    }
  }

  /// A role that stands twice: whoever checks or lets through a text is not who wrote it.
  package var repeatedRole: String? {
    var seen: Set<String> = []
    return [author, reviewer, approver].compactMap { $0 }.first { !seen.insert(Self.compared($0)).inserted }
  }

  /// What differs in spaces and capitals only is the same role.
  static func compared(_ who: String) -> String { who.filter { !$0.isWhitespace }.lowercased() }
}

/// The three who sign, in the order in which they do.
package enum ApprovalRole: String, Sendable, CaseIterable, Comparable {
  case author
  case reviewer
  case approver

  package static func < (a: ApprovalRole, b: ApprovalRole) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }

  package var next: ApprovalRole? { Self.allCases.first { $0 > self } }

  package var name: Message {
    switch self {
    case .author: Message(zh: "起草人", en: "author")
    case .reviewer: Message(zh: "审核人", en: "reviewer")
    case .approver: Message(zh: "审批人", en: "approver")
    }
  }

  /// The names that people give it on a command line.
  package static let spellings: [String: ApprovalRole] = [
    "author": .author, "reviewer": .reviewer, "approver": .approver, "起草": .author, "起草人": .author, "审核": .reviewer,
    "审核人": .reviewer, "审批": .approver, "审批人": .approver, "批准人": .approver,
  ]
}

/// What a page's approval is worth.
package enum ApprovalStanding: Sendable, Hashable {
  case approved
  /// What was signed so far fits; that role comes next.
  case waiting(ApprovalRole)
  /// The page, or one of its signatures, was changed after it was signed.
  case changed

  /// - Parameters:
  ///   - digest: of the page as it is now, for these signatures.
  ///   - isSealedBefore: an approved edition is kept: from then on a text without a digest is no approved one, or taking one line out
  ///     would let any text through.
  static func of(_ approval: Approval?, digest: () -> String?, isSealedBefore: Bool) -> ApprovalStanding {
    guard let approval else { return .waiting(.author) }
    guard let stated = approval.digest else {
      guard approval.isComplete else { return .waiting(.author) }
      return isSealedBefore ? .changed : .approved
    }
    guard stated == digest(), approval.repeatedRole == nil else { return .changed }
    let missing = ApprovalRole.allCases.first { approval.signature($0) == nil }
    return missing.map { .waiting($0) } ?? .approved
  }

  /// Of a file's text, also where the rest of it makes no page.
  static func of(_ text: Substring, isSealedBefore: Bool) -> ApprovalStanding {
    let silent = ProblemList()
    guard let parts = FrontMatterFence.split(text, path: "", problems: silent),
      let entry = ApprovalEntry(in: parts.frontMatter),
      let fields = YAMLSource.reader(entry.text, path: "", lineOffset: 0, problems: silent)
    else { return .waiting(.author) }
    let approval = Approval.read(fields)
    return of(
      approval, digest: { approval.map { ApprovalDigest.of(parts, signed: $0.signatures) } },
      isSealedBefore: isSealedBefore)
  }
}

extension Approval {
  /// The key `approval` of a front matter.
  static func read(_ fields: FieldReader) -> Approval? {
    guard let reader = fields.reader("approval") else { return nil }
    var approval = Approval()
    approval.author = reader.text("author")
    approval.reviewer = reader.text("reviewer")
    approval.approver = reader.text("approver")
    approval.authoredOn = reader.date("authoredOn")
    approval.reviewedOn = reader.date("reviewedOn")
    approval.approvedOn = reader.date("approvedOn")
    approval.digest = reader.text("digest")
    reader.finish()
    return approval
  }
}
