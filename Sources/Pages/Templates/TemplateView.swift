import Encoding
import Mustache

/// What a template is given: a value whose names are declared once, in `fields`. The same declaration serves the rendering and the check
/// of all templates, so a name that a template uses and no page offers is found before anything is published.
protocol TemplateView: MustacheParent, Sendable {
  static var fields: [String: TemplateField<Self>] { get }
}

extension TemplateView {
  func child(named name: String) -> Any? { Self.fields[name]?.value(of: self) }
}

/// One name that a view offers.
enum TemplateField<View>: Sendable {
  /// Escaped where it is shown (`{{name}}`). Nothing or empty text is false in a section.
  case text(@Sendable (View) -> String?)
  /// HTML that the program made itself, shown as it is (`{{{name}}}`).
  case html(@Sendable (View) -> String?)
  case flag(@Sendable (View) -> Bool)
  case number(@Sendable (View) -> Int)
  case texts(@Sendable (View) -> [String])
  case view(any TemplateView.Type, @Sendable (View) -> (any TemplateView)?)
  case list(any TemplateView.Type, @Sendable (View) -> [any TemplateView])

  func value(of view: View) -> Any {
    switch self {
    case .text(let get), .html(let get):
      // Never nil: Mustache would look the name up in the views around this one.
      get(view).flatMap { $0.isEmpty ? nil : ShownText(renderText: $0) as Any } ?? Nothing.value
    case .flag(let get): get(view)
    case .number(let get): get(view)
    case .texts(let get): get(view).map(ShownText.init)
    case .view(_, let get): get(view) ?? Nothing.value
    case .list(_, let get): get(view)
    }
  }

  var shape: TemplateShape {
    switch self {
    case .text: .text
    case .html: .html
    case .flag: .flag
    case .number: .number
    case .texts: .texts
    case .view(let type, _): .view(type)
    case .list(let type, _): .list(type)
    }
  }
}

/// What a name stands for, without a value.
enum TemplateShape {
  case text, html, flag, number, texts
  case view(any TemplateView.Type)
  case list(any TemplateView.Type)
}

extension TemplateView {
  static func shape(of name: String) -> TemplateShape? { fields[name]?.shape }
  static var names: [String] { fields.keys.sorted() }
}

/// A text. `String` itself would be looked into by reflection wherever a name stands inside a section on a text.
struct ShownText: MustacheCustomRenderable, MustacheParent, MustacheTransformable {
  let renderText: String
  var isNull: Bool { false }

  func child(named: String) -> Any? { nil }
  func transform(_ name: String) -> Any? { renderText.transform(name) }
}

/// A value that is there and false, and shows as nothing.
struct Nothing: MustacheCustomRenderable {
  static let value = Nothing()
  var renderText: String { "" }
  var isNull: Bool { true }
}

/// A page's own view within the frame that all pages have. A class: the renderer copies what it is given at each step.
final class FramedView<Body: TemplateView>: MustacheParent, Sendable {
  private let frame: FrameView
  private let body: Body

  init(frame: FrameView, body: Body) {
    self.frame = frame
    self.body = body
  }

  func child(named name: String) -> Any? {
    Body.fields[name]?.value(of: body) ?? FrameView.fields[name]?.value(of: frame)
  }
}
