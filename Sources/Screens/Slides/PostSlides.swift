import Activities
import CivilTime
import Community
import Content
import Vocabulary
import Words

extension SlideMaker {
  /// Who answers for what in a unit, whom to call first in front; nil: in the screen's units. What goes round changes with its turns.
  func posts(_ unit: UnitID?) -> SlideContent {
    let asked = unit.map { [$0] } ?? screen.units
    // A lobby's own posts, not those of every grid below; a screen of all units has those of the topmost that has any.
    let units =
      asked.isEmpty ? community.units.all.first { !community.posts(of: $0.id).isEmpty }.map { [$0.id] } ?? [] : asked
    let posts = units.flatMap { community.posts(of: $0) }
    let namesUnit = Set(posts.map(\.unit.id)).count > 1
    return SlideContent(.rows, posts.flatMap { drafts($0, namesUnit: namesUnit) })
  }

  private func drafts(_ post: Post, namesUnit: Bool) -> [ItemDraft] {
    guard let roster = post.roster else {
      return draft(post, id: "post-\(post.id)", holder: post.holder(on: horizon.today), days: nil, namesUnit: namesUnit)
    }
    return roster.turns.flatMap { turn in
      draft(
        post, id: "post-\(post.id)-\(TimeText.date(turn.days.lowerBound))", holder: post.holder(in: turn),
        days: turn.days,
        namesUnit: namesUnit)
    }
  }

  private func draft(
    _ post: Post, id: String, holder: Post.Holder?, days: ClosedRange<CivilDate>?, namesUnit: Bool
  ) -> [ItemDraft] {
    guard let holder,
      var item = item(
        id, post.title, from: days.map { LocalDateTime($0.lowerBound) },
        until: days.map { LocalDateTime($0.upperBound + 1) })
    else { return [] }
    item.line = [namesUnit ? post.unit.name : nil, holder.name, days.map { words.days($0) }].compactMap { $0 }
      .joined(separator: " · ")
    item.text = post.record.duties
    item.side = holder.phone
    return [ItemDraft(item)]
  }
}
