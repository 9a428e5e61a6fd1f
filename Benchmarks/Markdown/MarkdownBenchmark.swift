import CCmark
import CJemalloc
import Encoding
import Foundation
import Markdown

/// How many documents a second go from Markdown text to HTML on one core, by this program and by plain libcmark:
/// `markdown-benchmark DIRECTORY [--json]`, for all `.md` files of a directory, without their front matter; with the program's allocator.
@main
enum MarkdownBenchmark {
  private static let runs = 7

  private struct Figures: Encodable {
    let documents: Int
    let bytes: Int
    /// Documents a second, a run each.
    let gongshi: [Double]
    let cmark: [Double]
  }

  static func main() throws {
    if CommandLine.arguments.contains("--hostile") {
      return try HostileReport.print(json: CommandLine.arguments.contains("--json"))
    }
    let arguments = CommandLine.arguments.dropFirst().filter { $0 != "--json" }
    guard let directory = arguments.first else {
      FileHandle.standardError.write(Data("usage: markdown-benchmark DIRECTORY|--hostile [--json]\n".utf8))
      exit(2)
    }
    let figures = measure(try bodies(in: directory))
    if CommandLine.arguments.contains("--json") {
      return print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
    }
    let (ours, theirs) = (median(figures.gongshi), median(figures.cmark))
    print(
      """
      \(figures.documents) documents of \(figures.bytes / figures.documents) bytes, medians of \(runs), one core
      Gongshi \(Int(ours)) a second, cmark_markdown_to_html \(Int(theirs)) a second, \(String(format: "%.2f", theirs / ours)) times as long
      """)
  }

  private static func bodies(in directory: String) throws -> [[UInt8]] {
    try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(".md") }.sorted().map { name in
      let text = try String(contentsOfFile: directory + "/" + name, encoding: .utf8)
      let body =
        text.hasPrefix("---\n") ? text.split(separator: "\n---\n", maxSplits: 1).last.map(String.init) ?? text : text
      return Array(body.utf8)
    }
  }

  private static func measure(_ bodies: [[UInt8]]) -> Figures {
    var ours: [Double] = []
    var theirs: [Double] = []
    // One after the other, so that what disturbs the machine disturbs both; the first round is not counted.
    for run in 0...runs {
      let our = seconds { bodies.reduce(0) { $0 + gongshi($1) } }
      let their = seconds { bodies.reduce(0) { $0 + cmark($1) } }
      guard run > 0 else { continue }
      ours.append(Double(bodies.count) / our)
      theirs.append(Double(bodies.count) / their)
    }
    return Figures(
      documents: bodies.count, bytes: bodies.reduce(0) { $0 + $1.count }, gongshi: ours, cmark: theirs)
  }

  private static func gongshi(_ body: [UInt8]) -> Int {
    body.withUnsafeBufferPointer { HTMLRenderer(words: .ofBenchmark).html(Document($0)).count }
  }

  private static func cmark(_ body: [UInt8]) -> Int {
    body.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        guard let html = cmark_markdown_to_html(text.baseAddress, text.count, CMARK_OPT_DEFAULT) else { return 0 }
        defer { free(html) }
        return strlen(html)
      }
    }
  }

  /// The work's result is looked at, or it would be left out.
  static func seconds(_ work: () -> Int) -> Double {
    var total = 0
    let time = ContinuousClock().measure { total = work() }
    precondition(total > 0)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

extension HTMLRenderer.Words {
  static let ofBenchmark = HTMLRenderer.Words(
    done: "done", open: "not done", footnote: "note", footnotes: "notes", back: "back")
}
