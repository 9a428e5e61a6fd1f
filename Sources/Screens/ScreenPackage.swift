import Archives
import Encoding

/// `/feeds/xibo/<id>.htz`: a screen as an HTML package (a ZIP with `index.html`), which Xibo keeps on the box and which also plays from a USB stick.
/// Pictures for which the feed has no room lie beside the page; where there is a network the player still looks for newer feeds.
struct ScreenPackage {
  let screen: CompiledScreen

  func bytes() -> Bytes {
    var entries = [(name: "index.html", bytes: ScreenPage(screen: screen, isPackaged: true).html())]
    for file in PictureFile.read(screen.programme) where !file.travels && !file.bytes.isEmpty {
      entries.append((name: String(file.picture.url.dropFirst()), bytes: file.bytes))
    }
    do throws(ZipError) {
      return try ZipWriter.archive(entries)
    } catch {
      fatalError("\(screen.id).htz: \(error.reason)")
    }
  }
}
