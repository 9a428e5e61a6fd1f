import Fields
import Foundation
import Templates
import Testing

@testable import Pages

/// The names in docs/theme-names.md are those that views declare. `make golden` writes them anew.
@Suite struct TemplateNamesGoldenTests {
  private static let begin = "<!-- The names as they are declared; `make golden` writes them. -->\n"
  private static let end = "<!-- End of the names. -->\n"

  /// All kinds of records that templates come to, in the order in which a reader of the list meets them.
  private static let records: [RecordForm] = {
    var found: [RecordForm] = []
    func add(_ form: RecordForm) {
      guard !found.contains(where: { $0.identity == form.identity }) else { return }
      found.append(form)
      for field in form.fields { field.reading.inner.map(add) }
    }
    for template in PageTemplate.all {
      for type in template.offers.reversed() { add(record(type)) }
    }
    return found
  }()

  private static func record(_ type: any TemplateView.Type) -> RecordForm { RecordForm(type) }

  @Test func theNamesAreThoseThatAreDeclared() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "docs/theme-names.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin)?.upperBound)
    let end = try #require(text.range(of: Self.end)?.lowerBound)
    let wanted = Self.templates + Self.records.map(Self.section).joined() + "\n"
    if ProcessInfo.processInfo.environment["GOLDEN"] == "record" {
      try (text[..<start] + wanted + text[end...]).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(String(text[start..<end]) == wanted, "run `make golden`, then look at the difference")
  }

  @Test func everyNameIsExplainedOnce() {
    for record in Self.records {
      #expect(!record.about.isEmpty, "\(record.name)")
      let names = record.fields.map(\.name)
      #expect(Set(names).count == names.count, "\(record.name) has a name twice")
      #expect(record.fields.allSatisfy { !$0.about.isEmpty }, "\(record.name) has a name that nothing is said of")
    }
  }

  // MARK: Writing

  private static var templates: String {
    var lines = ["", "| template | offers |", "|---|---|"]
    for template in PageTemplate.all {
      let offers = template.offers.reversed().map { link(record($0)) }.joined(separator: ", then ")
      lines.append("| `\(template.name)` | \(offers) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ form: RecordForm) -> String {
    var lines = ["", "### \(title(form))", "", form.about]
    if !form.fields.isEmpty { lines += ["", "| name | holds | |", "|---|---|---|"] }
    lines += form.fields.map { "| `\($0.name)` | \(holds($0)) | \($0.description) |" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func holds(_ field: FieldForm) -> String {
    kind(field.reading) + (field.isOptional ? "; may be empty" : "")
  }

  private static func kind(_ reading: Reading) -> String {
    switch reading {
    case .text(.html, _): "HTML"
    case .text: "text"
    case .flag: "yes or no"
    case .integer, .number: "number"
    case .record(let form, _): link(form)
    case .list(let list):
      switch list.element {
      case .record(let form): "list: " + link(form)
      case .value(let element): "list: \(kind(element)), `{{.}}`"
      }
    }
  }

  private static func link(_ form: RecordForm) -> String {
    "[\(title(form))](#\(title(form).lowercased().replacing(" ", with: "-")))"
  }

  /// `CardGroupView` → `card group`.
  private static func title(_ form: RecordForm) -> String {
    form.name.hasSuffix("View")
      ? form.name.dropLast("View".count).reduce(into: "") { title, letter in
        if letter.isUppercase, !title.isEmpty { title += " " }
        title += letter.lowercased()
      } : form.name
  }
}

extension Reading {
  /// The records that it leads to.
  fileprivate var inner: RecordForm? {
    switch self {
    case .record(let form, _): form
    case .list(let list):
      switch list.element {
      case .record(let form): form
      case .value(let element): element.inner
      }
    case .text, .flag, .integer, .number: nil
    }
  }
}
