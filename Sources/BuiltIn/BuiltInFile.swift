import CBuiltIn

/// A file of this repository that is part of the program, so that one file can be copied to another machine and makes sites there.
package struct BuiltInFile: Sendable, Equatable {
  /// Below the directory that it was taken from: `templates/notice.mustache`.
  package let path: String
  package let bytes: [UInt8]

  /// The default theme, `themes/default`.
  package static var theme: [BuiltInFile] { all(gongshi_theme()) }
  /// The State Council's announcements of holidays that were known when the program was built, `content/holidays`.
  package static var holidays: [BuiltInFile] { all(gongshi_holidays()) }
  /// What new sites and new pages are made of, `Sources/Starter/Files`.
  package static var starter: [BuiltInFile] { all(gongshi_starter()) }

  /// In the order of the paths.
  private static func all(_ files: gongshi_built_ins) -> [BuiltInFile] {
    UnsafeBufferPointer(start: files.files, count: files.count).map { file in
      BuiltInFile(
        path: String(cString: file.path), bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  }
}
