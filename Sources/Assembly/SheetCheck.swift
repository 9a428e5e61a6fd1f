import Activities
import Diagnostics
import Files

/// Sheets below `content/data/` that say something else than what was imported of them: what was typed into them is on no page yet.
struct SheetCheck {
  private let site: String
  private let database: ActivityDatabase

  private static let folder = "data"

  init(site: String, database: ActivityDatabase) {
    self.site = site
    self.database = database
  }

  func problems() throws(FileError) -> [Diagnostic] {
    // Of a database that another program fills nothing is noted, and of one that lies elsewhere.
    guard database.path == site + "/content/" + (database.path.split(separator: "/").last ?? ""),
      let imported = try ImportedSheets.read(of: database), Files.isDirectory(site + "/content/" + Self.folder)
    else { return [] }
    var problems: [Diagnostic] = []
    for name in try Files.names(in: site + "/content/" + Self.folder) where Self.isSheet(name) {
      let file = Self.folder + "/" + name
      guard Files.isRegular(site + "/content/" + file) else { continue }
      let state = imported.state(of: file, try Files.read(site + "/content/" + file))
      if let problem = Self.problem("content/" + file, state: state, arguments: imported.arguments(of: file)) {
        problems.append(problem)
      }
    }
    return problems
  }

  private static func isSheet(_ name: String) -> Bool {
    [".csv", ".xlsx"].contains(where: name.lowercased().hasSuffix) && !name.hasPrefix(".") && !name.hasPrefix("~$")
  }

  /// - Parameter arguments: with which it was imported; others of the directory are not.
  private static func problem(_ file: String, state: ImportedSheets.State, arguments: String) -> Diagnostic? {
    let command = "gongshi activities import " + (arguments.isEmpty ? "content/data" : "\(file) \(arguments)")
    let hint = Message(
      zh: "运行 \(command) --apply，不加 --apply 先看会改什么；刚撤销的，就把表改回去",
      en:
        "run `\(command) --apply`; without --apply it shows what would change; after an undo, change the sheet back"
    )
    return switch state {
    case .same: nil
    case .changed:
      .warning(
        "data.sheet-not-imported", zh: "这份表改过以后还没有导入，网站上还是改以前的内容",
        en: "the sheet was changed after it was imported: the site still has what it said before", hint: hint,
        at: .file(path: file))
    case .never:
      .warning(
        "data.sheet-not-imported", zh: "这份表还没有导入，网站上没有它的内容",
        en: "the sheet was never imported: nothing of it is on the site", hint: hint, at: .file(path: file))
    }
  }
}
