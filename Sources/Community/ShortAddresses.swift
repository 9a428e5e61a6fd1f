import Activities
package import Artifacts
import CivilTime
import Content
import Digests
package import Vocabulary

/// What screens show codes of.
package enum CodedSubject: Sendable, Hashable {
  /// A page, by its identity, which it keeps under another address.
  case page(String)
  case venue(VenueID)
  case team(TeamID)
  case matter(MatterID)
  /// Where an activity is watched.
  case live(ActivityID)
  /// A recording, by its id.
  case video(String)

  /// From which its short address follows: a change of these words would break codes that are printed.
  fileprivate var text: String {
    switch self {
    case .page(let identity): "page \(identity)"
    case .venue(let id): "venue \(id)"
    case .team(let id): "team \(id)"
    case .matter(let id): "matter \(id)"
    case .live(let id): "live \(id)"
    case .video(let id): "video \(id)"
    }
  }
}

/// Short addresses of what screens show codes of, `/Q/7KMD/`: a code with fewer modules is read from further away [0091]. A name follows from
/// the subject alone, so it stays for as long as the subject is there, wherever that stands, and needs no memory. Where two subjects have one
/// name, the address says both, and their codes have their long ones.
package struct ShortAddresses: Sendable {
  package struct Destination: Sendable, Hashable {
    package let title: String
    /// A place on the site, or a whole address elsewhere.
    package let url: String
  }

  /// What a name leads to: one thing, or several to choose from. By names.
  package let all: [(path: SitePath, destinations: [Destination])]
  private let paths: [CodedSubject: SitePath]
  private let baseURL: String

  init(_ subjects: [(subject: CodedSubject, to: Destination)], baseURL: String) {
    var named: [String: [(subject: CodedSubject, to: Destination)]] = [:]
    for one in subjects { named[Self.name(of: one.subject), default: []].append(one) }
    all = named.sorted { $0.key < $1.key }.map { name, subjects in
      var seen: Set<Destination> = []
      return (.short(name), subjects.map(\.to).filter { seen.insert($0).inserted })
    }
    paths = Dictionary(
      named.values.filter { Set($0.map(\.subject)).count == 1 }.map {
        ($0[0].subject, .short(Self.name(of: $0[0].subject)))
      },
      uniquingKeysWith: { first, _ in first })
    self.baseURL = baseURL
  }

  /// The whole address as a code has it: the host in capitals, in which it is the same and takes fewer modules. The scheme stays small: cameras of
  /// telephones take `HTTPS:` for a text. nil for what has none, or shares it.
  package func address(of subject: CodedSubject) -> String? {
    paths[subject].map(address)
  }

  fileprivate func address(at path: SitePath) -> String {
    let host = BaseURL.authority(of: baseURL)
    let scheme = baseURL.prefix { $0 != "/" } + "//"
    return scheme + host.uppercased() + BaseURL.path(of: baseURL) + path.url
  }

  /// Characters that codes take in capitals, without vowels (no name is a word) and without what is read as another.
  private static let letters = Array("23456789BCDFGHJKLMNPQRSTVWXYZ".utf8)
  /// 707,281 names: of 100 subjects two share one in one site of 140.
  private static let length = 4

  static func name(of subject: CodedSubject) -> String {
    var number = SHA256.digest(subject.text.utf8).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var name: [UInt8] = []
    for _ in 0..<length {
      name.append(letters[Int(number % UInt64(letters.count))])
      number /= UInt64(letters.count)
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// What is longer makes a code of more than 33 modules (ISO/IEC 18004, version 4-M: 62 bytes). An address elsewhere is left as it is where it is
  /// not: it opens without this site.
  private static let longestElsewhere = 62

  fileprivate static func isLong(_ url: String) -> Bool { url.utf8.count > longestElsewhere && !isWeChats(url) }

  /// WeChat opens these by itself when it scans them, and not when a page leads to them.
  private static func isWeChats(_ url: String) -> Bool {
    let host = BaseURL.authority(of: url).lowercased()
    return ["weixin.qq.com", "wechat.com", "wxaurl.cn"].contains { host == $0 || host.hasSuffix("." + $0) }
  }
}

extension SitePath {
  /// In capitals, as a code has it.
  fileprivate static func short(_ name: String) -> SitePath { page(shortRoot, name) }

  package static let shortRoot = "Q"

  /// Leads on from a code, and is no page to be found.
  package var isShort: Bool { file.hasPrefix(Self.shortRoot + "/") }
}

extension Community {
  /// That of a page, for a code on paper.
  package func shortAddress(leadingTo url: String) -> String? {
    shortAddresses.all.first { $0.destinations.map(\.url) == [url] }.map { shortAddresses.address(at: $0.path) }
  }

  mutating func decideShortAddresses() {
    guard !screens.isEmpty else { return }
    shortAddresses = ShortAddresses(codedSubjects, baseURL: site.baseURL)
  }

  /// All that a slide may show a code of, whether one does today: who took a picture of a wall, or wrote an address down, comes later. Of lists and
  /// of places without a page, of which there may be thousands, what screens name.
  private var codedSubjects: [(subject: CodedSubject, to: ShortAddresses.Destination)] {
    var boards: Set<ListID> = []
    var named: Set<VenueID> = []
    for slide in screens.flatMap(\.slides) {
      switch slide.subject {
      case .lists(let ids, _, _): boards.formUnion(ids)
      case .venues(let ids): named.formUnion(ids)
      default: break
      }
    }
    let paged = Set(pages(of: .venue).map(\.page.url))
    var all: [(subject: CodedSubject, to: ShortAddresses.Destination)] = []
    func add(_ subject: CodedSubject, _ title: String, _ url: String) {
      all.append((subject, ShortAddresses.Destination(title: title, url: url)))
    }
    let finders = pages(of: .list).filter { !$0.isExpired && $0.page.details.isFinder }
    let notices = pages.currentNotices.filter { $0.severity != nil }
    for page in pages(of: .brand) + finders + notices { add(.page(page.identity), page.page.title, page.page.url) }
    for venue in venues where named.contains(venue.id) || paged.contains(venue.url) {
      add(.venue(venue.id), venue.name, venue.url)
    }
    for team in teams.all { add(.team(team.id), team.name, teams.url(of: team)) }
    for matter in lists.matters where boards.contains(matter.list.id) && isRecent(matter) {
      if let url = lists.url(of: matter) { add(.matter(matter.record.id), matter.record.title, url) }
    }
    for activity in activities {
      if let url = activity.record.onlineURL, ShortAddresses.isLong(url) {
        add(.live(activity.id), activity.record.title, url)
      }
    }
    for video in videos where ShortAddresses.isLong(video.url) { add(.video(video.id), video.title, video.url) }
    return all
  }

  /// Boards show what is open, and what was done last.
  private func isRecent(_ matter: Matter) -> Bool {
    guard matter.record.phase.isClosed else { return true }
    return matter.record.doneOn.map { $0.dayNumber > horizon.today.dayNumber - 366 } ?? false
  }
}
