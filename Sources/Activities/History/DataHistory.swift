package import CivilTime
package import Diagnostics
package import Files
import Foundation
import Glibc

/// What a database was before each import that was written to it, kept beside it in `.history/`, so that an import can be taken back.
///
/// Of each there is a copy of the whole database and what was done, as JSON. Only the newest are kept.
package struct DataHistory: Sendable {
  let database: ActivityDatabase

  /// How many are kept, and how large they may be together; the newest three always are.
  static let mostEntries = 20
  static let mostBytes = 256 << 20
  private static let leastEntries = 3

  package init(of database: ActivityDatabase) {
    self.database = database
  }

  /// In the order in which they were made.
  package func entries() throws(FileError) -> [DataHistoryEntry] { try read().entries }

  /// What is wrong with what was kept: notes that can't be read, notes whose copy is gone.
  package func problems() throws(FileError) -> [Diagnostic] {
    try read().damaged.map { path, isGone in
      .warning(
        "history.damaged", zh: isGone ? "这一次导入以前的数据不在了" : "这一次导入的记录坏了，读不出来",
        en: isGone ? "what the data were before this import is gone" : "the note of this import is damaged",
        hint: Message(
          zh: "这一次不能撤销，别的不受影响；从备份恢复 .history，或删去这个文件",
          en: "this one can't be taken back, others can; restore .history from a backup, or delete the file"),
        at: .file(path: path))
    }
  }

  private func read() throws(FileError) -> (entries: [DataHistoryEntry], damaged: [(path: String, isGone: Bool)]) {
    guard Files.isDirectory(directory) else { return ([], []) }
    var entries: [DataHistoryEntry] = []
    var damaged: [(path: String, isGone: Bool)] = []
    for name in try Files.names(in: directory).sorted()
    where name.hasPrefix(stem + ".") && name.hasSuffix(".json") && !isNote(name) {
      let bytes = try Files.read(directory + "/" + name)
      guard let entry = try? JSONDecoder().decode(DataHistoryEntry.self, from: Data(bytes)),
        name == file(entry.number, "json")
      else {
        damaged.append((directory + "/" + name, false))
        continue
      }
      if Files.isRegular(copy(entry.number)) {
        entries.append(entry)
      } else {
        damaged.append((copy(entry.number), true))
      }
    }
    return (entries.sorted { $0.number < $1.number }, damaged)
  }

  // MARK: Keeping

  /// Keeps what is committed before a change is. The change's own transaction is open meanwhile, so that nobody else writes between.
  ///
  /// - Throws: `FileError`, or what SQLite refused; nothing may be committed then.
  func keep(_ entry: inout DataHistoryEntry) throws {
    try prepare()
    entry.number = try unusedNumber()
    let copy = copy(entry.number)
    // What a run left that was killed before it had said what it is.
    try? Files.remove(copy)
    try database.storage.copy(to: copy)
    try write(entry)
  }

  private func prepare() throws(FileError) {
    try Files.makeDirectory(directory, isPrivate: true)
    guard Files.isDirectory(directory) else { throw FileError("mkdir", directory, code: ENOTDIR) }
  }

  /// Above all that are there, damaged ones too.
  private func unusedNumber() throws(FileError) -> Int {
    let numbers = try Files.names(in: directory).filter { $0.hasPrefix(stem + ".") && $0.hasSuffix(".json") }
      .compactMap { Int($0.dropFirst(stem.count + 1).dropLast(5)) }
    return (numbers.max() ?? 0) + 1
  }

  /// Keeps others from changing the database with its history for as long as it lives.
  ///
  /// - Returns: nil where others do so, and don't come to an end.
  func lock() -> HistoryLock? { HistoryLock(place) }

  func forget(_ entry: DataHistoryEntry) {
    try? Files.remove(directory + "/" + file(entry.number, "json"))
    try? Files.remove(copy(entry.number))
  }

  /// Forgets the oldest, where there are too many.
  func prune() throws(FileError) {
    let entries = try entries()
    var bytes = 0
    for (age, entry) in entries.reversed().enumerated() {
      bytes += Self.size(copy(entry.number))
      if age >= Self.mostEntries || age >= Self.leastEntries && bytes > Self.mostBytes { forget(entry) }
    }
  }

  // MARK: Taking back

  package enum Refusal: Sendable, Hashable {
    /// There is none, or none of that number.
    case nothingToUndo
    /// Something else wrote to the database since.
    case changedSince
    case problem(Diagnostic)
  }

  package struct Undone: Sendable {
    /// Those that were taken back, the newest first.
    package let entries: [DataHistoryEntry]
    /// What that did to the tables.
    package let tables: [DataHistoryEntry.Table]
    /// The number under which the state before it is kept.
    package let kept: Int
  }

  /// Makes the database what it was before an import.
  ///
  /// - Parameters:
  ///   - number: of the import; what was done after it is taken back too. nil: the newest that was not taken back.
  ///   - force: also where what others wrote since goes with it.
  /// - Throws: `FileError` when the machine refuses.
  package func undo(
    _ number: Int?, now: LocalDateTime, force: Bool
  ) throws(FileError) -> Result<Undone, RefusalError> {
    // Nothing is made where nothing was imported.
    guard Files.isDirectory(directory) else { return .failure(.init(.nothingToUndo)) }
    guard let held = lock() else {
      return .failure(.init(.problem(DatabaseProblem.locked(database.shownPath))))
    }
    defer { withExtendedLifetime(held) {} }
    let entries = try entries()
    let wanted = entries.last { entry in
      number.map { $0 == entry.number } ?? (entry.action == .imported && !entry.isUndone)
    }
    guard let wanted, let newest = entries.last else { return .failure(.init(.nothingToUndo)) }
    do {
      let earlier = Storage(path: copy(wanted.number))
      let before: DataFingerprint
      do {
        before = try earlier.read(DataFingerprint.init)
      } catch {
        if DatabaseProblem.machineFailure(error, path: earlier.path) != nil { throw error }
        // The copy is at fault, not the database.
        return .failure(.init(.problem(DatabaseProblem.diagnostic(for: error, path: earlier.path))))
      }
      let present = try database.storage.read(DataFingerprint.init)
      guard force || present.digest == newest.after else { return .failure(.init(.changedSince)) }
      let taken = entries.filter { $0.number >= wanted.number && $0.action == .imported && !$0.isUndone }
      var undoing = DataHistoryEntry(
        at: now, action: .undone, of: wanted.number, taken: taken.map(\.number), tables: before.changes(since: present),
        after: before.digest, sheets: try ImportedSheets.read(of: database)?.digests)
      try keep(&undoing)
      do {
        try database.storage.replaceContents(with: earlier)
      } catch {
        forget(undoing)
        throw error
      }
      for var entry in taken {
        entry.isUndone = true
        try write(entry)
      }
      // The sheets are those of that time again: what was typed into them since is imported no longer.
      if let sheets = wanted.sheets { try ImportedSheets(digests: sheets).write(besides: database) }
      // What is before an undoing is what that had taken back.
      for var entry in entries where wanted.taken.contains(entry.number) {
        entry.isUndone = false
        try write(entry)
      }
      // A copy may be older than the program.
      let problems = try database.create()
      if let problem = problems.first { return .failure(.init(.problem(problem))) }
      try prune()
      return .success(Undone(entries: taken.reversed(), tables: undoing.tables, kept: undoing.number))
    } catch {
      if let error = error as? FileError { throw error }
      if let failure = DatabaseProblem.machineFailure(error, path: database.path, writing: true) { throw failure }
      return .failure(
        .init(.problem(DatabaseProblem.diagnostic(for: error, path: database.shownPath, writing: true))))
    }
  }

  package struct RefusalError: Error {
    package let refusal: Refusal
    init(_ refusal: Refusal) { self.refusal = refusal }
  }

  // MARK: Files

  /// Beside the database.
  var directory: String { place + "/.history" }

  /// The directory that the database lies in.
  var place: String {
    let path = database.path
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// What `ImportedSheets` notes.
  var sheetsFile: String { directory + "/" + stem + ".sheets.json" }

  /// Whether a file is one of these, and no entry.
  private func isNote(_ name: String) -> Bool { [".sheets.json", ".rows.json"].contains { name == stem + $0 } }

  /// What `ImportedRows` notes.
  var rowsFile: String { directory + "/" + stem + ".rows.json" }

  /// As messages name the directory that the database lies in.
  var shownPlace: String {
    let path = database.shownPath
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// The database's file name without its ending: several may lie in one directory.
  private var stem: String {
    let name = database.path.split(separator: "/").last.map(String.init) ?? "database"
    return name.lastIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
  }

  private func file(_ number: Int, _ ending: String) -> String { "\(stem).\(number).\(ending)" }
  private func copy(_ number: Int) -> String { directory + "/" + file(number, "sqlite") }

  private func write(_ entry: DataHistoryEntry) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try Files.replace(
      directory + "/" + file(entry.number, "json"), with: Array(try encoder.encode(entry)) + Array("\n".utf8))
  }

  private static func size(_ path: String) -> Int {
    ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
  }
}
