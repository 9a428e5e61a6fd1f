import CLetters

/// A face of a font file that is open. One thread at a time may use it.
final class Face {
  private let face: OpaquePointer
  /// How many faces its file has.
  let count: Int
  private var measured: [Unicode.Scalar: gongshi_letter?] = [:]

  /// Pixels of an em that letters are measured at; outlines grow evenly.
  private static let measuredSize: Int32 = 512

  /// nil for what is no font that letters can be drawn of.
  init?(_ path: String, number: Int) {
    var count: Int32 = 0
    guard let face = gongshi_face_open(path, Int32(number), &count) else { return nil }
    self.face = face
    self.count = Int(count)
  }

  deinit { gongshi_face_close(face) }

  var family: String { String(cString: gongshi_face_family(face)) }
  var isBold: Bool { gongshi_face_is_bold(face) }

  func has(_ scalar: Unicode.Scalar) -> Bool { gongshi_face_has(face, scalar.value) }

  /// Pixels from where a letter stands to the next, at an em of that many pixels.
  func advance(_ scalar: Unicode.Scalar, size: Int) -> Double {
    guard let letter = letter(scalar) else { return 0 }
    return Double(letter.advance) * Double(size) / (64 * Double(Self.measuredSize))
  }

  private func letter(_ scalar: Unicode.Scalar) -> gongshi_letter? {
    if let known = measured[scalar] { return known }
    var letter = gongshi_letter()
    let isKnown = gongshi_face_measure(face, scalar.value, Self.measuredSize, &letter)
    measured.updateValue(isKnown ? letter : nil, forKey: scalar)
    return isKnown ? letter : nil
  }

  /// - Parameters:
  ///   - x: pixels from the left, in whole 64ths.
  ///   - ramp: of the canvas.
  func draw(_ scalar: Unicode.Scalar, size: Int, x: Double, baseline: Int, ramp: CardPalette.Ramp, on canvas: Canvas) {
    canvas.pixels.withUnsafeMutableBufferPointer { pixels in
      let target = gongshi_canvas(
        pixels: pixels.baseAddress, width: Int32(canvas.width), height: Int32(canvas.height))
      _ = gongshi_face_draw(
        face, scalar.value, Int32(size), Int32((x * 64).rounded()), Int32(baseline), ramp.first,
        Int32(CardPalette.steps),
        target)
    }
  }
}
