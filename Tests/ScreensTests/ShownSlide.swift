import CivilTime
import Community
import TestSupport
import Testing

@testable import Screens

extension CommunityFixture {
  /// What the first of its screens shows.
  func programme() throws -> Programme {
    let community = try community()
    var compiler = ProgrammeCompiler(community, try #require(community.screens.first))
    return compiler.programme()
  }

  /// What a screen with one slide shows.
  ///
  /// - Parameters:
  ///   - slide: as a playlist has it: `slide: week, venue: hall`.
  ///   - more: other keys of the screen's.
  func shown(_ slide: String, _ more: String = "") throws -> ShownSlide {
    var fixture = self
    fixture.addScreen("lobby", [slide], more)
    let programme = try fixture.programme()
    return ShownSlide(slide: programme.slides[0], programme: programme)
  }
}

/// A slide with its items, over the whole of its time.
struct ShownSlide {
  let slide: Programme.Slide
  let programme: Programme

  var items: [ScreenItem] { slide.items.map { programme.items[$0] } }
  var ids: [String] { items.map(\.id) }
  /// Without what stands under a heading: in a day's list, the first of another day.
  var ungrouped: [ScreenItem] { items.filter { $0.group == nil } }

  func item(_ id: String) throws -> ScreenItem { try #require(items.first { $0.id == id }) }

  /// `id from until` of each item, times as `11-25T10:00`.
  var stretches: [String] { items.map { "\($0.id) \($0.stretch)" } }

  /// The ids of those that may be shown at a moment of November or December 2026: `11-25T10:00`.
  func ids(at time: String) -> [String] {
    let time = TimeText.parseLocal("2026-" + time)!
    return items.filter { $0.from <= time && time < $0.until }.map(\.id)
  }

  /// What the code of an item opens.
  func code(of item: ScreenItem) -> String? { item.code.map { programme.codes[$0].url } }

  func picture(of item: ScreenItem) -> String? { item.picture.map { programme.pictures[$0].url } }
}

extension ScreenItem {
  /// `11-25T10:00 11-25T11:00`.
  var stretch: String {
    [from, until].map { String(TimeText.local($0).dropFirst("2026-".count)) }.joined(separator: " ")
  }
}
