import Foundation

/// An id to propose for a row without one, from its title in pinyin. Only proposed: two titles may sound alike, and a title that is
/// mended later must not change the id.
enum ProposedIdentifier {
  /// nil when the title gives none.
  static func text(for title: String) -> String? {
    let latin = title.applyingTransform(.toLatin, reverse: false)?.applyingTransform(.stripDiacritics, reverse: false)
    let words = (latin ?? title).lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let text = words.prefix(6).joined(separator: "-")
    return text.isEmpty || text.utf8.count > 60 ? nil : text
  }
}
