import Diagnostics
import PublicText
import Vocabulary

/// Posts of a unit can be told apart, go round by a roster of that unit, and are held by roles and organisations.
struct PostCheck {
  private struct Place: Hashable {
    let unit: UnitID
    let title: String
    let position: Int
  }

  private let posts: [PostRecord]
  private let rosters: [RosterID: RosterRecord]
  private let database: String

  init(_ data: ActivityData, database: String) {
    posts = data.posts
    rosters = Dictionary(data.rosters.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.database = database
  }

  func problems() -> [Diagnostic] { same() + posts.flatMap { ofAnotherUnit($0) + named($0) } + holders() }

  private func place(_ post: PostRecord, _ column: String) -> Location {
    .row(database: database, table: "post", key: "id=\(post.id)", column: column)
  }

  private func same() -> [Diagnostic] {
    var first: [Place: PostRecord] = [:]
    return posts.compactMap { post in
      let key = Place(unit: post.unit, title: post.title, position: post.position)
      guard let other = first[key] else {
        first[key] = post
        return nil
      }
      return .error(
        "data.post-twice", zh: "“\(post.title)”在这个单位已有一个，顺序也相同（\(other.id)）",
        en: "the unit has a post “\(post.title)” with this position already (\(other.id))",
        hint: Message(
          zh: "是同一个岗位就删去一行，人多就写“人数”；是两个岗位就改顺序或名称",
          en: "remove one of them and say how many hold it in `people`, or give it another position or title"),
        at: place(post, "title"))
    }
  }

  private func ofAnotherUnit(_ post: PostRecord) -> [Diagnostic] {
    guard case .roster(let id) = post.holder, let roster = rosters[id], roster.unit != post.unit else { return [] }
    return [
      .error(
        "data.post-roster", zh: "轮值表“\(roster.title)”是 \(roster.unit) 的，岗位“\(post.title)”是 \(post.unit) 的",
        en: "the roster “\(roster.title)” is \(roster.unit)'s, the post “\(post.title)” is \(post.unit)'s",
        hint: Message(zh: "改正 unit_id，或写本单位的轮值表", en: "mend unit_id, or name a roster of the same unit"),
        at: place(post, "roster_id"))
    ]
  }

  // MARK: Persons

  private func named(_ post: PostRecord) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if let name = PersonName.first(in: post.title) { problems.append(Self.person(name, at: place(post, "title"))) }
    if case .stated(let holder) = post.holder, let name = PersonName.first(in: holder) {
      problems.append(Self.person(name, at: place(post, "holder")))
    }
    return problems
  }

  private func holders() -> [Diagnostic] {
    rosters.values.sorted { $0.id < $1.id }.flatMap { roster in
      roster.holders.compactMap { holder in
        PersonName.first(in: holder.name).map {
          Self.person(
            $0,
            at: .row(
              database: database, table: "roster_holder", key: "roster_id=\(roster.id),position=\(holder.position)",
              column: "name"))
        }
      }
    }
  }

  private static func person(_ name: String, at place: Location) -> Diagnostic {
    .error(
      "privacy.person-name", zh: "“\(name)”像是个人姓名，网站上只写岗位和单位", en: "“\(name)” looks like a person's name",
      hint: Message(
        zh: "写岗位或单位，如“社区专职工作者”“汇锦物业公司”；是单位的简称就写全称",
        en: "write a role or an organisation; the short name of an organisation in full, with 公司 or 中心"), at: place)
  }
}
