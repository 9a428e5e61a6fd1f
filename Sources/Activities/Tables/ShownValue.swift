import Encoding
import GRDB
import Spreadsheets

extension DatabaseValue {
  /// The value as people read it; nil for nothing. (GRDB turns no number into text.)
  var shownText: String? {
    switch storage {
    case .null: nil
    case .int64(let number): String(number)
    case .double(let number): NumberText.plain(number)
    case .string(let text): text
    case .blob(let data): String(decoding: data, as: UTF8.self)
    }
  }
}
