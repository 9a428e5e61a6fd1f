import ArgumentParser
import Assembly
import CivilTime
import Community
import Content
import Diagnostics
import Encoding
import Files
import Parallel

/// `gongshi waiting`: what waits for whose approval.
struct WaitingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waiting", abstract: .said(zh: "哪些内容在等谁签字。", en: "What waits for whose approval."))

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var common: CommonOptions

  @Option(help: .said(zh: "输出格式：text 给人看，json 给程序用。", en: "text or json."))
  var format = Format.text

  private static let undone = Message(zh: "没有查看", en: "nothing listed")

  func run() throws {
    do {
      // What waits does not depend on the moment.
      let options = Site.Options(
        directory: common.site, now: Instant(seconds: 0), jobs: Jobs(Terminal.processors))
      let (sources, problems) = try SiteSources.load(options)
      if let sources {
        switch format {
        case .text: show(sources.waiting)
        case .json: Terminal.output(json(sources.waiting))
        }
      }
      try common.report(problems.filter { $0.severity == .error }, undone: Self.undone)
      if sources == nil { throw ExitStatus.wrongInput }
    } catch let error as FileError {
      throw common.fail(error)
    }
  }

  // MARK: Text

  private func show(_ waiting: Waiting) {
    guard waiting.isRequired else {
      return common.say(
        "本站不要求审批（site.yaml 里没有 approval: required），没有什么在等。",
        "approval is optional here (site.yaml does not say `approval: required`): nothing waits.")
    }
    if waiting.pages.isEmpty, waiting.rows.isEmpty {
      return common.say("没有等着签字的页面和事项。", "nothing waits for approval.")
    }
    for role in ApprovalRole.allCases {
      let pages = waiting.pages.filter { $0.waitsFor == role }
      if pages.isEmpty { continue }
      common.say(
        "等\(role.name.zh)签（--as \(role.rawValue)）：\(pages.count) 页",
        "waiting for the \(role.name.en) (--as \(role.rawValue)): \(pages.count) page\(pages.count == 1 ? "" : "s")")
      for page in pages { show(page) }
    }
    if let page = waiting.pages.first(where: { $0.present != nil }) {
      common.advise(
        "看过以后签字：gongshi approve \(page.file) --as \(page.waitsFor.rawValue) --by 岗位或姓名",
        "to sign one that you have read: gongshi approve \(page.file) --as \(page.waitsFor.rawValue) --by WHO")
    }
    guard !waiting.rows.isEmpty else { return }
    common.say(
      "清单里还没有批准的行（批准后在表里填 approved_on，批准日期）：\(waiting.rows.count) 行",
      "rows of lists that are not approved (fill in approved_on when they are): \(waiting.rows.count)")
    for row in waiting.rows {
      common.say(
        "  \(row.list)：\(row.title)（\(row.table) id=\(row.id)）",
        "  \(row.list): \(row.title) (\(row.table) id=\(row.id))")
    }
  }

  private func show(_ page: HeldPage) {
    let title = page.present?.title
    let urgent = page.isUrgent ? Message(zh: "【紧急】", en: "[urgent] ") : Message(zh: "", en: "")
    let reason = reason(page)
    common.say(
      "  \(urgent.zh)\(page.file)\(title.map { "《\($0)》" } ?? "") — \(reason.zh)",
      "  \(urgent.en)\(page.file)\(title.map { " “\($0)”" } ?? "") — \(reason.en)")
  }

  private func reason(_ page: HeldPage) -> Message {
    var zh: [String] = []
    var en: [String] = []
    if page.present == nil {
      zh.append("页面还读不了，gongshi check 会说明原因")
      en.append("it can't be read yet; `gongshi check` says why")
    }
    if page.standing == .changed {
      zh.append("签字以后改过，要重新签")
      en.append("changed after it was signed, to be signed anew")
    } else if let signatures = page.present?.approval?.signatures, page.waitsFor != .author {
      let last = signatures.last { $0.role < page.waitsFor }
      zh += last.map { ["\($0.role.name.zh) \($0.who) \(TimeText.date($0.day)) 已签"] } ?? []
      en += last.map { ["signed by the \($0.role.name.en) \($0.who) on \(TimeText.date($0.day))"] } ?? []
    }
    if let day = page.editionApprovedOn {
      zh.append("公开的仍是 \(TimeText.date(day)) 批准的版本")
      en.append("the edition approved on \(TimeText.date(day)) stays published")
    } else {
      zh.append("还没有公开")
      en.append("nothing of it is published")
    }
    return Message(zh: zh.joined(separator: "，"), en: en.joined(separator: ", "))
  }

  // MARK: JSON

  private func json(_ waiting: Waiting) -> String {
    var json = JSONWriter()
    json.object { json in
      json.field("required", waiting.isRequired)
      json.key("pages")
      json.array(waiting.pages) { json, page in
        json.object { json in
          json.field("file", page.file)
          if let title = page.present?.title { json.field("title", title) }
          if let url = page.present?.url { json.field("url", url) }
          json.field("waitsFor", page.waitsFor.rawValue)
          json.field("changed", page.standing == .changed)
          json.field("urgent", page.isUrgent)
          if let day = page.editionApprovedOn { json.field("publishedEdition", TimeText.date(day)) }
        }
      }
      json.key("rows")
      json.array(waiting.rows) { json, row in
        json.object { json in
          json.field("table", row.table)
          json.field("id", row.id)
          json.field("list", row.list)
          json.field("title", row.title)
        }
      }
    }
    return json.string + "\n"
  }
}
