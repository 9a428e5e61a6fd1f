import RandomInputs

/// A part of the program that reads what others wrote.
protocol FuzzTarget: Sendable {
  /// What options and the failing inputs' files call it.
  static var name: String { get }
  /// How many of 100 inputs are its own.
  static var share: Int { get }

  init()

  /// Something like what the part is meant for, mutated more or less.
  func input(_ random: inout SeededRandom) -> [UInt8]

  /// Reads the input; whatever is true of every input is checked.
  ///
  /// - Returns: whether it was accepted; inputs that are all refused find nothing.
  func read(_ input: [UInt8]) throws(Finding) -> Bool
}

/// What should never have happened.
struct Finding: Error {
  let text: String

  init(_ text: String) {
    self.text = text
  }
}

func expect(_ condition: Bool, _ text: @autoclosure () -> String) throws(Finding) {
  if !condition { throw Finding(text()) }
}

enum FuzzTargets {
  static let all: [any FuzzTarget.Type] = [
    RuleTarget.self, TimeTextTarget.self, PhraseTarget.self, TextSheetTarget.self, WorkbookTarget.self,
    AccessLogTarget.self, MarkdownTarget.self, StyleTarget.self, TemplateTarget.self, FileTarget.self,
    SignatureTarget.self,
  ]

  static func named(_ name: String) -> (any FuzzTarget)? { (all + [TrapTarget.self]).first { $0.name == name }?.init() }
}
