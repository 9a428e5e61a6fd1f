/// A person's name in a cell that says who is on duty. There a name is likely, so that more is one than elsewhere (`PersonName`): with blanks to
/// fill the cell (`李  红`), behind a post or before one (`主任王建国`, `王建国带班`), a surname before a rank (`王队长`), 老王 and 小李.
package enum DutyName {
  /// The first in a text; nil where there is none.
  package static func first(in text: String) -> String? {
    if let name = PersonName.first(in: text) { return name }
    let joined = withoutFill(text)
    if let name = PersonName.first(in: joined) { return name }
    return joined.split { !isHan($0) }.lazy.compactMap { name(in: String($0)) }.first
  }

  /// What a post is called before or behind who has it.
  private static let posts = [
    "带班领导", "值班领导", "值班员", "网格员", "网格长", "负责人", "副主任", "副书记", "综合办", "主任", "书记", "带班", "值班", "党员", "保安", "门卫", "社区",
    "领导",
    "干部", "组长", "委员",
  ]
  private static let ranks = [
    "队长", "科长", "站长", "所长", "局长", "部长", "处长", "院长", "校长", "组长", "班长", "警长", "警官", "主任", "书记", "委员", "队", "科", "所", "局",
    "部", "处",
  ]

  private static func name(in part: String) -> String? {
    var rest = part[...]
    while let post = posts.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(post.count) }
    while let post = posts.first(where: { rest.hasSuffix($0) && rest.count > $0.count + 1 }) {
      rest = rest.dropLast(post.count)
    }
    if rest.count < part.count, (2...3).contains(rest.count), let name = PersonName.first(in: String(rest)) {
      return name
    }
    if let rank = ranks.first(where: { rest.hasSuffix($0) }), PersonName.isFamily(rest.dropLast(rank.count)) {
      return String(rest)
    }
    let isFamiliar = rest.count == 2 && (rest.hasPrefix("老") || rest.hasPrefix("小"))
    return isFamiliar && PersonName.isFamily(rest.dropFirst()) ? String(rest) : nil
  }

  /// Without the blanks and zero-width characters that set two or three characters of a name apart: `李  红`, `王 建国`.
  private static func withoutFill(_ text: String) -> String {
    let seen = text.filter { !$0.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) }
    let characters = Array(seen)
    var out = ""
    var run = 0
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = characters[index...].firstIndex { !isFill($0) } ?? characters.count
      if next > index {
        let following = characters[next...].prefix(while: isHan).count
        if run == 1, (1...2).contains(following) { run = 0 } else { out += " " }
        index = next
        continue
      }
      // Who stands in for whom, and whom to ask for.
      if standIn.contains(character) { out += " " }
      run = isHan(character) ? run + 1 : 0
      out.append(character)
      if standIn.contains(character) {
        out += " "
        run = 0
      }
      index += 1
    }
    return out
  }

  private static let standIn = "替找换換由请請"

  private static func isFill(_ character: Character) -> Bool { character.isWhitespace || character == "·" }

  private static func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }
}
