import ArgumentParser
import Diagnostics

/// A wrong argument, in the reader's language; the parser adds how the verb is used.
typealias UsageError = ValidationError

extension ValidationError {
  init(zh: String, en: String) {
    self.init(Message(zh: zh, en: en)[Terminal.messageLanguage])
  }
}
