import Diagnostics
import PublicText

/// What rules of `terms.yaml` can't hold beside one another, or alone.
struct TermListCheck {
  private let list: TermList

  init(_ list: TermList) {
    self.list = list
  }

  func problems() -> [Diagnostic] {
    var first: [String: TermList.Rule] = [:]
    var problems: [Diagnostic] = []
    for (index, rule) in list.rules.enumerated() {
      if let other = first[rule.wrong] {
        problems.append(duplicate(rule, other))
        continue
      }
      first[rule.wrong] = rule
      problems += uselessExceptions(of: rule) + contradiction(of: rule) + overlaps(of: index)
    }
    return problems
  }

  private func duplicate(_ rule: TermList.Rule, _ other: TermList.Rule) -> Diagnostic {
    .error(
      "terms.duplicate", zh: "“\(rule.wrong)”已写在 \(other.location)",
      en: "“\(rule.wrong)” also stands at \(other.location)",
      hint: Message(zh: "合并成一条", en: "make them one"), at: rule.location)
  }

  /// What is to be written instead would itself be found fault with.
  private func contradiction(of rule: TermList.Rule) -> [Diagnostic] {
    list.hits(in: rule.right).prefix(1).map { hit in
      let other = list.rules[hit.term]
      return .error(
        "terms.contradiction", zh: "要求写“\(rule.right)”，其中的“\(other.wrong)”又是 \(other.location) 不许写的",
        en: "“\(rule.right)” is asked for, whose “\(other.wrong)” \(other.location) forbids",
        hint: Message(
          zh: "在那一条的 except 里加上“\(rule.right)”，或改掉其中一条",
          en: "add “\(rule.right)” to the other's `except`, or mend one of them"),
        at: rule.location)
    }
  }

  private func uselessExceptions(of rule: TermList.Rule) -> [Diagnostic] {
    zip(rule.exceptions, rule.exceptionPlaces).compactMap { exception, location in
      guard exception == rule.wrong || !exception.contains(rule.wrong) else { return nil }
      return exception == rule.wrong
        ? .error(
          "terms.useless-exception", zh: "except 里的“\(exception)”就是要改的词，这一条不起作用",
          en: "the exception “\(exception)” is the word itself: the rule does nothing",
          hint: Message(zh: "写出包含它的整个短语，或删去这一条", en: "write the whole phrase that holds it, or remove the rule"),
          at: location)
        : .warning(
          "terms.useless-exception", zh: "except 里的“\(exception)”不包含“\(rule.wrong)”，不起作用",
          en: "the exception “\(exception)” does not hold “\(rule.wrong)” and does nothing",
          hint: Message(zh: "写出包含它的整个短语，或删去", en: "write the whole phrase that holds it, or remove it"), at: location)
    }
  }

  /// A word within another's: where the longer stands, both rules speak.
  private func overlaps(of index: Int) -> [Diagnostic] {
    let rule = list.rules[index]
    return list.rules.compactMap { longer in
      guard longer.wrong != rule.wrong, longer.wrong.contains(rule.wrong),
        !rule.exceptions.contains(where: longer.wrong.contains)
      else { return nil }
      return .warning(
        "terms.overlap", zh: "“\(rule.wrong)”也在 \(longer.location) 的“\(longer.wrong)”里；遇到后者只按后者提示",
        en:
          "“\(rule.wrong)” is part of “\(longer.wrong)” at \(longer.location); where that stands, only that rule speaks",
        hint: Message(
          zh: "在这一条的 except 里加上“\(longer.wrong)”，写明是有意的",
          en: "add “\(longer.wrong)” to this rule's `except` to say that it is meant"),
        at: rule.location)
    }
  }
}
