import CivilTime
import Diagnostics
import Files
import Foundation

/// How a run ends. The numbers are fixed: other programs rely on them.
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
  /// Results; where they can't be written, the run has failed (status 3), whatever else it did.
  static func output(_ text: String) { output(Array(text.utf8)) }

  static func output(_ bytes: [UInt8]) {
    guard let code = write(bytes, to: 1) else { return }
    let error = FileError("write", messageLanguage == .zh ? "标准输出" : "standard output", code: code)
    Self.error(
      messageLanguage == .zh
        ? "gongshi：不能写到标准输出：\(error.chineseReason)\n" : "gongshi: can't write to standard output: \(error.reason)\n")
    exit(.machineFailed)
  }

  /// Diagnostics; there is nowhere to say that they can't be written.
  static func error(_ text: String) { _ = write(Array(text.utf8), to: 2) }

  /// By `--language`, wherever it stands, else by the locale: wrong arguments are reported before they are parsed.
  static var messageLanguage: MessageLanguage {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      let value =
        argument == "--language"
        ? arguments.dropFirst(index + 1).first
        : argument.hasPrefix("--language=") ? String(argument.dropFirst("--language=".count)) : nil
      if let language = value.flatMap(LanguageArgument.init(argument:)) { return language.messages }
    }
    return MessageLanguage(environment: environment)
  }

  static var isInteractive: Bool { isatty(2) == 1 }

  /// Somebody is there to be asked and to answer.
  static var canAsk: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// Results are read by a person, not by a program.
  static var outputIsTerminal: Bool { isatty(1) == 1 }

  /// How wide it is, in cells; nil where that is not known, as of a file.
  static var columns: Int? {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return outputIsTerminal ? 80 : nil
  }

  static var arguments: [String] { CommandLine.arguments }

  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// When this run asked for it first: one run has one “now”.
  static let now = Instant(seconds: time(nil))

  /// The clock, for a run that goes on.
  static var clock: Instant { Instant(seconds: time(nil)) }

  static var process: Int { Int(getpid()) }

  /// By what other devices may call this machine: its name and its addresses.
  static var ownNames: [String] {
    let host = ProcessInfo.processInfo.hostName
    return [host, host.split(separator: ".").first.map(String.init) ?? host] + OwnAddresses.all
  }

  /// Whether a server could listen there.
  static func isFree(port: Int, host: String) -> Bool {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host == "localhost" ? "127.0.0.1" : host, String(port), &hints, &found) == 0, let found else {
      return false
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(found.pointee.ai_family, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return bind(descriptor, found.pointee.ai_addr, found.pointee.ai_addrlen) == 0
  }

  static func exit(_ status: ExitStatus) -> Never { Foundation.exit(status.rawValue) }

  /// Ends the process while its other threads still run: what libraries would tidy away first may be in use.
  static func exitAtOnce(_ status: ExitStatus) -> Never {
    fflush(nil)
    _exit(status.rawValue)
  }

  /// All of standard input.
  static func input() throws(FileError) -> [UInt8] {
    try Files.read(0, messageLanguage == .zh ? "标准输入" : "standard input")
  }

  /// - Returns: the system's reason where it could not be written.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

/// This machine's addresses.
private enum OwnAddresses {
  static var all: [String] {
    var first: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&first) == 0 else { return [] }
    defer { freeifaddrs(first) }
    var addresses: [String] = []
    var next = first
    while let entry = next {
      next = entry.pointee.ifa_next
      if let address = entry.pointee.ifa_addr, let text = text(address) { addresses.append(text) }
    }
    return addresses
  }

  private static func text(_ address: UnsafeMutablePointer<sockaddr>) -> String? {
    let isLong = Int32(address.pointee.sa_family) == AF_INET6
    guard isLong || Int32(address.pointee.sa_family) == AF_INET else { return nil }
    var text = [CChar](repeating: 0, count: 1025)
    let size = isLong ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
    guard getnameinfo(address, socklen_t(size), &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0 else {
      return nil
    }
    // Without the name of the interface behind `%`.
    return String(decoding: text.prefix { $0 != 0 && $0 != 0x25 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
