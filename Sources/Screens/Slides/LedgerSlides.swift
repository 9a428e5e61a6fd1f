import Activities
import Community
import Content
import Vocabulary
import Words

/// Slides of ledgers.
extension SlideMaker {
  /// The five figures and the share answered in time; when they were counted; one story of those that are published.
  func ledger(_ asked: UnitID?) -> SlideContent {
    guard let unit = asked ?? community.site.unit, let ledger = community.ledgers[unit], ledger[.accepted].isPublished
    else {
      return SlideContent(.figures, [])
    }
    let title = [ledger.unit.shortName ?? ledger.unit.name, words.label(ListLayout.ledger)].joined(separator: " · ")
    let figures = (Ledger.main + [.onTime]).compactMap { figure -> ItemDraft? in
      guard var item = item("ledger-\(unit)-\(figure.rawValue)", ledger.label(figure, words)) else { return nil }
      item.value = ledger[figure].text(words)
      return ItemDraft(item)
    }
    return SlideContent(.figures, figures + notes(ledger), title: title)
  }

  private func notes(_ ledger: Ledger) -> [ItemDraft] {
    let texts = [
      ledger.stories.first.map { ("told", words.told, $0) },
      ("counted", words.howItIsCounted, ledger.countedText(words)),
    ]
    return texts.compactMap { $0 }.compactMap { name, title, text in
      guard var item = item("ledger-\(ledger.unit.id)-\(name)", title) else { return nil }
      item.line = text
      return ItemDraft(item)
    }
  }
}
