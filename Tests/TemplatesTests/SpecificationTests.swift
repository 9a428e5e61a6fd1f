import Encoding
import Fields
import Foundation
import Testing

@testable import Templates

/// Every case of the published specification. What it leaves blank (an unknown name, a template that isn't there) is a problem for a theme;
/// these run all the same.
@Suite struct SpecificationTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let desc: String
    let data: JSONValue
    let template: String
    let partials: [String: String]?
    let expected: String

    var testDescription: String { "\(name): \(desc)" }
  }

  private struct File: Decodable {
    let tests: [Case]
  }

  static let names = ["comments", "delimiters", "inheritance", "interpolation", "inverted", "partials", "sections"]

  static func cases(_ name: String) throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).json")
    return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).tests
  }

  @Test(arguments: names) func everyCaseHolds(_ name: String) throws {
    let cases = try Self.cases(name)
    #expect(cases.count >= 10)
    for test in cases {
      let rendered = Self.render(test.template, test.partials ?? [:], test.data)
      #expect(rendered == test.expected, "\(name): \(test.testDescription)")
    }
  }

  static func render(_ template: String, _ partials: [String: String], _ data: JSONValue) -> String? {
    let sources = [("", template)] + partials.map { ($0.key, $0.value) }
    var compiler = TemplateCompiler(sources.map { TemplateSource(name: $0.0, file: $0.0, text: $0.1) })
    let views = JSONViews(data)
    guard compiler.compile("", in: [views.root(data)]) else { return nil }
    let program = compiler.finished()
    return program.entries[""].map { entry in
      withUnsafePointer(to: data) { program.run(entry.routine, with: [Address($0)]).text }
    }
  }
}
