import CivilTime
import Diagnostics
import Files
import PublicText
import Vocabulary

/// Reads `content/data/weather.json`, which no person writes and which may be half a file at any time: whatever is wrong with it is a warning, is not
/// shown, and stops nothing else. What is wrong in one warning or one day leaves the others. [0076]
///
/// JSON is a part of YAML (YAML 1.2, 1.3): the reader of the settings says the line and column of each mistake.
struct WeatherFile {
  private let path = WeatherReport.file
  private let zone: Zone
  private let site: SiteConfiguration
  private let problems: ProblemList

  /// More than any script has to say.
  private static let mostBytes = 200_000
  private static let mostDays = 7
  private static let mostWarnings = 20

  static func load(
    _ directory: String, _ site: SiteConfiguration, _ terms: TermList, _ problems: ProblemList
  ) throws(FileError) -> WeatherReport? {
    let file = WeatherFile(zone: site.zone, site: site, problems: problems)
    return file.read(try Files.read(directory + "/" + WeatherReport.file), terms)
  }

  private init(zone: Zone, site: SiteConfiguration, problems: ProblemList) {
    self.zone = zone
    self.site = site
    self.problems = problems
  }

  private func read(_ bytes: [UInt8], _ terms: TermList) -> WeatherReport? {
    guard bytes.count <= Self.mostBytes else {
      warn(
        Message(zh: "文件太大，最多 200 KB", en: "the file is too large: 200 KB at most"), at: .file(path: path), isAll: true)
      return nil
    }
    let own = ProblemList()
    guard let text = TextFile.decode(bytes, path: path, problems: own) else { return refuse(own) }
    let numbers = PersonalNumberCheck(
      path: path, officePhones: site.officePhones, officeEmails: site.officeEmails, problems: own)
    numbers.source(text)
    guard let fields = YAMLSource.reader(String(text), path: path, lineOffset: 0, problems: own) else {
      return refuse(own)
    }
    numbers.values(fields)
    // What may not be published is no small mistake.
    guard own.diagnostics.isEmpty else { return refuse(own) }
    let written = terms.problems(in: text, of: path, as: .yaml)
    guard !written.contains(where: { $0.severity == .error }) else {
      written.forEach(own.add)
      return refuse(own)
    }
    written.forEach(problems.add)
    return report(fields, own)
  }

  /// Nothing of it can be used.
  private func refuse(_ own: ProblemList) -> WeatherReport? {
    for problem in own.diagnostics { warn(problem.message, hint: problem.hint, at: problem.location, isAll: true) }
    return nil
  }

  private func warn(_ what: Message, hint: Message? = nil, at location: Location?, isAll: Bool, json: String = "") {
    let place = json.isEmpty ? Message(zh: "", en: "") : Message(zh: "\(json) ", en: "\(json): ")
    let left =
      isAll
      ? Message(zh: "；天气不显示，网站照常发布", en: "; no weather is shown, the site is published")
      : Message(zh: "；这一项不显示", en: "; this is not shown")
    problems.add(
      .warning(
        isAll ? "weather.broken" : "weather.wrong", zh: "\(place.zh)\(what.zh)\(left.zh)",
        en: "\(place.en)\(what.en)\(left.en)", hint: hint, at: location))
  }

  // MARK: The report

  private func report(_ fields: FieldReader, _ own: ProblemList) -> WeatherReport? {
    let observed = time(fields, "observedAt", isRequired: true)
    let minutes = fields.integer("validMinutes", in: WeatherReport.minutes) ?? WeatherReport.standardMinutes
    let place = fields.text("place")
    var reading: WeatherReport.Reading?
    part(fields.reader("now"), json: "now", own: own) { reading = self.reading($0) }
    var days: [WeatherReport.Day] = []
    var warnings: [WeatherReport.Warning] = []
    let forecast = fields.readers("forecast")
    let given = fields.readers("warnings")
    fields.finish()
    let known = own.diagnostics.filter { $0.code == "front-matter.unknown-key" }
    for problem in own.diagnostics {
      warn(
        problem.message, hint: problem.hint, at: problem.location,
        isAll: observed == nil && !known.contains(problem))
    }
    guard let observed else { return nil }
    for (number, entry) in forecast.prefix(Self.mostDays).enumerated() {
      part(entry, json: "forecast[\(number)]", own: own) { if let day = day($0) { days.append(day) } }
    }
    for (number, entry) in given.prefix(Self.mostWarnings).enumerated() {
      part(entry, json: "warnings[\(number)]", own: own) {
        if let warning = warning($0, observed) { warnings.append(warning) }
      }
    }
    if forecast.count > Self.mostDays || given.count > Self.mostWarnings {
      warn(
        Message(
          zh: "forecast 最多 \(Self.mostDays) 天，warnings 最多 \(Self.mostWarnings) 条，多的不显示",
          en: "forecast has \(Self.mostDays) days and warnings \(Self.mostWarnings) at most"),
        at: fields.location(of: forecast.count > Self.mostDays ? "forecast" : "warnings"), isAll: false)
    }
    var seen = Set<CivilDate>()
    return WeatherReport(
      place: place, observedAt: observed, until: observed + minutes,
      forecastUntil: observed + WeatherReport.forecastMinutes, reading: reading,
      days: days.filter { seen.insert($0.date).inserted }.sorted { $0.date < $1.date },
      warnings: warnings.enumerated().sorted { a, b in
        (a.element.level.severity, a.offset) < (b.element.level.severity, b.offset)
      }.map(\.element), location: fields.location(of: "observedAt"))
  }

  /// One part by itself: what is wrong in it leaves the others as they are.
  private func part(_ fields: FieldReader?, json: String, own: ProblemList, read: (FieldReader) -> Void) {
    guard let fields else { return }
    let before = own.diagnostics.count
    read(fields)
    fields.finish()
    for problem in own.diagnostics[before...] {
      warn(problem.message, hint: problem.hint, at: problem.location, isAll: false, json: json)
    }
    own.forget(after: before)
  }

  private func reading(_ fields: FieldReader) -> WeatherReport.Reading {
    WeatherReport.Reading(
      weather: fields.text("weather"), temperature: degrees(fields, "temperature"),
      humidity: fields.integer("humidity", in: 0...100), wind: fields.text("wind"),
      air: fields.integer("air", in: 0...500))
  }

  private func day(_ fields: FieldReader) -> WeatherReport.Day? {
    let date = fields.requiredDate("date")
    let weather = fields.requiredText("weather")
    let (low, high, wind) = (degrees(fields, "low"), degrees(fields, "high"), fields.text("wind"))
    guard let date, let weather else { return nil }
    if let low, let high, low > high {
      fields.problem(
        .warning(
          "weather.wrong", zh: "最低气温 low 比最高气温 high 还高", en: "low is above high", at: fields.location(of: "low")))
      return WeatherReport.Day(date: date, weather: weather, low: nil, high: nil, wind: wind)
    }
    return WeatherReport.Day(date: date, weather: weather, low: low, high: high, wind: wind)
  }

  /// - Parameter observed: when the report was made.
  private func warning(_ fields: FieldReader, _ observed: LocalDateTime) -> WeatherReport.Warning? {
    let kind = fields.requiredText("kind")
    let level = fields.requiredTerm("level", WeatherWarningLevel.self)
    let (text, source) = (fields.text("text"), fields.text("source"))
    let from = fields.isPresent("issuedAt") ? time(fields, "issuedAt") : observed
    let until = time(fields, "expiresAt", isRequired: true)
    guard let kind, let level, let from, let until else { return nil }
    guard from < until else {
      fields.problem(
        .warning(
          "weather.wrong", zh: "expiresAt 不晚于发布时间", en: "expiresAt is not after its beginning",
          at: fields.location(of: "expiresAt")))
      return nil
    }
    let last = observed + WeatherReport.mostWarningMinutes
    guard from < last else { return nil }
    return WeatherReport.Warning(
      kind: kind, level: level, text: text, source: source, from: from, until: min(until, last))
  }

  // MARK: Values

  private func degrees(_ fields: FieldReader, _ key: String) -> Double? {
    fields.optionalValue(
      key,
      expected: Message(zh: "摄氏度，-60 到 60 之间的数字", en: "degrees Celsius, a number from -60 to 60")
    ) { text in Double(text).flatMap { (-60...60).contains($0) ? $0 : nil } }
  }

  /// RFC 3339 with its offset, or the time of the site's own zone without.
  private func time(_ fields: FieldReader, _ key: String, isRequired: Bool = false) -> LocalDateTime? {
    let expected = Message(
      zh: "时间，如 2026-11-21T08:40:00+08:00", en: "a time like 2026-11-21T08:40:00+08:00")
    func parse(_ text: String) -> LocalDateTime? {
      TimeText.parseInstant(text).map(zone.local) ?? TimeText.parseLocal(text)
    }
    return isRequired
      ? fields.requiredValue(key, expected: expected, parse: parse)
      : fields.optionalValue(key, expected: expected, parse: parse)
  }
}
