import CCmark
import Encoding

extension TreeBuilder {
  /// A paragraph in which a delimiter row follows a line with as many cells is a table from that line on (GFM §4.10); lines before
  /// stay a paragraph. libcmark has no tables: the paragraph's own lines are read again, each cell as a small paragraph.
  mutating func appendTable(from paragraph: OpaquePointer) -> Bool {
    let firstLine = Int(cmark_node_get_start_line(paragraph))
    let lastLine = Int(cmark_node_get_end_line(paragraph))
    guard lastLine > firstLine else { return false }
    let quoteDepth = depthOfQuotes(around: paragraph)
    let raw = (firstLine...lastLine).map { line in
      line == firstLine
        ? lines.line(line).dropFirst(max(0, Int(cmark_node_get_start_column(paragraph)) - 1))
        : lines.line(line).droppingQuoteMarks(quoteDepth)
    }
    guard let table = TableSyntax(lines: raw) else { return false }

    var text = Bytes()
    for cell in table.cells {
      // A no-break space keeps the cell from being read as a block of another kind, and is white space to the emphasis rules, as the
      // start of a line is. It is taken off again below.
      text.append("\u{A0}" as StaticString)
      cell.append(to: &text)
      text.append("\n\n" as StaticString)
    }
    for line in raw.prefix(table.headLine) {
      text.append(contentsOf: line)
      text.append(UInt8(ascii: "\n"))
    }
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: definitions.used(in: text))

    fixedLine = Int32(firstLine)
    defer { fixedLine = nil }
    text.withUnsafeBufferPointer { buffer in
      withMarkedTree(of: buffer) { builder, root in
        var child = cmark_node_first_child(root)
        var cells: [OpaquePointer] = []
        while let node = child {
          cells.append(node)
          child = cmark_node_next(node)
        }
        let cellCount = table.cells.count
        guard cells.count >= cellCount else { return }
        for paragraph in cells[cellCount...] { builder.append(paragraph) }
        builder.fixedLine = Int32(firstLine + table.headLine)
        builder.appendTable(table, cells: cells[..<cellCount])
      }
    }
    return true
  }

  private mutating func appendTable(_ table: TableSyntax, cells: ArraySlice<OpaquePointer>) {
    var cells = cells
    let tableIndex = appendNode(.table)
    for row in 0..<table.rowCount {
      let rowIndex = appendNode(.tableRow)
      document.nodes[rowIndex].flag = row == 0
      for alignment in table.alignments {
        let cellIndex = appendNode(.tableCell)
        document.nodes[cellIndex].number = alignment.rawValue
        document.nodes[cellIndex].flag = row == 0
        if let paragraph = cells.popFirst() { appendCell(paragraph) }
        document.nodes[cellIndex].end = Int32(document.nodes.count)
      }
      document.nodes[rowIndex].end = Int32(document.nodes.count)
      fixedLine = fixedLine.map { $0 + (row == 0 ? 2 : 1) }
    }
    document.nodes[tableIndex].end = Int32(document.nodes.count)
  }

  /// A cell's inline nodes, without the no-break space before them.
  private mutating func appendCell(_ paragraph: OpaquePointer) {
    let first = document.nodes.count
    var child = cmark_node_first_child(paragraph)
    while let node = child {
      append(node)
      child = cmark_node_next(node)
    }
    guard document.nodes.count > first, document.nodes[first].kind == .text else { return }
    document.nodes[first].content.offset += 2
    document.nodes[first].content.count -= 2
  }

  private mutating func appendNode(_ kind: Document.Kind) -> Int {
    var node = Document.Node(kind: kind)
    node.line = fixedLine ?? 0
    document.nodes.append(node)
    return document.nodes.count - 1
  }

  private func depthOfQuotes(around node: OpaquePointer) -> Int {
    var depth = 0
    var parent = cmark_node_parent(node)
    while let current = parent {
      if cmark_node_get_type(current) == CMARK_NODE_BLOCK_QUOTE { depth += 1 }
      parent = cmark_node_parent(current)
    }
    return depth
  }
}
