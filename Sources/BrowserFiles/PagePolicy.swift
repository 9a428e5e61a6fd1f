import Digests
package import Encoding

/// What a page may do, said to the browser in the page itself (Content Security Policy Level 3): nothing but what is listed. Scripts and styles are
/// files of the site or those inside the page whose digest is named; nothing inside a page acts because somebody could write it there.
package struct PagePolicy: Sendable {
  /// `'sha256-…'` of what stands between `<script>` and `</script>`, as it stands there.
  private var scripts: [String] = []
  /// The same of `<style>`.
  private var styles: [String] = []
  /// Whence pictures may come beside the site itself: hosts or origins.
  private var pictures: [String] = []
  /// The site's own origin, for a page that does not lie on it (a packaged screen).
  private var origins: [String] = []

  package init() {}

  /// - Parameter text: all between `<script>` and `</script>`.
  package mutating func allow(script text: some Collection<UInt8>) { Self.insert(Self.digest(text), &scripts) }

  /// - Parameter text: all between `<style>` and `</style>`.
  package mutating func allow(style text: some Collection<UInt8>) { Self.insert(Self.digest(text), &styles) }

  /// Pictures from a host, by https.
  package mutating func allow(picturesFrom host: String) { Self.insert("https://" + host, &pictures) }

  /// - Parameter url: scheme, host and port; of a site below a path, with that path: all below it is meant, so it ends in a slash.
  package mutating func allow(origin url: String) {
    let hasPath = url.firstRange(of: "://").map { url[$0.upperBound...].contains("/") } ?? false
    Self.insert(hasPath && !url.hasSuffix("/") ? url + "/" : url, &origins)
  }

  /// The policy, as a header has it; without `frame-ancestors`, which only a header can say.
  package var text: String {
    func list(_ name: String, _ sources: [String]) -> String { ([name] + sources).joined(separator: " ") }
    return [
      "default-src 'none'", list("script-src 'self'", scripts), list("style-src 'self'", styles),
      list("img-src 'self' data:", origins + pictures), list("font-src 'self' data:", origins),
      list("media-src 'self'", origins), list("connect-src 'self'", origins), "manifest-src 'self'",
      "form-action 'self'", "base-uri 'none'",
    ].joined(separator: "; ")
  }

  /// For a page's head, before all that it speaks of; other sites don't learn which page their readers come from.
  package var meta: Bytes {
    Bytes(
      """
      <meta http-equiv="Content-Security-Policy" content="\(text)">
      <meta name="referrer" content="same-origin">

      """.utf8)
  }

  /// A page with a policy's `meta` as the first in its head; where a template has no `<head>`, behind its `<html>` or `<!DOCTYPE …>`.
  package static func page(_ page: Bytes, with meta: Bytes) -> Bytes {
    let place = Self.headStart(page)
    var out = Bytes()
    out.reserveCapacity(page.count + meta.count + 1)
    out += page[..<place]
    if place > 0, page[place - 1] != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
    out += meta
    out += page[place...].first == UInt8(ascii: "\n") ? page[(place + 1)...] : page[place...]
    return out
  }

  /// Behind `<head>`; looked for in the first bytes only, where it stands.
  private static func headStart(_ page: Bytes) -> Int {
    let reach = min(page.count, 1024)
    func end(ofTag name: StaticString) -> Int? {
      let count = name.utf8CodeUnitCount
      for start in 0..<max(0, reach - count)
      where (0..<count).allSatisfy({ page[start + $0] | 0x20 == name.utf8Start[$0] | 0x20 }) {
        let next = page[start + count]
        guard next == UInt8(ascii: ">") || next <= 0x20 else { continue }
        return page[(start + count)...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
      }
      return nil
    }
    return end(ofTag: "<head") ?? end(ofTag: "<html") ?? end(ofTag: "<!doctype") ?? 0
  }

  private static func digest(_ text: some Collection<UInt8>) -> String {
    "'sha256-\(Base64.text(SHA256.digest(text)))'"
  }

  private static func insert(_ source: String, _ list: inout [String]) {
    if !list.contains(source) { list.append(source) }
  }
}
