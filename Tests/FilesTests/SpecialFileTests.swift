import Foundation
import Testing

@testable import Files

/// Pipes, sockets and devices in a file's place: what is read from them may never end, or never begin.
@Suite struct SpecialFileTests {
  private func withDirectory(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)").path
    try Files.makeDirectory(directory)
    defer { try? Files.remove(directory) }
    try body(directory)
  }

  @Test(.timeLimit(.minutes(1))) func whatIsNoFileIsRefusedAtOnce() throws {
    try withDirectory { directory in
      #expect(mkfifo(directory + "/pipe", 0o600) == 0)
      for path in [directory + "/pipe", "/dev/zero"] {
        let refused = FileError("read", path, code: FileError.notRegular)
        #expect(throws: refused) { try Files.read(path) }
        #expect(throws: refused) { try Files.head(path, count: 4) }
        #expect(throws: refused) { try OpenFile(path) }
      }
      #expect(throws: FileError("read", directory, code: EISDIR)) { try Files.read(directory) }
    }
  }

  /// A person may mean a pipe: `gongshi render <(…)`.
  @Test(.timeLimit(.minutes(1))) func aPipeThatIsNamedIsReadToItsEnd() throws {
    try withDirectory { directory in
      let pipe = directory + "/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      let writer = Thread { try? Files.write(Array("text".utf8), to: pipe) }
      writer.start()
      let bytes = try Files.read(pipe, isNamed: true)
      #expect(bytes == Array("text".utf8))
    }
  }
}
