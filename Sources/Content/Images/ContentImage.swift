package import Artifacts
package import Pictures

/// A picture below `content/`.
package struct ContentImage: Sendable, Hashable {
  /// How pages and screens name it: `/` and its path below `content/`.
  package let name: String
  /// Where its largest form is published (`PublishedNames`).
  package let path: SitePath
  /// As it is published; nil where the file is no picture, which has been said.
  package let picture: PublishedPicture?

  /// Where a form is published; nil for one whose name would be too long.
  package func path(of form: PictureForm) -> SitePath? { SitePath(file: path.file + form.suffix) }

  /// All that is published of it.
  package var artifacts: [Artifact] {
    (picture?.forms ?? []).compactMap { form in path(of: form).map { Artifact($0, form.mediaType, form.body) } }
  }

  /// The address of a form, or of the largest.
  package func url(of form: PictureForm) -> String { (path(of: form) ?? path).url }

  /// The address of the largest form that every program reads.
  package var plainURL: String { picture.map { url(of: $0.plain) } ?? path.url }

  /// `srcset` of WebP for an `img`; nil where there is none.
  package var webPSources: String? {
    let sources = (picture?.webP ?? []).compactMap { form in path(of: form).map { "\($0.url) \(form.width)w" } }
    return sources.isEmpty ? nil : sources.joined(separator: ", ")
  }
}
