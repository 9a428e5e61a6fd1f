import CivilTime
import Content
import Diagnostics
import RandomInputs

/// Pages to be signed, however their front matter is written: what is signed changes nowhere but in `approval`, three roles let it
/// through, and a change makes it void.
struct SignatureTarget: FuzzTarget {
  static let name = "signature"
  static let share = 3

  private static let words = [
    "approval:", "approval: {", "approval: &a", "'approval':", "\"approval\" :", " approval: x", "author: ",
    "  author: 社工",
    "  approver: |", "  digest: sha256:00", "approvedOn: 2026-11-01", "{", "}", "[", "]", ", ", "# 甲", "  # 乙", "\n",
    "\r\n", "\r",
    "---\n", "  ", "\t", "\"", "'", "|\n", ">\n", ": ", "*a", "title: 甲", "kind: page", "\u{FEFF}", "\u{2028}",
    "\u{85}", "甲",
  ]
  private static let day = CivilDate(year: 2026, month: 11, day: 21)!

  func input(_ random: inout SeededRandom) -> [UInt8] {
    let end = random.one(of: ["\n", "\n", "\r\n"])
    var lines = ["title: 甲", "kind: page"]
    for _ in 0..<random.number(0...3) {
      lines.append(
        random.one(of: ["", "# 说明", "tags: [甲, 乙]", "summary: >\n  一\n  二", "summary: \"一\n  二\"", "order: 3"]))
    }
    if random.chance(80) {
      let fields = (0..<random.number(0...4)).map { _ in
        random.one(of: [
          "author: 社工", "reviewer: '书记'  # 丙", "approver: 主任", "approvedOn: 2026-11-01", "# 丁", "digest: x",
        ])
      }
      let entry =
        random.chance(40)
        ? "approval: {" + fields.filter { !$0.contains("#") }.joined(separator: random.one(of: [", ", ",\n  ", ",\n"]))
          + "}"
        : random.one(of: ["approval:", "approval:  # 戊", "\"approval\" :"]) + fields.map { "\n   " + $0 }.joined()
      lines.insert(entry, at: random.below(lines.count + 1))
    }
    let text = "---\n" + lines.joined(separator: "\n") + "\n---\n正文\n" + random.one(of: ["", "\n\n", "approval: 甲\n"])
    let bytes = (random.chance(20) ? [0xEF, 0xBB, 0xBF] : []) + Array(text.replacing("\n", with: end).utf8)
    return random.chance(50) ? bytes : Mutation.mutated(bytes, words: Self.words, &random)
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    guard let authored = try sign(input, .author, "甲岗") else { return false }
    guard let reviewed = try sign(authored, .reviewer, "乙岗: #1") else { throw Finding("the reviewer can't sign") }
    guard let approved = try sign(reviewed, .approver, "丙岗") else { throw Finding("the approver can't sign") }
    try expect(self.signed(approved, .approver, "丙岗").0?.bytes == nil, "it is signed a second time")
    try expect(self.signed(reviewed, .author, "丁岗").0 == nil, "it is signed by another author")

    var changed = reviewed
    changed += Array("又".utf8)
    try expect(self.signed(changed, .approver, "丙岗").0 == nil, "a changed text is let through")
    return true
  }

  private func signed(_ bytes: [UInt8], _ role: ApprovalRole, _ who: String) -> (PageSigning.Signed?, [Diagnostic]) {
    PageSigning(role: role, who: who, day: Self.day).sign(bytes, file: "content/pages/a.md", isSealedBefore: false)
  }

  private func sign(_ bytes: [UInt8], _ role: ApprovalRole, _ who: String) throws(Finding) -> [UInt8]? {
    let (signed, problems) = signed(bytes, role, who)
    guard let result = signed?.bytes else {
      try expect(!problems.isEmpty, "it is refused without a reason")
      return nil
    }
    try onlyApprovalDiffers(bytes, result)
    return result
  }

  /// Lines of the result that the page did not have are indented, but for the first, and stand below `approval`.
  private func onlyApprovalDiffers(_ before: [UInt8], _ after: [UInt8]) throws(Finding) {
    func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
      bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
    let (old, new) = (lines(before), lines(after))
    let start = zip(old, new).prefix { $0 == $1 }.count
    let limit = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    for line in new[start..<max(start, new.count - min(end, limit))] {
      let isInner = line.first == 0x20 || line.isEmpty || line.first == UInt8(ascii: "#") || line == [0x0D]
      let isHead = line.starts(with: "approval:".utf8)
      try expect(isInner || isHead, "a line was changed: \(String(decoding: line, as: UTF8.self))")
    }
    for line in old[start..<max(start, old.count - min(end, limit))] where !new.contains(line) {
      let isInner = line.first.map { " \t\r}],".utf8.contains($0) } ?? true
      let isHead = ["approval", "\"approval\"", "'approval'"].contains { line.starts(with: $0.utf8) }
      try expect(isInner || isHead, "a line is gone: \(String(decoding: line, as: UTF8.self))")
    }
  }
}
