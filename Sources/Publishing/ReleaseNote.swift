/// What is noted of a release: which one it is, and what it changed.
struct ReleaseNote: Sendable, Hashable {
  /// Counted from 1, in the order in which releases were made; never given twice while one of a higher number is kept.
  var number: Int
  /// The moment that it speaks of, as people write it; without blanks.
  var moment: String
  /// Files that the release before lacked, had with other bytes, and had besides.
  var added: Int
  var changed: Int
  var removed: Int
  /// What of its bytes no earlier release has.
  var newBytes: Int
  /// Some of the pages that were added, changed and removed.
  var addedPages: [String] = []
  var changedPages: [String] = []
  var removedPages: [String] = []

  /// Of each: days that come and go are among them.
  static let mostPages = 40

  init(number: Int, moment: String, added: Int, changed: Int, removed: Int, newBytes: Int) {
    (self.number, self.moment) = (number, moment)
    (self.added, self.changed, self.removed, self.newBytes) = (added, changed, removed, newBytes)
  }

  // MARK: As lines

  static let mark = "release"

  init?(lines: [Substring]) {
    guard let first = lines.first(where: { $0.hasPrefix(Self.mark + " ") }) else { return nil }
    let words = first.split(separator: " ").dropFirst()
    let numbers = words.dropLast().compactMap { Int($0) }
    guard words.count == 6, numbers.count == 5, numbers.allSatisfy({ (0..<(1 << 48)).contains($0) }) else { return nil }
    self.init(
      number: numbers[0], moment: String(words.last ?? ""), added: numbers[1], changed: numbers[2], removed: numbers[3],
      newBytes: numbers[4])
    addedPages = lines.filter { $0.hasPrefix("+ ") }.map { String($0.dropFirst(2)) }
    changedPages = lines.filter { $0.hasPrefix("~ ") }.map { String($0.dropFirst(2)) }
    removedPages = lines.filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
  }

  /// None begins with a number, as a file's does.
  var lines: [String] {
    ["\(Self.mark) \(number) \(added) \(changed) \(removed) \(newBytes) \(moment)"] + addedPages.map { "+ " + $0 }
      + changedPages.map { "~ " + $0 }
      + removedPages.map { "- " + $0 }
  }
}

extension Manifest {
  /// - Parameters:
  ///   - last: the release before.
  ///   - written: the files that have bytes that it lacks.
  func noted(as number: Int, at moment: String, after last: Manifest?, written: [String], newBytes: Int) -> Manifest {
    let old = last?.files ?? [:]
    let added = files.keys.filter { old[$0] == nil }
    let changed = written.filter { old[$0] != nil }
    let removed = old.keys.filter { files[$0] == nil }
    var note = ReleaseNote(
      number: number, moment: moment, added: added.count, changed: changed.count,
      removed: removed.count,
      newBytes: newBytes)
    note.addedPages = Self.pages(added)
    note.changedPages = Self.pages(changed)
    note.removedPages = Self.pages(removed)
    var noted = self
    noted.note = note
    return noted
  }

  /// The first of them by their addresses.
  private static func pages(_ paths: [String]) -> [String] {
    Array(paths.filter { $0.hasSuffix("/index.html") }.sorted().prefix(ReleaseNote.mostPages))
  }
}
