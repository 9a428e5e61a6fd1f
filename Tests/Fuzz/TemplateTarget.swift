import Encoding
import Fields
import RandomInputs
import Templates

/// Themes of a few templates that call each other: what is accepted comes to an end, and shows no text without escaping it.
struct TemplateTarget: FuzzTarget {
  static let name = "template"
  static let share = 5

  /// Between templates; the first is the page's.
  private static let separator: UInt8 = 0x1E
  private static let names = ["page", "a", "b", "c"]
  private static let words = [
    "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{>", "{{<", "{{$", "{{!", "{{=", "=}}", "{{&", "{{%",
    "{{=<% %>=}}",
    "name", "inner", "inners", "names", "isOpen", "html", "number", ".", "inner.name", "count(names)", "first()", "x",
    "y",
    "\n", "\r\n", "  ", "\t", "\u{1E}", "甲", "<",
  ]

  // MARK: Writing templates

  func input(_ random: inout SeededRandom) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in Self.names.indices {
      if number > 0 { bytes.append(Self.separator) }
      bytes += Array(body(random.number(0...4), &random).utf8)
    }
    return random.chance(70) ? bytes : Mutation.mutated(bytes, words: Self.words, &random)
  }

  private func body(_ depth: Int, _ random: inout SeededRandom) -> String {
    (0..<random.number(0...4)).map { _ in node(depth, &random) }.joined()
  }

  private func node(_ depth: Int, _ random: inout SeededRandom) -> String {
    let end = random.one(of: ["", "", "\n", "\r\n", " \n  "])
    if depth > 0, random.chance(60) {
      let inner = random.one(of: ["", "\n", "\n  "]) + body(depth - 1, &random)
      switch random.below(8) {
      case 0:
        return "{{<\(template(&random))}}\(block(inner, &random)) \(block(inner, &random)){{/\(template(&random))}}"
          + end
      case 1, 2:
        let name = template(&random)
        return "{{<\(name)}}\(block(inner, &random))\n\(block(inner, &random)){{/\(name)}}" + end
      case 3, 4: return block(inner, &random) + end
      default:
        let name = random.one(of: [
          "name", "inner", "inners", "names", "isOpen", "number", "first()", "reversed(inners)", ".",
        ])
        return "\(random.one(of: ["{{#", "{{^"]))\(name)}}\(inner){{/\(name)}}" + end
      }
    }
    let words = [
      "{{name}}", "{{number}}", "{{{html}}}", "{{inner.name}}", "{{count(names)}}", "{{index()}}", "{{! a }}", "t",
      "\n  ",
    ]
    return random.chance(20) ? "{{>\(template(&random))}}" + end : random.one(of: words) + end
  }

  private func block(_ body: String, _ random: inout SeededRandom) -> String {
    let name = random.one(of: ["x", "y", "z"])
    return "{{$\(name)}}\(body){{/\(name)}}"
  }

  private func template(_ random: inout SeededRandom) -> String { random.one(of: Self.names) }

  // MARK: Reading them

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    let texts = input.split(separator: Self.separator, omittingEmptySubsequences: false)
    let sources = zip(Self.names, texts).map {
      TemplateSource(name: $0, file: $0, text: String(decoding: $1, as: UTF8.self))
    }
    var compiler = TemplateCompiler(sources, most: 5_000)
    _ = compiler.compile("page", for: [FuzzedView.self])
    guard compiler.problems.isEmpty else { return false }
    // Each list has one element, so a page grows by its calls alone; with many of them it may rightly be as long as you like.
    guard input.count < 4000, input.count(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") }) < 8 else {
      return true
    }
    let html = compiler.finished().render(FuzzedView(depth: 3), with: "page")
    try expect(html?.text.contains(FuzzedView.mark) == false, "text is not escaped")
    return true
  }
}

/// Holds views of its own kind, like no view of the program.
private struct FuzzedView: TemplateView {
  /// What no template may show as it is.
  static let mark = "<\u{E000}>"

  let depth: Int

  private var inner: FuzzedView? { depth > 0 ? FuzzedView(depth: depth - 1) : nil }

  static let about = "What all templates are shown with."
  static let fields: [Field<FuzzedView>] = [
    Field("name", "text that must be escaped", .text { _ in mark }),
    Field("html", "HTML", .html { _ in "<b>" }),
    Field("isOpen", "whether the depth is odd", .flag { $0.depth & 1 == 1 }),
    Field("number", "the depth", .integer { $0.depth }),
    Field("names", "texts that must be escaped", .texts { _ in [mark] }),
    Field("inner", "one less deep", .optionalRecord(FuzzedView.self) { $0.inner }),
    Field("inners", "the same in a list", .list(FuzzedView.self) { view in view.inner.map { [$0] } ?? [] }),
  ]
}
