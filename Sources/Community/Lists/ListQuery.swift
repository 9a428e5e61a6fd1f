import Activities
package import Content
import Vocabulary

extension Community {
  /// Whether a data block asks for something that stands on a list.
  package func matches(_ item: ListItem, _ query: ListQuery) -> Bool {
    if let category = query.category, item.category?.id != category { return false }
    if let unit = query.unit, item.unit.map({ units.contains($0.id, in: unit) }) != true { return false }
    switch item {
    case .matter(let matter): return query.partner == nil && (query.phase == nil || query.phase == matter.record.phase)
    case .offer(let offer):
      return query.phase == nil && (query.partner == nil || query.partner == offer.record.partner)
    }
  }
}
