import Diagnostics

/// A wrong argument, in the reader's language.
struct UsageError: Error, CustomStringConvertible {
  let message: Message

  init(zh: String, en: String) {
    message = Message(zh: zh, en: en)
  }

  var description: String { message[Terminal.messageLanguage] }
}
