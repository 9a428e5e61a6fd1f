import Content
import Vocabulary

/// How many pages a slide's items will need, before a browser has measured them: it decides for how long the slide is on, nothing else. The player
/// gives each page its seconds and the last what is left; where there are more pages than reckoned they share the time, so it reckons rather too many.
///
/// A character of Chinese is as wide as it is high, others about half; the figures are those of the styles (Player/screen.css) at the smallest scale
/// that a layout uses, in hundredths of the height of a 16:9 screen of as many pixels: a rem is five.
struct PageEstimate {
  private let isUpright: Bool
  /// Of the body.
  private let width: Double
  private let height: Double

  /// - Parameter besideBand: while a band takes its room from the slides.
  init(_ screen: ScreenConfiguration, besideBand: Bool = false) {
    isUpright = screen.orientation == .portrait
    let unit = (Double(screen.width * screen.height)).squareRoot() * 0.75 / 100
    let safe = 1 - 2 * Double(screen.safeArea) / 100
    width = Double(screen.width) / unit * safe - 0.8
    let band = besideBand ? (isUpright ? 14.5 : 8.5) : 0
    height = Double(screen.height) / unit * safe - (isUpright ? 15 : 11.7) - band
  }

  /// Whether each item has pages of its own.
  static func isApart(_ layout: Programme.Slide.Layout) -> Bool { layout == .poster || layout == .alert }

  /// What one item takes of a page.
  func size(of item: ScreenItem, in slide: Programme.Slide) -> Double {
    switch slide.layout {
    case .rows: row(item, slide.kind) / (height - 1.6)
    case .leaf: leaf(item)
    case .cards: card(item)
    case .numerals: numeral(item)
    case .figures: figure(item)
    case .poster: poster(item)
    case .alert: alert(item)
    case .text: prose(item.html ?? "")
    case .weather: weather(item)
    case .countdown: 1
    case .sheets: 1 / Double(slide.perPage ?? 1)
    }
  }

  /// What a heading over items takes of a page.
  var headingSize: Double { 9 / (height - 1.6) }

  // MARK: Layouts

  private func row(_ item: ScreenItem, _ kind: String) -> Double {
    let isToday = kind == SlideKind.today.rawValue
    let isWide = kind == SlideKind.changes.rawValue || kind == SlideKind.roster.rawValue
    let isBrief = (item.side?.count ?? 0) < 7
    let room = width - (isUpright ? 4 : 4.8) - 1.2
    let time = item.when == nil || isUpright && isWide ? 0.0 : isToday ? 24 : isWide ? 38 : 21.5
    let isBelow = isUpright && (item.when != nil || !isBrief)
    let side = item.side.map { isBelow ? 0 : min(40, measure($0) * 4 + 3) } ?? 0
    let main = room - time - side
    let titleSize = isToday ? 6.8 : 6.0
    let mark = item.mark.map { measure($0) * 4 + 5.5 } ?? 0
    let title = ((measure(item.title) * titleSize + mark) * waste / main).rounded(.up) * titleSize * 1.25
    let line =
      item.line != nil || item.chip != nil
      ? lines((item.line ?? "") + (item.chip.map { $0 + "\u{3000}" } ?? ""), size: 4, width: main) * 5.4 : 0
    let body = line + lines(item.text ?? "", size: 4, width: main) * 5.6
    let below = isBelow ? lines(item.side ?? "", size: 4, width: room - time) * 5.2 : 0
    let above = isUpright && isWide && item.when != nil ? lines(item.when ?? "", size: 5, width: room) * 6 : 0
    let clock = item.when == nil ? 0.0 : isToday ? 13.6 : 12
    return 2.3 + max(title + body, time > 0 ? clock : 0) + below + above
  }

  private func leaf(_ item: ScreenItem) -> Double {
    let room = isUpright ? width - 4 : width * 0.73 - 6
    let title = lines(item.title + (item.chip ?? ""), size: 6, width: room)
    let text = lines(item.text ?? "", size: 4.2, width: room)
    return (3 + title * 7.5 + text * 5.9) / (isUpright ? height - 31 : height - 1.6)
  }

  private func card(_ item: ScreenItem) -> Double {
    if item.code != nil {
      let room = isUpright ? width - 51 : width * 0.493 - 4
      let words =
        lines(item.title + (item.mark ?? ""), size: 6, width: room) * 7.5 + lines(
          item.when ?? "", size: 6.5, width: room) * 9
      let more =
        lines((item.line ?? "") + (item.chip ?? ""), size: 4, width: room) * 5.4 + lines(
          item.text ?? "", size: 4, width: room) * 5.6
      return grid(isUpright ? max(54, words + more + 4) : words + more + 47, columns: isUpright ? 1 : 2)
    }
    let room = (isUpright ? width : width * 0.493) - 5.5
    let name = lines(item.title, size: 6, width: room - measure(item.mark ?? "") * 4.2 - 6) * 7.5
    let now = lines(item.now ?? "", size: 4.2, width: room) * 6
    let next = item.next.map { lines(Self.label + $0, size: 4.2, width: room) * 6 } ?? 0
    return grid(
      name + now + next + lines(item.text ?? "", size: 4, width: room) * 5.4 + 4.6, columns: isUpright ? 1 : 2)
  }

  private func numeral(_ item: ScreenItem) -> Double {
    let room = (isUpright ? width : width * 0.324) - 5
    let head = 13.5 + lines(item.title, size: 6, width: room) * 1.5
    let facts = item.lines.reduce(0.0) { $0 + lines($1, size: 4.4, width: room) * 6 + 1.4 }
    return grid(head + facts + lines(item.text ?? "", size: 4, width: room) * 5.6 + 5, columns: isUpright ? 1 : 3)
  }

  private func figure(_ item: ScreenItem) -> Double {
    guard item.series.isEmpty else { return 1 }
    let isNote = item.value == nil
    let room = width * (isNote ? 1 : isUpright ? 0.493 : 0.324) - 4
    let name = lines(item.title, size: 4.4, width: room) * 5.5
    let high = name + (isNote ? 0 : 12.7) + lines(item.line ?? "", size: 4, width: room) * 5.4 + 4.4
    return grid(high, columns: isNote ? 1 : isUpright ? 2 : 3)
  }

  private func weather(_ item: ScreenItem) -> Double {
    if item.mark != nil {
      let room = width - 18
      return
        (4.4 + lines(item.title, size: 6, width: room) * 7.5 + lines(item.text ?? "", size: 4, width: room) * 5.6
        + lines(
          item.line ?? "", size: 4, width: room) * 5.4) / height
    }
    guard item.when != nil else { return (isUpright ? 46 : 30) / height }
    let room = (isUpright ? width * 0.493 : width * 0.24) - 5
    return grid(
      5 + 5.5 + lines(item.title, size: 6, width: room) * 7.5 + 7.5 + lines(item.line ?? "", size: 4, width: room)
        * 5.4,
      columns: isUpright ? 2 : 4)
  }

  private func poster(_ item: ScreenItem) -> Double {
    let isPhoto = item.picture != nil && item.code == nil && item.text == nil
    if isPhoto { return 1 }
    let room: Double
    let high: Double
    if isUpright {
      room = width - 5
      high = height - (item.picture != nil ? 56 : item.code != nil ? 54 : 4)
    } else {
      room = item.picture != nil ? width * 0.6 - 6.4 : width - (item.code != nil ? 51 : 6.4)
      high = height - 4
    }
    var used = lines(item.title + (item.chip ?? ""), size: 7.8, width: room) * 9.75
    if let line = item.line { used += lines(line, size: 4, width: room) * 5.4 + 1.6 }
    if let motto = item.value { used += lines(motto, size: 6, width: room) * 8.4 + 2.4 }
    if let text = item.text { used += lines(text, size: 4.6, width: room) * 6.9 + 1.8 }
    for fact in item.lines { used += lines(fact, size: 4.2, width: room - 3.3) * 5.9 + 1.8 }
    return used / high
  }

  private func alert(_ item: ScreenItem) -> Double {
    let room = width - 6.4 - (!isUpright && item.code != nil ? 35 : 0)
    let high = height - 4.8 - 6.8 - (isUpright && item.code != nil ? 51 : 0)
    func step(_ text: String, _ usual: Int) -> Int { text.count > 2 * usual ? 2 : text.count > usual ? 1 : 0 }
    let name = [8.4, 7.0, 6.0][step(item.title, 16)]
    let acts = item.lines.map { line in (line: line, size: [6.8, 6.0, 5.0][step(line, 40)]) }
    let used =
      lines(item.title, size: name, width: room) * 1.3 * name + 0.2 * name
      + acts.reduce(0.0) { $0 + (lines($1.line, size: $1.size, width: room - 3) * 1.4 + 0.3) * $1.size }
      + lines(item.text ?? "", size: 4.8, width: room) * 7.2 + lines(item.line ?? "", size: 4, width: room) * 6 + 3.2
    return used / high
  }

  /// Paragraphs, entries, rows and headings, each on lines of its own.
  private func prose(_ html: String) -> Double {
    let size = 4.2
    let room = width - 6.4 - 5
    var used = 0.0
    var wide = 0.0
    var tag = ""
    var isInTag = false
    func end() {
      guard wide > 0 else { return }
      used += (wide * size * waste / room).rounded(.up) * size * 1.55 + size * 0.35
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
    return used / (height - 4)
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

  private func lines(_ text: String, size: Double, width: Double) -> Double {
    text.isEmpty ? 0 : (measure(text) * size * waste / max(width, size)).rounded(.up)
  }
}
