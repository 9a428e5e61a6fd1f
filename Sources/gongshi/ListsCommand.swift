import Activities
import ArgumentParser
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Encoding
import Files
import Vocabulary

/// `gongshi lists`: what stands on the lists.
struct ListsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lists", abstract: .said(zh: "清单：给需求找资源。", en: "The lists."), subcommands: [Match.self])

  /// `gongshi lists match`: which resources could serve which demands.
  struct Match: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "match", abstract: .said(zh: "给需求找资源。", en: "Proposes resources for demands."),
      discussion: .said(
        zh: """
          按标签、类别、单位、余量和时间匹配，写明理由；不写入数据，确认后在“供需对接”表里加一行。
          """,
        en: """
          It goes by tags, category, unit, what is left and time, and says why. Nothing is written: confirm a proposal by a row of the table
          pairing.
          """))

    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, json
    }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: SiteOptions

    @Option(help: .said(zh: "输出格式：text 给人看，json 给程序用。", en: "text or json."))
    var format = Format.text

    private static let undone = Message(zh: "没有匹配", en: "nothing matched")

    func run() throws {
      do {
        let (site, problems) = try Site.load(common.loadOptions(options))
        try common.report(problems.filter { $0.severity == .error }, undone: Self.undone)
        guard let community = site?.community else { throw ExitStatus.wrongInput }
        let matching = Matching(community)
        switch format {
        case .text: show(matching)
        case .json: Terminal.output(json(matching))
        }
      } catch let error as FileError {
        throw common.fail(error)
      }
    }

    // MARK: Text

    private func show(_ matching: Matching) {
      let met = matching.demands.filter { !$0.proposals.isEmpty }
      let unmet = matching.demands.filter(\.proposals.isEmpty)
      if matching.demands.isEmpty {
        return common.say("没有等着认领、还没对接资源的需求。", "no demand waits for a resource.")
      }
      for demand in met {
        common.say("\(name(demand.matter))：", "\(name(demand.matter)):")
        for proposal in demand.proposals {
          let offer = proposal.offer.record
          let who = proposal.offer.partner?.page.title ?? offer.provider
          let title = [who, offer.title].compactMap { $0 }.joined(separator: " · ")
          let reasons = proposal.reasons.map { words($0, proposal.offer) }
          common.say(
            "  \(title)（\(offer.id)）— \(reasons.map(\.zh).joined(separator: "，"))",
            "  \(title) (\(offer.id)) — \(reasons.map(\.en).joined(separator: ", "))")
        }
      }
      if !unmet.isEmpty {
        common.say("还没有资源能满足的：", "what nothing here can meet:")
        for demand in unmet {
          let reasons = demand.obstacles.map(words)
          common.say(
            "  \(name(demand.matter)) — \(reasons.map(\.zh).joined(separator: "；"))",
            "  \(name(demand.matter)) — \(reasons.map(\.en).joined(separator: "; "))")
        }
      }
      common.say(
        "共 \(matching.demands.count) 件需求：\(met.count) 件有合适的资源，\(unmet.count) 件没有。确认后写进供需对接表（pairing）。",
        "\(matching.demands.count) demands: \(met.count) have a fitting resource, \(unmet.count) have none. Confirm in the table pairing."
      )
    }

    private func name(_ matter: Matter) -> String { "\(matter.record.title)（\(matter.record.id)）" }

    private func words(_ reason: Matching.Reason, _ offer: Offer) -> Message {
      let unit = offer.record.per ?? ""
      switch reason {
      case .tags(let tags):
        return Message(zh: "都写着“\(tags.joined(separator: "、"))”", en: "both say “\(tags.joined(separator: ", "))”")
      case .category(let label): return Message(zh: "同类：\(label)", en: "same category: \(label)")
      case .sameUnit: return Message(zh: "同一单位", en: "same unit")
      case .nearUnit: return Message(zh: "上下级单位", en: "a unit above or below")
      case .left(nil): return Message(zh: "不限量", en: "not limited")
      case .left(let left?):
        return Message(zh: "还有 \(NumberText.grouped(left))\(unit)", en: "\(NumberText.grouped(left)) \(unit) left")
      case .partly(let left, let wanted):
        return Message(
          zh: "只够一部分：要 \(NumberText.grouped(wanted))\(unit)，还有 \(NumberText.grouped(left))\(unit)",
          en: "only in part: \(NumberText.grouped(wanted)) wanted, \(NumberText.grouped(left)) left")
      }
    }

    private func words(_ obstacle: Matching.Obstacle) -> Message {
      switch obstacle {
      case .nothingAlike: Message(zh: "没有对得上的资源", en: "no resource is like it")
      case .usedUp(let name): Message(zh: "“\(name)”已用完", en: "“\(name)” is used up")
      case .paused(let name): Message(zh: "“\(name)”暂停", en: "“\(name)” is paused")
      case .outOfTime(let name): Message(zh: "“\(name)”时间对不上", en: "“\(name)” is not there in time")
      case .elsewhere(let name): Message(zh: "“\(name)”是别处的", en: "“\(name)” is another place's")
      }
    }

    // MARK: JSON

    private func json(_ matching: Matching) -> String {
      var json = JSONWriter()
      json.array(matching.demands) { json, demand in
        json.object { json in
          json.field("matterId", demand.matter.record.id.text)
          json.field("title", demand.matter.record.title)
          json.key("proposals")
          json.array(demand.proposals) { json, proposal in
            json.object { json in
              json.field("offerId", proposal.offer.record.id.text)
              json.field("title", proposal.offer.record.title)
              json.field("score", proposal.score)
              json.field("reasons", proposal.reasons.map { words($0, proposal.offer).en })
            }
          }
          json.field("obstacles", demand.obstacles.map { words($0).en })
        }
      }
      return json.string + "\n"
    }
  }
}
