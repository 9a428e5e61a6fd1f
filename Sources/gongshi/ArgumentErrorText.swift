import Diagnostics

/// What the argument parser says of a wrong command line, in Chinese. Its sentences are known by their form; one that is not stays English.
enum ArgumentErrorText {
  static func text(_ english: String, in language: MessageLanguage) -> String {
    let text = MisplacedValue.named(in: withoutFarSuggestion(english))
    return language == .zh ? HelpText.withPlaces(chinese(text)) : text
  }

  /// The parser offers the nearest option however far it is (`--days`: `--at`). One that is no slip of the hand is left out, and those that
  /// the verb has are named; they stand in the usage.
  private static func withoutFarSuggestion(_ text: String) -> String {
    guard let match = text.firstMatch(of: #/Unknown option '(.+?)'(\. Did you mean '(.+?)'\?)?/#) else { return text }
    func name(_ option: Substring) -> String { String(option.drop { $0 == "-" }) }
    let usage = text.split(separator: "\n").first { $0.hasPrefix("Usage: ") } ?? ""
    var known: [String] = []
    for option in usage.matches(of: #/--[a-z][a-z-]*/#) where !known.contains(String(option.0)) {
      known.append(String(option.0))
    }
    // What was cut short, else a slip of the hand, is what was meant.
    let begun = known.filter { $0.hasPrefix(match.1) && match.1.count > 3 }
    // The parser's own proposal may be the farther of two (--titel: --site): the verb's are compared with one another.
    let alike = known.isEmpty ? [match.3.map(String.init)].compactMap(\.self) : known
    let nearest = Suggestion.nearest(
      to: name(match.1), among: alike.map { name($0[...]) }.filter { $0.first == name(match.1).first })
    if let near = begun.count == 1 ? begun[0] : nearest.map({ "--" + $0 }) {
      return text.replacing(match.0, with: "Unknown option '\(match.1)'. Did you mean '\(near)'?", maxReplacements: 1)
    }
    let list = known.isEmpty ? "" : ". Known: \(known.joined(separator: ", "))"
    return text.replacing(match.0, with: "Unknown option '\(match.1)'\(list)", maxReplacements: 1)
  }

  static func chinese(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      if line.hasPrefix("Error: ") { return "错误：" + sentence(String(line.dropFirst("Error: ".count))) }
      if line.hasPrefix("Usage: ") {
        return "用法：" + line.dropFirst("Usage: ".count)
      }
      if line.hasPrefix("Help: ") { return "说明：" + line.trimmingPrefix("Help:").drop { $0 == " " } }
      if line == "Please use --generate-completion-script=<shell> with one of:" { return "可以写的有：" }
      if let match = line.wholeMatch(of: #/  See '(.+)' for more information\./#) { return "  详见 \(match.1)" }
      return String(line)
    }.joined(separator: "\n")
  }

  private static func sentence(_ text: String) -> String {
    if let match = text.wholeMatch(of: #/Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?/#) {
      return "没有选项“\(match.1)”" + (match.2.map { "，是不是想写“\($0)”？" } ?? "")
    }
    if let match = text.wholeMatch(of: #/Unknown option '(.+?)'\. It needs no option: '(.+)'/#) {
      return "没有选项“\(match.1)”。这里不用写选项：\(match.2)"
    }
    if let match = text.wholeMatch(of: #/Unknown option '(.+?)'\. Known: (.+)/#) {
      return "没有选项“\(match.1)”。这里可以用：\(match.2.replacing(", ", with: "、"))"
    }
    if let match = text.wholeMatch(of: #/Missing value for '(.+)'/#) { return "“\(match.1)”后面缺少值" }
    if let match = text.wholeMatch(of: #/The value '(.*?)' is invalid for '(.+?)'(.*)/#) {
      return "“\(match.2)”的值“\(match.1)”不对" + choices(String(match.3))
    }
    if let match = text.wholeMatch(of: #/The option '(.+)' does not take any value, but '(.*)' was specified\./#) {
      return "“\(match.1)”不带值，现在是“\(match.2)”"
    }
    if let match = text.wholeMatch(of: #/Missing expected argument '(.+)'/#) { return "缺少参数“\(match.1)”" }
    if let match = text.wholeMatch(of: #/Missing one of: '(.+)'/#) {
      return "缺少其中一个：\(match.1.replacing("', '", with: "、"))"
    }
    if text == "Missing required subcommand." { return "缺少命令" }
    if let match = text.wholeMatch(of: #/Invalid option: (.+)/#) { return "没有选项“\(match.1)”" }
    if let match = text.wholeMatch(of: #/Value to be set with flag '(.+)' had already been set with flag '(.+)'/#) {
      return "“\(match.1)”和前面的“\(match.2)”只能写一个"
    }
    if let match = text.wholeMatch(of: #/Can't generate completion scripts for '(.*)'\./#) {
      return "没有“\(match.1)”的补全脚本"
    }
    if text == "Can't autodetect a supported shell." { return "看不出用的是哪种命令行" }
    if let match = text.wholeMatch(
      of: #/(?:\d+ )?[Uu]nexpected arguments?:? '(.+?)'(?:\. (Did you mean|Values) (.+))?/#)
    {
      let extra = "多出的参数：\(match.1.replacing("', '", with: "、"))"
      guard let kind = match.2, let hint = match.3 else { return extra }
      if kind == "Values" {
        let options = hint.trimmingPrefix("have their option before them: ").replacing(", ", with: "、")
        return extra + "。要写的值，前面加上选项的名称：\(options)"
      }
      return extra + "。是不是想写“\(hint.dropFirst().dropLast(2))”？"
    }
    return text
  }

  private static func choices(_ rest: String) -> String {
    if rest.hasPrefix(": ") { return "：" + rest.dropFirst(2) }
    guard let match = rest.wholeMatch(of: #/\. Please provide one of (.+)\./#) else { return rest }
    return "，可以是 " + match.1.replacing(" and ", with: "、").replacing(" or ", with: "、").replacing(", ", with: "、")
  }
}
