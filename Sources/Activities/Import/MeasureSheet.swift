import Spreadsheets

extension ImportSheet {
  /// A sheet of measures may have the newest figure of each beside it, as it had when a measure was one figure: those are rows of
  /// `measured`. Any other sheet is what it is.
  var parts: [ImportSheet] {
    guard form.name == "measure", let measured = TableForm.named("measured"), let value = column("value") else {
      return [self]
    }
    let names = ["id": "measure_id", "unit_id": "unit_id", "as_of": "as_of", "value": "value"]
    let figures = columns.compactMap { column in
      names[column.form.name].flatMap(measured.column).map {
        Column(position: column.position, form: $0, header: column.header)
      }
    }
    let measures = columns.filter(\.form.isStored)
    return [
      ImportSheet(
        form: form, path: path, name: name, columns: measures, rows: rows, startsIn1904: startsIn1904,
        isIncomplete: isIncomplete, weekdays: weekdays, years: years),
      ImportSheet(
        form: measured, path: path, name: name, columns: figures,
        rows: rows.filter { $0[value.position]?.isBlank == false }, startsIn1904: startsIn1904, isPart: true,
        isIncomplete: isIncomplete, years: years),
    ]
  }
}
