import OfficeFiles

/// What cells' styles show: a number as a date, a time or with words, a text struck out.
final class StylesPart: XMLPartReader {
  private var codes: [Int: String] = [:]
  private var styles: [(format: NumberFormat, font: Int)] = []
  private var struckFonts: [Bool] = []
  /// The list that is being read; formats and fonts of conditions (`dxfs`) are none of the cells'.
  private var list = ""
  /// Excel has 65,490.
  private static let maximumStyles = 100_000

  /// What a cell's style (`s`) shows.
  func format(_ style: Int) -> NumberFormat {
    styles.indices.contains(style) ? styles[style].format : .plain
  }

  func isStruck(_ style: Int) -> Bool {
    guard styles.indices.contains(style) else { return false }
    return struckFonts.indices.contains(styles[style].font) && struckFonts[styles[style].font]
  }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch (list, name) {
    case ("", "numFmts"), ("", "cellXfs"), ("", "fonts"), ("", "dxfs"), ("", "cellStyleXfs"): list = name
    case ("numFmts", "numFmt"):
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] }
    case ("fonts", "font") where struckFonts.count < Self.maximumStyles: struckFonts.append(false)
    case ("fonts", "strike") where !struckFonts.isEmpty:
      struckFonts[struckFonts.count - 1] = Self.isOn(attributes["val"])
    case ("cellXfs", "xf") where styles.count < Self.maximumStyles:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      let font = attributes["fontId"].flatMap { Int($0) } ?? 0
      styles.append((format(numbered: id), font))
    default: break
    }
  }

  func end(_ name: String) {
    if name == list { list = "" }
  }

  static func isOn(_ value: String?) -> Bool { value != "0" && value != "false" }

  private var known: [Int: NumberFormat] = [:]

  private func format(numbered id: Int) -> NumberFormat {
    if let format = known[id] { return format }
    let format = codes[id].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: id)
    known[id] = format
    return format
  }
}
