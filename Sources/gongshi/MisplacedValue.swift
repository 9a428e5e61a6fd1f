import Diagnostics

/// A value that was typed without its option (`undo 1`), or with one where it needs none (`rollback --to 3`): the parser says what is too much, not
/// how it is meant. What the verb takes stands in the usage that comes with the message.
enum MisplacedValue {
  /// Options of every verb are none that somebody forgets to name.
  private static let common: Set = ["--site", "--language", "--jobs", "--database", "--base-url"]

  static func named(in text: String) -> String {
    let lines = text.split(separator: "\n")
    guard let usage = lines.first(where: { $0.hasPrefix("Usage: ") })?.dropFirst("Usage: ".count),
      let help = text.firstMatch(of: #/See '(.+) --help'/#)
    else { return text }
    let verb = String(help.1)
    if let match = text.firstMatch(of: #/(?:\d+ )?[Uu]nexpected arguments?:? '(.+)'/#) {
      let values = match.1.replacing("', '", with: "\n").split(separator: "\n").map(String.init)
      return text.replacing(match.0, with: match.0 + hint(values, verb: verb, usage), maxReplacements: 1)
    }
    if let match = text.firstMatch(of: #/Unknown option '(.+?)'\. Known: .+/#),
      let value = value(of: String(match.1)), takesArgument(usage)
    {
      let meant = "Unknown option '\(match.1)'. It needs no option: '\(verb) \(value)'"
      return text.replacing(match.0, with: meant, maxReplacements: 1)
    }
    return text
  }

  // MARK: A value too much

  private static func hint(_ values: [String], verb: String, _ usage: Substring) -> String {
    let options = usage.matches(of: #/(--[a-z][a-z-]*) <([a-z][a-z=-]*)>/#)
      .map { (name: String($0.1), place: String($0.2)) }.filter { !common.contains($0.name) }
    if options.isEmpty { return "" }
    let fitting = options.filter { option in values.count == 1 && fits(values[0], option.place) }
    if fitting.count == 1 {
      return ". Did you mean '\(verb) \(fitting[0].name) \(values[0])'?"
    }
    return ". Values have their option before them: "
      + options.map { "\($0.name) <\($0.place)>" }.joined(separator: ", ")
  }

  /// Whether a value is one of that kind, by what the option calls its value.
  private static func fits(_ value: String, _ place: String) -> Bool {
    let numbers: Set = ["number", "port", "keep", "limit", "since", "silent-after"]
    if Int(value) != nil { return numbers.contains(place) }
    if value.wholeMatch(of: #/\d{4}-\d{2}-\d{2}(T.*)?/#) != nil { return place == "at" }
    if value.wholeMatch(of: #/\d{4}-\d{2}/#) != nil { return place == "month" }
    if ["text", "json", "github", "yaml"].contains(value) { return place == "format" }
    // A word may be a name of anything: none is guessed at.
    return false
  }

  // MARK: An option too much

  /// What follows the option on the command line.
  private static func value(of option: String) -> String? {
    let arguments = Terminal.arguments
    guard let place = arguments.firstIndex(where: { $0 == option || $0.hasPrefix(option + "=") }) else { return nil }
    if arguments[place] != option { return String(arguments[place].dropFirst(option.count + 1)) }
    return arguments.dropFirst(place + 1).first.flatMap { $0.hasPrefix("-") ? nil : $0 }
  }

  /// Whether the verb takes something without an option.
  private static func takesArgument(_ usage: Substring) -> Bool {
    usage.replacing(#/--[a-z][a-z-]*(?: <[^>]+>)?/#, with: "").contains(#/<[^>]+>/#)
  }
}
