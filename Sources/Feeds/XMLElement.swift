import Encoding

extension Bytes {
  /// `<name>text</name>` on a line of its own.
  mutating func append(element name: StaticString, _ text: String) {
    append("<")
    append(name)
    append(">")
    append(Markup.xmlEscaped(text))
    append("</")
    append(name)
    append(">\n")
  }
}
