package import Artifacts
import CLetters
import CPictures
import Digests
package import Encoding
import Files
import Parallel
package import Pictures
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cards as files of a release. Each is drawn when it is asked for, and kept where pictures are, by all that it is drawn of: the next build reads it.
package final class CardMaker: Sendable {
  private let typefaces: Typefaces?
  private let colours: CardColours
  private let keeping: PictureKeeping
  private let board: Once<CardBoard>
  /// Open faces that nobody uses: a face is one thread's at a time, and slow to open.
  private let idle = Mutex<[OpenFaces]>([])

  /// Handed from one thread to the next, never shared.
  private struct OpenFaces: @unchecked Sendable { let faces: CardFaces }

  /// - Parameters:
  ///   - typefaces: nil where the machine has none: cards are the mark alone.
  ///   - keeping: where cards are kept.
  package init(typefaces: Typefaces?, colours: CardColours, keeping: PictureKeeping) {
    self.typefaces = typefaces
    self.colours = colours
    self.keeping = keeping
    board = Once { CardBoard(colours) }
  }

  package var hasTypefaces: Bool { typefaces != nil }

  /// Where a card is published: it follows from what the card says and from its colours, not from the machine's fonts, so that pages are the same
  /// wherever they are made.
  package func path(_ card: ShareCard) -> SitePath { .at("images/share/\(card.digest(colours)).png") }

  package func artifact(_ card: ShareCard) -> Artifact {
    Artifact(path(card), .png, .made { self.bytes(card) })
  }

  /// A PNG of 1200 × 630.
  package func bytes(_ card: ShareCard) -> Bytes {
    let key = key(card)
    if let kept = kept(key) { return kept }
    let drawing = CardDrawing(on: board.value)
    let faces = borrowed()
    drawing.draw(card, faces?.faces)
    if let faces { idle.withLock { $0.append(faces) } }
    let bytes = drawing.bytes()
    keep(bytes, key)
    return bytes
  }

  private func borrowed() -> OpenFaces? {
    guard let typefaces else { return nil }
    return idle.withLock { $0.popLast() } ?? CardFaces(typefaces).map(OpenFaces.init)
  }

  // MARK: What is kept

  private func key(_ card: ShareCard) -> String {
    let parts = [
      "card", card.digest(colours), typefaces?.identity ?? "", String(cString: gongshi_letters_library()),
      String(cString: gongshi_picture_libraries()),
    ]
    return String(SHA256.hexadecimal(Bytes(parts.joined(separator: "\n").utf8)).prefix(32))
  }

  private func path(_ key: String) -> String? { keeping.directory.map { "\($0)/\(key).card" } }

  private static let digestLength = 32

  /// The picture with its own SHA-256 behind it: what a disk damaged is nothing.
  private func kept(_ key: String) -> Bytes? {
    guard let path = path(key), Files.isRegular(path), let bytes = try? Files.read(path),
      bytes.count > Self.digestLength
    else { return nil }
    let picture = bytes.dropLast(Self.digestLength)
    guard SHA256.digest(picture).elementsEqual(bytes.suffix(Self.digestLength)) else { return nil }
    // What is used is young.
    if keeping.keeps { utimensat(AT_FDCWD, path, nil, 0) }
    return Bytes(picture)
  }

  private func keep(_ picture: Bytes, _ key: String) {
    guard keeping.keeps, !picture.isEmpty, let directory = keeping.directory, let path = path(key) else { return }
    if !Files.isDirectory(directory) { try? Files.makeDirectory(directory, isPrivate: true) }
    // Two cards that say the same are one file: a name of its own for each that writes it.
    let aside = "\(path).\(getpid())-\(Self.count.wrappingAdd(1, ordering: .relaxed).newValue).new"
    guard (try? Files.write(picture + SHA256.digest(picture), to: aside, mode: 0o600)) != nil, rename(aside, path) == 0
    else {
      unlink(aside)
      return
    }
  }

  private static let count = Atomic<Int>(0)
}
