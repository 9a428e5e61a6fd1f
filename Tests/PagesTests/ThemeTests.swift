import Testing

@testable import Content
@testable import Pages

@Suite struct ThemeTests {
  private func render(_ text: String, _ view: LinkView, partials: [String: String] = [:]) throws -> String {
    let templates = [("page", text)] + partials.map { ($0.key, $0.value) }
    let source = ThemeSource(
      name: "t", templates: templates.map { .init(name: $0.0, file: $0.0, text: $0.1) }, statics: [])
    return try Theme(source).render(view, template: "page").text
  }

  @Test func escapesInPartialsAndHeirsToo() throws {
    let view = LinkView(title: "\"\u{301}<\u{338}b>", url: "&")
    let escaped = "&quot;\u{301}&lt;\u{338}b&gt;"
    #expect(try render("{{title}}", view) == escaped)
    #expect(try render("{{>p}}", view, partials: ["p": "{{title}}"]) == escaped)
    let parent = ["base": "[{{$main}}{{/main}}]{{url}}"]
    #expect(try render("{{<base}}{{$main}}{{title}}{{/main}}{{/base}}", view, partials: parent) == "[\(escaped)]&amp;")
  }

  @Test func emptyTextIsFalseAndHidesOuterNames() throws {
    let view = LinkView(title: "", url: "u")
    #expect(try render("{{#title}}yes{{/title}}{{^title}}no{{/title}}", view) == "no")
  }

  @Test func indentedPartialsDoNotShiftWhatTheyHold() throws {
    let view = LinkView(title: "x", url: "u")
    #expect(try render("<pre>\n  {{>p}}\n</pre>", view, partials: ["p": "a\nb\n"]) == "<pre>\na\nb\n</pre>")
  }
}
