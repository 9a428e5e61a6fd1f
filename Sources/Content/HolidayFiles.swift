import BuiltIn
import CivilTime
import Diagnostics
import Files

/// `content/holidays/`: the announcements of all years, joined. A year that the site has no file of is as the program knows it, if it does;
/// else it is unknown.
enum HolidayFiles {
  /// - Parameter zone: where the site is: the State Council's holidays are those of the mainland.
  static func load(
    _ directory: String, _ files: [String], zone: Zone, _ officePhones: Set<String>, _ problems: ProblemList
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
    return join(read, builtIn: mainland.contains(zone.identifier) ? builtIn : [], problems)
  }

  private static let mainland: Set = [
    "Asia/Shanghai", "Asia/Urumqi", "Asia/Chongqing", "Asia/Chungking", "Asia/Harbin", "Asia/Kashgar",
  ]

  /// The years that are part of the program.
  static let builtIn: [HolidayYear] = BuiltInFile.holidays.compactMap { file in
    let path = "content/holidays/" + file.path
    return HolidayFile.read(String(decoding: file.bytes, as: UTF8.self)[...], path: path, problems: ProblemList())?.year
  }

  static func join(
    _ files: [HolidayFile], builtIn: [HolidayYear] = [], _ problems: ProblemList
  ) -> WorkCalendar {
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
      for other in joined { compare(file, other: other, problems: problems) }
      joined.append(file)
    }
    let own = Set(joined.map(\.year.year))
    return WorkCalendar(joined.map(\.year) + builtIn.filter { !own.contains($0.year) })
  }

  /// Days of late December that stand in both years' files.
  private static func compare(_ file: HolidayFile, other: HolidayFile, problems: ProblemList) {
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
