import CivilTime
import Community
package import Content
import Pictures
import QRCodes
import Vocabulary
import Words

/// All that one screen shows from the build's day to the horizon's end: what time decides is decided here, so that a player only looks it
/// up (`moment(at:)`).
package struct Programme: Sendable {
  package let screen: ScreenConfiguration
  let site: SiteConfiguration
  let horizon: Horizon
  let words: any Words
  let slides: [Slide]
  let items: [ScreenItem]
  /// Runs through a playlist; each once.
  let rounds: [Round]
  /// Without gaps from the build's midnight to `horizon.end`, by time; never empty.
  let timeline: [Stretch]
  /// The round that needs no feed.
  let evergreen: Int
  /// Into `items`: what stands in the band, the most severe first, and in the line of the weather.
  let band: [Int]
  let weather: [Int]
  let days: [DayLeaf]
  let codes: [Code]
  let pictures: [Picture]
  let films: [Film]
  /// Of its feed: the number, and the moment that it was made for. Of a programme without one, this release's.
  var generation: Int
  var madeAt: Instant
  /// Bytes of pictures that travel in its feed.
  var pictureRoom = PictureFile.limitOfAll
}

extension Programme {
  /// One entry of a playlist, made ready.
  struct Slide: Sendable, Hashable {
    /// How it is laid out.
    enum Layout: String, Term {
      case rows, cards, poster, figures, numerals, leaf, text, alert, weather, countdown, sheets
    }

    /// Stable while the playlists are.
    let id: String
    let kind: String
    let layout: Layout
    let title: String
    /// For each page.
    let seconds: Int
    /// What it says when it has nothing to show; nil: it is left out then.
    let empty: String?
    /// Into `items`, in the order in which they are shown.
    let items: [Int]
    /// How many of each day, or of a list without days, it has at most; nil where it has all.
    var most: Int?
    /// At most so many of them on a page; nil: as many as there is room for.
    var perPage: Int?
    /// It comes again as every so-manyth of its round.
    var every: Int?
    /// Into the programme's pictures: what is behind it.
    var background: Int?
    /// Into the programme's films: what plays over its picture.
    var film: Int?
  }

  struct Round: Sendable, Hashable {
    struct Turn: Sendable, Hashable {
      /// Into `slides`.
      let slide: Int
      let seconds: Int
    }

    let turns: [Turn]
    var seconds: Int { turns.reduce(0) { $0 + $1.seconds } }

    /// Whose turn it is some seconds after a run began, run after run, and how long it has been; before it began, too.
    func turn(at position: Int) -> (index: Int, elapsed: Int) {
      var rest = ((position % seconds) + seconds) % seconds
      var index = 0
      while rest >= turns[index].seconds {
        rest -= turns[index].seconds
        index += 1
      }
      return (index, rest)
    }
  }

  /// A stretch of time in which one round repeats.
  struct Stretch: Sendable, Hashable {
    let from: LocalDateTime
    /// Into `rounds`.
    let round: Int
    /// How far into the round it begins, in seconds.
    let phase: Int
    let isInterruption: Bool
    let daypart: String?
  }

  /// What the clock's side says of a day.
  struct DayLeaf: Sendable, Hashable {
    let date: CivilDate
    /// `11月21日 星期六`.
    let label: String
    /// `11月21日`.
    let short: String
    /// `十月十三`, `小雪`, `国庆节 休`.
    let line: String?
  }

  struct Code: Sendable, Hashable {
    let url: String
    /// What the code says, where that is a shorter address that leads there.
    let short: String?
    let code: QRCode
  }

  /// Plays without sound over the picture of its slide; where it can't, the picture is what is seen.
  struct Film: Sendable, Hashable {
    /// A URL path of the site.
    let url: String
    /// Another where its bytes are others: 16 hexadecimal digits.
    let digest: String
    let milliseconds: Int
    let file: Attachment
  }

  struct Picture: Sendable, Hashable {
    /// A URL path of the site.
    let url: String
    let form: PictureForm
  }
}
