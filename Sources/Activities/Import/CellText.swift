import Encoding
import Spreadsheets

extension Cell {
  /// What a reader sees in the cell, more or less.
  var shownText: String {
    switch self {
    case .text(let text), .error(let text): text
    // All digits of a long number: Excel shows 15 of them and zeros.
    case .number(let number): NumberText.digits(number)
    case .labelled(let text, _): text
    case .pending: ""
    case .flag(let flag): flag ? "TRUE" : "FALSE"
    case .time(let time): time.text
    }
  }
}

extension Cell {
  /// What offices write into a cell that has nothing to say: `/`, `—`, and what databases export of it.
  var isStroke: Bool {
    guard case .text(let text) = self, (1...8).contains(text.utf8.count) else { return false }
    let strokes: Set = ["/", "\\", "-", "--", "–", "—", "——", "―", "n/a", "null"]
    return strokes.contains(text.narrow.withoutOuterBlanks.lowercased())
  }

  /// `无`, in place of the name of something.
  var saysNone: Bool {
    guard case .text(let text) = self, text.utf8.count <= 12 else { return false }
    return ["无", "暂无", "none"].contains(text.withoutOuterBlanks.lowercased())
  }

  /// `同上`, `〃`: a person looks at the row above, a reader of the site has none.
  var isDitto: Bool {
    guard case .text(let text) = self, (1...12).contains(text.utf8.count) else { return false }
    return ["同上", "同左", "〃", "″", "ditto"].contains(text.withoutOuterBlanks.lowercased())
  }
}

extension String {
  /// Without blanks at its ends, also full-width and no-break ones.
  var withoutOuterBlanks: String {
    // Most begin and end with what is none, and looking it up is dear.
    let isBlank: (Unicode.Scalar) -> Bool = { scalar in
      switch scalar.value {
      case 0x21...0x7E, 0x3001...0xFEFE: false
      default: scalar.properties.isWhitespace || scalar == "\u{FEFF}"
      }
    }
    let start = unicodeScalars.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(start[...last])
  }

  /// Without line breaks, as where a cell was too narrow for it: between wide characters they are nothing, elsewhere a space.
  var onOneLine: String {
    let lines = split(whereSeparator: \.isNewline).map { String($0).withoutOuterBlanks }.filter { !$0.isEmpty }
    guard var text = lines.first else { return "" }
    for line in lines.dropFirst() {
      let isWide = [text.unicodeScalars.last, line.unicodeScalars.first].allSatisfy { ($0?.value ?? 0) >= 0x2E80 }
      text += (isWide ? "" : " ") + line
    }
    return text
  }

  /// As messages quote what somebody wrote: on one line, and no longer than that takes to know it again.
  var quoted: String {
    let start = prefix(200).map { $0.isNewline ? "⏎" : $0 }
    return start.count > 40 ? String(start.prefix(39)) + "…" : String(start)
  }

  /// `5.31E+10`: a long number as a narrow cell shows it. Its last digits are lost.
  var isShortenedNumber: Bool {
    let parts = split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].first == "+", let power = Int(parts[1].dropFirst()), power >= 3 else {
      return false
    }
    let digits = parts[0].utf8.filter { $0 != UInt8(ascii: ".") }
    return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) } && digits.count <= power
      && parts[0].split(separator: ".").first?.utf8.count == 1
  }

  /// Full-width letters, digits and signs as ASCII.
  var narrow: String {
    var out = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      out.append((0xFF01...0xFF5D).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar)
    }
    return String(out)
  }
}
