import Archives
import Encoding
import Files

/// `/feeds/xibo/<id>.htz`: a screen as an HTML package (a ZIP with `index.html`), which Xibo keeps on the box and which also plays from a USB stick.
/// Pictures that are too large for the feed lie beside the page; where there is a network the player still looks for newer feeds.
struct ScreenPackage {
  let screen: CompiledScreen

  func bytes() -> Bytes {
    var entries = [(name: "index.html", bytes: ScreenPage(screen: screen, isPackaged: true).html())]
    for picture in screen.programme.pictures {
      guard let bytes = try? Files.read(picture.file), bytes.count > ProgrammeFeed.pictureLimit else { continue }
      entries.append((name: String(picture.url.dropFirst()), bytes: bytes))
    }
    guard let archive = try? ZipWriter.archive(entries) else { preconditionFailure("no memory for \(screen.id).htz") }
    return archive
  }
}
