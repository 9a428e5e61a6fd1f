import Activities
import Community
import Vocabulary
import Words

extension SlideMaker {
  /// A public table's rows; as an evergreen only those that stay.
  func table(_ name: PublicTableName, of unit: UnitID?) -> SlideContent {
    SlideContent(
      .rows,
      community.tables[name].filter { serves($0.unit.id, asked: unit) }.compactMap { entry in
        if isEvergreen, entry.until != nil { return nil }
        let row = entry.row(words)
        guard var item = item(entry.id, row.title, until: entry.until) else { return nil }
        item.when = row.when
        item.line = ([entry.unit.name] + row.facts).joined(separator: " · ")
        item.text = row.text
        return ItemDraft(item)
      })
  }
}
