import Diagnostics
import Spreadsheets

/// Files → the sheets that are meant for tables.
struct ImportFiles {
  let shape: DatabaseShape
  /// The table's name where the user gave it.
  let table: String?
  /// The id of the unit that sheets are of where they have no column for it: a duty sheet is its office's.
  var unit: String?
  /// All units' names.
  var unitNames: [String] = []
  /// What rows say in columns that their sheet doesn't have.
  var fills: [TableImport.Fill] = []
  private var usedFills: Set<TableImport.Fill> = []
  private(set) var sheets: [ImportSheet] = []
  private(set) var problems: [Diagnostic] = []
  /// Rows may be missing: a file, a sheet or a column of ids could not be read.
  var lacksRows: Bool { isUnread || sheets.contains { $0.isIncomplete && $0.column($0.form.key[0]) == nil } }
  private var isUnread = false

  init(shape: DatabaseShape, table: String?, unit: String? = nil) {
    self.unit = unit
    self.shape = shape
    self.table = table
  }

  mutating func read(_ bytes: [UInt8], path: String) {
    do throws(SpreadsheetProblem) {
      read(try Workbook.read(bytes), path: path)
    } catch {
      isUnread = true
      problems.append(error.diagnostic(path: path))
    }
  }

  mutating func read(_ workbook: Workbook, path: String) {
    let filled = workbook.sheets.filter { sheet in
      !HeaderNames.isPassedOver(sheet.name ?? "") && sheet.rows.contains { !$0.cells.allSatisfy(\.cell.isBlank) }
    }
    if filled.isEmpty {
      problems.append(
        .warning("import.empty-file", zh: "文件里没有内容", en: "there is nothing in the file", at: .file(path: path)))
    }
    var unknown: [Sheet] = []
    for sheet in filled {
      guard let form = form(of: sheet, path: path, isOnly: filled.count == 1) else {
        unknown.append(sheet)
        continue
      }
      if let table, let wanted = TableForm.named(table), wanted.name != form.name {
        problems.append(Self.notWanted(sheet, wanted, path: path))
        continue
      }
      take(sheet, form: form, workbook: workbook, path: path)
    }
    for name in workbook.hiddenSheets where !HeaderNames.isPassedOver(name) && !name.hasPrefix("WpsReserved") {
      problems.append(Self.hidden(name, path: path))
    }
    // A sheet of notes may stand beside the tables; a file without any table is a mistake.
    let isPassedOver = unknown.count < filled.count
    for sheet in unknown {
      isUnread = isUnread || !isPassedOver
      problems.append(
        Self.unknownTable(
          sheet, path: path, isPassedOver: isPassedOver, looksLike: isPassedOver ? nil : likeliest(sheet)))
    }
  }

  private func form(of sheet: Sheet, path: String, isOnly: Bool) -> TableForm? {
    let own = sheet.name.flatMap(TableForm.named)
    if isOnly, let form = table.flatMap(TableForm.named) ?? own ?? TableForm.named(Self.stem(path)) {
      return isRoster(sheet, form) ? TableForm.named("roster") : form
    }
    let names = [sheet.name, isOnly ? Self.stem(path) : nil].compactMap(\.self)
    if table == nil, own == nil, names.contains(where: DutySheet.isNamed) { return TableForm.named("shift") }
    if isOnly { return nil }
    // 11月 and 12月 are sheets of the table that is meant; one of notes beside them has no header of it.
    guard own == nil, let wanted = table.flatMap(TableForm.named) else { return own }
    let rows = sheet.rows.filter { row in !row.cells.allSatisfy(\.cell.isBlank) }
    return SheetHeader.isKnown(rows, HeaderNames(shape.columns(of: wanted))) ? wanted : nil
  }

  /// 值班表 are kept by days; one with a period is worked out.
  private func isRoster(_ sheet: Sheet, _ form: TableForm) -> Bool {
    guard form.name == "shift", let roster = TableForm.named("roster") else { return false }
    let names = HeaderNames(shape.columns(of: roster))
    return sheet.rows.prefix(5).contains { row in
      row.cells.contains { names.column($0.cell.shownText)?.name == "period" }
    }
  }

  private mutating func take(_ sheet: Sheet, form: TableForm, workbook: Workbook, path: String) {
    guard shape.stored(form) != nil else {
      problems.append(
        .error(
          "import.unknown-table", zh: "数据库里还没有\(form.named)（\(form.name)）",
          en: "the database has no table \(form.name) yet",
          hint: Message(
            zh: "运行 gongshi activities init 升级数据库", en: "bring it up to date with `gongshi activities init`"),
          at: .cell(path: path, sheet: sheet.name)))
      return
    }
    if form.name == "shift" {
      let duty = DutySheet(
        sheet, form: form, path: path, startsIn1904: workbook.startsIn1904, shape: shape, unit: unit,
        unitNames: unitNames)
      if let read = duty.sheets(&problems) {
        sheets += read
        return
      }
    }
    let read = ImportSheet(
      sheet, form: form, path: path, startsIn1904: workbook.startsIn1904, shape: shape, problems: &problems)
    if var read {
      for fill in fills where read.fill(fill, shape: shape) { usedFills.insert(fill) }
      sheets += read.parts
    }
  }

  /// Those that no sheet has a column for.
  var unusedFills: [Diagnostic] {
    if sheets.isEmpty { return [] }
    return fills.filter { !usedFills.contains($0) }.map { fill in
      .error(
        "import.unknown-fill", zh: "--fill：要导入的表没有“\(fill.header.quoted)”这一列",
        en: "--fill: no table that is imported has a column “\(fill.header.quoted)”",
        hint: Message(zh: "写表头的名称，如 --fill 类型=文化活动", en: "name it as a header does, such as --fill kind=culture"))
    }
  }

  private static func notWanted(_ sheet: Sheet, _ wanted: TableForm, path: String) -> Diagnostic {
    let name = sheet.name ?? stem(path)
    return .warning(
      "import.unread-sheet", zh: "只导入\(wanted.label)，没有读工作表“\(name.quoted)”",
      en: "only \(wanted.name) is imported: the sheet “\(name.quoted)” is not read",
      hint: Message(zh: "要一起导入，就不写 --table", en: "leave --table out to import it too"),
      at: .cell(path: path, sheet: sheet.name))
  }

  private static func hidden(_ name: String, path: String) -> Diagnostic {
    .warning(
      "import.hidden-sheet", zh: "隐藏的工作表“\(name.quoted)”没有读", en: "the hidden sheet “\(name.quoted)” is not read",
      hint: Message(zh: "要导入就取消隐藏", en: "show it to import it"), at: .cell(path: path, sheet: name))
  }

  /// A file's name without its folder and ending.
  private static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? String(name)
  }

  /// The table most of whose names stand in the sheet's header; nil where none or several do alike.
  private func likeliest(_ sheet: Sheet) -> TableForm? {
    let rows = sheet.rows.filter { row in !row.cells.allSatisfy(\.cell.isBlank) }
    let known = TableForm.all.filter { shape.stored($0) != nil }.compactMap { form -> (form: TableForm, count: Int)? in
      let names = HeaderNames(shape.columns(of: form))
      guard let header = SheetHeader(rows, names), SheetHeader.isKnown(rows, names) else { return nil }
      return (form, header.names.count { names.column($0.text) != nil })
    }
    guard let most = known.map(\.count).max(), most > 1 else { return nil }
    let best = known.filter { $0.count == most }
    return best.count == 1 ? best[0].form : best.first { $0.form.name == "activity" }?.form
  }

  private static func unknownTable(
    _ sheet: Sheet, path: String, isPassedOver: Bool, looksLike: TableForm?
  ) -> Diagnostic {
    let zh = TableForm.all.map(\.label).joined(separator: "、")
    let en = TableForm.all.map(\.name).joined(separator: ", ")
    let name = sheet.name ?? stem(path)
    let near = Suggestion.nearest(to: name, among: TableForm.all.flatMap { [$0.name, $0.label] + $0.otherNames })
    let place = Location.cell(path: path, sheet: sheet.name)
    if isPassedOver {
      return .warning(
        "import.unknown-sheet", zh: "跳过工作表“\(name.quoted)”：不知道它是哪个表",
        en: "the sheet “\(name.quoted)” is passed over: it names no table",
        hint: near.map { Message(zh: "是不是想写“\($0)”？", en: "did you mean “\($0)”?") }
          ?? Message(zh: "要导入就改名为：\(zh)", en: "to import it, call it one of \(en)"), at: place)
    }
    return .error(
      "import.unknown-table", zh: "“\(name.quoted)”不是表名，不知道该导入哪个表", en: "“\(name.quoted)” does not name a table",
      hint: near.map { Message(zh: "是不是想写“\($0)”？或用 --table 指明", en: "did you mean “\($0)”? or say it with --table") }
        ?? looksLike.map {
          Message(
            zh: "看表头像是“\($0.label)”：加 --table \($0.label)",
            en: "its header looks like \($0.name): add --table \($0.name)")
        }
        ?? Message(
          zh: "把工作表或文件改名为：\(zh)；或用 --table 指明", en: "call the sheet or file one of \(en), or say it with --table"),
      at: place)
  }
}

extension SpreadsheetProblem {
  /// The problem in words, for the person who saved the file.
  func diagnostic(path: String) -> Diagnostic {
    let place =
      row == 0 && sheet == nil ? Location.file(path: path) : .cell(path: path, sheet: sheet, row: row, column: column)
    let saveAsWorkbook = Message(
      zh: "在 Excel 或 WPS 里打开，另存为 .xlsx", en: "open it in a spreadsheet program and save it as .xlsx")
    switch reason {
    case .undecodable:
      return .error(
        "import.encoding",
        zh: "文字编码认不出（不是 UTF-8，也不是 GB18030）" + (byte > 0 ? "，从这一行第 \(byte) 个字节起" : ""),
        en: "the text is neither UTF-8 nor GB18030" + (byte > 0 ? ", from byte \(byte) of this line on" : ""),
        hint: Message(zh: "在 Excel 或 WPS 里另存为“CSV UTF-8”或 .xlsx", en: "save it as “CSV UTF-8” or as .xlsx"), at: place)
    case .fullWidthCommas:
      return .error(
        "import.csv", zh: "这份表用了全角逗号“，”分列", en: "full-width commas part the fields of this file",
        hint: Message(
          zh: "把全角逗号换成英文逗号，或在 Excel、WPS 里分列后另存为 .xlsx",
          en: "use plain commas, or save it as .xlsx from a spreadsheet program"), at: place)
    case .unclosedQuote:
      return .error(
        "import.csv", zh: "从这一格开始的引号没有结束", en: "the quote that opens this field is never closed",
        hint: Message(zh: "在这一格末尾补上英文引号 \"，或删去开头的那个", en: "close it at the field's end, or take it away"), at: place)
    case .textAfterQuote:
      return .error(
        "import.csv", zh: "引号结束后还有文字", en: "text follows a closing quote",
        hint: Message(
          zh: "文字里的双引号要写两遍（\"\"），或用中文引号“”", en: "write a quote within a quoted field twice (\"\")"), at: place)
    case .oldExcel:
      return .error(
        "import.old-format", zh: "这是旧版 Excel（.xls）文件", en: "this is a workbook in the old .xls format",
        hint: saveAsWorkbook,
        at: place)
    case .encrypted:
      return .error(
        "import.encrypted", zh: "工作簿有密码", en: "the workbook has a password",
        hint: Message(zh: "打开后去掉密码，另存为 .xlsx", en: "open it, take the password off and save it as .xlsx"), at: place)
    case .openDocument:
      return .error(
        "import.old-format", zh: "这是 OpenDocument（.ods）文件", en: "this is an OpenDocument spreadsheet (.ods)",
        hint: saveAsWorkbook,
        at: place)
    case .foreign(let file):
      return .error(
        "import.not-a-spreadsheet", zh: "这是\(file.named.zh.first?.isASCII == true ? " " : "")\(file.named.zh)，不是表格文件",
        en: "this is \(file.named.en), not a spreadsheet",
        hint: file.hint ?? saveAsWorkbook, at: place)
    case .noWorkbook:
      return .error(
        "import.not-a-spreadsheet", zh: "这不是工作簿", en: "this is not a workbook", hint: saveAsWorkbook, at: place)
    case .damaged(let part):
      return .error(
        "import.damaged", zh: "工作簿已损坏（\(part)）", en: "the workbook is damaged (\(part))", hint: saveAsWorkbook,
        at: place)
    case .documentType:
      return .error(
        "import.damaged", zh: "工作簿里有不该有的内容（DOCTYPE）",
        en: "the workbook holds a DOCTYPE, which no spreadsheet program writes",
        hint: saveAsWorkbook, at: place)
    case .tooLarge where rows != nil:
      let (found, most) = (rows?.found ?? 0, rows?.most ?? 1)
      let parts = (found + most - 1) / most
      return .error(
        "import.too-large", zh: "表里有 \(found) 行，一次最多导入 \(most) 行：一次导入要么全部写入、要么一行不写，太多内存放不下",
        en:
          "there are \(found) rows, and one import takes \(most): it is written whole or not at all, and more would not fit into memory",
        hint: Message(
          zh: "分成 \(parts) 个文件，一个一个导入；每个文件都要有表头",
          en: "split it into \(parts) files, each with the header, and import one after the other"), at: place)
    case .tooLarge:
      return .error(
        "import.too-large", zh: "表格太大", en: "the spreadsheet is too large",
        hint: Message(zh: "删去空行空列，或拆成几个文件", en: "take out empty rows and columns, or split it"), at: place)
    }
  }
}
