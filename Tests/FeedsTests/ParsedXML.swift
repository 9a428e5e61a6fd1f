import Foundation
import FoundationXML
import TestSupport

/// An element as an XML parser gives it, with the names as they are written.
final class ParsedXML {
  let name: String
  let attributes: [String: String]
  private(set) var children: [ParsedXML] = []
  /// The text of the element and of all within.
  private(set) var text = ""

  fileprivate init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  func all(_ name: String) -> [ParsedXML] { children.filter { $0.name == name } }

  /// The text of the first child of a name.
  subscript(name: String) -> String? { all(name).first?.text }

  /// The root; nil where the text is not well-formed.
  static func parse(_ text: String) -> ParsedXML? {
    let parser = XMLParser(data: Data(text.utf8))
    let reader = Reader()
    parser.delegate = reader
    return parser.parse() ? reader.root : nil
  }

  private final class Reader: NSObject, XMLParserDelegate {
    private var open: [ParsedXML] = []
    var root: ParsedXML?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = ParsedXML(name, attributes)
      open.last?.children.append(element)
      if root == nil { root = element }
      open.append(element)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) { for element in open { element.text += text } }
  }
}

extension PublishedFiles {
  func xml(_ url: String) throws -> ParsedXML? { ParsedXML.parse(try text(url)) }
}
