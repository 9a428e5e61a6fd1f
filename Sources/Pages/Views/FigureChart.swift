import Encoding

/// A figure's values over time as bars that stand on a line, or hang from it where a value is below nothing. The picture has no text of
/// its own, which a phone would shrink: days and numbers stand beside it.
struct FigureChart {
  let values: [Double]

  /// From one bar's left edge to that of the next.
  private static let step = 3
  /// Of a bar: a few of them would be blocks.
  private var barWidth: Int { values.count < 6 ? 1 : 2 }
  private static let height = 100.0

  func svg(title: String, description: String) -> String {
    let width = (values.count - 1) * Self.step + barWidth
    let high = max(values.max() ?? 0, 0)
    let low = min(values.min() ?? 0, 0)
    let span = high > low ? high - low : 1
    func level(_ value: Double) -> Double { ((high - value) / span * Self.height * 100).rounded() / 100 }
    let zero = level(0)
    let bars = values.enumerated().map { index, value in
      // What is nothing, or next to it, is still a line.
      let end = value < 0 ? max(level(value), zero + 1) : min(level(value), zero - 1)
      return "M\(index * Self.step) \(text(zero))V\(text(end))h\(barWidth)V\(text(zero))z"
    }
    return "<svg class=\"chart\" viewBox=\"0 -1 \(width) 102\" preserveAspectRatio=\"none\" role=\"img\">"
      + "<title>\(Markup.escaped(title))</title><desc>\(Markup.escaped(description))</desc>"
      + "<path class=\"earlier\" d=\"\(bars.dropLast().joined())\"/><path class=\"newest\" d=\"\(bars.last ?? "")\"/>"
      + "<path class=\"zero\" d=\"M0 \(text(zero))h\(width)\"/></svg>"
  }

  private func text(_ number: Double) -> String { NumberText.plain(number) }
}
