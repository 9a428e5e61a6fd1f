import Diagnostics
import Testing

@testable import Templates

@Suite struct ProblemTests {
  private func problems(_ template: String, partials: [String: String] = [:]) -> [String] {
    rendered(template, partials: partials).problems
  }

  @Test func namesAreThoseThatAreOffered() {
    #expect(
      problems("你好 {{nmae}}\n\n {{#home}}{{#city}}x{{/city}}{{/home}}") == [
        "page:1:4 template.unknown-name", "page:3:11 template.unknown-name",
      ])
    #expect(
      problems("{{home.city}}{{name.first}}") == [
        "page:1:1 template.unknown-name", "page:1:14 template.unknown-name",
      ])
    #expect(problems("{{street}}{{#home}}{{street}}{{/home}}") == ["page:1:1 template.unknown-name"])
  }

  @Test func hintsNameTheNearestAndOtherwiseAll() {
    var compiler = TemplateCompiler([TemplateSource(name: "page", file: "page", text: "{{nmae}}{{planet}}")])
    _ = compiler.compile("page", for: [PlaceView.self])
    #expect(compiler.problems.map { $0.hint?.en } == ["did you mean “name”?", "offered here: name, street"])
  }

  @Test func bracesFitTheValue() {
    #expect(problems("{{portrait}}") == ["page:1:1 template.escaped-html"])
    #expect(problems("{{{name}}}") == ["page:1:1 template.unescaped-text"])
    #expect(problems("{{&name}}") == ["page:1:1 template.unescaped-text"])
    #expect(problems("{{#nicknames}}{{{.}}}{{/nicknames}}") == ["page:1:15 template.unescaped-text"])
    for name in ["home", "isHome", "children", "nicknames", "."] {
      #expect(problems("{{\(name)}}") == ["page:1:1 template.not-text"], "\(name)")
    }
  }

  @Test func tagsAreClosedInOrder() {
    #expect(problems("{{#home}}") == ["page:1:1 template.unclosed"])
    #expect(problems("{{#home}}{{#children}}{{/home}}{{name}}") == ["page:1:10 template.unclosed"])
    #expect(problems("x{{/home}}") == ["page:1:2 template.unopened"])
    #expect(problems("a\n {{name") == ["page:2:2 template.unclosed"])
    #expect(problems("{{{name}}") == ["page:1:1 template.unclosed"])
    #expect(problems("{{#isHome}}{{/isHome}}{{<p}}", partials: ["p": ""]) == ["page:1:23 template.unclosed"])
    #expect(problems("{{! never ends") == ["page:1:1 template.unclosed"])
  }

  @Test(arguments: ["{{=<%=}}", "{{=<% %> !=}}", "{{= =}}", "{{=a= b=}}", "{{%CONTENT_TYPE: TEXT}}"])
  func tagsThatAreNone(_ tag: String) {
    #expect(problems("a\n\(tag)") == ["page:2:1 template.unsupported"])
  }

  @Test func templatesAreThere() {
    #expect(problems("{{>crad}}", partials: ["card": ""]) == ["page:1:1 template.unknown-partial"])
    #expect(problems("{{<crad}}{{/crad}}") == ["page:1:1 template.unknown-partial"])
  }

  @Test func whatIsCalledIsCheckedWhereItIsCalled() {
    let partials = ["place": "{{street}}"]
    #expect(problems("{{>place}}", partials: partials) == ["place:1:1 template.unknown-name"])
    #expect(problems("{{#home}}{{>place}}{{/home}}", partials: partials) == [])
    // Of a block the text that is shown.
    let parent = ["base": "{{$main}}{{wrong}}{{/main}}"]
    #expect(problems("{{<base}}{{$main}}{{name}}{{/main}}{{/base}}", partials: parent) == [])
    #expect(
      problems("{{<base}}{{$main}}{{bad}}{{/main}}{{/base}}", partials: parent) == ["page:1:19 template.unknown-name"])
    #expect(problems("{{<base}}{{/base}}", partials: parent) == ["base:1:10 template.unknown-name"])
  }

  @Test func transformsFit() {
    #expect(problems("{{shout(name)}}") == ["page:1:1 template.unknown-transform"])
    #expect(problems("{{count(name)}}") == ["page:1:1 template.unknown-transform"])
    #expect(
      problems("{{middle()}}{{}}") == [
        "page:1:1 template.unknown-transform", "page:1:13 template.unknown-transform",
      ])
  }

  /// A template that calls itself with the views it already has would never end.
  @Test(arguments: [
    "{{>p}}", "{{#home}}{{>p}}{{/home}}", "{{#name}}{{>p}}{{/name}}", "{{#isHome}}{{>p}}{{/isHome}}",
    "{{<p}}{{$x}}1{{/x}}{{/p}}", "{{#nicknames}}{{>p}}{{/nicknames}}", "{{>q}}",
  ])
  func templatesEnd(_ body: String) {
    let found = problems("{{>p}}", partials: ["p": body, "q": "{{>p}}"])
    #expect(found.count == 1 && found[0].hasSuffix("template.endless"), "\(found)")
  }

  @Test func whatIsTooDeepIsRefused() {
    let many = 100_000
    #expect(problems(String(repeating: "{{#home}}", count: many)) == ["page:1:901 template.too-deep"])
    let sections = String(repeating: "{{#isHome}}", count: 90) + "{{>p1}}" + String(repeating: "{{/isHome}}", count: 90)
    var chain: [String: String] = [:]
    for number in 1...5 { chain["p\(number)"] = sections.replacing("{{>p1}}", with: "{{>p\(number + 1)}}") }
    chain["p6"] = ""
    #expect(problems("{{>p1}}", partials: chain).allSatisfy { $0.hasSuffix("template.too-deep") })
    #expect(!problems("{{>p1}}", partials: chain).isEmpty)
  }

  /// Each of the calls replaces another block: there are as many ways to call the template as there are sets of blocks.
  @Test func compilingIsBounded() {
    let calls = (0..<20).map { "{{<page}}{{$a\($0)}}{{/a\($0)}}{{/page}}" }.joined()
    var compiler = TemplateCompiler([TemplateSource(name: "page", file: "page", text: calls)], most: 1000)
    _ = compiler.compile("page", for: [PersonView.self])
    #expect(Set(compiler.problems.map(\.code)) == ["template.endless", "template.too-many"])
  }

  /// Twice as much with each template that calls the next one twice; the work of compiling them is not.
  @Test func compilingTakesItsTimeOnce() {
    var partials = ["p60": "x"]
    for number in 0..<60 { partials["p\(number)"] = "{{>p\(number + 1)}}{{>p\(number + 1)}}" }
    let sources = partials.map { TemplateSource(name: $0.key, file: $0.key, text: $0.value) }
    var compiler = TemplateCompiler(sources)
    _ = compiler.compile("p0", for: [PersonView.self])
    #expect(compiler.problems.isEmpty && compiler.finished().code.routines.count == 61)
  }
}
