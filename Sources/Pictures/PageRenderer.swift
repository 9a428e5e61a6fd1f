import CLinux
import Encoding

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Poppler's programs `pdfinfo` and `pdftoppm` on this machine: what a PDF has, and its pages as pictures. Each runs as a child with the file as its
/// input, bounded in time and memory, without a network and without leave to write: what a PDF does to it, it does to itself. [0088]
package struct PageRenderer: Sendable {
  private let info: String
  private let painter: String
  /// As the program says it: part of what a page's picture follows from.
  package let version: String

  /// Debian's package.
  package static let debianPackage = "poppler-utils"

  private static let seconds: UInt32 = 20
  private static let memory: UInt64 = 1 << 30
  private static let mostBytes = 64 << 20

  /// - Parameter directories: where programs are looked for, in this order.
  /// - Returns: nil where there is none.
  package static func find(in directories: [String]) -> PageRenderer? {
    for directory in directories {
      let (info, painter) = (directory + "/pdfinfo", directory + "/pdftoppm")
      guard access(info, X_OK) == 0, access(painter, X_OK) == 0 else { continue }
      let run = run(painter, ["-v"], input: "/dev/null", most: 1 << 14)
      let line = String(decoding: run.errors, as: UTF8.self).split(separator: "\n").first.map(String.init)
      guard run.code == 0, let line, line.contains("version") else { continue }
      return PageRenderer(info: info, painter: painter, version: line)
    }
    return nil
  }

  /// What a document has.
  package struct Document: Sendable, Hashable {
    package let count: Int
    /// Of the pages that were asked for, by number, upright, in points (1/72 inch).
    package let sizes: [Int: Size]

    package struct Size: Sendable, Hashable {
      package let width: Double
      package let height: Double

      package init(width: Double, height: Double) {
        self.width = width
        self.height = height
      }
    }
  }

  /// - Parameter pages: as far as there are so many.
  package func document(_ file: String, pages: ClosedRange<Int>) -> Result<Document, DocumentProblem> {
    let run = Self.run(
      info, ["-f", "\(pages.lowerBound)", "-l", "\(pages.upperBound)", "-"], input: file, most: 1 << 20)
    if run.code != 0, String(decoding: run.errors, as: UTF8.self).contains("page range") {
      // It has fewer pages than the first that is asked for.
      return pages.lowerBound == 1
        ? .failure(.damaged) : document(file, pages: 1...1).map { Document(count: $0.count, sizes: [:]) }
    }
    guard run.code == 0 else { return .failure(Self.problem(run)) }
    var count: Int?
    var sizes: [Int: Document.Size] = [:]
    var turned: [Int: Int] = [:]
    for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split { $0 == " " || $0 == ":" }
      if parts.count >= 2, parts[0] == "Pages" { count = Int(parts[1]) }
      guard parts.count >= 4, parts[0] == "Page", let number = Int(parts[1]) else { continue }
      if parts[2] == "size", parts.count >= 6, let width = Double(parts[3]), let height = Double(parts[5]) {
        sizes[number] = Document.Size(width: width, height: height)
      }
      if parts[2] == "rot" { turned[number] = Int(parts[3]) }
    }
    guard let count, count > 0 else { return .failure(.damaged) }
    for (number, size) in sizes where (turned[number] ?? 0) % 180 != 0 {
      sizes[number] = Document.Size(width: size.height, height: size.width)
    }
    return .success(Document(count: count, sizes: sizes))
  }

  /// A page as a PNG of so many pixels.
  func picture(_ file: String, page: Int, width: Int, height: Int) -> Result<Bytes, DocumentProblem> {
    let run = Self.run(
      painter,
      [
        "-png", "-f", "\(page)", "-l", "\(page)", "-scale-to-x", "\(width)", "-scale-to-y", "\(height)", "-",
      ], input: file, most: Self.mostBytes)
    guard run.code == 0 else { return .failure(Self.problem(run, page: page)) }
    return run.output.isEmpty ? .failure(.damaged) : .success(run.output)
  }

  private static func problem(_ run: Run, page: Int? = nil) -> DocumentProblem {
    if run.code == Int(gongshi_run_stopped) { return .tooMuch(page: page) }
    let said = String(decoding: run.errors, as: UTF8.self)
    if said.contains("Incorrect password") { return .encrypted }
    return .damaged
  }

  private struct Run {
    let code: Int
    let output: Bytes
    let errors: Bytes
  }

  private static func run(_ program: String, _ arguments: [String], input: String, most: Int) -> Run {
    var arguments: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var (output, errors) = (gongshi_output(), gongshi_output())
    let code = gongshi_run_bounded(
      program, &arguments, input, gongshi_bounds(seconds: seconds, memory: memory, output: most), &output, &errors)
    defer {
      free(output.bytes)
      free(errors.bytes)
    }
    return Run(
      code: Int(code), output: Bytes(UnsafeBufferPointer(start: output.bytes, count: output.count)),
      errors: Bytes(UnsafeBufferPointer(start: errors.bytes, count: errors.count)))
  }
}

/// Why a document's pages can't be shown.
package enum DocumentProblem: Error, Sendable, Hashable {
  /// This machine has no program that draws pages.
  case noRenderer
  /// Cut short, or not what PDF allows.
  case damaged
  /// Opened with a password alone.
  case encrypted
  /// Its page, or opening it, took more time or memory than is given.
  case tooMuch(page: Int?)
  /// It has no page of those that were asked for.
  case noSuchPage(count: Int)
  /// Points; or quite another shape than a sheet of paper.
  case size(page: Int, width: Int, height: Int)
}
