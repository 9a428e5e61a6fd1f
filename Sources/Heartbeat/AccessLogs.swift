import CivilTime
import Files
import Vocabulary

/// Access logs → which screens were seen, and what was read of the logs.
public struct AccessLogs: Sendable {
  /// One of the files, as it was named.
  public struct File: Sendable, Hashable {
    public let path: String
    /// Unpacked.
    public let bytes: Int
    public let lines: Int
    /// False where a packed file is damaged or ends early.
    public let isWhole: Bool
  }

  public private(set) var files: [File] = []
  public private(set) var sightings: Sightings
  /// Lines that are a screen's poll.
  public private(set) var polls = 0
  /// Lines that ask for a screen's feed as no player does.
  public private(set) var doubtful = 0
  /// Lines of no format that is known.
  public private(set) var unknown = 0
  /// The first of them.
  public private(set) var firstUnknown: (path: String, line: Int)?

  public var lines: Int { files.reduce(0) { $0 + $1.lines } }

  public init(_ sightings: Sightings) {
    self.sightings = sightings
  }

  /// - Parameter path: a file, packed with gzip or not, or `-` for standard input.
  /// - Throws: `FileError` when the machine refuses to read it.
  public mutating func read(_ path: String) throws(FileError) {
    var sightings = self.sightings
    var polls = 0
    var doubtful = 0
    var unknown = 0
    var first: Int?
    let extent = try LogFile.forEachLine(of: path) { line, number, isEnded in
      switch LogLine(line: line) {
      case .poll(let poll):
        polls += 1
        sightings.add(poll)
      case .doubtful: doubtful += 1
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
    self.doubtful += doubtful
    self.unknown += unknown
    if let first, firstUnknown == nil { firstUnknown = (path, first) }
    files.append(File(path: path, bytes: extent.bytes, lines: extent.lines, isWhole: extent.isWhole))
  }
}
