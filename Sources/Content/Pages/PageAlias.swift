package import Artifacts
package import Diagnostics
import Encoding

/// An address at which a page stood before, or by which it is printed somewhere: it leads on to the page.
package struct PageAlias: Sendable {
  package let path: SitePath
  package let location: Location
}

extension PageAlias {
  static let form = Message(
    zh: "本站的网址，如 /notices/old/（以 / 开头，以 / 或 .html 结尾）",
    en: "an address of this site like /notices/old/ (it begins with / and ends with / or .html)")

  /// `/old/`, `/old` for the same, `/old.html`; percent-encoded or not.
  static func path(_ written: String) -> SitePath? {
    let text = PercentEncoding.decoded(written)
    guard text.hasPrefix("/"), text.count > 1 else { return nil }
    let bare = String(text.dropFirst())
    let last = bare.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if last.isEmpty { return SitePath(file: bare + "index.html") }
    if last.hasSuffix(".html") || last.hasSuffix(".htm") { return SitePath(file: bare) }
    return last.contains(".") ? nil : SitePath(file: bare + "/index.html")
  }
}
