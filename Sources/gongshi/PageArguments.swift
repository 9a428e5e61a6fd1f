import Content
import Diagnostics
import Files

/// Pages as people name them on the command line: by file, from where they stand or from the site's directory, or by address.
struct PageArguments {
  let site: String
  let filesByURL: [String: String]

  /// - Returns: paths below the site's directory, each once, in the order in which they are named.
  func files(_ arguments: [String], _ common: CommonOptions) throws -> [String] {
    var files: [String] = []
    var isWrong = false
    for argument in arguments {
      switch find(argument) {
      case .success(let file): if !files.contains(file) { files.append(file) }
      case .failure(let refusal):
        isWrong = true
        _ = common.fail(refusal.message.zh, refusal.message.en)
      }
    }
    if isWrong { throw ExitStatus.wrongUsage }
    return files
  }

  private struct Refusal: Error { let message: Message }

  private func find(_ argument: String) -> Result<String, Refusal> {
    if let file = filesByURL[argument] ?? filesByURL[argument + "/"] { return .success(file) }
    guard let file = belowSite(argument) else { return .failure(unknown(argument)) }
    if file.hasPrefix(ApprovedEditions.directory + "/") {
      return refusal(
        "“\(argument)”是已批准的存档，不能签；请写页面本身的文件",
        "“\(argument)” is an approved edition that is kept; name the page's own file")
    }
    guard file.hasPrefix("content/"), file.lowercased().hasSuffix(".md"),
      !file.split(separator: "/").contains(where: { $0.first == "." })
    else {
      return refusal(
        "“\(argument)”不是页面；页面是 content/ 里的 .md 文件", "“\(argument)” is no page; pages are files .md below content/")
    }
    return .success(file)
  }

  /// The path below the site's directory of a file that is there.
  private func belowSite(_ argument: String) -> String? {
    if !argument.hasPrefix("/"), !argument.split(separator: "/").contains(".."), Files.isRegular(site + "/" + argument)
    {
      return argument.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    }
    guard Files.isRegular(argument) else { return nil }
    // A page that is a link has its own name, not that of the file it leads to.
    let slash = argument.lastIndex(of: "/")
    let directory = slash.map { $0 == argument.startIndex ? "/" : String(argument[..<$0]) } ?? "."
    let name = argument[(slash.map { argument.index(after: $0) } ?? argument.startIndex)...]
    let root = Files.eventualPath(site) + "/"
    let path = Files.eventualPath(directory) + "/" + name
    return path.hasPrefix(root) ? String(path.dropFirst(root.count)) : nil
  }

  private func unknown(_ argument: String) -> Refusal {
    if Files.isDirectory(argument) || Files.isDirectory(site + "/" + argument) {
      return Refusal(
        message: Message(
          zh: "“\(argument)”是文件夹；逐个写明要签的页面", en: "“\(argument)” is a directory; name each page that is signed"))
    }
    let known = argument.hasPrefix("/") ? Array(filesByURL.keys) : Array(filesByURL.values)
    let names = Dictionary(known.map { ($0.split(separator: "/").last.map(String.init) ?? "", $0) }) { first, _ in first
    }
    let near =
      Suggestion.nearest(to: argument, among: known.sorted())
      ?? Suggestion.nearest(to: String(argument.split(separator: "/").last ?? ""), among: names.keys.sorted()).flatMap {
        names[$0]
      }
    return Refusal(
      message: Message(
        zh: "没有页面“\(argument)”"
          + (near.map { "，是不是想写“\($0)”？" } ?? "；写页面的文件，如 content/notices/gate.md，或网址，如 /notices/gate/"),
        en: "there is no page “\(argument)”"
          + (near.map { "; did you mean “\($0)”?" }
            ?? "; write its file, like content/notices/gate.md, or its address, like /notices/gate/")))
  }

  private func refusal(_ zh: String, _ en: String) -> Result<String, Refusal> {
    .failure(Refusal(message: Message(zh: zh, en: en)))
  }
}
