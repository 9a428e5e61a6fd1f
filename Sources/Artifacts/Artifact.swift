import Encoding

/// One file of a release before it is on a disk.
public struct Artifact: Sendable {
  /// Bytes that are there, or that are made when the file is written: 10,000 pages are never all in memory.
  public enum Body: Sendable {
    case bytes(Bytes)
    case made(@Sendable () -> Bytes)
    /// A file that is copied as it is: pictures and a theme's static files.
    case copy(of: String)
  }

  public let path: SitePath
  public let mediaType: MediaType
  public let body: Body

  public init(_ path: SitePath, _ mediaType: MediaType, _ body: Body) {
    self.path = path
    self.mediaType = mediaType
    self.body = body
  }
}
