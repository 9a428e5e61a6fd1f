import Artifacts
import Diagnostics
import Encoding
import Files
import Inspection
import Markdown
import Parallel
import Pictures

/// The pictures among a site's files: each is read whole, and what is published is made of its pixels.
struct ImageFiles {
  let directory: String
  let officePhones: Set<String>
  let store: PictureStore
  /// One holds the pixels of one picture, some 20 MB for a phone's photo and 200 for the largest.
  let jobs: Jobs
  /// The addresses of those that lie behind screens' text.
  let grounds: Set<String>
  /// Who names a picture first.
  let users: ImageUsers

  private static let mostJobs = 4

  init(
    _ directory: String, _ officePhones: Set<String>, _ store: PictureStore, _ jobs: Jobs, _ users: ImageUsers,
    grounds: Set<String> = []
  ) {
    self.grounds = grounds
    self.directory = directory
    self.officePhones = officePhones
    self.store = store
    self.jobs = Jobs(min(jobs.count, Self.mostJobs))
    self.users = users
  }

  /// - Parameter files: below `content/`.
  func load(_ files: [String], _ problems: ProblemList) throws(FileError) -> [ContentImage] {
    typealias Made = Result<Result<PublishedPicture, ImageFault>, FileError>
    let made = jobs.map(Array(files.enumerated()), grain: 1) { number, name -> Made in
      Result { () throws(FileError) in try picture(name, number) }
    }
    var images: [ContentImage] = []
    for (name, result) in zip(files, made) {
      let location = Location.file(path: "content/" + name)
      PersonalNumberCheck(path: "content/" + name, officePhones: officePhones, problems: problems).fileName()
      var picture: PublishedPicture?
      switch try result.get() {
      case .success(let made):
        picture = made
        if made.isStilled { problems.add(ImageProblem.stilled(at: location)) }
      case .failure(let fault):
        problems.add(ImageProblem.diagnostic(fault, user: users.first(of: PublishedNames.written(name)), at: location))
      }
      guard let path = PublishedNames.path(of: name) else {
        problems.add(ImageProblem.fileName(at: location))
        continue
      }
      if let other = images.first(where: { $0.path == path }) {
        problems.add(ImageProblem.sameAddress(path, other, at: location))
        continue
      }
      images.append(ContentImage(name: PublishedNames.written(name), path: path, picture: picture))
    }
    store.finish()
    return images
  }

  private func picture(_ name: String, _ number: Int) throws(FileError) -> Result<PublishedPicture, ImageFault> {
    let type = MediaType(fileName: name)
    let file = directory + "/content/" + name
    let mark = FileMark.of(try Files.head(file, count: FileMark.length))
    guard mark == .format(type) else { return .failure(.mark(mark)) }
    let isGround =
      grounds.contains(PublishedNames.path(of: name)?.url ?? "") || grounds.contains(PublishedNames.written(name))
    return try store.picture(file, type, number: number, isGround: isGround).mapError { .picture($0) }
  }
}

/// Why a file is no picture of the site's.
enum ImageFault: Error {
  /// It is something else.
  case mark(FileMark)
  case picture(PictureProblem)
}

/// Where pictures are named: whoever reads that one is broken wants to know on which page.
struct ImageUsers {
  private let pages: [PageSource]
  private let screens: [ScreenConfiguration]

  init(pages: [PageSource], screens: [ScreenConfiguration]) {
    self.pages = pages
    self.screens = screens
  }

  /// Asked for broken pictures alone: it goes through all pages.
  func first(of name: String) -> Location? {
    for page in pages {
      if let link = page.body.links.first(where: { $0.isImage && Self.names($0.destination, name) }) {
        return .file(path: page.readFrom, line: link.line + page.bodyLineOffset, column: link.column)
      }
      if let location = Self.place(name, page.references) { return location }
    }
    return screens.lazy.compactMap { Self.place(name, $0.references) }.first
  }

  private static func place(_ name: String, _ references: [Reference]) -> Location? {
    references.first { if case .image(let image) = $0.target { names(image, name) } else { false } }?.location
  }

  private static func names(_ written: String, _ name: String) -> Bool {
    written == name || PercentEncoding.decoded(written) == name
  }
}
