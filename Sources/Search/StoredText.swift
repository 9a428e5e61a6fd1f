import CivilTime
import Encoding

/// A record as the store holds it: what is searched, what it is found by beside its words, then what is shown beside it, in fields.
struct StoredText: Sendable {
  let units: [UInt16]
  /// Title and text: how many units from the beginning.
  let searchedCount: Int
  let titleCount: Int
  /// Where the keys stand in `units`.
  let keys: Range<Int>

  init(_ record: SearchRecord) {
    var text = SearchText(capacity: record.text.utf8.count / 2 + 128)
    text.append(record.title)
    titleCount = text.count
    text.append(SearchText.Separator.line)
    text.append(record.text)
    searchedCount = text.count
    text.append(SearchText.Separator.field)
    let start = text.count
    for key in SearchKeys.of(record.title, text.units[..<searchedCount]) { text.append(key) }
    keys = start..<text.count
    let fields = [
      record.url, record.label, record.date.map(TimeText.date) ?? "", record.expiresAt.map(TimeText.local) ?? "",
      record.times.map { "\(TimeText.local($0.lowerBound))/\(TimeText.local($0.upperBound))" }.joined(separator: ","),
      record.status,
    ]
    for field in fields {
      text.append(SearchText.Separator.field)
      text.append(field)
    }
    units = text.units
  }
}
