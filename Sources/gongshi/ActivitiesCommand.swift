import Activities
import ArgumentParser
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Files
import Vocabulary

/// `gongshi activities`: the only verbs that write to the database.
struct ActivitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activities", abstract: .said(zh: "活动数据库：新建、导入、导出、撤销。", en: "The activity database."),
    subcommands: [
      Initialize.self, ImportCommand.self, ExportCommand.self, UndoCommand.self, HistoryCommand.self, List.self,
    ])

  /// Options of the verbs that work on a database.
  struct DatabaseOptions: ParsableArguments {
    @Option(help: .said(zh: "数据库文件；不写就用 site.yaml 里的。", en: "The database's file; by default site.yaml's."))
    var database: String?

    func database(of common: CommonOptions) throws -> ActivityDatabase {
      try databaseAndZone(of: common).database
    }

    /// The database, and the zone in which its times are meant.
    func databaseAndZone(
      of common: CommonOptions, undone: Message = CommonOptions.nothingPublished
    ) throws -> (database: ActivityDatabase, zone: Zone) {
      if let database {
        // A database on its own needs no site around it.
        let site = try? SiteConfiguration.load(site: common.site).site
        return (ActivityDatabase(path: database, shownPath: database), site?.zone ?? .shanghai)
      }
      do {
        let (site, problems) = try SiteConfiguration.load(site: common.site)
        try common.report(problems, undone: undone)
        guard let site else { throw ExitStatus.wrongInput }
        return (ActivityDatabase(path: common.site + "/" + site.database, shownPath: site.database), site.zone)
      } catch let error as FileError {
        throw common.fail(error)
      }
    }

    /// A database that must be there already.
    ///
    /// - Parameter undone: what does not happen where it is not.
    func existingDatabase(
      of common: CommonOptions, undone: Message
    ) throws -> (database: ActivityDatabase, zone: Zone) {
      let found = try databaseAndZone(of: common, undone: undone)
      if !Files.exists(found.database.path) {
        let missing = Diagnostic.error(
          "database.missing", zh: "找不到活动数据库", en: "the activity database is missing",
          hint: Message(zh: "先运行 gongshi activities init", en: "run `gongshi activities init` first"),
          at: .file(path: found.database.shownPath))
        try common.report([missing], undone: undone)
      }
      return found
    }
  }

  struct Initialize: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "init",
      abstract: .said(zh: "新建或升级数据库。", en: "Makes the database, or brings it to the newest schema."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var database: DatabaseOptions

    func run() throws {
      let database = try database.database(of: common)
      let existed = Files.exists(database.path)
      do {
        try common.report(try database.create())
      } catch let error as FileError {
        throw common.fail(error)
      }
      common.say(
        existed ? "\(database.shownPath) 已是最新版本（\(Schema.version)）。" : "已新建 \(database.shownPath)。",
        existed ? "\(database.shownPath) has the newest schema (\(Schema.version))." : "made \(database.shownPath).")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: .said(zh: "列出接下来的场次。", en: "Lists the coming occurrences."))

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: SiteOptions

    func run() throws {
      do {
        let (site, problems) = try Site.load(common.loadOptions(options))
        try common.report(problems)
        guard let community = site?.community else { throw ExitStatus.wrongInput }
        for occurrence in community.occurrences where !community.horizon.isOver(occurrence.end) {
          let fields = [
            TimeText.local(occurrence.start), TimeText.local(occurrence.end),
            Self.word(occurrence.status)[common.messageLanguage],
            occurrence.activity.id.text, occurrence.title, occurrence.venue?.name ?? "",
          ]
          Terminal.output(fields.map(Self.cell).joined(separator: "\t") + "\n")
        }
      } catch let error as FileError {
        throw common.fail(error)
      }
    }

    private static func word(_ status: OccurrenceStatus) -> Message {
      switch status {
      case .scheduled: Message(zh: "正常", en: status.rawValue)
      case .moved: Message(zh: "已调整", en: status.rawValue)
      case .cancelled: Message(zh: "已取消", en: status.rawValue)
      case .postponed: Message(zh: "已延期", en: status.rawValue)
      }
    }

    /// One cell of the table: what would end it becomes a space.
    private static func cell(_ text: String) -> String {
      String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
  }
}
