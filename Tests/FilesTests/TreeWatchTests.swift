import Files
import Foundation
import Testing

/// Whatever an editor does to save a file is heard of.
@Suite struct TreeWatchTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)").path

  private func watch(polls: Bool = false) throws -> TreeWatch {
    try Files.makeDirectory(root + "/content/notices")
    try write("content/notices/a.md", "a")
    let watch = TreeWatch(root: root, asksToPoll: polls) { !$0.hasSuffix("~") && !$0.contains("/.") }
    watch.watch([TreeWatch.Place("", isDeep: false), TreeWatch.Place("content", isDeep: true)])
    return watch
  }

  private func write(_ file: String, _ text: String) throws {
    try Files.write(Array(text.utf8), to: root + "/" + file)
  }

  private func move(_ from: String, _ to: String) throws {
    #expect(rename(root + "/" + from, root + "/" + to) == 0)
  }

  /// All that is heard until one of these was.
  private func heard(_ watch: TreeWatch, _ path: String) -> Set<String> {
    var all: Set<String> = []
    while !all.contains(path) {
      guard case .of(let paths)? = watch.next(timeout: 20_000) else { break }
      all.formUnion(paths)
    }
    return all
  }

  @Test(arguments: [false, true]) func filesAreHeardOf(polls: Bool) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let watch = try watch(polls: polls)
    #expect(watch.polls == (polls ? .asked : nil))
    try write("content/notices/a.md", "other")
    #expect(heard(watch, "content/notices/a.md") == ["content/notices/a.md"])
    try write("content/notices/.new", "third")
    try move("content/notices/.new", "content/notices/a.md")
    #expect(heard(watch, "content/notices/a.md").contains("content/notices/a.md"))
    try Files.makeDirectory(root + "/content/new/below")
    try write("content/new/below/b.md", "b")
    #expect(heard(watch, polls ? "content/new/below/b.md" : "content/new").isEmpty == false)
    try write("content/new/below/b.md", "other")
    #expect(heard(watch, "content/new/below/b.md").contains("content/new/below/b.md"))
    try Files.remove(root + "/content/notices/a.md")
    #expect(heard(watch, "content/notices/a.md").contains("content/notices/a.md"))
  }

  /// Its files have other paths from then on.
  @Test func aRenamedDirectory() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let watch = try watch()
    try move("content/notices", "content/pages")
    #expect(heard(watch, "content/pages").contains("content/notices"))
    try write("content/pages/a.md", "other")
    #expect(heard(watch, "content/pages/a.md") == ["content/pages/a.md"])
  }

  /// What doesn't matter wakes nobody.
  @Test func othersFiles() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let watch = try watch()
    try write("content/notices/a.md~", "backup")
    #expect(watch.next(timeout: 100) == nil)
  }

  /// The system keeps 16,384 events; of more it says that there were more, and anything may have changed.
  @Test func moreThanCanBeTold() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let watch = try watch()
    for number in 0..<9000 { try write("content/notices/\(number).md", "") }
    var change = watch.next(timeout: 20_000)
    while case .of = change { change = watch.next(timeout: 20_000) }
    #expect(change == .ofAnything)
    try write("content/notices/a.md", "other")
    #expect(heard(watch, "content/notices/a.md").contains("content/notices/a.md"))
  }
}
