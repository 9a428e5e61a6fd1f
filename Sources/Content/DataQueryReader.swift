import Diagnostics
import Markdown
import Vocabulary

extension DataQuery {
  /// The info strings that make a fenced block a data block.
  static let names: Set<String> = ["activities", "services", "metrics"]

  /// Reads a block's YAML body; an empty body asks for everything.
  static func read(
    _ block: DataBlock, path: String, lineOffset: Int, problems: ProblemList, references: inout [Reference]
  ) -> DataQuery? {
    let isEmpty = block.body.split(separator: "\n").allSatisfy { line in
      line.drop { $0 == " " }.first.map { $0 == "#" } ?? true
    }
    let text = isEmpty ? "{}" : block.body
    guard
      let fields = YAMLSource.reader(
        text, path: path, lineOffset: lineOffset + block.line - 1, problems: problems)
    else { return nil }
    defer { fields.finish() }
    switch block.name {
    case "activities": return .activities(activities(fields, &references))
    case "services": return .services(services(fields, &references))
    default:
      let unit: UnitID? = fields.identifier("unit")
      if let unit { references.append(Reference(target: .unit(unit), location: fields.location(of: "unit"))) }
      return .metrics(unit: unit)
    }
  }

  private static func activities(_ fields: FieldReader, _ references: inout [Reference]) -> ActivityQuery {
    var query = ActivityQuery()
    query.units = named("unit", fields, &references) { .unit($0) }
    query.venues = named("venue", fields, &references) { .venue($0) }
    query.activities = named("activity", fields, &references) { .activity($0) }
    query.tracks = fields.term("track").map { [$0] } ?? []
    query.kinds = fields.term("kind").map { [$0] } ?? []
    query.days = fields.integer("days", in: 1...366)
    query.limit = fields.integer("limit", in: 1...1000)
    return query
  }

  private static func services(_ fields: FieldReader, _ references: inout [Reference]) -> ServiceQuery {
    var query = ServiceQuery()
    query.menu = fields.identifier("menu")
    if let menu = query.menu {
      references.append(Reference(target: .page(.menu, menu), location: fields.location(of: "menu")))
    }
    query.category = fields.term("category")
    query.unit = fields.identifier("unit")
    if let unit = query.unit {
      references.append(Reference(target: .unit(unit), location: fields.location(of: "unit")))
    }
    return query
  }

  private static func named<Subject>(
    _ key: String, _ fields: FieldReader, _ references: inout [Reference],
    _ target: (Identifier<Subject>) -> Reference.Target
  ) -> [Identifier<Subject>] {
    let named: [(id: Identifier<Subject>, location: Location)] = fields.identifiers(key)
    references += named.map { Reference(target: target($0.id), location: $0.location) }
    return named.map(\.id)
  }
}
