import Diagnostics
import Encoding
import Fields

@testable import Templates

/// A view like the program's own, and one that holds views of its own kind.
struct PersonView: TemplateView {
  var name = "Ann"
  var motto: String?
  var portrait = "<img>"
  var age = 0
  var height: Double?
  var isHome = false
  var nicknames: [String] = []
  var home: PlaceView?
  var children: [PersonView] = []

  static let about = "A person."
  static let fields: [Field<PersonView>] = [
    Field("name", "what others call them", .text { $0.name }),
    Field("motto", "what they say", .optionalText { $0.motto }),
    Field("portrait", "a picture", .html { $0.portrait }),
    Field("age", "since birth", unit: "years", .integer { $0.age }),
    Field("height", "of the body", unit: "metres", .optionalNumber { $0.height }),
    Field("isHome", "whether they are at home", .flag { $0.isHome }),
    Field("nicknames", "what friends call them", .texts { $0.nicknames }),
    Field("home", "where they live", .optionalRecord(PlaceView.self) { $0.home }),
    Field("children", "the eldest first", .list(PersonView.self) { $0.children }),
  ]
}

struct PlaceView: TemplateView {
  var name: String?
  var street = "Long Street"

  static let about = "A place."
  static let fields: [Field<PlaceView>] = [
    Field("name", "what people call it", .optionalText { $0.name }),
    Field("street", "the street's name", .text { $0.street }),
  ]
}

/// What a template shows of a person, and what is wrong with it, as `file:line:column code`.
func rendered(
  _ template: String, _ person: PersonView = PersonView(), partials: [String: String] = [:]
) -> (text: String?, problems: [String]) {
  let sources = [("page", template)] + partials.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  var compiler = TemplateCompiler(sources.map { TemplateSource(name: $0.0, file: $0.0, text: $0.1) })
  _ = compiler.compile("page", for: [PersonView.self])
  let problems = compiler.problems.inReadingOrder().map { "\($0.location!) \($0.code)" }
  return (compiler.finished().render(person, with: "page")?.text, problems)
}

/// Of a template that has no problems.
func text(_ template: String, _ person: PersonView = PersonView(), partials: [String: String] = [:]) -> String? {
  let (text, problems) = rendered(template, person, partials: partials)
  return problems.isEmpty ? text : problems.joined(separator: "\n")
}
