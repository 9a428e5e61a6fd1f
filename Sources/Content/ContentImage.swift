import Artifacts
import Diagnostics
import Files

/// A picture below `content/`.
public struct ContentImage: Sendable, Hashable {
  public let path: SitePath
  public let mediaType: MediaType
  /// Where it lies on the disk.
  public let file: String
}

extension Content {
  /// The pictures among a site's files.
  static func images(
    _ directory: String, _ files: [String], _ officePhones: Set<String>, _ problems: ProblemList
  ) throws(FileError) -> [ContentImage] {
    var images: [ContentImage] = []
    for name in files {
      let type = MediaType(fileName: name)
      guard type.isContentImage else { continue }
      let file = directory + "/content/" + name
      let location = Location.file(path: "content/" + name)
      PersonalNumberCheck(path: "content/" + name, officePhones: officePhones, problems: problems).fileName()
      let format = PictureFormat.of(try Files.head(file, count: PictureFormat.headLength))
      if format != type { problems.add(wrongFormat(format, at: location)) }
      guard let path = SitePath(file: name) else {
        problems.add(
          .error(
            "image.file-name", zh: "图片文件名里有不能用于网址的字符",
            en: "the picture's file name holds characters that can't stand in a URL",
            hint: Message(zh: "文件名请用字母、数字、连字符", en: "use letters, digits and hyphens"), at: location))
        continue
      }
      images.append(ContentImage(path: path, mediaType: type, file: file))
    }
    return images
  }

  private static func wrongFormat(_ format: MediaType?, at location: Location) -> Diagnostic {
    guard let format else {
      return .error(
        "image.not-a-picture", zh: "文件里不是图片", en: "the file holds no picture",
        hint: Message(zh: "重新导出为 PNG、JPEG、WebP 或 GIF", en: "export it again as PNG, JPEG, WebP or GIF"), at: location)
    }
    let ending = PictureFormat.ending(format)
    return .error(
      "image.wrong-format", zh: "文件里其实是 \(format.rawValue) 图片，与文件名的结尾不符",
      en: "the file holds an \(format.rawValue) picture, which its name's ending does not say",
      hint: Message(zh: "把文件名的结尾改为 \(ending)", en: "let its name end in \(ending)"), at: location)
  }
}
