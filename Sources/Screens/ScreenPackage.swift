import Archives
import Content
import Encoding
import Files

/// `/feeds/xibo/<id>.htz`: a screen as an HTML package (a ZIP with `index.html`), which Xibo keeps on the box and which also plays from a USB stick.
/// Its films lie beside it too, as many as a stick or a player takes. Pictures for which the feed has no room lie beside the page; where there is a network the player still looks for newer feeds.
struct ScreenPackage {
  let screen: CompiledScreen

  /// Bytes of all films of a package.
  static let mostFilmBytes = 60 << 20

  /// What is not there is asked of the site, and the poster stands for it.
  private func films() -> [(name: String, bytes: Bytes)] {
    var room = Self.mostFilmBytes
    return screen.programme.films.compactMap { film in
      guard film.file.bytes <= room, let bytes = try? Files.read(film.file.file) else { return nil }
      room -= bytes.count
      return (String(film.url.dropFirst()), bytes)
    }
  }

  func bytes() -> Bytes {
    var entries = [(name: "index.html", bytes: ScreenPage(screen: screen, isPackaged: true).html())]
    for file in PictureFile.read(screen.programme) where !file.travels && !file.bytes.isEmpty {
      entries.append((name: String(file.picture.url.dropFirst()), bytes: file.bytes))
    }
    return ZipWriter.archive(orStored: entries + films())
  }
}
