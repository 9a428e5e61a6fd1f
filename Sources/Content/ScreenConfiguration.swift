import Diagnostics
import Vocabulary

/// `content/screens/<id>.yaml`: one public screen.
public struct ScreenConfiguration: Sendable {
  public enum Orientation: String, Term {
    case landscape, portrait
    public var label: String { self == .landscape ? "横屏" : "竖屏" }
  }

  public let id: ScreenID
  public let title: String
  public let orientation: Orientation
  /// Pixels.
  public let width: Int
  public let height: Int
  /// Units whose activities and notices it shows, with all below them; empty: everything.
  public let units: [UnitID]
  public let references: [Reference]
  public let file: String

  static func read(
    _ text: Substring, path: String, numbers: PersonalNumberCheck, problems: ProblemList
  ) -> ScreenConfiguration? {
    numbers.source(text)
    guard let fields = YAMLSource.reader(String(text), path: path, lineOffset: 0, problems: problems) else {
      return nil
    }
    numbers.values(fields)
    let id: ScreenID? = fields.requiredIdentifier("id")
    let title = fields.requiredText("title")
    let orientation = fields.term("orientation", Orientation.self) ?? .landscape
    let size = size(fields, orientation)
    let units: [(id: UnitID, location: Location)] = fields.identifiers("units")
    fields.finish()
    guard let id, let title else { return nil }
    return ScreenConfiguration(
      id: id, title: title, orientation: orientation, width: size.width, height: size.height, units: units.map(\.id),
      references: units.map { Reference(target: .unit($0.id), location: $0.location) }, file: path)
  }

  private static func size(_ fields: FieldReader, _ orientation: Orientation) -> (width: Int, height: Int) {
    let standard = orientation == .landscape ? (width: 1920, height: 1080) : (width: 1080, height: 1920)
    guard let text = fields.text("size") else { return standard }
    let parts = text.split(separator: "x").map { Int($0) }
    if parts.count == 2, let width = parts[0], let height = parts[1], (320...8192).contains(width),
      (320...8192).contains(height), (width >= height) == (orientation == .landscape)
    {
      return (width, height)
    }
    fields.problem(
      .error(
        "screen.size", zh: "“size”应当是与方向相符的 宽x高，如 1920x1080",
        en: "“size” must be WIDTHxHEIGHT that fits the orientation, like 1920x1080", at: fields.location(of: "size")))
    return standard
  }
}
