import Artifacts
import Content
import Encoding

typealias ThemeStatics = [(path: SitePath, mediaType: MediaType, file: String, bytes: [UInt8])]

/// A theme's static files, under names that hold a digest of their bytes, so that a browser may keep them for ever.
struct ThemeAssets: Sendable {
  let artifacts: [Artifact]
  private let urls: [String: String]

  /// - Parameter scriptWords: what the theme's script says, as JSON, for where a script asks for it.
  init(_ statics: ThemeStatics, scriptWords: String) {
    var artifacts: [Artifact] = []
    var urls: [String: String] = [:]
    for file in statics {
      let bytes = file.mediaType == .javaScript ? Self.saying(scriptWords, file.bytes) : file.bytes
      let path = Self.digested(file.path, bytes)
      urls[file.path.url] = path.url
      artifacts.append(Artifact(path, file.mediaType, .bytes(bytes)))
    }
    self.artifacts = artifacts
    self.urls = urls
  }

  var stylesheet: String { urls["/assets/style.css"] ?? "" }
  var script: String { urls["/assets/site.js"] ?? "" }
  /// What sets the reader's view before anything is painted; nil where the theme has none.
  var viewScript: String? { urls["/assets/view.js"] }
  /// Of pages of places; nil where the theme has none.
  var circleScript: String? { urls["/assets/circle.js"] }

  /// A script's words are one text a language, so that they stand in its file, which browsers keep, and not on every page: what the theme writes as
  /// a string is published as an object. [0090]
  private static func saying(_ words: String, _ script: Bytes) -> Bytes {
    guard let place = script.firstRange(of: asked) else { return script }
    return script[..<place.lowerBound] + Bytes(words.utf8) + script[place.upperBound...]
  }

  private static let asked = Bytes("\"{{scriptWords}}\"".utf8)

  /// `assets/style.css` → `assets/style.1f3a….css`.
  private static func digested(_ path: SitePath, _ bytes: Bytes) -> SitePath {
    guard let dot = path.file.lastIndex(of: "."), dot > (path.file.lastIndex(of: "/") ?? path.file.startIndex) else {
      return path
    }
    return .at("\(path.file[..<dot]).\(fingerprint(bytes))\(path.file[dot...])")
  }

  /// FNV-1a, 64 bit: names change when bytes do; nobody is to be kept from forging them.
  static func fingerprint(_ bytes: Bytes) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
