package import Artifacts
import Diagnostics
import Digests
import Encoding
import Files
package import Inspection
import Parallel
package import Pictures
package import Vocabulary

/// A film that screens show.
package struct ShownFilm: Sendable, Hashable {
  package let file: Attachment
  package let facts: FilmFacts
  /// Another where its bytes are others: 16 hexadecimal digits.
  package let digest: String
}

/// Pages of a document, as one screen shows them.
package struct ShownDocument: Sendable {
  package struct Page: Sendable, Hashable {
    package let number: Int
    package let path: SitePath
    package let form: PictureForm

    package var isUpright: Bool { form.height > form.width }
  }

  package let file: Attachment
  package let pages: [Page]
}

/// What of `content/files/` screens show: films, and pages of documents as pictures.
package struct ShownFiles: Sendable {
  /// By the names of their files; none that a screen can't play.
  package private(set) var films: [String: ShownFilm] = [:]
  private var documents: [Key: ShownDocument] = [:]

  private struct Key: Hashable {
    let screen: ScreenID
    let pages: ScreenSlide.DocumentPages
  }

  package init() {}

  package func document(_ pages: ScreenSlide.DocumentPages, on screen: ScreenID) -> ShownDocument? {
    documents[Key(screen: screen, pages: pages)]
  }

  /// The pictures of all pages, each once.
  package var artifacts: [Artifact] {
    var seen = Set<SitePath>()
    return documents.values.flatMap(\.pages).filter { seen.insert($0.path).inserted }
      .map { Artifact($0.path, $0.form.mediaType, $0.form.body) }.sorted { $0.path.file < $1.path.file }
  }

  // MARK: Reading

  /// - Parameter renderer: asked for when a document is to be drawn; nil: none are.
  static func load(
    _ screens: [ScreenConfiguration], _ attachments: [Attachment], store: PictureStore, jobs: Jobs,
    renderer: (() -> PageRenderer?)?, _ problems: ProblemList
  ) throws(FileError) -> ShownFiles {
    let byName = Dictionary(attachments.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var files = ShownFiles()
    var asked: [(screen: ScreenConfiguration, pages: ScreenSlide.DocumentPages, file: Attachment, digest: String)] = []
    for screen in screens {
      for slide in screen.slides {
        switch slide.subject {
        case .film(let film):
          guard let file = byName[film.file] else { continue }
          let found = FilmProblem.all(file, film: film, slide: slide, on: screen)
          for problem in found { problems.add(problem) }
          guard !found.hasErrors, let facts = file.film, files.films[file.name] == nil else { continue }
          files.films[file.name] = ShownFilm(file: file, facts: facts, digest: try digest(of: file.file))
        case .document(let pages):
          guard let file = byName[pages.file] else { continue }
          guard file.mediaType == .pdf else {
            problems.add(DocumentFault.notPDF(at: pages.location))
            continue
          }
          asked.append((screen, pages, file, try digest(of: file.file)))
        default: break
        }
      }
    }
    guard !asked.isEmpty, let find = renderer else { return files }
    let renderer = find()
    let drawn = jobs.map(Array(asked.enumerated()), grain: 1) { number, one in
      store.sheets(
        one.file.file, digest: one.digest, pages: one.pages.asked, in: (one.screen.width, one.screen.height),
        by: renderer, number: 1_000_000 + number)
    }
    for (one, result) in zip(asked, drawn) {
      switch result {
      case .failure(let problem):
        problems.add(DocumentFault.diagnostic(problem, of: one.file, at: one.pages.location))
      case .success(let (count, sheets)):
        if one.pages.pages == nil, count > sheets.count {
          problems.add(DocumentFault.more(of: one.file, shown: sheets.count, count, at: one.pages.location))
        }
        files.documents[Key(screen: one.screen.id, pages: one.pages)] = ShownDocument(
          file: one.file,
          pages: sheets.map { sheet in
            ShownDocument.Page(number: sheet.number, path: path(of: sheet, one.digest), form: sheet.form)
          })
      }
    }
    return files
  }

  /// Where a page is published: it follows from the file's bytes and the wall's size, and says no name.
  private static func path(of sheet: PictureStore.Sheet, _ digest: String) -> SitePath {
    let ending = sheet.form.mediaType.ending
    return .at(
      "images/sheets/\(digest.prefix(16))-\(sheet.number)-\(sheet.form.width)x\(sheet.form.height)\(ending)")
  }

  /// Of its pieces, so that no film is in memory: 64 hexadecimal digits.
  private static func digest(of path: String) throws(FileError) -> String {
    let file = try OpenFile(path)
    var digests: [UInt8] = []
    var offset = 0
    while offset < file.size {
      let piece = try file.bytes(at: offset, count: 1 << 20)
      if piece.isEmpty { break }
      digests += SHA256.digest(piece)
      offset += piece.count
    }
    return SHA256.hexadecimal(digests)
  }
}

extension ScreenSlide.Film {
  /// Seconds of a film that nobody gave a time: longer ones hold up the round.
  package static let mostSeconds = 120

  /// For how long it is on by itself.
  package static func seconds(of facts: FilmFacts) -> Int { min(mostSeconds, max(5, facts.seconds)) }
}

/// What is said of a film that a screen is to show.
private enum FilmProblem {
  static func all(
    _ file: Attachment, film: ScreenSlide.Film, slide: ScreenSlide, on screen: ScreenConfiguration
  ) -> [Diagnostic] {
    func error(_ code: String, zh: String, en: String, hint: Message) -> [Diagnostic] {
      [
        .error(
          code, zh: "影片“content\(file.name)”\(zh)", en: "the film “content\(file.name)” \(en)", hint: hint,
          at: film.location)
      ]
    }
    guard file.mediaType == .mp4, let facts = file.film else {
      return error("screen.film-format", zh: "不是 MP4", en: "is no MP4", hint: convert)
    }
    if file.bytes > screen.mostFilmBytes {
      let (own, most) = (NumberText.fileSize(file.bytes), NumberText.fileSize(screen.mostFilmBytes))
      return error(
        "screen.film-large", zh: "有 \(own)，这块屏最多 \(most)", en: "has \(own); this screen takes \(most)",
        hint: Message(
          zh:
            "压小一些：ffmpeg -i 原片 -vf scale=1280:-2 -c:v libx264 -crf 28 -pix_fmt yuv420p -an -movflags +faststart 新片.mp4；网络和盒子都好，就在这块屏上写 filmSize",
          en:
            "make it smaller: ffmpeg -i IN -vf scale=1280:-2 -c:v libx264 -crf 28 -pix_fmt yuv420p -an -movflags +faststart OUT.mp4; or set filmSize on this screen, where network and box are good"
        ))
    }
    if facts.isFragmented {
      return error(
        "screen.film-fragmented", zh: "是分段的（直播、录屏常见），旧盒子放不了",
        en: "is in fragments, as streams are: old boxes don't play it",
        hint: Message(
          zh: "重新封装，画质不变：ffmpeg -i 原片 -c copy -movflags +faststart 新片.mp4",
          en: "write it anew, without loss: ffmpeg -i IN -c copy -movflags +faststart OUT.mp4"))
    }
    if facts.isCut {
      return error(
        "screen.film-cut", zh: "不完整，放不了", en: "is cut short and can't be played",
        hint: Message(zh: "多半是没传完：重新复制一份", en: "most likely it was not copied to its end: copy it again"))
    }
    switch facts.video {
    case .none: return error("screen.film-no-picture", zh: "里没有画面", en: "has no pictures", hint: convert)
    case .other(let name):
      return error(
        "screen.film-codec", zh: "的编码是 \(name)，公示屏的浏览器多数放不了，只能用 H.264",
        en: "is written as \(name), which most screens can't play: H.264 is what they play", hint: convert)
    case .h264: break
    }
    guard facts.milliseconds > 0 else {
      return error("screen.film-cut", zh: "没说有多长", en: "does not say how long it is", hint: convert)
    }
    var found: [Diagnostic] = []
    if max(facts.width, facts.height) > 1920 || min(facts.width, facts.height) > 1088 {
      found.append(
        .warning(
          "screen.film-pixels", zh: "影片有 \(facts.width)×\(facts.height) 像素，旧盒子放不了，只能看到封面",
          en: "the film has \(facts.width)×\(facts.height) pixels: old boxes can't play it and show its poster",
          hint: Message(zh: "缩小到 1920×1080 以内", en: "make it 1920×1080 at most"), at: film.location))
    }
    if !slide.saysSeconds, facts.seconds > ScreenSlide.Film.mostSeconds {
      found.append(
        .warning(
          "screen.film-long", zh: "影片有 \(facts.seconds) 秒，只放前 \(ScreenSlide.Film.mostSeconds) 秒",
          en: "the film takes \(facts.seconds) seconds; the first \(ScreenSlide.Film.mostSeconds) are shown",
          hint: Message(zh: "剪短；或写 seconds（最多 300）", en: "cut it, or say `seconds` (300 at most)"), at: film.location))
    }
    return found
  }

  private static let convert = Message(
    zh:
      "转成 H.264：用剪映等导出时选 H.264（不选 HEVC/H.265），或 ffmpeg -i 原片 -c:v libx264 -pix_fmt yuv420p -an -movflags +faststart 新片.mp4",
    en:
      "export it as H.264 (not HEVC), or: ffmpeg -i IN -c:v libx264 -pix_fmt yuv420p -an -movflags +faststart OUT.mp4"
  )
}

/// What is said of a document whose pages a screen is to show.
private enum DocumentFault {
  static func notPDF(at location: Location) -> Diagnostic {
    .error(
      "screen.document-format", zh: "“document”只能是 PDF", en: "“document” takes a PDF",
      hint: Message(zh: "在 Word、WPS 里另存为 PDF", en: "save it as PDF"), at: location)
  }

  static func more(of file: Attachment, shown: Int, _ count: Int, at location: Location) -> Diagnostic {
    .warning(
      "screen.document-pages", zh: "“content\(file.name)”有 \(count) 页，屏上只放前 \(shown) 页",
      en: "“content\(file.name)” has \(count) pages; the first \(shown) are shown",
      hint: Message(
        zh: "写 pages: 1-\(shown) 就不再提醒；其余的另写一个画面",
        en: "`pages: 1-\(shown)` says that this is meant; the others can be a slide of their own"),
      at: location)
  }

  static func diagnostic(_ problem: DocumentProblem, of file: Attachment, at location: Location) -> Diagnostic {
    func error(_ code: String, zh: String, en: String, hint: Message) -> Diagnostic {
      .error(code, zh: "“content\(file.name)”\(zh)", en: "“content\(file.name)” \(en)", hint: hint, at: location)
    }
    switch problem {
    case .noRenderer:
      return .warning(
        "screen.document-no-program", zh: "电脑上没有画 PDF 的程序，这个画面不播",
        en: "no program is installed that draws PDF: this slide is left out",
        hint: Message(
          zh: "装一个：apt install \(PageRenderer.debianPackage)",
          en: "install it: apt install \(PageRenderer.debianPackage)"),
        at: location)
    case .damaged:
      return error(
        "screen.document-damaged", zh: "打不开，或有一页画不出来", en: "can't be opened, or a page of it can't be drawn",
        hint: Message(
          zh: "在 Word、WPS 里重新另存为 PDF，或用浏览器打开后打印成 PDF", en: "save it as PDF again, or print it to PDF from a browser"))
    case .encrypted:
      return error(
        "screen.document-password", zh: "有打开密码", en: "asks for a password",
        hint: Message(zh: "另存一份不带密码的", en: "save it without one"))
    case .tooMuch(let page):
      let place = page.map { (zh: "第 \($0) 页", en: "page \($0)") } ?? (zh: "这份文件", en: "it")
      return error(
        "screen.document-heavy", zh: "\(place.zh)太复杂，20 秒或 1 GB 内存画不完",
        en: "has too much on \(place.en): 20 seconds or 1 GB of memory don't suffice",
        hint: Message(
          zh: "用浏览器打开后打印成 PDF；或存成图片，用 photos",
          en: "print it to PDF from a browser, or save it as pictures and use `photos`"))
    case .noSuchPage(let count):
      return error(
        "screen.document-no-page", zh: "只有 \(count) 页", en: "has \(count) pages",
        hint: Message(zh: "改 pages", en: "change `pages`"))
    case .size(let page, let width, let height):
      return error(
        "screen.document-size", zh: "第 \(page) 页是 \(width)×\(height) 点，不是纸的大小或形状",
        en: "has a page \(page) of \(width)×\(height) points: no sheet of paper",
        hint: Message(
          zh: "页面设成 A4、A3；长边最多是短边的 4 倍、不超过 5 米",
          en: "set its pages to A4 or A3: at most four times as long as wide, and 5 m"))
    }
  }
}
