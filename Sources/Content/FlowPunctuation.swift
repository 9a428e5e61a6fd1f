import Diagnostics
import Vocabulary

/// Chinese commas and colons in `{slide: today，seconds: 20}`: YAML takes them for letters, and finds fault with something else or with nothing.
struct FlowPunctuation {
  private let place: SourcePlace
  private let text: String

  init(_ text: String, at place: SourcePlace) {
    self.text = text
    self.place = place
  }

  /// The first of them; nil where there is none, which is nearly always.
  var problem: Diagnostic? {
    guard mayHold else { return nil }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let problem = Self.problem(Array(line)).map({ diagnostic($0, line: number + 1) }) { return problem }
    }
    return nil
  }

  /// Whether a line has a brace and what may be a wide sign: ，：； have the same first byte. By bytes, since the lines of 10,000 pages' front matter as
  /// characters were 6 % of a build. A line's end of two characters is none here, as it is none where lines are split.
  private var mayHold: Bool {
    var (hasBrace, hasSign, last) = (false, false, UInt8(0))
    for byte in text.utf8 {
      switch byte {
      case 0x7B: hasBrace = true
      case 0xEF: hasSign = true
      case 0x0A where last != 0x0D:
        if hasBrace, hasSign { return true }
        (hasBrace, hasSign) = (false, false)
      default: break
      }
      last = byte
    }
    return hasBrace && hasSign
  }

  private struct Found {
    /// From 0.
    let column: Int
    let sign: Character
    /// The key before a colon or behind a comma.
    let key: String
  }

  /// Within braces that begin a value; what is in quotes is anybody's.
  private static func problem(_ line: [Character]) -> Found? {
    var depth = 0
    var quote: Character?
    var isKeyExpected = false
    var index = 0
    var before: Character?
    while index < line.count {
      let character = line[index]
      defer { if character != " " { before = character } }
      if let open = quote {
        if character == open { quote = nil }
        index += 1
        continue
      }
      switch character {
      case "#" where index == 0 || line[index - 1] == " ": return nil
      case "\"", "'":
        // A quote within a word is none.
        if before.map({ "{[,:-：，".contains($0) }) ?? true { quote = character }
        isKeyExpected = false
      case "{" where before.map({ "-:[,{".contains($0) }) ?? true:
        depth += 1
        isKeyExpected = true
        index += 1
        continue
      case "}" where depth > 0: depth -= 1
      case "," where depth > 0:
        isKeyExpected = true
        index += 1
        continue
      case "，" where depth > 0, "；" where depth > 0:
        if let key = key(line, from: index + 1), key.sign == ":" || isKnown(key.name) {
          return Found(column: index, sign: character, key: key.name)
        }
      default: break
      }
      if isKeyExpected, depth > 0, character != " " {
        if let key = key(line, from: index), key.sign == "：" {
          return Found(column: key.at, sign: "：", key: key.name)
        }
        isKeyExpected = false
      }
      index += 1
    }
    return nil
  }

  /// A word and the colon behind it.
  private static func key(_ line: [Character], from start: Int) -> (name: String, sign: Character, at: Int)? {
    let rest = line[start...].drop { $0 == " " }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let after = rest[name.endIndex...].drop { $0 == " " }
    guard !name.isEmpty, name.count <= 30, let sign = after.first, sign == ":" || sign == "：" else { return nil }
    return (String(name), sign, after.startIndex)
  }

  /// A Chinese word before a full-width colon may be part of a text: `{title: 注意，时间：下午}`.
  private static func isKnown(_ name: String) -> Bool {
    name.utf8.allSatisfy { $0 < 128 } || KeyNames.isKey(name)
  }

  private func diagnostic(_ found: Found, line: Int) -> Diagnostic {
    let at = place.location(line: line, column: found.column + 1)
    if found.sign == "：" {
      return .error(
        "yaml.full-width-colon", zh: "“\(found.key)”后面是中文冒号", en: "a full-width colon stands after “\(found.key)”",
        hint: Message(
          zh: "用英文冒号加空格：{\(found.key): …}；文字里要有这个符号，就把整段文字用引号括起来",
          en: "write a plain colon and a space: `{\(found.key): …}`; a text that has the sign goes in quotes"), at: at)
    }
    return .error(
      "yaml.full-width-comma", zh: "“\(found.key)”前面是中文\(found.sign == "，" ? "逗号" : "分号")“\(found.sign)”",
      en: "a full-width \(found.sign == "，" ? "comma" : "semicolon") stands before “\(found.key)”",
      hint: Message(
        zh: "用英文逗号加空格：{…, \(found.key): …}；文字里要有这个符号，就把整段文字用引号括起来",
        en: "write a plain comma and a space: `{…, \(found.key): …}`; a text that has the sign goes in quotes"), at: at)
  }
}
