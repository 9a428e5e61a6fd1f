package import Diagnostics
package import Vocabulary

/// A way of working with a number for a name: `345` is three platforms, four forces, five goals.
package struct Method: Sendable {
  package let name: String
  package let summary: String?
  package let parts: [MethodPart]
}

package struct MethodPart: Sendable {
  package let count: MethodCount
  /// What is counted: `平台`.
  package let name: String
  package let summary: String?
  /// As many as are counted.
  package let items: [MethodItem]
}

package struct MethodItem: Sendable {
  package let title: String
  package let summary: String?
  package let subject: NamedSubject?
}

/// How many parts of a kind there are: 1…99, or `N`, which is as many as there are.
package enum MethodCount: Sendable, Hashable {
  case number(Int)
  case any

  package var text: String {
    switch self {
    case .number(let number): String(number)
    case .any: "N"
    }
  }
}

extension FrontMatterReader {
  /// `method: {name: "345", parts: [{count: 3, name: 平台, items: [...]}, …]}`.
  mutating func method() -> Method? {
    guard let group = fields.reader("method") else { return nil }
    let name = group.requiredText("name")
    let summary = group.text("summary")
    group.requireItems("parts")
    var parts: [MethodPart] = []
    let entries = group.readers("parts")
    for entry in entries {
      if let part = part(entry) { parts.append(part) }
      entry.finish()
    }
    group.finish()
    guard let name, !parts.isEmpty, parts.count == entries.count else { return nil }
    if let problem = MethodName(name).problem(with: parts.map(\.count), at: group.location(of: "name")) {
      group.problem(problem)
    }
    return Method(name: name, summary: summary, parts: parts)
  }

  private mutating func part(_ entry: FieldReader) -> MethodPart? {
    let count = entry.methodCount("count")
    let name = entry.requiredText("name")
    let summary = entry.text("summary")
    var items: [MethodItem] = []
    for item in entry.entries("items") {
      switch item {
      case .text(let title, _): items.append(MethodItem(title: title, summary: nil, subject: nil))
      case .group(let group):
        let title = group.requiredText("title")
        let summary = group.text("summary")
        let subject = subject(of: group)
        group.finish()
        if let title { items.append(MethodItem(title: title, summary: summary, subject: subject)) }
      }
    }
    guard let count, let name else { return nil }
    if case .number(let number) = count, number != items.count {
      entry.problem(
        .error(
          "method.count", zh: "“\(name)”写的是 \(number) 个，下面列了 \(items.count) 个",
          en: "“\(name)” says \(number), and \(items.count) are listed",
          hint: Message(
            zh: "补齐或删去条目，或者改 count；数目不定就写 count: N",
            en: "list as many as it says, or change “count”; `count: N` is any number"),
          at: entry.location(of: entry.isPresent("items") ? "items" : "count")))
    }
    return MethodPart(count: count, name: name, summary: summary, items: items)
  }
}

extension FieldReader {
  fileprivate func methodCount(_ key: String) -> MethodCount? {
    requiredValue(
      key, expected: Message(zh: "1 到 99 之间的整数，或者 N", en: "a whole number from 1 to 99, or N")
    ) { text in
      let tokens = MethodName(text).tokens
      guard tokens.count == 1, MethodName.isNumeral(text) else { return nil }
      switch tokens[0] {
      case .any: return .any
      case .digits(let digits): return Int(digits).flatMap { (1...99).contains($0) ? .number($0) : nil }
      case .chinese(let number): return (1...99).contains(number) ? .number(number) : nil
      }
    }
  }
}

extension Method {
  /// All that it says, in its order.
  package var texts: [String] {
    var texts: [String?] = [name, summary]
    for part in parts {
      texts += [part.name, part.summary]
      for item in part.items { texts += [item.title, item.summary] }
    }
    return texts.compactMap { $0 }
  }
}
