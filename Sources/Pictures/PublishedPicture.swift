package import Artifacts
package import Encoding
import Files
import Parallel

/// A picture as it is published: upright, sRGB, in several sizes, and nothing in it but pixels.
package struct PublishedPicture: Sendable, Hashable {
  /// The largest form at the picture's own address first.
  package let forms: [PictureForm]
  /// It moves, and only the first of its pictures is published.
  package let isStilled: Bool
  /// The file said where it was taken.
  package let hadPosition: Bool
  /// It was made in this run, not found.
  package var isNew = false

  package var main: PictureForm { forms[0] }

  /// Those for browsers that read WebP, the smallest first; none where they save nothing.
  package var webP: [PictureForm] {
    let made = forms.filter { $0.mediaType == .webP && !$0.suffix.isEmpty }
    return main.mediaType == .webP && !made.isEmpty ? made + [main] : made
  }

  /// The largest that every program reads: JPEG, PNG or GIF.
  package var plain: PictureForm {
    plainForms.filter { !$0.isForWalls }.max { $0.width < $1.width } ?? main
  }

  /// Darkened and blurred, so that white letters are read on it; nil where no screen has it behind its slides.
  package var ground: PictureForm? { forms.first(where: \.isGround) }

  /// The one that has as many pixels as a wall can show, and no more.
  package func form(forWallOf pixels: Int) -> PictureForm {
    let fitting = plainForms.filter { $0.width * $0.height <= pixels }.max { $0.width < $1.width }
    return fitting ?? plainForms.min { $0.width < $1.width } ?? main
  }

  /// Of a photo that is kept as PNG, those of JPEG: a tenth of the bytes.
  private var plainForms: [PictureForm] {
    let forms = forms.filter { !$0.isGround }
    let jpeg = forms.filter { $0.mediaType == .jpeg }
    return jpeg.isEmpty ? forms.filter { $0.mediaType != .webP } : jpeg
  }
}

/// One size of a picture.
package struct PictureForm: Sendable, Hashable {
  /// What stands behind the picture's own address: `-480w.webp`; empty for that itself.
  package let suffix: String
  package let mediaType: MediaType
  /// Pixels.
  package let width: Int
  package let height: Int
  /// Larger than what stands at the picture's own address.
  package let isForWalls: Bool
  package var isGround: Bool { suffix == PictureRecipe.groundSuffix }
  /// What it is made of, and how.
  let key: String
  package let body: Artifact.Body

  package static func == (one: PictureForm, other: PictureForm) -> Bool {
    one.key == other.key && one.suffix == other.suffix
  }
  package func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(suffix)
  }

  /// In bytes; nil where what was kept of it is gone.
  package var size: Int? {
    if case .copy(let file) = body { return try? OpenFile(file).size }
    return bytes?.count
  }

  /// nil where what was kept of it is gone.
  package var bytes: Bytes? {
    switch body {
    case .bytes(let bytes): bytes
    case .made(let make): make()
    case .copy(let file): try? Files.read(file)
    }
  }
}
