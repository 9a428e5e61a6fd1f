/// A picture of one byte a pixel: the number of a colour of a `CardPalette`.
final class Canvas {
  let width: Int
  let height: Int
  var pixels: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: 0, count: width * height)
  }

  /// Fills a rectangle with round corners, all in pixels; what lies outside is left out.
  ///
  /// - Parameter ramp: from the ground's colour to its own.
  func fill(x: Double, y: Double, width: Double, height: Double, radius: Double = 0, _ ramp: CardPalette.Ramp) {
    let (left, right) = (max(0, Int(x)), min(self.width, Int((x + width).rounded(.up))))
    let (top, bottom) = (max(0, Int(y)), min(self.height, Int((y + height).rounded(.up))))
    guard left < right, top < bottom else { return }
    let (halfWidth, halfHeight) = (width / 2 - radius, height / 2 - radius)
    let (middleX, middleY) = (x + width / 2, y + height / 2)
    for row in top..<bottom {
      for column in left..<right {
        // How far the pixel's middle is from the edge; negative inside.
        let acrossX = max(abs(Double(column) + 0.5 - middleX) - halfWidth, 0)
        let acrossY = max(abs(Double(row) + 0.5 - middleY) - halfHeight, 0)
        let distance = (acrossX * acrossX + acrossY * acrossY).squareRoot() - radius
        let step = Int((min(max(0.5 - distance, 0), 1) * Double(CardPalette.steps - 1)).rounded())
        if step > 0 { pixels[row * self.width + column] = ramp.first + UInt8(step) }
      }
    }
  }
}

/// The colours of a card, in ramps from a ground to what lies on it.
struct CardPalette: Sendable {
  struct Ramp: Sendable {
    /// The number of the ground's colour.
    let first: UInt8
  }

  /// Colours of a ramp: enough for smooth edges, few enough for small files.
  static let steps = 16

  /// Red, green, blue of each.
  private(set) var colours: [UInt8] = []

  mutating func ramp(from ground: CardColours.Colour, to ink: CardColours.Colour) -> Ramp {
    let first = UInt8(colours.count / 3)
    for step in 0..<Self.steps {
      let colour = ground.mixed(with: ink, Double(step) / Double(Self.steps - 1))
      colours += [colour.red, colour.green, colour.blue]
    }
    return Ramp(first: first)
  }
}
