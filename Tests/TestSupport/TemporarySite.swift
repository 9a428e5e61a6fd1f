package import Content
package import Diagnostics
import Files
import Foundation
import Parallel

/// A site's directory of a test's own, removed when the test lets go of it.
package final class TemporarySite {
  package let path: String

  /// - Parameters:
  ///   - files: text by path below the directory.
  ///   - site: what `content/site.yaml` says.
  package init(_ files: [String: String] = [:], site: String = "title: 示例\nbaseURL: https://a.example\n") throws {
    path = FileManager.default.temporaryDirectory.appending(path: "gongshi-\(UUID().uuidString)").path
    try write("content/site.yaml", site)
    for (file, text) in files { try write(file, text) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  package func write(_ file: String, _ text: String) throws { try write(file, Array(text.utf8)) }

  package func write(_ file: String, _ bytes: [UInt8]) throws {
    try makeFolder(of: file)
    try Files.write(bytes, to: path + "/" + file)
  }

  package func link(_ file: String, to target: String) throws {
    try makeFolder(of: file)
    try FileManager.default.createSymbolicLink(atPath: path + "/" + file, withDestinationPath: target)
  }

  private func makeFolder(of file: String) throws {
    try Files.makeDirectory(path + "/" + file.split(separator: "/").dropLast().joined(separator: "/"))
  }

  package func load() throws -> (content: Content?, [Diagnostic]) { try Content.load(site: path, jobs: Jobs(1)) }

  /// `place code` of each problem.
  package func problems() throws -> [String] {
    try load().1.inReadingOrder().map { "\($0.location!) \($0.code)" }
  }
}
