package import Encoding
import Fields

/// One step of a program, as the compiler puts it together (`MachineCode` is what runs). Names are gone: what is left is where a view stands (`slot`) and how a value is read from it.
enum Step: Sendable {
  case text(Bytes)
  /// A line begins within something indented.
  case lineStart
  case show(slot: Int, @Sendable (Address) -> String?, isEscaped: Bool)
  case showNumber(slot: Int, @Sendable (Address) -> Int?)
  case showIndex
  case when(slot: Int, @Sendable (Address) -> Bool, is: Bool, [Step])
  case whenPlace(ListPlace, is: Bool, [Step])
  /// `{{#text}}`: within it the text is `{{.}}`.
  case withText(slot: Int, @Sendable (Address) -> String?, into: Int, [Step])
  case withoutText(slot: Int, @Sendable (Address) -> String?, [Step])
  case withNumber(slot: Int, @Sendable (Address) -> Int?, into: Int, [Step])
  case withoutNumber(slot: Int, @Sendable (Address) -> Int?, [Step])
  case withView(slot: Int, Reading.RecordReader, into: Int, [Step])
  case withoutView(slot: Int, Reading.RecordReader, [Step])
  case each(slot: Int, ListReading, into: Int, [Step])
  case whenEmpty(slot: Int, ListReading, [Step])
  /// What is called is shifted to the right; by nothing (nil) where a call stands within a line, since its text has its own lines.
  case indented(Bytes?, [Step])
  /// A template called from another, or from itself.
  case call(Int)
}

/// A theme's templates, compiled: parsed once, their names resolved against the fields of the views that they are shown with.
package struct TemplateProgram: Sendable {
  /// Of each template as it is called from one context.
  let code: MachineCode
  let entries: [String: Entry]
  /// How many places the deepest context stack has.
  let slots: Int

  struct Entry: Sendable {
    let routine: Int
    let views: [ObjectIdentifier]
  }

  /// - Returns: nil when there is no such template, or when it was compiled for other views.
  package func render<View: TemplateView>(_ view: View, with template: String) -> Bytes? {
    guard let entry = entries[template], entry.views == [ObjectIdentifier(View.self)] else { return nil }
    return withUnsafePointer(to: view) { run(entry.routine, with: [Address($0)]) }
  }

  /// A view within another, whose names it may hide.
  package func render<View: TemplateView, Outer: TemplateView>(
    _ view: View, in outer: Outer, with template: String
  ) -> Bytes? {
    guard let entry = entries[template], entry.views == [ObjectIdentifier(Outer.self), ObjectIdentifier(View.self)]
    else {
      return nil
    }
    return withUnsafePointer(to: outer) { outer in
      withUnsafePointer(to: view) { run(entry.routine, with: [Address(outer), Address($0)]) }
    }
  }

  func run(_ routine: Int, with views: [Address]) -> Bytes {
    var renderer = Renderer(self, views)
    renderer.run(routine)
    return renderer.bytes
  }
}
