import Testing

@testable import Templates

@Suite struct RenderingTests {
  @Test func textIsEscapedByBytes() {
    let person = PersonView(name: "\"\u{301}<\u{338}b>", motto: "&")
    let escaped = "&quot;\u{301}&lt;\u{338}b&gt;"
    #expect(text("{{name}}", person) == escaped)
    #expect(text("{{>p}}", person, partials: ["p": "{{name}}"]) == escaped)
    #expect(
      text("{{<base}}{{$main}}{{name}}{{/main}}{{/base}}", person, partials: ["base": "[{{$main}}{{/main}}]{{motto}}"])
        == "[\(escaped)]&amp;")
    #expect(text("{{#nicknames}}{{.}}{{/nicknames}}", PersonView(nicknames: ["<"])) == "&lt;")
    #expect(text("{{{portrait}}}") == "<img>")
  }

  @Test func emptyTextIsFalseAndHidesOuterNames() {
    #expect(text("{{#name}}yes{{/name}}{{^name}}no{{/name}}", PersonView(name: "")) == "no")
    #expect(text("{{#home}}[{{name}}]{{/home}}", PersonView(name: "Ann", home: PlaceView())) == "[]")
    #expect(text("{{#home}}{{motto}}{{/home}}", PersonView(motto: "m", home: PlaceView())) == "m")
  }

  @Test func aTextIsItsSectionsItem() {
    #expect(
      text("{{#motto}}{{.}}, {{motto}}, {{name}}{{/motto}}", PersonView(motto: "<m>")) == "&lt;m&gt;, &lt;m&gt;, Ann")
  }

  @Test func theInnerViewOfAKindIsMeantAndTheOuterOneComesBack() {
    let person = PersonView(
      name: "A", children: [PersonView(name: "B", home: PlaceView(name: "H")), PersonView(name: "C")])
    #expect(
      text("{{name}}{{#children}}{{name}}{{#home}}{{name}}{{/home}}{{name}}{{/children}}{{name}}", person) == "ABHBCCA")
  }

  @Test func aTemplateMayCallItselfDownAView() {
    let grandchild = PersonView(name: "C")
    let family = PersonView(
      name: "A", children: [PersonView(name: "B", children: [grandchild, grandchild]), grandchild])
    #expect(
      text("{{>tree}}", family, partials: ["tree": "({{name}}{{#children}}{{>tree}}{{/children}})"])
        == "(A(B(C)(C))(C))")
    #expect(
      text("{{>tree}}", family, partials: ["tree": "{{name}}\n{{#children}}\n  {{>tree}}\n{{/children}}\n"])
        == "A\n  B\n    C\n    C\n  C\n")
  }

  @Test func listsKnowTheirPlaces() {
    let person = PersonView(nicknames: ["a", "b", "c"])
    #expect(
      text("{{#nicknames}}{{index()}}{{#first()}}<{{/first()}}{{.}}{{^last()}}, {{/last()}}{{/nicknames}}", person)
        == "0<a, 1b, 2c")
    #expect(text("{{#first()}}x{{/first()}}{{index()}}", person) == "")
  }

  @Test func transforms() {
    let person = PersonView(name: "ann lee", age: 2, nicknames: ["a", "b"], children: [PersonView(name: "B")])
    #expect(
      text("{{uppercased(name)}} {{capitalized(name)}} {{lowercased(uppercased(name))}}", person)
        == "ANN LEE Ann Lee ann lee")
    #expect(text("{{count(nicknames)}}{{plusone(count(nicknames))}}{{minusone(age)}}", person) == "231")
    #expect(text("{{#reversed(nicknames)}}{{.}}{{/reversed(nicknames)}}", person) == "ba")
    #expect(
      text("{{#first(children)}}{{name}}{{/first(children)}}{{#empty(children)}}none{{/empty(children)}}", person)
        == "B")
    #expect(text("{{^last(children)}}none{{/last(children)}}") == "none")
    #expect(text("{{#even(age)}}even{{/even(age)}}{{#odd(age)}}odd{{/odd(age)}}", person) == "even")
    #expect(text("{{#equalzero(age)}}zero{{/equalzero(age)}}") == "zero")
  }

  @Test func numbersWithAFractionAreShownAsPeopleWriteThem() {
    let person = PersonView(height: 1.75)
    #expect(text("{{height}}{{#height}} {{.}} m{{/height}}{{^height}}?{{/height}}", person) == "1.75 1.75 m")
    #expect(text("{{height}}{{#height}}{{.}}{{/height}}{{^height}}?{{/height}}") == "?")
  }

  @Test func aViewThatIsNotThereShowsNothing() {
    #expect(text("[{{home.street}}{{#home}}x{{/home}}{{^home}}no{{/home}}]") == "[no]")
    #expect(text("{{home.street}}", PersonView(home: PlaceView())) == "Long Street")
  }

  @Test func aProgramIsForTheViewsItWasCompiledFor() {
    var compiler = TemplateCompiler([TemplateSource(name: "page", file: "page", text: "{{name}}")])
    let isThere = ["page", "other"].map { compiler.compile($0, for: [PersonView.self]) }
    #expect(isThere == [true, false])
    let program = compiler.finished()
    #expect(program.render(PersonView(), with: "page") != nil)
    #expect(program.render(PlaceView(), with: "page") == nil)
    #expect(program.render(PersonView(), in: PlaceView(), with: "page") == nil)
    #expect(program.render(PersonView(), with: "other") == nil)
  }
}
