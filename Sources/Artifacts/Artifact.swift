package import Encoding

/// One file of a release before it is on a disk.
package struct Artifact: Sendable {
  /// Bytes that are there, or that are made when the file is written: 10,000 pages are never all in memory.
  package enum Body: Sendable {
    case bytes(Bytes)
    case made(@Sendable () -> Bytes)
    /// A file that is copied as it is: pictures and a theme's static files.
    case copy(of: String)
  }

  package let path: SitePath
  package let mediaType: MediaType
  package let body: Body

  package init(_ path: SitePath, _ mediaType: MediaType, _ body: Body) {
    self.path = path
    self.mediaType = mediaType
    self.body = body
  }
}
