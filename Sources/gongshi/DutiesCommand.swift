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
import Words

/// `gongshi duties`: what is late, due and done of what units owe the public.
struct DutiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract: .said(zh: "公开事项：逾期、两周内到期、已办。", en: "What is owed to the public: late, due in 14 days, done."))

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var options: SiteOptions

  @Option(help: .said(zh: "只看这个单位和它的下级。", en: "Only this unit's and those of the units below it."))
  var unit: String?

  @Option(help: .said(zh: "输出格式：text 给人看，json 给程序用。", en: "text or json."))
  var format = Format.text

  func run() throws {
    do {
      let (site, problems) = try Site.load(common.loadOptions(options))
      try common.report(problems.filter { $0.severity == .error }, undone: Message(zh: "没有结果", en: "no result"))
      guard let community = site?.community else { throw ExitStatus.wrongInput }
      let unit = try self.unit.map { try find($0, in: community) }
      let today = community.horizon.today
      let agenda = DutyAgenda(community.duties.of(unit, in: community.units), on: today)
      switch format {
      case .text: show(agenda, on: today)
      case .json: Terminal.output(json(agenda))
      }
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  private func find(_ name: String, in community: Community) throws -> Unit {
    if let unit = UnitID(name).flatMap({ community.units[$0] }) { return unit }
    let near = Suggestion.nearest(to: name, among: community.units.all.map(\.id.text))
    _ = common.fail(
      "没有单位“\(name)”。" + (near.map { "是不是想写“\($0)”？" } ?? ""),
      "there is no unit “\(name)”" + (near.map { "; did you mean “\($0)”?" } ?? "."))
    throw ExitStatus.wrongUsage
  }

  // MARK: Text

  private func show(_ agenda: DutyAgenda, on today: CivilDate) {
    show(agenda.late, Message(zh: "逾期", en: "late"), on: today)
    show(agenda.due, Message(zh: "两周内到期", en: "due within two weeks"), on: today)
    show(agenda.undated, Message(zh: "算不出期限", en: "their day is not known"), on: today)
    show(agenda.done, Message(zh: "最近办的", en: "done last"), on: today)
    if agenda.late.isEmpty, agenda.due.isEmpty, agenda.undated.isEmpty {
      common.say("没有逾期的，两周内也没有到期的。", "nothing is late, and nothing is due within two weeks.")
    } else {
      common.advise(
        "安排好、办好的，写明是哪一项：活动表的“公开事项”列，或页面的 duty: 后面，填方括号里的编号；再导入、发布（gongshi build）。",
        "what is planned or done says which it is: the id in brackets goes into an activity's column duty_id, or behind `duty:` on a page; then import, and `gongshi build`."
      )
    }
  }

  private func show(_ entries: [DutyAgenda.Entry], _ heading: Message, on today: CivilDate) {
    guard !entries.isEmpty else { return }
    common.say("\(heading.zh)（\(entries.count)）：", "\(heading.en) (\(entries.count)):")
    for entry in entries {
      let duty = entry.duty
      let period = entry.period?.span
      let (zh, en) = (SimplifiedChinese.words, English.words)
      let words = standing(entry, on: today)
      common.say(
        "  \(duty.unit.name) · \(duty.record.title)\(period.map { "（\(zh.name($0))）" } ?? "") — \(words.zh) [\(duty.id)]",
        "  \(duty.unit.name) · \(duty.record.title)\(period.map { " (\(en.name($0)))" } ?? "") — \(words.en) [\(duty.id)]"
      )
    }
  }

  private func standing(_ entry: DutyAgenda.Entry, on today: CivilDate) -> Message {
    let due = entry.period?.due.day.map(TimeText.date)
    switch entry.state {
    case .late(let day):
      return Message(
        zh: "应在 \(TimeText.date(day)) 前，已逾期 \(today - day) 天",
        en: "was due by \(TimeText.date(day)), \(today - day) days ago")
    case .planned(let plan):
      let on = TimeText.date(plan.day)
      return Message(
        zh: "安排在 \(on)" + (due.map { "，期限 \($0)" } ?? ""),
        en: "planned for \(on)" + (due.map { ", due by \($0)" } ?? ""))
    case .open:
      if case .unknown(let year)? = entry.period?.due {
        return Message(zh: "还没有 \(year) 年的放假安排", en: "the holidays of \(year) are not known")
      }
      return Message(zh: "应在 \(due ?? "") 前", en: "due by \(due ?? "")")
    case .done(let last):
      return Message(zh: "\(TimeText.date(last.day))《\(last.title)》", en: "\(TimeText.date(last.day)) “\(last.title)”")
    case .doneLate(let last):
      return Message(
        zh: "\(TimeText.date(last.day))《\(last.title)》，逾期补办", en: "\(TimeText.date(last.day)) “\(last.title)”, late")
    }
  }

  // MARK: JSON

  private func json(_ agenda: DutyAgenda) -> String {
    var json = JSONWriter()
    json.object { json in
      let parts: [(StaticString, [DutyAgenda.Entry])] = [
        ("late", agenda.late), ("due", agenda.due), ("undated", agenda.undated), ("done", agenda.done),
      ]
      for (name, entries) in parts {
        json.key(name)
        json.array(entries) { json, entry in
          json.object { json in
            json.field("dutyId", entry.duty.id.text)
            json.field("title", entry.duty.record.title)
            json.field("unitId", entry.duty.unit.id.text)
            json.field("period", entry.period?.span.description)
            json.field("dueOn", entry.period?.due.day.map(TimeText.date))
            switch entry.state {
            case .done(let one), .doneLate(let one), .planned(let one):
              json.field("on", TimeText.date(one.day))
              json.field("url", one.url)
            case .open, .late: break
            }
          }
        }
      }
    }
    return json.string + "\n"
  }
}
