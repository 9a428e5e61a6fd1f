import Artifacts
import Digests
import Encoding

/// What is kept of a picture beside its forms, as lines of text with their own SHA-256 at the end: what a disk damaged is nothing.
struct PictureRecord: Hashable {
  struct Form: Hashable {
    let form: PictureRecipe.Form
    let count: Int
    /// SHA-256, 64 hexadecimal digits.
    let digest: String
  }

  private static let head = "gongshi-picture 1"

  let isStilled: Bool
  let hadPosition: Bool
  let forms: [Form]

  init(_ made: PictureMaker.Made) {
    isStilled = made.isStilled
    hadPosition = made.hadPosition
    forms = zip(made.forms, made.bytes).map {
      Form(form: $0, count: $1.count, digest: SHA256.hexadecimal($1))
    }
  }

  var bytes: Bytes {
    var text = "\(Self.head)\n\(isStilled) \(hadPosition)\n"
    for one in forms {
      let form = one.form
      text +=
        "\(form.suffix.isEmpty ? "-" : form.suffix) \(form.mediaType.rawValue) \(form.width) \(form.height) "
        + "\(form.isForWalls) \(one.count) \(one.digest)\n"
    }
    return SealedText.bytes(text)
  }

  /// nil for what is not whole.
  init?(_ bytes: Bytes) {
    guard let lines = SealedText.lines(bytes), lines.count > 2, lines[0] == Self.head else { return nil }
    let flags = lines[1].split(separator: " ").map { $0 == "true" }
    guard flags.count == 2 else { return nil }
    var forms: [Form] = []
    for line in lines[2...] {
      let parts = line.split(separator: " ")
      guard parts.count == 7, let type = MediaType(rawValue: String(parts[1])), let width = Int(parts[2]),
        let height = Int(parts[3]), let count = Int(parts[5])
      else { return nil }
      forms.append(
        Form(
          form: PictureRecipe.Form(
            suffix: parts[0] == "-" ? "" : String(parts[0]), mediaType: type, width: width, height: height, quality: 0,
            isForWalls: parts[4] == "true"), count: count, digest: String(parts[6])))
    }
    isStilled = flags[0]
    hadPosition = flags[1]
    self.forms = forms
  }
}

/// Lines of text with their own SHA-256 as the last.
enum SealedText {
  static func bytes(_ text: String) -> Bytes { Bytes((text + SHA256.hexadecimal(Bytes(text.utf8)) + "\n").utf8) }

  /// Without the last; nil where it does not fit the others.
  static func lines(_ bytes: Bytes) -> [Substring]? {
    guard bytes.count > 65, bytes.last == UInt8(ascii: "\n") else { return nil }
    let text = bytes.dropLast(65)
    guard bytes.suffix(65).dropLast().elementsEqual(SHA256.hexadecimal(text).utf8) else { return nil }
    return String(decoding: text, as: UTF8.self).split(separator: "\n")
  }
}
