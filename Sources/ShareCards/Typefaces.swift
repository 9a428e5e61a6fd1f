import Digests
import Encoding
import Files

/// The fonts of the machine that cards are written with: one for titles, one for the rest. What they are is said by their files: cards are drawn
/// with what is installed, and pages do not depend on it.
package struct Typefaces: Sendable, Hashable {
  /// Files of fonts.
  let title: String
  let text: String
  /// BCP 47: of the faces of one file that differ by it.
  let language: String
  /// What distinguishes these fonts from others: where they lie, their sizes and their heads, in which the checksums of all that is in them stand
  /// (OpenType 1.9, Table Directory).
  package let identity: String

  private static let headLength = 1 << 16

  /// nil where a file is none of a font.
  private init?(title: String, text: String, language: String) {
    var identity = language
    for path in [title, text] {
      guard let head = try? Files.head(path, count: Self.headLength), Self.marks.contains(Bytes(head.prefix(4))) else {
        return nil
      }
      identity += "\n\(path) \(FileState(of: Files.realPath(path) ?? path)?.size ?? 0) \(SHA256.hexadecimal(head))"
    }
    (self.title, self.text, self.language, self.identity) = (title, text, language, identity)
  }

  /// What files of outlines begin with.
  private static let marks: Set<Bytes> = [
    Bytes("OTTO".utf8), Bytes("ttcf".utf8), Bytes("true".utf8), [0, 1, 0, 0],
  ]

  // MARK: Looking for them

  /// By the names of their files, those with a bold face and plain strokes before others: they are read at the size of a thumb. Known names cost no
  /// look into a file.
  private static let known: [(title: String, text: String)] = [
    ("notosanscjk-bold.ttc", "notosanscjk-regular.ttc"), ("notosanscjksc-bold.otf", "notosanscjksc-regular.otf"),
    ("notosanssc-bold.otf", "notosanssc-regular.otf"), ("notosanssc-bold.ttf", "notosanssc-regular.ttf"),
    ("sourcehansans-bold.ttc", "sourcehansans-regular.ttc"),
    ("sourcehansanssc-bold.otf", "sourcehansanssc-regular.otf"),
    ("sourcehansanscn-bold.otf", "sourcehansanscn-regular.otf"), ("sourcehansans.ttc", "sourcehansans.ttc"),
    ("wqy-microhei.ttc", "wqy-microhei.ttc"), ("wqy-zenhei.ttc", "wqy-zenhei.ttc"), ("msyhbd.ttc", "msyh.ttc"),
    ("pingfang.ttc", "pingfang.ttc"), ("droidsansfallbackfull.ttf", "droidsansfallbackfull.ttf"),
    ("droidsansfallback.ttf", "droidsansfallback.ttf"), ("notoserifcjk-bold.ttc", "notoserifcjk-regular.ttc"),
    ("uming.ttc", "uming.ttc"),
  ]
  private static let endings: Set<String> = ["ttf", "ttc", "otf", "otc"]
  /// Characters that a font of this country has, and one for Japan or for symbols alone lacks.
  private static let probe: [Unicode.Scalar] = ["社", "区", "这", "们", "办", "厅", "A", "7", "，"]
  /// Bounds of the search: a machine of a typesetter has some thousands.
  private static let (deepest, mostNames, mostOpened) = (6, 20_000, 300)

  /// - Parameters:
  ///   - directories: those before count more.
  ///   - named: a file that the site names; nil: the best that there is.
  ///   - language: BCP 47.
  /// - Returns: nil where nothing found can write Chinese.
  package static func find(in directories: [String], named: String? = nil, language: String) -> Typefaces? {
    if let named {
      return face(named, language) == nil ? nil : Typefaces(title: named, text: named, language: language)
    }
    var files: [(name: String, path: String)] = []
    var left = mostNames
    for directory in directories { list(directory, depth: 0, &left, into: &files) }
    let byName = Dictionary(files.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first })
    for pair in known {
      guard let file = byName[pair.title] ?? byName[pair.text] else { continue }
      if let found = Typefaces(title: file, text: byName[pair.text] ?? file, language: language) { return found }
    }
    for file in files.prefix(mostOpened) where face(file.path, language) != nil {
      return Typefaces(title: file.path, text: file.path, language: language)
    }
    return nil
  }

  private static func list(
    _ directory: String, depth: Int, _ left: inout Int, into files: inout [(name: String, path: String)]
  ) {
    guard depth < deepest, left > 0, let names = try? Files.names(in: directory) else { return }
    for name in names.sorted() where !name.hasPrefix(".") {
      left -= 1
      if left < 0 { return }
      let path = directory + "/" + name
      let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      if endings.contains(ending), name.contains(".") {
        if Files.isRegular(path) { files.append((name.lowercased(), path)) }
      } else if Files.isDirectory(path) {
        list(path, depth: depth + 1, &left, into: &files)
      }
    }
  }

  /// The face of a file that is drawn for the language, open; nil where none can write it.
  static func face(_ path: String, _ language: String) -> Face? {
    guard let first = Face(path, number: 0) else { return nil }
    let place = language.hasPrefix("zh-Hant") ? " TC" : " SC"
    for number in 0..<min(first.count, mostFaces) {
      let face = number == 0 ? first : Face(path, number: number)
      if let face, face.family.hasSuffix(place), canWrite(face) { return face }
    }
    return canWrite(first) ? first : nil
  }

  private static let mostFaces = 64

  private static func canWrite(_ face: Face) -> Bool { probe.allSatisfy(face.has) }
}
