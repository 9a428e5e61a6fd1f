import Content
import Vocabulary

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

  /// What one item takes of a page.
  func size(of item: ScreenItem, _ layout: Programme.Slide.Layout) -> Double {
    switch layout {
    case .rows, .leaf: height(of: item) / height
    case .cards: 1 / (isUpright ? 8 : 9)
    case .numerals: (isUpright ? 0.15 : 0.2) + Double(item.lines.count) * (isUpright ? 0.04 : 0.02)
    case .figures: item.series.isEmpty ? 1 / (isUpright ? 8 : 9) : 1
    case .poster: 1
    case .alert: max(1, Double(characters(item)) / (isUpright ? 100 : 120))
    case .text: prose(item.html ?? "")
    }
  }

  private func characters(_ item: ScreenItem) -> Int {
    item.title.count * 2 + (item.text?.count ?? 0) + item.lines.reduce(0) { $0 + $1.count } + (item.line?.count ?? 0)
  }

  /// By its characters, or by its lines where those are short.
  private func prose(_ html: String) -> Double {
    let lines = html.utf8.count { $0 == UInt8(ascii: "\n") }
    return max(Double(html.count) / (isUpright ? 300 : 420), Double(lines) / (isUpright ? 13 : 11))
  }

  /// What a heading over items takes of a page.
  var headingSize: Double { 5.2 / height }

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
