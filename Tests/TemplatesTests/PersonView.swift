import Diagnostics
import Encoding

@testable import Templates

/// A view like the program's own, and one that holds views of its own kind.
struct PersonView: TemplateView {
  var name = "Ann"
  var motto: String?
  var portrait = "<img>"
  var age = 0
  var isHome = false
  var nicknames: [String] = []
  var home: PlaceView?
  var children: [PersonView] = []

  static let fields: [String: TemplateField<PersonView>] = [
    "name": .text { $0.name },
    "motto": .text { $0.motto },
    "portrait": .html { $0.portrait },
    "age": .number { $0.age },
    "isHome": .flag { $0.isHome },
    "nicknames": .texts { $0.nicknames },
    "home": .view(PlaceView.self) { $0.home },
    "children": .list(PersonView.self) { $0.children },
  ]
}

struct PlaceView: TemplateView {
  var name: String?
  var street = "Long Street"

  static let fields: [String: TemplateField<PlaceView>] = [
    "name": .text { $0.name },
    "street": .text { $0.street },
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
