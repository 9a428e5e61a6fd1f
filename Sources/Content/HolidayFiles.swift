import CivilTime
import Diagnostics
import Files

/// `content/holidays/`: the announcements of all years, joined. Without the directory every year is unknown.
enum HolidayFiles {
  static func load(
    _ directory: String, _ files: [String], _ officePhones: Set<String>, _ problems: ProblemList
  ) throws(FileError) -> WorkCalendar {
    var read: [HolidayFile] = []
    for name in files {
      let path = "content/" + name
      let bytes = try Files.read(directory + "/" + path)
      guard let text = TextFile.decode(bytes, path: path, problems: problems) else { continue }
      PersonalNumberCheck(path: path, officePhones: officePhones, problems: problems).source(text)
      guard let file = HolidayFile.read(text, path: path, problems: problems) else { continue }
      read.append(file)
    }
    return join(read, problems)
  }

  static func join(_ files: [HolidayFile], _ problems: ProblemList) -> WorkCalendar {
    var joined: [HolidayFile] = []
    for file in files {
      if let other = joined.first(where: { $0.year.year == file.year.year }) {
        problems.add(
          .error(
            "holidays.duplicate-year", zh: "\(file.year.year) 年的安排已写在 \(other.file)",
            en: "the year \(file.year.year) is also \(other.file)",
            hint: Message(zh: "合并成一个文件", en: "make them one file"), at: file.yearLocation))
        continue
      }
      for other in joined { compare(file, other, problems) }
      joined.append(file)
    }
    return WorkCalendar(joined.map(\.year))
  }

  /// Days of late December that stand in both years' files.
  private static func compare(_ file: HolidayFile, _ other: HolidayFile, _ problems: ProblemList) {
    for (day, location) in file.locations {
      guard let place = other.locations[day] else { continue }
      let date = TimeText.date(day)
      problems.add(
        .error(
          "holidays.listed-twice", zh: "\(date) 写了两次，另一处在 \(place)", en: "\(date): listed twice, also at \(place)",
          hint: Message(
            zh: "只写在通知写到它的那一年的文件里", en: "leave it to the year whose announcement names it"), at: location))
    }
  }
}
