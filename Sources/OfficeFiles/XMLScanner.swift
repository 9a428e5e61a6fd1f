import CExpat

/// What a part of an office file hands on as it is read from start to end. Names come without their prefix: programs choose different ones
/// for the same namespace.
package protocol XMLPartReader: AnyObject {
  func start(_ name: String, _ attributes: XMLAttributes) throws(PartProblem)
  func end(_ name: String) throws(PartProblem)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

extension XMLPartReader {
  package func end(_ name: String) {}
  package func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// An element's attributes, for as long as its start is being read.
package struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// An attribute's value by its name without a prefix (`id` for `r:id`); one that has none goes first.
  package subscript(name: String) -> String? {
    guard let list else { return nil }
    var prefixed: String?
    var index = 0
    while let key = list[index], let value = list[index + 1] {
      if XMLScanner.localName(key) == name {
        if !XMLScanner.isPrefixed(key) { return String(cString: value) }
        prefixed = prefixed ?? String(cString: value)
      }
      index += 2
    }
    return prefixed
  }

  /// All whose values have more bytes than that, by their names without a prefix.
  package func forEach(longerThan count: Int, _ body: (_ name: String, _ value: String) -> Void) {
    guard let list else { return }
    var index = 0
    while let key = list[index], let value = list[index + 1] {
      index += 2
      guard Self.isLonger(value, than: count) else { continue }
      body(XMLScanner.localName(key), String(cString: value))
    }
  }

  private static func isLonger(_ text: UnsafePointer<CChar>, than count: Int) -> Bool {
    (0...count).allSatisfy { text[$0] != 0 }
  }
}

/// Reads XML with expat as it arrives. Document types are refused: no office program writes one, and entities are how small files
/// become endless texts.
package final class XMLScanner {
  private let parser: XML_Parser
  private let part: String
  private let reader: any XMLPartReader
  /// Elements of other namespaces than the root's are passed over.
  private let isOneNamespace: Bool
  /// The root's, with the sign that ends it.
  private var namespace: String?
  private var problem: PartProblem?

  /// Between a namespace and a name: no address holds one.
  private static let separator = UInt8(ascii: "\n")

  /// - Parameter part: the name of what is read, for the problem.
  private init(_ reader: any XMLPartReader, part: String, isOneNamespace: Bool) {
    parser = isOneNamespace ? XML_ParserCreateNS(nil, XML_Char(Self.separator))! : XML_ParserCreate(nil)!
    self.reader = reader
    self.part = part
    self.isOneNamespace = isOneNamespace
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        let scanner = XMLScanner.from(user)
        guard scanner.isMeant(name!) else { return }
        scanner.handle { reader throws(PartProblem) in
          try reader.start(XMLScanner.localName(name!), XMLAttributes(list: attributes))
        }
      },
      { user, name in
        let scanner = XMLScanner.from(user)
        guard scanner.isMeant(name!) else { return }
        scanner.handle { reader throws(PartProblem) in try reader.end(XMLScanner.localName(name!)) }
      })
    XML_SetCharacterDataHandler(parser) { user, text, length in
      let scanner = XMLScanner.from(user)
      guard scanner.problem == nil, let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
        scanner.reader.text(UnsafeBufferPointer(start: $0, count: Int(length)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      XMLScanner.from(user).handle { _ throws(PartProblem) in throw PartProblem(.documentType) }
    }
  }

  deinit { XML_ParserFree(parser) }

  /// Reads a whole part of an archive; false when there is none of that name.
  ///
  /// - Parameter isOneNamespace: hands on the elements of the root's namespace alone. Extensions have elements of the same names
  ///   (`x15:workbookPr`), which say something else.
  package static func read(
    _ part: String, of archive: OfficeArchive, with reader: any XMLPartReader, isOneNamespace: Bool = false
  ) throws(PartProblem) -> Bool {
    let scanner = XMLScanner(reader, part: part, isOneNamespace: isOneNamespace)
    let isThere = try archive.read(part) { bytes throws(PartProblem) in try scanner.feed(bytes, isLast: false) }
    if isThere { try scanner.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true) }
    return isThere
  }

  private func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(PartProblem) {
    let status = bytes.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
    }
    if let problem { throw problem }
    if status.rawValue == 0 { throw PartProblem(.damaged(part)) }
  }

  private func handle(_ body: (any XMLPartReader) throws(PartProblem) -> Void) {
    guard problem == nil else { return }
    do throws(PartProblem) {
      try body(reader)
    } catch {
      problem = error
      XML_StopParser(parser, 0)
    }
  }

  private func isMeant(_ name: UnsafePointer<CChar>) -> Bool {
    if !isOneNamespace { return true }
    let text = String(cString: name)
    let own = text.utf8.lastIndex(of: Self.separator).map { String(text[...$0]) } ?? ""
    if namespace == nil { namespace = own }
    // A part that names none is taken as it is.
    return own == namespace || namespace == ""
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> XMLScanner {
    Unmanaged<XMLScanner>.fromOpaque(user!).takeUnretainedValue()
  }

  fileprivate static func localName(_ name: UnsafePointer<CChar>) -> String {
    var start = name
    var position = name
    while position.pointee != 0 {
      if isPrefixEnd(position.pointee) { start = position + 1 }
      position += 1
    }
    return String(cString: start)
  }

  fileprivate static func isPrefixed(_ name: UnsafePointer<CChar>) -> Bool {
    var position = name
    while position.pointee != 0 {
      if isPrefixEnd(position.pointee) { return true }
      position += 1
    }
    return false
  }

  private static func isPrefixEnd(_ character: CChar) -> Bool {
    character == CChar(UInt8(ascii: ":")) || character == CChar(separator)
  }
}
