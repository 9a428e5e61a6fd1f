/// A sentence for people, in Chinese and in English. Both are always there: which one is shown is the reader's choice.
package struct Message: Sendable, Hashable {
  package var zh: String
  package var en: String

  package init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  package subscript(language: MessageLanguage) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}

/// The language that diagnostics and progress are written in.
package enum MessageLanguage: String, Sendable, CaseIterable {
  case zh
  case en

  /// Chinese when the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set and not empty begins with `zh` (POSIX locale order).
  package init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = locale?.hasPrefix("zh") == true ? .zh : .en
  }
}
