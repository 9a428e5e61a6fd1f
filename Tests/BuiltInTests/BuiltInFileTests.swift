import Foundation
import Testing

@testable import BuiltIn

/// What the program has of its own is what the directories have: a file that was added, removed or renamed without `make built-in` is found here.
@Suite struct BuiltInFileTests {
  private func files(of directory: String) throws -> [BuiltInFile] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../\(directory)").standardized
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { path in
      let name = path.split(separator: "/").last ?? ""
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isDirectory)
      return !isDirectory.boolValue && !name.hasPrefix(".") && !name.hasSuffix("~")
    }
    return try paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
      BuiltInFile(path: $0, bytes: Array(try Data(contentsOf: root.appending(path: $0))))
    }
  }

  @Test(arguments: [
    ("themes/default", BuiltInFile.theme), ("content/holidays", BuiltInFile.holidays),
    ("Sources/Starter/Files", BuiltInFile.starter),
  ])
  func theProgramHasTheFiles(of directory: String, _ own: [BuiltInFile]) throws {
    let files = try files(of: directory)
    #expect(!files.isEmpty)
    #expect(own.map(\.path) == files.map(\.path), "run make built-in")
    for (own, file) in zip(own, files) where own != file { Issue.record("\(directory)/\(file.path) differs") }
  }
}
