import Artifacts
import Diagnostics
import Encoding
import Inspection
import Pictures

/// What is said of a picture's file.
enum ImageProblem {
  static func sameAddress(_ path: SitePath, _ other: ContentImage, at location: Location) -> Diagnostic {
    .error(
      "image.same-address", zh: "图片的网址 \(path.url) 已用于 content\(other.name)",
      en: "the picture's address \(path.url) is also that of content\(other.name)",
      hint: Message(zh: "改掉其中一个文件名：中文文件名按拼音发布", en: "rename one of them: Chinese file names are published in pinyin"),
      at: location)
  }

  static func fileName(at location: Location) -> Diagnostic {
    .error(
      "image.file-name", zh: "图片的文件名写不成网址，或者太长",
      en: "the picture's file name can't be written in an address, or is too long",
      hint: Message(zh: "文件名请用汉字、字母、数字、连字符，200 字节以内", en: "use letters, digits and hyphens, at most 200 bytes"),
      at: location)
  }

  /// A page says what it says also with a picture that stands still.
  static func stilled(at location: Location) -> Diagnostic {
    .warning(
      "image.moving", zh: "这是会动的图片，只公开它的第一幅", en: "this picture moves; only the first of its pictures is published",
      hint: Message(
        zh: "要让它动，存成 GIF；影片放进 content/files/", en: "save it as GIF to let it move; a film goes to content/files/"),
      at: location)
  }

  /// - Parameter user: where it is named.
  static func diagnostic(_ fault: ImageFault, user: Location?, at location: Location) -> Diagnostic {
    let zh = user.map { "（\($0) 用到它）" } ?? ""
    let en = user.map { " (shown by \($0))" } ?? ""
    func error(_ code: String, problem: Message, hint: Message) -> Diagnostic {
      .error(code, zh: problem.zh + zh, en: problem.en + en, hint: hint, at: location)
    }
    switch fault {
    case .mark(.refused(.heic)): return error("image.heic", problem: heic, hint: heicAdvice)
    case .mark(.format(let format)) where format.isContentImage:
      return error(
        "image.wrong-format",
        problem: Message(
          zh: "文件里其实是 \(format.rawValue) 图片，与文件名的结尾不符",
          en: "the file holds an \(format.rawValue) picture, which its name's ending does not say"),
        hint: Message(zh: "把文件名的结尾改为 \(format.ending)", en: "let its name end in \(format.ending)"))
    case .mark, .picture(.empty):
      return error(
        "image.not-a-picture", problem: Message(zh: "文件里不是图片", en: "the file holds no picture"),
        hint: Message(zh: "重新导出为 PNG、JPEG、WebP 或 GIF", en: "export it again as PNG, JPEG, WebP or GIF"))
    case .picture(.damaged):
      return error(
        "image.damaged",
        problem: Message(zh: "图片不完整或已损坏，打不开", en: "the picture is cut short or damaged, and can't be opened"),
        hint: Message(
          zh: "多半是没传完：从手机或相机里重新复制一份，或用看图软件打开后另存",
          en: "most likely it was not copied to its end: copy it again, or open it in an editor and save it anew"))
    case .picture(.tooManyBytes(let count)):
      return error(
        "image.too-large",
        problem: Message(
          zh: "图片文件有 \(NumberText.fileSize(count))，最多 \(NumberText.fileSize(PictureRecipe.mostBytes))",
          en: "the file has \(NumberText.fileSize(count)); \(NumberText.fileSize(PictureRecipe.mostBytes)) is the most"),
        hint: smaller)
    case .picture(.tooManyPixels(let width, let height)):
      return error(
        "image.too-large",
        problem: Message(
          zh: "图片有 \(width)×\(height) 像素，最多 1 亿像素",
          en: "the picture has \(width)×\(height) pixels; 100 megapixels is the most"),
        hint: smaller)
    case .picture(.tooManyHeld(let width, let height)):
      return error(
        "image.too-large",
        problem: Message(
          zh: "图片有 \(width)×\(height) 像素；渐进式 JPEG、隔行 PNG、WebP、GIF 不能这么大",
          en:
            "the picture has \(width)×\(height) pixels, too many for a progressive JPEG, an interlaced PNG, WebP or GIF"
        ),
        hint: Message(
          zh: "另存为普通（基线）JPEG，或缩小到宽 4000 像素以内",
          en: "save it as a plain (baseline) JPEG, or with at most 4,000 pixels across"))
    case .picture(.noMemory):
      return error(
        "image.no-memory", problem: Message(zh: "内存不够，打不开这张图片", en: "there is not enough memory to open this picture"),
        hint: smaller)
    }
  }

  private static let smaller = Message(
    zh: "缩小到宽 4000 像素以内再放进来：网页上最宽只用 1600", en: "make it at most 4,000 pixels across: pages use 1,600")

  private static let heic = Message(
    zh: "这是手机的 HEIC 或 AVIF 照片，多数浏览器和公示屏打不开",
    en: "this is a phone's HEIC or AVIF picture, which many browsers and screens can't show")

  static let heicAdvice = Message(
    zh: "苹果手机：设置 → 相机 → 格式 → 兼容性最佳，以后就拍成 JPEG；这一张用微信或邮件发给自己，或在电脑上打开后另存为 JPEG",
    en:
      "on an iPhone: Settings → Camera → Formats → Most Compatible takes JPEGs from now on; mail this one to yourself, or open it and save it as JPEG"
  )
}
