import Artifacts

extension MediaType {
  /// What a published file is served as, by its place: some formats are named after the language that they are written in.
  init(of path: SitePath) {
    switch path.file {
    case "atom.xml": self = .atom
    case "feed.json": self = .jsonFeed
    case "feeds/cap.xml": self = .cap
    case let file where file.hasPrefix("feeds/rss/"): self = .rss
    case let file where file.hasPrefix("feeds/v1/schema/"): self = .jsonSchema
    case let file: self.init(fileName: file)
    }
  }
}
