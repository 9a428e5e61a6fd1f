/// Where this machine has its programs: what draws pages of documents is looked for there.
enum ProgramDirectories {
  static func all(_ environment: [String: String]) -> [String] {
    (environment["PATH"] ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
  }
}
