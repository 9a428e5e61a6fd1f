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

  /// An attribute's value by its name without a prefix (`id` for `r:id`).
  package subscript(name: String) -> String? {
    guard let list else { return nil }
    var index = 0
    while let key = list[index], let value = list[index + 1] {
      if XMLScanner.localName(key) == name { return String(cString: value) }
      index += 2
    }
    return nil
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
  private var problem: PartProblem?

  /// - Parameter part: the name of what is read, for the problem.
  private init(_ reader: any XMLPartReader, part: String) {
    parser = XML_ParserCreate(nil)!
    self.reader = reader
    self.part = part
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        XMLScanner.from(user).handle { reader throws(PartProblem) in
          try reader.start(XMLScanner.localName(name!), XMLAttributes(list: attributes))
        }
      },
      { user, name in
        XMLScanner.from(user).handle { reader throws(PartProblem) in
          try reader.end(XMLScanner.localName(name!))
        }
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
  package static func read(_ part: String, of archive: OfficeArchive, with reader: any XMLPartReader)
    throws(PartProblem)
    -> Bool
  {
    let scanner = XMLScanner(reader, part: part)
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

  private static func from(_ user: UnsafeMutableRawPointer?) -> XMLScanner {
    Unmanaged<XMLScanner>.fromOpaque(user!).takeUnretainedValue()
  }

  fileprivate static func localName(_ name: UnsafePointer<CChar>) -> String {
    var start = name
    var position = name
    while position.pointee != 0 {
      if position.pointee == CChar(UInt8(ascii: ":")) { start = position + 1 }
      position += 1
    }
    return String(cString: start)
  }
}
