import Diagnostics

/// An address on the writer's own machine: `C:\Users\…\图.jpg`, `file:///…`, `\\server\…`. It opens nowhere else, and may say whose it is.
enum OwnMachine {
  static func leads(_ address: String) -> Bool {
    // Nearly all addresses of the web.
    if address.utf8.starts(with: "https://".utf8) { return false }
    let low = address.lowercased().replacing("%5c", with: "\\")
    if low.hasPrefix("file:") || low.hasPrefix("\\\\") { return true }
    if low.hasPrefix("~/") { return true }
    let scalars = Array(low.unicodeScalars.prefix(3))
    return scalars.count == 3 && ("a"..."z").contains(scalars[0]) && (scalars[1] == ":" || scalars[1] == "：")
      && (scalars[2] == "\\" || scalars[2] == "/" && !low.dropFirst(2).hasPrefix("//"))
  }

  static func problem(_ address: String, isImage: Bool, at location: Location) -> Diagnostic? {
    guard leads(address) else { return nil }
    let name = address.split { $0 == "\\" || $0 == "/" }.last.map(String.init) ?? ""
    return .error(
      "link.own-machine", zh: "这个地址在自己的电脑上，读者打不开", en: "this address is on your own machine; readers can't open it",
      hint: isImage
        ? Message(
          zh: "把图片放进 content/images/，写成 /images/\(name)",
          en: "put the picture into content/images/ and write /images/\(name)")
        : Message(
          zh: "把文件放进 content/files/，写成 /files/\(name)", en: "put the file into content/files/ and write /files/\(name)"),
      at: location)
  }
}
