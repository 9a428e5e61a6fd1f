package import Artifacts

/// What is to be sent and removed where a release can't be switched in one step (a server at the end of a line, a bucket), in the order in which
/// a reader who comes in between, and a sending that is broken off, find no page without what it loads.
package struct DeliveryPlan: Sendable {
  /// Files that are sent at one time and with the same headers.
  package struct Part: Sendable {
    package let step: DeliveryStep
    package let mediaType: MediaType
    /// The `Cache-Control` that they are served with (RFC 9111).
    package let cacheControl: String
    package let files: [SitePath]
  }

  package let parts: [Part]
  /// What goes after that, in this order: what others load and link to goes last.
  package let removals: [(step: DeliveryStep, files: [SitePath])]

  /// - Parameters:
  ///   - added: what the place lacks.
  ///   - changed: what it has with other bytes.
  ///   - removed: what it is to have no longer.
  package init(added: [SitePath], changed: [SitePath], removed: [SitePath]) {
    struct Group: Hashable {
      let step: DeliveryStep
      let mediaType: MediaType
      let cacheControl: String
    }
    var groups: [Group: [SitePath]] = [:]
    func add(_ path: SitePath, isNew: Bool) {
      let group = Group(
        step: DeliveryStep(of: path, isNew: isNew), mediaType: MediaType(of: path),
        cacheControl: Self.cacheControl(of: path))
      groups[group, default: []].append(path)
    }
    for path in added { add(path, isNew: true) }
    for path in changed { add(path, isNew: false) }
    let steps = DeliveryStep.allCases
    parts = steps.flatMap { step in
      groups.filter { $0.key.step == step }.sorted {
        ($0.key.mediaType.rawValue, $0.key.cacheControl) < ($1.key.mediaType.rawValue, $1.key.cacheControl)
      }.map { Part(step: step, mediaType: $0.mediaType, cacheControl: $0.cacheControl, files: $1.sorted()) }
    }
    let gone = Dictionary(grouping: removed) { DeliveryStep(of: $0, isNew: false) }
    removals = [.pages, .index, .data, .media, .assets].compactMap { step in gone[step].map { (step, $0.sorted()) } }
  }

  /// As docs/web-servers.md has it: what has a digest in its name is kept, pictures for a day, and all else is asked for each time.
  static func cacheControl(of path: SitePath) -> String {
    if path.file.hasPrefix("assets/") { return "public, max-age=31536000, immutable" }
    if path.file.hasPrefix("images/") { return "public, max-age=86400" }
    return "no-cache"
  }
}
