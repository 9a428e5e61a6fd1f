import Diagnostics
import Files

/// A database that can't be used, as the person at the keyboard needs to hear it.
enum DatabaseProblem {
  static func missing(_ path: String) -> Diagnostic {
    .error(
      "database.missing", zh: "找不到活动数据库", en: "the activity database is missing",
      hint: Message(
        zh: "用 gongshi activities init 新建，或改 site.yaml 的 database",
        en: "make it with `gongshi activities init`, or mend `database` in site.yaml"),
      at: .file(path: path))
  }

  static func notOurs(_ path: String) -> Diagnostic {
    .error(
      "database.not-gongshi", zh: "这个 SQLite 文件里没有活动表", en: "this SQLite file has no activity tables",
      hint: Message(zh: "检查 site.yaml 的 database 指向的文件", en: "check the file that `database` in site.yaml names"),
      at: .file(path: path))
  }

  static func foreign(_ path: String) -> Diagnostic {
    .error(
      "database.not-gongshi", zh: "这个数据库属于别的程序，不会改动", en: "this database belongs to another program and is not touched",
      hint: Message(
        zh: "检查 site.yaml 的 database 或 --database 指向的文件",
        en: "check the file that `database` in site.yaml, or --database, names"),
      at: .file(path: path))
  }

  /// - Parameter missing: `table` or `table.column`.
  static func incomplete(_ path: String, _ missing: [String]) -> Diagnostic {
    let list = missing.joined(separator: ", ")
    return .error(
      "database.incomplete", zh: "数据库缺少表或列：\(list)", en: "the database lacks tables or columns: \(list)",
      hint: Message(
        zh: "按 docs/database.md 补上，或从备份恢复", en: "add them after docs/database.md, or restore the file from a backup"),
      at: .file(path: path))
  }

  static func notAFile(_ path: String) -> Diagnostic {
    .error(
      "database.unreadable", zh: "这不是文件（而是管道、套接字或设备）", en: "this is no file but a pipe, a socket or a device",
      hint: Message(zh: "检查 site.yaml 的 database", en: "check `database` in site.yaml"), at: .file(path: path))
  }

  static func crowded(_ path: String, _ count: Int, most: Int) -> Diagnostic {
    .error(
      "database.too-many", zh: "数据库里有 \(count) 个活动，最多 \(most) 个",
      en: "the database has \(count) activities, and \(most) is the most",
      hint: Message(
        zh: "每次都开一行的活动改成一个活动加 rrule；结束多年的存到别的文件",
        en: "make series of what repeats (rrule), and keep what ended years ago elsewhere"),
      at: .file(path: path))
  }

  /// A sheet of more activities than a build takes.
  static func crowded(_ sheet: Location, _ count: Int) -> Diagnostic {
    let most = ActivityDatabase.mostActivities
    return .error(
      "database.too-many", zh: "表里有 \(count) 个活动，最多 \(most) 个",
      en: "there are \(count) activities, and \(most) is the most",
      hint: Message(
        zh: "每次都开一行的活动改成一行加“重复”，如“每周三”；结束多年的不导入；不是活动的放进别的表",
        en: "make one row of what repeats, with a rule such as FREQ=WEEKLY;BYDAY=WE; leave out what ended years ago"),
      at: sheet)
  }

  static func locked(_ path: String) -> Diagnostic {
    .error(
      "database.locked", zh: "另一个程序正在写数据库", en: "another program is writing to the database",
      hint: Message(zh: "稍候再试", en: "try again in a moment"), at: .file(path: path))
  }

  /// A writer was killed in the midst of its work.
  static func recovered(_ path: String) -> Diagnostic {
    .warning(
      "database.recovered", zh: "有程序写数据库写到一半就停了；按它动手以前的内容读取",
      en: "a program was stopped in the midst of writing; what is read is the database as it was before",
      hint: Message(
        zh: "文件本身没有动；运行 gongshi activities init 把写了一半的撤掉",
        en: "the file is as it was: `gongshi activities init` undoes what is half written"),
      at: .file(path: path))
  }

  /// No permission, a full or a read-only disk: nothing is wrong with the database.
  static func machineFailure(_ error: any Error, path: String, writing: Bool = false) -> FileError? {
    if let error = error as? FileError { return error }
    return switch StorageError(error)?.kind {
    case .diskFull: FileError("write", path, code: FileError.diskFull)
    case .machine: FileError(writing ? "write" : "read", path, code: FileError.inputOutput)
    case .cannotOpen, .readOnly: Files.refusal(of: path, writing: writing)
    default: nil
    }
  }

  static func isDirectory(_ path: String) -> Diagnostic {
    .error(
      "database.unreadable", zh: "这是一个文件夹，不是数据库文件", en: "this is a directory, not a database file",
      hint: Message(zh: "检查 site.yaml 的 database", en: "check `database` in site.yaml"), at: .file(path: path))
  }

  static func newer(_ path: String, version: Int) -> Diagnostic {
    .error(
      "database.newer-schema", zh: "数据库版本是 \(version)，本程序只认识到 \(Schema.version)",
      en: "the database has schema \(version), this program knows up to \(Schema.version)",
      hint: Message(zh: "升级 gongshi", en: "update gongshi"), at: .file(path: path))
  }

  static func older(_ path: String, version: Int) -> Diagnostic {
    .error(
      "database.older-schema", zh: "数据库版本是 \(version)，需要升级到 \(Schema.version)",
      en: "the database has schema \(version) and must be brought to \(Schema.version)",
      hint: Message(zh: "运行 gongshi activities init", en: "run `gongshi activities init`"), at: .file(path: path))
  }

  static func damaged(_ path: String, _ detail: String) -> Diagnostic {
    .error(
      "database.corrupt", zh: "数据库文件已损坏（\(detail)）", en: "the database file is damaged (\(detail))",
      hint: Message(zh: "从备份恢复，或用 sqlite3 的 .recover 命令抢救", en: "restore it from a backup, or try sqlite3's .recover"),
      at: .file(path: path))
  }

  /// What SQLite said, by its result code. Bound values are residents' data and are never shown.
  static func diagnostic(for error: any Error, path: String, writing: Bool = false) -> Diagnostic {
    guard let refusal = StorageError(error) else {
      return .error(
        "database.error", zh: "读取数据库出错（\(error)）", en: "the database can't be read (\(error))", at: .file(path: path))
    }
    let detail = refusal.detail
    switch refusal.kind {
    case .notADatabase:
      return .error(
        "database.not-sqlite", zh: "这不是 SQLite 数据库文件", en: "this is not an SQLite database",
        hint: Message(zh: "检查 site.yaml 的 database", en: "check `database` in site.yaml"), at: .file(path: path))
    case .busy where writing: return locked(path)
    case .busy:
      return .error(
        "database.locked", zh: "数据库正被别的程序占用", en: "the database is locked by another program",
        hint: Message(
          zh: "等它写完再试；用 gongshi activities init 打开 WAL 模式后，读写互不妨碍",
          en:
            "try again when it has finished; in WAL mode (set by `gongshi activities init`) reading does not wait for writing"
        ),
        at: .file(path: path))
    case .corrupt:
      return damaged(path, detail)
    case .readOnly, .cannotOpen:
      return .error(
        "database.unreadable", zh: "打不开数据库（\(detail)）", en: "the database can't be opened (\(detail))",
        hint: Message(
          zh: "检查文件权限；WAL 模式的数据库要求所在文件夹可写，或先把它关闭为普通模式",
          en:
            "check the permissions; a database in WAL mode needs a writable directory around it, or must be closed first"
        ),
        at: .file(path: path))
    default:
      return .error(
        "database.error", zh: "读取数据库出错（\(detail)）", en: "the database can't be read (\(detail))", at: .file(path: path))
    }
  }
}
