/// A month, quarter, half or whole year of the civil calendar, in the years 1 to 9999.
package struct CivilPeriod: Sendable, Hashable {
  package enum Length: Int, Sendable, Hashable, CaseIterable {
    case month = 1
    case quarter = 3
    case halfYear = 6
    case year = 12
  }

  package let length: Length
  package let year: Int
  /// Which of its year's, from 1.
  package let number: Int

  package init(_ length: Length, containing date: CivilDate) {
    let (year, month, _) = date.parts
    self.length = length
    self.year = year
    number = (month - 1) / length.rawValue + 1
  }

  /// nil where there is no such period.
  package init?(_ length: Length, _ number: Int, of year: Int) {
    guard (1...9999).contains(year), (1...12 / length.rawValue).contains(number) else { return nil }
    self.length = length
    self.year = year
    self.number = number
  }

  package var first: CivilDate {
    let month = (number - 1) * length.rawValue + 1
    return CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: 1))
  }

  package var last: CivilDate {
    let month = number * length.rawValue
    let day = CivilDate.daysInMonth(year: year, month: month)
    return CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: day))
  }

  /// nil at the end of the calendar.
  package var next: CivilPeriod? {
    CivilPeriod(length, number + 1, of: year) ?? CivilPeriod(length, 1, of: year + 1)
  }

  /// nil at its beginning.
  package var previous: CivilPeriod? {
    CivilPeriod(length, number - 1, of: year) ?? CivilPeriod(length, 12 / length.rawValue, of: year - 1)
  }
}

extension CivilPeriod: CustomStringConvertible {
  /// `2026-07`, `2026-Q3`, `2026-H2`, `2026`.
  package var description: String {
    let year = TimeText.date(first).prefix(4)
    return switch length {
    case .month: "\(year)-\(number < 10 ? "0" : "")\(number)"
    case .quarter: "\(year)-Q\(number)"
    case .halfYear: "\(year)-H\(number)"
    case .year: "\(year)"
    }
  }

  /// As `description` writes it, or as people do: `2026年第三季度`, `2026年上半年`, `2026年7月`, `2026年`. nil where it is none.
  package init?(_ text: String) {
    guard let year = Int(text.prefix(4)), text.prefix(4).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    var rest = text.dropFirst(4)
    if rest.isEmpty || rest == "年" || rest == "年度" {
      self.init(.year, 1, of: year)
      return
    }
    guard let mark = rest.popFirst(), mark == "-" || mark == "年" else { return nil }
    if mark == "-" {
      guard rest.count == 2, let sign = rest.first, let number = Self.figures[String(rest.dropFirst())] else {
        return nil
      }
      switch sign {
      case "Q", "q": self.init(.quarter, number, of: year)
      case "H", "h": self.init(.halfYear, number, of: year)
      case "0", "1": self.init(.month, (sign == "1" ? 10 : 0) + number, of: year)
      default: return nil
      }
    } else if rest == "上半年" || rest == "下半年" {
      self.init(.halfYear, rest == "上半年" ? 1 : 2, of: year)
    } else if rest.hasSuffix("季度") {
      let name = rest.dropLast(2)
      guard let number = Self.figures[String(name.first == "第" ? name.dropFirst() : name)] else { return nil }
      self.init(.quarter, number, of: year)
    } else if rest.hasSuffix("月"), let month = Int(rest.dropLast()) {
      self.init(.month, month, of: year)
    } else {
      return nil
    }
  }

  private static let figures: [String: Int] = [
    "0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9, "一": 1, "二": 2, "三": 3, "四": 4,
  ]
}
