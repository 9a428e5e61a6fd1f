import Activities
import CivilTime
import Community
import Content
import Fields
import Templates
import Vocabulary
import Words

/// Something that moves through phases: a demand, a project, a topic, a request.
struct MatterView: TemplateView {
  let matter: Matter
  /// Where the matter is shown that it came from.
  let originURL: String?
  let words: any Words

  static let about = "Something that moves through phases: a demand, a project, a topic, a request."
  static let fields: [Field<MatterView>] = [
    Field("id", "stays the same; `matter-` and it is the end of its address", .text { $0.matter.record.id.text }),
    Field("title", "what it is about", .text { $0.matter.record.title }),
    Field("summary", "what it is, in a sentence or two", .optionalText { $0.matter.record.summary }),
    Field("phase", "how far it has come, as a code for styles", .text { $0.matter.record.phase.rawValue }),
    Field("phaseLabel", "the same in words", .text { $0.matter.phaseText($0.words) }),
    Field("isClosed", "whether it is done or dropped", .flag { $0.matter.record.phase.isClosed }),
    Field("categoryLabel", "its category in words", .optionalText { $0.matter.category?.label }),
    Field("resultLabel", "its result in words", .optionalText { $0.matter.result?.label }),
    Field("unitName", "the unit whose it is", .text { $0.matter.unit.name }),
    Field(
      "raisedLabel", "when it was raised and, where it is known, who raised it, in words",
      .optionalText { $0.matter.raisedText($0.words) { words, day in words.date(day) } }),
    Field(
      "raisedByLabel", "who raised it, in words, where it isn't known when",
      .optionalText { view in
        view.matter.record.raisedOn == nil ? view.matter.record.raisedBy.map { view.words.raised(by: $0) } : nil
      }),
    Field(
      "waitsSince",
      "of what waits to be taken, the day on which it was raised, as YYYY-MM-DD: the script counts the days",
      .optionalText { $0.matter.record.phase == .raised ? $0.matter.record.raisedOn.map(TimeText.date) : nil }),
    Field(
      "dueISO",
      "of what is not closed, the last day on which it is in time, as YYYY-MM-DD: the script says what is overdue",
      .optionalText { $0.matter.openDueDay.map(TimeText.date) }),
    Field(
      "dueLabel", "the same in words",
      .optionalText { view in view.matter.openDueDay.map { view.words.doneBefore(view.words.monthDay($0)) } }),
    Field(
      "doneLabel", "when it was closed, in words",
      .optionalText { view in view.matter.record.doneOn.map { view.words.closed(on: view.words.date($0)) } }),
    Field(
      "daysLabel", "how long it took, in words",
      .optionalText { view in
        view.matter.record.phase == .done ? view.matter.daysTaken.map { view.words.daysTaken($0) } : nil
      }),
    Field("percent", "how much of it is done, 0 to 100", .optionalText { $0.matter.percentDone.map { "\($0)" } }),
    Field("progressLabel", "how much of it is done, in words", .optionalText { $0.matter.progressText($0.words) }),
    Field("outcome", "what came of it", .optionalText { $0.matter.record.outcome }),
    Field(
      "facts", "who has it, for whom, with what: a line each",
      .list(FactView.self) { view in view.matter.facts(view.words).map { FactView($0) } }),
    Field("hasFacts", "whether there are any", .flag { !$0.matter.facts($0.words).isEmpty }),
    Field(
      "origin", "the matter that it came from",
      .optionalRecord(LinkView.self) { view in
        view.matter.origin.flatMap { origin in view.originURL.map { LinkView(title: origin.title, url: $0) } }
      }),
    Field(
      "steps", "what was done, by day",
      .list(StepView.self) { view in view.matter.steps.map { StepView(step: $0, words: view.words) } }),
    Field("hasSteps", "whether anything was", .flag { !$0.matter.steps.isEmpty }),
    Field(
      "more", "a page about it",
      .optionalRecord(LinkView.self) { view in
        view.matter.record.page.map { LinkView(title: view.words.details, url: $0) }
      }),
  ]
}

/// What was done about a matter on a day.
struct StepView: TemplateView {
  let step: Matter.Step
  let words: any Words

  static let about = "What was done about a matter on a day."
  static let fields: [Field<StepView>] = [
    Field("dateISO", "the day, as YYYY-MM-DD", .text { TimeText.date($0.step.record.day) }),
    Field("dateLabel", "the same in words", .text { $0.words.date($0.step.record.day) }),
    Field("text", "what was done", .text { $0.step.record.text }),
    Field(
      "votesLabel", "how the votes fell, in words",
      .optionalText { view in
        view.step.record.votes.map {
          view.words.votes(for: $0.inFavour, against: $0.against, abstained: $0.abstained)
        }
      }),
    Field(
      "meeting", "the meeting at which it was done",
      .optionalRecord(LinkView.self) { $0.step.activity.map { LinkView(title: $0.title, url: $0.url) } }),
  ]
}
