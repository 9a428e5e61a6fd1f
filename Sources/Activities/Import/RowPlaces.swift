import Diagnostics

/// Which cells the database's rows came from: what a check finds in the database is reported where it was written.
struct RowPlaces {
  struct Place {
    let sheet: ImportSheet
    let row: Int
  }

  /// By table and key, as `CheckedRow` writes it.
  private var tables: [String: [String: Place]] = [:]

  /// - Returns: where the same key was met before.
  mutating func add(_ sheet: ImportSheet, _ row: Int, key: [StoredValue]) -> Place? {
    let text = Self.keyText(sheet.form, key)
    if let earlier = tables[sheet.form.name]?[text] { return earlier }
    tables[sheet.form.name, default: [:]][text] = Place(sheet: sheet, row: row)
    return nil
  }

  func contains(_ form: TableForm, _ key: [StoredValue]) -> Bool {
    tables[form.name]?[Self.keyText(form, key)] != nil
  }

  mutating func add(_ others: RowPlaces) {
    tables.merge(others.tables) { $0.merging($1) { first, _ in first } }
  }

  /// Those of a table.
  func keys(of table: String) -> Set<String> { Set((tables[table] ?? [:]).keys) }

  /// Those that one file has, by table; nothing of sheets that are no list of rows.
  func keys(from path: String) -> [String: Set<String>] {
    tables.mapValues { rows in
      Set(rows.filter { $0.value.sheet.path == path && !$0.value.sheet.isPart && $0.value.sheet.edition == nil }.keys)
    }
  }

  static func keyText(_ form: TableForm, _ key: [StoredValue]) -> String {
    zip(form.key, key).map { "\($0)=\($1.shownText ?? "?")" }.joined(separator: ",")
  }

  /// The cell of a database's row and column; nil where no sheet has the row.
  func cell(of location: Location?) -> Location? {
    guard case .row(_, let table, let key, let column)? = location else { return nil }
    if let place = tables[table]?[key] {
      let position = Self.columns(of: column).lazy.compactMap(place.sheet.column).first?.position
      return place.sheet.location(row: place.row, column: position ?? 0)
    }
    // A roster is wrong by its holders as often as by itself.
    guard table == "roster", let roster = key.split(separator: "=").last,
      let holder = tables["roster_holder"]?.filter({ $0.key.hasPrefix("roster_id=\(roster),") }).values
        .min(by: { $0.row < $1.row })
    else { return nil }
    return holder.sheet.location(row: holder.row, column: holder.sheet.column("position")?.position ?? 0)
  }

  /// The columns of a sheet in which a column's value may have been written, the likeliest first.
  private static func columns(of stored: String?) -> [String] {
    switch stored {
    case "starts_at"?: ["starts_at", "starts_on", "rrule"]
    case "ends_at"?: ["ends_at", "duration", "ends_on", "starts_at", "starts_on"]
    case "rrule"?: ["rrule", "starts_at", "starts_on"]
    case let column?: [column]
    case nil: []
    }
  }
}
