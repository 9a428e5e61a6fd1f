import CivilTime
import Community
import Content
import Synchronization
import Vocabulary

/// What a screen's slides are made of that is the same in whatever room: worked out when it is first asked for, and kept while the screen is fitted
/// into one room after the other. [0093]
final class ScreenMaterial: Sendable {
  typealias Day = (day: CivilDate, lines: [Appearance])

  /// The screen's, of the build's day and later, also those of the day that are over: the timeline begins at midnight.
  let served: [Occurrence]
  private let community: Community
  private let days = Mutex<[ActivityQuery: [Day]]>([:])
  private let states = Mutex<[VenueID: [SlideMaker.ItemDraft]]>([:])

  init(_ community: Community, _ screen: ScreenConfiguration) {
    self.community = community
    let begin = LocalDateTime(community.horizon.today)
    let all =
      screen.units.count == 1
      ? community.occurrences(meeting: .unit(screen.units[0]))
      : community.occurrences.filter { occurrence in
        screen.units.isEmpty || screen.units.contains { community.isIn(occurrence, unit: $0) }
      }
    served = all.filter { $0.end > begin || (!$0.isAdded && $0.originalEnd > begin) }
  }

  func occurrences(_ query: ActivityQuery) -> [Occurrence] { served.filter { community.matches($0, query) } }

  /// From today on, by day.
  func linesByDay(_ query: ActivityQuery) -> [Day] {
    days.withLock { days in
      if let known = days[query] { return known }
      let byDay = community.appearances(of: occurrences(query))
      let lines = byDay.filter { $0.key >= community.horizon.today }.sorted { $0.key < $1.key }
        .map { (day: $0.key, lines: $0.value) }
      days[query] = lines
      return lines
    }
  }

  /// What goes on in a place.
  func states(of venue: VenueID, make: () -> [SlideMaker.ItemDraft]) -> [SlideMaker.ItemDraft] {
    states.withLock { states in
      if let known = states[venue] { return known }
      let made = make()
      states[venue] = made
      return made
    }
  }
}
