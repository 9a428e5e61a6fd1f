extension TimeText {
  /// Bytes of a time in an access log.
  package static let logTimeLength = 26

  /// `21/Nov/2026:09:00:00 +0800`, as Apache's and nginx's access logs have it (strftime's `%d/%b/%Y:%H:%M:%S %z` with English names).
  ///
  /// - Parameter bytes: exactly that long; by hand, since a log has millions.
  package static func parseLogTime(_ bytes: some RandomAccessCollection<UInt8>) -> Instant? {
    guard bytes.count == logTimeLength else { return nil }
    func byte(_ offset: Int) -> UInt8 { bytes[bytes.index(bytes.startIndex, offsetBy: offset)] }
    func number(_ offset: Int, _ width: Int) -> Int? {
      var value = 0
      for index in offset..<offset + width {
        let digit = byte(index)
        guard digit >= 0x30, digit <= 0x39 else { return nil }
        value = value * 10 + Int(digit - 0x30)
      }
      return value
    }
    for (offset, mark) in [(2, "/"), (6, "/"), (11, ":"), (14, ":"), (17, ":"), (20, " ")] as [(Int, Unicode.Scalar)]
    where byte(offset) != UInt8(ascii: mark) { return nil }
    let name = [byte(3), byte(4), byte(5)]
    guard let month = logMonths.firstIndex(of: name), let day = number(0, 2), let year = number(7, 4),
      let date = CivilDate(year: year, month: month + 1, day: day), let hour = number(12, 2), hour < 24,
      let minute = number(15, 2), minute < 60, let second = number(18, 2), second <= 60,
      let offsetHour = number(22, 2), offsetHour < 24, let offsetMinute = number(24, 2), offsetMinute < 60
    else { return nil }
    let sign = byte(21)
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let offset = (offsetHour * 60 + offsetMinute) * (sign == UInt8(ascii: "-") ? -60 : 60)
    return Instant(seconds: date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset)
  }

  private static let logMonths: [[UInt8]] = TimeText.months.map { Array($0.utf8) }
}
