import Files

/// What of a PDF can be seen without knowing how its pages are drawn: objects, their names and texts, also those that are packed together
/// (ISO 32000-1, 7.5.7). The text of the pages is not: fonts number their letters as they like.
enum PDFInspection {
  static func findings(in source: ByteSource, _ numbers: NumberSearch) throws(FileError) -> [Finding] {
    let tail = try source.bytes(at: max(0, source.count - 2048), count: 2048)
    let isWhole = tail.firstRange(of: Array("%%EOF".utf8)) != nil
    var scanner = PDFScanner(source, numbers)
    try scanner.run()
    // What is encrypted is not what it seems.
    if scanner.isEncrypted { return [.password] }
    var findings: [Finding] = isWhole ? [] : [.damaged("")]
    if scanner.hasScript { findings.append(.script) }
    if scanner.launches { findings.append(.launch) }
    if scanner.embeddedFiles > 0 { findings.append(.embeddedFiles(scanner.embeddedFiles)) }
    var authors = Set<String>()
    findings += scanner.authors.filter { authors.insert($0).inserted }.map { .author($0, .author) }
    return findings + numbers.all
  }
}

/// A PDF's tokens from start to end (ISO 32000-1, 7.2 and 7.3). Streams are stepped over, but for packed objects and XMP.
struct PDFScanner {
  private(set) var isEncrypted = false
  private(set) var hasScript = false
  private(set) var launches = false
  private(set) var embeddedFiles = 0
  private(set) var authors: [String] = []

  private static let longestString = 1 << 16
  private static let longestName = 128
  private static let longestPackedStream = 8 << 20
  private static let longestMetadata = 1 << 18
  /// Of all packed objects of a file, unpacked.
  private var unpackable = 64 << 20

  private var stream: ByteStream
  private let numbers: NumberSearch
  private let isPacked: Bool
  private var name = ""
  private var depth = 0
  private var endsDictionary = false
  /// Names of the object that is being read, by which its stream is known.
  private var kinds: Set<String> = []
  private var filters = 0

  private static let kindsOfStreams: Set<String> = ["ObjStm", "Metadata", "FlateDecode", "Filter", "DecodeParms", "F"]

  init(_ source: ByteSource, _ numbers: NumberSearch, isPacked: Bool = false) {
    stream = ByteStream(source)
    self.numbers = numbers
    self.isPacked = isPacked
  }

  mutating func run() throws(FileError) {
    while let byte = try stream.next() {
      switch byte {
      case _ where Self.isSpace(byte): continue
      case UInt8(ascii: "%"): try skipComment()
      case UInt8(ascii: "/"): meet(try readName())
      case UInt8(ascii: "("): meet(try readLiteral())
      case UInt8(ascii: "<"):
        if try stream.peek() == UInt8(ascii: "<") {
          _ = try stream.next()
          depth += 1
        } else {
          meet(try readHexadecimal())
        }
      case UInt8(ascii: ">"):
        if try stream.peek() == UInt8(ascii: ">") {
          _ = try stream.next()
          depth = max(0, depth - 1)
          endsDictionary = true
          continue
        }
      case _ where Self.isDelimiter(byte): name = ""
      default:
        let word = try readWord(from: byte)
        if word == "stream", endsDictionary, !isPacked { try readStream() }
        if word == "obj" || word == "endobj" {
          kinds = []
          filters = 0
          depth = 0
        }
        name = ""
      }
      endsDictionary = false
    }
  }

  // MARK: Tokens

  private mutating func meet(_ name: String) {
    self.name = name
    switch name {
    case "Encrypt": isEncrypted = true
    case "JavaScript", "JS": hasScript = hasScript || name == "JavaScript"
    case "Launch": launches = true
    case "EmbeddedFile", "FileAttachment": embeddedFiles += 1
    default: break
    }
    if name.hasSuffix("Decode") { filters += 1 }
    if Self.kindsOfStreams.contains(name) { kinds.insert(name) }
  }

  private mutating func meet(_ string: [UInt8]) {
    defer { name = "" }
    guard !isEncrypted, !string.isEmpty else { return }
    let text = Self.text(string)
    if name == "Author" { authors.append(text) }
    if name == "URI" { numbers.look(atAddress: text, .links) } else { numbers.look(at: Array(text.utf8), .annotations) }
  }

  private mutating func skipComment() throws(FileError) {
    while let byte = try stream.next(), byte != 0x0A, byte != 0x0D {}
  }

  /// `#4A` stands for `J`: what hides a name so hides nothing here.
  private mutating func readName() throws(FileError) -> String {
    var bytes: [UInt8] = []
    while let byte = try stream.peek(), !Self.isSpace(byte), !Self.isDelimiter(byte) {
      _ = try stream.next()
      if bytes.count < Self.longestName { bytes.append(byte) }
    }
    guard bytes.contains(UInt8(ascii: "#")) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "#"), index + 2 < bytes.count, let high = Self.digit(bytes[index + 1]),
        let low = Self.digit(bytes[index + 2])
      {
        plain.append(high << 4 | low)
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private mutating func readLiteral() throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var open = 1
    func append(_ byte: UInt8) { if bytes.count < Self.longestString { bytes.append(byte) } }
    while let byte = try stream.next() {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let escaped = try stream.next() else { return bytes }
        switch escaped {
        case UInt8(ascii: "n"): append(0x0A)
        case UInt8(ascii: "r"): append(0x0D)
        case UInt8(ascii: "t"): append(0x09)
        case UInt8(ascii: "b"): append(0x08)
        case UInt8(ascii: "f"): append(0x0C)
        case 0x0A, 0x0D: break
        case 0x30...0x37:
          var value = Int(escaped & 7)
          for _ in 0..<2 {
            guard let next = try stream.peek(), (0x30...0x37).contains(next) else { break }
            _ = try stream.next()
            value = value << 3 | Int(next & 7)
          }
          append(UInt8(truncatingIfNeeded: value))
        default: append(escaped)
        }
      case UInt8(ascii: "("):
        open += 1
        append(byte)
      case UInt8(ascii: ")"):
        open -= 1
        if open == 0 { return bytes }
        append(byte)
      default: append(byte)
      }
    }
    return bytes
  }

  private mutating func readHexadecimal() throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var high: UInt8?
    while let byte = try stream.next(), byte != UInt8(ascii: ">") {
      guard let digit = Self.digit(byte) else { continue }
      if let first = high {
        if bytes.count < Self.longestString { bytes.append(first << 4 | digit) }
        high = nil
      } else {
        high = digit
      }
    }
    if let high { bytes.append(high << 4) }
    return bytes
  }

  private mutating func readWord(from first: UInt8) throws(FileError) -> String {
    var bytes = [first]
    while let byte = try stream.peek(), !Self.isSpace(byte), !Self.isDelimiter(byte) {
      _ = try stream.next()
      if bytes.count < Self.longestName { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Streams

  private mutating func readStream() throws(FileError) {
    let isMetadata = kinds.contains("Metadata") && !kinds.contains("Filter")
    let isPackedObjects =
      kinds.contains("ObjStm") && kinds.contains("FlateDecode") && filters == 1
      && !kinds.contains("DecodeParms")
    // After the word a line ends, by one byte or two.
    if try stream.peek() == 0x0D { _ = try stream.next() }
    if try stream.peek() == 0x0A { _ = try stream.next() }
    let limit = isMetadata ? Self.longestMetadata : isPackedObjects ? Self.longestPackedStream : 0
    let bytes = try skipStream(keeping: limit)
    if isMetadata { authors += XMPPacket.creators(bytes) }
    guard isPackedObjects, !isEncrypted, unpackable > 0 else { return }
    let unpacked = Deflated.bytes(bytes, atMost: min(unpackable, 16 << 20))
    unpackable -= unpacked.count
    var inner = PDFScanner(ByteSource(unpacked), numbers, isPacked: true)
    try inner.run()
    hasScript = hasScript || inner.hasScript
    launches = launches || inner.launches
    embeddedFiles += inner.embeddedFiles
    authors += inner.authors
  }

  private static let end = Array("endstream".utf8)

  /// Up to behind `endstream`.
  private mutating func skipStream(keeping limit: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var matched = 0
    while let byte = try stream.next() {
      if bytes.count < limit { bytes.append(byte) }
      if byte == Self.end[matched] {
        matched += 1
        if matched == Self.end.count { break }
      } else {
        // Of what has been matched only its last `e` can begin the word anew.
        let isAfterE = matched == 7 && byte == Self.end[1]
        matched = isAfterE ? 2 : byte == Self.end[0] ? 1 : 0
      }
    }
    return bytes
  }

  // MARK: Characters

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0 }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// A text string (7.9.2.2): UTF-16 or UTF-8 by its mark; else UTF-8 where it is that, as many programs write it, or Latin letters.
  private static func text(_ bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
      return String(decoding: units, as: UTF16.self)
    }
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    return String(validating: plain, as: UTF8.self)
      ?? String(String.UnicodeScalarView(plain.map { Unicode.Scalar($0) }))
  }
}
