import ArgumentParser
import Diagnostics
import Words

/// `--language`: what messages are written in, and, where a site is made, what it speaks.
struct LanguageArgument: ExpressibleByArgument {
  let site: Language

  init?(argument: String) {
    guard let language = Language(tag: argument) else { return nil }
    site = language
  }

  static var allValueStrings: [String] { MessageLanguage.allCases.map(\.rawValue) }

  var messages: MessageLanguage { site == .english ? .en : .zh }
}
