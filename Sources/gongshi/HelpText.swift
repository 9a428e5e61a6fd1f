import Diagnostics

/// The argument parser's help in Chinese: its own headings and remarks, which it has in English alone, and its lines broken by the room that
/// Chinese takes, since it breaks at spaces and counts characters.
enum HelpText {
  /// As the parser is asked for it where lines are broken here: wider than any line.
  static let unbroken = 100_000

  /// - Parameters:
  ///   - help: whole, its lines unbroken.
  ///   - columns: a little less than the usual 80, since terminals differ on how wide “ ” are.
  static func chinese(_ help: String, columns: Int = 78) -> String {
    // What the manual pages are made of.
    if help.hasPrefix("{") {
      return help.replacing(#/("valueName" : ")([a-z-]+)"/#) { "\($0.1)\(places[String($0.2)] ?? String($0.2))\"" }
    }
    guard help.hasPrefix("OVERVIEW: ") || help.hasPrefix("USAGE: ") else { return help }
    return help.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { broken(translated(String($0)), columns) }.joined(separator: "\n")
  }

  // MARK: Words

  private static let headings = [
    "OVERVIEW: ": "", "USAGE: ": "用法：", "ARGUMENTS:": "参数：", "OPTIONS:": "选项：", "SUBCOMMANDS:": "命令：",
  ]
  private static let remarks = [
    "Show the version.": "显示版本。", "Show help information.": "显示这份说明。",
    "Show subcommand help information.": "显示某个命令的说明。",
  ]

  /// What stands for a value, which the parser names after the program's own variables.
  private static let places = [
    "subcommand": "命令", "subcommands": "命令", "site": "文件夹", "directory": "文件夹", "output": "文件夹", "language": "语言",
    "at": "时刻",
    "jobs": "个数", "base-url": "网址", "format": "格式", "database": "文件", "file": "文件", "files": "文件", "table": "表",
    "unit": "单位",
    "title": "标题", "pages": "页面", "as": "身份", "by": "谁", "addresses": "地址", "kind": "类别", "id": "编号", "paper": "纸张",
    "browser": "程序", "to": "去处", "release": "编号", "number": "编号", "logs": "日志", "silent-after": "分钟", "port": "端口",
    "host": "地址",
    "name": "名称",
    "month": "月份", "column=value": "列=值", "keep": "个数", "shell": "命令行", "since": "编号", "built": "时刻", "limit": "个数",
  ]

  /// With `<site>` as `<文件夹>`.
  static func withPlaces(_ text: String) -> String {
    text.replacing(#/<([a-z][a-z=-]*)>/#) { places[String($0.1)].map { "<\($0)>" } ?? String($0.0) }
  }

  /// The same for a line with a label and what it means, which stay where they stood: Chinese characters take two cells.
  private static func aligned(_ line: String) -> String {
    guard let match = line.wholeMatch(of: #/(  \S.*?)( {2,})(\S.*)/#) else { return withPlaces(line) }
    let label = withPlaces(String(match.1))
    let width = DisplayWidth.cells(String(match.1)) + match.2.count
    let gap = String(repeating: " ", count: max(2, width - DisplayWidth.cells(label)))
    return label + gap + withPlaces(String(match.3))
  }

  private static func translated(_ line: String) -> String {
    var line = line
    for (english, chinese) in headings where line.hasPrefix(english) {
      line = chinese + line.dropFirst(english.count)
    }
    if let match = line.wholeMatch(of: #/ +See '(.+)' for detailed help\./#) {
      line = "  某个命令怎么用：\(match.1)"
    }
    for (english, chinese) in remarks { line = line.replacing(english, with: chinese) }
    line = aligned(line)
    if let match = line.firstMatch(of: #/ ?\((?:values: (.+?))?(?:; )?(?:default: (.+))?\)$/#),
      match.1 != nil || match.2 != nil
    {
      let values = match.1.map { "可以是 " + $0.replacing(", ", with: "、") }
      let usual = match.2.map { "缺省：\($0)" }
      let remark = "（\([values, usual].compactMap { $0 }.joined(separator: "；"))）"
      line = line[..<match.range.lowerBound] + remark
    }
    return line
  }

  // MARK: Lines

  /// A line's parts of no more than so many cells, each after the first below the first one's text.
  private static func broken(_ line: String, _ columns: Int) -> [String] {
    guard DisplayWidth.cells(line) > columns else { return [line] }
    let label = line.prefixMatch(of: #/  \S.*?\s{2,}|用法：| +/#).map { String($0.0) } ?? ""
    let indent = String(repeating: " ", count: DisplayWidth.cells(label))
    var lines = [label]
    for piece in pieces(line.dropFirst(label.count)) {
      let isFirst = lines[lines.count - 1] == label || lines[lines.count - 1] == indent
      let text = lines[lines.count - 1] + piece
      if isFirst || DisplayWidth.cells(String(text.trimmingSpaces())) <= columns {
        lines[lines.count - 1] = text
      } else {
        lines.append(indent + piece)
      }
    }
    return lines.map { String($0.trimmingSpaces()) }
  }

  /// What stays together: a Latin word with the space behind it, a Chinese character with the marks that may not begin a line or end one.
  private static func pieces(_ text: Substring) -> [String] {
    var pieces: [String] = []
    var last: Character = " "
    for character in text {
      let isWide = DisplayWidth.cells(String(character)) == 2
      let joins =
        "，。；：、）”！？ ".contains(character) || "（“".contains(last)
        || !isWide && last != " " && DisplayWidth.cells(String(last)) == 1 && last != "”"
      if joins, !pieces.isEmpty { pieces[pieces.count - 1].append(character) } else { pieces.append(String(character)) }
      last = character
    }
    return pieces
  }
}

extension String {
  /// Without spaces at the end.
  fileprivate func trimmingSpaces() -> Substring {
    self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
  }
}
