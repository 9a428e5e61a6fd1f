/// What an item of a task list begins with: `[ ] ` or `[x] `, and what is typed for them with a Chinese keyboard: `[　]`, `[]`, `［ ］`, `[√]`.
struct TaskMark {
  let task: Document.Task
  /// In bytes, with the space behind it.
  let count: Int
  let first: UInt8

  init?(_ text: UnsafeBufferPointer<UInt8>, asTyped: Bool) {
    guard let first = text.first, [0x5B, 0xEF, 0xE3].contains(first) else { return nil }
    self.first = first
    if text.count >= 4, first == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"), text[3] == 0x20,
      let task = Self.plain[text[1]]
    {
      (self.task, count) = (task, 4)
      return
    }
    guard asTyped, let (mark, task) = Self.typed.first(where: { text.starts(with: $0.mark) }) else { return nil }
    let blanks = text.dropFirst(mark.count).prefix { $0 == 0x20 }.count
    (self.task, count) = (task, mark.count + blanks)
    // Nothing to do is no task.
    if count == text.count { return nil }
  }

  private static let plain: [UInt8: Document.Task] = [
    0x20: .open, UInt8(ascii: "x"): .done, UInt8(ascii: "X"): .done,
  ]

  private static let typed: [(mark: [UInt8], task: Document.Task)] =
    ["[　]", "[]", "[  ]", "［ ］", "［　］", "［］", "【 】", "【　】", "【】"].map { (Array($0.utf8), .open) }
    + ["[√]", "[✓]", "[✔]", "[ｘ]", "[Ｘ]", "［x］", "［X］", "［√］", "【√】", "【x】"].map { (Array($0.utf8), .done) }
}
