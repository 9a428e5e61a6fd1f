package import CivilTime
package import Diagnostics
package import Files
package import Spreadsheets

/// Brings spreadsheets into the database: workbooks with a sheet a table, CSV files with a table each, named after it in either language.
/// All of them are one transaction: all rows or none.
package struct TableImport: Sendable {
  package struct Options: Sendable {
    /// The table that is meant where a file's or sheet's name doesn't say it.
    package var table: String?
    /// What every row says in columns that its sheet doesn't have.
    package var fills: [Fill] = []
    /// Removes the rows of the imported tables that the files don't have.
    package var replaces = false
    /// False rolls everything back after it has been tried out.
    package var applies = false
    /// Keeps what the database was before (`DataHistory`).
    package var keepsHistory = false
    /// What a changed row gets as its `updated_at` where the file doesn't say it.
    package var now: LocalDateTime
    /// In which an UNTIL is meant.
    package var zone = Zone.shanghai
    /// How many rows of a table are put into words (`TableSummary.Line.reading`): a fifth of the time of an import goes into that.
    package var readings = Int.max
    /// The id of the site's unit: whose a duty sheet is that doesn't say it.
    package var unit: String?
    /// What the command line says of the files beside their names, as it is typed.
    var arguments: String {
      func word(_ text: String) -> String {
        text.allSatisfy { $0.isLetter || $0.isNumber || "=-_.:".contains($0) }
          ? text : "'" + text.replacing("'", with: "'\\''") + "'"
      }
      let named = table.map { ["--table \(word($0))"] } ?? []
      return (named + fills.map { "--fill " + word("\($0.header)=\($0.value)") }).joined(separator: " ")
    }
    /// What of the rows may not be published.
    package var privacy = PrivacyRules()
    /// What a build would say of the whole, where the site is known.
    package var build: (@Sendable (ActivityData) -> [Diagnostic])?

    package init(now: LocalDateTime) {
      self.now = now
    }
  }

  /// A column that a sheet lacks, and what all of its rows say there.
  package struct Fill: Sendable, Hashable {
    let header: String
    let value: String

    package init(header: String, value: String) {
      self.header = header
      self.value = value
    }
  }

  let database: ActivityDatabase
  let options: Options

  package init(into database: ActivityDatabase, _ options: Options) {
    self.database = database
    self.options = options
  }

  /// - Parameters:
  ///   - files: paths of spreadsheets, or of directories of them.
  ///   - workbooks: sheets that were made of other files, with those files' paths.
  /// - Returns: what happened to each table, in the order in which rows refer to one another; empty when there are errors among the
  ///   diagnostics, and then nothing was changed.
  package func run(
    _ files: [String], workbooks: [(path: String, workbook: Workbook)] = []
  ) throws(FileError) -> (summaries: [TableSummary], [Diagnostic]) {
    if let table = options.table, TableForm.named(table) == nil { return ([], [TableForm.unknown(table)]) }
    var contents: [(path: String, bytes: [UInt8])] = []
    var problems: [Diagnostic] = []
    for path in try Self.expand(files, &problems) {
      contents.append((path, try Files.read(path, isNamed: files.contains(path))))
    }

    var summaries: [TableSummary] = []
    let history = DataHistory(of: database)
    let changes = options.applies && options.keepsHistory
    let held = changes ? history.lock() : nil
    if changes, held == nil { return ([], problems + [DatabaseProblem.locked(database.shownPath)]) }
    defer { withExtendedLifetime(held) {} }
    let sheetsBefore = try ImportedSheets.read(of: database)
    let rowsBefore = try ImportedRows.read(of: database)
    var rowsAfter: ImportedRows?
    var isDone = false
    var kept: DataHistoryEntry?
    do {
      try database.storage.transaction { connection in
        if let problem = try database.versionProblem(connection) {
          problems.append(problem)
          return .rollback
        }
        let shape = try DatabaseShape(connection)
        var reader = ImportFiles(
          shape: shape, table: options.table, unit: try options.unit ?? Self.onlyUnit(connection))
        reader.fills = options.fills
        reader.unitNames = try connection.rows("SELECT name, short_name FROM unit").flatMap { row in
          [row["name"].filledText, row["short_name"].filledText].compactMap(\.self)
        }
        for (path, bytes) in contents { reader.read(bytes, path: path) }
        for (path, workbook) in workbooks { reader.read(workbook, path: path) }
        problems += reader.problems + reader.unusedFills
        // What is wrong with a header or a sheet hides nothing of what is wrong with cells.
        let written = try write(
          reader.sheets, to: connection, shape: shape, warnings: problems, isWhole: !reader.lacksRows,
          rows: rowsBefore, files: contents.map(\.path), sheets: sheetsBefore)
        (summaries, problems) = (written.summaries, written.problems)
        rowsAfter = written.rows
        let isLacking = problems.contains { problem in
          ["import.missing-column", "import.required", "import.no-first-date"].contains(problem.code)
        }
        if options.fills.isEmpty, isLacking { problems += earlierFills(contents, sheetsBefore) }
        guard options.applies, !problems.hasErrors else { return .rollback }
        if options.keepsHistory, summaries.contains(where: { !$0.lines.isEmpty }) {
          var entry = DataHistoryEntry(
            at: options.now, action: .imported, files: files + workbooks.map(\.path),
            tables: summaries.filter { !$0.lines.isEmpty }.map(DataHistoryEntry.Table.init),
            after: try DataFingerprint.digest(of: connection), sheets: sheetsBefore?.digests ?? [:])
          try history.keep(&entry)
          kept = entry
        }
        isDone = true
        return .commit
      }
      if kept != nil { try history.prune() }
    } catch {
      if let kept { history.forget(kept) }
      if let failure = DatabaseProblem.machineFailure(error, path: database.path, writing: true) { throw failure }
      problems.append(DatabaseProblem.diagnostic(for: error, path: database.shownPath, writing: true))
    }
    if isDone {
      noteSheets(contents, after: sheetsBefore)
      // What can't be written is not told of the next time.
      if let rowsAfter, rowsAfter != rowsBefore { try? rowsAfter.write(besides: database) }
    }
    return (problems.hasErrors ? [] : summaries, problems)
  }

  /// What is imported stays so where this can't be written: a sheet is called changed then that is not.
  private func noteSheets(_ files: [(path: String, bytes: [UInt8])], after before: ImportedSheets?) {
    let next = (before ?? ImportedSheets()).adding(files, options.arguments, besides: database)
    if next != before ?? ImportedSheets() { try? next.write(besides: database) }
  }

  /// What was filled in when the same sheets were imported before, and is not this time.
  private func earlierFills(
    _ files: [(path: String, bytes: [UInt8])], _ sheets: ImportedSheets?
  ) -> [Diagnostic] {
    files.compactMap { path, _ in
      guard let arguments = sheets?.arguments(of: path, besides: database), arguments.contains("--fill") else {
        return nil
      }
      return .warning(
        "import.earlier-fills", zh: "上次导入这份表写了 \(arguments)，这次没有写",
        en: "it was imported with \(arguments) the last time, and is not now",
        hint: Message(
          zh: "照上次那样：gongshi activities import \(path) \(arguments)",
          en: "as the last time: gongshi activities import \(path) \(arguments)"), at: .file(path: path))
    }
  }

  /// The unit of a site that has one only, or one above all others.
  private static func onlyUnit(_ connection: Connection) throws -> String? {
    let units = try connection.rows("SELECT id FROM unit WHERE parent_id IS NULL LIMIT 2").compactMap {
      $0["id"].filledText
    }
    return units.count == 1 ? units[0] : nil
  }

  /// What people keep tables in and this program does not read; in a folder it is passed over, and said to be.
  private static let otherTables = [".xls", ".et", ".ods", ".doc", ".docx", ".wps", ".numbers", ".pdf"]

  private static func noSheets(_ directory: String) -> Diagnostic {
    let below = ["data", "content/data"].map { directory + "/" + $0 }.first(where: Files.isDirectory)
    return .warning(
      "import.no-sheets", zh: "这个文件夹里没有表格（.xlsx 或 .csv）", en: "there are no sheets (.xlsx or .csv) in this directory",
      hint: below.map { Message(zh: "是不是要导入 \($0)？", en: "did you mean \($0)?") }
        ?? Message(
          zh: "写表格文件，或放表格的文件夹，如 content/data", en: "name a sheet, or a directory of sheets such as content/data"),
      at: .file(path: directory))
  }

  private static func unreadableName(_ path: String) -> Diagnostic {
    .error(
      "import.unreadable-name", zh: "文件名不是 UTF-8 编码，读不了", en: "the file's name is not UTF-8 and can't be read",
      hint: Message(zh: "给它改名，如 活动.csv", en: "rename it"), at: .file(path: path))
  }

  private static func expand(_ files: [String], _ problems: inout [Diagnostic]) throws(FileError) -> [String] {
    var expanded: [String] = []
    for file in files {
      guard Files.isDirectory(file) else {
        expanded.append(file)
        continue
      }
      var names: [String] = []
      for name in try BytePath(file).names() {
        if let text = String(validating: name, as: UTF8.self) {
          names.append(text)
        } else {
          problems.append(unreadableName(file + "/" + BytePath(bytes: name).shown))
        }
      }
      names.sort()
      // Excel keeps ~$name.xlsx beside an open workbook.
      for name in names where otherTables.contains(where: name.lowercased().hasSuffix) && !name.hasPrefix("~$") {
        problems.append(
          .warning(
            "import.unread-file", zh: "没有读这个文件：只读 .xlsx 和 .csv", en: "the file is not read: only .xlsx and .csv are",
            hint: Message(
              zh: "在 Excel 或 WPS 里打开，另存为 .xlsx", en: "open it in a spreadsheet program and save it as .xlsx"),
            at: .file(path: file + "/" + name)))
      }
      let sheets = names.filter { name in
        [".csv", ".xlsx"].contains(where: name.lowercased().hasSuffix) && !name.hasPrefix(".") && !name.hasPrefix("~$")
      }.map { file + "/" + $0 }
      let hasOthers = names.contains { name in otherTables.contains(where: name.lowercased().hasSuffix) }
      if sheets.isEmpty, !hasOthers { problems.append(noSheets(file)) }
      expanded += sheets
    }
    return expanded
  }

  private func write(
    _ sheets: [ImportSheet], to connection: Connection, shape: DatabaseShape, warnings: [Diagnostic], isWhole: Bool,
    rows: ImportedRows, files: [String], sheets known: ImportedSheets?
  ) throws -> (summaries: [TableSummary], problems: [Diagnostic], rows: ImportedRows?) {
    // More than a build takes: nothing of it is worth an hour's work.
    let activities = sheets.filter { $0.form.name == "activity" }
    let count = activities.reduce(0) { $0 + $1.rows.count }
    if count > ActivityDatabase.mostActivities, let sheet = activities.max(by: { $0.rows.count < $1.rows.count }) {
      return ([], warnings + [DatabaseProblem.crowded(sheet.location(row: 0), count)], nil)
    }
    let olderCount = try connection.value("SELECT count(*) FROM activity").integer ?? 0
    // Rows may refer to later ones of the same file; what is still missing at the end is named.
    try connection.run("PRAGMA defer_foreign_keys = ON")
    var editions: DutyEditions?
    if let form = TableForm.named("shift"), shape.stored(form) != nil, sheets.contains(where: { $0.edition != nil }) {
      var units = ReferenceIndex()
      if let unit = TableForm.named("unit") {
        try units.add(unit, of: connection, shape: shape)
        for sheet in sheets where sheet.form.name == "unit" { units.add(sheet) }
      }
      editions = DutyEditions(sheets, form: form, units: units)
      try editions?.align(connection)
    }
    let before = try RowKeys(connection, shape: shape)
    let knownProblems = warnings.hasErrors ? [] : try Set(dataProblems(connection, isWhole: true))
    var leftOut: [String: Set<String>] = [:]
    var failed: [String: Set<String>] = [:]
    let olderActivities = try Set(connection.rows("SELECT id FROM activity").compactMap { $0["id"].filledText })
    var places = RowPlaces()
    var problems = warnings
    var summaries: [TableSummary] = []
    var references = ReferenceIndex()
    references.sheets = sheetsOfTables(sheets, known)
    for form in TableForm.all where shape.stored(form) != nil {
      let own = sheets.filter { $0.form.name == form.name }
      try references.add(form, of: connection, shape: shape)
      if own.isEmpty { continue }
      // Rows of the file count as there even where something is wrong with them: one mistake is named once.
      for sheet in own { references.add(sheet) }
      var writer = try TableWriter(
        form: form, connection: connection, columns: shape.stored(form) ?? [], references: references, now: options.now,
        zone: options.zone, privacy: options.privacy, olderActivities: olderActivities, readings: options.readings)
      for sheet in own { try writer.write(sheet) }
      if !writer.problems.hasErrors, !own.allSatisfy(\.isPart) {
        if options.replaces {
          try writer.removeOthers()
        } else if !own.contains(where: { $0.edition != nil }) {
          let keys = rows.leftOut(of: form.name, by: files, now: writer.places, besides: database)
          leftOut[form.name] = try writer.noteLeftOut(of: keys)
        }
      } else if options.replaces, !writer.problems.hasErrors {
        writer.noteThatPartsRemoveNothing()
      }
      var summary = writer.summary
      if form.name == "shift", let editions {
        problems += editions.problems
        if !writer.problems.hasErrors {
          try editions.replace(connection, keeping: writer.places)
          summary = try editions.completed(summary, connection: connection, places: writer.places)
        }
      }
      // A name that is not found may stand where nothing could be read.
      problems += writer.problems.filter { isWhole || $0.code != "import.missing-reference" }
      if !writer.failed.isEmpty { failed[form.name] = writer.failed }
      places.add(writer.places)
      summaries.append(summary)
    }
    if warnings.hasErrors { return (summaries, problems, nil) }
    if problems.hasErrors {
      let found = try dataProblems(connection, isWhole: false).filter { Self.standsAlone($0, failed) }
      return (
        summaries,
        problems
          + refused(found, known: knownProblems, places).filter { problem in
            !problems.contains { $0.location == problem.location }
          }, nil
      )
    }
    if let problem = try database.crowd(connection),
      try connection.value("SELECT count(*) FROM activity").integer ?? 0 > olderCount
    {
      problems.append(problem)
    }
    let missing = try missingReferences(connection, sheets)
    problems += missing
    if missing.isEmpty {
      problems += try refused(dataProblems(connection, isWhole: true), known: knownProblems, places)
    }
    return (
      try before.removals(after: connection, shape: shape, in: summaries), problems,
      rows.adding(files, places, leftOut: leftOut, besides: database)
    )
  }

  /// In which sheet people keep each table: one of these files, else the site's.
  private func sheetsOfTables(_ sheets: [ImportSheet], _ known: ImportedSheets?) -> [String: Message] {
    var names: [String: Message] = [:]
    for form in TableForm.all {
      if let sheet = sheets.first(where: { $0.form.name == form.name }) {
        names[form.name] = Message(
          zh: sheet.path + (sheet.name.map { " 的“\($0)”工作表" } ?? ""),
          en: sheet.path + (sheet.name.map { ", sheet “\($0)”" } ?? ""))
      } else if let file = known?.file(of: form, besides: database) {
        names[form.name] = Message(zh: file, en: file)
      }
    }
    return names
  }

  /// What a build would say of the rows.
  ///
  /// - Parameter isWhole: false where rows could not be written, so that others name what is not there.
  private func dataProblems(_ connection: Connection, isWhole: Bool) throws -> [Diagnostic] {
    var reader = RecordReader(connection: connection, path: database.shownPath, zone: options.zone)
    let data = try ActivityData(&reader)
    let own = reader.problems + data.problems(database: database.shownPath)
    guard isWhole, let build = options.build else { return own }
    // Pages and screens may come after the rows that they name; rows are what is imported.
    let built = build(data).filter { problem in
      guard problem.severity == .error || Self.isSaidOfRows(problem), case .row? = problem.location else {
        return false
      }
      return !own.contains { $0.location == problem.location && $0.code == problem.code }
    }
    return own + built
  }

  /// What a build warns of and whoever fills in the sheet can mend at once.
  private static func isSaidOfRows(_ problem: Diagnostic) -> Bool { problem.code == "data.venue-clash" }

  /// Whether a problem has nothing to do with rows that could not be written.
  private static func standsAlone(_ problem: Diagnostic, _ failed: [String: Set<String>]) -> Bool {
    guard case .row(_, let table, let key, _)? = problem.location, problem.code != "data.missing-reference",
      failed[table] == nil
    else { return false }
    let ids = key.split(separator: ",").compactMap { $0.split(separator: "=", maxSplits: 1).last.map(String.init) }
    return !failed.values.contains { !$0.isDisjoint(with: ids) }
  }

  /// Problems at the cells they come from. What was wrong before is no reason to refuse the import: it is reported where a sheet has the
  /// row, and left to the build where none has.
  private func refused(_ found: [Diagnostic], known: Set<Diagnostic>, _ places: RowPlaces) -> [Diagnostic] {
    found.compactMap { problem in
      var problem = problem
      let isKnown = known.contains(problem)
      let cell = places.cell(of: problem.location)
      if isKnown, cell == nil { return nil }
      if isKnown { problem.severity = .warning }
      problem.location = cell ?? problem.location
      return problem
    }
  }

  /// Rows that name what has been removed.
  private func missingReferences(_ connection: Connection, _ sheets: [ImportSheet]) throws -> [Diagnostic] {
    try ForeignKeyViolation.all(connection).map { violation in
      let column = violation.column ?? "?"
      let value = violation.row.flatMap { $0[column].shownText } ?? "?"
      let form = TableForm.named(violation.table)
      let key = form?.key.compactMap { name in
        violation.row.flatMap { $0[name].shownText }.map { "\(name)=\($0)" }
      }
      let parent = TableForm.named(violation.parent)?.named ?? violation.parent
      let header = form?.column(column)?.headers.first ?? column
      return .error(
        "import.missing-reference", zh: "\(form?.named ?? violation.table)里“\(header)”写的“\(value)”不在\(parent)里",
        en: "\(column) “\(value)” of \(violation.table) is not in \(violation.parent)",
        hint: Message(
          zh: "在\(parent)里加上它，或改正编号；用 --replace 时不要去掉别的表还写着的行",
          en: "add it to \(violation.parent), or mend the id; with --replace, keep rows that others name"),
        at: .row(
          database: database.shownPath, table: violation.table, key: key?.joined(separator: ",") ?? "?", column: column)
      )
    }
  }
}

extension ReferenceIndex {
  /// A sheet's rows by their id and names.
  fileprivate mutating func add(_ sheet: ImportSheet) {
    let columns = Self.nameColumns(sheet.form).compactMap { sheet.column($0)?.position }
    guard let id = sheet.column("id")?.position else { return }
    for row in sheet.rows {
      guard let text = row[id]?.shownText.withoutOuterBlanks, !text.isEmpty else { continue }
      add(sheet.form.name, id: text, names: columns.compactMap { row[$0]?.shownText.onOneLine })
    }
  }
}
