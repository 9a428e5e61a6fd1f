/// A text in lines of one size.
struct TextSetting {
  struct Letter {
    let scalar: Unicode.Scalar
    /// Pixels from the line's beginning.
    let x: Double
  }

  private let face: Face
  let size: Int

  static let ellipsis: Unicode.Scalar = "…"
  private static let dot: Unicode.Scalar = "·"

  init(_ face: Face, size: Int) {
    self.face = face
    self.size = size
  }

  // MARK: One line

  /// Where letters stand. Marks that are as wide as a character hold their ink in one half: the other goes at a line's beginning and between two of
  /// them (CLREQ 3.1.6); Latin letters stand an eighth of an em from Chinese ones.
  func letters(_ scalars: ArraySlice<Unicode.Scalar>) -> (letters: [Letter], width: Double) {
    let em = Double(size)
    var letters: [Letter] = []
    var x = 0.0
    var last: Unicode.Scalar?
    for scalar in scalars {
      let isFull = isFull(scalar)
      // The dot between two things is as wide as a character, with room of its own.
      if scalar == " ", last == Self.dot, self.isFull(Self.dot) { continue }
      if scalar == Self.dot, isFull, last == " " { x -= face.advance(" ", size: size) }
      if let last {
        if isFull, LineRule.isOpener(scalar) || LineRule.isCloser(scalar), self.isFull(last),
          LineRule.isCloser(last) || (LineRule.isOpener(last) && LineRule.isOpener(scalar))
        {
          x -= em / 2
        } else if LineRule.isIdeograph(last) && LineRule.isLatin(scalar)
          || LineRule.isLatin(last) && LineRule.isIdeograph(scalar)
        {
          x += em / 8
        }
      } else if isFull, LineRule.isOpener(scalar) {
        x -= em / 2
      }
      letters.append(Letter(scalar: scalar, x: x))
      x += face.advance(scalar, size: size)
      last = scalar
    }
    if let last, isFull(last), LineRule.isCloser(last) { x -= em / 2 }
    return (letters, x)
  }

  private func isFull(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0x7F && face.advance(scalar, size: 512) > 500
  }

  func width(_ scalars: ArraySlice<Unicode.Scalar>) -> Double { letters(scalars).width }

  // MARK: Several

  /// The text in as few lines as there can be, about equally long, none of them torn where a reader would stumble; nil where that is more than
  /// `most`.
  func lines(_ text: CardText, width: Double, most: Int) -> [ArraySlice<Unicode.Scalar>]? {
    let scalars = text.scalars
    guard !scalars.isEmpty else { return [] }
    // Far too long ones are not tried; marks at lines' ends give a little room.
    if self.width(scalars[...]) > width * (Double(most) + 0.5) { return nil }
    let ends = breaks(text, width: width)
    // best[lines][end]: the least that breaks into so many lines up to an end cost, and where the last of them begins.
    var best: [[Int: (cost: Double, start: Int)]] = [[0: (0, 0)]]
    for count in 1...most {
      var row: [Int: (cost: Double, start: Int)] = [:]
      for (start, before) in best[count - 1].sorted(by: { $0.key < $1.key }) {
        for end in ends where end > start {
          let line = Self.trimmed(scalars[start..<end])
          let length = self.width(line)
          if length > width { break }
          let slack = (width - length) / width
          let isLast = end == scalars.count
          // One character alone, or two, at the end.
          let left: Double = line.count == 1 ? 4 : line.count == 2 && count > 1 ? 0.3 : 0
          let cost =
            before.cost + slack * slack * 4
            + (isLast ? left : LineRule.cost(scalars[end - 1], scalars[end]) * 0.35)
          if cost < row[end]?.cost ?? .infinity { row[end] = (cost, start) }
        }
      }
      best.append(row)
      guard row[scalars.count] != nil else { continue }
      var lines: [ArraySlice<Unicode.Scalar>] = []
      var end = scalars.count
      for number in stride(from: count, to: 0, by: -1) {
        let start = best[number][end]?.start ?? 0
        lines.append(Self.trimmed(scalars[start..<end]))
        end = start
      }
      return lines.reversed()
    }
    return nil
  }

  /// As many whole lines as there are, the last with an ellipsis.
  func cutLines(_ text: CardText, width: Double, most: Int) -> [ArraySlice<Unicode.Scalar>] {
    if let whole = lines(text, width: width, most: most) { return whole }
    let scalars = text.scalars
    let ends = breaks(text, width: width)
    var lines: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    while lines.count < most - 1, start < scalars.count {
      let end =
        ends.filter { $0 > start }.prefix { self.width(Self.trimmed(scalars[start..<$0])) <= width }.last
        ?? scalars.count
      lines.append(Self.trimmed(scalars[start..<end]))
      start = end
    }
    return lines + [cut(Self.trimmed(scalars[start...]), width: width)]
  }

  /// One line, with an ellipsis where it is longer.
  func cut(_ scalars: ArraySlice<Unicode.Scalar>, width: Double) -> ArraySlice<Unicode.Scalar> {
    // Few letters are narrower than a quarter of an em.
    let most = 4 * Int(width) / size + 8
    if scalars.count <= most, self.width(scalars) <= width { return scalars }
    var line = scalars.prefix(most)
    while !line.isEmpty {
      line = line.dropLast()
      while let last = line.last, last == " " || LineRule.isOpener(last) || LineRule.isCloser(last) {
        line = line.dropLast()
      }
      let shown = ArraySlice(Array(line) + (face.has(Self.ellipsis) ? [Self.ellipsis] : []))
      if self.width(shown) <= width { return shown }
    }
    return line
  }

  /// Where lines may end. A word or a phrase that is wider than a line is torn anywhere.
  private func breaks(_ text: CardText, width: Double) -> [Int] {
    let scalars = text.scalars
    func isAllowed(_ end: Int, _ keepsPhrases: Bool) -> Bool {
      end == scalars.count
        || (!keepsPhrases || !text.isGlued[end - 1]) && LineRule.allowsBreak(scalars[end - 1], scalars[end])
    }
    var ends: [Int] = []
    var start = 0
    for end in 1...scalars.count where isAllowed(end, true) {
      if self.width(Self.trimmed(scalars[start..<end])) > width {
        ends += (start + 1..<end).filter { isAllowed($0, false) || !scalars[$0 - 1].properties.isWhitespace }
      }
      ends.append(end)
      start = end
    }
    return ends
  }

  private static func trimmed(_ line: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var line = line
    while line.first == " " { line = line.dropFirst() }
    while line.last == " " { line = line.dropLast() }
    return line
  }
}
