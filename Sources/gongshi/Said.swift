import ArgumentParser
import Diagnostics

/// What the argument parser prints about verbs and arguments, in the reader's language: help and manual pages are in one language each.
extension String {
  static func said(zh: String, en: String) -> String { Message(zh: zh, en: en)[Terminal.messageLanguage] }
}

extension ArgumentHelp {
  static func said(zh: String, en: String) -> ArgumentHelp { ArgumentHelp(String.said(zh: zh, en: en)) }
}
