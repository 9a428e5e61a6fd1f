import Artifacts
import CPictures
import Encoding
import Files
import Inspection

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A picture's file → all its forms.
enum PictureMaker {
  struct Made {
    let forms: [PictureRecipe.Form]
    /// In the same order; none where they were not asked for.
    let bytes: [Bytes]
    let isStilled: Bool
    let hadPosition: Bool
  }

  /// - Parameter writes: else the file is read, and what would be made of it is returned.
  static func make(
    _ file: Bytes, _ type: MediaType, isForWalls: Bool, isGround: Bool = false, writes: Bool
  ) throws(PictureProblem) -> Made {
    if file.isEmpty { throw .empty }
    if type == .gif { return try gif(file) }
    let hadPosition = (try? PicturePosition.isStated(in: ByteSource(file), type)) ?? false
    let picture = try Pixels(file, type, width: PictureRecipe.width)
    let forms = PictureRecipe.forms(
      of: picture.value, type, bytes: file.count, isForWalls: isForWalls, isGround: isGround)
    var bytes: [Bytes] = []
    if writes {
      for form in forms {
        let pixels = form.isForWalls ? try Pixels(file, type, width: form.width) : picture
        bytes.append(try pixels.written(as: form))
      }
    }
    return Made(forms: forms, bytes: bytes, isStilled: picture.value.is_moving, hadPosition: hadPosition)
  }

  /// A page of a document that was drawn, as it is published: text as PNG, whose edges stay; photographs as JPEG.
  static func sheet(_ png: Bytes) throws(PictureProblem) -> Made {
    let picture = try Pixels(png, .png, width: PictureRecipe.sheetWidth)
    let isText = picture.value.colours > 0
    let form = PictureRecipe.Form(
      suffix: "", mediaType: isText ? .png : .jpeg, width: Int(picture.value.width), height: Int(picture.value.height),
      quality: PictureRecipe.sheetQuality)
    return Made(forms: [form], bytes: [try picture.written(as: form)], isStilled: false, hadPosition: false)
  }

  /// Moving or not, it stays a GIF of its size: its pictures are unpacked and packed anew.
  private static func gif(_ file: Bytes) throws(PictureProblem) -> Made {
    var (written, count) = (UnsafeMutablePointer<UInt8>?.none, 0)
    var (width, height, isMoving) = (Int32(0), Int32(0), false)
    let status = file.withUnsafeBufferPointer {
      gongshi_gif_rewrite(
        $0.baseAddress, $0.count, PictureRecipe.limits(width: PictureRecipe.width), &written, &count, &width, &height,
        &isMoving)
    }
    defer { free(written) }
    try Pixels.check(status, width: Int(width), height: Int(height))
    let form = PictureRecipe.Form(
      suffix: "", mediaType: .gif, width: Int(width), height: Int(height), quality: 0)
    return Made(
      forms: [form], bytes: [Bytes(UnsafeBufferPointer(start: written, count: count))], isStilled: false,
      hadPosition: false)
  }
}

/// Pixels that the shim holds.
private final class Pixels {
  private(set) var value = gongshi_picture()

  init(_ file: Bytes, _ type: MediaType, width: Int) throws(PictureProblem) {
    let format: gongshi_picture_format =
      switch type {
      case .jpeg: gongshi_picture_jpeg
      case .webP: gongshi_picture_webp
      default: gongshi_picture_png
      }
    let status = file.withUnsafeBufferPointer {
      gongshi_picture_read(format, $0.baseAddress, $0.count, PictureRecipe.limits(width: width), &value)
    }
    try Self.check(status, width: Int(value.source_width), height: Int(value.source_height))
  }

  private init(_ value: gongshi_picture) { self.value = value }

  deinit { gongshi_picture_free(&value) }

  static func check(_ status: gongshi_picture_status, width: Int, height: Int) throws(PictureProblem) {
    switch status {
    case gongshi_picture_read_well: return
    case gongshi_picture_too_large: throw .tooManyPixels(width: width, height: height)
    case gongshi_picture_too_large_held: throw .tooManyHeld(width: width, height: height)
    case gongshi_picture_no_memory: throw .noMemory
    default: throw .damaged
    }
  }

  func written(as form: PictureRecipe.Form) throws(PictureProblem) -> Bytes {
    if form.isGround {
      var ground = gongshi_picture()
      let status = gongshi_picture_ground(
        &value, Int32(form.width), Int32(form.height), Int32(PictureRecipe.groundRadius(form.width)),
        Int32(PictureRecipe.groundMost), &ground)
      try Self.check(status, width: form.width, height: form.height)
      return try Pixels(ground).encoded(as: form)
    }
    if Int(value.width) != form.width || Int(value.height) != form.height {
      var scaled = gongshi_picture()
      let status = gongshi_picture_scale(&value, Int32(form.width), Int32(form.height), &scaled)
      try Self.check(status, width: form.width, height: form.height)
      return try Pixels(scaled).encoded(as: form)
    }
    return try encoded(as: form)
  }

  private func encoded(as form: PictureRecipe.Form) throws(PictureProblem) -> Bytes {
    let format: gongshi_picture_format =
      switch form.mediaType {
      case .jpeg: gongshi_picture_jpeg
      case .webP: gongshi_picture_webp
      default: gongshi_picture_png
      }
    var count = 0
    guard let bytes = gongshi_picture_write(&value, format, Int32(form.quality), &count) else { throw .noMemory }
    defer { free(bytes) }
    return Bytes(UnsafeBufferPointer(start: bytes, count: count))
  }
}
