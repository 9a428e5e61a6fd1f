import Activities
import ArgumentParser
import Assembly
import Community
import Content
import Diagnostics
import Encoding
import Files
import Finder
import Vocabulary
import Words

/// `gongshi find`: which unit an address belongs to, as the finder's page answers.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: .said(zh: "查一个地址属于哪个网格。", en: "Which unit an address belongs to."))

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions

  @Option(help: .said(zh: "输出格式：text 给人看，json 给程序用。", en: "text or json."))
  var format = Format.text

  @Argument(help: .said(zh: "地址；不写就从标准输入逐行读。", en: "Addresses; without any, a line of the standard input each."))
  var addresses: [String] = []

  func run() throws {
    do {
      let (site, problems) = try Site.load(common.loadOptions(options))
      try common.report(problems.filter { $0.severity == .error }, undone: Message(zh: "没有结果", en: "no result"))
      guard let community = site?.community else { throw ExitStatus.wrongInput }
      let finder = community.finderBook()
      if addresses.isEmpty {
        while let line = readLine() { say(line, finder: finder, community: community) }
      } else {
        for address in addresses { say(address, finder: finder, community: community) }
      }
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  private func say(_ address: String, finder: FinderBook, community: Community) {
    let answer = finder.book.answer(address)
    switch format {
    case .json: Terminal.output(json(answer, finder) + "\n")
    case .text: Terminal.output("\(address)\t\(text(answer, finder: finder, community: community))\n")
    }
  }

  // MARK: Text

  private func text(_ answer: AddressAnswer, finder: FinderBook, community: Community) -> String {
    if answer.kind == .found, let place = answer.place {
      let chain = finder.book.chain(of: place).reversed().map { finder.units[$0].name }.joined(separator: " › ")
      let contacts =
        finder.book.chain(of: place).lazy.map { community.contacts(of: finder.units[$0]) }
        .first { !$0.isEmpty } ?? []
      return ([chain] + contacts.map { "\($0.label) \($0.value)" }).joined(separator: "\t")
    }
    let choices = answer.choices.map { name($0, finder: finder, community: community) }
    return choices.isEmpty ? "?" : "? " + choices.joined(separator: ", ")
  }

  private func name(_ choice: AddressAnswer.Choice, finder: FinderBook, community: Community) -> String {
    let unit = choice.place.map { finder.units[$0].name }
    guard let road = choice.road.map({ finder.book.roads[$0].name }) else { return unit ?? "" }
    guard let number = choice.number else { return road }
    let address = community.words.address(road, number, building: choice.building)
    return unit.map { "\(address) (\($0))" } ?? address
  }

  // MARK: JSON

  private func json(_ answer: AddressAnswer, _ finder: FinderBook) -> String {
    let (book, units) = (finder.book, finder.units)
    var json = JSONWriter()
    json.object { json in
      json.field("kind", answer.kind.rawValue)
      json.field("unitId", answer.place.map { units[$0].id.text })
      json.field("road", answer.road.map { book.roads[$0].name })
      json.field("number", answer.number)
      json.field("building", answer.building)
      json.field("also", answer.also.map { units[$0].id.text })
      json.key("choices")
      json.array(answer.choices) { json, choice in
        json.object { json in
          json.field("unitId", choice.place.map { units[$0].id.text })
          json.field("road", choice.road.map { book.roads[$0].name })
          json.field("number", choice.number)
          json.field("building", choice.building)
        }
      }
      json.key("near")
      json.array(answer.near) { json, row in
        let range = book.ranges[row]
        json.row([
          .text(range.road), .number(range.numbers.first), .number(range.numbers.last),
          .text(units[range.place].id.text),
        ])
      }
      json.field("offices", answer.offices.map { units[$0].id.text })
    }
    return json.string
  }
}
