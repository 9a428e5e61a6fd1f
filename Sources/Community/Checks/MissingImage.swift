package import Diagnostics

/// A picture that is not there, and where it is to be put.
package enum MissingImage {
  /// - Parameter known: addresses of those that are there.
  package static func problem(_ written: String, among known: some Collection<String>, at location: Location)
    -> Diagnostic
  {
    let name = written.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? written
    // `gate.png`, `../images/gate.png` and `content/images/gate.png` lie at /images/gate.png.
    // Telephones write .JPG and .jpeg where people write .jpg.
    let same =
      [known.filter { $0.hasSuffix("/" + name) }, known.filter { stem($0) == stem("/" + name) }]
      .first { !$0.isEmpty }?.sorted() ?? []
    let near = same.count == 1 ? same[0] : Suggestion.nearest(to: written, among: known)
    // Written rightly, the file itself is what is missing.
    let isAtItsPlace = written.hasPrefix("/images/")
    let place =
      isAtItsPlace
      ? Message(zh: "把图片放进 content/images，文件名是 \(name)", en: "put it into content/images/, as \(name)")
      : Message(
        zh: "图片放在 content/images 里，写成 /images/文件名", en: "pictures lie in content/images/ and are written /images/NAME")
    return .error(
      "image.missing", zh: "找不到图片“\(written)”", en: "there is no picture “\(written)”",
      hint: near.map {
        Message(
          zh: "是不是想写“\($0)”？" + (isAtItsPlace ? "" : place.zh),
          en: "did you mean “\($0)”?" + (isAtItsPlace ? "" : " " + place.en))
      } ?? place, at: location)
  }

  /// Without the ending, and whatever its case.
  private static func stem(_ address: String) -> String {
    let name = address.lowercased().split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}
