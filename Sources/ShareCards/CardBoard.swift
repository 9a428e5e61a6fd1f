/// What is the same on all cards of a site, drawn once: a board, a sheet of paper on it, the mark.
struct CardBoard: Sendable {
  /// From the paper's colour to what is written on it.
  struct Ramps: Sendable {
    let ink: CardPalette.Ramp
    let soft: CardPalette.Ramp
    let label: CardPalette.Ramp
    let mark: CardPalette.Ramp
    let line: CardPalette.Ramp
  }

  let palette: CardPalette
  let onPaper: Ramps
  /// The sheet with the mark in its middle, and with the mark at its head.
  let blank: [UInt8]
  let headed: [UInt8]

  init(_ colours: CardColours) {
    var palette = CardPalette()
    let ghost = colours.ground.mixed(with: colours.paper, 0.1)
    let onGround = palette.ramp(from: colours.ground, to: colours.paper)
    let toGhost = palette.ramp(from: colours.ground, to: ghost)
    let onGhost = palette.ramp(from: ghost, to: colours.ground.mixed(with: colours.paper, 0.2))
    onPaper = Ramps(
      ink: palette.ramp(from: colours.paper, to: colours.ink),
      soft: palette.ramp(from: colours.paper, to: colours.soft),
      label: palette.ramp(from: colours.paper, to: colours.label),
      mark: palette.ramp(from: colours.paper, to: colours.mark),
      line: palette.ramp(from: colours.paper, to: colours.paper.mixed(with: colours.soft, 0.3)))
    let onMark = palette.ramp(from: colours.mark, to: colours.paper)
    self.palette = palette

    let canvas = Canvas(width: ShareCard.width, height: ShareCard.height)
    // Blank sheets at both sides, which the square in the middle leaves out.
    for (x, y, height) in [(-40.0, 66.0, 330.0), (-40, 430, 330), (938, -140, 330), (938, 226, 330), (938, 590, 330)] {
      canvas.fill(x: x, y: y, width: 302, height: height, radius: 14, toGhost)
      let first = x < 0 ? 30.0 : x + 34
      for (number, width) in [150.0, 198, 198, 198, 120].enumerated() {
        let (top, high) = number == 0 ? (y + 40, 22.0) : (y + 60 + Double(number) * 42, 12)
        canvas.fill(x: first, y: top, width: width, height: high, radius: 6, onGhost)
      }
    }
    canvas.fill(x: 300, y: 30, width: 600, height: 570, radius: 14, onGround)
    blank = Self.marked(canvas, x: 510, y: 225, size: 180, ramp: onPaper.mark, onMark: onMark)
    headed = Self.marked(canvas, x: 344, y: 64, size: 44, ramp: onPaper.mark, onMark: onMark)
  }

  /// With the mark of the pages' head: three lines on a square.
  private static func marked(
    _ canvas: Canvas, x: Double, y: Double, size: Double, ramp: CardPalette.Ramp, onMark: CardPalette.Ramp
  ) -> [UInt8] {
    let copy = Canvas(width: canvas.width, height: canvas.height)
    copy.pixels = canvas.pixels
    let unit = size / 24
    copy.fill(x: x, y: y, width: size, height: size, radius: 5 * unit, ramp)
    for (line, length) in [(8.0, 14.0), (12, 14), (16, 9)] {
      copy.fill(
        x: x + 5 * unit, y: y + (line - 1) * unit, width: length * unit, height: 2 * unit, radius: unit, onMark)
    }
    return copy.pixels
  }
}
