import Diagnostics
import PublicText

/// A recorded video that a page offers.
package struct PageVideo: Sendable {
  /// nil: the page's own title.
  package let title: String?
  /// `https://…` or `http://…`.
  package let url: String
}

extension FieldReader {
  /// A code of a longer address is too fine for a screen across a hall.
  private static let longestAddress = 300

  /// `video: https://…`, or `video: [{title: 怎么看回放, url: https://…}]`.
  func videos() -> [PageVideo] {
    entries("video").compactMap { entry in
      switch entry {
      case .text(let url, let location): return address(url, at: location).map { PageVideo(title: nil, url: $0) }
      case .group(let group):
        let title = group.text("title")
        let url = group.requiredText("url").flatMap { address($0, at: group.location(of: "url")) }
        group.finish()
        return url.map { PageVideo(title: title, url: $0) }
      }
    }
  }

  private func address(_ url: String, at location: Location) -> String? {
    let isAddress = if case .web = WebAddress.of(url) { true } else { false }
    guard isAddress, url.utf8.count <= Self.longestAddress, url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
      problem(
        .error(
          "video.url", zh: "视频的网址应当是 https:// 或 http:// 开头，中间没有空格，不超过 \(Self.longestAddress) 字节",
          en:
            "a video's address begins with https:// or http://, has no spaces and at most \(Self.longestAddress) bytes",
          hint: Message(zh: "写 video: https://…", en: "write `video: https://…`"), at: location))
      return nil
    }
    return url
  }
}
