import CivilTime
package import Files
import Vocabulary

/// Access logs → which screens were seen, and what was read of the logs.
package struct AccessLogs: Sendable {
  /// One of the files, as it was named.
  package struct File: Sendable, Hashable {
    package let path: String
    /// Unpacked.
    package let bytes: Int
    package let lines: Int
    /// False where a packed file is damaged or ends early.
    package let isWhole: Bool
  }

  package private(set) var files: [File] = []
  package private(set) var sightings: Sightings
  /// Lines that are a screen's poll.
  package private(set) var polls = 0
  /// Lines that ask for a screen's feed as no player does.
  package private(set) var malformedIDs = 0
  /// Lines of no format that is known.
  package private(set) var unknown = 0
  /// The first of them.
  package private(set) var firstUnknown: (path: String, line: Int)?

  package var lines: Int { files.reduce(0) { $0 + $1.lines } }

  package init(_ sightings: Sightings) {
    self.sightings = sightings
  }

  /// - Parameter path: a file, packed with gzip or not, or `-` for standard input.
  /// - Throws: `FileError` when the machine refuses to read it.
  package mutating func read(_ path: String) throws(FileError) {
    var sightings = self.sightings
    var polls = 0
    var malformedIDs = 0
    var unknown = 0
    var first: Int?
    let extent = try LogFile.forEachLine(of: path) { line, number, isEnded in
      switch LogLine(line: line) {
      case .poll(let poll):
        polls += 1
        sightings.add(poll)
      case .malformedID: malformedIDs += 1
      case .other, .blank: break
      case .unknown:
        // The server is writing it just now.
        guard isEnded else { break }
        unknown += 1
        first = first ?? number
      }
    }
    self.sightings = sightings
    self.polls += polls
    self.malformedIDs += malformedIDs
    self.unknown += unknown
    if let first, firstUnknown == nil { firstUnknown = (path, first) }
    files.append(File(path: path, bytes: extent.bytes, lines: extent.lines, isWhole: extent.isWhole))
  }
}
