package import Files

/// Which generation of a screen's feed is published.
package enum PublishedGeneration {
  /// The envelope stands before the data: its first members are enough.
  private static let headLength = 4_096

  /// nil where there is no such file, or nothing of that name in it.
  ///
  /// - Parameter file: `public/feeds/v1/screens/<id>.json`.
  package static func read(_ file: String) throws(FileError) -> Int? {
    do throws(FileError) {
      return find(in: try Files.head(file, count: headLength))
    } catch {
      guard error.isMissing || error.isDirectory else { throw error }
      return nil
    }
  }

  static func find(in bytes: [UInt8]) -> Int? {
    let name = Array("\"generation\":".utf8)
    guard let start = bytes.firstRange(of: name)?.upperBound else { return nil }
    return bytes[start...].prefix { $0 >= 0x30 && $0 <= 0x39 }.withUnsafeBufferPointer(\.number)
  }
}
