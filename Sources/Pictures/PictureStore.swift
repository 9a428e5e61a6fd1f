package import Artifacts
import CPictures
import Digests
import Encoding
package import Files
import Parallel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where what is made of pictures is kept, and whether it may be added to.
package struct PictureKeeping: Sendable {
  package var directory: String?
  package var keeps: Bool

  package init(directory: String?, keeps: Bool) {
    self.directory = directory
    self.keeps = keeps
  }

  /// Pictures are read each time, and made when somebody wants their bytes.
  package static let none = PictureKeeping(directory: nil, keeps: false)

  /// For the site that is published at `output`: beside it, `.public.gongshi-pictures/`.
  package static func beside(_ output: String, keeps: Bool) -> PictureKeeping {
    let path = Files.eventualPath(output)
    guard let slash = path.lastIndex(of: "/") else { return .none }
    let name = path[path.index(after: slash)...]
    return PictureKeeping(directory: "\(path[...slash]).\(name).gongshi-pictures", keeps: keeps)
  }

  package func store(isForWalls: Bool) -> PictureStore {
    PictureStore(directory: directory, keeps: keeps, isForWalls: isForWalls)
  }
}

/// Pictures as they are published, made once: what was made of a file is kept by the file's SHA-256, the recipe and the libraries
/// (`PictureRecipe.name`), so that the same file never costs twice and another program never publishes what this one made. A kept form is
/// published when its bytes have the digest that was noted; else it is made anew. The directory can be removed at any time. Several builds can
/// use it at once: a file in it is whole or not there, and what one of them uses no other removes.
package struct PictureStore: Sendable {
  /// nil: nothing is kept.
  private let directory: String?
  /// Whether what is made is kept; else what is there is used.
  private let keeps: Bool
  private let isForWalls: Bool
  private let sources: SourceDigests

  /// - Parameters:
  ///   - directory: made when it is first needed, for its owner alone.
  ///   - isForWalls: a screen of the site has more pixels than the largest form.
  package init(directory: String?, keeps: Bool, isForWalls: Bool = false) {
    self.directory = directory
    self.keeps = keeps
    self.isForWalls = isForWalls
    sources = SourceDigests(list: directory.map { $0 + "/sources" })
  }

  /// - Parameters:
  ///   - number: another for each call that may run at the same time.
  ///   - isGround: text is to stand on it, somewhere.
  package func picture(
    _ file: String, _ type: MediaType, number: Int, isGround: Bool = false
  ) throws(FileError) -> Result<PublishedPicture, PictureProblem> {
    if let digest = sources.known(file), let kept = kept(key(digest, type: type, isGround: isGround)) {
      return .success(kept)
    }
    let size = try OpenFile(file).size
    if size > PictureRecipe.mostBytes { return .failure(.tooManyBytes(size)) }
    let (bytes, digest) = try sources.read(file)
    let key = key(digest, type: type, isGround: isGround)
    if let kept = kept(key) { return .success(kept) }
    do throws(PictureProblem) {
      let made = try PictureMaker.make(bytes, type, isForWalls: isForWalls, isGround: isGround, writes: keeps)
      return .success(
        keeps
          ? keep(made, key: key, number: number) : promised(made, key: key, file: file, type: type, isGround: isGround))
    } catch {
      return .failure(error)
    }
  }

  private func key(_ digest: String, type: MediaType, isGround: Bool) -> String {
    let recipe = PictureRecipe.name(type, isForWalls: isForWalls, isGround: isGround)
    return String(SHA256.hexadecimal(Bytes("\(digest) \(recipe)".utf8)).prefix(32))
  }

  /// Of what is no picture's file.
  func sheetKey(_ text: String) -> String {
    let recipe = "sheet-1 \(String(cString: gongshi_picture_libraries()))"
    return String(SHA256.hexadecimal(Bytes("\(text) \(recipe)".utf8)).prefix(32))
  }

  /// What was made of one page, kept where that may be.
  func keepSheet(_ made: PictureMaker.Made, key: String, number: Int) -> PictureForm {
    keeps ? keep(made, key: key, number: number).main : form(made.forms[0], key: key, body: .bytes(made.bytes[0]))
  }

  // MARK: What is kept

  private func path(_ key: String, _ number: Int? = nil) -> String? {
    directory.map { "\($0)/\(key)" + (number.map { ".\($0)" } ?? "") }
  }

  func kept(_ key: String) -> PublishedPicture? {
    // A pipe in its place would be waited for without end.
    guard let directory, let path = path(key), Files.isRegular(path), let bytes = try? Files.read(path),
      let record = PictureRecord(bytes)
    else { return nil }
    var forms: [PictureForm] = []
    for (number, one) in record.forms.enumerated() {
      let file = "\(directory)/\(key).\(number)"
      guard isWhole(file, one) else { return nil }
      forms.append(form(one.form, key: key, body: .copy(of: file)))
    }
    // What is used is young.
    if keeps { utimensat(AT_FDCWD, path, nil, 0) }
    return PublishedPicture(forms: forms, isStilled: record.isStilled, hadPosition: record.hadPosition)
  }

  /// What is to be published is looked at byte for byte.
  private func isWhole(_ file: String, _ noted: PictureRecord.Form) -> Bool {
    guard keeps else { return Files.isRegular(file) && (try? OpenFile(file).size) == noted.count }
    guard Files.isRegular(file), let bytes = try? Files.read(file), bytes.count == noted.count else { return false }
    return SHA256.hexadecimal(bytes) == noted.digest
  }

  private func form(_ form: PictureRecipe.Form, key: String, body: Artifact.Body) -> PictureForm {
    PictureForm(
      suffix: form.suffix, mediaType: form.mediaType, width: form.width, height: form.height,
      isForWalls: form.isForWalls, key: key, body: body)
  }

  /// Where it can't be kept (a full disk), it is published from memory.
  private func keep(_ made: PictureMaker.Made, key: String, number: Int) -> PublishedPicture {
    let isKept = write(made, key: key, number: number)
    let forms = zip(made.forms, made.bytes).enumerated().map { index, one in
      form(one.0, key: key, body: isKept ? .copy(of: path(key, index) ?? "") : .bytes(one.1))
    }
    return PublishedPicture(
      forms: forms, isStilled: made.isStilled, hadPosition: made.hadPosition, isNew: true)
  }

  private func write(_ made: PictureMaker.Made, key: String, number: Int) -> Bool {
    guard let directory else { return false }
    do throws(FileError) {
      if !Files.isDirectory(directory) { try Files.makeDirectory(directory, isPrivate: true) }
      // The record last: with it, all the others are there.
      let files = made.bytes.enumerated().map { ("\(key).\($0)", $1) } + [(key, PictureRecord(made).bytes)]
      for (name, bytes) in files {
        let aside = "\(directory)/\(name).\(getpid())-\(number).new"
        do throws(FileError) {
          try Files.write(bytes, to: aside, mode: 0o600)
          guard rename(aside, "\(directory)/\(name)") == 0 else { throw FileError("rename", aside) }
        } catch {
          unlink(aside)
          throw error
        }
      }
      return true
    } catch {
      return false
    }
  }

  /// What was only looked at is made when somebody wants it.
  private func promised(
    _ made: PictureMaker.Made, key: String, file: String, type: MediaType, isGround: Bool
  ) -> PublishedPicture {
    let isForWalls = isForWalls
    let bytes = Once<[Bytes]> {
      guard let source = try? Files.read(file),
        let made = try? PictureMaker.make(source, type, isForWalls: isForWalls, isGround: isGround, writes: true)
      else { return [] }
      return made.bytes
    }
    let forms = made.forms.enumerated().map { index, one in
      form(one, key: key, body: .made { bytes.value.indices.contains(index) ? bytes.value[index] : [] })
    }
    return PublishedPicture(forms: forms, isStilled: made.isStilled, hadPosition: made.hadPosition)
  }

  // MARK: Bounds

  /// What of earlier pictures may lie there: what was taken out for a day is not made anew when it comes back.
  private static let mostUnused = 500_000_000
  /// Seconds: what is as young as this belongs to a build that runs beside this one.
  private static let young = 86_400

  /// After all pictures: notes their files, and removes the oldest of what nobody uses any more.
  package func finish() {
    guard keeps, let directory, Files.isDirectory(directory) else { return }
    sources.save()
    guard let names = try? BytePath(directory).names().map({ String(decoding: $0, as: UTF8.self) }) else { return }
    var groups: [Substring: (size: Int, time: Int, names: [String])] = [:]
    for name in names where name.utf8.count >= 32 {
      var status = stat()
      guard lstat("\(directory)/\(name)", &status) == 0 else { continue }
      var group = groups[name.prefix(32)] ?? (0, 0, [])
      group.size += Int(status.st_size)
      group.time = max(group.time, Int(status.st_mtim.tv_sec))
      group.names.append(name)
      groups[name.prefix(32)] = group
    }
    let newest = groups.values.map(\.time).max() ?? 0
    let old = groups.values.filter { $0.time < newest - Self.young }.sorted { $0.time > $1.time }
    var room = Self.mostUnused
    for group in old {
      room -= group.size
      if room < 0 { for name in group.names { unlink("\(directory)/\(name)") } }
    }
  }
}
