import CivilTime
import Diagnostics

/// `content/holidays/<year>.yaml`: one announcement of the State Council, as a community worker copies it out in November.
struct HolidayFile {
  let year: HolidayYear
  let file: String
  /// Where the year is written.
  let yearLocation: Location
  /// Where each day is written.
  let locations: [CivilDate: Location]

  /// What could be read, and nil only when the year itself could not: so that a broken line does not make all its year unknown to the pages
  /// that are checked in the same run.
  static func read(_ text: Substring, path: String, problems: ProblemList) -> HolidayFile? {
    guard let fields = YAMLSource.reader(String(text), path: path, lineOffset: 0, problems: problems) else {
      return nil
    }
    // Before 2008 the holidays were others; what is announced for after 2100 is a slip.
    let year = fields.requiredInteger("year", in: 2008...2100)
    _ = fields.requiredText("source")
    let holidays = fields.readers("holidays")
    fields.requireItems("holidays")
    fields.finish()
    guard let year else { return nil }
    checkName(path, year: year, fields: fields)

    var reader = HolidayDayReader(year: HolidayYear(year: year), path: path)
    for holiday in holidays { reader.read(holiday) }
    reader.noteMissingHolidays(at: fields)
    return HolidayFile(
      year: reader.year, file: path, yearLocation: fields.location(of: "year"), locations: reader.locations)
  }

  private static func checkName(_ path: String, year: Int, fields: FieldReader) {
    let name = path.split(separator: "/").last ?? ""
    guard name != "\(year).yaml", name != "\(year).yml" else { return }
    fields.problem(
      .error(
        "holidays.file-name", zh: "文件名“\(name)”与年份 \(year) 不一致", en: "the file “\(name)” is of the year \(year)",
        hint: Message(zh: "把文件改名为 \(year).yaml，或改正年份", en: "name it \(year).yaml, or mend the year"),
        at: fields.location(of: "year")))
  }
}
