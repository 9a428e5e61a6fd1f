import Diagnostics
import Templates
import Testing

@testable import Pages

@Suite struct TemplateCheckTests {
  /// What the check says of a `404` template, as `line:column code`.
  private func problems(_ text: String, partials: [String: String] = [:]) -> [String] {
    let templates = [("404", text)] + partials.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    var compiler = TemplateCompiler(
      templates.map { TemplateSource(name: $0.0, file: "\($0.0).mustache", text: $0.1) })
    _ = compiler.compile("404", for: [FrameView.self, HomeView.self])
    return compiler.problems.inReadingOrder().map { "\($0.location!) \($0.code)" }
  }

  @Test func whatIsOfferedPasses() {
    #expect(
      problems(
        """
        {{! a comment }}<title>{{pageTitle}}</title>{{site.title}}
        {{#notices}}{{title}}{{#first()}}!{{/first()}}{{index()}}{{/notices}}{{^hasMetrics}}{{name}}{{/hasMetrics}}
        {{{body}}}{{count(notices)}}{{#site}}{{icp}}{{name}}{{/site}}
        """) == [])
  }

  @Test func unknownNamesHaveTheirPlace() {
    #expect(
      problems("{{nmae}}\n你好{{#notices}}{{titel}}{{/notices}}\n{{site.nothing}}") == [
        "404.mustache:1:1 template.unknown-name", "404.mustache:2:15 template.unknown-name",
        "404.mustache:3:1 template.unknown-name",
      ])
  }

  @Test func namesOfAListStandInsideItOnly() {
    #expect(problems("{{#groups}}{{style}}{{/groups}}{{style}}") == ["404.mustache:1:32 template.unknown-name"])
  }

  @Test func partialsAreCheckedWhereTheyAreCalled() {
    #expect(problems("{{>card}}", partials: ["card": "{{dateLabel}}"]) == ["card.mustache:1:1 template.unknown-name"])
    #expect(problems("{{#notices}}{{>card}}{{/notices}}", partials: ["card": "{{dateLabel}}"]) == [])
    #expect(problems("{{>crad}}", partials: ["card": ""]) == ["404.mustache:1:1 template.unknown-partial"])
  }

  @Test func blocksOfHeirsAreChecked() {
    let parent = ["base": "<main>{{$main}}{{wrong}}{{/main}}</main>"]
    #expect(problems("{{<base}}{{$main}}{{name}}{{/main}}{{/base}}", partials: parent) == [])
    #expect(
      problems("{{<base}}{{$main}}{{bad}}{{/main}}{{/base}}", partials: parent) == [
        "404.mustache:1:19 template.unknown-name"
      ])
    #expect(problems("{{<base}}{{/base}}", partials: parent) == ["base.mustache:1:16 template.unknown-name"])
  }

  @Test func bracesFitTheValue() {
    #expect(problems("{{{name}}}") == ["404.mustache:1:1 template.unescaped-text"])
    #expect(problems("{{body}}") == ["404.mustache:1:1 template.escaped-html"])
    #expect(problems("{{&name}}") == ["404.mustache:1:1 template.unescaped-text"])
    #expect(problems("{{notices}}") == ["404.mustache:1:1 template.not-text"])
    #expect(problems("{{shout(name)}}") == ["404.mustache:1:1 template.unknown-transform"])
  }

  @Test func tagsAreClosed() {
    #expect(problems("{{#notices}}") == ["404.mustache:1:1 template.unclosed"])
    #expect(problems("{{#notices}}{{#site}}{{/notices}}{{name}}") == ["404.mustache:1:13 template.unclosed"])
    #expect(problems("x{{/notices}}") == ["404.mustache:1:2 template.unopened"])
    #expect(problems("{{name") == ["404.mustache:1:1 template.unclosed"])
    #expect(problems("{{%PRAGMA}}") == ["404.mustache:1:1 template.unsupported"])
  }
}
