import Foundation
import Publishing
import Synchronization

/// What is public, as `serve` looks at it after each save: the list of its files is made anew only after another release.
final class LastRelease: Sendable {
  private struct Known {
    let memory: [UInt8]
    let directory: Int?
    let files: [String]
  }

  private let publisher: Publisher
  private let known = Mutex<Known?>(nil)

  init(_ publisher: Publisher) { self.publisher = publisher }

  @Sendable func read() -> (memory: [UInt8], files: [String]) {
    let memory = publisher.memory
    // A release is another directory, or has another history where it is put in place file by file.
    let directory = (try? FileManager.default.attributesOfItem(atPath: publisher.output))?[.systemFileNumber] as? Int
    return known.withLock { known in
      if let known, known.memory == memory, known.directory == directory { return (memory, known.files) }
      let files = publisher.lastFiles
      known = Known(memory: memory, directory: directory, files: files)
      return (memory, files)
    }
  }
}
