import Files

/// A release that is public or kept.
package struct Release: Sendable, Hashable {
  /// nil for one of before there were numbers.
  package let number: Int?
  /// The moment that it speaks of, as it was given.
  package let moment: String?
  package let isPublic: Bool
  package let files: Int
  package let bytes: Int
  /// Files that the release before lacked, had with other bytes, and had besides.
  package let added: Int
  package let changed: Int
  package let removed: Int
  /// The first of the pages that were added, changed and removed, as paths.
  package let addedPages: [String]
  package let changedPages: [String]
  package let removedPages: [String]
}

extension Publisher {
  /// What is public and what can be gone back to, the newest first.
  package var releases: [Release] {
    guard let store else { return [] }
    let all = [(path: output, manifest: store.manifests[output])] + store.earlierReleases
    return all.filter { Files.isDirectory($0.path) && ($0.path != output || $0.manifest != nil) }.map {
      path, manifest in
      let note = manifest?.note
      return Release(
        number: note?.number, moment: note?.moment, isPublic: path == output, files: manifest?.files.count ?? 0,
        bytes: manifest?.files.values.reduce(0, +) ?? 0, added: note?.added ?? 0, changed: note?.changed ?? 0,
        removed: note?.removed ?? 0, addedPages: note?.addedPages ?? [], changedPages: note?.changedPages ?? [],
        removedPages: note?.removedPages ?? [])
    }.sorted { ($0.number ?? 0, $0.isPublic ? 1 : 0) > ($1.number ?? 0, $1.isPublic ? 1 : 0) }
  }
}
