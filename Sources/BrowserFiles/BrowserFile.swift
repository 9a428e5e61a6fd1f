import CBrowserFiles
package import Encoding

/// A script or style that browsers are given. It is a file of this repository, ES5 or CSS for engines from Chromium 38 on, and part of the program
/// (`CBrowserFiles.c` says of which files).
package struct BrowserFile {
  private let file: gongshi_file

  /// The modules of a screen's player.
  package static var player: BrowserFile { BrowserFile(file: gongshi_player()) }
  package static var screenStyle: BrowserFile { BrowserFile(file: gongshi_screen_style()) }
  package static var screenWorker: BrowserFile { BrowserFile(file: gongshi_screen_worker()) }
  /// The modules of the search page's script.
  package static var search: BrowserFile { BrowserFile(file: gongshi_search()) }
  /// The modules of the finder's script.
  package static var finder: BrowserFile { BrowserFile(file: gongshi_finder()) }
  /// The finder's rules as a script of their own, which the search's asks for when a query may be an address.
  package static var addressRules: BrowserFile { BrowserFile(file: gongshi_address_rules()) }
  /// The modules of the preview's script, and its sheet.
  package static var preview: BrowserFile { BrowserFile(file: gongshi_preview()) }
  package static var previewStyle: BrowserFile { BrowserFile(file: gongshi_preview_style()) }
  private static var closure: BrowserFile { BrowserFile(file: gongshi_closure()) }

  /// As it is published: comments with lines of their own, empty lines and indentation are for those who write it.
  package var published: Bytes {
    var out = Bytes()
    out.reserveCapacity(file.count)
    var isInComment = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      if isInComment || text.starts(with: "/*".utf8) {
        isInComment = !text.ends(with: "*/".utf8)
        continue
      }
      guard !text.isEmpty else { continue }
      out += text
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }

  /// Modules as they are published: one script, in one closure.
  package var enclosed: Bytes { enclosed(words: nil) }

  /// The same with what it says, before all else.
  ///
  /// - Parameter words: JSON.
  package func enclosed(words: Bytes?) -> Bytes {
    let lines = Self.closure.bytes.split(separator: UInt8(ascii: "\n"))
    var out = Bytes()
    for line in lines {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      if text.elementsEqual("/* modules */".utf8) {
        if let words { out += Bytes("var WORDS = ".utf8) + words + Bytes(";\n".utf8) }
        out += published
      } else if !text.starts(with: "/*".utf8) {
        out += text
        out.append(UInt8(ascii: "\n"))
      }
    }
    return out
  }

  private var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: file.bytes, count: file.count) }
}

extension Collection<UInt8> where Self: BidirectionalCollection {
  fileprivate func ends(with end: String.UTF8View) -> Bool { suffix(end.count).elementsEqual(end) }
}
