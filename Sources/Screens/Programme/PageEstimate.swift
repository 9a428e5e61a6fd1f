import Content
import Vocabulary

/// How many pages a slide's items will need, before a browser has measured them: it decides for how long the slide is on, nothing else. The player
/// gives each page its seconds and the last what is left; where there are more pages than reckoned they share the time, so it reckons rather too many.
///
/// A character of Chinese is as wide as it is high, others about half; the figures are those of the styles (Player/screen.css) at the smallest scale
/// that a layout uses, in hundredths of the screen's height: a rem is five.
struct PageEstimate {
  private let isUpright: Bool
  /// Of the body.
  private let width: Double
  private let height: Double

  init(_ screen: ScreenConfiguration) {
    isUpright = screen.orientation == .portrait
    width = Double(screen.width) / Double(screen.height) * 100 * 0.9
    height = isUpright ? 58 : 61
  }

  /// Whether each item has pages of its own.
  static func isApart(_ layout: Programme.Slide.Layout) -> Bool { layout == .poster || layout == .alert }

  /// What one item takes of a page.
  func size(of item: ScreenItem, _ layout: Programme.Slide.Layout) -> Double {
    switch layout {
    case .rows: row(item) / (isUpright ? 62 : height)
    case .leaf: leaf(item)
    case .cards: card(item)
    case .numerals: numeral(item)
    case .figures: figure(item)
    case .poster: poster(item)
    case .alert: alert(item)
    case .text: prose(item.html ?? "")
    }
  }

  /// What a heading over items takes of a page.
  var headingSize: Double { 5.8 / (isUpright ? 62 : height) }

  // MARK: Layouts

  private func row(_ item: ScreenItem) -> Double {
    let isBrief = (item.side?.count ?? 0) < 7
    let side = item.side == nil || (isUpright && !isBrief) ? 0.0 : min(34, measure(item.side ?? "") * 3.1 + 3)
    let time = item.when == nil || isUpright ? 0.0 : max(26.8, min(36, measure(item.when ?? "") * 3.7 + 2.5))
    let main = width - 6 - (isUpright && item.when != nil ? 0 : side) - time
    let chip = item.chip.map { measure($0) * 0.7 + 1 } ?? 0
    let mark = item.mark.map { measure($0) * 0.7 + 1 } ?? 0
    let titleSize = isUpright ? 3.3 : 3.8
    let title = ((measure(item.title) + chip + mark) * titleSize / main).rounded(.up)
    let small = isUpright ? 2.7 : 2.9
    let body = lines(item.line ?? "", small, main) + lines(item.text ?? "", small, main)
    var head = 0.0
    if isUpright, item.when != nil {
      head = 4.2
    } else if isUpright, item.side != nil, !isBrief {
      head = lines(item.side ?? "", 2.8, width - 6) * 3.8 + 1
    }
    return 2.1 + title * titleSize * 1.32 + body * (isUpright ? 3.8 : 4.06) + head
  }

  private func leaf(_ item: ScreenItem) -> Double {
    let room = isUpright ? width - 4 : width * 0.7 - 5
    let title = lines(item.title + (item.chip ?? ""), isUpright ? 3.4 : 4.2, room)
    let text = lines(item.text ?? "", isUpright ? 2.9 : 3.4, room)
    return (3.5 + title * (isUpright ? 4.5 : 5.6) + text * (isUpright ? 4.2 : 4.9) + 1) / (isUpright ? 42 : height)
  }

  private func card(_ item: ScreenItem) -> Double {
    if item.code != nil {
      let room = isUpright ? width - 24 : width * 0.49 - 30
      let words =
        lines(item.title + (item.chip ?? "") + (item.mark ?? ""), 3.6, room) * 4.8 + lines(item.when ?? "", 3.6, room)
        * 4.7
      let more = lines(item.line ?? "", 2.9, room) * 4.06 + lines(item.text ?? "", 2.8, room) * 4.06
      return grid(max(isUpright ? 20 : 26, words + more) + 5.9, columns: isUpright ? 1 : 2)
    }
    let room = isUpright ? width - 4 : width * 0.32 - 4
    let name = lines(item.title, isUpright ? 3.4 : 3.7, room) * 4.7
    let now = item.now.map { lines(Self.label + $0, 3, room) * 4.4 } ?? (item.text == nil ? 4.4 : 0)
    let next = item.next.map { lines(Self.label + $0, 3, room) * 4.4 } ?? 0
    let text = lines(item.text ?? "", 2.9, room) * 4.06
    return grid(name + now + next + text + 6.5, columns: isUpright ? 1 : 3)
  }

  private func numeral(_ item: ScreenItem) -> Double {
    let room = isUpright ? width - 5 : width * 0.32 - 5
    let head = (isUpright ? 7.5 : 12) + lines(item.title, 5, room) * 1.5
    let facts =
      item.lines.reduce(0.0) { $0 + lines($1, 3.2, isUpright ? room / 2 : room) * 4.6 + 2 } / (isUpright ? 2 : 1)
    return grid(head + facts + lines(item.text ?? "", 2.9, room) * 4.2 + 5, columns: isUpright ? 1 : 3)
  }

  private func figure(_ item: ScreenItem) -> Double {
    guard item.series.isEmpty else { return 1 }
    let room = isUpright ? width * 0.485 - 4 : width * 0.32 - 4
    let name = lines(item.title, isUpright ? 2.8 : 3.2, room) * (isUpright ? 3.6 : 4.2)
    let value = isUpright ? 6.7 : 9.6
    return grid(name + value + lines(item.line ?? "", 2.7, room) * 3.8 + 5.9, columns: isUpright ? 2 : 3)
  }

  private func poster(_ item: ScreenItem) -> Double {
    let isPhoto = item.picture != nil && item.code == nil && item.text == nil
    if isPhoto { return 1 }
    let room: Double
    let high: Double
    if isUpright {
      room = width - 6
      high = height - (item.picture != nil || item.code != nil ? 24 : 0) - 6
    } else {
      room = item.picture != nil ? width * 0.58 - 8 : width - (item.code != nil ? 40 : 8)
      high = height - 5
    }
    let scale = 0.87 * 5
    var used =
      lines(item.title + (item.chip ?? ""), (isUpright ? 0.92 : 1.28) * scale, room) * 1.25 * (isUpright ? 0.92 : 1.28)
      * scale
    if let line = item.line { used += (lines(line, 0.6 * scale, room) * 1.4 * 0.6 + 0.36) * scale }
    if let motto = item.value { used += (lines(motto, 1.04 * scale, room) * 1.4 * 1.04 + 0.62) * scale }
    if let text = item.text {
      let size = isUpright ? 0.64 : 0.72
      used += (lines(text, size * scale, room) * 1.5 * size + 0.36) * scale
    }
    for fact in item.lines { used += (lines(fact, 0.6 * scale, room - 3) * 1.45 * 0.6 + 0.3) * scale }
    return used * (isUpright ? 1.08 : 1) / high
  }

  private func alert(_ item: ScreenItem) -> Double {
    let room = isUpright ? width - 5 : width - (item.code != nil ? 33 : 8)
    let high = height - 13 - (isUpright && item.code != nil ? 21 : 0)
    let scale = 0.87 * 5
    func step(_ text: String, _ usual: Int) -> Int { text.count > 2 * usual ? 2 : text.count > usual ? 1 : 0 }
    let name = (isUpright ? [1.0, 0.84, 0.66] : [1.6, 1.28, 0.96])[step(item.title, 16)]
    let acts = item.lines.map { line in
      (line: line, size: (isUpright ? [0.88, 0.76, 0.66] : [1.28, 1.04, 0.88])[step(line, 40)] * scale)
    }
    let text = isUpright ? 0.66 : 0.84
    let used =
      lines(item.title, name * scale, room) * 1.3 * name * scale + 0.5 * name * scale
      + acts.reduce(0.0) { $0 + (lines($1.line, $1.size, room - 3) * 1.4 + 0.3) * $1.size }
      + lines(item.text ?? "", text * scale, room) * 1.5 * text * scale
      + lines(item.line ?? "", 0.66 * scale, room) * 1.5 * 0.66 * scale + 3
    return used / high
  }

  /// Paragraphs, entries, rows and headings, each on lines of its own.
  private func prose(_ html: String) -> Double {
    let size = isUpright ? 3.0 : 3.8
    let room = width - (isUpright ? 5 : 8) - 3
    var used = 0.0
    var wide = 0.0
    var tag = ""
    var isInTag = false
    func end() {
      guard wide > 0 else { return }
      used += (wide * size * waste / room).rounded(.up) * size * 1.6 + size * 0.35
      wide = 0
    }
    for scalar in html.unicodeScalars {
      switch scalar {
      case "<":
        isInTag = true
        tag = ""
      case ">" where isInTag:
        isInTag = false
        if ["/p", "/li", "/tr", "br", "br /", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6"].contains(tag) { end() }
      default:
        if isInTag {
          tag.unicodeScalars.append(scalar)
        } else if scalar != "\n" {
          wide += scalar.value < 0x2E80 ? 0.55 : 1
        }
      }
    }
    end()
    return used / (height - (isUpright ? 9 : 6))
  }

  /// Cards side by side: a row of them is not broken.
  private func grid(_ high: Double, columns: Int) -> Double {
    high > height ? high / height / Double(columns) : 1 / (height / high).rounded(.down) / Double(columns)
  }

  // MARK: Text

  /// As wide as the words before what goes on in a room.
  private static let label = "\u{3000}\u{3000}\u{3000}"

  /// Lines are not full: numbers with their units, and marks, are not parted.
  private var waste: Double { isUpright ? 1.06 : 1.12 }

  /// In widths of a Chinese character.
  private func measure(_ text: String) -> Double {
    text.unicodeScalars.reduce(0.0) { $0 + ($1.value < 0x2E80 ? 0.55 : 1) }
  }

  private func lines(_ text: String, _ size: Double, _ width: Double) -> Double {
    text.isEmpty ? 0 : (measure(text) * size * waste / max(width, size)).rounded(.up)
  }
}
