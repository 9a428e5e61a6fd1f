import Content

/// How many pages a slide's items will need, before a browser has measured them: it decides for how long the slide is on, nothing else.
///
/// A character of Chinese is as wide as it is high, others about half; the figures are those of the styles (Player/PlayerStyle.swift), in
/// hundredths of the screen's height.
struct PageEstimate {
  private let isUpright: Bool
  /// Of the body.
  private let width: Double
  private let height: Double

  init(_ screen: ScreenConfiguration) {
    isUpright = screen.orientation == .portrait
    width = Double(screen.width) / Double(screen.height) * 100 * 0.9
    height = isUpright ? 64 : 65
  }

  /// At least 1.
  func pages(_ layout: Programme.Slide.Layout, _ items: [ScreenItem]) -> Int {
    let count =
      switch layout {
      case .rows: rows(items)
      case .cards: Double(items.count) / (isUpright ? 8 : 9)
      case .figures: figures(items)
      case .leaf: rows(items)
      case .poster, .alert: Double(items.count)
      case .text: Double(items.reduce(0) { $0 + ($1.html?.count ?? 0) }) / (isUpright ? 300 : 420)
      }
    return max(1, Int(count.rounded(.up)))
  }

  private func figures(_ items: [ScreenItem]) -> Double {
    let charts = items.count { !$0.series.isEmpty }
    return Double(charts) + Double(items.count - charts) / (isUpright ? 8 : 9)
  }

  private func rows(_ items: [ScreenItem]) -> Double {
    var total = 0.0
    var group: String?
    for item in items {
      if let heading = item.group, heading != group { total += 5.2 }
      group = item.group
      total += height(of: item)
    }
    return total / height
  }

  private func height(of item: ScreenItem) -> Double {
    let side = item.side == nil ? 0 : isUpright ? 0.0 : 26
    let time = item.when == nil || isUpright ? 0.0 : 26
    let main = width - side - time
    let title = lines(item.title + (item.mark ?? "") + (item.chip ?? ""), size: isUpright ? 3.2 : 3.8, width: main)
    let line = lines(item.line ?? "", size: 2.8, width: main) + lines(item.text ?? "", size: 2.8, width: main)
    let head = isUpright && (item.when != nil || item.side != nil) ? 4.2 : 0
    return 2.4 + title * (isUpright ? 4.2 : 5) + line * 4 + head
  }

  private func lines(_ text: String, size: Double, width: Double) -> Double {
    guard !text.isEmpty else { return 0 }
    let units = text.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 0.55 : 1) }
    return (units * size / width).rounded(.up)
  }
}
