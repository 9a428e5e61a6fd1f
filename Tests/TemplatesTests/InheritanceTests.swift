import Testing

@testable import Templates

/// What the specification's cases leave open.
@Suite struct InheritanceTests {
  @Test func blocksMayBeInheritedThroughSeveralTemplates() {
    let partials = [
      "layout": "<{{$head}}{{/head}}|{{$main}}{{/main}}>",
      "article": "{{<layout}}{{$main}}{{name}}{{$extra}}{{/extra}}{{/main}}{{/layout}}",
    ]
    #expect(text("{{<article}}{{$extra}}!{{/extra}}{{$head}}h{{/head}}{{/article}}", partials: partials) == "<h|Ann!>")
  }

  /// A box with a block named as the page's own: within it the name is the box's.
  @Test func aBlockWithinItselfIsAnother() {
    let partials = ["layout": "<{{$main}}{{/main}}>", "box": "[{{$main}}{{/main}}]"]
    #expect(
      text("{{<layout}}{{$main}}a{{<box}}{{$main}}b{{/main}}{{/box}}{{/main}}{{/layout}}", partials: partials)
        == "<a[b]>")
    #expect(text("{{<layout}}{{$main}}1{{$main}}2{{/main}}{{/main}}{{/layout}}", partials: partials) == "<12>")
  }

  @Test func aParameterAloneOnItsLineLeavesTheLine() {
    #expect(text("{{<base}}{{/base}}", partials: ["base": "a\n{{$x}}{{/x}}\nb\n"]) == "a\n\nb\n")
    #expect(text("{{<base}}{{/base}}", partials: ["base": "a\n{{$x}}\n{{/x}}\nb\n"]) == "a\nb\n")
    #expect(
      text("{{<base}}\n  {{$x}}\n    1\n    2\n  {{/x}}\n{{/base}}\n", partials: ["base": "a\n{{$x}}\n{{/x}}\nb\n"])
        == "a\n1\n2\nb\n")
  }

  @Test func aParentsLineGoesWithItUnlessTextStandsOnIt() {
    let partials = ["base": "[{{$x}}{{/x}}]", "lines": "[{{$x}}{{/x}}]\n"]
    #expect(text("{{<lines}}{{/lines}}\n|", partials: partials) == "[]\n|")
    #expect(text("{{<lines}}\n{{$x}}1{{/x}}\n{{/lines}}\n|", partials: partials) == "[1]\n|")
    #expect(text("{{<base}}{{$x}}1{{/x}}{{/base}}\n|", partials: partials) == "[1]\n|")
    #expect(text("{{<base}}{{$x}}\n1\n{{/x}}{{/base}}\n|", partials: partials) == "[1\n]|")
    #expect(text("a {{<base}}{{/base}}\n|", partials: partials) == "a []\n|")
    #expect(text("  {{<base}}{{/base}} b\n|", partials: partials) == "  [] b\n|")
  }

  /// The lines of a template are shifted, the lines of what it shows are not: text in `pre` stays as it is.
  @Test func indentationIsThatOfTheTemplatesLines() {
    let person = PersonView(portrait: "<pre>1\n2</pre>")
    #expect(
      text("<div>\n  {{>p}}\n</div>", person, partials: ["p": "<b>\n{{{portrait}}}\n\n</b>\n"])
        == "<div>\n  <b>\n  <pre>1\n2</pre>\n\n  </b>\n</div>")
    #expect(text("<b>\n  {{>p}}x\n</b>", partials: ["p": "1\n2\n"]) == "<b>\n  1\n2\nx\n</b>")
    #expect(
      text(
        "{{<base}}{{$x}}\n1\n2\n{{/x}}{{/base}}",
        partials: ["base": " {{>inner}}\n", "inner": "a\n  {{$x}}\n  {{/x}}\nb\n"])
        == " a\n   1\n   2\n b\n")
  }

  @Test func aCallWithinALineBeginsAnew() {
    #expect(text("  {{>a}}\n", partials: ["a": "1\n[{{>b}}]\n2\n", "b": "x\ny"]) == "  1\n  [x\ny]\n  2\n")
  }
}
