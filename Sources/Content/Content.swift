import Artifacts
import CivilTime
import Diagnostics
import Files
import Parallel

/// Everything below `content/`, typed, in the order of the file paths; nothing in it is resolved against the database yet.
public struct Content: Sendable {
  public let site: SiteConfiguration
  public let pages: [Page]
  public let screens: [ScreenConfiguration]
  /// Days off and make-up workdays of the years that have a file.
  public let holidays: WorkCalendar
  /// Pictures by the URL path they are published at: the file's path below `content/`.
  public let images: [ContentImage]
  /// File names, without ending, of pages that could not be read: what names them names something that exists.
  public let unreadable: Set<String>

  /// The same under another address.
  public func replacing(baseURL: String) -> Content {
    var site = site
    site.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    return Content(
      site: site, pages: pages, screens: screens, holidays: holidays, images: images, unreadable: unreadable)
  }
}

/// A picture below `content/`.
public struct ContentImage: Sendable, Hashable {
  public let path: SitePath
  public let mediaType: MediaType
  /// Where it lies on the disk.
  public let file: String
}

extension Content {
  /// Reads a site's directory.
  ///
  /// - Returns: nil content when `site.yaml` can't be used; else all pages that could be read, and all problems.
  /// - Throws: `FileError` when the machine refuses to read what is there.
  public static func load(site directory: String, jobs: Jobs) throws(FileError) -> (content: Content?, [Diagnostic]) {
    let problems = ProblemList()
    guard let site = try SiteConfiguration.load(directory, problems) else { return (nil, problems.diagnostics) }

    let files = try Files.tree(below: directory + "/content")
    let markdown = files.filter { $0.hasSuffix(".md") }
    let results = jobs.map(markdown) { name -> (page: Page?, problems: [Diagnostic], failure: FileError?) in
      let reader = PageReader(file: "content/" + name, officePhones: site.officePhones)
      do throws(FileError) {
        let (page, found) = reader.read(try Files.read(directory + "/content/" + name))
        return (page, found, nil)
      } catch {
        return (nil, [], error)
      }
    }
    if let failure = results.lazy.compactMap(\.failure).first { throw failure }

    let unreadable = Set(
      zip(markdown, results).filter { $0.1.page == nil }.map { name, _ in
        String(name.split(separator: "/").last?.dropLast(".md".count) ?? "")
      })
    let screens = try screens(directory, files, site.officePhones, problems)
    let content = Content(
      site: site, pages: results.compactMap(\.page), screens: screens,
      holidays: try HolidayFiles.load(directory, files, site.officePhones, problems),
      images: images(directory, files, problems), unreadable: unreadable)
    return (content, problems.diagnostics + results.flatMap(\.problems))
  }

  private static func screens(
    _ directory: String, _ files: [String], _ officePhones: Set<String>, _ problems: ProblemList
  ) throws(FileError) -> [ScreenConfiguration] {
    var screens: [ScreenConfiguration] = []
    for name in files where name.hasPrefix("screens/") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml")) {
      let path = "content/" + name
      let bytes = try Files.read(directory + "/" + path)
      guard let text = TextFile.decode(bytes, path: path, problems: problems) else { continue }
      PersonalNumberCheck(path: path, officePhones: officePhones).run(text, problems)
      guard let screen = ScreenConfiguration.read(text, path: path, problems: problems)
      else { continue }
      if let other = screens.first(where: { $0.id == screen.id }) {
        problems.add(
          .error(
            "screen.duplicate", zh: "屏幕编号“\(screen.id)”已用于 \(other.file)",
            en: "screen “\(screen.id)” is also \(other.file)",
            hint: Message(zh: "给其中一块屏另起编号", en: "give one of them another id"), at: .file(path: path, line: 1)))
        continue
      }
      screens.append(screen)
    }
    return screens
  }

  private static func images(_ directory: String, _ files: [String], _ problems: ProblemList) -> [ContentImage] {
    files.compactMap { name in
      let type = MediaType(fileName: name)
      guard type.isContentImage else { return nil }
      guard let path = SitePath(file: name) else {
        problems.add(
          .error(
            "image.file-name", zh: "图片文件名里有不能用于网址的字符",
            en: "the picture's file name holds characters that can't stand in a URL",
            hint: Message(zh: "文件名请用字母、数字、连字符", en: "use letters, digits and hyphens"),
            at: .file(path: "content/" + name)))
        return nil
      }
      return ContentImage(path: path, mediaType: type, file: directory + "/content/" + name)
    }
  }
}
