import Digests
import Encoding
import Files
package import Parallel

/// What distinguishes this program, with its libraries, from every other build of it: the build ids that linkers make of contents, and where there is none, a
/// digest of the file.
package enum ProgramIdentity {
  /// nil where it is not known.
  package static func text(jobs: Jobs) -> String? {
    guard let files = ProgramFiles.all else { return nil }
    var parts: [String] = []
    for file in files {
      guard let id = file.buildID ?? digest(of: file.path, jobs) else { return nil }
      parts.append("\(id) \(file.path)")
    }
    return parts.joined(separator: "\n")
  }

  private static let piece = 1 << 20

  private static func digest(of path: String, _ jobs: Jobs) -> String? {
    guard let size = try? OpenFile(path).size else { return nil }
    let offsets = Array(stride(from: 0, to: size, by: piece))
    let digests = jobs.map(offsets, grain: 4) { offset -> Bytes? in
      (try? OpenFile(path).bytes(at: offset, count: piece)).map { SHA256.digest($0) }
    }
    var all = Bytes()
    for digest in digests {
      guard let digest else { return nil }
      all += digest
    }
    return SHA256.hexadecimal(all)
  }
}
