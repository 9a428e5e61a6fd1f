import CivilTime
import Diagnostics
import Files
import Foundation

/// How a run ends (CONTRACT: the numbers are fixed).
enum ExitStatus: Int32, Error {
  case done = 0
  /// The content, the data or the configuration has errors; what is published is untouched.
  case wrongInput = 1
  case wrongUsage = 2
  /// Disk full, no permission …
  case machineFailed = 3
}

/// The process's edge: standard streams, environment, clock.
enum Terminal {
  static func output(_ text: String) { write(text, to: 1) }

  static func error(_ text: String) { write(text, to: 2) }

  static func output(_ bytes: [UInt8]) { write(bytes, to: 1) }

  static var isInteractive: Bool { isatty(2) == 1 }

  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  static var now: Instant { Instant(seconds: time(nil)) }

  static func exit(_ status: ExitStatus) -> Never { Foundation.exit(status.rawValue) }

  /// All of standard input.
  static func input() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
