package import Artifacts
import Diagnostics
import Files
import Inspection

/// A picture below `content/`.
package struct ContentImage: Sendable, Hashable {
  /// How pages and screens name it: `/` and its path below `content/`.
  package let name: String
  /// Where it is published (`PublishedNames`).
  package let path: SitePath
  package let mediaType: MediaType
  /// Where it lies on the disk.
  package let file: String
}

extension Content {
  /// The pictures among a site's files.
  static func images(
    _ directory: String, _ files: [String], _ officePhones: Set<String>, _ problems: ProblemList
  ) throws(FileError) -> [ContentImage] {
    var images: [ContentImage] = []
    for name in files {
      let type = MediaType(fileName: name)
      let file = directory + "/content/" + name
      let location = Location.file(path: "content/" + name)
      PersonalNumberCheck(path: "content/" + name, officePhones: officePhones, problems: problems).fileName()
      let source = ByteSource(try OpenFile(file))
      let format = try FileMark.of(in: source)
      if format == type {
        for finding in try PictureInspection.findings(in: source, type, allowing: officePhones) {
          problems.add(AttachmentProblem.finding(finding, at: location))
        }
      } else {
        problems.add(wrongFormat(format, at: location))
      }
      guard let path = PublishedNames.path(of: name) else {
        problems.add(
          .error(
            "image.file-name", zh: "图片的文件名写不成网址，或者太长",
            en: "the picture's file name can't be written in an address, or is too long",
            hint: Message(zh: "文件名请用汉字、字母、数字、连字符，200 字节以内", en: "use letters, digits and hyphens, at most 200 bytes"),
            at: location))
        continue
      }
      if let other = images.first(where: { $0.path == path }) {
        problems.add(sameAddress(path, other, at: location))
        continue
      }
      images.append(ContentImage(name: PublishedNames.written(name), path: path, mediaType: type, file: file))
    }
    return images
  }

  private static func sameAddress(_ path: SitePath, _ other: ContentImage, at location: Location) -> Diagnostic {
    .error(
      "image.same-address", zh: "图片的网址 \(path.url) 已用于 content\(other.name)",
      en: "the picture's address \(path.url) is also that of content\(other.name)",
      hint: Message(zh: "改掉其中一个文件名：中文文件名按拼音发布", en: "rename one of them: Chinese file names are published in pinyin"),
      at: location)
  }

  private static func wrongFormat(_ format: MediaType?, at location: Location) -> Diagnostic {
    guard let format, format.isContentImage else {
      return .error(
        "image.not-a-picture", zh: "文件里不是图片", en: "the file holds no picture",
        hint: Message(zh: "重新导出为 PNG、JPEG、WebP 或 GIF", en: "export it again as PNG, JPEG, WebP or GIF"), at: location)
    }
    return .error(
      "image.wrong-format", zh: "文件里其实是 \(format.rawValue) 图片，与文件名的结尾不符",
      en: "the file holds an \(format.rawValue) picture, which its name's ending does not say",
      hint: Message(zh: "把文件名的结尾改为 \(format.ending)", en: "let its name end in \(format.ending)"), at: location)
  }
}
