import ArgumentParser

/// Options that every verb has may stand before it: `gongshi --language zh build`, `gongshi --site 桃园 check`.
enum CommonArguments {
  private static let withValue: Set = ["--language", "--site"]
  private static let flags: Set = ["--quiet", "--verbose"]

  /// The same, with those behind the verb.
  static func moved(_ arguments: [String], verbs root: any ParsableCommand.Type) -> [String] {
    var rest = arguments[...]
    var moved: [String] = []
    while let first = rest.first {
      if flags.contains(first) || withValue.contains(where: { first.hasPrefix($0 + "=") }) {
        moved.append(rest.removeFirst())
      } else if withValue.contains(first), rest.count > 1 {
        moved += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    if !arguments.isEmpty, rest.first.map({ ["help", "--help", "-h"].contains($0) }) ?? true { return bare(rest) }
    if moved.isEmpty { return arguments }
    var verb: [String] = []
    var command = root
    while let name = rest.first,
      let next = command.configuration.subcommands.first(where: { $0.configuration.commandName == name })
    {
      verb.append(rest.removeFirst())
      command = next
    }
    // Without a verb that is known nothing is made of it here.
    return verb.isEmpty ? arguments : verb + moved + rest
  }

  /// A question for help, which has none of these options: its language is known without (`Terminal.messageLanguage`).
  private static func bare(_ arguments: ArraySlice<String>) -> [String] {
    var rest = arguments
    var bare: [String] = []
    while let first = rest.popFirst() {
      if first == "--language" {
        rest = rest.dropFirst()
      } else if !first.hasPrefix("--language=") {
        bare.append(first)
      }
    }
    return bare
  }
}
