package import Encoding
import Foundation

/// A JSON value as a consumer's parser gives it.
package enum ParsedJSON: Decodable, Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([ParsedJSON])
  case object([String: ParsedJSON])

  package init(_ bytes: Bytes) throws { self = try JSONDecoder().decode(ParsedJSON.self, from: Data(bytes)) }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([ParsedJSON].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: ParsedJSON].self))
    }
  }

  /// nil where it has no such member, or is no object.
  package subscript(name: String) -> ParsedJSON? { if case .object(let members) = self { members[name] } else { nil } }
  package var names: Set<String> { if case .object(let members) = self { Set(members.keys) } else { [] } }
  package var elements: [ParsedJSON] { if case .list(let list) = self { list } else { [] } }
  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var number: Double? { if case .number(let number) = self { number } else { nil } }
  package var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

  /// A member of each element of a list; nil where it is no text.
  package func texts(_ name: String) -> [String?] { elements.map { $0[name]?.text } }
}
