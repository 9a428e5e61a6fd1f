package import Artifacts
package import Encoding

/// Artifacts by their address, made when a test looks at them.
package struct PublishedFiles {
  private let artifacts: [String: Artifact]
  /// All addresses, in order.
  package let urls: [String]

  package init(_ artifacts: [Artifact]) {
    self.artifacts = Dictionary(artifacts.map { ($0.path.url, $0) }, uniquingKeysWith: { first, _ in first })
    urls = artifacts.map(\.path.url).sorted()
  }

  package func bytes(_ url: String) throws -> Bytes {
    guard let artifact = artifacts[url] else { throw NoSuchFile(url: url) }
    switch artifact.body {
    case .bytes(let bytes): return bytes
    case .made(let make): return make()
    case .copy: throw NoSuchFile(url: url)
    }
  }

  package func text(_ url: String) throws -> String { try bytes(url).text }

  package func json(_ url: String) throws -> ParsedJSON { try ParsedJSON(bytes(url)) }

  package func mediaType(_ url: String) -> MediaType? { artifacts[url]?.mediaType }
}

/// Nothing is published there, or only the copy of a file.
package struct NoSuchFile: Error {
  package let url: String
}
