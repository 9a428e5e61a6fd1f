import Diagnostics

/// Why a file below `content/` is none of the site's, and what its owner most likely meant.
enum UnreadFile: Hashable {
  /// `停水.md.txt`: an editor hung its own ending behind the right one; without it.
  case endingTwice(right: String)
  /// Text that is a page in all but its ending.
  case text
  /// `Screens/`: a folder's name in another case.
  case folder(right: String)
  /// `site.yml`: the settings have one name.
  case settings(right: String)
  case yaml
  /// A document or film that readers could be offered.
  case document
  case table
  /// A picture that browsers or this program don't show.
  case picture
  /// A phone's picture that few browsers show.
  case heic
  case other

  private static let mostNamed = 5
  private static let folders = ["screens", "holidays", "files", "data"]
  private static let settings = ["site", "terms"]
  private static let endings: [(endings: [String], reason: UnreadFile)] = [
    ([".txt", ".markdown", ".mdown", ".html", ".htm", ".rtf"], .text),
    ([".docx", ".doc", ".wps", ".pdf", ".pptx", ".ppt", ".mp3", ".mp4", ".mov", ".m4a", ".zip"], .document),
    ([".xlsx", ".xls", ".et", ".csv", ".ods"], .table),
    ([".heic", ".heif", ".avif"], .heic), ([".bmp", ".tif", ".tiff", ".svg", ".psd"], .picture),
    ([".yaml", ".yml"], .yaml),
  ]

  /// - Parameters:
  ///   - parts: of the path below `content/`.
  ///   - file: the last of them in lower case.
  init(_ parts: [String], _ file: String) {
    let dots = file.split(separator: ".")
    let withoutLast = dots.dropLast().joined(separator: ".")
    if dots.count > 2, SourceKind.isPage(withoutLast) || SourceKind.isYAML(withoutLast) {
      self = .endingTwice(right: String((parts.last ?? "").dropLast((dots.last?.count ?? 0) + 1)))
    } else if let first = parts.first, parts.count > 1,
      let right = Self.folders.first(where: { $0 == first.lowercased() }),
      right != first
    {
      self = .folder(right: right)
    } else if parts.count == 1, SourceKind.isYAML(file),
      let right = Self.settings.first(where: { $0 == dots.first.map(String.init) })
    {
      self = .settings(right: right + ".yaml")
    } else {
      self =
        Self.endings.first { $0.endings.contains(where: file.hasSuffix) }?.reason ?? Self.nearlyPage(file) ?? .other
    }
  }

  /// `停水.md `, `停水.ｍｄ`, `停水.mdx`, `停水.md_`: an ending that was meant for a page's.
  private static func nearlyPage(_ file: String) -> UnreadFile? {
    guard let dot = file.lastIndex(where: { $0 == "." || $0 == "．" || $0 == "。" }) else { return nil }
    let narrow = file[file.index(after: dot)...].unicodeScalars.map { scalar in
      (0xFF41...0xFF5A).contains(scalar.value) ? Character(Unicode.Scalar(scalar.value - 0xFEE0)!) : Character(scalar)
    }
    let ending = String(narrow.filter { $0.isASCII && $0.isLetter })
    return ["md", "mdx", "mkd", "mdwn", "mdtxt", "mdtext", "markdn", "rmd"].contains(ending) ? .text : nil
  }

  /// What to do about it.
  var hint: Message {
    switch self {
    case .endingTwice(let right):
      Message(
        zh: "编辑器多加了一个后缀：把文件改名为 \(right)（先在文件夹选项里显示文件扩展名）",
        en: "an editor put an ending behind it: rename it \(right) (let your file manager show endings first)")
    case .text:
      Message(
        zh: "网页的正文存为 .md 文件；给居民下载的文件放到 content/files/",
        en: "save a page's text as a file .md; what readers may download goes to content/files/")
    case .folder(let right):
      Message(zh: "把文件夹改名为 \(right)（全用小写）", en: "rename the directory \(right), in lower case")
    case .settings(let right):
      Message(zh: "改名为 \(right)", en: "rename it \(right)")
    case .yaml:
      Message(
        zh: "公示屏放到 content/screens/，节假日安排放到 content/holidays/",
        en: "screens belong to content/screens/, holidays to content/holidays/")
    case .document:
      Message(
        zh: "给居民下载就放到 content/files/，在页面里链接它；要当网页就把文字写进 .md 文件",
        en:
          "to offer it, put it into content/files/ and let a page link to it; to publish its text, write that to a file .md"
      )
    case .table:
      Message(
        zh: "表格用 gongshi activities import 导入；给居民下载就放到 content/files/",
        en: "import a table with `gongshi activities import`; to offer it, put it into content/files/")
    case .picture:
      Message(zh: "另存为 JPEG、PNG 或 WebP", en: "save it as JPEG, PNG or WebP")
    case .heic: ImageProblem.heicAdvice
    case .other:
      Message(
        zh: "不用就移出 content/；给居民下载就放到 content/files/", en: "move it out of content/, or into content/files/ to offer it")
    }
  }

  /// One warning for each folder and reason, at the first of its files: a copied archive is one mistake, not a thousand.
  static func warnings(_ files: [(name: String, reason: UnreadFile)]) -> [Diagnostic] {
    struct Kind: Hashable {
      let folder: Substring
      let reason: UnreadFile
    }
    let kinds = Dictionary(grouping: files) { file in
      Kind(folder: file.name.lastIndex(of: "/").map { file.name[..<$0] } ?? "", reason: file.reason)
    }
    return kinds.values.map { files in
      let more = files.count - 1
      // A few are named, so that none is looked for.
      let names = files.dropFirst().prefix(Self.mostNamed).map { $0.name.split(separator: "/").last ?? "" }
      let (zh, en) =
        more == 0
        ? ("", "")
        : more <= Self.mostNamed
          ? ("（\(names.joined(separator: "、"))）", " (\(names.joined(separator: ", ")))")
          : ("（\(names.joined(separator: "、"))……）", " (\(names.joined(separator: ", "))…)")
      return .warning(
        "file.not-read",
        zh: more == 0 ? "这个文件不会读取，也不会公开" : "这个文件和同一文件夹的另外 \(more) 个\(zh)都不会读取，也不会公开",
        en: more == 0
          ? "this file is not read, and nothing of it is published"
          : "this file and \(more) more of its folder\(en) are not read, and nothing of them is published",
        hint: files[0].reason.hint, at: .file(path: "content/" + files[0].name))
    }.inReadingOrder()
  }
}
