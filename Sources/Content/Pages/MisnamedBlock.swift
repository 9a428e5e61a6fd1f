import Diagnostics
import Markdown

/// A fenced block that was meant as a data block: its name is nearly one of ours, or what stands in it is what they ask. It would stand on
/// the page as code.
enum MisnamedBlock {
  static func problems(in body: Document, of text: String, at place: SourcePlace) -> [Diagnostic] {
    let blocks = body.fencedBlocks.filter { !DataQuery.names.contains($0.name) }
    guard !blocks.isEmpty else { return [] }
    return blocks.compactMap { block in
      let name = block.name.trimmingMarks
      guard !languages.contains(name.lowercased()) else { return nil }
      let meant = meaning(of: name)
      guard meant != nil || asksLikeOurs(block.body) else { return nil }
      let known = DataQuery.names.sorted().joined(separator: ", ")
      // In a list or a quote the fence is indented.
      let line = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(block.line - 2).first ?? ""
      let indent = line.prefix { $0 != "`" && $0 != "~" }.unicodeScalars.count
      return .warning(
        "block.unknown",
        zh: name.isEmpty ? "数据块没有名称，会当作代码显示" : "没有叫“\(name)”的数据块，会当作代码显示",
        en: name.isEmpty
          ? "a data block without a name is shown as code" : "there is no data block “\(name)”; it is shown as code",
        hint: meant.map { Message(zh: "是不是想写 ```\($0)？", en: "did you mean ```\($0)?") }
          ?? Message(
            zh: "可以用：\(known)；真是代码，写上语言名，如 ```yaml", en: "known: \(known); for code, name its language, like ```yaml"),
        at: place.location(line: block.line - 1, column: indent < line.unicodeScalars.count ? indent + 1 : 1))
    }
  }

  private static func meaning(of name: String) -> String? {
    if let own = chinese[name] { return own }
    let low = name.lowercased().replacing("_", with: "-")
    if DataQuery.names.contains(low) { return low }
    if let same = synonyms[low] { return same }
    return low.count > 1 ? Suggestion.nearest(to: low, among: DataQuery.names.sorted()) : nil
  }

  /// Lines of `key: value`, one of whose keys our blocks have.
  private static func asksLikeOurs(_ body: String) -> Bool {
    var knows = false
    for line in body.split(separator: "\n") where !line.drop(while: { $0 == " " }).isEmpty {
      if line.drop(while: { $0 == " " }).hasPrefix("#") { continue }
      guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
      let key = line[..<colon].drop { $0 == " " }
      guard !key.isEmpty, key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else { return false }
      if keys.contains(String(key)) { knows = true }
    }
    return knows
  }

  private static let keys: Set<String> = [
    "unit", "venue", "activity", "track", "days", "limit", "list", "menu", "category", "phase", "partner", "facility",
    "metrics", "单位", "场所", "活动", "天数", "清单", "类别",
  ]

  private static let chinese = [
    "活动": "activities", "课表": "activities", "服务": "services", "指标": "metrics", "数据": "metrics", "值班": "rosters",
    "排班": "rosters",
    "岗位": "posts", "清单": "list", "列表": "list", "台账": "ledger", "场所": "venues", "阵地": "venues", "队伍": "teams",
    "积分": "points",
    "工作法": "method", "二维码": "qr",
  ]

  private static let synonyms = [
    "events": "activities", "schedule": "activities", "calendar": "activities", "projects": "list", "project": "list",
    "lists": "list", "topics": "list", "matters": "list", "offers": "list", "demands": "list", "resources": "list",
    "menu": "services", "figures": "metrics", "measures": "metrics", "duty": "rosters", "places": "venues",
    "cases": "ledger", "qrcode": "qr", "qr-code": "qr",
  ]

  /// What code is named after; some are near one of ours.
  private static let languages: Set<String> = [
    "r", "c", "go", "sh", "yaml", "yml", "json", "text", "txt", "plain", "plaintext", "bash", "shell", "console",
    "html",
    "css", "js", "javascript", "ts", "typescript", "swift", "python", "py", "sql", "xml", "csv", "tsv", "md",
    "markdown",
    "mermaid", "ini", "toml", "diff", "java", "kotlin", "rust", "ruby", "php", "perl", "lua", "lisp", "http",
    "makefile",
    "dockerfile", "conf", "nginx", "log", "math", "tex", "latex", "svg", "dot", "mustache", "ics", "rss", "vue",
  ]
}

extension String {
  /// `{activities}`, `activities:`.
  fileprivate var trimmingMarks: String {
    String(drop { "{[.:：".contains($0) }.reversed().drop { "}].:：".contains($0) }.reversed())
  }
}
