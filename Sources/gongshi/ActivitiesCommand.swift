import Activities
import ArgumentParser
import CivilTime
import Content
import Diagnostics
import Files

/// `gongshi activities`: the only verbs that write to the database.
struct ActivitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "activities", abstract: .said(zh: "活动数据库：新建、导入、导出、撤销。", en: "The activity database."),
    subcommands: [
      Initialize.self, ImportCommand.self, ExportCommand.self, UndoCommand.self, HistoryCommand.self, ListCommand.self,
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
}
