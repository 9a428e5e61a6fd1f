/// Pages of a PDF as pictures, each as large as a wall shows it.
extension PictureStore {
  package struct Sheet: Sendable, Hashable {
    package let number: Int
    package let form: PictureForm
  }

  /// - Parameters:
  ///   - digest: of the file, 64 hexadecimal digits.
  ///   - box: pixels into which each page is fitted.
  package func sheets(
    _ file: String, digest: String, pages: ClosedRange<Int>, in box: (width: Int, height: Int),
    by renderer: PageRenderer?, number: Int
  ) -> Result<(count: Int, sheets: [Sheet]), DocumentProblem> {
    guard let renderer else { return .failure(.noRenderer) }
    switch renderer.document(file, pages: pages) {
    case .failure(let problem): return .failure(problem)
    case .success(let document):
      guard document.count >= pages.lowerBound else { return .failure(.noSuchPage(count: document.count)) }
      var sheets: [Sheet] = []
      for page in pages.lowerBound...min(pages.upperBound, document.count) {
        guard let size = document.sizes[page] else { return .failure(.damaged) }
        guard let pixels = Self.pixels(size, in: box) else {
          return .failure(.size(page: page, width: Int(min(size.width, 1e9)), height: Int(min(size.height, 1e9))))
        }
        switch sheet(file, digest: digest, page: page, pixels: pixels, renderer: renderer, number: number) {
        case .success(let form): sheets.append(Sheet(number: page, form: form))
        case .failure(let problem): return .failure(problem)
        }
      }
      return .success((document.count, sheets))
    }
  }

  /// Points: 200 inches is the most that PDF lets a page have (ISO 32000-1, annex C.2).
  private static let mostPoints = 14_400.0
  /// A strip of paper is none for a wall.
  private static let mostRatio = 4.0

  private static func pixels(
    _ size: PageRenderer.Document.Size, in box: (width: Int, height: Int)
  ) -> (width: Int, height: Int)? {
    let (width, height) = (size.width, size.height)
    guard width >= 36, height >= 36, width <= mostPoints, height <= mostPoints,
      max(width / height, height / width) <= mostRatio
    else { return nil }
    let scale = min(Double(box.width) / width, Double(box.height) / height)
    return (max(1, Int((width * scale).rounded())), max(1, Int((height * scale).rounded())))
  }

  private func sheet(
    _ file: String, digest: String, page: Int, pixels: (width: Int, height: Int), renderer: PageRenderer,
    number: Int
  ) -> Result<PictureForm, DocumentProblem> {
    let key = sheetKey("\(digest) page \(page) \(pixels.width)x\(pixels.height) \(renderer.version)")
    if let form = kept(key)?.forms.first { return .success(form) }
    switch renderer.picture(file, page: page, width: pixels.width, height: pixels.height) {
    case .failure(let problem): return .failure(problem)
    case .success(let png):
      guard let made = try? PictureMaker.sheet(png) else { return .failure(.damaged) }
      return .success(keepSheet(made, key: key, number: number))
    }
  }
}
