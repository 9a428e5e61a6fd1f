extension Document {
  /// Joins the delimiters of `~~…~~`: those that stand in the same block or the same emphasis, the nearest ones. What stays alone is text.
  ///
  /// Before, each `.strikethrough` is a leaf whose text is `~~` and whose number is what it may do (`InlineMarks.Rule`).
  mutating func resolveStrikethrough() {
    guard nodes.contains(where: { $0.kind == .strikethrough }) else { return }
    /// Open containers, and in each the delimiters that may open.
    var containers: [(end: Int32, openers: [Int])] = []
    for index in nodes.indices {
      while let last = containers.last, last.end <= Int32(index) { close(containers.removeLast().openers) }
      let node = nodes[index]
      if node.kind == .strikethrough {
        let last = containers.count - 1
        if Int(node.number) & InlineMarks.Rule.closes != 0, let opener = containers[last].openers.popLast(),
          opener + 1 < index
        {
          nodes[opener] = Node(kind: .strikethrough, line: node.line, end: Int32(index))
          nodes[index] = Node(kind: .text, line: node.line, end: Int32(index + 1))
        } else if Int(node.number) & InlineMarks.Rule.opens != 0 {
          containers[last].openers.append(index)
        } else {
          close([index])
        }
      } else if node.end > Int32(index + 1) {
        containers.append((node.end, []))
      }
    }
    for container in containers { close(container.openers) }
  }

  private mutating func close(_ alone: [Int]) {
    for index in alone {
      nodes[index] = Node(kind: .text, line: nodes[index].line, end: nodes[index].end, content: nodes[index].content)
    }
  }
}
