import Inspection
import RandomInputs

/// Files for readers: PDFs, office files, pictures and films, as they are looked at before they are published.
struct FileTarget: FuzzTarget {
  static let name = "file"
  static let share = 6

  private static let words = [
    "/Author", "/JavaScript", "/Encrypt", "<<", ">>", "(", ")", "<FEFF", ">", "stream\n", "endstream", "obj", "endobj",
    "%",
    "/ObjStm", "/FlateDecode", "\\", "#4", "Exif\0\0", "II*\0", "MM\0*", "eXIf", "iTXt", "moov", "udta", "meta", "keys",
    "<w:t>", "</w:t>", "<w:p>", "</w:p>", "<w:del>", "<w:delText>", "13812345678", "<c r=\"A1\" t=\"s\">", "<v>",
    "</v>",
    "</c>", "<si>", "</si>", "<!DOCTYPE a>", "\u{0}", "\u{FF}",
  ]
  private static let objects = [
    "2 0 obj << /Author (a \\(b\\)) /Title <FEFF5F20> >> endobj\n",
    "3 0 obj << /S /URI /URI (tel:13812345678) >> endobj\n",
    "4 0 obj << /Length 5 >> stream\nabcde\nendstream endobj\n",
    "5 0 obj << /Type /Metadata >> stream\n<dc:creator>\nendstream\n",
    "6 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\nx\u{1}\nendstream endobj\n",
    "trailer << /Root 1 0 R >>\n",
  ]

  func input(_ random: inout SeededRandom) -> [UInt8] {
    var file: [UInt8]
    switch random.below(5) {
    case 0: file = pdf(&random)
    case 1: file = document(&random)
    case 2:
      file = StoredArchive.bytes([types("/xl/workbook.xml", "spreadsheetml.sheet")] + WorkbookParts.random(&random))
    case 3: file = picture(&random)
    default: file = film(&random)
    }
    if random.chance(80) { file = Mutation.mutated(file, words: Self.words, &random) }
    return file
  }

  private func pdf(_ random: inout SeededRandom) -> [UInt8] {
    let objects = (0..<random.number(0...8)).map { _ in random.one(of: Self.objects) }.joined()
    return Array("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n\(objects)startxref\n9\n%%EOF\n".utf8)
  }

  private func types(_ part: String, _ type: String) -> StoredArchive.Entry {
    let main = "application/vnd.openxmlformats-officedocument.\(type).main+xml"
    return .init(
      name: "[Content_Types].xml",
      bytes: Array("<Types><Override PartName=\"\(part)\" ContentType=\"\(main)\"/></Types>".utf8))
  }

  private func document(_ random: inout SeededRandom) -> [UInt8] {
    let text = (0..<random.number(0...6)).map { _ in
      random.one(of: [
        "<w:p><w:r><w:t>138</w:t></w:r><w:r><w:t>12345678</w:t></w:r></w:p>", "<w:ins><w:r/></w:ins>",
        "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "<w:p><w:tab/><w:br/></w:p>",
      ])
    }.joined()
    let body = Mutation.mutated(
      Array("<w:document><w:body>\(text)</w:body></w:document>".utf8), words: Self.words, &random)
    return StoredArchive.bytes([
      types("/word/document.xml", "wordprocessingml.document"), .init(name: "word/document.xml", bytes: body),
      .init(name: "docProps/core.xml", bytes: Array("<a><creator>张三</creator></a>".utf8)),
      .init(name: "word/media/a.jpg", bytes: picture(&random)),
    ])
  }

  private func picture(_ random: inout SeededRandom) -> [UInt8] {
    let tiff: [UInt8] =
      Array("II*\0".utf8) + [8, 0, 0, 0, 1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0]
      + [0, 0, 1, 0, 2, 0, 5, 0, 3, 0, 0, 0, 44, 0, 0, 0, 0, 0] + [UInt8](repeating: 1, count: 24)
    let exif = Array("Exif\0\0".utf8) + tiff
    return switch random.below(3) {
    case 0: [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + [0xFF, 0xDA]
    case 1:
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, UInt8(tiff.count)] + Array("eXIf".utf8) + tiff + [
        0, 0, 0, 0,
      ]
    default: Array("RIFF\0\0\0\0WEBPEXIF".utf8) + [UInt8(exif.count), 0, 0, 0] + exif
    }
  }

  private func film(_ random: inout SeededRandom) -> [UInt8] {
    func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
      [0, 0, 0, UInt8(8 + content.count)] + type.unicodeScalars.map { UInt8($0.value) } + content
    }
    let place = random.chance(50) ? box("©xyz", [1, 2, 3]) : box("meta", box("keys", Array("location.ISO6709".utf8)))
    return box("ftyp", Array("isom".utf8)) + box("mdat", [1, 2]) + box("moov", box("udta", place))
  }

  func read(_ input: [UInt8]) throws(Finding) -> Bool {
    guard let inspection = try? FileInspection.of(input) else { throw Finding("bytes in memory can be read") }
    try expect(inspection.findings.count <= 2_000, "\(inspection.findings.count) findings")
    // The same bytes, the same answer.
    let again = try? FileInspection.of(input)
    try expect(
      again?.content == inspection.content && again?.findings == inspection.findings, "is read otherwise again")
    if case .format = inspection.content { return true }
    return false
  }
}
