/// The ways in which an identity number is written: region (6), birth date (8, before 1999: 6), sequence (3), check digit (none before
/// 1999).
enum IdentityForm {
  /// Groups that make a number one also where its check digit is wrong.
  private static let groupings: [[Int]] = [
    [18], [17], [6, 8, 4], [6, 8, 3], [6, 6, 6], [6, 6, 5], [6, 4, 4, 4], [6, 4, 4, 3], [4, 4, 4, 4, 2],
    [4, 4, 4, 4, 1], [3, 3, 4, 4, 4],
    [3, 3, 4, 4, 3], [6, 4, 2, 2, 4], [6, 4, 2, 2, 3], [14, 4], [14, 3], [17, 1],
    [Int](repeating: 1, count: 18), [Int](repeating: 1, count: 17),
  ]
  private static let oldGroupings: [[Int]] = [[15], [6, 6, 3], [6, 2, 2, 2, 3]]

  /// A number that begins with a group of a run, and the group after it.
  static func match(_ run: DigitRun, at group: Int) -> (PersonalNumber, next: Int)? {
    // Most runs have fewer digits from there on.
    guard run.digits.count - run.groups[group].start >= 15 else { return nil }
    if let groups = run.groups(from: group, holding: 18), is18(run, groups, endsInX: false) {
      return result(run, groups, endsInX: false)
    }
    // A disability certificate's has two more, of kind and degree.
    if run.groups[group].count == 20 {
      let digits = Array(run.digits[run.groups[group].start...].prefix(18))
      if holdsBirthday(digits), checkDigit(digits[...]) == digits[17] {
        let offset = run.offsets[run.groups[group].start]
        return (PersonalNumber(identity: digits, endsInX: false, offset: offset), group + 1)
      }
    }
    if run.endsInX, let groups = run.groups(from: group, holding: 17), groups.upperBound == run.groups.count,
      is18(run, groups, endsInX: true)
    {
      return result(run, groups, endsInX: true)
    }
    if let groups = run.groups(from: group, holding: 15), oldGroupings.contains(run.sizes(groups)),
      !isListed(run, groups)
    {
      let digits = digits(run, groups)
      // Those who have such a number were born in the twentieth century.
      if BirthDate.isProvince(number(digits, start: 0, count: 2)),
        BirthDate.isDay(
          year: 1900 + number(digits, start: 6, count: 2), month: number(digits, start: 8, count: 2),
          day: number(digits, start: 10, count: 2))
      {
        return result(run, groups, endsInX: false)
      }
    }
    return nil
  }

  private static func result(_ run: DigitRun, _ groups: Range<Int>, endsInX: Bool) -> (PersonalNumber, next: Int) {
    let offset = run.offsets[run.groups[groups.lowerBound].start]
    return (PersonalNumber(identity: digits(run, groups), endsInX: endsInX, offset: offset), groups.upperBound)
  }

  /// Whether 18 digits begin with a province and hold a day of birth.
  static func holdsBirthday(_ digits: [UInt8]) -> Bool {
    let digits = digits[...]
    return digits.count == 18 && BirthDate.isProvince(number(digits, start: 0, count: 2))
      && (1850...2099).contains(number(digits, start: 6, count: 4))
      && BirthDate.isDay(
        year: number(digits, start: 6, count: 4), month: number(digits, start: 10, count: 2),
        day: number(digits, start: 12, count: 2))
  }

  private static func is18(_ run: DigitRun, _ groups: Range<Int>, endsInX: Bool) -> Bool {
    let digits = digits(run, groups)
    guard (1850...2099).contains(number(digits, start: 6, count: 4)),
      BirthDate.isDay(
        year: number(digits, start: 6, count: 4), month: number(digits, start: 10, count: 2),
        day: number(digits, start: 12, count: 2))
    else { return false }
    let isChecked = checkDigit(digits) == (endsInX ? 10 : digits[digits.startIndex + 17])
    let sizes = run.sizes(groups)
    guard BirthDate.isProvince(number(digits, start: 0, count: 2)) else { return isChecked && sizes.count == 1 }
    let isGrouped = groupings.contains(sizes)
    // Cells of a table come to 18 digits by chance; so do a coordinate, a day and a time beside one another.
    if isListed(run, groups) { return isChecked && isGrouped }
    // A permit's number is a region, a day of these years and a serial number; a child's number has a right check digit, too.
    if sizes.count == 1, number(digits, start: 6, count: 4) >= 2015 { return isChecked }
    return isGrouped || isChecked && (isUniform(run, groups) || sizes.count == 2)
  }

  private static func isUniform(_ run: DigitRun, _ groups: Range<Int>) -> Bool {
    let lengths = run.separated(groups).map { run.groups[$0].separator.count }
    return Set(lengths).count <= 1
  }

  private static func isListed(_ run: DigitRun, _ groups: Range<Int>) -> Bool {
    groups.dropFirst().contains { run.groups[$0].isListed }
  }

  /// Weighted sum over 17 digits, modulo 11 (ISO 7064:1983, MOD 11-2); 10 is written X.
  private static func checkDigit(_ digits: ArraySlice<UInt8>) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    return UInt8((12 - sum % 11) % 11)
  }

  private static func digits(_ run: DigitRun, _ groups: Range<Int>) -> ArraySlice<UInt8> {
    let last = run.groups[groups.upperBound - 1]
    return run.digits[run.groups[groups.lowerBound].start..<(last.start + last.count)]
  }

  private static func number(_ digits: ArraySlice<UInt8>, start: Int, count: Int) -> Int {
    digits.dropFirst(start).prefix(count).reduce(0) { $0 * 10 + Int($1) }
  }
}

/// What digits of an identity number can be.
enum BirthDate {
  static func isDay(year: Int, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return (1...days).contains(day)
  }

  /// The first two digits of a region (GB/T 2260): provinces, autonomous regions, municipalities, Taiwan, Hong Kong, Macao.
  static func isProvince(_ code: Int) -> Bool {
    switch code {
    case 11...15, 21...23, 31...37, 41...46, 50...54, 61...65, 71, 81...83: true
    default: false
    }
  }
}
