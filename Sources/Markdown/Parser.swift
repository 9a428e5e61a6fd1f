import CCmark
import CMarkdownMemory
import Encoding

extension Document {
  /// What of this program's Markdown goes beyond CommonMark.
  package struct Extensions: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// GitHub's pipe tables with column alignment.
    package static let tables = Extensions(rawValue: 1)
    /// A soft line break between Han characters is nothing.
    package static let hanLineBreaks = Extensions(rawValue: 2)
    /// Emphasis beside Chinese, Japanese and Korean text (the markdown-cjk-friendly amendment of CommonMark).
    package static let cjkEmphasis = Extensions(rawValue: 4)
    /// And in a text that is Chinese, beside marks that it shares with other scripts or has taken from them (`InlineMarks`).
    package static let chineseEmphasis = Extensions(rawValue: 8)
    /// `~~…~~`; a single `~` is a range of times or days.
    package static let strikethrough = Extensions(rawValue: 16)
    /// `- [ ]` and `- [x]`.
    package static let taskLists = Extensions(rawValue: 32)
    /// `[^label]` and `[^label]: …`.
    package static let footnotes = Extensions(rawValue: 64)
    /// Headings have an address: `{#id}` at their end, else their text in pinyin.
    package static let headingAnchors = Extensions(rawValue: 128)
    /// Lines, marks and the end of a text as Chinese offices write them (`OfficeLines`, `Signature`, `ProseCode`).
    package static let officeWriting = Extensions(rawValue: 256)

    package static let all: Extensions = [
      .tables, .hanLineBreaks, .cjkEmphasis, .chineseEmphasis, .strikethrough, .taskLists, .footnotes, .headingAnchors,
      .officeWriting,
    ]

    /// All that suits a text in a language (BCP 47).
    package static func of(language: String) -> Extensions {
      language.lowercased().hasPrefix("zh") ? all : all.subtracting([.chineseEmphasis, .officeWriting])
    }
  }

  /// Parses UTF-8 text. Every text has a tree: Markdown knows no errors.
  package init(_ source: String, extensions: Extensions = .all) {
    var source = source
    self = source.withUTF8 { Document($0, extensions: extensions) }
  }

  package init(_ text: UnsafeBufferPointer<UInt8>, extensions: Extensions = .all) {
    // libcmark passes over a byte order mark, and its columns with it; nothing else here knows of one.
    let source = extensions.isEmpty ? text : text.withoutByteOrderMarks
    let footnotes = extensions.contains(.footnotes) ? FootnoteDefinitions(source) : nil
    func build(_ body: UnsafeBufferPointer<UInt8>) -> Document {
      var builder = TreeBuilder(
        source: source, body: body, extensions: extensions, footnotes: footnotes?.definitions ?? [])
      builder.append(body)
      return builder.finish()
    }
    self = footnotes?.rest?.withUnsafeBufferPointer(build) ?? build(source)
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var withoutByteOrderMarks: Self {
    var rest = self[...]
    while rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    return Self(rebasing: rest)
  }
}

/// Parses with libcmark; the tree goes with the body.
func withCmarkTree(of source: UnsafeBufferPointer<UInt8>, _ body: (OpaquePointer) -> Void) {
  let mark = gongshi_memory_mark_now()
  defer { gongshi_memory_release(mark) }
  guard let parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, gongshi_memory()) else { return }
  source.withMemoryRebound(to: CChar.self) { characters in
    if let start = characters.baseAddress { cmark_parser_feed(parser, start, characters.count) }
  }
  if let root = cmark_parser_finish(parser) { body(root) }
}
