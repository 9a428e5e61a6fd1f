/// One row of a table of an office file, put together from its cells: a form has a number a digit to a box, or in two cells behind 电话.
struct TableRow {
  /// What is in a row beyond that belongs to no number.
  private static let longest = 1 << 16
  /// Boxes of a mobile number, of an identity number and of one before 1999.
  private static let boxed: Set<Int> = [11, 15, 18]

  private var line: [UInt8] = []
  /// Cells beside one another that hold one character each.
  private var boxes: [UInt8] = []
  private var complete: [[UInt8]] = []

  /// Empty cells take no part.
  mutating func add(cell: some Collection<UInt8>) {
    let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]
    let first = cell.first { !blanks.contains($0) }
    guard let first, line.count + cell.count < Self.longest else { return }
    let isBox = cell.lazy.filter { !blanks.contains($0) }.count == 1
    if isBox, first &- 0x30 < 10 || first | 0x20 == UInt8(ascii: "x") {
      boxes.append(first)
    } else {
      endBoxes()
    }
    line.append(UInt8(ascii: "|"))
    line.append(contentsOf: cell.lazy.map { blanks.contains($0) ? 0x20 : $0 })
  }

  /// Looks at the row and begins the next.
  mutating func end(_ numbers: NumberSearch, _ place: Finding.Place) {
    endBoxes()
    for digits in complete { numbers.look(atWhole: digits, place) }
    numbers.look(atWhole: line, place)
    (line, complete) = ([], [])
  }

  private mutating func endBoxes() {
    if Self.boxed.contains(boxes.count) { complete.append(boxes) }
    boxes = []
  }
}
