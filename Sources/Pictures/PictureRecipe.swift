import Artifacts
import CPictures
import Encoding

/// What is made of a picture: the forms, their sizes and how they are written. All of it is part of what is published: a change here is a change of
/// `version`, by which the cache knows what was made otherwise.
package enum PictureRecipe {
  /// Raised with whatever changes the bytes.
  static let version = 1

  /// Pixels of a file (100 megapixels), bytes of a file, and bytes that one may need at once where it can't be read row by row.
  package static let mostPixels = 100_000_000
  package static let mostBytes = 100_000_000
  static let mostHeldBytes = 160_000_000
  /// Pixels of the largest form that stands at the picture's own address.
  static let width = 1600
  private static let mostResultPixels = 24_000_000

  /// Widths of the smaller forms.
  private static let steps = [480, 960]
  /// The width for walls of more pixels than the largest form has.
  static let wallWidth = 2560
  /// Pixels of a wall for which the largest form is too small.
  package static let wallPixels = 2_400_000
  /// Bytes of a file that is sent as a whole, if it is no wider than the widest step: smaller forms would save nobody anything.
  private static let small = 60_000
  /// Width of a ground at most: blurred, it has no more to show. Its blur, as a part of the width.
  static let groundWidth = 960
  static func groundRadius(_ width: Int) -> Int { max(1, width / 96) }
  /// Of 65,535 parts of white's luminance: 0.085, on which white has 7.8 : 1 (WCAG 2.2, 1.4.6 asks for 7) and JPEG may still err a little.
  static let groundMost = 5_570
  /// Behind the address of what a ground was made of.
  static let groundSuffix = "-ground.jpg"

  /// What libwebp can write.
  private static let webPSide = 16_383

  private static let jpegQuality = 80
  private static let webPQuality = 78

  /// Pixels of a page's side at most, and how JPEG writes it: letters are on it.
  static let sheetWidth = 8192
  static let sheetQuality = 88

  static func limits(width: Int) -> gongshi_picture_limits {
    gongshi_picture_limits(
      pixels: UInt64(mostPixels), held_bytes: UInt64(mostHeldBytes), width: Int32(width),
      result_pixels: UInt64(mostResultPixels))
  }

  /// The recipe, its libraries, whether there are large walls and whether it is the ground of a screen: what together with a file's bytes says what is made of it.
  static func name(_ type: MediaType, isForWalls: Bool, isGround: Bool) -> String {
    "\(version) \(type.rawValue) \(isForWalls)\(isGround ? " ground-1" : "") \(String(cString: gongshi_picture_libraries()))"
  }

  /// One of a picture's forms before it is made.
  struct Form: Hashable {
    /// What stands behind the picture's own address.
    var suffix: String
    let mediaType: MediaType
    let width: Int
    let height: Int
    let quality: Int
    /// Made of the file once more, larger than the others.
    var isForWalls = false
    /// Darkened and blurred, for text to stand on.
    var isGround: Bool { suffix == PictureRecipe.groundSuffix }
  }

  /// - Parameters:
  ///   - picture: the largest form's pixels.
  ///   - bytes: how many the file has.
  static func forms(
    of picture: gongshi_picture, _ type: MediaType, bytes: Int, isForWalls: Bool, isGround: Bool
  ) -> [Form] {
    let (width, height) = (Int(picture.width), Int(picture.height))
    // A drawing keeps its edges, and what is seen through stays so.
    let isDrawing = type != .jpeg && picture.colours > 0
    let plain: MediaType = isDrawing || picture.has_alpha ? .png : .jpeg
    func quality(_ type: MediaType) -> Int { type == .webP ? (isDrawing ? 0 : webPQuality) : jpegQuality }
    func form(_ type: MediaType, _ step: Int, isForWalls: Bool = false, height wallHeight: Int? = nil) -> Form {
      let scaled = max(1, (height * step + width / 2) / width)
      return Form(
        suffix: "-\(step)w" + (type == .webP ? ".webp" : type == .png ? ".png" : ".jpg"), mediaType: type, width: step,
        height: wallHeight ?? scaled, quality: quality(type), isForWalls: isForWalls)
    }
    var own = form(type, width)
    own.suffix = ""
    var forms = [own]
    let isSmall = bytes <= small && width <= 960
    let steps = !isSmall ? steps.filter { $0 * 5 <= width * 4 } : []
    if !isSmall, height <= webPSide {
      forms += (steps + (type == .webP ? [] : [width])).map { form(.webP, $0) }
    }
    forms += steps.filter { $0 > 480 }.map { form(plain, $0) }
    if type != plain, type == .webP || !isSmall { forms.append(form(plain, width)) }
    let (wide, high) = (Int(picture.source_width), Int(picture.source_height))
    if isForWalls, width == Self.width, wide * 4 >= width * 5 {
      let step = min(wide, wallWidth)
      let scaled = max(1, (high * step + wide / 2) / wide)
      if step * scaled <= mostResultPixels { forms.append(form(plain, step, isForWalls: true, height: scaled)) }
    }
    if isGround {
      let step = min(width, groundWidth)
      forms.append(
        Form(
          suffix: groundSuffix, mediaType: .jpeg, width: step, height: max(1, (height * step + width / 2) / width),
          quality: jpegQuality))
    }
    return forms
  }
}
