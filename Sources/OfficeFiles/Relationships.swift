/// What one part of an office file says of another (ECMA-376 Part 2, 9.3).
package struct Relationship: Sendable, Hashable {
  /// The last word of its address, which transitional and strict files have in common: `worksheet`.
  package let type: String
  /// The path in the archive, or an address outside.
  package let target: String
}

extension OfficeArchive {
  /// What a part refers to, by id; the empty name stands for the file as a whole.
  package func relationships(of part: String) throws(PartProblem) -> [String: Relationship] {
    let folder = part.split(separator: "/").dropLast()
    let name = part.split(separator: "/").last ?? ""
    let reader = RelationshipsPart(folder: folder.map(String.init))
    let path = (folder + ["_rels", "\(name).rels"]).joined(separator: "/")
    _ = try XMLScanner.read(path, of: self, with: reader, isOneNamespace: true)
    return reader.relationships
  }
}

private final class RelationshipsPart: XMLPartReader {
  private let folder: [String]
  private(set) var relationships: [String: Relationship] = [:]

  init(folder: [String]) {
    self.folder = folder
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    let type = attributes["Type"]?.split(separator: "/").last.map(String.init) ?? ""
    relationships[id] = Relationship(type: type, target: path(target))
  }

  /// `worksheets/sheet1.xml`, `../x.xml` or `/xl/worksheets/sheet1.xml`.
  private func path(_ target: String) -> String {
    var parts = target.hasPrefix("/") || target.hasPrefix("\\") ? [] : folder
    for part in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
