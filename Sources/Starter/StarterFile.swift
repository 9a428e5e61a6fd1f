import BuiltIn
import Words

/// A file of a new site, or a new page: one of `Files/<language>`, with its blanks (`{{title}}`) filled in.
package struct StarterFile: Sendable, Equatable {
  /// Below the site's directory.
  package var path: String
  package var bytes: [UInt8]

  /// The files below a directory of `Files/<language>`, in the order of their paths.
  ///
  /// - Parameter values: of the blanks. A line whose blank has none is left out.
  static func all(in directory: String, _ language: Language, _ values: [String: String]) -> [StarterFile] {
    let root = "\(language.tag)/\(directory)/"
    return BuiltInFile.starter.filter { $0.path.hasPrefix(root) }.map { file in
      StarterFile(
        path: String(file.path.dropFirst(root.count)),
        bytes: FilledText(values).fill(String(decoding: file.bytes, as: UTF8.self), of: file.path))
    }
  }
}
