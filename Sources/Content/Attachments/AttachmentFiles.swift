import Artifacts
import Diagnostics
import Files
import Inspection
import Parallel
import PublicText
import Vocabulary

/// `content/files/`: each file is looked at by its bytes, and what should not go out with it is said.
struct AttachmentFiles {
  /// The site's directory.
  let directory: String
  let site: SiteConfiguration
  let jobs: Jobs
  var memory: SourceMemory?

  /// - Parameter files: below `content/`.
  func load(_ files: [String], _ problems: ProblemList) throws(FileError) -> [Attachment] {
    let looked = jobs.map(files) { name -> (attachment: Attachment?, problems: [Diagnostic], failure: FileError?) in
      func look() throws(FileError) -> Looked {
        let problems = ProblemList()
        return Looked(attachment: try read(name, problems), problems: problems.diagnostics)
      }
      do throws(FileError) {
        let found: Looked
        if let memory { found = try memory.value(of: "content/" + name, make: look) } else { found = try look() }
        return (found.attachment, found.problems, nil)
      } catch {
        return (nil, [], error)
      }
    }
    if let failure = looked.lazy.compactMap(\.failure).first { throw failure }
    var attachments: [Attachment] = []
    for result in looked {
      for problem in result.problems { problems.add(problem) }
      guard let attachment = result.attachment else { continue }
      if let other = attachments.first(where: { $0.path == attachment.path }) {
        problems.add(AttachmentProblem.sameAddress(attachment, other))
      } else {
        attachments.append(attachment)
      }
    }
    return attachments
  }

  private struct Looked: Sendable {
    let attachment: Attachment?
    let problems: [Diagnostic]
  }

  /// - Returns: nil for what can't be addressed. What is wrong with a file keeps the site from being published; it is there all the same
  ///   for those that name it.
  private func read(_ name: String, _ problems: ProblemList) throws(FileError) -> Attachment? {
    let location = Location.file(path: "content/" + name)
    PersonalNumberCheck(path: "content/" + name, officePhones: site.officePhones, problems: problems).fileName()
    let file = directory + "/content/" + name
    let mediaType = MediaType(fileName: name)
    let size = try OpenFile(file).size
    let type = AttachmentRules.type(mediaType)
    var film: FilmFacts?
    if let type, size > AttachmentRules.most(type) {
      problems.add(AttachmentProblem.tooLarge(type, size, at: location))
    } else {
      let inspection = try FileInspection.of(
        file, allowing: site.officePhones, emails: site.officeEmails)
      film = inspection.film
      if let problem = AttachmentProblem.content(inspection.content, named: mediaType, at: location) {
        problems.add(problem)
      }
      for finding in inspection.findings {
        if case .author(let name, _) = finding, AuthorNames.isNobody(name, of: site) { continue }
        problems.add(AttachmentProblem.finding(finding, at: location))
      }
    }
    guard let path = PublishedNames.path(of: name) else {
      problems.add(AttachmentProblem.fileName(at: location))
      return nil
    }
    guard let type else { return nil }
    return Attachment(
      name: PublishedNames.written(name), path: path, mediaType: mediaType, type: type, bytes: size, file: file,
      film: film)
  }
}

/// Authors' names that say nothing of a person: what programs put in by themselves, and the site's own.
enum AuthorNames {
  private static let programs: Set<String> = [
    "administrator", "admin", "user", "windows user", "microsoft office user", "unknown", "author", "un-named",
    "openpyxl", "python-docx", "apache poi", "wps office", "kingsoft", "libreoffice", "微软用户", "用户", "作者", "windows 用户",
  ]

  static func isNobody(_ name: String, of site: SiteConfiguration) -> Bool {
    let plain = name.lowercased()
    return programs.contains(plain) || [site.title, site.footer.sponsor].contains(name)
  }
}
