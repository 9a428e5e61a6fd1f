import Community
import Encoding
import Foundation
import Words

/// Where places are, as a picture: numbered marks, north at the top, a scale, and how far a walk reaches. It is drawn from coordinates alone, of
/// no tiles, and the same from the same coordinates.
struct VenueMap {
  struct Mark {
    /// nil: the place that the map is of, without one.
    let number: Int?
    let point: GeoPoint
    let isCentre: Bool
  }

  /// Units of the picture: about those of a phone's screen, so that numbers are read there.
  private static let width = 360.0
  private static let heights = 220.0...460.0
  /// Around the places: on the right is the arrow's room, at the bottom the scale's.
  private static let (left, right, top, bottom) = (20.0, 40.0, 20.0, 40.0)
  private static let markRadius = 9.5
  /// Of the true place, where its mark had to stand aside.
  private static let dotRadius = 2.0
  /// Numbers that are drawn: what is beyond is a dot.
  private static let most = 150
  /// Metres: what stands on one spot is not drawn as if it were far apart.
  private static let leastSpan = 200.0

  private struct Position {
    var x: Double
    var y: Double
  }

  /// A circle around the middle.
  struct Reach {
    /// Metres.
    let radius: Double
    /// What stands at its edge; nil where the text beside the map says it.
    var label: String?
    /// All of it is on the map, not only what lies between the places.
    var isWhole = true
  }

  /// Metres from the place that all is measured from.
  private let positions: [Position]
  private let marks: [Mark]
  private let centre: Position?
  private let reaches: [Reach]
  private let origin: GeoPoint
  private let scale: Double
  private let height: Double
  private let middle: Position

  /// nil without marks.
  ///
  /// - Parameters:
  ///   - centre: what circles are around.
  ///   - highest: units of the picture at most.
  init?(_ marks: [Mark], centre: GeoPoint?, reaches: [Reach], highest: Double = Self.heights.upperBound) {
    guard let first = centre ?? marks.first?.point, !marks.isEmpty else { return nil }
    // Around the middle of what there is, so that a metre is as long everywhere as it can be on a flat picture.
    let latitudes = marks.map(\.point.latitude) + [first.latitude]
    let origin = GeoPoint(
      latitude: ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2, longitude: first.longitude)
    func position(_ point: GeoPoint) -> Position {
      // The shorter way round.
      var degrees = (point.longitude - origin.longitude).truncatingRemainder(dividingBy: 360)
      if degrees > 180 { degrees -= 360 }
      if degrees < -180 { degrees += 360 }
      let metres = GeoPoint.earthRadius * .pi / 180
      return Position(
        x: degrees * metres * cos(origin.latitude * .pi / 180), y: (origin.latitude - point.latitude) * metres)
    }
    let positions = marks.map { position($0.point) }
    let middleOfCircle = centre.map(position)
    var corners = positions
    if let middleOfCircle {
      for reach in reaches where reach.isWhole {
        corners += [
          Position(x: middleOfCircle.x - reach.radius, y: middleOfCircle.y - reach.radius),
          Position(x: middleOfCircle.x + reach.radius, y: middleOfCircle.y + reach.radius),
        ]
      }
    }
    let (left, right) = (corners.map(\.x).min() ?? 0, corners.map(\.x).max() ?? 0)
    let (top, bottom) = (corners.map(\.y).min() ?? 0, corners.map(\.y).max() ?? 0)
    let (spanX, spanY) = (max(right - left, Self.leastSpan), max(bottom - top, Self.leastSpan))
    let most = highest
    scale = min((Self.width - Self.left - Self.right) / spanX, (most - Self.top - Self.bottom) / spanY)
    height = min(max((spanY * scale + Self.top + Self.bottom).rounded(.up), Self.heights.lowerBound), most)
    middle = Position(x: (left + right) / 2, y: (top + bottom) / 2)
    self.origin = origin
    self.positions = positions
    self.marks = marks
    self.centre = middleOfCircle
    self.reaches = reaches
  }

  private func drawn(_ position: Position) -> Position {
    Position(
      x: (Self.left + Self.width - Self.right) / 2 + (position.x - middle.x) * scale,
      y: (Self.top + height - Self.bottom) / 2 + (position.y - middle.y) * scale)
  }

  func svg(title: String, description: String, words: any Words) -> String {
    let north = Self.width - 16
    return
      "<svg class=\"map\" viewBox=\"0 0 \(text(Self.width)) \(text(height))\" role=\"img\" aria-labelledby=\"map-title map-text\""
      + " data-latitude=\"\(NumberText.plain(origin.latitude))\" data-longitude=\"\(NumberText.plain(origin.longitude))\""
      + " data-scale=\"\(NumberText.plain((scale * 1e9).rounded() / 1e9))\""
      + " data-x=\"\(text(drawn(Position(x: 0, y: 0)).x))\" data-y=\"\(text(drawn(Position(x: 0, y: 0)).y))\">"
      + "<title id=\"map-title\">\(Markup.escaped(title))</title><desc id=\"map-text\">\(Markup.escaped(description))</desc>"
      + reach + drawnMarks() + "<circle class=\"map-here\" r=\"5\" cx=\"-99\" cy=\"-99\"/>"
      + "<path class=\"map-north\" d=\"M\(text(north)) 8l5 14-5-4-5 4z\"/>"
      + "<text class=\"map-label\" x=\"\(text(north))\" y=\"34\" text-anchor=\"middle\">\(Markup.escaped(words.north))</text>"
      + bar(words) + "</svg>"
  }

  /// The widest first: those within lie upon it.
  private var reach: String {
    guard let centre else { return "" }
    let position = drawn(centre)
    return reaches.sorted { $0.radius > $1.radius }.map { reach in
      let radius = reach.radius * scale
      return
        "<circle class=\"map-reach\" cx=\"\(text(position.x))\" cy=\"\(text(position.y))\" r=\"\(text(radius))\"/>"
        + label(of: reach, around: position, radius)
    }.joined()
  }

  /// At the circle's foot, or where else its edge is on the map.
  private func label(of reach: Reach, around centre: Position, _ radius: Double) -> String {
    guard let label = reach.label else { return "" }
    let places = [
      Position(x: centre.x, y: centre.y + radius + 4), Position(x: centre.x, y: centre.y - radius + 4),
      Position(x: centre.x - radius, y: centre.y + 4), Position(x: centre.x + radius, y: centre.y + 4),
    ]
    guard
      let place = places.first(where: { (34...Self.width - 50).contains($0.x) && (14...height - 34).contains($0.y) })
    else { return "" }
    return
      "<text class=\"map-ring\" x=\"\(text(place.x))\" y=\"\(text(place.y))\" text-anchor=\"middle\">\(Markup.escaped(label))</text>"
  }

  // MARK: Marks

  /// Each where it is, or as near to that as others leave room; what finds none is a dot.
  private func drawnMarks() -> String {
    var taken: [Position] = []
    var dots = ""
    var numbers = ""
    for (mark, position) in zip(marks, positions) {
      let real = drawn(position)
      guard taken.count < Self.most, let place = place(near: real, taken) else {
        dots += dot(real)
        continue
      }
      taken.append(place)
      if abs(place.x - real.x) + abs(place.y - real.y) > 0.5 {
        dots +=
          "<path class=\"map-line\" d=\"M\(text(real.x)) \(text(real.y))L\(text(place.x)) \(text(place.y))\"/>"
          + dot(real)
      }
      numbers +=
        "<g class=\"map-mark\(mark.isCentre ? " is-centre" : "")\"><circle cx=\"\(text(place.x))\" cy=\"\(text(place.y))\" r=\"\(text(Self.markRadius))\"/>"
        + number(mark, at: place) + "</g>"
    }
    return dots + numbers
  }

  private func number(_ mark: Mark, at place: Position) -> String {
    guard let number = mark.number else {
      return "<circle class=\"map-own\" cx=\"\(text(place.x))\" cy=\"\(text(place.y))\" r=\"3.5\"/>"
    }
    return
      "<text x=\"\(text(place.x))\" y=\"\(text(place.y + 3.8))\" text-anchor=\"middle\"\(number > 99 ? " class=\"long\"" : "")>\(number)</text>"
  }

  private func dot(_ position: Position) -> String {
    "<circle class=\"map-dot\" cx=\"\(text(position.x))\" cy=\"\(text(position.y))\" r=\"\(text(Self.dotRadius))\"/>"
  }

  private func place(near position: Position, _ taken: [Position]) -> Position? {
    for ring in 0...6 {
      let steps = max(1, ring * 8)
      for step in 0..<steps {
        let angle = Double(step) / Double(steps) * 2 * .pi
        let place = Position(
          x: position.x + Double(ring) * 2.1 * Self.markRadius * sin(angle),
          y: position.y - Double(ring) * 2.1 * Self.markRadius * cos(angle))
        if isInside(place), taken.allSatisfy({ isApart($0, place) }) { return place }
      }
    }
    return nil
  }

  /// The lower left corner is the scale's, the upper right one the arrow's.
  private func isInside(_ place: Position) -> Bool {
    let edge = Self.markRadius + 1
    guard (edge...Self.width - edge).contains(place.x), (edge...height - edge).contains(place.y) else { return false }
    return !(place.x > Self.width - 40 && place.y < 48) && !(place.x < 150 && place.y > height - 30)
  }

  private func isApart(_ a: Position, _ b: Position) -> Bool {
    let (x, y) = (a.x - b.x, a.y - b.y)
    return x * x + y * y >= 4 * Self.markRadius * Self.markRadius
  }

  // MARK: The scale

  private func bar(_ words: any Words) -> String {
    let most = 100 / scale
    var metres = 1.0
    for power in 0..<9 {
      for factor in [1.0, 2, 5] where factor * pow(10, Double(power)) <= most {
        metres = factor * pow(10, Double(power))
      }
    }
    let label =
      metres < 1000 ? words.metres(NumberText.plain(metres)) : words.kilometres(NumberText.grouped(metres / 1000))
    let y = height - 8
    return "<path class=\"map-bar\" d=\"M12 \(text(y - 5))v5h\(text(metres * scale))v-5\"/>"
      + "<text class=\"map-label\" x=\"12\" y=\"\(text(y - 8))\">\(Markup.escaped(label))</text>"
  }

  /// A tenth of a unit is finer than any screen.
  private func text(_ number: Double) -> String { NumberText.plain((number * 10).rounded() / 10 + 0) }
}
