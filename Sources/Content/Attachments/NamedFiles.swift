import Diagnostics
import Markdown

extension NamedFile {
  /// All that a page names: in its front matter, in links and QR codes of its body. Of two that name one file the first counts, with the
  /// first title that either gives.
  static func all(
    _ attachments: [NamedFile], in body: Document, _ blocks: [PlacedDataBlock], path: String, lineOffset: Int
  ) -> [NamedFile] {
    var files = attachments
    var titles: [String: String] = [:]
    for link in body.links where !link.isImage {
      guard let name = name(of: link.destination) else { continue }
      if titles.isEmpty { titles = body.titles(ofLinksTo: { Self.name(of: $0) }) }
      files.append(
        NamedFile(
          name: name, title: titles[name],
          location: .file(path: path, line: link.line + lineOffset, column: link.column)))
    }
    for block in blocks {
      guard case .code(let url, let label) = block.query, let name = name(of: url) else { continue }
      let line = Int(body.nodes[block.node].line) + lineOffset
      files.append(NamedFile(name: name, title: label, location: .file(path: path, line: line)))
    }
    return files.count < 2 ? files : joined(files)
  }

  private static func joined(_ files: [NamedFile]) -> [NamedFile] {
    var places: [String: Int] = [:]
    var joined: [NamedFile] = []
    for file in files {
      if let place = places[file.name] {
        guard joined[place].title == nil else { continue }
        joined[place] = NamedFile(name: file.name, title: file.title, location: joined[place].location)
      } else {
        places[file.name] = joined.count
        joined.append(file)
      }
    }
    return joined
  }
}
