import Community
import Content
import Fields
import Templates

/// A way of working with a number for a name.
struct MethodView: TemplateView {
  let method: Method
  let url: @Sendable (NamedSubject) -> String?

  static let about = "A way of working with a number for a name, such as 345."
  static let fields: [Field<MethodView>] = [
    Field("name", "what it is called", .text { $0.method.name }),
    Field("summary", "what it is, in a sentence or two", .optionalText { $0.method.summary }),
    Field(
      "parts", "what each of its numerals counts",
      .list(MethodPartView.self) { view in view.method.parts.map { MethodPartView(part: $0, url: view.url) } }),
  ]
}

struct MethodPartView: TemplateView {
  let part: MethodPart
  let url: @Sendable (NamedSubject) -> String?

  static let about = "What a numeral of a method counts."
  static let fields: [Field<MethodPartView>] = [
    Field("count", "the numeral, or N for any number", .text { $0.part.count.text }),
    Field("name", "what is counted", .text { $0.part.name }),
    Field("summary", "more of it", .optionalText { $0.part.summary }),
    Field(
      "items", "each of them",
      .list(NamedView.self) { view in
        view.part.items.map { NamedView(title: $0.title, summary: $0.summary, url: $0.subject.flatMap(view.url)) }
      }),
    Field("hasItems", "whether there are any", .flag { !$0.part.items.isEmpty }),
  ]
}

/// Something with a name, and where it leads.
struct NamedView: TemplateView {
  let title: String
  var summary: String?
  var url: String?

  static let about = "Something with a name, and where it leads: a carrier of a brand, an item of a method."
  static let fields: [Field<NamedView>] = [
    Field("title", "what it is called", .text { $0.title }),
    Field("summary", "more of it", .optionalText { $0.summary }),
    Field("url", "its page, where it has one", .optionalText { $0.url }),
  ]
}

/// A `method` block.
struct MethodBlockView: TemplateView {
  let method: MethodView?

  static let about = "A `method` block: the method of another page, within a text."
  static let fields: [Field<MethodBlockView>] = [
    Field("method", "the method; nothing where its page has none", .optionalRecord(MethodView.self) { $0.method })
  ]
}
