import Community
import Testing
import Words

@testable import Pages

/// The map of places, from whatever coordinates there are.
@Suite struct VenueMapTests {
  private func svg(_ points: [(Double, Double)], circle: Bool = true) throws -> String {
    let marks = points.enumerated().map {
      VenueMap.Mark(number: $0 + 1, point: GeoPoint(latitude: $1.0, longitude: $1.1), isCentre: $0 == 0)
    }
    let map = try #require(
      VenueMap(marks, centre: circle ? marks[0].point : nil, reaches: [VenueMap.Reach(radius: 773)]))
    return map.svg(title: "位置图", description: "图<上>", words: SimplifiedChinese.words)
  }

  private static let spread: [(Double, Double)] = (0..<500).map { (index: Int) -> (Double, Double) in
    let north = Double(index * 7919 % 1000) / 5000
    let east = Double(index * 104_729 % 1000) / 5000
    return (36.5 + north, 117 + east)
  }

  private static let cases: [[(Double, Double)]] = {
    let spot: (Double, Double) = (36.66, 117.03)
    return [
      [spot], Array(repeating: spot, count: 40), Array(repeating: spot, count: 500), [spot, (45.6, 117.03)],
      [(90, 0), (-90, 0)], [(90, 10), (90, -170), (89.999, 0)], [(0, 179.999), (0, -179.999)],
      [(0, 0), (0, 180), (0, -180)], spread,
    ]
  }()

  @Test(arguments: cases)
  func everythingIsInsideItsBox(_ points: [(Double, Double)]) throws {
    for hasCircle in [true, false] {
      let svg = try svg(points, circle: hasCircle)
      let box = try #require(svg.firstMatch(of: /viewBox="0 0 ([\d.]+) ([\d.]+)"/))
      let (width, height) = (try #require(Double(box.1)), try #require(Double(box.2)))
      #expect(width == 360 && (220...460).contains(height))
      #expect(!svg.contains("nan") && !svg.contains("inf") && svg.contains("图&lt;上&gt;"))
      var centres: [(Double, Double)] = []
      for circle in svg.matches(of: /<circle( class="[a-z-]+")? cx="(-?[\d.]+)" cy="(-?[\d.]+)" r="([\d.]+)"/) {
        let (x, y, r) = (try #require(Double(circle.2)), try #require(Double(circle.3)), try #require(Double(circle.4)))
        #expect(x - r >= -0.1 && x + r <= width + 0.1 && y - r >= -0.1 && y + r <= height + 0.1, "\(circle.0)")
        if circle.1 == nil { centres.append((x, y)) }
      }
      // Numbers cover no numbers.
      for (index, a) in centres.enumerated() {
        for b in centres[..<index] {
          let (x, y) = (a.0 - b.0, a.1 - b.1)
          #expect(x * x + y * y >= 353)
        }
      }
      #expect(!centres.isEmpty)
    }
  }

  @Test func aFewPlacesHaveTheirNumbers() throws {
    let svg = try svg(Array(repeating: (36.66, 117.03), count: 12))
    #expect(svg.matches(of: /text-anchor="middle">\d+</).count == 12)
  }

  @Test func theSamePlacesMakeTheSamePicture() throws {
    #expect(try svg(Self.spread) == svg(Self.spread))
    #expect(try svg(Self.spread).utf8.count < 120_000)
  }

  @Test func aScaleAndTheNorth() throws {
    let near = try svg([(36.66, 117.03), (36.665, 117.035)])
    #expect(near.contains(">北<") && near.contains(">500 米<"))
    #expect(try svg([(36.66, 117.03), (36.665, 117.035)], circle: false).contains(">100 米<"))
    #expect(try svg([(36.66, 117.03), (45.6, 117.03)]).contains("公里<"))
    #expect(VenueMap([], centre: nil, reaches: []) == nil)
  }

  /// A place among its neighbours: circles may reach over the edge, what they are called may not.
  @Test(arguments: [0.001, 0.004, 0.012, 0.03])
  func circlesAreNamedWhereTheyAreSeen(_ away: Double) throws {
    let own = GeoPoint(latitude: 36.66, longitude: 117.03)
    let marks = [
      VenueMap.Mark(number: nil, point: own, isCentre: true),
      VenueMap.Mark(number: 1, point: GeoPoint(latitude: 36.66 + away, longitude: 117.03), isCentre: false),
      VenueMap.Mark(number: 2, point: GeoPoint(latitude: 36.66, longitude: 117.03 + away / 2), isCentre: false),
    ]
    let reaches = [5, 10, 15].map {
      VenueMap.Reach(radius: WalkingDistance.metres(minutes: $0), label: "\($0)分钟", isWhole: false)
    }
    let map = try #require(VenueMap(marks, centre: own, reaches: reaches, highest: 300))
    let svg = map.svg(title: "位置图", description: "图", words: SimplifiedChinese.words)
    let box = try #require(svg.firstMatch(of: /viewBox="0 0 ([\d.]+) ([\d.]+)"/))
    let (width, height) = (try #require(Double(box.1)), try #require(Double(box.2)))
    #expect(height <= 300)
    for label in svg.matches(of: /class="map-ring" x="(-?[\d.]+)" y="(-?[\d.]+)"[^>]*>\d+分钟</) {
      let (x, y) = (try #require(Double(label.1)), try #require(Double(label.2)))
      #expect(x > 30 && x < width - 30 && y > 10 && y < height - 4)
    }
    // The place itself has a dot and no number.
    #expect(svg.contains("class=\"map-own\"") && svg.matches(of: /<g class="map-mark/).count == 3)
    #expect(svg.matches(of: /text-anchor="middle">\d+<\/text>/).count == 2)
    #expect(svg.matches(of: /class="map-reach"/).count == 3)
  }
}
