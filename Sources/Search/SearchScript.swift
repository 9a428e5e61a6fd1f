import BrowserFiles
import Encoding

/// The search page's script: classic ES5 in one closure, without a library, for any engine with typed arrays (Chromium 38 has them). Its files
/// are in `Client/`.
enum SearchScript {
  static let script: Bytes = BrowserFile.search.enclosed
}
