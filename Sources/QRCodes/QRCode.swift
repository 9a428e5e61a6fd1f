import CQrencode

/// A QR code (ISO/IEC 18004), made by libqrencode.
package struct QRCode: Sendable, Hashable {
  /// Modules of one side, without the quiet zone.
  package let width: Int
  /// Row by row; true is dark.
  package let modules: [Bool]

  /// Light modules on each side that scanners need (ISO/IEC 18004 §6.3.8).
  package static let quietZone = 4

  /// - Parameter text: up to some 2,300 bytes; nil when it is empty or too long.
  ///
  /// Error correction M: a seventh of the code may be dirt on a lift's door.
  package init?(_ text: String) {
    self.init(text, QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M))
  }

  /// The same, what of it stands in capitals and digits in the mode that takes 5½ bits for each of them (ISO/IEC 18004 §7.4.4).
  package init?(compact text: String) {
    self.init(text, QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1))
  }

  private init?(_ text: String, _ made: UnsafeMutablePointer<CQrencode.QRcode>?) {
    guard !text.isEmpty, let code = made else { return nil }
    defer { QRcode_free(code) }
    width = Int(code.pointee.width)
    modules = (0..<width * width).map { code.pointee.data[$0] & 1 == 1 }
  }

  /// The code as an SVG element, one line a row, black on white, as large as the page makes it: half the bytes of a rectangle for each run.
  ///
  /// - Parameter label: what it opens, for those who can't see it; plain text without markup.
  package func svg(label: String) -> String {
    let side = width + 2 * Self.quietZone
    var path = ""
    for row in 0..<width {
      var (column, end) = (0, 0)
      while column < width {
        let start = column
        while column < width, modules[row * width + column] { column += 1 }
        if column > start {
          path += end == 0 ? "M\(start + Self.quietZone) \(row + Self.quietZone).5" : "m\(start - end) 0"
          path += "h\(column - start)"
          end = column
        }
        column += 1
      }
    }
    return
      "<svg class=\"qr\" viewBox=\"0 0 \(side) \(side)\" role=\"img\" aria-label=\"\(label)\" shape-rendering=\"crispEdges\">"
      + "<path fill=\"#fff\" d=\"M0 0h\(side)v\(side)H0z\"/><path stroke=\"#000\" d=\"\(path)\"/></svg>"
  }
}
