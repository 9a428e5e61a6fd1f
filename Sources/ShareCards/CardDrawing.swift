import CPictures
import Encoding

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A card as a picture: a sheet of paper on a board, under the site's name. Without fonts it is the board with the mark.
struct CardDrawing {
  /// Raised with whatever changes the pixels.
  static let version = 2

  private let board: CardBoard
  private let canvas: Canvas
  private var onPaper: CardBoard.Ramps { board.onPaper }

  // MARK: Measures, in pixels

  private static let (left, column) = (344.0, 512.0)
  /// What the mark takes of the first line.
  private static let markWidth = 58.0
  private static let nameBaseline = 96
  private static let nameSize = 28
  private static let labelBaseline = 168
  private static let labelSize = 30
  /// Where the title may be, with a label above it and lines below it.
  private static let titleTop = (below: 190.0, alone: 140.0)
  private static let titleBottom = (above: 478.0, alone: 566.0)
  private static let lineSize = 26
  private static let lastBaseline = 564
  private static let lineHeight = 40
  /// The largest that fits is taken: an em, and how many lines at most.
  private static let titleSizes = [(84, 2), (68, 3), (60, 3), (52, 4), (44, 4), (40, 5)]
  private static let titleLineHeight = 1.3

  init(on board: CardBoard) {
    self.board = board
    canvas = Canvas(width: ShareCard.width, height: ShareCard.height)
  }

  // MARK: Parts

  func draw(_ card: ShareCard, _ faces: CardFaces?) {
    guard let faces, let title = Self.title(card, faces.title) else {
      canvas.pixels = board.blank
      return
    }
    canvas.pixels = board.headed
    let name = CardText(card.site, has: faces.text.has)
    write(
      name, face: faces.text, size: Self.nameSize, x: Self.left + Self.markWidth, baseline: Self.nameBaseline,
      width: Self.column - Self.markWidth, ramp: onPaper.soft)
    let label = card.label.map { CardText($0, has: faces.title.has) }.flatMap { $0.isWhole && !$0.isEmpty ? $0 : nil }
    if let label {
      write(
        label, face: faces.title, size: Self.labelSize, x: Self.left, baseline: Self.labelBaseline, width: Self.column,
        ramp: onPaper.label)
    }
    let lines = lines(card.lines, faces.text)
    if !lines.isEmpty {
      canvas.fill(x: Self.left, y: 488, width: Self.column, height: 2, onPaper.line)
      let first = Self.lastBaseline - (lines.count - 1) * Self.lineHeight
      for (number, line) in lines.enumerated() {
        put(
          line, face: faces.text, size: Self.lineSize, x: Self.left, baseline: first + number * Self.lineHeight,
          ramp: onPaper.soft)
      }
    }
    write(title, faces.title, hasLabel: label != nil, hasLines: !lines.isEmpty)
  }

  /// What stands as the title; nil where nothing that could can be written.
  private static func title(_ card: ShareCard, _ face: Face) -> CardText? {
    // A title in pieces would say something else.
    [card.title, card.site].lazy.map { CardText($0, has: face.has) }.first { $0.isWhole && !$0.isEmpty }
  }

  private func write(_ text: CardText, _ face: Face, hasLabel: Bool, hasLines: Bool) {
    let top = hasLabel ? Self.titleTop.below : Self.titleTop.alone
    let bottom = hasLines ? Self.titleBottom.above : Self.titleBottom.alone
    var (size, lines) = (0, [ArraySlice<Unicode.Scalar>]())
    for (tried, most) in Self.titleSizes {
      let setting = TextSetting(face, size: tried)
      size = tried
      if let whole = setting.lines(text, width: Self.column, most: most) {
        lines = whole
        break
      }
      if tried == Self.titleSizes.last?.0 { lines = setting.cutLines(text, width: Self.column, most: most) }
    }
    let height = Double(size) * Self.titleLineHeight
    // The ink of a character is about as high as its em, and ends an eighth below the baseline.
    let first = (top + bottom - height * Double(lines.count)) / 2 + (height - Double(size)) / 2 + Double(size) * 0.88
    for (number, line) in lines.enumerated() {
      put(
        line, face: face, size: size, x: Self.left, baseline: Int((first + height * Double(number)).rounded()),
        ramp: onPaper.ink)
    }
  }

  /// One line in two where it is alone and too long; else each in one.
  private func lines(_ texts: [String], _ face: Face) -> [ArraySlice<Unicode.Scalar>] {
    let setting = TextSetting(face, size: Self.lineSize)
    let texts = texts.map { CardText($0, has: face.has) }.filter { $0.isWhole && !$0.isEmpty }
    if texts.count == 1 { return setting.cutLines(texts[0], width: Self.column, most: 2) }
    return texts.prefix(2).map { setting.cut($0.scalars[...], width: Self.column) }
  }

  private func write(
    _ text: CardText, face: Face, size: Int, x: Double, baseline: Int, width: Double, ramp: CardPalette.Ramp
  ) {
    put(
      TextSetting(face, size: size).cut(text.scalars[...], width: width), face: face, size: size, x: x,
      baseline: baseline,
      ramp: ramp)
  }

  private func put(
    _ line: ArraySlice<Unicode.Scalar>, face: Face, size: Int, x: Double, baseline: Int, ramp: CardPalette.Ramp
  ) {
    for letter in TextSetting(face, size: size).letters(line).letters where letter.scalar != " " {
      face.draw(letter.scalar, size: size, x: x + letter.x, baseline: baseline, ramp: ramp, on: canvas)
    }
  }

  // MARK: As a file

  /// A PNG; empty where there is no memory for it.
  func bytes() -> Bytes {
    var count = 0
    let written = canvas.pixels.withUnsafeBufferPointer { pixels in
      board.palette.colours.withUnsafeBufferPointer { colours in
        gongshi_png_write_numbered(
          pixels.baseAddress, Int32(canvas.width), Int32(canvas.height), colours.baseAddress, Int32(colours.count / 3),
          &count)
      }
    }
    guard let written else { return [] }
    defer { free(written) }
    return Bytes(UnsafeBufferPointer(start: written, count: count))
  }
}

/// The faces that a card is written with, open.
final class CardFaces {
  let title: Face
  let text: Face

  /// nil where a file is gone, or is not what its name says.
  init?(_ typefaces: Typefaces) {
    guard let title = Typefaces.face(typefaces.title, typefaces.language),
      let text = typefaces.text == typefaces.title ? title : Typefaces.face(typefaces.text, typefaces.language)
    else { return nil }
    self.title = title
    self.text = text
  }
}
